// @ts-check
// What the person set, in the browser's local storage, readable by our own pages and the worker alone: content scripts run
// beside hostile pages. One object of defaults; unknown keys are ignored.

export const defaults = Object.freeze({
  /** First of the ten ports asked for the companion. */
  port: 41730,
  /** `true`: the in-page button may show on known application systems. */
  button: true,
  /** Score badges on result lists. */
  badges: true,
  /** Desktop notices, asked for when first switched on. */
  notifications: false,
  /** Hosts where the button stays away. @type {string[]} */
  quiet: [],
  /** Host → where the person moved the button, in pixels from the right and bottom. @type {Record<string, { x: number, y: number }>} */
  places: {},
  /** Domain of an application system → how far a click on the in-page button goes: `assist` (open the panel first) or `fill`. @type {Record<string, "assist" | "fill">} */
  levels: {},
});

/** Closes both storages to content scripts. Called first thing by the worker. */
export async function lock() {
  await Promise.all([
    chrome.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" }),
    chrome.storage.session.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" }),
  ]);
}

/** @returns {Promise<typeof defaults>} */
export async function load() {
  const { settings = {} } = /** @type {any} */ (await chrome.storage.local.get("settings"));
  return { ...defaults, ...settings };
}

/** @param {Partial<typeof defaults>} change */
export async function save(change) {
  const settings = { ...(await load()), ...change };
  await chrome.storage.local.set({ settings });
  return settings;
}
