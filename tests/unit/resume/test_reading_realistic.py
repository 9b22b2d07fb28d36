"""What resumes of many trades and countries do that no form foresees: one case a mechanism, texts of our own."""

import pytest

from companion.resume import read_resume
from companion.resume.reading.assemble import assemble
from companion.resume.reading.breaks import without_breaks
from companion.resume.reading.closing import without_closing
from companion.resume.reading.dates import spans
from companion.resume.reading.levels import leveled
from companion.resume.reading.lines import TextLine
from companion.resume.reading.lists import gathered
from tests.unit.resume.papers import Cell, docx, drawn, p
from tests.unit.resume.posts import work


def line(text: str, **looks: object) -> TextLine:
    return TextLine(**({"text": text, "size": 10, "x0": 40, "gap": 0.2} | looks))


def title(text: str) -> TextLine:
    return line(text, size=13, bold=True, gap=1)


HEAD = (line("Ines Vardøhus", size=20, bold=True), line("ines.vardohus@example.com"))


def test_labels_with_their_colons_far_away_and_a_table_with_captions() -> None:
    rows: list[Cell] = [
        (80, 20, "CURRICULUM VITAE", 16, "B"),
        (20, 32, "Name", 10, "B"), (65, 32, ": Ines Vardøhus", 10, ""),
        (20, 39, "Mobile No.", 10, "B"), (65, 39, ":", 10, ""), (70, 39, "+47 78 55 50 10", 10, ""),
        (20, 46, "Email ID", 10, "B"), (65, 46, ": ines.vardohus@example.com", 10, ""),
        (20, 60, "Work Experience", 12, "B"),
        (20, 70, "S. No.", 10, "B"), (35, 70, "Name of Organisation", 10, "B"), (95, 70, "Designation", 10, "B"),
        (150, 70, "Period", 10, "B"),
        (20, 78, "1.", 10, ""), (35, 78, "Nordhav Pvt. Ltd.", 10, ""), (95, 78, "Senior Diver", 10, ""),
        (150, 78, "Jul-2021 to Till Date", 10, ""),
        (20, 86, "2.", 10, ""), (35, 86, "Vadsø Hospital", 10, ""), (95, 86, "Technician", 10, ""),
        (150, 86, "Feb-2017 to Jun-2021", 10, ""),
        (20, 100, "Educational Qualification", 12, "B"),
        (20, 110, "Examination", 10, "B"), (80, 110, "Board / University", 10, "B"),
        (135, 110, "Year of Passing", 10, "B"), (170, 110, "Percentage", 10, "B"),
        (20, 118, "B.Sc. Chemistry", 10, ""), (80, 118, "Finnmark University", 10, ""), (135, 118, "2015", 10, ""),
        (170, 118, "71.4 %", 10, ""),
        (20, 126, "H.S.C.", 10, ""), (80, 126, "Finnmark State Board", 10, ""), (135, 126, "2012", 10, ""),
        (170, 126, "68 %", 10, ""),
        (20, 140, "Personal Details", 12, "B"),
        (20, 150, "Date of Birth", 10, "B"), (65, 150, ": 14th January 1994", 10, ""),
        (20, 157, "Languages Known", 10, "B"), (65, 157, ": Norwegian, Finnish", 10, ""),
        (20, 164, "Hobbies", 10, "B"), (65, 164, ": Skiing, maps", 10, ""),
    ]  # fmt: skip
    profile = read_resume(drawn([rows]), "cv.pdf")
    assert (profile.basics.name, profile.basics.phone) == ("Ines Vardøhus", "+47 78 55 50 10")
    assert work(profile) == [
        ("Senior Diver", "Nordhav Pvt. Ltd.", "2021-07", ""), ("Technician", "Vadsø Hospital", "2017-02", "2021-06"),
    ]  # fmt: skip
    assert [(f"{e.study_type} {e.area}".strip(), e.institution, e.score) for e in profile.education] == [
        ("B.Sc. Chemistry", "Finnmark University", "71.4 %"), ("H.S.C.", "Finnmark State Board", "68 %"),
    ]  # fmt: skip
    assert [one.language for one in profile.languages] == ["Norwegian", "Finnish"]
    assert [one.name for one in profile.interests] == ["Skiing", "maps"]
    assert [text for text in profile.unplaced if "Birth" in text] == ["Date of Birth: 14th January 1994"]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2018-Aug - Present", "2018-08", ""),
        ("2014-Jun - 2018-Jul", "2014-06", "2018-07"),
        ("Feb-2017 to Jun-2021", "2017-02", "2021-06"),
        ("März/2015 – Mai/2019", "2015-03", "2019-05"),
        ("Mar – Sep 2019", "2019-03", "2019-09"),
        ("Da marzo 2019 a oggi", "2019-03", ""),
        ("De août 2018 à aujourd'hui", "2018-08", ""),
        ("von 2014 bis 2018", "2014", "2018"),
        ("od 2014 do 2018", "2014", "2018"),
        ("2016-März 2018", "2016", "2018-03"),
    ],
)
def test_months_joined_to_their_years_and_words_before_a_range(text: str, start: str, end: str) -> None:
    assert [(span.start, span.end, span.at) for span in spans(text)] == [(start, end, (0, len(text)))]


@pytest.mark.parametrize(
    "lines",
    [
        [line("2014 – 2016: career break to care for a parent")],
        [line("Elternzeit\t09/2019 – 08/2020")],
        [line("07/2013 – 08/2013\tarbeitssuchend")],
        [line("arbeitslos gemeldet\t07/2013 – 08/2013")],
        [line("Recherche d'emploi, formation anglais\t2018 - 2019")],
        [line("Unemployed (seeking work)\t2018 - 2019")],
        [line("01/2016 – 03/2017"), line("Congé parental"), line("Deux enfants", x0=52)],
        [line("Parental leave, full time"), line("May 2018 – June 2019")],
    ],
)
def test_a_time_of_no_work_is_no_entry_and_is_kept(lines: list[TextLine]) -> None:
    before = line("Diver, Nordhav Ltd\tMay 2020 – Present", bold=True, gap=0.6)
    after = line("Cook, Vadsø Hotel AS\tMay 2010 – April 2013", bold=True, gap=0.6)
    assert without_breaks([before, *lines, after]) == ([before, after], [one.plain for one in lines])
    profile = assemble([*HEAD, title("Experience"), before, *lines, after])
    assert work(profile) == [("Diver", "Nordhav Ltd", "2020-05", ""), ("Cook", "Vadsø Hotel AS", "2010-05", "2013-04")]
    assert set(profile.unplaced) == {one.plain for one in lines}


