//# allFunctionsCalledOnLoad
// @ts-check
// Places where files are dropped that have no input of their own: known by what the page calls them and what they say.
// Needs dom.js.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.zones) return;
  const { parent } = sincerely.dom;

  /** Where to look for one. */
  const NAMES = ["class", "id", "data-testid", "data-test", "data-automation-id"];
  const MET = NAMES.slice(0, 3).map((name) => `[${name}*="drop" i]:not(input)`).join();
  /** `fileDropArea` is asked as `file-drop-area`. */
  const CALLED = /(^|[^a-z])(drop-?(zone|area|target|box|region|field)|(file|files|resume|cv|document|upload)s?-?drop|drag-?(and-?|n-?)?drop)([^a-z]|$)/i;
  const SAYS = /drag|drop|zieh|ableg|gliss|dépos|arrastr|suelt|solt|trascin|rilasci|sleep|ドラッグ|ドロップ|खींच/i;
  const CONTROLS = "input:not([type=hidden]),select,textarea,[contenteditable=true]";
  /** An input this near takes the files: the zone is only drawn around or beside it. */
  const NEAR = 3;

  /** @param {Element} element */
  const called = (element) => NAMES.some((name) => CALLED.test((element.getAttribute(name) ?? "").replace(/([a-z])([A-Z])/g, "$1-$2")));

  /** @param {Element} element */
  function takes(element) {
    return called(element) && !element.querySelector(CONTROLS) && SAYS.test((element.textContent ?? "").slice(0, 500));
  }

  /** Whether files are dropped here, and nowhere around it, and no input stands for it. @param {Element} element */
  function is(element) {
    if (element.matches("form,body,html,label,button") || !takes(element)) return false;
    for (let at = parent(element), level = 0; at && !at.matches("form,body,fieldset"); at = parent(at), level += 1) {
      if (level < NEAR && at.querySelector("input[type=file]")) return false;
      if (takes(at)) return false;
    }
    return true;
  }

  sincerely.zones = { is, MET };
})();
