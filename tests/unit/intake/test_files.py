"""Job ads as text, PDF, e-mail and saved pages; and files that are no ad, or worse (A34)."""
# ruff: noqa: E501  (made-up pages and tables read better unbroken)

import zlib
from datetime import date
from email.message import EmailMessage

import pytest
from fpdf import FPDF

from companion.errors import BadInput, TooLarge, Unreadable
from companion.intake import AdFile, FileReader, read_eml, read_file, read_pdf, read_text
from tests.unit.intake.pages import AT, TEXT, ld, posting

AD = f"""Backend Engineer at Larkspur Instruments
Location: Leeds, UK (Hybrid)
Employment type: Full-time
Salary: £45,000 - £55,000 per year
Posted: 2 March 2026

{TEXT}"""


def _pdf(text: str, pages: int = 1, **more: str) -> bytes:
    document = FPDF()
    document.set_font("Helvetica", size=11)
    for _ in range(pages):
        document.add_page()
        document.multi_cell(0, 6, text.replace("£", "GBP "))
    if more:
        document.set_encryption(owner_password="o", **more)
    return bytes(document.output())


def _mail(*, html: str = "", text: str = "", subject: str = "Fwd: Backend Engineer") -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"], message["Date"] = (
        subject,
        "jobs@example.com",
        "mara@example.com",
        "Tue, 10 Mar 2026 09:00:00 +0000",
    )
    message.set_content(text or "See the HTML part.")
    if html:
        message.add_alternative(html, subtype="html")
    return bytes(message)


def test_a_pasted_ad_is_read_by_its_lines_and_labels() -> None:
    reading = read_text(AD, url="https://larkspur.example/jobs/1", captured_at=AT)
    found = reading.posting
    assert (found.title, found.company, found.mode) == ("Backend Engineer", "Larkspur Instruments", "hybrid")
    assert [(place.city, place.country) for place in found.places] == [("Leeds", "GB")]
    assert found.pay is not None
    assert (found.pay.minimum, found.pay.maximum, found.posted, found.employment) == (
        45000,
        55000,
        date(2026, 3, 2),
        ("full_time",),
    )
    assert "- Design and build services in Python" in reading.description


@pytest.mark.parametrize(
    ("first", "title", "company"),
    [("Job title: Baker\nCompany: Heron Bakery", "Baker", "Heron Bakery"), ("Baker | Heron Bakery", "Baker", "Heron Bakery"), ("Baker", "Baker", ""), ("# Senior Baker (m/w/d)", "Senior Baker (m/w/d)", "")],
)  # fmt: skip
def test_titles_of_pasted_ads(first: str, title: str, company: str) -> None:
    found = read_text(f"{first}\n\n{TEXT}", captured_at=AT).posting
    assert (found.title, found.company) == (title, company)


def test_a_pdf_is_read() -> None:
    found = read_pdf(_pdf(AD), captured_at=AT).posting
    assert (found.title, found.company) == ("Backend Engineer", "Larkspur Instruments")


def test_an_email_is_read_by_its_html_or_its_text() -> None:
    with_page = read_eml(_mail(html=f"<html><head>{ld(posting())}</head><body>x</body></html>"))
    assert (with_page.posting.title, with_page.posting.captured_at.date()) == ("Backend Engineer", date(2026, 3, 10))
    with_text = read_eml(_mail(text=TEXT + "\nhttps://larkspur.example/jobs/1"))
    assert (with_text.posting.title, with_text.posting.url) == ("Backend Engineer", "https://larkspur.example/jobs/1")


@pytest.mark.parametrize(
    "data",
    [_pdf(AD), _mail(text=AD), f"<!doctype html><html><head>{ld(posting())}</head><body>x</body></html>".encode(), AD.encode(), AD.encode("utf-16")],
    ids=["pdf", "mail", "page", "text", "utf-16"],
)  # fmt: skip
def test_the_kind_of_a_file_is_told_by_its_content(data: bytes) -> None:
    assert read_file(AdFile(data=data)).posting.title == "Backend Engineer"


BAD = {
    "empty": b"", "binary": bytes(range(256)) * 20, "a picture": b"\x89PNG\r\n\x1a\n" + bytes(500), "cut pdf": b"%PDF-1.7\n1 0 obj", "a pdf of pictures": _pdf(""),
    "a locked pdf": _pdf(AD, user_password="x"), "a pdf of forty pages": _pdf("A page of words about nothing.", 40),
    "a pdf that points at itself": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>",
    "a pdf bomb": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj 4 0 obj<</Filter/FlateDecode/Length 100>>stream\n"
    + zlib.compress(bytes(60_000_000)) + b"\nendstream endobj trailer<</Root 1 0 R>>",
    "a letter": b"Dear Mara,\nthe river is high again and we will be late on Sunday. Bring the boots and the small boat. Yours, Tom " * 5,
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_files_that_are_no_ad_are_refused_in_words(name: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_file(AdFile(data=BAD[name]))
    assert caught.value.message
    assert caught.value.hint


def test_size_is_looked_at_first() -> None:
    with pytest.raises(TooLarge):
        read_file(AdFile(data=b"x" * 20_000_001))
    with pytest.raises(TooLarge):
        read_text("word " * 300_000)


async def test_files_are_read_in_a_worker() -> None:
    async with FileReader() as reader:
        assert (await reader.read(AdFile(data=_pdf(AD)))).posting.title == "Backend Engineer"
        with pytest.raises(Unreadable):
            await reader.read(AdFile(data=BAD["a locked pdf"]))
