"""What changed on a board between two looks at it: opened, closed and edited jobs, told by id and content."""

import hashlib
from collections.abc import Sequence

import msgspec

from companion.intake.draft import Draft


class Changes(msgspec.Struct, frozen=True):
    """ATS job ids by what happened to them."""

    opened: frozenset[str]
    closed: frozenset[str]
    edited: frozenset[str]


def changes(before: Sequence[Draft], after: Sequence[Draft]) -> Changes:
    """Compares two complete listings of one board. A truncated listing would make closed jobs of unseen ones."""
    old = {draft.ats_job: _content(draft) for draft in before}
    new = {draft.ats_job: _content(draft) for draft in after}
    return Changes(
        opened=frozenset(new.keys() - old.keys()),
        closed=frozenset(old.keys() - new.keys()),
        edited=frozenset(job for job in new.keys() & old.keys() if new[job] != old[job]),
    )


def _content(draft: Draft) -> str:
    words = " ".join(draft.description.split())
    said = (draft.title, str(sorted(place.text for place in draft.places)), str(draft.pay), words)
    return hashlib.sha256("\n".join(said).encode()).hexdigest()
