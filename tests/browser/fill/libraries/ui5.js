import "@ui5/webcomponents/dist/CheckBox.js";
import "@ui5/webcomponents/dist/ComboBox.js";
import "@ui5/webcomponents/dist/ComboBoxItem.js";
import "@ui5/webcomponents/dist/Input.js";
import "@ui5/webcomponents/dist/Label.js";
import "@ui5/webcomponents/dist/Option.js";
import "@ui5/webcomponents/dist/Select.js";
import "@ui5/webcomponents/dist/TextArea.js";

window.state = {};
document.getElementById("root").innerHTML = `
  <div style="display:grid;gap:24px;padding:40px;justify-items:start">
    <div><ui5-label for="first">First name</ui5-label><ui5-input id="first" accessible-name="First name"></ui5-input></div>
    <div><ui5-select id="country" accessible-name="Country"><ui5-option value="">Select</ui5-option><ui5-option value="NO">Norway</ui5-option><ui5-option value="DE">Germany</ui5-option></ui5-select></div>
    <div><ui5-combobox id="source" accessible-name="Source"><ui5-cb-item text="LinkedIn"></ui5-cb-item><ui5-cb-item text="A friend"></ui5-cb-item></ui5-combobox></div>
    <div><ui5-checkbox id="agree" text="I agree"></ui5-checkbox></div>
    <div><ui5-textarea id="notes" accessible-name="Notes"></ui5-textarea></div>
  </div>`;
for (const [id, read] of Object.entries({ first: (one) => one.value, country: (one) => one.selectedOption?.textContent, source: (one) => one.value, agree: (one) => one.checked, notes: (one) => one.value })) {
  document.getElementById(id).addEventListener("change", (event) => { window.state[id] = read(event.target); });
}
