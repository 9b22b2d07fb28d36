// Steps saved one by one; lists that open beneath a button at the end of the document; a block that can be added.
const form = document.getElementById("form");
const panels = form.querySelector(".panels");
const needed = [["country", "firstName", "lastName", "phoneNumber"], [], ["q1", "q2"], []];
const wire = (root) => { for (const input of root.querySelectorAll("input[data-name]")) controlled(input, input.dataset.name); };
wire(form);
takeFile(document.getElementById("wd-resume"), "file", form.querySelector(".shown"));

form.querySelector("[data-automation-id=add-button]").addEventListener("click", () => {
  const number = panels.children.length + 1, further = number > 1 ? number : "";
  const panel = document.createElement("div");
  panel.setAttribute("role", "group");
  panel.setAttribute("aria-labelledby", `Work-Experience-${number}-panel`);
  panel.innerHTML = `<h5 id="Work-Experience-${number}-panel">Work Experience ${number}</h5>
    <div data-automation-id="formField-jobTitle"><label for="t${number}">Job Title<abbr title="required">*</abbr></label><input id="t${number}" data-name="jobTitle${further}"></div>
    <div data-automation-id="formField-companyName"><label for="c${number}">Employer<abbr title="required">*</abbr></label><input id="c${number}" data-name="companyName${further}"></div>`;
  panels.append(panel);
  wire(panel);
});
form.querySelector("[data-automation-id=add-button]").click();

let menu = null;
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[aria-haspopup=listbox]");
  if (menu && !menu.contains(event.target)) { menu.remove(); menu = null; }
  if (!opener) return;
  menu = document.createElement("ul");
  menu.setAttribute("role", "listbox");
  menu.id = `list-${opener.dataset.name}`;
  for (const [label, value] of Object.entries(JSON.parse(opener.dataset.options))) {
    const option = document.createElement("li");
    option.setAttribute("role", "option");
    option.textContent = label;
    option.addEventListener("click", () => {
      state[opener.dataset.name] = value;
      opener.textContent = label;
      opener.setAttribute("aria-expanded", "false");
      menu?.remove();
      menu = null;
    });
    menu.append(option);
  }
  opener.setAttribute("aria-expanded", "true");
  opener.setAttribute("aria-controls", menu.id);
  document.body.append(menu);
});

form.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-automation-id=pageFooterNextButton]");
  if (!button) return;
  const step = button.closest("[data-step]");
  const number = Number(step.dataset.step);
  const missing = needed[number].find((name) => !state[name]);
  if (missing) return complain(step, `Error: The field ${missing} is required and must have a value.`);
  if (number === 1 && !files.file) return complain(step, "Error: Upload a file is required.");
  const mine = Object.fromEntries(Object.entries(state).filter(([name]) => step.querySelector(`[data-name="${name}"]`)));
  const lapsed = (answer) => answer.status === 401 && Boolean((location.href = "/en-US/larkspur/login"));
  try {
    if (number === 3) {
      const answer = await sendJson("/api/submit", {});
      return lapsed(answer) || (await outcome(answer, step, location.pathname + "/completed"));
    }
    if (number === 1) {
      const body = new FormData();
      body.append("file", files.file);
      if (!(await fetch("/api/resume", { method: "POST", body })).ok) throw new Error();
    }
    const answer = await sendJson("/api/step", mine);
    if (lapsed(answer)) return;
    if (!answer.ok) throw new Error();
  } catch {
    return complain(step, "Something went wrong. Please refresh the page and try again.");
  }
  step.hidden = true;
  form.querySelector(`[data-step="${number + 1}"]`).hidden = false;
});
