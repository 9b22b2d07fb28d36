"""Everything in the store about one application or one posting: what goes with it, and what only mentions it."""

from collections import Counter
from typing import Any, Final, cast

import msgspec
from msgspec.structs import replace

from companion.store import Change, Repository, Store
from companion.store.entry import Entry
from companion.store.kinds import by_name
from companion.store.references import mentioned, named

_PASSING: Final = frozenset({"runs", "notices", "replies", "proposals"})
"""Kinds of which any document goes that mentions what is erased: they are about the moment."""


class Traces(msgspec.Struct, frozen=True, kw_only=True):
    """`documents` (kind, id) go; `mentions` (answers) stay without the mention; `files` no other document names."""

    ids: frozenset[str]
    documents: tuple[tuple[str, str], ...]
    mentions: tuple[str, ...]
    files: tuple[str, ...]
    size: int

    @property
    def counts(self) -> dict[str, int]:
        return dict(Counter(table for table, _ in self.documents))


def of_application(store: Store, application_id: str) -> Traces:
    """Raises NotFound."""
    application = store.applications.get(application_id)
    return _traces(store, application.posting_id, application.canonical_key, {("applications", application_id)})


def of_posting(store: Store, posting_id: str) -> Traces:
    """Raises NotFound."""
    posting = store.postings.get(posting_id)
    own = {("postings", posting_id)}
    own |= {(name, posting_id) for name in ("requirements", "matches") if _repository(store, name).find(posting_id)}
    own |= {("applications", one.id) for one in store.applications.by("canonical_key", posting.canonical_key)}
    return _traces(store, posting_id, posting.canonical_key, own)


def remove(store: Store, traces: Traces) -> None:
    """Remove the documents and the mentions; the files are the caller's to remove once that is on the disk."""
    with store.commit():
        for table, doc_id in traces.documents:
            _repository(store, table).remove(doc_id)
        for doc_id in traces.mentions:
            answer = store.answers.get(doc_id)
            store.answers.replace(replace(answer, used=tuple(one for one in answer.used if one not in traces.ids)))


def remaining(store: Store, traces: Traces) -> tuple[str, ...]:
    """What of it a search of everything finds after the removal."""
    own = {doc_id for table, doc_id in traces.documents if table not in _PASSING}
    found = [f"{table} {doc_id}" for table, doc_id in traces.documents if _repository(store, table).find(doc_id)]
    found += [
        f"a mention in {change.table} {change.id}" for change in store.snapshot() if _mentions(_entry(change), own)
    ]
    return (*found, *(f"file {sha[:8]}" for sha in traces.files if store.blobs.has(sha)))


def _traces(store: Store, posting_id: str, canonical_key: str, own: set[tuple[str, str]]) -> Traces:
    """`own` with all that belongs to it. Attempts are found by the job's key: they may name another posting of it."""
    about_posting = ("postings", posting_id) in own
    own |= {("attempts", one.id) for one in store.attempts.by("canonical_key", canonical_key)}
    attempts = {doc_id for table, doc_id in own if table == "attempts"}
    own |= {("plans", one.id) for attempt in attempts for one in store.plans.by("attempt_id", attempt)}
    own |= {("resumes", one.id) for one in store.resumes.by("posting_id", posting_id)}
    own |= {("letters", one.id) for one in store.letters.by("posting_id", posting_id)}
    if about_posting:
        own |= {("plans", one.id) for one in store.plans.where(lambda one: one.posting_id == posting_id)}
    own |= {
        ("answers", one.id)
        for one in store.answers.where(lambda one: one.scope == "posting" and one.posting_id == posting_id)
    }
    ids = {doc_id for _, doc_id in own} - (set() if about_posting else {posting_id})
    entries = [_entry(change) for change in store.snapshot()]
    own |= {
        (entry.kind.name, entry.doc_id) for entry in entries if entry.kind.name in _PASSING and _mentions(entry, ids)
    }
    going = [entry for entry in entries if (entry.kind.name, entry.doc_id) in own]
    staying = [entry for entry in entries if (entry.kind.name, entry.doc_id) not in own]
    files = {sha for entry in going for sha in named(entry)} - {sha for entry in staying for sha in mentioned(entry)}
    return Traces(
        ids=frozenset(ids),
        documents=tuple(sorted(own)),
        mentions=tuple(entry.doc_id for entry in staying if entry.kind.name == "answers" and _mentions(entry, ids)),
        files=tuple(sorted(sha for sha in files if store.blobs.has(sha))),
        size=sum(len(entry.body()) for entry in going) + sum(store.blobs.size(sha) for sha in files),
    )


def _mentions(entry: Entry, ids: set[str]) -> bool:
    text = entry.text()
    return any(f'"{doc_id}"' in text or f"/{doc_id}" in text for doc_id in ids)


def _entry(change: Change) -> Entry:
    return Entry.packed(by_name()[change.table], change.id, change.body or b"")


def _repository(store: Store, table: str) -> Repository[Any]:
    return cast("Repository[Any]", getattr(store, table))
