"""Tables of jobs or of schools whose columns have captions → one line a row, each part with what heads its column.

Which cell is what, the captions say; a cell that runs over several lines is one text.
"""

import itertools
from collections.abc import Iterator, Sequence, Set

import msgspec

from companion.resume.reading.captions import asks_tasks, columns_of
from companion.resume.reading.dates import has_date, spans
from companion.resume.reading.lines import TextLine, joined
from companion.resume.reading.segment import Row, Segment
from companion.resume.reading.titles import kind_of

_STACKED = 3
"""Lines of captions at most."""
_PITCH = 1.8
"""Sizes between two lines of captions at most."""
_APART = 4.5
"""Sizes between two rows of one table at most."""
_NEAR = 3.0
"""Points by which the texts of one column may begin apart."""
_EVEN = 1.1
"""How many times as far as each other two lines may be and stand evenly."""
_WIDER = 1.2
"""How many times as far apart two records are as two lines of a cell, at least."""


class _Cell(msgspec.Struct):
    text: str
    x0: float
    x1: float
    bold: bool = False


_Line = dict[int, str]
"""What a line of a table has in each of its columns."""


def headed(lines: Sequence[TextLine]) -> list[TextLine]:
    """`lines` of a text without places, in which the rows below captions have as many parts as those."""
    out: list[TextLine] = []
    heads: tuple[str, ...] = ()
    for n, line in enumerate(lines):
        cells = _parts(line)
        below = _parts(lines[n + 1]) if n + 1 < len(lines) else ()
        if len(cells) == len(below) > 1 and columns_of(cells):
            heads = cells
        elif heads and len(cells) == len(heads):
            out.append(msgspec.structs.replace(line, text="\t".join(cells), heads=heads))
        else:
            heads = ()
            out.append(line)
    return out


def _parts(line: TextLine) -> tuple[str, ...]:
    marks = line.text.strip("| ").replace(" | ", "\t").split("\t")
    return tuple(mark.strip(" |") for mark in marks) if all(mark.strip(" |") for mark in marks) else ()


