"""Titles of sections hung in a margin over the dates of their entries → rows of their own, the dates beside what they
date.
"""

import itertools
import math
from collections.abc import Sequence

import msgspec

from companion.resume.reading.lines import clean
from companion.resume.reading.margins import is_dated, whole
from companion.resume.reading.segment import Row, Segment
from companion.resume.reading.titles import kind_about, kind_of

_NEAR = 4.0
"""Points by which the texts beside titles may differ in where they begin."""
_BESIDE = 1.2
"""Sizes of a title by which the first line beside it may stand higher or lower."""
_HIGHER = 0.6
"""Sizes of a title by which the first line of its section stands higher at most."""
_PITCH = 2.0
"""Sizes between two texts of a margin that belong together at most."""
_ABOVE = 1.3
"""Sizes that a title taken out of the margin stands above its section."""
_KINDS = 3
"""Titles of known words, at least, in a margin that holds nothing else."""
_WITHIN = 0.6
"""Of the gap between two sections: what gaps within one are narrower than."""
_STACKED = 1.25
"""Sizes between two lines of one title at most."""


class _Hung(msgspec.Struct):
    """A block of a margin: a title, and the dates right below it. `top` is the baseline of its first text."""

    title: Segment
    top: float
    last: Segment
    ids: set[int]
    dates: list[Segment]


def unhung(rows: Sequence[Row]) -> list[Row]:
    """`rows` with titles that share a margin with dates on rows of their own, right above the text they stood
    beside and no longer in the margin."""
    margin = _margin(rows)
    if margin is None:
        return list(rows)
    x, texts = margin
    gone = {id(s) for s in texts if not _says(s)}
    put: dict[int, Row] = {}
    above: dict[int, list[Row]] = {}
    blocks = _hung(texts)
    apart = _apart(blocks, rows, x)
    blocks = _merged(blocks, rows, x, apart)
    centred = any(_between_rows(block.title, rows, x) for block in blocks)
    for block in blocks:
        at = next((n for n, row in enumerate(rows) if _under(row, block, x)), None)
        if at is None:
            continue
        at = _top(rows, at, x, apart) if centred and apart < math.inf else at
        gone |= block.ids
        base = max(s.base for s in rows[at] if s.x0 >= x)
        left = min(s.x0 for s in rows[at] if s.x0 >= x)
        own = block.title
        raised = msgspec.structs.replace(own, base=base + _ABOVE * own.size, x0=left, x1=left + own.x1 - own.x0)
        above.setdefault(at, []).append([raised])
        dates = whole(block.dates) if block.dates else []
        if len(dates) == 1 and not any(is_dated(s) and id(s) not in map(id, block.dates) for s in rows[at]):
            gone |= {id(s) for s in block.dates}
            put[at] = [msgspec.structs.replace(dates[0], base=base)]
    out: list[Row] = []
    for n, row in enumerate(rows):
        out += above.get(n, [])
        if kept := [*put.get(n, []), *(s for s in row if id(s) not in gone)]:
            out.append(kept)
    return out


def _says(segment: Segment) -> bool:
    return any(c.isalnum() for c in segment.text)


def _under(row: Row, block: _Hung, x: float) -> bool:
    """Whether a row has text beside `block` or is the first one below its top."""
    return any(
        s.x0 >= x and s.page == block.title.page and s.base <= block.top + _HIGHER * block.title.size for s in row
    )


def _between_rows(title: Segment, rows: Sequence[Row], x: float) -> bool:
    """Whether a title stands beside the middle of its section: between two rows and beside neither."""
    beside = [s.base - title.base for row in rows for s in row if s.x0 >= x and s.page == title.page]
    near = [gap for gap in beside if abs(gap) < _HIGHER * title.size * 1.5]
    return any(gap > 0 for gap in near) and any(gap < 0 for gap in near) and min(map(abs, near)) > 0.3 * title.size


def _top(rows: Sequence[Row], at: int, x: float, apart: float) -> int:
    """The first row of what stands beside a title at its middle: above it is a gap as wide as sections are `apart`."""
    own = [n for n, row in enumerate(rows[: at + 1]) if any(s.x0 >= x and s.page == rows[at][0].page for s in row)]
    while len(own) > 1 and _base(rows[own[-2]], x) - _base(rows[own[-1]], x) < _WITHIN * apart:
        own.pop()
    return own[-1]


def _base(row: Row, x: float) -> float:
    return max(s.base for s in row if s.x0 >= x)


def _apart(blocks: Sequence[_Hung], rows: Sequence[Row], x: float) -> float:
    """The least gap that parts two sections: of those between the rows beside two titles, the widest."""
    return min((_widest(a, b, rows, x) for a, b in itertools.pairwise(blocks) if not _stacked(a, b)), default=0.0)


