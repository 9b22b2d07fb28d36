"""BambooHR: an entry of `/careers/list` and the `jobOpening` of `/careers/<id>/detail`."""

from datetime import datetime

from companion.intake.dates import read_date
from companion.intake.draft import Draft
from companion.intake.employment import read_employment
from companion.intake.loose_json import at, text_at
from companion.intake.pay import read_pay
from companion.intake.places import known_place
from companion.intake.text import html_text, line
from companion.model.posting import WorkMode

_MODES: dict[str, WorkMode] = {"0": "onsite", "1": "remote", "2": "hybrid"}


def api_draft(job: object, captured_at: datetime) -> Draft:
    """A list entry or a detail; only the detail has text and date."""
    location, wider = at(job, "location"), at(job, "atsLocation")
    place = known_place(
        city=text_at(location, "city") or text_at(wider, "city"),
        area=text_at(location, "state") or text_at(wider, "state") or text_at(wider, "province"),
        nation=text_at(location, "addressCountry") or text_at(wider, "country"),
    )
    pay = text_at(job, "compensation")
    return Draft(
        source="bamboohr",
        title=line(text_at(job, "jobOpeningName")),
        places=(place,) if place else (),
        mode=_MODES.get(text_at(job, "locationType")) or ("remote" if at(job, "isRemote") is True else None),
        employment=read_employment([text_at(job, "employmentStatusLabel")]),
        pay=read_pay(pay) if pay else None,
        posted=read_date(text_at(job, "datePosted"), captured_at),
        ats="bamboohr",
        ats_job=text_at(job, "id"),
        url=text_at(job, "jobOpeningShareUrl"),
        description=html_text(text_at(job, "description")),
    )
