// @ts-check
// The in-page button: a small pill beside the form in a closed shadow root. An entry point and nothing more: it shows counts,
// never values, and takes only a trusted click that the person could see. Needs dom.js, scan.js and link.js.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.button) return;

  const SCANS = 40;
  const SCAN_MS = 150;
  const QUIET_MS = 700;
  const MAX_RETURNS = 5;
  const GAP = 8;
  const MAX_OBSTACLES = 1_500;
  const CONTROLS = "button,a[href],input,select,textarea,iframe,summary,h1,h2,h3,label,legend,[role=button],[role=combobox],[role=checkbox],[role=radio],[role=listbox],[role=textbox],[contenteditable=true]";
  const STYLE = `
    :host { all: initial !important; }
    .pill { position: fixed; z-index: 2147483646; display: flex; align-items: stretch; border-radius: 16px; font: 500 13px/1 system-ui, sans-serif;
      color: #1E2430; background: #FFFFFF; border: 1px solid #E4E1DA; box-shadow: 0 2px 10px rgb(20 22 27 / 18%); user-select: none; touch-action: none; }
    button { all: unset; box-sizing: border-box; cursor: pointer; padding: 8px 6px; border-radius: 16px; min-height: 32px; }
    .go { padding-inline-start: 12px; display: flex; gap: 6px; align-items: center; }
    .go:hover { color: #2747C7; } button:focus-visible { outline: 2px solid #2747C7; outline-offset: 2px; }
    .away { padding-inline: 4px 10px; color: #59616E; } .away:hover { color: #1E2430; }
    .dot { width: 7px; height: 7px; border-radius: 50%; background: #8A5A00; }
    svg { width: 14px; height: 14px; fill: none; stroke: currentColor; stroke-width: 1.5; }
    @media (prefers-color-scheme: dark) {
      .pill { color: #ECEAE4; background: #1C1F26; border-color: #343944; } .go:hover { color: #9DB2FF; } .away { color: #A2A9B5; } .away:hover { color: #ECEAE4; }
      .dot { background: #F0B95B; } button:focus-visible { outline-color: #9DB2FF; } }
    @media (prefers-reduced-motion: no-preference) { .pill { animation: come 160ms ease-out; } @keyframes come { from { opacity: 0; } } }`;

  /** @type {{ host: HTMLElement, pill: HTMLElement, go: HTMLButtonElement, text: HTMLElement, dot: HTMLElement } | null} */
  let ui = null;
  /** @type {{ known: boolean, place: { x: number, y: number } | null }} */
  let site = { known: false, place: null };
  /** @type {Element[]} */
  let fields = [];
  let scans = 0;
  let returns = 0;
  let timer = 0;
  let signature = "";
  let gone = false;
  let visible = false;
  /** @type {{ ready: number, total: number, needs: number, done: boolean } | null} */
  let counts = null;

  const NAME = /name|vorname|prénom|nombre|nome|naam|imię|नाम|姓|名/i;
  /** What lets one choose and says nothing of a person: filters, cookie notices. */
  const AIDS = new Set(["checkbox", "search", "hidden", "submit", "button"]);

  /**
   * Whether this is a form to apply with, or a step of one: it takes a file, or a name with an address, or asks several
   * things and goes on or submits. A search, a sign-in, a newsletter or a cookie notice does none of these.
   * @param {any} snapshot
   */
  function applies(snapshot) {
    const shown = snapshot.fields.filter((/** @type {any} */ field) => field.visible && !field.disabled && field.widget !== "search");
    const asked = shown.filter((/** @type {any} */ field) => !AIDS.has(field.widget));
    const has = (/** @type {(field: any) => boolean} */ test) => shown.some(test);
    if (has((field) => field.widget === "password") && asked.length < 5) return false;
    if (shown.length < 2) return false;
    if (has((field) => field.widget === "file")) return true;
    if (asked.length < 3) return false;
    const reachable = has((field) => field.widget === "email" || field.widget === "tel" || /e-?mail|phone|telefon|téléphone/i.test(field.label));
    if (reachable && has((field) => field.widget !== "email" && NAME.test(field.label))) return true;
    return asked.length >= 4 && snapshot.buttons.some((/** @type {any} */ button) => button.kind === "submit" || button.kind === "next");
  }

  async function look() {
    if (gone || scans >= SCANS || document.hidden) return;
    scans += 1;
    const snapshot = sincerely.scan({ budgetMs: SCAN_MS, maxFields: 400 });
    // A page without end is the person's to ask about, in the panel.
    if (snapshot.truncated) scans = SCANS;
    const found = applies(snapshot);
    fields = found ? snapshot.fields.filter((/** @type {any} */ field) => field.visible).map((/** @type {any} */ field) => sincerely.members(field.id)[0] ?? sincerely.element(field.id)).filter(Boolean) : [];
    if (!found) {
      remove();
      signature = "";
      return;
    }
    const now = snapshot.fields.map((/** @type {any} */ field) => field.id).join();
    if (now !== signature) {
      signature = now;
      const pill = await sincerely.link.tell({ act: "form", fields: fields.length });
      if (!pill || gone) return;
      counts = pill;
    }
    draw();
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(() => requestIdleCallback(() => void look(), { timeout: 1500 }), QUIET_MS);
  }

  function build() {
    const host = document.createElement("div");
    const root = host.attachShadow({ mode: "closed" });
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    root.adoptedStyleSheets = [style];
    const pill = document.createElement("div");
    pill.className = "pill";
    pill.setAttribute("role", "group");
    pill.setAttribute("aria-label", "Sincerely");
    const go = document.createElement("button");
    go.className = "go";
    go.type = "button";
    const dot = document.createElement("span");
    dot.className = "dot";
    const text = document.createElement("span");
    go.append(dot, text);
    const away = document.createElement("button");
    away.className = "away";
    away.type = "button";
    away.title = "Not on this site";
    away.setAttribute("aria-label", "Hide Sincerely on this site");
    const cross = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    cross.setAttribute("viewBox", "0 0 16 16");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", "M4 4l8 8M12 4l-8 8");
    cross.append(path);
    away.append(cross);
    pill.append(go, away);
    root.append(pill);
    go.addEventListener("click", (event) => void click(event));
    away.addEventListener("click", (event) => {
      if (!event.isTrusted) return;
      gone = true;
      remove();
      void sincerely.link.tell({ act: "quiet" });
    });
    movable(pill);
    // Computed by the browser: covered, faded or transformed away, and a click does nothing.
    const watcher = new IntersectionObserver((entries) => { visible = entries.some((entry) => /** @type {any} */ (entry).isVisible); }, /** @type {any} */ ({ trackVisibility: true, delay: 100 }));
    watcher.observe(pill);
    return { host, pill, go, text, dot };
  }

  /** @param {MouseEvent} event */
  async function click(event) {
    if (!event.isTrusted || !ui || moved) return;
    if (!visible || !ui.host.isConnected || !seenThrough(ui.host)) return remove();
    ui.go.setAttribute("aria-busy", "true");
    ui.text.textContent = site.known ? "Filling …" : "Opening …";
    const answer = await sincerely.link.tell({ act: "click", known: site.known });
    if (answer?.pill) counts = answer.pill;
    draw();
  }

  /** @param {Element} element nothing around it fades or clips it */
  function seenThrough(element) {
    for (let at = /** @type {Element | null} */ (element); at; at = sincerely.dom.around(at)) {
      const style = getComputedStyle(at);
      if (Number(style.opacity) < 0.7 || style.visibility === "hidden" || style.filter.includes("opacity") || style.clipPath !== "none") return false;
    }
    return true;
  }

  function draw() {
    if (gone || !fields.length || !counts) return remove();
    ui ??= build();
    if (!ui.host.isConnected) {
      if ((returns += 1) > MAX_RETURNS) {
        gone = true;
        return;
      }
      document.documentElement.append(ui.host);
    }
    const { ready, total, needs, done } = counts;
    ui.go.removeAttribute("aria-busy");
    ui.text.textContent = done ? `Filled · ${ready} of ${total}` : total ? `Fill · ${ready} of ${total}` : "Sincerely";
    ui.dot.hidden = !needs;
    ui.dot.style.display = needs ? "" : "none";
    ui.go.setAttribute("aria-label", `${ui.text.textContent}${needs ? `, ${needs} need you` : ""}`);
    place();
  }

  function remove() {
    ui?.host.remove();
  }

  /** @param {{ left: number, top: number, right: number, bottom: number }} box @param {DOMRect[]} others */
  const free = (box, others) => others.every((other) => box.right + GAP <= other.left || box.left - GAP >= other.right || box.bottom + GAP <= other.top || box.top - GAP >= other.bottom);

  /** What the pill never covers, in open shadow roots too. @returns {DOMRect[]} */
  function obstacles() {
    const found = [...fields, ...document.querySelectorAll(CONTROLS)];
    sincerely.dom.walk(document, CONTROLS, (/** @type {Element} */ element) => {
      if (element.shadowRoot && found.length < MAX_OBSTACLES) found.push(...element.shadowRoot.querySelectorAll(CONTROLS));
      return found.length < MAX_OBSTACLES;
    });
    const inView = found.map((element) => element.getBoundingClientRect()).filter((box) => box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight);
    return inView.slice(0, MAX_OBSTACLES);
  }

  /** Beside the first field where there is room, else in a corner; never over a control. */
  function place() {
    if (!ui) return;
    const size = ui.pill.getBoundingClientRect();
    const controls = obstacles();
    const first = fields.map((field) => field.getBoundingClientRect()).find((box) => box.bottom > 0 && box.top < innerHeight && box.width > 0);
    const at = (/** @type {number} */ left, /** @type {number} */ top) => ({ left, top, right: left + size.width, bottom: top + size.height });
    const corner = [
      at(innerWidth - size.width - 20, innerHeight - size.height - 20), at(20, innerHeight - size.height - 20),
      at(innerWidth - size.width - 20, 20), at(innerWidth - size.width - 20, innerHeight / 2),
    ];
    const wishes = site.place ? [at(innerWidth - site.place.x - size.width, innerHeight - site.place.y - size.height)] : [];
    if (first && !site.place) {
      wishes.push(at(first.right + 12, first.top + (first.height - size.height) / 2), at(first.right - size.width, first.top - size.height - 12), at(first.left - size.width - 12, first.top));
    }
    const inView = (/** @type {ReturnType<typeof at>} */ box) => box.left >= 4 && box.top >= 4 && box.right <= innerWidth - 4 && box.bottom <= innerHeight - 4;
    const spot = [...wishes, ...corner].find((box) => inView(box) && free(box, controls));
    ui.pill.style.visibility = spot ? "visible" : "hidden";
    if (!spot) return;
    ui.pill.style.left = `${Math.round(spot.left)}px`;
    ui.pill.style.top = `${Math.round(spot.top)}px`;
  }

  let moved = false;
  /** @param {HTMLElement} pill */
  function movable(pill) {
    pill.addEventListener("pointerdown", (down) => {
      if (!down.isTrusted || down.button !== 0) return;
      const box = pill.getBoundingClientRect();
      moved = false;
      const move = (/** @type {PointerEvent} */ event) => {
        if (!event.isTrusted || (!moved && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < 6)) return;
        moved = true;
        if (!pill.hasPointerCapture(down.pointerId)) pill.setPointerCapture(down.pointerId);
        pill.style.left = `${Math.max(4, Math.min(innerWidth - box.width - 4, box.left + event.clientX - down.clientX))}px`;
        pill.style.top = `${Math.max(4, Math.min(innerHeight - box.height - 4, box.top + event.clientY - down.clientY))}px`;
      };
      const up = () => {
        removeEventListener("pointermove", move, true);
        removeEventListener("pointercancel", up, true);
        removeEventListener("pointerup", up, true);
        if (!moved) return;
        const now = pill.getBoundingClientRect();
        site.place = { x: Math.round(innerWidth - now.right), y: Math.round(innerHeight - now.bottom) };
        void sincerely.link.tell({ act: "moved", place: site.place });
        setTimeout(() => { moved = false; }, 0);
      };
      // On the window: a quick hand is off the pill with its first move.
      addEventListener("pointermove", move, true);
      addEventListener("pointercancel", up, true);
      addEventListener("pointerup", up, true);
    });
  }

  sincerely.button = {
    applies,
    /** @param {{ known: boolean, place: { x: number, y: number } | null }} welcome */
    start(welcome) {
      site = { known: welcome.known, place: welcome.place ?? null };
      void look();
      new MutationObserver(soon).observe(document, { childList: true, subtree: true });
      let frame = 0;
      const again = () => { frame ||= requestAnimationFrame(() => { frame = 0; if (ui?.host.isConnected && !moved) place(); }); };
      addEventListener("scroll", again, { capture: true, passive: true });
      addEventListener("resize", again, { passive: true });
      document.addEventListener("visibilitychange", soon);
    },
    /** @param {{ ready: number, total: number, needs: number, done: boolean } | null} pill */
    show(pill) {
      counts = pill;
      draw();
      return true;
    },
  };
})();
