"""Sections of education whose entries tell the degree under a label below, and what was learned at a firm."""

import pytest

from companion.model.profile import Profile
from companion.resume import read_resume
from companion.resume.reading.halves import halves, work_fit
from tests.unit.resume.papers import Cell, drawn


def page(*rows: tuple[str, str], title: str = "Ausbildung") -> Profile:
    """A page with what was learned in bold beside its dates, and the rest below."""
    out: list[Cell] = [
        (20, 16, "Ines Vardøhus", 20, "B"), (20, 22, "ines.vardohus@example.com", 10, ""), (20, 40, title, 12, "B"),
    ]  # fmt: skip
    y = 45.0
    for when, what in rows:
        y += 8 if when else 5
        out += [(20, y, when, 10, "")] if when else []
        out += [(60, y, what, 10, "B" if when else "")]
    return read_resume(drawn([out]), "cv.pdf")


def schools(profile: Profile) -> list[tuple[str, str, str, str]]:
    return [
        (f"{one.study_type} {one.area}".strip(), one.institution, one.start_date, one.end_date)
        for one in profile.education
    ]


@pytest.mark.parametrize("remark", [(), (("", "(Teilzeit)"),)])
def test_the_degree_under_a_label_and_the_body_below_what_one_attended(remark: tuple[tuple[str, str], ...]) -> None:
    profile = page(
        ("09/2017 - 06/2019", "Meisterschule im Tischlerhandwerk"), *remark, ("", "Handwerkskammer Kassel"),
        ("", "Abschluss: Tischlermeisterin"),
        ("08/2010 - 07/2013", "Ausbildung zur Tischlerin"), ("", "Holzbau Brenner GmbH, Fulda"),
        ("", "Abschluss: Gesellenbrief (Note: 1,7)"),
    )  # fmt: skip
    assert schools(profile) == [
        ("Tischlermeisterin", "Handwerkskammer Kassel", "2017-09", "2019-06"),
        ("Ausbildung zur Tischlerin", "Holzbau Brenner GmbH", "2010-08", "2013-07"),
    ]
    assert "Meisterschule im Tischlerhandwerk" in profile.education[0].highlights
    assert (profile.education[1].highlights, profile.unplaced) == (("Gesellenbrief",), ())


def test_a_school_beside_its_dates_with_the_degree_under_a_label() -> None:
    profile = page(
        ("10/2012 - 09/2016", "Universität Kassel"), ("", "Abschluss: M.Sc. Physik"),
        ("08/2004 - 06/2012", "Goetheschule Fulda"), ("", "Abschluss: Abitur"),
        ("08/2001 - 06/2004", "Meisterschule Süd"), ("", "Abschluss: Abitur"),
    )  # fmt: skip
    assert schools(profile) == [
        ("M.Sc. Physik", "Universität Kassel", "2012-10", "2016-09"),
        ("Abitur", "Goetheschule Fulda", "2004-08", "2012-06"),
        ("Abitur", "Meisterschule Süd", "2001-08", "2004-06"),
    ]


@pytest.mark.parametrize("trade", ["Energie-, Gebäude- und Systemtechnik", "Lager-, Transport- und Umschlaglogistik"])
def test_a_comma_behind_a_hyphen_parts_no_name(trade: str) -> None:
    assert list(halves(f"Fachkraft für {trade}", work_fit, lone=True)) == []
    head = "Ines Vardøhus\nines.vardohus@example.com\n\nAUSBILDUNG\n\n2010 - 2013\n"
    text = f"{head}Ausbildung zur Fachkraft für {trade}\n"
    (one,) = read_resume(text.encode(), "cv.txt").education
    assert (f"{one.study_type} {one.area}", one.institution) == (f"Ausbildung zur Fachkraft für {trade}", "")


@pytest.mark.parametrize(
    ("title", "last"),
    [("Aus- und Weiterbildung", "Abschluss: Abitur"), ("Education / Certifications", "Qualification: A-levels")],
)
def test_what_has_one_date_at_the_end_of_schools_and_courses_is_a_certificate(title: str, last: str) -> None:
    profile = page(
        ("2004 - 2012", "Goetheschule Fulda"), ("", last), ("2020", "Brandschutzhelferin"),
        ("2018", "CNC-Grundlagen, Hobelix-Seminar"), title=title,
    )  # fmt: skip
    assert [one.institution for one in profile.education] == ["Goetheschule Fulda"]
    assert [(one.name, one.issuer, one.date) for one in profile.certificates] == [
        ("Brandschutzhelferin", "", "2020"), ("CNC-Grundlagen", "Hobelix-Seminar", "2018"),
    ]  # fmt: skip
