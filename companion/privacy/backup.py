"""Backups: everything, encrypted under the recovery code, in a folder where the older ones are thinned out.

A backup lies outside the data folder, so that erasing or losing one leaves the other.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import msgspec

from companion.errors import NotFound
from companion.model.document import now
from companion.privacy import archive, audit
from companion.privacy.exporting import LEFT_OUT
from companion.privacy.places import inside
from companion.privacy.recovery import backup_key, recovery_code
from companion.settings import Settings
from companion.store import Store, folder, migrations
from companion.store.entry import Entry
from companion.store.kinds import by_name
from companion.store.references import named

_NAME: Final = re.compile(r"sincerely-(\d{8}T\d{6}Z)(-\d+)?\.backup")


class BackupFile(msgspec.Struct, frozen=True, kw_only=True):
    path: Path
    at: datetime
    size: int


class Retention(msgspec.Struct, frozen=True, kw_only=True):
    """How many to keep: the newest of each of the last days, weeks and months that have one."""

    daily: int = 7
    weekly: int = 4
    monthly: int = 12


def usual_folder(data: Path) -> Path:
    """Where backups of the data folder `data` go unless the person says otherwise: beside it."""
    return data.with_name(f"{data.name}-backups")


def backup_folder(settings: Settings) -> Path:
    """Where the person's backups go."""
    return settings.backups or usual_folder(settings.data)


def back_up(
    store: Store, destination: Path, *, allowed: Path | None = None, clock: Callable[[], datetime] = now
) -> BackupFile:
    """Write a new backup into the folder `destination` (inside `allowed`, if given). Raises Refused, StoreFull."""
    place = inside(allowed or destination, destination, store.home)
    with folder.told("The folder of backups cannot be used"):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = backup_key(recovery_code(store))
    at = clock().astimezone(UTC).replace(microsecond=0)
    path = _free(place, at)
    audit.record(store, "backed_up", "Everything, encrypted", clock=clock)
    kinds = by_name()
    changes = [change for change in store.snapshot() if change.table not in LEFT_OUT]
    hashes = {
        sha for change in changes for sha in named(Entry.packed(kinds[change.table], change.id, change.body or b""))
    }
    present = sorted(sha for sha in hashes if store.blobs.has(sha))
    contents = archive.Contents(
        created=at.isoformat(),
        format=migrations.FORMAT,
        documents=dict(Counter(change.table for change in changes)),
        files=len(present),
    )
    files = ((sha, store.blobs.get(sha)) for sha in present)
    size = archive.write(path, key, contents, changes, store.vault.reveal(), files)
    return BackupFile(path=path, at=at, size=size)


def due(destination: Path, every: timedelta, *, clock: Callable[[], datetime] = now) -> bool:
    """Whether the newest backup in the folder is older than `every`, or there is none."""
    found = backups(destination)
    return not found or clock() - found[0].at >= every


def backups(destination: Path) -> tuple[BackupFile, ...]:
    """The backups in a folder, newest first."""
    if not destination.is_dir():
        return ()
    return tuple(sorted(_listed(destination), key=lambda found: (found.at, found.path.name), reverse=True))


def prune(destination: Path, keep: Retention) -> tuple[Path, ...]:
    """Remove the backups that `keep` does not keep; the newest always stays. Returns what was removed."""
    found = backups(destination)
    kept = {found[0].path} if found else set[Path]()
    for count, period in ((keep.daily, "%Y-%m-%d"), (keep.weekly, "%G-%V"), (keep.monthly, "%Y-%m")):
        newest: dict[str, Path] = {}
        for one in found:
            newest.setdefault(one.at.strftime(period), one.path)
        kept.update(list(newest.values())[:count])
    removed = tuple(one.path for one in found if one.path not in kept)
    with folder.told("An old backup could not be removed"):
        for path in removed:
            path.unlink()
    return removed


def _listed(destination: Path) -> Iterator[BackupFile]:
    for path in destination.iterdir():
        if (match := _NAME.fullmatch(path.name)) and path.is_file() and not path.is_symlink():
            at = datetime.strptime(match[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            yield BackupFile(path=path, at=at, size=path.stat().st_size)


def _free(place: Path, at: datetime) -> Path:
    name = f"sincerely-{at:%Y%m%dT%H%M%SZ}"
    candidates = (place / f"{name}{suffix}.backup" for suffix in ("", *(f"-{number}" for number in range(2, 100))))
    for path in candidates:
        if not path.exists():
            return path
    raise NotFound("There is no free name for another backup of this second.", "Try again.")
