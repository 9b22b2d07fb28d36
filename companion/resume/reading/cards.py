"""Entries side by side, each in a card of its own: read one after the other, the left one first."""

from collections.abc import Sequence

import msgspec

from companion.resume.reading.dates import has_date
from companion.resume.reading.segment import Row, Segment
from companion.resume.reading.titles import kind_of
from companion.resume.reading.vocabulary import is_place, is_town

_DEEPER = 9.0
"""Points by which the first text of a card may be set deeper than what follows."""
_APART = 3.2
"""Line heights from which on a gap ends a card."""


def dealt(rows: Sequence[Row]) -> list[Row]:
    """`rows` with cards side by side one below the other."""
    out: list[Row] = []
    at = 0
    while at < len(rows):
        stop = _cards(rows, at)
        if stop > at:
            x = rows[at][1].x0 - _DEEPER
            sides = [[[s for s in row if (s.x0 < x) == left] for row in rows[at:stop]] for left in (True, False)]
            left, right = ([row for row in side if row] for side in sides)
            out += [*left, *_shifted(right, left[0][0].x0 - right[0][0].x0)]
        else:
            out.append(rows[at])
        at = max(stop, at + 1)
    return out


def _shifted(rows: Sequence[Row], by: float) -> list[Row]:
    """`rows` with each text moved `by` points, so that both cards begin where the left one does."""
    return [[msgspec.structs.replace(s, x0=s.x0 + by, x1=s.x1 + by) for s in row] for row in rows]


def _cards(rows: Sequence[Row], at: int) -> int:
    """The row below two cards that begin at a row; `at` itself where none do."""
    if len(rows[at]) != 2 or not alike(*rows[at]):
        return at
    x = rows[at][1].x0 - _DEEPER
    low = rows[at][0].x0 - _DEEPER
    stop = at
    while stop < len(rows) and not any(s.x0 < x < s.x1 or s.x0 < low for s in rows[stop]):
        first = [s for s in rows[stop] if s.x0 > low][:1]
        far = stop > at and rows[stop - 1][0].base - rows[stop][0].base > _APART * rows[stop][0].size
        larger = len(rows[stop]) == 1 and rows[stop][0].size > 1.05 * rows[at][0].size
        if far or larger or any(kind_of(s.text) for s in first):
            break
        stop += 1
    sides = [[s for row in rows[at:stop] for s in row if (s.x0 < x) == left] for left in (True, False)]
    pairs = sum(len(row) == 2 and alike(*row) for row in rows[at:stop])
    whole = all(any(has_date(s.text) for s in side) and any(_tells(s.text) for s in side) for side in sides)
    return stop if whole and pairs >= 2 and all(map(_flush, sides)) else at


def _tells(text: str) -> bool:
    """Whether a text is more than when or where."""
    return not (has_date(text) or is_place(text) or is_town(text))


def alike(left: Segment, right: Segment) -> bool:
    """Whether two texts beside each other are set in the same type and are of one kind."""
    same = left.bold == right.bold and abs(left.size - right.size) < 0.05 * left.size
    return same and has_date(left.text) == has_date(right.text)


def _flush(side: Sequence[Segment]) -> bool:
    """Whether a side begins where its first text does, as a column."""
    return all(s.x0 > side[0].x0 - _DEEPER for s in side)
