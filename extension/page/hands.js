// @ts-check
// One hand for each kind of control. Here those that are pressed (radios, boxes, buttons) and files; typed ones and lists
// have their own. Decides nothing about whether a control may be touched. Needs typing.js and choosers.js.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.hands) return;
  const { parent } = sincerely.dom;
  const { blur, press, setChecked, attach, drop, until } = sincerely.gestures;
  const { fold } = sincerely.choices;
  const { text, dated, range, richtext, edited, box } = sincerely.typing;
  const { select, combobox, listbox, PROMPT } = sincerely.choosers;

  /**
   * @typedef {{ element: Element, members: Element[], field: any, action: any, files: File[], wait: number }} Task
   * @typedef {{ read: (task: Task) => string[], holds: (task: Task) => boolean, write: (task: Task) => Promise<string>,
   *   keep: (task: Task, was?: string[]) => () => Promise<void> | void }} Hand `keep`: how to put back what stands there now, or `was` where the page made the control anew since
   */

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
    // By its words and never by its value alone: the page may have given that other words since the plan.
    return action.values.flatMap((/** @type {string} */ label, /** @type {number} */ index) => {
      const called = all.filter((member) => fold(sincerely.widget.caption(member)) === fold(label));
      const value = action.optionValues?.[index];
      const found = called.find((member) => value && /** @type {HTMLInputElement} */ (member).value === value) ?? called[0];
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
    keep({ members }, was) {
      const before = members.map((member) => (was ? was.includes(sincerely.widget.caption(member)) : isOn(member)));
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
    keep({ element }, was) {
      const before = was ? was[0] === "true" : isOn(element);
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
    keep: ({ members }, was) => {
      const before = members.map((member) => (was ? was.includes(sincerely.widget.caption(member)) : isOn(member)));
      return async () => {
        const again = members.find((member, index) => isOn(member) !== before[index] && isOn(member));
        const prior = members.find((_, index) => before[index]);
        if (prior) await press(prior);
        else if (again) await press(again);
      };
    },
  };
  /** Buttons without an attribute that visibly took our press. @type {WeakMap<Element, boolean>} */
  const pressed = new WeakMap();

  /** What stood around a field before it took a file: some pages put the file's name in the field's place. @type {WeakMap<Element, Element[]>} */
  const stoodIn = new WeakMap();

  /** The boxes around a field, nearest first. @param {Element} element */
  function boxesOf(element) {
    const found = [];
    for (let at = /** @type {Element | null} */ (element); at && found.length < 7 && !at.matches("body,html"); at = parent(at)) found.push(at);
    return found;
  }

  /** @param {Element} element @param {string} name whether the page says the file's name near the field */
  const named = (element, name) =>
    (element.isConnected ? boxesOf(element) : (stoodIn.get(element) ?? []).filter((one) => one.isConnected)).some((at) => /** @type {HTMLElement} */ (at).innerText?.includes(name));
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
      const held = task.element.isConnected ? [...(box(task.element).files ?? [])] : [];
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
      if (picker.matches("input[type=file]")) {
        attach(picker, task.files);
        await until(() => file.holds(task), 1500);
        return "";
      }
      drop(task.element, task.files);
      return (await until(() => file.holds(task), task.wait)) ? "" : "it does not take the file that is dropped on it: attach it by hand";
    },
    keep: ({ element, files }) => {
      stoodIn.set(element, boxesOf(element));
      return async () => {
        const picker = box(element);
        if (picker.matches("input[type=file]") && picker.isConnected) {
          if (picker.files?.length) attach(picker, []);
        } else if (files.length) await sincerely.entries.remove(files.map((one) => one.name));
      };
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
      if (field.widget === "date" && element.getAttribute("role") === "spinbutton") return sincerely.sections;
      if (sincerely.tags.host(field, action, element)) return sincerely.tags.hand;
      if (field.widget === "textarea" && sincerely.widget.editorOf(element)) return edited;
      return hands[field.widget];
    },
    PROMPT,
  };
})();
