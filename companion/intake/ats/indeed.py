"""Indeed: the cards in a result page's own data, and the job page or the panel beside the results."""

from datetime import datetime

import msgspec

from companion.intake.ats.dom import Selectors, dom_draft
from companion.intake.dates import read_date
from companion.intake.draft import Draft
from companion.intake.employment import read_employment
from companion.intake.loose_json import assigned, at, list_at, text_at
from companion.intake.page import Page
from companion.intake.pay import read_pay
from companion.intake.places import read_location
from companion.intake.text import html_text, line
from companion.model.posting import Pay, Period

SELECTORS = Selectors(
    title=(
        "[data-testid=jobsearch-JobInfoHeader-title]",
        "h1.jobsearch-JobInfoHeader-title",
        "h2.jobsearch-JobInfoHeader-title",
        "[data-testid=simpler-jobTitle]",
        ".jobsearch-ViewJobLayout h1",
    ),
    company=(
        "[data-testid=inlineHeader-companyName]",
        "[data-testid=jobsearch-CompanyInfoContainer] a",
        "[data-company-name=true]",
        ".jobsearch-InlineCompanyRating-companyHeader",
        ".jobsearch-InlineCompanyRating div",
    ),
    place=(
        "[data-testid=inlineHeader-companyLocation]",
        "[data-testid=jobsearch-JobInfoHeader-companyLocation]",
        "[data-testid=job-location]",
        "#jobLocationText",
    ),
    employment=("#salaryInfoAndJobType",),
    pay=("#salaryInfoAndJobType",),
    description=("#jobDescriptionText",),
    apply=("#applyButtonLinkContainer a[href]",),
)
_RESULTS = ("metaData", "mosaicProviderJobCardsModel", "results")
_PERIODS: dict[str, Period] = {"YEARLY": "year", "MONTHLY": "month", "WEEKLY": "week", "DAILY": "day", "HOURLY": "hour"}
_SUFFIX = " - job post"
"""What it prints behind a title for screen readers, in English on all its sites."""


def panel_draft(page: Page) -> Draft | None:
    """The job shown, completed by its own card where the page has the results too."""
    shown = dom_draft(page, SELECTORS, "indeed")
    if shown is None:
        return None
    shown = msgspec.structs.replace(shown, title=shown.title.removesuffix(_SUFFIX))
    same = [card for card in cards(page, "") or () if card.title == shown.title]
    # Two openings of one name: only the employer tells them apart.
    mine = [card for card in same if not shown.company or card.company == shown.company]
    if len(mine) != 1:
        return shown
    card = mine[0]
    return msgspec.structs.replace(
        shown, company=shown.company or card.company, places=shown.places or card.places, pay=shown.pay or card.pay,
        posted=card.posted, ats_job=card.ats_job, mode=shown.mode or card.mode,
        employment=shown.employment or card.employment,
    )  # fmt: skip


def cards(page: Page, root: str) -> list[Draft] | None:
    """The jobs in a result page's data, their addresses under `root`; None where the page has no such data."""
    for script in page.scripts:
        data = assigned(script.body, 'providerData["mosaic-provider-jobcards')
        if isinstance(at(data, *_RESULTS), list):
            return [_card(job, root, page.captured.captured_at) for job in list_at(data, *_RESULTS)]
    return None


def _card(job: object, root: str, now: datetime) -> Draft:
    location = read_location(text_at(job, "formattedLocation"))
    remote = text_at(job, "remoteWorkModel", "type")
    key = text_at(job, "jobkey")
    return Draft(
        source="indeed",
        title=line(text_at(job, "displayTitle") or text_at(job, "title")),
        company=line(text_at(job, "company")),
        places=location.places,
        mode="hybrid" if "HYBRID" in remote else "remote" if "REMOTE" in remote else location.mode,
        employment=read_employment(str(kind) for kind in list_at(job, "jobTypes")),
        pay=_pay(job),
        posted=read_date(at(job, "pubDate"), now),
        ats="indeed",
        ats_job=key,
        url=f"{root}/viewjob?jk={key}",
        apply_url=text_at(job, "thirdPartyApplyUrl"),
        description="",
        liveness="closed" if at(job, "expired") is True else "unknown",
    )


def _pay(job: object) -> Pay | None:
    # -1 is how an open end is written.
    low, high = (_positive(at(job, "extractedSalary", name)) for name in ("min", "max"))
    if low is not None or high is not None:
        return Pay(
            minimum=low,
            maximum=high,
            currency=text_at(job, "salarySnippet", "currency")[:3],
            period=_PERIODS.get(text_at(job, "extractedSalary", "type").upper()),
        )
    # What Indeed estimates is not what the employer states.
    text = html_text(text_at(job, "salarySnippet", "text"))
    return read_pay(text) if text and "EXTRACTION" in text_at(job, "salarySnippet", "source").upper() else None


def _positive(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) and value > 0 else None
