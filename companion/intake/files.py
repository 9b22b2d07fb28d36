"""Job ads that come as text, PDF or e-mail. What a page would tell by its structure is read from lines and labels here."""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import email
import email.policy
import io
import re
from datetime import UTC, datetime
from email.message import EmailMessage

import msgspec

from companion.decode import decode
from companion.errors import TooLarge, Unreadable
from companion.intake.dates import read_date
from companion.intake.draft import Draft
from companion.intake.employment import read_employment
from companion.intake.kind import is_ad_heading, looks_like_a_job
from companion.intake.labels import of_label
from companion.intake.page import CapturedPage, Reading
from companion.intake.pay import read_pay
from companion.intake.places import read_location
from companion.intake.reading import finish, read
from companion.intake.text import clean, html_text, line
from companion.model.document import now

_LARGEST_TEXT = 1_000_000
LARGEST_FILE = 20_000_000
_PAGES = 30
_LABELLED = re.compile(r"^\W*([^:\n]{2,40}?)\s*:\s*(\S.{0,199})$", re.MULTILINE)
_AT = re.compile(r"^(?P<title>.{3,120}?)\s+(?:at|bei|chez|@|-|–|—|\|)\s+(?P<company>[^|@–—]{2,80})$", re.IGNORECASE)
_TITLE_LABEL = re.compile(
    r"^(?:job ?title|position|role|title|stelle|stellenbezeichnung|poste|intitulé|puesto|cargo|functie)$", re.IGNORECASE
)
_SUBJECT = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)+", re.IGNORECASE)
_HTML = re.compile(rb"<(?:!doctype html|html|head|body|script|div|p)\b", re.IGNORECASE)
_MAIL = re.compile(rb"(?:[A-Za-z-]+: [^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){3,}")
_LINK = re.compile(r"https?://[^\s<>\"')\]]+")


class AdFile(msgspec.Struct, frozen=True, kw_only=True):
    """A job ad handed in as a file. `url` is where it came from, if known."""

    data: bytes
    name: str = ""
    url: str = ""


def read_file(file: AdFile) -> Reading:
    """A job ad in any of the formats people have it in: PDF, e-mail, saved HTML page, text. Told by content, not name."""
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
    return finish([_text_draft(words, at)], CapturedPage(url=url, html="", captured_at=at, portal="text"))


def read_pdf(data: bytes, *, captured_at: datetime | None = None) -> Reading:
    """A job ad as PDF. Raises Unreadable (encrypted, scanned, no PDF), TooLarge (over 20 MB or 30 pages)."""
    if len(data) > LARGEST_FILE:
        raise TooLarge("This file is larger than 20 MB.", "Paste the ad's text instead.")
    return read_text(_pdf_text(data), captured_at=captured_at)


def read_eml(data: bytes) -> Reading:
    """A job ad in an e-mail (.eml): its HTML part read like a page, else its text. Raises Unreadable, TooLarge."""
    if len(data) > LARGEST_FILE:
        raise TooLarge("This file is larger than 20 MB.", "Paste the ad's text instead.")
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not message.keys():
        raise Unreadable("This is not an e-mail file.", "Save the e-mail as .eml and try again.")
    at = _sent(message)
    subject = _SUBJECT.sub("", line(str(message.get("subject", ""))))
    rich, plain = _part(message, "html"), _part(message, "plain")
    if rich:
        try:
            return read(CapturedPage(url="", html=rich, captured_at=at, title=subject, portal="e-mail"))
        except Unreadable:
            plain = plain or html_text(rich)
    text = clean(plain)
    if not looks_like_a_job(text):
        raise Unreadable("There is no job ad in this e-mail.", "Open the job it links to and capture that page.")
    draft = _text_draft(text, at)
    link = _LINK.search(text)
    described = Draft(source="text", title=subject, url=link[0] if link else "")
    # The subject is a better title than a first line, unless the text labels one.
    drafts = [draft, described] if _labelled_title(text) or not subject else [described, draft]
    return finish(drafts, CapturedPage(url=described.url, html="", captured_at=at, portal="e-mail"))


def _text_draft(text: str, at: datetime) -> Draft:
    facts = {of_label(label): value for label, value in _LABELLED.findall(text[:6_000])}
    title, company = _title(text)
    location = read_location(facts.get("place", ""))
    return Draft(
        source="text",
        title=title,
        company=line(facts.get("company") or company, 200),
        places=location.places,
        mode=location.mode,
        remote_scope=location.scope,
        employment=read_employment([facts.get("employment", "")]),
        pay=read_pay(facts["pay"]) if "pay" in facts else None,
        posted=read_date(facts.get("posted"), at),
        valid_through=read_date(facts.get("until"), at),
        description=text,
    )


def _title(text: str) -> tuple[str, str]:
    """The first line that can be a title, or what a label says; "Title at Company" gives both."""
    if labelled := _labelled_title(text):
        return labelled, ""
    for row in text.splitlines()[:8]:
        words = row.strip(" #*-•")
        if (
            2 < len(words) <= 120
            and not words.endswith((".", ":", "!", "?"))
            and not _LINK.search(words)
            and not is_ad_heading(words)
        ):
            found = _AT.match(words)
            return (line(found["title"]), line(found["company"])) if found else (line(words), "")
    return "", ""


def _labelled_title(text: str) -> str:
    labels = _LABELLED.findall(text[:3_000])
    return next((line(value, 200) for label, value in labels if _TITLE_LABEL.match(label.strip())), "")


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


def _part(message: EmailMessage, kind: str) -> str:
    body = message.get_body(preferencelist=(kind,))
    if body is None:
        return ""
    try:
        return str(body.get_content())[:_LARGEST_TEXT]
    except (LookupError, UnicodeDecodeError, KeyError):
        return ""


def _sent(message: EmailMessage) -> datetime:
    try:
        sent = message["date"].datetime
    except (AttributeError, TypeError, ValueError):
        return now()
    return sent if sent is not None and sent.tzinfo else sent.replace(tzinfo=UTC) if sent else now()
