import React, { useState } from "react";
import { createRoot } from "react-dom/client";
import * as Select from "@radix-ui/react-select";
import * as Checkbox from "@radix-ui/react-checkbox";
import * as RadioGroup from "@radix-ui/react-radio-group";
import { Combobox, ComboboxInput, ComboboxOption, ComboboxOptions, Listbox, ListboxButton, ListboxOption, ListboxOptions } from "@headlessui/react";
import PhoneInput from "react-phone-number-input";
import flags from "react-phone-number-input/flags";

window.state = {};
const keep = (name) => (value) => { window.state[name] = value; };

function Degree() {
  const [query, ask] = useState("");
  const [value, set] = useState(null);
  const all = ["Bachelor's degree", "Master's degree", "Doctorate"];
  return (
    <>
      <label htmlFor="degree">Degree</label>
      <Combobox value={value} onChange={(one) => { set(one); keep("degree")(one); }} onClose={() => ask("")}>
        <ComboboxInput id="degree" displayValue={(one) => one ?? ""} onChange={(event) => ask(event.target.value)} />
        <ComboboxOptions anchor="bottom">{all.filter((one) => one.toLowerCase().includes(query.toLowerCase())).map((one) => <ComboboxOption key={one} value={one}>{one}</ComboboxOption>)}</ComboboxOptions>
      </Combobox>
    </>
  );
}

function Notice() {
  const [value, set] = useState(null);
  return (
    <div>
      <span id="l-notice">Notice period</span>
      <Listbox value={value} onChange={(one) => { set(one); keep("notice")(one); }}>
        <ListboxButton aria-labelledby="l-notice" type="button">{value ?? "Choose one"}</ListboxButton>
        <ListboxOptions anchor="bottom">{["1 month", "2 months", "3 months"].map((one) => <ListboxOption key={one} value={one}>{one}</ListboxOption>)}</ListboxOptions>
      </Listbox>
    </div>
  );
}

function Phone() {
  const [value, set] = useState();
  return <div><label htmlFor="phone">Phone</label><PhoneInput id="phone" flags={flags} defaultCountry="US" value={value} onChange={(one) => { set(one); keep("phone")(one); }} /></div>;
}

createRoot(document.getElementById("root")).render(
  <form style={{ display: "grid", gap: 24, padding: 40 }}>
    <div>
      <label id="l-source" htmlFor="source">How did you hear about us?</label>
      <Select.Root onValueChange={keep("source")}>
        <Select.Trigger id="source" aria-labelledby="l-source"><Select.Value placeholder="Select one" /></Select.Trigger>
        <Select.Portal>
          <Select.Content>
            <Select.Viewport>{["LinkedIn", "Indeed", "A friend"].map((one) => <Select.Item key={one} value={one}><Select.ItemText>{one}</Select.ItemText></Select.Item>)}</Select.Viewport>
          </Select.Content>
        </Select.Portal>
      </Select.Root>
    </div>
    <div><Checkbox.Root id="agree" onCheckedChange={keep("agree")}><Checkbox.Indicator>x</Checkbox.Indicator></Checkbox.Root> <label htmlFor="agree">I agree to the privacy notice</label></div>
    <div role="group" aria-labelledby="l-remote">
      <p id="l-remote">Work remotely?</p>
      <RadioGroup.Root aria-labelledby="l-remote" onValueChange={keep("remote")}>
        {["Yes", "No"].map((one) => <div key={one}><RadioGroup.Item value={one} id={`r-${one}`}><RadioGroup.Indicator>o</RadioGroup.Indicator></RadioGroup.Item><label htmlFor={`r-${one}`}>{one}</label></div>)}
      </RadioGroup.Root>
    </div>
    <Degree />
    <Notice />
    <Phone />
  </form>,
);
