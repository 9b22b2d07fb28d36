// @ts-check
// What can go wrong, under the same codes as the companion's (companion/errors.py; a test keeps the two lists equal), and
// what to tell the person. The second list is the connection's own: causes that no answer can name.

/** @type {Record<string, { title: string, hint: string }>} */
export const COMPANION_PROBLEMS = {
  internal: { title: "Something went wrong in the companion", hint: "Try again. If it stays, copy Diagnose from the options." },
  "bad-input": { title: "This could not be used", hint: "Check what was entered." },
  "too-large": { title: "Too large", hint: "This page or file is over the limit." },
  unreadable: { title: "No job could be read here", hint: "Open the job's own page and try again." },
  "not-found": { title: "Not found", hint: "It may have been removed in the dashboard." },
  conflict: { title: "Something else changed first", hint: "Look again, then decide." },
  "stale-version": { title: "Changed meanwhile", hint: "Look again, then decide." },
  "already-applied": { title: "Already applied", hint: "The dashboard shows the application." },
  "approval-void": { title: "The approval no longer fits", hint: "Look at what changed and approve again." },
  refused: { title: "The companion refused", hint: "Pair this browser again if it stays." },
  unpaired: { title: "This browser is not paired", hint: "Enter the code that the companion shows." },
  misdirected: { title: "The companion did not expect this address", hint: "Check the port in the options." },
  expired: { title: "This code is no longer valid", hint: "Ask the companion for a new one." },
  unsupported: { title: "The companion does not take this", hint: "Update the extension and the companion to the same version." },
  "rate-limited": { title: "Too many tries", hint: "Wait a minute." },
  store: { title: "The companion's data folder cannot be used", hint: "Run “sincerely doctor”." },
  "store-locked": { title: "Another companion is running", hint: "Stop one of the two." },
  "wrong-key": { title: "The key does not open the data", hint: "Start the companion with the right passphrase." },
  damaged: { title: "The data folder is damaged", hint: "Run “sincerely doctor”." },
  "store-full": { title: "The disk is full", hint: "Make room, then try again." },
  net: { title: "The other side did not answer as hoped", hint: "Try again later." },
  "private-address": { title: "Not a public address", hint: "Only public job pages are read." },
  blocked: { title: "The portal refuses automatic reading", hint: "Open the page yourself and save it from the popup." },
  drift: { title: "The answer has a new shape", hint: "The portal changed. Save the page from the popup instead." },
  "timed-out": { title: "It took too long", hint: "Try again." },
  model: { title: "The language model did not help", hint: "Everything works without it." },
  "no-browser": { title: "No browser found", hint: "Run “sincerely browser”." },
  apply: { title: "The application could not go on", hint: "The dashboard says where it stands." },
  "illegal-transition": { title: "Not possible in this state", hint: "The dashboard says where it stands." },
  "needs-person": { title: "This needs you", hint: "Finish this step on the page." },
};

/** @type {Record<string, { title: string, hint: string }>} */
export const CONNECTION_PROBLEMS = {
  away: { title: "The companion is not running", hint: "Start it with “sincerely”. What you save waits here." },
  "other-program": { title: "Another program answers on the companion's port", hint: "Nothing was sent to it. Start the companion, or change the port in the options." },
  "protocol-mismatch": { title: "The companion speaks another version", hint: "Update the extension and the companion to the same version." },
  "not-paired": { title: "Not paired yet", hint: "Enter the six digits that the companion shows." },
  revoked: { title: "The companion does not know this browser", hint: "The pairing was revoked, or it is another companion. Pair again; nothing was sent to it." },
  interrupted: { title: "The connection broke off", hint: "It is tried again by itself." },
  "outbox-full": { title: "No more can wait here", hint: "Start the companion, or remove waiting items in the options." },
  "storage-full": { title: "The browser has no room left", hint: "Free disk space or remove waiting items, then save again." },
  "no-access": { title: "This page may not be read", hint: "Click Sincerely's icon while this tab is in front. Chrome keeps every extension out of its own pages." },
  "no-form": { title: "No form found here", hint: "Scroll to the form or open its page." },
  "plan-gone": { title: "The page changed since the plan was made", hint: "Look at the form again." },
  stopped: { title: "Stopped", hint: "" },
  "not-allowed": { title: "Not allowed from here", hint: "Use the popup or the side panel." },
};

/** A problem with a stable code, words for the person, and whether trying again can help. */
export class Problem extends Error {
  /**
   * @param {string} code
   * @param {{ detail?: string, hint?: string, status?: number, retry?: boolean, after?: number }} [about] `after`: seconds to wait
   */
  constructor(code, { detail = "", hint = "", status = 0, retry = false, after = 0 } = {}) {
    const known = CONNECTION_PROBLEMS[code] ?? COMPANION_PROBLEMS[code] ?? COMPANION_PROBLEMS.internal;
    super(known.title);
    this.code = code;
    this.title = known.title;
    this.detail = detail;
    this.hint = hint || known.hint;
    this.status = status;
    this.retry = retry;
    this.after = after;
  }

  /** As it travels in a message. */
  toJSON() {
    const { code, title, detail, hint, status, retry } = this;
    return { code, title, detail, hint, status, retry };
  }
}

/** @param {unknown} error */
export const asProblem = (error) => (error instanceof Problem ? error : new Problem("internal", { detail: error instanceof Error ? error.message : String(error) }));
