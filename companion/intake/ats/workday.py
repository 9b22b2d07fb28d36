"""Workday: the `jobPostingInfo` of its CXS answers, an entry of its list, and the hosted page by automation ids."""

from datetime import datetime

from companion.intake.ats.dom import Selectors
from companion.intake.dates import read_date
from companion.intake.draft import Draft
from companion.intake.employment import read_employment
from companion.intake.loose_json import at, list_at, text_at
from companion.intake.places import read_location
from companion.intake.text import html_text, line
from companion.model.posting import Place, WorkMode

SELECTORS = Selectors(
    title=("[data-automation-id=jobPostingHeader]", "[data-automation-id=jobTitleHeading]"),
    place=("[data-automation-id=locations] dd", "[data-automation-id=location]"),
    mode=("[data-automation-id=remoteType] dd",),
    employment=("[data-automation-id=time] dd",),
    posted=("[data-automation-id=postedOn] dd",),
    description=("[data-automation-id=jobPostingDescription]",),
)


def detail_draft(answer: object, captured_at: datetime) -> Draft:
    """The answer of `GET /wday/cxs/<tenant>/<site>/job/…`."""
    info = at(answer, "jobPostingInfo")
    nation = text_at(info, "jobRequisitionLocation", "country", "alpha2Code") or text_at(info, "country", "descriptor")
    names = [text_at(info, "location"), *(str(name) for name in list_at(info, "additionalLocations"))]
    remote = text_at(info, "remoteType")
    return Draft(
        source="workday",
        title=line(text_at(info, "title")),
        company=line(text_at(answer, "hiringOrganization", "name")),
        places=_places([name for name in names if name], nation),
        mode=_mode(remote),
        employment=read_employment([text_at(info, "timeType")]),
        # `startDate` is the day the posting went up; `postedOn` says only "30+ days ago" after a month.
        posted=read_date(text_at(info, "startDate") or text_at(info, "postedOn"), captured_at),
        valid_through=read_date(text_at(info, "endDate"), captured_at),
        ats="workday",
        ats_job=text_at(info, "jobReqId"),
        url=text_at(info, "externalUrl"),
        description=html_text(text_at(info, "jobDescription")),
        liveness="closed" if at(info, "posted") is False or at(info, "canApply") is False else "unknown",
    )


def list_draft(entry: object, captured_at: datetime) -> Draft:
    """One of `jobPostings` in the answer of `POST /wday/cxs/<tenant>/<site>/jobs`."""
    location = read_location(text_at(entry, "locationsText"))
    return Draft(
        source="workday",
        title=line(text_at(entry, "title")),
        places=location.places,
        mode=_mode(text_at(entry, "remoteType")) or location.mode,
        employment=read_employment([text_at(entry, "timeType")]),
        posted=read_date(text_at(entry, "postedOn"), captured_at),
        ats="workday",
        ats_job=next(
            (str(field) for field in list_at(entry, "bulletFields") if any(char.isdigit() for char in str(field))), ""
        ),
    )


def _places(names: list[str], nation: str) -> tuple[Place, ...]:
    code = nation if len(nation) == 2 else ""
    found: dict[Place, None] = {place: None for name in names for place in read_location(name, nation=code).places}
    return tuple(found) or read_location(nation).places


def _mode(text: str) -> WorkMode | None:
    return read_location(text).mode if text else None
