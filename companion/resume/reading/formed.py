"""Pages of a form with its labels in a column to the left (old Europass CVs) → lines, each label whole and before its
value. Which column it is, the words of the labels tell: they are the form's own and known.
"""

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from companion.resume.reading.dates import has_date, is_end, spans
from companion.resume.reading.lines import TextLine, clean, is_bulleted
from companion.resume.reading.printed import HINTS, field_of
from companion.resume.reading.rows import starts_of
from companion.resume.reading.segment import Row, Segment
from companion.resume.reading.titles import kind_of

_NEAR = 3.0
"""Points by which values may begin apart."""
_PITCH = 1.7
"""Sizes between two lines of one label at most."""
_BESIDE, _HALF = 0.3, 3.0
"""Sizes by which a label may differ from the line it stands beside, and half of the tallest text beside one."""
_LABELS, _FIELDS = 5, 3
"""Labels with values beside them, and different fields among them, that make a form."""
_WORDS = 6
"""Words of a label at most, where it is none that we know."""
_MOSTLY = 0.6
"""The share of labels that come back in their column, from the first to the last of them."""
_CORE = frozenset({"dates", "title", "employer", "tasks", "degree", "school", "subjects"})


_OPEN = re.compile(
    r"(?:[/&-]|\b(?:and|or|und|oder|et|ou|y|o|e|en|of|i|lub|[sșş]i|sau|de|di|des|der|dell['’]|"
    r"og|och|ja|a|és|și|και|ή|и|или))$"
)
"""Ends of a line that no label ends with."""

_SPOKEN = frozenset({"mother", "others", "ability", "licence"})
"""Labels that stand in the column of a form whose entries have only dates there."""


class _Label(msgspec.Struct):
    """A label or a title in the column, whole. `top` is the baseline of its first line."""

    text: str
    top: float
    last: Segment


def form_column(pages: Sequence[Sequence[Row]]) -> float | None:
    """Where the values begin beside a column of labels; None where these pages are no such form."""
    starts: Counter[int] = Counter()
    fields: dict[int, set[str]] = {}
    for rows in pages:
        for row in rows:
            field = field_of(clean(row[0].text)) if len(row) > 1 else ""
            if field:
                x = round(row[1].x0 / _NEAR)
                starts[x] += 1
                fields.setdefault(x, set()).add(field)
    if (again := _returning(pages)) is not None:
        return again
    if not starts:
        return None
    x, count = starts.most_common(1)[0]
    told = (count >= _LABELS and len(fields[x] & _CORE) >= _FIELDS) or len(fields[x] & _SPOKEN) >= _FIELDS
    return x * _NEAR - _NEAR if told else None


def _returning(pages: Sequence[Sequence[Row]]) -> float | None:
    """Where values begin beside labels that nobody foresaw, but that come back from entry to entry and leave little
    else in their column.
    """
    rows = [row for page in pages for row in page]
    beside: dict[int, Counter[str]] = {}
    for row in rows:
        if len(row) > 1 and _may_be_label(text := clean(row[0].text)):
            beside.setdefault(round(row[1].x0 / _NEAR), Counter())[text] += 1
    for start, texts in beside.items():
        labels = {text for text, count in texts.items() if count > 1}
        if len(labels) < _FIELDS:
            continue
        x = start * _NEAR - _NEAR
        column = [clean(row[0].text) in labels for row in rows if row[0].x0 < x]
        entries = column[column.index(True) : len(column) - column[::-1].index(True)]
        if sum(entries) > _MOSTLY * len(entries):
            return x
    return None


def _may_be_label(text: str) -> bool:
    return text[:1].isalpha() and len(text.split()) <= _WORDS and not has_date(text)


def form_lines(pages: Sequence[Sequence[Row]], x: float) -> list[TextLine]:
    """The lines of a form whose values begin at `x`: labels with the first line of their value after a tab."""
    return [line for rows in pages for line in _page(rows, x)]


