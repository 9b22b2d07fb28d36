// @ts-check
// Entries that a page asks for in a form of their own: a window, or a part with its own "Save", after which the entry stands
// listed as a card. Presses that button and "Cancel", never one that leads on or sends. Needs scan.js, choices.js, claims.js.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.entries) return;
  const { page, parent, holds, walk, runs, textOf } = sincerely.dom;
  const { press, key, pause, until } = sincerely.gestures;
  const { fold, shown } = sincerely.choices;

  const WINDOW = "dialog,[role=dialog],[role=alertdialog],[aria-modal=true]";
  const BUTTONS = "button,[role=button],input[type=button],input[type=submit],a:not([href]),a[href^='#'],a[href^='javascript:']";
  const CONTROLS = "input:not([type=hidden]),select,textarea,[role=combobox],[contenteditable=true]";
  const SAVES = /^\W*(save|add|done|ok|okay|confirm|update|create|insert|speichern|sichern|hinzufügen|übernehmen|fertig|bestätigen|anlegen|enregistrer|ajouter|valider|terminer|confirmer|guardar|añadir|agregar|aceptar|listo|salvar|adicionar|concluir|confirmar|gravar|salva|aggiungi|conferma|opslaan|toevoegen|bevestigen|zapisz|dodaj|保存|追加|完了|सहेजें|जोड़ें)(?![\p{L}])|(speichern|hinzufügen|übernehmen)\W*$/iu;
  /** Those of them that say nothing else. */
  const KEEPS = /^\W*(save|done|speichern|sichern|übernehmen|fertig|enregistrer|valider|terminer|guardar|listo|salvar|gravar|concluir|salva|opslaan|zapisz|保存|完了|सहेजें)(?![\p{L}])|(speichern|übernehmen)\W*$/iu;
  /** Words of buttons that do more than keep one entry, or something else. */
  const ONWARD = /file|attach|document|upload|photo|link|datei|anhang|fichier|archivo|arquivo|submit|apply|application|send|next|continue|proceed|another|finish|draft|later|exit|weiter|bewerb|absenden|einreichen|suivant|continuer|postuler|envoyer|candidature|siguiente|continuar|enviar|solicitud|próximo|seguinte|candidatura|応募|送信|次へ/iu;
  const CANCELS = /^\W*(cancel|close|discard|dismiss|abbrechen|schließen|verwerfen|annuler|fermer|cancelar|cerrar|fechar|descartar|annulla|chiudi|annuleren|sluiten|anuluj|キャンセル|閉じる|रद्द करें|x)\W*$|^\s*[×✕✖]\s*$/iu;
  const AGREES = /^\W*(yes|ok|okay|confirm|discard|leave|delete|remove|ja|verwerfen|löschen|entfernen|oui|supprimer|retirer|sí|si|eliminar|quitar|descartar|sim|excluir|remover|elimina|rimuovi|verwijderen|usuń|はい|削除|हाँ)(?![\p{L}])/iu;
  const REMOVES = /^\W*(remove|delete|entfernen|löschen|supprimer|retirer|eliminar|quitar|remover|excluir|rimuovi|elimina|verwijder|usuń|削除)(?![\p{L}])|^\s*[×✕✖]\s*$|^x$|(löschen|entfernen|verwijderen|verwijder|削除)\W*$/iu;
  const REMOVES_CLASS = /(^|[-_ ])(delete|remove|trash)([-_ ]|$)/i;
  /** As far as one looks around a button for what it adds to. */
  const MOST_ABOVE = 8;
  const MOST_TEXT = 200_000;
  const STILL_MS = 600;

  /** @param {Element} button */
  const said = (button) => ((button instanceof HTMLInputElement ? button.value : button.textContent)?.replace(/\s+/g, " ").trim() || button.getAttribute("aria-label") || button.getAttribute("title") || "").slice(0, 80);
  /** Whether a button is called so: a picture may be all that is drawn on it. @param {Element} button @param {RegExp} words */
  const calls = (button, words) => [said(button), button.getAttribute("aria-label"), button.getAttribute("title")].some((name) => name && words.test(name));
  /** @param {Element | Document} root @returns {Element[]} buttons a person sees in it */
  function buttonsIn(root) {
    /** @type {Element[]} */
    const found = [];
    walk(root, BUTTONS, (/** @type {Element} */ element) => void (element.matches(BUTTONS) && shown(element) && found.push(element)));
    return found;
  }
  /** @param {Element} element @param {string} wanted @returns {Element | null} the nearest such box around it, across shadow trees */
  function around(element, wanted) {
    for (let at = /** @type {Element | null} */ (element); at; at = parent(at)) if (at.matches(wanted)) return at;
    return null;
  }

  /**
   * A form of its own that is open: the smallest box around its fields, the box that has its buttons too, and the button that keeps it.
   * @typedef {{ core: Element, box: Element, save: Element | null, opener: any, section: string, window: boolean }} Own
   */

  /**
   * The form of its own that new fields stand in; null where they are simply further fields of the page.
   * @param {Element[]} fresh @param {Element[]} others the fields there were before @param {Element[]} before buttons there were before
   * @param {Element} pressed @param {any} opener the button as the scan told of it
   * @returns {Own | null}
   */
  function own(fresh, others, before, pressed, opener) {
    let core = fresh[0];
    for (let up = parent(core); up && !fresh.every((one) => holds(core, one)); up = parent(core)) core = up;
    const known = new Set(before);
    const gone = new Set(before.filter((one) => !one.isConnected && one !== pressed).map((one) => fold(said(one))));
    // All of a window that came is new, also where the one before it was still fading away and is shown again.
    const keeps = (/** @type {Element} */ box, came = false) => {
      const found = buttonsIn(box).filter((one) => (came || (!known.has(one) && !gone.has(fold(said(one))))) && SAVES.test(said(one)) && !ONWARD.test(said(one)));
      return found.find((one) => KEEPS.test(said(one))) ?? found[found.length - 1] ?? null;
    };
    const window = around(core, WINDOW);
    const section = (/** @type {Element} */ box) => {
      const heads = [...box.querySelectorAll("h1,h2,h3,h4,h5,h6,legend,[role=heading]"), ...sincerely.ties.referred(box, "aria-labelledby")].map((one) => textOf(one)).filter(Boolean);
      return (heads[0] || box.getAttribute("aria-label") || opener.section || opener.text).slice(0, 300);
    };
    if (window && !holds(window, pressed)) return { core, box: window, save: keeps(window, true), opener, section: section(window), window: true };
    for (let box = /** @type {Element | null} */ (core), level = 0; box && level < MOST_ABOVE && !box.matches("body,html"); box = parent(box), level += 1) {
      if (others.some((one) => holds(/** @type {Element} */ (box), one))) return null;
      const save = keeps(box);
      // A further block may have a button of its own that adds something: it is a form of its own where it can be given up.
      if (save && (KEEPS.test(said(save)) || buttonsIn(box).some((one) => !known.has(one) && calls(one, CANCELS)))) return { core, box, save, opener, section: section(box), window: false };
    }
    return null;
  }

  /** Whether a form still stands open; a window may make its fields anew meanwhile. @param {Own} form */
  const open = ({ core, box, window }) => [box, window ? box : core].every((one) => one.isConnected && one.checkVisibility({ visibilityProperty: true, opacityProperty: true }));

  /** How often the page says each of `words`, but for what stands in `form` while it is open. @param {readonly string[]} words @param {Own} [form] */
  function counts(words, form) {
    const skip = (/** @type {Element} */ element) => element === form?.core || element.matches("[role=status]");
    const boxes = buttonsIn(page).map(said);
    const text = ` ${fold([runs(page.body, { skip, limit: MOST_TEXT }).map((/** @type {any} */ run) => run.text).join(" "), ...boxes].join(" "))} `;
    return words.map((word) => text.split(fold(word)).length - 1);
  }

  /** The page's complaints in a form. @param {Own} form @param {any[]} fields */
  function complaints({ box }, fields) {
    const alerts = [...box.querySelectorAll("[role=alert]")].filter(shown).map((one) => textOf(one) || one.textContent?.trim() || "");
    const invalid = fields.flatMap((field) => {
      const element = /** @type {HTMLInputElement | null} */ (sincerely.element(field.id));
      return element?.validity && !element.validity.valid ? [`${field.label}: ${element.validationMessage}`] : [];
    });
    return [...new Set([...fields.map((field) => field.error), ...alerts, ...invalid].filter(Boolean))].join("; ").slice(0, 300);
  }

  /** @param {Own} form @returns {any[]} its fields a person sees */
  const fieldsOf = ({ box }) => sincerely.scan().fields.filter((/** @type {any} */ field) => {
    const element = field.visible && sincerely.element(field.id);
    return element && holds(box, element);
  });

  /** Gives a form up: its own "Cancel", else Escape; a page that asks whether one is sure is told yes. @param {Own} form @returns {Promise<boolean>} */
  async function cancel(form) {
    const cross = buttonsIn(form.box).find((one) => calls(one, CANCELS));
    const before = new Set(windows());
    if (cross) await press(cross);
    else key(page.activeElement && holds(form.box, page.activeElement) ? page.activeElement : form.core, "Escape").up();
    await until(() => !open(form) || windows().some((one) => !before.has(one)), 800);
    if (open(form)) await agree(before);
    return Boolean(await until(() => !open(form), 1_000));
  }

  function windows() {
    /** @type {Element[]} */
    const found = [];
    walk(page, WINDOW, (/** @type {Element} */ element) => void (element.matches(WINDOW) && shown(element) && found.push(element)));
    return found;
  }

  /** Says yes to a question that has come up since. @param {Set<Element>} before the windows there were */
  async function agree(before) {
    const asks = windows().find((one) => !before.has(one) && !one.querySelector(CONTROLS));
    const yes = asks && buttonsIn(asks).filter((one) => AGREES.test(said(one)) && !ONWARD.test(said(one)));
    if (yes?.length === 1) await press(yes[0]);
  }

  /**
   * Fills one entry into its open form, keeps it by the form's own button and looks for it on the page.
   * @param {Own} form @param {string} entry in words @param {any[]} actions
   * @param {(action: any) => Promise<any>} fillOne
   * @returns {Promise<{ problem: string, listed: string[], results: any[] }>} `listed`: the words by which the page lists it
   */
  async function write(form, entry, actions, fillOne) {
    /** @type {any[]} */
    const results = [];
    for (const round of [1, 2]) {
      for (const [index, action] of actions.entries()) {
        const field = fieldOf(form, action);
        const { result } = field ? await fillOne({ ...action, fieldId: field.id, label: field.label }) : { result: { status: "unfillable", readBack: [], before: [], message: "the form of this entry does not ask it" } };
        if (round === 1 || !["already", "left"].includes(result.status)) results[index] = { ...result, fieldId: action.fieldId };
      }
      await pause(60);
    }
    const fields = fieldsOf(form);
    const lacking = fields.find((field) => field.required && !field.disabled && lacks(field));
    let problem = lacking ? `it asks for “${lacking.label}”` : form.save ? "" : "no button of its own keeps it";
    const values = actions.flatMap((action, index) => (["verified", "already"].includes(results[index].status) && ["fill", "choose"].includes(action.kind) ? [...action.values, ...results[index].readBack] : [])).filter((text) => /\p{L}{2}/u.test(text));
    const telling = [...new Set(values.filter((text) => fold(entry).includes(fold(text))))];
    const words = telling.length ? telling : [...new Set(values)];
    if (!problem) problem = words.length ? await keep(form, words) : "nothing of it could be filled";
    if (!problem) return { problem, listed: words, results };
    if (open(form) && !(await cancel(form))) problem += "; its form still stands open";
    return { problem, listed: [], results: results.map((one) => ({ ...one, status: "unfillable", message: one.status === "verified" ? "its entry was not kept" : one.message })) };
  }

  /** @param {any} field @returns {boolean} whether it holds nothing */
  function lacks(field) {
    const element = sincerely.element(field.id);
    if (!element || field.checked) return false;
    if (field.widget === "checkbox") return true;
    const members = sincerely.members(field.id);
    if (members.length && field.widget !== "date") return !members.some((/** @type {Element} */ one) => sincerely.widget.checked(one));
    if (element instanceof HTMLSelectElement) return [...element.selectedOptions].every((option) => option.value === "");
    return sincerely.claims.empty(field, [field.value], element, []);
  }

  /** The field of an open form that an action means: ids may differ from one opening to the next, questions do not. @param {Own} form @param {any} action */
  function fieldOf(form, action) {
    const fields = fieldsOf(form);
    const id = action.fieldId.replace(/~\d+$/, "");
    return fields.find((field) => field.id === id && fold(field.label) === fold(action.label)) ?? fields.find((field) => fold(field.label) === fold(action.label));
  }

  /** @param {Own} form @param {string[]} words @returns {Promise<string>} a problem, or "" once the page lists one of `words` once more */
  async function keep(form, words) {
    const save = /** @type {Element} */ (form.save?.isConnected ? form.save : null);
    if (!save || !(await until(() => !save.matches(":disabled,[aria-disabled=true]"), 1_000))) return complaints(form, fieldsOf(form)) || "its button cannot be pressed";
    const before = counts(words, form);
    await press(save, { keeps: form.box });
    let since = 0;
    let told = "";
    await until(() => {
      if (!open(form)) return true;
      told = complaints(form, fieldsOf(form));
      since = told ? since || performance.now() : 0;
      return since > 0 && performance.now() - since > STILL_MS;
    }, 5_000, 60);
    if (open(form)) return told ? `the page says: ${told}` : "its form does not close";
    const listed = await until(() => counts(words).some((count, index) => count > before[index]), 2_000, 60);
    return listed ? "" : "its form closed, and the page does not list it";
  }

  /**
   * Takes a listed entry out again by the one "remove" button of its card.
   * @param {string[]} words by which the page lists it @returns {Promise<boolean>}
   */
  async function remove(words) {
    const before = counts(words);
    const removers = buttonsIn(page).filter((one) => calls(one, REMOVES) || (!said(one) && REMOVES_CLASS.test(one.className?.toString() ?? "")));
    const cards = removers.flatMap((button) => {
      let card = button;
      for (let up = parent(card); up && !up.matches("body,form") && !removers.some((other) => other !== button && holds(/** @type {Element} */ (up), other)) && !controlsIn(up); up = parent(card)) card = up;
      const text = fold([textOf(card), ...buttonsIn(card).map(said)].join(" "));
      const named = fold(`${button.getAttribute("aria-label") ?? ""} ${button.textContent ?? ""}`);
      return words.every((word, index) => !before[index] || text.includes(fold(word)) || named.includes(fold(word))) ? [button] : [];
    });
    if (cards.length !== 1) return false;
    const known = new Set(windows());
    await press(cards[0]);
    const gone = () => counts(words).some((count, index) => count < before[index]);
    await until(() => gone() || windows().some((one) => !known.has(one)), 800);
    if (!gone()) await agree(known);
    return Boolean(await until(gone, 1_500));
  }

  /** @param {Element} box */
  function controlsIn(box) {
    let found = false;
    walk(box, CONTROLS, (/** @type {Element} */ element) => !(found = element.matches(CONTROLS) && !inside(element)));
    return found;
  }

  /** Open forms by the id of the button that opened them. @type {Map<string, Own>} */
  const opened = new Map();
  /** @param {Element} element @returns {Own | undefined} the open form it stands in */
  const inside = (element) => [...opened.values()].find((form) => open(form) && holds(form.box, element) && (form.window || holds(form.core, element)));

  sincerely.entries = { own, open, write, cancel, remove, opened, inside, buttonsIn };
})();
