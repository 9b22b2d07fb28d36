"""The file beside the reading: what is seen of it, where each fact stands in it, and lines put where they belong."""

import io
import zipfile

import pypdf
import pytest
from msgspec.structs import replace
from PIL import Image

from companion.errors import BadInput, TooLarge, Unreadable
from companion.model.facts import facts
from companion.model.profile import Basics, Profile, Skill, Work
from companion.resume import base_resume, read_resume, render, to_docx, to_json_resume, to_text
from companion.resume.beside import SourceFile, SourceReader, around, marked, placed, places
from companion.resume.beside.source import see
from tests.unit.resume import papers
from tests.unit.resume.people import person

TWICE = Profile(
    id="p",
    basics=Basics(name="Ana Muster", email="ana@example.com", phone="+49 30 5550 7788", summary="Likes Go and Kiel."),
    work=(
        Work(name="Werk A", position="Engineer", location="Kiel", start_date="2020-03", highlights=("Kept Go alive.",)),
        Work(name="Werk A", position="Engineer", location="Kiel", start_date="2017-03", end_date="2020-03",
             highlights=("Moved the archive to a new hall at the end of a very long winter, box by box, with two "
                         "colleagues and a borrowed lorry that had no heating.",)),
    ),
    skills=(Skill(name="Go"), Skill(name="Kiel")),
)  # fmt: skip


def told(data: bytes, profile: Profile) -> dict[str, str]:
    """The text of the lines that each fact is found in."""
    source = see(SourceFile(data))
    lines = [line.text for page in source.pages for line in page.lines]
    return {path: " ".join(lines[n] for n in own) for path, own in places(source, profile).items()}


def test_what_is_said_several_times_is_found_where_its_own_entry_stands() -> None:
    source = see(SourceFile(render(base_resume(TWICE))))
    lines = [line.text for page in source.pages for line in page.lines]
    known = places(source, TWICE)
    first, second = known["work/0/highlights/0"][0], known["work/1/highlights/0"][0]
    for name in ("name", "position", "startDate"):
        assert known[f"work/0/{name}"][0] < first < known[f"work/1/{name}"][0] < second
    assert "2017" in lines[known["work/1/startDate"][0]]
    assert known["work/1/endDate"] == known["work/1/startDate"]
    assert len(known["work/1/highlights/0"]) == 2, "both lines it runs over"
    assert known["skills/0/name"][0] > second
    assert known["basics/email"][0] < first
    assert "basics/location/countryCode" not in known


def test_a_name_is_found_where_it_stands_alone_and_not_in_an_address() -> None:
    text = b"ANA MUSTER-KLEE\nClerk\nana.muster-klee@example.com\n+49 30 5550 1122\n\nWORK\nClerk, Amt, 2019 - 2021\n"
    profile = Profile(id="p", basics=Basics(name="Ana Muster-Klee", email="ana.muster-klee@example.com", label="Clerk"))
    found = told(text, profile)
    assert (found["basics/name"], found["basics/label"]) == ("ANA MUSTER-KLEE", "Clerk")


@pytest.mark.parametrize(
    "data",
    [papers.sidebar(), papers.right_aligned_dates(), papers.linkedin(), papers.rail(), papers.boxed_docx(),
     papers.table_docx(), to_docx(base_resume(person())), to_text(base_resume(person())).encode()],
)  # fmt: skip
def test_nearly_every_fact_of_any_layout_is_found_on_a_line_that_says_it(data: bytes) -> None:
    profile = read_resume(data)
    found = told(data, profile)
    wanted = {path: fact.text for path, fact in facts(profile).items() if not path.endswith(("countryCode", "network"))}
    assert len(found.keys() & wanted.keys()) >= 0.95 * len(wanted), sorted(wanted.keys() - found.keys())
    for path, text in wanted.items():
        if path in found and not path.endswith(("Date", "date", "url")):
            words = [word for word in text.casefold().split() if word.isalpha()]
            assert all(word in found[path].casefold() for word in words[:2]), (path, text, found[path])


def test_json_and_what_the_person_wrote_since() -> None:
    profile = person()
    document = to_json_resume(profile)
    found = told(document if isinstance(document, bytes) else bytes(str(document), "utf-8"), profile)
    assert profile.work[1].name in found["work/1/name"]
    changed = replace(profile, basics=replace(profile.basics, label="Something else altogether"))
    assert "basics/label" not in told(render(base_resume(profile)), changed)


@pytest.mark.parametrize("turned", [0, 90, 180])
def test_pages_are_pictures_with_every_line_on_them(turned: int) -> None:
    source = see(SourceFile(_cut_and_turned(render(base_resume(person(jobs=8, bullets=6))), turned)))
    assert len(source.pages) > 1
    for page in source.pages:
        with Image.open(io.BytesIO(page.picture)) as picture:
            assert (picture.format, picture.size) == ("WEBP", (page.width, page.height))
            for line in page.lines:
                assert line.box
                left, top, wide, tall = line.box
                assert 0 <= left < left + wide <= page.width
                assert 0 <= top < top + tall <= page.height
                inked = picture.convert("L").crop((left, top, left + wide, top + tall)).getextrema()
                assert inked[0] < 160, f"nothing is drawn where {line.text} should stand"


