// @ts-check
// Keeps the page as it is on record: hears of changes, asks for the page again, and changes only what differs, so that
// focus, selection, scroll and half-written fields stay.

const SOON = 120;
const AGAIN = 3_000;
const kinds = new Set((document.body.dataset.kinds ?? "").split(" ").filter(Boolean));
/** @type {number | undefined} */
let planned;
/** @type {number | undefined} */
let waiting;
let loading = false;
let again = false;
/** How long the last look took: a page that is slow to make is asked for less often. */
let took = 0;

/** When a form was sent that leads to another page: what that page has to say once must not be fetched from under it. */
let leaving = -Infinity;
document.addEventListener("submit", (event) => queueMicrotask(() => {
  if (!event.defaultPrevented) leaving = performance.now();
}));

/** Ask for this page again and take over what changed. */
async function refresh() {
  if (loading) { again = true; return; }
  if (performance.now() - leaving < AGAIN) return later();
  loading = true;
  const began = performance.now();
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    if (answer.ok) take(await answer.text());
    const gone = !answer.ok && answer.status !== 404;
    lost(gone);
    if (gone) later();
  } catch {
    lost(true);
    later();
  } finally {
    loading = false;
    took = performance.now() - began;
    if (again) { again = false; soon(); }
  }
}

/** What could not be looked at now is looked at again, whether or not another change is told. */
function later() {
  clearTimeout(waiting);
  waiting = setTimeout(soon, AGAIN);
}

/** @param {string} html */
function take(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  for (const part of document.querySelectorAll("[data-live], #flash")) {
    const other = fresh.getElementById(part.id);
    if (other && (part.id !== "flash" || other.childElementCount)) morph(part, other);
  }
  document.dispatchEvent(new CustomEvent("sincerely:changed"));
}

/** Once for many changes; a steady stream of them does not put it off. */
function soon() {
  planned ??= setTimeout(() => {
    planned = undefined;
    void refresh();
  }, Math.max(SOON, Math.min(took * 2, 800)));
}

/** What a person has begun is theirs: the field they are in, and any field whose value they changed.
 * @param {Element} node */
function kept(node) {
  if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) {
    if (node === document.activeElement) return true;
    if (node instanceof HTMLInputElement && ["checkbox", "radio"].includes(node.type)) return node.checked !== node.defaultChecked;
    return node.value !== node.defaultValue;
  }
  if (node instanceof HTMLSelectElement) {
    return node === document.activeElement || [...node.options].some((one) => one.selected !== one.defaultSelected);
  }
  return node.hasAttribute("data-own");
}

/** Marks that the scripts of this page put on a row. @param {Element} node */
const held = (node) => ["here", "open"].filter((name) => node.classList.contains(name)).join(" ");

/** Make `node` like `fresh`, keeping every element that is the same one.
 * @param {Element} node @param {Element} fresh */
export function morph(node, fresh) {
  if (node.isEqualNode(fresh) || kept(node)) return;
  for (const { name } of [...node.attributes]) {
    if (!fresh.hasAttribute(name) && !(name === "open" || name === "aria-current" && node.hasAttribute("data-open") || name === "class" && held(node))) node.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    const full = name === "class" ? [value, held(node)].filter(Boolean).join(" ") : value;
    if (node.getAttribute(name) !== full) node.setAttribute(name, full);
  }
  /** @type {Map<string, Element>} */
  const named = new Map();
  for (const child of node.children) if (child.id) named.set(child.id, child);
  let place = node.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    const match = partner(place, wanted, named);
    if (!match) {
      node.insertBefore(document.importNode(wanted, true), place);
      continue;
    }
    if (match === place) place = place.nextSibling;
    else node.insertBefore(match, place);
    if (match instanceof Element && wanted instanceof Element) morph(match, wanted);
    else if (match.nodeValue !== wanted.nodeValue) match.nodeValue = wanted.nodeValue;
  }
  while (place) {
    const next = place.nextSibling;
    node.removeChild(place);
    place = next;
  }
}

