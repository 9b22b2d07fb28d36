//# allFunctionsCalledOnLoad
// @ts-check
// Fields that belong together: the day, month and year of one date, a dial code and its number, the pieces of a split number,
// the fields of one entry of a repeated part. Works on described fields alone.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.parts) return;

  /** @type {[string, RegExp][]} */
  const DATE = [
    ["day", /(^|[^a-z])(day|dd|tag|jour|d[ií]a|giorno|dag|dzie[nń])([^a-z]|$)|^日$|दिन|तारीख/i],
    ["month", /(^|[^a-z])(month|mm|monat|mois|m[eê]s|mese|maand|miesi[aą]c)([^a-z]|$)|^月$|महीना|माह/i],
    ["year", /(^|[^a-z])(year|yyyy|jahr|jjjj|ann[eé]e|aaaa|a[ñn]o|ano|anno|jaar|rok)([^a-z]|$)|^年$|वर्ष|साल/i],
  ];
  const DATED = new Set(["text", "tel", "number", "select", "combobox", "listbox"]);
  const DIALS = /(dial|calling|phone[-_ ]?country|country[-_ ]?(phone|calling|dial)|vorwahl|indicatif|prefijo|ddi)[-_ ]?(code)?|country[-_ ]?code/i;
  const DIALED = /\+\s?\d{1,4}\b|\(\+?\d{1,4}\)/;
  const CHOSEN = new Set(["select", "combobox", "listbox"]);
  /** `work[0].title`, `jobs_1_company`, `education--0`, `workExperience-2--jobTitle`: what is repeated, which one, the rest. */
  const INDEXED = /^(.*?[a-z\]])[-_.[]{0,2}(\d{1,2})(?:\]|[-_.]{1,2}|(?=[A-Z])|$)(.*)$/i;

  /** @param {any} field */
  const split = (field) =>
    [field.label, field.placeholder, field.attributes["aria-label"] ?? "", field.name, field.htmlId, field.attributes["data-automation-id"] ?? ""]
      .join(" ")
      .replace(/([a-z])([A-Z])/g, "$1 $2");

  /** Which part of a date a control takes: exactly one named. @param {any} field */
  function datePart(field) {
    if (!DATED.has(field.widget) || field.label.length > 60) return "";
    for (const text of [field.label, field.placeholder, split(field)]) {
      const named = DATE.filter(([, words]) => words.test(text));
      if (named.length === 1) return named[0][0];
    }
    return "";
  }

  /** @param {any[]} fields in the order shown */
  function dates(fields) {
    for (let at = 0; at < fields.length; at++) {
      const run = [];
      for (let next = at; next < fields.length && run.length < 3; next++) {
        const part = datePart(fields[next]);
        if (!part || run.some(([, other]) => other === part) || fields[next].form !== fields[at].form || fields[next].section !== fields[at].section) break;
        run.push(/** @type {[any, string]} */ ([fields[next], part]));
      }
      if (run.length < 2) continue;
      for (const [field, part] of run) Object.assign(field, { group: `date:${run[0][0].id}`, part });
      at += run.length - 1;
    }
  }

  /** @param {any[]} fields */
  function phones(fields) {
    for (const [at, field] of fields.entries()) {
      if (field.group || !CHOSEN.has(field.widget)) continue;
      const number = fields.slice(at + 1, at + 3).find((one) => one.widget === "tel" && one.form === field.form);
      if (!number || number.group) continue;
      const offered = field.options.slice(1, 12);
      const dials = DIALS.test(split(field)) || (offered.length > 1 && offered.every((/** @type {any} */ one) => DIALED.test(one.label)));
      if (!dials) continue;
      Object.assign(field, { group: `phone:${number.id}`, part: "country" });
      Object.assign(number, { group: `phone:${number.id}`, part: "number" });
    }
    for (let at = 0; at + 1 < fields.length; at++) {
      if (fields[at].widget !== "tel") continue;
      const run = fields.slice(at, at + 3).filter((one) => one.widget === "tel" && !one.group && one.maxLength && one.maxLength <= 4 && one.form === fields[at].form);
      if (run.length < 2 || run[0] !== fields[at] || run.some((one) => datePart(one))) continue;
      const names = run.length === 3 ? ["area", "prefix", "number"] : ["area", "number"];
      for (const [index, one] of run.entries()) Object.assign(one, { group: `phone:${run[0].id}`, part: names[index] });
    }
  }

  /** Entries told apart by a number in their fields' names; one number alone repeats nothing. @param {any[]} fields */
  function blocks(fields) {
    /** @type {Map<string, Map<string, any[]>>} stem → index → fields */
    const stems = new Map();
    for (const field of fields) {
      const found = INDEXED.exec(field.name) ?? INDEXED.exec(field.htmlId);
      if (!found || (!found[3] && !/--$|[-_]$/.test(found[1]) && field.name)) continue;
      const [, stem, index] = found;
      if (!stems.has(stem)) stems.set(stem, new Map());
      const entries = /** @type {Map<string, any[]>} */ (stems.get(stem));
      entries.set(index, [...(entries.get(index) ?? []), field]);
    }
    for (const [stem, entries] of stems) {
      const labels = [...entries.values()].map((some) => some.map((one) => one.label).join("|"));
      const repeats = entries.size > 1 && new Set(labels).size < labels.length && [...entries.values()].every((some) => some.length > 1);
      if (!repeats) continue;
      for (const [index, some] of entries) for (const field of some) field.group = `block:${stem}:${index}${field.group ? `/${field.group}` : ""}`;
    }
  }

  /** Fills in `group` and `part`. @param {any[]} fields described, in the order shown */
  sincerely.parts = (fields) => {
    dates(fields);
    phones(fields);
    blocks(fields);
  };
})();
