"""What stands in a margin beside an entry over several lines (dates, a place, how long) → on the line it belongs to."""

import itertools
import re
from collections.abc import Callable, Sequence

import msgspec

from companion.resume.reading.dates import has_date, is_end, spans
from companion.resume.reading.lines import clean, is_bulleted
from companion.resume.reading.segment import Row, Segment
from companion.resume.reading.titles import kind_of

_NEAR = 4.0
"""Points by which the texts of a margin may differ in the edge or middle they share."""
_PITCH = 2.3
"""Line heights between two texts of one block at most."""
_DASHES = ("–", "—", "-")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CUT = re.compile(r"\s[–—-]\s*[^\W\d_]+\.?$")
"""The end of a range that wants its year."""
_WORDS = 6
"""Words of a text in a margin at most."""


def gathered(rows: Sequence[Row]) -> list[Row]:
    """`rows` with each block of a margin on the row of the text it stands beside."""
    for right in (True, False):
        rows = _gathered(rows, right=right)
    return list(rows)


def titled(rows: Sequence[Row], beside: float | None = None) -> list[Row]:
    """`rows` with the titles of sections that stand in a margin to the left on rows of their own. `beside` is where
    the text begins beside such titles on the pages of this document.
    """
    x = beside_titles(rows) or (beside if beside is not None and _all_left(rows, beside) else None)
    if x is None:
        return list(rows)
    out: list[Row] = []
    last: Row | None = None
    for row in rows:
        label, rest = [s for s in row if s.x1 < x and not is_dated(s)], [s for s in row if s.x1 >= x or is_dated(s)]
        if label and last and last[0].base - label[0].base < _PITCH * label[0].size and not kind_of(last[0].text):
            last[0] = msgspec.structs.replace(last[0], text=f"{last[0].text} {label[0].text}", base=label[0].base)
        elif label:
            last = label
            out.append(label)
        if rest:
            out.append(rest)
    return out


def beside_titles(rows: Sequence[Row]) -> float | None:
    """Where the text begins beside titles in a margin: all of them left of it, and nothing else but dates."""
    beside = [row[1].x0 for row in rows if len(row) > 1 and kind_of(clean(row[0].text)) and row[0].x1 < row[1].x0]
    x = max(beside, key=lambda one: sum(abs(one - other) <= _NEAR for other in beside), default=0.0) - _NEAR
    if sum(abs(one - _NEAR - x) <= _NEAR for one in beside) < 2:
        return None
    return x if _all_left(rows, x) else None


def _all_left(rows: Sequence[Row], x: float) -> bool:
    """Whether what stands left of `x` from the first title there on are titles and dates."""
    titles = (n for n, row in enumerate(rows) if len(row) > 1 and kind_of(clean(row[0].text)) and row[0].x1 < x)
    if (first := next(titles, None)) is None:
        return False
    labels = [s for row in rows[first:] for s in row if s.x0 < x and not is_dated(s)]
    known = sum(bool(kind_of(clean(s.text))) for s in labels)
    return all(s.x1 < x for s in labels) and 2 * known >= len(labels)


def is_margin(side: Sequence[Segment]) -> bool:
    """Whether one side of a gutter holds dates and little else, so that it belongs to what stands beside it."""
    dated = sum(is_dated(segment) for segment in side)
    short = sum(len(segment.text.split()) <= _WORDS for segment in side)
    return 2 * dated >= len(side) == short


def is_dated(segment: Segment) -> bool:
    return len(segment.text.split()) <= _WORDS and (has_date(segment.text) or is_end(segment.text))


def _gathered(rows: Sequence[Row], *, right: bool) -> Sequence[Row]:
    zone = _zone(rows, right=right)
    if zone is None:
        return rows
    low, high = zone
    inside = {id(s): s for row in rows for s in row
              if s.x0 >= low - _NEAR and s.x1 <= high + _NEAR and not kind_of(clean(s.text))}  # fmt: skip
    beside = [(n, [s for s in row if id(s) not in inside]) for n, row in enumerate(rows)]
    moved: dict[int, list[Segment]] = {}
    gone: set[int] = set()
    told = [(n, s) for n, row in enumerate(rows) for s in row if id(s) in inside]
    for block in _blocks(told, [row for _, row in beside], right=right):
        texts = [s for _, s in block]
        if not any(map(is_dated, texts)) or any(is_bulleted(s.text) and not is_dated(s) for s in texts):
            continue
        few = len(block) <= 2 or all(map(is_dated, texts))
        if few and not _broken(texts) and all(_heads(beside[n][1]) for n, _ in block):
            continue  # each beside a line of the head
        near = [(n, row) for n, row in beside if row and abs(row[0].base - texts[0].base) <= 1.2 * texts[0].size]
        at = min(near, key=lambda item: abs(item[1][0].base - texts[0].base), default=None)
        if at is None or not _heads(at[1]):
            continue
        first, last = min(at[0], block[0][0]), max(at[0], block[-1][0])
        if any(s.x1 > low and s.x0 < high for _, row in beside[first : last + 1] for s in row):
            continue  # no margin: text runs through it
        base = at[1][0].base
        moved.setdefault(at[0], []).extend(msgspec.structs.replace(s, base=base) for s in whole(texts))
        gone |= {id(s) for s in texts}
    out: list[Row] = []
    for n, row in enumerate(rows):
        kept = [s for s in row if id(s) not in gone]
        own = moved.get(n, [])
        if kept or own:
            out.append([*kept, *own] if right else [*own, *kept])
    return out


