"""Pages of rows → PDF bytes by fpdf2: embedded subsets, links, bookmarks, language, metadata. Same input, same bytes.

What fpdf2 cannot do is not claimed: there is no structure tree, so the file is not tagged (PDF/UA). No photo is placed:
parsers trip over pictures, many employers must not see one, and a profile's `basics.image` stays in its exports.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from fpdf import FPDF

from companion.model.resume import Paper, Resume
from companion.resume.typeset.fonts import Run, Weight, drawing, run_width, runs, width
from companion.resume.typeset.layout import Pages, Piece, Placed
from companion.resume.typeset.shaping import is_right_to_left, operators
from companion.resume.typeset.sheet import set_resume
from companion.resume.typeset.templates import PAPERS, STYLES


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What the file says of itself."""

    title: str
    author: str
    subject: str
    language: str
    created: datetime


def render(resume: Resume) -> bytes:
    """The PDF of `resume`."""
    about = About(
        title=f"{resume.name} – Resume" if resume.name else "Resume",
        author=resume.name,
        subject=resume.headline,
        language=resume.language or "en",
        created=resume.created_at,
    )
    return draw(set_resume(resume), about, paper=resume.paper, family=STYLES[resume.template].family)


def draw(pages: Pages, about: About, *, paper: Paper, family: str) -> bytes:
    """The bytes of a PDF with `pages`, which `layout` has set for the same paper and family."""
    from fpdf import FPDF  # late, as the fonts: the companion starts without it

    pdf = FPDF(unit="pt", format=PAPERS[paper])
    pdf.set_auto_page_break(False)
    pdf.set_margin(0)
    pdf.c_margin = 0
    pdf.set_title(about.title)
    pdf.set_author(about.author)
    if about.subject:
        pdf.set_subject(about.subject)
    pdf.set_creator("Sincerely")
    pdf.set_producer("fpdf2")
    pdf.set_lang(about.language)
    pdf.set_creation_date(about.created)
    written: dict[str, set[str]] = defaultdict(set)
    for piece in (piece for page in pages for placed in page for piece in placed.row.pieces):
        for run in runs(piece.text, family, piece.weight):
            written[run.face].update(run.text)
    known: set[str] = set()
    with TemporaryDirectory(prefix="sincerely-fonts-") as folder:
        files = {key: drawing(key, characters, Path(folder)) for key, characters in written.items()}
        for page in pages:
            pdf.add_page()
            for placed in page:
                _row(pdf, placed, family, files, known)
        return bytes(pdf.output())


def _row(pdf: "FPDF", placed: Placed, family: str, files: Mapping[str, Path], known: set[str]) -> None:
    row = placed.row
    biggest = max((piece.size for piece in row.pieces), default=0)
    baseline = placed.y + biggest * 1.0
    if row.bookmark:
        pdf.set_y(placed.y)
        pdf.start_section(row.bookmark, level=row.level)
    for piece in row.pieces:
        _piece(pdf, piece, baseline, family, files, known)
    if row.rule and row.pieces:
        pdf.set_draw_color(*row.rule)
        pdf.set_line_width(0.6)
        y = placed.y + row.height - 1
        left = row.pieces[0].x
        pdf.line(left, y, pdf.w - left, y)


def _piece(pdf: "FPDF", piece: Piece, baseline: float, family: str, files: Mapping[str, Path], known: set[str]) -> None:
    x = piece.x
    pdf.set_text_color(*piece.colour)
    for run in runs(piece.text, family, piece.weight):
        _use(pdf, run.face, piece.size, files, known)
        if run.shaped:
            _shaped(pdf, run, x, baseline, piece.size)
        else:
            pdf.text(x, baseline, run.text)
        x += run_width(run) * piece.size / 1000
    if piece.link:
        wide = width(piece.text, family, _weight(piece)) * piece.size / 1000
        pdf.link(piece.x, baseline - piece.size * 0.8, wide, piece.size, piece.link)


def _weight(piece: Piece) -> Weight:
    return piece.weight


def _use(pdf: "FPDF", key: str, size: float, files: Mapping[str, Path], known: set[str]) -> None:
    if key not in known:
        pdf.add_font(key, "", files[key])
        known.add(key)
    pdf.set_font(key, "", size)


def _shaped(pdf: "FPDF", run: Run, x: float, baseline: float, size: float) -> None:
    """A run of a script that needs shaping. A cell of no height has its baseline 0.3 sizes below (fpdf2's layout)."""
    page: Any = pdf
    if not is_right_to_left(run.text):
        page.text(x, baseline, "")  # chooses the font on this page
        shown = operators(page.current_font, run.text, size)
        page._out(f"q {page.text_color.serialize().lower()} BT {x:.2f} {pdf.h - baseline:.2f} Td {shown} ET Q")
        return
    page.set_text_shaping(True)
    pdf.set_xy(x, baseline - 0.3 * size)
    pdf.cell(0, 0, run.text)
    page.set_text_shaping(False)
