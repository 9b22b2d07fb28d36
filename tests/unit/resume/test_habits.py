"""The person's own spelling and tense: kept in rewording, and asked about where they depart from it themselves."""

import pytest

from companion.model.profile import Basics, Profile, Work
from companion.resume import tailor
from companion.resume.habits import departures, habits
from companion.resume.voice import faults, spelled_as
from tests.unit.resume.people import THEN, posting, wanted


def told(*past: str, now: tuple[str, ...] = (), summary: str = "") -> Profile:
    return Profile(
        id="p",
        basics=Basics(summary=summary),
        work=(
            Work(name="Now", start_date="2020", highlights=now),
            Work(name="Then", start_date="2015", end_date="2019", highlights=past),
        ),
    )


def test_the_present_in_a_job_that_ended_is_asked_about() -> None:
    asked = departures(told("Managed two lines", "Manages the night shift", "Repaired pumps"))
    assert asked == (
        "“Manages the night shift” speaks of today, though that job has ended. Should it be in the past, as elsewhere?",
    )


@pytest.mark.parametrize(
    "profile",
    [
        told("Managed two lines", "Repaired pumps"),
        told("Manages two lines", "Repairs pumps"),  # their own consistent choice
        told("Designed the plant", "Design of pumps for dairies", "Designs for 3 fairs", "Design reviews, weekly"),
        told("Repaired pumps", now=("Repairs pumps", "Repaired the crane")),  # a present job may hold both
        told("Managing two lines", "Managed the shift"),
    ],
)
def test_what_is_consistent_or_no_verb_is_not_asked_about(profile: Profile) -> None:
    assert departures(profile) == ()


@pytest.mark.parametrize(
    ("texts", "spelling", "asked"),
    [
        (("Organised fairs", "Modelled flows"), "British", False),
        (("Organized fairs", "Labeled parts in 4 colors"), "American", False),
        (("Organized fairs", "Chose the colours"), "British", False),  # Oxford spelling
        (("Organised fairs", "Optimized pumps"), "", True),
        (("Organised fairs", "Studied consumer behavior"), "", True),
        (("Repaired pumps",), "", False),
        (("Worked at Center Parcs", "Exercised the crew"), "", False),
    ],
)
def test_spelling_is_a_habit_where_the_whole_profile_keeps_to_it(
    texts: tuple[str, ...], spelling: str, asked: bool
) -> None:
    profile = told(*texts)
    assert habits(profile).spelling == spelling
    assert any("Britain" in one for one in departures(profile)) is asked


def test_the_questions_reach_the_person_with_the_version_and_never_the_document() -> None:
    profile = told("Managed two lines", "Manages the night shift")
    version = tailor(profile, posting(), wanted("Python"), None, created_at=THEN)
    assert any("night shift" in one for one in version.suggestions)
    shown = [line.text for section in version.sections for entry in section.entries for line in entry.lines]
    assert sorted(shown) == ["Managed two lines", "Manages the night shift"]


def test_german_is_not_asked_about_english_tenses() -> None:
    text = "Leitung der Werkstatt und der Ausbildung von zwei Lehrlingen für die Arbeit mit der Maschine"
    profile = told(text, "Managed das Team mit dem Leiter und der Schicht", "Manages the Team und die Schicht")
    assert not tailor(profile, posting(), wanted("Python"), None, created_at=THEN).suggestions[1:]


def test_a_rewrite_keeps_tense_and_spelling() -> None:
    assert "it changes the tense" in list(faults("Manages two lines", "Managed two lines"))
    assert "it changes the tense" in list(faults("Managed two lines", "Manages two lines"))
    assert "it changes the tense" not in list(faults("Managed both lines", "Managed two lines"))
    assert spelled_as("Organized the move", "Ran the move", "British") == "Organised the move"
    assert spelled_as("Organised the move", "Ran the move", "American") == "Organized the move"
    assert spelled_as("Resized and advised", "Ran it", "British") == "Resized and advised"
    assert spelled_as("Organised the move", "Organised it", "American") == "Organised the move"
