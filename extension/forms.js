// @ts-check
// What the person asks for on a form: plan it, fill it, put it back. Each returns what the popup and the
// panel show. Values leave for frames that may have them and for nowhere else.
import { ask } from "./companion.js";
import * as outbox from "./outbox.js";
import { Problem } from "./problems.js";
import { hostOf, mayFill } from "./sites.js";
import { frames, recall, remember, tell } from "./tabs.js";

/** How often one fill goes on by itself with what it made the page show. */
const MOST_ROUNDS = 3;
/** What a page's script says of a field it did not come to because the person stopped the fill. */
const STOPPED = "stopped";
/** When the person last stopped a fill, by tab. The worker lives while one is under way. @type {Map<number, number>} */
const stops = new Map();
/** Fills under way, by tab: done when the companion has their report, or will have it. @type {Map<number, Promise<unknown>>} */
const fills = new Map();

/** One snapshot of all frames. A frame that may not be filled or that nobody sees is told of, not planned. @param {number} tabId */
async function snapshot(tabId) {
  const list = await frames(tabId);
  const top = list[0].url;
  const scans = await Promise.all(list.map((frame) => tell(tabId, frame, { act: "scan", frame: frame.documentId }).then((scan) => ({ frame, ...scan }), () => null)));
  const kept = scans.filter((scan) => scan && (scan.frame.top || (scan.snapshot.fields.length && scan.shown && mayFill(top, scan.frame.url, scan.frame.origin))));
  const apart = scans.filter((scan) => scan && !kept.includes(scan) && scan.snapshot.fields.some((/** @type {any} */ field) => field.visible)).map((scan) => hostOf(scan.frame.url) || "a frame without an address");
  const base = scans[0]?.snapshot;
  if (!base) throw new Problem("plan-gone");
  const all = kept.map((scan) => scan.snapshot);
  const fields = all.flatMap((one) => one.fields).map((field, position) => ({ ...field, position }));
  const merged = {
    ...base, fields, buttons: all.flatMap((one) => one.buttons), errors: all.flatMap((one) => one.errors),
    challenge: all.map((one) => one.challenge).find(Boolean) ?? "",
    step: all.map((one) => one.step).find((step) => step != null) ?? null, steps: all.map((one) => one.steps).find((steps) => steps != null) ?? null,
    truncated: all.some((one) => one.truncated),
  };
  return { snapshot: merged, apart };
}

/** @param {any} plan @param {any} report */
export function pillOf(plan, report) {
  if (!plan) return { ready: 0, total: 0, needs: 0, done: false };
  const shown = plan.actions.filter((/** @type {any} */ action) => !action.hidden);
  const ready = shown.filter((/** @type {any} */ action) => action.kind !== "leave");
  const done = report?.results.filter((/** @type {any} */ one) => one.status === "verified" || one.status === "already").length ?? 0;
  return { ready: report ? done : ready.length, total: shown.length, needs: shown.filter((/** @type {any} */ action) => action.kind === "leave" && action.required).length, done: Boolean(report) };
}

/** @param {number} tabId @param {any} known */
async function tellPill(tabId, known) {
  const pill = pillOf(known.plan, known.report);
  await Promise.all(Object.values(known.frames ?? {}).map((frame) => tell(tabId, /** @type {any} */ (frame), { act: "pill", pill }, 1_000).catch(() => null)));
}

/**
 * What will go into the form, from the companion.
 * @param {number} tabId
 */
export async function plan(tabId) {
  const before = await recall(tabId);
  const { snapshot: seen, apart } = await snapshot(tabId);
  const offered = before.url === seen.url ? (before.offered ?? {}) : {};
  // What a list offered when it was opened, for the plan to choose from.
  const now = { ...seen, fields: seen.fields.map((/** @type {any} */ field) => (offered[field.id] ? { ...field, options: offered[field.id].map((/** @type {string} */ label) => ({ value: "", label, selected: false, disabled: false })) } : field)) };
  if (!now.fields.some((/** @type {any} */ field) => field.visible)) throw new Problem("no-form");
  const answer = await ask("POST", "/api/forms/plan", { body: { snapshot: now, postingId: before.posting?.id ?? "", attemptId: before.attempt?.id ?? "" } });
  const hidden = new Set(now.fields.filter((/** @type {any} */ field) => !field.visible).map((/** @type {any} */ field) => field.id));
  const fields = Object.fromEntries(now.fields.map((/** @type {any} */ field) => [field.id, { label: field.label, widget: field.widget, options: field.options.map((/** @type {any} */ option) => option.label).slice(0, 200), value: field.value, checked: field.checked, required: field.required, maxLength: field.maxLength, help: field.help.slice(0, 300), frame: field.frame }]));
  const actions = answer.plan.actions.map((/** @type {any} */ action) => ({ ...action, hidden: hidden.has(action.fieldId) }));
  // The report of a fill may have begun an attempt while this was planned.
  const known = await remember(tabId, (state) => ({
    ...state, plan: { ...answer.plan, actions }, fields, attempt: answer.attempt ?? (state.attempt?.id === before.attempt?.id ? null : state.attempt), posting: answer.posting ?? state.posting ?? null,
    files: answer.files ?? [], report: null, challenge: now.challenge, step: now.step, steps: now.steps, apart, url: now.url, truncated: now.truncated, offered,
    told: answer.attempt || (answer.posting && answer.posting.id !== state.posting?.id) ? "" : state.told,
  }));
  await watch(tabId, known);
  await tellPill(tabId, known);
  return shown(known);
}

