// @ts-check
// Entering the six digits, on the options page and on the first-run page.
import { busy, call, el, troubleBox } from "../view.js";

/** @param {() => void} done after pairing @returns {HTMLElement} */
export function pairingForm(done) {
  const input = el("input", { id: "code", inputmode: "numeric", autocomplete: "off", maxlength: "6", pattern: "[0-9]{6}", required: true });
  const button = el("button", { class: "button primary", text: "Pair" });
  const problem = el("div");
  const form = el("form", { class: "stack" }, el("label", { for: "code", text: "The six digits that the companion shows" }), el("div", { class: "row" }, input, button), problem);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void busy(button, async () => {
      try {
        await call("pair", { code: input.value.trim() });
        done();
      } catch (trouble) {
        problem.replaceChildren(troubleBox(trouble));
        input.select();
      }
    });
  });
  return form;
}
