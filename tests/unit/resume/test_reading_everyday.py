"""What the commonest templates of Word, of the web and of LaTeX do with the heads of jobs, lists and names: one case a
mechanism, texts of our own.
"""

from collections.abc import Sequence

import pytest
from fpdf import FPDF

from companion.resume import read_resume
from companion.resume.reading.assemble import assemble
from companion.resume.reading.dates import spans
from companion.resume.reading.lines import TextLine, told_apart
from companion.resume.reading.lists import listed
from companion.resume.reading.rows import lines_of
from companion.resume.reading.segment import Segment
from companion.resume.reading.vocabulary import is_place
from tests.unit.resume.papers import Cell, docx, drawn, p
from tests.unit.resume.posts import work, work_at


def line(text: str, **looks: object) -> TextLine:
    return TextLine(**({"text": text, "size": 10, "x0": 40, "gap": 0.2} | looks))


def title(text: str) -> TextLine:
    return line(text, size=13, bold=True, gap=1)


HEAD = (line("Ines Vardøhus", size=20, bold=True), line("ines.vardohus@example.com"))
NAME = p("Ines Vardøhus", bold=True, size=20) + p("ines.vardohus@example.com")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Summers 2017–19", "2017", "2019"),
        ("winter seasons 2012-13 and 2013-14", "2012", "2014"),
        ("Winter 2015-16", "2015", "2016"),
        ("2016–19", "2016", "2019"),
        ("2016-19", "2016", "2019"),
        ("1998–02", "1998", "2002"),
        ("2008 – 12", "2008", "2012"),
        ("2008-12", "2008-12", ""),  # a month
        ("2016/17 – 2018/19", "2016", "2019"),
    ],
)
def test_the_last_of_several_years_may_be_cut_short(text: str, start: str, end: str) -> None:
    assert [(one.start, one.end, one.at) for one in spans(text)] == [(start, end, (0, len(text)))]


@pytest.mark.parametrize("text", ["2016–12", "2016–19–22", "2016–19.5", "2016–190"])
def test_figures_behind_a_year_that_are_no_later_year(text: str) -> None:
    assert not any(one.ranged for one in spans(text))


@pytest.mark.parametrize(
    ("employer", "told"),
    [
        ("Fjordlab (acquired by Meridian Dye, 2022)", "acquired by Meridian Dye, 2022"),
        ("Fjordlab (formerly Nordkyn Works until 2016)", "formerly Nordkyn Works until 2016"),
        ("Fjordlab (client: Ministry of Fisheries)", "client: Ministry of Fisheries"),
        ("Fjordlab (now part of Varanger Group)", "now part of Varanger Group"),
        ("Fjordlab (site sold to Tana Oils in 2021)", "site sold to Tana Oils in 2021"),
    ],
)
def test_what_became_of_an_employer_is_neither_its_name_nor_a_date(employer: str, told: str) -> None:
    lines = [
        line("Diver II\tMar. 2020 – Aug. 2022", bold=True, gap=0.6), line(f"{employer}\tVadsø, Norway"),
        line("• Mapped kelp", bullet=True),
        line("Diver I\tJune 2018 – Mar. 2020", bold=True, gap=0.6), line("• Counted urchins", bullet=True),
        line("Deckhand\tMay 2016 – May 2018", bold=True, gap=0.6), line("Nordhav AS\tTromsø, Norway"),
        line("• Mended nets", bullet=True),
    ]  # fmt: skip
    profile = assemble([*HEAD, title("Experience"), *lines])
    assert work(profile) == [
        ("Diver II", "Fjordlab", "2020-03", "2022-08"), ("Diver I", "Fjordlab", "2018-06", "2020-03"),
        ("Deckhand", "Nordhav AS", "2016-05", "2018-05"),
    ]  # fmt: skip
    assert profile.work[0].summary == told


@pytest.mark.parametrize("dates", ["(since 2019)", "(part-time, 2019 – 2021)", "(seasonal, 2019)", "(through 2021)"])
def test_dates_in_brackets_are_those_of_the_entry(dates: str) -> None:
    assert spans(f"Nordhav AS {dates}")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Calgary, AB & Lethbridge, AB", True),
        ("Waterloo, ON / Toronto, ON", True),
        ("Remote / Portland, OR", True),
        ("Hebden Bridge, West Yorkshire", True),
        ("Truro, Cornwall", True),
        ("Gateshead, Tyne and Wear", True),
        ("Marks & Spencer, Surrey", False),
        ("Kember & Jones, Kent", False),
        ("Smith / Jones", False),
    ],
)
def test_several_places_are_a_place_and_partners_are_none(text: str, place: bool) -> None:
    assert is_place(text) is place


