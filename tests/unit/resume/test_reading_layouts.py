"""Layouts of pages: columns, margins, cards and tables are told apart by where things stand, not by what they say."""

import pytest
from fpdf import FPDF

from companion.model.profile import Profile
from companion.resume import read_resume
from companion.resume.reading.pdf import read_pdf
from tests.unit.resume.papers import Cell, docx, drawn, p
from tests.unit.resume.posts import work

NAME: list[Cell] = [(20, 20, "Ines Vardøhus", 20, "B")]
ADDRESS = "ines.vardohus@example.com"


def schools(profile: Profile) -> list[tuple[str, str, str]]:
    return [(f"{e.study_type} {e.area}".strip(), e.institution, e.end_date) for e in profile.education]


def read(*pages: list[Cell]) -> Profile:
    return read_resume(drawn(pages), "cv.pdf")


BOTH = [("Harbour Pilot", "Vadsø Havn", "2019-03", ""), ("Deckhand", "Nordskyss AS", "2014-08", "2019-02")]


def test_three_columns_a_sidebar_a_margin_of_dates_and_the_text() -> None:
    side: list[Cell] = [
        (10, 30, "CONTACT", 12, "B"), (10, 37, ADDRESS, 8, ""), (10, 42, "+47 78 55 50 10", 8, ""),
        (10, 55, "SKILLS", 12, "B"), (10, 62, "Radar", 9, ""), (10, 67, "Winches", 9, ""), (10, 72, "First aid", 9, ""),
        (10, 85, "LANGUAGES", 12, "B"), (10, 92, "Norwegian (native)", 9, ""), (10, 97, "English (C1)", 9, ""),
    ]  # fmt: skip
    main: list[Cell] = [
        (65, 20, "Ines Vardøhus", 20, "B"), (65, 32, "EXPERIENCE", 12, "B"),
        (65, 40, "03/2019 - present", 9, ""), (100, 40, "Harbour Pilot", 10, "B"), (100, 45, "Vadsø Havn", 10, ""),
        (105, 51, "Brings in ninety ships a year", 9, ""), (105, 56, "Trains two apprentices", 9, ""),
        (65, 66, "08/2014 - 02/2019", 9, ""), (100, 66, "Deckhand", 10, "B"), (100, 71, "Nordskyss AS", 10, ""),
        (105, 77, "Kept the ropes and the log", 9, ""),
        (65, 90, "EDUCATION", 12, "B"), (65, 98, "2011 - 2014", 9, ""), (100, 98, "Diploma in Navigation", 10, "B"),
        (100, 103, "Kirkenes College", 10, ""),
    ]  # fmt: skip
    profile = read([*side, *main])
    assert work(profile) == BOTH
    assert schools(profile) == [("Diploma Navigation", "Kirkenes College", "2014")]
    assert [one.name for one in profile.skills] == ["Radar", "Winches", "First aid"]
    assert profile.work[0].highlights == ("Brings in ninety ships a year", "Trains two apprentices")


def test_three_columns_each_with_titles_of_its_own() -> None:
    left: list[Cell] = [
        (10, 40, "Education", 13, "B"), (10, 47, "Diploma in Navigation", 10, "B"),
        (10, 52, "Kirkenes College", 10, ""), (10, 57, "2011 - 2014", 9, ""),
        (10, 70, "Languages", 13, "B"), (10, 77, "Norwegian (native)", 10, ""),
    ]  # fmt: skip
    middle: list[Cell] = [
        (65, 40, "Experience", 13, "B"), (65, 47, "Harbour Pilot", 10, "B"), (65, 52, "Vadsø Havn", 10, ""),
        (65, 57, "March 2019 - Present", 9, ""), (65, 63, "Brings in ninety ships through the ice", 9, ""),
        (65, 75, "Deckhand", 10, "B"), (65, 80, "Nordskyss AS", 10, ""),
        (65, 85, "August 2014 - February 2019", 9, ""), (65, 91, "Kept the ropes and wrote the log", 9, ""),
    ]  # fmt: skip
    right: list[Cell] = [
        (150, 40, "Skills", 13, "B"), (150, 47, "Radar", 10, ""), (150, 52, "Winches", 10, ""),
        (150, 57, "Ropes", 10, ""), (150, 62, "Charts", 10, ""),
    ]  # fmt: skip
    profile = read([*NAME, (20, 28, ADDRESS, 9, ""), *left, *middle, *right])
    assert work(profile) == BOTH
    assert schools(profile) == [("Diploma Navigation", "Kirkenes College", "2014")]
    assert [one.name for one in profile.skills] == ["Radar", "Winches", "Ropes", "Charts"]


def flush_right(x: float, y: float, text: str, size: float = 9) -> Cell:
    pdf = FPDF(unit="mm")
    pdf.set_font("Helvetica", "", size)
    return (x - pdf.get_string_width(text), y, text, size, "")


def test_place_and_dates_in_a_margin_beside_bullets_belong_to_the_head() -> None:
    cells: list[Cell] = [
        *NAME, (20, 28, ADDRESS, 9, ""), (20, 40, "Experience", 13, "B"),
        (20, 48, "Vadsø Havn, Harbour Pilot", 10, "B"), flush_right(190, 48, "Vadsø, Norway"),
        (22, 53, "- Brings in ninety ships a year", 9, ""), flush_right(190, 53, "Mar 2019 - present"),
        (22, 58, "- Trains two apprentices", 9, ""), flush_right(190, 58, "6 years"),
        (20, 68, "Nordskyss AS, Deckhand", 10, "B"), flush_right(190, 68, "Kirkenes, Norway"),
        (22, 73, "- Kept the ropes and the log", 9, ""), flush_right(190, 73, "Aug 2014 - Feb 2019"),
    ]  # fmt: skip
    profile = read(cells)
    assert work(profile) == BOTH
    assert [one.location for one in profile.work] == ["Vadsø, Norway", "Kirkenes, Norway"]
    assert profile.work[0].highlights == ("Brings in ninety ships a year", "Trains two apprentices")


