// @ts-check
// Which hosts are portals and application systems we know. A rule holds for the registrable domain over https and for nothing
// that merely contains its name (`greenhouse.io.evil.com`).

/** @type {readonly [domain: string, name: string, kind: "portal" | "ats"][]} */
const SITES = [
  ["linkedin.com", "linkedin", "portal"],
  ["indeed.com", "indeed", "portal"],
  ["naukri.com", "naukri", "portal"],
  ["ashbyhq.com", "ashby", "ats"],
  ["bamboohr.com", "bamboohr", "ats"],
  ["breezy.hr", "breezy", "ats"],
  ["greenhouse.io", "greenhouse", "ats"],
  ["icims.com", "icims", "ats"],
  ["jobvite.com", "jobvite", "ats"],
  ["lever.co", "lever", "ats"],
  ["myworkdayjobs.com", "workday", "ats"],
  ["myworkdaysite.com", "workday", "ats"],
  ["oraclecloud.com", "oracle", "ats"],
  ["personio.com", "personio", "ats"],
  ["personio.de", "personio", "ats"],
  ["recruitee.com", "recruitee", "ats"],
  ["rippling.com", "rippling", "ats"],
  ["smartrecruiters.com", "smartrecruiters", "ats"],
  ["successfactors.com", "successfactors", "ats"],
  ["successfactors.eu", "successfactors", "ats"],
  ["taleo.net", "taleo", "ats"],
  ["teamtailor.com", "teamtailor", "ats"],
  ["workable.com", "workable", "ats"],
];

/** @param {string | undefined} url @returns {URL | null} */
function parse(url) {
  try {
    return new URL(url ?? "");
  } catch {
    return null;
  }
}

/** @param {string | undefined} url @returns {{ domain: string, name: string, kind: "portal" | "ats" } | null} */
export function siteOf(url) {
  const address = parse(url);
  if (!address || address.protocol !== "https:") return null;
  const host = address.hostname.replace(/\.$/, "");
  const found = SITES.find(([domain]) => host === domain || host.endsWith(`.${domain}`));
  return found ? { domain: found[0], name: found[1], kind: found[2] } : null;
}

/** The portal's name for a capture, else the host. @param {string | undefined} url */
export const portalOf = (url) => siteOf(url)?.name ?? parse(url)?.hostname ?? "";

/** @param {string | undefined} url */
export const hostOf = (url) => parse(url)?.hostname ?? "";

/** Pages an extension may be asked to read at all. @param {string | undefined} url */
export function readable(url) {
  const address = parse(url);
  return Boolean(address && (address.protocol === "https:" || address.protocol === "http:") && address.hostname !== "chromewebstore.google.com");
}

/**
 * Whether values may go into a frame: the top page itself, one of the same origin, or a known application system's.
 * A frame without an origin of its own (sandboxed, `srcdoc`, `data:`) gets nothing.
 * @param {string} top @param {string} frame @param {string} origin `self.origin` of the frame
 */
export function mayFill(top, frame, origin) {
  if (origin === "null" || !parse(frame) || !/^https?:$/.test(parse(frame)?.protocol ?? "")) return false;
  return parse(top)?.origin === parse(frame)?.origin || siteOf(frame)?.kind === "ats";
}

/** The match patterns of the manifest, for the options page. */
export const domains = SITES.map(([domain, name, kind]) => ({ domain, name, kind }));
