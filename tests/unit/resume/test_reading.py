"""Reading resumes in hard layouts, and files that mean harm: one clear error, never a crash, never a silent loss."""

import io
import json
import re
import zipfile

import msgspec
import pypdf
import pytest
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.demo.sample import sample_pdf, sample_profile
from companion.errors import BadInput, TooLarge, Unreadable
from companion.model.profile import Profile
from companion.resume import ResumeReader, base_resume, read_resume, render, to_docx, to_markdown, to_rendercv, to_text
from companion.resume.labels import LABELS
from companion.resume.reading.dates import spans
from companion.resume.wording import heading, span
from tests.unit.resume import papers
from tests.unit.resume.people import THEN, person


def roles(profile: Profile) -> list[tuple[str, str, str, str]]:
    return [(work.position, work.name, work.start_date, work.end_date) for work in profile.work]


def test_a_sidebar_is_read_beside_and_not_through_the_main_column() -> None:
    profile = read_resume(papers.sidebar(), "cv.pdf")
    assert (profile.basics.name, profile.basics.email) == ("Ida Bergqvist", "ida.bergqvist@example.com")
    assert profile.basics.label == "Automation Technician"
    assert profile.basics.location.country_code == "SE"
    assert roles(profile) == [
        ("Automation Technician", "Mälarpumpar AB", "2019-03", ""),
        ("Service Technician", "Norrhiss AB", "2014-08", "2019-02"),
    ]
    assert profile.work[0].highlights[1] == "Wrote the PLC code for the alarm system that the operators use at night"
    assert [skill.name for skill in profile.skills] == ["Welding", "AutoCAD", "PLC programming", "Python"]
    assert [(one.language, one.fluency) for one in profile.languages] == [("Swedish", "native"), ("English", "C1")]
    assert profile.education[0].institution == "Yrkeshögskolan Uppland"
    assert profile.unplaced == ()


def test_dates_set_flush_right_stay_with_their_entries() -> None:
    profile = read_resume(papers.right_aligned_dates(), "cv.pdf")
    assert roles(profile) == [
        ("Dispatcher", "Harbor Freight Lines Inc.", "2020-01", ""),
        ("Warehouse Associate", "City Parcel LLC", "2016-05", "2019-12"),
    ]
    assert profile.work[0].location == "Newark, NJ"
    school = profile.education[0]
    assert (school.institution, school.study_type, school.area) == ("Essex County College", "A.A.S.", "Logistics")
    assert (school.start_date, school.end_date) == ("2014", "2016")
    assert profile.skills[0].keywords == ("SAP TM", "Excel")


def test_linkedins_own_pdf_with_two_roles_at_one_employer() -> None:
    profile = read_resume(papers.linkedin(), "Profile.pdf")
    assert profile.basics.name == "Noor Haddad"
    assert profile.basics.email == "noor.haddad@example.com"
    assert roles(profile) == [
        ("Accountant", "Musterbau GmbH", "2022-01", ""),
        ("Junior Accountant", "Musterbau GmbH", "2019-12", "2021-12"),
        ("Working Student", "Kanzlei Beispiel", "2017-04", "2019-11"),
    ]
    assert [skill.name for skill in profile.skills] == ["Bookkeeping", "DATEV", "Payroll"]
    assert profile.education[0].institution == "Hochschule Musterstadt"
    assert profile.education[0].end_date == "2019"


def test_titles_in_a_rail_open_their_sections() -> None:
    profile = read_resume(papers.rail(), "cv.pdf")
    assert roles(profile) == [
        ("Nurse", "Nemocnice Vzor", "2018", "2023"),
        ("Care Assistant", "Domov Javor", "2015", "2018"),
    ]
    assert profile.education[0].institution == "Univerzita Vzor"


def test_letters_set_apart_are_still_words() -> None:
    profile = read_resume(papers.spaced(), "cv.pdf")
    assert profile.basics.name == "Ilse Van Dorn"
    assert roles(profile) == [
        ("Arquitecta", "Molino Viejo", "2019-03", ""),
        ("Delineante", "Estudio Roble", "2014-09", "2019-02"),
    ]
    assert [work.location for work in profile.work] == ["Valencia", "Elche"]
    assert [(f"{e.study_type} {e.area}".strip(), e.institution, e.end_date) for e in profile.education] == [
        ("Grado Arquitectura", "Universidad de Ejemplo", "2014"),
        ("Técnico Superior Delineación", "Instituto Muestra", "2010"),
    ]


