"""What position, type and repetition tell of a resume's lines, whatever its words: one case a mechanism."""

import pytest

from companion.resume import read_resume
from companion.resume.reading.address import split_place
from companion.resume.reading.assemble import assemble
from companion.resume.reading.dates import spans
from companion.resume.reading.diplomas import DEGREE
from companion.resume.reading.lines import TextLine
from companion.resume.reading.lists import listed
from companion.resume.reading.titles import kind_about, kind_of
from companion.resume.reading.vocabulary import SCHOOL, title_score
from companion.resume.reading.wraps import unwrapped
from tests.unit.resume.papers import Cell, docx, drawn, p
from tests.unit.resume.posts import work
from tests.unit.resume.shapes import JOBS, MARKS, PEOPLE, SCHOOLS, drawn_as


def line(text: str, **looks: object) -> TextLine:
    return TextLine(text=text, size=10, **looks)


def title(text: str) -> TextLine:
    return TextLine(text=text, size=13, bold=True, gap=1, x0=40)


HEAD = (TextLine(text="Ines Vardøhus", size=20, bold=True, x0=40), line("ines.vardohus@example.com", x0=40))


def test_centred_lines_have_no_indent() -> None:
    def centred(text: str, **looks: object) -> TextLine:
        return line(text, x0=300 - 2.5 * len(text), x1=300 + 2.5 * len(text), **looks)

    profile = assemble([
        *HEAD, title("Experience"),
        centred("Vadsø Reederei", bold=True, gap=0.6), centred("Schiffsmechanikerin"), centred("May 2019 – Present"),
        centred("Keeps two ferries running through the winter and trains apprentices."),
        centred("Kai und Kran", bold=True, gap=0.6), centred("Lehrling"), centred("August 2015 – April 2019"),
        centred("Learned the trade in a yard of forty people."),
    ])  # fmt: skip
    assert [(one.name, one.start_date, one.end_date) for one in profile.work] == [
        ("Vadsø Reederei", "2019-05", ""),
        ("Kai und Kran", "2015-08", "2019-04"),
    ]


def test_dates_flush_right_stay_in_their_column_beside_a_sidebar() -> None:
    main: list[Cell] = [
        (12, 20, "Ines Vardøhus", 22, "B"), (12, 34, "EXPERIENCE", 12, "B"),
        (12, 42, "Bookkeeper", 9, "B"), (104, 42, "March 2020 - Present", 9, ""), (12, 47, "Vadsø Bakeries AS", 9, ""),
        (16, 53, "- Closes the month in four days", 9, ""), (16, 58, "- Pays ninety people", 9, ""),
        (12, 66, "Clerk", 9, "B"), (101, 66, "June 2014 - February 2020", 9, ""),
        (12, 71, "Kirkenes Freight AS", 9, ""),
        (16, 77, "- Kept the ledger of three lorries", 9, ""),
    ]  # fmt: skip
    side: list[Cell] = [
        (150, 34, "CONTACT", 12, "B"), (150, 42, "ines.vardohus@example.com", 9, ""),
        (150, 47, "+47 78 55 50 10", 9, ""),
        (150, 58, "SKILLS", 12, "B"), (150, 66, "Payroll", 9, ""), (150, 71, "Visma", 9, ""), (150, 76, "VAT", 9, ""),
        (150, 86, "LANGUAGES", 12, "B"), (150, 94, "Norwegian (native)", 9, ""), (150, 99, "English (C1)", 9, ""),
    ]  # fmt: skip
    profile = read_resume(drawn([[*main, *side]]), "cv.pdf")
    assert work(profile) == [
        ("Bookkeeper", "Vadsø Bakeries AS", "2020-03", ""),
        ("Clerk", "Kirkenes Freight AS", "2014-06", "2020-02"),
    ]
    assert [one.name for one in profile.skills] == ["Payroll", "Visma", "VAT"]


def test_a_table_joins_no_lines_that_only_stand_above_it() -> None:
    cells: list[Cell] = [
        (20, 20, "Ines Vardøhus", 20, "B"), (20, 27, "ines.vardohus@example.com", 9, ""), (20, 40, "SKILLS", 12, "B"),
        (20, 48, "Rigging", 9, ""), (70, 48, "Welding", 9, ""), (120, 48, "Diving", 9, ""),
        (20, 54, "Splicing", 9, ""), (70, 54, "Painting", 9, ""), (120, 54, "Radio", 9, ""),
    ]  # fmt: skip
    profile = read_resume(drawn([cells]), "cv.pdf")
    assert profile.basics.name == "Ines Vardøhus"
    assert {one.name for one in profile.skills} == {"Rigging", "Welding", "Diving", "Splicing", "Painting", "Radio"}


def test_a_sentence_that_names_a_year_begins_no_entry() -> None:
    profile = assemble([
        *HEAD, title("Experience"),
        line("2021 – present\tForecaster, Nordlys Energi AS", x0=50, starts=(50, 110)),
        line("Wind forecasts, every quarter of an hour, in production since March 2022.", x0=110, starts=(110,)),
        line("2017 – 2021\tResearcher, Polarlab AS", x0=50, starts=(50, 110), gap=0.3),
        line("Measured sea ice from two ships and wrote it up for people who sail.", x0=110, starts=(110,)),
    ])  # fmt: skip
    assert work(profile) == [
        ("Forecaster", "Nordlys Energi AS", "2021", ""),
        ("Researcher", "Polarlab AS", "2017", "2021"),
    ]


def test_the_line_that_ends_in_a_place_is_the_employers() -> None:
    profile = assemble([
        *HEAD, title("Employment"),
        line("Ward Sister, Outpatient Department\tFeb 2021 – Present", bold=True, x0=40, starts=(40, 400)),
        line("St Hallvard's, Leeds", x0=40),
        line("Staff Nurse, Emergency Department\tSep 2016 – Jan 2021", bold=True, x0=40, starts=(40, 400), gap=0.5),
        line("Marsh Lane, Bradford", x0=40),
    ])  # fmt: skip
    assert [(one.position, one.name, one.location) for one in profile.work] == [
        ("Ward Sister, Outpatient Department", "St Hallvard's", "Leeds"),
        ("Staff Nurse, Emergency Department", "Marsh Lane", "Bradford"),
    ]


@pytest.mark.parametrize(
    ("heading", "entry", "told"),
    [
        ("Where I have been", "Baker – Vadsø Bakeries AS – May 2019 to present", "work"),
        ("Lehr- und Wanderjahre", "2012 – 2015 Ausbildung zur Bäckerin, Berufsschule Kiel", "education"),
        ("Odds and ends", "Rode a bicycle to Tromsø", "unplaced"),
    ],
)
def test_a_section_of_unknown_title_is_told_by_what_stands_in_it(heading: str, entry: str, told: str) -> None:
    profile = assemble([*HEAD, title("Skills"), line("Baking, Rye, Rotas", x0=40), title(heading), line(entry, x0=40)])
    assert [name for name in ("work", "education") if getattr(profile, name)] == ([told] if told != "unplaced" else [])
    assert (entry in profile.unplaced) is (told == "unplaced")


