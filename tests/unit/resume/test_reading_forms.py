"""Forms that many people fill are read in every language, though no word of the person's own is known to us."""

import re

import pytest

from companion.resume import read_resume
from tests.unit.resume import printed_forms


@pytest.mark.parametrize("language", printed_forms.LINKEDIN)
def test_linkedins_pdf_in_other_languages(language: str) -> None:
    profile = read_resume(printed_forms.linkedin(language), "Profile.pdf")
    assert (profile.basics.name, profile.basics.email) == ("Tuva Example", "tuva.example@example.com")
    assert profile.basics.summary.startswith("I like clear numbers")
    assert [(work.name, work.position, work.start_date, work.end_date) for work in profile.work] == [
        ("Kelbarna Veld", "Zorgprovel", "2020-01", ""),
        ("Kelbarna Veld", "Tirvan bij Ostrel", "2016-10", "2020-01"),
        ("Borvik Talm", "Ulvmander", "2016-05", "2016-10"),
    ]
    assert profile.work[0].location == "Great Ostrel Area"
    told = "Reported to the board every quarter and kept all of the forecasts of three product lines up to date."
    assert profile.work[0].summary == told
    (school,) = profile.education
    assert (school.institution, school.study_type, school.area) == ("Ostrel Vard", "Kandrat", "Talmkunde")
    assert (school.start_date, school.end_date) == ("2009", "2013")
    assert [skill.name for skill in profile.skills] == ["Power BI", "Leadership"]
    assert profile.basics.profiles[0].url == "https://www.linkedin.com/in/tuva-example-a1b2c3"
    assert (profile.basics.label, profile.basics.location.city) == ("Zorgprovel | Kelbarna Veld", "Great Ostrel Area")
    assert profile.unplaced == ()


@pytest.mark.parametrize(("employer", "told"), [(10.5, 10), (10.5, 12)])
def test_linkedins_pdf_with_employers_and_dates_in_one_size(employer: float, told: float) -> None:
    profile = read_resume(printed_forms.linkedin("nl", employer=employer, told=told), "Profile.pdf")
    assert [(work.name, work.position, work.start_date, work.location) for work in profile.work] == [
        ("Kelbarna Veld", "Zorgprovel", "2020-01", "Great Ostrel Area"),
        ("Kelbarna Veld", "Tirvan bij Ostrel", "2016-10", "Great Ostrel Area"),
        ("Borvik Talm", "Ulvmander", "2016-05", ""),
    ]


@pytest.mark.parametrize("language", printed_forms.EUROPASS)
def test_the_europass_form_of_2005(language: str) -> None:
    profile = read_resume(printed_forms.europass(language), "cv.pdf")
    basics = profile.basics
    assert (basics.name, basics.email, basics.phone) == ("Tirva Lantos", "tirva.lantos@example.com", "+49 421 5550 188")
    assert basics.location.city == "Bremen"
    assert [(work.name, work.position, work.start_date, work.end_date) for work in profile.work] == [
        ("Kelbarna Veld", "Zorgprovel", "2015-03", ""),
        ("Borvik", "Tirvan", "2009-08", "2015-02"),
    ]
    assert [(work.location, work.description) for work in profile.work] == [
        ("Talmvej 3, 28217 Ostrel", "Transport"),
        ("Ostrelhaven", "Storage"),
    ]
    assert profile.work[0].highlights == ("Planned 60 routes a day", "Trained new drivers")
    (school,) = profile.education
    assert (school.institution, school.study_type, school.end_date) == ("Ostrel Vard", "Kandrat", "2009")
    assert school.courses == ("Talmkunde", "Veldrecht")
    mother = re.sub(r"\s*\([^()]*\)", "", printed_forms.EUROPASS[language][18])
    assert [(one.language, one.fluency) for one in profile.languages] == [("Deutsch", mother), ("English", "C1/B2")]
    assert [one for skill in profile.skills for one in skill.keywords or (skill.name,)] == ["SAP TM", "Excel"]
    assert [one.name[-3:] for one in profile.certificates] == [": B"]
    title = printed_forms.EUROPASS[language][0]
    assert all(line in title or line.split()[-1] in ("x", "Bremen") for line in profile.unplaced)