def _cut_and_turned(pdf: bytes, turned: int) -> bytes:
    """A PDF as a scanner's program leaves it: pages turned, and cut to a part of their sheets."""
    writer, out = pypdf.PdfWriter(clone_from=io.BytesIO(pdf)), io.BytesIO()
    for page in writer.pages:
        page.cropbox.lower_left, page.cropbox.upper_right = (40, 40), (570, 800)
        page.rotate(turned)
    writer.write(out)
    return out.getvalue()


async def test_hostile_files_say_so_and_the_reader_lives_on() -> None:
    async with SourceReader() as reader:
        for data in (b"%PDF-1.7 nothing", b"PK\x03\x04 nothing"):
            with pytest.raises(Unreadable):
                await reader.call(SourceFile(data))
        assert (await reader.call(SourceFile(papers.rail()))).pages[0].picture
    with pytest.raises(TooLarge):
        see(SourceFile(b"a" * 20_000_001))
    assert len(see(SourceFile(b"line\n" * 9_000)).pages[0].lines) == 2_000


def test_linkedins_tables_are_shown_as_lines_that_facts_are_found_in() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("Profile.csv", "First Name,Last Name,Headline\nNoor,Haddad,Accountant\n")
        archive.writestr("Positions.csv", "Company Name,Title,Started On\nMusterbau GmbH,Accountant,Jan 2022\n")
        archive.writestr("messages.csv", "CONTENT\nprivate\n")
    profile = read_resume(out.getvalue(), "export.zip")
    found = told(out.getvalue(), profile)
    assert "Musterbau GmbH" in found["work/0/name"]
    assert "Jan 2022" in found["work/0/startDate"]
    assert "private" not in str(see(SourceFile(out.getvalue())))


def test_a_line_that_found_no_place_is_proposed_to_the_entry_above_it() -> None:
    text = "Ana Muster\n\nWork\nEngineer, Werk A\n2019 - 2021\n- Kept pumps alive\nShift of nine\n\nSkills\nGo\n"
    profile = Profile(
        id="p",
        basics=Basics(name="Ana Muster"),
        work=(Work(name="Werk A", position="Engineer", start_date="2019", highlights=("Kept pumps alive",)),),
        skills=(Skill(name="Go"),),
        unplaced=("Shift of nine", "said nowhere"),
    )
    source = see(SourceFile(text.encode()))
    known = places(source, profile)
    assert around(known, known["unplaced/0"]) == "work/0"
    assert "unplaced/1" not in known
    marks = marked(source, known)[0]
    assert next(mark.paths for mark in marks if mark.line.text == "Shift of nine") == ("unplaced/0",)


@pytest.mark.parametrize(
    ("text", "to", "path", "value"),
    [
        ("• Fed the robots", "work/0", "work/0/highlights/1", "Fed the robots"),
        ("Python, Rust", "skills", "skills/2/name", "Rust"),
        ("German (B2), Danish", "languages", "languages/0/fluency", "B2"),
        ("First aid, Red Cross, 2021", "certificates", "certificates/0/date", "2021"),
        ("MSc Physics, ETH Zürich, 2010 – 2012", "education", "education/0/institution", "ETH Zürich"),
        ("Night porter", "work", "work/1/position", "Night porter"),
        ("Careful.", "summary", "basics/summary", "Calm.\nCareful."),
        ("Electrician", "label", "basics/label", "Electrician"),
        ("1 Pier Road", "address", "basics/location/address", "1 Pier Road"),
        ("Portfolio: https://example.com/ana", "link", "basics/profiles/0/url", "https://example.com/ana"),
    ],
)
def test_a_line_goes_where_the_person_says(text: str, to: str, path: str, value: str) -> None:
    before = Profile(
        id="p",
        basics=Basics(name="Ana", summary="Calm."),
        work=(Work(name="Werk A", highlights=("One.",)),),
        skills=(Skill(name="Go"),),
        unplaced=("stays", text),
    )
    after = placed(before, 1, to)
    assert facts(after)[path].text == value
    assert after.unplaced == ("stays",)
    assert set(facts(before)) - {"basics/summary"} <= set(facts(after)), "nothing else is lost"


@pytest.mark.parametrize(
    ("line", "to"),
    [(0, "hobbies"), (0, ""), (0, "work/7"), (0, "skills/0"), (0, "work/x"), (0, "link"), (5, "skills"), (-1, "out")],
)
def test_a_place_that_is_not_there_is_said(line: int, to: str) -> None:
    with pytest.raises(BadInput):
        placed(Profile(id="p", work=(Work(name="A"),), unplaced=("Boardgames",)), line, to)


def test_a_line_is_left_out() -> None:
    assert placed(Profile(id="p", unplaced=("Page 1 of 2", "More")), 0, "out").unplaced == ("More",)
