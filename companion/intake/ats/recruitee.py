"""Recruitee: an offer of a career site's `/api/offers`, and the hosted page (its class names are hashed)."""

from datetime import datetime
from typing import cast

from companion.intake.ats.dom import Selectors
from companion.intake.dates import read_date
from companion.intake.draft import Draft
from companion.intake.employment import read_employment
from companion.intake.loose_json import at, list_at, text_at
from companion.intake.places import known_place
from companion.intake.text import html_text, line
from companion.model.posting import Pay, Period, Place

SELECTORS = Selectors(
    title=("h1",),
    place=("[data-testid=styled-location-list-item]", "[class*=custom-css-style-job-location]"),
    mode=("[class*=custom-css-style-job-location]",),
    description=(
        "[data-testid=offer-description], [data-testid=offer-requirements]",
        "[role=tabpanel] [class*=custom-css-style-job]",
        "#offer-section [role=tabpanel]",
    ),
    company_from_title="before",
)
_PERIODS: dict[str, Period] = {"hour": "hour", "day": "day", "week": "week", "month": "month", "year": "year"}


def api_draft(offer: object, captured_at: datetime) -> Draft:
    """One of `offers`."""
    mode = "hybrid" if at(offer, "hybrid") is True else "remote" if at(offer, "remote") is True else None
    parts = (html_text(text_at(offer, "description")), html_text(text_at(offer, "requirements")))
    return Draft(
        source="recruitee",
        title=line(text_at(offer, "title")),
        company=line(text_at(offer, "company_name")),
        places=_places(offer),
        mode=mode or ("onsite" if at(offer, "on_site") is True else None),
        employment=read_employment([text_at(offer, "employment_type_code")]),
        pay=_pay(at(offer, "salary")),
        posted=read_date(text_at(offer, "published_at") or text_at(offer, "created_at"), captured_at),
        valid_through=read_date(text_at(offer, "close_at"), captured_at),
        ats="recruitee",
        ats_job=text_at(offer, "slug"),
        url=text_at(offer, "careers_url"),
        apply_url=text_at(offer, "careers_apply_url"),
        description="\n\n".join(part for part in parts if part),
        liveness="closed" if text_at(offer, "status") in ("closed", "archived") else "unknown",
    )


def state_draft(config: object, captured_at: datetime) -> Draft | None:
    """The `appConfig` a career page's props carry; None on a page without an offer."""
    offer = at(config, "offer")
    language = text_at(offer, "primaryLangCode") or text_at(config, "site", "primaryLangCode") or "en"
    texts = at(offer, "translations", language) or next(iter(_values(at(offer, "translations"))), None)
    if not text_at(texts, "title"):
        return None
    places = [
        known_place(
            city=text_at(words, "city"),
            area=text_at(words, "stateName") or text_at(words, "state"),
            nation=text_at(entry, "countryCode") or text_at(words, "country"),
        )
        for entry in list_at(offer, "locations")
        if (words := at(entry, "translations", language) or next(iter(_values(at(entry, "translations"))), None))
    ]
    mode = "hybrid" if at(offer, "hybrid") is True else "remote" if at(offer, "remote") is True else None
    parts = (html_text(text_at(texts, name)) for name in ("description", "requirements"))
    return Draft(
        source="recruitee",
        title=line(text_at(texts, "title")),
        company=line(text_at(config, "site", "name")),
        places=tuple(dict.fromkeys(place for place in places if place)),
        mode=mode or ("onsite" if at(offer, "onSite") is True else None),
        employment=read_employment([text_at(offer, "employmentType")]),
        pay=_pay(at(offer, "salary")),
        posted=read_date(text_at(offer, "publishedAt") or text_at(offer, "createdAt"), captured_at),
        language=language[:2],
        ats="recruitee",
        ats_job=text_at(offer, "slug"),
        description="\n\n".join(part for part in parts if part),
    )


def _values(value: object) -> list[object]:
    return list(cast("dict[str, object]", value).values()) if isinstance(value, dict) else []


def _places(offer: object) -> tuple[Place, ...]:
    entries = list_at(offer, "locations") or [offer]
    found = (
        known_place(
            city=text_at(entry, "city"),
            area=text_at(entry, "state") or text_at(entry, "state_name"),
            nation=text_at(entry, "country_code") or text_at(entry, "country"),
        )
        for entry in entries
    )
    return tuple(dict.fromkeys(place for place in found if place))


def _pay(salary: object) -> Pay | None:
    low, high = (_number(at(salary, name)) for name in ("min", "max"))
    if low is None and high is None:
        return None
    return Pay(
        minimum=low,
        maximum=high,
        currency=text_at(salary, "currency")[:3],
        period=_PERIODS.get(text_at(salary, "period")),
    )


def _number(value: object) -> float | None:
    try:
        return float(str(value)) if value is not None and float(str(value)) > 0 else None
    except ValueError:
        return None
