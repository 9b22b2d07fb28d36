"""Forms that many people fill are read in every language, though no word of the person's own is known to us."""

import re

import pytest

from companion.model.profile import Profile
from companion.resume import read_resume
from tests.unit.resume import printed_forms
from tests.unit.resume.papers import Cell, drawn
from tests.unit.resume.posts import work


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


_ASKED: dict[str, tuple[str, list[list[str]]]] = {
    "start and end apart": ("Esperienza professionale", [
        ["Ditta", "Molini Santerra S.r.l.", "Pastificio Orlandi"], ["Mansione", "Mugnaio", "Addetto ai forni"],
        ["Inizio", "marzo 2019", "giugno 2014"], ["Fine", "oggi", "febbraio 2019"], ["Contratto", "stabile", "a tempo"],
    ]),
    "the title first": ("Arbetslivserfarenhet", [
        ["Roll", "Kranförare", "Chaufför"], ["Arbetsplats", "Norrsågen AB", "Lövviks Åkeri"],
        ["Tid", "2019-03 - nu", "2014-06 - 2019-02"], ["Lön", "efter avtal", "efter avtal"],
    ]),
    "some labels known": ("Work Experience", [
        ["Employer", "Tanfield Borough", "Ouseby Ferry Trust"], ["Your post", "Permit Clerk", "Ticket Seller"],
        ["Served", "03/2019 - Present", "06/2014 - 02/2019"], ["Grade or pay", "C-4", "$12.50 per hour"],
    ]),
}  # fmt: skip


def _formed(asked: str, made: str) -> Profile:
    """The form filled in for two jobs and one school, drawn with its labels in a column or written as text."""
    title, fields = _ASKED[asked]
    jobs = [[(label, values[n]) for label, *values in fields] for n in range(2)]
    school = [("School", "Ostrel University"), ("Degree", "Bachelor of Arts"), ("Years there", "2010 - 2014")]
    if made != "drawn":
        told = ["\n".join(made.join(pair) for pair in record) for record in (*jobs, school)]
        text = (
            f"Tirva Lantos\ntirva.lantos@example.com\n\n{title}\n\n{told[0]}\n\n{told[1]}\n\nEducation\n\n{told[2]}\n"
        )
        return read_resume(text.encode(), "cv.txt")
    cells: list[Cell] = [(20, 20, "Tirva Lantos", 18, "B"), (20, 28, "tirva.lantos@example.com", 9, "")]
    y = 32.0
    for heading, record in ((title, jobs[0]), ("", jobs[1]), ("Education", school)):
        y += 8
        cells += [(20, y, heading, 12, "B")] if heading else []
        for label, value in record:
            y += 5
            cells += [(20, y, label, 9, "B"), (64, y, value, 9, "")]
    return read_resume(drawn([cells]), "cv.pdf")


@pytest.mark.parametrize("made", ["drawn", "\t", ": "])
@pytest.mark.parametrize("asked", _ASKED)
def test_labels_nobody_foresaw_are_told_by_their_column_and_their_values(asked: str, made: str) -> None:
    profile = _formed(asked, made)
    told = dict(enumerate(zip(*(values[1:] for values in _ASKED[asked][1][:2]), strict=True)))
    heads = [told[n] if asked == "the title first" else told[n][::-1] for n in range(2)]
    assert [(work.position, work.name, work.start_date, work.end_date) for work in profile.work] == [
        (*heads[0], "2019-03", ""),
        (*heads[1], "2014-06", "2019-02"),
    ]
    label, *values = _ASKED[asked][1][-1]
    assert [work.summary for work in profile.work] == [f"{label}: {value}" for value in values]
    assert [(one.institution, one.study_type, one.start_date, one.end_date) for one in profile.education] == [
        ("Ostrel University", "Bachelor of Arts", "2010", "2014")
    ]


