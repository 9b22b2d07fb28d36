"""TinyDB's table over the journal: an operation touches the documents it names, never the whole table.

Everything TinyDB offers works on it; `by` and `values`, which use the indexes, are ours.
"""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any, cast

from tinydb.table import Table

from companion.model.document import new_id
from companion.store.entry import Entry, Found
from companion.store.storage import JournalStorage


class JournalTable(Table):
    """One kind of document. Ids are strings; documents are `Entry`."""

    document_class = Found
    document_id_class = str
    default_query_cache_capacity = 0  # predicates are functions made anew each time: nothing to find again

    def one(self, doc_id: str) -> Entry | None:
        found = self.get(doc_id=cast("Any", doc_id))  # pyright: ignore[reportUnknownMemberType]
        return cast("Entry | None", found)

    def matching(self, predicate: Callable[[Entry], bool] | None) -> list[Entry]:
        return cast("list[Entry]", self.all() if predicate is None else self.search(cast("Any", predicate)))

    def put(self, entry: Entry) -> None:
        """Add or replace one document."""
        self._update_table(lambda table: table.__setitem__(entry.doc_id, entry))

    def take(self, doc_id: str) -> None:
        """Remove one document."""
        self.remove(doc_ids=cast("Any", [doc_id]))

    def by(self, field: str, value: object) -> list[Entry]:
        """Documents whose indexed `field` is `value`, in the order they came."""
        with self._journal.lock:
            entries = self._journal.entries(self.name)
            return [entries[doc_id] for doc_id in self._journal.ids(self.name, field, value)]

    def values(self, field: str) -> dict[str, Any]:
        """Id → value of an indexed `field`, without reading any document."""
        with self._journal.lock:
            return self._journal.values(self.name, field)

    @property
    def _journal(self) -> JournalStorage:
        return cast("JournalStorage", self._storage)

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        return cast("dict[str, Mapping[str, Any]]", self._journal.entries(self.name))

    def _get_next_id(self) -> str:  # type: ignore[override]
        return new_id()

    def _update_table(self, updater: Callable[[dict[Any, Any]], None]) -> None:
        with self._journal.commit():
            desk = _Desk(self._journal.entries(self.name))
            updater(cast("dict[Any, Any]", desk))
            for doc_id, value in desk.touched.items():
                self._journal.change(self.name, doc_id, value)
        self.clear_cache()


class _Desk(MutableMapping[str, Any]):
    """A table as an updater sees it: what is looked at becomes a dict to change, and `touched` says what was."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = entries
        self._out: dict[str, Any] = {}

    @property
    def touched(self) -> dict[str, Any]:
        entries = self._entries
        return {
            doc_id: value
            for doc_id, value in self._out.items()
            if isinstance(value, Entry) or value is None or doc_id not in entries or value != dict(entries[doc_id])
        }

    def __getitem__(self, doc_id: str) -> Any:
        if doc_id not in self._out:
            self._out[doc_id] = dict(self._entries[doc_id])
        if self._out[doc_id] is None:
            raise KeyError(doc_id)
        return self._out[doc_id]

    def __setitem__(self, doc_id: str, value: Any) -> None:
        self._out[doc_id] = value

    def __delitem__(self, doc_id: str) -> None:
        if doc_id not in self:
            raise KeyError(doc_id)
        self._out[doc_id] = None

    def __contains__(self, doc_id: object) -> bool:
        return self._out[cast("str", doc_id)] is not None if doc_id in self._out else doc_id in self._entries

    def __iter__(self) -> Iterator[str]:
        yield from (doc_id for doc_id in self._entries if self._out.get(doc_id, ...) is not None)
        yield from (doc_id for doc_id, value in self._out.items() if value is not None and doc_id not in self._entries)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def clear(self) -> None:
        self._out = dict.fromkeys(self._entries)
