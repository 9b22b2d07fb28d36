"""SmartRecruiters: a posting of its public API (list entry or detail). Its pages carry microdata, read elsewhere."""

from datetime import datetime

from companion.intake.dates import read_date
from companion.intake.draft import Draft
from companion.intake.employment import read_employment
from companion.intake.loose_json import at, text_at
from companion.intake.places import known_place
from companion.intake.text import html_text, line
from companion.model.posting import Level, Pay, Period

_SECTIONS = ("companyDescription", "jobDescription", "qualifications", "additionalInformation")
_LEVELS: dict[str, Level] = {
    "internship": "intern", "entry_level": "entry", "associate": "entry", "mid_senior_level": "mid",
    "director": "director", "executive": "executive",
}  # fmt: skip
_PERIODS: dict[str, Period] = {
    "HOURLY": "hour",
    "DAILY": "day",
    "WEEKLY": "week",
    "MONTHLY": "month",
    "YEARLY": "year",
    "ANNUAL": "year",
}


def api_draft(job: object, captured_at: datetime) -> Draft:
    """A posting of `api.smartrecruiters.com/v1/companies/<company>/postings`; the list has no text."""
    location = at(job, "location")
    place = known_place(
        city=text_at(location, "city"), area=text_at(location, "region"), nation=text_at(location, "country").upper(),
        text=text_at(location, "fullLocation"),
    )  # fmt: skip
    sections = (
        (text_at(job, "jobAd", "sections", name, "title"), html_text(text_at(job, "jobAd", "sections", name, "text")))
        for name in _SECTIONS
    )
    low, high = at(job, "compensation", "min"), at(job, "compensation", "max")
    return Draft(
        source="smartrecruiters",
        title=line(text_at(job, "name")),
        company=line(text_at(job, "company", "name")),
        places=(place,) if place else (),
        mode="hybrid" if at(location, "hybrid") is True else "remote" if at(location, "remote") is True else None,
        employment=read_employment([text_at(job, "typeOfEmployment", "label")]),
        level=_LEVELS.get(text_at(job, "experienceLevel", "id")),
        pay=Pay(
            minimum=float(low),
            maximum=float(high) if isinstance(high, int | float) else None,
            currency=text_at(job, "compensation", "currency")[:3],
            period=_PERIODS.get(text_at(job, "compensation", "period")),
        )
        if isinstance(low, int | float) and low > 0
        else None,
        posted=read_date(text_at(job, "releasedDate"), captured_at),
        language=text_at(job, "language", "code")[:2],
        ats="smartrecruiters",
        ats_company=text_at(job, "company", "identifier"),
        ats_job=text_at(job, "id"),
        url=text_at(job, "postingUrl"),
        apply_url=text_at(job, "applyUrl"),
        description="\n\n".join(f"{title}\n{text}" if title else text for title, text in sections if text),
        liveness="closed" if at(job, "active") is False else "unknown",
    )
