// A form that re-renders: yes and no are buttons with `aria-pressed`, the file goes up at once, everything else as JSON.
const form = document.getElementById("form");
let handle = "";
sendJson("/api/graphql", { operationName: "posting" });
for (const input of form.querySelectorAll("input[type=text],input[type=email],input[type=tel]")) controlled(input, input.id);
for (const input of form.querySelectorAll("input[name=notice]")) input.addEventListener("change", () => (state.notice = input.value));
for (const row of form.querySelectorAll("[data-name]"))
  row.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    state[row.dataset.name] = button.dataset.value;
    for (const one of row.querySelectorAll("button")) {
      one.setAttribute("aria-pressed", String(one === button));
      one.classList.toggle("_active", one === button);
    }
  });
const upload = document.getElementById("_systemfield_resume");
const shown = form.querySelector(".shown");
upload.addEventListener("change", async () => {
  const body = new FormData();
  body.append("file", upload.files[0]);
  try {
    handle = (await (await fetch("/api/upload", { method: "POST", body })).json()).handle;
    shown.textContent = upload.files[0]?.name ?? "";
    if (globalThis.dropsFile) setTimeout(() => { upload.value = ""; handle = ""; shown.textContent = ""; }, 300);
  } catch {
    complain(form, "The file could not be uploaded.");
  }
});
form.querySelector(".ashby-application-form-submit-button").addEventListener("click", async () => {
  const { _systemfield_name: name, _systemfield_email: email, phone, authorized, sponsorship, notice } = state;
  if (!name || !email || !phone || !authorized || !sponsorship || !notice || !handle) return complain(form, "Missing entry for a required field");
  try {
    await outcome(await sendJson("/api/apply", { values: state, handle }), form, location.pathname + "?submitted=1");
  } catch {
    complain(form, "Something went wrong. Please try again.");
  }
});
