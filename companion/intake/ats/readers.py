"""Which ATS a page is of, and what its reader finds: the embedded payload first, then the elements."""

import re
from collections.abc import Callable
from datetime import datetime

import msgspec

from companion.intake.ats import (
    ashby,
    greenhouse,
    indeed,
    jobvite,
    lever,
    linkedin,
    personio,
    recruitee,
    rippling,
    smartrecruiters,
    successfactors,
    taleo,
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

_MARKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("teamtailor", ("teamtailor-cdn.com", "teamtailor.com/app", "teamtailor.com/assets")),
    ("recruitee", ("custom-css-style-job", "recruitee.com/assets", "recruiteecdn")),
    ("ashby", ("ashbyhq.com",)),
    ("greenhouse", ("boards.greenhouse.io/embed", "job-boards.cdn.greenhouse", "grnhse_app")),
    ("lever", ("lever-jobs-iframe", "jobs.lever.co/", "jobs.eu.lever.co/")),
    ("personio", ("personio-jobs/_next", "assets.cdn.personio")),
    ("workday", ("myworkdayjobs", 'data-automation-id="jobPosting')),
    ("smartrecruiters", ("smartrecruiters.com/app", "smartrecruiters.com/sr-", "spl-job-location")),
    ("workable", ("careers-page-content", "workablehr.s3")),
    ("pinpoint", ("pinpoint-job-sidebar", "pinpointhq.com")),
    ("trakstar", ("recruiterbox.com", "hire.trakstar.com")),
    ("breezy", ("breezy.hr", "breezyhr.com")),
    ("jazzhr", ("resumator", "applytojob.com", "app.jazz.co")),
    ("jobvite", ("jv-job-detail", "jobvite.com")),
    ("icims", ("iCIMS_JobContent", "iCIMS_Header", "icims_content_iframe")),
    (
        "successfactors",
        ("rcmcareer", "successfactors.com", "successfactors.eu", "joqReqDescription", "data-careersite-propertyid"),
    ),
    ("taleo", ("taleo.net", "requisitionDescriptionInterface")),
    ("oracle", ("hcmUI/CandidateExperience", "job-details__description")),
    ("rippling", ("ats.rippling.com",)),
    ("bamboohr", ("bamboohr.com/js", "bamboohr.com/careers", "BambooRichText")),
    ("linkedin", ("com.linkedin.sdui", "jobs-unified-top-card", "top-card-layout__title")),
    ("indeed", ("jobsearch-JobInfoHeader", "mosaic-provider")),
    ("naukri", ("jd-header-title", "naukri.com/static")),
    ("glassdoor", ("JobDetails_jobDescription", "glassdoor.com/static")),
    ("seek", ('data-automation="jobAdDetails',)),
    ("stepstone", ('data-at="header-job-title',)),
    ("simplyhired", ("simplyhired.com", "viewJobCompanyName")),
    ("charityjob", ("charityjob.co.uk",)),
)
"""Words that pages of one system carry, for pages on the employer's own domain; the first system wins."""
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
    source = page.markup + "".join(script.body[:3_000] for script in page.scripts)
    return next((AtsAddress(ats=ats) for ats, marks in _MARKS if any(mark in source for mark in marks)), None)


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


_OWN: dict[str, tuple[Callable[[Page], Draft | None], ...]] = {
    "indeed": (indeed.panel_draft,),
    "jobvite": (jobvite.meta_draft,),
    "linkedin": (linkedin.sdui_draft,),
    "successfactors": (successfactors.row_draft,),
    "taleo": (taleo.filled_draft,),
}
"""ATS → readers for what neither a payload nor names of elements tell."""


def ats_drafts(page: Page, ats: str, states: list[State]) -> list[Draft]:
    """What the reader of `ats` finds on `page`, the payload before the elements."""
    drafts: list[Draft] = []
    if ats in _PAYLOADS:
        keys, reader = _PAYLOADS[ats]
        if (item := first_with(states, *keys)) is not None and (
            draft := reader(item, page.captured.captured_at)
        ) is not None:
            drafts.append(_complete(draft, ats, states))
    drafts += [found for reader in _OWN.get(ats, ()) if (found := reader(page)) is not None]
    if ats in SELECTORS and (draft := dom_draft(page, SELECTORS[ats], ats)) is not None:
        drafts.append(draft)
    return drafts


def _complete(draft: Draft, ats: str, states: list[State]) -> Draft:
    """Personio keeps the company's name beside the job, in the settings of the career site."""
    if ats == "personio" and not draft.company:
        settings = first_with(states, "careerSiteSettings")
        name = text_at(at(settings, "careerSiteSettings"), "company_name") if settings else ""
        return msgspec.structs.replace(draft, company=name)
    return draft
