import React, { useState } from "react";
import { createRoot } from "react-dom/client";
import { Button, Checkbox, Collapse, Dialog, DialogActions, DialogContent, DialogTitle, FormControlLabel, IconButton, List, ListItem, ListItemText, TextField } from "@mui/material";

window.state = { work: [], schools: [], sent: 0 };
const keep = (name, list) => { window.state[name] = list; return list; };

function Jobs() {
  const [jobs, set] = useState([]);
  const [job, edit] = useState(null);
  const change = (name) => (event) => edit({ ...job, [name]: event.target.type === "checkbox" ? event.target.checked : event.target.value });
  return (
    <section>
      <h2>Employment history</h2>
      <List>{jobs.map((one, index) => (
        <ListItem key={index} secondaryAction={<IconButton type="button" aria-label="delete" onClick={() => set(keep("work", jobs.filter((other) => other !== one)))}>🗑</IconButton>}>
          <ListItemText primary={one.title} secondary={`${one.company} · ${one.from}`} />
        </ListItem>
      ))}</List>
      <Button type="button" onClick={() => edit({ title: "", company: "", from: "", now: false })}>Add position</Button>
      <Dialog open={job !== null} onClose={() => edit(null)} PaperProps={{ component: "form", onSubmit: (event) => { event.preventDefault(); event.stopPropagation(); set(keep("work", [...jobs, job])); edit(null); } }}>
        <DialogTitle>New position</DialogTitle>
        <DialogContent>
          <TextField label="Job title" required value={job?.title ?? ""} onChange={change("title")} />
          <TextField label="Company" required value={job?.company ?? ""} onChange={change("company")} />
          <TextField label="From" placeholder="MM/YYYY" value={job?.from ?? ""} onChange={change("from")} />
          <FormControlLabel control={<Checkbox checked={job?.now ?? false} onChange={change("now")} />} label="I currently work here" />
        </DialogContent>
        <DialogActions><Button type="button" onClick={() => edit(null)}>Cancel</Button><Button type="submit">Save</Button></DialogActions>
      </Dialog>
    </section>
  );
}

function Schools() {
  const [schools, set] = useState([]);
  const [open, show] = useState(false);
  const [school, edit] = useState({ name: "", degree: "" });
  const save = () => { set(keep("schools", [...schools, school])); edit({ name: "", degree: "" }); show(false); };
  return (
    <section>
      <h2>Education</h2>
      {schools.map((one, index) => <p key={index}>{one.degree}, {one.name} <Button type="button" onClick={() => set(keep("schools", schools.filter((other) => other !== one)))}>Remove</Button></p>)}
      {!open && <Button type="button" onClick={() => show(true)}>Add education</Button>}
      <Collapse in={open} unmountOnExit>
        <TextField label="School or University" value={school.name} onChange={(event) => edit({ ...school, name: event.target.value })} />
        <TextField label="Degree" value={school.degree} onChange={(event) => edit({ ...school, degree: event.target.value })} />
        <Button type="button" onClick={() => show(false)}>Cancel</Button>
        <Button type="button" disabled={!school.name} onClick={save}>Save education</Button>
      </Collapse>
    </section>
  );
}

createRoot(document.getElementById("root")).render(
  <form onSubmit={(event) => { event.preventDefault(); window.state.sent += 1; }}>
    <TextField label="First name" />
    <Jobs />
    <Schools />
    <Button type="submit">Submit application</Button>
  </form>,
);
