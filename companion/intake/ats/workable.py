"""Workable: a job of its public accounts API (v1 widget, v2 detail, v3 list), and the hosted page."""

from datetime import datetime

from companion.intake.ats.dom import Selectors
from companion.intake.dates import read_date
from companion.intake.draft import Draft
from companion.intake.employment import read_employment
from companion.intake.loose_json import at, list_at, text_at
from companion.intake.places import known_place
from companion.intake.text import html_text, line
from companion.model.posting import Place, WorkMode

SELECTORS = Selectors(
    title=("[data-ui=job-title]", "h1"),
    company=("[data-ui=company-name]",),
    place=("[data-ui=job-location-tooltip]", "[data-ui=job-location]"),
    mode=("[data-ui=job-workplace]",),
    employment=("[data-ui=job-type]",),
    description=("[data-ui=job-description], [data-ui=job-requirements], [data-ui=job-benefits]",),
    company_from_title="after",
)
_MODES: dict[str, WorkMode] = {"remote": "remote", "hybrid": "hybrid", "on_site": "onsite", "onsite": "onsite"}
_HEADINGS = (("description", ""), ("requirements", "Requirements"), ("benefits", "Benefits"))


def api_draft(job: object, captured_at: datetime) -> Draft:
    """A job of `/api/v1/widget/accounts/<account>`, `/api/v2/accounts/<account>/jobs/<code>` or v3's list."""
    mode = _MODES.get(text_at(job, "workplace").lower())
    if mode is None and (at(job, "telecommuting") is True or at(job, "remote") is True):
        mode = "remote"
    parts = ((heading, html_text(text_at(job, name))) for name, heading in _HEADINGS)
    kinds = [text_at(job, "employment_type"), text_at(job, "type")]
    return Draft(
        source="workable",
        title=line(text_at(job, "title")),
        places=_places(job),
        mode=mode,
        employment=read_employment([kind for kind in kinds if kind]),
        posted=read_date(
            text_at(job, "published_on") or text_at(job, "published") or text_at(job, "created_at"), captured_at
        ),
        language=text_at(job, "language")[:2],
        ats="workable",
        ats_job=text_at(job, "shortcode"),
        url=text_at(job, "url") or text_at(job, "shortlink"),
        apply_url=text_at(job, "application_url"),
        description="\n\n".join(f"{heading}\n{text}".strip() for heading, text in parts if text),
        liveness="closed" if text_at(job, "state") in ("closed", "archived") else "unknown",
    )


def _places(job: object) -> tuple[Place, ...]:
    entries = list_at(job, "locations") or list_at(job, "location") or [job]
    found = (
        known_place(
            city=text_at(entry, "city"),
            area=text_at(entry, "region") or text_at(entry, "state"),
            nation=text_at(entry, "countryCode") or text_at(entry, "country_code") or text_at(entry, "country"),
        )
        for entry in entries
    )
    return tuple(dict.fromkeys(place for place in found if place))
