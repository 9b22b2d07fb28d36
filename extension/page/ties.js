//# allFunctionsCalledOnLoad
// @ts-check
// What the page ties to an element: the elements that one of its attributes names, and a control's labels. Needs dom.js.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.ties) return;
  const { treeOf } = sincerely.dom;

  /** Elements named by an IDREF attribute, looked up in the element's own tree first. @param {Element} element @param {string} attribute @returns {Element[]} */
  function referred(element, attribute) {
    const names = element.getAttribute(attribute)?.trim();
    if (!names) return [];
    return names
      .split(/\s+/)
      .slice(0, 8)
      .map((name) => {
        for (let at = element; ; ) {
          const root = treeOf(at);
          const found = root.getElementById?.(name);
          if (found || !(root instanceof ShadowRoot)) return found;
          at = root.host;
        }
      })
      .filter((found) => found instanceof Element);
  }

  /**
   * The labels of each tree's controls while a scan runs: asked of one control, the browser looks through its whole tree.
   * @type {Map<Node, Map<Element, Element[]>> | null}
   */
  let known = null;

  /** @param {Document | ShadowRoot} tree */
  function labelsIn(tree) {
    /** @type {Map<Element, Element[]>} */
    const found = new Map();
    for (const label of tree.querySelectorAll("label")) {
      const { control } = /** @type {HTMLLabelElement} */ (label);
      const others = control && found.get(control);
      if (others) others.push(label);
      else if (control) found.set(control, [label]);
    }
    return found;
  }

  /** The labels linked to a control or around it, in the page's order. @param {Element} element @returns {Element[]} */
  function labelsOf(element) {
    if (!("labels" in element)) return [];
    if (!known) return [.../** @type {HTMLInputElement} */ (element).labels ?? []];
    const tree = treeOf(element);
    let labels = known.get(tree);
    if (!labels) known.set(tree, (labels = labelsIn(tree)));
    return labels.get(element) ?? [];
  }

  /** @template T @param {() => T} read what only reads the page @returns {T} what `read` gives, with labels looked up once */
  function reading(read) {
    known = new Map();
    try {
      return read();
    } finally {
      known = null;
    }
  }

  sincerely.ties = { referred, labelsOf, reading };
})();
