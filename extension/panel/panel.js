// @ts-check
// The side panel: every field of the form on this tab, its value, the fact behind it, what is left and why. Consequential
// clicks happen here, where no page can reach. Keeps the person's edits until they fill.
import { busy, call, el, troubleBox } from "../view.js";
import { fieldRow } from "./field.js";

const main = /** @type {HTMLElement} */ (document.getElementById("main"));
const footer = /** @type {HTMLElement} */ (document.getElementById("footer"));
const counts = /** @type {HTMLElement} */ (document.getElementById("counts"));
const title = /** @type {HTMLElement} */ (document.getElementById("title"));
const asked = Number(new URLSearchParams(location.search).get("tab"));

let tabId = asked;
/** @type {any} */
let known = null;
/** Values the person gave here and has not filled yet. @type {Map<string, string[]>} */
const edits = new Map();
/** What is being written in an editor: a redraw must not take it away. @type {Map<string, string>} */
const typed = new Map();
/** Sections and editors the person opened or closed. @type {Map<string, boolean>} */
const open = new Map();
let note = "";
/** Whether the companion has a language model to ask. */
let model = false;
/** A fill is under way. */
let filling = false;
/** How far a corrected meaning reaches. @type {Record<string, string>} */
const KEPT = {
  everywhere: "Understood so on every form from now on.", here: "Understood so on this site: elsewhere these words asked for something else.",
  once: "Used for this form only.",
};

/** @param {any} action */
const status = (action) => known.report?.results.find((/** @type {any} */ one) => one.fieldId === action.fieldId);
/** @param {any} action a value is there, or was given here */
const ready = (action) => edits.has(action.fieldId) || action.kind !== "leave";
/** @param {any} action */
const settled = (action) => ["verified", "already"].includes(status(action)?.status) && !edits.has(action.fieldId);
/** @param {any} action a person must look before it goes in */
const needs = (action) => (action.kind === "leave" && !edits.has(action.fieldId) && action.required && !persons(action)) || ["rejected", "changed", "unfillable"].includes(status(action)?.status);
/** @param {any} action the person filled it on the page */
const persons = (action) => status(action)?.status === "left" && Boolean(status(action)?.readBack?.some((/** @type {string} */ text) => text && text !== "false"));

/** @param {any} action */
function sectionOf(action) {
  if (action.kind === "attach" || known.fields[action.fieldId]?.widget === "file") return "Documents";
  return action.section || (/^(name|email|phone|address|links|location|pronouns|salutation)\b/.test(action.meaning) ? "About you" : "Questions");
}

function draw() {
  const active = document.activeElement;
  const focus = active?.id;
  const caret = active instanceof HTMLTextAreaElement || (active instanceof HTMLInputElement && active.type === "text") ? [active.selectionStart, active.selectionEnd] : null;
  const actions = known.plan.actions.filter((/** @type {any} */ action) => !action.hidden);
  const hidden = known.plan.actions.length - actions.length;
  title.textContent = known.posting?.company ? `${known.posting.company}: application` : "The form on this page";
  const done = actions.filter(settled).length;
  const ok = actions.filter(ready).length;
  counts.textContent = [done ? `${done} of ${actions.length} filled and read back` : `${ok} of ${actions.length} ready`, known.step && known.steps ? `step ${known.step} of ${known.steps}` : ""].filter(Boolean).join(" · ");
  /** @type {Map<string, any[]>} */
  const sections = new Map();
  for (const action of actions) {
    const name = sectionOf(action);
    sections.set(name, [...(sections.get(name) ?? []), action]);
  }
  const parts = [...sections].map(([name, list]) => sectionBox(name, list));
  const apart = leftAlone(hidden);
  main.replaceChildren(...[known.challenge && troubleBox({ title: "The page asks for a check that only you can pass", hint: `It shows ${known.challenge}. Fill first, then solve it.` }), ...proposals(), ...parts, modelBox(actions), apart].filter(Boolean));
  drawFooter(actions);
  const back = focus ? document.getElementById(focus) : null;
  back?.focus();
  if (caret && (back instanceof HTMLTextAreaElement || back instanceof HTMLInputElement)) back.setSelectionRange(caret[0], caret[1]);
}

