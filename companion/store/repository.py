"""Typed access to one kind of document. What is given out is the caller's own; what is kept changes only here."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

import msgspec

from companion.errors import BadInput, Conflict, NotFound, Refused, StaleVersion
from companion.model.document import Document
from companion.store.entry import Entry
from companion.store.kinds import Kind
from companion.store.storage import JournalStorage
from companion.store.table import JournalTable

T = TypeVar("T", bound=Document)


class Page(msgspec.Struct, Generic[T], frozen=True):
    """A stretch of a longer list, and how long the whole list is."""

    items: tuple[T, ...]
    total: int


class Repository(Generic[T]):
    """The documents of one kind. Thread-safe; each change is on the disk when the call returns (see `Store.commit`)."""

    def __init__(self, kind: Kind[T], table: JournalTable, storage: JournalStorage) -> None:
        self._kind, self._table, self._storage = kind, table, storage

    @property
    def name(self) -> str:
        """The kind's name, as events carry it."""
        return self._kind.name

    def find(self, doc_id: str) -> T | None:
        entry = self._entry(doc_id)
        return entry.document() if entry else None

    def get(self, doc_id: str) -> T:
        """Raises NotFound."""
        if (document := self.find(doc_id)) is None:
            raise NotFound(f"There is no such entry in {self.name}.", "It may have been removed meanwhile.")
        return document

    def add(self, document: T) -> T:
        """Store a new document as version 1. Raises Conflict (the id is taken) and BadInput (it breaks its type)."""
        with self._storage.commit():
            if self._entry(document.id) is not None:
                raise Conflict(f"An entry of this id is already in {self.name}.")
            self._admit(document, None)
            return self._put(document, 1)

    def replace(self, document: T) -> T:
        """Store a new version. Raises NotFound, and StaleVersion unless `document.version` is the stored one."""
        with self._storage.commit():
            if (entry := self._entry(document.id)) is None:
                raise NotFound(f"There is no such entry in {self.name}.", "It may have been removed meanwhile.")
            stored: T = entry.view()
            if document.version != stored.version:
                raise StaleVersion(
                    f"This entry of {self.name} was changed meanwhile.", "Read it again and repeat the change."
                )
            self._admit(document, stored)
            return self._put(document, stored.version + 1)

    def remove(self, doc_id: str) -> None:
        """Raises NotFound, and Refused for a kind that only grows."""
        with self._storage.commit():
            if self._kind.lasting:
                raise Refused(f"Nothing is removed from {self.name}.")
            if self._entry(doc_id) is None:
                raise NotFound(f"There is no such entry in {self.name}.")
            self._table.take(doc_id)

    def restore(self, document: T) -> None:
        """Put a document back exactly as an export or backup has it, version and state included, in place of any."""
        with self._storage.commit():
            self._keep(document)

    def by(self, index: str, value: object) -> list[T]:
        """Documents whose field `index` (one of the kind's indexes) is `value`, in the order they were added."""
        return [entry.document() for entry in self._table.by(index, value)]

    def values(self, index: str) -> dict[str, Any]:
        """Id → value of an indexed field, for every document: far cheaper than reading them."""
        return self._table.values(index)

    def where(self, predicate: Callable[[T], bool] | None = None) -> list[T]:
        """All documents for which `predicate` holds. It may only look at what it is given."""
        return [entry.document() for entry in self._entries(predicate)]

    def page(
        self,
        *,
        where: Callable[[T], bool] | None = None,
        sort: Callable[[T], Any] | None = None,
        reverse: bool = False,
        offset: int = 0,
        limit: int = 50,
    ) -> Page[T]:
        """`limit` documents from `offset` on, of those that `where` holds for, ordered by `sort`."""
        entries = self._entries(where)
        if sort is not None:
            entries.sort(key=lambda entry: sort(entry.view()), reverse=reverse)
        elif reverse:
            entries.reverse()
        return Page(tuple(entry.document() for entry in entries[offset : offset + limit]), len(entries))

    def count(self) -> int:
        with self._storage.lock:
            return len(self._table)

    def _entry(self, doc_id: str) -> Entry | None:
        with self._storage.lock:
            return self._table.one(doc_id)

    def _entries(self, predicate: Callable[[T], bool] | None) -> list[Entry]:
        with self._storage.lock:
            return self._table.matching(None if predicate is None else lambda entry: predicate(entry.view()))

    def _put(self, document: T, version: int) -> T:
        return self._keep(msgspec.structs.replace(document, version=version))

    def _keep(self, document: T) -> T:
        # Why decoded here: a struct made in Python was never checked, and what does not decode could not be read again.
        try:
            entry = Entry.of(self._kind, document)
            kept: T = entry.document()
        except (msgspec.ValidationError, UnicodeEncodeError) as error:
            where = str(error).rpartition(" - at ")[2].strip("`") if " - at " in str(error) else ""
            raise BadInput(f"This cannot be an entry of {self.name}.", "Correct the value.", pointer=where) from None
        self._table.put(entry)
        return kept

    def _admit(self, document: T, stored: T | None) -> None:
        """Raise where `document` may not follow `stored` (None: it is new)."""
        if self._kind.rule:
            self._kind.rule(document, stored)
