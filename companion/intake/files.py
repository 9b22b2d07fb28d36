"""Job ads that come as files: text, PDF, a saved page, an e-mail. Told apart by content, never by name alone."""

import io
import re
from datetime import datetime

import msgspec

from companion.decode import decode
from companion.errors import TooLarge, Unreadable
from companion.intake.kind import looks_like_a_job
from companion.intake.mail import read_eml
from companion.intake.page import CapturedPage, Reading
from companion.intake.reading import finish, read
from companion.intake.rows import text_draft
from companion.intake.text import clean
from companion.model.document import now

_LARGEST_TEXT = 1_000_000
LARGEST_FILE = 20_000_000
_PAGES = 30
_HTML = re.compile(rb"<(?:!doctype html|html|head|body|script|div|p)\b", re.IGNORECASE)
_MAIL = re.compile(rb"(?:[A-Za-z-]+: [^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){3,}")


class AdFile(msgspec.Struct, frozen=True, kw_only=True):
    """A job ad handed in as a file. `url` is where it came from, if known."""

    data: bytes
    name: str = ""
    url: str = ""


def read_file(file: AdFile) -> Reading:
    """A job ad in a format people have it in: PDF, e-mail, saved HTML page, text. Told by content, not name."""
    if len(file.data) > LARGEST_FILE:
        raise TooLarge("This file is larger than 20 MB.", "Paste the ad's text instead.")
    if file.data.startswith(b"%PDF"):
        return read_pdf(file.data)
    head = file.data[:3_000].lstrip()
    if _HTML.search(head):
        return read(CapturedPage(url=file.url, html=decode(file.data), captured_at=now(), portal="file"))
    if _MAIL.match(head) or file.name.lower().endswith(".eml"):
        return read_eml(file.data)
    if b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable("This kind of file cannot be read.", "Hand in a PDF, an e-mail (.eml), a saved page or text.")
    return read_text(decode(file.data), url=file.url)


def read_text(text: str, *, url: str = "", captured_at: datetime | None = None) -> Reading:
    """A job ad pasted as text; `url` is where it came from, if known. Raises Unreadable, TooLarge."""
    if len(text) > _LARGEST_TEXT:
        raise TooLarge("This text is too long for a job ad.", "Paste the ad alone.")
    words = clean(text)
    if not looks_like_a_job(words):
        raise Unreadable(
            "This text does not read like a job ad.", "Paste the whole ad: title, employer, tasks, requirements."
        )
    at = captured_at or now()
    return finish([text_draft(words, at)], CapturedPage(url=url, html="", captured_at=at, portal="text"))


def read_pdf(data: bytes, *, captured_at: datetime | None = None) -> Reading:
    """A job ad as PDF. Raises Unreadable (encrypted, scanned, no PDF), TooLarge (over 20 MB or 30 pages)."""
    if len(data) > LARGEST_FILE:
        raise TooLarge("This file is larger than 20 MB.", "Paste the ad's text instead.")
    return read_text(_pdf_text(data), captured_at=captured_at)


def _pdf_text(data: bytes) -> str:
    # Imported here: PDFs are rare, and the parser takes long to load.
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise Unreadable("This PDF is protected by a password.", "Save it without, or paste its text.")
        if len(reader.pages) > _PAGES:
            raise TooLarge(f"This PDF has more than {_PAGES} pages.", "A job ad is shorter: paste its text.")
        text = "\n".join(page.extract_text() for page in reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
        raise Unreadable("This PDF cannot be read.", "Paste its text instead.") from error
    if len(text.split()) < 20:
        raise Unreadable("This PDF holds pictures and no text.", "Paste the ad's text instead.")
    return text[:_LARGEST_TEXT]
