//# allFunctionsCalledOnLoad
// @ts-check
// A form as its person sees it, as the JSON of `Snapshot` (companion/model/form.py). Pure reading: nothing on the page changes,
// no event is sent. Ends at its budget, whatever the page does. Runs after dom, visible, widget, groups,
// label, notes, area, parts and surroundings.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.scan) return;
  const { page, parent, walk, textOf, remember } = sincerely.dom;
  const { widget, groups, label, notes, area, visible, surroundings } = sincerely;

  const BUDGET_MS = 1500;
  const MAX_FIELDS = 1500;
  const MAX_ELEMENTS = 200_000;
  const MAX_ATTRIBUTE = 200;
  const MAX_NAME = 1_000;
  const ATTRIBUTES = [
    "data-automation-id", "data-field-path", "data-testid", "data-test", "data-test-id", "data-ui", "data-qa", "data-name",
    "data-fkit-id", "itemprop", "inputmode", "aria-label", "title",
  ]; // prettier-ignore
  /** The first of these may stand on a box around the field. */
  const MEANT_AROUND = 10;
  const AROUND = ATTRIBUTES.slice(0, MEANT_AROUND).map((name) => `[${name}]`).join();
  /** What a scan looks at: controls, buttons, headings, frames. */
  const MET =
    'input, select, textarea, button, canvas, iframe, frame, h1, h2, h3, h4, h5, h6, legend, [role], [contenteditable], [class*="chip" i], a:not([href]), a[href^="#"], a[href^="javascript:"], ' +
    sincerely.zones.MET;
  const HEADINGS = new Set(["H1", "H2", "H3", "H4", "H5", "H6", "LEGEND"]);
  const XHTML = "http://www.w3.org/1999/xhtml";
  const CAPTCHA = /captcha|turnstile|cf-chl/i;
  /** Ids a framework makes up anew at each load say nothing about the field. */
  const MADE_UP = /^(:r|radix-|react-select-|mui-|headlessui-|ember\d|ext-gen|downshift-|select2-)|[0-9a-f]{8}-[0-9a-f]{4}|\d{5,}/i;

  /**
   * @typedef {{element: Element, kind: string, members: Element[], box: Element | null, section?: string}} Control
   * @param {number} until time at which to stop @param {number} most fields
   */
  function collect(until, most) {
    /** @type {Control[]} */
    const controls = [];
    /** @type {{element: Element, section: string, at: number}[]} */
    const buttons = [];
    /** @type {Element[]} */
    const frames = [];
    const grouped = new Set();
    /** @type {{element: Element, text: string} | null} */
    let heading = null;
    let count = 0;
    let truncated = false;
    let main = "";
    walk(page, MET, (element) => {
      if (++count % 256 === 0 && performance.now() > until) truncated = true;
      if (count > MAX_ELEMENTS || controls.length >= most) truncated = true;
      if (truncated) return false;
      const tag = element.tagName;
      const role = element.getAttribute("role");
      if (tag === "IFRAME" || tag === "FRAME") frames.push(element);
      else if (HEADINGS.has(tag) || role === "heading") {
        const text = textOf(element, { limit: 300 }).slice(0, 300);
        if (text) heading = { element, text };
        if (tag === "H1" && !main) main = text;
      }
      if (element.namespaceURI !== XHTML) return;
      const kind = widget.kind(element);
      if (kind) {
        if (!grouped.has(element)) controls.push({ element, kind, members: [], box: null, section: sectionOf(element, heading) });
        return;
      }
      const chip = groups.chip(element);
      // A link that leads nowhere works as a button, where it adds something.
      const link = tag === "A" && !role;
      if (tag !== "BUTTON" && tag !== "INPUT" && role !== "button" && !chip && !link) return;
      if (tag === "INPUT" && !/^(submit|button|image)$/.test(/** @type {HTMLInputElement} */ (element).type)) return;
      const row = link ? null : groups.buttonGroup(element);
      if (row) {
        for (const one of row) grouped.add(one);
        controls.push({ element, kind: "buttons", members: row, box: parent(element), section: sectionOf(element, heading) });
      } else if (!grouped.has(element) && !chip) buttons.push({ element, section: sectionOf(element, heading), at: controls.length });
    });
    return { controls, buttons, frames, truncated, main };
  }

  /** A legend speaks only within its own fieldset. @param {Element} element @param {{element: Element, text: string} | null} heading */
  function sectionOf(element, heading) {
    if (!heading) return "";
    if (heading.element.tagName !== "LEGEND") return heading.text;
    const fieldset = heading.element.closest("fieldset");
    return !fieldset || fieldset.contains(element) ? heading.text : "";
  }

  /** Fields out of controls: groups made, stand-ins of one question dropped. @param {Control[]} controls */
  function toFields(controls) {
    const rest = controls.filter(({ kind }) => kind !== "buttons");
    const made = /** @type {Control[]} */ (groups.group(rest));
    const bars = controls.filter(({ kind }) => kind === "buttons");
    if (!bars.length) return made;
    // A hidden check box beside its Yes and No buttons is how the page keeps their answer, not a second question.
    const kept = made.filter(({ element, kind }) => kind !== "checkbox" || !bars.some(({ box }) => box?.contains(element) || (box && parent(box)?.contains(element))));
    const order = new Map(controls.map((control, index) => [control.element, index]));
    return [...kept, ...bars].sort((one, other) => (order.get(one.element) ?? 0) - (order.get(other.element) ?? 0));
  }

  /** How many fields each ancestor holds: one, or several. @param {Control[]} fields */
  function counter(fields) {
    /** The only field of an ancestor; null where it holds several, and so does all above it. @type {WeakMap<Element, Control | null>} */
    const only = new WeakMap();
    for (const field of fields)
      for (const one of field.members.length ? field.members.slice(0, 40) : [field.element])
        for (let at = parent(one); at; at = parent(at)) {
          const known = only.get(at);
          if (known === null || known === field) break;
          only.set(at, known ? null : field);
        }
    return (/** @type {Element} */ element) => (only.get(element) ? 1 : 2);
  }

  /** @param {Element} element @param {Element} box */
  function attributesOf(element, box) {
    /** @type {Record<string, string>} */
    const found = {};
    for (let at = /** @type {Element | null} */ (element), level = 0; at && level < 6; at = parent(at), level++) {
      // One question for all of them: hardly an element around a field has any.
      if (!level || at.matches(AROUND))
        for (const name of level ? ATTRIBUTES.slice(0, MEANT_AROUND) : ATTRIBUTES) {
          const text = at.getAttribute(name);
          if (text && !(name in found)) found[name] = text.slice(0, MAX_ATTRIBUTE);
        }
      if (at === box) break;
    }
    return found;
  }

  /** @param {Element} element */
  function formOf(element) {
    const form = /** @type {HTMLInputElement} */ (element).form ?? element.closest("form");
    if (!form) return "";
    // Not asked of the form itself: a field of its own may go by that name.
    const named = ["id", "name", "aria-label"].map((name) => Element.prototype.getAttribute.call(form, name)).find(Boolean);
    return named || `form-${Array.prototype.indexOf.call(page.forms, form)}`;
  }

  /**
   * One control as a Field. @param {Control} field
   * @param {{fieldsIn: (element: Element) => number, around: any, areas: Map<Element, string>, taken: Set<string>, frame: string, position: number}} context
   */
  function describe(field, { fieldsIn, around, areas, taken, frame, position }) {
    const { element, kind, members } = field;
    const input = /** @type {HTMLInputElement} */ (element);
    const attribute = (/** @type {string} */ name) => element.getAttribute(name) ?? "";
    const box = label.boxOf(members.length ? commonBox(members, fieldsIn) : element, fieldsIn);
    const found = label.find(field, box);
    const name = attribute("name").slice(0, MAX_NAME);
    const htmlId = element.id.slice(0, MAX_NAME);
    const text = label.clean(found.text);
    const options = widget.options(field);
    const form = formOf(element);
    const words = `${name} ${htmlId} ${attribute("data-automation-id")} ${box === element ? "" : (box.getAttribute("data-automation-id") ?? "")}`;
    const trapText = text.length < 200 ? text : "";
    // Sections of an empty date may stand faint behind their label: what the person sees is the box around them.
    const seenAt = kind === "date" && members.length ? (field.box ?? element) : element;
    const hiddenReason =
      visible.reason(seenAt, kind, words, around, trapText) ||
      (members.length && kind !== "date" && !members.some((one) => !visible.reason(one, kind, "", around, "")) ? "display" : "");
    const shown = hiddenReason && (widget.hiddenByLibrary(element) || widget.editorOf(element)) && visibleBeside(element, around) ? "" : hiddenReason;
    const stable = htmlId && !MADE_UP.test(htmlId) ? htmlId : "";
    const own = sincerely.entries?.inside(element);
    const mark = [kind, name || stable || attribute("data-automation-id"), stable, name || stable ? "" : text, form].join("|");
    return {
      id: remember(element, members, mark, taken),
      widget: kind,
      label: text,
      labelSource: found.source,
      section: own ? own.section : field.section === found.text ? "" : (field.section ?? ""),
      help: notes.help(element, box, found),
      error: notes.error(element, box),
      placeholder: (attribute("placeholder") || attribute("aria-placeholder") || attribute("data-placeholder")).slice(0, 300),
      name,
      htmlId,
      autocomplete: attribute("autocomplete").trim().toLowerCase().slice(0, 100),
      type: element instanceof HTMLInputElement ? element.type : "",
      attributes: attributesOf(element, box),
      required: notes.required(field, found, box),
      visible: shown === "",
      hiddenReason: shown,
      disabled: element.matches(":disabled") || attribute("aria-disabled") === "true" || (input.readOnly === true && !chosen(element, kind)),
      multiple: kind === "multiselect" || kind === "checkboxes" || input.multiple === true || attribute("aria-multiselectable") === "true",
      maxLength: input.maxLength > 0 ? input.maxLength : null,
      minimum: attribute("min") || attribute("aria-valuemin"),
      maximum: attribute("max") || attribute("aria-valuemax"),
      step: attribute("step"),
      pattern: attribute("pattern").slice(0, 500),
      accept: attribute("accept").slice(0, 300),
      options,
      optionsOpen: kind === "combobox" && options.length === 0,
      value: widget.value(field),
      checked: kind === "checkbox" && widget.checked(element),
      frame,
      form,
      area: area.of(element, areas),
      inside: own?.opener.id ?? "",
      group: "",
      part: "",
      position,
    };
  }

  /** A text box that only refuses typing: its value is picked from a list or a calendar. An empty one has no other use. @param {Element} element @param {string} kind */
  const chosen = (element, kind) => kind === "combobox" || /** @type {HTMLInputElement} */ (element).value === "";

  /** The closest ancestor of all members that holds no other field. @param {Element[]} members @param {(element: Element) => number} fieldsIn */
  function commonBox(members, fieldsIn) {
    let box = members[0];
    for (let level = 0; level < 12 && !members.every((one) => box.contains(one)); level++) {
      const above = parent(box);
      if (!above || fieldsIn(above) > 1) break;
      box = above;
    }
    return box;
  }

  /** What the last scan knew of its controls: `scanField` describes one of them without another walk. */
  let last = { controls: /** @type {WeakMap<Element, [Control, number]>} */ (new WeakMap()), fieldsIn: (/** @type {Element} */ _) => 2, frame: "" };

  /** @param {Element} element @param {any} around */
  function visibleBeside(element, around) {
    for (const beside of [element.nextElementSibling, element.previousElementSibling, parent(element)])
      if (beside && !visible.hiddenReason(beside, around)) return true;
    return false;
  }

  /** @param {{frame?: string, budgetMs?: number, maxFields?: number}} [options] */
  function look({ frame = "", budgetMs = BUDGET_MS, maxFields = MAX_FIELDS } = {}) {
    const until = performance.now() + budgetMs;
    sincerely.dom.lookAnew();
    const seen = collect(until, maxFields);
    const around = visible.surroundings();
    const areas = new Map();
    const taken = new Set();
    const controls = toFields(seen.controls);
    const fieldsIn = counter(controls);
    const fields = [];
    last = { controls: new WeakMap(controls.map((control, index) => [control.element, [control, index]])), fieldsIn, frame };
    let truncated = seen.truncated;
    for (const [position, control] of controls.entries()) {
      if (position % 16 === 0 && performance.now() > until) {
        truncated = true;
        break;
      }
      if (CAPTCHA.test(`${control.element.id} ${control.element.getAttribute("name") ?? ""}`) && control.kind === "textarea") continue;
      fields.push(describe(control, { fieldsIn, around, areas, taken, frame, position }));
    }
    sincerely.parts(fields);
    const hidden = (/** @type {Element} */ element) => visible.hiddenReason(element, around);
    const opened = sincerely.entries ? [...sincerely.entries.opened.values()].filter(sincerely.entries.open).map((one) => one.opener) : [];
    const order = new Map(seen.controls.map(({ element }, index) => [element, index]));
    /** The field that a button with `at` controls before it follows. @param {number} at */
    const before = (at) => fields.findLast(({ position }) => (order.get(controls[position].element) ?? at) < at)?.id ?? "";
    return {
      url: location.href,
      title: page.title.slice(0, 500),
      language: page.documentElement.lang,
      heading: seen.main,
      fields,
      buttons: surroundings.buttons(seen.buttons, taken, frame, formOf, hidden, before, opened),
      ...surroundings.steps(),
      errors: surroundings.errors(),
      challenge: surroundings.challenge(seen.frames),
      frames: seen.frames
        .filter((one) => !hidden(one) && !CAPTCHA.test(one.getAttribute("src") ?? ""))
        .map((one) => /** @type {HTMLIFrameElement} */ (one).src || one.getAttribute("name") || "about:srcdoc")
        .slice(0, 50),
      truncated,
    };
  }

  sincerely.scan = (/** @type {Parameters<typeof look>[0]} */ options) => sincerely.ties.reading(() => look(options));

  /**
   * One element as a Field, as it is at this moment: for a check right before it is filled.
   * @param {Element} element
   * @returns {ReturnType<typeof describe> | null} null where it is no field (any more)
   */
  sincerely.scanField = (element) => {
    if (!last.controls.has(element)) sincerely.scan({ frame: last.frame });
    const [known, position] = last.controls.get(element) ?? [];
    const kind = known && (known.members.length ? known.kind : widget.kind(element));
    if (!known || !kind || !element.isConnected) return null;
    const { fieldsIn, frame } = last;
    return describe({ ...known, kind }, { fieldsIn, around: visible.surroundings(), areas: new Map(), taken: new Set(), frame, position: position ?? 0 });
  };
})();
