"""Segments → rows, each of one baseline, and rows → lines, with what stands beside them read where it belongs."""

import re
import statistics
from collections.abc import Iterable, Sequence

import msgspec

from companion.resume.reading.captions import is_caption
from companion.resume.reading.cards import dealt
from companion.resume.reading.dates import has_date
from companion.resume.reading.grid import unfolded
from companion.resume.reading.hung import unhung
from companion.resume.reading.lines import TextLine, clean, is_bulleted, is_icon
from companion.resume.reading.margins import gathered, titled
from companion.resume.reading.segment import Row, Segment

_LABEL = 5
"""Words of the label before a colon at most."""
_OPEN = re.compile(r"((?<=\s)(?:in|of|and|en|de|et|y|e|für|und|di|da))\t(?![\d(])")
"""A word that ends no text, before what is set in another type."""


def rows_of(segments: Iterable[Segment]) -> list[Row]:
    """Segments grouped by baseline, from the top down, each row from left to right."""
    rows: list[Row] = []
    for segment in sorted(segments, key=lambda s: (-s.base, s.x0)):
        if rows and abs(rows[-1][0].base - segment.base) <= _slack(rows[-1], segment):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    for row in rows:
        row.sort(key=lambda s: s.x0)
    return rows


def _slack(row: Row, segment: Segment) -> float:
    """How far apart two baselines may be in one row: farther for a date in smaller type, set apart."""
    tall = min(row[0].size, segment.size)
    dated = has_date(segment.text) or any(has_date(s.text) for s in row)
    far = dated and all(segment.x0 > s.x1 + 2 * tall or segment.x1 < s.x0 - 2 * tall for s in row)
    return (0.4 if far else 0.25) * tall


def labelled(rows: Iterable[Row]) -> list[Row]:
    """`rows` with labels and what stands behind their colons as one text, however far apart a form sets them."""
    out: list[Row] = []
    for row in rows:
        told: Row = []
        colon = False
        for segment in row:
            last = told[-1] if told else None
            said = segment.text.strip()
            if last is not None and (colon or (said.startswith(":") and _is_label(last.text))):
                colon = said == ":"
                told[-1] = msgspec.structs.replace(
                    segment, text=f"{last.text.rstrip(' :')}: {said.lstrip(': ')}".rstrip(),
                    x0=last.x0, starts=(), bold=last.bold and segment.bold, leads=last.leads,
                )  # fmt: skip
            else:
                told.append(segment)
        out.append(told)
    return out


def _is_label(text: str) -> bool:
    return len(text.split()) <= _LABEL and "\t" not in text and any(c.isalpha() for c in text)


def text_of(row: Row) -> str:
    return " ".join(segment.text for segment in row)


def starts_of(segment: Segment) -> list[float]:
    """Where each part of a segment begins: about, for those after the first, where it does not tell."""
    if len(segment.starts) > 1 and segment.starts[0] == segment.x0:
        return list(segment.starts)
    wide = (segment.x1 - segment.x0) / max(len(segment.text), 1)
    parts = segment.text.split("\t")
    return [segment.x0 + wide * len("\t".join([*parts[:n], ""])) for n in range(len(parts))]


def _first_word(segment: Segment) -> float:
    """How wide the first word of a segment is, with the space before it."""
    return (segment.x1 - segment.x0) * (len(segment.text.split()[0]) + 1) / len(segment.text)


def lines_of(rows: Sequence[Row], stream: int, beside: float | None) -> list[TextLine]:
    rows = [row for row in rows if not is_caption([cell for s in row for cell in s.text.split("\t")])]
    rows = unfolded(titled(gathered(dealt(unhung(rows))), beside))
    if not rows:
        return []
    right = max(row[-1].x1 for row in rows)
    out: list[TextLine] = []
    above: Row | None = None
    for row, below in zip(rows, [*rows[1:], rows[-1]], strict=True):
        heads = row[0].heads if len(row) == 1 else ()
        text = clean("\t".join(s.text if heads else _OPEN.sub(r"\1 ", s.text) for s in row))
        bulleted = not heads and is_bulleted(text.replace("\t", " ", 1)) and len(text) > 2
        if bulleted:
            text = text.replace("\t", " ", 1) if len(row) > 1 and len(row[0].text.strip()) <= 2 else text
        told = [s for s in row if not all(map(is_icon, s.text.strip()))] or row  # an icon has a look of its own
        size = max(s.size for s in row)
        gap = (above[0].base - row[0].base) / size - 1 if above and above[0].page == row[0].page else 1.0
        gap = 1.0 if gap < -1.5 else gap  # the top of another column or card
        if text.strip():
            out.append(
                TextLine(
                    text=text,
                    x0=row[0].x0,
                    starts=tuple(x for s in row for x in starts_of(s)),
                    x1=row[-1].x1,
                    size=round(statistics.median(s.size for s in told), 1),
                    bold=told[0].bold,
                    leads=told[0].leads,
                    page=row[0].page,
                    stream=stream,
                    gap=round(gap, 2),
                    bullet=bulleted,
                    full=not heads and row[-1].x1 + _first_word(below[0]) > right - 1,
                    heads=heads,
                )
            )
        above = row
    return out
