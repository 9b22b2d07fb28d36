// Listboxes as the new form has them: they open on mousedown, list their options on the spot, and close on blur.
for (const input of document.querySelectorAll(".text-input-wrapper input")) controlled(input, input.id);
takeFile(document.getElementById("resume"), "resume", document.querySelector(".file-name"));

for (const box of document.querySelectorAll(".select")) {
  const options = JSON.parse(box.dataset.options);
  const control = box.querySelector(".select__control");
  const input = box.querySelector("input");
  const name = box.dataset.name;
  let menu = null;
  const close = () => {
    menu?.remove();
    menu = null;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-controls");
    input.value = "";
  };
  const list = () => {
    menu?.remove();
    menu = document.createElement("div");
    menu.className = "select__menu";
    menu.id = `${name}-listbox`;
    menu.setAttribute("role", "listbox");
    for (const [label, value] of Object.entries(options)) {
      if (!label.toLowerCase().includes(input.value.toLowerCase())) continue;
      const option = document.createElement("div");
      option.className = "select__option";
      option.setAttribute("role", "option");
      option.textContent = label;
      option.addEventListener("mousedown", (event) => event.preventDefault());
      option.addEventListener("click", () => {
        state[name] = value;
        box.querySelector(".select__placeholder")?.remove();
        box.querySelector(".select__single-value")?.remove();
        const shown = document.createElement("div");
        shown.className = "select__single-value";
        shown.textContent = label;
        input.before(shown);
        close();
      });
      menu.append(option);
    }
    if (!menu.children.length) menu.textContent = "No options";
    box.querySelector(".select-shell").append(menu);
    input.setAttribute("aria-expanded", "true");
    input.setAttribute("aria-controls", menu.id);
  };
  control.addEventListener("mousedown", (event) => {
    if (event.target !== input) event.preventDefault();
    input.focus();
    menu ? close() : list();
  });
  input.addEventListener("input", list);
  input.addEventListener("blur", () => setTimeout(close, 50));
}

const form = document.getElementById("application-form");
form.addEventListener("submit", async () => {
  const missing = ["first_name", "last_name", "email", "phone", "country", "question_702", "question_703"].find((name) => !state[name]);
  if (missing) return complain(form, `${missing}: This field is required.`);
  if (!files.resume) return complain(form, "Resume/CV is required.");
  try {
    await outcome(await sendForm("/larkspur/jobs/4011"), form, "/larkspur/jobs/4011/confirmation");
  } catch {
    complain(form, "There was a problem. Please try again.");
  }
});
