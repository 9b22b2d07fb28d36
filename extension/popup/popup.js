// @ts-check
// The toolbar popup: one line about the connection, the job on this page, what can be done with it. Draws first, asks then.
import { busy, call, connectionState, el, icon, jobLine, portalName, ring, troubleBox, when } from "../view.js";

const main = /** @type {HTMLElement} */ (document.getElementById("main"));
const by = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
/** A test or a narrow window may name the tab; otherwise it is the one in front. */
const asked = Number(new URLSearchParams(location.search).get("tab"));
const tab = asked ? await chrome.tabs.get(asked) : (await chrome.tabs.query({ active: true, currentWindow: true }))[0];
const tabId = /** @type {number} */ (tab?.id);

/** @type {any} */
let state = null;
/** @type {any} */
let view = null;
/** @type {any} */
let plan = null;
let note = "";

async function openPanel() {
  await chrome.sidePanel.open({ tabId });
  window.close();
}

/** @param {any} connection */
function drawConnection({ connection, outbox, counts }) {
  by("connection").replaceChildren(connectionState(connection.state));
  const waiting = by("waiting");
  waiting.hidden = !(outbox.waiting || outbox.dead);
  waiting.textContent = outbox.dead ? `Could not be sent: ${outbox.dead}` : `Waiting to sync: ${outbox.waiting}`;
  by("dashboard").hidden = connection.state !== "connected";
  if (counts?.needsYou) by("dashboard").textContent = `Open dashboard · ${counts.needsYou} need you`;
}

function pairForm() {
  const input = el("input", { id: "code", inputmode: "numeric", autocomplete: "off", maxlength: "6", pattern: "[0-9]{6}", required: true, "aria-describedby": "code-help" });
  const button = el("button", { class: "button primary", text: "Pair" });
  const problem = el("div");
  const form = el("form", { class: "stack" },
    el("h2", { text: "Pair with the companion" }),
    el("p", { id: "code-help", class: "muted", text: "Run “sincerely” on this computer and enter the six digits it shows." }),
    el("label", { for: "code", class: "small", text: "Code" }),
    el("div", { class: "code" }, input, button), problem);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void busy(button, async () => {
      try {
        await call("pair", { code: input.value.trim() });
        await start();
      } catch (trouble) {
        problem.replaceChildren(troubleBox(trouble));
        input.select();
      }
    });
  });
  setTimeout(() => input.focus(), 0);
  return form;
}

/** @param {any} trouble */
function away(trouble) {
  const again = el("button", { class: "button", text: "Look again", onclick: () => void start(true) });
  const save = el("button", { class: "button primary", text: "Save this page", onclick: (/** @type {Event} */ event) => void act(/** @type {HTMLButtonElement} */ (event.currentTarget), "save") });
  return el("div", { class: "stack" }, troubleBox(trouble), el("div", { class: "actions" }, state.paired ? save : null, again), said());
}

const said = () => (note ? el("p", { role: "status", class: "small", text: note }) : null);

/** @param {HTMLButtonElement} button @param {string} name */
async function act(button, name) {
  await busy(button, async () => {
    try {
      const done = await call(name, { tabId, persona: view?.personas?.length ? view.posting.persona ?? "" : undefined });
      if (name === "save") {
        if (done.problem && !done.waiting) throw done.problem;
        if (done.answer?.posting) view = done.answer;
        note = done.waiting ? "Saved here. It goes to the companion when that runs." : "Saved.";
      }
      if (name === "tailor") note = "The resume is being tailored. The dashboard shows it.";
      if (name === "applied") note = done.waiting ? "Noted here, sent when the companion runs." : "Marked as applied.";
      if (name === "dismiss") note = "Dismissed.";
    } catch (trouble) {
      note = [/** @type {any} */ (trouble).title, /** @type {any} */ (trouble).hint].filter(Boolean).join(". ");
    }
    state = await call("state");
    drawConnection(state);
    draw();
  });
}

