// Elements within elements, each with its own shadow root; what they hold reaches the form only through events.
class Control extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: "open" });
    const { label, name, type, required } = this.dataset;
    const star = required ? '<span class="asterisk">*</span>' : "";
    if (type === "select") {
      root.innerHTML = `<label for="${name}">${label}${star}</label><select id="${name}" ${required}><option value="">Select</option>${Object.entries(YES_NO).map(([text, value]) => `<option value="${value}">${text}</option>`).join("")}</select>`;
      root.querySelector("select").addEventListener("change", (event) => (state[name] = event.target.value));
    } else if (type === "file") {
      root.innerHTML = `<div class="drop"><span id="l">${label}${star}</span><input type="file" aria-labelledby="l"><span class="shown"></span></div>`;
      takeFile(root.querySelector("input"), name, root.querySelector(".shown"));
    } else if (type === "checkbox") {
      root.innerHTML = `<label><input type="checkbox" ${required}> ${label}${star}</label>`;
      root.querySelector("input").addEventListener("change", (event) => (event.target.checked ? (state[name] = "true") : delete state[name]));
    } else {
      root.innerHTML = `<label for="${name}-input">${label}${star}</label><input id="${name}-input" type="${type}" autocomplete="${this.dataset.autocomplete ?? ""}" ${required}>`;
      controlled(root.querySelector("input"), name);
    }
  }
}
customElements.define("spl-input", Control);

class Form extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: "open" });
    const field = (label, name, type = "text", required = "required", autocomplete = "") =>
      `<spl-input data-test="personal-info-${name}" data-label="${label}" data-name="${name}" data-type="${type}" data-required="${required}" data-autocomplete="${autocomplete}"></spl-input>`;
    root.innerHTML = `<section>
      ${field("First name", "firstName", "text", "required", "given-name")}${field("Last name", "lastName", "text", "required", "family-name")}
      ${field("Email", "email", "email", "required", "email")}${field("Phone", "phone", "tel", "required", "tel")}
      ${field("City", "city", "text", "", "")}${field("LinkedIn", "linkedin", "url", "")}
      ${field("Resume", "resume", "file")}
      ${field("Are you legally authorized to work in Sweden?", "authorized", "select")}
      ${field("Will you now or in the future require sponsorship?", "sponsorship", "select")}
      ${field("I agree to the privacy policy", "consent", "checkbox")}
      <button type="button" data-test="footer-submit">Submit</button></section>`;
    const at = root.querySelector("section");
    root.querySelector("button").addEventListener("click", async () => {
      const missing = ["firstName", "lastName", "email", "phone", "authorized", "sponsorship", "consent"].find((name) => !state[name]);
      if (missing || !files.resume) return complain(at, `${missing ?? "resume"} is required`);
      try {
        await outcome(await sendForm("/oneclick-ui/api/apply"), at, location.pathname + "/success");
      } catch {
        complain(at, "Something went wrong. Please try again.");
      }
    });
  }
}
customElements.define("oc-oneclick-form", Form);
