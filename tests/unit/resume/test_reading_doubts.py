"""What of a reading the person is asked to look at: what is likely wrong, and little of what is right."""

import msgspec
import pytest

from companion.model.profile import Basics, Education, Profile, Skill, Work
from companion.resume.reading.doubts import doubted

RIGHT = Profile(
    id="x",
    basics=Basics(name="Ines Vardøhus", email="ines.vardohus@example.com", phone="+47 78 55 50 10"),
    work=(
        Work(name="Vadsø Reederei GmbH", position="Harbour Pilot", start_date="2019-05", highlights=("Pilots",)),
        Work(name="Nordskyss Ltd", position="Deck Technician", start_date="2014-08", end_date="2019-04"),
    ),
    education=(
        Education(institution="Kirkenes College", study_type="Diploma", area="Navigation", end_date="2014"),
        Education(institution="Vardø High School", study_type="Abitur"),
    ),
    skills=(Skill(name="Radar"), Skill(name="Deck", keywords=("Winches", "C", "Wires")), Skill(name="Excel")),
)


def paths(**changes: object) -> list[str]:
    return [doubt.path for doubt in doubted(_with(changes)).doubts]


def _with(changes: dict[str, object]) -> Profile:
    return msgspec.structs.replace(RIGHT, **changes)


def test_what_looks_like_itself_is_not_doubted() -> None:
    assert paths() == []


@pytest.mark.parametrize(
    ("job", "field"),
    [
        (Work(name="Harbour Pilot", position="Vadsø Havn", start_date="2019"), "name"),
        (Work(name="and two quarters without a single open deal", position="Harbour Pilot", start_date="2019"), "name"),
        (Work(name="(4 years", position="Harbour Pilot", start_date="2019"), "name"),
        (Work(name="Kai und Kran, Vadsø", position="Harbour Pilot", start_date="2019"), "name"),
        (Work(name="Vadsø Water Works Oslo", position="Harbour Pilot", start_date="2019"), "name"),
        (Work(name="Nordskyss Ltd", position="", start_date="2019"), "position"),
        (Work(name="Zarvi", position="Dorlo", start_date="2019"), "position"),
        (Work(name="Aug - Present", position="Harbour Pilot", start_date="2019"), "name"),
        (Work(name="Zarvi", position="Harbour Pilot, Vadsø Middle School", start_date="2019"), "position"),
        (Work(name="Nordskyss Ltd", position="Harbour Pilot"), "startDate"),
        (Work(name="Nordskyss Ltd", position="Harbour Pilot", start_date="2019", end_date="2014"), "startDate"),
        (
            Work(name="Nordskyss Ltd", position="Harbour Pilot", start_date="2019", highlights=("Clerk, 2012 – 2014",)),
            "name",
        ),
    ],
)
def test_a_job_that_does_not_look_like_one_is_doubted_where_it_does_not(job: Work, field: str) -> None:
    assert f"work/0/{field}" in paths(work=(job, *RIGHT.work[1:]))


def test_a_name_made_of_labels_is_doubted() -> None:
    assert paths(basics=msgspec.structs.replace(RIGHT.basics, name="Address Mobile")) == ["basics/name"]


def test_a_job_out_of_the_order_of_the_others_and_one_told_twice_are_doubted() -> None:
    early, late = RIGHT.work[1], RIGHT.work[0]
    older = Work(name="Kai und Kran GmbH", position="Deck Assistant", start_date="2010-01", end_date="2014-07")
    assert paths(work=(late, early, older, late)) == ["work/3/startDate", "work/3/name"]


@pytest.mark.parametrize(
    "school",
    [
        Education(institution="Harbour Pilot", study_type="Diploma", area="Navigation"),
        Education(institution="Kirkenes College", study_type="Brings in ships from every sea"),
        Education(institution="Kirkenes College", study_type="Bachelor"),
        Education(institution="Master of Science", study_type="Kirkenes College"),
        Education(institution="Kirkenes College", area="Diploma in Navigation, Kirkenes, Norway, Skills"),
    ],
)
def test_an_education_that_does_not_look_like_one_is_doubted(school: Education) -> None:
    assert any(path.startswith("education/0/") for path in paths(education=(school,)))


@pytest.mark.parametrize(
    "skill",
    [
        "•",
        "Mar 2014",
        "Norwegian (native)",
        "Ines Vardøhus",
        "Skills",
        "Radar / Winches / Splicing",
        "Logs.",
        "B",
        "95%",
    ],
)
def test_a_skill_that_is_something_else_is_doubted_alone(skill: str) -> None:
    assert paths(skills=(Skill(name="Deck", keywords=("Winches", skill)),)) == ["skills/0/keywords/1"]


def test_contact_that_cannot_be_reached_is_doubted() -> None:
    basics = Basics(name="Europass", email="37\t@ines", phone="1150-065")
    assert paths(basics=basics) == ["basics/phone", "basics/name", "basics/email"]


def test_what_is_doubted_already_is_not_doubted_twice() -> None:
    once = doubted(_with({"work": (Work(name="", position="Harbour Pilot"),)}))
    assert doubted(once) == once


def test_a_study_among_jobs_and_half_the_name_of_a_school_are_doubted_as_a_whole() -> None:
    study = Work(name="Kirkenes College", position="Diploma in Navigation", start_date="2011", end_date="2014")
    assert paths(work=(*RIGHT.work, study)) == ["work/2/name", "work/2/position", "work/2/startDate"]
    half = Education(institution="University", study_type="Bachelor of Arts", area="History, Vardø")
    assert paths(education=(half,)) == ["education/0/institution", "education/0/studyType"]