def _page(rows: Sequence[Row], x: float) -> list[TextLine]:
    labels = _labels([s for row in rows for s in row if s.x0 < x])
    values = [told for row in rows if (told := [s for s in row if s.x0 >= x])]
    _raise(labels, [row[0] for row in values])
    right = max((row[-1].x1 for row in values), default=0.0)
    out: list[TextLine] = []
    above: float | None = None
    for n, label in enumerate([None, *labels]):
        below = labels[n].top if n < len(labels) else float("-inf")
        slack = 0.4 * label.last.size if label else 0.0
        own = [row for row in values if (not label or row[0].base <= label.top + slack) and row[0].base > below + slack]
        values = [row for row in values if row not in own]
        for first, row in enumerate(own or ([[]] if label else [])):
            head = label if label and not first else None
            base = head.top if head else row[0].base
            size = max(s.size for s in row) if row else label.last.size if label else 0.0
            gap = (above - base) / size - 1 if above is not None and size else 1.0
            out.append(_line(head, row, gap, right))
            above = base
    return out


def _raise(labels: Sequence[_Label], values: Sequence[Segment]) -> None:
    """Gives labels that stand beside the middle of a text of several lines the top of that text."""
    for label in labels:
        near = _BESIDE * label.last.size
        if any(abs(value.base - label.top) < near for value in values) or label.top != label.last.base:
            continue
        top = label.top
        for value in reversed(values):
            if value.base > label.top and any(abs(other.top - value.base) < near for other in labels):
                break
            if near < value.base - label.top < label.last.size * _HALF and value.base - top < _PITCH * value.size:
                top = value.base
        below = any(near < label.top - value.base < label.last.size for value in values)
        if below and not any(label.top < other.top <= top for other in labels):
            label.top = top


def _line(label: _Label | None, row: Row, gap: float, right: float) -> TextLine:
    value = clean("\t".join(s.text for s in row))
    cells = [*([label.last] if label else []), *row]
    return TextLine(
        text=f"{label.text}\t{value}" if label and value else label.text if label else value,
        x0=cells[0].x0,
        x1=cells[-1].x1,
        starts=(*([label.last.x0] if label else []), *(x for s in row for x in starts_of(s))),
        size=round(max(s.size for s in cells), 1),
        bold=cells[0].bold,
        page=cells[0].page,
        gap=round(gap, 2),
        bullet=is_bulleted(label.text) and not (value or _known(label.text)) if label else is_bulleted(value),
        full=bool(row) and row[-1].x1 > right - 0.12 * (right - row[0].x0),
        stream=2,
    )


def _labels(texts: Sequence[Segment]) -> list[_Label]:
    """The labels of a column from the top down, those of several lines as one."""
    out: list[_Label] = []
    for segment in texts:
        text = clean(segment.text).replace("\t", " ")
        last = out[-1] if out else None
        if last is not None and _goes_on(last, segment, text):
            last.text, last.last = f"{last.text} {text}", segment
        elif text:
            out.append(_Label(text, segment.base, segment))
    return [label for label in out if not HINTS.fullmatch(label.text)]


def _goes_on(label: _Label, segment: Segment, text: str) -> bool:
    alike = label.last.bold == segment.bold and abs(label.last.size - segment.size) < 0.5
    near = label.last.base - segment.base < _PITCH * segment.size
    if not alike or not near or (is_bulleted(text) and not is_end(text)):
        return False
    if _ranged(label.text) or (_ranged(text) and not _ranged(f"{label.text} {text}")):
        return False
    if text[:1].islower() or text[:1] in "(-" or _ranged(f"{label.text} {text}") or _OPEN.search(label.text):
        return True
    return not _known(label.text) and _known(f"{label.text} {text}")


def _ranged(text: str) -> bool:
    """Whether a text is a range of dates from its first letter on."""
    return any(span.ranged and not span.at[0] for span in spans(text))


def _known(text: str) -> bool:
    return bool(field_of(text) or kind_of(text))
