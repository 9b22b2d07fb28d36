// The widgets of older application systems: select2, intl-tel-input, flatpickr, inputmask, Choices, Tom Select, Quill.
import jQuery from "jquery";
import select2 from "select2";
import "select2/dist/css/select2.css";
import flatpickr from "flatpickr";
import "flatpickr/dist/flatpickr.css";
import intlTelInput from "intl-tel-input";
import "intl-tel-input/styles";
import Inputmask from "inputmask";
import Choices from "choices.js";
import "choices.js/public/assets/styles/choices.css";
import TomSelect from "tom-select";
import "tom-select/dist/css/tom-select.css";
import Quill from "quill";
import "quill/dist/quill.snow.css";

window.state = {};
document.getElementById("root").innerHTML = `
  <form style="display:grid;gap:24px;padding:40px">
    <div><label for="degree">Degree</label><select id="degree" name="degree" style="width:300px"><option value="">Select</option><option value="b">Bachelor</option><option value="m">Master</option></select></div>
    <div><label for="school">School</label><select id="school" name="school" style="width:300px"></select></div>
    <div><label for="start">Start date</label><input id="start" name="start"></div>
    <div><label for="until">Available until</label><input id="until" name="until"></div>
    <div><label for="phone">Phone</label><input id="phone" name="phone" type="tel"></div>
    <div><label for="born">Date as DD/MM/YYYY</label><input id="born" name="born"></div>
    <div><label for="source">Source</label><select id="source" name="source"><option value="">Pick</option><option value="l">LinkedIn</option><option value="f">Friend</option></select></div>
    <div><label for="team">Team</label><select id="team" name="team"><option value="">Pick</option><option value="p">Platform</option><option value="d">Data</option></select></div>
    <div><p id="l-why">Why do you want to work here?</p><div id="why" aria-labelledby="l-why" style="height:120px"></div></div>
  </form>`;
select2(window, jQuery);
jQuery("#degree").select2();
jQuery("#degree").on("change", () => { window.state.degree = jQuery("#degree").val(); });
const schools = ["Test University Berlin", "Test University Bonn", "Other School"];
jQuery("#school").select2({
  minimumInputLength: 2, placeholder: "Search your school",
  ajax: { delay: 100, transport: (params, success) => { const id = setTimeout(() => success({ results: schools.filter((one) => one.toLowerCase().includes(params.data.q.toLowerCase())).map((text) => ({ id: text, text })) }), 150); return { abort: () => clearTimeout(id) }; }, data: ({ term }) => ({ q: term ?? "" }), processResults: (data) => data },
});
jQuery("#school").on("change", () => { window.state.school = jQuery("#school").val(); });
flatpickr("#start", { onChange: (_, text) => { window.state.start = text; } });
flatpickr("#until", { dateFormat: "Y-m-d", altInput: true, altFormat: "F j, Y", onChange: (_, text) => { window.state.until = text; } });
const tel = intlTelInput(document.getElementById("phone"), { initialCountry: "us" });
document.getElementById("phone").addEventListener("input", () => { window.state.phone = document.getElementById("phone").value; });
new Inputmask("99/99/9999").mask(document.getElementById("born"));
document.getElementById("born").addEventListener("change", (event) => { window.state.born = event.target.value; });
const choices = new Choices("#source", { allowHTML: false });
document.getElementById("source").addEventListener("change", () => { window.state.source = choices.getValue(true); });
const tom = new TomSelect("#team", { onChange: (value) => { window.state.team = value; } });
const quill = new Quill("#why", { theme: "snow" });
quill.root.setAttribute("aria-labelledby", "l-why");
quill.on("text-change", () => { window.state.why = quill.getText(); });
void tom;
