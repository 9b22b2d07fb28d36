"""One profession, one person: conditions first, then what is required, then title; likeness alone must not lead."""
# ruff: noqa: E501  (tables read better unbroken)

from datetime import UTC, date, datetime

import msgspec
import pytest

from companion.intake.level import find_level
from companion.matching import requirements, score_all
from companion.model.match import Match
from companion.model.posting import Place, Posting, Requirements, WorkMode
from companion.model.profile import Basics, Location, Preferences, Profile, Skill, Wish, Work

TODAY = date(2026, 6, 1)
PERSON = Profile(
    id="me",
    version=1,
    basics=Basics(
        name="Ida Beispiel", label="Senior Backend Engineer", location=Location(city="Leipzig", country_code="DE"),
        summary="I build payment services that stay up, and I like to write down how they work.",
    ),
    work=(
        Work(
            name="Beispiel Zahlungen", position="Senior Backend Engineer", start_date="2021-02",
            highlights=(
                "Built payment services in Python with FastAPI and PostgreSQL.",
                "Ran them on Kubernetes in AWS with Terraform.",
                "Cut the time to settle a payment by half.",
            ),
        ),
        Work(
            name="Muster Handel", position="Software Engineer", start_date="2016-09", end_date="2021-01",
            highlights=("Python and Django for a shop.", "Redis and Docker everywhere."),
        ),
    ),
    skills=(Skill(name="Backend", keywords=("Python", "PostgreSQL", "Kafka", "gRPC")),),
    preferences=Preferences(
        titles=("Senior Backend Engineer",), modes=("remote",), places=(Wish(text="DE", country="DE"),),
        hard=frozenset({"modes", "places"}),
    ),
)  # fmt: skip
_TAIL = (
    "\nYou write clearly, you review with care, and you want to see what you build in the hands of people. "
    "We meet twice a year, we pay for what you learn, and we decide in small groups that own their services."
)

# Grade, title, mode, country, scope, what it asks.
JOBS: tuple[tuple[int, str, WorkMode | None, str, str, str], ...] = (
    (3, "Senior Backend Engineer", "remote", "DE", "", "- 5+ years with Python\n- PostgreSQL and Kafka\n- AWS\n- FastAPI"),
    (3, "Backend Engineer, Payments", "remote", "", "Europe", "- Python\n- Payment services\n- PostgreSQL\n- Docker"),
    (3, "Senior Software Engineer (Python)", "remote", "", "EU", "- Python, Django\n- Redis\n- Kubernetes\n- Terraform"),
    (1, "Senior Platform Engineer", "remote", "DE", "", "- Kubernetes\n- Terraform\n- AWS\n- Helm and Argo CD\n- Go"),
    (1, "Backend Engineer", "remote", "DE", "", "- Java and Spring Boot\n- Hibernate\n- Oracle Database\n- PostgreSQL"),
    (1, "Junior Backend Developer", "remote", "DE", "", "- Python\n- Git\n- PostgreSQL is a plus"),
    (0, "Senior Backend Engineer", "onsite", "DE", "", "- Python\n- PostgreSQL\n- Kafka\n- FastAPI\n- AWS\n- Kubernetes"),
    (0, "Senior Backend Engineer", "remote", "US", "US only", "- Python\n- PostgreSQL\n- Kafka\n- FastAPI\n- gRPC"),
    (0, "Senior Backend Engineer, Payments", "hybrid", "FR", "", "- Python\n- FastAPI\n- Payment services\n- Docker"),
    (0, "Firmware Engineer", "remote", "DE", "", "- C and C++\n- RTOS on ARM\n- CAN bus\n- Oscilloscopes"),
    (0, "Frontend Engineer", "remote", "DE", "", "- React and TypeScript\n- CSS\n- Figma\n- Storybook"),
    (0, "Engineering Manager", "remote", "DE", "", "- 5+ years managing managers\n- Hiring\n- Budgets\n- Jira"),
)  # fmt: skip


def ads() -> list[tuple[int, Posting, Requirements]]:
    made: list[tuple[int, Posting, Requirements]] = []
    for number, (grade, title, mode, country, scope, asks) in enumerate(JOBS):
        posting = Posting(
            id=str(number), canonical_key=str(number), url=f"https://jobs.example.com/{number}", title=title,
            company=f"Example {number}", mode=mode, remote_scope=scope, level=find_level(title),
            places=(Place(text=country, country=country),) if country else (),
            captured_at=datetime(2026, 5, 1, tzinfo=UTC),
        )  # fmt: skip
        made.append((grade, posting, requirements(posting, f"What you bring\n{asks}{_TAIL}")))
    return made


def ordered(profile: Profile) -> list[tuple[int, Match]]:
    made = ads()
    matches = list(score_all(((posting, wanted) for _, posting, wanted in made), profile, today=TODAY))
    both = [(grade, match) for (grade, _, _), match in zip(made, matches, strict=True)]
    return sorted(both, key=lambda one: -one[1].rank)


def test_what_one_would_apply_to_comes_first_and_what_is_ruled_out_last() -> None:
    grades = [grade for grade, _ in ordered(PERSON)]
    assert grades[:3] == [3, 3, 3]
    assert set(grades[3:6]) == {1}


def test_a_job_that_asks_for_all_one_can_but_is_on_site_stands_behind_all_that_are_remote() -> None:
    blocked = [match for _, match in ordered(PERSON) if match.blockers]
    assert [match.id for _, match in ordered(PERSON)][-len(blocked) :] == [match.id for match in blocked]
    assert {match.id for match in blocked} == {"6", "7", "8"}


def test_without_conditions_the_shown_score_is_the_order() -> None:
    free = msgspec.structs.replace(PERSON, preferences=Preferences())
    scores = [match.score or 0 for _, match in ordered(free) if not match.blockers]
    assert len(scores) == len(JOBS) - 1  # "US only" is the posting's own condition
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) > len(scores) / 2


def test_what_the_person_sets_aside_no_longer_holds_a_job_back() -> None:
    held = next(match for _, match in ordered(PERSON) if match.id == "6")
    aside = tuple(msgspec.structs.replace(one, overruled=True) for one in held.blockers)
    freed = msgspec.structs.replace(held, blockers=aside)
    assert held.rank < -500
    assert freed.rank == freed.score


@pytest.mark.parametrize("seed", range(3))
def test_the_same_input_gives_the_same_score(seed: int) -> None:
    del seed
    assert ordered(PERSON) == ordered(PERSON)
