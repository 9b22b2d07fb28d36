"""Where a page is parted into columns: an empty strip, with text on both sides that stands by itself.

What belongs together across a strip is told apart from columns: dates and what they date, titles in a margin, tables.
"""

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence

from companion.resume.reading.cards import alike
from companion.resume.reading.dates import has_date
from companion.resume.reading.lines import clean
from companion.resume.reading.margins import is_margin
from companion.resume.reading.segment import Row, Segment
from companion.resume.reading.titles import kind_about, kind_of

_BESIDE = 0.4
"""Sizes by which the baselines of a label and of what it labels may differ."""
_DATE = 6
"""Words of a date or a range at most."""
_NEAR = 3.0
"""Points by which what shares an edge or a line may differ."""
_LABELS = 0.7
"""The share of what stands left of a gutter that are labels before values, where it is none."""
_OF_ENTRIES = frozenset({"work", "education", "volunteer", "projects"})


def gutter_of(rows: Sequence[Row], *, titled: bool) -> tuple[float, int, int] | None:
    """The gutter of a page with columns: its x, and the rows [start, stop) that it parts. None for one column.

    `titled`: where one gutter was found already, only one that parts columns with titles of their own.
    """
    if not rows:
        return None
    left_edge = min(s.x0 for row in rows for s in row)
    right_edge = max(s.x1 for row in rows for s in row)
    best: tuple[float, float, int, int] | None = None
    candidates = {round(s.x0 - 3, 0) for row in rows for s in row if s.x0 > left_edge + 40}
    for x in candidates:
        if not left_edge + 0.14 * (right_edge - left_edge) < x < left_edge + 0.86 * (right_edge - left_edge):
            continue
        for start, stop in _stretches(rows, x):
            score = _columns(rows[start:stop], x, titled=titled)
            if score and (best is None or score > best[0]):
                best = (score, x, start, stop)
    return None if best is None else best[1:]


def _stretches(rows: Sequence[Row], x: float) -> Iterator[tuple[int, int]]:
    """Stretches of rows that no segment crosses at `x`: each, and from where two titles of sections stand side by side
    in it.
    """
    for start, stop in _free(rows, x):
        first = next((n for n in range(start + 1, stop) if _paired(rows[n], x)), start)
        above = [s for row in rows[start:first] for s in row]
        if first == start or any(_heads(s) if s.x0 > x else kind_of(clean(s.text)) == "contact" for s in above):
            yield start, stop
        if first > start:
            yield first, stop


def _paired(row: Row, x: float) -> bool:
    beside = len(row) > 1 and row[0].x1 < x < row[-1].x0 and not any(s.x0 < x < s.x1 for s in row)
    return beside and all(kind_of(clean(s.text)) for s in row)


def _free(rows: Sequence[Row], x: float) -> Iterator[tuple[int, int]]:
    """Stretches of rows that no segment crosses at `x`."""
    start = 0
    for place, row in enumerate(rows):
        if any(s.x0 < x < s.x1 - 1 for s in row):
            if place - start >= 4:
                yield start, place
            start = place + 1
    if len(rows) - start >= 4:
        yield start, len(rows)


