// @ts-check
// Hands for what is typed: text and its kin, dates, sliders, rich text. How each is read, written and put back.
// A hand answers a problem in words for the person, or "". Needs gestures.js, choices.js and calendar.js.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.typing) return;
  const { parent } = sincerely.dom;
  const { focus, blur, key, put, input, change, replaceText, typeKeys, editText, press, hover, pause, squash, plain } = sincerely.gestures;
  const { fold, shown } = sincerely.choices;

  /**
   * @typedef {{ element: Element, members: Element[], field: any, action: any, files: File[], wait: number }} Task
   * @typedef {{ read: (task: Task) => string[], holds: (task: Task) => boolean, write: (task: Task) => Promise<string>,
   *   keep: (task: Task, was?: string[]) => () => Promise<void> | void }} Hand
   */

  const alnum = (/** @type {string} */ text) => fold(text).replace(/[^\p{L}\p{N}]/gu, "");
  const digits = (/** @type {string} */ text) => text.replace(/\D/g, "");

  /** Whether `got` is what a page makes of `wanted`: the same text, a masked or re-grouped form of it, nothing less. @param {string} wanted @param {string} got @param {string} widget */
  function sameText(wanted, got, widget) {
    if (squash(wanted) === squash(got)) return true;
    if (!squash(got)) return false;
    if (/^\s*-?\d+([.,]\d+)?\s*$/.test(wanted) && widget !== "tel") {
      const amount = (/** @type {string} */ text) => {
        const plainText = text.replace(/[\s'’\u00a0\u202f]/g, "");
        const decimals = plainText.match(/[.,](\d{1,2})$/);
        const whole = digits(decimals ? plainText.slice(0, -decimals[0].length) : plainText);
        return Number(`${whole}.${decimals?.[1] ?? 0}`) * (plainText.startsWith("-") ? -1 : 1);
      };
      // A leading zero is part of a code, not of an amount.
      if (/^\s*0\d/.test(wanted)) return digits(wanted) === digits(got);
      return amount(wanted) === amount(got);
    }
    if (widget === "tel") {
      const [one, other] = [digits(wanted), digits(got)];
      return one.length >= 5 && other.length >= 5 && (one.endsWith(other.replace(/^0+/, "")) || other.endsWith(one.replace(/^0+/, "")));
    }
    return alnum(wanted) !== "" && alnum(wanted) === alnum(got);
  }

  /** @param {Element} element @returns {HTMLInputElement} the native box, also inside an open shadow root */
  const box = (element) => /** @type {HTMLInputElement} */ (element.matches("input,textarea,select") ? element : (element.shadowRoot?.querySelector("input,textarea,select") ?? element));

  /** Goes on to the next field: pickers that opened with the focus close on Tab. @param {HTMLInputElement} at */
  function leave(at) {
    if (at.localName === "input") key(at, "Tab");
    blur(at);
  }

  /** @param {Element} opener */
  function crossBeside(opener) {
    for (let at = parent(opener), level = 0; at && level < 4; at = parent(at), level += 1) {
      if (at.matches("form,fieldset,body")) return null;
      const found = [...at.querySelectorAll("[aria-label*=clear i],[title*=clear i],[class*=clear-indicator i],[class*=clearIndicator i],[class*=__clear i],[class*=-clear]")].find(shown);
      if (found) return found;
    }
    return null;
  }

  /** The cross that empties a control, drawn beside it, some only under the mouse. @param {Element} opener @returns {Promise<Element | null>} */
  async function clearer(opener) {
    const there = crossBeside(opener);
    if (there) return there;
    hover(opener);
    await pause(40);
    return crossBeside(opener);
  }

  /** Empties what a picker keeps by itself: its own key or cross, as a person would. @param {HTMLInputElement} at */
  async function empty(at) {
    focus(at);
    key(at, "Backspace").up();
    await pause(20);
    const cross = at.value ? await clearer(at) : null;
    if (cross) await press(cross, { focus: false });
    blur(at);
  }

  /** @type {Hand} */
  const text = {
    read: ({ element }) => [box(element).value ?? ""],
    holds: ({ element, field, action }) => sameText(action.values[0] ?? "", box(element).value ?? "", field.widget),
    async write(task) {
      const at = box(task.element);
      const wanted = task.action.values[0] ?? "";
      if (at.maxLength > 0 && wanted.length > at.maxLength) return `longer than the ${at.maxLength} characters the field takes`;
      if (at.readOnly) {
        const date = sincerely.calendar.isoDate(wanted) ?? sincerely.calendar.isoDate(task.action.factText ?? "");
        return date ? sincerely.calendar.pick(at, date) : "the field cannot be typed into";
      }
      focus(at);
      replaceText(at, wanted);
      const native = /^(date|datetime-local|month|week|time|number|range|color)$/.test(at.type);
      const refused = () => (at.value === "" && wanted ? `the field does not take “${wanted}”` : "");
      if (native && refused()) {
        blur(at);
        return refused();
      }
      change(at);
      leave(at);
      if (!text.holds(task)) await pause(10);
      if (text.holds(task) || native) return "";
      // Some masks follow keys alone.
      focus(at);
      await typeKeys(at, wanted, 4);
      change(at);
      leave(at);
      await pause(10);
      return refused();
    },
    keep: ({ element }, was) => {
      const at = box(element);
      const before = was ? (was[0] ?? "") : at.value;
      return async () => {
        // Emptying what is shown would not empty what the picker keeps.
        if (at.readOnly) return before ? undefined : empty(at);
        focus(at);
        replaceText(at, before);
        change(at);
        blur(at);
        await pause(30);
        if (!before && at.value) await empty(at);
      };
    },
  };

  /** @type {Hand} */
  const dated = {
    ...text,
    holds: (task) => {
      if (text.holds(task)) return true;
      // A picker may show its own wording of the day we asked for.
      const wanted = sincerely.calendar.isoDate(task.action.values[0] ?? "") ?? sincerely.calendar.isoDate(task.action.factText ?? "");
      const got = box(task.element).value ?? "";
      if (!wanted || !got || !box(task.element).readOnly) return false;
      const parts = got.match(/\d+/g)?.map(Number) ?? [];
      return parts.includes(wanted.day) && parts.some((part) => part === wanted.year || part === wanted.year % 100);
    },
  };

  /** @type {Hand} */
  const range = {
    ...text,
    async write({ element, action }) {
      const at = box(element);
      focus(at);
      put(at, action.values[0] ?? "");
      input(at);
      change(at);
      blur(at);
      return "";
    },
  };

  /** @type {Hand} */
  const richtext = {
    read: ({ element }) => [plain(/** @type {HTMLElement} */ (element))],
    holds: ({ element, action }) => plain(/** @type {HTMLElement} */ (element)) === squash(action.values[0] ?? ""),
    async write({ element, action }) {
      await editText(/** @type {HTMLElement} */ (element), action.values[0] ?? "");
      blur(element);
      return "";
    },
    keep({ element }, was) {
      const before = was ? (was[0] ?? "") : /** @type {HTMLElement} */ (element).innerText;
      return () => editText(/** @type {HTMLElement} */ (element), squash(before) ? before : "");
    },
  };

  /** A text area that an editor stands for: written where the person would write. @type {Hand} */
  const edited = {
    read: (task) => richtext.read(inEditor(task)),
    holds: (task) => richtext.holds(inEditor(task)),
    write: (task) => richtext.write(inEditor(task)),
    keep: (task, was) => richtext.keep(inEditor(task), was),
  };
  /** @param {Task} task @returns {Task} */
  const inEditor = (task) => ({ ...task, element: sincerely.widget.editorOf(task.element) ?? task.element });

  sincerely.typing = { text, dated, range, richtext, edited, clearer, box };
})();
