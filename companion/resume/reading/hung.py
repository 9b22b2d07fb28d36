"""Titles of sections hung in a margin over the dates of their entries → rows of their own, the dates beside what they
date.
"""

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
    for block in _hung(texts):
        at = next((n for n, row in enumerate(rows) if _under(row, block, x)), None)
        if at is None:
            continue
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
    said = sum(map(_says, texts))
    if len(titles) < 2 or len(dates) < 2 or not below or any(s.x1 > x + _NEAR for s in texts):
        return None
    return (x, texts) if 3 * (len(_hung(texts)) + len(dates)) >= 2 * said else None


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
