// @ts-check
// The page's end of the line to the worker. Answers the worker and nobody else: no listener here acts on anything a page can
// send. Loaded last; the headless driver does not need it.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.link) return;

  const VISIBLE_MS = 1_000;
  /** How long a page must stand still before a new step is looked for. */
  const STEP_MS = 600;

  /** Sends to the worker; silent when the extension was updated or removed meanwhile. @param {any} message @returns {Promise<any>} */
  async function tell(message) {
    try {
      return await chrome.runtime.sendMessage(message);
    } catch {
      return null;
    }
  }

  /**
   * Whether the person sees any of these elements now, nothing over them, also where a parent frame is transparent.
   * Chromium's IntersectionObserver v2 computes it in the browser, out of the page's reach.
   * @param {Element[]} elements @returns {Promise<boolean>}
   */
  function seen(elements) {
    return new Promise((resolve) => {
      if (!elements.length) return resolve(false);
      const observer = new IntersectionObserver((entries) => {
        if (!entries.some((entry) => /** @type {any} */ (entry).isVisible)) return;
        observer.disconnect();
        resolve(true);
      }, /** @type {any} */ ({ trackVisibility: true, delay: 100 }));
      for (const element of elements.slice(0, 40)) observer.observe(element);
      setTimeout(() => {
        observer.disconnect();
        resolve(false);
      }, VISIBLE_MS);
    });
  }

  /** @param {any} snapshot */
  const elementsOf = (snapshot) => snapshot.fields.filter((/** @type {any} */ field) => field.visible).map((/** @type {any} */ field) => sincerely.members(field.id)[0] ?? sincerely.element(field.id)).filter(Boolean);

  /** The visible fields the plan was made for; null while no plan is watched. @type {Set<string> | null} */
  let planned = null;
  /** The plan that `planned` is of. After its fill it is watched on as it was: the person may have gone on meanwhile. */
  let watched = "";
  let waiting = 0;

  const visible = () => new Set(/** @type {any[]} */ (sincerely.scan().fields).filter((field) => field.visible).map((field) => field.id));

  /** A form that goes on to its next step in place: what was planned is gone, and other fields are there. */
  function stepped() {
    if (!planned) return;
    const now = visible();
    const left = [...planned].filter((id) => now.has(id)).length;
    if (!now.size || left * 2 > planned.size) return;
    planned = now;
    void tell({ act: "stepped" });
  }

  /** @param {string} plan its id */
  function follow(plan) {
    if (plan === watched) return;
    watched = plan;
    const first = !planned;
    planned = visible();
    if (!first) return;
    const soon = () => {
      clearTimeout(waiting);
      waiting = setTimeout(stepped, STEP_MS);
    };
    new MutationObserver(soon).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["hidden", "class", "style", "aria-hidden"] });
  }

  const about = () => ({ url: location.href, origin: self.origin, top: self === self.top });

  /** @type {Record<string, (message: any) => any>} */
  const acts = {
    about,
    async scan({ frame = "" }) {
      const snapshot = sincerely.scan({ frame });
      const shown = self === self.top || (snapshot.fields.length > 0 && (await seen(elementsOf(snapshot))));
      return { ...about(), snapshot, shown };
    },
    capture: () => sincerely.capture(),
    async fill({ plan, files, options }) {
      // The frame may have been covered or made transparent since the plan was shown.
      if (self !== self.top && !(await seen(elementsOf(sincerely.scan())))) return { results: [], errors: ["hidden-frame"], tookMs: 0 };
      const report = await sincerely.fill(plan, files, options);
      sincerely.learn.watch(plan.actions);
      return report;
    },
    undo: ({ fieldIds }) => sincerely.undo(fieldIds),
    stop: () => sincerely.stop(),
    press: ({ buttonId }) => sincerely.press(buttonId),
    point({ fieldId }) {
      const element = sincerely.members(fieldId)[0] ?? sincerely.element(fieldId);
      element?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
      element?.animate?.([{ outline: "3px solid #2747C7", outlineOffset: "2px" }, { outline: "3px solid transparent", outlineOffset: "6px" }], { duration: 1400 });
      return Boolean(element);
    },
    watch({ plan, actions, attempt }) {
      follow(plan);
      return sincerely.learn.watch(actions, attempt);
    },
    outcome: () => sincerely.learn.outcome(),
    pill: ({ pill }) => sincerely.button?.show(pill),
    badge: ({ cards }) => sincerely.cards?.show(cards),
  };

  chrome.runtime.onMessage.addListener((message, sender, respond) => {
    // Only our own worker and pages: a content script has a tab, a web page never reaches this listener.
    if (sender.id !== chrome.runtime.id || sender.tab || !Object.hasOwn(acts, message?.act)) return false;
    Promise.resolve()
      .then(() => acts[message.act](message))
      .then((answer) => respond({ answer: answer ?? null }), (error) => respond({ error: String(error?.message ?? error).slice(0, 300) }));
    return true;
  });

  sincerely.link = { tell, seen };
  void tell({ act: "hello", ...about(), born: performance.timeOrigin }).then((welcome) => {
    if (!welcome) return;
    if (welcome.button) sincerely.button?.start(welcome);
    if (welcome.badges) sincerely.cards?.start();
    if (welcome.attempt) sincerely.learn?.arrived();
  });
})();