@pytest.mark.parametrize(
    "job",
    [
        "Sabbatical Officer, Students' Union",
        "Orlov & Daughters, Cook",
        "Auszeit Café, Cook",
        "Jobseeker Adviser, Quay Trust",
    ],
)
def test_a_job_named_like_a_time_of_no_work_is_a_job(job: str) -> None:
    lines = [line(f"{job}\t2014 – 2015")]
    assert without_breaks(lines) == (lines, [])


@pytest.mark.parametrize(
    ("text", "skill", "level"),
    [
        ("SAP SD (sehr gut)", "SAP SD", "sehr gut"),
        ("Excel – advanced", "Excel", "advanced"),
        ("Navision\tGrundkenntnisse", "Navision", "Grundkenntnisse"),
        ("Python (5 years)", "Python", "5 years"),
        ("Wound care (ICW)", "Wound care (ICW)", ""),
        ("Front - end design", "Front - end design", ""),
    ],
)
def test_how_well_is_told_apart_from_a_skill(text: str, skill: str, level: str) -> None:
    assert leveled(text) == (skill, level)
    profile = assemble([*HEAD, title("Skills"), line(text), line("Rigging")])
    assert [(one.name, one.level) for one in profile.skills][-2:] == [(skill, level), ("Rigging", "")]


def test_items_in_frames_are_parted_by_the_gaps_between_the_frames() -> None:
    def item(text: str, gap: float) -> TextLine:
        return line(text, gap=gap, x1=100)

    framed = [item(*one) for one in (("Rigging", 1), ("Client", 0.7), ("letters", 0.1), ("Radio", 0.7), ("Ropes", 0.7))]
    assert gathered(framed) == ["Rigging", "Client letters", "Radio", "Ropes"]
    for gap in (0.2, -0.1):
        even = [item(text, gap) for text in ("Rigging", "Client", "Radio")]
        assert gathered(even) == ["Rigging", "Client", "Radio"]
    labelled = [item("Tools: Git, Docker", 1), item("Ropes: Knots, Splices", -0.1)]
    assert gathered(labelled) == ["Tools: Git, Docker", "Ropes: Knots, Splices"]


def test_a_list_with_marks_goes_on_below_and_a_row_of_frames_does_not() -> None:
    listed = [line("Rigging | Radio | Volunteer", x1=500, full=True), line("management | Ropes", gap=0.95, x1=200)]
    assert gathered(listed) == ["Rigging | Radio | Volunteer management | Ropes"]
    framed = [line("Rigging\tRadio", x1=500, full=True), line("ropeWorks\tKnots", gap=1.1, x1=480)]
    assert gathered(framed) == ["Rigging\tRadio", "ropeWorks\tKnots"]


@pytest.mark.parametrize("aside", ["Excel (pivots, macros)", "SolidWorks (parts, drawings)"])
def test_a_comma_in_brackets_goes_on_in_no_line_below(aside: str) -> None:
    lines = [line("Sage 100 for Orders", x1=150), line(aside, x1=149, full=True), line("Salesforce", x1=80)]
    profile = assemble([*HEAD, title("Skills"), *lines])
    assert [one.name for one in profile.skills] == ["Sage 100 for Orders", aside, "Salesforce"]


def test_a_bullet_named_like_a_title_of_skills_is_one_of_them() -> None:
    lines = [line(text, bullet=True) for text in ("Sage 50", "Good communication skills", "Report writing")]
    profile = assemble([*HEAD, title("Skills"), *lines])
    assert [one.name for one in profile.skills] == ["Sage 50", "Good communication skills", "Report writing"]


def test_another_title_at_an_employer_is_told_by_its_look() -> None:
    profile = assemble([
        *HEAD, title("Experience"),
        line("Corran Hospice, Alta", bold=True, size=11, gap=0.6), line("Events Manager (Apr 2021 – present)"),
        line("- Runs the walk", x0=44, bullet=True),
        line("Events Zorgprovel (Sep 2016 – Mar 2021)", gap=0.5), line("- Ran the stalls", x0=44, bullet=True),
        line("Mullen Trust, Alta", bold=True, size=11, gap=0.6), line("Events Assistant (Jun 2011 – Aug 2016)"),
        line("- Wrote letters", x0=44, bullet=True),
    ])  # fmt: skip
    assert [(one.position, one.name) for one in profile.work] == [
        ("Events Manager", "Corran Hospice"), ("Events Zorgprovel", "Corran Hospice"),
        ("Events Assistant", "Mullen Trust"),
    ]  # fmt: skip


def test_certificates_told_in_short_sentences_are_several() -> None:
    profile = assemble([
        *HEAD, title("Training"), line("Certificate in Rigging, 2017. First aid at sea, 2024. Radio licence."),
        title("Education"), line("BSc Chemistry, University of Alta, 2015"),
    ])  # fmt: skip
    assert [(one.name, one.date) for one in profile.certificates] == [
        ("Certificate in Rigging", "2017"), ("First aid at sea", "2024"), ("Radio licence.", ""),
    ]  # fmt: skip


