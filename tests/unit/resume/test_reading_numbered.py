"""CVs whose titles are counted, as research councils ask for them, in every kind of file."""

import pytest

from companion.model.profile import Profile
from companion.resume import read_resume
from companion.resume.reading.lines import TextLine
from companion.resume.reading.numbered import unnumbered
from tests.unit.resume.papers import Cell, docx, drawn, p
from tests.unit.resume.posts import work


def schools(profile: Profile) -> list[tuple[str, str, str]]:
    return [(f"{one.study_type} {one.area}".strip(), one.institution, one.end_date) for one in profile.education]


TENK = (
    "1. Personal details", "Ines Vardøhus", "ines.vardohus@example.com", "2. Degrees",
    "2.1 PhD in Limnology, University of Oulu, 2016", "2.2 MSc in Biology, University of Turku, 2011",
    "3. Language skills", "Finnish (native), English (C1)", "4. Current employment",
    "Senior Researcher, Lake Institute Kuopio, 2020 – present", "5. Previous work experience",
    "Project Researcher, University of Oulu, 2016 – 2019", "6. Career breaks", "Parental leave 2017 – 2018",
    "7. Teaching merits", "Field course in limnology, 2018 – 2021", "8. Other merits",
    "Board of the Lake Society, 2019 – 2022",
)  # fmt: skip


@pytest.mark.parametrize("kind", ["text", "word", "page"])
def test_a_numbered_cv(kind: str) -> None:
    heads = [text for text in TENK if text[1] == "." and text[2] == " "]
    if kind == "text":
        data, name = "\n".join(f"\n{text}" if text in heads else text for text in TENK).encode(), "cv.txt"
    elif kind == "word":
        data, name = docx("".join(p(text, bold=text in heads) for text in TENK)), "cv.docx"
    else:
        cells: list[Cell] = [
            (20, 20 + 8.0 * n, text.replace("–", "-"), 10, "B" * (text in heads)) for n, text in enumerate(TENK)
        ]
        data, name = drawn([cells]), "cv.pdf"
    profile = read_resume(data, name)
    assert profile.basics.name == "Ines Vardøhus"
    assert work(profile) == [
        ("Senior Researcher", "Lake Institute Kuopio", "2020", ""),
        ("Project Researcher", "University of Oulu", "2016", "2019"),
    ]
    assert schools(profile) == [
        ("PhD Limnology", "University of Oulu", "2016"), ("MSc Biology", "University of Turku", "2011"),
    ]  # fmt: skip
    assert [one.language for one in profile.languages] == ["Finnish", "English"]


@pytest.mark.parametrize(
    ("count", "titles"),
    [
        (
            "I. II. III. IV.",
            ("Akademische Grade", "Derzeitige Position", "Bisherige Positionen", "Ehrungen im Ausland"),
        ),
        ("A. B. C. D.", ("Titres universitaires", "Poste actuel", "Postes antérieurs", "Rayonnement")),
        ("1) 2) 3) 4)", ("Akademiska examina", "Nuvarande anställning", "Tidigare anställningar", "Vid sidan om")),
    ],
)
def test_titles_counted_in_other_ways_and_languages(count: str, titles: tuple[str, ...]) -> None:
    entries = ("Dr., Universität Kiel, 2012", "Professor, Universität Kiel, 2019 –", "Dozent, ETH Zürich, 2013 – 2018",
               "Ehrengabe der Stadt Husum, 2015 – 2016")  # fmt: skip
    lines = ["Ines Vardøhus", "ines.vardohus@example.com"]
    for number, title, entry in zip(count.split(), titles, entries, strict=True):
        lines += ["", f"{number} {title}", entry]
    profile = read_resume("\n".join(lines).encode(), "cv.txt")
    assert [(one.name, one.start_date, one.end_date) for one in profile.work] == [
        ("Universität Kiel", "2019", ""), ("ETH Zürich", "2013", "2018"),
    ]  # fmt: skip
    assert [one.institution for one in profile.education] == ["Universität Kiel"]


def test_items_with_numbers_are_no_titles() -> None:
    lines = [TextLine(text=text) for text in ("Skills", "1. Languages", "2. Tools", "3. Projects", "Work", "1. Cook")]
    assert unnumbered(lines) == lines


def test_the_thesis_behind_a_school_is_a_note() -> None:
    told = "2015 PhD in Ecology, Lund University. Thesis: Reeds of the far shore"
    advised = "Advisor: M. E. Cantrell"
    data = (
        f"Ines Vardohus\nines@example.com\n\nEDUCATION\n\n{told}\n{advised}\n\n2011 MSc in Biology, Umeå University\n"
    )
    profile = read_resume(data.encode(), "cv.txt")
    assert schools(profile) == [("PhD Ecology", "Lund University", "2015"), ("MSc Biology", "Umeå University", "2011")]
    assert profile.education[0].highlights == ("Thesis: Reeds of the far shore", advised)
