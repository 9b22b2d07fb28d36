"""The journal: one file a generation, a whole snapshot first and then each commit as it happened.

A file counts only under its final name, which it gets after its snapshot is on the disk: a crash while compacting
leaves the old generation in force. Callers hold the store's lock.
"""

import os
import secrets
import struct
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import BinaryIO, Final, Self

import msgspec

from companion.errors import Damaged, StoreError, TooLarge
from companion.store import folder, migrations
from companion.store.frames import COMMIT, END, LARGEST, SNAPSHOT, Sealer

_PREFIX: Final = struct.Struct(">8sIQ32s")
_MAGIC: Final = b"SINCEREJ"
_BATCH: Final = 1024 * 1024
"""Bytes of documents that go into one frame of a snapshot."""


class Change(msgspec.Struct, frozen=True, array_like=True):
    """One document put (`body`), or removed (None)."""

    table: str
    id: str
    body: bytes | None


class Scan(msgspec.Struct, frozen=True):
    """What reading a journal found. `torn` are bytes of a commit that a crash cut off and that never counted."""

    generation: int
    format: int
    records: int
    size: int
    torn: int


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(tuple[Change, ...]).decode


class Journal:
    """The file of one generation, open for appending at `size`. One of an older `format` is read and then replaced."""

    def __init__(self, path: Path, file: BinaryIO, sealer: Sealer, generation: int, version: int) -> None:
        self.path, self.generation, self.format = path, generation, version
        self._file, self._sealer = file, sealer
        self.size = self.snapshot_size = self._sequence = 0
        self.unsynced = False
        self._stuck = ""

    @property
    def logged(self) -> int:
        """Bytes after the snapshot."""
        return self.size - self.snapshot_size

    @classmethod
    def prepare(cls, home: Path, generation: int, key: bytes, snapshot: Iterable[Change]) -> Self:
        """Write a new generation beside the old one; `enforce` puts it in its place. Raises StoreFull, StoreError."""
        beside = home / f"journal.{generation}.new"
        prefix = _PREFIX.pack(_MAGIC, migrations.FORMAT, generation, secrets.token_bytes(32))
        with folder.told("The journal could not be written"):
            file = folder.open_private(beside, os.O_RDWR | os.O_CREAT | os.O_TRUNC)
            try:
                journal = cls(beside, file, Sealer(key, prefix), generation, migrations.FORMAT)
                folder.write_all(file, prefix)
                journal.size = len(prefix)
                for batch in _batches(snapshot):
                    journal._write(SNAPSHOT, _encode(batch))
                journal._write(END, b"")
                journal.snapshot_size = journal.size
                folder.sync(file)  # the long wait is here, where others work on; `enforce` has little left to do
            except BaseException:
                file.close()
                beside.unlink(missing_ok=True)
                raise
        return journal

    def enforce(self) -> None:
        """Make this the generation in force. Raises StoreFull, StoreError; the old one is in force then."""
        with folder.told("The journal could not be written"):
            folder.sync(self._file)
            self._file.close()  # Windows renames no open file
            self.path = self.path.replace(self.path.with_suffix(""))
            self._file = folder.open_private(self.path, os.O_RDWR)
            self._file.seek(self.size)
            folder.sync_folder(self.path.parent)
        self.unsynced = False

    def discard(self) -> None:
        """Close and remove the file."""
        self._file.close()
        self.path.unlink(missing_ok=True)

    @classmethod
    def open(cls, path: Path, key: bytes, apply: Callable[[Change], None]) -> Self:
        """Read the file at `path`, giving every change to `apply` in order, and cut off what a crash left half-written.

        Raises Damaged where the file does not verify; nothing was changed then.
        """
        with folder.told("The journal could not be read"):
            file = folder.open_private(path, os.O_RDWR)
            try:
                journal = cls._read(path, file, key, apply)
                if journal.size < os.fstat(file.fileno()).st_size:
                    file.truncate(journal.size)
                    folder.sync(file)
                file.seek(journal.size)
            except BaseException:
                file.close()
                raise
        return journal

    @classmethod
    def scan(cls, path: Path, key: bytes, apply: Callable[[Change], None]) -> "Scan":
        """Read the file at `path` without changing it. Raises Damaged once `apply` had every change before that."""
        with folder.told("The journal could not be read"), folder.open_private(path, os.O_RDONLY) as file:
            journal = cls._read(path, file, key, apply)
            torn = os.fstat(file.fileno()).st_size - journal.size
            return Scan(journal.generation, journal.format, journal.records, journal.size, torn)

    @property
    def records(self) -> int:
        """How many frames the file has."""
        return self._sequence

    @classmethod
    def _read(cls, path: Path, file: BinaryIO, key: bytes, apply: Callable[[Change], None]) -> Self:
        version, generation, prefix = _read_prefix(path, file)
        journal = cls(path, file, Sealer(key, prefix), generation, version)
        journal.size = len(prefix)
        with open(file.fileno(), "rb", closefd=False) as buffered:
            buffered.seek(journal.size)
            for kind, payload, offset in journal._sealer.read(buffered, os.fstat(file.fileno()).st_size):
                if (kind == COMMIT) != bool(journal.snapshot_size):
                    raise Damaged(*_incomplete(path))
                journal.size = offset
                journal._sequence += 1
                if kind == END:
                    journal.snapshot_size = offset
                else:
                    for change in _decode(payload):
                        apply(change if version == migrations.FORMAT else _migrated(change, version))
        if not journal.snapshot_size:
            raise Damaged(*_incomplete(path))
        return journal

    def append(self, changes: Sequence[Change], *, durable: bool = True) -> None:
        """Add one commit; on return it is on the disk (unless not `durable`: then `sync` later).

        Raises StoreFull or StoreError, and the file is as it was before.
        """
        if self._file.closed:
            raise StoreError("The store is closed.", "Start Sincerely again.")
        if self._stuck:
            raise StoreError(self._stuck, "Restart Sincerely; everything that was confirmed before is kept.")
        payload = _encode(changes)
        if len(payload) > LARGEST:
            raise TooLarge("One change is larger than the journal takes.", "Split it up.")
        size, sequence = self.size, self._sequence
        with folder.told("The change could not be stored"):
            try:
                self._write(COMMIT, payload)
                if durable:
                    self.sync()
                else:
                    self.unsynced = True
            except OSError:
                self._take_back(size, sequence)
                raise

    def sync(self) -> None:
        """Wait until everything appended is on the disk. Raises OSError, and the journal takes nothing more."""
        try:
            folder.sync(self._file)
        except OSError as error:
            # Why: after a failed fsync the system may drop what was not written and report success next time.
            self._stuck = f"The disk failed to keep a change ({os.strerror(error.errno or 0)})."
            raise
        self.unsynced = False

    def close(self) -> None:
        self._file.close()

    def _write(self, kind: int, payload: bytes) -> None:
        frame = self._sealer.seal(kind, self._sequence, payload)
        folder.write_all(self._file, frame)
        self.size += len(frame)
        self._sequence += 1

    def _take_back(self, size: int, sequence: int) -> None:
        self.size, self._sequence = size, sequence
        try:
            self._file.truncate(size)
            self._file.seek(size)
        except OSError as error:
            self._stuck = f"The journal could not be put right after a failed write ({os.strerror(error.errno or 0)})."


