"""A Resume as DOCX by python-docx: real headings and lists, one column, no tables. Same strings, same order as
the PDF.
"""

import io
from typing import Any, cast

import docx
from docx import oxml
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from companion.model.resume import Entry, Letter, Line, Resume, ResumeSection
from companion.resume.typeset.fonts import printable
from companion.resume.typeset.sheet import link_of
from companion.resume.typeset.templates import PAPERS, POINTS_PER_MM, QUIET, STYLES

_FONTS = {"garamond": "Garamond", "roboto": "Arial", "source": "Calibri"}
"""What a word processor has of each family's kind; DOCX does not carry fonts here."""
_FLAT = frozenset({"summary", "skills", "languages", "interests"})


def to_docx(resume: Resume) -> bytes:
    """The bytes of a DOCX file."""
    style = STYLES[resume.template]
    document: Any = docx.Document()
    page = document.sections[0]
    width, height = PAPERS[resume.paper]
    page.page_width, page.page_height = Mm(width / POINTS_PER_MM), Mm(height / POINTS_PER_MM)
    page.left_margin = page.right_margin = Pt(style.margin)
    page.top_margin = page.bottom_margin = Pt(style.top)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _FONTS[style.family], Pt(style.size)
    normal.paragraph_format.space_after = Pt(style.line_space)
    core = document.core_properties
    core.author, core.title, core.language = resume.name, f"{resume.name} – Resume", resume.language
    core.created = core.modified = resume.created_at.replace(tzinfo=None)
    _header(document, resume)
    for section in resume.sections:
        _section(document, section, resume)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _header(document: Any, resume: Resume) -> None:
    style = STYLES[resume.template]
    name = _paragraph(document, resume.name, size=style.name, bold=True, colour=style.accent)
    paragraphs = [name]
    if resume.headline:
        paragraphs.append(_paragraph(document, resume.headline, size=style.headline, colour=QUIET))
    if resume.contact:
        line = document.add_paragraph()
        for place, item in enumerate(resume.contact):
            if place:
                line.add_run("  |  ")
            _linked(line, item)
        paragraphs.append(line)
    if style.centred:
        for paragraph in paragraphs:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _section(document: Any, section: ResumeSection, resume: Resume) -> None:
    style = STYLES[resume.template]
    heading = document.add_heading(level=1)
    run = heading.add_run(printable(section.title))
    run.font.size, run.font.color.rgb, run.font.name = Pt(style.heading), RGBColor(*style.accent), _FONTS[style.family]
    heading.paragraph_format.space_before = Pt(style.section_space)
    heading.paragraph_format.space_after = Pt(3)
    for entry in section.entries:
        _entry(document, entry, section)


def _entry(document: Any, entry: Entry, section: ResumeSection) -> None:
    quiet = " · ".join(part for part in (entry.dates, entry.place) if part)
    heads: list[Any] = []
    if entry.heading:
        heads.append(_paragraph(document, entry.heading, bold=True))
    if entry.subheading:
        heads.append(_paragraph(document, entry.subheading))
    if quiet:
        heads.append(_paragraph(document, quiet, colour=QUIET))
    if entry.url:
        line = document.add_paragraph()
        _linked(line, Line(text=entry.url.removeprefix("https://").rstrip("/"), facts=()))
        heads.append(line)
    for head in heads:
        head.paragraph_format.keep_with_next = True
        head.paragraph_format.space_after = Pt(0)
    flat = section.kind in _FLAT and not entry.heading
    for line in entry.lines:
        document.add_paragraph(printable(line.text), style="Normal" if flat else "List Bullet")


def _paragraph(
    document: Any,
    text: str,
    *,
    size: float | None = None,
    bold: bool = False,
    colour: tuple[int, int, int] | None = None,
) -> Any:
    paragraph = document.add_paragraph()
    run = paragraph.add_run(printable(text))
    run.bold = bold
    if size:
        run.font.size = Pt(size)
    if colour:
        run.font.color.rgb = RGBColor(*colour)
    return paragraph


def _linked(paragraph: Any, item: Line) -> None:
    """A run that is a real hyperlink; python-docx has no call for it."""
    url = link_of(item.text)
    if not url:
        paragraph.add_run(printable(item.text))
        return
    relation = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    element = cast("Any", oxml).OxmlElement
    link: Any = element("w:hyperlink")
    link.set(qn("r:id"), relation)
    run: Any = element("w:r")
    text: Any = element("w:t")
    text.text = printable(item.text)
    run.append(text)
    link.append(run)
    paragraph._p.append(link)


def letter_docx(letter: Letter) -> bytes:
    """The bytes of a letter as DOCX."""
    style = STYLES[letter.template]
    document: Any = docx.Document()
    width, height = PAPERS[letter.paper]
    page = document.sections[0]
    page.page_width, page.page_height = Mm(width / POINTS_PER_MM), Mm(height / POINTS_PER_MM)
    document.styles["Normal"].font.name = _FONTS[style.family]
    document.styles["Normal"].font.size = Pt(max(style.size, 10.0))
    core = document.core_properties
    core.author, core.title = letter.name, f"{letter.name} – Cover letter"
    core.created = core.modified = letter.created_at.replace(tzinfo=None)
    _paragraph(document, letter.name, size=style.name, bold=True, colour=style.accent)
    line = document.add_paragraph()
    for place, item in enumerate(letter.contact):
        if place:
            line.add_run("  |  ")
        _linked(line, item)
    for text in (letter.recipient, letter.date):
        if text:
            _paragraph(document, text)
    _paragraph(document, letter.subject, bold=True)
    body = [" ".join(one.text for one in lines) for lines in letter.paragraphs]
    for text in (letter.greeting, *body, letter.closing, letter.name):
        _paragraph(document, text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
