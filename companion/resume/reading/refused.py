"""Files that are no resume we can read, told apart by content: what each is, and what its owner can do."""

import re
from collections.abc import Collection

from companion.errors import Unreadable

_AS_PDF = "Open it where it was written and save or export it as PDF or DOCX."
_STARTS: tuple[tuple[bytes, str, str], ...] = (
    (rb"\{\\rtf", "This is an RTF file.", "Open it in Word, Pages or LibreOffice and save it as DOCX or PDF."),
    (
        rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype html|html|head|body)\b|"
        rb"(?:from|mime-version|date): .*?multipart/related",
        "This is a web page, whatever its name says.",
        "Open it in a browser and print it as PDF, or save it as DOCX in Word.",
    ),
    (rb"(?:%[^\n]*\n|\s)*\\documentclass", "This is the source of a LaTeX document.", "Choose the PDF made from it."),
    (
        rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP|.{4}ftyp(?:heic|heix|mif1|avif)",
        "This is a picture.",
        "A picture of a resume cannot be read here: export the resume itself as PDF or DOCX.",
    ),
    (
        rb"7z\xbc\xaf\x27\x1c|Rar!|\x1f\x8b|BZh",
        "This is a compressed archive.",
        "Unpack it and choose the resume in it.",
    ),
    (rb"%!PS", "This is a PostScript file.", "Save it as PDF and choose that."),
)
"""How a file begins, what it is, and what to do."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD = ("This is an old Word file (DOC).", "Open it in Word or LibreOffice and save it as DOCX or PDF.")
_ZIPS: tuple[tuple[str, str, str], ...] = (
    (r"content\.xml", "This is an OpenDocument file (ODT).", "In LibreOffice or Word, save it as DOCX or PDF."),
    (r"Index/.*\.iwa|Index\.zip|index\.apxl", "This is a Pages file.", "In Pages, export it as PDF or Word."),
    (r"xl/workbook\.(?:xml|bin)", "This is a spreadsheet.", _AS_PDF),
    (r"ppt/presentation\.xml", "This is a presentation.", _AS_PDF),
    (r"META-INF/container\.xml", "This is an e-book.", _AS_PDF),
)  # fmt: skip
"""A member that tells what kind of zip it is."""


def refuse(data: bytes) -> None:
    """Raises Unreadable for a file that begins as something we cannot read; any other passes."""
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Unreadable("This Word file is protected by a password.", "Save a copy without it, or as PDF.")
        raise Unreadable(*_OLD)
    start = data[:4_000].removeprefix(b"\xef\xbb\xbf").lstrip()
    for pattern, what, hint in _STARTS:
        if re.match(pattern, start, re.IGNORECASE | re.DOTALL):
            raise Unreadable(what, hint)


def refuse_zip(names: Collection[str]) -> None:
    """Raises Unreadable for a zip with these members that is no Word document."""
    if any(re.fullmatch(r"word/document\d*\.xml", name) for name in names):
        return
    for pattern, what, hint in _ZIPS:
        if any(re.fullmatch(pattern, name) for name in names):
            raise Unreadable(what, hint)
    raise Unreadable(
        "This zip file is neither a Word document nor LinkedIn's data export.", "Unpack it and choose the resume in it."
    )
