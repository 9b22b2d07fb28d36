"""Erasing: shown first, then confirmed by typing, then gone: documents, files, keys; and a proof of what is left.

One application, one posting with everything about it, or everything. Encrypted data whose keys are erased can be read
by nobody (crypto-erase, NIST SP 800-88); what is erased alone is also gone from the journal, which is written anew.
"""

import hashlib
import hmac
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

import msgspec

from companion.errors import BadInput, Conflict
from companion.model.document import now
from companion.privacy import audit
from companion.privacy.backup import backups, usual_folder
from companion.privacy.traces import Traces, of_application, of_posting, remaining, remove
from companion.settings import Settings
from companion.store import Store, destroy_folder, folder

Scope = Literal["everything", "application", "posting"]

_PROOF: Final = "erased.json"
_PHRASES: Final[dict[Scope, str]] = {
    "everything": "erase everything",
    "application": "erase application",
    "posting": "erase posting",
}


class ErasePlan(msgspec.Struct, frozen=True, kw_only=True):
    """What will go, to be shown before it does. `confirmation` is what the person types; `id` what it is about."""

    scope: Scope
    id: str = ""
    confirmation: str
    documents: dict[str, int]
    changed: int = 0
    """Documents that stay and lose a mention of it."""
    files: int
    size: int
    """Bytes on the disk."""
    backups: tuple[Path, ...] = ()
    warnings: tuple[str, ...] = ()


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """What was erased and what a search afterwards found. Nothing in it is personal: it may be kept."""

    scope: Scope
    at: datetime
    documents: dict[str, int]
    files: int
    backups: int = 0
    keys: bool = False
    """Whether the keys are gone: without them every copy of the data folder is noise."""
    left: tuple[str, ...] = ()
    """What is still there though it should not be; empty when all is gone."""
    farewells: dict[str, str] = {}
    """Id of an extension that was paired → what only this companion could say to it (`farewell`)."""

    @property
    def complete(self) -> bool:
        return not self.left

    @property
    def text(self) -> str:
        count = sum(self.documents.values())
        said = f"Erased: {count} entries, {self.files} files" + (f", {self.backups} backups" if self.backups else "")
        said += ", and the keys." if self.keys else "."
        return said if self.complete else f"{said} Still there: {', '.join(self.left)}."


def plan_everything(store: Store, *, backups_in: Path | None = None) -> ErasePlan:
    """Everything, backups in `backups_in` (the usual folder without it) included."""
    sizes = [path.stat().st_size for path in store.home.rglob("*") if path.is_file()]
    return ErasePlan(
        scope="everything",
        confirmation=_PHRASES["everything"],
        documents=dict(Counter(change.table for change in store.snapshot())),
        files=sum(1 for _ in store.blobs.files()),
        size=sum(sizes),
        backups=tuple(found.path for found in backups(backups_in or usual_folder(store.home))),
        warnings=(
            "Sincerely will not know any more where you applied.",
            "Exports you made, and files you saved elsewhere, are not touched.",
            "The extension forgets everything when it next asks, within a minute while this companion runs.",
        ),
    )


def plan_application(store: Store, application_id: str) -> ErasePlan:
    """One application with its attempts, plans, tailored resumes, evidence and receipts. Raises NotFound."""
    return _plan("application", application_id, of_application(store, application_id))


def plan_posting(store: Store, posting_id: str) -> ErasePlan:
    """One posting with its text, its match, and its application if there is one. Raises NotFound."""
    return _plan("posting", posting_id, of_posting(store, posting_id))


def erase(store: Store, plan: ErasePlan, typed: str, *, keep_backups: bool = False) -> Proof:
    """Do what `plan` shows. After "everything" the store is closed and its folder holds only the proof.

    Raises BadInput unless `typed` is the plan's confirmation, and Conflict where more is there now than was shown.
    """
    _confirmed(plan.confirmation, typed)
    if plan.scope == "everything":
        return _everything(store, plan, keep_backups=keep_backups)
    with store.commit():
        traces = of_application(store, plan.id) if plan.scope == "application" else of_posting(store, plan.id)
        if traces.counts != plan.documents:
            raise Conflict("More has happened since this was shown.", "Look at it again and confirm again.")
        remove(store, traces)
        audit.forget(store, traces.ids)
        audit.record(store, "erased", f"One {plan.scope}: {len(traces.documents)} entries, {len(traces.files)} files")
    for sha in traces.files:
        store.blobs.remove(sha)
    store.compact()
    left = remaining(store, traces)
    return Proof(scope=plan.scope, at=now(), documents=traces.counts, files=len(traces.files), left=left)


def erase_unread(settings: Settings, typed: str) -> Proof:
    """Erase a data folder that cannot be opened (a forgotten passphrase). Its backups stay. Raises StoreLocked."""
    _confirmed(_PHRASES["everything"], typed)
    left = destroy_folder(settings.data)
    proof = Proof(scope="everything", at=now(), documents={}, files=0, keys="keys.json" not in left, left=left)
    return _leave(settings.data, proof)


def farewell(home: Path, client: str) -> str:
    """What tells the extension `client` that everything was erased from the data folder `home`; "" where it was not.

    Hex HMAC-SHA256 of the word "erased" under SHA-256(token): made before the hash of the token was erased, so that no
    other program can make an extension forget.
    """
    try:
        return msgspec.json.decode((home / _PROOF).read_bytes(), type=Proof).farewells.get(client, "")
    except (OSError, msgspec.MsgspecError):
        return ""


def _everything(store: Store, plan: ErasePlan, *, keep_backups: bool) -> Proof:
    home = store.home
    farewells = {
        one.id: hmac.new(bytes.fromhex(one.token_hash), b"erased", hashlib.sha256).hexdigest()
        for one in store.clients.where(lambda one: one.kind == "extension" and not one.revoked)
    }
    counts, files = dict(Counter(change.table for change in store.snapshot())), sum(1 for _ in store.blobs.files())
    left = list(store.destroy())
    gone = () if keep_backups else plan.backups
    with folder.told("A backup could not be removed"):
        for path in gone:
            path.unlink(missing_ok=True)
    left += [path.name for path in gone if path.exists()]
    keys = not any((home / name).exists() for name in ("keys.json", "key"))
    proof = Proof(
        scope="everything",
        at=now(),
        documents=counts,
        files=files,
        backups=len(gone),
        keys=keys,
        left=tuple(left),
        farewells=farewells,
    )
    return _leave(home, proof)


def _leave(home: Path, proof: Proof) -> Proof:
    folder.write_whole(home / _PROOF, msgspec.json.format(msgspec.json.encode(proof)))
    return proof


def _plan(scope: Scope, id_: str, traces: Traces) -> ErasePlan:
    applied = "Sincerely will not know any more that you applied there, and could propose it again."
    return ErasePlan(
        scope=scope,
        id=id_,
        confirmation=_PHRASES[scope],
        documents=traces.counts,
        changed=len(traces.mentions),
        files=len(traces.files),
        size=traces.size,
        warnings=((applied,) if traces.counts.get("attempts") else ())
        + ("Backups made before still hold it until they are thinned out.",),
    )


def _confirmed(wanted: str, typed: str) -> None:
    if " ".join(typed.split()).casefold() != wanted:
        raise BadInput("This was not confirmed; nothing was erased.", f"Type: {wanted}")