@pytest.mark.parametrize("made", ["docx", "tabs", "below"])
@pytest.mark.parametrize("language", printed_forms.EUROPASS)
def test_the_europass_form_in_word_and_as_text(language: str, made: str) -> None:
    forms = printed_forms
    data = forms.europass_docx(language) if made == "docx" else forms.europass_text(language, below=made == "below")
    profile = read_resume(data, "cv")
    assert profile.basics.email == "tirva.lantos@example.com"
    assert profile.basics.name == "Tirva Lantos" or made == "below"
    assert [(work.name, work.position, work.start_date, work.end_date) for work in profile.work] == [
        ("Kelbarna Veld", "Zorgprovel", "2015-03", ""),
        ("Borvik", "Tirvan", "2009-08", "2015-02"),
    ]
    assert profile.work[0].highlights == ("Planned 60 routes a day", "Trained new drivers")
    (school,) = profile.education
    assert (school.institution, school.study_type, school.end_date) == ("Ostrel Vard", "Kandrat", "2009")
    assert [one for skill in profile.skills for one in skill.keywords or (skill.name,)] == ["SAP TM", "Excel"]


@pytest.mark.parametrize("name", ["LANTOS Tirva", "Lantos Tirva", "Tirva Lantos", "TIRVA LANTOS"])
def test_a_name_beside_the_label_that_asks_for_it(name: str) -> None:
    text = (
        "FORMATO EUROPEO PER IL CURRICULUM VITAE\n\nINFORMAZIONI PERSONALI\n\n"
        f"Nome\t{name}\nE-mail\ttirva.lantos@example.com\nTelefono\t+39 035 555 0193\n\n"
        "ESPERIENZA LAVORATIVA\n\n• Date (da – a)\t2015 - oggi\n"
        "• Nome e indirizzo del datore di lavoro\tKelbarna Veld\n• Tipo di impiego\tZorgprovel\n"
    )
    profile = read_resume(text.encode(), "cv.txt")
    assert profile.basics.name == "Tirva Lantos"
    assert [(work.name, work.position, work.start_date) for work in profile.work] == [
        ("Kelbarna Veld", "Zorgprovel", "2015")
    ]


@pytest.mark.parametrize("language", printed_forms.EUROPASS_2013)
def test_the_europass_form_of_2013(language: str) -> None:
    profile = read_resume(printed_forms.europass_2013(language), "cv.pdf")
    assert (profile.basics.name, profile.basics.location.city) == ("Tirva Lantos", "Bremen")
    assert [(work.name, work.position, work.start_date, work.end_date) for work in profile.work] == [
        ("Kelbarna Veld", "Zorgprovel", "2015-03", ""),
        ("Borvik", "Tirvan", "2009-09", "2015-02"),
    ]
    assert [(work.description, work.highlights) for work in profile.work] == [
        ("Transport", ("Planned 60 routes a day",)),
        ("Storage", ("Cleared all containers",)),
    ]
    (school,) = profile.education
    assert (school.institution, school.study_type, school.end_date) == ("University of Ostrel", "Kandrat", "2009")
    assert [one.language for one in profile.languages] == ["Deutsch", "English"]
    assert profile.languages[1].fluency == "C1/B2"
    assert [one for skill in profile.skills for one in skill.keywords or (skill.name,)] == ["SAP TM", "Excel"]
    assert any("choir of forty" in line for line in profile.unplaced)  # told at length: for the person to place
    assert not any("European Union" in line or "C2" in line for line in profile.unplaced)


@pytest.mark.parametrize("language", printed_forms.EUROPASS_2020)
def test_the_europass_form_of_2020(language: str) -> None:
    profile = read_resume(printed_forms.europass_2020(language), "cv.pdf")
    basics = profile.basics
    assert (basics.name, basics.email, basics.phone) == ("Tirva Lantos", "tirva.lantos@example.com", "+49 421 5550 188")
    assert basics.location.city == "Bremen"
    assert [(work.name, work.position, work.start_date, work.end_date) for work in profile.work] == [
        ("Kelbarna Veld", "Zorgprovel", "2015-03", ""),
        ("Borvik", "Tirvan", "2009-09", "2015-02"),
    ]
    assert [(work.location, work.description) for work in profile.work] == [("Ostrel, Norway", "Transport")] * 2
    assert profile.work[0].highlights == ("Planned 60 routes a day",)
    (school,) = profile.education
    assert (school.institution, school.study_type, school.end_date) == (
        "University of Ostrel",
        "Bachelor of Arts",
        "2009",
    )
    assert "Talmkunde" in f"{school.area} {school.courses} {school.highlights}"
    assert [one.language for one in profile.languages] == ["DEUTSCH", "English"]
    assert profile.languages[1].fluency == "C1/B2"
    assert [skill.name for skill in profile.skills] == ["SAP TM", "Excel"]