def test_two_places_behind_an_employer_are_where_it_was() -> None:
    lines = [
        line("Halyard Copiers | Red Deer, AB & Olds, AB", gap=0.6), line("Sales Representative\t2017 – 2019"),
        line("• Sold 300 machines", bullet=True),
        line("Prairie Sound | Regina, SK", gap=0.6), line("Sales Associate\t2014 – 2017"),
        line("• Sold speakers", bullet=True),
    ]  # fmt: skip
    assert work_at(assemble([*HEAD, title("Experience"), *lines])) == [
        ("Sales Representative", "Halyard Copiers", "Red Deer, AB & Olds, AB", "2017", "2019"),
        ("Sales Associate", "Prairie Sound", "Regina, SK", "2014", "2017"),
    ]


@pytest.mark.parametrize(
    "name", ['Tobias "Toby" Marl', "Tobias “Toby” Marl", "Tobias „Toby“ Marl", "Tobias (Toby) Marl"]
)
def test_what_one_is_called_besides_is_no_part_of_the_name(name: str) -> None:
    text = f"{name}\ntoby.marl@example.com | Amarillo, TX\n\nExperience\nDriver, Panhandle Lines, 2018 - 2020\n"
    assert read_resume(text.encode(), "cv.txt").basics.name == "Tobias Marl"


@pytest.mark.parametrize("badge", ["IVL", "IL", "I V L", "I.V.L."])
def test_the_letters_of_a_name_in_a_badge_are_not_the_name(badge: str) -> None:
    left = p(badge, bold=True, size=34) + p("CONTACT", bold=True) + p("i.vlarsen@example.com") + p("+47 78 55 50 10")
    left += p("SKILLS", bold=True) + p("Diving") + p("Nets") + p("Knots")
    right = p("INES VARDØHUS-LARSEN", bold=True, size=21) + p("EXPERIENCE", bold=True)
    right += p("Diver, Nordhav AS, 2017 – 2019") + p("Mapped kelp", listed=True) + p("Counted urchins", listed=True)
    right += p("EDUCATION", bold=True) + p("Diploma in Diving, Vadsø College, 2016")
    cell = "<w:tc>{}</w:tc>"
    body = f"<w:tbl><w:tr>{cell.format(left)}{cell.format(right)}</w:tr></w:tbl>"
    profile = read_resume(docx(body), "cv.docx")
    assert profile.basics.name.casefold() == "ines vardøhus-larsen"
    assert badge not in profile.unplaced


@pytest.mark.parametrize(
    ("last", "listed"), [("Leadership", True), ("Winches", False)]
)  # a bullet of a title's words is no title
def test_a_list_in_two_cells_goes_on_with_its_section(last: str, listed: bool) -> None:
    left = [f"Net {work}" for work in ("mending", "dyeing", "casting", "storing", "design")]
    right = ["Knots", "Rope work", "Radio", "Conversational Polish", last]
    cells = ["".join(p(text, listed=listed) for text in texts) for texts in (left, right)]
    body = NAME + p("Experience", bold=True, size=14) + p("Diver, Nordhav AS, 2017 – 2019")
    body += p("Skills", bold=True, size=14)
    body += "<w:tbl><w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr></w:tbl>"
    body += p("Volunteer", bold=True, size=14) + p("Lifeboat crew, Vadsø, 2016")
    profile = read_resume(docx(body), "cv.docx")
    assert [one.name for one in profile.skills] == [*left, *right]
    assert profile.unplaced == ()


def test_a_skill_beside_another_is_no_label_of_it() -> None:
    rows = [("Nets\tKnots", 40, 1.4), ("HACCP", 40, 1.0), ("Stock control", 84, -1.0), ("Winches\tRadio", 40, 1.1)]
    skills = [line(text, x0=x0, gap=gap, bold=True) for text, x0, gap in rows]
    profile = assemble([*HEAD, title("Skills"), *skills])
    assert [(one.name, one.keywords) for one in profile.skills] == [
        (name, ()) for name in ("Nets", "Knots", "HACCP", "Stock control", "Winches", "Radio")
    ]


