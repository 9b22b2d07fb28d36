//# allFunctionsCalledOnLoad
// @ts-check
// What is written about a control besides its name: whether it must be filled (as a person reads it: marks, words, stars drawn
// by CSS), help, and the page's complaint. Needs dom.js and label.js.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.notes) return;
  const { parent, textOf } = sincerely.dom;
  const { referred } = sincerely.ties;
  const { groupHolder } = sincerely.label;

  const MARKS = /[*＊✱﹡∗⁎]/;
  const REQUIRED_WORDS =
    /(\((required|mandatory|pflichtfeld|pflicht|erforderlich|obligatoire|requis|obligatorio|requerido|obrigatório|obbligatorio|verplicht|wymagane|必須|अनिवार्य|ज़रूरी)\)|\brequired$|^required\b|必須|अनिवार्य|\bpflichtfeld\b)/i;
  const OPTIONAL_WORDS =
    /\b(optional|facultati[fv][eo]?|opcional|optionnel(le)?|freiwillig|facoltativo|optioneel|opcjonalne|nicht erforderlich|not required|if (any|applicable))\b|任意|वैकल्पिक/i;
  const REQUIRED_CLASS = /(^|[-_ ]|\b)(is)?[-_]?(required|mandatory|obligatory|pflichtfeld)([-_ ]|\b|$)|[a-z](Required|Mandatory)\b/;
  const NOT_REQUIRED_CLASS = /(not|non|un|is-?not)[-_]?required|required[-_](false|message|error|hint|text|hidden|icon[-_]off)|hide-?required|optional/i;
  const MOST_IN_BOX = 120;
  /** @typedef {{text: string, source: string, elements: Element[], rest: string}} Found what `label.find` gives */

  /** @param {Element} element @param {string} name */
  const attribute = (element, name) => (element.getAttribute(name) ?? "").replace(/\s+/g, " ").trim();

  /**
   * Whether the field must be filled, read as a person reads it: marks in the words or drawn by CSS, words, attributes.
   * @param {{element: Element, members: Element[]}} field @param {Found} found @param {Element} box
   */
  function required(field, found, box) {
    const { element, members } = field;
    for (const one of [element, ...members, ...(members.length ? [groupHolder({ ...field, box: null }, box)] : [])]) {
      if (!one) continue;
      if (/** @type {HTMLInputElement} */ (one).required === true || attribute(one, "aria-required") === "true") return true;
    }
    if (attribute(element, "data-required") === "true" || attribute(element, "data-is-required") === "true") return true;
    const raw = found.text;
    if (OPTIONAL_WORDS.test(raw.slice(-60))) return false;
    // Where there is no mark at all, nothing is asked about where it stands: patterns cost most the first time.
    if (found.source !== "placeholder" && found.source !== "") {
      if (REQUIRED_WORDS.test(raw) || (MARKS.test(raw) && marks(raw))) return true;
    } else if (/[*＊✱]$/.test(attribute(element, "placeholder"))) return true;
    if (found.rest && (/^\s*[*＊✱]/.test(found.rest) || /^\s*\(?required\)?\b/i.test(found.rest))) return true;
    const labels = found.elements.slice(0, 2);
    for (const label of labels) {
      for (const at of upTo(label, box, 3)) if (classSays(at)) return true;
      const next = label.nextElementSibling;
      if (next && next !== element && (next.textContent ?? "").trim().length < 12 && MARKS.test(next.textContent ?? "")) return true;
      const child = label.querySelector('[class*="required" i], [class*="asterisk" i], [class*="mandatory" i], abbr[title]');
      if (child && !NOT_REQUIRED_CLASS.test(String(child.getAttribute("class")))) return true;
    }
    for (let at = /** @type {Element | null} */ (element), level = 0; at && level < 6; at = parent(at), level++) {
      if (classSays(at)) return true;
      if (at === box) break;
    }
    // Last, for it is what costs most: the browser has to make up a style for what may not be there.
    return labels.some((label) => upTo(label, box, 2).some(drawsMark));
  }

  /** Whether the mark in a label says that the field is required, by where it stands. @param {string} text */
  function marks(text) {
    if (/[*＊✱﹡∗⁎]\s*[:：]?\s*$/.test(text) || /^\s*[*＊✱﹡∗⁎]/.test(text)) return true;
    // "Name * Required We ask because …", "Name * (as in passport)"
    return /[*＊✱]\s*(required|mandatory|pflichtfeld|erforderlich|obligatoire|obligatorio|obrigatório)\b/i.test(text) || /\S\s*[*＊✱]\s*[(（]/.test(text);
  }

  /** A label and what is around it, no further than around its box. @param {Element} label @param {Element} box @param {number} most */
  function upTo(label, box, most) {
    const found = [];
    for (let at = /** @type {Element | null} */ (label); at && found.length < most; at = parent(at)) {
      found.push(at);
      if (at === box || at === parent(box)) break;
    }
    return found;
  }

  /** @param {Element} element */
  function drawsMark(element) {
    return ["::after", "::before"].some((pseudo) => MARKS.test(getComputedStyle(element, pseudo).content));
  }

  /** @param {Element} element */
  function classSays(element) {
    const names = String(element.getAttribute("class") ?? "");
    return names !== "" && REQUIRED_CLASS.test(names) && !NOT_REQUIRED_CLASS.test(names);
  }

  /** A box as wide as a page holds more than one question's words. @param {Element} box */
  const small = (box) => box.getElementsByTagName("*").length <= MOST_IN_BOX;

  /** Help written for the field. @param {Element} element @param {Element} box @param {Found} found */
  function help(element, box, found) {
    const described = referred(element, "aria-describedby").filter((one) => !isError(one)).map((one) => textOf(one));
    const texts = described.filter(Boolean);
    if (!texts.length && box !== element && small(box)) {
      const hint = box.querySelector('[class*="help" i], [class*="hint" i], [class*="description" i], small');
      if (hint && !hint.contains(element)) texts.push(textOf(hint));
    }
    if (found.rest) texts.push(found.rest);
    return [...new Set(texts)].filter((text) => text && text !== found.text).join(" ").slice(0, 1000);
  }

  /** @param {Element} element */
  const isError = (element) =>
    element.getAttribute("role") === "alert" || /error|invalid|feedback--error/i.test(String(element.getAttribute("class") ?? ""));

  /** The page's complaint about the field, where it shows one. @param {Element} element @param {Element} box */
  function error(element, box) {
    /** @type {Element[]} */
    const places = [...referred(element, "aria-errormessage"), ...referred(element, "aria-describedby").filter(isError)];
    if (box !== element && small(box)) places.push(...box.querySelectorAll('[role="alert"], [class*="error" i], [class*="invalid-feedback"]'));
    for (const place of places.slice(0, 6)) {
      if (place.contains(element) || !place.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const text = textOf(place) || place.textContent?.replace(/\s+/g, " ").trim() || "";
      if (text.length > 2) return text.slice(0, 300);
    }
    return "";
  }

  sincerely.notes = { required, help, error };
})();