def _columns(rows: Sequence[Row], x: float, *, titled: bool) -> float:
    """How much text a gutter at `x` parts into columns, 0 where what it parts are dates, rails or tables."""
    left = [s for row in rows for s in row if s.x1 <= x + 1]
    right = [s for row in rows for s in row if s.x1 > x + 1]
    fewest = 2 if _paired(rows[0], x) else 4
    if len(left) < fewest or len(right) < fewest or _has_margin(left) or _cuts_dates(left, right):
        return 0
    if fewest > 2 and not (_aligned(left) and (_aligned(right) or _aligned(right, ends=True))):
        return 0
    both = sum(any(s.x1 <= x + 1 for s in row) and any(s.x1 > x + 1 for s in row) for row in rows)
    lonely_left = sum(not (_heads(s) or s.bold or _is_beside(s, right)) for s in left)
    top = next((n for n, row in enumerate(rows) if any(s.x1 <= x + 1 and _heads(s) for s in row)), 0)
    below = [s for row in rows[top:] for s in row if s.x1 > x + 1]
    if is_margin(right) or (below and is_margin(below)):
        return 0
    labels = [s for s in left if s.text.rstrip().endswith(":") and _is_beside(s, right)]
    if len(labels) >= _LABELS * len(left):
        return 0  # each with its value beside it
    if _is_rail(left, right) and lonely_left <= 0.2 * len(left) + 1:
        return 0
    headings = [sum(map(_heads, left)), sum(_heads(s) and not _is_cell(s, left) for s in right)]
    titles = [any(kind_of(clean(s.text)) for s in side) for side in (left, right)]
    alone = [sum(all((s.x1 <= x + 1) == side for s in row) for row in rows) for side in (True, False)]
    if any(not count and not heads for count, heads in zip(alone, headings, strict=True)):
        return 0  # a side without titles, all of whose lines stand beside others: the cells of a table
    if (titled and not min(headings)) or _holds_entries(left, right) or (not titles[1] and _deals(rows, x)):
        return 0
    if not min(headings) and both > 0.75 * min(len(left), len(right)) and max(len(left), len(right)) < 25:
        return 0
    if not min(headings) and _is_table(rows, x):
        return 0
    told = sum(not (_heads(s) or has_date(s.text)) for s in right)
    if 3 * told < len(right):
        return 0  # titles and dates set flush right, of what stands to their left
    words = [sum(len(s.text.split()) for s in side) for side in (left, right)]
    if not min(headings) and min(words) < 25:
        return 0
    edges = Counter(round(x0 / 4) for x0 in _firsts(right).values())
    ends = Counter(round(s.x1 / 4) for s in right if headings[1] > 1 and 2 * told > len(right))
    # Dates set flush right belong to what they date, not to the right: a column so set has titles of its own.
    flush = max(sum(count for count in edges.values() if count > 2), max(edges.values())) / len(_firsts(right))
    flush = max(flush, *(count / len(right) for count in ends.values())) if ends else flush
    return min(words) ** 0.5 * len(rows) * (1.5 if min(headings) else 1.0) * flush**2


def _heads(segment: Segment) -> bool:
    """Whether a text is one that columns begin with: a section's title, or an address."""
    text = clean(segment.text)
    return bool(kind_of(text)) or "@" in text or (text.isupper() and bool(kind_about(text)))


def _is_cell(segment: Segment, left: Sequence[Segment]) -> bool:
    """Whether a text that reads as a title is a label beside another one, under larger titles."""
    twins = [s for s in left if abs(s.base - segment.base) < 2 and s.bold == segment.bold]
    alike = any(abs(s.size - segment.size) < 0.5 and not _heads(s) for s in twins)
    return alike and any(_heads(s) and s.size > 1.1 * segment.size for s in left)


