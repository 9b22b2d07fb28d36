"""PDF → lines in reading order, from the boxes and sizes of characters (pdfium), with columns kept apart.

Raises Unreadable for encrypted, broken and picture-only files and TooLarge for long ones, each with what to do.
"""

import ctypes
import itertools
import math
import re
from collections.abc import Iterator
from typing import Any, cast

import msgspec
import pypdfium2 as pdfium
import pypdfium2.raw as _raw

from companion.errors import TooLarge, Unreadable
from companion.resume.reading.columns import arrange
from companion.resume.reading.glyphs import Glyph, segments_of, usual_space
from companion.resume.reading.lines import TextLine
from companion.resume.reading.segment import Segment

raw = cast("Any", _raw)
_MOST_PAGES = 30
_MOST_CHARACTERS = 200_000
_ITALIC = re.compile(r"italic|oblique|-it\b|slanted", re.IGNORECASE)
_BOLD = re.compile(r"bold|black|heavy|semibold|demi|-bd|medi(?!um)", re.IGNORECASE)
_BELOW, _ABOVE = 0.25, 0.9
"""Sizes of type that a line of text reaches below and above its baseline. What a font says of it itself may be that of
each letter alone, and differs from font to font.
"""


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
                glyphs = list(glyphs_of(text))
                usual = min(usual, usual_space(glyphs) or usual)
                segments = list(segments_of(glyphs, number, usual))
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


def glyphs_of(text: Any) -> Iterator[Glyph | None]:
    """Characters with their boxes; None for a break that pdfium found."""
    handle = text.raw
    box = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    matrix = raw.FS_MATRIX()
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
            yield Glyph(char, 0, 0, 0, 0, math.nan, False)
            continue
        raw.FPDFText_GetLooseCharBox(handle, index, box)
        raw.FPDFText_GetCharOrigin(handle, index, x, y)
        raw.FPDFText_GetFontInfo(handle, index, name, 128, flags)
        look = fonts.get(name.value)
        if look is None:
            weight = raw.FPDFText_GetFontWeight(handle, index)
            # Type 3 and Type 1 fonts have no weight, and pdfium estimates one; the name is the surer sign.
            font = name.value.decode("latin-1")
            look = bool(_BOLD.search(font)) or weight >= 690, bool(_ITALIC.search(font))
            fonts[name.value] = look
        size = raw.FPDFText_GetFontSize(handle, index)
        if raw.FPDFText_GetMatrix(handle, index, matrix):
            size *= math.hypot(matrix.c, matrix.d)
        yield Glyph(char, box.left, box.right, y.value - _BELOW * size, y.value + _ABOVE * size, y.value, *look)


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