def test_titles_in_words_nobody_foresaw_are_told_by_their_look() -> None:
    def entry(*texts: str) -> list[TextLine]:
        first, *rest = texts
        return [line(first, bold=True, gap=0.6, x0=40), *(line(text, gap=0.3, x0=40) for text in rest)]

    profile = assemble([
        *HEAD, title("Daily bread"),
        *entry("Vadsø Bakeries", "Shop Lead", "April 2021 – Now", "Plans a team of six and opens the shop."),
        *entry("Kirkenes Coffee", "Barista", "June 2018 – March 2021", "Weekday mornings, mostly queues."),
        title("Good at"), line("Latte art", x0=40), line("Stock counts", x0=40), line("Rye bread", x0=40),
    ])  # fmt: skip
    assert work(profile) == [
        ("Shop Lead", "Vadsø Bakeries", "2021-04", ""),
        ("Barista", "Kirkenes Coffee", "2018-06", "2021-03"),
    ]
    assert [one.name for one in profile.skills] == ["Latte art", "Stock counts", "Rye bread"]


def test_markdowns_own_titles_are_titles_whatever_they_say() -> None:
    text = (
        "# Ines Vardøhus\nines.vardohus@example.com\n\n## Places of work\n### Developer, Nordkode AS (since 04/2021)\n"
        "- Payments in Kotlin\n\n### Tester, Polarlab AS (10/2018 – 03/2021)\n- Night builds\n\n"
        "## Places of learning\n**MSc Informatics**, University of Tromsø, 2016 – 2018\n\n"
        "## In my bag\nKotlin, Kafka, Docker\n"
    )
    profile = read_resume(text.encode(), "cv.md")
    assert work(profile) == [
        ("Developer", "Nordkode AS", "2021-04", ""),
        ("Tester", "Polarlab AS", "2018-10", "2021-03"),
    ]
    assert [one.institution for one in profile.education] == ["University of Tromsø"]
    assert [one.name for one in profile.skills] == ["Kotlin", "Kafka", "Docker"]


def test_europass_heads_in_capitals_with_dates_and_place_above() -> None:
    profile = assemble([
        *HEAD, title("Work experience"),
        line("01/03/2019 – CURRENT – Łódź, Poland", x0=40),
        line("QUALITY ENGINEER – POLTEX SP. Z O.O.", x0=40), line("Checks fabric batches and trains staff.", x0=40),
        line("01/09/2015 – 28/02/2019 – Lviv, Ukraine", x0=40, gap=0.6),
        line("LABORATORY ASSISTANT – HALYTEX", x0=40), line("Tests how fast the colours are.", x0=40),
        title("Language skills"), line("Mother tongue(s): Ukrainian", x0=40),
        line("Other language(s): Polish (C1)", x0=40),
    ])  # fmt: skip
    assert [(one.position, one.name, one.location) for one in profile.work] == [
        ("QUALITY ENGINEER", "POLTEX SP. Z O.O.", "Łódź, Poland"),
        ("LABORATORY ASSISTANT", "HALYTEX", "Lviv, Ukraine"),
    ]
    assert [(one.language, one.fluency) for one in profile.languages] == [
        ("Ukrainian", "Mother tongue"),
        ("Polish", "C1"),
    ]


def test_a_bullet_without_its_mark_that_names_a_year_stays_with_its_entry() -> None:
    profile = assemble([
        *HEAD, title("Experience"),
        line("Nordfly AS – Captain\t03/2017 – Present", bold=True, x0=40, starts=(40, 400)),
        line("Short runways, mostly in the dark.", x0=60), line("Line training captain since 2021.", x0=60),
        line("Polarcargo AS – First Officer\t01/2012 – 02/2017", bold=True, x0=40, starts=(40, 400), gap=0.5),
        line("Night freight, five sectors a day.", x0=60),
    ])  # fmt: skip
    assert [(one.name, one.start_date, len(one.highlights)) for one in profile.work] == [
        ("Nordfly AS", "2017-03", 2),
        ("Polarcargo AS", "2012-01", 1),
    ]


def test_cells_that_are_columns_of_a_docx_are_read_apart() -> None:
    def cell(*paragraphs: str) -> str:
        return f"<w:tc>{''.join(paragraphs)}</w:tc>"

    left = cell(
        p("Contact", bold=True), p("ines.vardohus@example.com"), p("Skills", bold=True), p("Rigging"), p("Diving")
    )
    right = cell(
        p("Ines Vardøhus", bold=True, size=22), p("Salvage Engineer"), p("Experience", bold=True),
        p("Diver", bold=True), p("Nordhav AS"), p("May 2019 – Present"), p("Raised two trawlers", listed=True),
    )  # fmt: skip
    profile = read_resume(docx(f"<w:tbl><w:tr>{left}{right}</w:tr></w:tbl>"), "cv.docx")
    assert (profile.basics.name, profile.basics.label) == ("Ines Vardøhus", "Salvage Engineer")
    assert [one.name for one in profile.skills] == ["Rigging", "Diving"]
    assert work(profile) == [("Diver", "Nordhav AS", "2019-05", "")]


@pytest.mark.parametrize("text", ["Baked bread from March 2018 to May 2019", "March of a thousand steps"])
def test_a_month_is_no_degree(text: str) -> None:
    assert not DEGREE.search(text)


def test_training_with_a_school_a_degree_and_years_is_education() -> None:
    profile = assemble([
        *HEAD, title("Experience"), line("Cook, Vadsø Hotel AS, May 2019 – Present", x0=40),
        title("Training"), line("2012 – 2015\tKirkenes Gymnasium", x0=40), line("Diploma, Food and Service", x0=40),
    ])  # fmt: skip
    assert [(one.institution, one.study_type) for one in profile.education] == [("Kirkenes Gymnasium", "Diploma")]


def test_labels_before_values_are_no_part_of_them() -> None:
    profile = assemble([
        *HEAD, title("Education"), line("Institution: Coastal College", x0=40),
        line("Qualification: N4 Boat Building", x0=40), line("Year: 2013", x0=40),
    ])  # fmt: skip
    (school,) = profile.education
    assert (school.institution, f"{school.study_type} {school.area}".strip(), school.end_date) == (
        "Coastal College", "N4 Boat Building", "2013",
    )  # fmt: skip


def test_what_is_bold_in_the_others_is_what_is_bold_here() -> None:
    profile = assemble([
        *HEAD, title("Formation"),
        line("Cursus Lettres\t2014", bold=True, x0=40, starts=(40, 300)), line("Iéna Rive Gauche", x0=40),
        line("Licence Histoire\t2011", bold=True, x0=40, starts=(40, 300), gap=0.3), line("Université de Brest", x0=40),
    ])  # fmt: skip
    assert [(one.institution, one.area or one.study_type) for one in profile.education] == [
        ("Iéna Rive Gauche", "Cursus Lettres"),
        ("Université de Brest", "Histoire"),
    ]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Go, Rust, Python and SQL", ["Go", "Rust", "Python", "SQL"]),
        ("Cave, Service, Accords mets et vins", ["Cave", "Service", "Accords mets et vins"]),
        ("Kafka, Airflow, Apache Spark and Excel", ["Kafka", "Airflow", "Apache Spark", "Excel"]),
    ],
)
def test_an_and_parts_the_last_two_items_unless_it_is_within_one(text: str, items: list[str]) -> None:
    assert listed(text) == items


