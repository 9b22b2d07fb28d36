// @ts-check
// The board of applications: a card is dragged to a column, or moved with its own select; both send the same form.

/** What a column means for a card dropped into it. @type {Record<string, string>} */
const STATUS = { submitted: "viewed", interview: "interview", offer: "offer", closed: "rejected" };

document.addEventListener("change", (event) => {
  const field = event.target;
  if (field instanceof HTMLSelectElement && field.hasAttribute("data-move") && field.value) field.form?.requestSubmit();
});

/** @type {HTMLElement | null} */
let dragged = null;
/** @param {Event} event */
const column = (event) => (event.target instanceof Element ? event.target.closest("[data-column]") : null);

document.addEventListener("dragstart", (event) => {
  dragged = event.target instanceof Element ? event.target.closest("[data-application]") : null;
  if (dragged && event.dataTransfer) {
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset.application ?? "");
  }
});
document.addEventListener("dragover", (event) => {
  const over = column(event);
  for (const one of document.querySelectorAll("[data-column].over")) if (one !== over) one.classList.remove("over");
  if (dragged && over instanceof HTMLElement && STATUS[over.dataset.column ?? ""]) {
    event.preventDefault();
    over.classList.add("over");
  }
});
document.addEventListener("drop", (event) => {
  const over = column(event);
  if (!dragged || !(over instanceof HTMLElement)) return;
  event.preventDefault();
  over.classList.remove("over");
  const select = dragged.querySelector("select");
  const status = STATUS[over.dataset.column ?? ""];
  if (select && status && !over.contains(dragged)) {
    select.value = status;
    select.form?.requestSubmit();
  }
  dragged = null;
});
