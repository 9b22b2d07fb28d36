// @ts-check
// The service worker: the only one that talks to the companion and the only one pages' scripts talk to. It may be stopped at
// any moment: every listener is registered synchronously below, and nothing needed later lives in memory.
// Messages pass a two-level router: what a page's script may ask for, then, for our own pages only, everything else.
import { connect, onErased, pair, pairing, probe, unpair } from "./companion.js";
import * as asking from "./asking.js";
import * as forms from "./forms.js";
import * as outbox from "./outbox.js";
import * as postings from "./postings.js";
import { Problem, asProblem } from "./problems.js";
import * as proposals from "./proposals.js";
import * as settings from "./settings.js";
import { hostOf, siteOf } from "./sites.js";
import * as submitted from "./submitted.js";
import { forget, greeted, recall } from "./tabs.js";

const ALARM = "round";

/** What a script in a page may ask. `tab` is the sender's own tab, never one it names. @type {Record<string, (message: any, tab: chrome.tabs.Tab, sender: chrome.runtime.MessageSender) => any>} */
const FROM_PAGE = {
  async hello(message, tab, sender) {
    const known = await greeted(sender, message);
    const { button, badges, quiet, places, levels } = await settings.load();
    const host = hostOf(sender.url);
    const paired = Boolean(await pairing());
    const site = siteOf(sender.url);
    return {
      button: paired && button && !quiet.includes(host), badges: paired && badges && sender.frameId === 0, known: site?.kind === "ats" && levels[site.domain] !== "assist",
      place: places[host] ?? null, attempt: sender.frameId === known.submitted?.frameId,
    };
  },
  async form(_message, tab) {
    if ((await connect()).state !== "connected") return null;
    const { plan, report } = await forms.plan(/** @type {number} */ (tab.id));
    return forms.pillOf(plan, report);
  },
  async click(message, tab, sender) {
    const tabId = /** @type {number} */ (tab.id);
    const known = await recall(tabId);
    if (opensPanel(message, sender) || !known.plan) return { opened: true };
    const done = await forms.fill(tabId, { all: true });
    return { pill: forms.pillOf(done.plan, done.report) };
  },
  async quiet(_message, _tab, sender) {
    const { quiet } = await settings.load();
    await settings.save({ quiet: [...new Set([...quiet, hostOf(sender.url)])] });
  },
  async moved({ place }, _tab, sender) {
    const { places } = await settings.load();
    const { x, y } = place ?? {};
    if (Number.isFinite(x) && Number.isFinite(y)) await settings.save({ places: { ...places, [hostOf(sender.url)]: { x, y } } });
  },
  cards: ({ cards }) => postings.cards(Array.isArray(cards) ? cards.slice(0, 100) : []),
  stepped: (_message, tab) => forms.stepped(/** @type {number} */ (tab.id)),
  async learned(message, tab) {
    await proposals.learned(/** @type {number} */ (tab.id), message);
    return null;
  },
  submitting: (message, tab, sender) => submitted.submitting(/** @type {number} */ (tab.id), message, sender),
  async outcome(message, tab) {
    await told(await submitted.outcome(/** @type {number} */ (tab.id), message));
  },
};