def test_a_range_broken_over_the_lines_of_a_margin_is_one() -> None:
    cells: list[Cell] = [
        *NAME, (20, 28, ADDRESS, 9, ""), (20, 40, "EXPERIENCE", 13, "B"),
        (150, 47, "March 2019", 9, ""), (152, 51.5, "- Present", 9, ""), (20, 48, "Harbour Pilot, Vadsø Havn", 10, "B"),
        (22, 53, "- Brings in ninety ships a year", 9, ""),
        (150, 67, "August 2014", 9, ""), (156, 71.5, "-", 9, ""), (148, 76, "February 2019", 9, ""),
        (20, 68, "Deckhand, Nordskyss AS", 10, "B"), (22, 73, "- Kept the ropes and the log", 9, ""),
    ]  # fmt: skip
    assert work(read(cells)) == BOTH


def test_titles_in_a_margin_that_are_not_bold_on_every_page() -> None:
    first: list[Cell] = [
        *NAME, (20, 28, ADDRESS, 9, ""),
        (28, 40, "Work", 13, ""), (60, 40, "Vadsø Havn", 12, "B"), (60, 46, "Harbour Pilot", 10, ""),
        (60, 51, "March 2019 - Present", 9, ""), (64, 57, "- Brings in ninety ships a year", 9, ""),
        (60, 67, "Nordskyss AS", 12, "B"), (60, 73, "Deckhand", 10, ""), (60, 78, "August 2014 - February 2019", 9, ""),
    ]  # fmt: skip
    second: list[Cell] = [
        (21, 20, "Education", 13, ""), (60, 20, "Kirkenes College", 12, "B"),
        (60, 26, "Diploma in Navigation", 10, ""), (60, 31, "2011 - 2014", 9, ""),
        (29, 41, "Skills", 13, ""), (60, 41, "Radar, Winches, Ropes", 10, ""),
    ]  # fmt: skip
    profile = read(first, second)
    assert work(profile) == BOTH
    assert schools(profile) == [("Diploma Navigation", "Kirkenes College", "2014")]
    assert [one.name for one in profile.skills] == ["Radar", "Winches", "Ropes"]


def test_cards_side_by_side_are_read_one_after_the_other() -> None:
    cells: list[Cell] = [
        *NAME, (20, 28, ADDRESS, 9, ""), (20, 40, "Work", 14, "B"),
        (22, 48, "Mar 2019 - Present", 9, ""), (112, 48, "Aug 2014 - Feb 2019", 9, ""),
        (20, 53, "Harbour Pilot", 11, "B"), (110, 53, "Deckhand", 11, "B"),
        (20, 58, "Vadsø Havn", 10, ""), (110, 58, "Nordskyss AS", 10, ""),
        (24, 63, "Brings in ninety ships", 10, ""), (114, 63, "Kept the ropes", 10, ""),
        (20, 80, "Skills", 14, "B"), (20, 88, "Radar, Winches, Ropes", 10, ""),
    ]  # fmt: skip
    profile = read(cells)
    assert work(profile) == BOTH
    assert [one.highlights for one in profile.work] == [("Brings in ninety ships",), ("Kept the ropes",)]


def test_two_sections_side_by_side_at_the_foot_of_a_page() -> None:
    cells: list[Cell] = [
        *NAME, (20, 28, ADDRESS, 9, ""), (20, 40, "EXPERIENCE", 13, "B"),
        (20, 48, "Harbour Pilot, Vadsø Havn", 10, "B"), flush_right(190, 48, "March 2019 - Present"),
        (24, 53, "- Brings in ninety ships a year through the ice", 9, ""),
        (20, 63, "Deckhand, Nordskyss AS", 10, "B"), flush_right(190, 63, "August 2014 - February 2019"),
        (24, 68, "- Kept the ropes", 9, ""),
        (20, 80, "EDUCATION", 13, "B"), (110, 80, "LANGUAGES", 13, "B"),
        (20, 88, "Diploma in Navigation", 10, "B"), (110, 88, "Norwegian (native)", 10, ""),
        (20, 93, "Kirkenes College", 10, ""), (20, 98, "2011 - 2014", 10, ""), (110, 98, "English (C1)", 10, ""),
    ]  # fmt: skip
    profile = read(cells)
    assert work(profile) == BOTH
    assert schools(profile) == [("Diploma Navigation", "Kirkenes College", "2014")]
    assert [one.language for one in profile.languages] == ["Norwegian", "English"]


def test_a_table_whose_middle_cell_tells_what_was_done() -> None:
    cells: list[Cell] = [
        *NAME, (20, 28, ADDRESS, 9, ""), (22, 40, "Experience", 13, "B"),
        (20, 48, "Vadsø Havn", 10, "B"), (70, 48, "Harbour Pilot", 10, "B"), flush_right(190, 48, "Mar 2019 -"),
        (20, 53, "Vadsø, Norway", 10, ""), (75, 53, "Brings in ninety ships", 10, ""), flush_right(190, 53, "present"),
        (75, 58, "Trains two apprentices", 10, ""),
        (20, 70, "Nordskyss AS", 10, "B"), (70, 70, "Deckhand", 10, "B"), flush_right(190, 70, "Aug 2014 -"),
        (20, 75, "Kirkenes, Norway", 10, ""), (75, 75, "Kept the ropes", 10, ""), flush_right(190, 75, "Feb 2019"),
    ]  # fmt: skip
    profile = read(cells)
    assert work(profile) == BOTH
    assert profile.work[0].highlights == ("Brings in ninety ships", "Trains two apprentices")


