"""What happens without being asked: searches, mail, the digest, and applications where the person chose `auto`.

Everything that is due is read from the documents, so that a restart, a sleep or a changed clock neither loses nor
repeats it; after a long sleep each thing is done once, one after the other.
"""

import asyncio
import hashlib
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import structlog

from companion.agents.application import ApplicationAgent
from companion.agents.openness import Openness
from companion.errors import SincerelyError
from companion.model.application import Attempt
from companion.model.automation import AUTOMATION_ID, Automation, AutomationLevel, SavedSearch
from companion.model.document import now
from companion.model.posting import Posting
from companion.notify import Notifier, quiet
from companion.notify.notifier import zone
from companion.store import Store
from companion.work import ENDED, Job, Work

_log = structlog.get_logger(__name__)

_LOOK_EVERY = 30.0
_DAY = timedelta(days=1)


class Autopilot:
    """Looks every half minute at what is due. `clock` gives the present time, aware."""

    def __init__(
        self,
        store: Store,
        work: Work,
        applications: ApplicationAgent,
        notifier: Notifier,
        clock: Callable[[], datetime] = now,
        openness: Openness | None = None,
    ) -> None:
        self._store = store
        self._work = work
        self._applications = applications
        self._openness = openness
        self._notifier = notifier
        self._clock = clock
        self._looking: asyncio.Task[None] | None = None

    def register(self) -> None:
        """Tell the queue what this does in the background."""
        self._work.register("digest", self._digest)

    def begin(self) -> None:
        """Start to look."""
        self._looking = asyncio.create_task(self._look_for_ever())

    async def end(self) -> None:
        """Stop looking."""
        if self._looking is not None:
            self._looking.cancel()
            with suppress(asyncio.CancelledError):
                await self._looking

    async def look(self) -> None:
        """Start whatever is due now, unless everything is paused."""
        rules = self._rules()
        if rules.paused:
            return
        for saved in self._store.searches.where():
            if self._due(saved, rules) and not self._running("search", saved.id):
                await self._work.start("search", {"search_id": saved.id}, by_itself=True)
        if self._digest_due(rules):
            await self._work.start("digest", by_itself=True)
        if self._openness is not None and not quiet(rules, self._clock()):
            await self._openness.look()
        await self._applications.statuses.look()
        await self._applications.refresh()
        await self._prepare_saved(rules)
        await self._send_ready(rules)

    async def _look_for_ever(self) -> None:
        while True:
            await asyncio.sleep(_LOOK_EVERY)
            try:
                await self.look()
            except SincerelyError as error:
                _log.warning("autopilot could not look", code=error.code)

    def _due(self, saved: SavedSearch, rules: Automation) -> bool:
        if saved.paused or not saved.every_hours or quiet(rules, self._clock()):
            return False
        if saved.last_run is None:
            return True
        return self._clock() >= saved.last_run + timedelta(hours=saved.every_hours) * _spread(saved.id)

    def _digest_due(self, rules: Automation) -> bool:
        here = self._clock().astimezone(zone(rules.time_zone))
        hour, minute = map(int, rules.digest_at.split(":"))
        today = here.replace(hour=hour, minute=minute, second=0, microsecond=0)
        since = today if here >= today else today - _DAY
        unread = self._store.notices.where(lambda one: not one.read)
        told = self._store.runs.by("kind", "digest")
        return bool(unread) and not any(one.created_at >= since for one in told)

    async def _prepare_saved(self, rules: Automation) -> None:
        """Prepare what the person saved where they chose `auto`, at most the daily cap; elsewhere they start it."""
        room = rules.daily_cap - self._today(lambda one: True)
        for posting in self._store.postings.where(lambda one: one.saved and not one.dismissed):
            if room <= 0:
                return
            if level(rules, posting) != "auto" or self._store.attempts.by("canonical_key", posting.canonical_key):
                continue
            try:
                await self._applications.prepare(posting.id)
            except SincerelyError as error:
                _log.info("not prepared", code=error.code)
            else:
                room -= 1

    async def _send_ready(self, rules: Automation) -> None:
        """Send what is ready where the person chose `auto`: within the caps, and only what needs no review."""
        for attempt in self._store.attempts.by("state", "ready"):
            posting = self._store.postings.find(attempt.posting_id)
            if posting is None or attempt.channel != "headless" or level(rules, posting) != "auto":
                continue
            if needs_review(attempt) or self._sent_today(posting.ats) >= rules.caps.get(posting.ats, rules.daily_cap):
                continue
            if self._today(lambda one: one.state in ("submitting", "submitted", "unknown")) >= rules.daily_cap:
                return
            try:
                await self._applications.approve(attempt.id, attempt.content_hash)
                await self._applications.submit(attempt.id, by_itself=True)
            except SincerelyError as error:
                _log.info("not sent", attempt=attempt.id, code=error.code)

    async def _digest(self, job: Job) -> dict[str, Any]:
        job.progress("Gathering what happened")
        return {"notices": await self._notifier.digest()}

    def _running(self, kind: str, search_id: str) -> bool:
        return any(
            one.state not in ENDED and one.arguments.get("search_id") == search_id
            for one in self._store.runs.by("kind", kind)
        )

    def _today(self, wanted: Callable[[Attempt], bool]) -> int:
        """Attempts begun in the last 24 hours for which `wanted` holds."""
        since = self._clock() - _DAY
        return len(self._store.attempts.where(lambda one: one.created_at >= since and wanted(one)))

    def _sent_today(self, ats: str) -> int:
        names = {one.id for one in self._store.postings.where(lambda one: one.ats == ats)}
        return self._today(lambda one: one.posting_id in names and one.state in ("submitting", "submitted", "unknown"))

    def _rules(self) -> Automation:
        return self._store.automation.find(AUTOMATION_ID) or Automation(id=AUTOMATION_ID)


def level(rules: Automation, posting: Posting) -> AutomationLevel:
    """How far Sincerely may go with this posting: the level of its ATS or portal, else the general one."""
    portals = [posting.ats, *(one.portal for one in posting.seen)]
    own: list[AutomationLevel] = [rules.levels[name] for name in portals if name in rules.levels]
    return own[0] if own else rules.level


def needs_review(attempt: Attempt) -> bool:
    """Whether a person should look before this goes out: anything unsure, sensitive or drafted."""
    return any(
        action.review or action.sensitive or bool(action.draft) for page in attempt.pages for action in page.actions
    )


def _spread(search_id: str) -> float:
    """0.95–1.05, always the same for one search: searches of one hour do not all start in the same minute."""
    return 0.95 + hashlib.sha256(search_id.encode()).digest()[0] / 2550
