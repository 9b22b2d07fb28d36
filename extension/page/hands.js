// @ts-check
// One hand for each kind of control: how it is read, written and put back. Decides nothing about whether it may be.
// A hand answers a problem in words for the person, or "". Needs gestures.js, lists.js and calendar.js.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.hands) return;
  const { parent } = sincerely.dom;
  const { focus, blur, key, put, input, change, replaceText, typeKeys, editText, press, setChecked, attach, drop, pause, until, squash, plain } = sincerely.gestures;
  const { choose, shows, showsAll, fold, shown, editable, close } = sincerely.lists;

  /**
   * @typedef {{ element: Element, members: Element[], field: any, action: any, files: File[], wait: number }} Task
   * @typedef {{ read: (task: Task) => string[], holds: (task: Task) => boolean, write: (task: Task) => Promise<string>,
   *   keep: (task: Task) => () => Promise<void> | void }} Hand
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
      if (at.value === "" && wanted) {
        blur(at);
        return `the field does not take “${wanted}”`;
      }
      change(at);
      leave(at);
      if (!text.holds(task)) await pause(10);
      if (text.holds(task) || at.type === "date" || at.type === "number") return "";
      focus(at);
      await typeKeys(at, wanted, 4);
      change(at);
      leave(at);
      await pause(10);
      return "";
    },
    keep: ({ element }) => {
      const at = box(element);
      const before = at.value;
      return () => {
        // Emptying what is shown would not empty what the picker keeps.
        if (at.readOnly) return;
        focus(at);
        replaceText(at, before);
        change(at);
        blur(at);
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

  /** @param {Task} task @param {HTMLSelectElement} list @returns {(HTMLOptionElement | undefined)[]} one an asked value */
  function wantedOptions({ action }, list) {
    return action.values.map((/** @type {string} */ label, /** @type {number} */ index) => {
      const value = action.optionValues?.[index];
      const enabled = [...list.options].filter((option) => !option.disabled);
      return enabled.find((option) => value && option.value === value && fold(option.label || option.text) === fold(label))
        ?? enabled.find((option) => fold(option.label || option.text) === fold(label))
        ?? enabled.find((option) => option.value !== "" && (option.value === value || option.value === label));
    });
  }

  /** What a library draws in place of a native list it hides. @param {HTMLSelectElement} list */
  function standIn(list) {
    if (!sincerely.widget.hiddenByLibrary(list)) return null;
    const drawnList = "[role=combobox],[aria-haspopup]";
    for (let at = /** @type {Element | null} */ (list), level = 0; at && level < 3 && !at.matches("form,fieldset,body"); at = at.parentElement, level += 1) {
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
    keep: ({ element }) => {
      const list = /** @type {HTMLSelectElement} */ (/** @type {unknown} */ (box(element)));
      const before = [...list.selectedOptions];
      return () => {
        // By identity: a library may have taken out the option that stood for "nothing", and its place is another's now.
        if (list.multiple) for (const option of list.options) option.selected = before.includes(option);
        else list.selectedIndex = before[0]?.isConnected ? before[0].index : -1;
        input(list, "", "");
        change(list);
        blur(list);
      };
    },
  };

  const isOn = (/** @type {Element} */ member) => sincerely.widget.checked(member);

  /** Presses a choice; where its own box does nothing, its label. @param {Element} member @param {boolean} on */
  async function turn(member, on) {
    if (isOn(member) === on) return;
    await press(member, { quick: true });
    if (isOn(member) === on || (await until(() => isOn(member) === on, 150, 10))) return;
    const label = /** @type {HTMLInputElement} */ (member).labels?.[0] ?? member.closest("label");
    if (label) await press(label, { quick: true });
    await until(() => isOn(member) === on, 150, 10);
  }

  /** @param {Task} task @returns {Element[]} members in the order of the asked values; a missing one is absent */
  function wantedMembers({ members, element, action }) {
    const all = members.length ? members : [element];
    return action.values.flatMap((/** @type {string} */ label, /** @type {number} */ index) => {
      const value = action.optionValues?.[index];
      const found = all.find((member) => fold(sincerely.widget.caption(member)) === fold(label))
        ?? all.find((member) => value && /** @type {HTMLInputElement} */ (member).value === value && member.hasAttribute("value"));
      return found ? [found] : [];
    });
  }

  /** Where React, Vue or Angular draw the page. */
  const APPLICATION = "[data-v-app],[ng-version],[data-reactroot],#root,#__next,#app,[id^=react],[class*=Mui],[class*=ant-]";

  /** Radios, checkbox groups and chips. @type {Hand} */
  const group = {
    // A library may keep a native twin beside each choice it draws: choices are told apart by their words.
    read: ({ members }) => [...new Set(members.filter(isOn).map((member) => sincerely.widget.caption(member)))],
    holds(task) {
      const wanted = wantedMembers(task);
      const words = new Set(wanted.map((member) => fold(sincerely.widget.caption(member))));
      return wanted.length === task.action.values.length && task.members.every((member) => isOn(member) === words.has(fold(sincerely.widget.caption(member))));
    },
    async write(task) {
      const wanted = wantedMembers(task);
      if (wanted.length !== task.action.values.length) return "the choice is not offered";
      if (wanted.some((member) => member.matches(":disabled,[aria-disabled=true]"))) return "the choice cannot be made now";
      for (const member of wanted) await turn(member, true);
      if (task.field.widget === "checkboxes" || task.field.widget === "chips") {
        for (const member of task.members) if (isOn(member) && !wanted.includes(member)) await turn(member, false);
      }
      blur(wanted[0]);
      return "";
    },
    keep({ members }) {
      const before = members.map(isOn);
      return async () => {
        for (const [index, member] of members.entries()) {
          if (isOn(member) === before[index]) continue;
          const radio = member instanceof HTMLInputElement && member.type === "radio";
          if (!radio) await turn(member, before[index]);
          else if (before[index]) await turn(member, true);
          // An application that keeps its own state would go on believing in a choice that is no longer shown.
          else if (!member.closest(APPLICATION)) setChecked(member, false);
        }
      };
    },
  };

  /** @type {Hand} */
  const checkbox = {
    read: ({ element }) => [String(isOn(element))],
    holds: ({ element, action }) => isOn(element) === (action.values[0] === "true"),
    async write({ element, action }) {
      await turn(element, action.values[0] === "true");
      blur(element);
      return "";
    },
    keep({ element }) {
      const before = isOn(element);
      return () => turn(element, before);
    },
  };

  /** What tells a pressed button from its neighbours where no attribute does. @param {Element} member */
  const looks = (member) => `${member.className} ${member.getAttribute("data-state") ?? ""} ${getComputedStyle(member).backgroundColor}`;
  /** @param {Element[]} members @param {Element} one */
  const standsOut = (members, one) => members.length > 1 && members.filter((member) => member !== one).every((member) => looks(member) !== looks(one));
  const attested = (/** @type {Element} */ member) => member.hasAttribute("aria-pressed") || member.hasAttribute("aria-checked");

  /** Yes/No as buttons. @type {Hand} */
  const buttons = {
    ...group,
    holds(task) {
      const wanted = wantedMembers(task);
      if (task.members.every(attested)) return group.holds(task);
      return wanted.length === 1 && task.members.length > 2 ? standsOut(task.members, wanted[0]) : Boolean(pressed.get(wanted[0]));
    },
    async write(task) {
      const [wanted] = wantedMembers(task);
      if (!wanted) return "the choice is not offered";
      if (wanted.matches("[type=submit]") && wanted.closest("form")) return "its button would send the form";
      const before = looks(wanted);
      await press(wanted);
      await until(() => (attested(wanted) ? isOn(wanted) : looks(wanted) !== before), 400, 10);
      if (!attested(wanted)) pressed.set(wanted, looks(wanted) !== before);
      return "";
    },
    keep: ({ members, action }) => {
      const before = members.map(isOn);
      return async () => {
        const again = members.find((member, index) => isOn(member) !== before[index] && isOn(member));
        const prior = members.find((_, index) => before[index]);
        if (prior) await press(prior);
        else if (again) await press(again);
        void action;
      };
    },
  };
  /** Buttons without an attribute that visibly took our press. @type {WeakMap<Element, boolean>} */
  const pressed = new WeakMap();

  /** What a closed list says while nothing is chosen. */
  const PROMPT = /^(select|choose|pick|please|bitte|auswählen|sélectionn|choisi|selecc|selecion|escol|--|…|\.\.\.)/i;

  /** @param {Element} opener the cross that empties it */
  function clearer(opener) {
    for (let at = parent(opener), level = 0; at && level < 4; at = parent(at), level += 1) {
      if (at.matches("form,fieldset,body")) return null;
      const found = [...at.querySelectorAll("[aria-label*=clear i],[title*=clear i],[class*=clear-indicator i],[class*=clearIndicator i],[class*=__clear i],[class*=-clear]")].find(shown);
      if (found) return found;
    }
    return null;
  }

  /** @type {Hand} */
  const combobox = {
    read: ({ element, action }) => {
      const labels = action.values.map((/** @type {string} */ value) => picks.get(element)?.get(value) ?? value);
      const said = showsAll(element, labels) ? labels : labels.filter((/** @type {string} */ label) => shows(element, label));
      return said.length ? said : [sincerely.widget.value({ element, kind: "combobox", members: [] })].filter(Boolean);
    },
    holds: ({ element, action }) => action.values.length > 0 && showsAll(element, action.values.map((/** @type {string} */ value) => picks.get(element)?.get(value) ?? value)),
    async write({ element, field, action, wait }) {
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
          const offered = answer.labels.slice(0, 5).join(" · ");
          return `${answer.problem}: “${value}”${offered ? ` (${offered}${answer.labels.length > 5 ? " …" : ""})` : ""}`;
        }
        picked.set(value, answer.picked);
      }
      await until(() => combobox.holds(/** @type {Task} */ ({ element, action })), 400);
      if (native && !native.readOnly && sincerely.gestures.touched) blur(native);
      return "";
    },
    keep({ element, field, action }) {
      const before = field.value;
      return async () => {
        const chosen = action.values.map((/** @type {string} */ value) => picks.get(element)?.get(value) ?? value);
        picks.delete(element);
        if (before && !PROMPT.test(before)) {
          await choose(element, before, { limit: 1500 });
          return;
        }
        const cross = clearer(element);
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
    read: ({ element }) => listOptions(element).filter((option) => option.getAttribute("aria-selected") === "true").map(sincerely.lists.labelOf),
    holds: (task) => task.action.values.every((/** @type {string} */ value) => listbox.read(task).some((label) => fold(label) === fold(value))),
    async write({ element, action }) {
      for (const value of action.values) {
        const option = listOptions(element).find((one) => fold(sincerely.lists.labelOf(one)) === fold(value));
        if (!option) return "the choice is not offered";
        if (option.getAttribute("aria-selected") !== "true") await press(option);
      }
      return "";
    },
    keep(task) {
      const before = listbox.read(task);
      return async () => {
        for (const option of listOptions(task.element)) {
          if ((option.getAttribute("aria-selected") === "true") !== before.includes(sincerely.lists.labelOf(option))) await press(option);
        }
      };
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
    keep({ element }) {
      const before = /** @type {HTMLElement} */ (element).innerText;
      return () => editText(/** @type {HTMLElement} */ (element), squash(before) ? before : "");
    },
  };

  /** @param {Element} element @param {string} name whether the page says the file's name near the field */
  function named(element, name) {
    for (let at = /** @type {Element | null} */ (element), level = 0; at && level < 7; at = parent(at), level += 1) {
      if (at.matches("body,html")) return false;
      if (/** @type {HTMLElement} */ (at).innerText?.includes(name)) return true;
    }
    return false;
  }
  /** @param {string} accept @param {File} file */
  function accepted(accept, file) {
    const kinds = accept.toLowerCase().split(",").map((kind) => kind.trim()).filter(Boolean);
    return !kinds.length || kinds.some((kind) =>
      kind.startsWith(".") ? file.name.toLowerCase().endsWith(kind) : kind === "*/*" || kind === file.type || (kind.endsWith("/*") && file.type.startsWith(kind.slice(0, -1))));
  }

  /** @type {Hand} */
  const file = {
    read: ({ element, files }) => {
      const held = [...(box(element).files ?? [])].map((one) => one.name);
      return held.length ? held : files.map((one) => one.name).filter((name) => named(element, name));
    },
    holds: (task) => {
      const held = [...(box(task.element).files ?? [])];
      // Without the bytes at hand (a second look), the name says it.
      if (held.length && !task.files.length) return held.map((one) => one.name).join() === task.action.values.join();
      if (held.length) return held.length === task.files.length && held.every((one, index) => one.name === task.files[index].name && one.size === task.files[index].size);
      if (!task.files.length) return false;
      return task.files.every((one) => named(task.element, one.name));
    },
    async write(task) {
      const picker = box(task.element);
      if (!task.files.length) return "the file is not at hand";
      const refused = task.files.find((one) => !accepted(picker.accept ?? "", one));
      if (refused) return `the field takes ${picker.accept} only`;
      if (picker.matches("input[type=file]")) attach(picker, task.files);
      else drop(task.element, task.files);
      await until(() => file.holds(task), 1500);
      return "";
    },
    keep: ({ element }) => () => {
      const picker = box(element);
      if (picker.matches("input[type=file]") && picker.files?.length) attach(picker, []);
    },
  };

  /** @type {Record<string, Hand>} */
  const hands = {
    text, textarea: text, email: text, tel: text, url: text, search: text, password: text, number: text,
    date: dated, month: dated, time: dated, range, color: range,
    select, multiselect: select, radio: group, checkboxes: group, chips: group, checkbox, buttons, combobox, listbox, richtext, file,
  };

  sincerely.hands = {
    /** @param {any} field @param {any} action @param {Element} element @returns {Hand | undefined} */
    of(field, action, element) {
      if (field.widget === "text" && /** @type {HTMLInputElement} */ (box(element)).readOnly) return dated;
      if (action.kind === "attach") return file;
      return hands[field.widget];
    },
    PROMPT,
  };
})();