def test_lines_below_a_label_nobody_foresaw_tell_what_was_done() -> None:
    jobs = [
        ("Tanfield Borough", "Permit Clerk", "03/2019 - Present",
         "\tIssued 40 permits a week and\nanswered the counter\nTrained two new clerks"),
        ("Ouseby Ferry Trust", "Ticket Seller", "06/2014 - 02/2019", "\nSold 300 tickets a day\nClosed the till"),
    ]  # fmt: skip
    told = "\n\n".join(
        f"Agency\t{agency}\nTitle there\t{title}\nServed\t{served}\nWork done{deeds}\nPay\tC-4"
        for agency, title, served, deeds in jobs
    )
    text = f"Tirva Lantos\ntirva.lantos@example.com\n\nWork Experience\n\n{told}\n"
    profile = read_resume(text.encode(), "cv.txt")
    assert [(work.name, work.position, work.highlights, work.summary) for work in profile.work] == [
        ("Tanfield Borough", "Permit Clerk",
         ("Issued 40 permits a week and answered the counter", "Trained two new clerks"), "Pay: C-4"),
        ("Ouseby Ferry Trust", "Ticket Seller", ("Sold 300 tickets a day", "Closed the till"), "Pay: C-4"),
    ]  # fmt: skip


def test_labels_flush_right_bullets_below_and_an_entry_that_is_the_only_one() -> None:
    labels = ("Agency", "Title there", "From - to", "Annual pay")
    deeds = ("- Issued forty permits a week to builders and event hosts of the valley", "- Trained two new clerks")
    jobs = [
        ("Tanfield Borough", "Permit Clerk", "03/2019 - Present", "C-4"),
        ("Ouseby Ferry Trust", "Ticket Seller", "06/2014 - 02/2019", "C-2"),
    ]
    cells: list[Cell] = [(20, 20, "Tirva Lantos", 18, "B"), (20, 28, "tirva.lantos@example.com", 9, "")]
    cells += [(20, 40, "Work Experience", 12, "B"), (20, 126, "Education", 12, "B")]
    for y, job in zip((48, 86), jobs, strict=True):
        for n, (label, value) in enumerate(zip(labels, job, strict=True)):
            cells += [(45 - 1.6 * len(label), y + 5 * n, label, 9, "B"), (50, y + 5 * n, value, 9, "")]
        cells += [(24, y + 21 + 5 * n, deed, 9, "") for n, deed in enumerate(deeds)]
    school = {"School attended": "Ostrel University", "Degree received": "Bachelor of Arts", "Attended from": "08/2008",
              "Attended to": "05/2012"}  # fmt: skip
    for n, (label, value) in enumerate(school.items()):
        cells += [(20, 134 + 5 * n, label, 9, "B"), (50, 134 + 5 * n, value, 9, "")]
    profile = read_resume(drawn([cells]), "cv.pdf")
    assert [(work.name, work.position, work.start_date, work.summary, work.highlights) for work in profile.work] == [
        ("Tanfield Borough", "Permit Clerk", "2019-03", "Annual pay: C-4", tuple(deed[2:] for deed in deeds)),
        ("Ouseby Ferry Trust", "Ticket Seller", "2014-06", "Annual pay: C-2", tuple(deed[2:] for deed in deeds)),
    ]
    assert [(one.institution, one.study_type, one.start_date, one.end_date) for one in profile.education] == [
        ("Ostrel University", "Bachelor of Arts", "2008-08", "2012-05")
    ]


def test_two_fields_in_one_line_one_of_them_under_a_label_nobody_foresaw() -> None:
    text = (
        "Tirva Lantos\ntirva.lantos@example.com\n\nWork Experience\n\n"
        "Employer: Tanfield Borough\tPosition title: Permit Clerk\nDates employed: 03/2019 - Present\tPay: C-4\n"
        "- Trained two new clerks\n"
    )
    (work,) = read_resume(text.encode(), "cv.txt").work
    assert (work.name, work.position, work.start_date) == ("Tanfield Borough", "Permit Clerk", "2019-03")
    assert (work.summary, work.highlights) == ("Pay: C-4", ("Trained two new clerks",))