@pytest.mark.parametrize(
    ("job", "employer"),
    [
        ("Travel RN, ICU (storm contract)", "Varanger Health"),
        ("Registered Nurse, Cardiac Step-Down (4 North)", "St. Olav’s"),
        ("Care Assistant, Stroke Ward", "Kirkenes Health"),
        ("Technician, Building 4", "Nordhav Dyes"),
        ("Assistant Manager, Menswear", "Holm & Dahl"),
        ("Team Leader, Night Shift", "Tana Parcels"),
        ("Associate, Risk", "Bjerke Bank"),
    ],
)
def test_a_ward_or_a_part_of_the_work_behind_a_title_is_no_employer(job: str, employer: str) -> None:
    lines = [line("March 2020 – July 2021", gap=0.6), line(f"{job}, {employer}"), line("• Wrote the log", bullet=True)]
    assert work(assemble([*HEAD, title("Experience"), *lines])) == [(job, employer, "2020-03", "2021-07")]


@pytest.mark.parametrize(
    "employer",
    ["Boots, Victoria Centre", "Ward & Sons, Kirkgate Market", "Ed’s Diner, Pier Road", "Sales Force Nordic, Bodø"],
)
def test_a_shop_and_where_it_is_behind_a_title_are_the_employer(employer: str) -> None:
    lines = [line("March 2020 – July 2021", gap=0.6), line(f"Sales Assistant, {employer}")]
    ((job, name, *_),) = work(assemble([*HEAD, title("Experience"), *lines]))
    assert (job, name.partition(", ")[0]) == ("Sales Assistant", employer.partition(", ")[0])


def test_a_mark_that_all_heads_share_parts_them_and_not_one_that_some_have_alone() -> None:
    heads = [
        ("Head Teacher & Choir Lead, Tana ISD – Rustefjelbma Elementary", "AUGUST 2019 — PRESENT"),
        ("Registered Nurse – Nights, Vadsø Hospital", "AUGUST 2017 — JUNE 2019"),
        ("Summer School Teacher, Tana ISD", "JUNE 2016 — JULY 2016"),
    ]
    lines = [one for head, dates in heads for one in (line(head, bold=True, gap=0.6), line(dates, size=9))]
    assert work(assemble([*HEAD, title("Experience"), *lines])) == [
        ("Head Teacher & Choir Lead", "Tana ISD – Rustefjelbma Elementary", "2019-08", ""),
        ("Registered Nurse – Nights", "Vadsø Hospital", "2017-08", "2019-06"),
        ("Summer School Teacher", "Tana ISD", "2016-06", "2016-07"),
    ]


def test_a_comma_before_a_town_that_all_heads_share_parts_no_title() -> None:
    heads = [("Diver – Nordhav, Heptonbu", "2019 – 2021"), ("Deckhand – Tana Lines, Rustevik", "2017 – 2019"),
             ("Cook, Varanger Inn", "2015 – 2017")]  # fmt: skip
    lines = [one for head, dates in heads for one in (line(head, bold=True, gap=0.6), line(dates, size=9))]
    assert [(one[0], one[1].partition(",")[0]) for one in work(assemble([*HEAD, title("Experience"), *lines]))] == [
        ("Diver", "Nordhav"), ("Deckhand", "Tana Lines"), ("Cook", "Varanger Inn"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("Deck crew / ticket checker, ", "Nordkapp Sea Tours", ", Honningsvåg."),
         "Deck crew / ticket checker\tNordkapp Sea Tours\tHonningsvåg"),
        (("Barista (part-time), ", "Holm & Dahl", ", Bodø"), "Barista (part-time)\tHolm & Dahl\tBodø"),
        (("Buyer, ", "Tana", ", Varanger Oils Inc."), "Buyer\tTana\tVaranger Oils Inc."),
        (("Led the ", "Vadsø", " crew of nine"), "Led the Vadsø crew of nine"),
        (("Sold nets, ", "Knots", " and rope, in winter."), "Sold nets, Knots and rope, in winter."),
        (("We sold nets, ", "knots", ", Rope"), "We sold nets, knots, Rope"),
        (("Buyer ", "Tana", ", Bodø"), "Buyer Tana, Bodø"),
    ],
)  # fmt: skip
def test_title_employer_and_place_in_three_kinds_of_type(texts: tuple[str, ...], told: str) -> None:
    assert told_apart(*texts) == told


