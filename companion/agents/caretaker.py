"""Looks after the data by itself: a backup when one is due, proved by a drill, and files nothing needs cleared away.

What is due is read from the folder of backups and the runs on record, so that a restart or a long sleep neither loses
nor repeats it.
"""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from typing import Any

from companion.errors import StoreError
from companion.model.document import new_id, now
from companion.model.run import Notice
from companion.privacy import backup_folder, due, scheduled
from companion.settings import Settings
from companion.store import Store
from companion.work import ENDED, Job, Work, repeated

_FIRST_LOOK, _LOOK_EVERY = 60.0, 600.0
"""Seconds: the start belongs to the person."""

_AGAIN = timedelta(hours=6)
"""After a backup was tried, however it ended."""

_TIDY_EVERY = timedelta(days=1)


class Caretaker:
    """Looks at what is due. `clock` gives the present time, aware; `scores_old` says whether rules
    or lessons are newer than the scores."""

    def __init__(
        self,
        settings: Settings,
        store: Store,
        work: Work,
        clock: Callable[[], datetime] = now,
        scores_old: Callable[[], bool] = lambda: False,
    ) -> None:
        self._settings, self._store, self._work, self._clock = settings, store, work, clock
        self._scores_old = scores_old
        self._folder = backup_folder(settings)

    def register(self) -> None:
        """Tell the queue what this does in the background."""
        # One after the other: each goes through all that is stored, and two at once would hold up who waits.
        self._work.register("backup", self._backup, lane=lambda _: "caretaker")
        self._work.register("tidy", self._tidy, lane=lambda _: "caretaker")

    def running(self) -> AbstractAsyncContextManager[None]:
        """While inside, it looks every ten minutes."""
        return repeated(self.look, _LOOK_EVERY, name="caretaker", first=_FIRST_LOOK)

    async def look(self) -> None:
        """Start what is due now."""
        every = timedelta(hours=self._settings.backup_hours)
        worth_it = self._store.profiles.count() or self._store.applications.count()
        if every and worth_it and due(self._folder, every, clock=self._clock) and not self._lately("backup", _AGAIN):
            await self._work.start("backup")
        if not self._lately("tidy", _TIDY_EVERY):
            await self._work.start("tidy")
        if not self._lately("rescore", _AGAIN) and self._scores_old():
            await self._work.start("rescore")

    def _lately(self, kind: str, span: timedelta) -> bool:
        since = self._clock() - span
        return any(run.state not in ENDED or run.created_at > since for run in self._store.runs.by("kind", kind))

    async def _backup(self, job: Job) -> dict[str, Any]:
        job.progress("Backing up, and restoring it for a trial")
        done = await asyncio.to_thread(scheduled, self._store, self._folder, clock=self._clock)
        if not done.drill.passed:
            text = "The newest backup could not be restored. Your data itself is not affected."
            self._store.notices.add(
                Notice(id=new_id(), kind="failed", text=text, link="/privacy#backups", created_at=self._clock())
            )
            raise StoreError("The backup could not be restored for a trial.", "Look at Privacy › Backups.")
        return {"name": done.backup.path.name, "size": done.backup.size, "removed": len(done.removed)}

    async def _tidy(self, job: Job) -> dict[str, Any]:
        job.progress("Clearing away files that nothing needs")
        forgotten = await asyncio.to_thread(self._work.forget_old)
        swept = await asyncio.to_thread(self._store.sweep)
        return {"files": swept.files, "size": swept.size, "runs": forgotten}
