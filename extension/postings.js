// @ts-check
// What the person asks for on a job's page or a list of jobs: read it, save it, tailor a resume, scores for a list, and the
// counts the icon and the popup show. Page text is data here.
import { ask, connect } from "./companion.js";
import * as outbox from "./outbox.js";
import { Problem, asProblem } from "./problems.js";
import { mayFill, portalOf, readable } from "./sites.js";
import { frames, recall, remember, tell } from "./tabs.js";

const RECENT = 12;

/** @param {number} tabId */
const tabOf = (tabId) => chrome.tabs.get(tabId);

/** The job page as one payload, with the parts of it that other frames hold. @param {number} tabId */
async function capture(tabId) {
  const list = await frames(tabId);
  if (!list[0].top) throw new Problem("no-access");
  const parts = await Promise.all(list.map((frame) => tell(tabId, frame, { act: "capture" }).catch(() => null)));
  const [top, ...rest] = parts;
  if (!top) throw new Problem("no-access");
  let room = 2_000_000 - top.html.length;
  const inner = rest.flatMap((part, index) => {
    if (!part || !mayFill(list[0].url, list[index + 1].url, list[index + 1].origin) || part.html.length < 400 || part.html.length > room) return [];
    room -= part.html.length;
    return [{ url: part.url, html: part.html }];
  });
  return { url: top.url, title: top.title, html: top.html, capturedAt: top.capturedAt, portal: portalOf(top.url), frames: inner };
}

/** Keeps what the popup lists under "recent", in memory of this browser session only. @param {any} view */
async function recent(view) {
  if (!view?.posting) return;
  const { id, title, company } = view.posting;
  const { recent: before = [] } = /** @type {any} */ (await chrome.storage.session.get("recent"));
  await chrome.storage.session.set({ recent: [{ id, title, company, at: Date.now() }, ...before.filter((/** @type {any} */ one) => one.id !== id)].slice(0, RECENT) });
}

/** The job on this page: known already, else read now. Nothing waits in the outbox for a mere look. @param {number} tabId */
export async function look(tabId) {
  const tab = await tabOf(tabId);
  const known = await recall(tabId);
  if (known.view && known.view.url === tab.url) return known.view.view;
  if (tab.url && !readable(tab.url)) throw new Problem("no-access");
  const payload = await capture(tabId);
  const view = await ask("POST", "/api/captures", { body: payload }).catch((unread) => jobOfForm(payload.url, unread));
  await remember(tabId, (now) => ({ ...now, view: { url: payload.url, view }, posting: view.posting }));
  await recent(view);
  return view;
}

/** A page that is no ad may hold the form of a job that is known. Throws `unread` where none is. @param {string} url @param {unknown} unread */
const jobOfForm = (url, unread) => ask("GET", `/api/postings?url=${encodeURIComponent(url)}`).catch(() => { throw unread; });

/** Saves the job. Durable here before anything is sent. @param {number} tabId */
export async function save(tabId) {
  const known = await recall(tabId);
  const tab = await tabOf(tabId);
  const id = known.view?.url === tab.url ? known.view?.view?.posting?.id : "";
  const title = tab.title?.slice(0, 120) ?? "";
  const done = id
    ? await outbox.putAndSend({ path: `/api/postings/${id}/save`, body: { saved: true }, title, kind: "save" })
    : await outbox.putAndSend({ path: "/api/captures", body: await capture(tabId), title, kind: "capture", then: [{ suffix: "/save", body: { saved: true }, kind: "save" }] });
  if (done.answer?.posting) {
    await remember(tabId, (now) => ({ ...now, view: { url: tab.url ?? done.answer.posting.url, view: done.answer }, posting: done.answer.posting }));
    await recent(done.answer);
  }
  return done;
}

/** @param {number} tabId */
async function postingId(tabId) {
  const { posting } = await recall(tabId);
  if (posting?.id) return posting.id;
  const view = await look(tabId);
  return view.posting.id;
}

/** @param {number} tabId */
export const dismiss = async (tabId) => outbox.putAndSend({ path: `/api/postings/${await postingId(tabId)}/dismiss`, body: { dismissed: true }, kind: "dismiss" });

/** @param {number} tabId @param {string} [persona] which one goes there; "" the one that fits best, nothing: as it is */
export const tailor = async (tabId, persona) => ask("POST", "/api/resumes", { body: { postingId: await postingId(tabId), persona } });

/** @param {number} tabId */
export const applied = async (tabId) => {
  const { posting } = await recall(tabId);
  return outbox.putAndSend({ path: "/api/attempts/applied", body: { postingId: await postingId(tabId) }, title: posting?.title ?? "", kind: "applied" });
};

/** Scores for a result list. @param {any[]} cards */
export async function cards(cards) {
  const { scores = {} } = /** @type {any} */ (await chrome.storage.session.get("scores"));
  const missing = cards.filter((card) => !scores[card.url]).slice(0, 100);
  if (missing.length) {
    const answer = await ask("POST", "/api/postings/lookup", { body: { cards: missing } });
    for (const card of answer.cards) scores[card.url] = { url: card.url, score: card.score ?? null, applied: Boolean(card.applied) };
    const entries = Object.entries(scores);
    await chrome.storage.session.set({ scores: Object.fromEntries(entries.slice(-2_000)) });
  }
  return { cards: cards.map((card) => scores[card.url]).filter(Boolean) };
}

/** Counts from the companion for the badge, the popup and the panel. */
export async function state() {
  const connection = await connect();
  const waiting = await outbox.summary();
  if (connection.state !== "connected") return { connection, outbox: waiting, counts: null };
  try {
    return { connection, outbox: waiting, counts: await ask("GET", "/api/state") };
  } catch (error) {
    const problem = asProblem(error);
    const now = problem.code === "unpaired" ? { ...connection, state: /** @type {const} */ ("revoked") } : await connect();
    return { connection: now, outbox: waiting, counts: null, problem: problem.toJSON() };
  }
}