@pytest.mark.parametrize(
    ("labels", "first", "second", "dates"),
    [
        (("Employer", "Position", "Duties"), "March 2019  -  to date", "June 2012 - March 2019",
         (("2019-03", ""), ("2012-06", "2019-03"))),
        (("Firma", "Stelle", "Aufgaben"), "03/2019 – heute", "06/2012 – 02/2019",
         (("2019-03", ""), ("2012-06", "2019-02"))),
        (("Company", "Job title", "Responsibilities"), "2019 to present", "2012 to 2019",
         (("2019", ""), ("2012", "2019"))),
    ],
)  # fmt: skip
def test_dates_alone_above_the_labels_are_those_of_the_entry_below(
    labels: tuple[str, ...], first: str, second: str, dates: tuple[tuple[str, str], ...]
) -> None:
    jobs = ((first, "Tanfield Borough", "Permit Clerk"), (second, "Ouseby Ferry Trust", "Ticket Seller"))
    text = "Tirva Lantos\ntirva.lantos@example.com\n\nWork Experience\n\n" + "\n\n".join(
        f"{told}\n{labels[0]}:   {employer}\n{labels[1]}:   {title}\n{labels[2]}:   Filed papers for visitors"
        for told, employer, title in jobs
    )
    work = read_resume(text.encode(), "cv.txt").work
    assert [(one.name, one.position) for one in work] == [(employer, title) for _, employer, title in jobs]
    assert tuple((one.start_date, one.end_date) for one in work) == dates
    assert all("Filed papers for visitors" in "\n".join((*one.highlights, one.summary)) for one in work)


def test_a_line_that_tells_more_than_dates_above_the_labels_heads_nothing() -> None:
    text = (
        "Tirva Lantos\ntirva.lantos@example.com\n\nWork Experience\n\nSee below for my posts of 2019.\n"
        "Employer: Tanfield Borough\nPosition: Permit Clerk\n\nMore on request.\n"
        "Employer: Ouseby Ferry Trust\nPosition: Ticket Seller\n"
    )
    work = read_resume(text.encode(), "cv.txt").work
    assert [(one.name, one.start_date, one.end_date) for one in work] == [
        ("Tanfield Borough", "", ""), ("Ouseby Ferry Trust", "", "")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("section", "labels", "now"),
    [
        ("EXPERIÊNCIA PROFISSIONAL", ("Cargo", "Período", "Atividades"), "até o momento"),
        ("EXPERIÊNCIA PROFISSIONAL", ("Função", "Período"), "até a data"),
        ("EXPERIENCIA LABORAL", ("Puesto", "Periodo", "Funciones"), "hasta la actualidad"),
        ("EXPÉRIENCE PROFESSIONNELLE", ("Poste", "Période", "Missions"), "à ce jour"),
        ("WORK EXPERIENCE", ("Position", "Period", "Duties"), "to date"),
    ],
)
@pytest.mark.parametrize("gap", ["\n", ""])
def test_an_employer_in_capitals_above_the_labels_of_its_jobs_is_no_title(
    section: str, labels: tuple[str, ...], now: str, gap: str
) -> None:
    jobs = (
        ("PADARIA TROVÃO LTDA", "Confeiteiro", f"05/2019 {now}", "Bolos de festa"),
        ("PADARIA TROVÃO LTDA", "Ajudante", "02/2016 - 04/2019", "Limpeza e corte"),
        ("MERCEARIA DO CAIS", "Caixa", "01/2014 - 12/2015", "Fecho de caixa"),
    )
    told = gap.join(
        f"{name}\n" + "".join(f"{label}: {value}\n" for label, value in zip(labels, values, strict=False))
        for name, *values in jobs
    )
    text = f"Tirva Lantos\ntirva.lantos@example.com\n\n{section}\n\n{told}\nSKILLS\n\nExcel, SAP, Word\n"
    profile = read_resume(text.encode(), "cv.txt")
    assert work(profile) == [
        ("Confeiteiro", "PADARIA TROVÃO LTDA", "2019-05", ""),
        ("Ajudante", "PADARIA TROVÃO LTDA", "2016-02", "2019-04"),
        ("Caixa", "MERCEARIA DO CAIS", "2014-01", "2015-12"),
    ]
    assert ([skill.name for skill in profile.skills], profile.unplaced) == (["Excel", "SAP", "Word"], ())


def test_a_title_nobody_foresaw_above_labels_that_ask_for_everything_names_no_employer() -> None:
    text = (
        "Tirva Lantos\ntirva.lantos@example.com\n\nSKILLS\n\nExcel, SAP, Word\n\nAT THE HELM\n\n"
        "Company: Ouseby Ferry Trust\nPosition: Deckhand\nPeriod: 2016 - 2019\n"
    )
    assert work(read_resume(text.encode(), "cv.txt")) == [("Deckhand", "Ouseby Ferry Trust", "2016", "2019")]
