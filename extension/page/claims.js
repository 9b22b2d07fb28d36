// @ts-check
// Whether a field may be written: it is still what the plan was made for, and nothing stands in it that is the person's.
// A security boundary: fill.js asks here right before it writes. Needs choices.js and hands.js.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.claims) return;
  const { fold } = sincerely.choices;

  const NEVER = new Set(["signature", "unknown"]);
  const TYPED = new Set(["text", "textarea", "email", "tel", "url", "number", "password", "search", "date", "month", "time", "richtext"]);

  /** Why this element is not what the plan was made for, or "". @param {any} action @param {any} field @param {Element} element @param {boolean} mine what stands in it is ours */
  function mismatch(action, field, element, mine) {
    if (!field.visible) return `a person cannot see it (${field.hiddenReason || "hidden"})`;
    const said = fold(action.label ?? "");
    const says = fold(field.label);
    // A picker that we opened may stand open within its own label.
    if (said && says !== said && !(mine && says.startsWith(said))) return "the page changed the question since the plan was made";
    if (field.type === "hidden" || (field.widget === "password" && !/^account\./.test(action.meaning ?? ""))) return "the page changed the field since the plan was made";
    const fits = /** @type {Record<string, boolean>} */ ({
      attach: field.widget === "file" || !TYPED.has(field.widget),
      fill: TYPED.has(field.widget) || field.widget === "range" || field.widget === "color" || field.widget === "combobox",
      check: field.widget === "checkbox" || field.widget === "checkboxes",
      choose: !TYPED.has(field.widget) && field.widget !== "file" && field.widget !== "checkbox",
    })[action.kind];
    if (fits === false) return "the page changed the field since the plan was made";
    if (NEVER.has(field.widget)) return field.widget === "signature" ? "signing is yours to do" : "this control is not known";
    if (element.matches(":disabled,[aria-disabled=true]")) return "it is disabled";
    return "";
  }

  /** Whether a box that was typed into asks something else by now; what is written around a label, or a placeholder that went, is no other question. @param {any} action @param {any} field */
  function renamed(action, field) {
    const [said, says] = [fold(action.label ?? ""), fold(field.label)];
    return TYPED.has(field.widget) && said !== "" && says !== "" && !says.includes(said) && !said.includes(says);
  }

  /** Text that a page puts in by itself: nothing, a mask, a dial code. @param {string} text @param {any} field */
  const blank = (text, field) => !/[\p{L}\p{N}]/u.test(text) || (field.widget === "tel" && /^\s*\+?\d{0,4}\s*$/.test(text)) || (field.placeholder && fold(text) === fold(field.placeholder));

  /** Whether nothing stands there that the person could have put. @param {any} field @param {readonly string[]} held @param {Element} element @param {Element[]} members */
  function empty(field, held, element, members) {
    const ticked = [element, ...members].filter((one) => one instanceof HTMLInputElement && (one.type === "radio" || one.type === "checkbox") && one.checked);
    // What the page ticked beforehand is the page's.
    if (ticked.length) return ticked.every((one) => /** @type {HTMLInputElement} */ (one).defaultChecked);
    if (field.widget === "checkbox") return held[0] === "false";
    if (field.widget === "range" || field.widget === "color") return true;
    if (element instanceof HTMLSelectElement) {
      const chosen = [...element.selectedOptions];
      // The first option, or the one the page marked, is the page's and not yet the person's.
      return chosen.every((option) => option.index === 0 || option.defaultSelected || option.value === "" || option.disabled);
    }
    return held.every((text) => blank(text, field)) || (field.widget === "combobox" && sincerely.hands.PROMPT.test(held.join(" ")));
  }

  sincerely.claims = { mismatch, renamed, blank, empty, TYPED };
})();