def test_a_form_of_labels_and_what_stands_beside_them() -> None:
    profile = read_resume(papers.form(), "cv.pdf")
    assert profile.basics.name == "Runa Eide"
    assert roles(profile) == [
        ("Electrician", "Fjord Works", "2018-02", ""),
        ("Apprentice", "Havn Electric", "2014-09", "2018-01"),
    ]
    assert profile.work[0].highlights == ("Wired three schools",)
    assert [skill.name for skill in profile.skills] == ["Welding", "AutoCAD", "eplan"]


def test_a_table_whose_cells_run_over_several_lines_is_read_cell_by_cell() -> None:
    profile = read_resume(papers.grid(), "cv.pdf")
    assert roles(profile) == [
        ("Buchhalterin", "Musterholz GmbH", "2019-04", ""),
        ("Fachangestellte", "Kanzlei Beispiel", "2012-08", "2019-03"),
    ]
    assert [work.location for work in profile.work] == ["Leipzig", "Halle"]
    assert profile.work[0].highlights == ("Abschluss für drei Gesellschaften",)
    assert profile.basics.location.city == "Leipzig"


def test_a_narrow_column_parts_no_names_and_a_rail_no_dates() -> None:
    profile = read_resume(papers.narrow(), "cv.pdf")
    assert profile.basics.name == "Hal Delacroix"
    assert roles(profile) == [
        ("Master Electrician", "Delta Wiring Co.", "2016-03", ""),
        ("Journeyman Electrician", "Gulf Contractors", "2010-05", "2016-02"),
    ]
    assert profile.work[0].highlights == ("Wires restaurants and shops", "Pulls permits")
    school = profile.education[0]
    assert (school.institution, school.start_date) == ("Southern Bayou Community College", "2006")
    assert (school.study_type, school.area) == ("Associate of Applied Science", "Electrical Technology")


def test_labels_before_values_and_bullets_written_as_a_letter() -> None:
    profile = read_resume(papers.BIODATA.encode(), "cv.txt")
    assert roles(profile) == [
        ("Senior Engineer", "Example Infotech Pvt. Ltd.", "2019-06", ""),
        ("Engineer", "Muster Solutions", "2016-07", "2019-05"),
    ]
    assert profile.work[0].highlights == ("Developed billing screens in Java", "Mentored two juniors")
    assert profile.education[0].institution == "Example Engineering College"


def test_a_docx_with_its_contact_in_a_text_box_of_the_header() -> None:
    profile = read_resume(papers.boxed_docx(), "cv.docx")
    assert (profile.basics.name, profile.basics.email) == ("Iris Tamm", "iris.tamm@example.com")
    assert roles(profile) == [("Head Chef", "The Copper Kettle", "2018-03", "")]
    assert profile.work[0].highlights == ("Runs a kitchen of nine",)


def test_a_docx_template_that_is_a_table_with_its_contact_in_the_header() -> None:
    profile = read_resume(papers.table_docx(), "cv.docx")
    assert profile.basics.name == "Astrid Nilsen"
    assert profile.basics.email == "astrid.nilsen@example.com"
    assert roles(profile) == [("Photographer", "Studio Nordlys", "2017-06", "")]
    assert profile.work[0].highlights == ("Photographed 60 weddings",)
    assert "Lightroom" in [skill.name for skill in profile.skills]


@pytest.mark.parametrize("footer", ["iris.tamm@example.com | +372 555 1234", "Page 1 of 1"])
def test_a_docx_with_its_contact_in_the_footer(footer: str) -> None:
    body = (
        papers.p("Iris Tamm", bold=True, size=20)
        + papers.p("EXPERIENCE", bold=True)
        + papers.p("Head Chef, Kettle Inn")
    )
    body += papers.p("2018 – 2020") + papers.p("Ran a kitchen of nine", listed=True)
    profile = read_resume(papers.docx(body, footer=papers.p(footer)), "cv.docx")
    assert profile.basics.name == "Iris Tamm"
    assert (profile.basics.email, profile.basics.phone) == (
        ("iris.tamm@example.com", "+372 555 1234") if "@" in footer else ("", "")
    )
    assert profile.work[0].highlights == ("Ran a kitchen of nine",)
    assert footer not in str(profile.unplaced)


@pytest.mark.parametrize("template", ["classic", "compact", "modern"])
def test_our_own_documents_are_read_back_as_they_were(template: str) -> None:
    profile = person()
    resume = base_resume(profile, template=template, created_at=THEN)
    for data, name in ((render(resume), "a.pdf"), (to_docx(resume), "a.docx"), (to_markdown(resume).encode(), "a.md"),
                       (to_text(resume).encode(), "a.txt"), (to_rendercv(profile).encode(), "a.yaml")):  # fmt: skip
        read = read_resume(data, name)
        assert read.basics.name == profile.basics.name, name
        assert read.basics.email == profile.basics.email, name
        assert roles(read) == roles(profile), name
        assert [w.highlights for w in read.work] == [w.highlights for w in profile.work], name
        assert [e.institution for e in read.education] == [e.institution for e in profile.education], name
        assert [s.keywords for s in read.skills] == [s.keywords for s in profile.skills], name


