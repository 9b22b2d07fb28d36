"""Lever: a posting of its public API, and the hosted page."""

from datetime import datetime

from companion.intake.ats.dom import Selectors
from companion.intake.dates import read_date
from companion.intake.draft import Draft
from companion.intake.employment import read_employment
from companion.intake.loose_json import at, list_at, text_at
from companion.intake.places import read_location
from companion.intake.text import html_text, line
from companion.model.posting import Pay, Period, Place, WorkMode

SELECTORS = Selectors(
    title=(".posting-headline h2", ".posting-header h2"),
    place=(".posting-categories .location", ".posting-categories .sort-by-time"),
    mode=(".posting-categories .workplaceTypes",),
    employment=(".posting-categories .commitment", ".posting-categories .sort-by-commitment"),
    description=(".section-wrapper.page-full-width", "[data-qa=job-description]", ".section.page-centered"),
    pay=("[data-qa=salary-range]",),
    company_from_title="before",
)
_MODES: dict[str, WorkMode] = {"remote": "remote", "hybrid": "hybrid", "on-site": "onsite", "onsite": "onsite"}
_INTERVALS: dict[str, Period] = {
    "per-year-salary": "year", "per-month-salary": "month", "per-week-salary": "week", "per-day-wage": "day",
    "per-hour-wage": "hour", "one-time": "once",
}  # fmt: skip


def api_draft(job: object, captured_at: datetime) -> Draft:
    """A posting of `api.lever.co/v0/postings/<company>?mode=json`. The company's name is not in it."""
    names = [str(name) for name in list_at(job, "categories", "allLocations")] or [
        text_at(job, "categories", "location")
    ]
    nation = text_at(job, "country")
    locations = [read_location(name, nation=nation) for name in names]
    lists = "\n\n".join(
        f"{line(text_at(part, 'text'))}\n{html_text('<ul>' + text_at(part, 'content') + '</ul>')}"
        for part in list_at(job, "lists")
    )
    # The description alone lacks the lists and the closing part.
    parts = (html_text(text_at(job, "description")), lists, html_text(text_at(job, "additional")))
    places: dict[Place, None] = {place: None for location in locations for place in location.places}
    return Draft(
        source="lever",
        title=line(text_at(job, "text")),
        places=tuple(places) or ((Place(country=nation, text=nation),) if len(nation) == 2 else ()),
        mode=_MODES.get(text_at(job, "workplaceType").lower())
        or next((found.mode for found in locations if found.mode), None),
        remote_scope="; ".join(filter(None, (found.scope for found in locations))),
        employment=read_employment([text_at(job, "categories", "commitment")]),
        pay=_pay(at(job, "salaryRange")),
        posted=read_date(at(job, "createdAt"), captured_at),
        ats="lever",
        ats_job=text_at(job, "id"),
        url=text_at(job, "hostedUrl"),
        apply_url=text_at(job, "applyUrl"),
        description="\n\n".join(part for part in parts if part) or html_text(text_at(job, "descriptionPlain")),
    )


def _pay(salary: object) -> Pay | None:
    low, high = at(salary, "min"), at(salary, "max")
    if not isinstance(low, int | float) and not isinstance(high, int | float):
        return None
    return Pay(
        minimum=float(low) if isinstance(low, int | float) else None,
        maximum=float(high) if isinstance(high, int | float) else None,
        currency=text_at(salary, "currency").upper()[:3],
        period=_INTERVALS.get(text_at(salary, "interval")),
    )
