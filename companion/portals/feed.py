"""RSS and Atom feeds of jobs, Teamtailor's among them: places and departments in its own namespace."""

from collections.abc import AsyncIterator
from datetime import datetime
from email.utils import parsedate_to_datetime

import msgspec

from companion.intake.ats.address import identify
from companion.intake.dates import read_date
from companion.intake.draft import Draft
from companion.intake.places import known_place, read_location
from companion.intake.text import html_text, line
from companion.intake.tree import Element
from companion.model.posting import Place, WorkMode
from companion.portals.board import Board, BoardPortal, drafts_of
from companion.portals.polite import Polite
from companion.portals.portal import Batch
from companion.portals.query import Query

_PAGE = 100
_PAGES = 20
_MODES: dict[str, WorkMode] = {"fully": "remote", "hybrid": "hybrid", "none": "onsite", "temporary": "hybrid"}


class Feed(BoardPortal):
    """Any RSS or Atom feed whose items are jobs. `board.host` names it; `url` is its address."""

    def __init__(self, url: str, board: Board | None = None) -> None:
        super().__init__(board or Board(ats="feed", company="", host=url))
        self._url = url

    async def search(self, query: Query, polite: Polite, now: datetime) -> AsyncIterator[Batch]:
        yield Batch(drafts=tuple(self.named(draft) for draft in await self._drafts(polite, {}, now)))

    async def _drafts(self, polite: Polite, params: dict[str, str | int], now: datetime) -> list[Draft]:
        answer = await polite.ask(
            self._url, params=params, accept="application/rss+xml, application/atom+xml, application/xml"
        )
        root = polite.xml(answer, "rss", "feed", "RDF")
        return await drafts_of(item_draft, root.iter("{*}item", "{*}entry"), now)

    def named(self, draft: Draft) -> Draft:
        # A feed is no ATS; what its links lead to may be one.
        found = super().named(draft)
        address = identify(draft.url) if self.board.ats == "feed" else None
        if self.board.ats != "feed":
            return found
        return msgspec.structs.replace(
            found, ats=address.ats if address else "", ats_company=address.company if address else "",
            ats_job=address.job if address else "",
        )  # fmt: skip


class Teamtailor(Feed):
    """`https://<host>/jobs.rss?offset=&per_page=`: a hundred at a time."""

    def __init__(self, board: Board) -> None:
        host = board.host or f"{board.company}.teamtailor.com"
        super().__init__(f"https://{host}/jobs.rss", board)

    async def search(self, query: Query, polite: Polite, now: datetime) -> AsyncIterator[Batch]:
        for page in range(_PAGES):
            drafts = await self._drafts(polite, {"offset": page * _PAGE, "per_page": _PAGE}, now)
            yield Batch(drafts=tuple(self.named(draft) for draft in drafts), truncated=page == _PAGES - 1)
            if len(drafts) < _PAGE:
                return


def item_draft(item: Element, now: datetime) -> Draft:
    """One item of a feed."""
    fields: dict[str, str] = {}
    for child in item:
        if isinstance(child.tag, str):  # pyright: ignore[reportUnnecessaryIsInstance]  (comments)
            fields.setdefault(_name(child), (child.text or "").strip() or child.get("href") or "")
    title, company = _split_title(line(fields.get("title")))
    url = fields.get("link") or fields.get("guid") or fields.get("id") or ""
    address = identify(url)
    text = fields.get("encoded") or fields.get("content") or fields.get("description") or fields.get("summary") or ""
    mode = _MODES.get(fields.get("remoteStatus", "").lower())
    location = read_location(fields.get("location") or fields.get("region") or fields.get("job_location") or "")
    return Draft(
        source="feed",
        title=title,
        company=line(fields.get("company") or fields.get("company_name")) or company,
        places=_places(item) or location.places,
        mode=mode or location.mode,
        posted=_date(
            fields.get("pubDate") or fields.get("published") or fields.get("date") or fields.get("updated"), now
        ),
        ats=address.ats if address else "",
        ats_company=address.company if address else "",
        ats_job=address.job if address else "",
        url=url if url.startswith("http") else "",
        description=html_text(text),
    )


def _places(item: Element) -> tuple[Place, ...]:
    found: list[Place | None] = []
    for node in item.iter("{*}location"):
        parts = {_name(child): (child.text or "").strip() for child in node}
        if parts:
            found.append(
                known_place(city=parts.get("city", ""), nation=parts.get("country", ""), text=parts.get("name", ""))
            )
    return tuple(dict.fromkeys(place for place in found if place))


def _split_title(title: str) -> tuple[str, str]:
    """ "Employer: Title" as job feeds write it; anything else stays a title."""
    employer, colon, rest = title.partition(": ")
    return (rest, employer) if colon and 1 <= len(employer.split()) <= 4 and len(rest) > 5 else (title, "")


def _date(text: str | None, now: datetime):
    if not text:
        return None
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError):
        return read_date(text, now)


def _name(node: Element) -> str:
    return node.tag.rsplit("}", 1)[-1]
