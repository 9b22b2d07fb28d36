"""Made-up people and postings for the tests of this room."""

from datetime import UTC, datetime

from companion.model.posting import Posting, Requirement, Requirements
from companion.model.profile import (
    Award,
    Basics,
    Certificate,
    Education,
    Language,
    Link,
    Location,
    Profile,
    Project,
    Skill,
    Volunteer,
    Work,
)

THEN = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def person(jobs: int = 3, bullets: int = 4) -> Profile:
    """Someone with `jobs` jobs of `bullets` bullets each."""
    verbs = ("Built", "Tested", "Documented", "Repaired", "Measured", "Moved")
    things = (
        "the pump control in Python",
        "12 sensors for a dairy",
        "the PostgreSQL archive",
        "a REST API with Django",
    )
    work = tuple(
        Work(
            name=f"Werk {chr(65 + n)} GmbH",
            position=("Senior Engineer", "Engineer", "Technician")[min(n, 2)],
            location="Kiel, Germany",
            start_date=f"{2020 - 3 * n}-03",
            end_date="" if n == 0 else f"{2023 - 3 * n}-02",
            highlights=tuple(
                f"{verbs[(n + b) % 6]} {things[(n * 2 + b) % 4]} in week {n * 10 + b + 11} of a long project at the "
                f"coast"
                for b in range(bullets)
            ),
        )
        for n in range(jobs)
    )
    return Profile(
        id="person",
        version=3,
        basics=Basics(
            name="Jörg Ångström-Łukasz",
            label="Control Engineer",
            email="joerg.angstroem@example.com",
            phone="+49 431 555 0199",
            url="https://joerg.example.com",
            summary="Control engineer for pumps and dairies. Likes things that run for years.",
            location=Location(city="Kiel", country_code="DE"),
            profiles=(Link(network="GitHub", username="joerg-example", url="https://github.com/joerg-example"),),
        ),
        work=work,
        education=(
            Education(
                institution="Fachhochschule Musterstadt",
                study_type="Bachelor of Engineering",
                area="Automation",
                start_date="2008-10",
                end_date="2011-09",
                score="1.9",
            ),
        ),
        skills=(
            Skill(name="Programming", keywords=("Python", "C++", "C#", ".NET", "SQL")),
            Skill(name="Data", keywords=("PostgreSQL", "Redis")),
        ),
        projects=(
            Project(
                name="regenmesser",
                description="A rain gauge with open plans",
                highlights=("Printed 40 housings for schools", "Wrote the firmware in C++"),
                start_date="2019-05",
                end_date="2020-01",
                url="https://github.com/joerg-example/regenmesser",
            ),
        ),
        certificates=(Certificate(name="Certified Welder", issuer="Handwerkskammer Musterstadt", date="2012-04"),),
        languages=(Language(language="German", fluency="Native"), Language(language="English", fluency="C1")),
        awards=(Award(title="Second place, Coastal Robotics Contest", date="2018"),),
        volunteer=(
            Volunteer(
                organization="Freiwillige Feuerwehr Musterdorf", position="Machinist", start_date="2010",
                highlights=("Drove and serviced the pump truck",),
            ),
        ),
    )  # fmt: skip


def posting(title: str = "Python Engineer") -> Posting:
    return Posting(
        id="posting",
        canonical_key="example:1",
        url="https://jobs.example.com/1",
        title=title,
        company="Deichwacht Energie",
        captured_at=THEN,
    )


def wanted(*names: str, nice: tuple[str, ...] = ()) -> Requirements:
    requirements = [Requirement(kind="skill", name=name) for name in names]
    requirements += [Requirement(kind="skill", name=name, must=False) for name in nice]
    return Requirements(id="posting", requirements=tuple(requirements), words=200)
