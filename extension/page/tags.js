// @ts-check
// Boxes that make a tag of each word once Enter was pressed: one is known by its own words ("press Enter to add") or by
// what its page calls it; and boxes that list each word once the "Add" beside them was pressed. What only stands typed in
// such a box is not kept by it. Needs typing.js.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.tags) return;
  const { parent } = sincerely.dom;
  const { focus, blur, key, change, press, typeKeys, replaceText, until, squash } = sincerely.gestures;
  const { fold, shown } = sincerely.choices;
  const { box, text } = sincerely.typing;

  const CALLED = /(^|[-_ ])(tags?|chips?|tokens?)[-_]{0,2}(input|field|box|editor|control)s?([-_ ]|$)|(^|[-_ ])(input|field)[-_]{0,2}(tags?|chips?|tokens?)([-_ ]|$)|tokenfield|tagsinput|tagsInput|TagInput|ChipInput/;
  const ASKS = /\b(press|hit|tap|type and|then)\b[^.]{0,20}\benter\b|\benter\b[^.]{0,12}\b(key|to add|after each)\b|(eingabetaste|enter)[^.]{0,12}(drücken|bestätigen)|(appuyez|tapez)[^.]{0,16}entrée|(pulsa|pulse|presiona|presione|pressione|aperte)[^.]{0,12}(intro|enter)/i;
  const CROSS = /^\W*(remove|delete|entfernen|löschen|supprimer|retirer|eliminar|quitar|remover|excluir|clear)\b|^\s*[×✕✖x]?\s*$/i;
  /** The same within the words of a tag. */
  const REMOVES = /[×✕✖]|(?<!\p{L})(remove|delete|entfernen|löschen|supprimer|retirer|eliminar|quitar|remover|excluir)(?!\p{L})/giu;
  const LEVELS = 4;
  const TYPED = "input:not([type=hidden]):not([type=button]):not([type=submit]),select,textarea";
  const BUTTONS = "button,[role=button],input[type=button],a:not([href]),a[href^='#']";
  const ADDS = /^\W*(add|hinzufügen|ajouter|añadir|agregar|adicionar|aggiungi|toevoegen|dodaj|追加|जोड़ें)( (it|to (the )?list))?\W*$|^\s*[+＋]\s*$/i;
  const ADDS_ONE = /^\W*(?:add|ajouter|añadir|agregar|adicionar|aggiungi|toevoegen|dodaj)(?: an?| une?| una?)? (\p{L}+)\W*$|^\W*(\p{L}+) hinzufügen\W*$/iu;
  /** What may be listed word by word. Elsewhere such a button opens one more box of the same kind. */
  const LISTED = /^(skills|languages|certifications|interests|keywords|tools)\b/;

  /** @typedef {{ element: Element, members: Element[], field: any, action: any, files: File[], wait: number }} Task */

  /** @param {any} field @param {HTMLInputElement} at */
  const asks = (field, at) => ASKS.test(`${at.placeholder} ${field.help ?? ""} ${field.label ?? ""}`);

  /** The button beside a box that adds what stands in it to a list. @param {any} field @param {any} action @param {Element} at */
  function adder(field, action, at) {
    if (!LISTED.test(action.meaning ?? "")) return null;
    for (let up = parent(at), level = 0; up && level < LEVELS - 1 && !up.matches("body"); up = parent(up), level += 1) {
      if (up.querySelectorAll(TYPED).length > 1) return null;
      const found = [...up.querySelectorAll(BUTTONS)].filter((one) => {
        const says = (one.textContent?.trim() || one.getAttribute("aria-label") || /** @type {HTMLInputElement} */ (one).value || "").replace(/\s+/g, " ");
        const [, noun, german] = ADDS_ONE.exec(says) ?? [];
        const named = fold(noun ?? german ?? "");
        return shown(one) && (ADDS.test(says) || (named !== "" && fold(field.label).split(" ").some((word) => word.startsWith(named) || named.startsWith(word))));
      });
      if (found.length) return found.length === 1 ? found[0] : null;
    }
    return null;
  }

  /** The box around one input where its tags stand; null where it is no such box. @param {any} field @param {any} action @param {Element} element @returns {Element | null} */
  function host(field, action, element) {
    const at = box(element);
    if (field.widget !== "text" || at.localName !== "input" || at.hasAttribute("list") || /^(combobox|searchbox)$/.test(at.getAttribute("role") ?? "")) return null;
    const asked = asks(field, at) || adder(field, action, at) !== null;
    let found = asked ? parent(at) : null;
    for (let up = /** @type {Element | null} */ (at), level = 0; up && level < LEVELS && !up.matches("form,body"); up = parent(up), level += 1) {
      if (up.querySelectorAll("input:not([type=hidden]),select,textarea").length > 1) break;
      if (CALLED.test(up.getAttribute("class") ?? "") && up !== at) return up;
      if (asked && up !== at) found = up;
      else if (!asked && up === at && CALLED.test(at.getAttribute("class") ?? "")) found = parent(at);
    }
    return found;
  }

  /** @param {Task} task @returns {string[]} one for each tag that is asked */
  const wanted = ({ action }) => (action.values[0] ?? "").split(/\s*[,;\n]\s*/).map(squash).filter(Boolean);

  /** Where the tags of a box may stand: around it, or in a list of their own right before or behind that. @param {Element} around */
  function places(around) {
    const beside = [around.previousElementSibling, around.nextElementSibling];
    return [around, ...beside.flatMap((one) => (one && !one.querySelector(TYPED) ? [one] : []))];
  }

  /** The innermost element that says one tag and nothing else but how to remove it. @param {Element} around @param {Element} input @param {string} word */
  function tagOf(around, input, word) {
    const says = (/** @type {Element} */ one) => fold((one.textContent ?? "").replace(REMOVES, " ")) === fold(word);
    return places(around).flatMap((one) => [...one.querySelectorAll("*")].reverse()).find((one) => one !== input && !one.matches("label,legend,option,script,style") && says(one) && shown(one)) ?? null;
  }

  /** @param {Task} task @returns {string[]} which of the asked tags stand there */
  function there(task) {
    const around = host(task.field, task.action, task.element);
    return around ? wanted(task).filter((word) => tagOf(around, box(task.element), word)) : [];
  }

  /** @param {Task} task @param {string} word */
  async function remove(task, word) {
    const around = host(task.field, task.action, task.element);
    const tag = around && tagOf(around, box(task.element), word);
    for (let at = tag, level = 0; at && level < 3 && !places(around).includes(at); at = /** @type {any} */ (parent(at)), level += 1) {
      const cross = [...at.querySelectorAll("button,[role=button],svg,a,i,span")].find((one) => CROSS.test(one.getAttribute("aria-label") ?? one.textContent ?? "") && shown(one));
      if (!cross) continue;
      await press(cross, { focus: false });
      if (await until(() => !there(task).includes(word), 300)) return;
    }
    focus(box(task.element));
    if (box(task.element).value === "") key(box(task.element), "Backspace").up();
    await until(() => !there(task).includes(word), 300);
  }

  /** Presses "Add": a box of its own form hears that it is sent, and sends nothing. @param {Task} task @param {Element} at @param {Element} add */
  async function send(task, at, add) {
    change(at);
    await until(() => !add.matches(":disabled,[aria-disabled=true]"), 300);
    await press(add, { keeps: alone(at) });
  }

  /** The form of nothing but this box, or null. @param {Element} at */
  function alone(at) {
    const form = at.closest("form");
    return form && form.querySelectorAll(TYPED).length === 1 ? form : null;
  }

  sincerely.tags = {
    host,
    /** @type {any} */
    hand: {
      /** @param {Task} task */
      read: (task) => [[...there(task), squash(box(task.element).value)].filter(Boolean).join(", ")],
      /** @param {Task} task */
      holds: (task) => box(task.element).value
        // Where Enter made no tag and none was asked for, it is a box for plain text by another name.
        ? there(task).length === 0 && !asks(task.field, box(task.element)) && text.holds(task)
        : wanted(task).length > 0 && there(task).length === wanted(task).length,
      /** @param {Task} task */
      async write(task) {
        const at = box(task.element);
        for (const word of wanted(task)) {
          if (there(task).includes(word)) continue;
          const add = adder(task.field, task.action, at);
          focus(at);
          await typeKeys(at, word);
          if (add) await send(task, at, add);
          else key(at, "Enter").up();
          if (await until(() => at.value === "" && there(task).includes(word), add ? 1_500 : 500)) continue;
          if (add) {
            replaceText(at, "");
            return `its “Add” does not list “${word}”`;
          }
          if (there(task).length || asks(task.field, at)) return `it makes no tag of “${word}”`;
          return text.write(task);
        }
        blur(at);
        return "";
      },
      /** @param {Task} task */
      keep: (task) => {
        const before = there(task);
        const typed = box(task.element).value;
        return async () => {
          for (const word of there(task).reverse()) if (!before.includes(word)) await remove(task, word);
          if (box(task.element).value !== typed) replaceText(box(task.element), typed);
        };
      },
    },
  };
})();