/** The form went on to its next step in place: plan what it asks now. @param {number} tabId */
export async function stepped(tabId) {
  const known = await recall(tabId);
  return known.plan ? plan(tabId).then(() => true, () => false) : false;
}

/** Tells each frame what its part of the plan is, so that it knows the person's own answers later. @param {number} tabId @param {any} known */
async function watch(tabId, known) {
  // Where the job is known, the report of the fill begins the attempt: a submit is held from the plan on.
  const live = Boolean(known.attempt?.id || known.posting?.id);
  await Promise.all(byFrame(known.plan.actions).map(([documentId, actions]) => tell(tabId, { documentId }, { act: "watch", plan: known.plan.id, actions, attempt: live }, 2_000).catch(() => null)));
}

/** @param {any[]} actions @returns {[string, any[]][]} */
function byFrame(actions) {
  const parts = new Map();
  for (const action of actions) parts.set(action.frame, [...(parts.get(action.frame) ?? []), action]);
  return [...parts];
}

/** What the panel needs to draw. @param {any} known */
export const shown = (known) => ({
  plan: known.plan ?? null, fields: known.fields ?? {}, report: known.report ?? null, attempt: known.attempt ?? null, posting: known.posting ?? null,
  files: known.files ?? [], challenge: known.challenge ?? "", apart: known.apart ?? [], step: known.step ?? null, steps: known.steps ?? null,
  proposals: known.proposals ?? [], url: known.url ?? "", truncated: known.truncated ?? false, undone: known.undone ?? false,
});

/** @param {number} tabId */
export const current = async (tabId) => shown(await recall(tabId));

/** The bytes of the files that these actions name, checked against their hash. @param {any[]} actions @param {any[]} offered */
async function filesFor(actions, offered) {
  /** @type {Record<string, { name: string, type: string, data: string }>} */
  const files = {};
  for (const sha256 of new Set(actions.filter((action) => action.kind === "attach").map((action) => action.file))) {
    const about = offered.find((one) => one.sha256 === sha256);
    if (!about) continue;
    const bytes = new Uint8Array(await ask("GET", `/api/files/${sha256}`, { binary: true }));
    const digest = Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)), (byte) => byte.toString(16).padStart(2, "0")).join("");
    if (digest !== sha256) throw new Problem("interrupted", { detail: "the file did not arrive whole" });
    let text = "";
    for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
    files[sha256] = { name: about.name, type: about.type, data: btoa(text) };
  }
  return files;
}

/**
 * Fills what the plan says.
 * @param {number} tabId
 * @param {{ fieldIds?: string[], edits?: Record<string, string[]>, all?: boolean, again?: number, begun?: number }} [what] `edits`: values the person changed in the panel;
 *   `all`: one click for everything, which leaves sensitive fields to the panel; `again`: how often this fill went on by itself; `begun`: when it began
 */
export function fill(tabId, what = {}) {
  const run = carryOut(tabId, what);
  const over = run.catch(() => null);
  fills.set(tabId, over);
  void over.then(() => fills.get(tabId) === over && fills.delete(tabId));
  return run;
}

/** Ends a fill under way and waits for its report: only then is known what a submit sends. @param {number} tabId */
export function reported(tabId) {
  stops.set(tabId, performance.now());
  return fills.get(tabId);
}

/** @param {any[]} actions @param {string} frame @param {string} message why nothing was written */
const unfilled = (actions, frame, message) => actions.map((action) => ({ fieldId: action.fieldId, status: "unfillable", frame, readBack: [], before: [], message }));

