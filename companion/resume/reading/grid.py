"""Tables of three columns or more, whose cells run over several lines: read record by record, each cell as a whole."""

import itertools
from collections.abc import Sequence

import msgspec

from companion.resume.reading.dates import has_date, spans
from companion.resume.reading.lines import clean, is_bulleted
from companion.resume.reading.segment import Row, Segment
from companion.resume.reading.titles import kind_of

_NEAR = 3.0
"""Points by which the texts of one column may begin apart."""


_DEEPER = 25.0
"""Points by which the list in a cell may be set deeper than what heads it."""
_MARKS = ("|", "·", "•", "/")
"""What parts texts of one line, which is no row of cells."""
_MOST_LINES = 4
"""Lines of a cell that heads a record: dates, an employer, a town."""


def unfolded(rows: Sequence[Row]) -> list[Row]:
    """`rows` with the cells of tables joined: what heads a record on one row, the lines of its last cell below it."""
    rows = _cut(rows)
    starts = _starts(rows)
    if not starts:
        return list(rows)
    out: list[Row] = []
    band: list[Row] = []
    for row in rows:
        if all(_column(segment, starts) is not None for segment in row):
            band.append(row)
            continue
        out += _records(band, starts)
        band = []
        out.append(row)
    return [*out, *_records(band, starts)]


def _cut(rows: Sequence[Row]) -> list[Row]:
    """`rows` with texts parted where a part of one begins as a text of its own does in a row nearby."""
    out: list[Row] = []
    for n, row in enumerate(rows):
        beside = [
            s.x0 for other in (*rows[max(0, n - 3) : n], *rows[n + 1 : n + 4]) if len(other) > 2 for s in other[1:]
        ]
        cells: Row = []
        for s in row:
            parts = s.text.split("\t")
            if len(parts) == len(s.starts) == 2 and any(abs(s.starts[1] - x) <= _NEAR for x in beside):
                cells.append(msgspec.structs.replace(s, text=parts[0], starts=(), x1=s.starts[1] - _NEAR))
                cells.append(msgspec.structs.replace(s, text=parts[1], starts=(), x0=s.starts[1]))
            else:
                cells.append(s)
        out.append(cells)
    return out


def _starts(rows: Sequence[Row]) -> tuple[float, ...]:
    """Where the columns begin, if two rows of three texts or more agree on it."""
    wide = [row for row in rows if len(row) >= 3 and not any(s.text.strip() in _MARKS for s in row)]
    for row in wide:
        alike = [other for other in wide if len(other) == len(row) and _matches(other, row)]
        if len(alike) >= 2:
            return tuple(segment.x0 for segment in row)
    return ()


def _matches(a: Row, b: Row) -> bool:
    return all(abs(x.x0 - y.x0) <= _NEAR for x, y in zip(a, b, strict=True))


def _column(segment: Segment, starts: Sequence[float]) -> int | None:
    deeper = [n for n, x in enumerate(starts) if -_NEAR <= segment.x0 - x <= (_DEEPER if n else _NEAR)]
    return deeper[-1] if deeper else None


def _records(band: list[Row], starts: Sequence[float]) -> list[Row]:
    pitches = [above[0].base - row[0].base for above, row in itertools.pairwise(band)]
    if not pitches or all(len(row) >= 3 for row in band):
        return band  # every cell has one line
    usual = min(pitches)
    records: list[list[Row]] = []
    for row, pitch in zip(band, [0.0, *pitches], strict=True):
        first = _column(row[0], starts) == 0
        again = bool(records) and len(row) == len(starts) and _ranged(row) and any(map(_ranged, records[-1]))
        if not records or (first and (pitch > 1.25 * usual or again)):
            records.append([])
        records[-1].append(row)
    return [row for record in records for row in _unfolded(record, starts)]


def _ranged(row: Row) -> bool:
    """Whether a cell of a row tells from when to when."""
    return any(span.ranged for segment in row for span in spans(segment.text))


def _unfolded(record: list[Row], starts: Sequence[float]) -> list[Row]:
    filled = sum(len(row) == len(starts) for row in record)
    sizes = [segment.size for row in record for segment in row]
    if len(record) == 1 or not filled or filled == len(record) or max(sizes) > 1.15 * min(sizes):
        return record  # nothing that runs over several lines, or lines of different kinds
    if all(s.bold for s in record[0]) and not any(s.bold or has_date(s.text) for row in record[1:] for s in row):
        return record  # lists under labels of their own
    cells: list[list[Segment]] = [[] for _ in starts]
    for row in record:
        for segment in row:
            cells[_column(segment, starts) or 0].append(segment)
    told = len(cells) - 1
    if len(cells[told]) == 1:  # the last tells no more than a date or a place
        told = max(range(1, len(cells)), key=lambda n: len(cells[n]))
    if len(cells[told]) == 1:
        return [[msgspec.structs.replace(cell[0], text=_joined(cell)) for cell in cells if cell]]
    others = [cell for n, cell in enumerate(cells) if n != told]
    labels = [segment.text for cell in others for segment in cell]
    if any(is_bulleted(text) or kind_of(clean(text)) for text in labels) or max(map(len, others)) > _MOST_LINES:
        return record  # columns of text, or a rail of titles
    first, last = cells[told][0], cells[told][-1]
    if told < len(cells) - 1 and first.bold == last.bold and last.x0 < first.x0 + _NEAR:
        return record  # nothing tells what of a middle cell heads the record
    heading = [first] if told < len(cells) - 1 else []
    head = [
        msgspec.structs.replace(cell[0], text=_joined(cell), base=record[0][0].base)
        for cell in [*cells[:told], heading, *cells[told + 1 :]]
        if cell
    ]
    return [*([head] if head else []), *([segment] for segment in cells[told][len(heading) :])]


def _joined(cell: Sequence[Segment]) -> str:
    """The text of a cell; what is set in another type below its first line is another text."""
    out = cell[0].text
    for above, segment in itertools.pairwise(cell):
        out += ("\t" if above.bold != segment.bold else " ") + segment.text
    return out
