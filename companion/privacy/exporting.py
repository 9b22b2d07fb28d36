"""Export: everything Sincerely knows, in forms other programs read. It is in clear; the person says where it goes.

README.txt  manifest.json
profile/*.json       JSON Resume, the application facts in it as they are kept
documents/*.json     every document as it is stored: what import reads
tables/*.csv         the same for a spreadsheet
files/*              descriptions, resumes, receipts, screenshots; files/index.csv says what each is
credentials.json     only when asked for
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec

from companion.errors import Conflict, NotFound
from companion.model.document import now
from companion.privacy import audit
from companion.privacy.containers import FolderSink, Sink, ZipSink
from companion.privacy.places import inside
from companion.privacy.tables import table
from companion.store import Store, folder
from companion.store.entry import Entry
from companion.store.kinds import by_name
from companion.store.references import named

FORMAT: Final = 1
LEFT_OUT: Final = frozenset({"clients", "replies", "runs"})
"""Kinds that are this computer's own bookkeeping, in no export or backup: pairings, answers kept for retries, runs."""

_README: Final = """This folder holds what Sincerely knew about you when it was exported. It is not encrypted.

profile/    your profile as JSON Resume (jsonresume.org)
documents/  every document as Sincerely keeps it; `sincerely import` reads these
tables/     the same for a spreadsheet
files/      job descriptions, resumes, receipts, screenshots; index.csv says what each one is
"""


class Exported(msgspec.Struct, frozen=True, kw_only=True):
    """What an export holds, by kind, and where it is (None: it was handed over as bytes)."""

    path: Path | None = None
    documents: dict[str, int]
    files: int
    size: int
    credentials: int = 0


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    product: str = "sincerely"
    format: int = FORMAT
    created: str
    documents: dict[str, int]
    files: int


def export(store: Store, destination: Path, *, allowed: Path, credentials: bool = False) -> Exported:
    """Write everything to `destination` (inside `allowed`): a zip file if it ends in .zip, else a new folder.

    `credentials` adds what is in the vault, in clear. Raises Refused, Conflict (something is there), StoreFull.
    """
    place = inside(allowed, destination, store.home)
    if place.suffix.lower() == ".zip":
        if place.exists():
            raise Conflict("There is a file of this name already.", "Choose another name.")
        exported, data = zipped(store, credentials=credentials)
        folder.write_whole(place, data)
    else:
        exported = _write(store, FolderSink(place), credentials=credentials)
    return msgspec.structs.replace(exported, path=place)


def zipped(store: Store, *, credentials: bool = False) -> tuple[Exported, bytes]:
    """The same as the bytes of a zip file, for a download."""
    sink = ZipSink()
    exported = _write(store, sink, credentials=credentials)
    return exported, sink.finish()


def _write(store: Store, sink: Sink, *, credentials: bool) -> Exported:
    what = "Everything, with credentials" if credentials else "Everything, without credentials"
    audit.record(store, "exported", what)
    entries: dict[str, list[Entry]] = defaultdict(list)
    kinds = by_name()
    for change in store.snapshot():
        if change.table not in LEFT_OUT:
            entries[change.table].append(Entry.packed(kinds[change.table], change.id, change.body or b""))
    size = 0
    for name, data in _pieces(store, entries, credentials=credentials):
        sink.write(name, data)
        size += len(data)
    files = sum(1 for _ in _files(store, entries))
    counts = {name: len(found) for name, found in sorted(entries.items())}
    manifest = Manifest(created=now().isoformat(), documents=counts, files=files)
    sink.write("manifest.json", msgspec.json.format(msgspec.json.encode(manifest)))
    return Exported(
        documents=counts, files=files, size=size, credentials=len(store.vault.names()) if credentials else 0
    )


def _pieces(store: Store, entries: dict[str, list[Entry]], *, credentials: bool) -> Iterator[tuple[str, bytes]]:
    # Why here: the room of resumes brings fonts and word lists, and most of what privacy does needs none of it.
    from companion.resume.formats.jsonresume import to_json_resume

    yield "README.txt", _README.encode()
    for profile in store.profiles.where():
        name = re.sub(r"[^\w-]+", "-", profile.persona)[:40] or "profile"
        yield f"profile/{name}-{profile.id[:8]}.json", _pretty(to_json_resume(profile))
    for name, found in sorted(entries.items()):
        documents = [dict(entry) for entry in found]
        yield f"documents/{name}.json", _pretty(documents)
        yield f"tables/{name}.csv", table(documents)
    index: list[dict[str, str]] = []
    for sha, what, data in _files(store, entries):
        name = f"{sha}{_ending(data)}"
        index.append({"file": name, "what": what})
        yield f"files/{name}", data
    yield "files/index.csv", table(index)
    if credentials:
        yield "credentials.json", _pretty({name: store.vault.get(name) for name in store.vault.names()})


def _files(store: Store, entries: dict[str, list[Entry]]) -> Iterator[tuple[str, str, bytes]]:
    """(hash, what it is, bytes) of every blob a document names, once each."""
    seen: set[str] = set()
    for name, found in sorted(entries.items()):
        for entry in found:
            for sha in sorted(named(entry) - seen):
                seen.add(sha)
                try:
                    data = store.blobs.get(sha)
                except NotFound:
                    continue
                yield sha, _what(name, dict(entry)), data


def _what(name: str, document: dict[str, Any]) -> str:
    words = [str(document[field]) for field in ("name", "title", "company", "url") if document.get(field)]
    return f"{name}: {', '.join(words) or document['id']}"


def _ending(data: bytes) -> str:
    for start, ending in ((b"%PDF-", ".pdf"), (b"\x89PNG", ".png"), (b"\xff\xd8\xff", ".jpg"), (b"RIFF", ".webp")):
        if data.startswith(start):
            return ending
    try:
        start = data[:2_000].decode(errors="strict" if len(data) <= 2_000 else "ignore").lstrip()
    except UnicodeDecodeError:
        return ".bin"
    return ".json" if start.startswith(("{", "[")) else ".html" if start.startswith("<") else ".txt"


def _pretty(value: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value))
