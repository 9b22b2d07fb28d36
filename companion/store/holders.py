"""Who holds the wrapping key: the system keyring, or the file `key` beside the data (0600).

While keys are changed both keep the old one as well: a crash in between must leave the one that still opens.
keyring is imported where it is used: it looks through every installed package, and most starts do not need it.
"""

import contextlib
import os
from pathlib import Path
from typing import Final

from companion.errors import StoreError
from companion.store import folder

_SERVICE: Final = "sincerely"
_FILE: Final = "key"


def keyring_works() -> bool:
    """Whether the system has a keyring that keeps and returns a value."""
    import keyring
    import keyring.errors

    try:
        if keyring.get_keyring().priority < 1:
            return False
        keyring.set_password(_SERVICE, "trial", "works")
        worked = keyring.get_password(_SERVICE, "trial") == "works"
        keyring.delete_password(_SERVICE, "trial")
    except (keyring.errors.KeyringError, RuntimeError, OSError):
        return False
    return worked


def make(source: str, home: Path, store: str) -> bytes:
    """A new wrapping key, kept in front of those before it until `settle`."""
    key = os.urandom(32)
    _keep(source, home, store, [key, *look_up(source, home, store)])
    return key


def settle(source: str, home: Path, store: str) -> None:
    """Keep only the newest wrapping key: the one in use."""
    _keep(source, home, store, look_up(source, home, store)[:1])


def look_up(source: str, home: Path, store: str) -> list[bytes]:
    """The wrapping keys, newest first; none where they are missing or unreadable as keys."""
    if source == "file":
        with folder.told("The key file cannot be read"):
            text = folder.read(home / _FILE).decode(errors="replace") if (home / _FILE).exists() else ""
    else:
        text = _ask(store)
    keys: list[bytes] = []
    for line in text.split():
        with contextlib.suppress(ValueError):
            keys.append(bytes.fromhex(line))
    return [key for key in keys if len(key) == 32]


def forget(source: str, home: Path, store: str) -> None:
    """Erase the wrapping keys."""
    import keyring
    import keyring.errors

    if source == "file":
        folder.shred(home / _FILE)
    elif source == "keyring":
        with contextlib.suppress(keyring.errors.PasswordDeleteError):
            keyring.delete_password(_SERVICE, store)


def _ask(store: str) -> str:
    import keyring
    import keyring.errors

    try:
        return keyring.get_password(_SERVICE, store) or ""
    except (keyring.errors.KeyringError, RuntimeError, OSError) as error:
        raise StoreError("The system keyring did not answer.", "Unlock it and start again.") from error


def _keep(source: str, home: Path, store: str, keys: list[bytes]) -> None:
    text = "\n".join(key.hex() for key in keys)
    if source == "file":
        folder.write_whole(home / _FILE, text.encode())
    else:
        import keyring

        keyring.set_password(_SERVICE, store, text)
