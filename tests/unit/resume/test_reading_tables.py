"""Tables of jobs and of schools with captions over their columns, in every kind of file: captions say what is what."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

import pytest
from fpdf import FPDF
from fpdf.fonts import FontFace

from companion.model.profile import Profile
from companion.resume import read_resume
from companion.resume.reading.captions import columns_of
from tests.unit.resume.papers import Cell, docx, drawn, p
from tests.unit.resume.posts import work, work_at

HEAD = p("Ines Vardøhus", bold=True, size=20) + p("ines.vardohus@example.com | +47 78 55 50 10")


def table(*rows: Sequence[str], merged: Sequence[tuple[int, int]] = ()) -> str:
    """A table of Word. A line break in a cell is another paragraph; cells of `merged` go on with the ones above."""

    def cell(n: int, column: int, text: str) -> str:
        mark = (
            "<w:vMerge/>"
            if (n, column) in merged
            else ('<w:vMerge w:val="restart"/>' if (n + 1, column) in merged else "")
        )
        told = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in text.split("\n"))
        return f"<w:tc><w:tcPr>{mark}</w:tcPr>{told}</w:tc>"

    lines = ("".join(cell(n, column, text) for column, text in enumerate(row)) for n, row in enumerate(rows))
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def schools(profile: Profile) -> list[tuple[str, str, str]]:
    return [(f"{one.study_type} {one.area}".strip(), one.institution, one.end_date) for one in profile.education]


WORD: tuple[tuple[tuple[tuple[str, ...], ...], list[tuple[str, str, str, str]]], ...] = (
    (  # a crew list: what is neither title nor employer stands before both
        (("Aircraft", "Rank", "Operator", "From", "To"),
         ("A320", "First Officer", "Nordlys Air", "Mar 2019", "Present"),
         ("ATR 72", "Second Officer", "Fjordwings", "June 2016", "Feb 2019")),
        [("First Officer", "Nordlys Air", "2019-03", ""), ("Second Officer", "Fjordwings", "2016-06", "2019-02")],
    ),
    (
        (("Zeitraum", "Arbeitgeber", "Tätigkeit"), ("2018 – heute", "Molkerei Alpenblick", "Käserin"),
         ("2014 – 2018", "Sennerei Hochfeld", "Lehrling")),
        [("Käserin", "Molkerei Alpenblick", "2018", ""), ("Lehrling", "Sennerei Hochfeld", "2014", "2018")],
    ),
    (
        (("Empresa", "Cargo", "Desde", "Hasta", "Funciones"),
         ("Viñas del Maule", "Enóloga", "03/2020", "actualidad", "Control de fermentación"),
         ("Bodega Roble", "Ayudante", "01/2017", "02/2020", "Embotellado")),
        [("Enóloga", "Viñas del Maule", "2020-03", ""), ("Ayudante", "Bodega Roble", "2017-01", "2020-02")],
    ),
    (
        (("Name of the\nhospital", "Post held", "Period of\nemployment"),
         ("St Brigid's", "Staff Nurse", "Aug 2017 – Sept 2020"),
         ("Ward 4, Mercy Centre", "Health Care\nAssistant", "2015 – 2017")),
        [("Staff Nurse", "St Brigid's", "2017-08", "2020-09"),
         ("Health Care Assistant", "Ward 4", "2015", "2017")],
    ),
)  # fmt: skip


@pytest.mark.parametrize(("rows", "jobs"), WORD)
def test_a_table_of_jobs_in_word(rows: tuple[tuple[str, ...], ...], jobs: list[tuple[str, str, str, str]]) -> None:
    body = HEAD + p("Employment", bold=True) + table(*rows) + p("Skills", bold=True) + p("Excel, Radio, Maps")
    profile = read_resume(docx(body), "cv.docx")
    assert work(profile) == jobs
    assert [one.name for one in profile.skills] == ["Excel", "Radio", "Maps"]


LONG_CELLS: tuple[tuple[tuple[tuple[str, ...], ...], list[tuple[str, str, str]], tuple[str, ...]], ...] = (
    (
        (("Dates", "Employer", "Post held and main duties"),
         ("04/2019 to date", "Fell View Surgery", "Practice Nurse\nBand 6, 30 hours\nRuns the asthma clinic\n"
          "Keeps the vaccine fridge log"),
         ("2015 to 2019", "Tarn Hospital\nWard 9, Kendal", "Staff Nurse\nCare of 14 patients after surgery")),
        [("Practice Nurse", "Fell View Surgery", ""), ("Staff Nurse", "Tarn Hospital", "Ward 9, Kendal")],
        ("Band 6, 30 hours", "Runs the asthma clinic", "Keeps the vaccine fridge log"),
    ),
    (
        (("Position / Aufgaben", "Arbeitgeber", "Zeitraum"),
         ("Polier\nFührte zwei Kolonnen im Tiefbau\nAbnahme mit dem Bauherrn, Aufmaß", "Moosbau GmbH", "2018 – heute"),
         ("Maurer\nRohbau von 30 Häusern", "Ziegler & Sohn", "2012 – 2018")),
        [("Polier", "Moosbau GmbH", ""), ("Maurer", "Ziegler & Sohn", "")],
        ("Führte zwei Kolonnen im Tiefbau", "Abnahme mit dem Bauherrn, Aufmaß"),
    ),
    (
        (("Fechas", "Empresa", "Puesto y funciones"),
         ("02/2021 – actualidad", "Asesoría Duero, S.L.", "Administrativa\nAtención telefónica y archivo"),
         ("2018 – 2021", "Hermanos Bravo", "Auxiliar\nReparto")),
        [("Administrativa", "Asesoría Duero, S.L.", ""), ("Auxiliar", "Hermanos Bravo", "")],
        ("Atención telefónica y archivo",),
    ),
    (
        (("Company", "Designation", "Period"),
         ("Sundar Textiles\nPlot 12, SIDCO Estate\nTiruppur", "Dyeing Supervisor", "2020 - Present"),
         ("Kaveri Mills\nNH 44, Karur", "Shift Operator", "2016 - 2020")),
        [("Dyeing Supervisor", "Sundar Textiles", "Plot 12, SIDCO Estate, Tiruppur"),
         ("Shift Operator", "Kaveri Mills", "NH 44, Karur")],
        (),
    ),
)  # fmt: skip


@pytest.mark.parametrize(("rows", "jobs", "done"), LONG_CELLS)
def test_what_stands_below_the_first_line_of_a_cell_is_what_was_done_there_or_where(
    rows: tuple[tuple[str, ...], ...], jobs: list[tuple[str, str, str]], done: tuple[str, ...]
) -> None:
    profile = read_resume(docx(HEAD + p("Employment", bold=True) + table(*rows)), "cv.docx")
    assert [(one.position, one.name, one.location) for one in profile.work] == jobs
    assert profile.work[0].highlights == done


def test_text_below_a_table_of_jobs_is_none_of_its_cells() -> None:
    rows = (("Dates", "Employer", "Post"), ("2019 – 2023", "Fell View Surgery", "Practice Nurse"))
    gap = "Gap 2016 to 2019: at home with my two sons."
    profile = read_resume(docx(HEAD + p("Employment", bold=True) + table(*rows) + p(gap)), "cv.docx")
    assert work(profile) == [("Practice Nurse", "Fell View Surgery", "2019", "2023")]
    assert profile.unplaced == (gap,)


def test_a_merged_cell_is_of_each_row_beside_it_and_a_title_nobody_knows_is_told_by_the_captions() -> None:
    rows = (
        ("Employer", "Position", "Dates"),
        ("Tannery Lane", "Foreman", "2019 – 2023"),
        ("", "Carpenter", "2016 – 2019"),
    )
    body = HEAD + p("Time on the tools", bold=True) + table(*rows, merged=[(2, 0)])
    assert work(read_resume(docx(body), "cv.docx")) == [
        ("Foreman", "Tannery Lane", "2019", "2023"), ("Carpenter", "Tannery Lane", "2016", "2019"),
    ]  # fmt: skip


def test_a_table_below_one_of_another_kind_is_a_section_of_its_own() -> None:
    papers = table(("Document", "Issued by", "Valid until"), ("Forklift card", "Arbeidstilsynet", "2027"))
    jobs = table(
        ("Vessel", "Rank", "Company", "Joined", "Left"), ("MT Brage", "Bosun", "Havila Rederi", "Mar 2021", "Jan 2022")
    )
    body = HEAD + p("Certificates", bold=True) + papers + p("TIME AT SEA") + jobs
    profile = read_resume(docx(body), "cv.docx")
    assert work(profile) == [("Bosun", "Havila Rederi", "2021-03", "2022-01")]
    assert profile.work[0].summary == "Vessel: MT Brage"
    assert [one.name for one in profile.certificates] == ["Forklift card"]


@pytest.mark.parametrize(
    "heads", [("Name", "Company", "Position", "Contact"), ("Name", "Designation", "Firm", "Phone")]
)
def test_a_table_of_referees_is_none_of_jobs(heads: tuple[str, ...]) -> None:
    jobs = table(("Company", "Position", "Period"), ("Quay Motors", "Fitter", "2015 – 2019"))
    told = ("Mr J. Venter", *(("Quay Motors", "Owner") if heads[1] == "Company" else ("Owner", "Quay Motors")))
    body = HEAD + p("Experience", bold=True) + jobs + p("REFERENCES", bold=True)
    profile = read_resume(docx(body + table(heads, (*told, "013 555 0107"))), "cv.docx")
    assert work(profile) == [("Fitter", "Quay Motors", "2015", "2019")]
    assert "Owner" in profile.references[0].reference


MARKSHEET: list[Cell] = [
    (20, 30, "Academic Profile", 12, "B"),
    (24, 40, "Course", 9, "B"), (62, 40, "Institution", 9, "B"), (104, 40, "Board / University", 9, "B"),
    (150, 40, "Year of", 9, "B"), (176, 40, "% / CGPA", 9, "B"), (150, 44, "Passing", 9, "B"),
    (20, 50, "Diploma (Civil)", 9, ""), (50, 50, "Periyar Polytechnic, Bhavani", 9, ""),
    (104, 50, "DOTE", 9, ""), (152, 50, "2016", 9, ""), (178, 50, "81 %", 9, ""),
    (20, 55, "S.S.L.C", 9, ""), (50, 55, "Little Flower Higher Secondary", 9, ""), (104, 55, "State Board", 9, ""),
    (152, 55, "2013", 9, ""), (178, 55, "92 %", 9, ""), (50, 59, "School, Bhavani", 9, ""),
]  # fmt: skip


def test_captions_and_cells_that_run_over_several_lines_of_a_page() -> None:
    head: list[Cell] = [(20, 16, "Ines Vardøhus", 16, "B"), (20, 22, "ines.vardohus@example.com", 10, "")]
    profile = read_resume(drawn([[*head, *MARKSHEET]]), "cv.pdf")
    assert [(one.study_type, one.institution, one.end_date, one.score) for one in profile.education] == [
        ("Diploma (Civil)", "Periyar Polytechnic, Bhavani", "2016", "81 %"),
        ("S.S.L.C", "Little Flower Higher Secondary School", "2013", "92 %"),
    ]


def test_a_table_of_a_page_whose_rows_stand_apart_and_whose_cells_all_run_over() -> None:
    rows: list[Cell] = [
        (20, 16, "Ines Vardøhus", 16, "B"), (20, 22, "ines.vardohus@example.com", 10, ""),
        (20, 34, "Expérience", 12, "B"),
        (20, 42, "Période", 9, "B"), (60, 42, "Employeur", 9, "B"), (110, 42, "Poste", 9, "B"),
        (20, 50, "De janvier 2019", 9, ""), (60, 50, "Laiterie des", 9, ""), (110, 50, "Conductrice", 9, ""),
        (20, 54, "à mars 2023", 9, ""), (60, 54, "Trois Vallées", 9, ""), (110, 54, "de ligne", 9, ""),
        (20, 62, "De 2015 à 2018", 9, ""), (60, 62, "Fromagerie", 9, ""), (110, 62, "Opératrice", 9, ""),
        (60, 66, "Bellerive", 9, ""),
    ]  # fmt: skip
    assert work(read_resume(drawn([rows]), "cv.pdf")) == [
        ("Conductrice de ligne", "Laiterie des Trois Vallées", "2019-01", "2023-03"),
        ("Opératrice", "Fromagerie Bellerive", "2015", "2018"),
    ]


def ruled(*tables: tuple[str, Sequence[Sequence[str]]], align: str, bold: bool) -> bytes:
    """A page with titled tables as word processors rule them, cells at the top or in the middle of their rows."""
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", "B", 18)
    pdf.cell(0, 10, "Ines Vardohus", new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Helvetica", "", 10)
    pdf.cell(0, 6, "ines.vardohus@example.com | +47 78 55 50 10", new_x="LMARGIN", new_y="NEXT")
    for title, rows in tables:
        pdf.ln(4)
        pdf.set_font("Helvetica", "B", 12)
        pdf.cell(0, 8, title, new_x="LMARGIN", new_y="NEXT")
        pdf.set_font("Helvetica", "", 9)
        style = FontFace(emphasis="BOLD" if bold else None)
        middle = "MIDDLE" if align == "CENTER" else "TOP"
        with pdf.table(text_align=align, headings_style=style, v_align=middle) as drawn_table:
            for texts in rows:
                row = drawn_table.row()
                for text in texts:
                    row.cell(text)
    return bytes(pdf.output())


@pytest.mark.parametrize("align", ["LEFT", "CENTER"])
@pytest.mark.parametrize("bold", [True, False])
def test_a_ruled_table_whose_cells_stand_at_the_top_or_in_the_middle_of_their_rows(align: str, bold: bool) -> None:
    ships = (
        ("Vessel", "Type / DWT", "Rank", "Company / Manning agent", "Sign on", "Sign off"),
        (
            "MT Nordic Star",
            "Chemical tanker 19,900",
            "Chief Officer",
            "Odfjell Tankers AS, Bergen",
            "12.01.2022",
            "03.07.2022",
        ),
        ("MV Baltic Pearl", "General cargo", "Third Officer", "Hansa Crewing GmbH", "15.02.2019", "20.08.2019"),
    )
    wards = (
        ("Sl. No.", "Name of the Organization", "Designation", "Duration", "Main duties"),
        (
            "1",
            "Mercy Hospital",
            "Ward Manager",
            "Mar 2019 - Present",
            "Runs a ward of 28 beds and a staff of thirty nurses",
        ),
        ("2", "St James's Hospital", "Staff Nurse", "2014 - 2019", "Acute medicine"),
    )
    marks = (
        ("Examination", "School / College", "Board / University", "Year of Passing", "% of Marks"),
        ("B.Tech", "Government College of Engineering, Salem", "Anna University", "2015", "74.5"),
        ("H.S.C", "Vidya Mandir Higher Secondary School", "State Board", "2011", "88"),
    )
    at_sea = read_resume(ruled(("SEA SERVICE", ships), ("EDUCATION", marks), align=align, bold=bold), "cv.pdf")
    assert work(at_sea) == [
        ("Chief Officer", "Odfjell Tankers AS", "2022-01", "2022-07"),
        ("Third Officer", "Hansa Crewing GmbH", "2019-02", "2019-08"),
    ]
    assert schools(at_sea) == [
        ("B.Tech", "Government College of Engineering", "2015"),
        ("H.S.C", "Vidya Mandir Higher Secondary School", "2011"),
    ]
    ashore = read_resume(ruled(("WORK EXPERIENCE", wards), align=align, bold=bold), "cv.pdf")
    assert work(ashore) == [
        ("Ward Manager", "Mercy Hospital", "2019-03", ""), ("Staff Nurse", "St James's Hospital", "2014", "2019"),
    ]  # fmt: skip
    assert ashore.work[0].highlights == ("Runs a ward of 28 beds and a staff of thirty nurses",)
    assert ashore.work[0].summary == ""


def test_a_table_that_goes_on_on_the_next_page() -> None:
    first: list[Cell] = [
        (20, 16, "Ines Vardøhus", 16, "B"), (20, 22, "ines.vardohus@example.com", 10, ""), (20, 250, "Career", 12, "B"),
        (20, 260, "Employer", 9, "B"), (80, 260, "Post", 9, "B"), (140, 260, "Years", 9, "B"),
        (20, 266, "Nordlys Air", 9, ""), (80, 266, "Purser", 9, ""), (140, 266, "2019 - 2023", 9, ""),
    ]  # fmt: skip
    second: list[Cell] = [
        (20, 20, "Tannery Lane", 9, ""), (80, 20, "Usher", 9, ""), (140, 20, "2017 - 2019", 9, ""),
        (20, 26, "Little Hall", 9, ""), (80, 26, "Cloakroom", 9, ""), (140, 26, "2015 - 2017", 9, ""),
        (20, 40, "Skills", 12, "B"), (20, 46, "First aid, Norwegian Sign Language, Cash", 9, ""),
    ]  # fmt: skip
    profile = read_resume(drawn([first, second]), "cv.pdf")
    assert work(profile) == [
        ("Purser", "Nordlys Air", "2019", "2023"), ("Usher", "Tannery Lane", "2017", "2019"),
        ("Cloakroom", "Little Hall", "2015", "2017"),
    ]  # fmt: skip
    assert [one.name for one in profile.skills] == ["First aid", "Norwegian Sign Language", "Cash"]


@pytest.mark.parametrize("mark", [" | ", "    "])
def test_a_table_in_plain_text(mark: str) -> None:
    rows = [("Okres", "Pracodawca", "Stanowisko"), ("2019 - 2023", "Piekarnia Złoty Kłos", "Piekarz"),
            ("2015 - 2019", "Cukiernia Malina", "Pomocnik")]  # fmt: skip
    text = "Ines Vardohus\nines.vardohus@example.com\n\nDOŚWIADCZENIE\n" + "\n".join(mark.join(row) for row in rows)
    assert work(read_resume(text.encode(), "cv.txt")) == [
        ("Piekarz", "Piekarnia Złoty Kłos", "2019", "2023"), ("Pomocnik", "Cukiernia Malina", "2015", "2019"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "heads", [("Company", "Acme 2019"), ("Python", "Java", "Go"), ("Course", "Year"), ("Language", "Read", "Write")]
)
def test_what_heads_no_table_of_jobs_or_schools(heads: tuple[str, ...]) -> None:
    assert not columns_of(heads)


@pytest.mark.parametrize(
    ("family", "given", "name"),
    [
        (("Surname", "Vardøhus"), ("Given names", "Ines"), "Ines Vardøhus"),
        (("Nachname", "VARDOHUS"), ("Vorname", "Ines"), "Ines Vardohus"),
        (("Apellidos", "Quiroga Leal"), ("Nombre", "Inés"), "Inés Quiroga Leal"),
    ],
)
def test_the_halves_of_a_name_in_cells_of_their_own(family: tuple[str, str], given: tuple[str, str], name: str) -> None:
    rest = p("Employment", bold=True) + p("Bosun, Havila Rederi, 2019 - 2021")
    beside = table((*family, "Nationality", "Norwegian"), (*given, "E-mail", "ines@example.com"))
    assert read_resume(docx(p("CURRICULUM VITAE", bold=True) + beside + rest), "cv.docx").basics.name == name
    below = table(family, given, ("E-mail", "ines@example.com"))
    assert read_resume(docx(below + rest), "cv.docx").basics.name == name


@pytest.mark.parametrize(("caption", "bold"), [("Position and Responsibilities", ""), ("Position", "B")])
def test_the_lines_below_a_title_in_its_cell_on_a_page_are_what_was_done(caption: str, bold: str) -> None:
    page: list[Cell] = [
        (20, 16, "Ines Vardøhus", 16, "B"), (20, 22, "ines.vardohus@example.com", 10, ""),
        (20, 34, "Employment Record", 12, "B"),
        (20, 42, "Period", 9, "B"), (60, 42, "Organisation", 9, "B"), (110, 42, caption, 9, "B"),
        (20, 50, "Feb 2020 - to date", 9, ""), (60, 50, "Kivu Lake Hospital", 9, ""),
        (110, 50, "Clinical Officer", 9, bold), (110, 54, "Supervises 14 volunteers of the", 9, ""),
        (110, 58, "outpatient clinic", 9, ""), (110, 62, "Reports every month", 9, ""),
        (20, 70, "Jan 2017 - Jan 2020", 9, ""), (60, 70, "Thika Home", 9, ""), (110, 70, "Ward Clerk", 9, bold),
        (110, 74, "Stock of drugs", 9, ""),
    ]  # fmt: skip
    profile = read_resume(drawn([page]), "cv.pdf")
    assert work(profile) == [
        ("Clinical Officer", "Kivu Lake Hospital", "2020-02", ""), ("Ward Clerk", "Thika Home", "2017-01", "2020-01"),
    ]  # fmt: skip
    assert [one.highlights for one in profile.work] == [
        ("Supervises 14 volunteers of the outpatient clinic", "Reports every month"), ("Stock of drugs",),
    ]  # fmt: skip


def test_an_employer_and_its_place_in_one_cell_that_runs_over_and_inclusive_dates() -> None:
    rows: list[Cell] = [
        (20, 16, "Ines Vardøhus", 16, "B"), (20, 22, "ines.vardohus@example.com", 10, ""),
        (20, 34, "WORK EXPERIENCE", 12, "B"),
        (20, 42, "COMPANY / LOCATION", 9, "B"), (80, 42, "POSITION", 9, "B"), (115, 42, "INCLUSIVE DATES", 9, "B"),
        (160, 42, "PROJECT", 9, "B"),
        (20, 48, "Al Noor Marine Works Co.", 9, ""), (80, 48, "Rigger /", 9, ""),
        (115, 48, "May 2018 - Present", 9, ""), (160, 48, "Dry dock", 9, ""),
        (20, 52, "Dammam, Saudi Arabia", 9, ""), (80, 52, "Scaffolder", 9, ""),
        (20, 58, "Bataan Steel Builders, Inc.", 9, ""), (80, 58, "Rigger", 9, ""),
        (115, 58, "Mar. 2014 - Apr. 2018", 9, ""), (160, 58, "Power plant", 9, ""), (20, 62, "Limay, Bataan", 9, ""),
        (160, 62, "expansion", 9, ""),
        (20, 68, "Doha Lifting W.L.L.", 9, ""), (80, 68, "Helper", 9, ""), (115, 68, "Jan. 2011 - Feb. 2014", 9, ""),
        (160, 68, "Gas train", 9, ""), (20, 72, "Mesaieed, Qatar", 9, ""),
    ]  # fmt: skip
    assert work_at(read_resume(drawn([rows]), "cv.pdf")) == [
        ("Rigger / Scaffolder", "Al Noor Marine Works Co.", "Dammam, Saudi Arabia", "2018-05", ""),
        ("Rigger", "Bataan Steel Builders, Inc.", "Limay, Bataan", "2014-03", "2018-04"),
        ("Helper", "Doha Lifting W.L.L.", "Mesaieed, Qatar", "2011-01", "2014-02"),
    ]


@pytest.mark.parametrize("name", ["Bros. Grimm Puppet Theatre", "Wm. H. Moss & Co. Outfitters", "E.V. Charging Trust"])
def test_a_form_of_company_amid_a_name_ends_none(name: str) -> None:
    body = table(
        ("Company", "Position", "Period"), (name, "Clerk", "2019 - 2023"), ("Quay Stores", "Packer", "2015 - 2018")
    )
    assert work(read_resume(docx(HEAD + p("WORK", bold=True) + body), "cv.docx"))[0][1] == name