def test_a_ruled_table_is_no_columns() -> None:
    rows = [("Period", "Employer", "Position"), ("03/2019 - present", "Vadsø Havn", "Harbour Pilot"),
            ("08/2014 - 02/2019", "Nordskyss AS", "Deckhand")]  # fmt: skip
    cells: list[Cell] = [*NAME, (20, 28, ADDRESS, 9, ""), (20, 40, "Experience", 13, "B")]
    for n, row in enumerate(rows):
        cells += [(20 + 55 * m, 50 + 8 * n, text, 11, "" if n else "B") for m, text in enumerate(row)]
    skills = ["Radar", "Winches", "Ropes", "Charts", "Knots", "Tides"]
    cells += [(20, 85, "Skills", 13, "B"), *((25, 93 + 5 * n, text, 11, "") for n, text in enumerate(skills))]
    profile = read(cells)
    assert work(profile) == BOTH
    assert [one.name for one in profile.skills] == skills


def test_lists_side_by_side_under_labels() -> None:
    cells: list[Cell] = [
        *NAME, (20, 28, ADDRESS, 9, ""), (20, 40, "Experience", 13, "B"),
        (20, 47, "Harbour Pilot, Vadsø Havn, March 2019 - Present", 10, ""), (20, 60, "Skills", 13, "B"),
        (20, 68, "At sea", 10, "B"), (80, 68, "Ashore", 10, "B"), (140, 68, "Paper", 10, "B"),
        (20, 73, "Radar", 10, ""), (80, 73, "Cranes", 10, ""), (140, 73, "Customs", 10, ""),
        (20, 78, "Winches", 10, ""), (80, 78, "Forklift", 10, ""),
    ]  # fmt: skip
    assert [(one.name, one.keywords) for one in read(cells).skills] == [
        ("At sea", ("Radar", "Winches")), ("Ashore", ("Cranes", "Forklift")), ("Paper", ("Customs",)),
    ]  # fmt: skip


def centred(y: float, text: str, style: str = "") -> Cell:
    pdf = FPDF(unit="mm")
    pdf.set_font("Helvetica", style, 10)
    return (105 - pdf.get_string_width(text) / 2, y, text, 10, style)


def test_heads_set_centred_above_text_that_is_not() -> None:
    cells: list[Cell] = [
        centred(20, "Ines Vardøhus", "B"), centred(27, ADDRESS), (95, 40, "Experience", 14, "B"),
        centred(48, "Vadsø Havn - Norway", "B"), centred(53, "Harbour Pilot | 03/2019 - present"),
        (25, 59, "Brings in ninety ships a year", 10, ""), (25, 64, "Trains two apprentices", 10, ""),
        centred(72, "Nordskyss AS - Norway", "B"), centred(77, "Deckhand | 08/2014 - 02/2019"),
        (25, 83, "Kept the ropes and the log", 10, ""),
    ]  # fmt: skip
    profile = read(cells)
    assert [(one.position, one.start_date) for one in profile.work] == [("Harbour Pilot", "2019-03"),
                                                                        ("Deckhand", "2014-08")]  # fmt: skip
    assert [one.name for one in profile.work] == ["Vadsø Havn", "Nordskyss AS"]
    assert [len(one.highlights) for one in profile.work] == [2, 1]


def test_a_column_set_flush_right() -> None:
    right = [("Skills", 13.0), ("Radar", 9.0), ("Winches and ropes", 9.0), ("Charts", 9.0), ("Languages", 13.0),
             ("Norwegian (native)", 9.0), ("English (C1)", 9.0)]  # fmt: skip
    cells: list[Cell] = [
        *NAME, (20, 28, ADDRESS, 9, ""), (20, 40, "Experience", 13, ""),
        (20, 48, "Harbour Pilot", 10, "B"), flush_right(130, 48, "March 2019 - Present"),
        (20, 53, "Vadsø Havn", 10, ""),
        (20, 66, "Deckhand", 10, "B"), flush_right(130, 66, "August 2014 - February 2019"),
        (20, 71, "Nordskyss AS", 10, ""), (20, 77, "Kept the ropes and wrote the log every night", 9, ""),
        *(flush_right(195, 40 + 7.3 * n, text, size) for n, (text, size) in enumerate(right)),
    ]  # fmt: skip
    profile = read(cells)
    assert work(profile) == BOTH
    assert [one.name for one in profile.skills] == ["Radar", "Winches and ropes", "Charts"]
    assert [one.language for one in profile.languages] == ["Norwegian", "English"]


@pytest.mark.parametrize("spacing", [1.4, 2.8, 4.0])
def test_letters_set_a_little_apart_are_words(spacing: float) -> None:
    pdf = FPDF(unit="mm")
    pdf.add_page()
    for y, text, size in [
        (20, "INES VARDOEHUS", 18),
        (40, "WORK EXPERIENCE", 12),
        (50, "HARBOUR PILOT AT VADSOE HAVN", 10),
    ]:
        pdf.set_font("Helvetica", "B", size)
        pdf.set_char_spacing(spacing * size / 10)
        pdf.text(20, y, text)
    pdf.set_char_spacing(0)
    pdf.set_font("Helvetica", "", 9)
    pdf.text(20, 27, ADDRESS)
    pdf.text(20, 55, "March 2019 - Present")
    profile = read_resume(bytes(pdf.output()), "cv.pdf")
    assert profile.basics.name == "Ines Vardoehus"
    assert work(profile) == [("HARBOUR PILOT", "VADSOE HAVN", "2019-03", "")]


