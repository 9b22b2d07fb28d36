// @ts-check
// What the person makes of a form: values they corrected or gave by hand, and the moment they submit. Watches trusted events
// only and sends nothing before the person submits. Needs scan.js and fill.js.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.learn) return;

  const HOLD_MS = 800;
  const OUTCOME_MS = 20_000;
  const MAX_TEXT = 4_000;

  /** The plan of this frame, by field. @type {Map<string, any>} */
  let planned = new Map();
  /** True while an attempt waits for this form's submit. */
  let attempt = false;
  let reported = -Infinity;
  /** True from the press until the form goes on: pressed again meanwhile, it still goes once. */
  let held = false;
  /** @type {{ url: string, fields: number } | null} */
  let sent = null;
  let clicked = "";

  /** @param {any[]} actions @param {boolean} [live] */
  function watch(actions, live) {
    planned = new Map(actions.map((action) => [action.fieldId, action]));
    if (live !== undefined) attempt = live;
    return true;
  }

  /** Answers that are the person's: given by hand where we left a gap, or put in place of ours. */
  function corrections() {
    const wrote = new Map(sincerely.filled().map((/** @type {any} */ entry) => [entry.fieldId, entry.wrote]));
    return sincerely.scan().fields.flatMap((/** @type {any} */ field) => {
      const action = planned.get(field.id);
      if (!action || !field.visible || field.widget === "password" || field.widget === "file" || field.widget === "signature") return [];
      const value = field.widget === "checkbox" ? String(field.checked) : field.value;
      const ours = wrote.get(field.id)?.join(", ");
      if (!value || value === "false" || value === ours) return [];
      const persons = [sincerely.element(field.id), ...sincerely.members(field.id)].some((element) => element && sincerely.gestures.touched.has(element));
      if (ours === undefined && (action.kind !== "leave" || (!persons && field.widget !== "combobox"))) return [];
      return [{
        fieldId: field.id, label: field.label, section: field.section, widget: field.widget, meaning: action.meaning ?? "", subject: action.subject ?? "",
        sensitive: Boolean(action.sensitive), planned: ours ?? "", value: value.slice(0, 5_000), options: field.options.map((/** @type {any} */ option) => option.label).slice(0, 100),
      }];
    });
  }

  /** What a person would read after submitting. */
  function outcome() {
    const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
    const main = document.querySelector("main,[role=main]") ?? document.body;
    return {
      url: location.href,
      title: document.title.slice(0, 300),
      text: (/** @type {HTMLElement} */ (main)?.innerText ?? "").replace(/\s*\n\s*/g, "\n").slice(0, MAX_TEXT),
      status: sent && location.href === sent.url ? 0 : (navigation?.responseStatus ?? 0),
      clicked,
    };
  }

  /** @param {string} text of the button */
  async function submitting(text) {
    const now = performance.now();
    if (now - reported < 1_500) return;
    reported = now;
    clicked = text.slice(0, 100);
    sent = { url: location.href, fields: document.querySelectorAll("input:not([type=hidden]),textarea,select").length };
    const told = sincerely.link.tell({ act: "submitting", corrections: corrections(), url: location.href });
    void follow();
    // Who submits has seen what is filled: nothing more is written into a form that goes.
    sincerely.stop();
    await Promise.race([told, sincerely.gestures.pause(HOLD_MS)]);
  }

  /** After a submit that stays on the page: the page's answer, or its complaint. */
  async function follow() {
    const before = sent;
    const complaints = () => sincerely.surroundings?.errors?.().join() ?? "";
    const prior = complaints();
    await sincerely.gestures.pause(1_500);
    await sincerely.gestures.until(() => {
      const fields = document.querySelectorAll("input:not([type=hidden]),textarea,select").length;
      return location.href !== before?.url || fields < (before?.fields ?? 0) / 2 || complaints() !== prior;
    }, OUTCOME_MS, 400);
    await sincerely.gestures.pause(500);
    void sincerely.link.tell({ act: "outcome", ...outcome() });
  }

  /** On the page that came after a submit. */
  async function arrived() {
    await sincerely.gestures.pause(1_200);
    void sincerely.link.tell({ act: "outcome", ...outcome() });
  }

  /** @param {Event} event @returns {Element | undefined} the button that sends this form */
  function submitter(event) {
    const path = event.composedPath().filter((node) => node instanceof Element);
    const button = /** @type {Element | undefined} */ (path.find((node) => node.matches("button,input[type=submit],input[type=image],[role=button],a")));
    if (!button) return undefined;
    return sincerely.scan().buttons.some((/** @type {any} */ one) => one.kind === "submit" && sincerely.element(one.id) === button) ? button : undefined;
  }

  // A form's own submit is held until the companion has it on record, then goes on as the person started it.
  let released = false;
  addEventListener("submit", (event) => {
    if (!event.isTrusted || !attempt || released || !planned.size) return;
    const form = event.target;
    const by = /** @type {SubmitEvent} */ (event).submitter;
    if (held) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    if (!(form instanceof HTMLFormElement) || performance.now() - reported < 1_500) return;
    // "Next" of a form in steps sends a page of it and is no application yet.
    const button = by ?? form.querySelector("button:not([type=button]):not([type=reset]),input[type=submit]");
    const kind = sincerely.scan().buttons.find((/** @type {any} */ one) => sincerely.element(one.id) === button)?.kind;
    if (kind && kind !== "submit") {
      void sincerely.link.tell({ act: "learned", corrections: corrections() });
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    held = true;
    void submitting(by?.textContent ?? "").catch(() => undefined).then(() => {
      released = true;
      try {
        form.requestSubmit(by?.isConnected ? /** @type {HTMLElement} */ (by) : null);
      } finally {
        released = held = false;
      }
    });
  }, { capture: true });
  // Where scripts send the form there is no submit to hold: it is put on record as the click happens.
  addEventListener("click", (event) => {
    if (!event.isTrusted || !attempt || !planned.size) return;
    const button = submitter(event);
    if (button && !/** @type {HTMLButtonElement} */ (button).form) void submitting(button.textContent ?? "");
  }, { capture: true });

  sincerely.learn = { watch, outcome, arrived, corrections };
})();
