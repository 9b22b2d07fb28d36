"""PDF → lines in reading order, from the boxes and sizes of characters (pdfium), with columns kept apart.

Raises Unreadable for encrypted, broken and picture-only files and TooLarge for long ones, each with what to do.
"""

import ctypes
import itertools
import math
import re
from collections.abc import Iterator, Sequence
from typing import Any, cast

import msgspec
import pypdfium2 as pdfium
import pypdfium2.raw as _raw

from companion.errors import TooLarge, Unreadable
from companion.resume.reading.columns import arrange
from companion.resume.reading.lines import TextLine, told_apart
from companion.resume.reading.segment import Segment

raw = cast("Any", _raw)
_MOST_PAGES = 30
_MOST_CHARACTERS = 200_000
_APART, _WIDER = 0.42, 1.6
"""Line heights of space that set words apart at least, and how much wider than usual it is."""
_SPREAD, _EVEN = 0.09, 0.07
"""Line heights between letters set apart at least, and by which such gaps may differ."""
_ITALIC = re.compile(r"italic|oblique|-it\b|slanted", re.IGNORECASE)
_BOLD = re.compile(r"bold|black|heavy|semibold|demi|-bd|medi(?!um)", re.IGNORECASE)


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """What a PDF says: its lines, the addresses its links point to, and its own title and author."""

    lines: tuple[TextLine, ...]
    links: tuple[str, ...]
    title: str
    author: str


