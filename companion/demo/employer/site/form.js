// The made-up employer's form: three pages of one form, its own listbox, and messages beside the fields.
const form = document.getElementById("application");
const pages = [...form.querySelectorAll("[data-page]")];

function problem(field, text) {
  const beside = field.closest("fieldset, .listbox, .tick") ?? field;
  let message = beside.nextElementSibling;
  if (!message?.classList.contains("error")) {
    message = document.createElement("p");
    message.className = "error";
    message.setAttribute("role", "alert");
    beside.after(message);
  }
  message.textContent = text;
  if (!text) message.remove();
  field.toggleAttribute("aria-invalid", Boolean(text));
}

function complete(page) {
  let whole = true;
  for (const field of page.querySelectorAll("input, select, textarea")) {
    const empty = field.dataset.required && !field.value;
    const text = empty ? `Please choose: ${field.dataset.required}` : field.checkValidity() ? "" : "Please complete this field";
    if (text) whole = false;
    problem(field, text);
  }
  return whole;
}

function show(number) {
  for (const page of pages) page.hidden = page.dataset.page !== String(number);
  window.scrollTo(0, 0);
}

form.addEventListener("click", (event) => {
  const go = event.target.closest("[data-go]");
  if (!go) return;
  const page = go.closest("[data-page]");
  if (Number(go.dataset.go) < Number(page.dataset.page) || complete(page)) show(go.dataset.go);
});
form.addEventListener("submit", (event) => {
  if (!complete(pages.at(-1))) event.preventDefault();
});

const opener = document.getElementById("notice-button");
const list = document.getElementById("notice-list");
const notice = document.getElementById("notice");

function open(shown) {
  list.hidden = !shown;
  opener.setAttribute("aria-expanded", String(shown));
}
function choose(option) {
  for (const one of list.children) one.setAttribute("aria-selected", String(one === option));
  opener.textContent = option.textContent;
  notice.value = option.dataset.value;
  open(false);
}
opener.addEventListener("click", () => open(list.hidden));
opener.addEventListener("keydown", (event) => {
  if (event.key === "Escape") open(false);
});
list.addEventListener("click", (event) => {
  const option = event.target.closest("[role=option]");
  if (option) choose(option);
});
document.addEventListener("click", (event) => {
  if (!event.target.closest(".listbox")) open(false);
});
