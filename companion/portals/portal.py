"""The protocol of a source of jobs, and the honest end of every search in it.

A portal yields batches and raises Blocked, Drift or another NetError where it cannot go on; what came before counts.
"""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Literal, Protocol

import msgspec

from companion.intake.draft import Draft
from companion.intake.page import Reading
from companion.portals.polite import Polite
from companion.portals.query import Query

Status = Literal["complete", "truncated", "empty", "blocked", "drift", "failed"]
"""complete: everything it has for this query · truncated: it has more than it shows or we asked for · empty: nothing ·
blocked: it refuses robots, use the browser · drift: its answer has a new shape · failed: no answer."""


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """Postings that came together. `truncated` says that the source stops here though it has more."""

    drafts: tuple[Draft, ...]
    truncated: bool = False
    filtered: bool = False
    """The source itself left out what does not answer the query: what it does not list may still be open."""


class Portal(Protocol):
    """A source of jobs. `whole` sources list everything they have, so that we filter and can tell what closed."""

    @property
    def name(self) -> str: ...

    @property
    def whole(self) -> bool: ...

    def search(self, query: Query, polite: Polite, now: datetime) -> AsyncIterator[Batch]: ...

    async def detail(self, draft: Draft, polite: Polite, now: datetime) -> Draft:
        """`draft` with its text, where the list has none; the same where there is nothing to add."""
        ...


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A posting found, with its description, as intake makes it."""

    portal: str
    reading: Reading


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """How the search in one source ended. `sample` shows a changed answer without its values."""

    portal: str
    status: Status
    listed: int = 0
    """Postings the source gave."""
    kept: int = 0
    """Those that answer the query, each once."""
    duplicates: int = 0
    message: str = ""
    hint: str = ""
    sample: str = ""
    seconds: float = 0
    jobs: frozenset[str] = frozenset()
    """Ids of all it listed, where the source lists everything it has and was read to its end; else empty."""