def _heads(row: Sequence[Segment]) -> bool:
    """Whether a row beside a margin has text that is no bullet."""
    return bool(row) and not is_bulleted(clean(" ".join(s.text for s in row)))


def _zone(rows: Sequence[Row], *, right: bool) -> tuple[float, float] | None:
    """From where to where the margin reaches: what dates at the edge share a side or their middle."""
    ends = [row[-1] if right else row[0] for row in rows]
    dated = [s for s in ends if is_dated(s) and not s.text.startswith("[ ")]  # Europass has those before a title
    best: list[Segment] = []
    sides: tuple[Callable[[Segment], float], ...] = (lambda s: s.x1, lambda s: s.x0, lambda s: (s.x0 + s.x1) / 2)
    for place in sides:
        for one in dated:
            alike = [s for s in dated if abs(place(s) - place(one)) <= _NEAR]
            best = max(best, alike, key=len)
    low, high = min((s.x0 for s in best), default=0), max((s.x1 for s in best), default=0)
    others = [s for row in rows for s in row if s.x1 < low or s.x0 > high]
    beside = [s for s in best if any(abs(s.base - o.base) <= 1.2 * s.size and s.page == o.page for o in others)]
    return (low, high) if len(best) > 1 and 2 * len(beside) > len(best) else None


_Block = list[tuple[int, Segment]]
"""Texts of a margin, each with its row."""


def _blocks(told: _Block, beside: Sequence[Row], *, right: bool) -> list[_Block]:
    """Texts of a margin grouped: one below the other without a gap, each block dating one entry."""
    out: list[_Block] = []
    for (_, above), (n, segment) in zip([(-1, None), *told], told, strict=False):
        apart = above is None or above.page != segment.page or above.base - segment.base > _PITCH * segment.size
        again = bool(out) and _ranged(segment) and any(_ranged(s) for _, s in out[-1])
        if apart or again or _anew(out[-1], n, segment, beside, right=right):
            out.append([])
        out[-1].append((n, segment))
    return out


def _anew(block: _Block, n: int, segment: Segment, beside: Sequence[Row], *, right: bool) -> bool:
    """Whether a text below a block is of another entry: it stands beside a line that looks as the first one beside the
    block does, and unlike the last, or on the right it is one more date with a line of its own.
    """
    first, last, own = (beside[at] for at in (block[0][0], block[-1][0], n))
    if not (_heads(first) and _heads(own)):
        return False
    if last and _look(first) == _look(own) != _look(last):
        return True
    above = block[-1][1].text.rstrip()
    goes_on = above.endswith(_DASHES) or segment.text.startswith(_DASHES) or _CUT.search(above)
    dated = [m for m, s in block if is_dated(s) and _heads(beside[m])]
    return right and is_dated(segment) and bool(dated) and not goes_on


def _look(row: Row) -> tuple[int, bool]:
    return round(row[0].size), row[0].bold


def _ranged(segment: Segment) -> bool:
    return any(span.ranged for span in spans(segment.text))


def _broken(texts: Sequence[Segment]) -> bool:
    return len(whole(texts)) < len(texts)


def whole(texts: Sequence[Segment]) -> list[Segment]:
    """`texts` with a range of dates that was broken over several of them as one."""
    if any(_ranged(s) for s in texts if not s.text.rstrip().endswith(_DASHES)):
        return list(texts)
    for start, stop in itertools.combinations(range(len(texts) + 1), 2):
        pieces = [s.text.strip() for s in texts[start:stop]]
        dashed = any(piece.endswith(_DASHES) or piece.startswith(_DASHES) for piece in pieces)
        cut = len(pieces) == 2 and _CUT.search(pieces[0]) is not None
        rising = len(pieces) == 2 and all(_YEAR.fullmatch(piece) for piece in pieces) and pieces[0] < pieces[1]
        if not (dashed or cut or rising) and has_date(pieces[-1]):
            continue  # dates of two entries
        joint = " " if cut or len(pieces) != 2 else " – "
        both = re.sub(r"(?:\s*[–—-]\s*)+", " – ", joint.join(pieces)).strip()
        found = spans(both)
        if stop - start > 1 and found and found[0].ranged and found[0].at == (0, len(both)):
            whole = msgspec.structs.replace(texts[start], text=both)
            return [*texts[:start], whole, *texts[stop:]]
    return list(texts)
