"""Ashby: a job of its posting API, and the posting in a hosted page's `__appData`."""

from datetime import datetime

from companion.intake.dates import read_date
from companion.intake.draft import Draft
from companion.intake.employment import read_employment
from companion.intake.loose_json import at, list_at, text_at
from companion.intake.mode import find_mode
from companion.intake.pay import read_pay
from companion.intake.places import known_place, read_location
from companion.intake.text import html_text, line
from companion.model.posting import Pay, Period, Place, WorkMode

_MODES: dict[str, WorkMode] = {"remote": "remote", "hybrid": "hybrid", "onsite": "onsite", "on-site": "onsite"}
_INTERVALS: dict[str, Period] = {
    "1 YEAR": "year",
    "1 MONTH": "month",
    "1 WEEK": "week",
    "1 DAY": "day",
    "1 HOUR": "hour",
}


def api_draft(job: object, captured_at: datetime) -> Draft:
    """A job of `api.ashbyhq.com/posting-api/job-board/<board>?includeCompensation=true`."""
    return _draft(
        job,
        captured_at,
        places=_places(job, text_at(job, "location"), "secondaryLocations"),
        posted=text_at(job, "publishedAt"),
        summary=text_at(job, "compensation", "scrapeableCompensationSalarySummary")
        or text_at(job, "compensation", "compensationTierSummary"),
        components=list_at(job, "compensation", "summaryComponents"),
        url=text_at(job, "jobUrl"),
    )


def state_draft(data: object, captured_at: datetime) -> Draft | None:
    """`window.__appData` of a posting page; None on a board page."""
    posting = at(data, "posting")
    if not text_at(posting, "title"):
        return None
    shown = at(posting, "shouldDisplayCompensation") is not False
    return _draft(
        posting,
        captured_at,
        places=_places(
            posting,
            text_at(posting, "locationExternalName") or text_at(posting, "locationName"),
            "secondaryLocationNames",
        ),
        posted=text_at(posting, "publishedDate"),
        summary=(text_at(posting, "scrapeableCompensationSalarySummary") or text_at(posting, "compensationTierSummary"))
        * shown,
        components=list_at(posting, "summaryComponents") if shown else [],
        url="",
        company=line(text_at(data, "organization", "name")),
    )


def _draft(
    job: object, captured_at: datetime, *, places: tuple[Place, ...], posted: str, summary: str,
    components: list[object], url: str, company: str = "",
) -> Draft:  # fmt: skip
    name, title = text_at(job, "location") or text_at(job, "locationName"), line(text_at(job, "title"))
    location = read_location(name)
    text = html_text(text_at(job, "descriptionHtml")) or html_text(text_at(job, "descriptionPlain"))
    mode = _MODES.get(text_at(job, "workplaceType").lower()) or location.mode
    if mode is None and at(job, "isRemote") is True:
        # Boards tick it for hybrid jobs too: what the ad says of itself counts before it.
        mode = find_mode(title, name, text).mode or "remote"
    return Draft(
        source="ashby",
        title=title,
        company=company,
        places=places,
        mode=mode,
        remote_scope=location.scope,
        employment=read_employment([text_at(job, "employmentType")]),
        pay=_pay(components) or read_pay(summary),
        posted=read_date(posted, captured_at),
        valid_through=read_date(text_at(job, "applicationDeadline"), captured_at),
        ats="ashby",
        ats_job=text_at(job, "id"),
        url=url,
        apply_url=text_at(job, "applyUrl"),
        description=text,
        # An unlisted posting is taken down or reachable by link only.
        liveness="unknown",
    )


def _places(job: object, name: str, secondary: str) -> tuple[Place, ...]:
    address = at(job, "address", "postalAddress")
    first = known_place(
        city=text_at(address, "addressLocality"),
        area=text_at(address, "addressRegion"),
        nation=text_at(address, "addressCountry"),
        text=name,
    )
    found = [first] if first else [*read_location(name).places]
    for other in list_at(job, secondary):
        found += read_location(text_at(other, "location") or (other if isinstance(other, str) else "")).places
    return tuple(dict.fromkeys(found))


def _pay(components: list[object]) -> Pay | None:
    for part in components:
        low, high = at(part, "minValue"), at(part, "maxValue")
        if text_at(part, "compensationType") == "Salary" and isinstance(low, int | float):
            return Pay(
                minimum=float(low),
                maximum=float(high) if isinstance(high, int | float) else None,
                currency=text_at(part, "currencyCode"),
                period=_INTERVALS.get(text_at(part, "interval")),
            )
    return None
