"""Whether kept postings are still open: what a watched board lists no more, and a polite look at what was saved."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import msgspec

from companion.intake import Reader
from companion.model.document import now
from companion.model.posting import Posting
from companion.notify import Notifier
from companion.portals import Outcome, Polite, recheck
from companion.store import Store
from companion.work import ENDED, Job, Work

_AGAIN = timedelta(days=3)
"""Between two looks at one posting."""
_RUN_EVERY = timedelta(days=1)
_MOST = 40
"""Looks a run: at a second or two each it ends within minutes, and the rest has its turn tomorrow."""


class Openness:
    """`clock` gives the present time, aware."""

    def __init__(
        self,
        store: Store,
        work: Work,
        polite: Polite,
        reader: Reader,
        notifier: Notifier,
        clock: Callable[[], datetime] = now,
    ) -> None:
        self._store, self._work, self._polite, self._reader = store, work, polite, reader
        self._notifier, self._clock = notifier, clock

    def register(self) -> None:
        """Tell the queue what this does in the background."""
        self._work.register("recheck", self._recheck, hands=1)

    async def look(self) -> None:
        """Start a round where something is due, at most one a day."""
        since = self._clock() - _RUN_EVERY
        lately = any(run.state not in ENDED or run.created_at > since for run in self._store.runs.by("kind", "recheck"))
        if not lately and self._due():
            await self._work.start("recheck", by_itself=True)

    def unlisted(self, outcome: Outcome) -> int:
        """Close the postings of a board that it lists no more; returns how many. Only a board read to its end tells."""
        ats, _, board = outcome.portal.partition(":")
        if not outcome.jobs or not board:
            return 0
        gone = self._store.postings.where(
            lambda one: (
                one.ats == ats
                and one.ats_company.lower() == board.lower()
                and one.liveness != "closed"
                and bool(one.ats_job)
                and one.ats_job.lower() not in outcome.jobs
            )
        )
        with self._store.commit():
            for posting in gone:
                self._store.postings.replace(msgspec.structs.replace(posting, liveness="closed", checked=self._clock()))
        return len(gone)

    def _due(self) -> list[Posting]:
        """What the person saved and means to apply to, the longest unseen first."""
        old = self._clock() - _AGAIN
        due = self._store.postings.where(
            lambda one: (
                one.saved
                and not one.dismissed
                and one.liveness != "closed"
                and one.url.startswith("http")
                and (one.checked or one.captured_at) < old
            )
        )
        return sorted(due, key=lambda one: one.checked or one.captured_at)

    async def _recheck(self, job: Job) -> dict[str, Any]:
        closed: list[Posting] = []
        due = self._due()[:_MOST]
        for count, posting in enumerate(due, 1):
            found = await recheck(posting, self._polite, self._reader, now=self._clock())
            with self._store.commit():
                if (known := self._store.postings.find(posting.id)) is not None:
                    changed = {"liveness": found.liveness} if found.liveness != "unknown" else {}
                    self._store.postings.replace(msgspec.structs.replace(known, checked=self._clock(), **changed))
            if found.liveness == "closed":
                closed.append(posting)
            job.progress(f"Looked at {count} of {len(due)} saved jobs", count)
        if closed:
            named = "; ".join(f"{one.title} at {one.company}" for one in closed[:5])
            more = f" and {len(closed) - 5} more" if len(closed) > 5 else ""
            await self._notifier.tell("info", f"No longer open: {named}{more}.", "/jobs?saved=true")
        return {"looked": len(due), "closed": len(closed)}
