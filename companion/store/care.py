"""Looking after a data folder that nobody has open: does everything in it verify, and what can be saved where not.

For `sincerely store verify | repair`. A running companion does the same through `Store.verify`.
"""

import shutil
from collections import Counter
from pathlib import Path

import msgspec

from companion.errors import Damaged, NotFound
from companion.model.document import now
from companion.settings import Settings
from companion.store import folder, keys
from companion.store.blobs import Blobs
from companion.store.decoding import entry
from companion.store.entry import Entry
from companion.store.journal import Change, Journal, newest
from companion.store.kinds import by_name
from companion.store.references import named

_REPAIR = "Run `sincerely store repair` to keep everything before the damage, or restore a backup."


class Verification(msgspec.Struct, frozen=True, kw_only=True):
    """What was read and checked. `problems` are in words for a person; with none of them all is well."""

    generation: int = 0
    format: int = 0
    records: int = 0
    documents: dict[str, int] = {}
    journal_bytes: int = 0
    torn_bytes: int = 0
    """Of a change that a crash cut off before it was acknowledged: harmless, gone at the next start."""
    files: int = 0
    file_bytes: int = 0
    problems: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        return not self.problems

    @property
    def text(self) -> str:
        """The result for a person."""
        counted = ", ".join(f"{count} {table}" for table, count in sorted(self.documents.items())) or "no documents"
        if self.whole:
            return f"Everything verifies: {counted}; {self.files} files of {self.file_bytes / 1e6:.1f} MB."
        return "\n".join(("The data folder is damaged.", *self.problems, f"What could be read: {counted}."))


class Repair(msgspec.Struct, frozen=True, kw_only=True):
    """What a repair kept. `aside` is where the damaged journal lies now, encrypted as ever; None: all was well."""

    documents: int
    reason: str = ""
    aside: Path | None = None


def verify(settings: Settings, *, passphrase: str | None = None) -> Verification:
    """Read and check the whole folder without changing it. Raises StoreLocked, WrongKey, NotFound."""
    home = settings.data
    lock = _lock(home)
    try:
        unlocked, _ = keys.unlock(home, settings.keys, passphrase)
        return check(home, unlocked, Blobs.of(home, unlocked))
    finally:
        lock.release()


def check(home: Path, unlocked: keys.Keys, blobs: Blobs) -> Verification:
    """As `verify`, for whoever holds the lock."""
    path = newest(home)
    if path is None:
        return Verification(problems=("The journal is missing. Restore a backup.",))
    found: dict[tuple[str, str], Entry] = {}
    try:
        scan = Journal.scan(path, unlocked.derive("journal"), lambda change: _note(found, change))
    except Damaged as error:
        return Verification(problems=(f"{error.message} {_REPAIR}",), documents=_count(found))
    problems = [
        f"A file that {table} {doc_id} names is {state}."
        for (table, doc_id), one in found.items()
        for sha in named(one)
        if (state := _state(blobs, sha))
    ]
    sizes = [file.stat().st_size for file in blobs.files()]
    return Verification(
        generation=scan.generation,
        format=scan.format,
        records=scan.records,
        documents=_count(found),
        journal_bytes=scan.size,
        torn_bytes=scan.torn,
        files=len(sizes),
        file_bytes=sum(sizes),
        problems=tuple(problems),
    )


def repair(settings: Settings, *, passphrase: str | None = None) -> Repair:
    """Keep everything before the first damage in a new generation, and the damaged journal beside it.

    Raises StoreLocked, WrongKey, and Damaged where not even the beginning can be read.
    """
    home = settings.data
    lock = _lock(home)
    try:
        unlocked, _ = keys.unlock(home, settings.keys, passphrase)
        key, path = unlocked.derive("journal"), newest(home)
        if path is None:
            raise Damaged("The journal is missing.", "Restore a backup.")
        found: dict[tuple[str, str], Entry] = {}
        try:
            Journal.scan(path, key, lambda change: _note(found, change))
        except Damaged as error:
            if not found:
                raise
            reason = error.message
        else:
            return Repair(documents=len(found))
        changes = (Change(table, doc_id, one.body()) for (table, doc_id), one in found.items())
        fresh = Journal.prepare(home, int(path.suffix[1:]) + 1, key, changes)
        aside = path.with_name(f"damaged-{now():%Y%m%d-%H%M%S}.{path.name}")
        with folder.told("The damaged journal could not be kept"):
            shutil.copy2(path, aside)
        fresh.enforce()
        fresh.close()
        path.unlink()
        return Repair(documents=len(found), reason=reason, aside=aside)
    finally:
        lock.release()


def _lock(home: Path) -> folder.Lock:
    if not home.is_dir() or (keys.source(home) is None and newest(home) is None):
        raise NotFound("There is no data folder of Sincerely here.", "Name another one with --data.")
    return folder.Lock(home)


def _note(found: dict[tuple[str, str], Entry], change: Change) -> None:
    found.pop((change.table, change.id), None)
    put = entry(by_name(), change, whole=True)
    if put is not None:
        found[change.table, change.id] = put


def _count(found: dict[tuple[str, str], Entry]) -> dict[str, int]:
    return dict(Counter(table for table, _ in found))


def _state(blobs: Blobs, sha: str) -> str:
    try:
        blobs.get(sha)
    except NotFound:
        return "missing"
    except Damaged:
        return "damaged"
    return ""