def newest(home: Path) -> Path | None:
    """The generation in force; None in a new folder."""
    with folder.told("The data folder cannot be read"):
        return max((path for path in home.glob("journal.*") if path.suffix[1:].isdigit()), key=_number, default=None)


def clear(home: Path, force: Path) -> None:
    """Remove what an interrupted compaction left beside the generation in `force`."""
    with folder.told("The data folder cannot be tidied"):
        for path in home.glob("journal.*"):
            if path != force and (path.suffix == ".new" or path.suffix[1:].isdigit()):
                path.unlink()


def _number(path: Path) -> int:
    return int(path.suffix[1:])


def _read_prefix(path: Path, file: BinaryIO) -> tuple[int, int, bytes]:
    prefix = file.read(_PREFIX.size)
    if len(prefix) < _PREFIX.size:
        raise Damaged(*_incomplete(path))
    magic, version, generation, _ = _PREFIX.unpack(prefix)
    if magic != _MAGIC or path.name != f"journal.{generation}":
        raise Damaged(f"{path.name} is not the journal it is named as.", "Restore a backup.")
    if version > migrations.FORMAT:
        raise StoreError(
            "This data was written by a newer Sincerely.", "Install the newer version; nothing was changed."
        )
    return version, generation, prefix


def _migrated(change: Change, version: int) -> Change:
    if change.body is None:
        return change
    return Change(change.table, change.id, migrations.migrate(change.table, change.body, version))


def _batches(changes: Iterable[Change]) -> Iterable[list[Change]]:
    batch: list[Change] = []
    size = 0
    for change in changes:
        batch.append(change)
        size += len(change.body or b"")
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _incomplete(path: Path) -> tuple[str, str]:
    return f"{path.name} is not whole: its snapshot does not end.", "Nothing was changed. Restore a backup."
