"""Greenhouse: the job of its board API, the post in a board page's Remix state, and the older server-rendered page."""

from datetime import datetime

from companion.intake.ats.dom import Selectors
from companion.intake.dates import read_date
from companion.intake.draft import Draft
from companion.intake.loose_json import list_at, text_at
from companion.intake.pay import read_pay
from companion.intake.places import known_place, read_location
from companion.intake.text import html_text, line
from companion.model.posting import Pay

SELECTORS = Selectors(
    title=("h1.app-title", ".job__title h1", "h1.section-header", ".opening h1"),
    company=("span.company-name",),
    place=(".job__location", "div.location"),
    description=(".job__description", "#content"),
    pay=(".pay-range", ".job__pay-ranges"),
    company_prefix="at ",
)


def api_draft(job: object, captured_at: datetime) -> Draft:
    """A job of `boards-api.greenhouse.io/v1/boards/<board>/jobs`."""
    location = read_location(text_at(job, "location", "name"))
    offices = [
        known_place(city=text_at(office, "location") or text_at(office, "name")) for office in list_at(job, "offices")
    ]
    return Draft(
        source="greenhouse",
        title=line(text_at(job, "title")),
        company=line(text_at(job, "company_name")),
        places=location.places or tuple(place for place in offices if place and place.country),
        mode=location.mode,
        remote_scope=location.scope,
        pay=_pay_input(job),
        # `updated_at` changes with every edit and is no posting date.
        posted=read_date(text_at(job, "first_published"), captured_at),
        valid_through=read_date(text_at(job, "application_deadline"), captured_at),
        language=text_at(job, "language")[:2],
        ats="greenhouse",
        ats_job=text_at(job, "id"),
        url=text_at(job, "absolute_url"),
        description=html_text(text_at(job, "content")),
    )


def state_draft(post: object, captured_at: datetime) -> Draft:
    """The `jobPost` of a board page's Remix state."""
    location = read_location(text_at(post, "job_post_location"))
    parts = (text_at(post, "introduction"), text_at(post, "content"), text_at(post, "conclusion"))
    ranges = [
        read_pay(
            f"{text_at(entry, 'min')} - {text_at(entry, 'max')}"
            f" {text_at(entry, 'currency_type')} {text_at(entry, 'title')}"
        )
        for entry in list_at(post, "pay_ranges")
    ]
    return Draft(
        source="greenhouse",
        title=line(text_at(post, "title")),
        company=line(text_at(post, "company_name")),
        places=location.places,
        mode=location.mode,
        remote_scope=location.scope,
        pay=next((pay for pay in ranges if pay), None),
        posted=read_date(text_at(post, "published_at"), captured_at),
        valid_through=read_date(text_at(post, "application_deadline"), captured_at),
        language=text_at(post, "language")[:2],
        ats="greenhouse",
        url=text_at(post, "public_url"),
        description="\n\n".join(text for text in map(html_text, parts) if text),
    )


def _pay_input(job: object) -> Pay | None:
    for entry in list_at(job, "pay_input_ranges"):
        low, high = text_at(entry, "min_cents"), text_at(entry, "max_cents")
        if not (low.isdigit() or high.isdigit()):
            continue
        words = f"{int(low or high) / 100:.2f} - {int(high or low) / 100:.2f} {text_at(entry, 'currency_type')}"
        if pay := read_pay(f"{words} {text_at(entry, 'title')}"):
            return pay
    return None
