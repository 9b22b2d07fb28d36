"""Indeed's public result pages: the jobs are in the data the page gives its own script. Mostly it refuses robots."""

import asyncio
import itertools
from collections.abc import AsyncIterator
from datetime import datetime

from companion.intake.ats.indeed import cards
from companion.intake.draft import Draft
from companion.intake.page import Page
from companion.model.posting import Employment
from companion.model.profile import Wish
from companion.portals.polite import Polite, expect
from companion.portals.portal import Batch
from companion.portals.query import Query
from companion.portals.search import merged

_PAGES = 10
_STEP = 10
_KINDS: dict[Employment, str] = {
    "full_time": "fulltime", "part_time": "parttime", "contract": "contract", "temporary": "temporary",
    "internship": "internship",
}  # fmt: skip


class Indeed:
    """`https://<country>.indeed.com/jobs`; `country` is its subdomain, `www` for the United States."""

    name = "indeed"
    whole = False

    def __init__(self, country: str = "www") -> None:
        self._root = f"https://{country}.indeed.com"

    async def search(self, query: Query, polite: Polite, now: datetime) -> AsyncIterator[Batch]:
        for words, place in itertools.product(query.lines, query.places or (None,)):
            params: dict[str, str | int] = {"q": words, "sort": "date"} | _limits(query, place)
            seen: set[str] = set()
            for number in range(_PAGES):
                page = await polite.page(f"{self._root}/jobs", params=params | {"start": number * _STEP})
                drafts = await asyncio.to_thread(cards, Page(page), self._root)
                expect(drafts is not None, f"{self._root}/jobs", "mosaic-provider-jobcards", page.html)
                fresh = [draft for draft in drafts or [] if draft.ats_job not in seen]
                # Past its last page it shows an earlier one again.
                if not fresh:
                    break
                seen |= {draft.ats_job for draft in fresh}
                yield Batch(drafts=tuple(fresh), truncated=number == _PAGES - 1)

    async def detail(self, draft: Draft, polite: Polite, now: datetime) -> Draft:
        reading = await polite.reading(draft.url)
        return merged(
            draft, Draft(source="indeed", description=reading.description, pay=reading.posting.pay or draft.pay)
        )


def _limits(query: Query, place: Wish | None) -> dict[str, str | int]:
    """Place, radius, age and kind in its own parameters; "remote" is a place to it."""
    found: dict[str, str | int] = {}
    if place is not None:
        found["l"] = place.text or place.city
        if place.radius_km:
            found["radius"] = round(place.radius_km)
    elif query.remote:
        found["l"] = "Remote"
    if query.days:
        found["fromage"] = query.days
    # It takes one kind only; of several, what comes is asked for contradictions.
    if len(query.employment) == 1 and query.employment[0] in _KINDS:
        found["jt"] = _KINDS[query.employment[0]]
    return found
