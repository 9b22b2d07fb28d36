//# allFunctionsCalledOnLoad
// @ts-check
// What kind of control stands on the page, what can be chosen and what is chosen now. Needs dom.js.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.widget) return;
  const { page, parent, treeOf, runs, textOf } = sincerely.dom;
  const { referred, labelsOf } = sincerely.ties;

  const MAX_OPTIONS = 600;
  const MAX_TEXT = 200;
  const MOST_AROUND_INPUT = 60;
  const NO_FIELD = new Set(["hidden", "submit", "button", "image", "reset"]);
  const TYPED = new Set(["email", "tel", "url", "number", "password", "date", "month", "time", "search", "range", "color", "file"]);
  const TEXTS = new Set(["text", "email", "tel", "url", "number", "search"]);
  const CHOICE_ROLES = new Set(["combobox", "listbox", "radiogroup", "checkbox", "switch", "textbox", "searchbox", "spinbutton"]);
  const NATIVE = new Set(["INPUT", "SELECT", "TEXTAREA", "BUTTON", "CANVAS"]);
  const POPUP = /^(listbox|menu|tree|grid|dialog|true)$/;
  const SIGNATURE = /signature|sign[-_]?pad/i;
  const HIDDEN_BY_LIBRARY = /select2-hidden|chosen-select|selectized|choices__input|nice-select|tomselected|ui-selectmenu|selectpicker/;

  /** @param {Element} element @param {string} name */
  const attribute = (element, name) => (element.getAttribute(name) ?? "").trim();

  /**
   * The kind of control, or "" where the element is none that a person fills in.
   * @param {Element} element
   */
  function kind(element) {
    const tag = element.tagName;
    if (!NATIVE.has(tag) && !element.hasAttribute("contenteditable")) {
      if (sincerely.zones.is(element)) return "file";
      if (!element.hasAttribute("role")) return "";
    }
    const role = attribute(element, "role").toLowerCase();
    switch (tag) {
      case "INPUT": {
        const type = /** @type {HTMLInputElement} */ (element).type;
        if (NO_FIELD.has(type)) return "";
        // How frameworks make their own widgets take part in a form: nobody sees or reaches it.
        if (TEXTS.has(type) && attribute(element, "aria-hidden") === "true" && attribute(element, "tabindex") === "-1") return "";
        if (type === "radio" || type === "checkbox") return standsForDrawn(element) ? "" : type;
        if (role === "combobox" || type === "text" || type === "search") {
          if (searchesPopup(element)) return "";
          const list = attribute(element, "aria-autocomplete");
          // What opens a dialog and offers no list is typed into: a date with its calendar.
          if (attribute(element, "aria-haspopup") === "dialog" && list !== "list" && list !== "both") return type === "search" ? "search" : "text";
          if (role === "combobox" || list === "list" || list === "both" || attribute(element, "list")) return "combobox";
          if (POPUP.test(attribute(element, "aria-haspopup")) && attribute(element, "aria-haspopup") !== "dialog") return "combobox";
        }
        if (type === "datetime-local") return "date";
        return TYPED.has(type) ? type : "text";
      }
      case "SELECT":
        // Where a drawn list keeps its value: without options, and unless a library fills it, it is nothing to choose from.
        if (attribute(element, "aria-hidden") === "true" && /** @type {HTMLSelectElement} */ (element).options.length === 0 && !hiddenByLibrary(element)) return "";
        return /** @type {HTMLSelectElement} */ (element).multiple ? "multiselect" : "select";
      case "TEXTAREA":
        return "textarea";
      case "CANVAS":
        return SIGNATURE.test(`${element.id} ${element.className} ${attribute(element, "aria-label")}`) ? "signature" : "";
      case "BUTTON":
        // The arrow of a list that is typed into is no second list.
        if (attribute(element, "tabindex") === "-1" && parent(element)?.querySelector('input[role="combobox"]')) return "";
        if (role === "combobox" || attribute(element, "aria-haspopup") === "listbox") return standsForSelect(element) ? "" : "combobox";
        if (role === "switch" || role === "checkbox") return "checkbox";
        return role === "radio" ? "radio" : "";
    }
    if (element === page.body && frameElement) return "";
    if (role === "spinbutton" && element.hasAttribute("contenteditable")) return "date";
    if (element.hasAttribute("contenteditable") && /** @type {HTMLElement} */ (element).isContentEditable) {
      const above = /** @type {HTMLElement | null} */ (parent(element));
      return above?.isContentEditable || drawnFor(element) ? "" : "richtext";
    }
    if (!role) return "";
    if (role === "radio") return "radio";
    if (role === "checkbox" || role === "switch") return "checkbox";
    if (role === "combobox") return element.querySelector("input:not([type=hidden]), textarea") || standsForSelect(element) ? "" : "combobox";
    if (role === "listbox") return standing(element) ? "listbox" : "";
    if (role === "slider") return "range";
    if (role === "spinbutton") return "number";
    return "";
  }

  /**
   * Where the text of a hidden text area is really written: the editor a library put beside it, in a frame of its own or not.
   * @param {Element} area @returns {HTMLElement | null}
   */
  function editorOf(area) {
    if (area.tagName !== "TEXTAREA" || area.checkVisibility({ visibilityProperty: true })) return null;
    for (const beside of [area.nextElementSibling, area.nextElementSibling?.nextElementSibling, area.previousElementSibling]) {
      if (!beside || beside.matches("input,select,textarea,label")) continue;
      const region = beside.matches('[contenteditable="true"]') ? beside : beside.querySelector('[contenteditable="true"]:not([role="spinbutton"])');
      if (region) return /** @type {HTMLElement} */ (region);
      const frame = /** @type {HTMLIFrameElement | null} */ (beside.matches("iframe") ? beside : beside.querySelector("iframe"));
      const body = frame?.contentDocument?.body;
      if (body?.isContentEditable) return body;
    }
    return null;
  }

  /** Whether an editable region is the editor of a hidden text area, which is the field then. @param {Element} region */
  function drawnFor(region) {
    for (let at = /** @type {Element | null} */ (region), level = 0; at && level < 6 && !at.matches("form,fieldset,body"); at = parent(at), level += 1)
      for (const beside of [at.previousElementSibling, at.previousElementSibling?.previousElementSibling, at.nextElementSibling])
        if (beside && editorOf(beside) === region) return true;
    return false;
  }

  /** A hidden box that only carries the answer of a drawn one beside it to the server. @param {Element} input */
  function standsForDrawn(input) {
    if (attribute(input, "aria-hidden") !== "true" || attribute(input, "tabindex") !== "-1") return false;
    return [input.previousElementSibling, input.nextElementSibling].some((one) => one?.matches('[role="checkbox"], [role="switch"], [role="radio"]'));
  }

  /** The search box in the popup of another control: it narrows that control's list. @param {Element} element */
  function searchesPopup(element) {
    const popup = element.closest('[role="dialog"][id], [role="listbox"][id], [role="menu"][id]');
    if (!popup || popup.querySelectorAll("input:not([type=hidden]), select, textarea").length > 1) return false;
    const root = treeOf(element);
    const opener = root.querySelector?.(`[aria-haspopup][aria-controls~="${CSS.escape(popup.id)}"], [aria-haspopup][aria-owns~="${CSS.escape(popup.id)}"]`);
    return opener !== null && opener !== undefined && !popup.contains(opener) && opener !== element;
  }

  /** A drawn list beside the native select that keeps its value: the select is the field. @param {Element} element */
  function standsForSelect(element) {
    for (let at = /** @type {Element | null} */ (element), level = 0; at && level < 4; at = parent(at), level++) {
      for (const beside of [at.previousElementSibling, at.nextElementSibling])
        if (beside instanceof HTMLSelectElement && beside.options.length > 0 && putAway(beside)) return true;
      if (at.querySelector("input:not([type=hidden])")) return false;
    }
    return false;
  }

  /** A listbox that stands in the form by itself and is not the popup of a combobox. @param {Element} element */
  function standing(element) {
    if (!element.querySelector('[role="option"]')) return false;
    const root = treeOf(element);
    if (element.id && root.querySelector?.(`[aria-controls~="${CSS.escape(element.id)}"],[aria-owns~="${CSS.escape(element.id)}"]`))
      return false;
    return element.checkVisibility() && getComputedStyle(element).position !== "absolute";
  }

  /** Whether a library took a native select out of sight and reach. @param {Element} select */
  function putAway(select) {
    if (hiddenByLibrary(select) || attribute(select, "aria-hidden") === "true" || attribute(select, "tabindex") === "-1") return true;
    if (!select.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return true;
    const box = select.getBoundingClientRect();
    return box.width <= 3 || box.height <= 3;
  }

  /** The words beside one radio or checkbox. @param {Element} member */
  function caption(member) {
    let text = labelsOf(member).map((label) => textOf(label)).filter(Boolean).join(" ");
    text ||= referred(member, "aria-labelledby").map((label) => textOf(label)).join(" ");
    text ||= attribute(member, "aria-label");
    if (!text && !(member instanceof HTMLInputElement)) text = member.textContent?.replace(/\s+/g, " ").trim() ?? "";
    if (!text) {
      // Plain text or an unlinked element right behind the box, else right before it.
      text = beside(member, "nextSibling") || (parent(member)?.childElementCount === 1 ? beside(/** @type {Element} */ (parent(member)), "nextSibling") : "");
      text ||= beside(member, "previousSibling");
    }
    text ||= attribute(member, "title") || attribute(member, "value");
    return text.slice(0, 1000);
  }

  /** @param {Element} element @param {"nextSibling" | "previousSibling"} direction */
  function beside(element, direction) {
    for (let node = element[direction], steps = 0; node && steps < 4; node = node[direction], steps++) {
      if (node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()) return node.nodeValue.replace(/\s+/g, " ").trim();
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      const at = /** @type {Element} */ (node);
      if (kind(at) || at.querySelector("input, select, textarea")) return "";
      const text = textOf(at);
      if (text) return text;
    }
    return "";
  }

  /** @param {Element} option */
  function optionOf(option) {
    const label = attribute(option, "label") || option.textContent?.replace(/\s+/g, " ").trim() || attribute(option, "aria-label");
    return {
      value: attribute(option, "data-value") || attribute(option, "value") || label.slice(0, MAX_TEXT),
      label: label.slice(0, MAX_TEXT),
      selected: attribute(option, "aria-selected") === "true",
      disabled: attribute(option, "aria-disabled") === "true",
    };
  }

  /** @param {Element} member */
  const checked = (member) =>
    member instanceof HTMLInputElement
      ? member.checked
      : attribute(member, "aria-checked") === "true" || attribute(member, "aria-pressed") === "true";

  /** @param {{element: Element, kind: string, members: Element[]}} field */
  function options({ element, kind: kindOf, members }) {
    if (element instanceof HTMLSelectElement)
      return Array.from({ length: Math.min(element.options.length, MAX_OPTIONS) }, (_, index) => element.options[index]).map((option) => ({
        value: option.value.slice(0, MAX_TEXT),
        label: (option.label || option.text).replace(/\s+/g, " ").trim().slice(0, MAX_TEXT),
        selected: option.selected,
        disabled: option.disabled,
      }));
    if (kindOf === "date") return [];
    if (members.length)
      return members.slice(0, MAX_OPTIONS).map((member) => {
        const label = caption(member);
        return {
          value: (attribute(member, "value") || label).slice(0, MAX_TEXT),
          label: label.slice(0, 500),
          selected: checked(member),
          disabled: /** @type {any} */ (member).disabled === true || attribute(member, "aria-disabled") === "true",
        };
      });
    if (element instanceof HTMLInputElement && element.list) return [...element.list.options].slice(0, MAX_OPTIONS).map(optionOf);
    if (kindOf === "listbox") return [...element.querySelectorAll('[role="option"]')].slice(0, MAX_OPTIONS).map(optionOf);
    if (kindOf === "combobox") {
      for (const list of popups(element)) {
        const found = list.querySelectorAll('[role="option"], [role="menuitem"], option');
        if (found.length) return [...found].slice(0, MAX_OPTIONS).map(optionOf);
      }
    }
    return [];
  }

  /** The lists a combobox names as its own. @param {Element} element */
  const popups = (element) => [...referred(element, "aria-controls"), ...referred(element, "aria-owns")];

  /**
   * Day, month and year of a date that is typed in sections, told apart by the numbers they take; null for other sections.
   * @param {Element[]} members @returns {{ day?: Element, month: Element, year: Element } | null}
   */
  function sections(members) {
    const top = (/** @type {Element} */ member) => Number(member.getAttribute("aria-valuemax"));
    const found = (/** @type {(most: number) => boolean} */ fits) => members.filter((member) => fits(top(member)));
    const [months, days, years] = [found((most) => most === 12), found((most) => most >= 28 && most <= 31), found((most) => most > 1900)];
    if (months.length !== 1 || years.length !== 1 || days.length > 1 || months.length + days.length + years.length !== members.length) return null;
    return { day: days[0], month: months[0], year: years[0] };
  }

  /** The date that sections hold, as `YYYY-MM-DD`; "" until all are given. @param {Element[]} members */
  function sectionedDate(members) {
    const parts = sections(members);
    const held = [parts?.year, parts?.month, parts?.day].filter((part) => part !== undefined).map((part) => part?.getAttribute("aria-valuenow") ?? "");
    return parts && held.every(Boolean) ? held.map((part, index) => part.padStart(index ? 2 : 4, "0")).join("-") : "";
  }

  /** What the control holds now, as a person reads it; never a password. @param {{element: Element, kind: string, members: Element[]}} field */
  function value({ element, kind: kindOf, members }) {
    if (kindOf === "date" && members.length) return sectionedDate(members);
    const editor = kindOf === "textarea" ? editorOf(element) : null;
    if (editor) return (editor.innerText ?? "").trim();
    if (members.length) return members.filter(checked).map(caption).join(", ");
    if (kindOf === "password" || kindOf === "signature") return "";
    if (element instanceof HTMLSelectElement)
      return [...element.selectedOptions].map((option) => option.text.replace(/\s+/g, " ").trim()).join(", ");
    if (kindOf === "file") return [.../** @type {HTMLInputElement} */ (element).files ?? []].map((file) => file.name).join(", ");
    if (kindOf === "checkbox") return "";
    if (kindOf === "combobox") {
      const typed = /** @type {HTMLInputElement} */ (element).value;
      if (typed) return typed.slice(0, 2000);
      if (element.tagName !== "INPUT") return (element.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, MAX_TEXT);
      return shown(element);
    }
    if (kindOf === "richtext") return runs(element, { skip: () => false }).map((run) => run.text).join("\n") || (element.textContent ?? "").trim();
    if (kindOf === "range" || kindOf === "number")
      return /** @type {HTMLInputElement} */ (element).value ?? attribute(element, "aria-valuetext") ?? attribute(element, "aria-valuenow");
    return String(/** @type {HTMLInputElement} */ (element).value ?? "").slice(0, 20000);
  }

  /** The chosen value that a searchable select shows beside its input. @param {Element} input */
  function shown(input) {
    let at = parent(input);
    for (let level = 0; at && level < 4; level++, at = parent(at)) {
      if (at.getElementsByTagName("*").length > MOST_AROUND_INPUT) break;
      const single = at.querySelectorAll(
        '[class*="single-value" i], [class*="singleValue" i], [class*="multi-value__label" i], [class*="multiValueLabel" i], [class*="MuiChip-label"], [class*="selection-item-content"], [class*="selection-item"]',
      );
      if (single.length) return [...new Set([...single].map((one) => one.textContent?.trim() ?? ""))].filter(Boolean).join(", ");
      if (at.querySelectorAll("input:not([type=hidden])").length > 1) break;
    }
    return "";
  }

  /** A native select that a library hides behind its own widget stays the field. @param {Element} element */
  const hiddenByLibrary = (element) => element.tagName === "SELECT" && HIDDEN_BY_LIBRARY.test(element.className);

  sincerely.widget = { kind, options, value, checked, caption, hiddenByLibrary, editorOf, sections, sectionedDate, CHOICE_ROLES };
})();
