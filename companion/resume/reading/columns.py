"""Segments on pages → lines in reading order: what stands above the columns, then the narrow columns, then the wide
one; each column by itself.
"""

from collections.abc import Sequence

from companion.resume.reading.formed import form_column, form_lines
from companion.resume.reading.furniture import without_furniture
from companion.resume.reading.gutters import gutter_of
from companion.resume.reading.hung import unhung
from companion.resume.reading.lines import TextLine
from companion.resume.reading.margins import beside_titles
from companion.resume.reading.rows import labelled, lines_of, rows_of
from companion.resume.reading.segment import Row, Segment
from companion.resume.reading.tabled import tabled


def arrange(pages: Sequence[Sequence[Segment]]) -> list[TextLine]:
    """All lines of a document: what stands above the columns, then the narrow columns, then the wide one."""
    head: list[TextLine] = []
    narrow: list[list[TextLine]] = [[], []]
    wide: list[TextLine] = []
    told = [labelled(rows_of(segments)) for segments in without_furniture(pages)]
    if (x := form_column(told)) is not None:
        return form_lines(told, x)
    told = tabled(told)
    beside = beside_titles([row for rows in told for row in rows])
    for number, rows in enumerate(map(unhung, told)):
        for level, stream in enumerate((1, 3)):
            found = gutter_of(rows, titled=level > 0)
            if found is None:
                break
            above, side, rows = _parted(rows, *found)
            if number or level:
                rows = [*above, *rows]
            else:
                head.extend(lines_of(above, 0, beside))
            narrow[level].extend(lines_of(side, stream, beside))
        wide.extend(lines_of(rows, 2, beside))
    return [*head, *narrow[0], *narrow[1], *wide]


def _parted(rows: Sequence[Row], x: float, start: int, stop: int) -> tuple[list[Row], list[Row], list[Row]]:
    """The rows above columns, those of the narrow one, and those of the wide one with what stands below."""
    left = [part for row in rows[start:stop] if (part := [s for s in row if s.x1 <= x + 1])]
    right = [part for row in rows[start:stop] if (part := [s for s in row if s.x1 > x + 1])]
    side, main = (left, right) if _breadth(left) <= _breadth(right) else (right, left)
    return list(rows[:start]), side, [*main, *rows[stop:]]


def _breadth(rows: Sequence[Row]) -> float:
    return max((row[-1].x1 for row in rows), default=0) - min((row[0].x0 for row in rows), default=0)
