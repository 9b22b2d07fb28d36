// @ts-check
// The client of the companion (companion/web/PROTOCOL.md): finds it, proves it, pairs, asks. The only module that knows the
// token. The token goes to a port only right after that port proved that it knows the token's hash: another program may
// have taken the port since the last request.
import { Problem } from "./problems.js";
import { load } from "./settings.js";

const PORTS = 10;
const PROTOCOL = "1";
const HELLO_MS = 1_500;
const REQUEST_MS = 20_000;

/** @typedef {{ client: string, token: string, name: string, pairedAt: string }} Pairing */
/** @typedef {{ state: "connected" | "not-paired" | "away" | "other-program" | "protocol-mismatch" | "revoked", port: number, version: string, tried: { port: number, answer: string }[] }} Connection */

/** @type {{ connection: Connection, client: string } | null} */
let proven = null;
/** A look that is under way, for one client: one that began before pairing says nothing about it. @type {{ client: string, promise: Promise<Connection> } | null} */
let looking = null;

const hex = (/** @type {ArrayBuffer} */ bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
const ascii = new TextEncoder();

/** What is done when the companion proves that the person erased everything. @type {() => Promise<void>} */
let erased = async () => {};
/** @param {() => Promise<void>} act */
export const onErased = (act) => { erased = act; };

/** @returns {Promise<Pairing | null>} */
export async function pairing() {
  return /** @type {any} */ (await chrome.storage.local.get("pairing")).pairing ?? null;
}

/** HMAC-SHA256 of `said` under the 32 bytes SHA-256(token). @param {string} token @param {string} said a nonce, or "erased" */
async function proofOf(token, said) {
  const hash = await crypto.subtle.digest("SHA-256", ascii.encode(token));
  const key = await crypto.subtle.importKey("raw", hash, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return hex(await crypto.subtle.sign("HMAC", key, ascii.encode(said)));
}

/**
 * Says hello to one port. Sends a nonce and the client's id, never the token.
 * @param {number} port @param {Pairing | null} pair
 * @returns {Promise<{ port: number, answer: "connected" | "erased" | "stranger" | "other" | "none" | "protocol" | "hello", version: string }>}
 */
async function hello(port, pair) {
  const nonce = hex(crypto.getRandomValues(new Uint8Array(16)).buffer);
  const query = new URLSearchParams({ nonce, client: pair?.client ?? "" });
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/hello?${query}`, { signal: AbortSignal.timeout(HELLO_MS), cache: "no-store", credentials: "omit", redirect: "error" });
    const spoken = response.headers.get("Sincerely-Protocol");
    if (spoken === null || !response.ok) return { port, answer: "other", version: "" };
    if (spoken !== PROTOCOL) return { port, answer: "protocol", version: "" };
    const body = await response.json();
    if (body.product !== "sincerely") return { port, answer: "other", version: "" };
    const version = String(body.version ?? "");
    if (!pair) return { port, answer: "hello", version };
    if (body.farewell && body.farewell === (await proofOf(pair.token, "erased"))) return { port, answer: "erased", version };
    // No proof: a companion that does not know this client. A wrong one: somebody who pretends to.
    if (!body.proof) return { port, answer: "stranger", version };
    return { port, answer: body.proof === (await proofOf(pair.token, nonce)) ? "connected" : "other", version };
  } catch (error) {
    const timedOut = error instanceof DOMException && error.name === "TimeoutError";
    return { port, answer: error instanceof SyntaxError || timedOut ? "other" : "none", version: "" };
  }
}

/**
 * Where the companion is, proven now. Asks the port where it was; when that fails, all ten at once: it wins wherever it is.
 * @param {{ fresh?: boolean }} [how] `fresh`: ask all ten at once
 * @returns {Promise<Connection>}
 */
export async function connect({ fresh = false } = {}) {
  const pair = await pairing();
  const client = pair?.client ?? "";
  const last = proven?.client === client && proven.connection.state === "connected" ? proven.connection : null;
  if (!fresh && last && (await hello(last.port, pair)).answer === "connected") return last;
  if (looking?.client === client) return looking.promise;
  const mine = { client, promise: look(pair).finally(() => { if (looking === mine) looking = null; }) };
  looking = mine;
  return mine.promise;
}

/** @param {Pairing | null} pair @returns {Promise<Connection>} */
async function look(pair) {
  const { port: first } = await load();
  const answers = await Promise.all(Array.from({ length: PORTS }, (_, index) => hello(first + index, pair)));
  const tried = answers.map(({ port, answer }) => ({ port, answer }));
  const by = (/** @type {string} */ answer) => answers.find((one) => one.answer === answer);
  const gone = by("erased");
  if (gone && !by("connected")) await erased();
  const found = by("connected") ?? gone ?? by("hello") ?? by("stranger") ?? by("protocol") ?? by("other");
  /** @type {Connection["state"]} */
  const state = !found ? "away"
    : found.answer === "connected" ? "connected"
    : found.answer === "hello" || found.answer === "erased" ? "not-paired"
    : found.answer === "stranger" ? "revoked"
    : found.answer === "protocol" ? "protocol-mismatch"
    : "other-program";
  const connection = { state, port: found?.port ?? 0, version: found?.version ?? "", tried };
  proven = { connection, client: pair?.client ?? "" };
  return connection;
}

/**
 * Exchanges the six digits for a token of this browser's own.
 * @param {string} code @param {string} name how the companion lists this browser
 */
export async function pair(code, name) {
  const { port: first } = await load();
  const answers = await Promise.all(Array.from({ length: PORTS }, (_, index) => hello(first + index, null)));
  const found = answers.find(({ answer }) => answer === "hello");
  if (!found) throw new Problem(answers.some(({ answer }) => answer === "protocol") ? "protocol-mismatch" : answers.some(({ answer }) => answer === "other") ? "other-program" : "away");
  const { client, token } = await send(found.port, "POST", "/api/pair", { body: { code, name } });
  await chrome.storage.local.set({ pairing: { client, token, name, pairedAt: new Date().toISOString() } });
  proven = null;
  return connect({ fresh: true });
}

/** Forgets the token. What waits in the outbox stays. */
export async function unpair() {
  await chrome.storage.local.remove("pairing");
  proven = null;
}

/**
 * One request to the proven companion.
 * @param {string} method @param {string} path
 * @param {{ body?: unknown, key?: string, binary?: boolean, timeout?: number, signal?: AbortSignal }} [how] `key`: Idempotency-Key of a write
 * @returns {Promise<any>} parsed JSON, or bytes when `binary`
 * @throws {Problem}
 */
export async function ask(method, path, how = {}) {
  const pair = await pairing();
  const connection = await connect();
  if (connection.state !== "connected" || !pair) throw new Problem(connection.state === "connected" ? "not-paired" : connection.state, { retry: connection.state !== "not-paired" && connection.state !== "revoked" });
  try {
    return await send(connection.port, method, path, { ...how, token: pair.token });
  } catch (error) {
    if (!(error instanceof Problem) || !["interrupted", "other-program", "unpaired"].includes(error.code)) throw error;
    proven = null;
    // Gone, or moved to another port? Said now, so that the person is told the cause and not the symptom.
    const now = await connect({ fresh: true });
    if (now.state !== "connected") throw new Problem(now.state, { retry: now.state !== "revoked" });
    throw error;
  }
}

/**
 * @param {number} port @param {string} method @param {string} path
 * @param {{ body?: unknown, key?: string, binary?: boolean, timeout?: number, token?: string, signal?: AbortSignal }} how
 */
async function send(port, method, path, { body, key = "", binary = false, timeout = REQUEST_MS, token = "", signal }) {
  /** @type {Record<string, string>} */
  const headers = {};
  if (token) headers.Authorization = `Bearer ${token}`;
  if (method !== "GET") {
    headers["Content-Type"] = "application/json";
    headers["Idempotency-Key"] = key || crypto.randomUUID();
  }
  let response;
  try {
    response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method, headers, body: method === "GET" ? undefined : JSON.stringify(body ?? {}),
      signal: AbortSignal.any([AbortSignal.timeout(timeout), ...(signal ? [signal] : [])]), cache: "no-store", credentials: "omit", redirect: "error",
    });
  } catch (error) {
    if (signal?.aborted) throw new Problem("stopped");
    throw new Problem("interrupted", { retry: true, detail: error instanceof DOMException && error.name === "TimeoutError" ? "no answer in time" : "" });
  }
  const spoken = response.headers.get("Sincerely-Protocol");
  if (spoken === null) throw new Problem("other-program", { retry: true, status: response.status });
  if (spoken !== PROTOCOL) throw new Problem("protocol-mismatch", { status: response.status, retry: true });
  if (!response.ok) throw await problemOf(response);
  try {
    return binary ? await response.arrayBuffer() : await response.json();
  } catch {
    throw new Problem("interrupted", { retry: true, detail: "the answer broke off" });
  }
}

/** @param {Response} response */
async function problemOf(response) {
  const about = await response.json().catch(() => ({}));
  const { status } = response;
  const retry = status === 408 || status === 429 || status >= 500;
  const code = typeof about.code === "string" ? about.code : status === 401 ? "unpaired" : "internal";
  return new Problem(code, { detail: String(about.detail ?? ""), hint: String(about.hint ?? ""), status, retry, after: Number(response.headers.get("Retry-After")) || 0 });
}

/** Port by port what answered, the clock's difference to the companion's, for Diagnose. */
export async function probe() {
  const connection = await connect({ fresh: true });
  let skewMs = null;
  if (connection.port) {
    try {
      const response = await fetch(`http://127.0.0.1:${connection.port}/api/hello?nonce=00&client=`, { signal: AbortSignal.timeout(HELLO_MS), cache: "no-store" });
      const date = Date.parse(response.headers.get("Date") ?? "");
      skewMs = Number.isNaN(date) ? null : Date.now() - date;
    } catch {
      skewMs = null;
    }
  }
  return { ...connection, skewMs };
}
