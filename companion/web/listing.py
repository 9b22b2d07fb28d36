"""The list of jobs: searched, filtered, sorted and cut to one page on the server, so that 10,000 stay quick."""

from collections.abc import Callable
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

import msgspec

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


def jobs(store: Store, wanted: Wanted) -> Jobs:
    """The page of jobs that `wanted` asks for."""
    scores: dict[str, Any] = store.matches.values("score")
    status = statuses(store)
    fits = _fits(wanted, scores)
    shelves: dict[Shelf, int] = {"inbox": 0, "saved": 0, "applied": 0, "dismissed": 0, "all": 0}

    def shown(posting: Posting) -> bool:
        if not fits(posting):
            return False
        shelf = shelf_of(posting, status.get(posting.canonical_key, ""))
        shelves[shelf] += 1
        shelves["all"] += 1
        return wanted.shelf in ("all", shelf)

    key, reverse = _order(wanted.sort, ranks(store))
    found = store.postings.page(where=shown, sort=key, reverse=reverse, offset=wanted.offset, limit=PAGE)
    rows = tuple(
        Row(posting=one, match=store.matches.find(one.id), status=status.get(one.canonical_key, ""))
        for one in found.items
    )
    return Jobs(rows=rows, total=found.total, shelves=shelves)


def unseen(store: Store) -> int:
    """How many jobs wait to be looked through."""
    status = statuses(store)
    return store.postings.page(
        where=lambda one: shelf_of(one, status.get(one.canonical_key, "")) == "inbox", limit=0
    ).total


def statuses(store: Store) -> dict[str, str]:
    """Canonical key → status of its application."""
    of: dict[str, str] = store.applications.values("status")
    return {key: of[application] for application, key in store.applications.values("canonical_key").items()}


def shelf_of(posting: Posting, status: str) -> Shelf:
    """Where a job lies: what was sent is never hidden under another name."""
    if status and status not in BEFORE_SUBMIT:
        return "applied"
    if posting.dismissed:
        return "dismissed"
    return "saved" if posting.saved or status else "inbox"


def _fits(wanted: Wanted, scores: dict[str, Any]) -> Callable[[Posting], bool]:
    words = wanted.q.casefold().split()

    def fits(posting: Posting) -> bool:
        if wanted.mode and posting.mode != wanted.mode:
            return False
        if wanted.employment and wanted.employment not in posting.employment:
            return False
        if wanted.level and posting.level != wanted.level:
            return False
        if wanted.least and (scores.get(posting.id) or 0) < wanted.least:
            return False
        if wanted.portal and wanted.portal not in {one.portal for one in posting.seen}:
            return False
        return not words or _says(posting, words)

    return fits


def _says(posting: Posting, words: list[str]) -> bool:
    where = " ".join(f"{one.text} {one.city} {one.country}" for one in posting.places)
    text = f"{posting.title}\n{posting.company}\n{where}\n{posting.excerpt}".casefold()
    return all(word in text for word in words)


def _order(sort: Sort, places: dict[str, float]) -> tuple[Callable[[Posting], Any], bool]:
    """The key to sort by and whether the greatest comes first; unknown values come last either way.

    By score means by `Match.rank`: the shown score, with what a hard blocker stands against behind all the rest.
    """
    if sort == "score":
        return lambda one: (places.get(one.id, -1.0), one.captured_at), True
    if sort == "newest":
        return lambda one: one.captured_at, True
    if sort == "posted":
        return lambda one: one.posted.toordinal() if one.posted else 0, True
    if sort == "pay":
        return lambda one: (one.pay.maximum or one.pay.minimum or 0) if one.pay else 0, True
    if sort == "company":
        return lambda one: (one.company.casefold() or "\uffff", one.title.casefold()), False
    return lambda one: one.title.casefold() or "\uffff", False
