//# allFunctionsCalledOnLoad
// @ts-check
// What stands around the fields: buttons and what they do, steps, the page's complaints, a challenge that is really posed,
// frames. Needs dom.js and visible.js.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.surroundings) return;
  const { page, parent, holds, walk, textOf, remember } = sincerely.dom;

  const MAX_BUTTONS = 80;
  const MAX_LISTED = 4_000;
  const PART_LEVELS = 8;
  const CONTROLS = "input:not([type=hidden]),select,textarea,[role=combobox],[contenteditable=true]";
  /** Tried in this order: "Save and continue" goes on, "Add another" is no submit. */
  const KINDS = [
    ["back", /^(back|previous|prev|go back|zurück|retour|précédent|atrás|anterior|volver|voltar|indietro|vorige|戻る|पीछे)\b|^[‹<←]/i],
    ["add", /^(\+\s*)?(add( (another|more|new|an?))?|hinzufügen|ajouter|añadir|agregar|adicionar|aggiungi|toevoegen|追加|जोड़ें)\b|\bhinzufügen$/i],
    ["next", /\b(next|continue|proceed|weiter|fortfahren|suivant|continuer|siguiente|continuar|próximo|seguinte|avançar|avanti|volgende|review( (your )?application)?)\b|次へ|आगे/i],
    ["submit", /\b(submit|apply|send( application| my application)?|finish( application)?|complete application|bewerb(en|ung (ab)?senden|ung absenden|ung einreichen)|(ab|ein)senden|absenden|einreichen|envoyer|postuler|soumettre|candidater|enviar|solicitar|aplicar|candidatar(-se)?|submeter|invia(re)?|candidati|solliciteren|verzenden|versturen|wyślij|aplikuj)\b|応募|送信|提出|जमा करें|आवेदन/i],
    ["save", /^(save|speichern|sichern|enregistrer|guardar|salvar|gravar|salva|opslaan|zapisz|保存|सहेजें)\b/i],
  ];
  const ELSEWHERE = /(linkedin|indeed|google|facebook|xing|seek|dropbox|drive|onedrive|filter|alert|job alert|newsletter|sign in|log ?in|search)/i;

  /** @param {Element} element */
  function buttonText(element) {
    if (element instanceof HTMLInputElement) return element.value || element.alt || element.title;
    const text = (element.textContent ?? "").replace(/\s+/g, " ").trim();
    return (text || element.getAttribute("aria-label") || element.getAttribute("title") || textOf(element)).slice(0, 120);
  }

  /** @param {Element} element @param {string} text */
  function buttonKind(element, text) {
    if (ELSEWHERE.test(text)) return "other";
    for (const [kind, words] of KINDS) if (/** @type {RegExp} */ (words).test(text)) return kind;
    const mark = `${element.getAttribute("data-automation-id") ?? ""} ${element.id} ${element.getAttribute("data-testid") ?? ""}`;
    if (/next|continue/i.test(mark)) return "next";
    if (/submit/i.test(mark)) return "submit";
    const form = /** @type {HTMLButtonElement} */ (element).form;
    const type = element.getAttribute("type");
    return form && !text && (type === "submit" || element.tagName === "BUTTON") ? "submit" : "other";
  }

  /**
   * @param {{element: Element, section: string, at: number}[]} elements `at`: controls before it
   * @param {Set<string>} taken @param {string} frame
   * @param {(element: Element) => string} formOf @param {(element: Element) => string} hidden
   * @param {(at: number) => string} before id of the field that comes before it
   * @param {any[]} opened buttons whose form of an entry is open: they may be out of sight meanwhile
   */
  function buttons(elements, taken, frame, formOf, hidden, before, opened) {
    const found = [];
    /** @type {Map<string, Element>} */
    const adds = new Map();
    for (const { element, section, at } of elements) {
      if (found.length >= MAX_BUTTONS) break;
      const text = buttonText(element);
      const kind = buttonKind(element, text);
      if (element.tagName === "A" && !element.hasAttribute("role") && kind !== "add") continue;
      const form = formOf(element);
      if ((kind === "other" && !form) || hidden(element)) continue;
      const id = remember(element, [], `button|${kind}|${text}|${element.getAttribute("name") ?? ""}|${form}`, taken);
      if (kind === "add") adds.set(id, element);
      found.push({
        id,
        text,
        kind,
        section,
        after: kind === "add" ? before(at) : "",
        frame,
        form,
        listed: "",
        disabled: /** @type {any} */ (element).disabled === true || element.getAttribute("aria-disabled") === "true",
      });
    }
    const all = [...found, ...opened.filter((one) => !found.some(({ id }) => id === one.id))];
    for (const one of all) {
      const element = adds.get(one.id);
      if (element) one.listed = listed(element, [...adds.values()]);
    }
    return all;
  }

  /** What stands listed in the part of the page that a button adds to: the entries there are. @param {Element} button @param {readonly Element[]} others further such buttons */
  function listed(button, others) {
    let part = /** @type {Element | null} */ (null);
    for (let at = parent(button), level = 0; at && level < PART_LEVELS && !at.matches("body,html,main,form"); at = parent(at), level += 1) {
      const box = at;
      if (others.some((other) => other !== button && holds(box, other)) || asks(box)) break;
      part = box;
    }
    if (!part) return "";
    // A card may be a button as a whole.
    const cards = [...part.querySelectorAll("button,[role=button]")].filter((one) => one !== button).map((one) => one.textContent ?? "");
    return [textOf(part, { limit: MAX_LISTED }), ...cards].join(" ").replace(/\s+/g, " ").trim().slice(0, MAX_LISTED);
  }

  /** @param {Element} box whether a control stands in it, but for those of an entry's own form */
  function asks(box) {
    let found = false;
    walk(box, CONTROLS, (/** @type {Element} */ element) => !(found = element.matches(CONTROLS) && !sincerely.entries?.inside(element)));
    return found;
  }

  /** A challenge that asks the person to do something, by name; a badge, a script or a solved box is none. @param {Element[]} frames */
  function challenge(frames) {
    for (const frame of frames) {
      const src = frame.getAttribute("src") ?? "";
      if (!big(frame, 60)) continue;
      if (/\/recaptcha\/.*\/bframe/.test(src)) return "reCAPTCHA";
      if (/\/recaptcha\/.*\/anchor/.test(src) && !/size=invisible/.test(src) && !solved("g-recaptcha-response")) return "reCAPTCHA";
      if (/hcaptcha/.test(src) && /frame=(challenge|checkbox)(&|$)/.test(src) && !solved("h-captcha-response")) return "hCaptcha";
      if (/challenges\.cloudflare\.com/.test(src) && !solved("cf-turnstile-response")) return "Turnstile";
      if (/arkoselabs|funcaptcha/.test(src)) return "Arkose";
      if (/captcha-delivery\.com/.test(src)) return "DataDome";
      if (/geo\.captcha|geetest/.test(src)) return "GeeTest";
    }
    for (const [name, selector] of [
      ["Turnstile", ".cf-turnstile"],
      ["PerimeterX", "#px-captcha"],
      ["GeeTest", ".geetest_panel, .geetest_holder"],
    ]) {
      const widget = page.querySelector(selector);
      // Its frame is in a closed shadow root: the box it takes and its empty answer are what can be seen.
      if (widget && big(widget, 50) && (name !== "Turnstile" || (widget.childElementCount && !solved("cf-turnstile-response")))) return name;
    }
    return "";
  }

  /** @param {Element} element @param {number} least height in CSS pixels */
  function big(element, least) {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    const box = element.getBoundingClientRect();
    return box.width > 100 && box.height >= least && box.bottom + scrollY > 0 && box.right + scrollX > 0;
  }

  /** @param {string} name */
  const solved = (name) =>
    [...page.querySelectorAll(`[name="${name}"]`)].some((answer) => /** @type {HTMLInputElement} */ (answer).value.length > 20);

  /** Which step of how many, where the page says so. @returns {{step: number | null, steps: number | null}} */
  function steps() {
    const bar = page.querySelector('[role="progressbar"][aria-valuenow][aria-valuemax]');
    const current = page.querySelector('[aria-current="step"]');
    if (current) {
      const list = current.closest("ol, ul, [role=list]") ?? parent(current);
      const items = list ? [...list.querySelectorAll(":scope > li, :scope > [role=listitem], :scope > [aria-current], :scope > *")] : [];
      const index = items.findIndex((item) => item === current || item.contains(current));
      if (index >= 0 && items.length < 20) return { step: index + 1, steps: items.length };
    }
    const said = /\b(?:step|page|schritt|seite|étape|paso|passo|etapa)\s+(\d{1,2})\s*(?:of|\/|von|sur|de|di)\s*(\d{1,2})\b/i;
    for (const place of page.querySelectorAll("h1, h2, h3, legend, [aria-live], [class*='step' i], [class*='progress' i]")) {
      if (place.childElementCount > 4) continue; // a whole list of steps, or the page
      const match = (place.textContent ?? "").slice(0, 200).match(said);
      if (match) return { step: Number(match[1]), steps: Number(match[2]) };
    }
    const most = Number(bar?.getAttribute("aria-valuemax"));
    const now = Number(bar?.getAttribute("aria-valuenow"));
    return bar && most > 1 && most <= 15 && Number.isInteger(now) ? { step: now, steps: most } : { step: null, steps: null };
  }

  /** The page's complaints that belong to no field. @returns {string[]} */
  function errors() {
    const found = new Set();
    for (const place of page.querySelectorAll('[role="alert"], [data-automation-id="errorMessage"], .error-summary, .alert-danger, .form-error, .errors')) {
      if (found.size >= 10) break;
      if (!place.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const text = (place.textContent ?? "").replace(/\s+/g, " ").trim();
      if (text.length > 2) found.add(text.slice(0, 300));
    }
    return [...found];
  }

  sincerely.surroundings = { buttons, challenge, steps, errors };
})();
