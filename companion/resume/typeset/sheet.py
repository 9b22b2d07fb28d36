"""A Resume as rows of its template: name, contact, sections, entries, bullets, in the order a reader and an ATS want.

Dates stand on a quiet line of their own under the entry's heading: right-aligned dates come out of some readers
after the whole block. Place and dates never share a line with employer or title, so that those stay whole.
"""

import math

import msgspec

from companion.model.resume import Entry, Line, Resume, ResumeSection
from companion.resume.typeset.fonts import printable, width
from companion.resume.typeset.layout import Pages, Piece, Row, filled, paginate, paragraph
from companion.resume.typeset.templates import INK, PAPERS, QUIET, Style, style_of

_NAME_LEADING = 1.16
_SET_APART = 0.61
"""Of the size: the space on each side of the dot between dates and place; pdf.js joins what is 0.6 apart."""
_WHOLE = 200.0
"""Points up to which an entry is never split between pages."""


def set_resume(resume: Resume) -> Pages:
    """The pages of `resume`. The same resume always gives the same pages."""
    _, height = PAPERS[resume.paper]
    style = style_of(resume.template, resume.density)
    return paginate(_rows(resume, style), top=style.top, bottom=height - style.top)


def length(resume: Resume) -> float:
    """How many pages `resume` takes in its template and paper, such as 1.4."""
    _, height = PAPERS[resume.paper]
    style = style_of(resume.template, resume.density)
    return filled(set_resume(resume), top=style.top, bottom=height - style.top)


def link_of(text: str) -> str:
    """What a contact item points to, or empty."""
    bare = text.strip()
    if " " in bare:
        return f"tel:{''.join(c for c in bare if c in '+0123456789')}" if _is_phone(bare) else ""
    if "@" in bare:
        return f"mailto:{bare}"
    if bare.startswith(("http://", "https://")):
        return bare
    if _is_phone(bare):
        return f"tel:{''.join(c for c in bare if c in '+0123456789')}"
    host, _, _ = bare.partition("/")
    return f"https://{bare}" if "." in host and host.rpartition(".")[2].isalpha() else ""


def _is_phone(text: str) -> bool:
    return sum(c.isdigit() for c in text) >= 7 and not any(c.isalpha() for c in text)


def _rows(resume: Resume, style: Style) -> list[Row]:
    page_width, _ = PAPERS[resume.paper]
    measure = page_width - 2 * style.margin
    rows = header(resume, style, measure)
    for section in resume.sections:
        rows.extend(_section(section, style, measure))
    return rows


def header(resume: Resume, style: Style, measure: float) -> list[Row]:
    """Name, headline and contact: the letterhead of resume and letter."""
    name = paragraph(
        resume.name,
        x=style.margin,
        measure=measure,
        size=style.name,
        leading=_NAME_LEADING,
        family=style.family,
        weight="bold",
        colour=style.accent,
        centred=style.centred,
        glued=True,
    )
    rows = name
    if resume.headline:
        rows += paragraph(
            resume.headline,
            x=style.margin,
            measure=measure,
            size=style.headline,
            leading=1.3,
            family=style.family,
            colour=QUIET,
            before=1,
            centred=style.centred,
            glued=True,
        )
    return rows + _contact(resume.contact, style, measure, name="" if resume.headline else resume.name)


def _contact(items: tuple[Line, ...], style: Style, measure: float, *, name: str) -> list[Row]:
    """Contact items side by side with quiet bars between, each whole on its line and a link of its own."""
    size = style.size
    bar = "  |  "
    gap = width(bar, style.family, "regular") * size / 1000
    lines: list[list[tuple[str, float]]] = [[]]
    filled_to = 0.0
    for item in items:
        text = printable(item.text)
        needed = width(text, style.family, "regular") * size / 1000
        if lines[-1] and filled_to + gap + needed > measure:
            lines.append([])
            filled_to = 0.0
        filled_to += needed + (gap if lines[-1] else 0)
        lines[-1].append((text, needed))
    widest = max(sum(wide for _, wide in line) + gap * (len(line) - 1) for line in lines)
    space = max(3.0, _apart(name, widest, style)) if name and style.centred else 3.0
    rows: list[Row] = []
    for number, line in enumerate(lines):
        total = sum(wide for _, wide in line) + gap * (len(line) - 1)
        x = style.margin + (max(0.0, measure - total) / 2 if style.centred else 0)
        pieces: list[Piece] = []
        for place, (text, wide) in enumerate(line):
            if place:
                pieces.append(Piece(text=bar, x=x, size=size, weight="regular", colour=QUIET))
                x += gap
            pieces.append(Piece(text=text, x=x, size=size, weight="regular", colour=INK, link=link_of(text)))
            x += wide
        rows.append(
            Row(pieces=tuple(pieces), height=size * style.leading, before=space if number == 0 else 0, glued=True)
        )
    return rows if items else []


