// @ts-check
// Dates that are typed section by section (day, month and year as spin buttons without a text box): which section is which, by
// the range it takes and so in any language, how the date is read, typed and emptied. Needs gestures.js and calendar.js.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.sections) return;
  const { focus, blur, key, send, press, pause, until, write } = sincerely.gestures;

  /** @param {Element} element @param {string} name */
  const number = (element, name) => Number(element.getAttribute(name) ?? NaN);

  /** @param {any} task */
  const partsOf = (task) => sincerely.widget.sections(task.members.length ? task.members : [task.element]);

  /** @param {Element} section @param {string} digits */
  async function type(section, digits) {
    await press(section, { quick: true });
    focus(section);
    for (const digit of digits) {
      const pressed = key(section, digit);
      const open = send(section, new InputEvent("beforeinput", { bubbles: true, composed: true, cancelable: true, data: digit, inputType: "insertText" }));
      if (pressed.open && open && section.isConnected) {
        write(() => { section.textContent = digit; });
        send(section, new InputEvent("input", { bubbles: true, composed: true, data: digit, inputType: "insertText" }));
      }
      pressed.up();
      await pause(15);
    }
  }

  const sections = {
    /** @param {any} task */
    read: (task) => [sincerely.widget.sectionedDate(task.members)].filter(Boolean),
    /** @param {any} task */
    holds(task) {
      const wanted = sincerely.calendar.isoDate(task.action.values[0] ?? "") ?? sincerely.calendar.isoDate(task.action.factText ?? "");
      const parts = partsOf(task);
      return Boolean(wanted && parts && number(parts.year, "aria-valuenow") === wanted.year && number(parts.month, "aria-valuenow") === wanted.month + 1
        && (!parts.day || number(parts.day, "aria-valuenow") === wanted.day));
    },
    /** @param {any} task */
    async write(task) {
      const wanted = sincerely.calendar.isoDate(task.action.values[0] ?? "") ?? sincerely.calendar.isoDate(task.action.factText ?? "");
      if (!wanted) return "the date is not known to the day";
      const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
      for (const [part, digits] of [["month", two(wanted.month + 1)], ["day", two(wanted.day)], ["year", String(wanted.year)]]) {
        const section = partsOf(task)?.[part];
        if (section) await type(section, digits);
      }
      await until(() => sections.holds(task), 300, 15);
      blur(task.element);
      return "";
    },
    /** @param {any} task */
    keep: (task) => async () => {
      for (const section of Object.values(partsOf(task) ?? {})) {
        if (!section) continue;
        await press(section, { quick: true });
        focus(section);
        for (let count = 0; count < 4 && section.hasAttribute("aria-valuenow"); count += 1) {
          key(section, "Backspace").up();
          await pause(10);
        }
        // Some take Backspace as an edit of their text; Delete empties a section in one.
        if (section.hasAttribute("aria-valuenow")) key(section, "Delete").up();
        await pause(10);
        blur(section);
      }
    },
  };

  sincerely.sections = sections;
})();
