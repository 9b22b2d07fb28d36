// @ts-check
// What reads as a choice on the page now: options by their roles, else by how they are drawn; their words, and which one says
// what is wanted. Where several fit and none is the one, none does. Needs dom.js and gestures.js.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.choices) return;
  const { page, walk, parent } = sincerely.dom;
  const { referred } = sincerely.ties;
  const { squash } = sincerely.gestures;

  const OPTION_ROLES = "[role=option],[role=menuitemradio],[role=menuitemcheckbox],[role=menuitem],[role=treeitem]";
  const LOOSE = "li,[class*=option i],[class*=item i],[class*=suggestion i],[class*=result i],[data-value]";
  const NOT_CHOICES = /^(no (options|results|matches|data)|nothing found|loading|searching|type to|please enter|keine |aucun|sin resultados)/i;

  /** @param {Element} element */
  const shown = (element) => {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: false })) return false;
    const box = element.getBoundingClientRect();
    return box.width > 3 && box.height > 3;
  };

  /** @param {string} text words for comparison: case, accents, punctuation at the ends and spacing do not count */
  const fold = (text) => squash(text).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[\s\u00a0]+/g, " ").replace(/^[\s*•✓✔-]+|[\s*.…✓✔]+$/g, "");
  /** @param {string} text */
  const wordsOf = (text) => fold(text).split(/[^\p{L}\p{N}+#]+/u).filter(Boolean);

  /** @param {Element} option what a person reads on it */
  function labelOf(option) {
    const text = squash(/** @type {HTMLElement} */ (option).innerText ?? option.textContent ?? "");
    const slotted = text ? "" : squash([...option.querySelectorAll("slot")].flatMap((slot) => slot.assignedNodes({ flatten: true })).map((node) => node.textContent).join(" "));
    return text || slotted || squash(option.getAttribute("aria-label") ?? option.getAttribute("title") ?? option.getAttribute("text") ?? option.textContent ?? "");
  }

  /** Everything on the page that reads as an option now. @returns {Set<Element>} */
  function visibleOptions() {
    /** @type {Element[]} */
    const strict = [];
    /** @type {Element[]} */
    const loose = [];
    let seen = 0;
    walk(page, `${OPTION_ROLES},${LOOSE}`, (/** @type {Element} */ element) => {
      if ((seen += 1) > 60_000) return false;
      if (element.matches(OPTION_ROLES)) strict.push(element);
      else if (element.matches(LOOSE)) loose.push(element);
    });
    const found = new Set(strict.filter(shown));
    // Innermost plain elements count only where no role says what an option is.
    for (const element of loose) {
      if (found.has(element) || !shown(element)) continue;
      if (element.querySelector(LOOSE) || element.closest(OPTION_ROLES) || element.querySelector(OPTION_ROLES)) continue;
      found.add(element);
    }
    return found;
  }

  /** The popup an opener names, wherever the page put it. @param {Element} opener @returns {Element[]} */
  function named(opener) {
    const around = [opener, opener.querySelector("[role=combobox],input"), opener.closest("[role=combobox],[aria-haspopup]")];
    return around
      .filter((element) => element instanceof Element)
      .flatMap((element) => [...referred(element, "aria-controls"), ...referred(element, "aria-owns")])
      .filter((popup) => popup !== opener);
  }

  /** @param {Element} element @param {Element} ancestor across shadow boundaries, in the tree as it is drawn */
  function inside(element, ancestor) {
    for (let at = /** @type {Element | null} */ (element); at; at = at.assignedSlot ?? parent(at)) if (at === ancestor) return true;
    return false;
  }

  /**
   * The options that opening brought, best evidence first: in the popup the opener names, else new on the page.
   * @param {Element} opener @param {Set<Element>} before
   */
  function options(opener, before) {
    const now = [...visibleOptions()].filter((option) => {
      const label = labelOf(option);
      return label && !NOT_CHOICES.test(label);
    });
    const popups = named(opener);
    const own = now.filter((option) => popups.some((popup) => inside(option, popup)));
    const fresh = now.filter((option) => !before.has(option));
    const strict = (/** @type {Element[]} */ list) => list.filter((option) => option.matches(OPTION_ROLES));
    return [strict(own), strict(fresh), own, fresh].find((list) => list.length) ?? [];
  }

  /** @param {Element} option */
  const disabled = (option) => option.getAttribute("aria-disabled") === "true" || option.hasAttribute("disabled") || /(^|[-_ ])disabled([-_ ]|$)/.test(option.className?.toString() ?? "");

  /**
   * The one candidate that says `wanted`.
   * @param {readonly string[]} labels @param {string} wanted @param {boolean} typed true for a typeahead, where the list's wording is not known beforehand
   * @returns {number | "several" | "none"} index of the candidate
   */
  function match(labels, wanted, typed) {
    const goal = fold(wanted);
    const folded = labels.map(fold);
    const exact = folded.flatMap((label, index) => (label === goal ? [index] : []));
    if (exact.length) return exact[0];
    if (!typed) return "none";
    const words = wordsOf(wanted);
    const holds = labels.flatMap((label, index) => {
      const its = new Set(wordsOf(label));
      return words.length && words.every((/** @type {string} */ word) => its.has(word)) ? [index] : [];
    });
    if (holds.length === 1) return holds[0];
    if (!holds.length) return "none";
    // "Berlin, Germany" before "Berlin, Maryland, …": the only one that begins with the wanted words and adds least.
    const begins = holds.filter((index) => folded[index].startsWith(goal));
    return begins.length === 1 ? begins[0] : "several";
  }

  sincerely.choices = { fold, wordsOf, shown, labelOf, inside, visibleOptions, options, disabled, match };
})();
