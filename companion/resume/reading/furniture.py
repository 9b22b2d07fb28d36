"""What stands at the edge of every page and belongs to none: page numbers, running heads, the name again."""

import re
from collections import Counter
from collections.abc import Sequence

from companion.resume.reading.dates import has_date
from companion.resume.reading.rows import rows_of, text_of
from companion.resume.reading.segment import Row, Segment

_FOOTER = re.compile(
    r"^(?:page\s*)?\d{1,3}(?:\s*(?:/|of|von|de|sur)\s*\d{1,3})?$|.*(?:page|seite|página)\s*\d+\b.*\d*$"
    r"|.*[\s–—|·-]\s*\d{1,2}\s*/\s*\d{1,2}$",
    re.IGNORECASE,
)
_PRINTED = re.compile(r"\beuropass\.(?:cedefop|europa|eu)\b|©\s?\S+ (?:union|communit)", re.IGNORECASE)
"""What a form prints at the foot of its pages."""


def without_furniture(pages: Sequence[Sequence[Segment]]) -> list[list[Segment]]:
    """Pages without page numbers and lines repeated on every page at its edge."""
    edges: list[set[tuple[str, int]]] = []
    for segments in pages:
        rows = rows_of(segments)
        edges.append({_edge(rows[place]) for place in _places(len(rows))})
    counts = Counter(key for edge in edges for key in edge)
    out: list[list[Segment]] = []
    first = list(pages[0]) if pages else list[Segment]()
    title = max(first, key=_tallness, default=None)
    for number, segments in enumerate(pages):
        rows = rows_of(segments)
        kept: list[Segment] = []
        for place, row in enumerate(rows):
            at_edge = place in _places(len(rows))
            repeated = counts[_edge(row)] > 1
            last = place == len(rows) - 1
            printed = at_edge and place > 0 and _PRINTED.search(text_of(row))
            name = (
                title is not None
                and title.text.casefold().startswith(text_of(row).casefold())
                and len(text_of(row)) > 4
            )
            if number and place == 0 and name:
                continue  # the name again, heading the next page
            numbered = _FOOTER.match(text_of(row)) or _counts(text_of(row), number + 1, len(pages))
            if at_edge and ((repeated and len(pages) > 1) or (last and numbered) or printed):
                continue
            kept.extend(row)
        out.append(kept)
    return out


def _places(count: int) -> list[int]:
    """Which of so many rows are at the edge of a page: the first and the last three, the second never."""
    return [0, *range(max(2, count - 3), count)] if count > 2 else []


def _counts(text: str, page: int, pages: int) -> bool:
    """Whether a text is `page` and of how many, each perhaps after a word or two of any language."""
    return bool(re.fullmatch(rf"\D{{0,14}}\b{page}\b\D{{1,9}}\b{pages}\b\D{{0,3}}", text))


def _edge(row: Row) -> tuple[str, int]:
    """What a line at the edge of a page says, whatever its number, and where; entries differ in their years alone."""
    text = text_of(row)
    return text if has_date(text) else re.sub(r"\d+", "#", text), round(row[0].base / 8)


def _tallness(segment: Segment) -> float:
    return segment.size
