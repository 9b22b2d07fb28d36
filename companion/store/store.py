"""The store: opens a data folder and hands out repositories, blobs, vault and secrets. One process at a time."""

import contextlib
import gc
import threading
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import msgspec
import structlog
import tinydb

from companion.errors import Damaged, SincerelyError, StoreError
from companion.model.application import Application, Attempt, Proposal
from companion.model.audit import AuditEntry
from companion.model.automation import Automation, SavedSearch
from companion.model.edition import Edition
from companion.model.form import Answer, Plan, QuestionSet
from companion.model.learning import Learned
from companion.model.lesson import Lesson
from companion.model.match import Match
from companion.model.posting import Posting, Requirements
from companion.model.profile import Profile
from companion.model.resume import Letter, Resume
from companion.model.run import Client, Event, Notice, Reply, Run, SavedView
from companion.settings import Settings
from companion.store import folder, keys, migrations
from companion.store.blobs import Blobs
from companion.store.care import Verification, check
from companion.store.erasing import destroy, erasing
from companion.store.journal import Change, Journal, clear, newest
from companion.store.keys import Keys
from companion.store.kinds import INNER, by_name
from companion.store.listeners import Listener, Listeners
from companion.store.references import mentioned
from companion.store.repository import Repository
from companion.store.storage import JournalStorage, in_bulk
from companion.store.table import JournalTable
from companion.store.vault import Vault

_COMPACT_FROM: Final = 8 * 1024 * 1024
"""Bytes of commits below which a new generation is not worth its write."""

_COMPACT_AT: Final = 2
"""Commits this many times the size of their snapshot are worth it: the cost a commit stays constant on average."""

_log = structlog.get_logger(__name__)


class Database(tinydb.TinyDB):
    """TinyDB on the encrypted journal."""

    table_class = JournalTable
    default_storage_class = JournalStorage


class Swept(msgspec.Struct, frozen=True):
    """How many blobs nobody needed, and their bytes on the disk."""

    files: int
    size: int


