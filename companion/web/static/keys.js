// @ts-check
// The keyboard: j and k move, Enter opens, s saves, x dismisses, a approves, / searches, ? helps, g and a letter goes.
// Loaded before the page is drawn, so that no key pressed on a page that can be seen is lost.
"use strict";

const GOES_MS = 1_500;
/** @type {HTMLElement | null} */
let here = null;

// Kept across pages: a letter meant to go somewhere must not approve what the page that came between them asks.
const going = {
  /** @param {Event} event */
  begin: (event) => sessionStorage.setItem("going", String(pressed(event))),
  /** Whether g was pressed a moment before; only once. @param {Event} event */
  end(event) {
    const since = Number(sessionStorage.getItem("going"));
    sessionStorage.removeItem("going");
    return pressed(event) - since < GOES_MS;
  },
};
/** When a key was pressed, however long the page was busy until it heard of it: ms, the same on every page. @param {Event} event */
const pressed = (event) => performance.timeOrigin + event.timeStamp;

/** @returns {HTMLElement[]} */
const rows = () => [...document.querySelectorAll("[data-rows] > li, [data-rows] > tbody > tr")].filter((one) => one instanceof HTMLElement);

/** @param {number} step */
function move(step) {
  const all = rows();
  if (!all.length) return;
  const at = here && all.includes(here) ? all.indexOf(here) + step : 0;
  here?.classList.remove("here");
  here = all[Math.max(0, Math.min(all.length - 1, at))];
  here.classList.add("here");
  here.scrollIntoView({ block: "nearest" });
  const link = here.querySelector("a[href]");
  if (link instanceof HTMLElement) link.focus({ preventScroll: true });
}

/** Send the present row through the list's bulk form, else press the page's (or the place beside's) own button.
 * @param {string} action */
function act(action) {
  const form = document.getElementById("bulk");
  const box = here?.isConnected && !document.querySelector(".beside:focus-within") ? here.querySelector('input[name="ids"]') : null;
  const press = form?.querySelector(`button[value="${action}"]`);
  if (form instanceof HTMLFormElement && box instanceof HTMLInputElement && press instanceof HTMLElement) {
    box.checked = true;
    return form.requestSubmit(press);
  }
  const button = document.querySelector(`[data-key-action="${action}"]`);
  if (button instanceof HTMLElement) button.click();
}

function help() {
  const old = document.getElementById("help");
  if (old instanceof HTMLDialogElement) return old.showModal();
  const dialog = document.createElement("dialog");
  dialog.id = "help";
  dialog.setAttribute("aria-label", "Keyboard");
  const title = document.createElement("h2");
  title.textContent = "Keyboard";
  const list = document.createElement("dl");
  list.className = "facts";
  const letters = [...document.querySelectorAll(".rail a[data-key]")].map((one) => [`g ${one.getAttribute("data-key")}`, one.textContent ?? ""]);
  for (const [keys, what] of [["j k", "next, previous"], ["Enter", "open"], ["s", "save"], ["x", "dismiss"], ["a", "approve"], ["/", "search"], ["Esc", "close what is beside the list"], ["?", "this help"], ...letters]) {
    const term = document.createElement("dt");
    for (const key of keys.split(" ")) {
      const cap = document.createElement("kbd");
      cap.textContent = key;
      term.append(cap, " ");
    }
    const said = document.createElement("dd");
    said.textContent = what;
    list.append(term, said);
  }
  const close = document.createElement("button");
  close.textContent = "Close";
  close.addEventListener("click", () => dialog.close());
  dialog.append(title, list, close);
  dialog.classList.add("stack");
  document.body.append(dialog);
  dialog.showModal();
}

document.addEventListener("keydown", (event) => {
  const target = event.target;
  const typing = target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([type=checkbox],[type=radio]), textarea, select"));
  if (event.key === "Escape" && typing) return target.blur();
  if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (going.end(event)) {
    const link = document.querySelector(`.rail a[data-key="${CSS.escape(event.key)}"]`);
    if (link instanceof HTMLAnchorElement) { event.preventDefault(); link.click(); }
    return;
  }
  /** @type {Record<string, () => void>} */
  const keys = {
    j: () => move(1), k: () => move(-1), s: () => act("save"), x: () => act("dismiss"), a: () => act("approve"),
    "/": () => { const field = document.querySelector("[data-search]"); if (field instanceof HTMLInputElement) field.select(); },
    "?": help, g: () => going.begin(event),
  };
  const action = keys[event.key];
  if (action) { event.preventDefault(); action(); }
});
