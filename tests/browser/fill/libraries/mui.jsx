import React, { useState } from "react";
import { createRoot } from "react-dom/client";
import { Autocomplete, Checkbox, FormControl, FormControlLabel, FormLabel, InputLabel, MenuItem, Radio, RadioGroup, Select, TextField } from "@mui/material";
import { LocalizationProvider } from "@mui/x-date-pickers/LocalizationProvider";
import { DatePicker } from "@mui/x-date-pickers/DatePicker";
import { AdapterDayjs } from "@mui/x-date-pickers/AdapterDayjs";

window.state = {};
const levels = ["Junior", "Senior", "Principal"];
const skills = Array.from({ length: 300 }, (_, index) => `Skill ${index}`);

function App() {
  const [values, set] = useState({ name: "", level: "", tools: [], auth: "", agree: false, skill: null });
  const keep = (name, value) => {
    window.state[name] = value;
    set((before) => ({ ...before, [name]: value }));
  };
  return (
    <LocalizationProvider dateAdapter={AdapterDayjs}>
      <form style={{ display: "grid", gap: 24 }}>
        <TextField id="name" label="Full name" required value={values.name} onChange={(event) => keep("name", event.target.value)} />
        <FormControl>
          <InputLabel id="l-level">Level</InputLabel>
          <Select labelId="l-level" label="Level" value={values.level} onChange={(event) => keep("level", event.target.value)}>
            {levels.map((one) => <MenuItem key={one} value={one}>{one}</MenuItem>)}
          </Select>
        </FormControl>
        <FormControl>
          <InputLabel id="l-tools">Tools</InputLabel>
          <Select labelId="l-tools" label="Tools" multiple value={values.tools} onChange={(event) => keep("tools", event.target.value)}>
            {["Git", "Docker", "Make"].map((one) => <MenuItem key={one} value={one}>{one}</MenuItem>)}
          </Select>
        </FormControl>
        <Autocomplete options={skills} value={values.skill} onChange={(_, value) => keep("skill", value)} renderInput={(params) => <TextField {...params} label="Main skill" />} />
        <FormControl>
          <FormLabel id="l-auth">Authorised to work?</FormLabel>
          <RadioGroup aria-labelledby="l-auth" name="auth" value={values.auth} onChange={(event) => keep("auth", event.target.value)}>
            <FormControlLabel value="yes" control={<Radio />} label="Yes" />
            <FormControlLabel value="no" control={<Radio />} label="No" />
          </RadioGroup>
        </FormControl>
        <FormControlLabel control={<Checkbox checked={values.agree} onChange={(event) => keep("agree", event.target.checked)} />} label="I have read the notice" />
        <DatePicker label="Start date" onChange={(value) => { window.state.start = value?.isValid() ? value.format("YYYY-MM-DD") : null; }} />
      </form>
    </LocalizationProvider>
  );
}
createRoot(document.getElementById("root")).render(<App />);
