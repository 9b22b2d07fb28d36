// @ts-check
// Hands for lists: native ones, ones a library draws over a native one, ones that open, ones that stand open.
// How each is read, written and put back. Needs lists.js and typing.js.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.choosers) return;
  const { parent } = sincerely.dom;
  const { focus, blur, put, input, change, replaceText, press, until, squash } = sincerely.gestures;
  const { choose, shows, showsAll, editable, close } = sincerely.lists;
  const { fold, shown, labelOf } = sincerely.choices;
  const { box, clearer, text } = sincerely.typing;

  /**
   * @typedef {{ element: Element, members: Element[], field: any, action: any, files: File[], wait: number, offered?: string[] }} Task
   * @typedef {{ read: (task: Task) => string[], holds: (task: Task) => boolean, write: (task: Task) => Promise<string>,
   *   keep: (task: Task, was?: string[]) => () => Promise<void> | void, lingers?: (task: Task, words: string[]) => boolean }} Hand
   */

  /** @param {Task} task @param {HTMLSelectElement} list @returns {(HTMLOptionElement | undefined)[]} one an asked value */
  function wantedOptions({ action }, list) {
    const enabled = [...list.options].filter((option) => !option.disabled);
    // A list that was empty when planned: the first of the wordings for the one answer that it offers now.
    const other = action.values.length === 1 && !action.optionValues?.length ? action.alternatives ?? [] : [];
    return action.values.map((/** @type {string} */ label, /** @type {number} */ index) => {
      const value = action.optionValues?.[index];
      return enabled.find((option) => value && option.value === value && fold(option.label || option.text) === fold(label))
        ?? enabled.find((option) => fold(option.label || option.text) === fold(label))
        // Never by its value alone: the page may have given it other words since, and words are what was approved.
        ?? enabled.find((option) => option.value !== "" && option.value === label)
        ?? other.map((/** @type {string} */ word) => enabled.find((option) => fold(option.label || option.text) === fold(word) || option.value === word)).find(Boolean);
    });
  }

  /** @param {HTMLSelectElement} list */
  const optionsOf = (list) => [...list.options].filter((option) => !option.disabled && option.value !== "").map((option) => squash(option.label || option.text)).filter(Boolean);

  /** What a library draws in place of a native list it hides. @param {HTMLSelectElement} list */
  function standIn(list) {
    if (!sincerely.widget.hiddenByLibrary(list)) return null;
    const drawnList = "[role=combobox],[aria-haspopup]";
    for (let at = /** @type {Element | null} */ (list), level = 0; at && level < 3 && !at.matches("form,fieldset,body"); at = parent(at), level += 1) {
      for (const box of [level ? at : null, at.nextElementSibling, at.previousElementSibling]) {
        if (!box || box.matches("label,input,select,textarea")) continue;
        const found = box.matches(drawnList) ? box : box.querySelector(drawnList);
        if (found && shown(found)) return found;
      }
    }
    return null;
  }

  /** A list that loads its options while the person searches: chosen where the library draws it. @param {Task} task @param {HTMLSelectElement} list @returns {Promise<string | null>} */
  async function drawn({ action, wait }, list) {
    const opener = standIn(list);
    if (!opener) return null;
    for (const value of action.values) {
      const { problem } = await choose(opener, value, { search: action.search || value, typed: true, limit: wait });
      if (problem) return `${problem}: “${value}”`;
    }
    await until(() => select.holds(/** @type {any} */ ({ element: list, action })), 400);
    return "";
  }

  /** @type {Hand} */
  const select = {
    /** Whether what a library draws over the list still says `words`, whatever the list itself holds. @param {Task} task @param {string[]} words */
    lingers(task, words) {
      const opener = standIn(/** @type {HTMLSelectElement} */ (/** @type {unknown} */ (box(task.element))));
      return Boolean(opener && words.length && showsAll(opener, words));
    },
    read: ({ element }) => [.../** @type {HTMLSelectElement} */ (/** @type {unknown} */ (box(element))).selectedOptions].map((option) => squash(option.text)),
    holds(task) {
      const list = /** @type {HTMLSelectElement} */ (/** @type {unknown} */ (box(task.element)));
      const wanted = wantedOptions(task, list);
      const opener = standIn(list);
      return wanted.length > 0 && wanted.every((option) => option?.selected) && (!list.multiple || list.selectedOptions.length === wanted.length)
        // Where a library draws another list, that is what the person sees, so it has to say the same.
        && (!opener || showsAll(opener, wanted.map((option) => squash(/** @type {HTMLOptionElement} */ (option).text))));
    },
    async write(task) {
      const list = /** @type {HTMLSelectElement} */ (/** @type {unknown} */ (box(task.element)));
      // A dependent list (state after country) fills a moment later.
      await until(() => wantedOptions(task, list).every(Boolean), standIn(list) ? 0 : task.wait);
      const wanted = wantedOptions(task, list);
      if (!wanted.every(Boolean)) task.offered = optionsOf(list);
      if (!wanted.every(Boolean)) return (await drawn(task, list)) ?? `the list does not offer “${task.action.values[wanted.findIndex((option) => !option)]}”`;
      focus(list);
      if (list.multiple) for (const option of list.options) option.selected = wanted.includes(option);
      else put(list, /** @type {HTMLOptionElement} */ (wanted[0]).value);
      // Two options may share a value; the one that was asked for is the one selected.
      if (!list.multiple && list.selectedOptions[0] !== wanted[0]) list.selectedIndex = /** @type {HTMLOptionElement} */ (wanted[0]).index;
      input(list, "", "");
      change(list);
      blur(list);
      if (standIn(list) && !(await until(() => select.holds(task), 150, 15))) return (await drawn(task, list)) ?? "";
      return "";
    },
    keep: ({ element }, was) => {
      const list = /** @type {HTMLSelectElement} */ (/** @type {unknown} */ (box(element)));
      const before = was ? [...list.options].filter((option) => was.includes(squash(option.text))) : [...list.selectedOptions];
      return async () => {
        // By identity: a library may have taken out the option that stood for "nothing", and its place is another's now.
        if (list.multiple) for (const option of list.options) option.selected = before.includes(option);
        else list.selectedIndex = before[0]?.isConnected ? before[0].index : -1;
        input(list, "", "");
        change(list);
        blur(list);
        const opener = standIn(list);
        const cross = opener && !list.value ? await clearer(opener) : null;
        if (cross) await press(cross, { focus: false });
      };
    },
  };

  /** What a closed list says while nothing is chosen. */
  const PROMPT = /^(select|choose|pick|please|bitte|auswählen|sélectionn|choisi|selecc|selecion|escol|--|…|\.\.\.)/i;

  /** @type {Hand} */
  const combobox = {
    read: ({ element, action }) => {
      const labels = action.values.map((/** @type {string} */ value) => picks.get(element)?.get(value) ?? value);
      const said = showsAll(element, labels) ? labels : labels.filter((/** @type {string} */ label) => shows(element, label));
      return said.length ? said : [sincerely.widget.value({ element, kind: "combobox", members: [] })].filter(Boolean);
    },
    holds: ({ element, action }) => action.values.length > 0 && showsAll(element, action.values.map((/** @type {string} */ value) => picks.get(element)?.get(value) ?? value)),
    async write(task) {
      const { element, field, action, wait } = task;
      const native = editable(element);
      if (native?.list) {
        const option = [...native.list.options].find((one) => [one.value, one.label, one.text].some((word) => fold(word) === fold(action.values[0])));
        focus(native);
        replaceText(native, option?.value ?? action.values[0]);
        change(native);
        blur(native);
        return "";
      }
      /** @type {Map<string, string>} */
      const picked = new Map();
      picks.set(element, picked);
      for (const [index, value] of action.values.entries()) {
        const last = index === action.values.length - 1;
        let answer = await choose(element, value, { search: field.optionsOpen ? action.search : "", typed: Boolean(action.search) || action.kind === "fill", keep: !last, limit: wait });
        // The plan could not see this list: of its other wordings for the same, the first that is offered word for word.
        const other = answer.problem ? action.alternatives?.find((/** @type {string} */ word) => answer.labels.some((/** @type {string} */ label) => fold(label) === fold(word))) : undefined;
        if (other !== undefined) answer = await choose(element, other, { keep: !last, limit: wait });
        if (answer.problem) {
          if (action.kind === "fill" && native === element && answer.problem !== "several options fit") {
            await text.write({ element: native, members: [], field, action, files: [], wait });
            picked.set(value, value);
            return "";
          }
          task.offered = answer.labels;
          const offered = answer.labels.slice(0, 5).join(" · ");
          return `${answer.problem}: “${value}”${offered ? ` (${offered}${answer.labels.length > 5 ? " …" : ""})` : ""}`;
        }
        picked.set(value, answer.picked);
      }
      await until(() => combobox.holds(/** @type {Task} */ ({ element, action })), 400);
      if (native && !native.readOnly && sincerely.gestures.touched) blur(native);
      return "";
    },
    keep({ element, field, action }, was) {
      const before = squash(was ? was.join(", ") : field.value);
      return async () => {
        const chosen = action.values.map((/** @type {string} */ value) => picks.get(element)?.get(value) ?? value);
        picks.delete(element);
        if (before && !PROMPT.test(before)) {
          await choose(element, before, { limit: 1500 });
          return;
        }
        const cross = await clearer(element);
        if (cross) await press(cross, { focus: false });
        else await unpick(element, chosen);
        const native = editable(element);
        if (native && !native.readOnly && native.value) {
          focus(native);
          replaceText(native, "");
          change(native);
          blur(native);
        }
        await close(element);
      };
    },
  };
  /** Takes several chosen words out again: by their crosses, else by choosing them once more. @param {Element} element @param {string[]} chosen */
  async function unpick(element, chosen) {
    if (chosen.length < 2) return;
    for (let at = parent(element), level = 0; at && level < 4 && !at.matches("form,fieldset,body"); at = parent(at), level += 1) {
      const crosses = [...at.querySelectorAll("[aria-label^=remove i],[class*=item-remove i],[class*=multi-value__remove],[class*=deleteIcon i]")].filter(shown);
      for (const cross of crosses) await press(cross, { focus: false });
      if (crosses.length) return;
    }
    for (const [index, label] of chosen.entries()) await choose(element, label, { keep: index < chosen.length - 1, limit: 1000 });
  }

  /** Asked value → the option's words that were picked for it. @type {WeakMap<Element, Map<string, string>>} */
  const picks = new WeakMap();

  /** @param {Element} list */
  const listOptions = (list) => [...list.querySelectorAll("[role=option]")];
  /** A listbox that stands open in the form. @type {Hand} */
  const listbox = {
    read: ({ element }) => listOptions(element).filter((option) => option.getAttribute("aria-selected") === "true").map(labelOf),
    holds: (task) => task.action.values.every((/** @type {string} */ value) => listbox.read(task).some((label) => fold(label) === fold(value))),
    async write({ element, action }) {
      for (const value of action.values) {
        const option = listOptions(element).find((one) => fold(labelOf(one)) === fold(value));
        if (!option) return "the choice is not offered";
        if (option.getAttribute("aria-selected") !== "true") await press(option);
      }
      return "";
    },
    keep(task, was) {
      const before = was ?? listbox.read(task);
      return async () => {
        for (const option of listOptions(task.element)) {
          if ((option.getAttribute("aria-selected") === "true") !== before.includes(labelOf(option))) await press(option);
        }
      };
    },
  };

  /** What a list offers that stood empty or closed when it was scanned. @param {Element} element @returns {Promise<string[]>} */
  async function offers(element) {
    const list = box(element);
    if (list instanceof HTMLSelectElement) return optionsOf(list);
    return sincerely.lists.peek(element);
  }

  sincerely.choosers = { select, combobox, listbox, offers, optionsOf, PROMPT };
})();
