"""The data folder: private modes, no links inside it, one process at a time, and writes that survive a crash."""

import contextlib
import errno
import os
import secrets
import stat
import sys
from collections.abc import Generator
from pathlib import Path
from typing import BinaryIO

from companion.errors import Refused, StoreError, StoreFull, StoreLocked

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def prepare(folder: Path) -> tuple[str, ...]:
    """Make `folder` if need be, keep it to its owner (0700), and refuse links directly inside it.

    Returns warnings for the person: what had been open to others and was closed.
    """
    warnings: list[str] = []
    with told(f"The data folder {folder} cannot be used"):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for path in (folder, *folder.iterdir()):
            if path != folder and path.is_symlink():
                raise Refused(f"{path.name} in the data folder is a link.", "Move the real file there and start again.")
            mode = stat.S_IMODE(path.stat().st_mode)
            if os.name == "posix" and mode & 0o077:
                path.chmod(mode & 0o700)
                warnings.append(f"{path.name} could be read by other people of this computer; that is closed now.")
    return tuple(warnings)


def make(folder: Path) -> None:
    """A folder of the store, 0700, with its parents; a link in its place is refused."""
    if folder.is_symlink():
        raise Refused(f"{folder.name} in the data folder is a link.", "Move the real folder there and start again.")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def open_private(path: Path, flags: int) -> BinaryIO:
    """Open `path` unbuffered, 0600 when made, never through a link."""
    nofollow = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    try:
        number = os.open(path, flags | nofollow, 0o600)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise Refused(f"{path.name} in the data folder is a link.", "Move the real file there.") from error
        raise
    mode = "rb" if flags & (os.O_WRONLY | os.O_RDWR) == 0 else "r+b"
    return os.fdopen(number, mode, buffering=0)


def read(path: Path) -> bytes:
    """All bytes of a file of the store. FileNotFoundError where there is none."""
    with open_private(path, os.O_RDONLY) as file:
        return file.read()


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path` so that a crash leaves the old file or the new one, never a mixture."""
    with told(f"{path.name} could not be written"):
        replace(path, data)
        sync_folder(path.parent)


def replace(path: Path, data: bytes) -> None:
    """As `write_whole`, but the new name is sure to be on the disk only after `sync_folder`. Raises OSError."""
    # Why a random name: two threads may put the same file at the same time.
    beside = path.with_name(f"{path.name[:40]}.{secrets.token_hex(4)}.new")
    try:
        with open_private(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL) as file:
            write_all(file, data)
            sync(file)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def write_all(file: BinaryIO, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[file.write(view) :]


def sync(file: BinaryIO) -> None:
    """Wait until what was written to `file` is on the disk itself."""
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(file.fileno(), fcntl.F_FULLFSYNC)  # fsync on macOS leaves data in the drive's cache
    elif hasattr(os, "fdatasync"):
        os.fdatasync(file.fileno())
    else:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until names made, renamed or removed in `folder` are on the disk."""
    if os.name == "posix":
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


@contextlib.contextmanager
def told(what: str) -> Generator[None]:
    """Say an OSError in the words of this project: StoreFull where space ran out, else StoreError."""
    try:
        yield
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        if error.errno in _FULL:
            raise StoreFull(f"{what}: {reason}.", "Nothing was changed. Free some space and try again.") from error
        raise StoreError(f"{what}: {reason}.", "Check the folder's permissions and disk.") from error


class Lock:
    """Held by the one process that may write here; the system frees it when the process ends, however it ends."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "lock"
        with told("The data folder cannot be locked"):
            self._file = open_private(self._path, os.O_RDWR | os.O_CREAT)
        try:
            self._take()
        except OSError as error:
            self._file.close()
            raise StoreLocked(
                "Another Sincerely is using this data folder.", "Close it first, or give another folder with --data."
            ) from error

    def _take(self) -> None:
        if os.name == "posix":
            import fcntl

            fcntl.flock(self._file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            import msvcrt

            msvcrt.locking(self._file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]

    def release(self) -> None:
        self._file.close()

    def remove(self) -> None:
        """Release it and remove its file: the folder is no data folder any more."""
        self._path.unlink(missing_ok=True)
        self._file.close()


def shred(path: Path) -> None:
    """Overwrite a small file and remove it. The overwriting is best effort: disks may keep old blocks."""
    if not path.exists() or path.is_symlink():
        path.unlink(missing_ok=True)
        return
    with told(f"{path.name} could not be erased"):
        with open_private(path, os.O_RDWR) as file:
            write_all(file, os.urandom(max(64, os.fstat(file.fileno()).st_size)))
            sync(file)
        path.unlink()
        sync_folder(path.parent)