/** @param {any} reasons @param {any} match */
function reasonsOf(reasons, match) {
  const pro = (reasons?.for ?? match?.matched?.map((/** @type {any} */ one) => one.name) ?? []).slice(0, 3);
  const contra = (reasons?.against ?? match?.missing ?? []).slice(0, 3);
  const blocks = (match?.blockers ?? []).filter((/** @type {any} */ one) => !one.overruled).slice(0, 2);
  if (!pro.length && !contra.length && !blocks.length) return match?.note ? el("p", { class: "muted small", text: match.note }) : null;
  return el("div", { class: "reasons" },
    pro.length && el("ul", { class: "for", "aria-label": "For" }, ...pro.map((/** @type {string} */ text) => el("li", { "data-mark": "+", text }))),
    (contra.length || blocks.length) && el("ul", { class: "against", "aria-label": "Against" },
      ...contra.filter((/** @type {string} */ text) => !blocks.some((/** @type {any} */ one) => one.reason === text)).map((/** @type {string} */ text) => el("li", { "data-mark": "−", text })),
      ...blocks.map((/** @type {any} */ one) => el("li", { "data-mark": "!", class: "block", text: one.reason, title: one.sentence || undefined }))));
}

/** Whether it was met before. */
function history() {
  const { posting, application, duplicates = [] } = view;
  const facts = [];
  if (application && application.status !== "saved") facts.push(el("strong", { text: `Application: ${application.status.replaceAll("_", " ")}` }));
  const seen = posting.seen?.[0];
  if (seen) facts.push(el("span", {}, "seen ", when(seen.at), seen.portal ? ` on ${portalName(seen.portal)}` : ""));
  if (duplicates.length) facts.push(el("span", { text: `${duplicates.length} more of the same job` }));
  if (posting.liveness === "closed") facts.push(el("span", { class: "attention", text: "closed" }));
  if (!facts.length) return null;
  return el("p", { class: "muted small" }, ...facts.flatMap((fact, index) => (index ? [" · ", fact] : [fact])));
}

/** Signs that nobody may be hired for it now, and how often it was put up. */
function doubts() {
  const signs = (view?.signs ?? []).slice(0, 2);
  return signs.length ? el("ul", { class: "signs", "aria-label": "Signs that it may not be filled now" }, ...signs.map((/** @type {string} */ sign) => el("li", {}, el("span", { class: "attention", "aria-hidden": "true", text: "◇" }), el("span", { text: sign })))) : null;
}

function formLine() {
  if (!plan?.plan) return null;
  const actions = plan.plan.actions.filter((/** @type {any} */ action) => !action.hidden);
  const ready = actions.filter((/** @type {any} */ action) => action.kind !== "leave" && !(action.sensitive && action.review));
  const needs = actions.filter((/** @type {any} */ action) => action.kind === "leave" && action.required);
  return { ready: ready.length, needs: needs.length, filled: plan.report?.results.filter((/** @type {any} */ one) => one.status === "verified").length ?? 0 };
}

/** Which way of heading the resume takes, where the person has several. */
function direction() {
  const { personas = [], posting, match } = view;
  if (!personas.length) return null;
  const best = match?.persona && match.persona !== "default" && !posting.persona ? ` (${match.persona})` : "";
  const option = (/** @type {string} */ value, /** @type {string} */ text) => el("option", { value, text, selected: value === (posting.persona ?? ""), dir: "auto" });
  return el("div", { class: "direction small" }, el("label", { for: "persona", class: "muted", text: "Resume as" }),
    el("select", { id: "persona", onchange: (/** @type {any} */ event) => { posting.persona = event.currentTarget.value; } }, option("", `the one that fits best${best}`), ...personas.map((/** @type {string} */ name) => option(name, name)), option("default", "the whole profile")));
}

function draw() {
  const form = formLine();
  const { posting, match } = view ?? {};
  const saved = posting?.saved;
  const fill = form && el("button", { class: `button ${form.ready ? "primary" : ""}`, text: form.ready ? `Fill ${form.ready} field${form.ready === 1 ? "" : "s"}` : "See the form", onclick: (/** @type {Event} */ event) => void fillForm(/** @type {HTMLButtonElement} */ (event.currentTarget), form.ready) });
  const button = (/** @type {string} */ text, /** @type {string} */ name, primary = false) => el("button", { class: `button ${primary ? "primary" : "quiet"}`, text, onclick: (/** @type {Event} */ event) => void act(/** @type {HTMLButtonElement} */ (event.currentTarget), name) });
  main.replaceChildren(...[
    posting && el("section", { class: "job" }, el("div", {}, el("h2", { text: posting.title, title: posting.title, dir: "auto" }), jobLine(posting), history()), ring(match?.score, match?.note)),
    posting && reasonsOf(view.reasons, match),
    posting && doubts(),
    !posting && form && el("p", { class: "muted" }, ...(plan.posting ? ["The form for ", el("strong", { text: plan.posting.title, dir: "auto" }), plan.posting.company ? ", " : "", el("bdi", { text: plan.posting.company ?? "" })] : ["There is a form on this page."])),
    el("div", { class: "actions" }, form?.ready ? fill : null, posting && !saved && button("Save", "save", !form?.ready), posting && saved && el("span", { class: "state good", "data-shape": "●", text: "saved" }), posting && button("Tailor resume", "tailor"), form?.ready ? null : fill),
    posting && direction(),
    posting && view.application?.status !== "submitted" && el("button", { class: "plain small muted own", text: "I applied by myself", onclick: (/** @type {Event} */ event) => void act(/** @type {HTMLButtonElement} */ (event.currentTarget), "applied") }),
    form?.filled ? el("p", { class: "small", role: "status", text: `${form.filled} filled and read back.` }) : null,
    form?.needs ? el("button", { class: "needs", onclick: () => void openPanel() }, el("span", { text: form.needs === 1 ? "1 question needs you" : `${form.needs} questions need you` }), icon("next")) : null,
    said(),
  ].filter((part) => part !== null && part !== undefined && part !== false));
}

