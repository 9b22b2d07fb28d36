"""One table's documents in memory, and the same shape again for what an open commit has changed."""

from collections.abc import Iterator, Mapping
from typing import Any

from companion.store.entry import Entry
from companion.store.index import Index
from companion.store.kinds import Kind


class Layer:
    """Documents by id with their index. `gone` names what an open commit removed; in the table itself it is empty."""

    def __init__(self, kind: Kind[Any]) -> None:
        self.kind = kind
        self.entries: dict[str, Entry] = {}
        self.gone: set[str] = set()
        self.index = Index(kind.indexes)

    def put(self, doc_id: str, entry: Entry) -> None:
        self.gone.discard(doc_id)
        self.entries[doc_id] = entry
        self.index.put(doc_id, entry.indexed())

    def remove(self, doc_id: str) -> None:
        self.forget(doc_id)
        self.gone.add(doc_id)

    def forget(self, doc_id: str) -> None:
        """As if nothing had ever been said about it."""
        self.gone.discard(doc_id)
        if self.entries.pop(doc_id, None) is not None:
            self.index.drop(doc_id)

    def changes(self) -> Iterator[tuple[str, Entry | None]]:
        yield from self.entries.items()
        yield from ((doc_id, None) for doc_id in self.gone)

    def __contains__(self, doc_id: object) -> bool:
        return doc_id in self.entries or doc_id in self.gone


class Seen(Mapping[str, Entry]):
    """A table with the layer of an open commit over it."""

    def __init__(self, below: Layer, above: Layer) -> None:
        self._below, self._above = below.entries, above

    def __getitem__(self, doc_id: str) -> Entry:
        if doc_id in self._above.gone:
            raise KeyError(doc_id)
        return self._above.entries.get(doc_id) or self._below[doc_id]

    def __iter__(self) -> Iterator[str]:
        for doc_id in self._below:
            if doc_id not in self._above:
                yield doc_id
        yield from self._above.entries

    def __len__(self) -> int:
        return sum(1 for _ in self)