class Store:
    """Everything Sincerely remembers. Thread-safe; every change is on the disk when the call returns."""

    postings: Repository[Posting]
    requirements: Repository[Requirements]
    matches: Repository[Match]
    profiles: Repository[Profile]
    editions: Repository[Edition]
    resumes: Repository[Resume]
    letters: Repository[Letter]
    plans: Repository[Plan]
    questions: Repository[QuestionSet]
    answers: Repository[Answer]
    lessons: Repository[Lesson]
    attempts: Repository[Attempt]
    applications: Repository[Application]
    proposals: Repository[Proposal]
    runs: Repository[Run]
    notices: Repository[Notice]
    clients: Repository[Client]
    replies: Repository[Reply]
    views: Repository[SavedView]
    searches: Repository[SavedSearch]
    automation: Repository[Automation]
    learned: Repository[Learned]
    audit: Repository[AuditEntry]

    def __init__(
        self, home: Path, lock: folder.Lock, keys: Keys, journal: Callable[[Callable[[Change], None]], Journal]
    ) -> None:
        self.home = home
        self._lock, self._keys = lock, keys
        self._listeners = Listeners()
        kinds = by_name()
        self._database = Database(journal, kinds)
        self._storage: JournalStorage = self._database.storage  # type: ignore[assignment]
        self._storage.publish = self._listeners.tell
        self._storage.after_commit = self._tidy
        self._compactor: threading.Thread | None = None
        for name in Store.__annotations__:
            repository: Repository[Any] = Repository(kinds[name], self._database.table(name), self._storage)  # type: ignore[arg-type]
            setattr(self, name, repository)
        self.blobs = Blobs.of(home, keys, in_bulk)
        self._storage.before_sync = self.blobs.sync
        self.vault = Vault(self._storage, keys.vault)
        self.warnings: tuple[str, ...] = ()
        """What the person should see about this folder: where the key lies, what had been open to others."""

    @classmethod
    def open(cls, settings: Settings, *, passphrase: str | None = None) -> Self:
        """Open the folder `settings.data`, making it if it is new. `passphrase` unlocks one that has a passphrase.

        Raises StoreLocked (another process has it), WrongKey, Damaged (nothing was changed), StoreError and
        Refused (links in the folder).
        """
        home = settings.data
        warnings = folder.prepare(home)
        lock = folder.Lock(home)
        try:
            if erasing(home):
                destroy(home)  # the person had confirmed it; it was interrupted
            unlocked, begun = keys.unlock(home, settings.keys, passphrase)
            with _uncollected():
                store = cls(home, lock, unlocked, _journal(home, unlocked, begun=begun))
        except BaseException:
            lock.release()
            raise
        try:
            if not begun:
                keys.begun(home)
            if store.format < migrations.FORMAT:
                store.compact()  # a new generation in today's format; until it is whole the old one stays in force
        except BaseException:
            store.close()
            raise
        if unlocked.source == "file":
            warnings = (*warnings, KEY_FILE_WARNING)
        store.warnings = warnings
        return store

    @property
    def format(self) -> int:
        """Version of the data on the disk."""
        return self._storage.journal.format

    def close(self) -> None:
        """Put everything to rest. The store cannot be used afterwards; closing it again does nothing."""
        self._database.close()
        self._lock.release()

    def _tidy(self) -> None:
        """Compact in the background once commits outweigh the snapshot they follow."""
        journal = self._storage.journal
        if journal.logged < max(_COMPACT_FROM, _COMPACT_AT * journal.snapshot_size):
            return
        with self._storage.lock:
            if self._compactor is None or not self._compactor.is_alive():
                self._compactor = threading.Thread(target=self._compact_quietly, name="store compaction", daemon=True)
                self._compactor.start()

    def _compact_quietly(self) -> None:
        try:
            self.compact()
        except SincerelyError as error:
            _log.warning("compaction failed; the journal as it is holds everything", code=error.code)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def commit(self) -> AbstractContextManager[None]:
        """Make all changes inside one atomic commit; nobody else changes what is read inside. Never await inside."""
        return self._storage.commit()

    def bulk(self) -> AbstractContextManager[None]:
        """For background work: changes inside are atomic each, and on the disk together when this ends."""
        return self._storage.bulk()

    def listen(self, callback: Listener) -> Callable[[], None]:
        """Call `callback` with the events of each durable commit, in the thread that made it. Returns what ends it."""
        return self._listeners.add(callback)

    def secret(self, name: str) -> bytes:
        """32 random bytes for one purpose (receipt signing, cookies, …), made once and kept encrypted."""
        return self.vault.secret(name)

    def compact(self) -> None:
        """Write a new generation of the journal that holds only what is there now; others work on meanwhile.

        Never inside a commit. Raises StoreFull, StoreError.
        """
        self._storage.compact(self.home, self._keys.derive("journal"))

    def sweep(self, *, older_than: timedelta = timedelta(days=1)) -> Swept:
        """Remove blobs that no document mentions. Young ones stay: a document may be about to name them."""
        wanted = {sha for entry in self._storage.every() for sha in mentioned(entry)}
        return Swept(*self.blobs.sweep(wanted, time.time() - older_than.total_seconds()))

    def verify(self) -> Verification:
        """Read everything from the disk again and check it while others work on; a doubt is looked into alone."""
        self._storage.sync()
        with contextlib.suppress(StoreError):  # a compaction may take the file away meanwhile
            found = check(self.home, self._keys, self.blobs)
            if found.whole and not found.torn_bytes:
                return found
        with self._storage.lock:
            return check(self.home, self._keys, self.blobs)

    def rekey(self, source: str, *, passphrase: str | None = None) -> None:
        """Lock the folder with a new passphrase, or a new key in the `keyring` or a `file`. No data is rewritten.

        Raises StoreError where there is no keyring, WrongKey where a passphrase is wanted and none is given.
        """
        with self._storage.lock:
            self._keys = keys.rewrap(self.home, self._keys, source, passphrase)
            self.warnings = tuple(warning for warning in self.warnings if warning != KEY_FILE_WARNING)
            if self._keys.source == "file":
                self.warnings = (*self.warnings, KEY_FILE_WARNING)

    def snapshot(self) -> list[Change]:
        """Every document there is, as the journal keeps it; the vault and the secrets apart (`vault.reveal`)."""
        inner = {kind.name for kind in INNER}
        entries = self._storage.every()
        return [Change(one.kind.name, one.doc_id, one.body()) for one in entries if one.kind.name not in inner]

    def reset(self, build: Callable[[], Sequence[Change]]) -> None:
        """Replace every document, vault and secrets included, by what `build` returns: all of it or nothing.

        Nobody changes anything between what `build` reads and the new state. Blobs stay.

        Never inside a commit. Listeners hear one event, of kind `everything`. Raises Damaged where one does not fit.
        """
        self._storage.reset(self.home, self._keys.derive("journal"), build)

    def destroy(self) -> tuple[str, ...]:
        """Erase the keys, then every file of the folder; returns what could not be removed. The store is closed.

        Listeners hear one event, of kind `everything`, so that whoever keeps a copy can drop it.
        """
        self._database.close()
        left = destroy(self.home)
        self._lock.remove()
        self._listeners.tell((Event(kind="everything", id="", change="removed"),))
        return left

    @property
    def closed(self) -> bool:
        """Whether nothing can be read or written any more: after `close`, or when everything was erased."""
        return self._storage.closed

    @property
    def key_source(self) -> keys.Source:
        """Where the key of this folder is kept."""
        return self._keys.source


KEY_FILE_WARNING: Final = (
    "The key lies in a file beside the data: whoever can read your files can read this too. "
    "Use a keyring or a passphrase to change that."
)


@contextlib.contextmanager
def _uncollected() -> Generator[None]:
    """No garbage collection while tens of thousands of documents are made that all stay: it would only look at each."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _journal(home: Path, keys: Keys, *, begun: bool) -> Callable[[Callable[[Change], None]], Journal]:
    key = keys.derive("journal")

    def open_journal(apply: Callable[[Change], None]) -> Journal:
        path = newest(home)
        if path is not None:
            journal = Journal.open(path, key, apply)
            clear(home, path)
            return journal
        if begun:
            raise Damaged("The journal of this data folder is missing.", "Restore a backup; nothing was changed.")
        journal = Journal.prepare(home, 1, key, ())
        journal.enforce()
        return journal

    return open_journal
