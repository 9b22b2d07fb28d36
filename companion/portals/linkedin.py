"""LinkedIn without an account: cards of its public search, ten at a time, and the public job page for the text.

Its robots.txt asks robots to stay away, so that this source runs only where the person has chosen otherwise; otherwise
its outcome is `blocked` and the extension reads what the person looks at.
"""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime

import msgspec

from companion.intake.ats.dom import dom_draft
from companion.intake.ats.linkedin import SELECTORS
from companion.intake.dates import read_date
from companion.intake.draft import Draft
from companion.intake.page import CapturedPage, Page
from companion.intake.places import read_location
from companion.intake.text import element_text, line
from companion.intake.tree import Element, select
from companion.model.posting import Employment
from companion.portals.polite import Polite, expect
from companion.portals.portal import Batch
from companion.portals.query import Query
from companion.portals.search import merged

_SEARCH = "https://www.linkedin.com/jobs-guest/jobs/api/seeMoreJobPostings/search"
_DETAIL = "https://www.linkedin.com/jobs-guest/jobs/api/jobPosting/"
_MOST = 1_000
_TYPES: dict[Employment, str] = {
    "full_time": "F", "part_time": "P", "contract": "C", "temporary": "T", "internship": "I", "volunteer": "V",
}  # fmt: skip
_MILES = 0.621


class LinkedIn:
    """The guest search. It filters by itself, loosely: what it returns is kept as it is."""

    name = "linkedin"
    whole = False

    async def search(self, query: Query, polite: Polite, now: datetime) -> AsyncIterator[Batch]:
        for place in query.places or (None,):
            start = 0
            while start < _MOST:
                params = _params(query) | {"start": start}
                if place is not None:
                    params |= {"location": place.text or place.city}
                    if place.radius_km:
                        params["distance"] = round(place.radius_km * _MILES)
                page = await polite.page(_SEARCH, params=params)
                drafts = await asyncio.to_thread(cards, page, now)
                if not drafts:
                    expect(not page.html.strip() or "<li" not in page.html, _SEARCH, "job cards", page.html)
                    break
                # The step is what came, not what was asked for: pages hold ten now and held twenty-five before.
                start += len(drafts)
                yield Batch(drafts=tuple(drafts), truncated=start >= _MOST)

    async def detail(self, draft: Draft, polite: Polite, now: datetime) -> Draft:
        page = Page(await polite.page(_DETAIL + draft.ats_job))
        found = dom_draft(page, SELECTORS, "linkedin")
        expect(found is not None and bool(found.description), _DETAIL, "description", page.captured.html)
        assert found is not None
        return merged(draft, msgspec.structs.replace(found, posted=draft.posted or found.posted, url=draft.url))


def cards(page: CapturedPage, now: datetime) -> list[Draft]:
    """The cards of a search answer, each id once."""
    found: dict[str, Draft] = {}
    for card in select(Page(page).tree, "[data-entity-urn*='jobPosting:']"):
        number = (card.get("data-entity-urn") or "").rsplit(":", 1)[-1]
        title = _text(card, "h3.base-search-card__title", ".base-search-card__title", "h3")
        if not number.isdigit() or not title:
            continue
        location = read_location(_text(card, ".job-search-card__location"))
        day = next((node.get("datetime") for node in select(card, "time[datetime]")), None)
        found.setdefault(
            number,
            Draft(
                source="linkedin",
                title=title,
                company=_text(card, "h4.base-search-card__subtitle", ".base-search-card__subtitle"),
                places=location.places,
                mode=location.mode,
                posted=read_date(day, now),
                ats="linkedin",
                ats_job=number,
                url=f"https://www.linkedin.com/jobs/view/{number}",
            ),
        )
    return list(found.values())


def _params(query: Query) -> dict[str, str | int]:
    # It knows OR between phrases, so that several titles are one search.
    words = query.lines[0] if len(query.lines) == 1 else " OR ".join(f'"{line}"' for line in query.lines)
    params: dict[str, str | int] = {"keywords": words}
    if query.days:
        params["f_TPR"] = f"r{query.days * 86_400}"
    if query.remote:
        params["f_WT"] = 2
    if kinds := ",".join(_TYPES[kind] for kind in query.employment if kind in _TYPES):
        params["f_JT"] = kinds
    return params


def _text(card: Element, *choices: str) -> str:
    for selector in choices:
        for node in select(card, selector):
            if text := line(element_text(node)):
                return text
    return ""
