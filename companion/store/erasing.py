"""Erasing a data folder: first the keys, so that nothing can be read from then on, then every file.

A mark says that it has begun; if it is interrupted, the next start finishes it.
"""

import contextlib
import shutil
from pathlib import Path
from typing import Final

from companion.errors import StoreError
from companion.store import folder, keys

_MARK: Final = "erasing"


def erasing(home: Path) -> bool:
    """Whether an erasing of `home` has begun and not ended."""
    return (home / _MARK).exists()


def destroy_folder(home: Path) -> tuple[str, ...]:
    """As `destroy`, for a folder nobody has open. Raises StoreLocked."""
    lock = folder.Lock(home)
    try:
        return destroy(home)
    finally:
        lock.remove()


def destroy(home: Path) -> tuple[str, ...]:
    """Erase everything in `home` but the lock, for whoever holds it. Returns what could not be removed."""
    folder.write_whole(home / _MARK, b"")
    with contextlib.suppress(StoreError):  # a keyring that does not answer; the wrapped keys go all the same
        keys.forget(home)
    for path in home.iterdir():
        if path.name not in (_MARK, "lock"):
            with contextlib.suppress(OSError):
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    left = tuple(sorted(path.name for path in home.iterdir() if path.name not in (_MARK, "lock")))
    if not left:
        (home / _MARK).unlink()
        folder.sync_folder(home)
    return left