/** @param {number} tabId @param {Parameters<typeof fill>[1]} what @returns {Promise<any>} */
async function carryOut(tabId, { fieldIds, edits = {}, all = false, again = 0, begun = performance.now() } = {}) {
  const known = await recall(tabId);
  if (!known.plan) throw new Problem("plan-gone");
  const list = await frames(tabId);
  const top = list[0].url;
  const chosen = known.plan.actions.flatMap((/** @type {any} */ action) => {
    if (action.hidden || (fieldIds && !fieldIds.includes(action.fieldId) && !(action.look && !again))) return [];
    const edit = edits[action.fieldId];
    if (edit) return [{ ...action, kind: kindFor(action, known.fields[action.fieldId]), values: edit, optionValues: [], replace: true, fact: "", rule: "typed in the panel", search: "" }];
    if ((action.kind === "leave" && !action.look) || (all && action.sensitive && action.review)) return [];
    return [action];
  });
  const files = await filesFor(chosen, known.files ?? []);
  /** @type {any[]} */
  const results = [];
  const errors = [];
  let tookMs = 0;
  const stopped = () => (stops.get(tabId) ?? 0) > begun;
  for (const [documentId, actions] of byFrame(chosen)) {
    if (stopped()) {
      results.push(...unfilled(actions, documentId, STOPPED));
      continue;
    }
    const frame = list.find((one) => one.documentId === documentId);
    if (!frame || !mayFill(top, frame.url, frame.origin)) {
      results.push(...unfilled(actions, documentId, "its frame was exchanged since the plan was made"));
      continue;
    }
    const own = Object.fromEntries(actions.filter((action) => files[action.file]).map((action) => [action.file, files[action.file]]));
    const report = await tell(tabId, frame, { act: "fill", plan: { actions }, files: own, options: { mark: true } }, 130_000).catch((error) => {
      // The document went on while it was filled, with a submit perhaps: that is reported too.
      if (!(error instanceof Problem) || error.code !== "plan-gone" || error.detail) throw error;
      return { results: unfilled(actions, documentId, "the page went on before it could be read back"), errors: [], tookMs: 0 };
    });
    if (report.errors.includes("hidden-frame")) results.push(...unfilled(actions, documentId, "nobody can see its frame now"));
    results.push(...report.results);
    errors.push(...report.errors.filter((/** @type {string} */ one) => one !== "hidden-frame"));
    tookMs += report.tookMs;
  }
  const filled = new Set(results.map((one) => one.fieldId));
  const left = known.plan.actions.filter((/** @type {any} */ action) => !filled.has(action.fieldId)).map((/** @type {any} */ action) => ({ fieldId: action.fieldId, status: "left", frame: action.frame, readBack: [], before: [], message: action.reason ?? "" }));
  // A second fill adds to the first: what was verified before and not touched now stays verified.
  const earlier = new Map((known.report?.results ?? []).map((/** @type {any} */ one) => [one.fieldId, one]));
  const report = { results: [...results, ...left.map((/** @type {any} */ one) => earlier.get(one.fieldId) ?? one)], errors, tookMs };
  // Where another page has come meanwhile, what is known of that one stays.
  const here = (/** @type {any} */ now) => now.plan && now.top === known.top;
  let state = await remember(tabId, (now) => (here(now) ? { ...now, report, undone: false, plan: merged(now.plan, chosen) } : now));
  const sent = await outbox.putAndSend({ path: "/api/forms/report", body: { planId: known.plan.id, report }, title: known.posting?.title ?? "", kind: "report", lane: outbox.laneOf(tabId) });
  if (sent.waiting && known.posting) await remember(tabId, (now) => ({ ...now, told: known.plan.id }));
  if (sent.answer?.attempt) {
    await remember(tabId, (now) => ({ ...now, attempt: sent.answer.attempt, told: "" }));
    // Not what is remembered by now: the button of a frame that came meanwhile may have planned anew.
    state = { ...state, attempt: sent.answer.attempt };
  }
  if (!here(state)) return { ...shown(state), waiting: sent.waiting };
  if (again < MOST_ROUNDS && !stopped() && (await unfolded(tabId, state, results))) return { ...(await goOn(tabId, state, chosen, results, { again, begun })), waiting: sent.waiting };
  await watch(tabId, state);
  await tellPill(tabId, state);
  return { ...shown(state), waiting: sent.waiting };
}

