"""Naukri's result pages by their cards. Its data interface wants a token only its own page makes: not ours to forge."""

import asyncio
import itertools
import re
from collections.abc import AsyncIterator
from datetime import datetime

from companion.errors import Blocked
from companion.intake.dates import read_date
from companion.intake.draft import Draft
from companion.intake.gazetteer import fold
from companion.intake.page import CapturedPage, Page
from companion.intake.pay import read_pay
from companion.intake.places import read_location
from companion.intake.text import element_text, line
from companion.intake.tree import Element, select
from companion.portals.polite import Polite
from companion.portals.portal import Batch
from companion.portals.query import Query
from companion.portals.search import merged

_ROOT = "https://www.naukri.com"
_PAGES = 5
_CARDS = ".srp-jobtuple-wrapper[data-job-id], .jobTuple[data-job-id]"


class Naukri:
    """`https://www.naukri.com/<words>-jobs[-in-<city>][-<page>]`. A shell without cards means: only for browsers."""

    name = "naukri"
    whole = False

    async def search(self, query: Query, polite: Polite, now: datetime) -> AsyncIterator[Batch]:
        for words, place in itertools.product(query.lines, query.places or (None,)):
            slug = _slug(words) + "-jobs" + (f"-in-{_slug(place.city or place.text)}" if place else "")
            for number in range(1, _PAGES + 1):
                url = f"{_ROOT}/{slug}" + (f"-{number}" if number > 1 else "")
                params: dict[str, str | int] = {"jobAge": query.days} if query.days else {}
                page = await polite.page(url, params=params)
                drafts = await asyncio.to_thread(cards, page, now)
                if not drafts:
                    if number == 1:
                        raise Blocked(
                            "Naukri gives its results only to a browser.",
                            "Open Naukri: the extension reads what you see.",
                        )
                    break
                yield Batch(drafts=tuple(drafts), truncated=number == _PAGES)

    async def detail(self, draft: Draft, polite: Polite, now: datetime) -> Draft:
        reading = await polite.reading(draft.url)
        return merged(draft, Draft(source="naukri", description=reading.description))


def cards(page: CapturedPage, now: datetime) -> list[Draft]:
    """The cards of a result page."""
    found: list[Draft] = []
    for card in select(Page(page).tree, _CARDS):
        link = next(iter(select(card, "a.title")), None)
        title = line(element_text(link)) if link is not None else ""
        if link is None or not title:
            continue
        location = read_location(re.sub(r"\s*\([^)]*\)", "", _text(card, ".locWdth", ".location")))
        found.append(
            Draft(
                source="naukri",
                title=title,
                company=_text(card, "a.comp-name", ".comp-name", ".subTitle"),
                places=location.places,
                mode=location.mode,
                pay=read_pay(_text(card, ".sal-wrap", ".salary"), nation="IN"),
                posted=read_date(_text(card, ".job-post-day", ".date"), now),
                ats="naukri",
                ats_job=card.get("data-job-id") or "",
                url=link.get("href") or "",
            )
        )
    return found


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(words)).strip("-")


def _text(card: Element, *choices: str) -> str:
    for selector in choices:
        for node in select(card, selector):
            if text := line(element_text(node)):
                return text
    return ""
