"""One stored document as TinyDB sees it: a read-only mapping that decodes only when it is looked into."""

import zlib
from collections.abc import Iterator, KeysView, Mapping
from typing import Any, Self, cast

import msgspec

from companion.model.document import Document
from companion.store.kinds import Kind

_COMPRESS_FROM = 1_024
"""Bytes. Below this zlib saves little and costs a decompression at each read."""


class Entry(msgspec.Struct, gc=False, eq=False):
    """A document of `kind` under `doc_id`. `held` is the live document, JSON (`{…`) or zlib of JSON (byte 0x78).

    A struct that the garbage collector need not look at, because there are tens of thousands and none is in a cycle.
    """

    kind: Kind[Any]
    doc_id: str
    held: bytes | Document

    @classmethod
    def packed(cls, kind: Kind[Any], doc_id: str, body: bytes) -> Self:
        """From the bytes of a journal. Raises msgspec.ValidationError where a live kind does not decode."""
        return cls(kind, doc_id, kind.decode(_inflate(body)) if kind.live else body)

    @classmethod
    def of(cls, kind: Kind[Any], document: Document) -> Self:
        """From a typed document, which is copied."""
        body = kind.encode(document)
        if kind.live:
            return cls(kind, document.id, kind.decode(body))
        return cls(kind, document.id, zlib.compress(body, 1) if len(body) >= _COMPRESS_FROM else body)

    def view(self) -> Any:
        """The document for looking only: a live one is the store's own."""
        held = self.held
        return self.kind.decode(_inflate(held)) if isinstance(held, bytes) else held

    def document(self) -> Any:
        """A typed copy for the caller to keep."""
        held = self.held
        if isinstance(held, bytes):
            return self.kind.decode(_inflate(held))
        dicts = {
            name: dict(cast("dict[str, Any]", value))
            for name in held.__struct_fields__
            if isinstance(value := getattr(held, name), dict)
        }
        return msgspec.structs.replace(held, **dicts) if dicts else held

    def body(self) -> bytes:
        """The bytes a journal keeps."""
        held = self.held
        return held if isinstance(held, bytes) else self.kind.encode(held)

    def text(self) -> str:
        """The document as JSON."""
        return _inflate(self.body()).decode()

    def indexed(self) -> tuple[Any, ...]:
        held = self.held
        return self.kind.indexed(_inflate(held) if isinstance(held, bytes) else held)

    # What TinyDB and its queries ask of a document.

    def __getitem__(self, name: str) -> Any:
        return self._builtins()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._builtins())

    def __len__(self) -> int:
        return len(self._builtins())

    def __bool__(self) -> bool:
        return True  # a document always has its id; asking must not decode it

    def keys(self) -> KeysView[str]:
        return self._builtins().keys()

    def _builtins(self) -> dict[str, Any]:
        return msgspec.json.decode(self.text())


cast("Any", Mapping).register(Entry)


class Found:
    """TinyDB wraps each result in a document class; a result of ours is an `Entry` already and stays it."""

    def __new__(cls, value: Entry, doc_id: str) -> Entry:
        return value


def _inflate(body: bytes) -> bytes:
    return zlib.decompress(body) if body[:1] == b"\x78" else body
