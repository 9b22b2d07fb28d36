"""Personio: a position of its XML feed, the job in a page's row stream, and the hosted page."""

from datetime import datetime

from companion.intake.ats.dom import Selectors
from companion.intake.dates import read_date
from companion.intake.draft import Draft
from companion.intake.employment import read_employment
from companion.intake.loose_json import at, list_at, text_at
from companion.intake.places import known_place, read_location
from companion.intake.text import html_text, line
from companion.intake.tree import Element
from companion.model.posting import Level, Pay, Period

SELECTORS = Selectors(
    title=("[class*=jobTitle]", "h1.jb-title", "h1"),
    company=("[class*=companyName]",),
    place=("[class*=locationText]", "[class*=JobAttributes_location]"),
    employment=("[class*=jobMetaText]",),
    description=("[class*=JobDescription]", "[class*=jobDescription]", "#job-description"),
    company_from_title="",
)
_LEVELS: dict[str, Level] = {
    "student": "intern",
    "entry-level": "entry",
    "experienced": "mid",
    "executive": "executive",
}
_PERIODS: dict[str, Period] = {"yearly": "year", "monthly": "month", "hourly": "hour", "weekly": "week", "daily": "day"}


def feed_draft(position: Element, captured_at: datetime, host: str) -> Draft:
    """One `position` of `https://<host>/xml`."""
    fields = {child.tag: (child.text or "").strip() for child in position}
    offices = [
        fields.get("office", ""),
        *(office.text or "" for office in position.iter("additionalOffice", "additionalOffices")),
    ]
    locations = [read_location(office) for office in offices if office and office.strip()]
    texts: list[str] = []
    for part in position.iter("jobDescription"):
        inner = {child.tag: child.text or "" for child in part}
        texts.append(f"{line(inner.get('name'))}\n{html_text(inner.get('value', ''))}".strip())
    number = fields.get("id", "")
    return Draft(
        source="personio",
        title=line(fields.get("name")),
        company=line(fields.get("subcompany")),
        places=tuple(dict.fromkeys(place for location in locations for place in location.places)),
        mode=next((location.mode for location in locations if location.mode), None),
        employment=read_employment([fields.get("employmentType", ""), fields.get("schedule", "")]),
        level=_LEVELS.get(fields.get("seniority", "")),
        posted=read_date(fields.get("createdAt"), captured_at),
        ats="personio",
        ats_company=host.split(".")[0],
        ats_job=number,
        url=f"https://{host}/job/{number}" if number else "",
        description="\n\n".join(text for text in texts if text),
    )


def state_draft(job: object, captured_at: datetime) -> Draft:
    """The job object of a page's row stream: the one with `office_addresses`."""
    places = [
        known_place(
            city=text_at(entry, "city"),
            area=text_at(entry, "state"),
            nation=text_at(entry, "country"),
            text=text_at(entry, "name"),
        )
        for entry in list_at(job, "office_addresses")
    ]
    mode = read_location(" ; ".join(text_at(entry, "name") for entry in list_at(job, "office_addresses"))).mode
    return Draft(
        source="personio",
        title=line(text_at(job, "name") or text_at(job, "title")),
        places=tuple(dict.fromkeys(place for place in places if place)),
        mode=mode,
        employment=read_employment([text_at(job, "employment_type_slug"), text_at(job, "schedule_slug")]),
        level=_LEVELS.get(text_at(job, "seniority_slug")),
        pay=_pay(at(job, "salary_information")),
        posted=read_date(text_at(job, "published_at") or text_at(job, "created_at"), captured_at),
        ats="personio",
    )


def _pay(salary: object) -> Pay | None:
    low, high = text_at(salary, "min"), text_at(salary, "max")
    try:
        amounts = [float(text) if text and float(text) > 0 else None for text in (low, high)]
    except ValueError:
        return None
    if amounts == [None, None]:
        return None
    return Pay(
        minimum=amounts[0], maximum=amounts[1], currency=text_at(salary, "currency_code")[:3],
        period=_PERIODS.get(text_at(salary, "type")),
    )  # fmt: skip