/** @param {HTMLButtonElement} button @param {number} ready */
async function fillForm(button, ready) {
  if (!ready) return openPanel();
  await busy(button, async () => {
    button.textContent = "Filling …";
    button.after(el("button", { class: "button quiet", text: "Stop", onclick: () => void call("stop", { tabId }).catch(() => undefined) }));
    try {
      plan = await call("fill", { tabId, all: true });
      note = "";
    } catch (trouble) {
      note = [/** @type {any} */ (trouble).title, /** @type {any} */ (trouble).hint].filter(Boolean).join(". ");
    }
  });
  draw();
  return undefined;
}

/** @param {boolean} [fresh] */
async function start(fresh = false) {
  if (fresh) main.replaceChildren(el("p", { class: "muted", text: "Looking …" }));
  state = await call("state");
  drawConnection(state);
  const recents = await call("recent");
  by("recents").hidden = recents.length < 2;
  by("recent").replaceChildren(...recents.map((/** @type {any} */ one) => el("li", {}, el("span", { text: `${one.title}, ${one.company}`, title: one.title }), el("span", { class: "muted" }, when(one.at)))));
  const { state: kind } = state.connection;
  if (kind === "not-paired" || kind === "revoked" || (!state.paired && kind === "connected")) return main.replaceChildren(...[kind === "revoked" ? troubleBox({ title: "The companion does not know this browser", hint: "The pairing was revoked, or it is another companion. Nothing was sent to it." }) : null, pairForm()].filter((part) => part !== null));
  if (kind !== "connected") return main.replaceChildren(away(PROBLEMS[kind] ?? PROBLEMS.away));
  const [looked, planned] = await Promise.allSettled([call("look", { tabId }), currentPlan()]);
  view = looked.status === "fulfilled" ? looked.value : null;
  plan = planned.status === "fulfilled" ? planned.value : null;
  if (view || plan?.plan) return draw();
  const trouble = looked.status === "rejected" ? looked.reason : planned.status === "rejected" ? planned.reason : null;
  return main.replaceChildren(el("div", { class: "stack" }, troubleBox(trouble ?? PROBLEMS.empty), el("div", { class: "actions" }, el("button", { class: "button", text: "Look again", onclick: () => void start(true) }))));
}

/** The plan that is there already, else a new one if the page has a form. */
async function currentPlan() {
  const known = await call("current", { tabId });
  // A plan made before its job was known is made anew: the job decides currency, company and resume.
  const fresh = known.plan && !known.undone && (known.posting || known.report);
  return fresh ? known : call("plan", { tabId });
}

/** @type {Record<string, { title: string, hint: string }>} */
const PROBLEMS = {
  away: { title: "The companion is not running", hint: "Start it with “sincerely”. What you save waits here." },
  "other-program": { title: "Another program answers on the companion's port", hint: "Nothing was sent to it. Start the companion, or change the port in the options." },
  "protocol-mismatch": { title: "The companion speaks another version", hint: "Update the extension and the companion to the same version." },
  empty: { title: "No job and no form on this page", hint: "Open a job's own page." },
};

by("dashboard").addEventListener("click", () => void call("dashboard").then(() => window.close(), (trouble) => main.replaceChildren(troubleBox(trouble))));
by("waiting").addEventListener("click", () => void chrome.tabs.create({ url: chrome.runtime.getURL("extension/options/options.html#outbox") }));
by("recents").addEventListener("click", () => {
  const list = by("recent");
  list.hidden = !list.hidden;
  by("recents").setAttribute("aria-expanded", String(!list.hidden));
});
await start();