@pytest.mark.parametrize("shape", JOBS)
def test_one_shape_explains_all_entries_of_a_section(shape: str) -> None:
    at = JOBS.index(shape)
    for n, person in enumerate(PEOPLE):
        schools = SCHOOLS[(at + 2 * n) % len(SCHOOLS)]
        heading = ("caps", "large", "bold")[(at + n) % 3]
        pdf = drawn_as(person, shape, schools, MARKS[(at + n + at // 3) % 3], heading=heading)
        profile = read_resume(pdf, "cv.pdf")
        assert work(profile) == [(job.title, job.employer, job.start, job.end) for job in person.jobs]
        assert [(one.institution, one.end_date) for one in profile.education] == [
            (one.school, one.end) for one in person.schools
        ], schools
        assert [one.name for one in profile.skills] == person.skills.split(", ")
        assert profile.unplaced == ()


def test_lines_of_text_without_marks_are_no_employers() -> None:
    text = (
        "Ines Vardøhus\nines.vardohus@example.com\n\nEXPERIENCE\n\nBrightfjord | Staff Engineer | Jan 2022 - Present\n"
        "Moved the nightly jobs to one place\nHalved the bill\n\nOculo | Engineer | Aug 2018 - Dec 2021\n"
        "Built the first pipeline\n"
    )
    profile = read_resume(text.encode(), "cv.txt")
    assert work(profile) == [
        ("Staff Engineer", "Brightfjord", "2022-01", ""), ("Engineer", "Oculo", "2018-08", "2021-12"),
    ]  # fmt: skip
    assert profile.work[0].highlights == ("Moved the nightly jobs to one place", "Halved the bill")


def test_work_under_a_title_nobody_knows_stands_apart_from_the_summary() -> None:
    text = (
        "Ines Vardøhus\nines.vardohus@example.com\n\nSummary\nLikes boats.\n\nMy path\n\nNordhav Ltd\n"
        "Diver, May 2019 - Present\n- Raised two trawlers\n\nSkills\nRigging, Welding, Radio\n"
    )
    profile = read_resume(text.encode(), "cv.txt")
    assert work(profile) == [("Diver", "Nordhav Ltd", "2019-05", "")]
    assert profile.basics.summary == "Likes boats."


def test_a_range_broken_over_two_lines_is_one() -> None:
    profile = assemble([
        *HEAD, title("Experience"),
        line("Captain, Nordfly AS, March 2015 – August", x0=40, x1=240, full=True),
        line("2019", x0=40, x1=60), line("Flew the mail.", x0=40, x1=100),
    ])  # fmt: skip
    assert work(profile) == [("Captain", "Nordfly AS", "2015-03", "2019-08")]


def test_a_rail_of_years_under_titles_of_their_own_is_read_across() -> None:
    rows: list[Cell] = [
        (20, 20, "Ines Vardøhus", 20, "B"), (20, 27, "ines.vardohus@example.com", 9, ""),
        (20, 38, "Appointments", 12, "B"), (20, 46, "2021-", 10, ""),
        (60, 46, "Lecturer in Phonetics, Nordvik", 10, ""),
        (20, 52, "2017-2021", 10, ""), (60, 52, "Research Fellow, University of Alta", 10, ""),
        (20, 64, "Education", 12, "B"), (20, 72, "2015", 10, ""),
        (60, 72, "PhD Linguistics, University of Bergen", 10, ""),
        (20, 78, "2010", 10, ""), (60, 78, "MA Linguistics, University of Oslo", 10, ""),
    ]  # fmt: skip
    profile = read_resume(drawn([rows]), "cv.pdf")
    assert work(profile) == [
        ("Lecturer in Phonetics", "Nordvik", "2021", ""),
        ("Research Fellow", "University of Alta", "2017", "2021"),
    ]
    assert [(one.institution, one.end_date) for one in profile.education] == [
        ("University of Bergen", "2015"), ("University of Oslo", "2010"),
    ]  # fmt: skip
    assert profile.basics.phone == ""


def test_an_entry_that_begins_each_page_is_no_running_head() -> None:
    pages: list[list[Cell]] = []
    for year in (2018, 2015):
        job = (20, 20, f"Diver, Nordhav Ltd, {year} - {year + 3}", 10, "B")
        pages.append([job, (24, 26, "- Raised a trawler", 10, ""), (24, 32, "- Kept the log", 10, "")])
    pages[0] = [(x, y + 40, text, size, style) for x, y, text, size, style in pages[0]]
    top: list[Cell] = [(20, 20, "Ines Vardøhus", 20, "B"), (20, 27, "ines.vardohus@example.com", 9, ""),
                       (20, 50, "Experience", 12, "B")]  # fmt: skip
    last = [[(x, y, text.replace("2015", "2012").replace("2018", "2015"), size, style)
             for x, y, text, size, style in pages[1]]]  # fmt: skip
    profile = read_resume(drawn([[*top, *pages[0]], pages[1], *last]), "cv.pdf")
    assert [one.start_date for one in profile.work] == ["2018", "2015", "2012"]


def test_a_page_of_linkedin_pasted_as_text() -> None:
    text = (
        "Ines Vardøhus\nSalvage Lead at Nordhav\nTromsø, Norway · Contact info\n\nines.vardohus@example.com\n\n"
        "Experience\n\nNordhav logo\nSalvage Lead\nNordhav · Full-time\nMar 2021 - Present · 3 yrs 2 mos\n"
        "Tromsø, Norway · On-site\n\nKirkenes Freight logo\nDiver\nKirkenes Freight · Seasonal\n"
        "Sep 2017 - Feb 2021 · 3 yrs 6 mos\n\nEducation\n\nUniversity of Tromsø\nBachelor's degree, Nautical Science\n"
        "2014 - 2017\n"
    )
    profile = read_resume(text.encode(), "cv.txt")
    assert work(profile) == [
        ("Salvage Lead", "Nordhav", "2021-03", ""), ("Diver", "Kirkenes Freight", "2017-09", "2021-02"),
    ]  # fmt: skip
    assert "Full-time" in profile.work[0].summary
    assert profile.education[0].institution == "University of Tromsø"


def test_two_names_in_two_kinds_of_type_are_told_apart_in_a_docx() -> None:
    def job(title: str, employer: str, dates: str) -> str:
        return (
            f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{title}</w:t></w:r><w:r><w:t> {employer}</w:t></w:r>"
            f"<w:r><w:tab/><w:t>{dates}</w:t></w:r></w:p>"
        )

    body = p("Ines Vardøhus", bold=True, size=22) + p("ines.vardohus@example.com") + p("Experience", bold=True, size=14)
    body += job("Bosun", "Nordhav", "2019 – Present") + p("Keeps the deck", listed=True)
    body += job("Rigger", "Polarkai", "2015 – 2019")
    profile = read_resume(docx(body), "cv.docx")
    assert work(profile) == [("Bosun", "Nordhav", "2019", ""), ("Rigger", "Polarkai", "2015", "2019")]


@pytest.mark.parametrize(
    "written", ["Prof. Dr. Ines Vardøhus", "INES VARDØHUS, RYA", "Dr. med. Ines Vardøhus", "Ines Vardøhus, FRINA"]
)
def test_what_stands_before_and_after_a_name_is_no_part_of_it(written: str) -> None:
    name = TextLine(text=written, size=20, bold=True, x0=40)
    profile = assemble([name, HEAD[1], title("Skills"), line("Diving, Rigging, Radio", x0=40)])
    assert profile.basics.name.casefold() == "ines vardøhus"


def test_a_label_that_looks_weaker_than_titles_is_none() -> None:
    profile = assemble([
        *HEAD, title("Summary"), line("Likes boats."), title("Experience"),
        line("Diver, Nordhav Ltd\tMay 2019 – Present", bold=True, x0=40, starts=(40, 400)),
        line("Highlights", bold=True, x0=40), line("Raised two trawlers", x0=60),
        line("Cook, Vadsø Hotel AS\tMay 2015 – April 2019", bold=True, x0=40, starts=(40, 400), gap=0.6),
        line("Highlights", bold=True, x0=40), line("Fed ninety guests", x0=60),
        title("Skills"), line("Languages", bold=True, x0=40), line("Python", x0=60), line("Go", x0=60),
        line("Tools", bold=True, x0=40), line("Radar", x0=60),
    ])  # fmt: skip
    assert [(one.position, one.highlights) for one in profile.work] == [
        ("Diver", ("Raised two trawlers",)), ("Cook", ("Fed ninety guests",)),
    ]  # fmt: skip
    assert [(one.name, one.keywords) for one in profile.skills] == [("Languages", ("Python", "Go")),
                                                                    ("Tools", ("Radar",))]  # fmt: skip
    assert profile.languages == ()


def test_heads_of_entries_that_look_like_titles_open_no_sections() -> None:
    profile = assemble([
        *HEAD, title("Summary"), line("Likes boats.", x0=40), title("Work"),
        title("Nordhav Ltd"), line("Diver", bold=True, x0=40), line("2019 – Present", x0=40),
        title("Vadsø Hotel"), line("Cook", bold=True, x0=40), line("2015 – 2019", x0=40),
        title("Education"), title("Kirkenes College"), line("Diploma in Cookery", bold=True, x0=40),
        line("2013 – 2015", x0=40), title("Skills"), line("Radar, Ropes", x0=40),
    ])  # fmt: skip
    assert work(profile) == [("Diver", "Nordhav Ltd", "2019", ""), ("Cook", "Vadsø Hotel", "2015", "2019")]
    assert [one.institution for one in profile.education] == ["Kirkenes College"]
    assert profile.unplaced == ()


@pytest.mark.parametrize(
    "title", ["Senior Hydrologist", "Roofer", "Marceneiro", "Aprendiz de Carpinteiro", "Logopedistin"]
)
def test_words_for_people_who_do_something_tell_titles(title: str) -> None:
    assert title_score(title) > title_score("Vassdrag Rørtveit") == 0


@pytest.mark.parametrize(
    "texts",
    [
        ("University of Tromsø", "BSc", "Marine Biology", "2012 – 2015"),
        ("Marine Biology", "BSc", "University of Tromsø", "2012 – 2015"),
        ("University of Tromsø\t2012 – 2015", "Marine Biology", "BSc"),
        ("Marine Biology, BSc\t2012 – 2015", "University of Tromsø"),
    ],
)
def test_school_degree_and_field_on_lines_of_their_own(texts: tuple[str, ...]) -> None:
    profile = assemble([*HEAD, title("Education"), *(line(text, x0=40) for text in texts)])
    assert [(f"{e.study_type} {e.area}", e.institution, e.end_date) for e in profile.education] == [
        ("BSc Marine Biology", "University of Tromsø", "2015"),
    ]


def test_a_second_title_at_an_employer_is_no_employer() -> None:
    profile = assemble([
        *HEAD, title("Experience"), line("Corran Hospital", bold=True, x0=40), line("Ward Manager", x0=40),
        line("Sep 2021 – Present", x0=40), line("- Leads thirty nurses", x0=44, bullet=True),
        line("Staff Nurse, Coronary Care", x0=40, gap=0.6), line("Feb 2016 – Aug 2021", x0=40),
        line("- Night duty", x0=44, bullet=True),
        line("Mullen Home", bold=True, x0=40, gap=0.6), line("Care Assistant", x0=40), line("2014 – 2016", x0=40),
    ])  # fmt: skip
    assert [(one.position, one.name) for one in profile.work] == [
        ("Ward Manager", "Corran Hospital"), ("Staff Nurse, Coronary Care", "Corran Hospital"),
        ("Care Assistant", "Mullen Home"),
    ]  # fmt: skip


def test_sentences_under_no_title_are_the_summary() -> None:
    sentence = "Salvage diver with eleven winters in the Barents Sea and a boat of her own."
    profile = assemble([*HEAD, line(sentence, x0=40, gap=1), title("Skills"), line("Rigging, Radio, Diving", x0=40)])
    assert profile.basics.summary == sentence
    assert profile.unplaced == ()


@pytest.mark.parametrize("parts", [("ines.", "vardohus@example.com"), ("ines.vardohus@exa", "mple.com")])
def test_an_address_broken_over_two_lines_is_one(parts: tuple[str, str]) -> None:
    profile = assemble(
        [HEAD[0], title("Contact"), *(line(part, x0=40) for part in parts), title("Skills"), line("Radio")]
    )
    assert profile.basics.email == "ines.vardohus@example.com"


@pytest.mark.parametrize("date", ["2019- 10- 01", "03/2016–08/2020", "2011 2013 2016", "01.03.2020"])
def test_the_name_twice_and_dates_with_gaps_are_no_longer_name_and_no_phone(date: str) -> None:
    text = f"Ines Vardøhus\nInes Vardøhus\nines.vardohus@example.com\n{date}\n\nSkills\nRadio, Rigging\n"
    profile = read_resume(text.encode(), "cv.txt")
    assert (profile.basics.name, profile.basics.phone) == ("Ines Vardøhus", "")


@pytest.mark.parametrize("hyphen", "\u2010\u2011\u2012")
def test_hyphens_for_print_are_hyphens(hyphen: str) -> None:
    text = (
        f"Ines{hyphen}Marie Vardøhus\nines.vardohus@example.com · (218) 555{hyphen}0143\n\nExperience\n"
        f"Rigger, Nordkapp Rigging AS\t2014 {hyphen} 2020\n"
    )
    profile = read_resume(text.encode(), "cv.txt")
    assert (profile.basics.name, profile.basics.phone) == ("Ines-Marie Vardøhus", "(218) 555-0143")
    assert [(one.start_date, one.end_date) for one in profile.work] == [("2014", "2020")]


def test_signs_of_bullets_that_come_out_as_braces_and_a_number_beside_the_address_at_the_foot() -> None:
    text = (
        "Ines Vardøhus\n\nExperience\n09/2020 – today\tRigger, Nordkapp Rigging AS\n"
        "{ Hoisted 40 masts\n{ Cut losses by 3 %\n\nInterests\nRowing\n\n+47 78 55 50 10 • ines.vardohus@example.com\n"
    )
    profile = read_resume(text.encode(), "cv.txt")
    assert profile.work[0].highlights == ("Hoisted 40 masts", "Cut losses by 3 %")
    assert profile.basics.phone == "+47 78 55 50 10"


def test_languages_nobody_speaks_are_skills_and_lists_beside_them_too() -> None:
    profile = assemble([
        *HEAD, title("Languages"), line("Python, Kotlin, Bash", x0=40), title("Infrastructure"),
        line("Kafka, Docker, Nomad", x0=40), title("Education"),
        line("BSc Informatics, University of Oslo, 2015", x0=40), title("Languages"),
        line("Norwegian (native), English (fluent)", x0=40),
    ])  # fmt: skip
    assert [word for one in profile.skills for word in (one.keywords or (one.name,))] == [
        "Python", "Kotlin", "Bash", "Kafka", "Docker", "Nomad",
    ]  # fmt: skip
    assert [one.language for one in profile.languages] == ["Norwegian", "English"]


@pytest.mark.parametrize("text", ["Excel ●●●●○", "Excel ★★★☆☆", "Excel ■■■□□"])
def test_marks_of_how_well_are_no_items(text: str) -> None:
    assert listed(text) == ["Excel"]


@pytest.mark.parametrize(
    "place", ["Portland (US), Oregon", "Leeds, West Yorkshire (GB)", "Portland Oregon US", "Bergen, Vestland, NO"]
)
def test_a_town_with_its_region_and_country_is_the_place(place: str) -> None:
    profile = assemble([*HEAD, line(place, x0=40), title("Skills"), line("Radio, Rigging", x0=40)])
    assert profile.basics.location.city.split()[0] == place.split()[0].strip(",")
    assert profile.unplaced == ()


@pytest.mark.parametrize(
    "jobs",
    [
        (("Vårdare", "Smedjebackens kommun"), ("Brevbärare", "Posten")),
        (("Hjelpepleier", "Bergen sykehjem"), ("Lærling", "Kystverket")),
        (("Ápolónő", "Szent János Kórház"), ("Pénztáros", "Tesco Pécs")),
        (("Учитель", "Гимназия № 5"), ("Продавец", "Магазин Берёзка")),
        (("Hemşire", "Ege Hastanesi"), ("Garson", "Deniz Lokantası")),
        (("Λογιστής", "Ελαιώνες Κρήτης"), ("Σερβιτόρα", "Ταβέρνα Νίκος")),
    ],
)
def test_employers_above_their_titles_are_told_by_words_of_every_language(jobs: tuple[tuple[str, str], ...]) -> None:
    body = [
        one
        for n, (position, name) in enumerate(jobs)
        for one in (line(f"{name}\t{2018 - 3 * n} – {2021 - 3 * n}", bold=True, gap=0.6), line(position))
    ]
    assert tuple(told[:2] for told in work(assemble([*HEAD, title("Experience"), *body]))) == jobs


@pytest.mark.parametrize(
    ("address", "town"),
    [
        ("Apartment 2, 8 Mill Lane, Cork 3", "Cork"),
        ("Hull HU5 2TX", "Hull"),
        ("Galway IE", "Galway"),
        ("Av. Brasil, 1500, Recife – PE", "Recife"),
    ],
)
def test_a_town_is_found_in_an_address(address: str, town: str) -> None:
    profile = assemble([*HEAD, line(address, x0=40), title("Skills"), line("Radio, Rigging", x0=40)])
    assert profile.basics.location.city == town


def test_titles_in_a_sidebar_that_look_little_are_alike_there() -> None:
    def side(text: str, size: float = 11) -> TextLine:
        return TextLine(text=text, x0=20, x1=90, size=size, stream=1, gap=0.5)

    def main(text: str, size: float = 13, *, bold: bool = False) -> TextLine:
        return TextLine(text=text, x0=200, x1=500, size=size, stream=2, bold=bold, gap=0.5)

    profile = assemble([
        side("Contact", 14), side("ines.vardohus@example.com"), side("Top Skills", 14), side("Radar"), side("Winches"),
        side("Languages", 14), side("Norwegian (Native)"),
        main("Ines Vardøhus", 26), main("Experience", 18), main("Harbour Pilot, Vadsø Havn"),
        main("March 2019 - Present"), main("Brings in ninety ships a year and trains two apprentices for it."),
        main("Education", 18), main("Kirkenes College"), main("Diploma in Navigation, 2011 - 2014"),
    ])  # fmt: skip
    assert [one.name for one in profile.skills] == ["Radar", "Winches"]
    assert [one.language for one in profile.languages] == ["Norwegian"]


@pytest.mark.parametrize("today", ["pågående", "nåværende", "dosud", "jelenleg", "по настоящее время", "devam ediyor"])
def test_what_goes_on_today_is_told_in_every_language(today: str) -> None:
    profile = assemble([
        TextLine(text="Namn\tInes Vardøhus"), TextLine(text="ines.vardohus@example.com"),
        title("Experience"), line(f"Harbour Pilot, Vadsø Havn\t2019-04 – {today}", x0=40),
    ])  # fmt: skip
    assert profile.basics.name == "Ines Vardøhus"
    assert work(profile) == [("Harbour Pilot", "Vadsø Havn", "2019-04", "")]


def test_one_list_set_in_the_middle_is_no_columns() -> None:
    profile = assemble([
        *HEAD, title("Skills"), line("Radar\tWinches\tFirst aid", x0=90, x1=510, starts=(90, 230, 400)),
        line("Ice charts", x0=255, x1=345, starts=(255,)),
    ])  # fmt: skip
    assert [one.name for one in profile.skills] == ["Radar", "Winches", "First aid", "Ice charts"]


def test_a_dash_alone_on_a_line_says_nothing_but_within_a_range() -> None:
    parted = unwrapped([line("2019 – present"), line("—"), line("Brings in ships.")])
    assert [one.text for one in parted] == ["2019 – present", "Brings in ships."]
    ranged = unwrapped([line("March 2019"), line("—"), line("Present")])
    assert "—" in "".join(one.text for one in ranged)


def test_what_stands_left_of_the_dates_goes_on_where_its_last_word_was_broken() -> None:
    profile = assemble([
        *HEAD, title("Education"),
        line("Kirkenes Maritime College\tDiploma in Ship-\tSep 2011 – Jun 2014", x0=40, x1=550, bold=True),
        line("building", x0=40, x1=60, gap=0.3),
    ])  # fmt: skip
    assert [(one.study_type, one.area, one.end_date) for one in profile.education] == [
        ("Diploma", "Ship-building", "2014-06")
    ]


@pytest.mark.parametrize(("cut", "month"), [("Aoû", 8), ("Juil", 7), ("Sett", 9), ("Dic", 12), ("Agos", 8)])
def test_months_are_cut_short_where_that_means_no_other(cut: str, month: int) -> None:
    assert [(one.start, one.end) for one in spans(f"Mar 2017 – {cut} 2020")] == [("2017-03", f"2020-{month:02d}")]


def test_a_school_below_field_degree_and_dates() -> None:
    profile = assemble([
        *HEAD, title("Education"), line("Marine Business\tBachelor", bold=True, x0=40), line("2010 – 2014", x0=40),
        line("Kirkenes University", x0=40),
    ])  # fmt: skip
    assert [(one.institution, one.study_type, one.area) for one in profile.education] == [
        ("Kirkenes University", "Bachelor", "Marine Business")
    ]


def test_the_town_of_a_school_is_no_word_for_graduating() -> None:
    profile = assemble([
        *HEAD, title("Education"), line("Maritime Faculty Novi Grad\tOct 2010 – Jun 2014", x0=40, bold=True),
        line("Bachelor in Navigation", x0=40),
    ])  # fmt: skip
    assert [one.institution for one in profile.education] == ["Maritime Faculty Novi Grad"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Employment record", "work"), ("Professional Skills Summary", "skills"),
        ("Atividades voluntárias", "volunteer"), ("Travail bénévole", "volunteer"),
        ("Freiwillige Mitarbeit", "volunteer"), ("Work experience (paid and voluntary)", "work"),
        ("Voluntary Sector Manager", ""),
    ],
)  # fmt: skip
def test_titles_of_several_words_are_told_by_those_that_are_known(words: str, kind: str) -> None:
    assert kind_about(words) == kind


def test_an_icon_before_an_address_is_none_of_it_and_a_postal_code_is_no_number() -> None:
    profile = assemble([
        TextLine(text="Ines Vardøhus", size=20, bold=True), line("Rua do Farol 4, 1150-065 Lisboa\t@ ines@example.com"),
        line("655 55 01 37\t@ ines@example.com"), title("Skills"), line("Radar"),
    ])  # fmt: skip
    assert (profile.basics.email, profile.basics.phone) == ("ines@example.com", "655 55 01 37")
    assert profile.basics.location.city == "Lisboa"


@pytest.mark.parametrize(
    "told",
    [
        "Indirizzo: Via del Faro 4, 33100 Udine (Italia)",
        "Miejsce urodzenia: Kraków\tMiejscowość: Udine",
        "Pilot, Scotland\tUdine",
        "LOCATION|Town\tUdine",
        "417 Harbour Lane|Udine 33100 Italy",
    ],
)
def test_the_town_of_the_person_wherever_it_stands(told: str) -> None:
    head, *rest = told.split("|")
    above = title(head) if head.isupper() else line(head, gap=1)
    profile = assemble([*HEAD, above, *(line(one, gap=0.1) for one in rest), title("Skills"), line("Radar")])
    assert profile.basics.location.city == "Udine"


@pytest.mark.parametrize(
    "told", ["Radar / Winches / Splicing", "Radar — Winches — Splicing", "Radar\t\uf0b7\tWinches\t\uf0b7\tSplicing"]
)
def test_marks_between_all_items_part_them(told: str) -> None:
    assert listed(told) == ["Radar", "Winches", "Splicing"]


def test_interests_and_languages_in_a_section_of_skills_go_where_they_belong() -> None:
    profile = assemble([
        *HEAD, title("Skills & Interests"), line("Deck: Radar, Winches"), line("Interests: Night trains, Choir"),
        title("Språk"), line("Svenska, engelska, danska (läser)"),
    ])  # fmt: skip
    assert [one.keywords for one in profile.skills] == [("Radar", "Winches")]
    assert [one.name for one in profile.interests] == ["Night trains", "Choir"]
    assert [one.language for one in profile.languages][:2] == ["Svenska", "engelska"]


def test_working_for_oneself_stands_for_an_employer() -> None:
    profile = assemble([
        *HEAD, title("Experience"),
        line("2019 – present\tNordskyss AS\tOslo", x0=40, starts=(40, 120, 200)), line("Deckhand", x0=120),
        line("2014 – 2019\tFreelance\tNorway and Sweden", x0=40, starts=(40, 120, 200)), line("Tour guide", x0=120),
    ])  # fmt: skip
    assert [one[:2] for one in work(profile)] == [("Deckhand", "Nordskyss AS"), ("Tour guide", "Freelance")]


@pytest.mark.parametrize("degree", ["Year 10", "GCSEs", "Abitur", "Grade 12 Diploma", "Bachillerato", "Ensino médio"])
def test_certificates_of_schools_are_degrees_wherever_the_school_stands(degree: str) -> None:
    for told in (f"{degree}, Vardø High School\t2010", f"Vardø High School\t2010|{degree}"):
        profile = assemble([*HEAD, title("Education"), *(line(one, x0=40) for one in told.split("|"))])
        assert [(one.institution, one.study_type) for one in profile.education] == [("Vardø High School", degree)]


@pytest.mark.parametrize("text", ["Student", "Sales Promotion Manager", "Volontariat", "IT Technik GmbH", "Mastercard"])
def test_words_that_look_like_degrees_are_none(text: str) -> None:
    assert not DEGREE.search(text)


def test_labels_nearer_to_the_row_below_them_than_to_the_one_above_are_no_skills() -> None:
    profile = assemble([
        *HEAD, title("Skills"), line("Bridge", gap=1.3), line("Radar\tEcho sounder\tCharts", gap=0.6),
        line("Deck", gap=1.5), line("Winches\tSplicing", gap=0.6),
    ])  # fmt: skip
    assert [(one.name, one.keywords) for one in profile.skills] == [
        ("Bridge", ("Radar", "Echo sounder", "Charts")),
        ("Deck", ("Winches", "Splicing")),
    ]


@pytest.mark.parametrize(
    ("employers", "names"),
    [
        (
            ("Vardø Water Works Oslo", "Lakeview Shipping Agents Bergen"),
            ("Vardø Water Works", "Lakeview Shipping Agents"),
        ),
        (("Stadtbibliothek Kassel", "Klinikum Leipzig"), ("Stadtbibliothek Kassel", "Klinikum Leipzig")),
    ],
)
def test_a_town_after_every_employer_is_where_it_was_unless_it_is_named_so(
    employers: tuple[str, str], names: tuple[str, str]
) -> None:
    profile = assemble([
        *HEAD, title("Experience"), line(f"Site Engineer at {employers[0]}", bold=True), line("2019 – present"),
        line("Clerk at " + employers[1], bold=True, gap=1), line("2014 – 2019"),
    ])  # fmt: skip
    assert tuple(one.name for one in profile.work) == names


def test_a_narrow_column_does_not_join_a_degree_and_its_school() -> None:
    def narrow(text: str, **looks: object) -> TextLine:
        return line(text, x0=40, x1=140, full=True, gap=0.1, **looks)

    for told in (
        [narrow("Marine Geography", bold=True), narrow("Master of Science"), narrow("University of Bergen")],
        [narrow("University of Bergen"), narrow("Marine Geography"), narrow("Master of Science")],
    ):
        [school] = assemble([*HEAD, title("Education"), *told, narrow("2014 – 2016")]).education
        assert (school.institution, school.study_type) == ("University of Bergen", "Master of Science")
        assert school.area == "Marine Geography"


def test_heads_stay_centred_though_a_year_stands_in_the_text_below() -> None:
    def centred(text: str) -> TextLine:
        return line(text, x0=300 - 2.5 * len(text), x1=300 + 2.5 * len(text), gap=0.5)

    profile = assemble([
        *HEAD, title("Experience"), centred("Vadsø Havn"), centred("Harbour Pilot | 03/2021 – present"),
        line("Rebuilt the quay after the 2022 flood", x0=40, x1=200), centred("Nordskyss AS"),
        centred("Deckhand | 08/2016 – 02/2021"), line("Kept the ropes", x0=40, x1=110), centred("Kai und Kran"),
        centred("Trainee | 08/2014 – 07/2016"), line("Learned the trade", x0=40, x1=110),
    ])  # fmt: skip
    assert [one.name for one in profile.work] == ["Vadsø Havn", "Nordskyss AS", "Kai und Kran"]


@pytest.mark.parametrize(
    ("below", "name"), [("Bergen", "School Network De Vecht"), ("West", "School Network De Vecht West")]
)
def test_a_town_below_a_name_is_no_rest_of_it(below: str, name: str) -> None:
    told = unwrapped([
        line("School Network De Vecht", x0=40, x1=170, bold=True, full=True),
        line(below, x0=40, x1=70, bold=True, gap=0.1), line("Another one that is longer", x0=40, x1=190, full=True),
    ])  # fmt: skip
    assert told[0].plain == name


@pytest.mark.parametrize(
    ("above", "below", "name"),
    [
        ("Nautical School of\tDiploma in Nautical Studies\t2011 – 2014", "Vardø", "Nautical School of Vardø"),
        ("Diploma in Nautical Studies, Vessels and", "freight", "Diploma in Nautical Studies, Vessels and freight"),
    ],
)
def test_names_go_on_in_the_next_line_after_a_word_that_ends_none(above: str, below: str, name: str) -> None:
    told = unwrapped([line(above, x0=40, x1=500, full=True), line(below, x0=40, x1=90, gap=0.1)])
    assert [one.parts[0] for one in told] == [name]


def test_a_small_group_of_skills_under_a_title_of_its_own() -> None:
    profile = assemble([
        *HEAD, title("Skills"), line("Radar"), line("Charts"), line("Sonar"), title("Databases"), line("Navtex"),
        line("Seabase"), title("Availability"), line("From May"),
    ])  # fmt: skip
    assert [(one.name, one.keywords) for one in profile.skills][-1] == ("Databases", ("Navtex", "Seabase"))
    assert "From May" in profile.unplaced


def test_dated_lines_under_no_title_at_all_are_work_whatever_they_are_called() -> None:
    profile = assemble([
        *HEAD, line("Zwischenmeisterei – Kai und Kran\tVardø, 2019-10-01 – Present", gap=1),
        line("Zwischenmeisterei – Havn\tVardø, 2015-04-01 – 2019-09-30", gap=1), title("Education"),
        line("Diploma in Navigation, Kirkenes College\t2011 – 2014"),
    ])  # fmt: skip
    assert [one.start_date for one in profile.work] == ["2019-10-01"[:7], "2015-04"]


@pytest.mark.parametrize(
    "told",
    [
        "Since 2021 I have been a full-time carer for my father; that has now come to an end.",
        "Seit 2020 bin ich Trainer der jungen Turner und leite den Verein mit.",
        "Depuis 2019 je suis une assistante de la caisse des écoles, une fois par an.",
    ],
)
def test_a_sentence_that_begins_with_since_when_begins_no_entry(told: str) -> None:
    jobs = ("Cook\tHarbour Inn\t2016 – 2021", "Kitchen Hand\tHotel Brygga\t2012 – 2016")
    profile = assemble([*HEAD, title("Experience"), *map(line, jobs), line(told)])
    assert [one.position for one in profile.work] == ["Cook", "Kitchen Hand"]


def test_a_season_is_from_and_to_the_year_it_is_in() -> None:
    jobs = ("Lift Attendant\tFjellheisen AS\tWinter 2018/19", "Lifeguard\tLido Tromsø\tSummer 2017")
    profile = assemble([*HEAD, title("Experience"), *map(line, jobs)])
    assert [(one.start_date, one.end_date) for one in profile.work] == [("2018", "2019"), ("2017", "2017")]


def test_an_address_astray_among_schools_is_contact() -> None:
    profile = assemble([
        TextLine(text="Ines Vardøhus", size=20, bold=True), title("Education"), line("ines.vardohus@example.com"),
        line("+47 78 55 50 10"), line("Kirkenes College"), line("Diploma in Navigation"), line("2011 – 2014"),
    ])  # fmt: skip
    assert (profile.basics.email, profile.basics.phone) == ("ines.vardohus@example.com", "+47 78 55 50 10")
    assert [one.institution for one in profile.education] == ["Kirkenes College"]


def test_a_sentence_that_tells_since_when_begins_no_entry() -> None:
    profile = assemble([
        *HEAD, title("Profile"), line("Maintenance technician, on call since 2012 and still in good humour.", x0=40),
        title("Experience"), line("Harbour Pilot, Vadsø Havn\t2019 – present", x0=40),
    ])  # fmt: skip
    assert work(profile) == [("Harbour Pilot", "Vadsø Havn", "2019", "")]


@pytest.mark.parametrize(
    ("told", "city"),
    [
        ("Kvalsundet · +47 78 55 50 10 · ines@example.com", "Kvalsundet"),
        ("Deck Engineer · +47 78 55 50 10 · i@example.com", ""),
    ],
)
def test_the_one_name_between_number_and_address_is_a_town_that_nobody_knows(told: str, city: str) -> None:
    profile = assemble([TextLine(text="Ines Vardøhus", size=20), line(told), title("Skills"), line("Radar")])
    assert profile.basics.location.city == city


def test_a_town_beside_an_address_astray_in_a_list_is_no_skill() -> None:
    profile = assemble([
        TextLine(text="Ines Vardøhus", size=20), title("Skills"), line("Radar"), line("Winches"),
        line("+47 78 55 50 10"), line("ines.vardohus@example.com"), line("Bergen"),
    ])  # fmt: skip
    assert [one.name for one in profile.skills] == ["Radar", "Winches"]
    assert profile.basics.location.city == "Bergen"


def test_towns_after_titles_are_places_though_others_were_told_apart_already() -> None:
    profile = assemble([
        *HEAD, title("Experience"), line("Vadsø Havn", bold=True), line("Pilot · Bergen"), line("2019 – present"),
        line("Nordskyss AS", bold=True, gap=1), line("Deckhand · Kvalsundet"), line("2014 – 2019"),
    ])  # fmt: skip
    assert [one[0] for one in work(profile)] == ["Pilot", "Deckhand"]


def test_a_state_named_like_a_country_is_where_its_town_is() -> None:
    where = [split_place(text)[1:] for text in ("Athens, Georgia", "Tbilisi, Georgia")]
    assert where == [("Georgia", ""), ("", "GE")]


def test_a_school_below_a_degree_is_no_rest_of_it() -> None:
    told = unwrapped([
        line("BTS Gestion", x0=40, x1=140, full=True), line("Lycée Bergson", x0=40, x1=120, gap=0.2),
        line("BTS Comptabilité et des", x0=40, x1=150, full=True), line("Entreprises", x0=40, x1=90, gap=0.2),
    ])  # fmt: skip
    assert [one.plain for one in told] == ["BTS Gestion", "Lycée Bergson", "BTS Comptabilité et des Entreprises"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("08/21–Present", [("2021-08", "")]),
        ("2/18 – 07/21", [("2018-02", "2021-07")]),
        ("9/98 - 5/02", [("1998-09", "2002-05")]),
        ("Graded 1.7 - 2.1", []),
        ("24/7 - 365", []),
        ("12/24-Volt", []),
    ],
)
def test_months_with_two_letters_of_their_years_are_dates_in_ranges_alone(
    text: str, told: list[tuple[str, str]]
) -> None:
    assert [(one.start, one.end) for one in spans(text)] == told


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Schul- und Berufsausbildung", "education"), ("Kunskaper", "skills"), ("Języki obce", "languages"),
        ("Végzettség", "education"), ("Praxe", "work"), ("Yhteystiedot", "contact"), ("Hakkımda", "summary"),
        ("Досвід роботи", "work"), ("Hobbi", "interests"), ("Kunskaper\tSpråk", ""),
    ],
)  # fmt: skip
def test_titles_are_known_in_the_languages_that_resumes_are_set_in(words: str, kind: str) -> None:
    assert kind_of(words) == kind