def tabled(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """The rows of `pages` with those of such tables as one text each, their cells with tabs between, and `heads`. A
    table that ends with its page may go on at the top of the next.
    """
    out: list[list[Row]] = []
    heads: list[_Cell] = []
    starts: list[float] = []
    for rows in pages:
        page: list[Row] = []
        at = 0
        while at < len(rows):
            own, first = _captions(rows, at)
            on = not own and not at and bool(heads) and all(_near(cell.x0, starts) for cell in _cells(rows[0]))
            heads = own or (heads if on else [])
            stop = _end(rows, first, heads) if heads else at
            if stop <= first:
                page.append(rows[at])
                heads = []
                at += 1
            else:
                starts = [cell.x0 for row in rows[first:stop] for cell in _cells(row)]
                page += _records(rows[first:stop], heads)
                heads = heads if stop == len(rows) else []
                at = stop
        out.append(page)
    return out


def _near(x: float, starts: Sequence[float]) -> bool:
    return any(abs(x - start) <= _NEAR for start in starts)


def _captions(rows: Sequence[Row], at: int) -> tuple[list[_Cell], int]:
    """What heads the columns of a table that begins at a row, and the row below; nothing where no table does."""
    best: list[_Cell] = []
    stop = known = at
    for count in range(1, _STACKED + 1):
        stacked = rows[at : at + count]
        if len(stacked) < count or not all(map(_follows, stacked, stacked[1:])):
            break
        cells = _stacked(stacked)
        told = _known(cells)
        within = count > 1 and rows[at][0].base - rows[at + 1][0].base < rows[at][0].size  # no title is as near
        first = not best and told and told > _known(_stacked(stacked[1:])) - within
        if first or (best and told >= known and (told > known or _goes_on(rows, at + count, len(best)))):
            best, stop, known = cells, at + count, told
    return best, stop


def _known(heads: Sequence[_Cell]) -> int:
    return sum(map(bool, columns_of([cell.text for cell in heads])))


def _goes_on(rows: Sequence[Row], stop: int, heads: int) -> bool:
    """Whether the row above `stop` is rather the rest of captions than the first one below them: it has fewer cells,
    and stands out as they do or no farther from them than from the next.
    """
    row = rows[stop - 1]
    cells = len(_cells(row))
    if cells >= heads or all(s.bold for s in row):
        return cells < heads
    below = row[0].base - rows[stop][0].base if stop < len(rows) else _APART * row[0].size
    nearer = rows[stop - 2][0].base - row[0].base < _EVEN * below
    return nearer and 2 * cells <= heads and not any(has_date(s.text) for s in row)


def _follows(above: Row, below: Row) -> bool:
    near = above[0].base - below[0].base < _PITCH * above[0].size and above[0].page == below[0].page
    return near and above[0].bold == below[0].bold


def _stacked(rows: Sequence[Row]) -> list[_Cell]:
    """The texts of several rows, those that stand one below the other joined."""
    out: list[_Cell] = []
    for row in rows:
        for cell in _cells(row):
            above = next((one for one in out if _overlap(one, cell) > 0), None)
            if above is None:
                out.append(cell)
            else:
                above.text = f"{above.text} {cell.text}"
                above.x0, above.x1 = min(above.x0, cell.x0), max(above.x1, cell.x1)
    return sorted(out, key=lambda cell: cell.x0)


def _cells(row: Row) -> list[_Cell]:
    return [cell for segment in row for cell in _parted(segment)]


def _parted(segment: Segment) -> Iterator[_Cell]:
    """The parts of a segment as cells; where the file does not tell where they begin, about."""
    texts = segment.text.split("\t")
    wide = (segment.x1 - segment.x0) / max(len(segment.text), 1)
    at = 0
    for n, text in enumerate(texts):
        x0 = segment.starts[n] if len(segment.starts) == len(texts) else segment.x0 + wide * at
        at += len(text) + 1
        if text.strip():
            x1 = min(segment.x1, x0 + wide * len(text)) if n + 1 < len(texts) else segment.x1
            yield _Cell(text.strip(), x0, x1, segment.bold)


def _overlap(a: _Cell, b: _Cell) -> float:
    """By how many points two texts stand one below the other; below zero, how far they are apart."""
    return min(a.x1, b.x1) - max(a.x0, b.x0)


def _end(rows: Sequence[Row], first: int, heads: Sequence[_Cell]) -> int:
    """The row below a table whose first row below its captions is `first`."""
    stop = first
    while stop < len(rows):
        row, above = rows[stop], rows[max(stop - 1, 0)]
        cells = _cells(row)
        across = any(sum(_overlap(head, cell) > 0 for head in heads) > 1 for cell in cells)
        titled = len(cells) == 1 and (kind_of(cells[0].text) or row[0].size > 1.1 * above[0].size)
        left = (
            cells[0].x0 < min(heads[0].x0, *(cell.x0 for one in rows[first : stop + 1] for cell in _cells(one))) - _NEAR
        )
        far = above[0].base - row[0].base > _APART * row[0].size
        if across or titled or far or left or (stop == first and not _begins(rows, first)):
            break
        stop += 1
    while stop > first and len(_cells(rows[stop - 1])) == 1 and all(s.bold for s in rows[stop - 1]):
        stop -= 1  # the title of what follows
    return stop


def _begins(rows: Sequence[Row], first: int) -> bool:
    """Whether a row below captions begins a record: with several cells, or with a line above the middle of those."""
    below = rows[first + 1 : first + 2]
    near = bool(below) and rows[first][0].base - below[0][0].base < _PITCH * rows[first][0].size
    return len(_cells(rows[first])) > 1 or (near and len(_cells(below[0])) > 1)


def _records(rows: Sequence[Row], heads: Sequence[_Cell]) -> list[Row]:
    cells = [cell for row in rows for cell in _cells(row)]
    lines: list[_Line] = []
    bold: set[tuple[int, int]] = set()
    for n, row in enumerate(rows):
        line: _Line = {}
        for cell in _cells(row):
            column = _column(cell, cells, heads)
            line[column] = f"{line[column]} {cell.text}" if column in line else cell.text
            bold |= {(n, column)} if cell.bold else set()
        lines.append(line)
    fields = columns_of([head.text for head in heads])
    titles = fields.index("title") if "title" in fields else -1
    out: list[Row] = []
    for group in _grouped(rows, lines, fields):
        own = [n for n in group if titles in lines[n]]
        below = own[_named(own, lines, bold, titles, told=titles >= 0 and asks_tasks(heads[titles].text)) :]
        done: list[str] = []
        whole: _Line = {}
        for n in group:
            for column, text in lines[n].items():
                if column != titles or n not in below:
                    whole[column] = f"{whole[column]} {text}" if column in whole else text
                elif done and text[:1].islower():
                    done[-1] = joined(done[-1], text)
                else:
                    done.append(text)
        order = sorted(whole)
        out.append([msgspec.structs.replace(
            rows[group[0]][0], text="\t".join(whole[column] for column in order), x0=min(c.x0 for c in cells),
            x1=max(c.x1 for c in cells), bold=False, leads=False, starts=tuple(heads[column].x0 for column in order),
            heads=tuple(heads[column].text for column in order),
        )])  # fmt: skip
        out += [
            [msgspec.structs.replace(out[-1][0], text=text, starts=(), heads=(heads[titles].text,))] for text in done
        ]
    return out


def _named(own: Sequence[int], lines: Sequence[_Line], bold: Set[tuple[int, int]], column: int, *, told: bool) -> int:
    """How many of its `own` lines a cell of a title has for that title: those in bold before others, or where its
    caption has `told` to say below what was done, the first and what goes on with it.
    """
    count = next((at for at, n in enumerate(own) if (n, column) not in bold), 0) or (1 if told else len(own))
    while count < len(own) and (lines[own[count]][column][0] == "(" or lines[own[count]][column][0].islower()):
        count += 1
    return count


def _column(cell: _Cell, cells: Sequence[_Cell], heads: Sequence[_Cell]) -> int:
    """The column of a text: that of the widest one which begins where it does."""
    alike = max((one for one in cells if abs(one.x0 - cell.x0) <= _NEAR), key=lambda one: one.x1 - one.x0)
    return max(range(len(heads)), key=lambda n: _overlap(heads[n], alike))


def _grouped(rows: Sequence[Row], lines: Sequence[_Line], fields: Sequence[str]) -> list[list[int]]:
    """Which lines are one record: those that stand closer than the others, or those up to the next that has dates."""
    if all(len(line) == len(fields) for line in lines):
        return [[n] for n in range(len(lines))]
    pitches = [above[0].base - row[0].base for above, row in itertools.pairwise(rows)]
    close = [[0]]
    for n, pitch in enumerate(pitches, 1):
        if pitch > _WIDER * min(pitches):
            close.append([])
        close[-1].append(n)
    dated = [n for n, field in enumerate(fields) if field in ("dates", "until")]
    if all(_is_record([lines[n] for n in group], dated, len(fields)) for group in close):
        return close
    key = dated[0] if dated else 0
    anchors = [n for n, line in enumerate(lines) if key in line and len(line) > 1] or [0]
    centred = anchors[0] > 0  # each cell stands in the middle of its row
    out: list[list[int]] = [[] for _ in anchors]
    for n, row in enumerate(rows):
        above = sum(anchor <= n for anchor in anchors) - 1
        apart = [abs(row[0].base - rows[anchor][0].base) for anchor in anchors]
        out[apart.index(min(apart)) if centred else above].append(n)
    return out


def _is_record(lines: Sequence[_Line], dated: Sequence[int], columns: int) -> bool:
    """Whether lines that stand close have the dates of one record, or one of them has most of its cells."""
    texts = [" ".join(line[column] for line in lines if column in line) for column in dated]
    told = any(texts) or any(2 * len(line) > columns for line in lines)
    return told and (len(lines) == 1 or (bool(dated) and all(len(spans(text)) <= 1 for text in texts)))