@pytest.mark.parametrize("language", LABELS)
def test_titles_months_and_today_are_known_in_every_language_that_a_resume_is_set_in(language: str) -> None:
    lines = [
        "Ida Example", "ida@example.com", "",
        heading("work", language),
        "Werk A GmbH, Kiel", f"Engineer    {span('2021-03', '', language)}", "- Repaired 12 pumps",
        "Werk B GmbH, Kiel", f"Technician    {span('2018-05', '2021-02', language)}", "- Measured 3 tanks", "",
        heading("education", language),
        "Example University", f"Bachelor of Science    {span('2014-10', '2018-02', language)}", "",
        heading("skills", language), "Python, Welding", "",
        heading("languages", language), "English, German",
    ]  # fmt: skip
    read = read_resume("\n".join(lines).encode(), "cv.txt")
    assert roles(read) == [
        ("Engineer", "Werk A GmbH", "2021-03", ""),
        ("Technician", "Werk B GmbH", "2018-05", "2021-02"),
    ]
    assert [(e.institution, e.start_date, e.end_date) for e in read.education] == [
        ("Example University", "2014-10", "2018-02")
    ]
    assert [skill.name for skill in read.skills] == ["Python", "Welding"]
    assert [one.language for one in read.languages] == ["English", "German"]


def test_the_demos_sample_is_read_as_it_was_written() -> None:
    profile, read = sample_profile(), read_resume(sample_pdf(), "sample.pdf")
    assert roles(read) == roles(profile)
    assert read.basics.phone == profile.basics.phone
    assert read.unplaced == ()


def test_lines_that_found_no_place_are_shown() -> None:
    text = b"Ada Muster\nada@example.com\n\nEXPERIENCE\n\nEngineer, Werk GmbH\n2019 - 2021\n- Built it\n\n"
    text += b"MY COLLECTION\n\nSeventeen brass sextants\n"
    profile = read_resume(text, "a.txt")
    assert "sextants" in str(msgspec.to_builtins(profile))


def test_an_unsure_name_is_marked() -> None:
    profile = read_resume(
        b"WORK EXPERIENCE\n\nClerk, Amt Musterstadt\n2019 - 2021\n- Kept the register of boats\n", "a.txt"
    )
    assert profile.basics.name == "" or any(doubt.path == "basics/name" for doubt in profile.doubts)


@pytest.mark.parametrize(
    ("text", "start", "end", "present"),
    [
        ("Sept. 2011 – Feb. 2012", "2011-09", "2012-02", False),
        ("03/2019 - heute", "2019-03", "", True),
        ("janvier 2020 à mars 2021", "2020-01", "2021-03", False),
        ("June – August 2023", "2023-06", "2023-08", False),
        ("2019-03 to 2020-11", "2019-03", "2020-11", False),
        ("01.03.2019 - 31.12.2020", "2019-03", "2020-12", False),
        ("enero de 2018 - actualidad", "2018-01", "", True),
        ("Jan '19 - Mar '21", "2019-01", "2021-03", False),
        ("since 2019", "2019", "", True),
        ("Winter 2018/19", "2018", "2019", False),
        ("Stagioni 2014/15 e 2015/16", "2014", "2016", False),
        ("Summers 2016, 2017 and 2018", "2016", "2018", False),
        ("Temporadas de verano 2018 y 2019", "2018", "2019", False),
        ("Saison d'hiver 1999/00", "1999", "2000", False),
        ("Fall 2016 – Spring 2018", "2016", "2018", False),
        ("2018/19 – 2020/21", "2018", "2021", False),
        ("2017/2019", "2017", "2019", False),
        ("2018/11", "2018-11", "", False),
    ],
)
def test_dates_of_many_hands(text: str, start: str, end: str, present: bool) -> None:
    (span,) = spans(text)
    assert (span.start, span.end, span.present) == (start, end, present)


@pytest.mark.parametrize("text", ["1,200 users", "$2000", "grew 2019%", "192.168.2010.1"])
def test_numbers_that_are_no_dates(text: str) -> None:
    assert spans(text) == []


def encrypted() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(sample_pdf()))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def pages(count: int, text: str) -> bytes:
    pdf = FPDF()
    pdf.set_font("Helvetica", size=12)
    for _ in range(count):
        pdf.add_page()
        if text:
            pdf.text(20, 20, text)
    return bytes(pdf.output())


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w:p>" + b"a" * 60_000_000)
    return out.getvalue()


