import "zone.js";
import "@angular/compiler";
import { Component } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from "@angular/forms";

class App {
  constructor() {
    this.form = new FormGroup({ first: new FormControl("", Validators.required), email: new FormControl("", Validators.email), country: new FormControl(""), auth: new FormControl(""), agree: new FormControl(false), notes: new FormControl("") }, { updateOn: "blur" });
    window.state = this.form.value;
    this.form.valueChanges.subscribe((value) => { window.state = { ...value, touched: this.form.controls.first.touched, valid: this.form.valid }; });
  }
}
Component({
  selector: "app-root", standalone: true, imports: [ReactiveFormsModule],
  template: `<form [formGroup]="form" style="display:grid;gap:16px">
    <label>First name <input formControlName="first" required></label>
    <label>Email <input type="email" formControlName="email"></label>
    <label>Country <select formControlName="country"><option value="">Select</option><option value="NO">Norway</option><option value="DE">Germany</option></select></label>
    <fieldset><legend>Authorised to work?</legend><label><input type="radio" value="y" formControlName="auth">Yes</label><label><input type="radio" value="n" formControlName="auth">No</label></fieldset>
    <label><input type="checkbox" formControlName="agree"> I agree</label>
    <label>Notes <textarea formControlName="notes"></textarea></label></form>`,
})(App);
const host = document.createElement("app-root");
document.getElementById("root").append(host);
bootstrapApplication(App);
