// @ts-check
// One field in the panel: the question, the value and where it comes from, or why it is empty; editing in place.
import { busy, el } from "../view.js";
import { MEANINGS, said, sourceOf } from "./source.js";

const STATUS = {
  verified: ["✓", "read back from the page", "good"], already: ["✓", "was there already", "good"], changed: ["?", "the page shows something else", "attention"],
  rejected: ["✕", "the page does not accept it", "bad"], unfillable: ["✕", "could not be filled", "attention"], left: ["○", "left to you", "muted"],
};
const CHOICES = /^(select|multiselect|combobox|listbox|radio|checkboxes|buttons|chips)$/;
/**
 * @param {{ action: any, field: any, status: any, edit: string[] | undefined, typed: string | undefined, needs: boolean, open: Map<string, boolean>, on: any }} row
 */
export function fieldRow({ action, field, status, edit, typed, needs, open, on }) {
  const key = `edit:${action.fieldId}`;
  const editing = open.get(key) ?? (needs && action.kind === "leave");
  const values = edit ?? (action.kind === "leave" ? [] : action.values);
  const text = action.kind === "check" && !edit ? (values[0] === "true" ? "ticked" : "not ticked") : values.join(action.kind === "add" ? "; " : ", ");
  const page = status && status.status !== "verified" && status.status !== "left" ? status : null;
  const persons = status?.status === "left" && status.readBack?.some((/** @type {string} */ one) => one && one !== "false");
  const [shape, word, tone] = edit ? ["○", "typed here, not filled yet", "muted"] : needs && action.kind === "leave" ? ["◇", "needs you", "attention"] : status ? /** @type {any} */ (STATUS)[status.status] : ["", "", "muted"];
  const question = el("button", { class: "question", id: `q-${action.fieldId}`, title: "Show it on the page", onclick: () => on.point(action.fieldId) },
    el("span", { text: (action.label || field.label || "A field without a question") + (action.required ? " *" : ""), dir: "auto" }));
  const percent = Math.round((action.confidence ?? 0) * 100);
  const source = edit ? "" : action.kind === "leave" ? (persons ? "" : action.reason) : [sourceOf(action), action.factText && said(action.factText) !== text.toLowerCase() && action.factText !== text ? `“${said(action.factText).slice(0, 80)}”` : "", percent && percent < 100 ? `${percent} % sure` : ""].filter(Boolean).join(" · ");
  return el("div", { class: "field" },
    question,
    text && el("p", { class: `value clamp ${action.review && !edit ? "review" : ""} ${status?.status === "verified" && !edit ? "verified" : ""}`, text, title: action.factText || undefined, dir: "auto" }),
    persons && el("p", { class: "value clamp", text: status.readBack.join(", "), dir: "auto" }),
    source && el("p", { class: "source", text: source }),
    word && el("p", { class: `state ${tone}`, "data-shape": shape }, persons ? "you filled this" : page?.message || word),
    page && page.readBack?.join() && page.status !== "already" && el("p", { class: "source", text: `The page shows “${page.readBack.join(", ").slice(0, 120)}”.` }),
    action.kind === "add" || action.inside ? null
      : field.widget === "file" && action.kind === "leave" ? (persons || !/resume/.test(action.meaning) ? null : el("div", {}, el("button", { class: "plain small", text: "Tailor resume", onclick: () => on.tailor() })))
      : editing ? editor({ action, field, values, typed, on, close: () => { open.set(key, false); on.redraw(); } })
      : el("div", {}, el("button", { class: "plain small muted", id: `e-${action.fieldId}`, text: action.kind === "leave" && !edit ? "Answer" : "Change", "aria-label": `${action.kind === "leave" ? "Answer" : "Change"}: ${action.label}`, onclick: () => { open.set(key, true); on.redraw(); document.getElementById(`v-${action.fieldId}`)?.focus(); } })));
}

