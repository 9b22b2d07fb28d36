"""Jobs told as sentences and under labels of what was done, and what is told of a person beside where they are."""

import pytest

from companion.model.profile import Profile
from companion.resume import read_resume
from tests.unit.resume.posts import work_at

HEAD = "Rekha Sundar\nrekha.sundar@example.com\n\n"


def read(text: str) -> Profile:
    return read_resume(f"{HEAD}{text}".encode(), "cv.txt")


@pytest.mark.parametrize(
    ("sentence", "job"),
    [
        (
            "Working as Charge Nurse in Meenakshi Clinic Pvt. Ltd., Salem from April 2021 to till date.",
            ("Charge Nurse", "Meenakshi Clinic Pvt. Ltd.", "Salem", "2021-04", ""),
        ),
        (
            "Presently associated with Delta Forge Ltd., Pune as a Quality Engineer since March 2020.",
            ("Quality Engineer", "Delta Forge Ltd.", "Pune", "2020-03", ""),
        ),
        (
            "I have worked as Audit Clerk with M/s. Bose & Roy, Chartered Accountants (01-07-2016 to 31-05-2018)",
            ("Audit Clerk", "Bose & Roy, Chartered Accountants", "", "2016-07", "2018-05"),
        ),
        (
            "Worked in Al Jazira Cooling, Sharjah as AC Mechanic between June 2012 and March 2016.",
            ("AC Mechanic", "Al Jazira Cooling", "Sharjah", "2012-06", "2016-03"),
        ),
        (
            "Served as Head of Sales in Sindh at Indus Tiles Ltd from 2011 to 2014.",
            ("Head of Sales in Sindh", "Indus Tiles Ltd", "", "2011", "2014"),
        ),
        (
            "Two years experience as Cook in Hotel Sagar from 01.06.2015 to 31.05.2017",
            ("Cook", "Hotel Sagar", "", "2015-06", "2017-05"),
        ),
        (
            "Currently working as Teacher at School for the Blind, Nairobi\nfrom January 2019 till now.",
            ("Teacher", "School for the Blind", "Nairobi", "2019-01", ""),
        ),
        (
            "Worked as Lab Technician in City Diagnostics for 2 years.",
            ("Lab Technician", "City Diagnostics", "", "", ""),
        ),
    ],
)
def test_a_job_told_as_a_sentence(sentence: str, job: tuple[str, str, str, str, str]) -> None:
    profile = read(f"Work Experience\n\n{sentence}\nJob Profile:\n- Kept the books of forty shops\n")
    assert work_at(profile) == [job]
    assert profile.work[0].highlights == ("Kept the books of forty shops",)
    assert profile.unplaced == ()


def test_several_of_them_in_a_list_one_with_its_title_under_a_label() -> None:
    profile = read(
        "WORK EXPERIENCE:\n\n1) Presently working with Apex Hospitals since 12 June 2019\n   Designation: Pharmacist\n"
        "   Roles & Responsibilities:\n   - Dispensed for two wards\n\n"
        "2) Worked as Trainee in Raj Medicals, Agra from May 2018 to\n   May 2019. Learnt to order stock.\n"
    )
    assert work_at(profile) == [
        ("Pharmacist", "Apex Hospitals", "", "2019-06", ""),
        ("Trainee", "Raj Medicals", "Agra", "2018-05", "2019-05"),
    ]
    assert [one.highlights for one in profile.work] == [("Dispensed for two wards",), ("Learnt to order stock.",)]


def test_what_was_done_may_go_on_at_length_in_the_same_line() -> None:
    deeds = "Checked the work of masons and kept the diary of the site. " * 8
    profile = read(f"Experience\n\nWorking as Site Engineer in Larsen Builders, Pune from June 2019 to date. {deeds}\n")
    assert work_at(profile) == [("Site Engineer", "Larsen Builders", "Pune", "2019-06", "")]
    assert "".join(profile.work[0].highlights).startswith("Checked the work")


def test_a_town_behind_an_employer_is_none() -> None:
    profile = read(
        "Experience\n\nSep 2018 - Dec 2019\tResearcher, Institut für Ökologie Nordsee, Bremerhaven,\nGermany.\n"
    )
    assert [(one.position, one.name) for one in profile.work] == [("Researcher", "Institut für Ökologie Nordsee")]


@pytest.mark.parametrize(
    "deed",
    [
        "Worked as part of a team of five in Hamburg from 2017 to 2019",
        "Worked as shift lead in Packing from 2017 to 2019",
        "Worked with Agile teams from 2017 to 2019",
    ],
)
def test_a_sentence_below_an_entry_with_dates_is_of_that_entry(deed: str) -> None:
    profile = read(f"Experience\n\nOperator, Norrhiss AB\n2015 - 2020\n- {deed}\n")
    assert work_at(profile) == [("Operator", "Norrhiss AB", "", "2015", "2020")]
    assert profile.work[0].highlights == (deed,)


