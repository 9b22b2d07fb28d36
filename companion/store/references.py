"""Which blobs a document names."""

import re
from collections.abc import Iterator
from typing import Any, Final, cast

from companion.store.entry import Entry

_FIELDS: Final = frozenset({"description", "pdf", "file", "sha256", "blob", "screenshots", "receipt"})
"""Names of the fields, at any depth, whose value is the hash of a blob."""

_HASH: Final = re.compile(r"[0-9a-f]{64}")


def named(entry: Entry) -> set[str]:
    """The blobs that must be there for the document to be whole."""
    return set(_walk(dict(entry), under=False)) if _HASH.search(entry.text()) else set()


def mentioned(entry: Entry) -> set[str]:
    """Everything in the document that could be the hash of a blob: more than `named`, never less."""
    return set(_HASH.findall(entry.text()))


def _walk(value: object, *, under: bool) -> Iterator[str]:
    if isinstance(value, dict):
        for name, child in cast("dict[str, Any]", value).items():
            yield from _walk(child, under=name in _FIELDS)
    elif isinstance(value, list):
        for child in cast("list[Any]", value):
            yield from _walk(child, under=under)
    elif under and isinstance(value, str) and _HASH.fullmatch(value):
        yield value
