// @ts-check
// What the worker knows of each tab (session storage: it outlives the worker, not the browser) and its line to the page's
// scripts. Frames are addressed by document: a frame that navigated is another document and gets nothing meant for the old one.
import { Problem } from "./problems.js";
import { siteOf } from "./sites.js";

/** In the order they need each other; the manifest lists the same (a test compares). */
export const PAGE_SCRIPTS = [
  "dom", "ties", "zones", "visible", "widget", "groups", "label", "notes", "area", "parts", "surroundings", "scan", "gestures", "choices", "lists", "calendar", "typing", "tags", "sections", "choosers", "hands", "claims", "entries", "blocks", "fill", "capture", "learn", "button", "cards", "link",
].map((name) => `extension/page/${name}.js`);

const ANSWER_MS = 30_000;

/** @typedef {{ documentId: string, frameId: number, url: string, origin: string, top: boolean, at?: number }} Frame */

/** @param {number} tabId @returns {Promise<any>} */
export async function recall(tabId) {
  const key = `tab:${tabId}`;
  return (await chrome.storage.session.get(key))[key] ?? {};
}

/** Changes what is known of a tab, one change at a time. @param {number} tabId @param {(known: any) => any} change */
export function remember(tabId, change) {
  const key = `tab:${tabId}`;
  return navigator.locks.request(key, async () => {
    const known = change((await chrome.storage.session.get(key))[key] ?? {});
    await chrome.storage.session.set({ [key]: known });
    return known;
  });
}

/** @param {number} tabId */
export const forget = (tabId) => chrome.storage.session.remove(`tab:${tabId}`);

/** A frame's scripts say hello. @param {chrome.runtime.MessageSender} sender @param {any} message */
export function greeted(sender, message) {
  const { documentId = "", frameId = 0 } = sender;
  const frame = { documentId, frameId, url: sender.url ?? message.url, origin: sender.origin ?? message.origin, top: frameId === 0, at: Date.now() };
  return remember(/** @type {number} */ (sender.tab?.id), (known) => {
    // A new top document is a new page: plan, view and frames of the old one are over; an attempt under way is not.
    // The same document may say hello late (scripts injected on a click): then nothing is over.
    const fresh = frame.top && known.top !== documentId;
    const base = fresh ? { attempt: known.attempt, posting: known.posting, proposals: known.proposals, submitted: known.submitted, told: known.told } : known;
    const frames = Object.entries(known.frames ?? {}).filter(([, one]) => !fresh || (!one.top && one.at > message.born));
    return { ...base, ...(frame.top ? { top: documentId } : {}), frames: { ...Object.fromEntries(frames.slice(-60)), [documentId]: frame } };
  });
}

/**
 * The frames that answer, with our scripts in them. Where the page itself is closed to us, a known application system's
 * frame in it is not: then the list begins with that one, and no frame of the list is `top`.
 * @param {number} tabId @returns {Promise<Frame[]>} the top one first
 * @throws {Problem} no-access where Chrome lets no extension in
 */
export async function frames(tabId) {
  const look = async () => chrome.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () => ({ ready: Object.hasOwn(globalThis, "sincerely") && Boolean(/** @type {any} */ (globalThis).sincerely.link), url: location.href, origin: self.origin, top: self === self.top }),
  });
  let found;
  try {
    found = await look();
    const missing = found.filter((one) => !one.result?.ready).map((one) => one.documentId);
    if (missing.length) {
      await chrome.scripting.executeScript({ target: { tabId, documentIds: missing }, files: PAGE_SCRIPTS });
      found = await look();
    }
  } catch {
    found = null;
  }
  const injected = (found ?? []).filter((one) => one.result?.ready).map((one) => ({ documentId: one.documentId, frameId: one.frameId, ...one.result }));
  // Frames of known hosts carry our scripts without a grant for injecting: those said hello themselves.
  const greetedHere = /** @type {Frame[]} */ (Object.values((await recall(tabId)).frames ?? {})).filter((frame) => !injected.some((one) => one.documentId === frame.documentId));
  const alive = await Promise.all(greetedHere.map((frame) => tell(tabId, frame, { act: "about" }, 2_000).then((about) => ({ ...frame, ...about }), () => null)));
  const all = [...injected, ...alive.filter((frame) => frame !== null)];
  if (all.some((frame) => frame.top)) return order(all);
  const known = all.filter((frame) => siteOf(frame.url)?.kind === "ats");
  if (!known.length) throw new Problem("no-access");
  return order(known);
}

/** @param {any[]} list @returns {Frame[]} */
const order = (list) => list.sort((one, other) => one.frameId - other.frameId);

/**
 * Asks one document.
 * @param {number} tabId @param {Pick<Frame, "documentId">} frame @param {any} message @param {number} [timeout] ms
 * @returns {Promise<any>}
 */
export async function tell(tabId, { documentId }, message, timeout = ANSWER_MS) {
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Problem("timed-out", { retry: true })), timeout); });
  try {
    const reply = await Promise.race([chrome.tabs.sendMessage(tabId, message, { documentId }), late]);
    if (!reply || reply.error) throw new Problem("plan-gone", { detail: reply?.error ?? "" });
    return reply.answer;
  } catch (error) {
    throw error instanceof Problem ? error : new Problem("plan-gone");
  } finally {
    clearTimeout(timer);
  }
}