/** What our own pages may ask. @type {Record<string, (message: any) => any>} */
const FROM_US = {
  state: async () => ({ ...(await postings.state()), paired: Boolean(await pairing()) }),
  pair: async ({ code }) => {
    const connection = await pair(String(code), `Chrome on ${(await chrome.runtime.getPlatformInfo()).os}`);
    void round();
    return connection;
  },
  unpair: () => unpair(),
  look: ({ tabId }) => postings.look(tabId),
  save: ({ tabId }) => postings.save(tabId),
  dismiss: ({ tabId }) => postings.dismiss(tabId),
  tailor: ({ tabId, persona }) => postings.tailor(tabId, persona),
  applied: ({ tabId }) => postings.applied(tabId),
  plan: ({ tabId }) => forms.plan(tabId),
  current: ({ tabId }) => forms.current(tabId),
  fill: ({ tabId, fieldIds, edits, all }) => forms.fill(tabId, { fieldIds, edits, all }),
  stop: ({ tabId }) => forms.stop(tabId),
  undo: ({ tabId, fieldIds }) => forms.undo(tabId, fieldIds),
  point: ({ tabId, fieldId }) => forms.point(tabId, fieldId),
  answer: ({ tabId, answer }) => proposals.keepAnswer(tabId, answer),
  draft: ({ tabId, fieldId }) => asking.draft(tabId, fieldId),
  dropDraft: ({ fieldId }) => asking.dropDraft(fieldId),
  correct: ({ tabId, fieldId, meaning }) => asking.correct(tabId, fieldId, meaning),
  propose: ({ tabId }) => asking.propose(tabId),
  forgetProposal: ({ tabId, question }) => proposals.dropProposal(tabId, question),
  recent: async () => (await chrome.storage.session.get("recent")).recent ?? [],
  settings: ({ change }) => (change ? settings.save(change) : settings.load()),
  probe: () => probe(),
  outbox: () => outbox.all().then((items) => items.map(({ body: _body, ...item }) => item)),
  retry: async ({ id }) => {
    await outbox.retry(id);
    await outbox.replay({ force: true });
  },
  remove: ({ id }) => outbox.remove(id),
  exported: () => outbox.exported(),
  replay: () => outbox.replay({ force: true }),
  dashboard: async ({ path = "" }) => {
    const { counts } = await postings.state();
    const address = counts?.dashboard;
    // Only the companion's own address is opened, whatever an answer says.
    if (!address || !/^http:\/\/127\.0\.0\.1:\d+\//.test(address)) throw new Problem("away");
    await chrome.tabs.create({ url: path ? new URL(path, address).href : address });
  },
};

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  if (sender.id !== chrome.runtime.id || typeof message?.act !== "string") return false;
  const ours = sender.url?.startsWith(chrome.runtime.getURL("")) ?? false;
  const fromPage = !ours && sender.tab?.id !== undefined;
  const table = ours ? FROM_US : fromPage ? FROM_PAGE : {};
  if (!Object.hasOwn(table, message.act)) {
    respond(ours ? { problem: new Problem("not-allowed").toJSON() } : null);
    return false;
  }
  // The side panel opens only within the gesture: before the first await.
  if (fromPage && message.act === "click" && opensPanel(message, sender)) openPanel(sender.tab?.id);
  Promise.resolve()
    .then(() => (ours ? FROM_US[message.act](message) : FROM_PAGE[message.act](message, /** @type {chrome.tabs.Tab} */ (sender.tab), sender)))
    .then((answer) => respond(ours ? { answer: answer ?? null } : (answer ?? null)), (error) => respond(ours ? { problem: asProblem(error).toJSON() } : null))
    .finally(() => void badge(sender.tab?.id));
  return true;
});

/** A click fills at once only on a known application system where the person wants that. @param {any} message @param {chrome.runtime.MessageSender} sender */
const opensPanel = (message, sender) => !message.known || siteOf(sender.url)?.kind !== "ats";

/** @param {number | undefined} tabId */
function openPanel(tabId) {
  if (tabId !== undefined) chrome.sidePanel.open({ tabId }).catch(() => undefined);
}

/** The number on the icon: what needs the person; a dot while something waits to be sent. @param {number} [_tabId] */
async function badge(_tabId) {
  const { counts, outbox: waiting } = await postings.state().catch(() => ({ counts: null, outbox: { waiting: 0, dead: 0 } }));
  const needs = (counts?.needsYou ?? 0) + waiting.dead;
  await chrome.action.setBadgeText({ text: needs ? String(Math.min(needs, 99)) : waiting.waiting ? "·" : "" });
  await chrome.action.setBadgeBackgroundColor({ color: needs ? "#8A5A00" : "#59616E" });
  await chrome.action.setTitle({ title: needs ? `Sincerely: ${needs} need you` : waiting.waiting ? `Sincerely: ${waiting.waiting} waiting to be sent` : "Sincerely" });
}