def _apart(name: str, beneath: float, style: Style) -> float:
    """Points between a centred name and wider lines right beneath it, for the name to be read first: pdfminer.six
    orders blocks by half their distance from the left and three times that from the top.
    """
    inset = (beneath - width(printable(name), style.family, "bold") * style.name / 1000) / 2
    return inset / 6 - (_NAME_LEADING - 0.65) * style.name - 0.65 * style.size + 2


def _set_apart(row: Row, text: str, parts: tuple[str, ...], family: str) -> Row:
    """A row of `text` with its parts as texts of their own, farther apart than words; one that runs over stays.

    Why: parsers that go by place (OpenResume's, on pdf.js) take what stands closer for one text, and a date with a town
    and a comma for no date. The spaces drawn between keep the row one line to pdfminer.six.
    """
    whole = row.pieces[0]
    if whole.text != printable(text):
        return row
    spaces = " " * math.ceil(_SET_APART * 1000 / width(" ", family, whole.weight))
    pieces: list[Piece] = []
    x = whole.x
    for part in map(printable, parts):
        pieces.append(msgspec.structs.replace(whole, text=part + spaces, x=x))
        x += width(part + spaces, family, whole.weight) * whole.size / 1000
    return msgspec.structs.replace(row, pieces=tuple(pieces))


def _section(section: ResumeSection, style: Style, measure: float) -> list[Row]:
    heading = paragraph(
        section.title.upper() if style.heading_caps else section.title,
        x=style.margin,
        measure=measure,
        size=style.heading,
        leading=1.3,
        family=style.family,
        weight="bold",
        colour=style.accent,
        before=style.section_space,
        glued=True,
    )
    first = heading[0]
    heading[0] = Row(
        pieces=first.pieces,
        height=first.height + (2.5 if style.rule else 1),
        before=first.before,
        glued=True,
        rule=style.rule,
        bookmark=section.title,
    )
    rows = heading
    for number, entry in enumerate(section.entries):
        rows += _entry(entry, section, style, measure, first=number == 0)
    return rows


def _entry(entry: Entry, section: ResumeSection, style: Style, measure: float, *, first: bool) -> list[Row]:
    space = style.line_space * 2 if first else style.entry_space
    rows: list[Row] = []
    flat = not (entry.heading or entry.subheading or entry.dates or entry.place)
    quiet = " · ".join(part for part in (entry.dates, entry.place) if part)
    heads = [
        (entry.heading, "bold", INK, style.size),
        (entry.subheading, "regular", INK, style.size),
        (quiet, "regular", QUIET, style.size * 0.94),
        (entry.url.removeprefix("https://").rstrip("/"), "regular", QUIET, style.size * 0.94),
    ]
    for number, (text, weight, colour, size) in enumerate(h for h in heads if h[0]):
        rows += paragraph(
            text,
            x=style.margin,
            measure=measure,
            size=size,
            leading=style.leading,
            family=style.family,
            weight="bold" if weight == "bold" else "regular",
            colour=colour,
            before=space if number == 0 else 0,
            glued=True,
            link=entry.url if text and entry.url and entry.url.endswith(text) else "",
        )
        if text == quiet and entry.dates and entry.place:
            rows[-1] = _set_apart(rows[-1], quiet, (entry.dates, "·", entry.place), style.family)
    if rows and entry.heading and section.kind in ("work", "projects", "education", "volunteer"):
        rows[0] = Row(
            pieces=rows[0].pieces,
            height=rows[0].height,
            before=rows[0].before,
            glued=True,
            bookmark=entry.heading,
            level=1,
        )
    ends: list[int] = []
    for number, line in enumerate(entry.lines):
        bulleted = not flat or section.kind in ("awards", "publications", "certificates")
        bulleted = bulleted and section.kind not in ("summary", "skills", "languages", "interests")
        rows += paragraph(
            line.text,
            x=style.margin,
            measure=measure,
            size=style.size,
            leading=style.leading,
            family=style.family,
            colour=INK,
            before=(space if not rows else style.line_space) if number == 0 else style.line_space,
            bullet=style.bullet if bulleted else "",
            indent=style.indent if bulleted else 0,
        )
        if rows:  # a line of signs that set nothing has none
            ends.append(len(rows) - 1)
    for end in (*ends[:1], *ends[-2:-1]):  # where it is split, no line of it stands alone on either page
        rows[end] = msgspec.structs.replace(rows[end], glued=True)
    if sum(row.height + row.before for row in rows) <= _WHOLE:
        rows = [msgspec.structs.replace(row, glued=True) for row in rows]
    if rows and rows[-1].glued:
        rows[-1] = Row(
            pieces=rows[-1].pieces, height=rows[-1].height, before=rows[-1].before,
            bookmark=rows[-1].bookmark, level=rows[-1].level,
        )  # fmt: skip
    return rows