@pytest.mark.parametrize(
    "label", ["Job Profile:", "Roles & Responsibilities:", "Key Responsibility Areas", "Nature of work:"]
)
def test_labels_of_what_was_done_are_neither_titles_nor_deeds(label: str) -> None:
    profile = read(
        "Experience\n\nOrganization: Nishtar Medical Complex, Multan\nDesignation: Charge Nurse\n"
        f"Duration: August 2019 to till date\n{label}\n- Runs a ward of 32 beds\n\n"
        f"Organization: Shifa Eye Trust\nDesignation: Nurse\nDuration: 2015 - 2019\n{label}\n- Kept the stock\n"
    )
    assert work_at(profile) == [
        ("Charge Nurse", "Nishtar Medical Complex", "Multan", "2019-08", ""),
        ("Nurse", "Shifa Eye Trust", "", "2015", "2019"),
    ]
    assert [one.highlights for one in profile.work] == [("Runs a ward of 32 beds",), ("Kept the stock",)]


@pytest.mark.parametrize(
    "said", ["Sex: Male", "Gender\t: Male", "Father's Name: Paris Sundar", "Place of Birth: Salem"]
)
@pytest.mark.parametrize(
    "address", ["8/21, Nagar 2nd Street,\nPeelamedu, Coimbatore – 641004.", "Coimbatore - 641 004"]
)
def test_where_somebody_lives_is_no_other_thing_told_of_them(said: str, address: str) -> None:
    text = f"Rekha Sundar\n{address}\nrekha.sundar@example.com\n\nSkills\nTally, Excel\n\nPersonal Details\n{said}\n"
    assert (where := read_resume(text.encode(), "cv.txt").basics.location) is not None
    assert where.city == "Coimbatore"
    assert read(f"Skills\nTally, Excel\n\nPersonal Details\n{said}\n").basics.location.city == ""


def test_each_of_several_skills_in_a_line_has_its_own_level() -> None:
    skills = read("Skills\n\nECG, Triage (Advanced), MS Office (Basics)\n").skills
    assert [(one.name, one.level) for one in skills] == [("ECG", ""), ("Triage", "Advanced"), ("MS Office", "Basics")]


@pytest.mark.parametrize(
    ("sentence", "degree", "school", "dates", "score"),
    [
        (
            "Completed B.Com (Hons) from Punjab University, Chandigarh in the year 2015 with 62%",
            "B.Com (Hons)", "Punjab University, Chandigarh", ("", "2015"), "62%",
        ),
        (
            "Passed 12th from D.A.V. Senior Secondary School in March 2012 with first division.",
            "12th", "D.A.V. Senior Secondary School", ("", "2012-03"), "first division",
        ),
        (
            "B.E. (Computer) from Savitribai Open University, Pune with 64% in 2019.",
            "B.E. (Computer)", "Savitribai Open University, Pune", ("", "2019"), "64%",
        ),
        (
            "10th passed from U.P. Board in 2008.", "10th", "U.P. Board", ("", "2008"), "",
        ),
        (
            "DAE (Electrical) from Govt. College of Technology, Rasul (2010 - 2013)",
            "DAE (Electrical)", "Govt. College of Technology, Rasul", ("2010", "2013"), "",
        ),
        (
            "I have obtained a Diploma in Catering from the Institute of\nHotel Management during 2015-2016",
            "Diploma in Catering", "Institute of Hotel Management", ("2015", "2016"), "",
        ),
    ],
)  # fmt: skip
def test_studies_told_as_sentences(sentence: str, degree: str, school: str, dates: tuple[str, str], score: str) -> None:
    other = "Matriculation from St. Xavier High School, Ambala in 2008"
    profile = read(f"Educational Qualification\n\n- {sentence}\n- {other}\n")
    first, second = profile.education
    told = f"{first.study_type} in {first.area}" if first.area else first.study_type
    assert (told, first.institution, (first.start_date, first.end_date)) == (degree, school, dates)
    assert first.score == score
    assert (second.study_type, second.institution, second.end_date) == (
        "Matriculation",
        "St. Xavier High School",
        "2008",
    )


def test_colons_in_a_column_of_their_own_stand_behind_their_labels() -> None:
    profile = read(
        "WORK HISTORY\n\nOrganization        : Zenvia Infotech Pvt. Ltd., Pune\nDesignation         : Test Engineer\n"
        "Tenure              : Aug 2021 - Till Date\n\nOrganization        : Bright Software\n"
        "Designation         : Tester\nTenure              : Jan 2020 - Jul 2021\n\n"
        "TECHNICAL SKILLS\n\nLanguages\t\t: Java, SQL\nTools\t\t\t: Selenium, JIRA\n"
    )
    assert work_at(profile) == [
        ("Test Engineer", "Zenvia Infotech Pvt. Ltd.", "Pune", "2021-08", ""),
        ("Tester", "Bright Software", "", "2020-01", "2021-07"),
    ]
    assert [one.keywords for one in profile.skills] == [("Java", "SQL"), ("Selenium", "JIRA")]
