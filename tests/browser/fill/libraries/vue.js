import { createApp, reactive } from "vue/dist/vue.esm-bundler.js";
import PrimeVue from "primevue/config";
import Select from "primevue/select";
import AutoComplete from "primevue/autocomplete";
import ElementPlus from "element-plus";

const state = reactive({ first: "", years: null, country: "", auth: "", agree: false, topics: [], notes: "", level: null, city: null, found: [], source: "", skills: [], town: "", start: "", remote: "", tools: [], weeks: null });
window.state = state;
const cities = ["Berlin, Germany", "Bern, Switzerland"];
const starting = (query) => cities.filter((one) => one.toLowerCase().startsWith(query.toLowerCase()));
createApp({
  components: { PSelect: Select, PAuto: AutoComplete },
  setup: () => ({ state, search: ({ query }) => setTimeout(() => { state.found = starting(query); }, 150), towns: (query, answer) => setTimeout(() => answer(starting(query).map((value) => ({ value }))), 150) }),
  template: `<form @submit.prevent="state.submitted = true" style="display:grid;gap:16px">
    <label>First name <input v-model.lazy.trim="state.first"></label>
    <label>Years <input type="number" v-model.number="state.years"></label>
    <label>Country <select v-model="state.country"><option disabled value="">Select</option><option value="NO">Norway</option><option value="DE">Germany</option></select></label>
    <fieldset><legend>Authorised to work?</legend><label><input type="radio" value="y" v-model="state.auth">Yes</label><label><input type="radio" value="n" v-model="state.auth">No</label></fieldset>
    <fieldset><legend>Topics</legend><label><input type="checkbox" value="a" v-model="state.topics">Backend</label><label><input type="checkbox" value="b" v-model="state.topics">Frontend</label><label><input type="checkbox" value="c" v-model="state.topics">Data</label></fieldset>
    <label><input type="checkbox" v-model="state.agree"> I agree</label>
    <label>Notes <textarea v-model="state.notes"></textarea></label>
    <div><label for="level">Level</label><PSelect labelId="level" v-model="state.level" :options="['Junior', 'Senior']" placeholder="Choose" aria-label="Level" /></div>
    <div><label for="city">City</label><PAuto inputId="city" v-model="state.city" :suggestions="state.found" @complete="search" /></div>
    <button>Send</button></form>
  <el-form :model="state" label-position="top" style="padding:24px;max-width:500px">
    <el-form-item label="Source" prop="source"><el-select v-model="state.source" clearable placeholder="Select"><el-option v-for="one in ['LinkedIn', 'Indeed', 'A friend']" :key="one" :label="one" :value="one" /></el-select></el-form-item>
    <el-form-item label="Skills" prop="skills"><el-select v-model="state.skills" multiple filterable placeholder="Select"><el-option v-for="one in ['Python', 'Go', 'Rust']" :key="one" :label="one" :value="one.toLowerCase()" /></el-select></el-form-item>
    <el-form-item label="Town" prop="town"><el-autocomplete v-model="state.town" :fetch-suggestions="towns" /></el-form-item>
    <el-form-item label="Start date" prop="start"><el-date-picker v-model="state.start" type="date" value-format="YYYY-MM-DD" placeholder="Pick a day" /></el-form-item>
    <el-form-item label="Remote work?" prop="remote"><el-radio-group v-model="state.remote"><el-radio value="y">Yes</el-radio><el-radio value="n">No</el-radio></el-radio-group></el-form-item>
    <el-form-item label="Tools" prop="tools"><el-checkbox-group v-model="state.tools"><el-checkbox value="git" label="Git" /><el-checkbox value="make" label="Make" /></el-checkbox-group></el-form-item>
    <el-form-item label="Notice period (weeks)" prop="weeks"><el-input-number v-model="state.weeks" /></el-form-item>
  </el-form>`,
}).use(PrimeVue, { unstyled: true }).use(ElementPlus).mount("#root");