XXE = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
    "Ada Muster ada@example.com &x; Engineer at Werk</w:t></w:r></w:p></w:body></w:document>"
)


def xxe() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", XXE)
    return out.getvalue()


HOSTILE = {
    "empty": b"",
    "blank": b" \n\t ",
    "encrypted pdf": encrypted(),
    "pdf without text": pages(2, ""),
    "pdf of 500 pages": pages(500, "Resume of somebody"),
    "truncated pdf": sample_pdf()[:700],
    "pdf in name only": b"%PDF-1.7\nnothing",
    "zip bomb": bomb(),
    "zip that is no document": papers.docx("").replace(b"word/document.xml", b"wxrd/document.xml"),
    "half a zip": papers.docx(papers.p("Ada"))[:60],
    "old word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "broken json": b'{"basics": {"name": ',
    "json that is no resume": b'{"a": 1}',
    "json list": b"[1, 2]",
    "deep json": b'{"a":' * 60_000,
    "yaml bomb": b"cv: &a [1,1]\nb: &b [*a,*a,*a]\nc: [*b,*b]\n",
    "binary": bytes(range(256)) * 40,
}


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x" * 40)
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
WRONG = {
    "old Word": OLE + "WordDocument".encode("utf-16-le"),
    "password": OLE + "EncryptedPackage".encode("utf-16-le"),
    "RTF": b"{\\rtf1\\ansi Ada Muster, Engineer, ada@example.com}",
    "web page": b"\xef\xbb\xbf\n<!DOCTYPE html>\n<html><body>Ada Muster, ada@example.com</body></html>",
    "LaTeX": b"% resume\n\\documentclass[a4paper]{article}\n\\begin{document}Ada Muster\\end{document}",
    "picture": b"\x89PNG\r\n\x1a\n" + b"\0" * 200,
    "compressed": b"\x1f\x8b\x08" + b"\0" * 200,
    "OpenDocument": zipped("mimetype", "content.xml", "meta.xml"),
    "Pages": zipped("Index/Document.iwa", "preview.jpg"),
    "spreadsheet": zipped("[Content_Types].xml", "xl/workbook.xml"),
    "neither": zipped("photos/a.jpg", "notes.txt"),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_file_of_another_kind_is_named_as_what_it_is_whatever_its_ending(what: str) -> None:
    for ending in ("cv.doc", "cv.docx", "cv.pdf"):
        with pytest.raises(Unreadable, match=what) as caught:
            read_resume(WRONG[what], ending)
        assert re.search("PDF|DOCX|Unpack|Save a copy", caught.value.hint)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_bad_file_gets_one_clear_error(name: str) -> None:
    ending = {"yaml bomb": "a.yaml", "deep json": "a.json"}.get(name, "a.pdf")
    with pytest.raises(BadInput) as caught:
        read_resume(HOSTILE[name], ending)
    assert caught.value.message
    assert caught.value.hint
    assert isinstance(caught.value, Unreadable | TooLarge)


def test_an_entity_of_a_docx_is_not_read_from_the_disk() -> None:
    try:
        profile = read_resume(xxe(), "a.docx")
    except BadInput:
        return
    assert "root:" not in json.dumps(msgspec.to_builtins(profile))


async def test_reading_in_a_process_of_its_own_gives_the_same() -> None:
    async with ResumeReader() as reader:
        assert (await reader.read(papers.sidebar(), "cv.pdf")).basics.name == "Ida Bergqvist"
        with pytest.raises(Unreadable, match="password"):
            await reader.read(encrypted(), "cv.pdf")


async def test_a_job_told_in_one_long_paragraph_is_read_in_time() -> None:
    told = " ".join(f"Did piece {number} of the work." for number in range(500))
    paper = "Ada Muster\n\nExperience\nClerk, Acme Ltd, 2010 - 2012\n{}\n"
    async with ResumeReader() as reader:
        work = (await reader.read(paper.format(told).encode(), "a.txt")).work
        with pytest.raises(TooLarge, match="paragraph"):
            await reader.read(paper.format(told * 4).encode(), "a.txt")
    assert [one.name for one in work] == ["Acme Ltd"]
    assert told in "\n".join([work[0].summary, *work[0].highlights])


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=2_000))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        read_resume(data, "x")
    except BadInput:
        return


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(max_size=60), max_size=40))
def test_any_text_is_read_or_refused(lines: list[str]) -> None:
    try:
        read_resume("\n".join(lines).encode("utf-8", "replace"), "x.txt")
    except BadInput:
        return
