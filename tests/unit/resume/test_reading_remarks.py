"""Honours, grades and courses told below a degree: they are its own, and neither schools nor degrees."""

import pytest

from companion.model.profile import Profile
from companion.resume import read_resume


def read(education: str) -> Profile:
    text = f"Noor Haddad\nnoor.haddad@example.com\n\nEducation\n\n{education}\n\nSkills\nCAD, Excel\n"
    return read_resume(text.encode(), "cv.txt")


def schools(profile: Profile) -> list[tuple[str, str, str, str]]:
    return [(one.study_type, one.institution, one.start_date, one.end_date) for one in profile.education]


BELOW = [
    ("GPA 3.6. Dean's List 2024. Relevant courses: Hydrology, GIS I & II", "3.6", ("Hydrology", "GIS I & II")),
    ("President's List 2017, 2018. GPA: 3.8/4.0. Key courses: Latin; Archives.", "3.8/4.0", ("Latin", "Archives")),
    ("Dean's List: Fall 2017, Spring 2018, Fall 2019", "", ()),
    ("Graduated magna cum laude, 2018", "", ()),
    ("Honour Roll (2016-2018)", "", ()),
    ("Valedictorian 2018", "", ()),
    ("Named to the Provost's Honors List 2016", "", ()),
    ("Phi Kappa Phi, inducted 2017", "", ()),
]


@pytest.mark.parametrize(("below", "score", "courses"), BELOW)
@pytest.mark.parametrize(
    "head",
    [
        "BSc in Botany, Hill University, 2014 - 2018",
        "Hill University, Duluth, MN — BSc in Botany\nSeptember 2014 - May 2018",
        "Hill University\t2014 - 2018\nBSc in Botany",
    ],
)
def test_what_is_told_below_a_degree_is_its_own(head: str, below: str, score: str, courses: tuple[str, ...]) -> None:
    profile = read(f"{head}\n{below}\n\nDiploma in Baking, Essex County College, 2010 - 2012")
    assert [(one.institution, one.start_date[:4], one.end_date[:4]) for one in profile.education] == [
        ("Hill University", "2014", "2018"),
        ("Essex County College", "2010", "2012"),
    ]
    first = profile.education[0]
    assert (first.study_type, first.area) == ("BSc", "Botany")
    assert (first.score, first.courses) == (score, courses)
    assert profile.unplaced == ()
    honour = next(text for text in below.split(". ") if not text.startswith(("GPA", "Key", "Relevant")))
    assert [text.rstrip(".") for text in first.highlights] == [honour.rstrip(".")]


def test_a_degree_with_honours_is_a_degree_and_its_full_stops_part_nothing() -> None:
    profile = read(
        "B.Sc. Honours Physics, St. Mary's University, 2014 - 2018\nHonours BA, History, Laurel College, 2010 - 2013"
    )
    assert [one.institution for one in profile.education] == ["St. Mary's University", "Laurel College"]


@pytest.mark.parametrize(
    ("line", "score"),
    [
        ("Second Class Honours, Upper Division", "Second Class Honours, Upper Division"),
        ("First Class", "First Class"),
        ("Mean Grade: B+", "B+"),
        ("2:1", "2:1"),
    ],
)
def test_a_line_that_tells_how_well_is_a_grade(line: str, score: str) -> None:
    profile = read(f"2012 - 2016: Kenyatta Lake University\nBachelor of Commerce\n{line}")
    (one,) = profile.education
    assert (one.institution, one.study_type, one.area) == ("Kenyatta Lake University", "Bachelor of Commerce", "")
    assert one.score == score
    assert profile.unplaced == ()


