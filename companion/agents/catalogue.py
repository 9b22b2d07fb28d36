"""All postings at a glance: what lists and look-ups ask of every one of them, kept beside the store.

Ten thousand postings are looked through in a few milliseconds this way; after a change only that posting is worked out
anew. Nothing here may be called inside a commit: it waits for other threads' commits.
"""

import threading
from collections import deque
from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec

from companion.intake.ats.address import identify
from companion.intake.identity import title_key
from companion.model.posting import Employment, Level, Posting, WorkMode
from companion.model.run import Event
from companion.store import Store
from companion.store.index import Index

_EVERYTHING: str = ""
_NAMED = ("title", "number", "page", "form")


class Listed(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a list filters and sorts one posting by. Texts are case-folded; `posted` is a day's number, 0: unknown."""

    id: str
    canonical_key: str
    title: str
    company: str
    words: str
    """Title, company, places and excerpt, to search in."""
    mode: WorkMode | None
    employment: tuple[Employment, ...]
    level: Level | None
    pay: float
    posted: int
    captured_at: datetime
    portals: tuple[str, ...]
    saved: bool
    dismissed: bool


class Catalogue:
    """A line for each stored posting, and the postings by what names them beside their id. Thread-safe."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._lines: dict[str, Listed] = {}
        self._index = Index(_NAMED)
        self._changed: deque[str] = deque((_EVERYTHING,))
        self._shown: tuple[Listed, ...] = ()
        store.listen(self._hear)

    def lines(self) -> tuple[Listed, ...]:
        """One a posting, in the order they were stored."""
        with self._renewed():
            return self._shown

    def alike(self, posting: Posting) -> list[Posting]:
        """Other postings that may be the same job at all: of the same title, or under the same number."""
        with self._renewed():
            ids = dict.fromkeys(self._index.ids("title", title_key(posting.title)))
            if posting.ats_job:
                ids |= dict.fromkeys(self._index.ids("number", posting.ats_job))
        return self._postings(one for one in ids if one != posting.id)

    def at(self, url: str) -> Posting | None:
        """The posting that `url` is about: numbered by it at the ATS, or with its form there."""
        place, at = _place(url), identify(url)
        with self._renewed():
            numbered = self._index.ids("number", at.job) if at is not None and at.job else ()
            near = [*self._index.ids("form", place)] if place else []
            for above in _above(place):
                near += self._index.ids("page", above)
        if at is not None and (known := [one for one in self._postings(numbered) if one.ats == at.ats]):
            return known[0]
        return max(self._postings(near), key=lambda one: len(one.url), default=None)

    def _hear(self, events: tuple[Event, ...]) -> None:
        for event in events:
            if event.kind == "postings":
                self._changed.append(event.id)
            elif event.kind == "everything":
                self._changed.append(_EVERYTHING)

    def _renewed(self) -> threading.Lock:
        """The lock, to be entered, once every change heard of is worked out."""
        with self._lock:
            if self._changed:
                self._renew()
        return self._lock

    def _renew(self) -> None:
        changed = {self._changed.popleft() for _ in range(len(self._changed))}
        if _EVERYTHING in changed:
            self._lines, self._index = {}, Index(_NAMED)
            for posting in self._store.postings.where():
                self._put(posting)
        else:
            for posting_id in changed:
                posting = self._store.postings.find(posting_id)
                if posting is not None:
                    self._put(posting)
                else:
                    self._lines.pop(posting_id, None)
                    self._index.drop(posting_id)
        self._shown = tuple(self._lines.values())

    def _put(self, posting: Posting) -> None:
        self._lines[posting.id] = _line(posting)
        keys = (
            title_key(posting.title),
            posting.ats_job,
            _place(posting.url),
            _place(posting.apply_url),
        )
        self._index.put(posting.id, keys)

    def _postings(self, ids: Iterable[str]) -> list[Posting]:
        return [one for found in ids if (one := self._store.postings.find(found)) is not None]


def _line(posting: Posting) -> Listed:
    where = " ".join(f"{one.text} {one.city} {one.country}" for one in posting.places)
    pay = posting.pay
    return Listed(
        id=posting.id,
        canonical_key=posting.canonical_key,
        title=posting.title.casefold(),
        company=posting.company.casefold(),
        words=f"{posting.title}\n{posting.company}\n{where}\n{posting.excerpt}".casefold(),
        mode=posting.mode,
        employment=posting.employment,
        level=posting.level,
        pay=(pay.maximum or pay.minimum or 0) if pay else 0,
        posted=posting.posted.toordinal() if posting.posted else 0,
        captured_at=posting.captured_at,
        portals=tuple({one.portal for one in posting.seen}),
        saved=posting.saved,
        dismissed=posting.dismissed,
    )


def _place(url: str) -> str:
    """An address without its query and fragment, for comparison."""
    return url.split("#")[0].split("?")[0].rstrip("/")


def _above(place: str) -> Iterator[str]:
    """The addresses that `place` lies under, the nearest first."""
    while "/" in place:
        place = place.rpartition("/")[0]
        if place and not place.endswith("/"):
            yield place
