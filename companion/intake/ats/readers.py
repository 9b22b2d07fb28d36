"""Which ATS a page is of, and what its reader finds: the embedded payload first, then the elements."""

import re
from collections.abc import Callable
from datetime import datetime

from companion.intake.ats import (
    ashby,
    greenhouse,
    lever,
    linkedin,
    personio,
    recruitee,
    rippling,
    smartrecruiters,
    workable,
    workday,
)
from companion.intake.ats.address import AtsAddress, identify
from companion.intake.ats.dom import dom_draft
from companion.intake.ats.selectors import SELECTORS
from companion.intake.draft import Draft
from companion.intake.embedded import State, first_with
from companion.intake.loose_json import at, text_at
from companion.intake.page import Page

# Words that only pages of that system carry; for pages on the employer's own domain.
_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (ats, re.compile(pattern))
    for ats, pattern in (
        ("teamtailor", r"teamtailor-cdn\.com|teamtailor\.com/(?:app|assets)"),
        ("recruitee", r"custom-css-style-job|recruitee\.com/assets|recruiteecdn"),
        ("ashby", r"__appData[^<]{0,400}ashby|ashbyhq\.com"),
        ("greenhouse", r"boards\.greenhouse\.io/embed|job-boards\.cdn\.greenhouse|grnhse_app"),
        ("lever", r"jobs\.(?:eu\.)?lever\.co/[\w-]+/[0-9a-f-]{36}|lever-jobs-iframe"),
        ("personio", r"personio-jobs/_next|assets\.cdn\.personio"),
        ("workday", r"myworkdayjobs|data-automation-id=[\"']?jobPosting"),
        ("smartrecruiters", r"smartrecruiters\.com/(?:app|sr-)|spl-job-location"),
        ("workable", r"careers-page-content|workablehr\.s3"),
        ("pinpoint", r"pinpoint-job-sidebar|pinpointhq\.com"),
        ("trakstar", r"recruiterbox\.com|hire\.trakstar\.com"),
        ("breezy", r"breezy\.hr|breezyhr\.com"),
        ("jazzhr", r"resumator|applytojob\.com|app\.jazz\.co"),
        ("jobvite", r"jv-job-detail|jobvite\.com"),
        ("icims", r"iCIMS_JobContent|iCIMS_Header"),
        ("successfactors", r"rcmcareer|successfactors\.(?:com|eu)|joqReqDescription"),
        ("taleo", r"taleo\.net|requisitionDescriptionInterface"),
        ("oracle", r"hcmUI/CandidateExperience|job-details__description"),
        ("rippling", r"ats\.rippling\.com"),
        ("bamboohr", r"bamboohr\.com/(?:js|careers)|BambooRichText"),
        ("linkedin", r"com\.linkedin\.sdui|jobs-unified-top-card|top-card-layout__title"),
        ("indeed", r"jobsearch-JobInfoHeader|mosaic-provider"),
        ("naukri", r"jd-header-title|naukri\.com/static"),
        ("glassdoor", r"JobDetails_jobDescription|glassdoor\.com/static"),
        ("seek", r"data-automation=[\"']?jobAdDetails"),
        ("stepstone", r"data-at=[\"']?header-job-title"),
        ("simplyhired", r"simplyhired\.com|viewJobCompanyName"),
        ("charityjob", r"charityjob\.co\.uk"),
    )
)
_EMBEDS = re.compile(
    r"https?://(?:boards|job-boards)(?:\.eu)?\.greenhouse\.io/embed/job_app\?[^\"'\s<>]+|https?://jobs\.ashbyhq\.com/[^\"'\s<>]+[0-9a-f]{12}"
    r"|https?://jobs(?:\.eu)?\.lever\.co/[\w-]+/[0-9a-f-]{36}"
)


def resolve(page: Page) -> AtsAddress | None:
    """The ATS of a page: from its address, its canonical address, the one posting it embeds, or its own marks."""
    for url in (page.url, page.canonical):
        if (found := identify(url)) is not None and (found.job or found.ats not in ("greenhouse", "ashby", "lever")):
            return found
    # One embedded posting is this page's; a list of them is a board.
    embedded = {match.replace("&amp;", "&") for match in _EMBEDS.findall(page.markup)}
    named = {found.job: found for url in embedded if (found := identify(url)) is not None and found.job}
    if len(named) == 1:
        return next(iter(named.values()))
    if (found := identify(page.url)) is not None:
        return found
    source = page.markup[:400_000] + "".join(script.body[:3_000] for script in page.scripts)
    for ats, pattern in _MARKS:
        if pattern.search(source):
            return AtsAddress(ats=ats)
    return None


_PAYLOADS: dict[str, tuple[tuple[str, ...], Callable[[object, datetime], Draft | None]]] = {
    "greenhouse": (("job_post_location", "title", "content"), greenhouse.state_draft),
    "ashby": (("organization", "posting"), ashby.state_draft),
    "lever": (("categories", "hostedUrl"), lever.api_draft),
    "recruitee": (("offer", "site", "locations"), recruitee.state_draft),
    "personio": (("office_addresses",), personio.state_draft),
    "rippling": (("workLocations", "employmentType", "uuid"), rippling.state_draft),
    "workable": (("shortcode", "title", "description"), workable.api_draft),
    "workday": (("jobPostingInfo",), workday.detail_draft),
    "smartrecruiters": (("jobAd", "releasedDate"), smartrecruiters.api_draft),
}
"""ATS → the keys by which its posting is found in a page's state, and its reader."""


def ats_drafts(page: Page, ats: str, states: list[State]) -> list[Draft]:
    """What the reader of `ats` finds on `page`, the payload before the elements."""
    drafts: list[Draft] = []
    if ats in _PAYLOADS:
        keys, reader = _PAYLOADS[ats]
        if (item := first_with(states, *keys)) is not None and (
            draft := reader(item, page.captured.captured_at)
        ) is not None:
            drafts.append(_complete(draft, ats, states))
    if ats == "linkedin" and (draft := linkedin.sdui_draft(page)) is not None:
        drafts.append(draft)
    if ats in SELECTORS and (draft := dom_draft(page, SELECTORS[ats], ats)) is not None:
        drafts.append(draft)
    return drafts


def _complete(draft: Draft, ats: str, states: list[State]) -> Draft:
    """Personio keeps the company's name beside the job, in the settings of the career site."""
    if ats == "personio" and not draft.company:
        settings = first_with(states, "careerSiteSettings")
        name = text_at(at(settings, "careerSiteSettings"), "company_name") if settings else ""
        import msgspec

        return msgspec.structs.replace(draft, company=name)
    return draft
