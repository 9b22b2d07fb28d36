//# allFunctionsCalledOnLoad
// @ts-check
// The page's tree as a person meets it: open shadow roots are walked as if they were part of it. Keeps, in the isolated
// world alone, which element stands behind each field id. Loaded first; every page script hangs on `globalThis.sincerely`.
(() => {
  "use strict";
  // A page element with id="sincerely" must not pass for our namespace: it is an own property or it is not ours.
  if (!Object.hasOwn(globalThis, "sincerely")) Object.defineProperty(globalThis, "sincerely", { value: {} });
  const sincerely = globalThis.sincerely;
  if (sincerely.dom) return;

  const SILENT = new Set(
    "SCRIPT STYLE NOSCRIPT TEMPLATE SELECT DATALIST TEXTAREA IFRAME OBJECT svg INPUT BUTTON CANVAS VIDEO AUDIO NAV".split(" "),
  );
  const SILENT_ROLES = new Set(["button", "listbox", "combobox", "tooltip", "alert", "menu", "option", "radiogroup", "tablist", "navigation"]);
  /** What may carry a shadow tree: all but what the web and its pages give none. The most frequent first, for speed. */
  const HOSTS =
    "div, span, p, :not(a, li, form, option, script, path, td, label, tr, br, img, input, i, ul, svg, style, link, strong, b, small, meta, select, button, textarea, table, tbody, thead, th, optgroup, hr, ol, dl, g, use, rect, circle, line, defs, picture, source, em, sup, sub, noscript, template)";
  const MOST_HOSTS = 200_000;
  const BLOCKS = new Set(
    "DIV P LI UL OL DL DT DD TD TH TR TABLE LABEL LEGEND FIELDSET SECTION H1 H2 H3 H4 H5 H6 BR HR FORM HEADER".split(" "),
  );

  /** @type {WeakMap<Element, string>} */
  const ids = new WeakMap();
  /** @type {Map<string, {element: WeakRef<Element>, members: WeakRef<Element>[]}>} */
  const fields = new Map();

  /** @param {object} prototype @param {string} name @returns {(this: any) => any} what the browser itself answers */
  const getter = (prototype, name) => /** @type {any} */ (Object.getOwnPropertyDescriptor(prototype, name)?.get);
  const above = getter(Node.prototype, "parentElement");
  const next = getter(Node.prototype, "nextSibling");
  const first = getter(Node.prototype, "firstChild");
  const typeOf = getter(Node.prototype, "nodeType");
  const lengthOf = getter(HTMLFormElement.prototype, "length");
  /** The document as the browser made it: a form or picture that the page names "body" answers in its place, in our world too. @type {Document} */
  const page = new Proxy(/** @type {any} */ ({}), {
    get(_, name) {
      const found = Reflect.get(HTMLDocument.prototype, name, document);
      return typeof found === "function" ? found.bind(document) : found;
    },
  });
  /** What we ask of an element around a field: a form's own field of such a name answers in its place. */
  const ASKED =
    "parentElement parentNode getAttribute hasAttribute matches closest contains querySelector querySelectorAll getElementsByTagName tagName localName namespaceURI className classList attributes children childNodes childElementCount previousSibling previousElementSibling nextSibling nextElementSibling firstChild firstElementChild lastChild nodeType nodeName nodeValue textContent innerText getRootNode ownerDocument isConnected assignedSlot checkVisibility getBoundingClientRect getClientRects scrollHeight clientHeight scrollTop scrollIntoView shadowRoot isContentEditable dispatchEvent addEventListener removeEventListener focus blur animate".split(" ");
  /** Forms looked at since the scan began, with how many fields they had then. @type {WeakMap<Element, {fields: number, hides: boolean}>} */
  let forms = new WeakMap();

  /** Whether a form's fields hide what we would ask it: such a form is passed by. @param {Element} form */
  function hides(form) {
    const fields = lengthOf.call(form);
    const known = forms.get(form);
    if (known && known.fields === fields) return known.hides;
    const now = { fields, hides: ASKED.some((name) => Object.hasOwn(form, name)) };
    forms.set(form, now);
    return now.hides;
  }

  /** @param {any} node @returns {node is HTMLFormElement} a form that is passed by */
  function veiled(node) {
    const tag = node?.tagName;
    // Asked of every element: most answer with a name that is not a form's.
    return (typeof tag === "string" ? tag === "FORM" || tag === "form" : node !== null) && node instanceof HTMLFormElement && hides(node);
  }

  /** What an element stands in, also a form that may not be asked anything but its style. @param {Element} element @returns {Element | null} */
  function around(element) {
    const up = above.call(element);
    if (up) return up;
    const root = treeOf(element);
    return root instanceof ShadowRoot ? root.host : null;
  }

  /** The parent across a shadow boundary, or null at the top; never a form whose fields answer in its place. @param {Element} element @returns {Element | null} */
  function parent(element) {
    let up = around(element);
    while (veiled(up)) up = around(/** @type {Element} */ (up));
    return up;
  }

  /** The tree an element stands in: a shadow tree, or the document. @param {Element} element @returns {Document | ShadowRoot} */
  function treeOf(element) {
    const root = Node.prototype.getRootNode.call(element);
    return root === document ? page : /** @type {ShadowRoot} */ (root);
  }

  /** Whether `one` holds `other`, across shadow trees. @param {Element} one @param {Element} other */
  function holds(one, other) {
    for (let at = /** @type {Element | null} */ (other); at; at = parent(at)) if (at === one) return true;
    return false;
  }

  /**
   * What matches `wanted` in one tree, in order; where shadow trees hang in it, what may carry one too.
   * @param {Document | ShadowRoot | Element} root @param {string} wanted
   */
  function level(root, wanted) {
    const may = root.querySelectorAll(HOSTS);
    for (let at = 0; at < may.length && at < MOST_HOSTS; at++) if (may[at].shadowRoot) return root.querySelectorAll(`${wanted},${HOSTS}`);
    return root.querySelectorAll(wanted);
  }

  /**
   * Every element that matches `wanted` in the order it is shown, shadow trees in place, until `visit` returns false.
   * Elements that could carry a shadow tree may be visited as well. Iterative: a page may nest thousands of shadow roots.
   * @param {Document | ShadowRoot | Element} root @param {string} wanted a selector
   * @param {(element: Element) => boolean | void} visit
   */
  function walk(root, wanted, visit) {
    const open = [{ list: level(root, wanted), at: 0 }];
    const own = root instanceof Element ? root.shadowRoot : null;
    if (own) open.push({ list: level(own, wanted), at: 0 });
    while (open.length) {
      const here = open[open.length - 1];
      const element = here.list[here.at++];
      if (!element) {
        open.pop();
        continue;
      }
      if (veiled(element)) continue;
      if (visit(element) === false) return;
      const shadow = element.shadowRoot;
      if (shadow) open.push({ list: level(shadow, wanted), at: 0 });
    }
  }

  /** @param {Element} element */
  function silent(element) {
    if (SILENT.has(element.tagName)) return true;
    const role = element.getAttribute("role");
    if (role && SILENT_ROLES.has(role)) return true;
    if (element.hasAttribute("hidden")) return true;
    if (element.hasAttribute("style") && /** @type {HTMLElement} */ (element).style?.display === "none") return true;
    return element.hasAttribute("contenteditable") && /** @type {HTMLElement} */ (element).isContentEditable;
  }

  /**
   * The runs of text in `root`, one for each block, up to `until` (exclusive). Controls and their options do not speak.
   * @param {Node} root
   * @param {{until?: Element | null, after?: Element | null, skip?: (element: Element) => boolean, limit?: number}} [options]
   * @returns {{text: string, element: Element}[]}
   */
  function runs(root, { until = null, after = null, skip, limit = 4000 } = {}) {
    /** @type {{text: string, element: Element}[]} */
    const found = [];
    let text = "";
    let length = 0;
    let on = !after;
    /** @type {Element | null} */
    let block = null;
    const flush = () => {
      const clean = text.replace(/\s+/g, " ").trim();
      if (clean && block) found.push({ text: clean, element: block });
      text = "";
      block = null;
    };
    /** @type {(Node | null | (() => void))[]} */
    const stack = [root];
    while (stack.length && length < limit) {
      const node = stack.pop();
      if (!node) continue;
      if (typeof node === "function") {
        node();
        continue;
      }
      if (node !== root) stack.push(next.call(node));
      const type = typeOf.call(node);
      if (type === Node.TEXT_NODE) {
        if (on && node.nodeValue) {
          const value = node.nodeValue.slice(0, limit);
          if (value.trim()) block ??= above.call(node) ?? /** @type {any} */ (node.getRootNode()).host ?? null;
          text += value;
          length += value.length;
        }
        continue;
      }
      if (type !== Node.ELEMENT_NODE && node !== root) continue;
      const element = /** @type {Element} */ (node);
      if (element === until) break;
      if (element === after) {
        on = true;
        flush();
        continue;
      }
      if (veiled(element)) {
        flush();
        stack.push(first.call(element));
        continue;
      }
      if (element !== root && (silent(element) || skip?.(element))) {
        if (after && element.contains(after)) on = true;
        continue;
      }
      if (BLOCKS.has(element.tagName)) {
        flush();
        if (element !== root) stack.push(flush);
      } else text += " ";
      const inner = first.call(node);
      if (inner) stack.push(inner);
      const shadow = element.shadowRoot;
      if (shadow?.firstChild) stack.push(shadow.firstChild);
    }
    flush();
    return found;
  }

  /** All text of `root` in one line. @param {Node} root @param {Parameters<typeof runs>[1]} [options] */
  const textOf = (root, options) => runs(root, options).map((run) => run.text).join(" ");

  /** 53 bits of `text` in base 36 (cyrb53, public domain). @param {string} text */
  function digest(text) {
    let high = 0xdeadbeef;
    let low = 0x41c6ce57;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      high = Math.imul(high ^ code, 2654435761);
      low = Math.imul(low ^ code, 1597334677);
    }
    high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
    low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
    return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
  }

  /**
   * The id of a field. Made from what the field is called, so that the same form has the same ids in another tab and after
   * a re-render; once given it stays with its element.
   * @param {Element} element @param {Element[]} members @param {string} mark what the field is called
   * @param {Set<string>} taken ids already given in this scan
   */
  function remember(element, members, mark, taken) {
    let id = ids.get(element);
    if (!id || taken.has(id)) {
      const stem = digest(mark);
      for (let count = 0; !id || taken.has(id); count++) id = count ? `${stem}-${count}` : stem;
    }
    taken.add(id);
    ids.set(element, id);
    fields.set(id, { element: new WeakRef(element), members: members.map((member) => new WeakRef(member)) });
    return id;
  }

  /** @param {string} id */
  function entry(id) {
    const known = fields.get(id);
    if (known?.element.deref()?.isConnected) return known;
    // The page made the field anew: a scan finds it under the same id.
    if (known) {
      const gone = known.element.deref();
      if (gone) ids.delete(gone);
      sincerely.scan?.();
    }
    const again = fields.get(id);
    return again?.element.deref()?.isConnected ? again : undefined;
  }

  /** The element behind a field id, also after a re-render; null when it is gone. @param {string} id @returns {Element | null} */
  sincerely.element = (id) => entry(id)?.element.deref() ?? null;

  /** The members of a group (radios, checkboxes, buttons) in the order of its options. @param {string} id @returns {Element[]} */
  sincerely.members = (id) =>
    (entry(id)?.members ?? []).flatMap((member) => {
      const one = member.deref();
      return one?.isConnected ? [one] : [];
    });

  /** The field id given to an element by a scan, or "". @param {Element} element */
  sincerely.idOf = (element) => ids.get(element) ?? "";

  /** Whether a text says anything. Plain letters first: the pattern for all scripts costs most to make ready. @param {string} text */
  const speaks = (text) => /[a-z0-9]/i.test(text) || /[\p{L}\p{N}]/u.test(text);

  sincerely.dom = {
    page, around, parent, holds, treeOf, walk, runs, textOf, digest, remember, speaks,
    /** Forms are asked once a scan; the page may have changed them since. */
    lookAnew() { forms = new WeakMap(); },
  };
})();