def test_a_name_broken_at_its_hyphen_is_one() -> None:
    big: dict[str, object] = {"size": 18, "bold": True}
    profile = assemble([line("Ines Vardøhus-", **big), line("Kurek", **big), line("ines.vardohus@example.com")])
    assert profile.basics.name == "Ines Vardøhus-Kurek"


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ((line("Zofia\tKrawiec-Maj\t80-001 Gdańsk", size=19), line("z.krawiec@example.com")), "Zofia Krawiec-Maj"),
        ((line("Ines", size=30), line("Vardøhus", size=20, bold=True), line("mail@example.com")), "Ines Vardøhus"),
        ((line("Ines", size=0), line("Vardøhus", size=0), line("ines.vardohus@example.com", size=0)), "Ines Vardøhus"),
        ((line("Ines\t+47 78 55 50 10", size=19), line("Vardøhus\tTromsø", size=19), line("i.vardohus@example.com")),
         "Ines Vardøhus"),
        ((line("Ines Vardøhus\tTromsø", size=19), line("Nurse", size=13), line("mail@example.com")), "Ines Vardøhus"),
    ],
)  # fmt: skip
def test_the_halves_of_a_name_in_two_kinds_of_type_or_on_two_lines(lines: tuple[TextLine, ...], name: str) -> None:
    body = [line("Nurse, Mercy Hospital\t2015 – 2019", size=lines[-1].size) for _ in range(3)]
    assert assemble([*lines, title("Experience"), *body]).basics.name == name


def test_strengths_beside_skills_are_none() -> None:
    lines = [*HEAD, title("Strengths"), line("Curious\tPatient\tDirect"), title("Skills"), line("Ropes, Knots, Sails")]
    profile = assemble(lines)
    assert [one.name for one in profile.skills] == ["Ropes", "Knots", "Sails"]
    assert "Curious Patient Direct" in profile.unplaced


HEADED: list[Cell] = [(20, 16, "Ines Vardøhus", 20, "B"), (20, 23, "ines.vardohus@example.com", 9, "")]


def test_a_range_whose_year_went_to_the_next_line_of_a_margin() -> None:
    rows: list[Cell] = [*HEADED, (20, 40, "Employment history", 13, "B")]
    entries = [
        ("Nov 2020 - Present", "", "Head Housekeeper", "Vadsø Hotel, Alta"),
        ("Apr 2017 - Oct", "2020", "Housekeeper", "Vadsø Hotel, Alta"),
        ("Feb 2011 - Mar", "2017", "Room Attendant", "Kai Apartments, Alta"),
    ]
    for n, (dates, year, role, employer) in enumerate(entries):
        y = 48 + 24 * n
        rows += [(20, y, dates, 9, ""), (60, y, role, 10, "B"), (60, y + 5, employer, 9, "")]
        rows += [(20, y + 5.2, year, 9, "")] if year else []
        rows += [(63, y + 11, "Beds, sheets and the budget", 9, ""), (63, y + 16, "Trained the new ones", 9, "")]
    profile = read_resume(drawn([rows]), "cv.pdf")
    assert work(profile) == [
        ("Head Housekeeper", "Vadsø Hotel", "2020-11", ""), ("Housekeeper", "Vadsø Hotel", "2017-04", "2020-10"),
        ("Room Attendant", "Kai Apartments", "2011-02", "2017-03"),
    ]  # fmt: skip


def test_places_below_dates_in_a_margin_are_no_cards() -> None:
    rows: list[Cell] = [*HEADED, (20, 40, "Experience", 13, "B")]
    entries = [
        ("03/2021 - Present", "Asheville, NC", "Operations Manager", "Laurel Brewing"),
        ("02/2015 - 05/2018", "Black Mountain, NC", "Production Supervisor", "Kestrel Roasters"),
        ("05/2012 - 01/2015", "Waynesville, NC", "Bartender", "Smoky Inn"),
    ]
    for n, (dates, town, role, employer) in enumerate(entries):
        y = 50 + 24 * n
        rows += [(20, y, dates, 9, ""), (60, y, role, 11, "B"), (20, y + 5, town, 9, ""), (60, y + 5, employer, 9, "")]
        rows += [(64, y + 11, "Passed certification in 2017", 9, "")]
    assert work(read_resume(drawn([rows]), "cv.pdf")) == [
        ("Operations Manager", "Laurel Brewing", "2021-03", ""),
        ("Production Supervisor", "Kestrel Roasters", "2015-02", "2018-05"),
        ("Bartender", "Smoky Inn", "2012-05", "2015-01"),
    ]


def test_cards_under_titles_across_the_page_beside_an_address_flush_right() -> None:
    rows: list[Cell] = [
        (20, 16, "Ines Vardøhus", 24, "B"), (150, 12, "ines.vardohus@example.com", 9, ""),
        (172, 17, "416-555-0111", 9, ""), (20, 40, "Education", 14, "B"),
        (24, 50, "Bachelor of Commerce", 12, "B"), (115, 50, "Secondary School Diploma", 12, "B"),
        (24, 55, "Humber Bay University", 9, ""), (115, 55, "Kirkenes College", 9, ""),
        (24, 60, "Sep 2023 - Apr 2027", 9, ""), (115, 60, "Sep 2019 - Jun 2023", 9, ""),
        (20, 75, "Experience", 14, "B"),
        (24, 85, "Lending Assistant", 12, "B"), (115, 85, "Junior Analyst", 12, "B"),
        (24, 90, "Kingsway Bank", 9, ""), (115, 90, "Student Fund", 9, ""),
        (24, 95, "May 2025 - Aug 2025", 9, ""), (115, 95, "Sep 2024 - Present", 9, ""),
        (28, 101, "Spread statements for sixty shops", 9, ""), (119, 101, "Covered the industrials", 9, ""),
        (20, 115, "Skills", 14, "B"),
        (24, 125, "Technical", 9, "B"), (82, 125, "Finance", 9, "B"), (140, 125, "Personal", 9, "B"),
        (24, 130, "Excel", 9, ""), (82, 130, "Modelling", 9, ""), (140, 130, "Presenting", 9, ""),
        (24, 135, "Python", 9, ""), (82, 135, "Ratio analysis", 9, ""), (140, 135, "Teamwork", 9, ""),
    ]  # fmt: skip
    profile = read_resume(drawn([rows]), "cv.pdf")
    assert work(profile) == [
        ("Lending Assistant", "Kingsway Bank", "2025-05", "2025-08"), ("Junior Analyst", "Student Fund", "2024-09", ""),
    ]  # fmt: skip
    assert [one.institution for one in profile.education] == ["Humber Bay University", "Kirkenes College"]
    assert [(one.name, one.keywords) for one in profile.skills] == [
        ("Technical", ("Excel", "Python")), ("Finance", ("Modelling", "Ratio analysis")),
        ("Personal", ("Presenting", "Teamwork")),
    ]  # fmt: skip


