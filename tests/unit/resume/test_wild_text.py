"""Whatever text a person or a page brings, a document comes of it that can be opened and read (A38, A72)."""

from datetime import UTC, datetime

import pypdfium2 as pdfium  # pyright: ignore[reportMissingTypeStubs]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.model.profile import Basics, Profile, Work
from companion.resume import base_resume, read_back, render

THEN = datetime(2026, 3, 2, tzinfo=UTC)


def document(text: str) -> tuple[bytes, tuple[str, ...]]:
    profile = Profile(id="p", basics=Basics(name="Ada Muster", summary=text), work=(Work(name=text, highlights=(text,)),))
    resume = base_resume(profile, created_at=THEN)
    pdf = render(resume)
    return pdf, read_back(pdf, resume).lost


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_gives_a_pdf_that_can_be_read(text: str) -> None:
    pdf, _ = document(text)
    assert len(pdfium.PdfDocument(pdf)) >= 1


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
    pdf, lost = document(text)
    assert lost == ()
    assert b"/URI" not in pdf
    assert b"/XObject" not in pdf.replace(b"/XObject <<>>", b"") or b"/Subtype /Image" not in pdf
