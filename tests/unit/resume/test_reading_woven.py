"""Schools and what was obtained there in sections apart, posts under labels below their employers, and what stands to
the right of lines of their own, as resumes of West Africa have it."""

import pytest

from companion.model.profile import Profile
from companion.resume import read_resume
from tests.unit.resume.papers import Cell, drawn
from tests.unit.resume.posts import work_at

HEAD = "Abena Serwaa\nabena.serwaa@example.com\n\n"


def read(text: str) -> Profile:
    return read_resume(f"{HEAD}{text}".encode(), "cv.txt")


def schools(profile: Profile) -> list[tuple[str, str, str, str]]:
    return [
        (f"{one.study_type} {one.area}".strip(), one.institution, one.start_date, one.end_date)
        for one in profile.education
    ]


@pytest.mark.parametrize(
    ("attended", "obtained"),
    [
        ("EDUCATIONAL INSTITUTIONS ATTENDED WITH DATES", "QUALIFICATIONS OBTAINED WITH DATES"),
        ("Schools attended", "Certificates obtained"),
        ("INSTITUTIONS ATTENDED:", "ACADEMIC QUALIFICATIONS:"),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_schools_and_what_was_obtained_there_in_sections_apart(attended: str, obtained: str, turned: bool) -> None:
    degrees = [
        "HND Fashion Design (Second Class Upper) – Nov. 2013",
        "West African Senior School Certificate – 2009",
        "NYSC Discharge Certificate – 2018",
    ]
    told = "\n".join(reversed(degrees) if turned else degrees)
    profile = read(
        f"{attended}\n\nTamale Technical University – Sept. 2010 to Nov. 2013\nWesley Girls School – 2006 to 2009\n\n"
        f"{obtained}\n\n{told}\n"
    )
    assert schools(profile) == [
        ("HND Fashion Design", "Tamale Technical University", "2010-09", "2013-11"),
        ("West African Senior School Certificate", "Wesley Girls School", "2006", "2009"),
        ("NYSC Discharge Certificate", "", "", "2018"),
    ]
    assert profile.education[0].score == "Second Class Upper"
    assert profile.certificates == ()


def test_schools_without_degrees_and_degrees_with_their_schools_are_not_woven() -> None:
    profile = read(
        "Education\n\nBSc Nursing, Lakeside College, 2015 - 2018\nHill Academy, 2010 - 2014\n\n"
        "Certificates\n\nCertificate in First Aid, 2019\n"
    )
    assert [one.institution for one in profile.education] == ["Lakeside College", "Hill Academy"]
    assert [one.name for one in profile.certificates] == ["Certificate in First Aid"]


@pytest.mark.parametrize(
    ("post", "when"), [("Post held", "Date"), ("Designation", "Duration"), ("Rank", "Period"), ("Role", "Dates")]
)
def test_the_employer_above_labels_that_do_not_ask_for_it(post: str, when: str) -> None:
    profile = read(
        f"Working Experience\n\nVolta Grid Services Ltd, Tema\n{post}: Technician\n{when}: Sept. 2016 – Date\n"
        f"- Maintained 33kV switchgear\n\nSunrise Brewery\n{post}: Attachment Trainee\n{when}: June 2012 – Aug. 2012\n"
        "- Wired motor panels\n"
    )
    assert work_at(profile) == [
        ("Technician", "Volta Grid Services Ltd", "Tema", "2016-09", ""),
        ("Attachment Trainee", "Sunrise Brewery", "", "2012-06", "2012-08"),
    ]
    assert [one.highlights for one in profile.work] == [("Maintained 33kV switchgear",), ("Wired motor panels",)]


def test_a_post_under_a_label_below_its_employer_with_dates() -> None:
    profile = read(
        "Experience\n\nGovernment Technical College, Bali, Taraba State\tNov. 2016 – Oct. 2017\n"
        "Position held: Teacher (NYSC)\n- Quality of work: taught two classes\n\n"
        "Delta Mills Limited, Victoria Island, Lagos\tApril 2014 – June 2015\nPosition held: Stock Clerk\n"
        "- Counted yarn\n\nRivers Ministry of Works\tMarch 2012 – May 2012\nPosition held: SIWES Trainee\n"
    )
    assert work_at(profile) == [
        ("Teacher (NYSC)", "Government Technical College", "Bali, Taraba State", "2016-11", "2017-10"),
        ("Stock Clerk", "Delta Mills Limited", "Victoria Island, Lagos", "2014-04", "2015-06"),
        ("SIWES Trainee", "Rivers Ministry of Works", "", "2012-03", "2012-05"),
    ]


@pytest.mark.parametrize(
    ("told", "name"),
    [("MENSAH, KWABENA OSEI", "Kwabena Osei Mensah"), ("O'Brien, Mary-Kate", "Mary-Kate O'Brien")],
)
def test_a_surname_before_a_comma_stands_last_in_the_name(told: str, name: str) -> None:
    text = f"NAME: {told}\nEMAIL: someone@example.com\n\nSkills\nSQL, Excel\n"
    assert read_resume(text.encode(), "cv.txt").basics.name == name


def _page(right: dict[int, tuple[str, ...]]) -> Profile:
    """A page of entries of two lines each, the first bold, with `right` of each line what is set there."""
    cells: list[Cell] = [(20, 20, "Abena Serwaa", 18, "B"), (20, 28, "abena.serwaa@example.com", 9, "")]
    cells += [(20, 40, "Education", 12, "B")]
    lines = ["Hogeschool Midden", "HBO-bachelor Informatica", "Lingecollege Noord", "HAVO, profiel Economie"]
    for n, text in enumerate(lines):
        cells.append((20, 48 + 5.5 * n, text, 10, "" if n % 2 else "B"))
        cells += [(190 - 2 * len(what), 48 + 5.5 * n + 4 * m, what, 10, "") for m, what in enumerate(right[n])]
    return read_resume(drawn([cells]), "cv.pdf")


def test_towns_and_dates_to_the_right_of_lines_that_stand_close_are_each_of_its_own() -> None:
    profile = _page({0: ("Utrecht",), 1: ("2011 - 2015",), 2: ("Tiel",), 3: ("2006 - 2011",)})
    assert [(one.institution, one.location, one.start_date, one.end_date) for one in profile.education] == [
        ("Hogeschool Midden", "Utrecht", "2011", "2015"),
        ("Lingecollege Noord", "Tiel", "2006", "2011"),
    ]


def test_single_years_to_the_right_of_a_list_are_no_range() -> None:
    cells: list[Cell] = [(20, 20, "Abena Serwaa", 18, "B"), (20, 28, "abena.serwaa@example.com", 9, "")]
    cells += [(20, 40, "Education", 12, "B")]
    told = [("Senior School Certificate, Wesley School", "2009"), ("Diploma in Baking, Tamale College", "2011"),
            ("Certificate in Law, Accra Academy", "2015")]  # fmt: skip
    for n, (text, year) in enumerate(told):
        cells += [(20, 48 + 5.5 * n, text, 10, ""), (180, 48 + 5.5 * n, year, 10, "")]
    profile = read_resume(drawn([cells]), "cv.pdf")
    assert [(one.institution, one.end_date) for one in profile.education] == [
        ("Wesley School", "2009"), ("Tamale College", "2011"), ("Accra Academy", "2015"),
    ]  # fmt: skip


def test_an_address_with_a_number_is_no_summary() -> None:
    text = "Abena Serwaa\n12 Adeola Street, Kumasi, Ashanti Region. Tel: 0803 555 0199 or call\n\nSkills\nSQL, Excel\n"
    profile = read_resume(text.encode(), "cv.txt")
    assert (profile.basics.summary, profile.basics.phone) == ("", "0803 555 0199")


@pytest.mark.parametrize(
    "other",
    ["Address: P.O. Box 1450-00100, Nairobi", "ID No: 29-555-0123", "CNIC # 37405-5550177-1", "PAN No. 555 012 345"],
)
def test_a_number_that_reaches_nobody_is_no_phone_number(other: str) -> None:
    text = f"Abena Serwaa\n{other}\nMobile: 0722 555 014\nabena.serwaa@example.com\n\nSkills\nSQL, Excel\n"
    assert read_resume(text.encode(), "cv.txt").basics.phone == "0722 555 014"


def test_where_a_school_stands_in_the_course_of_life_is_no_part_of_its_name() -> None:
    profile = read(
        "EDUCATIONAL ATTAINMENT\n\nTertiary: Cavite State Polytechnic University\n"
        "Bachelor of Science in Office Administration\n2014 - 2018\n\n"
        "SEMINARS ATTENDED\n\nBasic Records Management, 2021\n"
    )
    assert [one.institution for one in profile.education] == ["Cavite State Polytechnic University"]
    assert [one.name for one in profile.certificates] == ["Basic Records Management"]


def test_entries_counted_with_small_roman_figures() -> None:
    profile = read(
        "SCHOOLS ATTENDED\n\ni. Northern University, Zaria     2008 - 2012\nii. Government College     2001 - 2007\n\n"
        "QUALIFICATIONS OBTAINED\n\ni. B.Sc. (Hons) Quantity Surveying     2012\nii. SSCE     2007\n"
    )
    assert schools(profile) == [
        ("B.Sc. (Hons) Quantity Surveying", "Northern University, Zaria", "2008", "2012"),
        ("SSCE", "Government College", "2001", "2007"),
    ]


def test_an_address_that_ends_in_a_state_is_no_summary() -> None:
    text = "Abena Serwaa\nNo. 5 Yakubu Gowon Way, Barnawa, Kaduna State.\nTel: 0722 555 014\n\nSkills\nSQL, Excel\n"
    basics = read_resume(text.encode(), "cv.txt").basics
    assert (basics.summary, basics.location.city, basics.location.region) == ("", "Barnawa", "Kaduna State")