def _widest(a: _Hung, b: _Hung, rows: Sequence[Row], x: float) -> float:
    """The widest gap between the rows beside two titles, those next to either included."""
    low, high = b.title.base - 1.5 * b.title.size, a.top + 1.5 * a.title.size
    page = a.title.page
    bases = [_base(row, x) for row in rows if any(s.x0 >= x and s.page == page for s in row)]
    near = [base for base in bases if low < base < high]
    if page != b.title.page or len(near) < 2:
        return math.inf
    return max(above - below for above, below in itertools.pairwise(near))


def _stacked(a: _Hung, b: _Hung) -> bool:
    """Whether two titles stand one below the other as the lines of one text do."""
    return not a.dates and a.title.page == b.title.page and a.last.base - b.top < _STACKED * a.title.size


def _merged(blocks: Sequence[_Hung], rows: Sequence[Row], x: float, apart: float) -> list[_Hung]:
    """`blocks` with titles as one that are stacked beside lines with no gap of sections between them."""
    out: list[_Hung] = []
    for block in blocks:
        if out and _stacked(out[-1], block) and _widest(out[-1], block, rows, x) < _WITHIN * apart < math.inf:
            above = out[-1]
            above.title = msgspec.structs.replace(above.title, text=f"{above.title.text} {block.title.text}")
            above.ids |= block.ids
            above.dates, above.last = block.dates, block.last
        else:
            out.append(block)
    return out


def _margin(rows: Sequence[Row]) -> tuple[float, list[Segment]] | None:
    """Where the text begins beside a margin of titles and dates, and the texts of that margin from the first title
    on; None where it holds much else.
    """
    flat = [s for row in rows for s in row]
    known = [s for s in flat if (kind_of(clean(s.text)) or kind_about(clean(s.text))) and not is_dated(s)]
    starts = [
        min(near)
        for t in known
        if (
            near := [s.x0 for s in flat if s.x0 > t.x1 and s.page == t.page and abs(s.base - t.base) < _BESIDE * t.size]
        )
    ]
    x = max(starts, key=lambda one: sum(abs(one - other) <= _NEAR for other in starts), default=0.0) - _NEAR
    first = next((n for n, row in enumerate(rows) if any(s in known and s.x1 < x for s in row)), len(rows))
    texts = [s for n, row in enumerate(rows) for s in row if s.x0 < x and (n >= first or (s.x1 < x and not _says(s)))]
    titles = [s for s in texts if kind_of(clean(s.text))]
    dates = [s for s in texts if is_dated(s)]
    below = any(
        t.page == d.page and 0 < t.base - d.base < _PITCH * t.size and abs(t.x0 - d.x0) + abs(t.x1 - d.x1) < 2 * x
        for t in titles
        for d in dates
    )
    said = [s for s in texts if _says(s)]
    if len(titles) < 2 or any(s.x1 > x + _NEAR for s in texts):
        return None
    blocks = _hung(texts)
    dated = len(dates) >= 2 and below and 3 * (len(blocks) + len(dates)) >= 2 * len(said)
    alone = len(titles) >= _KINDS and {id(s) for s in said} <= {i for block in blocks for i in block.ids}
    alone = alone and 2 * len(titles) > len(blocks)  # else one item of a column's lists reads as a title
    return (x, texts) if dated or alone else None  # no column has titles and nothing below them


def _hung(texts: Sequence[Segment]) -> list[_Hung]:
    """The titles of a margin, those over several lines as one, each with the dates right below."""
    models = {(round(s.size), s.bold) for s in texts if kind_of(clean(s.text))}
    out: list[_Hung] = []
    block: _Hung | None = None
    ornament: Segment | None = None
    for s in texts:
        near = block is not None and block.last.page == s.page and block.last.base - s.base < _PITCH * block.last.size
        if not _says(s):
            ornament, block = s, None
            continue
        if block is not None and near and is_dated(s):
            block.dates.append(s)
        elif is_dated(s) or (round(s.size), s.bold) not in models:
            block = None
        elif block is not None and near and not block.dates and _goes_on(block.title, s):
            block.title = msgspec.structs.replace(block.title, text=f"{block.title.text} {s.text}")
            block.ids.add(id(s))
        else:
            lifted = ornament and ornament.page == s.page and 0 <= ornament.base - s.base < _PITCH * s.size
            top = ornament.base if ornament and lifted else s.base
            block = _Hung(title=s, top=top, last=s, ids={id(s)}, dates=[])
            out.append(block)
        ornament = None
        if block is not None:
            block.last = s
    return out


def _goes_on(title: Segment, below: Segment) -> bool:
    """Whether two lines are one title: the first alone is none, or both together are one and the second is not."""
    both = kind_of(clean(f"{title.text} {below.text}"))
    return bool(both and not kind_of(clean(title.text))) or (bool(both) and not kind_of(clean(below.text))) or (
        bool(both) and len(title.text.split()) == 1 == len(below.text.split())
    )  # fmt: skip
