//# allFunctionsCalledOnLoad
// @ts-check
// Whether a person can see a control, and if not, why. A styled radio, checkbox or file input is often transparent while its
// label or drop zone is what people see; a trap for robots is the other way round. Needs dom.js.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.visible) return;
  const { page, around: outward, parent } = sincerely.dom;
  const { labelsOf } = sincerely.ties;

  /** Below this a person hardly sees it (attack tables use 0–0.69). */
  const OPAQUE = 0.7;
  const TINY = 3;
  const TRAP = /(^|[-_.\s[])(hp|honey|honeypot|beecatcher|bot[-_]?(catcher|trap|field)|botcheck|nospam|no[-_]?robots?|antispam|spamcheck)([-_.\s\]]|\d|$)/i;
  /** Some letters of those above; as below. */
  const TRAPS = /hp|honey|bee|bot|spam/i;
  /** Some word of those below: hardly a label has one, and the long pattern is made ready only where it is needed. */
  const WARNS = /leave|blank|empty|do not|don['’]t|human|bots|ausf|lassen|ne (pas|rien)|laisse|(no|não) |dej(e|ar)|deixe|compilare|lasciare|空|खाली/i;
  const TRAP_TEXT =
    /(leave (this|the|it)( (field|box|input|one))?( as)? (blank|empty|unfilled)|^(please )?leave (blank|empty)\b|(should|must) (be|stay|remain) (left )?(blank|empty)|do not (fill|enter|complete|type|write)( (this|anything|in|out|here)|$)|don['’]t (fill|type)|if you are (a )?human|for (ro)?bots only|nicht ausfüllen|(frei|leer) ?lassen|ne (pas|rien) remplir|laisse[rz] (ce champ )?vide|(no|não) (rellen|complet|preench)|dej(e|ar) (este campo )?(en blanco|vac[ií]o)|deixe (este campo )?(em branco|vazio)|non compilare|lasciare vuoto|空(欄|白)のまま|खाली छोड़)/i;
  /** Kinds whose own box may be hidden while a label, button or drop zone beside it stands for them. */
  const STOOD_FOR = new Set(["radio", "checkbox", "file"]);

  /**
   * Opacity and clipping that the ancestors of an element add up to, and how far the page reaches: remembered for one scan.
   * @returns {{of: (element: Element) => {opacity: number, clip: string}, wide: () => number}}
   */
  function surroundings() {
    /** @type {Map<Element, {opacity: number, clip: string}>} */
    const known = new Map();
    let wide = 0;
    const of = (/** @type {Element} */ element) => {
      /** @type {Element[]} */
      const path = [];
      /** @type {Element | null} */
      let at = element;
      while (at && !known.has(at)) {
        path.push(at);
        at = outward(at);
      }
      let state = (at && known.get(at)) || { opacity: frameOpacity(), clip: "" };
      for (const step of path.reverse()) {
        const style = getComputedStyle(step);
        const opacity = state.opacity * Number(style.opacity);
        state = { opacity, clip: state.clip || clipped(step, style) };
        known.set(step, state);
      }
      return state;
    };
    return { of, wide: () => (wide ||= reachable()) };
  }

  /** The opacity of the frame this page is in, where it may be read. */
  function frameOpacity() {
    try {
      const frame = globalThis.frameElement;
      return frame ? Number(getComputedStyle(frame).opacity) : 1;
    } catch {
      return 1;
    }
  }

  /** @param {Element} element @param {CSSStyleDeclaration} style */
  function clipped(element, style) {
    if (style.clipPath !== "none" && nothingLeft(style.clipPath)) return "clipped";
    if (style.position === "absolute" && /rect\(\s*(0|1)(px)?[ ,]+(0|1)(px)?[ ,]+(0|1)(px)?[ ,]+(0|1)(px)?\s*\)/.test(style.clip))
      return "clipped";
    if (style.overflow !== "visible" && style.overflow !== "") {
      const box = Element.prototype.getBoundingClientRect.call(element);
      if ((box.width <= TINY || box.height <= TINY) && style.display !== "contents" && style.display !== "inline")
        return "clipped";
    }
    return "";
  }

  /** @param {string} path a computed clip-path */
  function nothingLeft(path) {
    if (/^(circle|ellipse)\(\s*0(px|%)?[\s)]/.test(path)) return true;
    const inset = path.match(/^inset\(([^)]*)\)/);
    if (!inset) return false;
    const sides = inset[1].split(/\s+/).map((side) => (side.endsWith("%") ? Number.parseFloat(side) : 0));
    const [top, right = top, bottom = top, left = right] = sides;
    return top + bottom >= 100 || left + right >= 100;
  }

  /** How far to the right a person can scroll, in CSS pixels. */
  function reachable() {
    const fixed = [page.documentElement, page.body].some((one) => one && /hidden|clip/.test(getComputedStyle(one).overflowX));
    return fixed ? innerWidth : Math.max(page.documentElement.scrollWidth, innerWidth);
  }

  /** @param {Element} element @param {ReturnType<typeof surroundings>} around */
  function hiddenReason(element, around) {
    // The element may be a form, whose fields answer in its place.
    if (!Element.prototype.checkVisibility.call(element, { visibilityProperty: true })) {
      const style = getComputedStyle(element);
      return style.visibility !== "visible" && style.display !== "none" && Element.prototype.getClientRects.call(element).length ? "visibility" : "display";
    }
    const box = Element.prototype.getBoundingClientRect.call(element);
    if (box.width <= TINY || box.height <= TINY) return "tiny";
    const right = box.right + scrollX;
    const bottom = box.bottom + scrollY;
    if (right <= 0 || bottom <= 0 || box.left + scrollX >= around.wide()) return "offscreen";
    const { opacity, clip } = around.of(element);
    if (opacity < OPAQUE) return "transparent";
    return clip;
  }

  /** What may stand for a control whose own box is hidden. @param {Element} element @param {string} kind */
  function* standIns(element, kind) {
    yield* labelsOf(element);
    if (kind === "select" || kind === "richtext") {
      for (const beside of [element.nextElementSibling, element.previousElementSibling])
        if (beside && !/^(LABEL|INPUT|SELECT|TEXTAREA|SCRIPT|STYLE)$/.test(beside.tagName)) yield beside;
      return;
    }
    if (kind === "combobox") {
      // Searchable lists (react-select, Ant Design) fade their text box while the chosen words are drawn in its place.
      if (element.tagName !== "INPUT" || element.getAttribute("role") !== "combobox") return;
      let box = parent(element);
      for (let level = 0; box && level < 4 && !/^(FORM|BODY|FIELDSET)$/.test(box.tagName); level++, box = parent(box)) {
        if (box.querySelectorAll("input:not([type=hidden]):not([aria-hidden=true]),select,textarea").length > 1) return;
        yield box;
      }
      return;
    }
    if (!STOOD_FOR.has(kind)) return;
    let at = parent(element);
    for (let level = 0; at && level < (kind === "file" ? 5 : 2); level++, at = parent(at)) {
      if (/^(FORM|BODY|HTML|MAIN)$/.test(at.tagName)) return;
      // A box around several controls stands for none of them: it is there although this one's part of the form is not.
      if (level > 1 && at.querySelectorAll("input:not([type=hidden]),select,textarea").length > 3) return;
      yield at;
    }
  }

  /**
   * Why a person cannot see this control; empty when they can.
   * @param {Element} element @param {string} kind @param {string} words name and id @param {ReturnType<typeof surroundings>} around
   * @param {string} label
   */
  function reason(element, kind, words, around, label) {
    if ((TRAPS.test(words) && TRAP.test(words)) || (WARNS.test(label) && TRAP_TEXT.test(label))) return "honeypot";
    const own = hiddenReason(element, around);
    if (!own) return "";
    if (STOOD_FOR.has(kind) || kind === "select" || kind === "combobox")
      for (const other of standIns(element, kind)) {
        // A drop zone that was itself made invisible does not stand for anything.
        if (other instanceof Element && !hiddenReason(other, around)) return "";
      }
    return own;
  }

  sincerely.visible = { reason, hiddenReason, surroundings };
})();
