"""What all other jobs say of one: its likely pay, its chance of a reply, jobs like it, the words that are its own."""

import heapq
from collections.abc import Callable, Sequence

from companion.matching.chance import Chance, chance
from companion.matching.likeness import Alike, Line, more_like, rarity, side_by_side, telling
from companion.matching.salary import Estimate, estimate, near
from companion.model.posting import Posting, Requirements
from companion.model.profile import Profile
from companion.store import Store

_REPLIED = frozenset({"viewed", "interview", "offer", "rejected"})
_SENT = _REPLIED | {"submitted"}
_COMPARED, _PAID = 500, 200
"""Newest postings that one is compared with: a click waits for it."""


class Outlook:
    """Answers from the person's own postings and applications; keeps nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def salary(self, posting: Posting, profile: Profile | None) -> Estimate | None:
        """What like postings pay; None where this one says it itself, or too few do."""
        if posting.pay is not None:
            return None
        paid = self._newest(lambda one: one.pay is not None and near(posting, one), _PAID)
        rates = profile.preferences.rates if profile else {}
        return estimate(posting, ((one, wanted.occupations) for one, wanted in paid), rates)

    def chance(self, score: int | None) -> Chance | None:
        """How often applications of a like score got a reply; `share` is None where there are too few."""
        if score is None:
            return None
        outcomes: list[tuple[int, bool]] = []
        for application in self._store.applications.where(lambda one: one.status in _SENT):
            match = self._store.matches.find(application.posting_id)
            if match is not None and match.score is not None:
                outcomes.append((match.score, application.status in _REPLIED))
        return chance(score, outcomes)

    def more_like(self, posting_id: str, most: int = 6) -> tuple[tuple[Posting, Alike], ...]:
        """Jobs like this one that the person did not dismiss. Raises NotFound."""
        posting = self._store.postings.get(posting_id)
        wanted = self._store.requirements.find(posting_id)
        if wanted is None:
            return ()
        pairs = self._newest(lambda one: not one.dismissed, _COMPARED)
        others = {one.id: one for one, _ in pairs}
        return tuple((others[one.posting_id], one) for one in more_like(posting, wanted, pairs, most) if one.shared)

    def telling(self, posting_id: str) -> tuple[str, ...]:
        """The phrases that set this ad apart from the person's other postings."""
        wanted = self._store.requirements.find(posting_id)
        if wanted is None:
            return ()
        return telling(wanted, rarity(asked for _, asked in self._newest(lambda _: True, _COMPARED)))

    def side_by_side(self, posting_ids: Sequence[str]) -> tuple[Line, ...]:
        """What several jobs ask for, line by line, and what of it the profile has."""
        return side_by_side(
            [(self._store.requirements.find(one), self._store.matches.find(one)) for one in posting_ids]
        )

    def _newest(self, fits: Callable[[Posting], bool], most: int) -> list[tuple[Posting, Requirements]]:
        postings = heapq.nlargest(most, self._store.postings.where(fits), key=lambda one: one.captured_at)
        return [(one, asked) for one in postings if (asked := self._store.requirements.find(one.id)) is not None]
