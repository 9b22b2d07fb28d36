"""The whole road, once: resume → profile → posting → match → resume → form → approval → sending → evidence → receipt.

Everything goes through the same agents as in real use. Started again after any crash it goes on from what is on record,
and never sends a second application.
"""

import asyncio
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Literal

import httpx
import msgspec

from companion.agents import Services
from companion.apply import OPEN, verify
from companion.demo.comparison import FieldCheck, compare
from companion.demo.employer import Employer, Received
from companion.demo.person import facts_of_hers, her_answers
from companion.demo.sample import sample_pdf
from companion.errors import ApplyError, SincerelyError
from companion.intake import CapturedPage
from companion.model.application import Attempt
from companion.model.document import now
from companion.model.posting import Posting

StepName = Literal["profile", "capture", "match", "resume", "plan", "approve", "submit", "verify", "receipt"]
STEPS: tuple[StepName, ...] = (
    "profile", "capture", "match", "resume", "plan", "approve", "submit", "verify", "receipt",
)  # fmt: skip
_TRIES = 3
_WAIT = 180.0
_PAUSE = 0.05


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step as it begins or ends. `text` is for the person watching."""

    name: StepName
    state: Literal["started", "done", "failed"]
    text: str = ""


class DemoResult(msgspec.Struct, frozen=True, kw_only=True):
    """How it went. `received` is the number of applications the employer has on record; it must be 1."""

    ok: bool
    failed: str = ""
    problem: str = ""
    score: int | None = None
    posting_id: str = ""
    resume_id: str = ""
    resume_pages: int = 0
    attempt_id: str = ""
    state: str = ""
    evidence: tuple[str, ...] = ()
    application: str = ""
    received: int = 0
    fields: tuple[FieldCheck, ...] = ()
    receipt_id: str = ""
    receipt_valid: bool = False
    employer: str = ""


Progress = Callable[[Step], None]


async def walk(services: Services, employer: Employer, progress: Progress) -> DemoResult:
    """Walk the road with the made-up person and `employer`; each step tells `progress`. Never raises SincerelyError:
    the result says which step failed and why."""
    return await _Journey(services, employer, progress).walk()


class _Journey:
    def __init__(self, services: Services, employer: Employer, progress: Progress) -> None:
        self._services, self._employer, self._progress = services, employer, progress
        self._store = services.store
        self._result = DemoResult(ok=False, employer=employer.origin)
        self._at: StepName = "profile"

    async def walk(self) -> DemoResult:
        try:
            await self._profile()
            posting = await self._capture()
            self._match(posting)
            await self._resume(posting)
            attempt = await self._apply(posting)
            self._verify(attempt)
            self._receipt(self._store.attempts.get(attempt.id))
        except SincerelyError as error:
            self._progress(Step(name=self._at, state="failed", text=error.message))
            self._note(failed=self._at, problem=f"{error.message} {error.hint}".strip())
        else:
            self._note(ok=True)
        return self._result

    async def _profile(self) -> None:
        self._begin("profile", "Reading her resume from a PDF")
        profile = self._services.search.profile()
        if profile is None:
            profile = await self._services.resumes.import_profile(sample_pdf(), "mara-lindqvist.pdf")
        stated = facts_of_hers(profile)
        if stated != profile:
            profile = self._services.profiles.keep(stated)
        self._done(f"{profile.basics.name}: {len(profile.work)} jobs, {len(profile.skills)} groups of skills")

    async def _capture(self) -> Posting:
        self._begin("capture", "Capturing the job page")
        async with httpx.AsyncClient(trust_env=False) as client:
            page = (await client.get(self._employer.posting_url)).text
        posting = await self._services.search.capture(
            CapturedPage(url=self._employer.posting_url, html=page, captured_at=now())
        )
        with self._store.commit():
            for answer in her_answers(posting.id):
                if self._store.answers.find(answer.id) is None:
                    self._store.answers.add(answer)
        self._note(posting_id=posting.id)
        self._done(f"{posting.title} at {posting.company}")
        return posting

    def _match(self, posting: Posting) -> None:
        self._begin("match", "Scoring it against her profile")
        match = self._services.search.view(posting.id).match
        if match is None:
            raise ApplyError("The posting was not scored.")
        self._note(score=match.score)
        self._done(f"{match.score} of 100; matched {', '.join(one.name for one in match.matched[:6])}")

    async def _resume(self, posting: Posting) -> None:
        self._begin("resume", "Tailoring her resume")
        resume = self._services.resumes.latest(posting.id) or await self._services.resumes.tailor(posting.id)
        self._note(resume_id=resume.id, resume_pages=resume.pages)
        self._done(f"{resume.file_name or 'resume.pdf'}, {resume.pages} page{'s' if resume.pages != 1 else ''}")

    async def _apply(self, posting: Posting) -> Attempt:
        """Prepare, approve and send, until an attempt is known to have gone through; each new try is a new attempt,
        and there is none while the last one may have been received."""
        for _ in range(_TRIES):
            attempt = self._latest(posting)
            if attempt is not None and attempt.state == "unknown":
                attempt = await self._look_again(attempt)
            if attempt is None or attempt.state in OPEN | {"failed"}:
                attempt = await self._send(await self._approve(await self._prepare(posting)))
            if attempt.state == "submitted":
                self._note(attempt_id=attempt.id, state=attempt.state, evidence=tuple(e.seen for e in attempt.evidence))
                return attempt
        raise ApplyError("The application could not be sent.", "Run the demo again; what is on record is kept.")

    async def _prepare(self, posting: Posting) -> Attempt:
        self._begin("plan", "Filling the form without sending it")
        attempt = self._latest(posting)
        if attempt is None or attempt.state not in ("ready", "approved"):
            attempt = await self._services.applications.prepare(posting.id)
            attempt = await self._until(attempt.id, OPEN - {"saved", "preparing"} | {"failed"})
        if attempt.state not in ("ready", "approved"):
            raise ApplyError(f"The form could not be filled whole. {attempt.problem}")
        filled = sum(action.kind != "leave" for page in attempt.pages for action in page.actions)
        self._done(f"{len(attempt.pages)} pages, {filled} answers, every one read back")
        return attempt

    async def _approve(self, attempt: Attempt) -> Attempt:
        self._begin("approve", "Approving exactly what will be sent")
        approved = await self._services.applications.approve(attempt.id, attempt.content_hash)
        self._done(f"content {approved.approval[:12]}")
        return approved

    async def _send(self, attempt: Attempt) -> Attempt:
        self._begin("submit", "Sending it in a headless browser")
        await self._services.applications.submit(attempt.id)
        settled = await self._until(attempt.id, {"submitted", "unknown", "failed", "ready", "needs_answers"})
        if settled.state == "unknown":
            settled = await self._look_again(settled)
        self._done(f"{settled.state}: {settled.evidence[0].seen if settled.evidence else settled.problem}")
        return settled

    async def _look_again(self, attempt: Attempt) -> Attempt:
        self._begin("submit", "The last try was interrupted: looking what the employer has on record")
        # The employer runs inside this very process: what it has not on record by now it never received.
        settled = await self._services.applications.look_again(attempt.id, quiet=timedelta(0))
        if settled.state == "unknown":
            raise ApplyError("It is not known whether the application went through.", "Run the demo again.")
        self._done(settled.evidence[-1].seen)
        return settled

    def _verify(self, attempt: Attempt) -> None:
        self._begin("verify", "Comparing what the employer received with the plan")
        received: Sequence[Received] = self._employer.record.all()
        self._note(received=len(received), application=received[-1].id if received else "")
        if len(received) != 1:
            raise ApplyError(f"The employer has {len(received)} applications on record; it must be one.")
        checks = compare(attempt, received[0])
        self._note(fields=checks)
        if wrong := [one.label for one in checks if not one.same]:
            raise ApplyError(f"Received otherwise than planned: {', '.join(wrong)}")
        self._done(f"{len(checks)} of {len(checks)} values arrived as planned, application {received[0].id}")

    def _receipt(self, attempt: Attempt) -> None:
        self._begin("receipt", "Checking the sealed receipt")
        verdict = verify(self._store.blobs.get(attempt.receipt))
        self._note(receipt_id=attempt.receipt, receipt_valid=verdict.valid)
        if not verdict.valid:
            raise ApplyError(f"The receipt does not verify: {' '.join(verdict.reasons)}")
        self._done(f"valid, signed with key {verdict.key}")

    def _latest(self, posting: Posting) -> Attempt | None:
        attempts = self._store.attempts.by("canonical_key", posting.canonical_key)
        return max(attempts, key=lambda one: one.created_at, default=None)

    async def _until(self, attempt_id: str, states: frozenset[str] | set[str]) -> Attempt:
        async with asyncio.timeout(_WAIT):
            while True:
                attempt = self._store.attempts.get(attempt_id)
                if attempt.state in states:
                    return attempt
                await asyncio.sleep(_PAUSE)

    def _begin(self, name: StepName, text: str) -> None:
        self._at = name
        self._progress(Step(name=name, state="started", text=text))

    def _done(self, text: str) -> None:
        self._progress(Step(name=self._at, state="done", text=text))

    def _note(self, **changes: object) -> None:
        self._result = msgspec.structs.replace(self._result, **changes)
