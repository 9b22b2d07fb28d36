// @ts-check
// Repeated parts of a form: opens further blocks by their "add another" button, and takes empty ones out again for undo.
// What new blocks ask is scanned and planned anew; where each entry has a form of its own, entries.js carries it through.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.blocks) return;
  const { page, parent } = sincerely.dom;
  const { press, until } = sincerely.gestures;
  const { fold, wordsOf } = sincerely.choices;

  const SETTLE_MS = 90;
  const REMOVES = /^(remove|delete|entfernen|löschen|supprimer|retirer|eliminar|quitar|remover|excluir|rimuovi|verwijder|削除|×|✕|x$)/i;
  const BUTTONS = "button,[role=button],a:not([href]),a[href^='#'],a[href^='javascript:']";

  /** Fields of each block we opened, as they were then, by the id of its button. @type {Map<string, Map<string, string>[]>} */
  const opened = new Map();
  /** Entries we saved, by the id of their button: how each was called and the words the page lists it by. @type {Map<string, Map<string, string[]>>} */
  const saved = new Map();

  /** The button of an action; a page may call it "Add another job" once there is one. @param {any} action */
  function buttonOf(action) {
    const all = sincerely.scan().buttons.filter((/** @type {any} */ one) => one.kind === "add" && !one.disabled);
    const same = all.find((/** @type {any} */ one) => one.id === action.fieldId && fold(one.text) === fold(action.label ?? ""));
    if (same || !saved.get(action.fieldId)?.size) return same;
    const words = wordsOf(action.label ?? "");
    const alike = all.filter((/** @type {any} */ one) => fold(one.section) === fold(action.section ?? "") && words.length && words.every((/** @type {string} */ word) => wordsOf(one.text).includes(word)));
    return alike.length === 1 ? alike[0] : undefined;
  }
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
   * Presses the button of an action and waits for the fields that come.
   * @param {any} action @param {number} wait milliseconds
   * @returns {Promise<{ found: boolean, fresh: any[], form: any, problem: string }>} `form`: the form of its own that they stand in
   */
  async function unfold(action, wait) {
    const button = buttonOf(action);
    const element = button && sincerely.element(button.id);
    if (!element) return { found: false, fresh: [], form: null, problem: "its button is no longer on the page" };
    const before = shown();
    const buttons = sincerely.entries.buttonsIn(page);
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
    if (!fresh.length) return { found: true, fresh, form: null, problem: "its button added nothing" };
    const elements = (/** @type {Iterable<string>} */ names) => [...names].map((name) => sincerely.element(name)).filter(Boolean);
    return { found: true, fresh, form: sincerely.entries.own(elements(fresh.map((field) => field.id)), elements(before.keys()), buttons, element, button), problem: "" };
  }

  /**
   * Opens one block for each entry; where an entry has a form of its own, that is filled and kept, one after the other.
   * @param {any} action @param {number} wait milliseconds for one block
   * @param {any[]} within what goes into the form of an entry: empty until such a form was seen and planned
   * @param {(action: any) => Promise<any>} fillOne
   * @returns {Promise<{ status: string, added: string[], message: string, results: any[] }>} `results` of what is within
   */
  async function add(action, wait, within, fillOne) {
    const { opened: forms, open, cancel, write } = sincerely.entries;
    const mine = (opened.get(action.fieldId) ?? []).filter((fields) => [...fields.keys()].some((id) => sincerely.element(id)));
    const kept = saved.get(action.fieldId) ?? new Map();
    const there = mine.length;
    /** @type {{ added: string[], results: any[] }} */
    const so = { added: [], results: [] };
    /** @type {string[]} */
    const problems = [];
    let pressed = false;
    for (const [index, entry] of action.values.entries()) {
      if (kept.has(entry) || index < there) {
        so.added.push(entry);
        continue;
      }
      let form = forms.get(action.fieldId);
      if (!form || !open(form)) {
        const unfolded = await unfold(action, wait);
        if (unfolded.problem) return { ...so, status: "unfillable", message: index && !unfolded.found ? "the form takes no more of them" : unfolded.problem };
        pressed = true;
        form = unfolded.form;
        if (!form) {
          mine.push(new Map(unfolded.fresh.map((field) => [field.id, standing(field)])));
          opened.set(action.fieldId, mine);
          so.added.push(entry);
          continue;
        }
        forms.set(action.fieldId, form);
        if (!within.length) return { ...so, status: "left", message: "each entry has a form of its own: look again" };
      }
      const parts = within.filter((one) => one.entry === index);
      const { problem, listed, results } = parts.length ? await write(form, entry, parts, fillOne) : { problem: "its form asks nothing that we know", listed: [], results: [] };
      if (!parts.length) await cancel(form);
      so.results.push(...results);
      forms.delete(action.fieldId);
      if (problem) problems.push(`“${entry}”: ${problem}`);
      else {
        kept.set(entry, listed);
        saved.set(action.fieldId, kept);
        so.added.push(entry);
        pressed = true;
      }
      if (!parts.length || open(form)) break;
    }
    const status = problems.length ? "unfillable" : pressed ? "verified" : "already";
    return { ...so, status, message: problems.join(" ").slice(0, 500) };
  }

  /** Takes out entries we saved, and the blocks we opened that hold nothing new, by their own "remove" button. @param {string[]} [buttonIds] all by default */
  async function undo(buttonIds) {
    const results = [];
    for (const [id, entries] of [...saved]) {
      if (buttonIds && !buttonIds.includes(id)) continue;
      saved.delete(id);
      const stay = [];
      for (const [entry, words] of [...entries].reverse()) if (!(await sincerely.entries.remove(words))) stay.push(entry);
      results.push({ id, message: stay.length ? `still listed, remove it on the page: ${stay.join("; ")}` : "" });
    }
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
      results.push({ id, message: gone === blocks.length ? "" : "an empty block stays; remove it on the page" });
    }
    return results;
  }

  sincerely.blocks = { add, undo, shown };
})();
