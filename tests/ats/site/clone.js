// What the clones' pages share: state that only real events change, as React keeps it, and sending without a page load.
const state = {};
const files = {};

/** A controlled input: the page shows its state, and takes a value that came without an event back out. */
function controlled(input, name) {
  state[name] ??= "";
  input.addEventListener("input", () => (state[name] = input.value));
  input.addEventListener("change", () => (state[name] = input.value));
  setInterval(() => {
    if (input.isConnected && document.activeElement !== input && input.value !== state[name]) input.value = state[name];
  }, 40);
}

function takeFile(input, name, shown) {
  input.addEventListener("change", () => {
    files[name] = input.files[0];
    if (shown) shown.textContent = input.files[0]?.name ?? "";
    if (globalThis.dropsFile) setTimeout(() => { input.value = ""; delete files[name]; if (shown) shown.textContent = ""; }, 300);
  });
}

function complain(list, text) {
  const message = document.createElement("p");
  message.className = "error";
  message.setAttribute("role", "alert");
  message.textContent = text;
  list.querySelector(":scope > .error")?.remove();
  list.prepend(message);
}

async function sendForm(address, extra = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...state, ...extra })) for (const one of [value].flat()) body.append(name, one);
  for (const [name, file] of Object.entries(files)) if (file) body.append(name, file);
  return await fetch(address, { method: "POST", body });
}

async function sendJson(address, body) {
  return await fetch(address, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}

async function outcome(response, at, path) {
  const told = await response.json().catch(() => ({}));
  if (!response.ok || told.errors) return complain(at, told.errors?.[0] ?? "Something went wrong. Please try again.");
  history.pushState({}, "", path);
  document.body.innerHTML = told.page;
}
