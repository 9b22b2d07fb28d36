// @ts-check
// First run: looks for the companion until it is there, then takes the code.
import { call, connectionState, el } from "../view.js";
import { pairingForm } from "./pairing.js";

const by = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const AGAIN_MS = 3_000;
let drawn = "";

async function look() {
  const { connection, paired } = await call("state");
  by("connection").replaceChildren(connectionState(connection.state));
  const done = paired && connection.state === "connected";
  const wanted = done ? "done" : connection.state === "not-paired" || connection.state === "revoked" ? "form" : "wait";
  if (wanted !== drawn) {
    drawn = wanted;
    if (wanted === "done") by("pairing").replaceChildren(el("p", { class: "state good", "data-shape": "●", text: "Paired." }), el("p", {}, el("button", { class: "button", text: "Open the dashboard", onclick: () => void call("dashboard") })));
    if (wanted === "form") by("pairing").replaceChildren(pairingForm(() => void look()));
    if (wanted === "wait") by("pairing").replaceChildren(el("p", { class: "muted", text: "When the companion runs, its six digits go here." }));
  }
  if (!done) setTimeout(() => void look(), AGAIN_MS);
}

await look();
