"""The application agent: prepares, asks, sends or hands over, looks at the evidence, and seals the receipt.

Every change of an attempt goes through `apply.Attempts`; this agent only brings rooms together in the right order.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import msgspec

from companion.agents.drafting import DraftView, draft_essay
from companion.agents.errands import Errands, Show
from companion.agents.lessons import Kept, learn
from companion.agents.planning import Planner, PlanView
from companion.agents.resume import ResumeAgent
from companion.agents.search import SearchAgent
from companion.agents.statuses import Statuses
from companion.apply import (
    OPEN,
    Aftermath,
    Driver,
    judge,
    observe,
    route,
    seal,
)
from companion.apply.claim import objection
from companion.apply.drift import watch
from companion.apply.published import Published
from companion.apply.site import site
from companion.errors import AlreadyApplied, BadInput, IllegalTransition
from companion.model.application import Application, Attempt, Channel, Outcome, Page
from companion.model.automation import AUTOMATION_ID, Automation
from companion.model.document import now
from companion.model.form import FillReport, Snapshot
from companion.model.posting import Posting
from companion.model.run import Run
from companion.net.breakers import Breaker, standing
from companion.net.ollama import Model
from companion.notify import Notifier
from companion.store import Store
from companion.work import ENDED, Work


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """What the extension saw after the person's submit."""

    url: str
    title: str = ""
    text: str = ""
    status: int | None = None
    clicked: bool = False


