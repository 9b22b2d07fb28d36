"""What a person sees of an uploaded file: pictures of a PDF's pages with the places of their lines, else its text.

Hostile files can cost time and memory: a server calls this through `SourceReader`, a process of its own.
"""

import csv
import io
import zipfile
from collections.abc import Iterator
from itertools import islice
from typing import Any

import msgspec

from companion.errors import TooLarge, Unreadable
from companion.resume.formats.linkedin import is_linkedin_export, tables_of
from companion.resume.reading import MOST_BYTES, members
from companion.resume.reading.docx import read_docx
from companion.resume.reading.plain import decoded
from companion.sandbox import Sandbox

_WIDE = 1100
"""Pixels across of a page's picture: sharp at the 550 or so that it is shown at."""
_TALL = 3_000
_MOST_PAGES = 30
_MOST_LINES = 2_000
_ABOVE, _BELOW = 0.85, 0.28
"""Of a line's size: how far it reaches over its baseline and under it."""

Box = tuple[int, int, int, int]
"""Left, top, width and height, in pixels of the page's picture."""


class SourceFile(msgspec.Struct, frozen=True):
    """The bytes that a profile was read from."""

    data: bytes


class SourceLine(msgspec.Struct, frozen=True):
    """One line; the box is None where there is no picture."""

    text: str
    box: Box | None = None


class SourcePage(msgspec.Struct, frozen=True, kw_only=True):
    """One page, its lines in the order of reading. `picture` is WebP of `width` × `height` pixels, or empty."""

    lines: tuple[SourceLine, ...]
    picture: bytes = b""
    width: int = 0
    height: int = 0


class Source(msgspec.Struct, frozen=True):
    """A file as it is seen. What is no PDF is one page without a picture."""

    pages: tuple[SourcePage, ...]


class SourceReader(Sandbox[SourceFile, Source]):
    """`seconds` is per file, `memory` the worker's address space in bytes."""

    def __init__(self, *, seconds: float = 10.0, memory: int = 2_000_000_000, idle: float = 20.0) -> None:
        beyond = Unreadable("This file is too complex to be shown safely.", "Open it in a program of your own.")
        super().__init__(
            "companion.resume.beside.source:see", Source, beyond=beyond, seconds=seconds, memory=memory, idle=idle
        )


def see(file: SourceFile) -> Source:
    """The file as it is seen. Raises Unreadable or TooLarge for what could not be read either."""
    data = file.data
    if len(data) > MOST_BYTES:
        raise TooLarge("This file is larger than 20 MB.", "A resume is far smaller; choose the resume itself.")
    if b"%PDF-" in data[:1024]:
        return Source(tuple(_pages(data)))
    if data[:4] == b"PK\x03\x04":
        texts = _rows(data) if is_linkedin_export(members(data)) else (line.text for line in read_docx(data)[0])
    else:
        texts = iter(decoded(data).splitlines())
    lines = (SourceLine(text.expandtabs(4).rstrip()[:2_000]) for text in texts)
    return Source((SourcePage(lines=tuple(islice(lines, _MOST_LINES))),))


def _pages(data: bytes) -> Iterator[SourcePage]:
    import pypdfium2 as pdfium  # late: the companion itself opens no PDF

    try:
        document: Any = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise Unreadable("This PDF cannot be shown.", "Open it in a program of your own.") from error
    try:
        for number in range(min(len(document), _MOST_PAGES)):
            page = document[number]
            try:
                yield _page(page, number)
            finally:
                page.close()
    finally:
        document.close()


def _page(page: Any, number: int) -> SourcePage:
    from companion.resume.reading.glyphs import segments_of, usual_space
    from companion.resume.reading.pdf import glyphs_of

    width, height = page.get_size()
    bitmap = page.render(scale=min(_WIDE / max(width, 1), _TALL / max(height, 1)))
    at = bitmap.get_posconv(page)
    text = page.get_textpage()
    try:
        glyphs = list(glyphs_of(text))
    finally:
        text.close()
    lines: list[SourceLine] = []
    for one in segments_of(glyphs, number, usual_space(glyphs) or 1.0):
        corners = [
            at.to_bitmap(x, y)
            for x, y in ((one.x0, one.base - _BELOW * one.size), (one.x1, one.base + _ABOVE * one.size))
        ]
        (left, right), (top, bottom) = sorted(x for x, _ in corners), sorted(y for _, y in corners)
        lines.append(SourceLine(one.text, (left, top, right - left, bottom - top)))
    drawn = io.BytesIO()
    bitmap.to_pil().convert("RGB").save(drawn, "WEBP", quality=80, method=2)
    return SourcePage(lines=tuple(lines), picture=drawn.getvalue(), width=bitmap.width, height=bitmap.height)


def _rows(data: bytes) -> Iterator[str]:
    """LinkedIn's tables as lines: the name of each, and its rows with what their cells are."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            tables = tables_of(archive)
    except (zipfile.BadZipFile, RuntimeError, csv.Error) as error:
        raise Unreadable("This zip file cannot be shown.", "Open it in a program of your own.") from error
    for name, rows in tables.items():
        if rows:
            yield name
        for row in rows:
            yield from (f"    {key}: {line}" for key, value in row.items() for line in value.splitlines() if line)
            yield ""
