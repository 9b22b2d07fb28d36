// @ts-check
// What waits for the companion, in IndexedDB: bounded, in order, each with the Idempotency-Key it will always carry. An item
// leaves only after a 2xx; a terminal answer keeps it as dead, visible, for the person to retry, copy or remove.
// The worker may be killed at any await: nothing here relies on memory.
import { ask } from "./companion.js";
import { Problem, asProblem } from "./problems.js";

const MAX_ITEMS = 200;
const MAX_BYTES = 64 * 1024 * 1024;
const FIRST_DELAY_S = 5;
const LAST_DELAY_S = 3_600;
const STORE = "items";

/**
 * @typedef {{ id?: number, key: string, method: "POST", path: string, body: any, title: string, kind: string, bytes: number, at: number,
 *   tries: number, next: number, state: "waiting" | "dead", problem: any, lane: string,
 *   then: { suffix: string, body: any, kind: string }[] }} Item
 */

/** @type {Promise<IDBDatabase> | null} */
let opened = null;

/** @returns {Promise<IDBDatabase>} */
function database() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("sincerely", 1);
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore(STORE, { keyPath: "id", autoIncrement: true });
      store.createIndex("key", "key", { unique: true });
    };
    request.onsuccess = () => {
      request.result.onclose = request.result.onversionchange = () => { request.result.close(); opened = null; };
      resolve(request.result);
    };
    request.onerror = () => { opened = null; reject(request.error); };
  });
  return opened;
}

/**
 * One transaction, done when it is durable.
 * @template T
 * @param {"readonly" | "readwrite"} mode @param {(store: IDBObjectStore) => IDBRequest<T> | void} act
 * @returns {Promise<T>}
 */
async function transact(mode, act) {
  const db = await database();
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(STORE, mode, { durability: "strict" });
    const request = act(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(/** @type {any} */ (request?.result));
    transaction.onabort = transaction.onerror = () => {
      const full = transaction.error?.name === "QuotaExceededError";
      reject(full ? new Problem("storage-full") : (transaction.error ?? new Problem("internal")));
    };
  });
}

/** @returns {Promise<Item[]>} oldest first */
export const all = () => transact("readonly", (store) => store.getAll());

/** Counts for the popup. */
export async function summary() {
  const items = await all();
  return { waiting: items.filter((item) => item.state === "waiting").length, dead: items.filter((item) => item.state === "dead").length };
}

/**
 * Stores a write before it is sent. Durable when this returns.
 * @param {{ path: string, body: any, title?: string, kind: string, then?: Item["then"], key?: string, delayS?: number, lane?: string }} write `lane`: what waits in the same one goes before; `then`: writes that
 *   follow with the id the answer names (`suffix` is put behind `/api/postings/{id}`)
 * @returns {Promise<Item>}
 */
export async function put({ path, body, title = "", kind, then = [], lane = "", key = crypto.randomUUID(), delayS = 0 }) {
  const items = await all();
  // One wish that reaches us twice (a second click, a message repeated to a worker that was stopped) waits once.
  const same = (/** @type {Item} */ one) => one.state === "waiting" && one.path === path && (kind === "capture" ? one.body.url === body.url : JSON.stringify(one.body) === JSON.stringify(body));
  const twin = items.find(same);
  if (twin) return twin;
  const bytes = JSON.stringify(body).length * 2;
  if (items.length >= MAX_ITEMS || items.reduce((sum, item) => sum + item.bytes, bytes) > MAX_BYTES) throw new Problem("outbox-full");
  /** @type {Item} */
  const item = { key, method: "POST", path, body, title, kind, bytes, at: Date.now(), tries: 0, next: Date.now() + delayS * 1000, state: "waiting", problem: null, lane, then };
  item.id = /** @type {number} */ (await transact("readwrite", (store) => store.add(item)));
  return item;
}

/** What is told of one tab's form, in its order: a report begins the attempt that is then submitted. @param {number} tabId */
export const laneOf = (tabId) => `tab:${tabId}`;

/** Forgets everything that waits. */
export const clear = () => transact("readwrite", (store) => store.clear());

/** @param {number} id */
export const remove = (id) => transact("readwrite", (store) => store.delete(id));

/** Lets a dead or waiting item be tried at once. @param {number} id */
export async function retry(id) {
  const item = (await all()).find((one) => one.id === id);
  if (item) await transact("readwrite", (store) => store.put({ ...item, state: "waiting", next: 0 }));
}

