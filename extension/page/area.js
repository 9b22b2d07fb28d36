//# allFunctionsCalledOnLoad
// @ts-check
// Which part of the page a control stands in, where that part is made for something else than applying: a search, filters of a
// list, a sign-in, a newsletter, cookies. Told by roles and by what the page itself calls the part. Needs dom.js.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.area) return;
  const { parent } = sincerely.dom;

  const MOST_ABOVE = 12;
  const ABOVE_FORM = 2;
  /** Some word of those below: most parts of a page have none, and are told by one look. */
  const ANY = /cooki|trust|didomi|centrics|consent|cc-|filter|facet|refine|search|suche|recherche|busca|newsletter|subscri|mailing|alert|log-?in|sign-?in|signon|anmeldung|connexion/i;
  const COOKIES = /(^|[^a-z])(cookies?|cookie-?(banner|consent|settings|notice|bar)|onetrust|cookiebot|didomi|usercentrics|(cc|consent)-?(banner|manager))([^a-z]|$)/i;
  const FILTERS = /(^|[^a-z])(job-?|search-?)?(filters?|facets?|refine(ments?)?|filter-?(panel|bar|list|group|form))([^a-z]|$)/i;
  /** Only believed of a form or a landmark: many a box around one field is called "search". */
  const FORMS = /** @type {[string, RegExp][]} */ ([
    ["search", /(^|[^a-z])((job|site|global|header|advanced|quick)-?)?(search|suche|recherche|busca|buscar)([^a-z]|$)|(search|jobsearch)(form|box|bar)/i],
    ["newsletter", /(^|[^a-z])(newsletter|subscri(be|ption)|mailing-?list|job-?alerts?)([^a-z]|$)/i],
    ["login", /(^|[^a-z])(log-?in|sign-?in|signon|anmeldung|connexion)([^a-z]|$)/i],
  ]);
  const LANDMARKS = /^(FORM|NAV|HEADER|FOOTER|ASIDE|SEARCH)$/;

  /** `jobSearchForm` → `job-search-form` @param {Element} element */
  const called = (element) =>
    ["id", "name", "class", "data-testid", "aria-label"]
      .map((name) => (element.getAttribute(name) ?? "").slice(0, 200))
      .join(" ")
      .replace(/([a-z])([A-Z])/g, "$1-$2");

  /** @param {Element} element */
  function own(element) {
    const role = element.getAttribute("role");
    if (element.tagName === "SEARCH" || role === "search") return "search";
    const names = called(element);
    if (!ANY.test(names)) return "";
    if (COOKIES.test(names)) return "cookies";
    if (FILTERS.test(names)) return "filter";
    if (!LANDMARKS.test(element.tagName) && !role) return "";
    return FORMS.find(([, words]) => words.test(names))?.[0] ?? "";
  }

  /**
   * The part of the page around `element`, or "".
   * @param {Element} element @param {Map<Element, string>} known what this scan found so far
   */
  function of(element, known) {
    let left = MOST_ABOVE;
    for (let at = parent(element); at && left > 0 && at.tagName !== "BODY"; at = parent(at), left--) {
      let found = known.get(at);
      if (found === undefined) known.set(at, (found = own(at)));
      if (found) return found;
      if (at.tagName === "FORM") left = Math.min(left, ABOVE_FORM + 1);
    }
    return "";
  }

  sincerely.area = { of };
})();
