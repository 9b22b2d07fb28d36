// @ts-check
// Options: the companion, what shows on pages, sites, what waits, keys, Diagnose. Every change is kept at once.
import { domains } from "../sites.js";
import { busy, call, connectionState, el, troubleBox, when } from "../view.js";
import { report } from "./diagnose.js";
import { pairingForm } from "./pairing.js";

const by = (/** @type {string} */ id) => /** @type {any} */ (document.getElementById(id));
let settings = await call("settings");

/** @param {any} change */
async function keep(change) {
  settings = await call("settings", { change });
}

async function drawCompanion() {
  const state = await call("state");
  const { connection } = state;
  by("connection").replaceChildren(connectionState(connection.state), ...(connection.state === "connected" ? [` port ${connection.port}, version ${connection.version}`] : []));
  const unpair = el("button", { class: "button", text: "Forget this pairing" });
  unpair.addEventListener("click", () => void busy(unpair, async () => {
    await call("unpair");
    await drawCompanion();
  }));
  const dashboard = el("button", { class: "button", text: "Open dashboard", onclick: () => void call("dashboard") });
  by("pairing").replaceChildren(state.paired && connection.state !== "revoked" ? el("div", { class: "row" }, connection.state === "connected" ? dashboard : null, unpair) : pairingForm(() => void drawCompanion()));
}

function drawPages() {
  for (const name of ["button", "badges", "notifications"]) {
    by(name).checked = settings[name];
    by(name).onchange = async () => {
      if (name === "notifications" && by(name).checked && !(await chrome.permissions.request({ permissions: ["notifications"] }))) by(name).checked = false;
      await keep({ [name]: by(name).checked });
    };
  }
  by("quiet").replaceChildren(...settings.quiet.map((/** @type {string} */ host) => el("div", { class: "row" }, el("span", { text: `No button on ${host}` }), el("button", { class: "plain small", text: "Show it again", onclick: async () => {
    await keep({ quiet: settings.quiet.filter((/** @type {string} */ one) => one !== host) });
    drawPages();
  } }))));
}

function drawSites() {
  const rows = [...new Set(domains.filter(({ kind }) => kind === "ats").map(({ domain }) => domain))].map((domain) => {
    const choice = el("select", { "aria-label": `A click on ${domain}` }, el("option", { value: "fill", text: "fills what you can see" }), el("option", { value: "assist", text: "opens the side panel first" }));
    choice.value = settings.levels[domain] ?? "fill";
    choice.addEventListener("change", () => void keep({ levels: { ...settings.levels, [domain]: choice.value } }));
    return el("tr", {}, el("td", { text: domain }), el("td", {}, choice));
  });
  by("sites").replaceChildren(...rows);
}

async function drawGranted() {
  const { origins = [] } = await chrome.permissions.getAll();
  const known = domains.map(({ domain }) => domain);
  const extra = origins.filter((origin) => !origin.startsWith("http://127.0.0.1") && !known.some((domain) => origin.includes(`.${domain}/`)));
  by("granted").replaceChildren(...extra.map((origin) => el("li", {}, el("span", { text: origin }), el("button", { class: "plain small", text: "Withdraw", onclick: async () => {
    await chrome.permissions.remove({ origins: [origin] });
    await drawGranted();
  } }))));
}

/** @param {Event} event */
async function grant(event) {
  event.preventDefault();
  const text = by("host").value.trim().replace(/^https?:\/\//, "").replace(/\/.*$/, "");
  const note = by("grant-note");
  if (!/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text)) {
    note.textContent = "A host looks like careers.example.com.";
    return;
  }
  const allowed = await chrome.permissions.request({ origins: [`https://${text}/*`] });
  note.textContent = allowed ? `${text} may be read when you open Sincerely there.` : "Not allowed.";
  if (allowed) by("host").value = "";
  await drawGranted();
}

async function drawOutbox() {
  const items = await call("outbox");
  const names = /** @type {any} */ ({ capture: "Capture", save: "Save", dismiss: "Dismiss", report: "What was filled", answer: "Answer", submitting: "Submit", outcome: "Outcome", applied: "Applied" });
  by("items").replaceChildren(...(items.length ? items.map((/** @type {any} */ item) => el("li", {},
    el("span", { class: `state ${item.state === "dead" ? "bad" : "muted"}`, "data-shape": item.state === "dead" ? "✕" : "○", text: item.state === "dead" ? "refused" : "waiting" }),
    el("span", { text: [names[item.kind] ?? item.kind, item.title].filter(Boolean).join(": ") }), el("span", { class: "muted small" }, when(item.at), item.problem ? ` · ${item.problem.title} (${item.problem.code})` : ""),
    el("span", { class: "row push" }, el("button", { class: "plain small", text: "Try again", onclick: () => void call("retry", { id: item.id }).then(drawOutbox) }), el("button", { class: "plain small", text: "Remove", onclick: () => void call("remove", { id: item.id }).then(drawOutbox) })))) : [el("li", { class: "muted", text: "Nothing waits." })]));
}

async function drawKeys() {
  const commands = await chrome.commands.getAll();
  by("keys").replaceChildren(...commands.flatMap(({ name, description, shortcut }) => [el("dt", {}, shortcut ? el("kbd", { text: shortcut }) : el("span", { class: "muted", text: "none" })), el("dd", { text: description || (name === "_execute_action" ? "Open the popup" : (name ?? "")) })]));
}

async function drawReport() {
  by("report").textContent = "Looking …";
  try {
    by("report").textContent = await report();
  } catch (trouble) {
    by("report").replaceChildren(troubleBox(trouble));
  }
}

by("port").value = settings.port;
by("port-form").addEventListener("submit", (/** @type {Event} */ event) => {
  event.preventDefault();
  void keep({ port: Number(by("port").value) }).then(() => Promise.all([drawCompanion(), drawReport()]));
});
by("grant").addEventListener("submit", grant);
by("send").addEventListener("click", () => void busy(by("send"), () => call("replay").catch(() => undefined).then(drawOutbox)));
by("export").addEventListener("click", () => void call("exported").then((text) => navigator.clipboard.writeText(text)));
by("rerun").addEventListener("click", () => void drawReport());
by("copy").addEventListener("click", async () => {
  await navigator.clipboard.writeText(by("report").textContent);
  by("copied").textContent = "Copied.";
});
drawPages();
drawSites();
await Promise.all([drawCompanion(), drawGranted(), drawOutbox(), drawKeys(), drawReport()]);
if (location.hash) document.querySelector(location.hash)?.scrollIntoView();
