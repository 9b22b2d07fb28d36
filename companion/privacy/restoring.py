"""Restoring a backup: checked whole before anything changes, all or nothing, and undone by restoring the copy it made.

What was applied to since the backup is kept: forgetting it could apply to the same job twice.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, cast

import msgspec

from companion.errors import Conflict, StoreError, WrongKey
from companion.model.application import Application, Attempt
from companion.model.document import Document
from companion.privacy import archive, audit
from companion.privacy.archive import Contents
from companion.privacy.backup import back_up, usual_folder
from companion.privacy.exporting import LEFT_OUT
from companion.privacy.recovery import backup_key, recovery_code
from companion.store import Change, Repository, Store, migrations
from companion.store.entry import Entry
from companion.store.kinds import by_name

_DATA: Final = ("profiles", "postings", "resumes", "answers", "attempts", "applications")
"""Kinds that make a store one that is in use."""


class Restored(msgspec.Struct, frozen=True, kw_only=True):
    """What is there now, by kind. `carried` are newer applications and attempts that were kept; `undo` brings back
    everything as it was before (None: there was nothing)."""

    documents: dict[str, int]
    files: int
    carried: int = 0
    undo: Path | None = None


def inspect(file: Path, code: str) -> Contents:
    """What a backup holds, after checking all of it. Raises BadInput, WrongKey, Damaged."""
    return archive.read(file, backup_key(code), lambda sha, data: None).contents


def restore(store: Store, file: Path, code: str | None = None, *, over: bool = False) -> Restored:
    """Put the backup `file` in the place of what is in `store`. `code` None: that of this store.

    Raises Conflict unless `over`, where there is data already; BadInput, WrongKey, Damaged, StoreFull: nothing changed.
    """
    key = backup_key(code if code is not None else recovery_code(store))
    in_use = any(cast("Repository[Any]", getattr(store, name)).count() for name in _DATA)
    if in_use and not over:
        raise Conflict("There is data here already.", "Confirm that the backup takes its place; it can be undone.")
    try:
        pieces = archive.read(file, key, lambda sha, data: None)
    except WrongKey:
        if code is not None:
            raise
        raise WrongKey("This backup was made by another data folder.", "Give its recovery code.") from None
    if pieces.contents.format > migrations.FORMAT:
        raise StoreError("This backup was made by a newer Sincerely.", "Install the newer version.")
    undo = back_up(store, usual_folder(store.home)).path if in_use else None
    with store.bulk():
        archive.read(file, key, lambda sha, data: store.blobs.put(data))
    former, carried = audit.verify(store), 0

    def build() -> list[Change]:
        nonlocal carried
        changes, carried = _merged(store, pieces)
        return [*changes, *_vault(store, pieces)]

    store.reset(build)
    audit.record(store, "restored", f"Backup of {pieces.contents.created}; former audit ended at {former.head or '-'}")
    counts = Counter(change.table for change in store.snapshot())
    return Restored(documents=dict(counts), files=pieces.contents.files, carried=carried, undo=undo)


def _vault(store: Store, pieces: archive.Pieces) -> Iterator[Change]:
    """The backup's credentials, and its secrets in front of this store's."""
    own = [one for one in store.vault.reveal() if one.table == "secrets"]
    chosen = {(one.table, one.name): one for one in (*own, *pieces.vault)}
    return (store.vault.sealed(one) for one in chosen.values())


def _merged(store: Store, pieces: archive.Pieces) -> tuple[list[Change], int]:
    """The documents to be there: those of the backup, this computer's own, and what was applied to since."""
    version = pieces.contents.format
    merged = {(change.table, change.id): _today(change, version) for change in pieces.changes}
    here = {(change.table, change.id): change for change in store.snapshot()}
    carried = {key for key in _newer(store, merged) if key in here}
    chain = _chain(merged, here)
    for key in [key for key in merged if key[0] == "audit"]:
        del merged[key]
    merged |= {key: change for key, change in here.items() if key[0] in LEFT_OUT or key in carried}
    merged |= chain
    return list(merged.values()), sum(table in ("attempts", "applications") for table, _ in carried)


def _newer(store: Store, merged: dict[tuple[str, str], Change]) -> Iterator[tuple[str, str]]:
    """Attempts and applications that have moved on since the backup, and what they need to be shown."""
    for name, repository in (("attempts", store.attempts), ("applications", store.applications)):
        for document in cast("list[Attempt | Application]", repository.where()):
            backed_up = merged.get((name, document.id))
            if backed_up is None or _document(backed_up).version < document.version:
                yield name, document.id
                needed = [("postings", document.posting_id)]
                if isinstance(document, Attempt):
                    needed += [("resumes", document.resume_id), *(("plans", plan) for plan in document.plan_ids)]
                yield from (key for key in needed if key not in merged)


def _chain(merged: dict[tuple[str, str], Change], here: dict[tuple[str, str], Change]) -> dict[tuple[str, str], Change]:
    """The audit to go on with: this one where it continues the backup's, else the backup's."""
    theirs = {key: change for key, change in merged.items() if key[0] == "audit"}
    ours = {key: change for key, change in here.items() if key[0] == "audit"}
    return ours if theirs.keys() <= ours.keys() and ours else theirs


def _document(change: Change) -> Document:
    return Entry.packed(by_name()[change.table], change.id, change.body or b"").view()


def _today(change: Change, version: int) -> Change:
    if version == migrations.FORMAT or change.body is None:
        return change
    return Change(change.table, change.id, migrations.migrate(change.table, change.body, version))
