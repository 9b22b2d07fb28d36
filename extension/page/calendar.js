// @ts-check
// Date pickers that refuse typing: opens the calendar, turns to the month and presses the day. Needs gestures.js and choices.js.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.calendar) return;
  const { page, walk } = sincerely.dom;
  const { press, pause, until, put, input, change, focus } = sincerely.gestures;
  const { shown } = sincerely.choices;

  const POPUP = "[role=dialog],[role=grid],[class*=calendar i],[class*=datepicker i],[class*=date-picker i],[class*=picker-dropdown i]";
  const DAY = "[role=gridcell],td,[class*=day i],button";
  const OUTSIDE = /(prev|next|other|outside|adjacent|disabled|not-in-view|old|new)[-_]?(month|day)?/i;
  const MAX_TURNS = 240;

  /** Month names of the page's language and of English, lower case, January first. Making formats is slow: once a language. */
  function monthNames() {
    const known = names.get(page.documentElement.lang);
    if (known) return known;
    const made = [page.documentElement.lang || "en", "en"].flatMap((language) => {
      try {
        return ["long", "short"].map((style) =>
          Array.from({ length: 12 }, (_, month) =>
            new Intl.DateTimeFormat(language, { month: /** @type {"long"} */ (style), timeZone: "UTC" }).format(Date.UTC(2020, month, 1)).toLowerCase().replace(/\.$/, "")));
      } catch {
        return [];
      }
    });
    names.set(page.documentElement.lang, made);
    return made;
  }
  /** @type {Map<string, string[][]>} */
  const names = new Map();

  /** @param {string} text @returns {{year: number, month: number} | null} the month a calendar's heading names */
  function monthIn(text) {
    const low = text.toLowerCase();
    const year = low.match(/\b(19|20)\d\d\b/);
    if (!year) return null;
    for (const list of monthNames()) {
      // Long names first: "mar" is in "march" and "mars".
      const month = list.findIndex((name) => new RegExp(`(^|[^\\p{L}])${name}([^\\p{L}]|$)`, "u").test(low));
      if (month >= 0) return { year: Number(year[0]), month };
    }
    return null;
  }

  /** @returns {Element | null} the innermost visible box with at least four weeks of days */
  function calendarNow(/** @type {Set<Element>} */ before) {
    /** @type {Element | null} */
    let found = null;
    walk(page, POPUP, (/** @type {Element} */ element) => {
      if (!before.has(element) && element.matches(POPUP) && shown(element) && days(element).length >= 28) found = element;
    });
    return found;
  }

  /** @param {Element} calendar */
  const days = (calendar) => [...calendar.querySelectorAll(DAY)].filter((cell) => /^\d{1,2}$/.test(cell.textContent?.trim() ?? "") && !cell.querySelector(DAY));

  /** @param {Element} calendar @param {RegExp} words */
  const turner = (calendar, words) =>
    [...calendar.querySelectorAll("button,[role=button],[class*=next i],[class*=prev i],a")].find((element) => {
      const about = `${element.getAttribute("aria-label") ?? ""} ${element.className?.toString() ?? ""} ${element.getAttribute("title") ?? ""}`;
      return shown(element) && words.test(about) && !/year|decade|super/i.test(about) && !days(calendar).includes(element);
    });

  /**
   * Picks a day in the calendar that `opener` opens.
   * @param {Element} opener @param {{year: number, month: number, day: number}} date month from 0
   * @returns {Promise<string>} a problem, or "" when the day was pressed
   */
  async function pick(opener, date) {
    const before = new Set();
    walk(page, POPUP, (/** @type {Element} */ element) => {
      if (element.matches(POPUP) && shown(element)) before.add(element);
    });
    await press(opener);
    let calendar = await until(() => calendarNow(before), 1500);
    if (!calendar) return "its calendar did not open";
    await setDirectly(calendar, date);
    for (let turn = 0; turn < MAX_TURNS; turn += 1) {
      calendar = calendarNow(before) ?? calendar;
      const now = shownMonth(calendar);
      if (!now) return "its calendar cannot be read";
      const distance = (date.year - now.year) * 12 + date.month - now.month;
      if (distance === 0) break;
      const button = turner(calendar, distance > 0 ? /next|forward|weiter|suivant|siguiente/i : /prev|back|zurück|précédent|anterior/i);
      if (!button) return "its calendar cannot be turned";
      await press(button, { quick: true });
      const box = calendar;
      const moved = await until(() => {
        const after = shownMonth(calendarNow(before) ?? box);
        return after && (after.month !== now.month || after.year !== now.year);
      }, 600, 10);
      if (!moved) return "its calendar does not reach this date";
    }
    const cell = days(calendar).find((one) => Number(one.textContent) === date.day && !outside(one, calendar));
    if (!cell) return "this day cannot be chosen";
    await press(cell);
    await pause(30);
    return "";
  }

  /** @param {Element} cell @param {Element} calendar */
  function outside(cell, calendar) {
    for (let at = /** @type {Element | null} */ (cell); at && at !== calendar; at = at.parentElement) {
      if (OUTSIDE.test(at.className?.toString() ?? "") || at.getAttribute("aria-disabled") === "true" || at.hasAttribute("disabled")) return true;
      if (at.matches("tr,[role=row]")) return false;
    }
    return false;
  }

  /** Month and year as native controls inside the calendar. @param {Element} calendar @param {{year: number, month: number}} date */
  async function setDirectly(calendar, date) {
    const year = [...calendar.querySelectorAll("input,select")].find((control) => /^(19|20)\d\d$/.test(/** @type {HTMLInputElement} */ (control).value));
    const month = [...calendar.querySelectorAll("select")].find((select) => select !== year && select.options.length === 12);
    for (const [control, value] of /** @type {[Element | undefined, string][]} */ ([[year, String(date.year)], [month, month?.options[date.month]?.value ?? ""]])) {
      if (!control || !value) continue;
      focus(control);
      put(control, value);
      input(control);
      change(control);
      await pause(20);
    }
  }

  /** @param {Element} calendar */
  function shownMonth(calendar) {
    const controls = [...calendar.querySelectorAll("select,input")].map((control) =>
      control instanceof HTMLSelectElement ? control.selectedOptions[0]?.text : /** @type {HTMLInputElement} */ (control).value).join(" ");
    const heads = [...calendar.querySelectorAll("[class*=header i],[class*=caption i],[class*=title i],[class*=month i],[aria-live],h2,h3,th")];
    return [controls, ...heads.map((head) => `${head.textContent} ${controls}`)].map(monthIn).find(Boolean) ?? null;
  }

  /** @param {string} text @returns {{year: number, month: number, day: number} | null} an ISO date's parts */
  function isoDate(text) {
    const parts = text.match(/^\s*(\d{4})-(\d{2})-(\d{2})/);
    return parts && { year: Number(parts[1]), month: Number(parts[2]) - 1, day: Number(parts[3]) };
  }

  sincerely.calendar = { pick, isoDate };
})();
