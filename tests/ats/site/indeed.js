// Routes of a single page; each is drawn anew a moment after the address changes.
const main = document.querySelector("main");
const field = (label, name, id, required = true) =>
  `<div data-testid="input-${name}"><label for="${id}">${label}${required ? '<span aria-hidden="true"> *</span>' : ""}</label><input id="${id}" data-name="${name}" data-testid="${id}-input" type="text" ${required ? "required" : ""}></div>`;
const radios = (label, name) =>
  `<fieldset role="radiogroup"><legend>${label}<span aria-hidden="true"> *</span></legend>${Object.entries(YES_NO)
    .map(([text, value]) => `<label><input type="radio" name="${name}" value="${value}"><span>${text}</span></label>`)
    .join("")}</fieldset>`;
const routes = {
  "contact-info": { title: "Add your contact information", body: () => field("First name", "firstName", "names-first-name") + field("Last name", "lastName", "names-last-name") + field("City", "city", "location-locality", false) + field("Phone", "phone", "phone-number", false), needed: ["firstName", "lastName"], next: "resume-selection" },
  "resume-selection": { title: "Add a resume for the employer", body: () => `<div data-testid="resume-selection-file"><label for="rs">Resume *</label><input id="rs" type="file" data-testid="resume-selection-file-resume-upload-button-file-input"><span class="shown"></span></div>`, needed: ["resume"], next: "questions" },
  questions: { title: "Answer these questions from the employer", body: () => radios("Are you legally authorized to work in Sweden?", "q_4f1") + radios("Will you now or in the future require sponsorship?", "q_4f2") + `<div><label for="why">Why do you want to work here? (optional)</label><textarea id="why" data-name="q_4f3"></textarea></div>`, needed: ["q_4f1", "q_4f2"], next: "review" },
  review: { title: "Please review your application", body: () => "<p>Resume and answers</p>", needed: [], next: "" },
};
function draw() {
  const route = routes[location.pathname.split("/").pop()];
  main.innerHTML = `<h1>${route.title}</h1><div class="step">${route.body()}</div><button type="button">${route.next ? "Continue" : "Submit your application"}</button>`;
  for (const input of main.querySelectorAll("[data-name]")) { input.value = state[input.dataset.name] ?? ""; controlled(input, input.dataset.name); }
  for (const one of main.querySelectorAll("input[type=radio]")) one.addEventListener("change", () => (state[one.name] = one.value));
  const up = main.querySelector("input[type=file]");
  if (up) takeFile(up, "resume", main.querySelector(".shown"));
  main.querySelector("button").addEventListener("click", async () => {
    if (route.needed.find((name) => !(state[name] ?? files[name]))) return complain(main, "Answer this question to continue");
    if (route.next) {
      history.pushState({}, "", `/beta/indeedapply/form/${route.next}`);
      return setTimeout(draw, 150);
    }
    try {
      await outcome(await sendForm("/api/indeedapply"), main, "/beta/indeedapply/form/post-apply");
    } catch {
      complain(main, "Something went wrong. Please try again.");
    }
  });
}
draw();