class ApplicationAgent:
    """Applying to one job at a time, with the same plan headlessly and in the person's own tab."""

    def __init__(
        self,
        store: Store,
        work: Work,
        search: SearchAgent,
        resumes: ResumeAgent,
        driver: Driver,
        notifier: Notifier,
        published: Published | None = None,
        clock: Callable[[], datetime] = now,
    ) -> None:
        self._store = store
        self._work = work
        self._search = search
        self._resumes = resumes
        self._planner = Planner(store, search, resumes)
        self._errands = Errands(store, work, self._planner, driver, notifier, published, clock)
        self._conduct = self._errands.conduct
        self._attempts = self._conduct.attempts
        self.statuses = Statuses(store, work, notifier, self._conduct.accept)

    def register(self) -> None:
        """Tell the queue what runs in the background, and call unknown what the last stop interrupted while sending."""
        self._errands.register()
        self.statuses.register()
        self._attempts.recover()

    def show_in(self, show: Show) -> None:
        """Where a form that only the person can go on with is opened."""
        self._errands.show = show

    def breakers(self) -> tuple[Breaker, ...]:
        """One an application system that was sent to, as Health shows them."""
        return standing("ats", self._errands.breakers.factory)

    async def refresh(self) -> None:
        """Read published questions again where what is kept of them is old."""
        await self._errands.refresh(now())

    async def prepare(self, posting_id: str, channel: Channel | None = None, *, repeat: bool = False) -> Attempt:
        """Claim the job and start to prepare. Without a channel the ATS's route decides.

        Raises NotFound, AlreadyApplied, and BadInput without a profile.
        """
        posting = self._store.postings.get(posting_id)
        profile = self._search.profile()
        if profile is None:
            raise BadInput("There is no profile yet.", "Import a resume first.")
        if not repeat and (against := self.objection(posting)) is not None:
            raise against
        resume = self._resumes.latest(posting_id) or await self._resumes.tailor(posting_id)
        attempt = self._attempts.begin(
            posting,
            channel=channel or route(posting.apply_url or posting.url, posting.ats).channel,
            profile_id=profile.id,
            resume_id=resume.id,
            repeat=repeat,
            cooldown=self._cooldown(),
            same=self._elsewhere(posting),
        )
        if attempt.channel == "headless" or self._errands.questions is not None:
            await self._work.start("prepare", {"attempt_id": attempt.id})
        return attempt

    def objection(self, posting: Posting, twins: Sequence[Posting] | None = None) -> AlreadyApplied | None:
        """Why this job is only applied to (again) on the person's explicit wish; None where nothing is against it.

        `twins`: the same job elsewhere, where that is known already; finding it looks at every posting.
        """
        if any(one.state in OPEN for one in self._store.attempts.by("canonical_key", posting.canonical_key)):
            return None
        return objection(self._store, posting, now(), same=self._elsewhere(posting, twins), cooldown=self._cooldown())

    async def approve(self, attempt_id: str, content_hash: str) -> Attempt:
        """The person approves exactly what `content_hash` names. Raises ApprovalVoid."""
        return self._attempts.approve(attempt_id, content_hash)

    async def submit(self, attempt_id: str, *, by_itself: bool = False) -> Run:
        """Send an approved attempt headlessly, in the background. Raises IllegalTransition when it is not approved.

        `by_itself`: the autopilot's wish, which waits while everything is paused.
        """
        attempt = self._store.attempts.get(attempt_id)
        if attempt.state != "approved" or attempt.channel != "headless":
            raise IllegalTransition("This attempt cannot be sent from here.", "Approve it first, or use your own tab.")
        return await self._work.start("submit", {"attempt_id": attempt_id}, priority=1, by_itself=by_itself)

    async def plan(self, snapshot: Snapshot, posting_id: str = "", attempt_id: str = "") -> PlanView:
        """Plan a form in the person's own tab. Raises BadInput without a profile, NotFound for unknown ids."""
        attempt = self._store.attempts.get(attempt_id) if attempt_id else None
        posting = self._posting(snapshot.url, posting_id or (attempt.posting_id if attempt else ""))
        if attempt is None and posting is not None:
            attempt = self._open_attempt(posting)
        watch(self._store, route(snapshot.url), snapshot)
        return await self._planner.plan(snapshot, posting, attempt)

    async def correct(self, plan_id: str, field_id: str, meaning: str) -> tuple[PlanView, Kept]:
        """Plan again, with what the person says a field means, and how far that reaches from now on.

        Raises NotFound when the plan is too old, BadInput for what there is not or what is never filled.
        """
        old, snapshot = self._store.plans.get(plan_id), self._planner.snapshot(plan_id)
        attempt = self._store.attempts.find(old.attempt_id) if old.attempt_id else None
        posting = self._store.postings.find(old.posting_id) if old.posting_id else None
        kept = learn(self._store, snapshot, field_id, meaning)
        return await self._planner.plan(snapshot, posting, attempt, {field_id: meaning}), kept

    async def propose(self, plan_id: str, model: Model | None) -> PlanView:
        """Plan again, with what the person's model takes the unknown questions for; each such value is for review.

        Raises BadInput without a model, ModelError where it does not answer, NotFound when the plan is too old.
        """
        if model is None:
            raise BadInput("There is no language model.", "Name one in Settings; everything works without it.")
        old, snapshot = self._store.plans.get(plan_id), self._planner.snapshot(plan_id)
        attempt = self._store.attempts.find(old.attempt_id) if old.attempt_id else None
        posting = self._store.postings.find(old.posting_id) if old.posting_id else None
        return await self._planner.plan(snapshot, posting, attempt, model=model)

    async def draft(self, plan_id: str, field_id: str, model: Model | None) -> DraftView:
        """An essay for one field of a plan, to be read and approved. Raises NotFound when the plan is too old."""
        posting_id = self._store.plans.get(plan_id).posting_id
        profile = self._search.scoring.shown(self._store.postings.find(posting_id) if posting_id else None)
        if profile is None:
            raise BadInput("There is no profile yet.", "Import a resume first.")
        return await draft_essay(self._planner.snapshot(plan_id), field_id, profile, model)

    async def report(self, plan_id: str, report: FillReport) -> Attempt | None:
        """What the extension read back. The attempt it belongs to learns what would be sent; None without a job."""
        plan = self._store.plans.get(plan_id)
        posting = self._store.postings.find(plan.posting_id) if plan.posting_id else None
        if posting is None:
            return None
        attempt = self._store.attempts.find(plan.attempt_id) if plan.attempt_id else None
        if attempt is None:
            profile = self._search.profile()
            attempt = self._attempts.begin(posting, channel="tab", profile_id=profile.id if profile else "")
        page = Page(url=plan.url, schema_hash=plan.schema_hash, actions=plan.actions, results=report.results)
        others = [one for one in attempt.pages if one.schema_hash != page.schema_hash]
        if len(others) < len(attempt.pages):  # a page that was planned before keeps its place
            pages = tuple(page if one.schema_hash == page.schema_hash else one for one in attempt.pages)
        else:
            pages = (*(one for one in others if one.results), page)
        resume = self._planner.resume(posting, attempt)
        sent = {action.file for one in pages for action in one.actions if action.kind == "attach"}
        files = tuple(one for one in self._planner.files(resume) if one.sha256 in sent)
        open_ends = [one for one in plan.actions if one.kind == "leave" and one.required and one.rule != "untouchable"]
        why = f"{len(open_ends)} required questions are left to you." if open_ends else ""
        plan_ids = (*attempt.plan_ids, plan.id)[-50:]
        return self._attempts.planned(attempt.id, pages, files, complete=not open_ends, why=why, plan_ids=plan_ids)

    def submitting(self, attempt_id: str, content_hash: str = "") -> Attempt:
        """The person submits in their own tab: their click approves what is there. Durable when this returns.

        Raises NotFound; `attempt_id` may be that of a plan whose report began the attempt.
        """
        with self._store.commit():
            attempt = self._attempt(attempt_id)
            if attempt.channel == "headless":
                raise IllegalTransition("This attempt is being sent headlessly.", "Hand it over first.")
            if attempt.state in ("preparing", "needs_answers"):
                attempt = self._attempts.planned(attempt.id, attempt.pages, attempt.files, complete=True)
            if attempt.state == "ready":
                self._attempts.approve(attempt.id, attempt.content_hash)
            return self._attempts.submitting(attempt.id, content_hash)

    async def outcome(self, attempt_id: str, seen: Seen) -> Attempt:
        """What the extension saw after the submit is judged as a headless run is; `attempt_id` as for `submitting`."""
        attempt = self._attempt(attempt_id)
        posting = self._store.postings.get(attempt.posting_id)
        home = {site(url) for url in (posting.url, posting.apply_url, *(page.url for page in attempt.pages)) if url}
        seen_page = Aftermath(url=seen.url, title=seen.title, text=seen.text, wrote=seen.clicked)
        found = observe(seen_page, now(), home)
        verdict, why = judge(found)
        with self._store.commit():
            self._attempts.settle(attempt.id, verdict, why, found)
            sealed = seal(self._store, attempt.id, posting, now())
        await self._errands.tell_settled(sealed, posting)
        return sealed

    def applied_by_person(self, posting_id: str) -> Attempt:
        """The person says that they applied by themselves."""
        posting = self._store.postings.get(posting_id)
        return seal(self._store, self._attempts.applied_by_hand(posting).id, posting, now())

    def settle(self, attempt_id: str, went_through: bool) -> Attempt:
        """The person says how an unknown outcome went."""
        attempt = self._attempts.person_says(attempt_id, went_through)
        return seal(self._store, attempt.id, self._store.postings.get(attempt.posting_id), now())

    async def ask_again(self, attempt_id: str) -> Run:
        """Ask the employer's own site about an unknown outcome, in the background; once at a time.

        Raises IllegalTransition where the outcome is known.
        """
        attempt = self._store.attempts.get(attempt_id)
        if attempt.state != "unknown":
            raise IllegalTransition(f"An attempt that is {attempt.state} is settled or not sent.")
        for run in self._store.runs.by("kind", "look_again"):
            if run.state not in ENDED and run.arguments.get("attempt_id") == attempt_id:
                return run
        return await self._work.start("look_again", {"attempt_id": attempt_id}, priority=1)

    async def look_again(self, attempt_id: str, quiet: timedelta = timedelta(minutes=1)) -> Attempt:
        """The same at once. "No such application" counts after `quiet` only.

        Raises IllegalTransition, NetError and NoBrowser.
        """
        return await self._errands.look_again(attempt_id, quiet)

    def record(self, canonical_key: str, outcome: Outcome, why: str = "") -> Application:
        """What became of a submitted application. Raises IllegalTransition before anything was sent."""
        return self._attempts.outcome(canonical_key, outcome, why)

    async def hand_over(self, attempt_id: str) -> Attempt:
        """Move an attempt that was not sent to the person's own tab, with everything prepared so far."""
        return self._errands.hand_over(attempt_id)

    def _cooldown(self) -> timedelta:
        rules = self._store.automation.find(AUTOMATION_ID) or Automation(id=AUTOMATION_ID)
        return timedelta(days=rules.cooldown_days)

    def _elsewhere(self, posting: Posting, known: Sequence[Posting] | None = None) -> tuple[str, ...]:
        """Canonical keys under which other boards advertise the same job, as far as they were captured."""
        twins = self._search.view(posting.id).duplicates if known is None else known
        return tuple({one.canonical_key: None for one in twins if one.canonical_key != posting.canonical_key})

    def _posting(self, url: str, posting_id: str) -> Posting | None:
        if posting_id:
            return self._store.postings.get(posting_id)
        return self._search.find(url)

    def _attempt(self, name: str) -> Attempt:
        """By its id, or by a plan's that was reported to it: a report that had to wait could not tell the attempt's."""
        reported = self._store.attempts.find(name) or next(
            iter(self._store.attempts.where(lambda one: name in one.plan_ids)), None
        )
        return reported or self._store.attempts.get(name)

    def _open_attempt(self, posting: Posting) -> Attempt | None:
        attempts = self._store.attempts.by("canonical_key", posting.canonical_key)
        return next((one for one in attempts if one.state in ("preparing", "needs_answers", "ready", "approved")), None)
