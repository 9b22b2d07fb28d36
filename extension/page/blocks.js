// @ts-check
// Repeated parts of a form: opens further blocks by their "add another" button, and takes empty ones out again for undo.
// Presses no other button; what the new blocks ask is scanned and planned anew. Needs scan.js and gestures.js.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.blocks) return;
  const { parent } = sincerely.dom;
  const { press, until } = sincerely.gestures;
  const { fold } = sincerely.choices;

  const SETTLE_MS = 90;
  const REMOVES = /^(remove|delete|entfernen|löschen|supprimer|retirer|eliminar|quitar|remover|excluir|rimuovi|verwijder|削除|×|✕|x$)/i;
  const BUTTONS = "button,[role=button],a:not([href]),a[href^='#'],a[href^='javascript:']";

  /** Fields of each block we opened, as they were then, by the id of its button. @type {Map<string, Map<string, string>[]>} */
  const opened = new Map();

  /** @param {any} action */
  const buttonOf = (action) => sincerely.scan().buttons.find((/** @type {any} */ one) => one.id === action.fieldId && one.kind === "add" && !one.disabled && fold(one.text) === fold(action.label ?? ""));
  /** @returns {Map<string, any>} the fields a person sees now */
  const shown = () => new Map(sincerely.scan().fields.filter((/** @type {any} */ field) => field.visible).map((/** @type {any} */ field) => [field.id, field]));
  /** @param {any} field */
  const standing = (field) => `${field.value}|${field.checked}`;

  /** The one "remove" button of a block, found no further out than where another field or the "add" button stands. @param {Element[]} inside @param {Element[]} outside */
  function remover(inside, outside) {
    for (let at = parent(inside[0]); at && !outside.some((other) => at?.contains(other)); at = parent(at)) {
      const found = [...at.querySelectorAll(BUTTONS)].filter((one) => REMOVES.test((one.textContent ?? "").trim() || one.getAttribute("aria-label") || one.getAttribute("title") || ""));
      if (inside.every((one) => at?.contains(one)) && found.length) return found.length === 1 ? found[0] : null;
    }
    return null;
  }

  /**
   * Presses the button once for each entry and waits for the fields that come.
   * @param {any} action @param {number} wait milliseconds for one block
   * @returns {Promise<{ status: string, added: string[], message: string }>}
   */
  async function add(action, wait) {
    const mine = (opened.get(action.fieldId) ?? []).filter((fields) => [...fields.keys()].some((id) => sincerely.element(id)));
    const due = action.values.slice(mine.length);
    if (!due.length) return { status: "already", added: action.values, message: "" };
    for (const [index] of due.entries()) {
      const added = action.values.slice(0, mine.length);
      const button = buttonOf(action);
      const element = button && sincerely.element(button.id);
      if (!element) return { status: "unfillable", added, message: index ? "the form takes no more of them" : "its button is no longer on the page" };
      const before = shown();
      await press(element);
      let count = -1;
      /** @type {any[]} */
      let fresh = [];
      await until(() => {
        fresh = [...shown().values()].filter((field) => !before.has(field.id));
        const steady = fresh.length > 0 && fresh.length === count;
        count = fresh.length;
        return steady;
      }, wait, SETTLE_MS);
      if (!fresh.length) return { status: "unfillable", added, message: "its button added nothing" };
      mine.push(new Map(fresh.map((field) => [field.id, standing(field)])));
      opened.set(action.fieldId, mine);
      const window = sincerely.element(fresh[0].id)?.closest("[role=dialog],dialog");
      if (window && !window.contains(element)) return { status: "unfillable", added: action.values.slice(0, mine.length), message: "the form opens a window for each entry; save it and look again" };
    }
    return { status: "verified", added: action.values, message: "" };
  }

  /** Takes out the blocks we opened that hold nothing new, by their own "remove" button. @param {string[]} [buttonIds] all by default */
  async function undo(buttonIds) {
    const results = [];
    for (const [id, blocks] of [...opened]) {
      if (buttonIds && !buttonIds.includes(id)) continue;
      opened.delete(id);
      let gone = 0;
      for (const fields of [...blocks].reverse()) {
        const now = shown();
        const here = [...fields.keys()].filter((field) => now.has(field));
        if (here.some((field) => standing(now.get(field)) !== fields.get(field))) continue;
        const elements = (/** @type {Iterable<string>} */ names) => [...names].map((name) => sincerely.element(name)).filter(Boolean);
        const outside = [...now.keys()].filter((field) => !fields.has(field));
        const button = here.length ? remover(elements(here), elements([...outside, id])) : null;
        if (button) await press(button);
        if (await until(() => here.every((field) => !sincerely.element(field)), button ? 800 : 0, SETTLE_MS)) gone += 1;
      }
      results.push({ id, whole: gone === blocks.length });
    }
    return results;
  }

  sincerely.blocks = { add, undo, shown };
})();