def test_words_set_apart_in_little_boxes_are_items() -> None:
    pdf = FPDF(unit="pt")
    pdf.add_page()
    pdf.set_font("Helvetica", "B", 18)
    pdf.text(50, 50, "Ines Vardoehus")
    pdf.set_font("Helvetica", "", 10)
    pdf.text(50, 66, ADDRESS)
    pdf.text(50, 150, "Brings in ninety ships a year and trains two apprentices in the ice")
    for y, title in ((130, "Summary"), (180, "Skills")):
        pdf.set_font("Helvetica", "B", 13)
        pdf.text(50, y, title)
    pdf.set_font("Helvetica", "", 10)
    x = 50.0
    for item in ("Radar", "Hand lines", "Charts"):
        pdf.text(x, 200, item)
        x += pdf.get_string_width(item) + 8
    assert [one.name for one in read_resume(bytes(pdf.output()), "cv.pdf").skills] == ["Radar", "Hand lines", "Charts"]


def test_a_row_of_a_docx_table_with_an_entry_in_one_cell() -> None:
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"

    table = row(p("Dates", bold=True), p("Employer", bold=True), p("Role and duties", bold=True))
    pilot = p("Harbour Pilot", bold=True) + p("Brings in ninety ships", listed=True) + p("Trains two", listed=True)
    hand = p("Deckhand", bold=True) + p("Kept the ropes", listed=True) + p("Kept the log", listed=True)
    table += row(p("03/2019 – present"), p("Hartwig & Moe Accountants, Leeds"), pilot)
    table += row(p("08/2014 – 02/2019"), p("Nordskyss AS, York"), hand)
    body = p("Ines Vardøhus", bold=True, size=20) + p(ADDRESS) + p("Experience", bold=True, size=14)
    profile = read_resume(docx(f"{body}<w:tbl>{table}</w:tbl>"), "cv.docx")
    assert work(profile) == [
        ("Harbour Pilot", "Hartwig & Moe Accountants", "2019-03", ""),
        ("Deckhand", "Nordskyss AS", "2014-08", "2019-02"),
    ]
    assert [len(one.highlights) for one in profile.work] == [2, 2]


def small_capitals(x: float, y: float, text: str, size: float, style: str = "") -> list[Cell]:
    """A text set in capitals of two sizes with space between its letters, each letter drawn by itself."""
    pdf = FPDF(unit="mm")
    out: list[Cell] = []
    for char in text:
        own = size if char.isupper() or char.isdigit() else 0.7 * size
        pdf.set_font("Helvetica", style, own)
        if char != " ":
            out.append((x, y, char, own, style))
        x += pdf.get_string_width(char) + 0.053 * own
    return out


def test_small_capitals_are_words_in_the_size_of_their_capitals() -> None:
    cells: list[Cell] = [
        *NAME, (20, 28, ADDRESS, 9, ""), *small_capitals(20, 40, "Work Experience", 14, "B"),
        (20, 48, "Harbour Pilot, Vadsø Havn", 10, "B"), *small_capitals(20, 53, "March 2019 to Present", 10),
        (22, 59, "- Brings in ninety ships a year", 9, ""),
        (20, 67, "Deckhand, Nordskyss AS", 10, "B"), *small_capitals(20, 72, "August 2014 to February 2019", 10),
        (22, 78, "- Kept the ropes and the log", 9, ""),
        *small_capitals(20, 90, "Skills", 14, "B"), (20, 97, "Radar, Winches", 9, ""),
    ]  # fmt: skip
    profile = read(cells)
    assert work(profile) == BOTH
    assert [one.name for one in profile.skills] == ["Radar", "Winches"]


@pytest.mark.parametrize("ornament", ["", "---"])
def test_titles_hung_in_a_margin_over_the_dates_of_their_first_entry(ornament: str) -> None:
    down = 5 if ornament else 0
    cells: list[Cell] = [
        *NAME, (20, 28, ADDRESS, 9, ""),
        (20, 40, ornament, 11, "B"), (20, 40 + down, "WORK", 11, "B"), (20, 44.5 + down, "EXPERIENCE", 11, "B"),
        (20, 49 + down, "2019 - present", 8, ""), (62, 40, "Harbour Pilot", 10, "B"), (62, 45, "Vadsø Havn", 10, ""),
        (66, 51, "- Brings in ninety ships a year", 9, ""), (66, 56, "- Trains two apprentices", 9, ""),
        (20, 68, "2014 - 2019", 8, ""), (62, 68, "Deckhand", 10, "B"), (62, 73, "Nordskyss AS", 10, ""),
        (66, 79, "- Kept the ropes and the log", 9, ""),
        (20, 90, ornament, 11, "B"), (20, 90 + down, "EDUCATION", 11, "B"), (20, 94.5 + down, "2011 - 2014", 8, ""),
        (62, 90, "Diploma in Navigation", 10, "B"), (62, 95, "Kirkenes College", 10, ""),
        (20, 110, ornament, 11, "B"), (20, 110 + down, "SKILLS", 11, "B"), (62, 110, "Radar, Winches", 9, ""),
    ]  # fmt: skip
    profile = read([cell for cell in cells if cell[2]])
    assert work(profile) == [("Harbour Pilot", "Vadsø Havn", "2019", ""), ("Deckhand", "Nordskyss AS", "2014", "2019")]
    assert profile.work[0].highlights == ("Brings in ninety ships a year", "Trains two apprentices")
    assert schools(profile) == [("Diploma Navigation", "Kirkenes College", "2014")]
    assert [one.name for one in profile.skills] == ["Radar", "Winches"]


