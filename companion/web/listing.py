"""The list of jobs: searched, filtered, sorted and cut to one page on the server, so that 10,000 stay quick."""

import heapq
from collections.abc import Callable
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

import msgspec

from companion.agents.catalogue import Catalogue, Listed
from companion.agents.scoring import ranks
from companion.model.match import Match
from companion.model.posting import Posting
from companion.store import Store

Shelf = Literal["inbox", "saved", "applied", "dismissed", "all"]
Sort = Literal["score", "newest", "posted", "company", "title", "pay"]
PAGE = 50

BEFORE_SUBMIT = frozenset({"saved", "preparing", "needs_answers", "ready", "approved", "failed"})
"""Application states in which nothing has been sent."""


class Wanted(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Which jobs to show, as the address of the page says it."""

    q: Annotated[str, msgspec.Meta(max_length=200)] = ""
    shelf: Shelf = "inbox"
    sort: Sort = "score"
    mode: Literal["", "onsite", "hybrid", "remote"] = ""
    employment: Annotated[str, msgspec.Meta(max_length=40)] = ""
    level: Annotated[str, msgspec.Meta(max_length=40)] = ""
    least: Annotated[int, msgspec.Meta(ge=0, le=100)] = 0
    """Lowest score shown."""
    portal: Annotated[str, msgspec.Meta(max_length=60)] = ""
    offset: Annotated[int, msgspec.Meta(ge=0, le=10_000_000)] = 0

    def link(self, **changes: Any) -> str:
        """The list's address with `changes`; changing anything but the offset starts at the beginning."""
        first = {} if "offset" in changes else {"offset": 0}
        return "/jobs" + query(msgspec.structs.replace(self, **(first | changes)))

    def page_link(self, offset: int) -> str:
        return self.link(offset=offset)


def query(wanted: msgspec.Struct) -> str:
    """`?a=b` of what differs from the defaults; empty when nothing does."""
    said = msgspec.to_builtins(wanted)
    return f"?{urlencode(said)}" if said else ""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One job of the list. `status` is the application's, empty where there is none."""

    posting: Posting
    match: Match | None
    status: str


class Jobs(msgspec.Struct, frozen=True, kw_only=True):
    """One page of the list, the total, and how many lie on each shelf under the same search."""

    rows: tuple[Row, ...]
    total: int
    shelves: dict[Shelf, int]


def jobs(store: Store, catalogue: Catalogue, wanted: Wanted) -> Jobs:
    """The page of jobs that `wanted` asks for."""
    scores: dict[str, Any] = store.matches.values("score") if wanted.least else {}
    status = statuses(store)
    fits, every = _fits(wanted, scores), wanted.shelf == "all"
    shelves: dict[Shelf, int] = {"inbox": 0, "saved": 0, "applied": 0, "dismissed": 0, "all": 0}
    found: list[Listed] = []
    for line in catalogue.lines():
        if fits is None or fits(line):
            known = status.get(line.canonical_key, "")
            shelf: Shelf = shelf_of(line, known) if known or line.dismissed or line.saved else "inbox"
            shelves[shelf] += 1
            if every or shelf == wanted.shelf:
                found.append(line)
    shelves["all"] = sum(shelves.values())
    key, reverse = _order(wanted.sort, ranks(store) if wanted.sort == "score" else {})
    first = heapq.nlargest if reverse else heapq.nsmallest
    shown = [store.postings.find(line.id) for line in first(wanted.offset + PAGE, found, key)[wanted.offset :]]
    rows = tuple(
        Row(posting=one, match=store.matches.find(one.id), status=status.get(one.canonical_key, ""))
        for one in shown
        if one is not None
    )
    return Jobs(rows=rows, total=len(found), shelves=shelves)


def unseen(store: Store, catalogue: Catalogue) -> int:
    """How many jobs wait to be looked through."""
    status = statuses(store)
    return sum(shelf_of(line, status.get(line.canonical_key, "")) == "inbox" for line in catalogue.lines())


def statuses(store: Store) -> dict[str, str]:
    """Canonical key → status of its application."""
    of: dict[str, str] = store.applications.values("status")
    return {key: of[application] for application, key in store.applications.values("canonical_key").items()}


def shelf_of(posting: Posting | Listed, status: str) -> Shelf:
    """Where a job lies: what was sent is never hidden under another name."""
    if status and status not in BEFORE_SUBMIT:
        return "applied"
    if posting.dismissed:
        return "dismissed"
    return "saved" if posting.saved or status else "inbox"


def _fits(wanted: Wanted, scores: dict[str, Any]) -> Callable[[Listed], bool] | None:
    """What the filters let through; None where there is no filter."""
    words = wanted.q.casefold().split()
    if not (words or wanted.mode or wanted.employment or wanted.level or wanted.least or wanted.portal):
        return None

    def fits(line: Listed) -> bool:
        if wanted.mode and line.mode != wanted.mode:
            return False
        if wanted.employment and wanted.employment not in line.employment:
            return False
        if wanted.level and line.level != wanted.level:
            return False
        if wanted.least and (scores.get(line.id) or 0) < wanted.least:
            return False
        if wanted.portal and wanted.portal not in line.portals:
            return False
        return all(map(line.words.__contains__, words))

    return fits


def _order(sort: Sort, places: dict[str, float]) -> tuple[Callable[[Listed], Any], bool]:
    """The key to sort by and whether the greatest comes first; unknown values come last either way.

    By score means by `Match.rank`: the shown score, with what a hard blocker stands against behind all the rest.
    """
    if sort == "score":
        return lambda line: (places.get(line.id, -1.0), line.captured_at), True
    if sort == "newest":
        return lambda line: line.captured_at, True
    if sort == "posted":
        return lambda line: line.posted, True
    if sort == "pay":
        return lambda line: line.pay, True
    if sort == "company":
        return lambda line: (line.company or "\uffff", line.title), False
    return lambda line: line.title or "\uffff", False
