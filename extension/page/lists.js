// @ts-check
// Lists that open: opens the one that belongs to a control, looks through it, picks exactly one option and closes it again.
// Needs gestures.js and choices.js.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.lists) return;
  const { page, parent } = sincerely.dom;
  const { referred } = sincerely.ties;
  const { press, pause, until, key, send, blur, replaceText, typeKeys, focus } = sincerely.gestures;
  const { fold, shown, labelOf, inside, visibleOptions, options, disabled, match } = sincerely.choices;

  const POPUPS = "[role=listbox],[role=menu],[role=grid],[role=tree],[role=dialog]";

  const SCROLL_MS = 50;

  /** @param {Element} option the box that scrolls it */
  function scroller(option) {
    for (let at = parent(option); at; at = parent(at)) {
      if (at.scrollHeight > at.clientHeight + 4 && /(auto|scroll|hidden)/.test(getComputedStyle(at).overflowY)) return at;
    }
    return null;
  }

  /**
   * Looks for `wanted` among the open options, scrolling lists that draw only what is in view.
   * @param {Element} opener @param {Set<Element>} before @param {string} wanted @param {boolean} typed
   * @returns {Promise<{option: Element | null, labels: string[], verdict: "found" | "several" | "none"}>}
   */
  async function find(opener, before, wanted, typed) {
    /** @type {Map<string, true>} */
    const labels = new Map();
    let last = -1;
    for (let turn = 0; turn < 200; turn += 1) {
      const now = options(opener, before).filter((option) => !disabled(option));
      const texts = now.map(labelOf);
      for (const text of texts) labels.set(text, true);
      const index = match(texts, wanted, typed);
      if (typeof index === "number") return { option: now[index], labels: [...labels.keys()], verdict: "found" };
      if (index === "several") return { option: null, labels: [...labels.keys()], verdict: "several" };
      const box = now.length ? scroller(now[0]) : null;
      if (!box || box === page.documentElement || box === page.body) break;
      const top = box.scrollTop;
      box.scrollTop = top + Math.max(40, box.clientHeight * 0.8);
      send(box, new Event("scroll"));
      await pause(30);
      if (box.scrollTop === top && labels.size === last) break;
      last = labels.size;
    }
    return { option: null, labels: [...labels.keys()], verdict: "none" };
  }

  /** The text box of a list one can search. @param {Element} opener */
  const editable = (opener) => {
    const box = opener.matches("input,textarea") ? opener : (opener.shadowRoot ?? opener).querySelector("input:not([type=hidden]):not([type=checkbox]):not([type=radio])");
    return box instanceof HTMLInputElement && !box.disabled ? box : null;
  };

  /** The text box that came with an open list (select2 draws it in the popup and puts the focus there). @param {Element} opener */
  function searchBox(opener) {
    const at = focused();
    return at instanceof HTMLInputElement && at !== opener && /^(text|search)$/.test(at.type) && expanded(opener) ? at : null;
  }

  /** Whether the opener's list is open. @param {Element} opener */
  const expanded = (opener) => [opener, opener.querySelector("[aria-expanded]"), opener.closest("[aria-expanded]")].some((element) => element?.getAttribute("aria-expanded") === "true");

  /** What may open the list, nearest first: the control, then the boxes drawn around it. @param {Element} opener */
  function handles(opener) {
    const found = [opener];
    for (let at = parent(opener), level = 0; at && level < 3; at = parent(at), level += 1) {
      if (at.matches("form,fieldset,body,label,[role=dialog]") || at.querySelectorAll("input:not([type=hidden]),select,textarea").length > 1) break;
      if (at.matches("[class*=control i],[class*=select i],[class*=combobox i],[class*=trigger i],[class*=dropdown i],[class*=toggle i]")) found.push(at);
    }
    const button = parent(opener)?.querySelector(":scope > button:not([type=submit]),:scope > [role=button]");
    if (button && button !== opener) found.push(button);
    const arrow = [...(parent(opener)?.querySelectorAll("[class*=icon i],[class*=arrow i],[class*=toggle i],[class*=indicator i],[input-icon]") ?? [])].find((one) => shown(one) && !/clear|remove|search/i.test(`${one.className} ${one.getAttribute("aria-label")}`));
    if (arrow && !found.includes(arrow)) found.push(arrow);
    return found;
  }

  /**
   * Opens the list and waits for options.
   * @param {Element} opener @param {Set<Element>} before @param {number} patience ms a handle; short where options come only by typing
   */
  async function open(opener, before, patience) {
    opener.scrollIntoView?.({ block: "nearest" });
    const there = () => options(opener, before).length > 0;
    for (const handle of handles(opener)) {
      if (!expanded(opener)) await press(handle);
      if (await until(there, patience)) return true;
      if (expanded(opener)) return false;
    }
    focus(editable(opener) ?? opener);
    // Alt opens without choosing, where a bare arrow would take the first option.
    key(editable(opener) ?? opener, "ArrowDown", { altKey: true }).up();
    return Boolean(await until(there, patience));
  }

  /** The element that has the focus, in whatever shadow tree. */
  function focused() {
    let at = page.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at;
  }

  /** Closes what is still open as a person does, and without touching a dialog around it. @param {Element} opener */
  async function close(opener) {
    const target = editable(opener) ?? opener;
    const shut = () => until(() => !expanded(opener), 250);
    if (!expanded(opener)) return;
    if (!opener.closest("[role=dialog],dialog")) {
      key(focused() ?? target, "Escape").up();
      if (await shut()) return;
    }
    blur(target);
    if (await shut()) return;
    await press(opener);
    await shut();
  }

  /** Goes to an option by arrows and takes it by Enter, where the list tells which one is active and a press did nothing. @param {Element} opener @param {Element} option @param {number} most */
  function byKeys(opener, option, most) {
    const target = editable(opener) ?? opener;
    const active = () => referred(target, "aria-activedescendant")[0];
    if (!active()) return;
    for (let step = 0; active() !== option && step <= most; step += 1) key(target, "ArrowDown").up();
    if (active() === option) key(target, "Enter").up();
  }

  /**
   * Opens `opener`'s list, picks the option that says `wanted`, and closes it.
   * @param {Element} opener
   * @param {string} wanted
   * @param {{ search?: string, typed?: boolean, keep?: boolean, limit?: number }} how `search` is typed first; `typed`: the list's wording is not known beforehand; `keep` leaves the list open
   * @returns {Promise<{ picked: string, labels: string[], problem: string }>}
   */
  async function choose(opener, wanted, { search = "", typed = false, keep = false, limit = 5000 } = {}) {
    const before = expanded(opener) ? new Set() : visibleOptions();
    const own = editable(opener);
    const prior = own ? own.value : "";
    let opened = await open(opener, before, search && own && !own.readOnly ? 150 : Math.min(limit, 1200));
    const box = own ?? searchBox(opener);
    let found = opened && !(search && box && !box.readOnly) ? await find(opener, before, wanted, typed) : null;
    if (!found?.option && found?.verdict !== "several" && box && !box.readOnly) {
      focus(box);
      const text = search || (typed ? wanted : "");
      for (const query of [...new Set([text, text ? "" : wanted].filter(Boolean))]) {
        const shownBefore = options(opener, before).map(labelOf).join("|");
        if (query.length <= 40) await typeKeys(box, query, 8);
        else replaceText(box, query);
        // The list of an earlier query may still be up: wait for one that changed or already fits.
        await until(() => {
          const texts = options(opener, before).map(labelOf);
          return texts.length && (texts.join("|") !== shownBefore || typeof match(texts, wanted, typed) === "number");
        }, limit);
        let count = -1;
        await until(() => {
          const now = options(opener, before).length;
          const steady = now > 0 && now === count;
          count = now;
          return steady;
        }, 1200, 120);
        opened ||= count > 0;
        found = await find(opener, before, wanted, typed);
        if (found.option || found.verdict === "several") break;
      }
    }
    if (!found?.option) {
      if (own && !own.readOnly && own.value !== prior) replaceText(own, prior);
      await close(opener);
      const problem = found?.verdict === "several" ? "several options fit" : opened ? "no option says this" : "the list did not open";
      return { picked: "", labels: found?.labels ?? [], problem };
    }
    const picked = labelOf(found.option);
    const high = found.option.getBoundingClientRect().top;
    found.option.scrollIntoView?.({ block: "nearest" });
    // A long list that draws only what is seen draws its options anew once it was scrolled.
    if (found.option.getBoundingClientRect().top !== high) await pause(SCROLL_MS);
    const redrawn = () => options(opener, before).find((/** @type {Element} */ one) => labelOf(one) === picked) ?? null;
    if (!found.option.isConnected) found.option = redrawn() ?? found.option;
    const said = () => `${own?.value}|${opener.textContent}`;
    const unsaid = said();
    const state = () => [own?.value, opener.textContent, found.option?.getAttribute("aria-selected"), found.option?.className, found.option?.isConnected, expanded(opener)].join("|");
    const untouched = state();
    await press(found.option, { focus: false });
    await pause(20);
    // Drawn anew between the press and its release: nothing was chosen yet.
    const again = !keep && !found.option.isConnected && expanded(opener) && said() === unsaid ? redrawn() : null;
    if (again) await press(again, { focus: false });
    if (!keep && expanded(opener) && state() === untouched && !shows(opener, picked)) byKeys(opener, found.option, found.labels.length);
    if (!keep) {
      await until(() => !expanded(opener), 200);
      await close(opener);
    }
    return { picked, labels: found.labels, problem: "" };
  }

  /**
   * What a closed list offers: opens it, reads all of it, closes it.
   * @param {Element} opener @param {number} [limit] milliseconds until it is open
   * @returns {Promise<string[]>} empty where it offers nothing before one types
   */
  async function peek(opener, limit = 1200) {
    const before = visibleOptions();
    if (!(await open(opener, before, limit))) return [];
    const { labels } = await find(opener, before, "\u0000", false);
    await close(opener);
    return labels;
  }

  /**
   * Whether a closed list says all of `labels` to its reader: in the control, else in the box drawn around it.
   * @param {Element} opener @param {readonly string[]} labels
   */
  const showsAll = (opener, labels) => labels.every((label) => shows(opener, label)) || (labels.length > 1 && [", ", ",", "; "].some((between) => shows(opener, labels.join(between))));

  /** @param {Element} opener @param {string} label */
  function shows(opener, label) {
    const goal = fold(label);
    const box = editable(opener);
    const open = expanded(opener);
    if (box && fold(box.value) === goal) return true;
    for (let at = opener, level = 0; at && level < 5; at = parent(at), level += 1) {
      if (level && at.matches("form,fieldset,body,[role=dialog]")) return false;
      if (level && at.querySelectorAll("input:not([type=hidden]):not([aria-hidden=true]),select:not([aria-hidden=true]),textarea,[role=combobox]").length > 1) return false;
      for (const part of [at, ...at.querySelectorAll("*"), ...(at.shadowRoot?.querySelectorAll("*") ?? [])].slice(0, 200)) {
        const popup = opener.closest(POPUPS) ? null : part.closest(POPUPS);
        if (popup && (open || !inside(popup, opener))) continue;
        if (part.closest(open ? "label,legend,option,[role=option]" : "label,legend,option") && !inside(opener, part)) continue;
        if (fold(part.textContent ?? "") === goal && shown(part)) return true;
        if (part instanceof HTMLInputElement && part.type !== "hidden" && fold(part.value) === goal) return true;
      }
    }
    return false;
  }

  sincerely.lists = { choose, peek, showsAll, shows, editable, close };
})();
