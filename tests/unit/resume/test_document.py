"""The PDF: same bytes, every string back in order by four readers, links, bookmarks, scripts, pages that hold."""

import io
import itertools
import math
import shutil
import subprocess
import tempfile
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import msgspec
import pypdf
import pytest
from pdfminer.high_level import extract_text

from companion.model.profile import Basics, Link, Profile, Work
from companion.model.resume import Paper, Template
from companion.resume import base_resume, closed_up, length, read_back, render, tailor
from companion.resume.ats import strings
from companion.resume.typeset.fonts import drawing, face, missing, runs, width
from companion.resume.typeset.layout import Placed
from companion.resume.typeset.sheet import set_resume
from companion.resume.typeset.templates import PAPERS, STYLES
from tests.unit.resume import stranger
from tests.unit.resume.people import THEN, person, posting, wanted

TEMPLATES: tuple[Template, ...] = ("classic", "compact", "modern")
SHEETS: tuple[Paper, ...] = ("a4", "letter")


def flat(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


def readers(pdf: bytes) -> dict[str, str]:
    out = {
        "pypdf": "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages),
        "pdfminer": extract_text(io.BytesIO(pdf)),
    }
    if shutil.which("pdftotext"):
        out["pdftotext"] = subprocess.run(
            ["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True, timeout=20
        ).stdout.decode()
    return out


@pytest.mark.parametrize("paper", SHEETS)
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_string_comes_out_whole_and_in_order(template: Template, paper: Paper) -> None:
    resume = base_resume(person(), template=template, paper=paper, created_at=THEN)
    pdf = render(resume)
    report = read_back(pdf, resume)
    assert (report.lost, report.out_of_order, report.violations) == ((), (), ())
    for name, text in readers(pdf).items():
        at = 0
        for wanted_text in map(flat, strings(resume)):
            found = flat(text).find(wanted_text, at)
            assert found >= 0, (name, wanted_text)
            at = found + len(wanted_text)


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_parser_that_is_not_ours_finds_every_fact_in_its_place(template: Template) -> None:
    missed, wanted_facts = stranger.unread(template=template)
    assert (missed, wanted_facts > 12) == ([], True)


@pytest.mark.parametrize("template", TEMPLATES)
def test_dates_and_place_are_texts_of_their_own_to_a_parser_that_goes_by_place(template: Template) -> None:
    resume = base_resume(person(), template=template, created_at=THEN)
    dates = {entry.dates for section in resume.sections for entry in section.entries if entry.dates and entry.place}
    rows = [placed.row for page in set_resume(resume) for placed in page if len(placed.row.pieces) == 3]
    assert {row.pieces[0].text.strip() for row in rows} >= dates
    for row in rows:
        if row.pieces[0].text.strip() in dates:
            date, dot, _ = row.pieces
            wide = width(date.text.strip(), STYLES[template].family, "regular") * date.size / 1000
            assert dot.x - (date.x + wide) > 0.6 * date.size


def test_the_same_resume_gives_the_same_bytes() -> None:
    resume = base_resume(person(), created_at=THEN)
    assert render(resume) == render(resume)


def test_it_says_who_what_and_in_which_language() -> None:
    reader = pypdf.PdfReader(io.BytesIO(render(base_resume(person(), created_at=THEN))))
    assert reader.metadata is not None
    assert reader.metadata.author == "Jörg Ångström-Łukasz"
    assert "Resume" in str(reader.metadata.title)
    assert reader.trailer["/Root"]["/Lang"] == "en"


def test_links_and_bookmarks_are_real() -> None:
    reader = pypdf.PdfReader(io.BytesIO(render(base_resume(person(), created_at=THEN))))
    links = {
        str(annotation.get_object()["/A"]["/URI"])
        for page in reader.pages
        for annotation in page.get("/Annots", [])
    }  # fmt: skip
    assert {"mailto:joerg.angstroem@example.com", "tel:+494315550199", "https://github.com/joerg-example"} <= links
    titles: list[Any] = [one for one in reader.outline if not isinstance(one, list)]
    assert [one.title for one in titles][:2] == ["Summary", "Experience"]


@pytest.mark.parametrize(
    "text",
    [
        "Ελληνικά κείμενα και τόνοι",
        "Разработка систем для Їжак і Ђорђе",
        "Thị Minh Dvořák Şükrü Œuvre ﬁne",
        "简体中文的经历",
        "日本語の職務経歴",
        "한국어 경력 사항",
    ],
)
def test_scripts_come_out_as_they_went_in(text: str) -> None:
    profile = Profile(id="p", basics=Basics(name=text), work=(Work(name=text, position=text, highlights=(text,)),))
    resume = base_resume(profile, created_at=THEN)
    report = read_back(render(resume), resume)
    assert (report.lost, report.out_of_order) == ((), ())


@pytest.mark.parametrize("template", TEMPLATES)
def test_shaped_words_come_out_as_they_went_in(template: Template) -> None:
    lines = (
        "अनुष्का कुलकर्णी",
        "हिन्दी में रिपोर्टें लिखीं",
        "नमस्ते C++ और विद्यार्थियों",
        "मराठी भाषांतरकार, पुणे – १२ वर्षे",
        "श्री कृष्ण ज्ञान",
    )
    profile = Profile(
        id="p", basics=Basics(name=lines[0], label="क्षत्रिय प्रौद्योगिकी"), work=(Work(name=lines[1], highlights=lines),)
    )
    resume = base_resume(profile, template=template, created_at=THEN)
    pdf = render(resume)
    report = read_back(pdf, resume)
    assert (report.lost, report.out_of_order) == ((), ())
    for name, text in readers(pdf).items():
        assert [one for one in map(flat, strings(resume)) if one not in flat(text)] == [], name


@pytest.mark.parametrize("family", ["garamond", "roboto", "source"])
def test_letters_that_join_are_set_from_a_font_that_joins_them(family: str) -> None:
    for text, shaping in (("वरिष्ठ क्षत्रिय", "mukta-regular"), ("נועה כהן", "opensans-regular")):
        assert {run.face for run in runs(text, family, "regular") if run.shaped} == {shaping}


def test_fonts_are_cut_to_what_a_document_says(tmp_path: Path) -> None:
    cut = drawing("japanese-regular", {"東", "京"}, tmp_path)
    assert cut.stat().st_size < 20_000 < 1_000_000 < face("japanese-regular").path.stat().st_size


def test_documents_set_at_once_do_not_take_fonts_from_each_other_and_leave_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    people = [Profile(id="p", basics=Basics(name=f"{chr(0x4E00 + n)} Ada")) for n in range(60)]
    resumes = [base_resume(one, created_at=THEN) for one in people]
    with ThreadPoolExecutor(8) as threads:
        at_once = list(threads.map(render, resumes))
    assert at_once == [render(one) for one in resumes]
    assert list(tmp_path.iterdir()) == []


def test_hebrew_is_shaped_and_drawn() -> None:
    profile = Profile(id="p", basics=Basics(name="Ada"), work=(Work(name="שלום עולם", highlights=("נָתַן C++",)),))
    assert len(render(base_resume(profile, created_at=THEN))) > 5_000


@pytest.mark.parametrize(("name", "links"), [("Li Na", 1), ("Li Na", 3), ("Maximiliane von Hohenlohe-Langenburg", 1)])
def test_what_stands_close_or_centred_keeps_its_order(name: str, links: int) -> None:
    basics = Basics(
        name=name, email="someone.long@example.com", phone="+48 555 010 234",
        profiles=tuple(Link(url=f"https://github.com/someone-{number}") for number in range(links)),
    )  # fmt: skip
    work = Work(
        name="A", position="B", highlights=("Installation of lilies", "l’accueil des patients", "1 thing", "fi")
    )
    for template in TEMPLATES:
        resume = base_resume(Profile(id="p", basics=basics, work=(work,)), template=template, created_at=THEN)
        assert read_back(render(resume), resume).out_of_order == (), template


def test_characters_no_font_has_are_reported_and_not_dropped_in_silence() -> None:
    resume = base_resume(Profile(id="p", basics=Basics(name="Ada 🦩 Musterfrau")), created_at=THEN)
    assert missing("Ada 🦩") == "🦩"
    assert any("🦩" in violation for violation in read_back(render(resume), resume).violations)


def test_no_line_leaves_the_page_however_long_a_word_is() -> None:
    profile = Profile(
        id="p", basics=Basics(name="N" * 200, email=f"{'e' * 150}@example.com"), work=(Work(name="W" * 300),)
    )
    width, height = PAPERS["a4"]
    for page in set_resume(base_resume(profile, created_at=THEN)):
        for placed in page:
            assert placed.y + placed.row.height <= height
            assert all(0 <= piece.x < width for piece in placed.row.pieces)


def test_headings_and_heads_never_stand_alone_at_the_foot() -> None:
    for jobs in range(1, 14):
        resume = base_resume(person(jobs=jobs, bullets=3), created_at=THEN)
        for page in set_resume(resume)[:-1]:
            assert not page[-1].row.glued, jobs
            assert not page[-1].row.bookmark


def test_tailoring_keeps_to_its_pages_and_leaves_no_job_out() -> None:
    profile = person(jobs=9, bullets=8)
    for template in TEMPLATES:
        for pages in (1, 2):
            resume = tailor(profile, posting(), wanted("Python"), None, template=template, pages=pages, created_at=THEN)
            work = next(section for section in resume.sections if section.kind == "work")
            assert [entry.subheading for entry in work.entries] == [w.name for w in profile.work]
            assert length(resume) <= pages or not any(entry.lines for entry in work.entries)
            assert resume.pages == -(-length(resume) // 1)


def test_what_an_ats_reads_of_a_damaged_version_is_told() -> None:
    resume = base_resume(person(), created_at=THEN)
    other = msgspec.structs.replace(resume, name="Someone Else")
    assert read_back(render(resume), other).lost == ("Someone Else",)


def test_coverage_counts_only_what_the_document_says() -> None:
    resume = base_resume(person(), created_at=THEN)
    report = read_back(render(resume), resume, wanted("Python", "Kubernetes"))
    covered = {one.name: bool(one.evidence) for one in report.coverage}
    assert covered == {"Python": True, "Kubernetes": False}


def test_coverage_takes_a_name_word_for_word_wherever_the_document_says_it() -> None:
    work = Work(
        name="A", position="Numerical Modelling Lead", highlights=("Ran the Exampleflow model with 3 partners",)
    )
    resume = base_resume(Profile(id="p", work=(work,)), created_at=THEN)
    asked = wanted("numerical modelling", "Exampleflow", "model", "Example", "C")
    covered = {one.name: bool(one.evidence) for one in read_back(render(resume), resume, asked).coverage}
    assert covered == {
        "numerical modelling": True, "Exampleflow": True, "model": True, "Example": False, "C": False,
    }  # fmt: skip


@pytest.mark.parametrize("template", TEMPLATES)
def test_where_an_entry_is_split_two_of_its_lines_stand_on_each_page(template: Template) -> None:
    split = 0
    for bullets in range(9, 15):
        pages = set_resume(base_resume(person(jobs=4, bullets=bullets), template=template, created_at=THEN))
        for before, after in itertools.pairwise(pages):
            foot, head = (_bullets(page) for page in (before, tuple(reversed(after))))
            if after[0].row.bookmark:
                continue
            split += 1
            assert min(foot, head) >= 2, (template, bullets, foot, head)
    assert split


def _bullets(page: tuple[Placed, ...]) -> int:
    """How many bullets an entry has at the end of `page`, or, of one turned round, at its beginning."""
    count = 0
    for placed in reversed(page):
        if placed.row.bookmark:
            break
        count += any(piece.text == "•" for piece in placed.row.pieces)
    return count


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_last_page_of_a_line_or_two_is_saved_by_setting_denser_and_nothing_is_left_out(template: Template) -> None:
    long = [base_resume(person(jobs=jobs, bullets=4), template=template, created_at=THEN) for jobs in range(2, 12)]
    saved = [(one, closed_up(one)) for one in long if closed_up(one) != one]
    assert saved
    for before, after in saved:
        assert math.ceil(length(after)) < math.ceil(length(before))
        assert list(strings(after)) == list(strings(before))