def test_titles_alone_in_a_margin_beside_the_middle_of_their_sections() -> None:
    cells: list[Cell] = [
        *NAME, (20, 28, ADDRESS, 9, ""),
        (20, 45, "Profile", 13, ""), (70, 45, "A pilot who has never scratched a quay in twenty winters.", 9, ""),
        (20, 72, "Work", 13, ""), (70, 62, "Harbour Pilot at Vadsø Havn", 9, "B"), (70, 66, "2019 - present", 9, ""),
        (75, 70.5, "Brings in ninety ships a year", 9, ""), (70, 74, "Deckhand at Nordskyss AS", 9, "B"),
        (70, 78, "2014 - 2019", 9, ""), (75, 82, "Kept the ropes and the log", 9, ""),
        (20, 100, "Professional", 13, ""), (20, 105, "Skills", 13, ""),
        (70, 100, "Bridge: Radar, Echo sounder", 9, ""), (70, 105, "Deck: Winches, Splicing", 9, ""),
        (20, 122, "Languages", 13, ""), (70, 120, "Norwegian (native)", 9, ""), (70, 124.5, "Russian (B1)", 9, ""),
    ]  # fmt: skip
    profile = read(cells)
    assert work(profile) == [("Harbour Pilot", "Vadsø Havn", "2019", ""), ("Deckhand", "Nordskyss AS", "2014", "2019")]
    assert [one.keywords for one in profile.skills] == [("Radar", "Echo sounder"), ("Winches", "Splicing")]
    assert [one.language for one in profile.languages] == ["Norwegian", "Russian"]


def test_heads_that_begin_bold_are_heads_whatever_share_of_them_is_bold() -> None:
    def head(y: float, title: str, employer: str, dates: str) -> list[Cell]:
        wide = FPDF(unit="mm")
        wide.set_font("Helvetica", "B", 11)
        return [
            (20, y, f"{title} / ", 11, "B"), (20 + wide.get_string_width(f"{title} / "), y, employer, 11, ""),
            (20, y + 5, dates, 8, ""),
        ]  # fmt: skip

    cells: list[Cell] = [
        *NAME, (20, 28, ADDRESS, 9, ""), (20, 40, "Experience", 14, "B"),
        *head(48, "Chief Harbour Pilot", "Vadsø Havn", "2019 - present"), (25, 58, "Brings in ninety ships", 11, ""),
        *head(65, "Mate", "Finnmark Coastal Ferries and Freight", "2016 - 2019"), (25, 75, "Two crossings", 11, ""),
        *head(82, "Senior Deckhand", "Nordskyss AS", "2014 - 2016"), (25, 92, "Kept the ropes", 11, ""),
    ]  # fmt: skip
    assert [one[:2] for one in work(read(cells))] == [
        ("Chief Harbour Pilot", "Vadsø Havn"),
        ("Mate", "Finnmark Coastal Ferries and Freight"),
        ("Senior Deckhand", "Nordskyss AS"),
    ]


def test_cards_end_where_a_title_of_unknown_words_stands() -> None:
    cells: list[Cell] = [
        *NAME, (20, 28, ADDRESS, 9, ""), (20, 40, "Experience", 13, ""),
        (22, 50, "Harbour Pilot", 11, ""), (120, 50, "Deckhand", 11, ""),
        (22, 55, "2019 - present", 9, ""), (120, 55, "2014 - 2019", 9, ""),
        (22, 60, "Vadsø Havn", 10, ""), (120, 60, "Nordskyss AS", 10, ""),
        (20, 70, "What I do well", 13, ""), (20, 78, "Radar, Winches, Splicing", 10, ""),
        (20, 88, "Education", 13, ""), (22, 96, "Diploma in Navigation, Kirkenes College", 10, ""),
    ]  # fmt: skip
    profile = read(cells)
    assert work(profile) == [("Harbour Pilot", "Vadsø Havn", "2019", ""), ("Deckhand", "Nordskyss AS", "2014", "2019")]
    assert [one.name for one in profile.skills] == ["Radar", "Winches", "Splicing"]


TOLD = "A pilot who has never scratched a quay in twenty winters and does not mean to begin now."


def test_labels_set_flush_right_beside_their_skills() -> None:
    cells: list[Cell] = [*NAME, (20, 28, ADDRESS, 9, ""), (20, 34, TOLD, 9, ""), (20, 40, "Skills", 14, "B")]
    for y, label, items in ((48, "Bridge", "Radar, Charts"), (53, "Languages of programming", "Go, Python")):
        cells += [flush_right(70, y, label), (72.5, y, items, 9, "")]
    profile = read(cells)
    assert [one.keywords for one in profile.skills] == [("Radar", "Charts"), ("Go", "Python")]


def test_a_space_in_a_box_is_narrower_than_what_parts_two_boxes() -> None:
    wide = FPDF(unit="mm")
    wide.set_font("Helvetica", "", 11)
    x = 20.0
    cells: list[Cell] = [*NAME, (20, 28, ADDRESS, 9, ""), (20, 34, TOLD, 9, ""), (20, 40, "Skills", 14, "B")]
    for word, gap in (("Roadmaps", 3.4), ("A/B", 1.9), ("testing", 3.4), ("Pricing", 3.4)):
        cells.append((x, 48, word, 11, ""))
        x += wide.get_string_width(word) + gap
    assert [one.name for one in read(cells).skills] == ["Roadmaps", "A/B testing", "Pricing"]


