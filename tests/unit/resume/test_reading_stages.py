"""Schooling told stage by stage: each school beside or below what stage it is of."""

import pytest

from companion.model.profile import Profile
from companion.resume import read_resume
from tests.unit.resume.papers import Cell, drawn

SCHOOLS = [
    ("Bulacan State University", "BS Accountancy", "2010", "2014"),
    ("Malolos National High School", "Secondary", "2006", "2010"),
    ("Malolos Central School", "Elementary", "2000", "2006"),
]


def schools(profile: Profile) -> list[tuple[str, str, str, str]]:
    return [
        (one.institution, f"{one.study_type} {one.area}".strip(), one.start_date, one.end_date)
        for one in profile.education
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Tertiary        Bulacan State University       2010 - 2014\n                BS Accountancy\n"
        "Secondary       Malolos National High School   2006 - 2010\n"
        "Elementary      Malolos Central School         2000 - 2006\n",
        "Tertiary: Bulacan State University, BS Accountancy, 2010 - 2014\n"
        "Secondary: Malolos National High School, 2006 - 2010\nElementary: Malolos Central School, 2000 - 2006\n",
        "Tertiary\nBulacan State University\nBS Accountancy\n2010 - 2014\n\nSecondary\nMalolos National High School\n"
        "2006 - 2010\n\nElementary\nMalolos Central School\n2000 - 2006\n",
    ],
)
def test_a_school_beside_or_below_its_stage(told: str) -> None:
    text = f"Ines Vardøhus\nines.vardohus@example.com | +47 78 55 50 10\n\nEDUCATIONAL BACKGROUND\n\n{told}"
    profile = read_resume(text.encode(), "cv.txt")
    assert (schools(profile), profile.unplaced) == (SCHOOLS, ())


def test_what_one_learned_at_a_vocational_school_that_no_word_tells_to_be_a_degree() -> None:
    rows: list[Cell] = [
        (20, 16, "Ines Vardøhus", 16, "B"), (20, 22, "ines.vardohus@example.com", 10, ""),
        (20, 34, "EDUCATIONAL BACKGROUND", 12, "B"),
        (20, 42, "Vocational", 10, "B"), (60, 42, "Iloilo Trade Institute", 10, ""), (150, 42, "2011 - 2012", 10, ""),
        (60, 47, "Bread and Pastry Production NC II", 10, ""),
        (20, 52, "High School", 10, "B"), (60, 52, "Pavia National School", 10, ""), (150, 52, "2007 - 2011", 10, ""),
    ]  # fmt: skip
    profile = read_resume(drawn([rows]), "cv.pdf")
    assert schools(profile) == [
        ("Iloilo Trade Institute", "Bread and Pastry Production NC II", "2011", "2012"),
        ("Pavia National School", "High School", "2007", "2011"),
    ]
    assert profile.unplaced == ()


@pytest.mark.parametrize("label", ["Highest Grade Passed", "Highest standard passed", "Highest Qualification"])
def test_the_highest_grade_passed_is_a_degree(label: str) -> None:
    text = (
        "Ines Vardøhus\nines.vardohus@example.com\n\nEDUCATION\n\nSecondary\nSchool: Thusong Secondary School\n"
        f"{label}: Grade 12\nYear: 2004\n\nTertiary\nInstitution: Vaal Trade College\nQualification: N3 Boilermaking\n"
        "Year: 2006\n"
    )
    assert schools(read_resume(text.encode(), "cv.txt")) == [
        ("Thusong Secondary School", "Grade 12", "", "2004"), ("Vaal Trade College", "N3 Boilermaking", "", "2006"),
    ]  # fmt: skip


@pytest.mark.parametrize("told", ["High School Diploma, Malolos High School, 2010", "Secondary, Malolos School, 2010"])
def test_a_single_degree_named_like_a_stage_is_one(told: str) -> None:
    text = f"Ines Vardøhus\nines.vardohus@example.com\n\nEDUCATION\n\n{told}\n"
    assert [one.end_date for one in read_resume(text.encode(), "cv.txt").education] == ["2010"]