def test_headings_taken_out_of_their_list_and_cells_with_line_breaks_in_a_docx() -> None:
    def heading(text: str) -> str:
        off = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
        return f"<w:p><w:pPr>{off}</w:pPr><w:r><w:rPr><w:b/><w:sz w:val='26'/></w:rPr><w:t>{text}</w:t></w:r></w:p>"

    def row(dates: str, head: str, told: str) -> str:
        cell = f"<w:p><w:r><w:t>{head}</w:t><w:br/><w:t>{told}</w:t></w:r></w:p>"
        return f"<w:tr><w:tc>{p(dates)}</w:tc><w:tc>{cell}</w:tc></w:tr>"

    body = p("Ines Vardøhus", bold=True, size=22) + p("ines.vardohus@example.com") + heading("Arbetslivserfarenhet")
    told = "Nybyggnation av villor och radhus, ansvar för ett lag om fyra"
    body += f"<w:tbl>{row('2018–', 'Snickare, Trä AB, Sundsvall', told)}"
    body += (
        f"{row('2012–2018', 'Lärling, Fasad AB, Matfors', 'Byten av fönster och dörrar, panel och isolering')}</w:tbl>"
    )
    body += heading("Kompetenser") + p("ritningar, ställningar, laser")
    profile = read_resume(docx(body), "cv.docx")
    assert work(profile) == [("Snickare", "Trä AB", "2018", ""), ("Lärling", "Fasad AB", "2012", "2018")]
    assert (profile.work[0].summary, *profile.work[0].highlights) == ("", told)
    assert [one.name for one in profile.skills] == ["ritningar", "ställningar", "laser"]