/** @param {string} name @param {any[]} list */
function sectionBox(name, list) {
  const missing = list.filter(needs).length;
  const fine = list.filter((action) => (ready(action) || persons(action)) && !needs(action)).length;
  const left = list.length - missing - fine;
  const box = el("details", { class: "section", open: open.get(name) ?? (missing > 0 || left === list.length || list.some((action) => action.review)) },
    el("summary", {}, el("span", { text: name, dir: "auto" }), el("span", { class: "push", "aria-label": `${fine} ready, ${missing} need you, ${left} left empty`, text: [fine && `${fine} ✓`, missing && `${missing} ◇`, left && `${left} ○`].filter(Boolean).join("  ") })),
    ...list.map((action) => fieldRow({ action, field: known.fields[action.fieldId] ?? {}, status: status(action), edit: edits.get(action.fieldId), typed: typed.get(action.fieldId), needs: needs(action), open, on: handlers })));
  box.addEventListener("toggle", () => open.set(name, box.open));
  return box;
}

/** @param {number} hidden */
function leftAlone(hidden) {
  const parts = [hidden && `${hidden} hidden`, known.challenge && "1 check", ...known.apart.map((/** @type {string} */ host) => `a form in a frame of ${host}`), known.truncated && "the rest of a very long page"].filter(Boolean);
  return parts.length ? el("p", { class: "muted small", text: `Left alone: ${parts.join(", ")}.` }) : null;
}

/** Asks the person's own model what the questions mean that no rule knows. What it says is looked at before it goes in. @param {any[]} actions */
function modelBox(actions) {
  const unknown = actions.filter((action) => action.kind === "leave" && !action.sensitive && !edits.has(action.fieldId) && action.meaning === "custom").length;
  if (!model || !unknown || known.gone) return null;
  const button = el("button", { class: "button", text: `Ask your model about ${unknown === 1 ? "1 question" : `${unknown} questions`}` });
  button.addEventListener("click", () => void busy(button, () => run(async () => {
    const answer = await call("propose", { tabId });
    note = "What the model took questions for is marked. Look at it before you fill.";
    return answer;
  })));
  return el("div", { class: "row" }, button);
}

/** Answers that the person gave on the page. Nothing sensitive is ticked beforehand. */
function proposals() {
  return known.proposals.slice(0, 5).map((/** @type {any} */ one) => {
    const scope = el("select", { class: "scope", "aria-label": "Keep for" }, el("option", { value: "general", text: "every application" }), el("option", { value: "company", text: "this company" }), el("option", { value: "posting", text: "this job" }));
    const tick = el("input", { type: "checkbox" });
    const keep = el("button", { class: "button", text: "Keep", disabled: one.sensitive });
    tick.addEventListener("change", () => { keep.disabled = !tick.checked; });
    keep.addEventListener("click", () => void busy(keep, () => keepAnswer(one, one.value, scope.value)));
    return el("section", { class: "card stack", "aria-label": "Keep this answer" },
      el("p", {}, el("strong", { text: one.label, dir: "auto" })), el("p", { class: "clamp", text: one.value, dir: "auto" }),
      one.sensitive && el("label", { class: "check small" }, tick, el("span", { text: "This is a sensitive answer. Keep it on this computer." })),
      el("div", { class: "row wrap" }, keep, scope, el("button", { class: "button quiet push", text: "No", onclick: () => void run(() => call("forgetProposal", { tabId, question: one.label })) })));
  });
}

/** @param {any} about @param {string} value @param {string} scope */
async function keepAnswer(about, value, scope) {
  const { widget } = about;
  const kind = widget === "checkbox" || (about.options?.length === 2 && about.options.every((/** @type {string} */ one) => /^(yes|no|true|false)$/i.test(one))) ? "bool" : about.options?.length ? "choice" : widget === "number" ? "number" : widget === "date" ? "date" : "text";
  const said = kind === "bool" ? String(/^(yes|true)$/i.test(value)) : value;
  await run(async () => {
    const done = await call("answer", { tabId, answer: { question: about.label, family: about.meaning ?? "", subject: about.subject ?? "", kind, value: said, unit: "", scope, options: about.options ?? [] } });
    note = done.waiting ? "Kept here, sent when the companion runs." : "Kept.";
    return call("current", { tabId });
  });
}

const handlers = {
  /** @param {string} fieldId @param {string[] | null} values */
  edit(fieldId, values) {
    if (values === null) edits.delete(fieldId);
    else edits.set(fieldId, values);
    draw();
  },
  /** @param {any} action @param {string[]} values @param {string} scope */
  async keep(action, values, scope) {
    edits.set(action.fieldId, values);
    typed.delete(action.fieldId);
    if (scope) await keepAnswer({ label: action.label, meaning: action.meaning, subject: action.subject, widget: known.fields[action.fieldId]?.widget, options: known.fields[action.fieldId]?.options }, values.join(", "), scope);
    else draw();
  },
  /** @param {string} fieldId */
  point: (fieldId) => void call("point", { tabId, fieldId }).catch(() => undefined),
  /** @param {string} fieldId @param {string} meaning */
  correct: (fieldId, meaning) => void run(async () => {
    const answer = await call("correct", { tabId, fieldId, meaning });
    note = KEPT[answer.kept] ?? "";
    open.delete(`edit:${fieldId}`);
    return answer;
  }),
  /** @param {string} fieldId */
  draft: (fieldId) => call("draft", { tabId, fieldId }),
  /** @param {string} fieldId */
  dropDraft: (fieldId) => void call("dropDraft", { fieldId }).catch(() => undefined),
  /** @param {string} fieldId @param {string} text */
  type: (fieldId, text) => void typed.set(fieldId, text),
  tailor: () => void run(async () => {
    await call("tailor", { tabId });
    note = "The resume is being tailored. Look again in a moment.";
    return call("current", { tabId });
  }),
  redraw: () => draw(),
};