def test_heads_in_three_kinds_of_type_below_labels_that_sort_them() -> None:
    pdf = FPDF(unit="pt", format="A4")
    pdf.add_page()

    def put(x: float, y: float, *texts: tuple[str, str], size: float = 11) -> None:
        for style, text in texts:
            pdf.set_font("Helvetica", style, size)
            pdf.text(x, y, text)
            x += pdf.get_string_width(text)

    put(160, 60, ("", "Ines Vardøhus"), size=26)
    put(160, 80, ("", "ines.vardohus@example.com"), size=9)
    put(160, 120, ("", "Experience"), size=16)
    put(160, 140, ("", "Relevant"), size=13)
    put(60, 160, ("", "2022-2024"))
    put(160, 160, ("B", "Seasonal Ranger"), ("", ", "), ("I", "Nordkapp Bird Society"), ("", ", Stappen, Gjesvær."))
    put(160, 175, ("", "Counted puffins and gannets from a boat and told visitors"), size=10)
    put(160, 200, ("", "Other experience"), size=13)
    put(60, 220, ("", "2020-2022"))
    put(160, 220, ("B", "Deck crew / ticket checker"), ("", ", "), ("I", "Holm & Dahl Sea Tours"), ("", ", Bodø."))
    put(60, 240, ("", "Summers 2017-19"))
    put(160, 240, ("B", "Customer Assistant"), ("", ", "), ("I", "Kai-Mat"), ("", ", Bodø."))
    put(160, 280, ("", "Education"), size=16)
    put(60, 300, ("", "2013-2019"))
    put(160, 300, ("B", "Highers: Maths A, Biology A, Art B, History B"), ("", ", "), ("I", "The Stappen"))
    put(160, 313, ("I", "Institute"), ("", ", Gjesvær."))
    profile = read_resume(bytes(pdf.output()), "cv.pdf")
    assert work(profile) == [
        ("Seasonal Ranger", "Nordkapp Bird Society", "2022", "2024"),
        ("Deck crew / ticket checker", "Holm & Dahl Sea Tours", "2020", "2022"),
        ("Customer Assistant", "Kai-Mat", "2017", "2019"),
    ]
    (school,) = profile.education
    assert school.institution.startswith("The Stappen Institute")
    assert [one.summary for one in profile.work[1:]] == ["", ""]


@pytest.mark.parametrize(
    "label", ["Relevant", "Other:", "Earlier roles", "Additional Experience", "Weitere Tätigkeiten"]
)
def test_a_label_above_some_of_the_entries_is_no_part_of_them(label: str) -> None:
    jobs = [
        line("Diver\t2019 – 2021", bold=True, gap=0.6), line("Nordhav AS"), line("• Mapped kelp", bullet=True),
        line(label, bold=True, gap=0.6),
        line("Deckhand\t2017 – 2019", bold=True, gap=0.6), line("Tana Lines"), line("• Mended nets", bullet=True),
    ]  # fmt: skip
    profile = assemble([*HEAD, title("Experience"), *jobs, title("Education"), line("Diploma, Vadsø College, 2015"),
                        title("Skills"), line("Nets, Knots")])  # fmt: skip
    assert work(profile) == [("Diver", "Nordhav AS", "2019", "2021"), ("Deckhand", "Tana Lines", "2017", "2019")]
    assert profile.work[0].highlights == ("Mapped kelp",)


@pytest.mark.parametrize(("told", "job"), [("Tana Lines\t2017 – 2019", True), ("Driving licence, boat licence", False)])
def test_a_title_that_only_says_other_begins_more_work_where_entries_stand_below(told: str, job: bool) -> None:
    lines = [title("Experience"), line("Nordhav AS\t2019 – 2021", gap=0.6), line("Diver"), title("Other"),
             line(told, gap=0.6), line("Deckhand")]  # fmt: skip
    profile = assemble([*HEAD, *lines, title("Skills"), line("Nets, Knots")])
    assert [one.name for one in profile.work] == ["Nordhav AS", *(["Tana Lines"] if job else [])]
    assert ("Other" in profile.unplaced) is not job


