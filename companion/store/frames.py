"""Frames: the encrypted, ordered records a journal file is made of, and how to tell a torn end from damage.

A frame is `kind(1) length(4) check(7) nonce(12) ciphertext tag(16)`. Nonce and ciphertext are AES-256-GCM
(NIST SP 800-38D) under a key derived for this one file (HKDF-SHA256, RFC 5869); the associated data binds file, kind
and position, so a frame that was moved, dropped, repeated or taken from elsewhere does not open. `check` is keyed as
well: it tells a damaged length from a write that was cut off, which is the only damage a crash can do.
"""

import hashlib
import hmac
import os
import struct
from collections.abc import Iterator
from typing import BinaryIO, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from companion.errors import Damaged

SNAPSHOT, END, COMMIT = 1, 2, 3
"""Frame kinds: a part of the snapshot a file starts with, its end, and one commit after it."""

_HEAD: Final = struct.Struct(">BI7s")
_PLACE: Final = struct.Struct(">BQI")
_NONCE: Final = 12
_TAG: Final = 16
LARGEST: Final = 64 * 1024 * 1024
"""Bytes of one frame's payload; a larger commit is refused before it is written."""


class Sealer:
    """Seals and opens the frames of one file. `prefix` (the file's first bytes, with its salt) is bound to each."""

    def __init__(self, key: bytes, prefix: bytes) -> None:
        derived = HKDF(SHA256(), 64, salt=prefix, info=b"sincerely journal").derive(key)
        self._cipher = AESGCM(derived[:32])
        self._check_key = derived[32:]
        self._prefix = prefix

    def seal(self, kind: int, sequence: int, payload: bytes) -> bytes:
        """The frame that is number `sequence` of its file."""
        place = _PLACE.pack(kind, sequence, len(payload))
        nonce = os.urandom(_NONCE)
        sealed = self._cipher.encrypt(nonce, payload, self._prefix + place)
        return _HEAD.pack(kind, len(payload), self._check(place)) + nonce + sealed

    def read(self, file: BinaryIO, size: int) -> Iterator[tuple[int, bytes, int]]:
        """(kind, payload, offset after it) of each whole frame from the position of `file` to `size`.

        Stops before a frame that a crash cut off. Raises Damaged where anything else is wrong.
        """
        offset, sequence = file.tell(), 0
        while offset < size:
            head = file.read(_HEAD.size)
            if len(head) < _HEAD.size:
                return
            kind, length, check = _HEAD.unpack(head)
            place = _PLACE.pack(kind, sequence, length)
            if not hmac.compare_digest(check, self._check(place)):
                if _zeros(file):
                    return
                raise Damaged(*_damaged(sequence))
            sealed = file.read(_NONCE + length + _TAG)
            if len(sealed) < _NONCE + length + _TAG:
                return
            try:
                payload = self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], self._prefix + place)
            except InvalidTag:
                if sealed.endswith(bytes(_TAG)) and _zeros(file):
                    return
                raise Damaged(*_damaged(sequence)) from None
            offset += _HEAD.size + len(sealed)
            sequence += 1
            yield kind, payload, offset

    def _check(self, place: bytes) -> bytes:
        return hashlib.blake2s(place, key=self._check_key, digest_size=7).digest()


def _zeros(file: BinaryIO) -> bool:
    """Whether all the rest is zeros: what some file systems leave where data had not arrived when the power went."""
    while chunk := file.read(65_536):
        if any(chunk):
            return False
    return True


def _damaged(sequence: int) -> tuple[str, str]:
    return (
        f"The journal does not verify at record {sequence}.",
        "Nothing was changed. Restore a backup, or run `sincerely store repair` to keep everything before that record.",
    )
