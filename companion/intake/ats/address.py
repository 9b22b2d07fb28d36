"""Web address → application system, employer's board and job id. The one table of ATS addresses (no requests made)."""
# ruff: noqa: E501  (tables of patterns read better unbroken)

import re
from collections.abc import Callable
from urllib.parse import parse_qsl, unquote, urlsplit

import msgspec


class AtsAddress(msgspec.Struct, frozen=True, kw_only=True):
    """Where an address leads. `company` is the board's name as the ATS spells it; `job` is empty for a board."""

    ats: str
    company: str = ""
    job: str = ""
    host: str = ""
    """The host to ask, where it tells boards apart (Workday, own domains)."""
    site: str = ""
    """Workday's site within the tenant, Oracle's within the host."""


_UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"

# ats, host pattern, path pattern; groups: company, job (from host or path). First match wins; most specific first.
_TABLE: tuple[tuple[str, str, str], ...] = (
    ("greenhouse", r"(?:boards|job-boards)(?:\.eu)?\.greenhouse\.io", r"/embed/job_(?:app|board)(?:/js)?"),
    ("greenhouse", r"boards-api(?:\.eu)?\.greenhouse\.io", r"/v1/boards/(?P<company>[^/]+)(?:/jobs(?:/(?P<job>\d+))?)?"),
    ("greenhouse", r"(?:boards|job-boards)(?:\.eu)?\.greenhouse\.io", r"/(?P<company>[^/]+)(?:/jobs/(?P<job>\d+))?"),
    ("greenhouse", r"(?:my|app|grnh)\.?(?:greenhouse\.io|se)", r"/.*"),
    ("lever", r"jobs(?:\.eu)?\.lever\.co", rf"/(?P<company>[^/]+)(?:/(?P<job>{_UUID}))?"),
    ("lever", r"api(?:\.eu)?\.lever\.co", rf"/v0/postings/(?P<company>[^/]+)(?:/(?P<job>{_UUID}))?"),
    ("ashby", r"jobs\.ashbyhq\.com", rf"/(?P<company>[^/]+)(?:/(?P<job>{_UUID}))?"),
    ("ashby", r"api\.ashbyhq\.com", r"/posting-api/job-board/(?P<company>[^/]+)"),
    ("workday", r"(?P<company>[\w-]+)\.(?:wd\d+\.)?myworkdayjobs(?:-impl)?\.com", r".*"),
    ("workday", r"(?:[\w-]+\.)?wd\d+\.myworkdaysite\.com|[\w-]+\.myworkdaysite\.com", r".*"),
    ("smartrecruiters", r"(?:jobs|careers)\.smartrecruiters\.com",
     r"/(?:oneclick-ui/company/)?(?P<company>[^/]+)(?:/publication)?(?:/(?P<job>[0-9a-f-]{36}|\d{6,}))?.*"),
    ("smartrecruiters", r"api\.smartrecruiters\.com", r"/v1/companies/(?P<company>[^/]+)(?:/postings(?:/(?P<job>[\w-]+))?)?"),
    ("workable", r"apply\.workable\.com", r"/api/v\d/(?:widget/)?accounts/(?P<company>[^/]+)(?:/jobs(?:/(?P<job>\w+))?)?"),
    ("workable", r"apply\.workable\.com", r"/j/(?P<job>\w+)"),
    ("workable", r"apply\.workable\.com", r"/(?P<company>[^/]+)(?:/j/(?P<job>\w+))?"),
    ("workable", r"(?!apply\.|www\.|jobs\.)(?P<company>[\w-]+)\.workable\.com", r"(?:/jobs?/(?P<job>\w+))?"),
    ("recruitee", r"(?P<company>[\w-]+)\.recruitee\.com", r"(?:/l/\w+(?=/|$))?(?:/o/(?P<job>[^/]+))?"),
    ("personio", r"(?P<company>[\w-]+)\.jobs\.personio\.(?:de|com|es|at|ch)", r"(?:/job/(?P<job>\d+))?"),
    ("teamtailor", r"(?P<company>[\w-]+(?:\.na)?)\.teamtailor\.com", r"(?:/[a-z]{2}(?:-[A-Z]{2})?(?=/|$))?(?:/jobs/(?P<job>\d+))?"),
    ("bamboohr", r"(?P<company>[\w-]+)\.bamboohr\.(?:com|co\.uk)", r"/(?:careers|jobs(?:/view\.php)?)?(?:/(?P<job>\d+))?"),
    ("breezy", r"(?P<company>[\w-]+)\.breezy\.hr", r"(?:/p/(?P<job>[0-9a-f]{10,})[^/]*)?"),
    ("jazzhr", r"(?P<company>[\w-]+)\.applytojob\.com", r"(?:/apply(?:/jobs/details)?(?:/(?P<job>\w{8,}))?)?"),
    ("jazzhr", r"app\.jazz\.co", r"/feeds/export/jobs/(?P<company>[\w-]+)"),
    ("jobvite", r"jobs\.jobvite\.com", r"/(?:careers/)?(?P<company>[^/]+)(?:/job/(?P<job>\w+))?"),
    ("icims", r"(?P<company>[\w-]+)\.icims\.com", r"(?:/jobs/(?P<job>\d+))?"),
    ("icims", r"[\w-]+\.jibeapply\.com|app\.jibecdn\.com", r".*"),
    ("taleo", r"(?P<company>[\w-]+)\.(?:[\w-]+\.)?taleo\.net", r".*"),
    ("successfactors", r"(?:career\w*|jobs)?[\w-]*\.?(?:successfactors|sapsf)\.(?:com|eu|cn)", r".*"),
    ("successfactors", r"[\w.-]*\.jobs\.hr\.cloud\.sap|jobs\.sap\.com", r".*"),
    ("oracle", r"(?P<company>[\w-]+)\.fa\.(?:\w+\.)*oraclecloud\.com|[\w.-]+\.oraclecloud\.com", r".*"),
    ("rippling", r"ats\.(?:\w+\.)?rippling\.com|[\w-]+\.rippling-ats\.com",
     rf"(?:/[a-z]{{2}}-[A-Z]{{2}}(?=/))?/(?P<company>[^/]+)(?:/jobs(?:/(?P<job>{_UUID}))?)?"),
    ("pinpoint", r"(?P<company>[\w-]+)\.pinpointhq\.com", rf"(?:/[a-z]{{2}}(?=/|$))?(?:/(?:postings|jobs)/(?P<job>{_UUID}|\d+))?"),
    ("join", r"(?:www\.)?join\.com", r"/companies/(?P<company>[^/]+)(?:/(?P<job>\d+)[^/]*)?"),
    ("eightfold", r"(?P<company>[\w-]+)\.eightfold\.ai", r".*"),
    ("phenom", r"[\w.-]+\.phenompeople\.com|[\w.-]+\.phenom\.com", r".*"),
    ("softgarden", r"(?P<company>[\w-]+)\.(?:career\.)?softgarden\.(?:io|de)", r"(?:/job/(?P<job>\d+))?"),
    ("gupy", r"(?P<company>[\w-]+)\.gupy\.io", r"(?:/jobs?/(?P<job>\w+))?"),
    ("dayforce", r"jobs\.dayforcehcm\.com|[\w.-]*dayforcehcm\.com", r"(?:/[a-z]{2}-[A-Z]{2})?/(?P<company>[^/]+).*"),
    ("ukg", r"recruiting\d?\.ultipro\.(?:com|ca)|[\w.-]+\.rec\.pro\.ukg\.net", r"/(?P<company>[^/]+).*"),
    ("adp", r"workforcenow\.adp\.com|(?:[\w-]+\.)*recruiting\.adp\.com|myjobs\.adp\.com", r".*"),
    ("paylocity", r"recruiting\.paylocity\.com", r".*"),
    ("paycom", r"(?:www\.)?paycomonline\.(?:net|com)", r".*"),
    ("trakstar", r"(?P<company>[\w-]+)\.hire\.trakstar\.com", r"(?:/jobs/(?P<job>\w+))?"),
    ("comeet", r"(?:www\.)?comeet\.(?:com|co)", r"/jobs/(?P<company>[^/]+).*"),
    ("gem", r"jobs\.gem\.com", r"/(?P<company>[^/]+)(?:/(?P<job>[\w-]+))?"),
    ("polymer", r"jobs\.polymer\.co", r"/(?P<company>[^/]+)(?:/(?P<job>\d+))?"),
    ("onlyfy", r"(?P<company>[\w-]+)\.onlyfy\.jobs", r"(?:/[a-z]{2}(?=/|$))?(?:/job/(?P<job>\w+))?"),
    ("careers-page", r"(?:www\.)?careers-page\.com", r"/(?P<company>[^/]+)(?:/job/(?P<job>\w+))?"),
    ("linkedin", r"(?:[\w-]+\.)?linkedin\.(?:com|cn)", r"/(?:jobs|jobs-guest|comm/jobs)/.*?(?:(?:view|jobPosting)/(?:[^/?]*-)?(?P<job>\d{6,}))?"),
    ("linkedin", r"(?:[\w-]+\.)?linkedin\.(?:com|cn)", r".*"),
    ("indeed", r"(?:[\w-]+\.)*indeed\.(?:com|co\.\w+|\w{2})", r".*"),
    ("naukri", r"(?:www\.|m\.)?naukri\.com", r"(?:/job-listings-[^?]*?-?(?P<job>\d{9,}))?.*"),
    ("glassdoor", r"(?:[\w-]+\.)*glassdoor\.(?:com(?:\.\w{2})?|co\.\w{2}|\w{2})", r".*"),
    ("ziprecruiter", r"(?:[\w-]+\.)*ziprecruiter\.(?:com|co\.uk)", r".*"),
    ("stepstone", r"(?:[\w-]+\.)*stepstone\.\w{2}", r".*"),
)  # fmt: skip
_COMPILED = tuple(
    (ats, re.compile(host, re.IGNORECASE), re.compile(path + r"/?(?:apply|application|.*)?", re.IGNORECASE))
    for ats, host, path in _TABLE
)
_INDEED_KEY = re.compile(r"^[0-9a-f]{16}$")
_WORKDAY_PATH = re.compile(
    r"^(?:/wday/cxs/(?P<tenant>[^/]+)/(?P<cxs_site>[^/]+)|/(?:recruiting/(?P<site_tenant>[^/]+)/)?(?:[a-z]{2}(?:-[A-Za-z]{2,4})?/)?(?P<site>[^/]+))"
    r"(?P<rest>/.*)?$"
)
_WORKDAY_JOB = re.compile(r"/(?:job|details)/(?:[^?]*/)?[^/?]*?_(?P<job>[A-Za-z0-9][\w.-]*?)(?:/apply.*|/)?$")


