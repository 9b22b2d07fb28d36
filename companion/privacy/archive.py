"""A backup file: everything of one store in encrypted frames, readable with the recovery code alone.

It uses the journal's frames: a changed, moved, dropped or foreign piece does not open. An end frame says it is whole.
"""

import os
import secrets
import struct
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO, Final

import msgspec

from companion.errors import BadInput, Damaged, StoreError, WrongKey
from companion.store import Change, folder
from companion.store.frames import Sealer
from companion.store.vault import Revealed

_PREFIX: Final = struct.Struct(">8sI32s")
_MAGIC: Final = b"SINCBACK"
_VERSION: Final = 1
_CONTENTS, _DOCUMENTS, _VAULT, _FILE, _END = 1, 2, 3, 4, 5
_TOGETHER: Final = 500


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """What a backup holds: documents by kind, and how many files. `format` is that of the documents."""

    created: str
    format: int
    documents: dict[str, int]
    files: int


class Pieces(msgspec.Struct, frozen=True, kw_only=True):
    """A backup as read. Its files went to the reader's `keep`."""

    contents: Contents
    changes: tuple[Change, ...]
    vault: tuple[Revealed, ...]


def write(
    path: Path,
    key: bytes,
    contents: Contents,
    changes: list[Change],
    vault: list[Revealed],
    files: Iterable[tuple[str, bytes]],
) -> int:
    """Write a backup to `path`, whole or not at all; returns its size. Raises StoreFull, StoreError."""
    beside = path.with_name(f"{path.name}.new")
    prefix = _PREFIX.pack(_MAGIC, _VERSION, secrets.token_bytes(32))
    sealer = Sealer(key, prefix)
    with folder.told("The backup could not be written"):
        try:
            with folder.open_private(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC) as file:
                folder.write_all(file, prefix)
                for number, (kind, payload) in enumerate(_frames(contents, changes, vault, files)):
                    folder.write_all(file, sealer.seal(kind, number, payload))
                folder.sync(file)
                size = file.tell()
            beside.replace(path)
            folder.sync_folder(path.parent)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
    return size


def read(path: Path, key: bytes, keep: Callable[[str, bytes], object]) -> Pieces:
    """Read and check a whole backup, giving each file (hash, bytes) to `keep`.

    Raises BadInput (not a backup), WrongKey, Damaged. What `keep` was given before an error proves nothing.
    """
    changes: list[Change] = []
    vault: list[Revealed] = []
    contents: Contents | None = None
    files = 0
    with folder.told("The backup could not be read"), path.open("rb") as file:
        sealer, size = _open(file, key), os.fstat(file.fileno()).st_size
        try:
            for kind, payload, _ in sealer.read(file, size):
                if kind == _CONTENTS:
                    contents = msgspec.json.decode(payload, type=Contents)
                elif kind == _DOCUMENTS:
                    changes.extend(msgspec.msgpack.decode(payload, type=tuple[Change, ...]))
                elif kind == _VAULT:
                    vault.extend(msgspec.msgpack.decode(payload, type=tuple[Revealed, ...]))
                elif kind == _FILE:
                    keep(payload[:64].decode(), payload[64:])
                    files += 1
                elif kind == _END and contents is not None and (len(changes), files) == _counted(contents):
                    return Pieces(contents=contents, changes=tuple(changes), vault=tuple(vault))
        except Damaged:
            if contents is None:
                raise WrongKey("This recovery code does not open this backup.", "Check the code.") from None
            raise Damaged("This backup is damaged.", "Use another one.") from None
        except (msgspec.MsgspecError, UnicodeDecodeError):
            raise Damaged("This backup is damaged.", "Use another one.") from None
    raise Damaged("This backup is not whole: its end is missing.", "Use another one.")


def _open(file: BinaryIO, key: bytes) -> Sealer:
    prefix = file.read(_PREFIX.size)
    if len(prefix) < _PREFIX.size or not prefix.startswith(_MAGIC):
        raise BadInput("This is not a backup of Sincerely.", "Choose a file that ends in .backup.")
    if _PREFIX.unpack(prefix)[1] > _VERSION:
        raise StoreError("This backup was made by a newer Sincerely.", "Install the newer version.")
    return Sealer(key, prefix)


def _frames(
    contents: Contents, changes: list[Change], vault: list[Revealed], files: Iterable[tuple[str, bytes]]
) -> Iterable[tuple[int, bytes]]:
    yield _CONTENTS, msgspec.json.encode(contents)
    for start in range(0, len(changes), _TOGETHER):
        yield _DOCUMENTS, msgspec.msgpack.encode(changes[start : start + _TOGETHER])
    yield _VAULT, msgspec.msgpack.encode(vault)
    for sha, data in files:
        yield _FILE, sha.encode() + data
    yield _END, b""


def _counted(contents: Contents) -> tuple[int, int]:
    return sum(contents.documents.values()), contents.files
