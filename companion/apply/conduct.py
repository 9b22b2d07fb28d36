"""From attempt to outcome: rehearse and record what would be sent; send what was approved, judge, seal a receipt."""

import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import msgspec

from companion.apply.approval import differences, told
from companion.apply.attempts import OPEN, Attempts
from companion.apply.breakers import Breakers
from companion.apply.drift import watch
from companion.apply.driver import Driver
from companion.apply.errand import Errand, Walk
from companion.apply.evidence import Verdict
from companion.apply.filling import Planner
from companion.apply.hands import Attachment
from companion.apply.receipt import seal
from companion.apply.routing import route
from companion.apply.settling import ended, for_the_person, stopped_halfway
from companion.apply.site import site
from companion.errors import ApplyError, IllegalTransition
from companion.forms import schema_hash
from companion.model.application import Application, Attempt, EvidenceItem, Page, Proposal, SentFile
from companion.model.document import now
from companion.model.form import Plan, Snapshot
from companion.store import Store


class FileToSend(msgspec.Struct, frozen=True, kw_only=True):
    """A file under the name the employer will see."""

    name: str
    data: bytes
    kind: str = "application/pdf"

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


class Conduct:
    """One attempt at a time through the driver; every state on the way is durable before the next step."""

    def __init__(
        self,
        store: Store,
        driver: Driver,
        *,
        clock: Callable[[], datetime] = now,
        patience: float = 30.0,
        partners: frozenset[str] = frozenset(),
        breakers: Breakers | None = None,
    ) -> None:
        self.attempts = Attempts(store, clock)
        self._breakers = breakers or Breakers()
        self._store, self._driver, self._clock, self._patience = store, driver, clock, patience
        self._partners = partners

    async def rehearse(self, attempt_id: str, planner: Planner, files: Sequence[FileToSend]) -> Attempt:
        """Fill the form without sending anything: the attempt becomes `ready`, or `needs_answers` with what is missing.

        A challenge or a login moves it to the person's tab. Raises NoBrowser, NetError (also where the site failed
        several times in a row and is left alone); nothing is lost then.
        """
        attempt = self._store.attempts.get(attempt_id)
        if attempt.state not in OPEN:
            raise IllegalTransition(f"An attempt that is {attempt.state} is not prepared again.")
        walk = await self._rehearse(attempt, self._errand(attempt, planner, files))
        return self._planned(attempt_id, walk, files)

    async def foresee(self, attempt_id: str, form: Snapshot, planner: Planner, files: Sequence[FileToSend]) -> Attempt:
        """Plan a form its ATS published, before any page opens: what is missing is known while there is time to ask.

        What the page really asks is planned again when it is open; only that can be approved and sent.
        """
        attempt = self._store.attempts.get(attempt_id)
        plan = await planner(form)
        page = Page(url=form.url, schema_hash=schema_hash(form), actions=plan.actions)
        missing = [action.label for action in plan.actions if action.kind == "leave" and action.required]
        return self.attempts.planned(
            attempt_id,
            [page],
            _sent_files([page], files),
            complete=not missing,
            why=f"These questions need you: {', '.join(missing)}"[:1000] if missing else "",
            plan_ids=[self._keep(plan, attempt)],
        )

    async def send(self, attempt_id: str, planner: Planner, files: Sequence[FileToSend]) -> Attempt:
        """Send what was approved, once. The attempt ends `submitted`, `failed` or `unknown`, with a receipt.

        Where the form asks anything else than what was approved, nothing is sent and it is `ready` or `needs_answers`
        again; a challenge or login hands it to the person's tab. Raises IllegalTransition, ApprovalVoid, NoBrowser,
        NetError, all before anything was sent.
        """
        attempt = self._store.attempts.get(attempt_id)
        if attempt.state != "approved":
            raise IllegalTransition(f"An attempt that is {attempt.state} cannot be sent.", "Approve it first.")
        if attempt.channel == "tab":
            raise IllegalTransition("This form is filled in your own tab.", "Submit it there.")

        walk = await self._walk(attempt, self._errand(attempt, planner, files))
        if walk.clicked:
            return self._settled(attempt_id, walk, files)
        if walk.kind == "changed":
            again = await self._rehearse(attempt, self._errand(attempt, planner, files))
            asked = told(walk.changed)
            more = "".join(f"; {one.label}" for one in again.missing if one.label.rstrip(" :*✱") not in asked)
            return self._planned(attempt_id, again, files, f"{walk.needs} {asked}{more}")
        return self._planned(attempt_id, walk, files)

    async def look_again(self, attempt_id: str, *, quiet: timedelta = timedelta(minutes=1)) -> Attempt:
        """Ask the employer's own site about an attempt whose outcome is unknown. Raises IllegalTransition, NetError.

        "No such application" settles it as failed only once nothing was sent for `quiet`: it might still be on its way.
        """
        attempt = self._store.attempts.get(attempt_id)
        if attempt.state != "unknown":
            raise IllegalTransition(f"An attempt that is {attempt.state} is settled or not sent.")
        posting = self._store.postings.get(attempt.posting_id)
        at = self._clock()
        found = await self._driver.look(posting.url, attempt.pages)
        sent = max((step.at for step in attempt.history if step.state == "submitting"), default=attempt.created_at)
        if any(item.supports for item in found):
            verdict: Verdict = "submitted"
        elif found and at - sent >= quiet:
            verdict = "failed"
        else:
            verdict = "unknown"
        why = found[0].seen if found else "The employer's site says nothing about it."
        with self._store.commit():
            self.attempts.settle(attempt_id, verdict, why, found)
            return seal(self._store, attempt_id, posting, at)

    def accept(self, proposal: Proposal) -> Application:
        """The person confirms what was read: an outcome, or that an unknown attempt was received after all."""
        application = self._store.applications.get(proposal.application_id)
        if proposal.news != "confirmed":
            return self.attempts.outcome(application.canonical_key, proposal.news, proposal.sentence)
        at = self._clock()
        item = EvidenceItem(
            kind="email" if proposal.source == "email" else "page",
            sign="message" if proposal.source == "email" else "record",
            supports=True,
            seen=f"{'An e-mail' if proposal.source == 'email' else proposal.sender} says: {proposal.sentence}"[:1000],
            reference=proposal.reference,
            at=at,
        )
        for attempt in self._store.attempts.by("canonical_key", application.canonical_key):
            if attempt.state in ("unknown", "submitted"):
                posting = self._store.postings.get(attempt.posting_id)
                with self._store.commit():
                    self.attempts.settle(attempt.id, "submitted", item.seen, (item,))
                    seal(self._store, attempt.id, posting, at)
        return self._store.applications.get(application.id)

    async def _walk(self, attempt: Attempt, errand: Errand) -> Walk:
        async def on_submitting() -> None:
            self.attempts.submitting(attempt.id, attempt.approval)

        try:
            return await self._breakers.through(
                self._site(attempt), lambda: self._driver.send(errand, attempt.pages, on_submitting)
            )
        except BaseException:  # also when it is cancelled: what may have been sent is unknown
            if self._store.attempts.get(attempt.id).state == "submitting":
                self.attempts.settle(attempt.id, "unknown", "It was interrupted while it was being sent.", ())
            raise

    async def _rehearse(self, attempt: Attempt, errand: Errand) -> Walk:
        return await self._breakers.through(self._site(attempt), lambda: self._driver.rehearse(errand))

    def _site(self, attempt: Attempt) -> str:
        """What fails together: all forms of an ATS, and of an unknown one those of its site."""
        posting = self._store.postings.get(attempt.posting_id)
        url = posting.apply_url or posting.url
        return route(url, posting.ats).ats.capitalize() or site(url)

    def _errand(self, attempt: Attempt, planner: Planner, files: Sequence[FileToSend]) -> Errand:
        posting = self._store.postings.get(attempt.posting_id)
        url = posting.apply_url or posting.url
        known = route(url, posting.ats)
        return Errand(
            url=url,
            planner=planner,
            attachments=tuple(
                Attachment.of(one.data, sha256=one.sha256, name=one.name, kind=one.kind) for one in files
            ),
            partners=self._partners | {*known.hosts, *known.partners},
            patience=self._patience,
        )

    def _planned(self, attempt_id: str, walk: Walk, files: Sequence[FileToSend], why: str = "") -> Attempt:
        """Record a rehearsal, or a sending that stopped before anything was sent."""
        attempt = self._store.attempts.get(attempt_id)
        posting = self._store.postings.get(attempt.posting_id)
        if walk.snapshot is not None and not walk.kind:
            watch(self._store, route(posting.apply_url or posting.url, posting.ats), walk.snapshot)
        if attempt.state not in OPEN:  # sent or settled from elsewhere while this was being filled
            return attempt
        if walk.kind == "gone":
            return self.attempts.move(attempt_id, "failed", walk.needs, problem=walk.needs)
        shots = (self._store.blobs.put(walk.screenshot),) if walk.screenshot else ()
        if walk.kind == "moved":
            return self.attempts.move(attempt_id, "needs_answers", walk.needs, problem=walk.needs, screenshots=shots)
        if walk.kind in ("challenge", "login"):
            state = "approved" if attempt.state == "approved" else "needs_answers"
            return self.attempts.hand_over(attempt_id, state, walk.needs, problem=walk.needs, screenshots=shots)
        complete = (walk.complete or walk.staged) and not walk.missing and not walk.kind
        asked = ", ".join(dict.fromkeys(action.label or action.meaning for action in walk.missing))
        reason = why or walk.needs or (f"These questions need you: {asked}" if asked else "")
        if walk.staged and not reason:
            reason = "The form shows its further pages only after this one was sent."
        return self.attempts.planned(
            attempt_id,
            walk.pages,
            _sent_files(walk.pages, files),
            complete=complete,
            why=reason[:1000],
            plan_ids=[self._keep(plan, attempt) for plan in walk.plans],
            screenshots=shots,
        )

    def _keep(self, plan: Plan, attempt: Attempt) -> str:
        linked = msgspec.structs.replace(plan, attempt_id=attempt.id, posting_id=attempt.posting_id)
        known = self._store.plans.find(plan.id)
        if known is None:
            return self._store.plans.add(msgspec.structs.replace(linked, version=0)).id
        return self._store.plans.replace(msgspec.structs.replace(linked, version=known.version)).id

    def _settled(self, attempt_id: str, walk: Walk, files: Sequence[FileToSend]) -> Attempt:
        """Judge what was seen after something was sent, and seal it.

        Where nothing was submitted and it can go on (a further page, another notation, the person's own session), the
        new attempt that does is returned: what was prepared is in it.
        """
        at = self._clock()
        attempt = self._store.attempts.get(attempt_id)
        posting = self._store.postings.get(attempt.posting_id)
        verdict, why, evidence = ended(walk, attempt.pages, at)
        shots = tuple(self._store.blobs.put(one) for one in (walk.screenshot, walk.after) if one)
        sent = tuple(walk.pages)[: len(attempt.pages)] or attempt.pages
        theirs, halfway = for_the_person(walk, evidence), stopped_halfway(walk, attempt.pages)
        with self._store.commit():
            self.attempts.settle(attempt_id, verdict, why, evidence, pages=sent, screenshots=shots)
            sealed = seal(self._store, attempt_id, posting, at)
            if verdict != "failed" or not (walk.staged or walk.anew or theirs or halfway):
                return sealed
            # What the employer asks next, or asks to be written differently, is a new attempt: looked at and approved
            # as a whole.
            onward = self.attempts.begin(
                posting,
                channel="tab" if theirs else attempt.channel,
                profile_id=attempt.profile_id,
                resume_id=attempt.resume_id,
                repeat=attempt.repeat,
                same=attempt.same,
            )
        if walk.staged and not theirs:
            return self._planned(onward.id, walk, files)
        pages = tuple(walk.pages) if walk.staged else walk.anew if walk.anew and not theirs else attempt.pages
        if theirs:
            why = f"{why} {'' if theirs in why else theirs} Go on in your own tab: everything prepared is kept."
        elif walk.anew:
            why = f"{why} Written anew: {told(differences(walk.pages, walk.anew))}"
        why = " ".join(why.split())[:1000]
        return self.attempts.planned(
            onward.id,
            [msgspec.structs.replace(page, results=()) for page in pages],
            _sent_files(pages, files),
            complete=not (theirs or halfway),
            why=why,
            problem=why,
            plan_ids=attempt.plan_ids,
            screenshots=shots,
        )


def _sent_files(pages: Sequence[Page], files: Sequence[FileToSend]) -> tuple[SentFile, ...]:
    by_hash = {one.sha256: one for one in files}
    found: list[SentFile] = []
    for page in pages:
        for action in page.actions:
            if action.kind == "attach" and action.file:
                one = by_hash.get(action.file)
                if one is None:
                    raise ApplyError("The plan names a file that is not there.", "Prepare the application again.")
                found.append(SentFile(name=one.name, sha256=one.sha256, size=len(one.data), field_id=action.field_id))
    return tuple(found)
