"""The storage TinyDB works on: all documents in memory, every change in the journal before memory shows it.

One lock guards everything. While a commit is open its changes lie in a layer over each table; they become visible to
others only after they are on the disk, all at once.
"""

import asyncio
import contextlib
import threading
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from contextvars import ContextVar
from pathlib import Path
from typing import Any, Final

import msgspec
import tinydb

from companion.errors import StoreError
from companion.model.run import Event
from companion.store import folder
from companion.store.decoding import entry
from companion.store.entry import Entry
from companion.store.journal import Change, Journal
from companion.store.kinds import INNER, Kind
from companion.store.layer import Layer, Seen

_GROUP: Final = 512
_GROUP_SECONDS: Final = 0.25
"""Commits of a bulk that share one fsync at most, and how long the first of them waits for it."""

_INNER: Final = frozenset(kind.name for kind in INNER)
_in_bulk: ContextVar[bool] = ContextVar("in_bulk", default=False)


class JournalStorage(tinydb.Storage):
    """TinyDB's storage over an open journal. `kinds` names every table there can be."""

    def __init__(
        self, open_journal: Callable[[Callable[[Change], None]], Journal], kinds: Mapping[str, Kind[Any]]
    ) -> None:
        self.lock = threading.RLock()
        self.publish: Callable[[tuple[Event, ...]], None] = lambda events: None
        self.before_sync: Callable[[], None] = lambda: None
        self.after_commit: Callable[[], None] = lambda: None
        self._kinds, self.closed = kinds, False
        self._tables = {name: Layer(kind) for name, kind in kinds.items()}
        self._pending: dict[str, Layer] = {}
        self._undo: list[tuple[str, str, Entry | None, bool]] = []
        self._depth = 0
        self._owner: object = None
        self._grouped = 0
        self._grouped_since = 0.0
        self._events: list[Event] = []
        self._compacting = threading.Lock()
        self._meanwhile: list[Sequence[Change]] | None = None
        self.journal = open_journal(self._replay)

    # TinyDB's own operations, on whole tables.

    def read(self) -> dict[str, dict[str, Any]]:
        """The tables that hold documents, as TinyDB lists them."""
        with self.lock:
            return {name: dict(entries) for name in self._tables if (entries := self.entries(name))}

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Make the tables equal to `data` (TinyDB calls this to drop tables)."""
        with self.commit():
            for name in self._tables:
                wanted, present = data.get(name, {}), self.entries(name)
                for doc_id in [doc_id for doc_id in present if doc_id not in wanted]:
                    self.change(name, doc_id, None)
                for doc_id, value in wanted.items():
                    if present.get(doc_id) is not value:
                        self.change(name, doc_id, value)

    def close(self) -> None:
        """Never call it holding the lock: a compaction that is under way ends first."""
        with self._compacting, self.lock:
            self.closed = True
            self.journal.close()
            self._tables = {}  # nothing of what was known stays in memory

    # What our table does with single documents. Hold the lock while using what these return.

    def entries(self, name: str) -> Mapping[str, Entry]:
        """The documents of a table, those of an open commit included."""
        table, above = self._table(name), self._pending.get(name)
        return Seen(table, above) if above else table.entries

    def ids(self, name: str, field: str, value: object) -> list[str]:
        """Ids of the documents whose indexed `field` is `value`, those of an open commit included."""
        ids, above = self._table(name).index.ids(field, value), self._pending.get(name)
        if above is None:
            return list(ids)
        return [*(doc_id for doc_id in ids if doc_id not in above), *above.index.ids(field, value)]

    def values(self, name: str, field: str) -> dict[str, Any]:
        """Id → value of an indexed `field`, those of an open commit included."""
        values, above = self._table(name).index.values(field), self._pending.get(name)
        if above is None:
            return values
        return {doc_id: value for doc_id, value in values.items() if doc_id not in above} | above.index.values(field)

    def change(self, name: str, doc_id: str, value: Mapping[str, Any] | None) -> None:
        """Put or remove one document in the open commit. Raises msgspec.ValidationError for another kind's shape."""
        kind = self._table(name).kind
        layer = self._pending.setdefault(name, Layer(kind))
        self._undo.append((name, doc_id, layer.entries.get(doc_id), doc_id in layer))
        if value is None:
            layer.remove(doc_id)
        else:
            layer.put(doc_id, value if isinstance(value, Entry) else Entry.of(kind, _typed(kind, doc_id, value)))

    def every(self) -> list[Entry]:
        """Every document there is now, an open commit aside."""
        with self.lock:
            return [one for layer in self._tables.values() for one in layer.entries.values()]

    @contextlib.contextmanager
    def commit(self) -> Generator[None]:
        """Make the changes inside one atomic commit; inside another it joins it. An exception undoes its own part."""
        with self.lock:
            task = _task()
            if self._depth and task is not self._owner:
                raise RuntimeError("A commit may not await: another task came in while it was open")
            mark, self._owner = len(self._undo), task
            self._depth += 1
            try:
                yield
                if self._depth == 1 and self._undo:
                    self._store()
            except BaseException:
                self._roll_back(mark)
                raise
            finally:
                self._depth -= 1
                if not self._depth:
                    self._pending, self._undo, self._owner = {}, [], None
        self._announce()

    @contextlib.contextmanager
    def bulk(self) -> Generator[None]:
        """Commits inside share fsyncs: each is atomic, and all are on the disk when this ends."""
        token = _in_bulk.set(True)
        try:
            yield
        finally:
            _in_bulk.reset(token)
            self.sync()

    def sync(self) -> None:
        """Wait until everything is on the disk, then announce it. Raises StoreFull, StoreError."""
        with self.lock, folder.told("The changes could not be stored"):
            self.before_sync()
            if self.journal.unsynced:
                self.journal.sync()
            self._grouped = 0
        self._announce()

    def compact(self, home: Path, key: bytes) -> None:
        """Write a new generation that holds only what is there now. Others work on while its snapshot is written.

        Never call it holding the lock or inside a commit. Raises StoreFull, StoreError: the old generation stays.
        """
        with self._compacting:
            with self.lock:
                self._open()
                now = [(name, dict(layer.entries)) for name, layer in self._tables.items()]
                meanwhile: list[Sequence[Change]] = []
                self._meanwhile = meanwhile
                generation = self.journal.generation + 1
            try:
                changes = (Change(name, id_, one.body()) for name, entries in now for id_, one in entries.items())
                fresh = Journal.prepare(home, generation, key, changes)
                with self.lock:
                    self._follow(fresh, meanwhile)
            finally:
                self._meanwhile = None

    def reset(self, home: Path, key: bytes, build: Callable[[], Sequence[Change]]) -> None:
        """Put exactly what `build` returns in the place of everything, in a new generation: all of it or nothing.

        Nobody changes anything from before `build` is called until its changes are in force.

        Never call it holding the lock or inside a commit. Raises Damaged where a document does not fit its kind.
        """
        with self._compacting, self.lock:
            self._open()
            changes = build()
            layers = {name: Layer(kind) for name, kind in self._kinds.items()}
            for change in changes:
                if (put := entry(self._kinds, change, whole=True)) is not None:
                    layers[change.table].put(change.id, put)
            self._follow(Journal.prepare(home, self.journal.generation + 1, key, changes), ())
            self._tables = layers
            self._events.append(Event(kind="everything", id="", change="replaced"))
        self._announce()

    def _follow(self, fresh: Journal, meanwhile: Sequence[Sequence[Change]]) -> None:
        """Put `fresh` in the place of the journal, with the commits of the meantime."""
        try:
            for commit in meanwhile:
                fresh.append(commit, durable=False)
            with folder.told("The changes could not be stored"):
                self.before_sync()
            fresh.enforce()
        except BaseException:
            fresh.discard()
            raise
        old, self.journal = self.journal, fresh
        old.discard()

    def _store(self) -> None:
        changes: list[Change] = []
        events: list[Event] = []
        for name, layer in self._pending.items():
            present = self._tables[name].entries
            for doc_id, put in layer.changes():
                if put is None and doc_id not in present:
                    continue
                changes.append(Change(name, doc_id, put.body() if put else None))
                if name not in _INNER:
                    change = "removed" if put is None else "replaced" if doc_id in present else "added"
                    events.append(Event(kind=name, id=doc_id, change=change))
        if not changes:
            return
        moment = time.monotonic()
        if not self._grouped:
            self._grouped_since = moment
        waited = moment - self._grouped_since
        grouped = _in_bulk.get() and self._grouped < _GROUP and waited < _GROUP_SECONDS
        if not grouped:
            with folder.told("The change could not be stored"):
                self.before_sync()
        self.journal.append(changes, durable=not grouped)
        if self._meanwhile is not None:
            self._meanwhile.append(changes)
        self._grouped = self._grouped + 1 if grouped else 0
        for name, layer in self._pending.items():
            for doc_id, put in layer.changes():
                self._settle(name, doc_id, put)
        self._events.extend(events)

    def _table(self, name: str) -> Layer:
        self._open()
        return self._tables[name]

    def _settle(self, name: str, doc_id: str, put: Entry | None) -> None:
        if put is None:
            self._tables[name].forget(doc_id)
        else:
            self._tables[name].put(doc_id, put)

    def _roll_back(self, mark: int) -> None:
        while len(self._undo) > mark:
            name, doc_id, before, known = self._undo.pop()
            layer = self._pending[name]
            if before is not None:
                layer.put(doc_id, before)
            elif known:
                layer.remove(doc_id)
            else:
                layer.forget(doc_id)

    def _announce(self) -> None:
        with self.lock:
            if self._depth or self.journal.unsynced or not self._events:
                return
            events, self._events = tuple(self._events), []
        self.publish(events)
        self.after_commit()

    def _replay(self, change: Change) -> None:
        self._settle(change.table, change.id, entry(self._kinds, change))

    def _open(self) -> None:
        """Raise StoreError once closed: memory is empty then, and must not be written over what is stored."""
        if self.closed:
            raise StoreError("The store is closed.", "Start Sincerely again.")


def in_bulk() -> bool:
    """Whether the caller is inside `bulk`."""
    return _in_bulk.get()


def _typed(kind: Kind[Any], doc_id: str, value: Mapping[str, Any]) -> Any:
    return kind.decode(msgspec.json.encode({**value, "id": doc_id}))


def _task() -> object:
    try:
        return asyncio.current_task()
    except RuntimeError:
        return None