def test_three_sections_side_by_side_below_entries_with_dates_flush_right() -> None:
    cells: list[Cell] = [*NAME, (20, 28, ADDRESS, 9, ""), (20, 38, "Experience", 13, "")]
    for y, head, dates in (
        (46, "Harbour Pilot, Vadsø Havn", "2019 - present"),
        (58, "Mate, Nordskyss AS", "2014 - 2019"),
    ):
        cells += [
            (20, y, head, 10, ""),
            flush_right(190, y, dates, 10),
            (26, y + 5, "Kept every rope and log in order", 10, ""),
        ]
    for x, head, items in (
        (20, "Education", ("Diploma in Navigation", "Kirkenes College", "2011 - 2014")),
        (85, "Skills", ("Radar", "Winches", "Splicing")),
        (150, "Languages", ("Norwegian (native)", "English (C1)")),
    ):
        cells += [(x, 75, head, 13, ""), *((x, 82 + 5 * n, item, 10, "") for n, item in enumerate(items))]
    profile = read(cells)
    assert [one[:2] for one in work(profile)] == [("Harbour Pilot", "Vadsø Havn"), ("Mate", "Nordskyss AS")]
    assert schools(profile) == [("Diploma Navigation", "Kirkenes College", "2014")]
    assert [one.name for one in profile.skills] == ["Radar", "Winches", "Splicing"]


def test_entries_in_two_columns_under_titles_of_their_own() -> None:
    def card(x: float, y: float, *texts: str) -> list[Cell]:
        return [(x, y + 5 * n, text, 10, "B" if not n else "") for n, text in enumerate(texts)]

    cells: list[Cell] = [
        *NAME, (20, 28, ADDRESS, 9, ""), (20, 38, "Experience", 14, "B"),
        *card(20, 46, "Harbour Pilot", "Vadsø Havn", "2019 - present | Vadsø", "Brings in ships", "Trains two", "Pays"),
        *card(115, 46, "Mate", "Nordskyss AS", "2016 - 2019 | Oslo", "Two crossings a day"),
        *card(115, 68, "Deckhand", "Kai und Kran GmbH", "2014 - 2016 | Kiel", "Kept the ropes"),
        (20, 95, "Education", 14, "B"),
        *card(20, 103, "Diploma in Navigation", "Kirkenes College", "2011 - 2014"),
        *card(115, 103, "Abitur", "Vardø High School", "2008 - 2011"),
        (20, 125, "Skills", 14, "B"), (20, 133, "Radar, Winches", 10, ""),
    ]  # fmt: skip
    profile = read(cells)
    assert [one[:2] for one in work(profile)] == [
        ("Harbour Pilot", "Vadsø Havn"), ("Mate", "Nordskyss AS"), ("Deckhand", "Kai und Kran GmbH")
    ]  # fmt: skip
    assert [one[1] for one in schools(profile)] == ["Kirkenes College", "Vardø High School"]


def test_a_title_below_dates_in_a_margin_is_none_of_them() -> None:
    cells: list[Cell] = [*NAME, (20, 28, ADDRESS, 9, ""), (20, 38, "Education", 13, "")]
    cells += [(20, 46, "Sep 2011", 9, ""), (20, 50, "May 2015", 9, ""), (52, 46, "BEng Marine Engineering", 10, "B")]
    cells += [(52, 50.5, "University of Vardø", 10, ""), (20, 57, "Skills", 13, ""), (20, 64, "Radar, Winches", 10, "")]
    cells += [(20, 75, "Experience", 13, ""), (20, 83, "May 2015", 9, ""), (20, 87, "present", 9, "")]
    cells += [(52, 83, "Harbour Pilot", 10, "B"), (52, 87.5, "Vadsø Havn", 10, "")]
    profile = read(cells)
    assert [one.name for one in profile.skills] == ["Radar", "Winches"]
    assert [one.institution for one in profile.education] == ["University of Vardø"]


def test_a_form_of_labels_titles_and_dates_beside_everything_else() -> None:
    cells: list[Cell] = [(20, 20, "Curriculum Vitae", 18, "B")]
    for y, label, value in ((32, "Name", "Ines Vardøhus"), (38, "E-mail", ADDRESS), (44, "Phone", "+47 78 55 50 10")):
        cells += [(20, y, label, 10, ""), (70, y + 1.2, value, 10, "")]  # set a little lower, as in ruled tables
    cells += [(20, 56, "Experience", 11, "B"), (20, 64, "08.2019 - Present", 10, ""), (70, 64, "Harbour Pilot", 10, "")]
    cells += [(70, 69, "Vadsø Havn, Vadsø", 10, ""), (70, 74, "- Brings in ninety ships a year for the port", 10, "")]
    cells += [
        (20, 84, "02.2014 - 07.2019", 10, ""),
        (70, 84, "Deckhand", 10, ""),
        (70, 89, "Nordskyss AS, Oslo", 10, ""),
    ]
    cells += [
        (20, 100, "Education", 11, "B"),
        (20, 108, "2011 - 2014", 10, ""),
        (70, 108, "Diploma in Navigation", 10, ""),
    ]
    cells += [(70, 113, "Kirkenes College", 10, ""), (20, 124, "Skills", 11, "B"), (20, 132, "IT", 10, "")]
    cells += [(70, 132, "Radar, Winches, Excel", 10, ""), (20, 143, "Languages", 11, "B"), (20, 151, "English", 10, "")]
    cells += [(70, 151, "native", 10, ""), (20, 170, "Vadsø, 12.11.2026", 9, ""), (20, 175, "Ines Vardøhus", 9, "")]
    profile = read(cells)
    assert profile.basics.name == "Ines Vardøhus"
    assert work(profile) == [
        ("Harbour Pilot", "Vadsø Havn", "2019-08", ""), ("Deckhand", "Nordskyss AS", "2014-02", "2019-07")
    ]  # fmt: skip
    assert [one.keywords for one in profile.skills] == [("Radar", "Winches", "Excel")]


