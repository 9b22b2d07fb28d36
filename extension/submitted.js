// @ts-check
// The person's own submit: on record before the page goes on, and what the page said after it.
import { reported } from "./forms.js";
import * as outbox from "./outbox.js";
import { learned } from "./proposals.js";
import { frames, recall, remember, tell } from "./tabs.js";

const MAX_TEXT = 4_000;
/** How long after a submit a new page can be its answer. */
const AFTER_MS = 120_000;

/** Submits that are being put on record, by tab: what a page says after one belongs to its attempt. @type {Map<number, Promise<unknown>>} */
const recording = new Map();

/** The person submits: on record before the page goes on, here if the companion is away. @param {number} tabId @param {any} message @param {{ documentId?: string, frameId?: number }} [sender] */
export function submitting(tabId, message, sender = {}) {
  const run = record(tabId, message, sender);
  recording.set(tabId, run.catch(() => null));
  return run;
}

/** @param {number} tabId @param {any} message @param {{ documentId?: string, frameId?: number }} sender */
async function record(tabId, message, { documentId = "", frameId = 0 }) {
  // Known before the next page says hello, even where the fill's report that begins the attempt is still on its way.
  await remember(tabId, (now) => ({ ...now, submitted: { at: Date.now(), attempt: now.attempt?.id ?? "", documentId, frameId } }));
  await learned(tabId, message);
  await reported(tabId);
  // While its report waits for the companion, an attempt has no other name than the plan's.
  const { attempt, posting, submitted } = await remember(tabId, (now) => {
    const id = now.attempt?.id ?? now.told;
    return { ...now, told: "", submitted: id ? { ...now.submitted, attempt: id } : null };
  });
  if (!submitted) return { recorded: false };
  const done = await outbox.putAndSend({ path: `/api/attempts/${submitted.attempt}/submitting`, body: { contentHash: attempt?.contentHash ?? "" }, title: posting?.title ?? "", kind: "submitting", lane: outbox.laneOf(tabId) });
  return { recorded: !done.problem || done.waiting };
}

/** What the page said after it. @param {number} tabId @param {any} seen */
export async function outcome(tabId, { url, title, text, status, clicked }) {
  await recording.get(tabId);
  const known = await recall(tabId);
  const id = known.submitted?.attempt;
  if (!id) return null;
  const done = await outbox.putAndSend({ path: `/api/attempts/${id}/outcome`, body: { url, title, text: text.slice(0, MAX_TEXT), status, clicked: Boolean(clicked) }, title: known.posting?.title ?? "", kind: "outcome", lane: outbox.laneOf(tabId) });
  await remember(tabId, (now) => ({ ...now, attempt: done.answer?.attempt ?? now.attempt, submitted: done.answer?.attempt?.state === "submitted" ? null : now.submitted }));
  return done;
}

/**
 * The page after a submit, where our scripts are not there by themselves (hosts beyond the manifest's).
 * @param {number} tabId
 */
export async function arrived(tabId) {
  await recording.get(tabId);
  const known = await recall(tabId);
  if (!known.submitted?.attempt || Date.now() - known.submitted.at > AFTER_MS) return null;
  const [top] = await frames(tabId);
  const same = top.top ? top.documentId === known.top && top.url === known.url : top.documentId === known.submitted.documentId;
  return same ? null : outcome(tabId, await tell(tabId, top, { act: "outcome" }));
}
