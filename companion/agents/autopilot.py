"""What happens without being asked: searches, mail, the digest, and applications where the person chose `auto`.

Everything that is due is read from the documents, so that a restart, a sleep or a changed clock neither loses nor
repeats it; after a long sleep each thing is done once, one after the other.
"""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from typing import Any

import structlog

from companion.agents.application import ApplicationAgent
from companion.agents.openness import Openness
from companion.agents.reminders import reminders
from companion.errors import SincerelyError
from companion.model.application import Attempt
from companion.model.automation import AUTOMATION_ID, Automation, AutomationLevel, SavedSearch
from companion.model.document import now
from companion.model.posting import Posting
from companion.notify import Notifier, quiet
from companion.notify.notifier import zone
from companion.store import Store
from companion.work import ENDED, Job, Work, repeated
from companion.work.schedule import due, due_at

_log = structlog.get_logger(__name__)

_LOOK_EVERY = 30.0
_DAY = timedelta(days=1)
_AGAIN = timedelta(minutes=30)
_SENT = frozenset({"approved", "submitting", "submitted", "unknown"})


class Autopilot:
    """Looks at what is due. `clock` gives the present time, aware."""

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

    def register(self) -> None:
        """Tell the queue what this does in the background."""
        self._work.register("digest", self._digest)

    def running(self) -> AbstractAsyncContextManager[None]:
        """While inside, it looks every half minute."""
        return repeated(self.look, _LOOK_EVERY, name="autopilot")

    async def look(self) -> None:
        """Remind the person, and start whatever is due now unless everything is paused."""
        rules = self._rules()
        await self._remind(rules)
        if rules.paused:
            return
        for saved in self._store.searches.where():
            if self._due(saved, rules) and not self._tried("search", saved):
                await self._work.start("search", {"search_id": saved.id}, by_itself=True)
        if self._digest_due(rules):
            await self._work.start("digest", by_itself=True)
        if self._openness is not None and not quiet(rules, self._clock()):
            await self._openness.look()
        await self._applications.statuses.look()
        await self._applications.refresh()
        await self._prepare_saved(rules)
        await self._send_ready(rules)

    async def _remind(self, rules: Automation) -> None:
        near = self._store.applications.where(lambda one: bool(one.interviews) or one.follow_up is not None)
        for one in reminders(near, self._clock(), zone(rules.time_zone)):
            await self._notifier.tell(one.kind, one.text, one.link, once=one.once)

    def _due(self, saved: SavedSearch, rules: Automation) -> bool:
        if saved.paused or quiet(rules, self._clock()):
            return False
        if saved.cron:
            return due_at(saved.cron, saved.last_run or saved.created_at, self._clock(), zone(rules.time_zone))
        every = timedelta(hours=saved.every_hours)
        return bool(every) and due(every, saved.last_run, self._clock(), saved.id)

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
        room = rules.daily_cap - self._begun_today()
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
            if self._sent_today() >= rules.daily_cap:
                return
            if needs_review(attempt) or self._sent_today(posting.ats) >= rules.caps.get(posting.ats, rules.daily_cap):
                continue
            try:
                await self._applications.approve(attempt.id, attempt.content_hash)
                await self._applications.submit(attempt.id, by_itself=True)
            except SincerelyError as error:
                _log.info("not sent", attempt=attempt.id, code=error.code)

    async def _digest(self, job: Job) -> dict[str, Any]:
        job.progress("Gathering what happened")
        since = self._clock() - _DAY
        found = sum(
            int(run.result.get("new", 0)) for run in self._store.runs.by("kind", "search") if run.created_at >= since
        )
        sent = len(self._store.attempts.where(lambda one: one.sealed_at is not None and one.sealed_at >= since))
        done = f"Since yesterday: {found} new jobs found, {sent} applications sent."
        return {"notices": await self._notifier.digest(done)}

    def _tried(self, kind: str, saved: SavedSearch) -> bool:
        """Whether a run of it is under way, or one failed so lately that the next would fail alike."""
        since = self._clock() - _AGAIN
        return any(
            (one.state not in ENDED or one.created_at > since) and one.arguments.get("search_id") == saved.id
            for one in self._store.runs.by("kind", kind)
        )

    def _begun_today(self) -> int:
        """Attempts begun in the last 24 hours."""
        since = self._clock() - _DAY
        return len(self._store.attempts.where(lambda one: one.created_at >= since))

    def _sent_today(self, ats: str = "") -> int:
        """Attempts approved in the last 24 hours that were sent or are about to be, to one ATS or to all."""
        since = self._clock() - _DAY
        sent = self._store.attempts.where(
            lambda one: one.approved_at is not None and one.approved_at >= since and one.state in _SENT
        )
        if not ats:
            return len(sent)
        to = (self._store.postings.find(one.posting_id) for one in sent)
        return sum(posting is not None and posting.ats == ats for posting in to)

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