/** @param {any[]} actions */
function drawFooter(actions) {
  const due = actions.filter((action) => ready(action) && !settled(action) && !persons(action));
  const filled = known.report?.results.some((/** @type {any} */ one) => one.status === "verified");
  const fill = el("button", { id: "fill", class: "button primary", "aria-busy": filling && "true", text: filling ? "Filling …" : due.length ? `Fill ${due.length}` : "Filled", disabled: !filling && (!due.length || known.gone) });
  fill.addEventListener("click", () => !filling && void run(async () => {
    note = "";
    filling = true;
    drawFooter(actions);
    document.getElementById("stop")?.focus();
    try {
      const answer = await call("fill", { tabId, fieldIds: due.map((action) => action.fieldId), edits: Object.fromEntries(edits) });
      edits.clear();
      if (answer.report?.results.some((/** @type {any} */ one) => one.message === "stopped")) note = "Stopped. What is in the form can be put back.";
      return answer;
    } finally {
      filling = false;
    }
  }));
  const stop = el("button", { id: "stop", class: "button", text: "Stop", onclick: () => void call("stop", { tabId }).catch(() => undefined) });
  const undo = el("button", { id: "undo", class: "button", text: "Undo", disabled: !filled || known.gone });
  undo.addEventListener("click", () => void busy(undo, () => run(async () => {
    const answer = await call("undo", { tabId });
    note = answer.kept ? `${answer.restored} put back, ${answer.kept} changed since and left.` : `${answer.restored} put back.`;
    return answer;
  })));
  footer.replaceChildren(fill, filling ? stop : undo, el("span", { class: "small push", role: "status", text: note }));
  footer.hidden = false;
}

/** What the worker knows now. The page may have moved on: its answers can still be kept. @param {any} now */
function take(now) {
  known = now.plan || !known?.plan ? now : { ...known, proposals: now.proposals, attempt: now.attempt, gone: true };
}

/** @param {() => Promise<any>} act */
async function run(act) {
  try {
    const answer = await act();
    if (answer?.fields) take(answer);
    if (known?.plan) draw();
  } catch (trouble) {
    footer.hidden = !known?.plan;
    const again = el("button", { class: "button", text: "Look again", onclick: () => void look() });
    if (known?.plan) {
      note = [/** @type {any} */ (trouble).title, /** @type {any} */ (trouble).hint].filter(Boolean).join(". ");
      draw();
    } else main.replaceChildren(el("div", { class: "stack" }, troubleBox(trouble, el("div", {}, again))));
  }
}

async function look() {
  known = null;
  edits.clear();
  typed.clear();
  note = "";
  counts.textContent = "";
  footer.hidden = true;
  title.textContent = "The form on this page";
  main.replaceChildren(el("p", { class: "muted", text: "Reading the form …" }));
  await run(() => call("plan", { tabId }));
}

async function start() {
  if (!asked) tabId = /** @type {number} */ ((await chrome.tabs.query({ active: true, currentWindow: true }))[0]?.id);
  await run(async () => {
    const [now, { counts: told }] = await Promise.all([call("current", { tabId }), call("state")]);
    model = Boolean(told?.model);
    return now.plan && (now.posting || now.report) ? now : call("plan", { tabId });
  });
}

document.getElementById("again")?.addEventListener("click", () => void look());
// What the worker learns of this tab (a fill from the page's button, an answer to keep) shows without asking.
chrome.storage.session.onChanged.addListener((changes) => {
  if (!changes[`tab:${tabId}`] || !known?.plan) return;
  void call("current", { tabId }).then((now) => {
    take(now);
    draw();
  }, () => undefined);
});
if (!asked) {
  chrome.tabs.onActivated.addListener(() => { known = null; edits.clear(); typed.clear(); void start(); });
  chrome.tabs.onUpdated.addListener((id, change) => { if (id === tabId && change.status === "complete") { known = null; edits.clear(); typed.clear(); void start(); } });
}
await start();