@pytest.mark.parametrize(
    ("employer", "name", "place", "told"),
    [
        ("Holm & Dahl LLP, Chartered Certified Accountants, Bodø", "Holm & Dahl LLP", "Bodø",
         "Chartered Certified Accountants"),
        ("Bjerke Ltd, Surveyors", "Bjerke Ltd", "", "Surveyors"),
        ("Bjerke Ltd, Bodø", "Bjerke Ltd", "Bodø", ""),
        ("Bjerke Ltd, Vestre Havn", "Bjerke Ltd", "Vestre Havn", ""),
    ],
)  # fmt: skip
def test_what_the_people_of_a_firm_are_is_neither_its_name_nor_its_place(
    employer: str, name: str, place: str, told: str
) -> None:
    lines = [line("Trainee\t2014 – 2016", bold=True, gap=0.6), line(employer), line("• Kept books", bullet=True)]
    (job,) = assemble([*HEAD, title("Experience"), *lines]).work
    assert (job.name, job.location, job.summary) == (name, place, told)


def test_a_town_with_its_province_behind_a_school_that_no_word_tells() -> None:
    lines = [
        line("NDC Kai Campus, Dartmouth NS — Apprenticeship training, Levels 1-4"), line("2015 - 2018"),
        line("NDC Fjord Campus, Sydney NS — Diploma, Automotive Repair"), line("2011 - 2012"),
    ]  # fmt: skip
    schools = assemble([*HEAD, title("Education"), *lines]).education
    assert [one.institution for one in schools] == ["NDC Kai Campus", "NDC Fjord Campus"]


@pytest.mark.parametrize(
    ("told", "street", "code", "city", "region"),
    [
        ("4 Mill Lane, Hebden Bridge, West Yorkshire, HX7 8AB", "4 Mill Lane", "HX7 8AB", "Hebden Bridge",
         "West Yorkshire"),
        ("Flat 3/2, 12 Gower Street, London WC1E 6BT", "Flat 3/2, 12 Gower Street", "WC1E 6BT", "London", ""),
        ("12 Mill Lane, Truro, Cornwall TR1 2AB", "12 Mill Lane", "TR1 2AB", "Truro", "Cornwall"),
        ("Unit 4 – 77 Elm St NW, Calgary, AB T2R 0N9", "Unit 4 – 77 Elm St NW", "T2R 0N9", "Calgary", "AB"),
        ("The Old Bakery, Heptonbu HX7 8AB", "", "HX7 8AB", "Heptonbu", ""),
        ("Round Rock, TX 78664", "", "78664", "Round Rock", "TX"),
    ],
)  # fmt: skip
def test_an_address_with_its_postal_code_is_where_one_lives_and_no_summary(
    told: str, street: str, code: str, city: str, region: str
) -> None:
    text = (
        f"Ines Vardøhus\n{told}\nines.v@example.com\n\nEXPERIENCE\n\nDiver, Nordhav Ltd\n2019 – 2021\n- Mapped kelp\n"
    )
    basics = read_resume(text.encode(), "cv.txt").basics
    assert basics.summary == ""
    assert basics.location is not None
    where = basics.location
    assert (where.address, where.postal_code, where.city, where.region) == (street, code, city, region)


@pytest.mark.parametrize("short", ["in/ines-vardohus", "/in/ines-vardohus", "LinkedIn: in/ines-vardohus"])
def test_a_profile_without_the_name_of_its_network(short: str) -> None:
    text = f"Ines Vardøhus\nines.v@example.com | {short}\n\nEXPERIENCE\n\nDiver, Nordhav Ltd\n2019 – 2021\n"
    profile = read_resume(text.encode(), "cv.txt")
    assert [(one.network, one.username) for one in profile.basics.profiles] == [("LinkedIn", "ines-vardohus")]
    assert profile.unplaced == ()


