// @ts-check
// What popup, panel and options draw with: one call to the worker, elements without markup strings (a job's title is text and
// never HTML), the score ring, dates and money as people say them.

/** A problem the worker reported, with the words to show. */
export class Trouble extends Error {
  /** @param {any} about */
  constructor(about) {
    super(about.title);
    Object.assign(this, about);
    this.code = about.code;
    this.hint = about.hint;
    this.detail = about.detail;
  }
}

/** @param {string} act @param {Record<string, any>} [more] @returns {Promise<any>} @throws {Trouble} */
export async function call(act, more = {}) {
  const reply = await chrome.runtime.sendMessage({ act, ...more });
  if (!reply || reply.problem) throw new Trouble(reply?.problem ?? { code: "internal", title: "The extension was updated", hint: "Close this and open it again.", detail: "" });
  return reply.answer;
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {Record<string, any>} [about] attributes; `on…` are listeners, `class` and `text` as named
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(tag, about = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(about)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "text") element.textContent = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked" || name === "disabled") /** @type {any} */ (element)[name] = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false).map((child) => /** @type {Node | string} */ (child)));
  return element;
}

/** @param {string} name a symbol of icons/sprite.svg */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", `../icons/sprite.svg#${name}`);
  svg.append(use);
  return svg;
}

/** The score as a ring; dashed where there is not enough to say. @param {number | null | undefined} score @param {string} [note] */
export function ring(score, note = "") {
  const space = "http://www.w3.org/2000/svg";
  const said = typeof score === "number";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 36 36");
  svg.setAttribute("aria-hidden", "true");
  for (const kind of said ? ["track", "arc"] : ["track"]) {
    const circle = document.createElementNS(space, "circle");
    for (const [name, value] of Object.entries({ cx: "18", cy: "18", r: "16", class: kind, pathLength: "100" })) circle.setAttribute(name, value);
    if (kind === "arc") {
      circle.setAttribute("stroke-dasharray", "100");
      circle.setAttribute("stroke-dashoffset", String(100 - (score ?? 0)));
    }
    svg.append(circle);
  }
  const label = said ? `Fits ${score} of 100` : note || "Not enough to say";
  return el("div", { class: said ? "ring" : "ring unsaid", role: "img", "aria-label": label, title: label }, svg, said ? String(score) : "?");
}

/** "Tue 24 Nov", "2 days ago"; exact on hover. @param {string | number | undefined} at */
export function when(at) {
  if (!at) return "";
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return "";
  const days = Math.round((Date.now() - date.getTime()) / 86_400_000);
  const text = days < 0 || days > 13 ? date.toLocaleDateString(undefined, { day: "numeric", month: "short", year: days > 300 ? "numeric" : undefined }) : days === 0 ? "today" : days === 1 ? "yesterday" : `${days} days ago`;
  return el("time", { datetime: date.toISOString(), title: date.toLocaleString(), text });
}

const PERIODS = { hour: "an hour", day: "a day", week: "a week", month: "a month", year: "a year", once: "once" };

const PORTALS = { linkedin: "LinkedIn", bamboohr: "BambooHR", icims: "iCIMS", smartrecruiters: "SmartRecruiters", successfactors: "SuccessFactors" };

/** @param {string} name of a portal as captures carry it; a host stays as it is */
export const portalName = (name) => /** @type {any} */ (PORTALS)[name] ?? (name.includes(".") ? name : name.charAt(0).toUpperCase() + name.slice(1));

/** "€75–90k a year". @param {any} pay */
export function money(pay) {
  if (!pay || (pay.minimum == null && pay.maximum == null)) return pay?.text ?? "";
  const format = (/** @type {number} */ amount) => {
    try {
      return new Intl.NumberFormat(undefined, { minimumFractionDigits: 0, maximumFractionDigits: Number.isInteger(amount) ? 0 : 2, ...(pay.currency ? { style: "currency", currency: pay.currency, currencyDisplay: "narrowSymbol" } : {}) }).format(amount);
    } catch {
      return `${amount} ${pay.currency}`;
    }
  };
  const given = [pay.minimum, pay.maximum].filter((amount, index, all) => amount != null && all.indexOf(amount) === index);
  const thousands = given.every((amount) => amount >= 10_000 && amount % 1_000 === 0);
  const amounts = thousands ? given.map((amount, index) => `${index ? amount / 1_000 : format(amount / 1_000)}${index === given.length - 1 ? "k" : ""}`) : given.map(format);
  return [amounts.join("–"), /** @type {any} */ (PERIODS)[pay.period] ?? ""].filter(Boolean).join(" ");
}

/** One line about a job: company · place, mode · pay; each part keeps its own direction. @param {any} posting */
export function jobLine(posting) {
  const place = posting.places?.map((/** @type {any} */ one) => one.city || one.text).filter(Boolean).slice(0, 2).join(" / ") ?? "";
  const mode = /** @type {any} */ ({ onsite: "on site", hybrid: "hybrid", remote: "remote" })[posting.mode] ?? "";
  const parts = [posting.company, [place, mode].filter(Boolean).join(", "), money(posting.pay)].filter(Boolean);
  return el("p", { class: "line", title: parts.join(" · ") }, ...parts.flatMap((part, index) => [index ? " · " : "", el("bdi", { text: part })]));
}

const STATES = {
  connected: ["●", "connected", "good"], "not-paired": ["◇", "not paired", "attention"], revoked: ["◇", "not known", "attention"],
  away: ["○", "not running", "attention"], "other-program": ["✕", "another program", "bad"], "protocol-mismatch": ["✕", "other version", "bad"],
};

/** @param {string} state of the connection */
export function connectionState(state) {
  const [shape, word, tone] = /** @type {any} */ (STATES)[state] ?? ["○", "looking", "muted"];
  return el("span", { class: `state ${tone}`, "data-shape": shape, text: word });
}

/** Runs `act` while the button shows that it is busy. @param {HTMLButtonElement} button @param {() => Promise<any>} act */
export async function busy(button, act) {
  if (button.getAttribute("aria-busy") === "true") return undefined;
  button.setAttribute("aria-busy", "true");
  try {
    return await act();
  } finally {
    button.removeAttribute("aria-busy");
  }
}

/** @param {any} trouble @param {...Node} actions */
export const troubleBox = (trouble, ...actions) => el("div", { class: "notice", role: "alert" }, el("strong", { text: trouble.title ?? trouble.message }), el("span", { class: "muted small", text: [trouble.detail, trouble.hint].filter(Boolean).join(" ") }), ...actions);
