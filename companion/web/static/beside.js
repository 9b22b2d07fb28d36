// @ts-check
// On a wide screen a row's page opens beside the list: `/jobs#/jobs/ID`. The page is the server's own; nothing is drawn twice.
// On a narrow screen, and without JavaScript, the same link goes to the page itself.
import { morph } from "./live.js";

const wide = matchMedia("(min-width: 1100px)");
const main = /** @type {HTMLElement} */ (document.getElementById("content"));
/** @type {HTMLElement | null} */
let box = null;
let shown = "";

/** The path after the hash; empty where the hash names none. */
const wanted = () => (location.hash.startsWith("#/") ? location.hash.slice(1) : "");

/** Make the place beside the list as the address says. */
async function follow() {
  const path = wanted();
  if (path && !wide.matches) return location.replace(path);
  if (!path) return close();
  mark(path);
  await load(path);
}

/** @param {string} path */
async function load(path) {
  let answer;
  try {
    answer = await fetch(path, { headers: { accept: "text/html" } });
  } catch {
    return; // the bar says that the companion does not answer, and the next change asks again
  }
  if (wanted() !== path) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const page = fresh.getElementById("page");
  if (!page) return location.replace(path);
  box ??= frame();
  const body = /** @type {HTMLElement} */ (box.querySelector(".body"));
  box.dataset.kinds = fresh.body.dataset.kinds ?? "";
  if (shown !== path) {
    body.replaceChildren(...page.childNodes);
    box.scrollTop = 0;
    box.setAttribute("aria-label", body.querySelector("h1")?.textContent ?? "Details");
    /** @type {HTMLAnchorElement} */ (box.querySelector("[data-whole]")).href = path;
    shown = path;
    document.dispatchEvent(new CustomEvent("sincerely:beside"));
  } else {
    page.removeAttribute("id");
    page.className = body.className;
    page.removeAttribute("data-live");
    morph(body, page);
  }
}

function frame() {
  const aside = document.createElement("aside");
  aside.className = "beside";
  aside.tabIndex = -1;
  const bar = document.createElement("div");
  bar.className = "bar apart";
  const whole = document.createElement("a");
  whole.className = "small";
  whole.dataset.whole = "";
  whole.textContent = "Whole page";
  const away = document.createElement("button");
  away.className = "bare";
  away.textContent = "Close";
  away.addEventListener("click", leave);
  bar.append(whole, away);
  const body = document.createElement("div");
  body.className = "body";
  aside.append(bar, body);
  main.append(aside);
  main.classList.add("with-beside");
  return aside;
}

function leave() {
  const link = document.querySelector(`a[data-open][href="${CSS.escape(shown)}"]`);
  history.pushState(null, "", location.pathname + location.search);
  close();
  if (link instanceof HTMLElement) link.focus({ preventScroll: true });
}

function close() {
  box?.remove();
  box = null;
  shown = "";
  main.classList.remove("with-beside");
  mark("");
}

/** @param {string} path */
function mark(path) {
  for (const link of document.querySelectorAll("a[data-open]")) {
    const is = Boolean(path) && link.getAttribute("href") === path;
    const row = link.closest("tr, li, article");
    row?.classList.toggle("open", is);
    if (is) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[data-open]") : null;
  if (!(link instanceof HTMLAnchorElement) || !wide.matches || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const path = link.pathname;
  if (shown === path) box?.focus();
  else location.hash = path;
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && box && !event.defaultPrevented && !document.querySelector("dialog[open]") && !(event.target instanceof Element && event.target.matches("input, textarea, select"))) leave();
});
addEventListener("hashchange", () => void follow());
wide.addEventListener("change", () => void follow());
document.addEventListener("sincerely:changed", () => mark(wanted()));
document.addEventListener("sincerely:change", (event) => {
  const { kind } = /** @type {CustomEvent} */ (event).detail;
  if (shown && (!kind || (box?.dataset.kinds ?? "").split(" ").includes(kind))) again();
});

let due = 0;
/** Once for many changes. */
function again() {
  due ||= setTimeout(() => {
    due = 0;
    if (shown) void load(shown);
  }, 150);
}

void follow();