@pytest.mark.parametrize(
    "school", ["Alléskolan", "Politechnika Wschodnia", "Technikum 2", "Gymnázium Brno", "Vardø skole"]
)
def test_schools_are_known_in_more_languages(school: str) -> None:
    assert SCHOOL.search(school)


@pytest.mark.parametrize("called", ["Życiorys", "Meritförteckning", "Önéletrajz"])
def test_what_a_resume_is_called_is_nobodys_name(called: str) -> None:
    profile = assemble([TextLine(text=called, size=20, bold=True), line("Imię i nazwisko\tInes Vardøhus"), *HEAD[1:]])
    assert profile.basics.name == "Ines Vardøhus"


def test_labels_of_different_width_set_flush_right_are_no_columns() -> None:
    profile = assemble([
        *HEAD, title("Skills"), line("Platforms\tRadar, Sonar", x0=52, starts=(52, 108)),
        line("Deck\tWinches, Ropes", x0=70, starts=(70, 108)),
    ])  # fmt: skip
    assert [(one.name, one.keywords) for one in profile.skills] == [
        ("Platforms", ("Radar", "Sonar")),
        ("Deck", ("Winches", "Ropes")),
    ]


def test_the_field_between_degree_and_school_is_of_the_degree_and_names_go_on_right_of_dates() -> None:
    profile = assemble([
        *HEAD, title("Education"),
        line("2007 – 2011\tBSc, Marine Logistics, North Cape State", x0=40, starts=(40, 120), full=True),
        line("University", x0=120, gap=0.5),
    ])  # fmt: skip
    [school] = profile.education
    assert (school.institution, school.study_type) == ("North Cape State University", "BSc")
    assert school.area == "Marine Logistics"


