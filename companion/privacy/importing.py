"""Import: an export brought back, into an empty store or one that has moved on. What is newer here stays."""

import hashlib
import re
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any, Final, cast

import msgspec

from companion.errors import BadInput, Unreadable
from companion.model.document import Document
from companion.privacy import audit
from companion.privacy.containers import Source, source
from companion.privacy.exporting import FORMAT, LEFT_OUT, Manifest
from companion.store import Repository, Store
from companion.store.kinds import KINDS, Kind

_FILE: Final = re.compile(r"files/([0-9a-f]{64})\.\w{1,5}")
_TOGETHER: Final = 500
"""Documents of one commit."""


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What came in: new documents, those that replaced an older version, and those left as they were here."""

    added: dict[str, int]
    replaced: int
    kept: int
    files: int
    credentials: int = 0


def bring_back(store: Store, place: Path | bytes) -> Imported:
    """Import the folder or zip file of an export. Everything is checked before anything is stored.

    Raises BadInput, Unreadable (not an export, or damaged), TooLarge, StoreFull.
    """
    origin = source(place)
    names = frozenset(origin.names())
    _check(origin, names)
    documents = {
        kind.name: _documents(kind, origin.read(name))
        for kind in KINDS
        if kind.name not in LEFT_OUT and (name := f"documents/{kind.name}.json") in names
    }
    files = {name: match[1] for name in names if (match := _FILE.fullmatch(name))}
    credentials = _credentials(origin) if "credentials.json" in names else {}
    with store.bulk():
        for name, sha in files.items():
            if hashlib.sha256(data := origin.read(name)).hexdigest() != sha:
                raise Unreadable(f"{name} is not the file it was exported as.", "Export again.")
            store.blobs.put(data)
        added, replaced, kept = _store(store, documents)
        for name, value in credentials.items():
            store.vault.put(name, value)
    audit.record(store, "imported", f"{sum(added.values()) + replaced} documents, {len(files)} files")
    return Imported(added=added, replaced=replaced, kept=kept, files=len(files), credentials=len(credentials))


def _check(origin: Source, names: Iterable[str]) -> None:
    if "manifest.json" not in names:
        raise BadInput("This is not an export of Sincerely.", "Choose the folder or zip file an export made.")
    try:
        manifest = msgspec.json.decode(origin.read("manifest.json"), type=Manifest)
    except msgspec.MsgspecError as error:
        raise Unreadable("The export's manifest is damaged.", "Export again.") from error
    if manifest.product != "sincerely" or manifest.format > FORMAT:
        raise Unreadable("This export was made by a newer Sincerely.", "Install the newer version.")


def _documents(kind: Kind[Any], data: bytes) -> list[Document]:
    try:
        return msgspec.json.decode(data, type=list[kind.type])
    except (msgspec.MsgspecError, RecursionError) as error:
        where = str(error).rpartition(" - at ")[2] if " - at " in str(error) else ""  # the rest may quote a value
        raise Unreadable(
            f"documents/{kind.name}.json is not as it was exported.", "Export again.", pointer=where.strip("`")
        ) from None


def _credentials(origin: Source) -> dict[str, dict[str, str]]:
    try:
        return msgspec.json.decode(origin.read("credentials.json"), type=dict[str, dict[str, str]])
    except msgspec.MsgspecError as error:
        raise Unreadable("credentials.json is not as it was exported.", "Export again.") from error


def _store(store: Store, documents: dict[str, list[Document]]) -> tuple[dict[str, int], int, int]:
    added: dict[str, int] = {}
    replaced = kept = 0
    for name, found in documents.items():
        repository = cast("Repository[Any]", getattr(store, name))
        if name == "audit" and repository.count():
            kept += len(found)  # two chains cannot be one; this folder's own goes on
            continue
        rest = iter(found)
        while batch := list(islice(rest, _TOGETHER)):
            with store.commit():
                for document in batch:
                    here = repository.find(document.id)
                    if here is not None and here.version >= document.version:
                        kept += 1
                        continue
                    repository.restore(document)
                    replaced += here is not None
                    added[name] = added.get(name, 0) + (here is None)
    return added, replaced, kept
