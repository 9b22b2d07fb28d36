// The modal: one step in the document at a time, made anew on each turn, state kept apart.
const steps = [
  `<h3>Contact info</h3>${select("Email address", "email", { "tove.hallberg@example.com": "tove.hallberg@example.com" })}
   ${select("Country code", "phoneCode", { "Germany (+49)": "urn:49", "Sweden (+46)": "urn:46" })}${text("Phone number", "phone")}`,
  `<h3>Resume</h3><div data-test-form-element><label class="jobs-document-upload__upload-button" for="up">Resume*</label>
   <input id="up" type="file" name="file" class="hidden-upload" aria-label="Resume"><span class="shown"></span></div>`,
  `<h3>Additional Questions</h3>${text("Years of experience with Python", "years")}
   ${radio("Are you legally authorized to work in Sweden?", "authorized")}${radio("Will you now or in the future require sponsorship?", "sponsorship")}`,
  `<h3>Review your application</h3><p>The employer will also receive a copy of your profile.</p>`,
];
const needed = [["email", "phoneCode", "phone"], ["resume"], ["years", "authorized", "sponsorship"], []];

function text(label, name) {
  return `<div class="fb-dash-form-element" data-test-form-element><label for="f-${name}">${label}</label><input id="f-${name}" data-name="${name}" type="text" required></div>`;
}
function select(label, name, options) {
  const rows = Object.entries(options).map(([shown, value]) => `<option value="${value}">${shown}</option>`).join("");
  return `<div class="fb-dash-form-element" data-test-form-element><label for="f-${name}"><span aria-hidden="true">${label}</span><span class="hidden-upload">${label}</span></label>
    <select id="f-${name}" data-name="${name}" required data-test-text-entity-list-form-select><option value="Select an option">Select an option</option>${rows}</select></div>`;
}
function radio(label, name) {
  const rows = LABELS.map((one, i) => `<div><input type="radio" id="${name}-${i}" name="${name}" value="${one}"><label for="${name}-${i}">${one}</label></div>`).join("");
  return `<fieldset data-test-form-builder-radio-button-form-component="true"><legend><span aria-hidden="true">${label}</span></legend>${rows}</fieldset>`;
}

const style = document.createElement("style");
style.textContent = ".hidden-upload{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)} .jobs-easy-apply-modal{position:fixed;inset:5%;background:#fff;border:1px solid;overflow:auto}";
document.head.append(style);

document.querySelector(".jobs-apply-button").addEventListener("click", () => show(0));

function show(number) {
  document.querySelector(".jobs-easy-apply-modal")?.remove();
  const modal = document.createElement("div");
  modal.className = "jobs-easy-apply-modal";
  modal.setAttribute("role", "dialog");
  modal.setAttribute("aria-modal", "true");
  const last = number === steps.length - 1;
  const mark = last ? "data-live-test-easy-apply-submit-button" : number === steps.length - 2 ? "data-live-test-easy-apply-review-button" : "data-easy-apply-next-button";
  const says = last ? "Submit application" : number === steps.length - 2 ? "Review" : "Next";
  modal.innerHTML = `<h2>Apply to Larkspur</h2><form>${steps[number]}<footer>${number ? '<button type="button" class="back">Back</button>' : ""}<button type="button" ${mark} class="on">${says}</button></footer></form>`;
  document.body.append(modal);
  for (const input of modal.querySelectorAll("input[data-name]")) { input.value = state[input.dataset.name] ?? ""; controlled(input, input.dataset.name); }
  for (const one of modal.querySelectorAll("select")) {
    if (state[one.dataset.name]) one.value = state[one.dataset.name];
    one.addEventListener("change", () => (state[one.dataset.name] = one.value));
  }
  for (const one of modal.querySelectorAll("input[type=radio]")) one.addEventListener("change", () => (state[one.name] = one.value));
  const up = modal.querySelector("#up");
  if (up) takeFile(up, "resume", modal.querySelector(".shown"));
  modal.querySelector(".back")?.addEventListener("click", () => show(number - 1));
  modal.querySelector(".on").addEventListener("click", async () => {
    const missing = needed[number].find((name) => !(state[name] ?? files[name]) || state[name] === "Select an option");
    if (missing) return complain(modal.querySelector("form"), "Please enter a valid answer");
    if (!last) return show(number + 1);
    try {
      await outcome(await sendForm("/voyager/api/apply"), modal.querySelector("form"), "/jobs/view/4000000001/post-apply/");
    } catch {
      complain(modal.querySelector("form"), "Something went wrong. Please try again.");
    }
  });
}
