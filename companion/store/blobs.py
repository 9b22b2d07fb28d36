"""Blobs: whole files (pages, PDFs, screenshots, descriptions) by the SHA-256 of what they hold, each encrypted.

On disk they are named by a keyed hash, so that nobody can ask the folder whether a known file is in it.
"""

import hashlib
import hmac
import os
import zlib
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from companion.errors import Damaged, NotFound
from companion.store import folder

_PLAIN: Final = b"\x00"
_ZLIB: Final = b"\x01"


class Blobs:
    """The folder `blobs`. Thread-safe: a blob is written beside and renamed, and one content has one name."""

    def __init__(self, home: Path, data_key: bytes, name_key: bytes) -> None:
        self._home = home
        self._cipher = AESGCM(data_key)
        self._name_key = name_key
        folder.make(home)

    def put(self, data: bytes) -> str:
        """Keep `data`; returns its SHA-256 (hex). On return it is on the disk. Raises StoreFull, StoreError."""
        sha = hashlib.sha256(data).hexdigest()
        path = self._path(sha)
        with folder.told("The file could not be stored"):
            if path.exists():
                return sha
            for parent in (path.parent.parent, path.parent):
                if not parent.exists():
                    folder.make(parent)
                    folder.sync_folder(parent.parent)
            folder.write_whole(path, self._seal(sha, data))
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

    def _seal(self, sha: str, data: bytes) -> bytes:
        packed = zlib.compress(data, 6)
        body = _ZLIB + packed if len(packed) < len(data) else _PLAIN + data
        nonce = os.urandom(12)
        return nonce + self._cipher.encrypt(nonce, body, sha.encode())

    def _path(self, sha: str) -> Path:
        name = hmac.digest(self._name_key, sha.encode(), "sha256").hex()
        return self._home / name[:2] / name[2:4] / name[4:]