@pytest.mark.parametrize(
    "deed", ["Opened the new fast track in 2023", "Member of the safety committee since 2024", "Best pilot, 2018"]
)
def test_a_year_in_what_was_done_begins_no_entry(deed: str) -> None:
    profile = assemble([
        *HEAD, title("Experience"), line("Oct 2020 – Present\tHarbour Pilot", x0=24, starts=(24, 147)),
        line("Vadsø Havn", x0=147), line("Ninety ships a year", x0=159), line(deed, x0=159), line("Trains two", x0=159),
        line("May 2017 – Sep 2020\tDeckhand", x0=24, starts=(24, 147), gap=1), line("Nordskyss AS", x0=147),
        line("Kept the ropes", x0=159),
    ])  # fmt: skip
    assert [one[:2] for one in work(profile)] == [("Harbour Pilot", "Vadsø Havn"), ("Deckhand", "Nordskyss AS")]


def test_a_sentence_with_a_year_in_plain_text_begins_no_entry() -> None:
    profile = assemble([
        *HEAD, title("Experience"), line("Harbour Pilot, Vadsø Havn\tOct 2020 – Present"),
        line("Teach the apprentices of nine boats."), line("Led the first full drill in twenty years, Ice, 2023."),
        line("Organise the exchange."), line("Deckhand, Nordskyss AS\tMay 2017 – Sep 2020"), line("Kept the ropes."),
    ])  # fmt: skip
    assert [one[0] for one in work(profile)] == ["Harbour Pilot", "Deckhand"]