def test_labels_of_a_header_with_their_values_far_beside_are_no_column() -> None:
    labels = [
        ("Name:", "Ines Vardøhus"), ("Address:", "17 Mill Lane, Leicester, LE5 5PF"), ("Tel:", "07700 900418"),
        ("Email:", "ines.v@example.com"), ("Driving licence:", "Full, clean"), ("Notice period:", "One month"),
    ]  # fmt: skip
    cells: list[Cell] = [(85, 18, "CURRICULUM VITAE", 12, "B")]
    for n, (label, value) in enumerate(labels):
        cells += [(20, 28 + 5 * n, label, 10, ""), (65, 28 + 5 * n, value, 10, "")]
    cells += [
        (20, 64, "Personal Profile", 10.8, "B"),
        (20, 70, "Diver with ten years in cold water, at home with nets, kelp and the papers behind them and", 10, ""),
        (20, 75, "with explaining numbers to people who do not like them at all, in winter and in summer.", 10, ""),
        (20, 85, "Career History", 10.8, "B"), (20, 92, "2019 - 2021", 10, ""), (65, 92, "Diver", 10, ""),
        (65, 97, "Nordhav Ltd, Leicester", 10, ""), (65, 103, "\x95 Mapped kelp", 10, ""),
    ]  # fmt: skip
    profile = read_resume(drawn([cells]), "cv.pdf")
    assert (profile.basics.name, profile.basics.email) == ("Ines Vardøhus", "ines.v@example.com")
    assert profile.basics.summary.startswith("Diver with ten years")
    assert work(profile) == [("Diver", "Nordhav Ltd", "2019", "2021")]


def test_certificates_with_a_line_below_each_and_one_without() -> None:
    lines = [
        line("Food Safety Level 3", bold=True, gap=0.8), line("Highfield, 2023"),
        line("First Aid at Work", bold=True, gap=0.8), line("Red Cross, 2026"),
        line("Allergen Awareness", bold=True, gap=0.8),
    ]  # fmt: skip
    school = [title("Education"), line("Diploma in Cookery, Vadsø College, 2015")]
    profile = assemble([*HEAD, *school, title("Certification"), *lines])
    names = ["Food Safety Level 3", "First Aid at Work", "Allergen Awareness"]
    assert [one.name for one in profile.certificates] == names
    assert profile.unplaced == ()


@pytest.mark.parametrize("pin", ["\uf041", "\uf3c5", "\U0001f4cd"])
def test_what_stands_behind_a_pin_is_a_place_whoever_knows_it(pin: str) -> None:
    lines = [
        line("Head Chef", size=13, gap=1), line("The Packhorse", bold=True), line(f"03/2022 - Present\t{pin} Heptonbu"),
        line("• Cooked", bullet=True),
        line("Sous Chef", size=13, gap=1), line("The Weir", bold=True), line(f"2018 - 2020\t{pin} Vestre Havn"),
        line("• Cooked", bullet=True),
    ]  # fmt: skip
    assert work_at(assemble([*HEAD, title("Experience"), *lines])) == [
        ("Head Chef", "The Packhorse", "Heptonbu", "2022-03", ""),
        ("Sous Chef", "The Weir", "Vestre Havn", "2018", "2020"),
    ]


def test_what_one_did_beside_school_is_no_school() -> None:
    jobs = [title("Experience"), line("Diver, Nordhav Ltd\t2019 – 2021")]
    more = [title("Extra-curricular"), line("Chess club organiser, Vadsø School\t2020 – 2021")]
    profile = assemble([*HEAD, *jobs, *more, title("Skills"), line("Nets, Knots")])
    assert profile.education == ()
    assert [(one.position, one.organization) for one in profile.volunteer] == [("Chess club organiser", "Vadsø School")]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Welding, Hunter alignment, CDK. Own tools.", ["Welding", "Hunter alignment", "CDK", "Own tools"]),
        ("MS Office incl. Excel, Node.js, St. Olav bells.", ["MS Office incl. Excel", "Node.js", "St. Olav bells"]),
        ("Nets, Knots. Rope", ["Nets", "Knots. Rope"]),
    ],
)
def test_a_stop_between_two_items_of_a_list_parts_them(text: str, items: list[str]) -> None:
    assert listed(text) == items


