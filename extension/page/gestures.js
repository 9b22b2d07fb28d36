// @ts-check
// How a person touches a page: focus, typing, pressing, attaching, with the events that frameworks listen for.
// Works on values and events only; what may be touched is fill.js's decision. Never lets a press submit a form. Needs dom.js.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.gestures) return;

  /** The browser's own setter, which no page can replace in our world. @param {object} prototype @param {string} name */
  const setter = (prototype, name) => /** @type {(this: any, value: any) => void} */ (Object.getOwnPropertyDescriptor(prototype, name)?.set);
  const set = {
    input: setter(HTMLInputElement.prototype, "value"),
    textarea: setter(HTMLTextAreaElement.prototype, "value"),
    select: setter(HTMLSelectElement.prototype, "value"),
    checked: setter(HTMLInputElement.prototype, "checked"),
    files: setter(HTMLInputElement.prototype, "files"),
  };

  /** Elements that took a trusted edit: the person's own. @type {WeakSet<EventTarget>} */
  const touched = new WeakSet();
  let writing = 0;
  let pressing = 0;
  /** The form of its own of an entry that is being kept: it may hear that it is sent, and sends nothing. @type {Element | null} */
  let keeping = null;
  for (const kind of ["input", "change"]) {
    addEventListener(kind, (event) => {
      if (event.isTrusted && !writing) for (const node of event.composedPath().slice(0, 4)) touched.add(node);
    }, { capture: true, passive: true });
  }
  /** Stops what a press of ours would send. @param {Event} event */
  function stop(event) {
    if (!pressing) return;
    const form = /** @type {Element} */ (event.composedPath()[0]);
    const own = keeping && sincerely.dom.holds(keeping, form);
    const by = /** @type {SubmitEvent} */ (event).submitter;
    const method = by?.getAttribute("formmethod") ?? Element.prototype.getAttribute.call(form, "method");
    if (own && method?.toLowerCase() === "dialog") return;
    event.preventDefault();
    if (!own) event.stopImmediatePropagation();
  }
  addEventListener("submit", stop, { capture: true });

  /** @param {number} ms */
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  /**
   * Polls until `probe` answers truthy.
   * @template T
   * @param {() => T} probe
   * @param {number} [limit] milliseconds
   * @param {number} [step] milliseconds
   * @returns {Promise<T | null>} what `probe` answered, or null after `limit`
   */
  async function until(probe, limit = 2000, step = 25) {
    const end = performance.now() + limit;
    for (;;) {
      const answer = probe();
      if (answer) return answer;
      if (performance.now() >= end) return null;
      await pause(step);
    }
  }

  /** Every event of one write happens inside, so that it is never taken for the person's. @param {() => void} act */
  function write(act) {
    writing += 1;
    try {
      act();
    } finally {
      writing -= 1;
    }
  }

  /** @param {Element} element @param {Event} event */
  function send(element, event) {
    let open = true;
    write(() => { open = element.dispatchEvent(event); });
    return open;
  }

  /** Focus that also tells the page when its window has no focus (the side panel has it). @param {Element} element */
  function focus(element) {
    let told = false;
    const hear = () => { told = true; };
    element.addEventListener("focus", hear, { once: true, capture: true });
    write(() => /** @type {HTMLElement} */ (element).focus?.({ preventScroll: true }));
    element.removeEventListener("focus", hear, { capture: true });
    if (!told) {
      send(element, new FocusEvent("focus", { composed: true }));
      send(element, new FocusEvent("focusin", { bubbles: true, composed: true }));
    }
  }

  /** @param {Element} element */
  function blur(element) {
    let told = false;
    const hear = () => { told = true; };
    element.addEventListener("blur", hear, { once: true, capture: true });
    write(() => /** @type {HTMLElement} */ (element).blur?.());
    element.removeEventListener("blur", hear, { capture: true });
    if (!told) {
      send(element, new FocusEvent("blur", { composed: true }));
      send(element, new FocusEvent("focusout", { bubbles: true, composed: true }));
    }
  }

  /** @param {Element} element @param {string} key @param {{ altKey?: boolean }} [held] */
  function key(element, key, held = {}) {
    const code = key.length === 1 ? (/\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`) : key;
    const keyCode = { Enter: 13, Escape: 27, Tab: 9, ArrowDown: 40, ArrowUp: 38, Backspace: 8, Delete: 46 }[key] ?? key.toUpperCase().charCodeAt(0);
    const about = { ...held, key, code, keyCode, which: keyCode, bubbles: true, composed: true, cancelable: true };
    const open = send(element, new KeyboardEvent("keydown", about));
    return { open, up: () => send(element, new KeyboardEvent("keyup", about)) };
  }

  /** @param {Element} element @param {string} value through the native setter, past a framework's own property */
  function put(element, value) {
    const name = element.localName === "textarea" ? "textarea" : element.localName === "select" ? "select" : "input";
    write(() => set[name].call(element, value));
  }

  /** @param {Element} element @param {string} [data] @param {string} [inputType] */
  function input(element, data = "", inputType = "insertText") {
    send(element, new InputEvent("input", { bubbles: true, composed: true, data, inputType }));
  }

  /** @param {Element} element */
  function change(element) {
    send(element, new Event("change", { bubbles: true }));
  }

  /** Replaces the whole text at once, as a paste or the browser's autofill does. @param {Element} element @param {string} text */
  function replaceText(element, text) {
    const empty = text === "";
    const before = new InputEvent("beforeinput", {
      bubbles: true, composed: true, cancelable: true, data: text, inputType: empty ? "deleteContentBackward" : "insertReplacementText",
    });
    send(element, before);
    put(element, text);
    input(element, text, empty ? "deleteContentBackward" : "insertReplacementText");
  }

  /** Types key by key, for masks that only follow keys. @param {Element} element @param {string} text @param {number} [gap] ms */
  async function typeKeys(element, text, gap = 0) {
    put(element, "");
    input(element, "", "deleteContentBackward");
    for (const letter of text) {
      const pressed = key(element, letter);
      send(element, new KeyboardEvent("keypress", { key: letter, charCode: letter.charCodeAt(0), keyCode: letter.charCodeAt(0), bubbles: true, composed: true, cancelable: true }));
      const open = send(element, new InputEvent("beforeinput", { bubbles: true, composed: true, cancelable: true, data: letter, inputType: "insertText" }));
      if (pressed.open && open) {
        put(element, /** @type {HTMLInputElement} */ (element).value + letter);
        input(element, letter);
      }
      pressed.up();
      if (gap) await pause(gap);
    }
  }

  /** Puts `text` into an editable region through the browser's own editing, as typed text. @param {HTMLElement} region @param {string} text */
  async function editText(region, text) {
    focus(region);
    const root = /** @type {Document} */ (region.ownerDocument);
    const select = () => Document.prototype.getSelection.call(root)?.selectAllChildren(region);
    select();
    await pause(0);
    select();
    // Editors that keep a text of their own hear this event, which the browser's own command does not send. CKEditor would
    // write where its own selection was, for it learns of ours too late.
    const asked = { bubbles: true, composed: true, cancelable: true, data: text || null, inputType: text ? "insertText" : "deleteContentBackward" };
    if (!region.matches(".ck-content") && !send(region, new InputEvent("beforeinput", asked))) {
      if (await until(() => plain(region) === squash(text), 300)) return;
      select();
    }
    if (text === "") {
      const pressed = key(region, "Backspace");
      if (pressed.open) write(() => Document.prototype.execCommand.call(root, "delete"));
      pressed.up();
    } else write(() => Document.prototype.execCommand.call(root, "insertText", false, text));
    await pause(20);
    if (plain(region) === squash(text)) return;
    select();
    await pause(20);
    const clipboard = new DataTransfer();
    clipboard.setData("text/plain", text);
    send(region, new ClipboardEvent("paste", { bubbles: true, composed: true, cancelable: true, clipboardData: clipboard }));
    await pause(40);
  }

  /** @param {string} text */
  const squash = (text) => text.normalize("NFC").replace(/[\u200b\u200c\u200d\ufeff]/g, "").replace(/\s+/g, " ").trim();
  /** @param {HTMLElement} region */
  const plain = (region) => squash(region.innerText ?? region.textContent ?? "");

  /**
   * Presses with the main button as a person does: move, down, a breath, up, click. Any form submission it would
   * cause is stopped.
   * @param {Element} element
   * @param {{ quick?: boolean, focus?: boolean, keeps?: Element | null }} [how] `keeps`: the box of an entry whose own form hears that it is sent
   */
  async function press(element, { quick = false, focus: withFocus = true, keeps = null } = {}) {
    // A submit within a shadow tree is not heard outside it.
    const roots = [];
    for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) roots.push(root);
    for (const root of roots) root.addEventListener("submit", stop, { capture: true });
    const box = element.getBoundingClientRect();
    const at = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
    const common = { ...at, bubbles: true, composed: true, cancelable: true, view: null, button: 0, detail: 1 };
    const pointer = { ...common, pointerId: 1, pointerType: "mouse", isPrimary: true };
    pressing += 1;
    keeping = keeps;
    try {
      send(element, new PointerEvent("pointerover", { ...pointer, buttons: 0 }));
      send(element, new MouseEvent("mouseover", { ...common, buttons: 0 }));
      send(element, new PointerEvent("pointermove", { ...pointer, buttons: 0 }));
      send(element, new MouseEvent("mousemove", { ...common, buttons: 0 }));
      send(element, new PointerEvent("pointerdown", { ...pointer, buttons: 1, pressure: 0.5 }));
      const open = send(element, new MouseEvent("mousedown", { ...common, buttons: 1 }));
      const focusable = /** @type {HTMLElement} */ (element).tabIndex >= 0;
      if (open && withFocus && focusable) focus(element);
      if (!quick) await pause(30);
      const target = element.isConnected ? element : null;
      if (!target) return;
      send(target, new PointerEvent("pointerup", { ...pointer, buttons: 0 }));
      send(target, new MouseEvent("mouseup", { ...common, buttons: 0 }));
      send(target, new PointerEvent("click", { ...pointer, buttons: 0 }));
      if (!quick) await pause(0);
    } finally {
      pressing -= 1;
      keeping = null;
      for (const root of roots) root.removeEventListener("submit", stop, { capture: true });
    }
  }

  /** Rests over what is drawn around an element: some controls show how they are emptied only then. @param {Element} element */
  function hover(element) {
    send(element, new PointerEvent("pointerover", { bubbles: true, composed: true }));
    send(element, new MouseEvent("mouseover", { bubbles: true, composed: true }));
    for (let at = /** @type {Element | null} */ (element), level = 0; at && level < 6 && !at.matches("form,fieldset,body"); at = sincerely.dom.parent(at), level += 1)
      send(at, new MouseEvent("mouseenter", { composed: true }));
  }

  /** @param {HTMLInputElement} box @param {boolean} on for a restored state only: people press instead */
  function setChecked(box, on) {
    write(() => set.checked.call(box, on));
    input(box, "", "insertText");
    change(box);
  }

  /** @param {HTMLInputElement} picker @param {readonly File[]} files */
  function attach(picker, files) {
    const carrier = new DataTransfer();
    for (const file of files) carrier.items.add(file);
    write(() => set.files.call(picker, carrier.files));
    input(picker);
    change(picker);
  }

  /** Lets files go over the middle of a zone, on what is drawn there. @param {Element} zone @param {readonly File[]} files for drop zones that own no reachable file input */
  function drop(zone, files) {
    const carrier = new DataTransfer();
    for (const file of files) carrier.items.add(file);
    zone.scrollIntoView?.({ block: "nearest" });
    const box = zone.getBoundingClientRect();
    const at = sincerely.dom.treeOf(zone).elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const under = at && sincerely.dom.holds(zone, at) ? at : zone;
    for (const kind of ["dragenter", "dragover", "drop"]) {
      send(under, new DragEvent(kind, { bubbles: true, composed: true, cancelable: true, dataTransfer: carrier }));
    }
  }

  /** A quiet outline until the person moves on; nothing the page can select. @param {Element} element */
  function mark(element) {
    if (!element.animate) return;
    const light = element.animate([{ outline: "2px solid #2747C7", outlineOffset: "1px" }, { outline: "2px solid #2747C733", outlineOffset: "1px" }], { duration: 900, fill: "forwards" });
    addEventListener("pointerdown", () => light.cancel(), { once: true, capture: true });
    addEventListener("keydown", () => light.cancel(), { once: true, capture: true });
  }

  sincerely.gestures = {
    mark, touched, pause, until, write, send, focus, blur, key, put, input, change, replaceText, typeKeys, editText, press, hover, setChecked, attach, drop, squash, plain,
  };
})();
