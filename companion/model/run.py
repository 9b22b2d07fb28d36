"""Background work as documents, notices to the person, and paired clients."""

from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec

from companion.model.document import Document, Sha256, Short

NoticeKind = Literal["needs_you", "submitted", "failed", "drift", "breaker", "interview", "info"]
RunState = Literal["queued", "running", "waiting", "done", "failed", "cancelled"]


class Run(Document, frozen=True, kw_only=True):
    """A piece of background work, shown in the dashboard and resumed after a restart."""

    kind: str
    arguments: dict[str, Any] = {}
    state: RunState = "queued"
    attempts: int = 0
    done: int = 0
    total: int | None = None
    message: Short = ""
    error: Short = ""
    code: str = ""
    result: dict[str, Any] = {}
    priority: int = 0
    by_itself: bool = False
    """Nobody asked for it just then: it does not begin while everything is paused."""
    created_at: datetime
    started_at: datetime | None = None
    finished_at: datetime | None = None
    not_before: datetime | None = None


class Notice(Document, frozen=True, kw_only=True):
    """Something the person should know or do. `link` is a dashboard path."""

    kind: NoticeKind
    text: Short
    link: str = ""
    read: bool = False
    created_at: datetime


class Client(Document, frozen=True, kw_only=True):
    """A paired extension or agent, or a dashboard session. Only the hash of its token is stored."""

    name: Short
    kind: Literal["extension", "mcp", "dashboard"]
    origin: str = ""
    token_hash: Sha256
    scopes: tuple[str, ...] = ()
    created_at: datetime
    last_seen: datetime | None = None
    revoked: bool = False


class SavedView(Document, frozen=True, kw_only=True):
    """A way of looking at the list of jobs that the person named: the filters, as the list's address says them."""

    name: Short
    query: Annotated[str, msgspec.Meta(max_length=2_000)]
    created_at: datetime


class Reply(Document, frozen=True, kw_only=True):
    """The answer once given to a write, kept so that the same write sent again gets it again (`Idempotency-Key`).
    `id` is derived from the client and its key; `request` is the hash of path and body."""

    request: Sha256
    status: int
    body: str
    at: datetime


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """A change that is on record: what kind of document, which one, and what happened."""

    kind: str
    id: str
    change: Literal["added", "replaced", "removed"]