@pytest.mark.parametrize(
    ("told", "head"),
    [
        ("2019 – oggi\tFabbra. Officina Pontelungo, Ulm.", ("Fabbra", "Officina Pontelungo", "Ulm")),
        ("2019 – oggi\tRestauratrice. Indipendente, Siena.", ("Restauratrice", "Indipendente", "Siena")),
        ("Encargada de taller. Frutas Belchite S.L., Zaragoza. 2019 – hoy",
         ("Encargada de taller", "Frutas Belchite S.L.", "Zaragoza")),
        ("Corrigan & Daughters. Bench Hand. 2019 – present", ("Bench Hand", "Corrigan & Daughters", "")),
        ("2019 – today\tLift Mechanic; Otterburn Lifts Ltd.; Gateshead",
         ("Lift Mechanic", "Otterburn Lifts Ltd.", "Gateshead")),
        ("2019 – present\tLift Mechanic. Otterburn Lifts Ltd.", ("Lift Mechanic", "Otterburn Lifts Ltd.", "")),
        ("2019 – present\tWard Clerk, St. Brannock Hospital", ("Ward Clerk", "St. Brannock Hospital", "")),
        ("2019 – present\tResearch Assistant, Prof. Lindgren Lab", ("Research Assistant", "Prof. Lindgren Lab", "")),
    ],
)  # fmt: skip
def test_full_stops_and_semicolons_part_title_employer_and_place_and_those_of_words_cut_short_do_not(
    told: str, head: tuple[str, str, str]
) -> None:
    profile = assemble([*HEAD, title("Experience"), line(told, x0=40), line("• Kept the yard", bullet=True, x0=50)])
    assert [(one.position, one.name, one.location) for one in profile.work] == [head]