/** @param {{ action: any, field: any, values: string[], typed: string | undefined, on: any, close: () => void }} about `typed`: what the person wrote and has not used yet */
function editor({ action, field, values, typed, on, close }) {
  const id = `v-${action.fieldId}`;
  const many = field.widget === "multiselect" || field.widget === "checkboxes" || field.widget === "chips";
  /** @type {() => string[]} */
  let read;
  /** @type {HTMLElement} */
  let control;
  if (field.widget === "file" || action.kind === "attach") return el("p", { class: "source", text: "Attach this file on the page yourself." });
  if (field.widget === "checkbox") {
    const tick = el("input", { id, type: "checkbox", checked: values[0] === "true" });
    control = el("label", { class: "check" }, tick, el("span", { text: "Tick it" }));
    read = () => [String(tick.checked)];
  } else if (CHOICES.test(field.widget) && field.options?.length) {
    const type = many ? "checkbox" : "radio";
    const offered = field.options.filter((/** @type {string} */ one) => one.trim() && !/^(select|choose|please|--)/i.test(one));
    if (!many && offered.length > 8) {
      const list = el("select", { id, "aria-label": action.label }, el("option", { value: "", text: "—" }), ...offered.map((/** @type {string} */ one) => el("option", { value: one, text: one })));
      list.value = values[0] ?? "";
      control = list;
      read = () => (list.value ? [list.value] : []);
    } else {
      const boxes = offered.map((/** @type {string} */ one, /** @type {number} */ index) => el("input", { id: index ? undefined : id, type, name: id, value: one, checked: values.includes(one) }));
      control = el("div", { class: "choices", role: many ? "group" : "radiogroup", "aria-label": action.label }, ...boxes.map((/** @type {any} */ box) => el("label", { class: "check" }, box, el("span", { text: box.value, dir: "auto" }))));
      read = () => boxes.filter((/** @type {any} */ box) => box.checked).map((/** @type {any} */ box) => box.value);
    }
  } else {
    const long = field.widget === "textarea" || field.widget === "richtext" || (values[0] ?? action.draft ?? "").length > 80;
    const type = /** @type {any} */ ({ email: "email", tel: "tel", url: "url", number: "number", date: "date" })[field.widget] ?? "text";
    const box = long ? el("textarea", { id, "aria-label": action.label, dir: "auto" }) : el("input", { id, type, "aria-label": action.label, dir: "auto" });
    box.value = typed ?? values[0] ?? "";
    box.addEventListener("input", () => on.type(action.fieldId, box.value));
    if (field.maxLength) box.maxLength = field.maxLength;
    control = box;
    read = () => (box.value.trim() ? [box.value] : []);
  }
  const scope = el("select", { class: "scope", "aria-label": "Keep the answer for" },
    el("option", { value: "", text: "this form only" }), el("option", { value: "posting", text: "this job" }), el("option", { value: "company", text: "this company" }), el("option", { value: "general", text: "every application" }));
  const use = el("button", { class: "button", text: "Use", onclick: () => {
    const given = read();
    if (!given.length) return;
    close();
    void on.keep(action, given, scope.value);
  } });
  const about = el("div", { role: "status" });
  const draft = control.matches("textarea") && el("button", { class: "button quiet", text: "Draft from facts" });
  if (draft) draft.addEventListener("click", () => void busy(draft, async () => {
    about.replaceChildren(el("p", { class: "source" }, "Writing from your facts … ", el("button", { class: "plain small", text: "Cancel", onclick: () => on.dropDraft(action.fieldId) })));
    const { said: made, trouble } = await on.draft(action.fieldId).then((/** @type {any} */ one) => ({ said: one }), (/** @type {any} */ one) => ({ trouble: one }));
    if (made?.text) {
      /** @type {HTMLTextAreaElement} */ (control).value = made.text;
      on.type(action.fieldId, made.text);
    }
    about.replaceChildren(...(trouble ? [el("p", { class: "source", text: [trouble.title, trouble.hint].filter(Boolean).join(". ") })] : draftNotes(made)));
    control.focus();
  }));
  const meaning = el("select", { class: "scope", "aria-label": `What is asked: ${action.label}`, onchange: (/** @type {any} */ event) => event.target.value && on.correct(action.fieldId, event.target.value) },
    el("option", { value: "", text: action.meaning ? "It asks for something else …" : "It asks for …" }), ...Object.entries(MEANINGS).filter(([key]) => key !== action.meaning).map(([key, text]) => el("option", { value: key, text })));
  return el("div", { class: "edit" }, control, el("div", { class: "row" }, use, scope, draft, el("button", { class: "button quiet", text: "Close", onclick: close })), about, el("div", {}, meaning));
}

/** What a draft rests on, and what was left out of it. @param {any} made */
function draftNotes(made) {
  const cited = made.facts?.length ? el("details", { class: "source" }, el("summary", { text: made.facts.length === 1 ? "1 fact behind it" : `${made.facts.length} facts behind it` }), el("ul", {}, ...made.facts.map((/** @type {any} */ one) => el("li", { text: one.text, dir: "auto" })))) : null;
  const dropped = made.dropped?.length ? el("details", { class: "source" }, el("summary", { text: `${made.dropped.length} left out: no fact says so` }), el("ul", {}, ...made.dropped.map((/** @type {any} */ one) => el("li", {}, el("del", { text: one.text, dir: "auto" }), ` ${one.reasons.join(" ")}`)))) : null;
  const first = !made.text ? "Your facts say too little for this." : made.source === "model" ? "From your facts; every sentence was checked against them. Read it before you use it." : "An outline of your own sentences. Put it in order before you use it.";
  return [el("p", { class: "source", text: [first, made.note].filter(Boolean).join(" ") }), cited, dropped].filter((one) => one !== null);
}
