// @ts-check
// Where a value comes from and what a field may mean, in the person's words.

/** Meanings a person may give a field, as the companion's vocabulary names them (a test compares). @type {Readonly<Record<string, string>>} */
export const MEANINGS = Object.freeze({
  "name.first": "first name", "name.last": "last name", "name.full": "full name", email: "e-mail", phone: "phone", "address.line1": "street and number", "address.city": "city", "address.state": "state or region",
  "address.postal": "postcode", "address.country": "country", "location.current": "where you live", "links.linkedin": "LinkedIn", "links.github": "GitHub", "links.portfolio": "portfolio", "links.website": "website",
  "current.company": "present employer", "current.title": "present position", "salary.expected": "pay you expect", "notice.period": "notice period", "start.earliest": "earliest start", "years.total": "years of work",
  "how.heard": "how you heard of it", "cover.letter": "cover letter", "work.authorization": "right to work", "sponsorship.future": "need of sponsorship",
});

const SECTIONS = { basics: "About you", application: "Facts forms ask", preferences: "What you look for" };

/** A fact's path as a person reads it: `work/0/highlights/2` → "from Profile › Work 1 › highlight 3". @param {any} action */
export function sourceOf(action) {
  if (action.fact?.startsWith("answer/")) return "your answer";
  if (action.fact?.startsWith("default/")) return action.factText ?? "";
  if (action.fact?.startsWith("resume/")) return "the resume for this job";
  if (action.fact) {
    /** @type {string[]} */
    const said = [];
    for (const part of action.fact.split("/")) {
      if (/^\d+$/.test(part)) said.push(`${(said.length > 1 ? said.pop()?.replace(/s$/, "") : said.pop()) ?? ""} ${Number(part) + 1}`);
      else said.push(said.length ? (part.length > 2 ? part.replace(/([a-z])([A-Z])/g, "$1 $2").replaceAll("_", " ").toLowerCase() : part) : (/** @type {any} */ (SECTIONS)[part] ?? part.charAt(0).toUpperCase() + part.slice(1)));
    }
    return `from Profile › ${said.join(" › ")}`;
  }
  return (action.rule ?? "").replaceAll("-", " ");
}

/** A stored answer's words as a person says them. @param {string} text */
export function said(text) {
  if (text === "true" || text === "false") return text === "true" ? "yes" : "no";
  return text.replace(/^(\d+(?:\.\d+)?) (day|week|month|year)$/, (_all, amount, unit) => `${amount} ${unit}${amount === "1" ? "" : "s"}`);
}
