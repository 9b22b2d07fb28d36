"""The keys of a data folder: random, and wrapped by a key that the keyring, a passphrase or a key file holds.

`keys.json` holds only wrapped keys (AES-256-GCM). Changing the passphrase, or where the wrapping key lives, wraps them
anew; no data is rewritten. Erasing what unwraps them makes everything else unreadable.
"""

import os
from pathlib import Path
from typing import Final, Literal

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from companion.errors import BadInput, Damaged, StoreError, WrongKey
from companion.store import folder, holders

Source = Literal["keyring", "passphrase", "file"]

_FILE: Final = "keys.json"
_COST: Final = 2**17
"""scrypt N with r=8, p=1: 128 MiB, OWASP Password Storage Cheat Sheet."""


class Wrapped(msgspec.Struct, frozen=True, kw_only=True):
    """`keys.json`. `begun` is True once a journal exists, so that a missing journal is noticed."""

    format: int = 1
    store: str
    source: Source
    salt: bytes = b""
    cost: int = 0
    data: bytes
    vault: bytes
    begun: bool = False


class Keys(msgspec.Struct, frozen=True, kw_only=True):
    """The clear keys of an open folder. They live in memory only."""

    store: str
    source: Source
    data: bytes
    vault: bytes

    def derive(self, purpose: str) -> bytes:
        """A key of 32 bytes for one purpose (HKDF-SHA256, RFC 5869)."""
        return HKDF(SHA256(), 32, salt=None, info=f"sincerely {purpose}".encode()).derive(self.data)


def unlock(home: Path, wanted: str, passphrase: str | None) -> tuple[Keys, bool]:
    """The keys of the folder `home`, made now if it is new, and whether a journal must already be there.

    `wanted` is the setting `keys`; a folder that has keys keeps them where they are (see `rewrap`).
    Raises WrongKey, Damaged, BadInput.
    """
    wrapped = _read(home)
    if wrapped is None:
        return _make(home, wanted, passphrase), False
    return _unwrap(home, wrapped, passphrase), wrapped.begun


def begun(home: Path) -> None:
    """Note that the folder has a journal from now on."""
    wrapped = _read(home)
    if wrapped is not None and not wrapped.begun:
        _write(home, msgspec.structs.replace(wrapped, begun=True))


def rewrap(home: Path, keys: Keys, wanted: str, passphrase: str | None) -> Keys:
    """Put the wrapping key elsewhere, or make it anew: change of passphrase, rotation, or moving to the keyring."""
    source = _choose(wanted, passphrase)
    old = keys.source
    moved = msgspec.structs.replace(keys, source=source)
    _wrap(home, moved, passphrase, begun=(_read(home) or _missing(home)).begun)
    if old != source:
        holders.forget(old, home, keys.store)
    return moved


def forget(home: Path) -> None:
    """Erase the wrapped keys and what unwraps them. Nothing in the folder can be read after this."""
    try:
        wrapped = _read(home)
    except StoreError:
        wrapped = None  # damaged or newer: there is nothing in it to ask the keyring for
    folder.shred(home / _FILE)
    holders.forget("file", home, "")
    if wrapped is not None and wrapped.source == "keyring":
        holders.forget("keyring", home, wrapped.store)


def source(home: Path) -> Source | None:
    """Where the folder's key is kept; None for a new folder."""
    wrapped = _read(home)
    return wrapped.source if wrapped else None


def _make(home: Path, wanted: str, passphrase: str | None) -> Keys:
    if any(home.glob("journal.*")):
        raise WrongKey(
            "The keys of this data folder are missing (keys.json).", "Put keys.json back, or restore a backup."
        )
    keys = Keys(
        store=os.urandom(16).hex(), source=_choose(wanted, passphrase), data=os.urandom(32), vault=os.urandom(32)
    )
    _wrap(home, keys, passphrase, begun=False)
    return keys


def _choose(wanted: str, passphrase: str | None) -> Source:
    if wanted == "auto":
        return "passphrase" if passphrase else "keyring" if holders.keyring_works() else "file"
    if wanted == "keyring" and not holders.keyring_works():
        raise StoreError("This computer has no keyring that works.", "Set keys to passphrase or file.")
    if wanted in ("keyring", "passphrase", "file"):
        return wanted
    raise BadInput(f"The setting keys cannot be {wanted!r}.", "Use auto, keyring, passphrase or file.")


