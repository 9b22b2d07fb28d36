"""The audit: an append-only chain of what was read, what left and what was decided. Names of facts, never values.

`record` inside the commit of the change it is about, so that neither is there without the other.
"""

import hashlib
import secrets
from collections.abc import Callable, Sequence
from datetime import datetime

import msgspec
from msgspec.structs import replace

from companion.model.audit import AuditDetail, AuditEntry, AuditKind
from companion.model.document import new_id, now
from companion.store import Page, Store

_canonical = msgspec.json.Encoder(order="sorted").encode


class AuditVerdict(msgspec.Struct, frozen=True, kw_only=True):
    """Whether the chain holds. `broken` is the number of the first entry that does not; None: it holds."""

    entries: int
    erased: int = 0
    """Entries whose detail was erased together with what it was about."""
    broken: int | None = None
    head: str = ""
    """Hash of the newest entry: write it down, and nothing before it can be changed unseen."""

    @property
    def valid(self) -> bool:
        return self.broken is None

    @property
    def text(self) -> str:
        if self.broken is not None:
            return f"The audit does not verify: entry {self.broken} is not what was written."
        return f"The audit verifies: {self.entries} entries, unbroken. Newest hash: {self.head or 'none yet'}."


def record(
    store: Store,
    kind: AuditKind,
    what: str,
    *,
    who: str = "companion",
    host: str = "",
    subject: str = "",
    facts: Sequence[str] = (),
    clock: Callable[[], datetime] = now,
) -> AuditEntry:
    """Append an entry. `facts` are paths; put no value of a fact into any of these texts."""
    detail = AuditDetail(
        what=what[:1_000],
        who=who,
        host=host[:1_000],
        subject=subject,
        facts=tuple(facts),
        salt=secrets.token_hex(16),
    )
    with store.commit():
        number, previous = _head(store)
        draft = AuditEntry(
            id=new_id(),
            number=number + 1,
            at=clock(),
            kind=kind,
            detail=detail,
            detail_hash=_hash(detail),
            previous=previous,
            hash="",
        )
        return store.audit.add(replace(draft, hash=_link(draft)))


def verify(store: Store) -> AuditVerdict:
    """Recompute the whole chain."""
    entries = sorted(store.audit.where(), key=lambda entry: entry.number)
    previous = ""
    for number, entry in enumerate(entries, 1):
        genuine = (
            entry.number == number
            and entry.previous == previous
            and entry.hash == _link(entry)
            and (entry.detail is None or entry.detail_hash == _hash(entry.detail))
        )
        if not genuine:
            return AuditVerdict(entries=len(entries), broken=number)
        previous = entry.hash
    return AuditVerdict(entries=len(entries), erased=sum(entry.detail is None for entry in entries), head=previous)


def entries(
    store: Store,
    *,
    kind: AuditKind | None = None,
    subject: str = "",
    since: datetime | None = None,
    text: str = "",
    offset: int = 0,
    limit: int = 50,
) -> Page[AuditEntry]:
    """The newest entries first, of those that fit every given filter. `text` is looked for in detail and facts."""
    wanted = text.casefold()

    def fits(entry: AuditEntry) -> bool:
        detail = entry.detail
        return (
            (kind is None or entry.kind == kind)
            and (since is None or entry.at >= since)
            and (not subject or (detail is not None and detail.subject == subject))
            and (not wanted or (detail is not None and wanted in " ".join(_texts(detail)).casefold()))
        )

    return store.audit.page(where=fits, sort=lambda entry: entry.number, reverse=True, offset=offset, limit=limit)


def forget(store: Store, subjects: frozenset[str]) -> int:
    """Erase the detail of every entry about `subjects` (ids); the chain still verifies. Returns how many."""
    with store.commit():
        found = store.audit.where(lambda entry: entry.detail is not None and entry.detail.subject in subjects)
        for entry in found:
            store.audit.replace(replace(entry, detail=None))
    return len(found)


def _head(store: Store) -> tuple[int, str]:
    numbers = store.audit.values("number")
    if not numbers:
        return 0, ""
    newest = max(numbers, key=numbers.__getitem__)
    return numbers[newest], store.audit.get(newest).hash


def _hash(detail: AuditDetail) -> str:
    return hashlib.sha256(_canonical(detail)).hexdigest()


def _link(entry: AuditEntry) -> str:
    linked = (entry.number, entry.at, entry.kind, entry.detail_hash, entry.previous)
    return hashlib.sha256(_canonical(linked)).hexdigest()


def _texts(detail: AuditDetail) -> tuple[str, ...]:
    return (detail.what, detail.who, detail.host, *detail.facts)