@pytest.mark.parametrize(
    ("line", "school", "kind", "end"),
    [
        ("- MBA em Logística Portuária – Faculdade Costa Verde – em andamento (conclusão prevista: 06/2027)",
         "Faculdade Costa Verde", "MBA", "2027-06"),
        ("- Bachelor of Science in Food Processing and Technology – Northern Lakes University of Life Sciences – 2019",
         "Northern Lakes University of Life Sciences", "Bachelor of Science", "2019"),
        ("- Licenciatura en Administración – Universidad del Valle Alto – finalizada en 12/2017",
         "Universidad del Valle Alto", "Licenciatura", "2017-12"),
    ],
)  # fmt: skip
def test_a_bullet_of_many_words_that_names_degree_and_school(line: str, school: str, kind: str, end: str) -> None:
    (one,) = read(line).education
    assert (one.institution, one.study_type, one.end_date) == (school, kind, end)
    assert not any("(" in note or "prevista" in note or "finalizada" in note for note in one.highlights)


def test_courses_with_their_dates_in_brackets_are_one_certificate_each() -> None:
    text = "Noor Haddad\nnoor.haddad@example.com\n\nTRAINING (last two years)\n\n"
    text += "Basic Life Support (Feb 2026), Fire Safety (Nov 2025), Lifting and Carrying\n\nSkills\nCAD, Excel\n"
    profile = read_resume(text.encode(), "cv.txt")
    assert [(one.name, one.date) for one in profile.certificates] == [
        ("Basic Life Support", "2026-02"), ("Fire Safety", "2025-11"), ("Lifting and Carrying", ""),
    ]  # fmt: skip
    assert [one.name for one in profile.skills] == ["CAD", "Excel"]


@pytest.mark.parametrize(
    ("school", "how"),
    [
        ("Göteborgs universitet, deltid på distans", "deltid på distans"),
        ("Hill University, part-time", "part-time"),
        ("Universidade da Serra, em andamento", "em andamento"),
    ],
)
def test_how_one_studied_stands_behind_a_school_and_is_no_part_of_it(school: str, how: str) -> None:
    (one,) = read(f"2021 - 2023\nMaster of Education\n{school}").education
    assert (one.institution, one.highlights) == (school.removesuffix(f", {how}"), (how,))


def test_icons_before_places_and_certificates_named_like_towns() -> None:
    text = "CAS Nachhaltiges Bauen\nHochschule Luzern\n2022 – 2023\t\uf041 Horw\n\n"
    text += "Master of Science in Architektur\nETH Zürich\n2012 – 2014\t\uf041 Zürich\n\n"
    text += "Matura\nBündner Kantonsschule\n2008\t\uf041 Chur"
    assert [
        (f"{one.study_type} {one.area}".strip(), one.institution, one.location) for one in read(text).education
    ] == [
        ("CAS Nachhaltiges Bauen", "Hochschule Luzern", "Horw"),
        ("Master of Science Architektur", "ETH Zürich", "Zürich"),
        ("Matura", "Bündner Kantonsschule", "Chur"),
    ]


@pytest.mark.parametrize(
    ("skills", "items"),
    [
        ("Rigging, Plasma cutting, Forklift, Grinding and beveling", ["Grinding and beveling"]),
        ("Milking, Fencing, Lambing and shearing", ["Lambing and shearing"]),
        ("Word, Excel, Outlook and Access", ["Outlook", "Access"]),
        ("planning, budgeting, ordering and stocktaking", ["ordering", "stocktaking"]),
    ],
)
def test_a_pair_at_the_end_of_a_list(skills: str, items: list[str]) -> None:
    text = f"Noor Haddad\nnoor.haddad@example.com\n\nSkills\n{skills}\n"
    names = [one.name for one in read_resume(text.encode(), "cv.txt").skills]
    assert names[-len(items) :] == items
    assert len(names) == skills.count(",") + len(items)


def test_a_certificate_of_a_trade_without_a_school_above_a_field_and_its_school() -> None:
    told = "2016    Svennebrev i tømrerfaget\n2012 - 2014     Bygg- og anleggsteknikk, Nordkjosbotn videregående skole"
    assert [(one.institution, one.end_date) for one in read(told).education] == [
        ("", "2016"), ("Nordkjosbotn videregående skole", "2014"),
    ]  # fmt: skip
