"""Planning one page of a form with all that is known: profile, answers, the resume at hand, earlier applications."""

import asyncio
from collections import OrderedDict

import msgspec

from companion.agents.lessons import taught
from companion.agents.resume import ResumeAgent
from companion.agents.search import SearchAgent
from companion.errors import BadInput, NotFound
from companion.forms import Meaning, marked, propose
from companion.forms import plan as decide
from companion.forms.meaning import SAID_NOW
from companion.model.application import Attempt, SentFile
from companion.model.form import Plan, Snapshot
from companion.model.posting import Posting
from companion.model.resume import Resume
from companion.net.ollama import Model
from companion.privacy.noting import note_plan
from companion.store import Store

PDF = "application/pdf"
_REMEMBERED = 200
"""Snapshots kept in memory so that a corrected meaning can be planned again."""


class PlannedFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file the plan attaches, as the page script asks for it."""

    sha256: str
    name: str
    type: str
    size: int


class PlanView(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A plan with what goes with it. `attempt` and `posting` are None where the page is of no known job."""

    plan: Plan
    attempt: Attempt | None
    posting: Posting | None
    files: tuple[PlannedFile, ...] = ()


class Planner:
    """Snapshot → stored plan. Remembers snapshots in memory only: they hold what a page showed."""

    def __init__(self, store: Store, search: SearchAgent, resumes: ResumeAgent) -> None:
        self._store = store
        self._search = search
        self._resumes = resumes
        self._snapshots: OrderedDict[str, Snapshot] = OrderedDict()

    async def plan(
        self,
        snapshot: Snapshot,
        posting: Posting | None,
        attempt: Attempt | None,
        corrections: dict[str, str] | None = None,
        model: Model | None = None,
    ) -> PlanView:
        """Decide and store what goes into the page. Raises BadInput while there is no profile.

        With a `model`, what no rule knows is proposed by it, for review; raises ModelError where it does not answer.
        """
        profile = self._search.scoring.shown(posting)
        if profile is None:
            raise BadInput("There is no profile yet.", "Import a resume in the dashboard first.")
        resume = self.resume(posting, attempt)
        meanings = _understood(self._store, snapshot, corrections or {})
        if model is not None:
            meanings = await propose(snapshot, meanings, model)
        decided = await asyncio.to_thread(
            decide,
            snapshot,
            profile,
            self._store.answers.where(),
            posting=posting,
            resume=resume,
            company_history=self._earlier(posting),
            meanings=meanings,
        )
        attempt_id = attempt.id if attempt else ""
        with self._store.commit():
            plan = self._store.plans.add(msgspec.structs.replace(marked(decided, meanings), attempt_id=attempt_id))
            note_plan(self._store, plan)
        self._remember(plan.id, snapshot)
        wanted = {action.file for action in plan.actions if action.kind == "attach"}
        files = tuple(
            PlannedFile(sha256=one.sha256, name=one.name, type=PDF, size=one.size)
            for one in self.files(resume)
            if one.sha256 in wanted
        )
        return PlanView(plan=plan, attempt=attempt, posting=posting, files=files)

    def snapshot(self, plan_id: str) -> Snapshot:
        """The snapshot a plan was made for. Raises NotFound when that is too long ago."""
        try:
            return self._snapshots[plan_id]
        except KeyError:
            raise NotFound("This plan is too old to be changed.", "Look at the form again.") from None

    def resume(self, posting: Posting | None, attempt: Attempt | None) -> Resume | None:
        """The version to attach: the attempt's own, else the newest for the posting."""
        if attempt is not None and attempt.resume_id and (own := self._store.resumes.find(attempt.resume_id)):
            return own
        return self._resumes.latest(posting.id) if posting is not None else None

    def files(self, resume: Resume | None) -> tuple[SentFile, ...]:
        """The files that could be attached."""
        if resume is None or not resume.pdf:
            return ()
        size = len(self._store.blobs.get(resume.pdf))
        return (SentFile(name=resume.file_name or "resume.pdf", sha256=resume.pdf, size=size),)

    def _earlier(self, posting: Posting | None) -> list[Attempt]:
        """Attempts at the same employer that were sent or may have been."""
        if posting is None or not posting.company:
            return []
        company = posting.company.casefold()
        applications = self._store.applications.where(lambda one: one.company.casefold() == company)
        attempts = [self._store.attempts.find(name) for one in applications for name in one.attempts]
        return [one for one in attempts if one is not None and one.state in ("submitted", "unknown")]

    def _remember(self, plan_id: str, snapshot: Snapshot) -> None:
        self._snapshots[plan_id] = snapshot
        while len(self._snapshots) > _REMEMBERED:
            self._snapshots.popitem(last=False)


def _understood(store: Store, snapshot: Snapshot, corrections: dict[str, str]) -> tuple[Meaning, ...]:
    """What the fields ask: as understood, as the person taught, and as they say of this form."""
    return tuple(
        msgspec.structs.replace(one, key=corrections[one.field_id], confidence=1.0, rule=SAID_NOW)
        if one.field_id in corrections
        else one
        for one in taught(store, snapshot)
    )
