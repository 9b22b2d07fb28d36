"""Where an export goes to and comes from: a folder or a zip file, both seen as named pieces."""

import io
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Final, Protocol, Self

from companion.errors import BadInput, Conflict, TooLarge, Unreadable
from companion.store import folder

_PIECES: Final = 500_000
_PIECE: Final = 512 * 1024 * 1024
_WHOLE: Final = 8 * 1024 * 1024 * 1024
"""Bytes and pieces beyond which something that calls itself an export is refused."""


class Sink(Protocol):
    def write(self, name: str, data: bytes) -> None: ...


class FolderSink:
    """A new folder, 0700, its files 0600. Raises Conflict where there is one with something in it."""

    def __init__(self, home: Path) -> None:
        if home.exists() and (not home.is_dir() or any(home.iterdir())):
            raise Conflict("There is something at this place already.", "Choose a folder that is empty or new.")
        self._home = home
        with folder.told("The folder could not be made"):
            folder.make(home)

    def write(self, name: str, data: bytes) -> None:
        path = self._home / name
        with folder.told("The export could not be written"):
            folder.make(path.parent)
            with folder.open_private(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL) as file:
                folder.write_all(file, data)


class ZipSink:
    """A zip file in memory: for the dashboard's download or a file, and never lying about half-written."""

    def __init__(self) -> None:
        self._bytes = io.BytesIO()
        self._zip = zipfile.ZipFile(self._bytes, "w", zipfile.ZIP_DEFLATED)

    def write(self, name: str, data: bytes) -> None:
        self._zip.writestr(name, data)

    def finish(self) -> bytes:
        self._zip.close()
        return self._bytes.getvalue()


class Source(Protocol):
    def names(self) -> Iterator[str]: ...
    def read(self, name: str) -> bytes: ...


class FolderSource:
    """A folder. Links in it are not followed."""

    def __init__(self, home: Path) -> None:
        self._home = home

    def names(self) -> Iterator[str]:
        for path in self._home.rglob("*"):
            if path.is_file() and not path.is_symlink():
                yield path.relative_to(self._home).as_posix()

    def read(self, name: str) -> bytes:
        path = self._home / name
        if path.lstat().st_size > _PIECE:
            raise TooLarge(f"{name} is too large.")
        with folder.told("The export could not be read"):
            return folder.read(path)


class ZipSource:
    """A zip file. Sizes are checked before anything is unpacked, and while it is."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise Unreadable("This is not a zip file.", "Choose the zip file of an export.") from error
        pieces = self._zip.infolist()
        if len(pieces) > _PIECES or sum(piece.file_size for piece in pieces) > _WHOLE:
            raise TooLarge("This zip file unpacks to more than an export can hold.")
        if any(piece.flag_bits & 1 for piece in pieces):
            raise Unreadable("This zip file is encrypted.", "Unpack it first and choose the folder.")

    def names(self) -> Iterator[str]:
        return iter(self._zip.namelist())

    def read(self, name: str) -> bytes:
        try:
            with self._zip.open(name) as piece:
                data = piece.read(_PIECE + 1)
        except (zipfile.BadZipFile, KeyError, NotImplementedError, EOFError, OSError, ValueError) as error:
            raise Unreadable("This zip file is damaged.", "Export again.") from error
        if len(data) > _PIECE:
            raise TooLarge(f"{name} is too large.")
        return data

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()


def source(place: Path | bytes) -> FolderSource | ZipSource:
    """What to import from: a folder, a zip file, or the bytes of one. Raises Unreadable, BadInput."""
    if isinstance(place, bytes):
        return ZipSource(place)
    if place.is_dir():
        return FolderSource(place)
    if not place.is_file():
        raise BadInput("There is no such file or folder.", "Choose the folder or zip file of an export.")
    with folder.told("The file could not be read"):
        return ZipSource(place.read_bytes())