def test_a_title_beside_an_icon_looks_as_it_does_without() -> None:
    icon = Segment(text="\uf007", x0=50, x1=60, base=700, size=14.0, bold=False, page=0)
    words = Segment(text="Profile", x0=70, x1=110, base=700, size=15.0, bold=True, page=0, leads=True)
    (alone,), (beside,) = (lines_of([row], 0, None) for row in ([words], [icon, words]))
    assert (beside.size, beside.bold, beside.leads) == (alone.size, alone.bold, alone.leads) == (15.0, True, True)


@pytest.mark.parametrize(
    "told", ["Erasmus exchange, University of Bergen, autumn 2021.", "Year abroad: Vadsø College, 2021"]
)
def test_a_remark_in_small_type_on_studies_elsewhere_is_no_entry(told: str) -> None:
    lines = [
        line("2019–2023\tBSc Geography\tUniversity of Tromsø", size=12), line(told, size=10),
        line("2013–2019\tHighers\tThe Stappen Institute", size=12),
    ]  # fmt: skip
    schools = assemble([*HEAD, title("Education"), *lines]).education
    assert [(one.institution, one.end_date) for one in schools] == [
        ("University of Tromsø", "2023"),
        ("The Stappen Institute", "2019"),
    ]
    assert schools[0].highlights == (told,)


def test_studies_elsewhere_in_the_type_of_the_others_are_an_entry() -> None:
    lines = [
        line("2019–2023\tBSc Geography\tUniversity of Tromsø", size=12),
        line("2021–2022\tExchange semester\tUniversity of Bergen", size=12),
    ]
    schools = assemble([*HEAD, title("Education"), *lines]).education
    assert [one.institution for one in schools] == ["University of Tromsø", "University of Bergen"]


@pytest.mark.parametrize(
    ("address", "city"),
    [
        ("Merewether, Newcastle NSW 2291", "Newcastle"), ("12 Hope St, Fitzroy, Melbourne VIC 3065", "Melbourne"),
        ("Newtown, Sydney NSW", "Sydney"), ("Northbridge, Perth WA 6003", "Perth"), ("Seattle, WA 98101", "Seattle"),
    ],
)  # fmt: skip
def test_the_town_before_its_state_stands_behind_its_suburb(address: str, city: str) -> None:
    text = f"Tess Marlo\n{address}\ntess.marlo@example.com\n\nExperience\nWaiter, Reef Cafe, 2013 - 2015\n"
    assert read_resume(text.encode(), "cv.txt").basics.location.city == city


@pytest.mark.parametrize(
    ("title", "employer"),
    [("Company Driver / Driver Trainer", "Panhandle Freight Lines"), ("Head Cook / Kitchen Porter", "Old Mill Inn")],
)
def test_two_titles_held_at_once_before_an_employer(title: str, employer: str) -> None:
    text = f"Tess Marlo\ntess.marlo@example.com\n\nExperience\n{title}, {employer}, Perth — 2018 to present\n"
    text += "Waiter, Reef Cafe, Perth — 2013 to 2018\n"
    assert work(read_resume(text.encode(), "cv.txt"))[0] == (title, employer, "2018", "")


def test_what_was_done_in_the_post_before_is_no_title_though_it_is_set_like_one() -> None:
    def post(title: str, dates: str, done: Sequence[str], gap: float) -> list[TextLine]:
        return [
            line(title, size=13.2, gap=gap), line(dates, size=12.1, gap=0.19), line("Perth", size=12.1, gap=0.17),
            *(line(text, size=13.2, gap=0.13 if n else 0.29) for n, text in enumerate(done)),
        ]  # fmt: skip

    profile = assemble([
        line("Dan Marl", size=26, gap=0), line("dan.marl@example.com", size=12.1), line("Experience", size=16, gap=1.0),
        line("Fairleigh Home", size=13.8, gap=0.87), line("6 years 5 months", size=12.1, gap=0.2),
        *post("Store Manager", "January 2022 - Present (3 years 10 months)",
              ("Answered for the shop: 86 colleagues, 32,000 square feet,", "and the tills. Shrink fell."), 0.37),
        *post("Deputy Store Manager", "June 2019 - January 2022 (2 years 8 months)", ("Led two floors.",), 0.44),
    ])  # fmt: skip
    assert work(profile) == [
        ("Store Manager", "Fairleigh Home", "2022-01", ""),
        ("Deputy Store Manager", "Fairleigh Home", "2019-06", "2022-01"),
    ]
