// @ts-check
// What the companion is asked about a plan that is there: what a field means, what a model takes the rest for, prose from facts.
import { ask } from "./companion.js";
import { shown } from "./forms.js";
import { Problem } from "./problems.js";
import { recall, remember } from "./tabs.js";

/** How long a model may take; the companion ends its own call a little earlier. */
const MODEL_MS = 130_000;
/** Drafts under way, by field. A worker that was stopped has none under way. @type {Map<string, AbortController>} */
const drafting = new Map();

/** Plans again with what is asked; hidden fields stay told apart. @param {number} tabId @param {string} path @param {any} [body] @param {number} [timeout] */
async function again(tabId, path, body = {}, timeout = undefined) {
  const known = await recall(tabId);
  if (!known.plan) throw new Problem("plan-gone");
  const answer = await ask("POST", path, { body: { ...body, planId: known.plan.id }, timeout });
  const hidden = new Set(known.plan.actions.filter((/** @type {any} */ action) => action.hidden).map((/** @type {any} */ action) => action.fieldId));
  const actions = answer.plan.actions.map((/** @type {any} */ action) => ({ ...action, hidden: hidden.has(action.fieldId) }));
  const state = await remember(tabId, (now) => ({ ...now, plan: { ...answer.plan, actions } }));
  return { ...shown(state), kept: answer.kept ?? "once" };
}

/** The person says what a field means. @param {number} tabId @param {string} fieldId @param {string} meaning */
export const correct = (tabId, fieldId, meaning) => again(tabId, "/api/forms/correct", { fieldId, meaning });

/** What the person's model takes the unknown questions for, each for review. @param {number} tabId */
export const propose = (tabId) => again(tabId, "/api/forms/propose", {}, MODEL_MS);

/** Prose from facts for one field, to be read and changed before it goes anywhere. @param {number} tabId @param {string} fieldId */
export async function draft(tabId, fieldId) {
  const { plan: made } = await recall(tabId);
  if (!made) throw new Problem("plan-gone");
  const control = new AbortController();
  drafting.set(fieldId, control);
  try {
    return (await ask("POST", "/api/forms/draft", { body: { planId: made.id, fieldId }, timeout: MODEL_MS, signal: control.signal })).draft;
  } finally {
    drafting.delete(fieldId);
  }
}

/** Nobody waits for this draft any more; the companion gives it up. @param {string} fieldId */
export const dropDraft = (fieldId) => drafting.get(fieldId)?.abort();