def test_dates_and_towns_flush_right_below_a_name_flush_right_are_no_column() -> None:
    cells: list[Cell] = [flush_right(190, 20, "Ines Vardøhus", 20), flush_right(190, 30, f"Vadsø | {ADDRESS}", 10)]
    cells += [(20, 42, "Experience", 13, "B")]
    for y, employer, title, dates, town in (
        (50, "Vadsø Havn", "Harbour Pilot", "August 2019 - Present", "Vadsø"),
        (66, "Nordskyss AS", "Deckhand", "February 2014 - July 2019", "Oslo"),
    ):
        cells += [(20, y, employer, 11, "B"), flush_right(190, y + 0.9, dates, 9), (20, y + 5, title, 10, "")]
        cells += [flush_right(190, y + 5.9, town, 9), (25, y + 10, "Kept every rope and log in order", 10, "")]
    profile = read(cells)
    assert work(profile) == [
        ("Harbour Pilot", "Vadsø Havn", "2019-08", ""), ("Deckhand", "Nordskyss AS", "2014-02", "2019-07")
    ]  # fmt: skip


def test_type_of_one_size_is_as_large_in_every_font() -> None:
    pdf = FPDF(unit="pt", format="A4")
    pdf.add_page()
    for n, family in enumerate(("Helvetica", "Times", "Courier", "Symbol")):
        for style in ("", "B", "I") if family != "Symbol" else ("",):
            pdf.set_font(family, style, 10)
            pdf.text(50, 40 + 90 * n + 20 * len(style) + 10 * (style == "I"), "acemnorsuvwxz pqgyj")
    assert len({line.size for line in read_pdf(bytes(pdf.output())).lines}) == 1


@pytest.mark.parametrize(
    "deed",
    ["Coach, Science Quiz Bowl (2nd place, SY 2022-2023)", "Foreman of the year (regional award, 2021 - 2022)"],
)
def test_a_range_told_in_brackets_in_a_list_without_marks_dates_no_entry(deed: str) -> None:
    page: list[Cell] = [
        (20, 20, "Ines Vardøhus", 20, "B"), (20, 28, "ines.vardohus@example.com", 9, ""),
        (20, 40, "EXPERIENCE", 12, "B"), (20, 48, "June 2021 - Present", 9, ""), (20, 53, "Grade 5 Teacher", 10, "B"),
        (20, 58, "Santa Clara School", 9, ""),
        (26, 65, "Teaches five classes in two buildings", 9, ""), (26, 70, deed, 9, ""),
        (20, 80, "May 2017 - May 2021", 9, ""), (20, 85, "Home Tutor", 10, "B"), (20, 90, "Bright Acorns Inc.", 9, ""),
        (26, 97, "Taught adults in the evening", 9, ""),
    ]  # fmt: skip
    profile = read_resume(drawn([page]), "cv.pdf")
    assert [(one.position, one.start_date) for one in profile.work] == [
        ("Grade 5 Teacher", "2021-06"), ("Home Tutor", "2017-05"),
    ]  # fmt: skip
    assert any(deed in text for text in (*profile.work[0].highlights, profile.work[0].summary))


def test_single_dates_in_a_margin_each_beside_a_line_of_its_own() -> None:
    page: list[Cell] = [
        (20, 20, "Ines Vardøhus", 20, "B"), (20, 28, "ines.vardohus@example.com", 9, ""),
        (20, 40, "Experience", 12, "B"), (20, 47, "2019 - 2023", 9, ""), (60, 47, "Bookkeeper", 9, ""),
        (60, 52, "Fjord Bakeries AS", 9, ""), (20, 57, "2015 - 2019", 9, ""), (60, 57, "Clerk", 9, ""),
        (60, 62, "Kirkenes Freight AS", 9, ""),
        (20, 70, "Courses", 12, "B"), (20, 77, "2024", 9, ""), (60, 77, "First aid", 9, ""),
        (20, 83, "2022", 9, ""), (60, 83, "Payroll law", 9, ""), (20, 89, "2018", 9, ""),
        (60, 89, "Excel for two days", 9, ""),
    ]  # fmt: skip
    profile = read_resume(drawn([page]), "cv.pdf")
    assert [(one.name, one.date) for one in profile.certificates] == [
        ("First aid", "2024"), ("Payroll law", "2022"), ("Excel for two days", "2018"),
    ]  # fmt: skip


