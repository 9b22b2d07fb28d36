// @ts-check
// Small score badges on result lists. A card is a link to a job with its title, company and place around it; those words are
// asked about in batches and only the number and "applied" are drawn. Needs link.js.
(() => {
  "use strict";
  if (!Object.hasOwn(globalThis, "sincerely")) Object.defineProperty(globalThis, "sincerely", { value: {} });
  const sincerely = globalThis.sincerely;
  if (sincerely.cards) return;

  const BATCH = 50;
  const QUIET_MS = 250;
  const MAX_CARDS = 1_000;
  /** Addresses of single jobs on the portals and boards we know. */
  const JOB = /(linkedin\.com\/(jobs\/view\/|.*currentJobId=)|indeed\.[a-z.]+\/(m\/)?(viewjob|rc\/clk|pagead\/clk)|naukri\.com\/job-listings-|(boards|job-boards)(\.eu)?\.greenhouse\.io\/[^/]+\/jobs\/\d|jobs(\.eu)?\.lever\.co\/[^/]+\/[0-9a-f-]{36}|jobs\.ashbyhq\.com\/[^/]+\/[0-9a-f-]{36}|apply\.workable\.com\/[^/]+\/j\/|myworkdayjobs\.com\/.*\/job\/|jobs\.smartrecruiters\.com\/[^/]+\/\d|\.recruitee\.com\/o\/|\.teamtailor\.com\/jobs\/\d|\.breezy\.hr\/p\/|\.bamboohr\.com\/careers\/\d|\.jobs\.personio\.(com|de)\/job\/\d)/i;
  /** Where a company and a place stand in a card, the surest first. */
  const COMPANY = ["[data-testid=company-name]", "[class*=comp-name i],[class*=company-name i],[class*=companyName i]", "[class*=subtitle i]", "[class*=company i]"];
  const PLACE = ["[data-testid=text-location]", "[class*=location i],[class*=locWdth i]", "[class*=metadata i] li,[class*=caption i] li", "[class*=metadata-item i],[class*=caption i]"];
  /** What is never one card. */
  const WHOLE = "body,main,ul,ol,table,tbody,[role=list],[role=main]";
  // The page's own rules for everything in a card must not reach the badge's box: important within the host wins.
  const STYLE = `:host { all: initial !important; display: inline-flex !important; align-items: center !important; height: 12px !important;
      vertical-align: middle !important; margin-inline-start: 6px !important; }
    span { font: 600 12px/16px system-ui, sans-serif; padding: 0 7px; border-radius: 9px; border: 1px solid #59616E; color: #1E2430; background: #FFFFFF; white-space: nowrap; }
    .high { border-color: #1B7A4B; color: #1B7A4B; } .applied { border-style: dashed; color: #59616E; }
    @media (prefers-color-scheme: dark) { span { background: #1C1F26; color: #ECEAE4; border-color: #A2A9B5; } .high { color: #6FCF97; border-color: #6FCF97; } .applied { color: #A2A9B5; } }`;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);

  /** Address → the anchors that wait for it. @type {Map<string, Set<WeakRef<HTMLAnchorElement>>>} */
  const waiting = new Map();
  /** @type {Map<string, any>} */
  const known = new Map();
  /** @type {WeakSet<Element>} */
  const seen = new WeakSet();
  /** A card's badge: one, however often it links to its job. @type {WeakMap<Element, HTMLElement>} */
  const badges = new WeakMap();
  let timer = 0;
  let count = 0;

  /** @type {WeakMap<HTMLAnchorElement, string>} */
  const addresses = new WeakMap();
  const oneLine = (/** @type {string | null | undefined} */ text) => (text ?? "").replace(/\s+/g, " ").trim().slice(0, 200);

  /** The job's address without the click's own tracking; an advertised job is named by its number. @param {HTMLAnchorElement} anchor */
  function address(anchor) {
    const before = addresses.get(anchor);
    if (before) return before;
    const url = new URL(anchor.href);
    const { jk } = anchor.dataset;
    if (jk && /(^|\.)indeed\./.test(url.hostname)) url.href = `${url.origin}/viewjob?jk=${encodeURIComponent(jk)}`;
    for (const name of [...url.searchParams.keys()]) if (!/^(jk|currentJobId|vjk|gh_jid|id)$/.test(name)) url.searchParams.delete(name);
    url.hash = "";
    addresses.set(anchor, url.href);
    return url.href;
  }

  /** @param {Element} element @returns {element is HTMLAnchorElement} */
  const isJob = (element) => element instanceof HTMLAnchorElement && JOB.test(element.href);

  /** The largest part of the page around a link that speaks of no other job. @param {HTMLAnchorElement} anchor @returns {HTMLElement} */
  function boxOf(anchor) {
    const own = address(anchor);
    let box = /** @type {HTMLElement} */ (anchor);
    for (let at = anchor.parentElement, level = 0; at && level < 12 && !at.matches(WHOLE); at = at.parentElement, level++) {
      if ([...at.querySelectorAll("a[href]")].some((other) => isJob(other) && address(other) !== own)) break;
      box = at;
    }
    return box;
  }

  /** What the link says, once: a list may say it again for screen readers. @param {HTMLAnchorElement} anchor */
  function titleOf(anchor) {
    /** @type {string[]} */
    const parts = [];
    const walk = document.createTreeWalker(anchor, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) if (oneLine(walk.currentNode.textContent)) parts.push(oneLine(walk.currentNode.textContent));
    for (let many = 1; many < parts.length; many++) {
      const said = parts.slice(0, many).join(" ");
      if (said.length > 2 && parts.slice(many).join(" ").startsWith(said)) return said;
    }
    return oneLine(anchor.textContent);
  }

  /** @param {HTMLAnchorElement} anchor */
  function card(anchor) {
    const box = boxOf(anchor);
    const title = titleOf(anchor);
    // The innermost element of the first kind there is: outer ones hold the company and the place together.
    const pick = (/** @type {string[]} */ kinds) => {
      for (const kind of kinds) {
        const found = [...box.querySelectorAll(kind)].filter((one) => !anchor.contains(one) && !one.contains(anchor) && oneLine(one.textContent));
        const inner = found.find((one) => !found.some((other) => other !== one && one.contains(other)));
        if (inner) return oneLine(inner.textContent);
      }
      return "";
    };
    const lines = box.innerText.split("\n").map(oneLine).filter(Boolean).slice(0, 12);
    return { url: address(anchor), title: title || lines[0] || "", company: pick(COMPANY) || lines.find((line) => !line.includes(title)) || "", place: pick(PLACE) };
  }

  const watcher = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      watcher.unobserve(target);
      const anchor = /** @type {HTMLAnchorElement} */ (target);
      const url = address(anchor);
      if (known.has(url)) draw(anchor, known.get(url));
      else waiting.set(url, (waiting.get(url) ?? new Set()).add(new WeakRef(anchor)));
    }
    if (waiting.size) {
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), QUIET_MS);
    }
  }, { rootMargin: "200px" });

  async function ask() {
    const batch = [...waiting].slice(0, BATCH);
    const cards = batch.flatMap(([url, anchors]) => {
      waiting.delete(url);
      const anchor = [...anchors].map((ref) => ref.deref()).find((one) => one?.isConnected);
      return anchor ? [{ anchors, card: card(anchor) }] : [];
    });
    if (cards.length) {
      const answer = await sincerely.link.tell({ act: "cards", cards: cards.map((one) => one.card) });
      for (const { anchors, card: asked } of cards) {
        const about = answer?.cards?.find((/** @type {any} */ one) => one.url === asked.url);
        if (!about) continue;
        known.set(asked.url, about);
        for (const ref of anchors) draw(ref.deref(), about);
      }
    }
    if (waiting.size) timer = setTimeout(() => void ask(), QUIET_MS);
  }

  /** @param {HTMLAnchorElement | undefined} anchor @param {any} about */
  function draw(anchor, about) {
    const box = anchor?.isConnected && boxOf(anchor);
    if (!anchor || !box || badges.get(box)?.isConnected || (about.score == null && !about.applied)) return;
    const host = document.createElement("span");
    const root = host.attachShadow({ mode: "closed" });
    root.adoptedStyleSheets = [sheet];
    const badge = document.createElement("span");
    badge.className = about.applied ? "applied" : about.score >= 75 ? "high" : "";
    badge.textContent = about.applied ? "applied" : String(about.score);
    badge.title = about.applied ? "You applied to this job" : `Sincerely: fits ${about.score} of 100`;
    root.append(badge);
    badges.set(box, host);
    anchor.after(host);
  }

  function look() {
    if (count >= MAX_CARDS) return;
    for (const anchor of document.querySelectorAll("a[href]")) {
      if (seen.has(anchor)) continue;
      seen.add(anchor);
      if (!isJob(anchor) || !anchor.textContent?.trim()) continue;
      count += 1;
      watcher.observe(anchor);
    }
  }

  sincerely.cards = {
    start() {
      look();
      let due = 0;
      new MutationObserver(() => {
        clearTimeout(due);
        due = setTimeout(() => requestIdleCallback(look, { timeout: 1000 }), 400);
      }).observe(document.documentElement, { childList: true, subtree: true });
    },
    /** @param {any[]} cards answers that came later */
    show(cards) {
      for (const about of cards) known.set(about.url, about);
    },
  };
})();
