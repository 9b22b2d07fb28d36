"""Reading an uploaded resume, whatever it is: bytes in, Profile out. Which reader is decided by content, not by name.

Pure, but hostile files can cost time and memory: a server calls it through `companion.resume.reader`.
"""

import io
import re
import zipfile

import msgspec

from companion.errors import TooLarge, Unreadable
from companion.model.facts import facts
from companion.model.profile import Profile
from companion.resume.formats.jsonresume import from_json_resume
from companion.resume.formats.linkedin import from_linkedin_export, is_linkedin_export
from companion.resume.formats.rendercv import from_rendercv
from companion.resume.reading.assemble import assemble
from companion.resume.reading.docx import read_docx
from companion.resume.reading.plain import read_plain
from companion.resume.reading.refused import refuse, refuse_zip

MOST_BYTES = 20_000_000


def read_resume(data: bytes, file_name: str = "") -> Profile:
    """The profile a file tells: PDF, DOCX, JSON Resume, RenderCV YAML, LinkedIn's data export, plain text or
    Markdown.

    Raises Unreadable or TooLarge with one clear message; an empty reading is an error and never a profile.
    """
    if len(data) > MOST_BYTES:
        raise TooLarge("This file is larger than 20 MB.", "A resume is far smaller; choose the resume itself.")
    if not data.strip():
        raise Unreadable("This file is empty.", "Choose a resume as PDF, DOCX, JSON Resume or text.")
    profile = _read(data, file_name.casefold())
    try:
        msgspec.convert(msgspec.to_builtins(profile), Profile)
    except msgspec.ValidationError as error:
        raise TooLarge(
            "A paragraph of this file is longer than a profile can hold (20,000 characters).",
            "Part it into shorter ones, and hand in the file again.",
        ) from error
    if not facts(profile):
        raise Unreadable("Nothing in this file reads as a resume.", "Check that it is the right file.")
    return profile


def _read(data: bytes, name: str) -> Profile:
    if b"%PDF-" in data[:1024]:
        from companion.resume.reading.pdf import read_pdf  # late: the companion itself never reads a PDF

        document = read_pdf(data)
        return assemble(document.lines, document.links, (document.title, document.author))
    if data[:4] == b"PK\x03\x04":
        names = members(data)
        if is_linkedin_export(names):
            return from_linkedin_export(data)
        refuse_zip(names)
        lines, links = read_docx(data)
        return assemble(lines, links)
    refuse(data)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        try:
            document = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
        except (msgspec.DecodeError, RecursionError) as error:
            raise Unreadable("This JSON is damaged.", "Export it again from where it came.") from error
        return from_json_resume(document)
    if name.endswith((".yaml", ".yml")) or re.match(rb"(?:\s*#[^\n]*\n|\s)*cv:\s*\n", data):
        return from_rendercv(data)
    lines, links = read_plain(data)
    return assemble(lines, links)


def members(data: bytes) -> list[str]:
    """The names in a zip. Raises Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.namelist()
    except zipfile.BadZipFile as error:
        raise Unreadable("This file is damaged.", "Save or download it again.") from error
