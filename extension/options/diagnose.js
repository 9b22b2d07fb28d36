// @ts-check
// One copyable block that says why something does not work: one code a cause, and nothing personal.
import { call } from "../view.js";
import { COMPANION_PROBLEMS, CONNECTION_PROBLEMS } from "../problems.js";

const MAX_SKEW_MS = 120_000;

/** @returns {Promise<string>} */
export async function report() {
  const [probe, items, settings, permissions] = await Promise.all([call("probe"), call("outbox"), call("settings"), chrome.permissions.getAll()]);
  const { version, content_scripts: scripts = [] } = chrome.runtime.getManifest();
  const matches = scripts.flatMap((script) => script.matches ?? []);
  const browser = navigator.userAgent.match(/(Chrome|Chromium|Edg)\/[\d.]+/)?.[0] ?? "unknown";
  const causes = [];
  if (probe.state !== "connected") causes.push(`${probe.state}: ${(CONNECTION_PROBLEMS[probe.state] ?? COMPANION_PROBLEMS.internal).title}`);
  if (probe.skewMs !== null && Math.abs(probe.skewMs) > MAX_SKEW_MS) causes.push("clock-skew: this browser's clock and the companion's differ");
  for (const [code, count] of Object.entries(countBy(items.map((/** @type {any} */ item) => item.problem?.code).filter(Boolean)))) causes.push(`${code}: ${count} waiting ${count === 1 ? "item" : "items"}`);
  const quota = await navigator.storage.estimate();
  return [
    `Sincerely ${version}, ${browser}, ${navigator.platform}`,
    `connection  ${probe.state}${probe.port ? ` on port ${probe.port}` : ""}${probe.version ? `, companion ${probe.version}` : ""}`,
    `ports       ${probe.tried.filter((/** @type {any} */ one) => one.answer !== "none").map((/** @type {any} */ one) => `${one.port} ${one.answer}`).join(", ") || `nothing answers on ${settings.port}–${settings.port + 9}`}`,
    `clock       ${probe.skewMs === null ? "not compared" : `${(probe.skewMs / 1000).toFixed(1)} s apart`}`,
    `waiting     ${items.filter((/** @type {any} */ item) => item.state === "waiting").length} to send, ${items.filter((/** @type {any} */ item) => item.state === "dead").length} refused`,
    `storage     ${Math.round((quota.usage ?? 0) / 1024)} kB used`,
    `sites       ${permissions.origins?.filter((origin) => !origin.startsWith("http://127.0.0.1") && !matches.includes(origin)).length ?? 0} allowed besides the known ones, ${settings.quiet.length} quiet`,
    `causes      ${causes.join("\n            ") || "none found"}`,
  ].join("\n");
}

/** @param {string[]} list @returns {Record<string, number>} */
function countBy(list) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const one of list) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}
