// @ts-check
// Answers that the person gave on the page or in the panel: proposed to be kept, and kept with their scope.
import * as outbox from "./outbox.js";
import { shown } from "./forms.js";
import { Problem } from "./problems.js";
import { recall, remember } from "./tabs.js";

/** Keeps an answer and asks for the plan anew. @param {number} tabId @param {any} answer `/api/answers` but for the posting */
export async function keepAnswer(tabId, answer) {
  const { posting } = await recall(tabId);
  const done = await outbox.putAndSend({ path: "/api/answers", body: { ...answer, company: answer.scope === "general" ? "" : (posting?.company ?? ""), postingId: answer.scope === "posting" ? (posting?.id ?? "") : "" }, title: answer.question, kind: "answer" });
  if (done.problem && !done.waiting) throw new Problem(done.problem.code, done.problem);
  await remember(tabId, (now) => ({ ...now, proposals: (now.proposals ?? []).filter((/** @type {any} */ one) => one.label !== answer.question) }));
  return done;
}

/** @param {number} tabId @param {string} question */
export const dropProposal = async (tabId, question) => shown(await remember(tabId, (now) => ({ ...now, proposals: (now.proposals ?? []).filter((/** @type {any} */ one) => one.label !== question) })));

/** Answers that the person gave on the page, to be proposed. @param {number} tabId @param {any} message */
export function learned(tabId, { corrections = [] }) {
  const proposals = corrections.filter((/** @type {any} */ one) => one.label);
  return remember(tabId, (now) => ({ ...now, proposals: [...(now.proposals ?? []), ...proposals].slice(-40) }));
}
