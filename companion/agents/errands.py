"""What is done in the background for applications: published forms foreseen, forms rehearsed and sent."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from companion.agents.planning import Planner
from companion.apply import OPEN, Conduct, Driver, FileToSend
from companion.apply import Planner as AskPlan
from companion.apply.breakers import Breakers
from companion.apply.published import Published, Questions
from companion.apply.site import origin, site
from companion.errors import Drift, NoBrowser
from companion.model.application import Attempt
from companion.model.document import now
from companion.model.form import Plan, Snapshot
from companion.model.posting import Posting
from companion.model.run import NoticeKind, Run
from companion.notify import Notifier
from companion.store import Store
from companion.work import Job, Work

_TOLD: dict[str, tuple[NoticeKind, str]] = {
    "submitted": ("submitted", "submitted, with evidence."),
    "failed": ("failed", "nothing was received."),
    "unknown": ("needs_you", "the page did not confirm. It may have gone through."),
}


Show = Callable[[str], Awaitable[None]]


async def _nowhere(url: str) -> None:
    """Where nobody sits before a browser."""


_REFRESH_EVERY = timedelta(hours=1)
"""Between two looks at the published questions of one attempt, however the last one ended."""


class Errands:
    """Carries out runs of kind `prepare`, `submit` and `look_again`, and tells the person how they ended."""

    def __init__(
        self,
        store: Store,
        work: Work,
        planner: Planner,
        driver: Driver,
        notifier: Notifier,
        published: Published | None,
        clock: Callable[[], datetime] = now,
    ) -> None:
        self._store, self._work, self._planner, self._notifier = store, work, planner, notifier
        self.breakers = Breakers(self._tell_left_alone)
        self.conduct = Conduct(store, driver, clock=clock, breakers=self.breakers)
        self.questions = Questions(published, store) if published is not None else None
        self.show: Show = _nowhere
        """Opens an address in the person's browser."""

    def register(self) -> None:
        """Tell the queue what runs in the background."""
        self._work.register("prepare", self._prepare, hands=2, tries=3, lane=self._portal)
        self._work.register("submit", self._submit, hands=1, tries=3)
        self._work.register("look_again", self._look_again, hands=2)

    async def refresh(self, at: datetime) -> None:
        """Read the published questions of prepared attempts again where what is kept of them is old."""
        if self.questions is None:
            return
        lately = {
            run.arguments.get("attempt_id")
            for run in self._store.runs.by("kind", "prepare")
            if run.created_at > at - _REFRESH_EVERY
        }
        for attempt in (one for state in ("needs_answers", "ready") for one in self._store.attempts.by("state", state)):
            if attempt.channel != "tab" or attempt.id in lately or _filled(attempt):
                continue
            posting = self._store.postings.find(attempt.posting_id)
            if posting is not None and self.questions.stale(posting):
                await self._work.start("prepare", {"attempt_id": attempt.id}, by_itself=True)

    def hand_over(self, attempt_id: str) -> Attempt:
        """Move an attempt that was not sent to the person's own tab, with everything prepared so far."""
        attempt = self._store.attempts.get(attempt_id)
        state = "needs_answers" if attempt.state in ("preparing", "needs_answers") else "ready"
        return self.conduct.attempts.hand_over(attempt_id, state, "Handed over to your own tab.", approval="")

    async def tell_settled(self, attempt: Attempt, posting: Posting) -> None:
        """Tell how an attempt ended."""
        kind, text = _TOLD[attempt.state]
        why = f" {attempt.problem}" if attempt.state == "failed" and attempt.problem else ""
        await self._notifier.tell(kind, f"{posting.company}: {text}{why}", f"/attempts/{attempt.id}")

    async def _prepare(self, job: Job) -> dict[str, Any]:
        attempt = self._store.attempts.get(str(job.arguments["attempt_id"]))
        if attempt.state not in OPEN:
            return {"state": attempt.state}
        posting = self._store.postings.get(attempt.posting_id)
        if attempt.channel != "headless":
            return await self._foresee(job, attempt, posting)
        job.progress(f"Filling the form of {posting.company} without sending it")
        asker, files = self._asker(posting, attempt), self._files(posting, attempt)
        try:
            done = await self.conduct.rehearse(attempt.id, asker, files)
        except NoBrowser:  # the person's own tab needs none of ours
            return await self._foresee(job, self.hand_over(attempt.id), posting)
        await self._tell_prepared(done, posting)
        return {"state": done.state}

    async def _foresee(self, job: Job, attempt: Attempt, posting: Posting) -> dict[str, Any]:
        """For the person's own tab: plan from the form its ATS publishes, where it does, before the page is opened."""
        job.progress(f"Reading which questions {posting.company} asks")
        if self.questions is None or _filled(attempt):
            return {"state": attempt.state}
        try:
            form = await self.questions.form(posting)
        except Drift as error:
            await self._notifier.tell(
                "drift", f"{posting.company}: {error.message} {error.hint}", f"/jobs/{posting.id}"
            )
            return {"state": attempt.state}
        if form is None:
            return {"state": attempt.state}
        done = await self.conduct.foresee(
            attempt.id, form, self._asker(posting, attempt), self._files(posting, attempt)
        )
        if done.content_hash != attempt.content_hash:
            await self._tell_prepared(done, posting)
        return {"state": done.state}

    async def _submit(self, job: Job) -> dict[str, Any]:
        attempt = self._store.attempts.get(str(job.arguments["attempt_id"]))
        if attempt.state != "approved" or attempt.channel == "tab":  # also after a restart: the person has it in hand
            return {"state": attempt.state}
        posting = self._store.postings.get(attempt.posting_id)
        job.progress(f"Sending what you approved to {posting.company}")
        done = await self.conduct.send(attempt.id, self._asker(posting, attempt), self._files(posting, attempt))
        if done.state in _TOLD:
            await self.tell_settled(done, posting)
        else:
            await self._tell_prepared(done, posting)
        form = posting.apply_url or posting.url
        if done.channel == "tab" and not job.by_itself and origin(form).startswith("http"):
            await self.show(form)  # they just asked for it, and only they can go on
        return {"state": done.state}

    async def look_again(self, attempt_id: str, quiet: timedelta = timedelta(minutes=1)) -> Attempt:
        """Ask the employer's own site about an unknown outcome, and tell it where it is settled by that."""
        attempt = await self.conduct.look_again(attempt_id, quiet=quiet)
        if attempt.state != "unknown":
            await self.tell_settled(attempt, self._store.postings.get(attempt.posting_id))
        return attempt

    async def _look_again(self, job: Job) -> dict[str, Any]:
        attempt = self._store.attempts.get(str(job.arguments["attempt_id"]))
        if attempt.state == "unknown":
            posting = self._store.postings.get(attempt.posting_id)
            job.progress(f"Asking what {posting.company or 'the employer'} has on record")
            attempt = await self.look_again(attempt.id)
        return {"state": attempt.state}

    async def _tell_left_alone(self, site: str, minutes: int) -> None:
        text = f"{site} failed several times in a row and is left alone for {minutes} minutes. Other sites go on."
        await self._notifier.tell("breaker", text, "/activity")

    async def _tell_prepared(self, attempt: Attempt, posting: Posting) -> None:
        text = "ready for you to look at and approve." if attempt.state == "ready" else attempt.problem
        await self._notifier.tell("needs_you", f"{posting.company}: {text}", f"/attempts/{attempt.id}")

    def _asker(self, posting: Posting, attempt: Attempt) -> AskPlan:
        async def ask(snapshot: Snapshot) -> Plan:
            return (await self._planner.plan(snapshot, posting, attempt)).plan

        return ask

    def _files(self, posting: Posting, attempt: Attempt) -> list[FileToSend]:
        files = self._planner.files(self._planner.resume(posting, attempt))
        return [FileToSend(name=one.name, data=self._store.blobs.get(one.sha256)) for one in files]

    def _portal(self, run: Run) -> str:
        """Whose forms a run opens: one at a time there."""
        attempt = self._store.attempts.find(str(run.arguments.get("attempt_id", "")))
        posting = self._store.postings.find(attempt.posting_id) if attempt else None
        return "" if posting is None else posting.ats or site(posting.apply_url or posting.url)


def _filled(attempt: Attempt) -> bool:
    """Whether the form itself was filled already: what it asks is known better then than what is published."""
    return any(page.results for page in attempt.pages)
