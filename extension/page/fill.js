// @ts-check
// Carries out a plan on the page and reads every field back. Which element takes a value is a security boundary: each
// field is looked at again right before it is written and left alone when it is not what the plan was made for.
// Never overwrites what the person typed, never submits. Needs scan.js, hands.js and claims.js.
(() => {
  "use strict";
  const sincerely = globalThis.sincerely;
  if (sincerely.fill) return;
  const { touched, pause, until, mark } = sincerely.gestures;
  const { fold } = sincerely.choices;
  const { mismatch, renamed, blank, empty, TYPED } = sincerely.claims;

  const FILL_MS = 120_000;
  const WAIT_MS = 5_000;
  const SETTLE_MS = 60;
  const LATE_MS = 400;
  const MOST_OPTIONS = 300;

  /**
   * What we wrote, for undo: the newest state before us and what stood there after.
   * @type {Map<string, { task: any, before: string[], wrote: string[], restore: () => Promise<void> | void, action: any }>}
   */
  const journal = new Map();
  /** Elements whose present value is ours. @type {WeakSet<Element>} */
  const ours = new WeakSet();
  /** One fill at a time. @type {Promise<unknown>} */
  let line = Promise.resolve();
  let stopped = false;
  /** The last field was not there: the form may be gone, and each further one is not waited for as long. */
  let missing = false;

  /** @param {string} fieldId @param {string} status @param {Partial<{readBack: string[], before: string[], message: string, frame: string, offered: string[]}>} [more] */
  const result = (fieldId, status, more = {}) => ({ fieldId, status, frame: "", readBack: [], before: [], message: "", ...more });

  /** @param {string[]} [labels] as many as a person would read through */
  const some = (labels) => (labels ?? []).slice(0, MOST_OPTIONS).map((label) => label.slice(0, 200));

  /** @param {any} action @param {number} wait */
  async function target(action, wait) {
    const element = await until(() => sincerely.element(action.fieldId), wait, 100);
    const field = element && sincerely.scanField(element);
    return field ? { element, field } : null;
  }

  /** @param {any} task @returns {string} the page's complaint about this field now */
  function complaint({ element, members }) {
    const native = /** @type {HTMLInputElement} */ (members[0] ?? element);
    const now = sincerely.scanField(element);
    if (now?.error) return now.error;
    if (native.validity && !native.validity.valid && !native.validity.valueMissing) return native.validationMessage;
    return native.getAttribute("aria-invalid") === "true" ? "the page marks it as not valid" : "";
  }

  /** @param {any} action @param {Record<string, { name: string, type: string, data: string }>} given */
  function filesOf(action, given) {
    const one = action.kind === "attach" ? given[action.file] : undefined;
    if (!one || (action.values?.length && action.values[0] !== one.name)) return [];
    const bytes = Uint8Array.from(atob(one.data), (letter) => letter.charCodeAt(0));
    return [new File([bytes], one.name, { type: one.type })];
  }

  /** A file of ours that was taken up: its name may stand where the field was. @param {any} action @param {any} [entry] of the journal */
  function taken(action, entry = journal.get(action.fieldId)) {
    if (action.kind !== "attach" || !entry || entry.action.file !== action.file) return null;
    const hand = sincerely.hands.of(entry.task.field, action, entry.task.element);
    return hand.holds(entry.task) ? { hand, task: entry.task } : null;
  }

  /** @param {any} action @param {any} files @param {any} options */
  async function fillOne(action, files, options) {
    const wait = options.waitMs ?? WAIT_MS;
    const found = await target(action, missing ? 100 : Math.min(wait, 1500));
    missing = !found;
    const kept = found?.field.type === "file" ? null : taken(action);
    if (kept) return { ...kept, result: result(action.fieldId, "already", { readBack: action.values, before: action.values }) };
    if (!found) return { result: result(action.fieldId, "unfillable", { message: "the field is no longer on the page" }) };
    const { element, field } = found;
    const problem = mismatch(action, field, element, ours.has(element));
    if (problem) return { result: result(action.fieldId, "unfillable", { message: problem }) };
    const hand = sincerely.hands.of(field, action, element);
    if (!hand) return { result: result(action.fieldId, "unfillable", { message: `a ${field.widget} is not filled by us` }) };
    /** @type {any} */
    const task = { element, members: sincerely.members(action.fieldId), field, action, files: filesOf(action, files), wait };
    const before = hand.read(task);
    if (hand.holds(task)) return { hand, task, result: result(action.fieldId, "already", { readBack: before, before }) };
    const mine = ours.has(element);
    if (!mine && !action.replace) {
      const persons = [element, sincerely.widget.editorOf(element), ...task.members].some((one) => one && touched.has(one));
      const prefilled = !empty(field, before, element, task.members);
      if (prefilled && (persons || !options.overwrite)) return { result: result(action.fieldId, "left", { readBack: before, before, message: "it already has a value" }) };
      if (persons && TYPED.has(field.widget) && !empty(field, before, element, task.members)) return { result: result(action.fieldId, "left", { readBack: before, before, message: "you typed here" }) };
    }
    const earlier = complaint(task);
    const restore = hand.keep(task);
    ours.add(element);
    task.restore = restore;
    if (!journal.has(action.fieldId)) journal.set(action.fieldId, { task, before, wrote: [], restore, action });
    const refusal = await hand.write(task);
    return { hand, task, earlier, refusal, result: conclude(hand, task, before, refusal, earlier) };
  }

  /** @param {any} hand @param {any} task @param {string[]} before @param {string} refusal @param {string} earlier */
  function conclude(hand, task, before, refusal, earlier) {
    const { fieldId } = task.action;
    const readBack = hand.read(task);
    const entry = journal.get(fieldId);
    if (entry) entry.wrote = readBack;
    if (refusal) return result(fieldId, "unfillable", { readBack, before, message: refusal, offered: some(task.offered) });
    const now = complaint(task);
    if (now && now !== earlier) return result(fieldId, "rejected", { readBack, before, message: now.slice(0, 300) });
    if (!hand.holds(task)) return result(fieldId, "changed", { readBack, before, message: "the page shows something else" });
    return result(fieldId, "verified", { readBack, before });
  }

  /** Lists that are filled by the page once another field, further down, was given: tried again where they offer something else now. @param {any[]} done @param {any} files @param {any} options */
  async function late(done, files, options) {
    for (const one of done) {
      const { element, offered } = one.task ?? {};
      if (stopped || one.result.status !== "unfillable" || !offered || !(element instanceof HTMLSelectElement)) continue;
      const other = () => sincerely.choosers.optionsOf(element).join("|") !== offered.join("|");
      if (await until(other, LATE_MS)) Object.assign(one, await fillOne(one.action, files, options));
    }
  }

  /** A last look: what a page undid or re-rendered meanwhile is written once more, then reported as it is. @param {any[]} done @param {any} files @param {any} options */
  async function verify(done, files, options) {
    await pause(options.settleMs ?? SETTLE_MS);
    for (const one of done) {
      if (one.result.status !== "verified" && one.result.status !== "already") continue;
      const again = await target(one.action, 400);
      if (!again && taken(one.action)) continue;
      if (again && renamed(one.action, again.field)) {
        await one.task.restore?.();
        one.result = { ...one.result, status: "changed", readBack: one.hand.read(one.task), message: "the page changed the question while it was filled" };
        continue;
      }
      if (again && again.element === one.task.element && one.hand.holds(one.task)) continue;
      const { before } = one.result;
      if (again && one.hand.holds({ ...one.task, element: again.element, field: again.field, members: sincerely.members(one.action.fieldId) })) continue;
      const second = await fillOne(one.action, files, options);
      one.result = second.result.status === "left" ? { ...second.result, status: "changed", message: "the page changed it" } : { ...second.result, before };
      if (second.task) one.task = second.task;
      if (second.hand && one.result.status === "verified") {
        await pause(SETTLE_MS);
        if (!second.hand.holds(second.task)) one.result = { ...one.result, status: "changed", readBack: second.hand.read(second.task), message: "the page changes it back" };
      }
    }
  }

  /** The options of a list that the plan could not see; nothing is chosen. @param {any} action @returns {Promise<string[]>} */
  async function look(action) {
    const found = await target(action, 0);
    if (!found || !found.field.visible || found.field.widget === "unknown" || fold(found.field.label) !== fold(action.label ?? "")) return [];
    return empty(found.field, [found.field.value], found.element, []) ? some(await sincerely.choosers.offers(found.element)) : [];
  }

  /**
   * Further blocks come last: a resume parser may have opened some by itself, and then they are counted anew.
   * @param {any} action @param {any[]} within what goes into an entry's own form @param {Set<string>} at the fields there at the start @param {any} files @param {any} options
   */
  async function addBlocks(action, within, at, files, options) {
    const rest = (/** @type {string} */ message) => within.map((one) => result(one.fieldId, "unfillable", { message }));
    if (stopped) return [result(action.fieldId, "unfillable", { message: "stopped" }), ...rest("stopped")];
    const parsed = [...sincerely.blocks.shown()].filter(([id, field]) => !at.has(id) && field.section && fold(field.section).startsWith(fold(action.section).replace(/[\s\d]+$/, "")));
    if (parsed.length) return [result(action.fieldId, "left", { message: "the page added entries by itself; look again" }), ...rest("look again")];
    const fill = async (/** @type {any} */ one) => {
      if (stopped) return { result: result(one.fieldId, "unfillable", { message: "stopped" }) };
      const filled = await fillOne(one, files, { ...options, overwrite: true });
      // What is kept in a card is taken out by the card's own button, not field by field.
      journal.delete(one.fieldId);
      return filled;
    };
    const { status, added, message, results } = await sincerely.blocks.add(action, options.waitMs ?? WAIT_MS, within, fill);
    const told = new Set(results.map((/** @type {any} */ one) => one.fieldId));
    const others = within.filter((one) => !told.has(one.fieldId)).map((one) =>
      added.includes(action.values[one.entry]) ? result(one.fieldId, "already", { readBack: one.values }) : result(one.fieldId, "unfillable", { message: "its entry was not opened" }));
    return [result(action.fieldId, status, { readBack: added, message }), ...results, ...others];
  }

  /**
   * Fills what the plan says and reads it back.
   * @param {{ actions: any[] }} plan the actions of this frame
   * @param {Record<string, { name: string, type: string, data: string }>} [files] sha256 → file, `data` in base64
   * @param {{ overwrite?: boolean, mark?: boolean, waitMs?: number, settleMs?: number, budgetMs?: number }} [options]
   *   `overwrite`: values the page itself put in may be replaced (the headless driver); what a person typed never is
   * @returns {Promise<any>} a FillReport
   */
  async function run(plan, files = {}, options = {}) {
    const start = performance.now();
    const end = start + (options.budgetMs ?? FILL_MS);
    stopped = false;
    missing = false;
    sincerely.scan();
    const actions = plan.actions.filter((action) => action.kind !== "leave");
    const at = new Set(sincerely.blocks.shown().keys());
    // Files first: resume parsers write into other fields a moment later, and what they write is not the person's.
    const page = actions.filter((action) => !action.inside);
    const order = [...page.filter((action) => action.kind === "attach"), ...page.filter((action) => action.kind !== "attach" && action.kind !== "add")];
    const parsed = new Set();
    /** @type {any[]} */
    const done = [];
    const held = new Map(order.map((action) => [action.fieldId, valueOf(action.fieldId)]));
    for (const action of order) {
      if (stopped || performance.now() > end) {
        done.push({ action, result: result(action.fieldId, "unfillable", { message: stopped ? "stopped" : "the page took too long" }) });
        continue;
      }
      // A value that came after our upload came from the page's parser.
      const fromParser = parsed.size > 0 && held.get(action.fieldId) === "" && valueOf(action.fieldId) !== "";
      const one = await fillOne(action, files, { ...options, overwrite: options.overwrite || fromParser });
      if (action.kind === "attach" && one.result.status === "verified") {
        parsed.add(action.fieldId);
        await pause(order.length > 1 ? 150 : 0);
      }
      done.push({ ...one, action });
    }
    await late(done, files, options);
    await verify(done, files, options);
    for (const action of actions.filter((one) => one.kind === "add")) {
      const within = actions.filter((one) => one.inside === action.fieldId);
      for (const told of await addBlocks(action, within, at, files, options)) done.push({ action: actions.find((one) => one.fieldId === told.fieldId), result: told });
    }
    for (const action of actions.filter((one) => one.inside && !done.some((other) => other.action === one))) done.push({ action, result: result(action.fieldId, "unfillable", { message: "its entry is not being added" }) });
    if (options.mark) for (const one of done) if (one.task && one.result.status === "verified") mark(one.task.element);
    const byId = new Map(done.map((one) => [one.action.fieldId, { ...one.result, frame: one.action.frame ?? "" }]));
    const left = [];
    for (const action of plan.actions.filter((one) => one.kind === "leave")) {
      const offered = action.look && !stopped && performance.now() < end ? await look(action) : [];
      left.push(result(action.fieldId, "left", { frame: action.frame ?? "", message: action.reason ?? "", ...(offered.length && { offered }) }));
    }
    return {
      results: [...actions.map((action) => byId.get(action.fieldId)), ...left],
      errors: sincerely.surroundings?.errors?.() ?? [],
      tookMs: Math.round(performance.now() - start),
    };
  }

  /** @param {string} fieldId */
  function valueOf(fieldId) {
    const element = sincerely.element(fieldId);
    return (element && sincerely.scanField(element)?.value) ?? "";
  }

  sincerely.fill = (/** @type {any} */ plan, /** @type {any} */ files, /** @type {any} */ options) => {
    const next = line.then(() => run(plan, files, options));
    line = next.catch(() => undefined);
    return next;
  };

  /** Ends a running fill before its next field. */
  sincerely.stop = () => { stopped = true; };

  /**
   * Puts back what stood in the fields before we wrote, except where the person or the page changed them since.
   * @param {string[]} [fieldIds] all by default
   */
  sincerely.undo = (fieldIds) => {
    const next = line.then(async () => {
      const start = performance.now();
      const results = [];
      for (const [fieldId, entry] of [...journal].reverse()) {
        if (fieldIds && !fieldIds.includes(fieldId)) continue;
        journal.delete(fieldId);
        const found = (await target(entry.action, 0)) ?? taken(entry.action, entry)?.task;
        const hand = found && sincerely.hands.of(found.field, entry.action, found.element);
        if (!found || !hand) {
          results.push(result(fieldId, "unfillable", { message: "the field is no longer on the page" }));
          continue;
        }
        const now = { ...entry.task, ...found, members: sincerely.members(fieldId) };
        const standing = hand.read(now);
        // What the page made of it later (a space, a dash) is still ours.
        const own = standing.join("\n") === entry.wrote.join("\n") || (!touched.has(found.element) && hand.holds(now));
        if (!own) {
          results.push(result(fieldId, "left", { readBack: standing, message: "changed since, so left as it is" }));
          continue;
        }
        await (found.element === entry.task.element ? entry.restore() : hand.keep(now, entry.before)());
        ours.delete(found.element);
        const bare = (/** @type {string[]} */ texts) => texts.filter((text) => !blank(text, found.field)).join("\n");
        await until(() => bare(hand.read(now)) === bare(entry.before), 300);
        const last = { ...now, ...((await target(entry.action, 0)) ?? found), members: sincerely.members(fieldId) };
        const readBack = hand.read(last);
        const back = bare(readBack) === bare(entry.before) && !hand.lingers?.(last, entry.wrote.filter((text) => !entry.before.includes(text)));
        results.push(result(fieldId, back ? "verified" : "changed", { readBack, before: standing, message: back ? "" : "the page offers no way back" }));
      }
      for (const { id, message } of await sincerely.blocks.undo(fieldIds)) results.push(result(id, message ? "changed" : "verified", { message }));
      return { results, errors: [], tookMs: Math.round(performance.now() - start) };
    });
    line = next.catch(() => undefined);
    return next;
  };

  /** Presses an "add another", "save" or "back" button of the last scan; never one that goes on or submits. @param {string} buttonId @returns {Promise<boolean>} */
  sincerely.press = async (buttonId) => {
    const button = sincerely.scan().buttons.find((/** @type {any} */ one) => one.id === buttonId);
    const element = button && sincerely.element(buttonId);
    if (!element || !["add", "save", "back"].includes(button.kind) || button.disabled) return false;
    await sincerely.gestures.press(element);
    return true;
  };

  /** Field ids filled by us that now hold something else, for learn.js: what the person made of them. */
  sincerely.filled = () => [...journal.entries()].map(([fieldId, entry]) => ({ fieldId, wrote: entry.wrote, action: entry.action }));
})();
