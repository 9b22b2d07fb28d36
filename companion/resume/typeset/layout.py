"""Setting a document: blocks of text become rows, rows become pages, without widows, orphans or lonely headings.

A block's `head` rows stay together and with its first body row. Lengths in points, y from the top of the page.
"""

from collections.abc import Sequence

import msgspec

from companion.resume.typeset.fonts import Weight, width
from companion.resume.typeset.lines import break_lines
from companion.resume.typeset.templates import Colour


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """Text at one place of a row."""

    text: str
    x: float
    size: float
    weight: Weight
    colour: Colour
    link: str = ""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One line of output. `glued` rows may not be parted from the row after them."""

    pieces: tuple[Piece, ...]
    height: float
    before: float = 0
    glued: bool = False
    rule: Colour | None = None
    bookmark: str = ""
    level: int = 0


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    row: Row
    y: float
    """Top of the row on its page."""


Pages = tuple[tuple[Placed, ...], ...]
_BULLET_GAP = 0.4
"""Of the size, between bullet and text: farther off, pdfminer takes a bullet before a narrow letter for a column."""


def paragraph(
    text: str,
    *,
    x: float,
    measure: float,
    size: float,
    leading: float,
    family: str,
    weight: Weight = "regular",
    colour: Colour,
    before: float = 0,
    bullet: str = "",
    indent: float = 0,
    glued: bool = False,
    centred: bool = False,
    link: str = "",
) -> list[Row]:
    """The rows of one paragraph or bullet. Its first two and last two lines stay together."""
    lines = break_lines(text, measure - indent, size, family, weight)
    rows: list[Row] = []
    for number, line in enumerate(lines):
        left = x + indent
        if centred:
            left = x + (measure - width(line, family, weight) * size / 1000) / 2
        pieces = [Piece(text=line, x=left, size=size, weight=weight, colour=colour, link=link)]
        if bullet and number == 0:
            hung = left - (width(bullet, family, "regular") / 1000 + _BULLET_GAP) * size
            pieces.insert(0, Piece(text=bullet, x=hung, size=size, weight="regular", colour=colour))
        last = number == len(lines) - 1
        rows.append(
            Row(
                pieces=tuple(pieces),
                height=size * leading,
                before=before if number == 0 else 0,
                glued=glued if last else len(lines) <= 3 or number in (0, len(lines) - 2),
            )
        )
    return rows


def paginate(rows: Sequence[Row], *, top: float, bottom: float) -> Pages:
    """Rows on pages from `top` to `bottom`; a group of glued rows moves on as one unless it fills a page by itself."""
    pages: list[list[Placed]] = [[]]
    y = top
    for group in _groups(rows):
        tall = sum(row.height + row.before for row in group)
        if pages[-1] and y + tall > bottom and tall <= bottom - top:
            pages.append([])
            y = top
        for row in group:
            if pages[-1] and y + row.before + row.height > bottom:
                pages.append([])
                y = top
            y += row.before if pages[-1] else 0
            pages[-1].append(Placed(row=row, y=y))
            y += row.height
    return tuple(tuple(page) for page in pages)


def filled(pages: Pages, *, top: float, bottom: float) -> float:
    """How many pages the rows take, such as 1.4."""
    if not pages[-1]:
        return float(len(pages) - 1)
    last = pages[-1][-1]
    return len(pages) - 1 + (last.y + last.row.height - top) / (bottom - top)


def _groups(rows: Sequence[Row]) -> list[list[Row]]:
    groups: list[list[Row]] = []
    open_group = False
    for row in rows:
        if open_group:
            groups[-1].append(row)
        else:
            groups.append([row])
        open_group = row.glued
    return groups