def test_qualifications_beside_schools_are_certificates() -> None:
    profile = assemble([
        *HEAD, title("Education"), line("Diploma in Trade, Stour College\t2013"),
        title("Professional Qualifications"), line("Certificate of Rigging, 2019", bullet=True),
        line("Safety Auditor, 2022", bullet=True),
    ])  # fmt: skip
    assert [one.institution for one in profile.education] == ["Stour College"]
    assert [(one.name, one.date) for one in profile.certificates] == [
        ("Certificate of Rigging", "2019"), ("Safety Auditor", "2022"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "signed",
    [
        ["Alta, 12.11.2026", "Ines Vardøhus"],
        ["Alta, den 3. November 2026"],
        ["Alta le 3 novembre 2026", "(Ines Vardøhus)"],
        ["Wyrażam zgodę na przetwarzanie moich danych osobowych dla potrzeb rekrutacji."],
        ["Autorizzo il trattamento dei dati personali.", "Alta, 14 novembre 2026"],
    ],
)
def test_town_date_and_name_at_the_end_are_of_no_section(signed: list[str]) -> None:
    lines = [*HEAD, title("Skills"), line("Ropes, Knots"), *map(line, signed)]
    assert without_closing(lines) == (lines[: -len(signed)], signed)
    assert [one.name for one in assemble(lines).skills] == ["Ropes", "Knots"]
    unsigned = [*lines, title("Languages")]
    assert without_closing(unsigned) == (unsigned, [])


def test_sentences_below_a_list_are_none_of_its_items() -> None:
    told = [line("Ropes\tKnots", gap=0), line("Sails\tRadio", gap=0), line("Diving licence. Own boat.", gap=2)]
    profile = assemble([*HEAD, title("Skills"), *told])
    assert [one.name for one in profile.skills] == ["Ropes", "Knots", "Sails", "Radio"]
    assert "Diving licence. Own boat." in profile.unplaced
    profile = assemble([*HEAD, title("Skills"), *told[:2], line("References available on request", gap=0)])
    assert [one.reference for one in profile.references] == ["References available on request"]


def test_what_stands_right_of_an_employer_is_where_it_is() -> None:
    profile = assemble([
        *HEAD, title("Experience"),
        line("Department for Boats\tAlta", bold=True, gap=0.6), line("Policy Adviser\tJun 2014 – Feb 2017"),
        line("Valleys Council\tAbermouth and Lampterre", bold=True, gap=0.6),
        line("Development Officer\tOct 2009 – May 2014"),
    ])  # fmt: skip
    assert [(one.position, one.name, one.location) for one in profile.work] == [
        ("Policy Adviser", "Department for Boats", "Alta"),
        ("Development Officer", "Valleys Council", "Abermouth and Lampterre"),
    ]


@pytest.mark.parametrize("paid", ["HEC-IRSIP Fellowship", "Nansen Scholarship", "Project No. 2241", "Seed Grant"])
@pytest.mark.parametrize("place", ["", ", Norway"])
def test_what_paid_for_the_work_stands_right_of_an_employer(paid: str, place: str) -> None:
    profile = assemble([
        *HEAD, title("Experience"), line("Visiting Diver\tOct 2016 – Apr 2017", bold=True, gap=0.6),
        line(f"University of Alta{place}\t{paid}"),
        line("Diver\tJan 2013 – Sept 2016", bold=True, gap=0.6), line("Nordhav School of the Sea, Vadsø"),
    ])  # fmt: skip
    first = profile.work[0]
    assert (first.position, first.name, first.summary) == ("Visiting Diver", "University of Alta", paid)
    assert first.location == place.strip(", ")


def test_town_and_address_at_the_foot_of_the_page_are_contact() -> None:
    profile = assemble([
        HEAD[0], title("Experience"), line("Diver, Nordhav Ltd\tMay 2019 – Present"), title("Interests"),
        line("Climbing, maps"), line("Brescia", gap=9), line("H +39 333 555 0110\t•\tB ines.vardohus@example.com"),
    ])  # fmt: skip
    basics = profile.basics
    assert (basics.location.city, basics.phone, basics.email) == (
        "Brescia", "+39 333 555 0110", "ines.vardohus@example.com",
    )  # fmt: skip
    assert [one.name for one in profile.interests] == ["Climbing", "maps"]


@pytest.mark.parametrize(
    ("text", "degree", "school"),
    [
        ("Apprenticeship, Inside Wireman, Eastern Electrical JATC, 2014", "Apprenticeship Inside Wireman",
         "Eastern Electrical JATC"),
        ("Diploma, Central Valley High School, 2006", "Diploma", "Central Valley High School"),
        ("BSc Boats (part time), University of Alta, 2006", "BSc Boats (part time)", "University of Alta"),
    ],
)  # fmt: skip
def test_kind_field_and_school_after_commas(text: str, degree: str, school: str) -> None:
    (one,) = assemble([*HEAD, title("Education"), line(text)]).education
    assert (f"{one.study_type} {one.area}".strip(), one.institution) == (degree, school)


def ruled(rows: list[tuple[str, list[str]]], y: float) -> list[Cell]:
    """A table of labels beside their values, each label at the middle of what stands beside it."""
    out: list[Cell] = []
    for label, values in rows:
        out += [(20, y + 2.4 * (len(values) - 1), label, 10, "B")]
        out += [(75, y + 4.8 * n, text, 10, "") for n, text in enumerate(values)]
        y += 4.8 * len(values) + 2
    return out


def test_a_ruled_form_under_numbered_titles() -> None:
    rows: list[Cell] = [
        (60, 16, "CURRICULUM VITAE", 16, "B"), (20, 26, "1. Personal particulars", 12, "B"),
        *ruled([("Full name", ["Ines Achieng Vard"]), ("Nationality", ["Kenyan"]),
                ("Telephone", ["+254 722 555 018"]), ("E-mail", ["ines.vard@example.com"])], 34),
        (20, 66, "2. Employment record", 12, "B"),
        *ruled([("From / To", ["March 2020 to date"]), ("Employer", ["Lakeside Water Company"]),
                ("Position held", ["Senior Hydrologist"]),
                ("Description of duties",
                 ["Groundwater surveys in three counties; supervision of", "four technicians"])], 74),
        *ruled([("From / To", ["June 2014 - February 2020"]), ("Employer", ["Nyando Trust"]),
                ("Position held", ["Field Officer"]), ("Description of duties", ["River gauging"])], 112),
        (20, 146, "3. Education", 12, "B"),
        *ruled([("Institution", ["Maseno University"]), ("Degree", ["MSc Hydrology"]), ("Year", ["2014"])], 154),
        (20, 182, "4. Key skills", 12, "B"), (24, 190, "QGIS", 10, ""), (24, 195, "Pump testing", 10, ""),
        (24, 200, "Report writing", 10, ""),
    ]  # fmt: skip
    profile = read_resume(drawn([rows]), "cv.pdf")
    assert (profile.basics.name, profile.basics.email) == ("Ines Achieng Vard", "ines.vard@example.com")
    assert work(profile) == [
        ("Senior Hydrologist", "Lakeside Water Company", "2020-03", ""),
        ("Field Officer", "Nyando Trust", "2014-06", "2020-02"),
    ]
    told = "Groundwater surveys in three counties; supervision of four technicians"
    assert told in (profile.work[0].summary, *profile.work[0].highlights)
    assert [(f"{e.study_type} {e.area}", e.institution, e.end_date) for e in profile.education] == [
        ("MSc Hydrology", "Maseno University", "2014")
    ]
    assert [one.name for one in profile.skills] == ["QGIS", "Pump testing", "Report writing"]


def test_cells_of_a_ruled_table_that_stand_close_are_told_apart_by_the_rows_beside_them() -> None:
    rows: list[Cell] = [
        *HEADED, (20, 40, "Work Experience", 13, "B"),
        (20, 50, "Apr 2019 -", 9, ""), (50, 50, "Sahyadri Auto", 9, ""), (92, 50, "Assistant", 9, ""),
        (130, 50, "Monthly planning and vendor", 9, ""), (20, 54, "Present", 9, ""),
        (50, 54, "Components Pvt. Ltd.", 9, ""), (92, 54, "Manager", 9, ""),
        (130, 54, "scheduling for 240 parts", 9, ""),
        (20, 61, "Jul 2015 -", 9, ""), (50, 61, "Krishna Forgings Alta Ltd.", 9, ""), (92, 61, "Planning", 9, ""),
        (130, 61, "Shop-floor scheduling and", 9, ""), (20, 65, "Mar 2019", 9, ""), (92, 65, "Engineer", 9, ""),
        (130, 65, "daily reporting", 9, ""),
    ]  # fmt: skip
    profile = read_resume(drawn([rows]), "cv.pdf")
    assert work(profile) == [
        ("Assistant Manager", "Sahyadri Auto Components Pvt. Ltd.", "2019-04", ""),
        ("Planning Engineer", "Krishna Forgings Alta Ltd.", "2015-07", "2019-03"),
    ]


@pytest.mark.parametrize(
    ("line_of_contact", "city", "phone"),
    [
        ("(31) 95555-0134 / ines.vardohus@example.com / Belo Horizonte – MG", "Belo Horizonte", "(31) 95555-0134"),
        ("Galway, Ireland ~ 087 555 0163 ~ ines.vardohus@example.com", "Galway", "087 555 0163"),
        ("(412) 555-0118 ◇ Pittsburgh, PA 15217 ◇ ines.vardohus@example.com", "Pittsburgh", "(412) 555-0118"),
        ("Rennes (35) • 02 99 55 50 18 • ines.vardohus@example.com", "Rennes", "02 99 55 50 18"),
    ],
)
def test_marks_between_what_stands_in_a_line_of_contact(line_of_contact: str, city: str, phone: str) -> None:
    basics = assemble([HEAD[0], line(line_of_contact), title("Skills"), line("Ropes, Knots, Sails")]).basics
    assert (basics.location.city, basics.phone) == (city, phone)


def test_the_number_of_a_house_is_no_postal_code() -> None:
    contact = line("1420 Alder Street, Boise, ID 83702 | (208) 555-0126 | ines.vardohus@example.com")
    location = assemble([HEAD[0], contact, title("Skills"), line("Ropes, Knots, Sails")]).basics.location
    assert (location.address, location.postal_code, location.city) == ("1420 Alder Street", "83702", "Boise")


def test_languages_joined_by_a_word_after_their_levels_are_two() -> None:
    profile = assemble([*HEAD, title("Idiomas"), line("Inglês (avançado) e Espanhol (básico)")])
    assert [(one.language, one.fluency) for one in profile.languages] == [
        ("Inglês", "avançado"),
        ("Espanhol", "básico"),
    ]


def test_two_years_stacked_in_a_margin_are_a_range_where_the_later_one_is_below() -> None:
    rows: list[Cell] = [*HEADED, (20, 40, "Experience", 13, "B")]
    entries = [("2021", "now", "Senior Designer", "Studio Vard"), ("2017", "2021", "Designer", "Marsa Ltd"),
               ("2015", "2017", "Junior Designer", "Beit & Co")]  # fmt: skip
    for n, (start, end, role, employer) in enumerate(entries):
        y = 50 + 16 * n
        rows += [(20, y, start, 10, "B"), (20, y + 4.5, end, 10, "B"), (45, y, f"{role} @ {employer}", 10, "")]
        rows += [(49, y + 5, "- Drawings and samples", 9, "")]
    assert work(read_resume(drawn([rows]), "cv.pdf")) == [
        ("Senior Designer", "Studio Vard", "2021", ""), ("Designer", "Marsa Ltd", "2017", "2021"),
        ("Junior Designer", "Beit & Co", "2015", "2017"),
    ]  # fmt: skip


def test_what_public_employers_ask_for_is_no_employer() -> None:
    profile = assemble([
        *HEAD, title("Work Experience"),
        line("Supply Specialist", bold=True, gap=0.6), line("Department of Veterans Services, Augusta, GA"),
        line("06/2018 – Present"), line("Hours per week: 40"), line("Supervisor: L. Mercer"),
        line("- Manages six clinics", bullet=True),
        line("Logistics Clerk", bold=True, gap=0.6), line("Fort Harlan Depot, Columbia, SC"),
        line("02/2012 – 05/2018"), line("Hours per week: 40"), line("- Processed requisitions", bullet=True),
    ])  # fmt: skip
    assert work(profile) == [
        ("Supply Specialist", "Department of Veterans Services", "2018-06", ""),
        ("Logistics Clerk", "Fort Harlan Depot", "2012-02", "2018-05"),
    ]
    assert profile.work[0].highlights == ("Hours per week: 40", "Supervisor: L. Mercer", "Manages six clinics")


def test_an_intern_beside_an_employer_is_a_title() -> None:
    profile = assemble([
        *HEAD, title("Experience"),
        line("Backend Engineer | Volta Pay | Oct 2022 – Present", gap=0.6), line("- Ledgers", bullet=True),
        line("Intern | Grid Company | Jun 2018 – Aug 2018", gap=0.6), line("- Meters", bullet=True),
    ])  # fmt: skip
    assert work(profile)[1] == ("Intern", "Grid Company", "2018-06", "2018-08")


def test_titles_in_capitals_of_turkish() -> None:
    profile = assemble([
        *HEAD, title("İŞ DENEYİMİ"), line("Ege Tekstil A.Ş. — İzmir", bold=True, gap=0.6),
        line("İnsan Kaynakları Uzmanı (Mart 2019 – Halen)"), title("DİLLER"), line("İngilizce (İleri)"),
    ])  # fmt: skip
    assert [(one.position, one.location, one.start_date) for one in profile.work] == [
        ("İnsan Kaynakları Uzmanı", "İzmir", "2019-03"),
    ]
    assert [one.language for one in profile.languages] == ["İngilizce"]


def test_titles_in_words_of_their_own_where_only_they_are_large() -> None:
    def large(text: str) -> TextLine:
        return line(text, size=14, bold=True, gap=1, stream=2, x1=300)

    def told(text: str, **looks: object) -> TextLine:
        return line(text, stream=2, x1=300, **looks)

    profile = assemble([
        *HEAD, line("Toolbox", size=12, bold=True, gap=1, stream=1, x1=100),
        line("Writing", bold=True, stream=1, x1=90),
        line("Microcopy, Style guides", stream=1, x1=140), line("Tongues", size=12, bold=True, gap=1, stream=1, x1=100),
        line("Swedish (native)", stream=1, x1=110), line("English (C2)", stream=1, x1=100),
        large("A few words"), told("I make software say less and mean a little more."),
        large("Where I have worked"), told("Lead UX Writer\tFeb 2022 → now", bold=True, gap=0.6),
        told("Öresund Bank, Malmö"), told("UX Writer\tAug 2018 → Jan 2022", bold=True, gap=0.6), told("Kiosk AB, Lund"),
        large("Where I have studied"), told("BA in English\t2012 → 2015", bold=True), told("Lund Coastal University"),
    ])  # fmt: skip
    assert work(profile) == [
        ("Lead UX Writer", "Öresund Bank", "2022-02", ""), ("UX Writer", "Kiosk AB", "2018-08", "2022-01"),
    ]  # fmt: skip
    assert [one.institution for one in profile.education] == ["Lund Coastal University"]
    assert [(one.name, one.keywords) for one in profile.skills] == [("Writing", ("Microcopy", "Style guides"))]
    assert [one.language for one in profile.languages] == ["Swedish", "English"]
    assert profile.basics.summary == "I make software say less and mean a little more."


def test_a_colon_parts_a_title_from_an_employer_and_a_degree_from_a_school() -> None:
    profile = assemble([
        *HEAD, title("Employment"),
        line("Staff Midwife: Lee Valley Hospital (Sept 2017 to present)", bold=True, gap=0.6),
        line("- Labour ward", bullet=True), line("Staff Nurse: Harbour Hospital (2013 to 2017)", bold=True, gap=0.6),
        title("Education"), line("BSc Nursing: University of Munster (2009 to 2013)"),
        line("A Levels: English (A), French (B), Loxley Sixth Form (2006 to 2008)", gap=0.6),
    ])  # fmt: skip
    assert work(profile) == [
        ("Staff Midwife", "Lee Valley Hospital", "2017-09", ""), ("Staff Nurse", "Harbour Hospital", "2013", "2017"),
    ]  # fmt: skip
    assert [one.institution for one in profile.education] == ["University of Munster", "Loxley Sixth Form"]


def test_a_skill_that_ends_as_a_label_does_is_a_skill_and_a_row_of_software_is_no_second_half_of_a_label() -> None:
    items = [line(text, x0=52, x1=120) for text in ("Knife skills", "Inventory", "Square POS")]
    assert [one.name for one in assemble([*HEAD, title("Skills"), *items]).skills] == [
        "Knife skills", "Inventory", "Square POS",
    ]  # fmt: skip
    table: dict[str, object] = {"bold": True, "starts": (40, 120), "x1": 300}
    profile = assemble([
        *HEAD, title("Certifications"), line("PRINCE2, 2018"), title("Skills"),
        line("Engineering\tFMEA, Hydropower", **table), line("Software\tSAP PM, Python", **table),
    ])  # fmt: skip
    assert [(one.name, one.keywords) for one in profile.skills] == [
        ("Engineering", ("FMEA", "Hydropower")), ("Software", ("SAP PM", "Python")),
    ]  # fmt: skip


def test_the_address_of_a_department_is_no_summary() -> None:
    profile = assemble([
        line("Dr Ines Vardøhus", size=20, bold=True),
        line("Department of Zoology, River University, Alta CB2, Norway", x1=400), HEAD[1],
        title("Skills"), line("Ropes, Knots, Sails"),
    ])  # fmt: skip
    assert (profile.basics.name, profile.basics.summary) == ("Ines Vardøhus", "")


def test_a_headline_before_town_and_address_in_one_line() -> None:
    contact = line("Electrical Technician | Tema, Ghana | 024 555 0133 | ines.vardohus@example.com")
    profile = assemble([HEAD[0], contact, title("Skills"), line("Ropes, Knots, Sails")])
    assert (profile.basics.label, profile.basics.location.city) == ("Electrical Technician", "Tema")
    assert profile.unplaced == ()


@pytest.mark.parametrize("employer", ["Hurtownia Podlasie S.A.", "Narew Sp. z o.o.", "Ege Tekstil A.Ş.", "Acme Inc."])
def test_the_stop_of_a_company_form_is_its_own(employer: str) -> None:
    profile = assemble([*HEAD, title("Experience"), line(f"Warehouse Manager, {employer}\tMay 2018 – Present")])
    assert [one.name for one in profile.work] == [employer]
    assert "work/0/name" not in [doubt.path for doubt in profile.doubts]


@pytest.mark.parametrize(
    ("told", "degree", "school", "ended", "note"),
    [
        ("MBA em Finanças - Universidade de Sorocaba (cursando, previsão 06/2026)", "MBA Finanças",
         "Universidade de Sorocaba", "2026-06", "cursando, previsão"),
        ("BSc Nursing, Cork Institute of Technology (expected May 2026)", "BSc Nursing", "Cork Institute of Technology",
         "2026-05", "expected"),
        ("Staatlich geprüfter Techniker, Technikerschule Gladbeck (berufsbegleitend)", "Staatlich geprüfter Techniker",
         "Technikerschule Gladbeck", "", "berufsbegleitend"),
    ],
)  # fmt: skip
def test_a_remark_in_brackets_is_no_part_of_a_school(
    told: str, degree: str, school: str, ended: str, note: str
) -> None:
    (one,) = assemble([*HEAD, title("Education"), line(told)]).education
    assert (f"{one.study_type} {one.area}".strip(), one.institution, one.end_date) == (degree, school, ended)
    assert one.highlights == (note,)


def test_a_school_without_a_degree_below_one_with_it_is_an_entry_and_no_note() -> None:
    told = ("2014 - 2017 Landesberufsschule Zwettl, Lehrabschluss Tischlerei", "2010 - 2014 Neue Mittelschule Gmünd")
    profile = assemble([*HEAD, title("Ausbildung"), *map(line, told)])
    assert [(one.study_type, one.institution, one.end_date) for one in profile.education] == [
        ("Lehrabschluss", "Landesberufsschule Zwettl", "2017"), ("", "Neue Mittelschule Gmünd", "2014"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heads", "jobs", "part"),
    [
        (("Lecturer, School of Music\t2019 – 2023", "Bangor University", "Tutor, Department of Music\t2015 – 2019",
          "University of Leeds"), [("Lecturer", "Bangor University"), ("Tutor", "University of Leeds")],
         "School of Music"),
        (("Wissenschaftlicher Mitarbeiter\tLehrstuhl für Geodäsie\t2018 – 2022", "Technische Universität Dresden",
          "Tutorin\tInstitut für Mathematik\t2015 – 2018", "Universität Rostock"),
         [("Wissenschaftlicher Mitarbeiter", "Technische Universität Dresden"), ("Tutorin", "Universität Rostock")],
         "Lehrstuhl für Geodäsie"),
        (("Staff Nurse\tDepartment of Cardiology\t2019 – 2023", "St James's Hospital",
          "Nursing Assistant\tDepartment of Surgery\t2016 – 2019", "Mercy University Hospital"),
         [("Staff Nurse", "St James's Hospital"), ("Nursing Assistant", "Mercy University Hospital")],
         "Department of Cardiology"),
    ],
)  # fmt: skip
def test_a_department_beside_the_title_is_no_employer_where_its_house_stands_below(
    heads: tuple[str, ...], jobs: list[tuple[str, str]], part: str
) -> None:
    gaps = (1.0, 0.2)
    body = [line(text, gap=gaps[n % 2]) for n, text in enumerate(heads)]
    profile = assemble([*HEAD, title("Experience"), *body])
    assert [(one.position, one.name) for one in profile.work] == jobs
    assert profile.work[0].summary == part


def test_a_department_alone_is_an_employer_and_a_faculty_behind_a_school_a_note() -> None:
    profile = assemble([
        *HEAD, title("Experience"), line("Case Officer, Department of Justice\t2015 – 2019"),
        title("Education"), line("2011 – 2014\tUniwersytet Łódzki, Wydział Prawa"), line("licencjat, Administracja"),
    ])  # fmt: skip
    assert [(one.position, one.name) for one in profile.work] == [("Case Officer", "Department of Justice")]
    assert [(one.institution, one.highlights) for one in profile.education] == [
        ("Uniwersytet Łódzki", ("Wydział Prawa",))
    ]


FUNCTIONAL = (
    (("Leading people", "Hired and trained nine drivers over two years", "Wrote the rosters, leave and safety plans"),
     ("Money, stock and contracts", "Cut the fuel bill by a fifth in one year")),
    (("Kundenkontakt", "Betreuung von sechzig Haushalten im ganzen Landkreis Husum"),
     ("Planung, Lager und Einkauf", "Einführung eines neuen Lagers mit vier Mitarbeitern")),
    (("Vente", "Suivi de trente magasins et de leurs vitrines de saison"),
     ("Équipe", "Formation des saisonniers et plannings de la semaine en 2019")),
)  # fmt: skip


@pytest.mark.parametrize("groups", FUNCTIONAL)
def test_what_was_done_below_a_skill_is_no_skill(groups: tuple[tuple[str, ...], ...]) -> None:
    body = [
        line(text, bold=not n, bullet=bool(n), x0=40 + 8 * bool(n)) for group in groups for n, text in enumerate(group)
    ]
    profile = assemble(
        [*HEAD, title("Key skills"), *body, title("Experience"), line("Cook, Hotel Brygga\t2015 – 2019")]
    )
    assert [(one.name, one.keywords) for one in profile.skills] == [(group[0], ()) for group in groups]
    assert set(profile.unplaced) >= {text for group in groups for text in group[1:]}
    assert len(profile.work) == 1


def test_the_one_item_with_a_comma_among_items_with_marks_is_one() -> None:
    items = (
        "Second fix",
        "Fault finding",
        "Containment - tray, trunking and conduit",
        "Fire alarms",
        "Reading drawings",
    )
    body = [line(text, bullet=True) for text in items]
    assert tuple(one.name for one in assemble([*HEAD, title("Skills"), *body]).skills) == items


def test_how_well_at_the_end_of_a_row_is_of_the_row_and_no_part_of_its_last_item() -> None:
    rows = (
        line("SAP:\tMM, SD (sehr gut)", starts=(40, 120)),
        line("Office:\tWord, Excel (Grundkenntnisse)", starts=(40, 120)),
    )
    skills = assemble([*HEAD, title("Kenntnisse"), *rows]).skills
    assert [(one.name, one.keywords, one.level) for one in skills] == [
        ("SAP", ("MM", "SD"), "sehr gut"), ("Office", ("Word", "Excel"), "Grundkenntnisse"),
    ]  # fmt: skip


def test_certificates_one_after_the_other_among_schools() -> None:
    told = "Safe Lifting (2021); Food Hygiene Level 3 (2019); First Aid at Work (2022)"
    lines = (line("BA in Business\tMunster Technical College\t2010 – 2013"),
             line("Leaving Certificate\tScoil Naomh Bríd\t2010"), line(told))  # fmt: skip
    profile = assemble([*HEAD, title("Education & Training"), *lines])
    assert [one.institution for one in profile.education] == ["Munster Technical College", "Scoil Naomh Bríd"]
    assert [(one.name, one.date) for one in profile.certificates] == [
        ("Safe Lifting", "2021"), ("Food Hygiene Level 3", "2019"), ("First Aid at Work", "2022"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "address", ["12 Agricola St, Halifax NS B3K 4C4", "Halifax, NS  B3K4C4", "4 Spring Rd, Halifax, NS, B3K 4C4"]
)
def test_a_town_before_a_canadian_postal_code(address: str) -> None:
    profile = assemble([*HEAD, line(f"{address} | 902-555-0139"), title("Skills"), line("Excel")])
    assert profile.basics.location is not None
    assert (profile.basics.location.city, profile.basics.location.region) == ("Halifax", "NS")


def test_how_one_worked_there_and_the_district_are_no_part_of_the_employer() -> None:
    heads = ("Vendeuse\t2019 – 2022", "Maison Orge – Lyon Part-Dieu (CDI)", "Caissière\t2016 – 2019",
             "Bio d'Ici – Lyon 9e", "Stagiaire\t2015 – 2016", "Groupe Valmy – Bron")  # fmt: skip
    body = [line(text, gap=(1.0, 0.2)[n % 2], bold=n % 2 == 0) for n, text in enumerate(heads)]
    profile = assemble([*HEAD, title("Expérience"), *body])
    assert [(one.name, one.location) for one in profile.work] == [
        ("Maison Orge", "Lyon Part-Dieu"), ("Bio d'Ici", "Lyon 9e"), ("Groupe Valmy", "Bron"),
    ]  # fmt: skip
    assert profile.work[0].summary == "CDI"
