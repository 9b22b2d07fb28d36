//# allFunctionsCalledOnLoad
// @ts-check
// Which controls are one question: radios by name or group, check boxes by name or under one question, buttons that answer.
// Needs dom.js and widget.js.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.groups) return;
  const { parent, treeOf, textOf } = sincerely.dom;
  const { kind } = sincerely.widget;

  const ANSWER = /^(yes|no|ja|nein|oui|non|s[ií]|sim|n[aã]o|n\/a|true|false|maybe|हाँ|हां|नहीं|はい|いいえ)$/i;

  /** @param {Element} element @param {string} name */
  const attribute = (element, name) => (element.getAttribute(name) ?? "").trim();

  /** An answer offered in a conversation, drawn without a role: elsewhere such chips are tags that ask nothing. @param {Element} element */
  const chip = (element) =>
    /chip/i.test(attribute(element, "class")) && !element.firstElementChild?.matches("img, svg, input") &&
    Boolean(element.textContent?.trim()) && !element.hasAttribute("role") && element.closest(sincerely.label?.TALK ?? "none") !== null;

  /** Two to six short answers as buttons beside each other, of which one is pressed. @param {Element} button */
  function buttonGroup(button) {
    const row = parent(button);
    if (!row || row !== button.parentElement || row.childElementCount > 16) return null;
    const buttons = [...row.children].filter((child) => child.tagName === "BUTTON" || child.getAttribute("role") === "button" || chip(child));
    if (buttons.length < 2 || buttons.length > 8 || buttons[0] !== button) return null;
    const pressed = buttons.every((one) => chip(one) || one.hasAttribute("aria-pressed") || one.hasAttribute("aria-checked"));
    if (!pressed && !buttons.every((one) => ANSWER.test(textOf(one).slice(0, 20).trim() || one.textContent?.trim() || ""))) return null;
    return buttons;
  }

  /**
   * Controls of one form made into fields: radios by name or group, checkboxes by name or by a question over them.
   * @param {{element: Element, kind: string}[]} controls in the order shown
   * @returns {{element: Element, kind: string, members: Element[], box: Element | null}[]}
   */
  function group(controls) {
    /** @type {Map<unknown, Map<string, {element: Element, kind: string, members: Element[], box: Element | null}>>} */
    const groups = new Map();
    const fields = [];
    // How many check boxes go by a name, and which boxes hold nothing but check boxes under one question: asked once each.
    /** @type {Map<unknown, Map<string, number>>} */
    const named = new Map();
    for (const { element, kind: kindOf } of controls) {
      const name = attribute(element, "name");
      if (kindOf !== "checkbox" || !name) continue;
      const root = treeOf(element);
      if (!named.has(root)) named.set(root, new Map());
      const counts = /** @type {Map<string, number>} */ (named.get(root));
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    /** @type {Map<Element, boolean>} */
    const asked = new Map();
    const one = (/** @type {Element} */ box) => {
      if (!asked.has(box)) asked.set(box, asks(box) && oneOfCheckboxes(box));
      return asked.get(box) === true;
    };
    for (const control of controls) {
      const field = { ...control, members: /** @type {Element[]} */ ([]), box: /** @type {Element | null} */ (null) };
      if (control.kind === "date" && attribute(control.element, "role") === "spinbutton") {
        const box = control.element.closest('[role="group"]') ?? parent(control.element);
        const seen = groups.get(box)?.get("s:");
        if (seen) seen.members.push(control.element);
        else {
          Object.assign(field, { members: [control.element], box });
          groups.set(box, new Map([["s:", field]]));
          fields.push(field);
        }
        continue;
      }
      if (control.kind !== "radio" && control.kind !== "checkbox") {
        fields.push(field);
        continue;
      }
      const { owner, key, box } = kin(control.element, control.kind, one, named);
      const seen = key ? groups.get(owner)?.get(key) : undefined;
      if (seen) {
        seen.members.push(control.element);
        continue;
      }
      field.members.push(control.element);
      field.box = box;
      fields.push(field);
      if (!key) continue;
      if (!groups.has(owner)) groups.set(owner, new Map());
      groups.get(owner)?.set(key, field);
    }
    for (const field of fields)
      if (field.kind === "checkbox" && field.members.length > 1) field.kind = "checkboxes";
      else if (field.kind === "checkbox") field.members = [];
    return fields;
  }

  /**
   * What makes a radio or checkbox part of a question.
   * @param {Element} element @param {string} kind @param {(box: Element) => boolean} oneQuestion
   * @param {Map<unknown, Map<string, number>>} named
   */
  function kin(element, kind, oneQuestion, named) {
    const name = attribute(element, "name");
    const owner = /** @type {any} */ (element).form ?? treeOf(element);
    const box = element.closest(
      kind === "radio" ? '[role="radiogroup"], fieldset, [role="group"]' : 'fieldset, [role="group"], [role="listbox"]',
    );
    if (kind === "radio") {
      if (name) return { owner, key: `r:${name}`, box };
      return { owner: box ?? (parent(element) && parent(/** @type {Element} */ (parent(element)))) ?? owner, key: "r:", box };
    }
    if (name.endsWith("[]") || name.endsWith("[multiContent]")) return { owner, key: `c:${name}`, box };
    // Before names: two questions may both have a box "Other".
    if (box && oneQuestion(box)) return { owner: box, key: "c:", box };
    if (name && !element.closest("label")?.querySelector('input[type="hidden"]')) {
      // Several boxes under one name are one question; a name of its own is a question of its own unless a legend covers it.
      const same = named.get(treeOf(element))?.get(name) ?? 0;
      if (same > 1 && same < 100) return { owner, key: `c:${name}`, box };
    }
    return { owner, key: "", box };
  }

  /** @param {Element} box */
  function asks(box) {
    if (box.hasAttribute("aria-labelledby") || box.hasAttribute("aria-label") || box.querySelector(":scope > legend")) return true;
    const label = /** @type {HTMLLabelElement | null} */ (box.querySelector(":scope > label"));
    return label !== null && /** @type {HTMLInputElement | null} */ (label.control)?.type !== "checkbox";
  }

  /** Nothing but check boxes, and not several questions whose boxes share a name each. @param {Element} box */
  function oneOfCheckboxes(box) {
    const inputs = [...box.querySelectorAll('input:not([type="hidden"]), select, textarea, [role="checkbox"]')];
    if (inputs.length < 2 || inputs.length > 99 || !inputs.every((one) => kind(one) === "checkbox")) return false;
    const names = new Set(inputs.map((one) => attribute(one, "name")));
    return names.size === 1 || names.size === inputs.length;
  }

  sincerely.groups = { group, buttonGroup, chip };
})();