/** @param {string} text */
async function notify(text) {
  const { notifications } = await settings.load();
  if (!notifications || !(await chrome.permissions.contains({ permissions: ["notifications"] }))) return;
  chrome.notifications.create({ type: "basic", iconUrl: chrome.runtime.getURL("extension/icons/icon-128.png"), title: "Sincerely", message: text });
}

/** @param {any} done the companion's verdict on an outcome */
async function told(done) {
  const state = done?.answer?.attempt?.state;
  if (state) await notify(state === "submitted" ? "The page confirmed your application." : state === "failed" ? "The page did not take the application." : "The page did not confirm. It may have gone through.");
}

/** A link's job is saved from its own page, as the person's browser shows it. @param {string} url @param {number} openerTabId */
async function openToSave(url, openerTabId) {
  const { id } = await chrome.tabs.create({ url, openerTabId });
  const tabId = /** @type {number} */ (id);
  await chrome.storage.session.set({ [`save:${tabId}`]: true });
  // It may have loaded before it was noted down.
  if ((await chrome.tabs.get(tabId)).status === "complete") await saveOpened(tabId);
}

/** @param {number} tabId */
async function saveOpened(tabId) {
  const key = `save:${tabId}`;
  // Who opened the tab and the page's own coming both ask, at times at once: one of them takes it.
  const noted = await navigator.locks.request(key, async () => {
    const { [key]: found } = await chrome.storage.session.get(key);
    await chrome.storage.session.remove(key);
    return found;
  });
  if (noted) await command(tabId, () => postings.save(tabId));
}

/** What happens each minute and when the worker starts. */
async function round() {
  await outbox.replay();
  await badge();
}

/** @param {number} tabId @param {() => Promise<any>} act */
async function command(tabId, act) {
  try {
    await act();
  } catch (error) {
    await chrome.action.setBadgeText({ tabId, text: "!" });
    await chrome.action.setTitle({ tabId, title: `Sincerely: ${asProblem(error).title}` });
  }
  await badge();
}

chrome.runtime.onInstalled.addListener(({ reason }) => {
  chrome.contextMenus.removeAll(() => chrome.contextMenus.create({ id: "save-job", title: "Save this job", contexts: ["page", "link"] }));
  if (reason === "install") void chrome.tabs.create({ url: chrome.runtime.getURL("extension/options/welcome.html") });
  void chrome.alarms.create(ALARM, { periodInMinutes: 1 });
});
chrome.runtime.onStartup.addListener(() => {
  void chrome.alarms.create(ALARM, { periodInMinutes: 1 });
});
chrome.alarms.onAlarm.addListener(({ name }) => {
  if (name === ALARM) void round();
});
chrome.contextMenus.onClicked.addListener(({ menuItemId, linkUrl }, tab) => {
  if (menuItemId !== "save-job" || tab?.id === undefined) return;
  const tabId = tab.id;
  void command(tabId, () => (linkUrl ? openToSave(linkUrl, tabId) : postings.save(tabId)));
});
chrome.commands.onCommand.addListener((name, tab) => {
  if (tab?.id === undefined) return;
  const tabId = tab.id;
  if (name === "open-panel") openPanel(tabId);
  if (name === "save-job") void command(tabId, () => postings.save(tabId));
  if (name === "fill-form") void command(tabId, async () => {
    await forms.plan(tabId);
    return forms.fill(tabId, { all: true });
  });
});
chrome.tabs.onUpdated.addListener((tabId, { status }) => {
  if (status !== "complete") return;
  void submitted.arrived(tabId).then(told, () => undefined);
  void saveOpened(tabId);
});
chrome.tabs.onRemoved.addListener((tabId) => void forget(tabId));

void settings.lock();
onErased(async () => {
  await Promise.all([outbox.clear(), chrome.storage.local.clear(), chrome.storage.session.clear(), chrome.action.setBadgeText({ text: "" })]);
});
void round();