@pytest.mark.parametrize(
    ("address", "city"),
    [
        ("4127 Maple Green Rd\nToledo, OH 43623", "Toledo"),
        ("Rua das Flores, 1120 - Campinas/SP", "Campinas"),
        ("12 Wattle Street\nBallarat VIC 3350", "Ballarat"),
    ],
)
def test_a_town_is_neither_a_street_nor_a_part_of_another(address: str, city: str) -> None:
    text = f"Ines Vardahl\n{address}\nines@example.com\n\nSkills\nSQL, Excel\n"
    assert (where := read_resume(text.encode(), "a.txt").basics.location) is not None
    assert where.city == city


def test_an_academics_sections_are_told_apart() -> None:
    text = """Ines Vardahl
ines@example.com

Education
Ph.D., Hydrology, Carleton College, 2013-2018

Academic Appointments
Assistant Professor, Boise State University, 2021 - present

Professional Service
Reviewer for two journals
"""
    profile = read_resume(text.encode(), "a.txt")
    assert [school.institution for school in profile.education] == ["Carleton College"]
    assert work(profile) == [("Assistant Professor", "Boise State University", "2021", "")]
    assert profile.skills == ()


def test_items_further_apart_than_lines_that_go_on_are_not_joined() -> None:
    def item(text: str, x1: float, gap: float, *, full: bool = False) -> TextLine:
        return line(text, x0=396, x1=x1, gap=gap, bold=True, full=full)

    profile = assemble(
        [
            *HEAD,
            title("Skills"),
            item("Copywriting (English, isiZulu)", 523, 0.6, full=True),
            item("Canva & Adobe Photoshop", 509, 0.55),
            title("Awards"),
            item("Bookmark Awards 2023, bronze –", 545, 0.5, full=True),
            item("Best use of chat (team)", 519, 0.12),
        ]
    )
    assert [skill.name for skill in profile.skills] == ["Copywriting (English, isiZulu)", "Canva & Adobe Photoshop"]


@pytest.mark.parametrize(
    "rows",
    [
        "Company\tPosition\tFrom\tTo\nBrygge AS\tDeckhand\tFeb 2013\tJan 2017\nSjøfart AS\tCook\tMar 2010\tJan 2013",
        "From\tTo\tEmployer\tRole\nFeb 2013\tJan 2017\tBrygge AS\tDeckhand\nMar 2010\tJan 2013\tSjøfart AS\tCook",
    ],
)
def test_two_dates_side_by_side_in_a_row_are_from_and_to(rows: str) -> None:
    profile = read_resume(f"Ines Vardahl\nines@example.com\n\nEmployment\n{rows}\n".encode(), "a.txt")
    assert work(profile) == [
        ("Deckhand", "Brygge AS", "2013-02", "2017-01"),
        ("Cook", "Sjøfart AS", "2010-03", "2013-01"),
    ]