def _wrap(home: Path, keys: Keys, passphrase: str | None, *, begun: bool) -> None:
    draft = Wrapped(store=keys.store, source=keys.source, data=b"", vault=b"", begun=begun)
    if keys.source == "passphrase":
        draft = msgspec.structs.replace(draft, salt=os.urandom(16), cost=_COST)
        wrapping = _stretch(draft, passphrase)
    else:
        # Why: the old wrapping key stays until keys.json no longer needs it; a crash in between loses nothing.
        wrapping = holders.make(keys.source, home, keys.store)
    cipher = AESGCM(wrapping)
    data, vault = (_seal(cipher, draft, purpose, key) for purpose, key in (("data", keys.data), ("vault", keys.vault)))
    _write(home, msgspec.structs.replace(draft, data=data, vault=vault))
    if keys.source != "passphrase":
        holders.settle(keys.source, home, keys.store)


def _unwrap(home: Path, wrapped: Wrapped, passphrase: str | None) -> Keys:
    if wrapped.source == "passphrase":
        candidates = [_stretch(wrapped, passphrase)]
    else:
        candidates = holders.look_up(wrapped.source, home, wrapped.store)
    for wrapping in candidates:
        cipher = AESGCM(wrapping)
        try:
            data, vault = (
                cipher.decrypt(sealed[:12], sealed[12:], _bound(wrapped, purpose))
                for purpose, sealed in (("data", wrapped.data), ("vault", wrapped.vault))
            )
        except (InvalidTag, ValueError):
            continue
        return Keys(store=wrapped.store, source=wrapped.source, data=data, vault=vault)
    if wrapped.source == "passphrase":
        raise WrongKey("The passphrase does not open this data folder.", "Try again; nothing was changed.")
    if wrapped.source == "keyring":
        raise WrongKey(
            "The system keyring does not hold the key of this data folder.", "Unlock the keyring, or restore a backup."
        )
    raise WrongKey(
        "The key file does not open this data folder.", "Put the right file `key` back, or restore a backup."
    )


def _stretch(wrapped: Wrapped, passphrase: str | None) -> bytes:
    if not passphrase:
        raise WrongKey(
            "This data folder is locked with a passphrase.", "Type it when asked, or set SINCERELY_PASSPHRASE."
        )
    if not 2**14 <= wrapped.cost <= 2**20:
        raise Damaged("keys.json asks for a cost it never was written with.", "Restore keys.json from a backup.")
    return Scrypt(salt=wrapped.salt, length=32, n=wrapped.cost, r=8, p=1).derive(passphrase.encode())


def _seal(cipher: AESGCM, draft: Wrapped, purpose: str, key: bytes) -> bytes:
    nonce = os.urandom(12)
    return nonce + cipher.encrypt(nonce, key, _bound(draft, purpose))


def _bound(wrapped: Wrapped, purpose: str) -> bytes:
    return f"{wrapped.format}|{wrapped.store}|{wrapped.source}|{wrapped.cost}|{wrapped.salt.hex()}|{purpose}".encode()


def _read(home: Path) -> Wrapped | None:
    try:
        with folder.told("keys.json cannot be read"):
            if not (home / _FILE).exists():
                return None
            wrapped = msgspec.json.decode(folder.read(home / _FILE), type=Wrapped)
    except msgspec.MsgspecError as error:
        raise Damaged("keys.json is damaged.", "Restore keys.json from a backup; nothing was changed.") from error
    if wrapped.format > 1:
        raise StoreError(
            "This data was written by a newer Sincerely.", "Install the newer version; nothing was changed."
        )
    return wrapped


def _write(home: Path, wrapped: Wrapped) -> None:
    folder.write_whole(home / _FILE, msgspec.json.encode(wrapped))


def _missing(home: Path) -> Wrapped:
    raise WrongKey(f"{home / _FILE} is missing.", "Restore keys.json from a backup.")