def read_pdf(data: bytes) -> Document:
    """The text of a PDF. Needs no more than the bytes; see `companion.resume.reader` for time and memory limits."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "assword" in str(error):
            raise Unreadable(
                "This PDF is protected by a password.", "Save a copy without a password and try again."
            ) from error
        raise Unreadable(
            "This PDF is damaged or not a PDF.", "Export it again from the program it was written in."
        ) from error
    try:
        return _read(document)
    finally:
        document.close()


def _read(document: Any) -> Document:
    if len(document) > _MOST_PAGES:
        raise TooLarge(
            f"This PDF has {len(document)} pages.", f"A resume has a few; files of up to {_MOST_PAGES} pages are read."
        )
    pages: list[list[Segment]] = []
    links: list[str] = []
    pictures = False
    total = 0
    usual = 1.0
    for number in range(len(document)):
        page = document[number]
        try:
            text = page.get_textpage()
            try:
                total += text.count_chars()
                if total > _MOST_CHARACTERS:
                    raise TooLarge("This PDF holds far more text than a resume.", "Choose the resume itself.")
                glyphs = list(_glyphs(text))
                usual = min(usual, _usual_space(glyphs) or usual)
                segments = list(_segments(glyphs, number, max(_APART, _WIDER * usual)))
            finally:
                text.close()
            pages.append(segments)
            links.extend(_links(document, page))
            if not segments and not pictures:
                pictures = any(o.type == raw.FPDF_PAGEOBJ_IMAGE for o in itertools.islice(page.get_objects(), 200))
        finally:
            page.close()
    if sum(len(s.text.strip()) for page in pages for s in page) < 20:
        what = "only pictures of text" if pictures else "no text"
        raise Unreadable(
            f"This PDF holds {what}.",
            "Export it from the program it was written in, or use DOCX; a scan cannot be read here.",
        )
    meta = document.get_metadata_dict()
    return Document(
        lines=tuple(arrange(pages)),
        links=tuple(dict.fromkeys(links)),
        title=str(meta.get("Title") or ""),
        author=str(meta.get("Author") or ""),
    )


class _Glyph(msgspec.Struct):
    char: str
    left: float
    right: float
    bottom: float
    top: float
    base: float
    bold: bool
    italic: bool = False


def _glyphs(text: Any) -> Iterator[_Glyph | None]:
    """Characters with their boxes; None for a break that pdfium found."""
    handle = text.raw
    box = raw.FS_RECTF()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    x, y = ctypes.c_double(), ctypes.c_double()
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    fonts: dict[bytes, tuple[bool, bool]] = {}
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(handle, index)
        char = chr(code) if 0 < code < 0x110000 else "\ufffd"
        if char in "\r\n":
            yield None
            continue
        if char == "\x02":  # what pdfium makes of a hyphen at the end of a line
            char = "-"
        if raw.FPDFText_IsGenerated(handle, index) == 1:
            yield _Glyph(char, 0, 0, 0, 0, math.nan, False)
            continue
        raw.FPDFText_GetLooseCharBox(handle, index, box)
        raw.FPDFText_GetCharBox(handle, index, left, right, bottom, top)
        raw.FPDFText_GetCharOrigin(handle, index, x, y)
        raw.FPDFText_GetFontInfo(handle, index, name, 128, flags)
        look = fonts.get(name.value)
        if look is None:
            weight = raw.FPDFText_GetFontWeight(handle, index)
            # Type 3 and Type 1 fonts have no weight, and pdfium estimates one; the name is the surer sign.
            font = name.value.decode("latin-1")
            look = bool(_BOLD.search(font)) or weight >= 690, bool(_ITALIC.search(font))
            fonts[name.value] = look
        yield _Glyph(char, box.left, box.right, box.bottom, box.top, y.value, *look)


def _segments(glyphs: Sequence[_Glyph | None], page: int, apart: float) -> Iterator[Segment]:
    """Stretches of characters on one baseline without a wide gap; what more space than `apart` parts within one has a
    tab between.
    """
    run: list[_Glyph] = []
    parted = False  # by pdfium, which also parts what a kerned letter begins
    for glyph in glyphs:
        if glyph is None:
            parted = True
            continue
        if math.isnan(glyph.base):
            if run:
                last = run[-1]
                run.append(_Glyph(" ", last.right, last.right, last.bottom, last.top, last.base, last.bold))
            continue
        if run and (_breaks(run[-1], glyph) or (parted and not _touches(run[-1], glyph))):
            yield from _segment(run, page, apart)
            run = []
        parted = False
        if run and _spaced(run[-1], glyph):
            run.append(_Glyph(" ", glyph.left, glyph.left, glyph.bottom, glyph.top, glyph.base, glyph.bold))
        run.append(glyph)
    yield from _segment(run, page, apart)


def _touches(last: _Glyph, glyph: _Glyph) -> bool:
    """Whether a character stands right beside the one before it, as if nothing had come between."""
    tall = max(last.top - last.bottom, glyph.top - glyph.bottom, 1)
    return abs(glyph.base - last.base) < 0.05 * tall and -0.3 * tall < glyph.left - last.right < 0.3 * tall


def _spaced(last: _Glyph, glyph: _Glyph) -> bool:
    """Whether a gap between two characters is a space that nobody drew."""
    return glyph.char != " " != last.char and glyph.left - last.right > 0.22 * max(glyph.top - glyph.bottom, 1)


def _breaks(last: _Glyph, glyph: _Glyph) -> bool:
    tall = max(last.top - last.bottom, glyph.top - glyph.bottom, 1)
    if abs(glyph.base - last.base) > 0.45 * tall:
        return True
    gap = glyph.left - last.right
    return gap > (1.05 if last.bold == glyph.bold else 0.6) * tall or gap < -2.5 * tall


def _segment(run: list[_Glyph], page: int, apart: float) -> Iterator[Segment]:
    letters = [glyph for glyph in run if not glyph.char.isspace()]
    if not letters:
        return
    size = sorted(glyph.top - glyph.bottom for glyph in letters)[len(letters) // 2]
    bold = sum(glyph.bold for glyph in letters) > 0.6 * len(letters)
    yield Segment(
        text=_spread(letters) or _joined(run, apart),
        x0=letters[0].left,
        x1=max(glyph.right for glyph in letters),
        base=sorted(glyph.base for glyph in letters)[len(letters) // 2],
        size=size,
        bold=bold,
        page=page,
    )


def _usual_space(glyphs: Sequence[_Glyph | None]) -> float:
    """How wide the spaces between words are on a page, in line heights; justified lines have wider ones."""
    gaps: list[float] = []
    last: _Glyph | None = None
    spaced = False
    for glyph in glyphs:
        if glyph is None:
            last = None
        elif glyph.char == " ":
            spaced = True
        else:
            if last and spaced and abs(last.base - glyph.base) < 1:
                gaps.append(_gap(last, glyph))
            last, spaced = glyph, False
    return sorted(gaps)[len(gaps) * 3 // 4] if gaps else 0.0


def _gap(last: _Glyph, glyph: _Glyph) -> float:
    return (glyph.left - last.right) / max(last.top - last.bottom, glyph.top - glyph.bottom, 1)


def _joined(run: list[_Glyph], apart: float) -> str:
    """The text of a run; the two names in it told apart where the type changes once, and what space sets `apart`."""
    letters = [n for n, glyph in enumerate(run) if glyph.char != " "]
    between = sorted(_gap(run[a], run[b]) for a, b in itertools.pairwise(letters) if b == a + 1)
    spread = 2 * max(between[len(between) // 2], 0) if between else 0.0
    wide = {a + 1 for a, b in itertools.pairwise(letters) if b > a + 1 and _gap(run[a], run[b]) - spread > apart}
    for at in wide:
        run[at].char = "\t"
    letters = [n for n, glyph in enumerate(run) if glyph.char.isalnum()]
    cuts = [b for a, b in itertools.pairwise(letters) if (run[a].bold, run[a].italic) != (run[b].bold, run[b].italic)]
    text = "".join(glyph.char for glyph in run)
    if len(cuts) == 1 and not text[cuts[0] - 1].isalnum():
        text = told_apart(text[: cuts[0]], text[cuts[0] :])
    return text.strip()


def _spread(letters: Sequence[_Glyph]) -> str:
    """The words of a run set with space between its letters; empty where it is set as usual."""
    if len(letters) < 4:
        return ""
    gaps = [after.left - before.right for before, after in itertools.pairwise(letters)]
    usual = sorted(gaps)[len(gaps) // 3]
    tall = max(glyph.top - glyph.bottom for glyph in letters)
    even = sum(abs(gap - usual) < _EVEN * tall for gap in gaps)
    if usual < _SPREAD * tall or 2 * even < len(gaps) or all(glyph.char.isdigit() for glyph in letters):
        return ""
    out = letters[0].char
    for gap, glyph in zip(gaps, letters[1:], strict=True):
        out += f" {glyph.char}" if gap > usual + 0.18 * tall else glyph.char
    return out


def _links(document: Any, page: Any) -> Iterator[str]:
    """Addresses that link annotations point to."""
    position = ctypes.c_int(0)
    link = raw.FPDF_LINK()
    buffer = ctypes.create_string_buffer(2048)
    for _ in range(200):
        if not raw.FPDFLink_Enumerate(page.raw, position, link):
            return
        action = raw.FPDFLink_GetAction(link)
        if action and raw.FPDFAction_GetURIPath(document.raw, action, buffer, 2048):
            yield buffer.value.decode("utf-8", "replace")