def identify(url: str) -> AtsAddress | None:
    """The ATS that `url` belongs to, or None. Query parameters of embeds (`gh_jid`, `ashby_jid`, …) count on any host."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    query = dict(parse_qsl(parts.query))
    path = unquote(parts.path)
    for ats, host_pattern, path_pattern in _COMPILED:
        on_host = host_pattern.fullmatch(host)
        on_path = path_pattern.fullmatch(path) if on_host else None
        if on_host is None or on_path is None:
            continue
        named = on_host.groupdict() | on_path.groupdict()
        found = AtsAddress(ats=ats, company=named.get("company") or "", job=named.get("job") or "", host=host)
        return _REFINED[ats](found, path, query) if ats in _REFINED else found
    return _embedded(host, path, query)


_NUMBERED = frozenset(
    "greenhouse lever ashby smartrecruiters workable recruitee personio teamtailor breezy jazzhr jobvite icims rippling pinpoint".split()
)
"""Systems whose every posting has its id in its address on their own hosts."""


def is_board(url: str) -> bool:
    """Whether `url` leads to an employer's list of jobs, because a posting's address would name it."""
    found = identify(url)
    return found is not None and found.ats in _NUMBERED and bool(found.company) and not found.job


def _greenhouse(found: AtsAddress, path: str, query: dict[str, str]) -> AtsAddress:
    job = found.job or query.get("gh_jid", "") or query.get("token", "")
    company = query.get("for", "") if path.startswith("/embed") else found.company
    return msgspec.structs.replace(found, job=job, company=company)


def _workday(found: AtsAddress, path: str, query: dict[str, str]) -> AtsAddress:
    where = _WORKDAY_PATH.match(path)
    company = (where and (where["tenant"] or where["site_tenant"])) or found.company
    job = _WORKDAY_JOB.search(path)
    # Copies of one requisition on several sites carry a -1, -2 behind its id.
    number = re.sub(r"(?<=\d)-\d{1,2}$", "", job["job"]) if job else ""
    site = (where and (where["cxs_site"] or where["site"])) or ""
    return msgspec.structs.replace(found, company=company, job=number, site="" if site == "wday" else site)


def _indeed(found: AtsAddress, path: str, query: dict[str, str]) -> AtsAddress:
    key = query.get("jk", "") or query.get("vjk", "")
    return msgspec.structs.replace(found, job=key if _INDEED_KEY.match(key) else "")


def _linkedin(found: AtsAddress, path: str, query: dict[str, str]) -> AtsAddress:
    return msgspec.structs.replace(found, job=found.job or query.get("currentJobId", ""))


def _glassdoor(found: AtsAddress, path: str, query: dict[str, str]) -> AtsAddress:
    return msgspec.structs.replace(found, job=query.get("jl", "") or query.get("jobListingId", ""))


def _oracle(found: AtsAddress, path: str, query: dict[str, str]) -> AtsAddress | None:
    if "hcmui" not in path.lower() and "recruiting" not in path.lower():
        return None
    return _candidate_experience(found, path)


def _candidate_experience(found: AtsAddress, path: str) -> AtsAddress:
    job = re.search(r"/(?:job|jobs/preview|requisitions/preview)/(\w+)", path)
    site = re.search(r"/sites/([^/]+)", path)
    return msgspec.structs.replace(found, job=job[1] if job else "", site=site[1] if site else "")


def _successfactors(found: AtsAddress, path: str, query: dict[str, str]) -> AtsAddress | None:
    job = query.get("career_job_req_id", "") or query.get("jobId", "")
    return msgspec.structs.replace(found, job=job, company=query.get("company", ""))


def _numbered(*names: str) -> "Callable[[AtsAddress, str, dict[str, str]], AtsAddress | None]":
    def refine(found: AtsAddress, path: str, query: dict[str, str]) -> AtsAddress | None:
        job = next((query[name] for name in names if query.get(name)), found.job)
        return msgspec.structs.replace(found, job=job)

    return refine


_REFINED: "dict[str, Callable[[AtsAddress, str, dict[str, str]], AtsAddress | None]]" = {
    "greenhouse": _greenhouse,
    "workday": _workday,
    "indeed": _indeed,
    "linkedin": _linkedin,
    "glassdoor": _glassdoor,
    "oracle": _oracle,
    "taleo": _numbered("job"),
    "successfactors": _successfactors,
    "bamboohr": _numbered("id"),
    "icims": _numbered("job"),
}


def _embedded(host: str, path: str, query: dict[str, str]) -> AtsAddress | None:
    """A board shown on the employer's own domain, told by the parameter its embed reads."""
    if job := query.get("gh_jid") or query.get("gh_job_id"):
        return AtsAddress(ats="greenhouse", job=job, host=host) if job.isdigit() else None
    if job := query.get("ashby_jid"):
        return AtsAddress(ats="ashby", job=job, host=host)
    if job := query.get("lever-via") or query.get("lever_jid"):
        return AtsAddress(ats="lever", job=job if len(job) == 36 else "", host=host)
    if "/hcmui/candidateexperience" in path.lower():
        return _candidate_experience(AtsAddress(ats="oracle", host=host), path)
    return None
