"""Learning from saves, dismissals and applications: words with weights that move a job in the order, never its score.

A word's weight is the smoothed logarithm of how much more often it stands in kept than in passed jobs. Whoever saves
Rust jobs and dismisses jobs at one company sees exactly that, and can mute or reset it.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from companion.intake.identity import company_key
from companion.matching.titles import core
from companion.model.learning import Learned, Lesson
from companion.model.posting import Posting, Requirements

_MOST = 8.0
"""Points of a hundred that all lessons together may move a job by: they break near ties and overturn no evidence."""
_SCALE = 2.0
_LEAST = 2
"""Jobs with a word from which it teaches anything."""
_SHOWN = 40
_WORTH = 0.3
"""Weight under which a word says nothing about the person."""


class Example(msgspec.Struct, frozen=True):
    """One job the person decided on."""

    posting: Posting
    wanted: Requirements
    kept: bool


def learn(examples: Sequence[Example], muted: frozenset[str] = frozenset()) -> tuple[Lesson, ...]:
    """The lessons of `examples`, strongest first; none before at least one job was kept and one was passed."""
    kept, passed = Counter[str](), Counter[str]()
    for one in examples:
        (kept if one.kept else passed).update(set(words(one.posting, one.wanted)))
    yes, no = sum(one.kept for one in examples), sum(not one.kept for one in examples)
    if not yes or not no:
        return ()
    lessons: list[Lesson] = []
    for word in kept.keys() | passed.keys():
        if word in muted or kept[word] + passed[word] < _LEAST:
            continue
        weight = math.log((kept[word] + 0.5) / (yes + 1)) - math.log((passed[word] + 0.5) / (no + 1))
        if abs(weight) >= _WORTH:
            lessons.append(Lesson(word=word, weight=round(weight, 2), kept=kept[word], passed=passed[word]))
    lessons.sort(key=lambda one: (-abs(one.weight), -(one.kept + one.passed), one.word))
    return tuple(lessons[:_SHOWN])


def adjustment(posting: Posting, wanted: Requirements, learned: Learned | None) -> float:
    """Points, from -8 to 8, that the lessons move `posting` by in the order; 0 where nothing was learned."""
    if learned is None or not learned.lessons:
        return 0.0
    weights = {one.word: one.weight for one in learned.lessons if one.word not in learned.muted}
    found = [weights[word] for word in set(words(posting, wanted)) if word in weights]
    # The square root keeps a long ad with many learned words from outweighing a short one.
    total = _SCALE * sum(found) / math.sqrt(len(found)) if found else 0.0
    return round(max(-_MOST, min(_MOST, total)), 2)


def words(posting: Posting, wanted: Requirements) -> Iterator[str]:
    """What of a job can be learned from: skills, title, company, mode, level, kind of employment, country."""
    for one in wanted.requirements:
        if one.kind == "skill" and not one.negated:
            yield f"skill {one.name}"
    yield from (f"title {word}" for word in core(posting.title).split())
    if company := company_key(posting.company):
        yield f"company {posting.company if len(posting.company) < 100 else company}"
    if posting.mode:
        yield f"mode {posting.mode}"
    if posting.level:
        yield f"level {posting.level}"
    yield from (f"employment {one}" for one in posting.employment)
    yield from (f"country {one}" for one in dict.fromkeys(place.country for place in posting.places) if one)


def moved(
    before: Iterable[tuple[str, float]], after: Iterable[tuple[str, float]], most: int = 20
) -> tuple["Move", ...]:
    """The jobs whose place in the order changed most: id and rank before and after a change, in any order."""
    first, second = _places(before), _places(after)
    moves = [
        Move(
            posting_id=one,
            place_before=first[one][0],
            place=second[one][0],
            rank_before=first[one][1],
            rank=second[one][1],
        )
        for one in second
        if one in first and first[one][0] != second[one][0]
    ]
    # A place won near the top is worth more than one lost at the bottom of thousands.
    moves.sort(key=lambda one: -abs(math.log(one.place_before) - math.log(one.place)))
    return tuple(moves[:most])


class Move(msgspec.Struct, frozen=True, kw_only=True):
    """One job's way in the order; places count from 1."""

    posting_id: str
    place_before: int
    place: int
    rank_before: float
    rank: float


def _places(ranks: Iterable[tuple[str, float]]) -> dict[str, tuple[int, float]]:
    ordered = sorted(ranks, key=lambda one: (-one[1], one[0]))
    return {one: (place, rank) for place, (one, rank) in enumerate(ordered, 1)}