/** Whether a fill made the page show more than its plan was made for: options, blocks, further questions. @param {number} tabId @param {any} state @param {any[]} results */
async function unfolded(tabId, state, results) {
  const offered = Object.fromEntries(results.filter((one) => one.offered?.length).map((one) => [one.fieldId, one.offered]));
  await remember(tabId, (now) => ({ ...now, offered: { ...now.offered, ...offered } }));
  if (Object.keys(offered).length) return true;
  const { snapshot: now } = await snapshot(tabId);
  return now.fields.some((/** @type {any} */ field) => {
    const before = state.fields[field.id];
    const left = state.plan.actions.some((/** @type {any} */ action) => action.fieldId === field.id && action.kind === "leave");
    return field.visible && (!before || (left && !state.offered?.[field.id] && field.options.map((/** @type {any} */ option) => option.label).slice(0, 200).join("|") !== before.options.join("|")));
  });
}

/**
 * Plans what is there now, and fills what the person has asked for already: the entries that blocks were opened for, and fields of
 * the first plan whose list could not be read then. Anything else that has come is shown and waits.
 * @param {number} tabId @param {any} before the state after that fill @param {any[]} chosen its actions @param {any[]} results @param {{ again: number, begun: number }} round
 */
async function goOn(tabId, before, chosen, results, { again, begun }) {
  const old = new Map(before.plan.actions.map((/** @type {any} */ action) => [action.fieldId, action]));
  const blocks = chosen.filter((action) => action.kind === "add" && results.some((one) => one.fieldId === action.fieldId && one.readBack.length)).map((action) => action.meaning);
  const failed = new Set(results.filter((one) => one.offered?.length && one.status === "unfillable").map((one) => one.fieldId));
  await plan(tabId);
  const now = await remember(tabId, (state) => ({ ...state, report: before.report }));
  const forms = new Set(now.plan.actions.map((/** @type {any} */ action) => action.inside));
  const due = now.plan.actions.filter((/** @type {any} */ action) => {
    const known = old.get(action.fieldId);
    // Entries with a form of their own each: seen now, so filled and kept.
    if (action.kind === "add") return forms.has(action.fieldId) && results.some((one) => one.fieldId === action.fieldId && one.status === "left");
    if (action.inside) return chosen.some((one) => one.fieldId === action.inside);
    if (action.kind === "leave" || action.hidden) return false;
    if (!known) return blocks.some((block) => action.meaning.split(".")[0] === block);
    return failed.has(action.fieldId) || (known.kind === "leave" && !action.sensitive);
  });
  return due.length ? carryOut(tabId, { fieldIds: due.map((/** @type {any} */ action) => action.fieldId), again: again + 1, begun }) : shown(now);
}

/** @param {any} plan @param {any[]} chosen the plan with the values the person gave in the panel */
const merged = (plan, chosen) => ({ ...plan, actions: plan.actions.map((/** @type {any} */ action) => chosen.find((one) => one.fieldId === action.fieldId && one.replace) ?? action) });

/** @param {any} action @param {any} field */
function kindFor(action, field) {
  if (action.kind !== "leave") return action.kind;
  if (field?.widget === "checkbox") return "check";
  return /^(select|multiselect|combobox|listbox|radio|checkboxes|buttons|chips)$/.test(field?.widget) ? "choose" : "fill";
}

/** Ends a fill that is under way. What is in the form by then stays, and can be put back. @param {number} tabId */
export async function stop(tabId) {
  stops.set(tabId, performance.now());
  await Promise.all((await frames(tabId)).map((frame) => tell(tabId, frame, { act: "stop" }, 2_000).catch(() => null)));
}

/** @param {number} tabId @param {string[]} [fieldIds] */
export async function undo(tabId, fieldIds) {
  const known = await recall(tabId);
  const list = await frames(tabId);
  const reports = await Promise.all(list.map((frame) => tell(tabId, frame, { act: "undo", fieldIds }, 60_000).catch(() => null)));
  const results = reports.filter(Boolean).flatMap((report) => report.results);
  const back = new Set(results.filter((one) => one.status === "verified").map((one) => one.fieldId));
  const state = await remember(tabId, (now) => {
    const kept = now.report?.results.filter((/** @type {any} */ one) => !back.has(one.fieldId)) ?? [];
    return { ...now, report: kept.some((/** @type {any} */ one) => one.status === "verified") ? { ...now.report, results: kept } : null, undone: true };
  });
  await tellPill(tabId, state);
  return { ...shown(state), restored: back.size, kept: results.length - back.size, known: Boolean(known.plan) };
}

/** Shows a field on the page. @param {number} tabId @param {string} fieldId */
export async function point(tabId, fieldId) {
  const { plan: made } = await recall(tabId);
  const frame = made?.actions.find((/** @type {any} */ action) => action.fieldId === fieldId)?.frame;
  return tell(tabId, { documentId: frame }, { act: "point", fieldId }, 2_000);
}