/** The present node that `wanted` renews: the one of the same id, else the next of the same kind without one.
 * @param {ChildNode | null} place @param {ChildNode} wanted @param {Map<string, Element>} named @returns {ChildNode | null} */
function partner(place, wanted, named) {
  if (wanted instanceof Element && wanted.id) {
    const found = named.get(wanted.id);
    named.delete(wanted.id);
    return found && found.tagName === wanted.tagName ? found : null;
  }
  if (!place || place.nodeType !== wanted.nodeType) return null;
  if (place instanceof Element && wanted instanceof Element) {
    return place.tagName === wanted.tagName && !place.id ? place : null;
  }
  return place;
}

/** @param {boolean} is */
function lost(is) {
  const bar = document.getElementById("lost");
  if (bar) bar.hidden = !is;
}

/** @type {EventSource | null} */
let stream = null;

/** Hear of changes, from now on. */
export function listen() {
  if (!kinds.size) return;
  stream?.close();
  const mine = stream = new EventSource("/events");
  let opened = false;
  mine.onopen = () => {
    lost(false);
    if (opened) {
      soon();
      document.dispatchEvent(new CustomEvent("sincerely:change", { detail: {} }));
    }
    opened = true;
  };
  mine.onerror = () => {
    if (mine !== stream) return;
    lost(true);
    if (mine.readyState === EventSource.CLOSED) setTimeout(listen, 5_000);
  };
  mine.onmessage = (message) => {
    const change = JSON.parse(message.data);
    if (kinds.has(change.kind)) soon();
    document.dispatchEvent(new CustomEvent("sincerely:change", { detail: change }));
  };
}
addEventListener("pagehide", () => stream?.close(), { once: true });

// Forms marked `data-quiet` are sent without leaving the page; everything they change comes back as a live change.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.hasAttribute("data-quiet")) return;
  event.preventDefault();
  const data = new FormData(form, event.submitter);
  const pairs = [...data].map(([name, value]) => [name, String(value)]);
  if (event.submitter instanceof HTMLButtonElement) event.submitter.disabled = true;
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(pairs) });
    if (answer.ok) {
      take(await (answer.url === location.href.split("#")[0] ? answer : await fetch(location.href)).text());
      document.dispatchEvent(new CustomEvent("sincerely:change", { detail: {} }));
    } else form.submit();
  } catch {
    lost(true);
  } finally {
    if (event.submitter instanceof HTMLButtonElement) event.submitter.disabled = false;
  }
});

// What goes on elsewhere is opened there, within the click that asked for it.
document.addEventListener("submit", ({ target }) => {
  if (target instanceof HTMLFormElement && target.dataset.opens) open(target.dataset.opens, "_blank", "noreferrer");
});

// Filters apply as they are changed, without the button.
document.addEventListener("change", (event) => {
  const field = event.target;
  if (field instanceof HTMLSelectElement && field.form?.hasAttribute("data-filter")) field.form.requestSubmit();
  if (field instanceof HTMLInputElement && field.matches("[data-all]")) {
    for (const box of field.form?.querySelectorAll('input[type="checkbox"][name="ids"]') ?? []) {
      if (box instanceof HTMLInputElement) box.checked = field.checked;
    }
  }
  if (field instanceof HTMLInputElement && field.type === "file" && field.form?.hasAttribute("data-send")) field.form.requestSubmit();
});

// A file may be dropped where one can be chosen.
for (const name of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(name, (event) => {
    const target = event.target instanceof Element ? event.target.closest(".drop") : null;
    if (!target || !(event instanceof DragEvent) || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    target.classList.toggle("over", name === "dragover");
    const field = target.querySelector('input[type="file"]');
    if (name === "drop" && field instanceof HTMLInputElement) {
      field.files = event.dataTransfer.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
}

addEventListener("online", () => soon());
document.querySelector(".rail [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
listen();
