// @ts-check
// A job page as it travels to the companion: what it says and the data it carries, without scripts, styles, pictures,
// what anybody typed, or more than 2 MB. Reads only. Needs nothing.
(() => {
  "use strict";
  if (!Object.hasOwn(globalThis, "sincerely")) Object.defineProperty(globalThis, "sincerely", { value: {} });
  const sincerely = globalThis.sincerely;
  if (sincerely.capture) return;

  const MAX_BYTES = 2_000_000;
  const MAX_STATE = 600_000;
  const MAX_NODES = 120_000;
  const MAX_ATTRIBUTE = 2_000;
  const MAX_ATTRIBUTES = 60;
  const BUDGET_MS = 1_500;
  const DROP = new Set("STYLE SVG NOSCRIPT TEMPLATE IFRAME FRAME OBJECT EMBED CANVAS VIDEO AUDIO PICTURE SOURCE MAP AREA".split(" "));
  const EMPTY = new Set("AREA BASE BR COL EMBED HR IMG INPUT LINK META SOURCE TRACK WBR".split(" "));
  /** Attributes worth having: what readers look for. The rest is layout. */
  const KEEP = /^(id|class|name|type|content|property|itemprop|itemtype|itemscope|rel|href|datetime|title|alt|lang|dir|role|for|colspan|rowspan|start|value|checked|selected|aria-label|aria-labelledby|aria-level|aria-hidden|hidden|componentkey|data-.*)$/;
  const STATE_TYPE = /json/i;
  /** Embedded state of known front ends: where the posting's own data is. */
  const STATE = /(__NEXT_DATA__|__next_f|__NUXT|__INITIAL_STATE__|__APOLLO_STATE__|__PRELOADED_STATE__|__remixContext|__appData|_initialData|providerData|mosaic\.|jobPosting|JobPosting|window\.__\w+\s*=|phApp\.ddo)/;

  const escapeText = (/** @type {string} */ text) => text.replace(/[&<>]/g, (mark) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[mark] ?? mark);
  const escapeValue = (/** @type {string} */ text) => text.replace(/[&"<>]/g, (mark) => ({ "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" })[mark] ?? mark);

  /** Whether a person at this page cannot see the element's text: such words are no part of the ad. @param {Element} element */
  function unseen(element) {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return true;
    const { color, fontSize } = getComputedStyle(element);
    if (Number.parseFloat(fontSize) < 2) return true;
    const { right, bottom } = element.getBoundingClientRect();
    if (right + scrollX <= 0 || bottom + scrollY <= 0) return true;
    return color === ground(element);
  }

  /** The colour behind an element, as far as it is one colour. @param {Element} element */
  function ground(element) {
    for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(at);
      if (backgroundImage !== "none") return "";
      if (backgroundColor !== "rgba(0, 0, 0, 0)") return backgroundColor;
    }
    return "rgb(255, 255, 255)";
  }

  /** @param {Element} element */
  function attributes(element) {
    let text = "";
    let count = 0;
    for (const { name, value } of element.attributes) {
      if ((count += 1) > MAX_ATTRIBUTES) break;
      if (!KEEP.test(name)) continue;
      // What somebody typed, and tokens in hidden fields, are nobody's business.
      if (name === "value" && !/^(OPTION|LI|BUTTON|DATA|METER)$/.test(element.tagName)) continue;
      if ((name === "href" || name === "content") && /^\s*(javascript|data):/i.test(value)) continue;
      text += ` ${name}="${escapeValue(value.slice(0, MAX_ATTRIBUTE))}"`;
    }
    return text;
  }

  /** @param {HTMLScriptElement} script */
  function state(script) {
    const text = script.textContent ?? "";
    if (!text || text.length > MAX_STATE) return "";
    const type = script.type ?? "";
    if (!STATE_TYPE.test(type) && !(STATE.test(text.slice(0, 4_000)) && /[{[]/.test(text))) return "";
    return `<script${type ? ` type="${escapeValue(type)}"` : ""}${script.id ? ` id="${escapeValue(script.id)}"` : ""}>${text.replace(/<\/script/gi, "<\\/script")}</script>`;
  }

  /**
   * @param {Document} page @param {number} limit bytes, counted as characters
   * @returns {{ html: string, truncated: boolean }}
   */
  function trim(page, limit) {
    const end = performance.now() + BUDGET_MS;
    /** Data first: where the page is cut, it is the tail of the text that goes. @type {string[]} */
    const out = ["<!DOCTYPE html><html", attributes(page.documentElement), ">"];
    let size = out.join("").length;
    let nodes = 0;
    let truncated = false;
    const scripts = [...page.scripts].map(state).filter(Boolean).sort((one, other) => Number(other.includes("ld+json")) - Number(one.includes("ld+json")));
    let room = limit / 2;
    /** @type {string[]} */
    const data = [];
    for (const text of scripts) {
      if (text.length > room) continue;
      room -= text.length;
      data.push(text);
    }
    size += data.join("").length;
    const say = (/** @type {string} */ text) => {
      size += text.length;
      out.push(text);
    };
    /** @type {(Node | string)[]} */
    const next = [...page.documentElement.childNodes].reverse();
    while (next.length) {
      const node = /** @type {Node | string} */ (next.pop());
      if (typeof node === "string") {
        say(node);
        continue;
      }
      if (size > limit - 20_000 || (nodes += 1) > MAX_NODES || (nodes % 512 === 0 && performance.now() > end)) {
        truncated = true;
        continue;
      }
      if (node.nodeType === Node.TEXT_NODE) {
        const text = node.nodeValue ?? "";
        say(/\S/.test(text) ? escapeText(text.replace(/[ \t\u00a0]{2,}/g, " ")) : " ");
        continue;
      }
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      const element = /** @type {Element} */ (node);
      const tag = element.tagName.toUpperCase();
      if (DROP.has(tag) || tag === "SCRIPT" || tag === "TEXTAREA" || /** @type {HTMLElement} */ (element).isContentEditable) continue;
      if (tag === "LINK" && !/^canonical$/i.test(element.getAttribute("rel") ?? "")) continue;
      if (tag === "IMG" && !element.getAttribute("alt")) continue;
      if (tag === "INPUT" && /** @type {HTMLInputElement} */ (element).type === "hidden") continue;
      const name = element.tagName.toLowerCase();
      const ownText = [...element.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && /\S/.test(child.nodeValue ?? ""));
      const hidden = tag !== "HEAD" && tag !== "META" && tag !== "TITLE" && tag !== "BASE" && ownText && unseen(element) ? " data-sincerely-unseen" : "";
      say(`<${name}${attributes(element)}${hidden}>`);
      if (EMPTY.has(tag)) continue;
      if (tag === "HEAD") next.push("</head>", ...data.reverse());
      else next.push(`</${name}>`);
      const kept = [...element.childNodes].reverse();
      next.push(...kept);
      // An open shadow tree is part of what is shown: in place, as plain elements.
      if (element.shadowRoot) next.push(...[...element.shadowRoot.childNodes].reverse());
    }
    say("</html>");
    return { html: out.join(""), truncated };
  }

  /** @param {{ limit?: number }} [options] @returns what `/api/captures` takes, but for `portal` and `frames` */
  sincerely.capture = ({ limit = MAX_BYTES } = {}) => {
    const { html, truncated } = trim(document, limit);
    return { url: location.href.split("#:~:")[0], title: document.title.slice(0, 500), html, capturedAt: new Date().toISOString(), truncated };
  };
})();