/** Seconds until try number `tries`, with jitter. @param {number} tries */
const delay = (tries) => Math.min(LAST_DELAY_S, FIRST_DELAY_S * 2 ** Math.min(tries, 12)) * (0.75 + Math.random() / 2);

/**
 * Sends one item. The follow-up of an answered item replaces it in the same transaction, so a kill in between repeats the
 * request under the same key and never loses or doubles it.
 * @param {Item} item @returns {Promise<any>} the companion's answer
 */
async function deliver(item) {
  try {
    const answer = await ask(item.method, item.path, { body: item.body, key: item.key });
    const { id: _sent, ...about } = item;
    const [next, ...rest] = item.then;
    const id = answer?.posting?.id ?? "";
    await transact("readwrite", (store) => {
      store.delete(/** @type {number} */ (item.id));
      if (!next) return;
      store.add({ ...about, key: `${item.key}-${next.suffix.replaceAll("/", "")}`, path: `/api/postings/${id}${next.suffix}`, body: next.body, kind: next.kind, bytes: 200, tries: 0, next: 0, then: rest });
    });
    if (!next) return answer;
    const followed = await send(`${item.key}-${next.suffix.replaceAll("/", "")}`);
    return followed ?? answer;
  } catch (error) {
    const problem = asProblem(error);
    // Only an answer can say that trying again is of no use; what Chrome throws while it ends the worker is none.
    const answered = error instanceof Problem && !problem.retry && !["not-paired", "unpaired", "revoked"].includes(problem.code);
    const state = answered ? "dead" : "waiting";
    const tries = item.tries + 1;
    const next = Date.now() + Math.max(problem.after, delay(tries)) * 1000;
    await transact("readwrite", (store) => store.put({ ...item, tries, next, state, problem: problem.toJSON() }));
    throw problem;
  }
}

/** Sends the item with this key now, in turn with any replay. @param {string} key */
export async function send(key) {
  const item = (await all()).find((one) => one.key === key);
  return item ? locks(item.key, () => again(item.key)) : null;
}

/** One sender an item, across the worker and our pages. @template T @param {string} key @param {() => Promise<T>} act @returns {Promise<T>} */
const locks = (key, act) => /** @type {Promise<any>} */ (navigator.locks.request(`outbox:${key}`, act));

/** Reads the item anew inside its lock: another sender may have delivered it. @param {string} key */
async function again(key) {
  const items = await all();
  const item = items.find((one) => one.key === key);
  if (item?.state !== "waiting") return null;
  for (const before of items.slice(0, items.indexOf(item)).filter((one) => one.lane && one.lane === item.lane && one.state === "waiting")) {
    await send(before.key).catch(async (error) => {
      if ((await all()).some((one) => one.key === before.key && one.state === "waiting")) throw error;
    });
  }
  return deliver(item);
}

/**
 * Stores, then sends at once.
 * @param {Parameters<typeof put>[0]} write
 * @returns {Promise<{ answer: any, waiting: boolean, problem: any }>} `waiting`: stored, to be sent later
 */
export async function putAndSend(write) {
  const item = await put(write);
  try {
    return { answer: await send(item.key), waiting: false, problem: null };
  } catch (error) {
    const problem = asProblem(error);
    const left = (await all()).some((one) => one.state === "waiting" && (one.key === item.key || one.key.startsWith(`${item.key}-`)));
    return { answer: null, waiting: left, problem: problem.toJSON() };
  }
}

/** Tries everything that is due, oldest first; stops at the first sign that the companion is away. @param {{ force?: boolean }} [how] */
export async function replay({ force = false } = {}) {
  return navigator.locks.request("outbox", { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    for (const item of await all()) {
      // A clock that was set back must not hold an item longer than its longest delay.
      const early = item.next > Date.now() && item.next < Date.now() + LAST_DELAY_S * 1_500;
      if (item.state !== "waiting" || (!force && early)) continue;
      try {
        await send(item.key);
      } catch (error) {
        const { code } = asProblem(error);
        if (["away", "not-paired", "unpaired", "revoked", "other-program", "protocol-mismatch", "interrupted"].includes(code)) return;
      }
    }
  });
}

/** Everything that waits, for the person to keep elsewhere. */
export async function exported() {
  return JSON.stringify(await all(), null, 2);
}
