"""The states of an attempt: begin, plan, approve, submit, settle, each one atomic commit with its application.

No posting is claimed twice: the check over all attempts of a canonical key and the claim are one commit. An approval
holds for one content hash and is void as soon as that changes.
"""

import hashlib
from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec

from companion.apply.approval import content_hash, differences, file_differences, told
from companion.apply.claim import objection, sent_before
from companion.apply.evidence import Verdict
from companion.errors import AlreadyApplied, ApprovalVoid, IllegalTransition
from companion.model.application import (
    TRANSITIONS,
    Application,
    Attempt,
    AttemptState,
    Channel,
    EvidenceItem,
    Outcome,
    Page,
    SentFile,
    Transition,
)
from companion.model.document import new_id, now
from companion.model.posting import Posting
from companion.privacy.noting import note_attempt
from companion.store import Store

OPEN: frozenset[AttemptState] = frozenset({"saved", "preparing", "needs_answers", "ready", "approved"})
"""Nothing of these attempts was sent."""


class Attempts:
    """Every change of an attempt goes through here; the store enforces the transitions a second time."""

    def __init__(self, store: Store, clock: Callable[[], datetime] = now) -> None:
        self._store = store
        self._clock = clock

    def begin(
        self,
        posting: Posting,
        *,
        channel: Channel,
        profile_id: str = "",
        resume_id: str = "",
        repeat: bool = False,
        cooldown: timedelta = timedelta(0),
        same: Collection[str] = (),
    ) -> Attempt:
        """Claim the job: the open attempt where there is one, else a new one, `preparing`.

        Raises AlreadyApplied when an attempt at the same job was or may have been sent (`same` are canonical keys
        under which other boards advertise it), or the same employer was applied to less than `cooldown` ago; `repeat`
        (the person's explicit wish) overrides both, but never an attempt that is being sent or whose outcome is
        unknown.
        """
        with self._store.commit():
            for other in self._store.attempts.by("canonical_key", posting.canonical_key):
                if other.state in OPEN:
                    return other
            against = objection(self._store, posting, self._clock(), same=same, cooldown=cooldown, repeat=repeat)
            if against is not None:
                raise against
            attempt = Attempt(
                id=new_id(),
                posting_id=posting.id,
                canonical_key=posting.canonical_key,
                profile_id=profile_id,
                resume_id=resume_id,
                channel=channel,
                state="preparing",
                repeat=repeat,
                same=tuple(key for key in same if key != posting.canonical_key),
                created_at=self._clock(),
                history=(Transition(state="preparing", at=self._clock()),),
            )
            return self._record(self._store.attempts.add(attempt), posting)

    def applied_by_hand(self, posting: Posting) -> Attempt:
        """The person says that they applied by themselves. Raises AlreadyApplied where that is on record."""
        with self._store.commit():
            for other in self._store.attempts.by("canonical_key", posting.canonical_key):
                if other.state in ("submitted", "submitting"):
                    raise AlreadyApplied("This application is on record already.")
                if other.state == "unknown":
                    return self.settle(other.id, "submitted", "You said that it went through.", (self._word(True),))
                if other.state in OPEN:
                    self.move(other.id, "failed", "You applied by yourself.")
            moment = self._clock()
            attempt = Attempt(
                id=new_id(),
                posting_id=posting.id,
                canonical_key=posting.canonical_key,
                channel="manual",
                state="submitted",
                evidence=(self._word(True),),
                created_at=moment,
                history=(Transition(state="submitted", at=moment, why="You applied by yourself."),),
            )
            return self._record(self._store.attempts.add(attempt), posting)

    def planned(
        self,
        attempt_id: str,
        pages: Sequence[Page],
        files: Sequence[SentFile],
        *,
        complete: bool,
        why: str = "",
        problem: str = "",
        plan_ids: Sequence[str] = (),
        screenshots: Sequence[str] = (),
    ) -> Attempt:
        """What would be sent is known: `ready`, or `needs_answers` where something is missing.

        An approval survives only where the content is the very same; where it does not, the history says what
        differs. `problem` is shown to the person whatever the state.
        """
        with self._store.commit():
            attempt = self._store.attempts.get(attempt_id)
            digest = content_hash(attempt.canonical_key, pages, files)
            if attempt.state == "approved" and attempt.approval == digest and complete:
                if tuple(pages) == attempt.pages:
                    return attempt
                return self._store.attempts.replace(  # the same content, now with what was read back of it
                    msgspec.structs.replace(attempt, pages=tuple(pages), plan_ids=tuple(plan_ids))
                )
            void = bool(attempt.approval) and attempt.approval != digest
            if void and not why:
                found = (*differences(attempt.pages, pages), *file_differences(attempt.files, files))
                why = f"Not what you approved: {told(found)}"[:1000]
            return self.move(
                attempt_id,
                "ready" if complete else "needs_answers",
                why,
                pages=tuple(pages),
                files=tuple(files),
                plan_ids=tuple(plan_ids),
                screenshots=tuple(screenshots),
                content_hash=digest,
                approval="",
                approved_at=None,
                problem=problem or (why if void or not complete else ""),
            )

    def hand_over(self, attempt_id: str, state: AttemptState, why: str, **changes: Any) -> Attempt:
        """Go on in the person's own tab with what is planned; what was read back elsewhere counts no more there."""
        pages = tuple(msgspec.structs.replace(one, results=()) for one in self._store.attempts.get(attempt_id).pages)
        return self.move(attempt_id, state, why, channel="tab", pages=pages, **changes)

    def approve(self, attempt_id: str, digest: str) -> Attempt:
        """The person approves exactly `digest`. Raises ApprovalVoid where something else would be sent."""
        with self._store.commit():
            attempt = self._store.attempts.get(attempt_id)
            if attempt.state == "approved" and attempt.approval == digest:
                return attempt
            if not digest or attempt.content_hash != digest:
                raise ApprovalVoid("What would be sent is not what you saw.", "Look at it again and approve that.")
            return self.move(attempt_id, "approved", "", approval=digest, approved_at=self._clock())

    def submitting(self, attempt_id: str, digest: str = "") -> Attempt:
        """Durable before the submit click, and at most once: a second caller gets IllegalTransition.

        Raises ApprovalVoid, and AlreadyApplied where the same job went out headlessly from another board meanwhile.
        """
        with self._store.commit():
            attempt = self._store.attempts.get(attempt_id)
            if attempt.state != "approved":
                raise IllegalTransition(f"An attempt that is {attempt.state} cannot be sent.", "Approve it first.")
            if attempt.approval != attempt.content_hash or (digest and digest != attempt.approval):
                raise ApprovalVoid("What would be sent is not what you approved.", "Look at it again and approve that.")
            keys = {attempt.canonical_key, *attempt.same}
            # In their own tab the person sees the form and submits by themselves: that is their decision.
            if attempt.channel == "headless" and not attempt.repeat and sent_before(self._store, keys, but=attempt.id):
                raise AlreadyApplied("This job was applied to meanwhile, under another address.", "Look at that one.")
            return self.move(attempt_id, "submitting")

    def settle(
        self, attempt_id: str, verdict: Verdict, why: str, evidence: Sequence[EvidenceItem], **changes: Any
    ) -> Attempt:
        """Add evidence and move to what it adds up to; the same verdict again only adds the evidence."""
        with self._store.commit():
            attempt = self._store.attempts.get(attempt_id)
            changes["evidence"] = (*attempt.evidence, *evidence)
            changes["problem"] = "" if verdict == "submitted" else why[:1000]
            if attempt.state == verdict:
                return self._store.attempts.replace(msgspec.structs.replace(attempt, **changes))
            return self.move(attempt_id, verdict, why, **changes)

    def person_says(self, attempt_id: str, went_through: bool) -> Attempt:
        """The person settles an `unknown` attempt: their word is the weakest evidence, and evidence all the same."""
        why = "You said that it went through." if went_through else "You said that it did not go through."
        return self.settle(attempt_id, "submitted" if went_through else "failed", why, (self._word(went_through),))

    def recover(self) -> list[Attempt]:
        """At start: whatever was being sent when the companion stopped has an unknown outcome."""
        return [
            self.move(attempt.id, "unknown", "The companion stopped while it was being sent.")
            for attempt in self._store.attempts.by("state", "submitting")
        ]

    def outcome(self, canonical_key: str, outcome: Outcome, why: str = "") -> Application:
        """What became of the application. Raises IllegalTransition before anything was submitted."""
        with self._store.commit():
            found = self._store.applications.by("canonical_key", canonical_key)
            if not found or found[0].status in OPEN | {"submitting", "failed"}:
                raise IllegalTransition("Nothing was sent for this job yet.", "Mark it as applied first.")
            step = Transition(state=outcome, at=self._clock(), why=why[:1000])
            changed = msgspec.structs.replace(found[0], status=outcome, history=(*found[0].history, step))
            return self._store.applications.replace(changed)

    def move(self, attempt_id: str, state: AttemptState, why: str = "", **changes: Any) -> Attempt:
        """One transition with its reason, together with the application's status. Raises IllegalTransition."""
        with self._store.commit():
            attempt = self._store.attempts.get(attempt_id)
            if state != attempt.state and state not in TRANSITIONS[attempt.state]:
                raise IllegalTransition(
                    f"An attempt that is {attempt.state} cannot become {state}.", "Reload to see where it stands."
                )
            step = Transition(state=state, at=self._clock(), why=why[:1000])
            moved = msgspec.structs.replace(attempt, state=state, history=(*attempt.history, step)[-200:], **changes)
            stored = self._store.attempts.replace(moved)
            note_attempt(self._store, stored)
            return self._record(stored, None)

    def _record(self, attempt: Attempt, posting: Posting | None) -> Attempt:
        """Keep the application of this job in step with its attempt."""
        identity = hashlib.sha256(attempt.canonical_key.encode()).hexdigest()[:32]
        known = self._store.applications.find(identity)
        step = Transition(state=attempt.state, at=self._clock(), why=attempt.history[-1].why)
        if known is None:
            about = posting or self._store.postings.get(attempt.posting_id)
            self._store.applications.add(
                Application(
                    id=identity,
                    posting_id=about.id,
                    canonical_key=attempt.canonical_key,
                    company=about.company,
                    title=about.title,
                    attempts=(attempt.id,),
                    status=attempt.state,
                    history=(step,),
                    created_at=self._clock(),
                )
            )
        else:
            attempts = known.attempts if attempt.id in known.attempts else (*known.attempts, attempt.id)
            history = known.history if known.status == attempt.state else (*known.history, step)[-200:]
            self._store.applications.replace(
                msgspec.structs.replace(known, attempts=attempts, status=attempt.state, history=history)
            )
        return attempt

    def _word(self, went_through: bool) -> EvidenceItem:
        seen = "The person says it went through" if went_through else "The person says it did not go through"
        return EvidenceItem(kind="person", sign="message", supports=went_through, seen=seen, at=self._clock())
