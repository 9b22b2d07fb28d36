import { createApp, reactive } from "vue/dist/vue.esm-bundler.js";
import PrimeVue from "primevue/config";
import Select from "primevue/select";
import AutoComplete from "primevue/autocomplete";

const state = reactive({ first: "", years: null, country: "", auth: "", agree: false, topics: [], notes: "", level: null, city: null, found: [] });
window.state = state;
const cities = ["Berlin, Germany", "Bern, Switzerland"];
createApp({
  components: { PSelect: Select, PAuto: AutoComplete },
  setup: () => ({ state, search: ({ query }) => setTimeout(() => { state.found = cities.filter((one) => one.toLowerCase().startsWith(query.toLowerCase())); }, 150) }),
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
    <button>Send</button></form>`,
}).use(PrimeVue, { unstyled: true }).mount("#root");
