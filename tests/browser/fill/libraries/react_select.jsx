// react-select: single, multi, async typeahead. `window.state` is what the application believes.
import React, { useState } from "react";
import { createRoot } from "react-dom/client";
import Select from "react-select";
import AsyncSelect from "react-select/async";

const countries = ["Norway", "Germany", "France", "Niger", "Nigeria"].map((label, index) => ({ value: `c${index}`, label }));
const answers = [{ value: 1, label: "Yes" }, { value: 0, label: "No" }];
const cities = ["Berlin, Germany", "Berlin, Maryland, United States", "Bern, Switzerland", "Bergen, Norway"].map((label) => ({ value: label, label }));
const find = (text) => new Promise((done) => setTimeout(() => done(cities.filter((one) => one.label.toLowerCase().includes(text.toLowerCase()))), 250));
window.state = {};

function App() {
  const [, again] = useState(0);
  const keep = (name) => (value) => {
    window.state[name] = Array.isArray(value) ? value.map((one) => one.label) : value?.label;
    setTimeout(() => again((count) => count + 1), 30);
  };
  return (
    <form>
      <label htmlFor="country">Country</label>
      <Select inputId="country" options={countries} onChange={keep("country")} classNamePrefix="select" />
      <label id="l-auth">Are you authorised to work?</label>
      <Select aria-labelledby="l-auth" options={answers} onChange={keep("auth")} classNamePrefix="select" isClearable />
      <label htmlFor="langs">Languages</label>
      <Select inputId="langs" isMulti options={["English", "German", "Hindi"].map((label) => ({ value: label, label }))} onChange={keep("langs")} />
      <label htmlFor="city">City</label>
      <AsyncSelect inputId="city" loadOptions={find} onChange={keep("city")} classNamePrefix="select" />
      <button>Submit application</button>
    </form>
  );
}
createRoot(document.getElementById("root")).render(<App />);
