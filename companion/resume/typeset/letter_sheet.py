"""A Letter as rows of its template, in the same letterhead as the resume it travels with, and as PDF bytes."""

from companion.model.resume import Letter, Resume
from companion.resume.typeset.draw import About, draw
from companion.resume.typeset.layout import Pages, Row, paginate, paragraph
from companion.resume.typeset.sheet import header
from companion.resume.typeset.templates import INK, PAPERS, QUIET, STYLES


def set_letter(letter: Letter) -> Pages:
    """The pages of `letter`."""
    width, height = PAPERS[letter.paper]
    style = STYLES[letter.template]
    measure = width - 2 * style.margin
    size = max(style.size, 10.0)
    head = Resume(
        id=letter.id, profile_id=letter.profile_id, profile_version=letter.profile_version, name=letter.name,
        contact=letter.contact, template=letter.template, paper=letter.paper, created_at=letter.created_at,
    )  # fmt: skip
    rows: list[Row] = list(header(head, style, measure))

    def add(text: str, *, before: float, bold: bool = False, quiet: bool = False) -> None:
        rows.extend(
            paragraph(
                text,
                x=style.margin,
                measure=measure,
                size=size,
                leading=style.leading * 1.06,
                family=style.family,
                weight="bold" if bold else "regular",
                colour=QUIET if quiet else INK,
                before=before,
            )
        )

    for text, before in ((letter.recipient, size * 2.4), (letter.date, size * 0.2)):
        if text:
            add(text, before=before, quiet=text == letter.date)
    if letter.subject:
        add(letter.subject, before=size * 2, bold=True)
    add(letter.greeting, before=size * 1.4)
    for lines in letter.paragraphs:
        add(" ".join(line.text for line in lines), before=size * 0.9)
    add(letter.closing, before=size * 1.4)
    add(letter.name, before=size * 0.6)
    return paginate(rows, top=style.top, bottom=height - style.top)


def render_letter(letter: Letter) -> bytes:
    """The PDF of `letter`; the same letter gives the same bytes."""
    about = About(
        title=f"{letter.name} – Cover letter",
        author=letter.name,
        subject=letter.subject,
        language=letter.language,
        created=letter.created_at,
    )
    return draw(set_letter(letter), about, paper=letter.paper, family=STYLES[letter.template].family)
