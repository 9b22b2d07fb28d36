// Dates in sections one types into one by one (MUI X 8, React Aria), and editors: TinyMCE in its frame, CKEditor 5.
import React from "react";
import { createRoot } from "react-dom/client";
import { LocalizationProvider } from "@mui/x-date-pickers/LocalizationProvider";
import { DatePicker } from "@mui/x-date-pickers/DatePicker";
import { AdapterDayjs } from "@mui/x-date-pickers/AdapterDayjs";
import { Button, ComboBox, DateField, DateInput, DateSegment, Input, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from "react-aria-components";
import { ClassicEditor, Essentials, Paragraph } from "ckeditor5";
import tinymce from "tinymce";
import "tinymce/icons/default";
import "tinymce/themes/silver";
import "tinymce/models/dom";

window.state = {};
const keep = (name, value) => { window.state[name] = value; };
const Item = ({ id }) => <ListBoxItem id={id}>{id}</ListBoxItem>;

function App() {
  return (
    <LocalizationProvider dateAdapter={AdapterDayjs}>
      <form style={{ display: "grid", gap: 24, padding: 24 }}>
        <DatePicker label="Start date" onChange={(value) => keep("start", value?.isValid() ? value.format("YYYY-MM-DD") : null)} />
        <DateField onChange={(value) => keep("available", value?.toString())}>
          <Label>Available from</Label>
          <DateInput>{(segment) => <DateSegment segment={segment} />}</DateInput>
        </DateField>
        <Select onSelectionChange={(key) => keep("level", key)}>
          <Label>Level</Label>
          <Button><SelectValue /></Button>
          <Popover><ListBox>{["Junior", "Senior"].map((id) => <Item key={id} id={id} />)}</ListBox></Popover>
        </Select>
        <ComboBox onSelectionChange={(key) => keep("tool", key)}>
          <Label>Tool</Label>
          <div><Input /><Button>▼</Button></div>
          <Popover><ListBox>{["Git", "Make", "Docker"].map((id) => <Item key={id} id={id} />)}</ListBox></Popover>
        </ComboBox>
        <div><label htmlFor="why">Why us?</label><textarea id="why" /></div>
        <div><label htmlFor="story">Your story</label><textarea id="story" /></div>
      </form>
    </LocalizationProvider>
  );
}
createRoot(document.getElementById("root")).render(<App />);
setTimeout(() => {
  tinymce.init({ selector: "#why", license_key: "gpl", skin: false, content_css: false, menubar: false, statusbar: false, height: 160, setup: (editor) => { editor.on("change input", () => keep("why", editor.getContent({ format: "text" }).trim())); } });
  ClassicEditor.create(document.getElementById("story"), { licenseKey: "GPL", plugins: [Essentials, Paragraph] }).then((editor) => { editor.model.document.on("change:data", () => keep("story", editor.getData())); });
}, 0);
