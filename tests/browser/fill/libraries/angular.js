import "zone.js";
import "@angular/compiler";
import { Component } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from "@angular/forms";
import { MatSelectModule } from "@angular/material/select";
import { MatInputModule } from "@angular/material/input";
import { MatAutocompleteModule } from "@angular/material/autocomplete";
import { MatDatepickerModule } from "@angular/material/datepicker";
import { provideNativeDateAdapter } from "@angular/material/core";
import { MatCheckboxModule } from "@angular/material/checkbox";
import { MatRadioModule } from "@angular/material/radio";
import { MatChipsModule } from "@angular/material/chips";
import { MatSlideToggleModule } from "@angular/material/slide-toggle";

const pad = (number) => String(number).padStart(2, "0");
const day = (date) => date && `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
const cities = ["Berlin, Germany", "Bern, Switzerland", "Bonn, Germany"];

class App {
  constructor() {
    this.form = new FormGroup({ first: new FormControl("", Validators.required), email: new FormControl("", Validators.email), country: new FormControl(""), auth: new FormControl(""), agree: new FormControl(false), notes: new FormControl("") }, { updateOn: "blur" });
    window.state = this.form.value;
    this.drawn = new FormGroup(Object.fromEntries(["degree", "tools", "city", "start", "remote", "mode", "share", "news"].map((name) => [name, new FormControl(null)])));
    this.drawn.valueChanges.subscribe((value) => { window.state.drawn = { ...value, start: day(value.start) }; });
    this.form.valueChanges.subscribe((value) => { window.state = { drawn: window.state.drawn, ...value, touched: this.form.controls.first.touched, valid: this.form.valid }; });
  }
  get cities() {
    return cities.filter((one) => one.toLowerCase().startsWith((this.drawn.value.city ?? "").toLowerCase()));
  }
}
const modules = [ReactiveFormsModule, MatSelectModule, MatInputModule, MatAutocompleteModule, MatDatepickerModule, MatCheckboxModule, MatRadioModule, MatChipsModule, MatSlideToggleModule];
Component({
  selector: "app-root", standalone: true, imports: modules, providers: [provideNativeDateAdapter()],
  template: `<form [formGroup]="form" style="display:grid;gap:16px">
    <label>First name <input formControlName="first" required></label>
    <label>Email <input type="email" formControlName="email"></label>
    <label>Country <select formControlName="country"><option value="">Select</option><option value="NO">Norway</option><option value="DE">Germany</option></select></label>
    <fieldset><legend>Authorised to work?</legend><label><input type="radio" value="y" formControlName="auth">Yes</label><label><input type="radio" value="n" formControlName="auth">No</label></fieldset>
    <label><input type="checkbox" formControlName="agree"> I agree</label>
    <label>Notes <textarea formControlName="notes"></textarea></label></form>
  <form [formGroup]="drawn" style="display:grid;gap:16px;padding:24px;max-width:500px">
    <mat-form-field><mat-label>Highest degree</mat-label><mat-select formControlName="degree"><mat-option></mat-option><mat-option value="b">Bachelor</mat-option><mat-option value="m">Master</mat-option></mat-select></mat-form-field>
    <mat-form-field><mat-label>Tools</mat-label><mat-select multiple formControlName="tools"><mat-option value="Git">Git</mat-option><mat-option value="Make">Make</mat-option><mat-option value="Bash">Bash</mat-option></mat-select></mat-form-field>
    <mat-form-field><mat-label>City</mat-label><input matInput formControlName="city" [matAutocomplete]="auto"><mat-autocomplete #auto="matAutocomplete">@for (one of cities; track one) { <mat-option [value]="one">{{one}}</mat-option> }</mat-autocomplete></mat-form-field>
    <mat-form-field><mat-label>Start date</mat-label><input matInput [matDatepicker]="picker" formControlName="start"><mat-datepicker-toggle matIconSuffix [for]="picker"></mat-datepicker-toggle><mat-datepicker #picker></mat-datepicker></mat-form-field>
    <div><span id="l-remote">Work remotely?</span><mat-radio-group aria-labelledby="l-remote" formControlName="remote"><mat-radio-button value="y">Yes</mat-radio-button><mat-radio-button value="n">No</mat-radio-button></mat-radio-group></div>
    <div><span id="l-mode">Where do you want to work?</span><mat-chip-listbox aria-labelledby="l-mode" formControlName="mode"><mat-chip-option value="office">Office</mat-chip-option><mat-chip-option value="home">At home</mat-chip-option></mat-chip-listbox></div>
    <mat-checkbox formControlName="share">Keep my data for a year</mat-checkbox>
    <mat-slide-toggle formControlName="news">Tell me about other jobs</mat-slide-toggle></form>`,
})(App);
const host = document.createElement("app-root");
document.getElementById("root").append(host);
bootstrapApplication(App);