def test_a_date_in_the_middle_of_text_that_goes_on_dates_no_entry() -> None:
    page: list[Cell] = [
        (20, 20, "Ines Vardøhus", 20, "B"), (20, 28, "ines.vardohus@example.com", 9, ""),
        (20, 40, "Experience", 12, "B"), (20, 47, "2019 - present", 9, ""), (60, 47, "Bookkeeper", 9, "B"),
        (110, 47, "Fjord Bakeries AS", 9, ""),
        (60, 51, "Closes the month in four days for ninety people in three towns. Head of a team", 9, ""),
        (60, 55, "since 2022. On leave Sept 2020 - Nov 2021.", 9, ""),
        (20, 62, "2015 - 2019", 9, ""), (60, 62, "Clerk", 9, "B"), (110, 62, "Kirkenes Freight AS", 9, ""),
    ]  # fmt: skip
    profile = read_resume(drawn([page]), "cv.pdf")
    assert [(one.position, one.name) for one in profile.work] == [
        ("Bookkeeper", "Fjord Bakeries AS"), ("Clerk", "Kirkenes Freight AS"),
    ]  # fmt: skip


def test_what_stands_in_brackets_on_a_line_of_its_own_goes_on_with_a_full_one_above() -> None:
    page: list[Cell] = [
        (20, 20, "Ines Vardøhus", 20, "B"), (20, 28, "ines.vardohus@example.com", 9, ""),
        (20, 40, "Experience", 12, "B"),
        (20, 47, "Havila Rederi, Bergen - Second engineer on the coastal ferries", 11, ""),
        (20, 52, "(winter season)", 11, ""), (20, 57, "NOVEMBER 2016 - APRIL 2017", 8, ""),
        (20, 63, "Night watch, 1.200 passengers.", 9, ""),
        (20, 72, "Fosen Verft, Rissa - Mechanic", 11, ""), (20, 77, "MARCH 2012 - JUNE 2016", 8, ""),
        (20, 83, "Pumps and winches.", 9, ""),
    ]  # fmt: skip
    profile = read_resume(drawn([page]), "cv.pdf")
    assert [(one.position, one.name) for one in profile.work] == [
        ("Second engineer on the coastal ferries (winter season)", "Havila Rederi"), ("Mechanic", "Fosen Verft"),
    ]  # fmt: skip


@pytest.mark.parametrize("more", ["Team lead from 2023", "Branch manager since 2021"])
def test_since_when_one_did_more_dates_no_entry_beside_its_dates(more: str) -> None:
    page: list[Cell] = [
        (20, 20, "Ines Vardøhus", 20, "B"), (20, 28, "ines.vardohus@example.com", 9, ""),
        (20, 40, "Experience", 12, "B"),
        (20, 47, "Subsea Engineer, Nordhav Subsea AS", 9, "B"), (160, 47, "Stavanger, Norway", 9, ""),
        (20, 52, more, 9, ""), (160, 52, "Aug 2019 - Present", 9, ""), (22, 57, "- Owns 11 wells", 9, ""),
        (20, 65, "Developer, Fjellheim AS", 9, "B"), (160, 65, "Trondheim, Norway", 9, ""),
        (160, 70, "Jan 2016 - Jul 2019", 9, ""), (22, 75, "- Wrote the loggers", 9, ""),
    ]  # fmt: skip
    profile = read_resume(drawn([page]), "cv.pdf")
    assert [(one.position, one.start_date) for one in profile.work] == [
        ("Subsea Engineer", "2019-08"), ("Developer", "2016-01"),
    ]  # fmt: skip


def test_dates_flush_right_in_a_column_are_of_it_and_not_of_the_one_beside_it() -> None:
    pen = FPDF()
    pen.set_font("Helvetica", "", 9)

    def ending(y: float, text: str) -> Cell:
        return (125 - pen.get_string_width(text), y, text, 9, "")

    page: list[Cell] = [
        (60, 15, "Ines Vardøhus", 20, "B"), (60, 22, "ines.vardohus@example.com | 071 555 0163", 9, ""),
        (14, 32, "EXPERIENCE", 11, "B"), (14, 39, "Content Manager", 9, "B"),
        (14, 43, "Umhlanga Surf Co.", 9, ""), ending(43, "Feb 2022 - Present"),
        (20, 48, "- Grew the channel from 9,000 to 61,000 followers", 9, ""),
        (14, 56, "Marketing Intern", 9, "B"), (14, 60, "Zest Foods Ltd", 9, ""), ending(60, "Jan 2020 - Jan 2022"),
        (20, 65, "- Ran the autumn campaign", 9, ""),
        (14, 73, "Waitress", 9, "B"), (14, 77, "Beach Inn", 9, ""), ending(77, "2017 - 2019"),
        (14, 87, "EDUCATION", 11, "B"), (14, 94, "BA Media and Communication", 9, "B"),
        (14, 98, "Hill University", 9, ""), ending(98, "2016 - 2019"),
        (138, 32, "SKILLS", 11, "B"), (138, 40, "Video", 9, ""), (138, 44.5, "Copywriting", 9, ""),
        (138, 49, "Photography", 9, ""), (138, 58, "LANGUAGES", 11, "B"), (138, 64, "isiZulu - native", 9, ""),
        (138, 68, "English - fluent", 9, ""), (138, 76, "REFERENCES", 11, "B"), (138, 82, "On request", 9, ""),
    ]  # fmt: skip
    profile = read_resume(drawn([page]), "cv.pdf")
    assert [(one.position, one.name, one.start_date) for one in profile.work] == [
        ("Content Manager", "Umhlanga Surf Co.", "2022-02"), ("Marketing Intern", "Zest Foods Ltd", "2020-01"),
        ("Waitress", "Beach Inn", "2017"),
    ]  # fmt: skip
    assert [one.name for one in profile.skills] == ["Video", "Copywriting", "Photography"]
    assert [(one.institution, one.end_date) for one in profile.education] == [("Hill University", "2019")]