def _is_rail(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """Whether the left side holds only labels of what stands beside them: dates, section titles, few words."""
    labels = sum(has_date(s.text) or bool(kind_of(clean(s.text))) or len(s.text.split()) <= 2 for s in left)
    words = sum(len(s.text.split()) for s in left if not (has_date(s.text) or _heads(s)))
    contact = any("@" in s.text for s in left)
    known = {kind for s in left if (kind := kind_of(clean(s.text)))}
    dated = sum(has_date(s.text) for s in left)
    told = [s for s in left if not _heads(s)]
    aligned = sum(_is_beside(s, right) for s in told) >= 0.7 * len(told)
    inner = {kind for s in right if (kind := kind_of(clean(s.text)))}
    dates = [s for s in left if has_date(s.text) and len(s.text.split()) <= 6]
    others = [s for s in left if not (has_date(s.text) or _heads(s) or s.bold)]
    if len(dates) >= 3 and not others and all(any(abs(s.base - r.base) < 2 for r in right) for s in dates):
        return True  # titles of sections, each with dates below that stand beside what they date
    few = words < 0.22 * sum(len(s.text.split()) for s in right)
    return not contact and labels >= 0.7 * len(left) and aligned and (
        dated >= 0.4 * len(left) or (few and len(known) >= 2 and not inner)
    )  # fmt: skip


def _is_beside(label: Segment, right: Sequence[Segment]) -> bool:
    return any(abs(label.base - s.base) < _BESIDE * label.size for s in right)


def _is_table(rows: Sequence[Row], x: float) -> bool:
    """Whether every row has both sides and the right one is short, as with dates and places set flush right."""
    right = [s for row in rows for s in row if s.x1 > x + 1]
    short = sum(len(s.text.split()) <= 5 for s in right)
    edges = Counter(round(s.x1 / 3) for s in right)
    flush = edges.most_common(1)[0][1] / len(right)
    return short >= 0.85 * len(right) and (flush >= 0.6 or sum(has_date(s.text) for s in right) >= 0.5 * len(right))


def _aligned(side: Sequence[Segment], *, ends: bool = False) -> bool:
    """Whether a side is set flush left (indented bullets allowed), as columns of text are, or flush right at their
    `ends`.
    """
    firsts = _firsts(side, ends=ends)
    edges = Counter(round(x / 4) for x in firsts.values())
    common = edges.most_common(3)
    return sum(count for _, count in common) >= 0.55 * len(firsts) and common[0][1] >= 3


def _firsts(side: Sequence[Segment], *, ends: bool = False) -> dict[float, float]:
    """Where each line of a side begins, or ends."""
    firsts: dict[float, float] = {}
    for segment in side:
        x = -segment.x1 if ends else segment.x0
        firsts[round(segment.base)] = min(x, firsts.get(round(segment.base), x))
    return firsts


def _has_margin(left: Sequence[Segment]) -> bool:
    """Whether what stands left of a gutter ends in a margin of dates, which belongs to the text on its right."""
    edge = min(s.x0 for s in left) + 40
    starts = Counter(round(s.x0) for s in left if s.x0 > edge and has_date(s.text))
    if not starts:
        return False
    x, count = starts.most_common(1)[0]
    strip = [s for s in left if s.x0 > x - 4]
    return count > 1 and all(has_date(s.text) or _heads(s) for s in strip) and not _is_flush(left, edge)


def _is_flush(left: Sequence[Segment], edge: float) -> bool:
    """Whether the dates of a column end where one another do, begin anywhere, and stand behind what they date."""
    dates = [s for s in left if s.x0 > edge and has_date(s.text) and len(s.text.split()) <= _DATE]
    begin, end = (max(xs) - min(xs) for xs in ([s.x0 for s in dates], [s.x1 for s in dates]))
    behind = all(any(s.x1 < one.x0 and abs(s.base - one.base) < _NEAR for s in left) for one in dates)
    return end < _NEAR < begin and behind


def _holds_entries(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """Whether titles of dated sections stand over the left side alone and all dates on the right: rows of entries."""
    titles = {kind_of(clean(s.text)) for s in left} & {"work", "education"}
    dated = [sum(has_date(s.text) for s in side) for side in (left, right)]
    return bool(titles) and not dated[0] and dated[1] > 1 and not any(map(_heads, right))


def _deals(rows: Sequence[Row], x: float) -> bool:
    """Whether below each title on the left both sides begin anew in one row: cards under titles of their own."""
    titles = [n for n, row in enumerate(rows) if len(row) == 1 and row[0].x1 <= x and _heads_entries(row[0])]
    begun: list[bool] = []
    for n, stop in itertools.pairwise([*titles, len(rows)]):
        if any(s.x1 > x + 1 for row in rows[n + 1 : stop] for s in row):
            first = rows[n + 1]
            begun.append(first[0].x1 <= x < first[-1].x1 and alike(first[0], first[-1]))
    return bool(begun) and all(begun)


def _heads_entries(segment: Segment) -> bool:
    return kind_of(clean(segment.text)) in _OF_ENTRIES


def _cuts_dates(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """Whether a gutter parts dates from the text to their left that they belong to, before another column begins."""
    edge = min((s.x0 for s in right if not has_date(s.text)), default=0)
    strip = [s for s in right if has_date(s.text) and s.x1 < edge]
    return len(strip) > 1 and all(any(abs(s.base - other.base) < 3 for other in left) for s in strip)
