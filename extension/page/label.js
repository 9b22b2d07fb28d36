//# allFunctionsCalledOnLoad
// @ts-check
// What a control is called, by every means a person has: linked and wrapping labels, ARIA, legends, the words before it in its
// own box, table headers, the words behind it, its placeholder. Needs dom.js and widget.js.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.label) return;
  const { parent, treeOf, runs, textOf, speaks } = sincerely.dom;
  const { referred, labelsOf } = sincerely.ties;

  const MAX_LABEL = 1500;
  const STOP = /^(FORM|BODY|HTML|MAIN|ARTICLE|SECTION|FIELDSET|DIALOG|TABLE|TBODY)$/;
  const HEADING = /^H[1-6]$/;
  /** Words on a control that say what to do with it and not what it is. */
  const GENERIC =
    /^(attach( (a )?files?)?|upload( (a |your )?(files?|documents?))?|browse|choose (a )?files?|select (a )?files?|add (a )?files?|drop (your )?files? here.*|drag (and|&) drop.*|(or )?drag.*here.*|click to upload.*|no file (chosen|selected).*|file|files|select(\.{3}|…)?|select (one|an option)(\.{3}|…)?|please select(\.{3}|…)?|choose(\.{3}|…)?|search(\.{3}|…)?|toggle( flyout)?|open|clear|show options|datei(en)? (auswählen|hochladen)|hochladen|durchsuchen|auswählen|bitte (aus)?wählen.*|parcourir|choisir( un fichier)?|joindre|sélectionner.*|seleccion(ar|e)( archivo)?.*|subir( archivo)?|adjuntar|selecione.*|anexar|escolher( arquivo)?|carregar( arquivo)?|ファイルを選択|選択してください|type here\.*|enter (text|value)( here)?\.*|required|optional|pflichtfeld|obligatoire|obligatorio|erforderlich|a response is required|this field is required|\+?\d{1,4})$/i;

  /** First words of those above: hardly a label begins so, and the long pattern is made ready only where it is needed. */
  const OPENS = new Set(
    "attach upload browse choose select add drop drag or click no file files please toggle open clear search show datei dateien hochladen durchsuchen auswählen bitte parcourir choisir joindre sélectionner seleccionar seleccione subir adjuntar selecione anexar escolher carregar ファイルを選択 選択してください type enter required optional pflichtfeld obligatoire obligatorio erforderlich a this".split(" "),
  );

  /** Classes of the page's complaints, which are written beside a field before there is anything to complain about. */
  const COMPLAINT = /(^|[-_ ])(error|errors|invalid|validation)([-_ ]|$)|error-?(message|text)/i;
  const ASKS = /[?？:：*＊✱]\s*$/;
  /** What only says how to answer is made of such words alone, one of the first kind among its first three. A language a row. @type {[Set<string>, Set<string>][]} */
  const HOW = [
    ["select check choose tick mark pick indicate multiple", "please only one all any every each as many up to at least the an a of from that which these those following below above appropriate applicable relevant correct box boxes option options answer answers response responses apply applies you like need needed would work for are open multiple if more than or and here two three choices selections possible allowed"],
    ["mehrfachauswahl mehrfachnennung mehrfachnennungen mehrfachantworten zutreffendes zutreffende eine mehrere alle passende wählen auswählen", "bitte alles ist sind möglich ankreuzen auswählen markieren wählen option optionen antwort antworten aus sie"],
    ["plusieurs cochez sélectionnez cocher sélectionner", "veuillez choix réponse réponses possibles un une tous toute toutes la les option options case cases ce qui s'applique s'appliquent s’applique s’appliquent correspondant correspondante correspondantes approprié appropriée appropriées votre"],
    ["selecciona seleccione marca marque elige elija escolha selecione assinale", "por favor un una todas todos um uma la las a as o os opción opciones opção opções respuesta respuestas resposta respostas que correspondan aplicável aplicáveis se apliquen"],
  ].map(([acts, others]) => [new Set(acts.split(" ")), new Set([...acts.split(" "), ...others.split(" ")])]);
  const EDGES = /^[^a-z\u00c0-\uffff]+|[^a-z\u00c0-\uffff]+$/g;
  const SEARCHES = /^\W*(search|find|filter|such(e|en)|finden|recherche(r|z)?|chercher|buscar|busca|procurar|pesquis(ar|e)|cerca|zoek(en)?|szukaj|ara|खोज|検索)/i;
  const HINTS = /^(\(|please\b|select\b|check\b|choose\b|tick\b|mark\b|for (more )?information|bitte\b|veuillez\b|por favor\b|e\.?g\.?\b|optional)/i;

  /** A conversation: one question after the other, each answered below the last message. */
  const TALK = '[role="log"], [class*="chatbot" i], [class*="chat-window" i], [class*="chat-drawer" i]';

  const MARK = /[*＊✱﹡∗⁎]/;

  /** A label as it is shown to a person: without marks that say "required". @param {string} text */
  function clean(text) {
    let shown = text.replace(/\s+/g, " ");
    const marked = MARK.test(shown);
    if (marked) shown = shown.replace(/\s*[*＊✱﹡∗⁎]+(\s*[:：])?\s*$/, "").replace(/^\s*[*＊✱﹡∗⁎]+\s*/, "");
    if (shown.includes("(")) shown = shown.replace(/\s*[*＊✱]?\s*\((required|optional|erforderlich|pflichtfeld|obligatoire|facultatif|optionnel|obligatorio|opcional|obrigatório|obbligatorio|verplicht|wymagane)\)\s*$/i, "");
    if (/[?？]/.test(shown)) shown = shown.replace(/([?？])\s+(required|optional)\s*$/i, "$1");
    if (marked) shown = shown.replace(/\s*[*＊✱]\s*(required|mandatory|optional|pflichtfeld|erforderlich|obligatoire|obligatorio|obrigatório)\b/i, "");
    shown = shown.replace(/\s*[:：]\s*$/, "").trim().slice(0, MAX_LABEL);
    // Written twice, once for screen readers: "First name First name".
    const words = (marked ? shown.replace(/[*＊✱]/g, " ").trim() : shown).split(/\s+/);
    const half = words.slice(0, words.length / 2).join(" ");
    return words.length % 2 === 0 && half === words.slice(words.length / 2).join(" ") ? half : shown;
  }

  /** Whether a text says how to answer and nothing about what: "Please check all that apply". @param {string} text */
  function onlyHow(text) {
    if (text.length > 120) return false;
    const words = text.toLowerCase().split(/\s+/).map((word) => word.replace(EDGES, "")).filter(Boolean);
    return HOW.some(([acts, all]) => words.slice(0, 3).some((word) => acts.has(word)) && words.every((word) => all.has(word)));
  }

  /** @param {string} text */
  function generic(text) {
    const opens = /^\s*(?:\+?\d|([a-z\u00c0-\u024f\u3040-\u9fff]+))/i.exec(text);
    if (!opens || (opens[1] && !OPENS.has(opens[1].toLowerCase()))) return !text;
    return GENERIC.test(text.replace(/[*:：\s]+$/u, "").trim());
  }

  /** @param {Element} element */
  const complains = (element) => COMPLAINT.test(String(element.getAttribute("class") ?? ""));

  /** @param {Element} element @param {string} name */
  const attribute = (element, name) => (element.getAttribute(name) ?? "").replace(/\s+/g, " ").trim();

  /**
   * The widest ancestor that holds no other field: the box of the question.
   * @param {Element} element @param {(element: Element) => number} fieldsIn how many fields an ancestor holds
   */
  function boxOf(element, fieldsIn) {
    let box = element;
    for (let level = 0; level < 9; level++) {
      const above = parent(box);
      if (!above || fieldsIn(above) > 1) break;
      if (STOP.test(above.tagName) && !(above.tagName === "FIELDSET" && level < 4)) break;
      box = above;
    }
    return box;
  }

  /** Linked and wrapping labels. @param {Element} element */
  function linked(element) {
    const labels = [...labelsOf(element)];
    if (!labels.length && element.id) {
      const root = treeOf(element);
      // The browser has looked already, unless the element takes no label or another one has its id.
      const known = "labels" in element && root.getElementById?.(element.id) === element;
      const one = known ? null : root.querySelector?.(`label[for="${CSS.escape(element.id)}"]`);
      if (one) labels.push(one);
    }
    return labels;
  }

  /**
   * @typedef {{text: string, source: string, elements: Element[], rest: string}} Found
   * `rest` is text of the question's box that is not its label.
   * @param {{element: Element, kind: string, members: Element[], box: Element | null, section?: string}} field @param {Element} box
   * @returns {Found}
   */
  function find(field, box) {
    const { element, kind, members } = field;
    const grouped = members.length > 0;
    if (!grouped) {
      const labels = linked(element).map((label) => ({ label, text: textOf(label) })).filter(({ text }) => !generic(text));
      if (labels.length) return { text: labels.map(({ text }) => text).join(" "), source: "for", elements: labels.map(({ label }) => label), rest: "" };
    }
    const holder = grouped ? groupHolder(field, box) : element;
    if (holder) {
      const named = referred(holder, "aria-labelledby").filter((one) => one !== element && !one.contains(element) && !element.contains(one));
      const text = named.map((one) => textOf(one) || one.textContent?.trim() || "").join(" ").trim();
      if (!generic(text)) return { text, source: "aria", elements: named, rest: "" };
    }
    if (grouped) {
      const legend = field.box?.querySelector(":scope > legend, :scope > * > legend");
      const text = legend ? textOf(legend) : "";
      if (legend && !generic(text)) return { text, source: "legend", elements: [legend], rest: "" };
      const name = holder ? attribute(holder, "aria-label") : "";
      if (!generic(name)) return { text: name, source: "aria", elements: [], rest: "" };
    }
    const said = kind === "combobox" && element.tagName === "BUTTON" ? "" : attribute(element, "aria-label");
    if (!grouped && !generic(said) && kind !== "file") return { text: said, source: "aria", elements: [], rest: "" };
    if (kind === "checkbox") {
      const text = sincerely.widget.caption(element);
      if (text) return { text, source: "after", elements: [], rest: "" };
    }
    const inside = inBox(field, box);
    if (inside) return inside;
    const cell = header(element);
    if (cell) return cell;
    const before = preceding(box, field);
    const hint = attribute(element, "placeholder");
    // "Search …" and what the heading says as well are what the control is; a currency or a tab's name stands there by chance.
    const tied = before?.elements[0]?.closest("label, legend, dt, th") || (before && hint.toLowerCase().includes(clean(before.text).toLowerCase()));
    if (before && !(hint && ((SEARCHES.test(hint) && !tied) || (clean(hint) === clean(field.section ?? "") && clean(hint) !== clean(before.text))))) {
      // The label of the control beside it: "Phone" before a list of dial codes that has a name of its own.
      const other = /** @type {HTMLLabelElement | undefined} */ (before.elements[0]?.closest("label"))?.control;
      if (other && other !== element && attribute(element, "aria-label") && !generic(attribute(element, "aria-label")))
        return { text: attribute(element, "aria-label"), source: "aria", elements: [], rest: before.text };
      return before;
    }
    if (!grouped && !generic(said)) return { text: said, source: "aria", elements: [], rest: "" };
    if (kind === "combobox" && element.tagName === "BUTTON" && attribute(element, "aria-label"))
      return { text: attribute(element, "aria-label"), source: "aria", elements: [], rest: "" };
    for (const name of ["placeholder", "aria-placeholder", "title", "data-placeholder"]) {
      const text = attribute(element, name);
      if (text && !generic(text)) return { text, source: "placeholder", elements: [], rest: before?.text ?? "" };
    }
    // What a place to drop files says of itself, where nothing is written before it.
    if (kind === "file" && !(element instanceof HTMLInputElement)) return { text: textOf(element, { limit: 200 }), source: "placeholder", elements: [], rest: "" };
    if (element instanceof HTMLSelectElement) {
      // A first option such as "Country" or "Select your state" names the list.
      const first = element.options[0];
      if (first && (!first.value || first.disabled) && !generic(first.text)) return { text: first.text, source: "option", elements: [], rest: "" };
    }
    const labels = grouped ? [] : linked(element);
    const text = labels.map((label) => textOf(label)).join(" ");
    if (text) return { text, source: "for", elements: labels, rest: "" };
    // Nothing but "Search …" is written there: that is what the control is, if little.
    const called = grouped ? "" : [said, attribute(element, "placeholder")].find((one) => SEARCHES.test(one)) ?? "";
    return { text: called, source: called ? "placeholder" : "", elements: [], rest: "" };
  }

  /** The element that speaks for a group. @param {{element: Element, members: Element[], box: Element | null}} field @param {Element} box */
  function groupHolder(field, box) {
    const near = field.element.closest('[role="radiogroup"], [role="group"], fieldset');
    if (near && field.members.every((member) => near.contains(member))) return near;
    return box.hasAttribute("aria-labelledby") ? box : null;
  }

  /** The words in the question's own box: before the control, else (floating labels) behind it. @returns {Found | null} */
  function inBox(/** @type {{element: Element, members: Element[]}} */ field, /** @type {Element} */ box) {
    if (box === field.element) return null;
    const spoken = new Set(field.members.flatMap((member) => linked(member)));
    const skip = (/** @type {Element} */ element) => spoken.has(element) || complains(element);
    const before = runs(box, { until: field.members[0] ?? field.element, skip });
    const useful = before.filter((run) => !generic(run.text) && speaks(run.text));
    if (useful.length) {
      const plain = useful.filter((run) => !inHeading(run.element, box));
      const said = (plain.length ? plain : useful).filter((run) => !onlyHow(run.text));
      const pool = said.length ? said : plain.length ? plain : useful;
      const marked = pool.find((run) => labelled(run.element, box));
      // A heading inside the question's own box is the question where it asks, or where only hints follow it.
      const heading = marked || !plain.length ? undefined : useful.filter((run) => inHeading(run.element, box)).pop();
      const asks = heading && (ASKS.test(heading.text) || plain[0].text.length > 80 || HINTS.test(plain[0].text));
      const last = pool[pool.length - 1];
      const asked = marked ?? (asks || (heading && !said.length) ? heading : undefined) ?? (pool.length <= 4 ? pool[0] : last);
      // In a conversation the last message is the question, whatever was said before.
      const chosen = asked !== last && field.element.closest(TALK) ? last : asked;
      const rest = before.filter((run) => run !== chosen && !inHeading(run.element, box)).map((run) => run.text).join(" ");
      return { text: chosen.text, source: "box", elements: [chosen.element], rest };
    }
    if (field.members.length) return null;
    const after = runs(box, { after: field.element, skip }).filter((run) => labelled(run.element, box) && !generic(run.text));
    return after.length ? { text: after[0].text, source: "after", elements: [after[0].element], rest: "" } : null;
  }

  /** @param {Element} element @param {Element} box */
  function inHeading(element, box) {
    for (let at = /** @type {Element | null} */ (element); at && at !== box; at = parent(at)) if (HEADING.test(at.tagName)) return true;
    return false;
  }

  /** @param {Element} element @param {Element} box */
  function labelled(element, box) {
    for (let at = /** @type {Element | null} */ (element); at && at !== box; at = parent(at)) {
      if (at.tagName === "LABEL" || at.tagName === "LEGEND" || at.tagName === "DT" || at.tagName === "TH") return true;
      if (/label|question(?!naire)|legend|field-?(title|name)/i.test(String(at.getAttribute("class") ?? ""))) return true;
    }
    return false;
  }

  /** The header of the table column or row that holds the control. @param {Element} element @returns {Found | null} */
  function header(element) {
    const cell = /** @type {HTMLTableCellElement | null} */ (element.closest("td"));
    const row = /** @type {HTMLTableRowElement | null} */ (cell?.parentElement);
    const table = cell?.closest("table");
    if (!cell || !row || !table || row.tagName !== "TR") return null;
    const head = table.tHead?.rows[0] ?? table.rows[0];
    const over = head && head !== row ? head.cells[cell.cellIndex] : undefined;
    if (!over || (over.tagName !== "TH" && head !== table.tHead?.rows[0])) return null;
    const text = textOf(over);
    return generic(text) ? null : { text, source: "table", elements: [over], rest: "" };
  }

  /** The nearest words before the box that no other field stands in front of. @param {Element} box @param {{element: Element}} field @returns {Found | null} */
  function preceding(box, field) {
    let at = /** @type {Element | null} */ (box);
    /** What only says how to answer, while the question is still looked for. @type {Found | null} */
    let how = null;
    for (let level = 0; at && level < 4; level++) {
      let steps = 0;
      for (let node = at.previousSibling; node && steps < 6; node = node.previousSibling) {
        if (node.nodeType === Node.TEXT_NODE) {
          const text = node.nodeValue?.replace(/\s+/g, " ").trim() ?? "";
          if (text && speaks(text) && !generic(text)) return { text: text.slice(-300), source: "before", elements: [], rest: "" };
          continue;
        }
        if (node.nodeType !== Node.ELEMENT_NODE) continue;
        steps++;
        const element = /** @type {Element} */ (node);
        if (holdsField(element)) return how;
        if (/^(STYLE|SCRIPT|TEMPLATE|NOSCRIPT|BUTTON)$/.test(element.tagName) || complains(element)) continue;
        const found = runs(element, { skip: complains }).filter((run) => !generic(run.text) && speaks(run.text));
        for (const run of found.reverse()) {
          /** @type {Found} */
          const one = { text: run.text, source: "before", elements: [run.element], rest: how?.text ?? "" };
          if (!onlyHow(run.text)) return run.text.length > 400 ? how : one;
          how ??= one;
        }
      }
      at = parent(at);
      if (!at || /^(BODY|HTML|FORM|MAIN|TABLE)$/.test(at.tagName)) return how;
    }
    return how;
  }

  /** @param {Element} element */
  const holdsField = (element) =>
    element.matches("input:not([type=hidden]), select, textarea") || element.querySelector("input:not([type=hidden]), select, textarea") !== null;

  sincerely.label = { find, clean, boxOf, groupHolder, TALK };
})();
