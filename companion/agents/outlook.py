"""What all other jobs say of one: its likely pay, its chance of a reply, jobs like it, the words that are its own."""

import heapq
import itertools
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence

from companion.agents.catalogue import Catalogue, Listed
from companion.matching.chance import Chance, chance
from companion.matching.likeness import Alike, Line, more_like, rarity, side_by_side, telling
from companion.matching.salary import Estimate, estimate, near
from companion.model.posting import Posting, Requirements
from companion.model.profile import Profile
from companion.model.run import Event
from companion.store import Store

_REPLIED = frozenset({"viewed", "interview", "offer", "rejected"})
_SENT = _REPLIED | {"submitted"}
_COMPARED, _PAID, _LOOKED_AT = 500, 200, 2_000
"""Newest postings that one is compared with, whose pay is used, and among which such are looked for: a click waits."""
_KEPT = 2 * _COMPARED
"""Requirements kept decoded: one job after the other is compared with much the same ones."""


class Outlook:
    """Answers from the person's own postings and applications."""

    def __init__(self, store: Store, catalogue: Catalogue) -> None:
        self._store = store
        self._catalogue = catalogue
        self._asked: OrderedDict[str, Requirements | None] = OrderedDict()
        store.listen(self._forget)

    def salary(self, posting: Posting, profile: Profile | None) -> Estimate | None:
        """What like postings pay; None where this one says it itself, or too few do."""
        if posting.pay is not None:
            return None
        paid = self._newest(lambda line: line.pay > 0, _LOOKED_AT)
        like = self._with_requirements(itertools.islice((one for one in paid if near(posting, one)), _PAID))
        rates = profile.preferences.rates if profile else {}
        return estimate(posting, ((one, wanted.occupations) for one, wanted in like), rates)

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
        pairs = self._with_requirements(self._newest(lambda line: not line.dismissed, _COMPARED))
        others = {one.id: one for one, _ in pairs}
        return tuple((others[one.posting_id], one) for one in more_like(posting, wanted, pairs, most) if one.shared)

    def telling(self, posting_id: str) -> tuple[str, ...]:
        """The phrases that set this ad apart from the person's other postings."""
        wanted, posting = self._store.requirements.find(posting_id), self._store.postings.find(posting_id)
        if wanted is None or posting is None:
            return ()
        others = self._with_requirements(self._newest(lambda _: True, _COMPARED))
        return telling(wanted, rarity(asked for _, asked in others), posting.company)

    def side_by_side(self, posting_ids: Sequence[str]) -> tuple[Line, ...]:
        """What several jobs ask for, line by line, and what of it the profile has."""
        return side_by_side(
            [(self._store.requirements.find(one), self._store.matches.find(one)) for one in posting_ids]
        )

    def _newest(self, fits: Callable[[Listed], bool], most: int) -> Iterator[Posting]:
        lines = heapq.nlargest(most, filter(fits, self._catalogue.lines()), key=lambda line: line.captured_at)
        return (one for line in lines if (one := self._store.postings.find(line.id)) is not None)

    def _with_requirements(self, postings: Iterable[Posting]) -> list[tuple[Posting, Requirements]]:
        return [(one, asked) for one in postings if (asked := self._requirements(one.id)) is not None]

    def _requirements(self, posting_id: str) -> Requirements | None:
        try:
            return self._asked[posting_id]
        except KeyError:
            asked = self._asked[posting_id] = self._store.requirements.find(posting_id)
            while len(self._asked) > _KEPT:
                self._asked.popitem(last=False)
            return asked

    def _forget(self, events: tuple[Event, ...]) -> None:
        for event in events:
            if event.kind == "requirements":
                self._asked.pop(event.id, None)
            elif event.kind == "everything":
                self._asked.clear()
