// @ts-check
// The file beside the reading: the field a person is in, or what they point at, has the lines it was read from marked.
const pane = /** @type {HTMLElement | null} */ (document.querySelector("[data-source]"));
/** @type {Element | null} */
let here = document.querySelector("[data-first]");

/** The lines a fact stands in; where it stands nowhere, those of its entry. @param {string} path @returns {Element[]} */
function lines(path) {
  const found = [...(pane?.querySelectorAll("[data-for]") ?? [])].filter((mark) =>
    (mark.getAttribute("data-for") ?? "").split(" ").some((one) => one === path || one.startsWith(`${path}/`)));
  const above = path.slice(0, path.lastIndexOf("/"));
  return found.length || !above.includes("/") ? found : lines(above);
}

/** @param {boolean} moving whether the pane may scroll there */
function mark(moving) {
  if (!pane) return;
  for (const old of pane.querySelectorAll(".on")) old.classList.remove("on");
  const path = here?.getAttribute("data-fact");
  if (!path) return;
  const found = lines(path);
  for (const one of found) one.classList.add("on");
  const first = found.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)[0];
  const said = /** @type {HTMLElement} */ (pane.querySelector("[data-said]"));
  said.textContent = first?.getAttribute("data-line") ?? "Not found in it.";
  const sheets = /** @type {HTMLElement} */ (pane.querySelector("[data-sheets]"));
  if (!moving || !first || !sheets.clientHeight) return;
  const [box, frame] = [first.getBoundingClientRect(), sheets.getBoundingClientRect()];
  if (box.top < frame.top || box.bottom > frame.bottom) sheets.scrollTop += box.top - frame.top - sheets.clientHeight / 3;
}

for (const name of ["focusin", "click"]) {
  document.addEventListener(name, (event) => {
    const fact = event.target instanceof Element ? event.target.closest("[data-fact]") : null;
    if (!fact || fact === here) return;
    here = fact;
    mark(true);
  });
}
// A link to an entry opens it.
function open() {
  const entry = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  if (entry instanceof HTMLDetailsElement) {
    entry.open = true;
    entry.querySelector("summary")?.focus();
  }
}
addEventListener("hashchange", open);
document.addEventListener("sincerely:changed", () => mark(false));
open();
mark(true);
