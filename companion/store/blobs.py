"""Blobs: whole files (pages, PDFs, screenshots, descriptions) by the SHA-256 of what they hold, each encrypted.

On disk they are named by a keyed hash, so that nobody can ask the folder whether a known file is in it.
"""

import hashlib
import hmac
import os
import threading
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from companion.errors import Damaged, NotFound, Refused
from companion.store import folder
from companion.store.keys import Keys

_PLAIN: Final = b"\x00"
_ZLIB: Final = b"\x01"


class Blobs:
    """The folder `home`. Thread-safe: a blob is written beside and renamed, and one content has one name.

    `deferred` tells whether the caller is in a bulk: names are then put on the disk together, by `sync`.
    """

    def __init__(
        self, home: Path, data_key: bytes, name_key: bytes, deferred: Callable[[], bool] = lambda: False
    ) -> None:
        self._home = home
        self._cipher = AESGCM(data_key)
        self._name_key = name_key
        self._deferred = deferred
        self._unsynced: set[Path] = set()
        self._sweeping = threading.Lock()
        folder.make(home)

    @classmethod
    def of(cls, home: Path, keys: Keys, deferred: Callable[[], bool] = lambda: False) -> Self:
        """The blobs of the data folder `home`."""
        return cls(home / "blobs", keys.derive("blobs"), keys.derive("blob names"), deferred)

    def put(self, data: bytes) -> str:
        """Keep `data`; returns its SHA-256 (hex). On return it is on the disk. Raises StoreFull, StoreError."""
        sha = hashlib.sha256(data).hexdigest()
        path = self._path(sha)
        with folder.told("The file could not be stored"):
            with self._sweeping:
                if path.exists():
                    os.utime(path)  # young again: `sweep` spares what may be about to be named by a document
                    return sha
            if not path.parent.exists():
                folder.make(path.parent)
                folder.sync_folder(self._home)
            folder.replace(path, self._seal(sha, data))
            if self._deferred():
                self._unsynced.add(path.parent)
            else:
                folder.sync_folder(path.parent)
        return sha

    def get(self, sha: str) -> bytes:
        """Raises NotFound, and Damaged where the file is not what was stored."""
        with folder.told("The file could not be read"):
            try:
                sealed = folder.read(self._path(sha))
            except FileNotFoundError:
                raise NotFound("This file is not stored.", "It may have been removed.") from None
        try:
            data = self._cipher.decrypt(sealed[:12], sealed[12:], sha.encode())
        except (InvalidTag, ValueError):
            raise Damaged("A stored file does not verify.", "Restore a backup.") from None
        return zlib.decompress(data[1:]) if data[:1] == _ZLIB else data[1:]

    def has(self, sha: str) -> bool:
        return self._path(sha).exists()

    def size(self, sha: str) -> int:
        """Bytes on the disk; 0 where there is no such blob."""
        path = self._path(sha)
        return path.stat().st_size if path.exists() else 0

    def remove(self, sha: str) -> None:
        """Nothing happens where there is no such blob."""
        with folder.told("The file could not be removed"):
            self._path(sha).unlink(missing_ok=True)

    def sync(self) -> None:
        """Wait until the names of all blobs are on the disk. Raises OSError. Callers hold the store's lock."""
        while self._unsynced:
            folder.sync_folder(self._unsynced.pop())

    def sweep(self, wanted: set[str], before: float) -> tuple[int, int]:
        """Remove every blob that is not in `wanted` (SHA-256) and is older than `before` (Unix time).

        Returns how many were removed and their bytes on the disk.
        """
        keep = {self._path(sha) for sha in wanted}
        count = size = 0
        with folder.told("The files could not be cleared up"):
            for path in list(self.files()):
                with self._sweeping:
                    facts = path.lstat()
                    if path not in keep and facts.st_mtime < before:
                        path.unlink()
                        count, size = count + 1, size + facts.st_size
        return count, size

    def files(self) -> Iterator[Path]:
        """Every file there is, half-written ones of a crash included."""
        return (path for path in self._home.rglob("*") if not path.is_dir())

    def _seal(self, sha: str, data: bytes) -> bytes:
        packed = zlib.compress(data, 6)
        body = _ZLIB + packed if len(packed) < len(data) else _PLAIN + data
        nonce = os.urandom(12)
        return nonce + self._cipher.encrypt(nonce, body, sha.encode())

    def _path(self, sha: str) -> Path:
        name = hmac.digest(self._name_key, sha.encode(), "sha256").hex()
        parent = self._home / name[:2]
        if parent.is_symlink():
            raise Refused("A folder of the stored files is a link.", "Move the real folder there and start again.")
        return parent / name[2:]
