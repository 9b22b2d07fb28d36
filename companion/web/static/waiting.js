// @ts-check
// What takes longer than a moment: while a sent form is under way the page says what is done and for how long, and can stop
// waiting; the companion then gives it up. Forms marked `data-lasting` are finished in any case. A download is fetched, so
// that its end is seen too.
import { listen } from "./live.js";

const MOMENT = 600;
const bar = document.getElementById("waiting");
/** How the present wait is given up. @type {(() => void) | null} */
let stop = null;
let timer = 0;

/** @param {HTMLFormElement} form @param {() => void} giveUp */
function begin(form, giveUp) {
  stop = giveUp;
  const since = Date.now();
  const tick = () => {
    if (!bar) return;
    if (bar.hidden) {
      const lasting = form.hasAttribute("data-lasting");
      part("what").textContent = `${form.dataset.doing ?? "Working"} …${lasting ? " It is finished in any case." : ""}`;
      part("stop").hidden = lasting;
      bar.hidden = false;
    }
    part("time").textContent = `${Math.round((Date.now() - since) / 1_000)} s`;
    timer = setTimeout(tick, 1_000);
  };
  timer = setTimeout(tick, MOMENT);
}

function end() {
  clearTimeout(timer);
  stop = null;
  if (bar) bar.hidden = true;
}

/** @param {string} name */
const part = (name) => /** @type {HTMLElement} */ (bar?.querySelector(`[data-${name}]`));

/** @param {HTMLFormElement} form @param {HTMLElement | null} submitter @param {AbortSignal} signal */
async function fetched(form, submitter, signal) {
  const sent = [...new FormData(form, submitter)].map(([name, value]) => [name, String(value)]);
  const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(sent), signal });
  if (!answer.ok) return form.submit();
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1] ?? "";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || event.defaultPrevented || form.method !== "post") return;
  if (stop) return event.preventDefault(); // once is enough
  if (!form.hasAttribute("data-download")) {
    return begin(form, () => {
      window.stop();
      listen(); // the stream of changes was stopped with everything else
    });
  }
  event.preventDefault();
  const control = new AbortController();
  begin(form, () => control.abort());
  void fetched(form, event.submitter, control.signal).catch(() => undefined).then(end);
});
part("stop")?.addEventListener("click", () => {
  stop?.();
  end();
});
addEventListener("pageshow", (event) => { if (event.persisted) end(); });
