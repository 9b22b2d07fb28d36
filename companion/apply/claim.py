"""Whether a job may be claimed: never twice, under no address, and an employer may want to be left in peace a while.

Read inside the commit that claims; nothing here writes.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from companion.apply.employer import name_words
from companion.errors import AlreadyApplied
from companion.model.application import Attempt
from companion.model.posting import Posting
from companion.store import Store

_SENT = ("submitting", "unknown", "submitted")


def objection(
    store: Store,
    posting: Posting,
    at: datetime,
    *,
    same: Collection[str] = (),
    cooldown: timedelta = timedelta(0),
    repeat: bool = False,
) -> AlreadyApplied | None:
    """Why no attempt at `posting` may begin, None where one may.

    `same` are canonical keys under which other boards advertise this very job. `repeat` (the person's explicit wish)
    overrides what was submitted and the cooldown, never what is being sent or may have been received.
    """
    sent = sent_before(store, {posting.canonical_key, *same})
    if any(one.state != "submitted" for one in sent):
        return AlreadyApplied(
            "An attempt at this job may have gone through.", "Settle it first: look again, or say how it went."
        )
    if repeat:
        return None
    if sent:
        where = "" if any(one.canonical_key == posting.canonical_key for one in sent) else " under another address"
        return AlreadyApplied(
            f"You applied to this job already{where}.", "To apply again on purpose, choose “Apply again”."
        )
    if cooldown and (name := name_words(posting.company)) and _lately(store, name, at - cooldown):
        return AlreadyApplied(
            f"You applied to {posting.company} less than {cooldown.days} days ago.", "Wait, or choose “Apply again”."
        )
    return None


def sent_before(store: Store, keys: Collection[str], but: str = "") -> list[Attempt]:
    """Attempts at one job, known by any of `keys`, that were or may have been sent; without the one named `but`."""
    found = (one for state in _SENT for one in store.attempts.by("state", state))
    return [one for one in found if one.id != but and not {one.canonical_key, *one.same}.isdisjoint(keys)]


def _lately(store: Store, name: tuple[str, ...], since: datetime) -> bool:
    """Whether anything went to the employer of that name after `since`."""
    return any(
        attempt.state in _SENT and attempt.history[-1].at > since
        for application in store.applications.where(lambda one: name_words(one.company) == name)
        for attempt in store.attempts.by("canonical_key", application.canonical_key)
    )
