"""The made-up person the cases are about."""

from typing import Any

import msgspec

from companion.model.posting import Pay
from companion.model.profile import (
    ApplicationFacts,
    Authorization,
    Basics,
    Duration,
    Education,
    Eeo,
    Link,
    Location,
    Profile,
    Skill,
    Work,
)

YES_NO = ("Yes", "No")


def person(**facts: Any) -> Profile:
    """A made-up person with the given application facts."""
    return Profile(id="p", basics=Basics(name="Asha Rao"), application=ApplicationFacts(**facts))


def experienced(start: str, end: str = "", text: str = "Built services in Python") -> Profile:
    return Profile(id="p", work=(Work(name="Acme", position="Engineer", start_date=start, end_date=end, summary=text),))


def everyone() -> Profile:
    """A made-up person who has stated nearly everything a form asks."""
    inr = Pay(minimum=1_800_000, maximum=1_800_000, currency="INR", period="year")
    return Profile(
        id="p",
        basics=Basics(
            name="Asha Rao",
            given_name="Asha",
            family_name="Rao",
            label="Software engineer",
            email="asha@example.com",
            phone="+91 98765 43210",
            url="https://asha.example.com",
            summary="Engineer who builds payment services. Ten years with Python.",
            location=Location(
                address="12 Hill Road", postal_code="411001", city="Pune", region="Maharashtra", country_code="IN"
            ),
            profiles=(Link(network="LinkedIn", url="https://www.linkedin.com/in/asha-rao-example"),),
        ),
        work=(
            Work(
                name="Acme",
                position="Senior Engineer",
                location="Pune",
                start_date="2019-03",
                summary="Leads nothing, builds much.",
                highlights=("Cut payment failures by 30% with a Python service",),
            ),
            Work(name="Initech", position="Engineer", start_date="2015-01", end_date="2019-02"),
        ),
        education=(
            Education(institution="University of Pune", study_type="B.Tech", area="Computer Science",
                      start_date="2010", end_date="2014"),
        ),
        skills=(Skill(name="Languages", keywords=("Python", "SQL")),),
        application=ApplicationFacts(
            authorization={
                "IN": Authorization(authorized=True, sponsorship_now=False, sponsorship_future=False),
                "US": Authorization(authorized=False, sponsorship_now=True, sponsorship_future=True),
            },
            citizenships=("IN",),
            notice=Duration(amount=60, unit="day"),
            pay_expected=inr,
            pay_current=Pay(minimum=1_400_000, maximum=1_400_000, currency="INR", period="year"),
            relocate={"IN": True, "US": True},
            driving_licence=True,
            eeo={"gender": Eeo(choice="answer", answer="Female")},
        ),
    )  # fmt: skip


def traveller() -> Profile:
    """The same resume with other facts: rights that differ by country and time, a range of pay, a month's notice."""
    return msgspec.structs.replace(
        everyone(),
        application=ApplicationFacts(
            authorization={
                "US": Authorization(authorized=True, sponsorship_now=False, sponsorship_future=True),
                "GB": Authorization(authorized=True, sponsorship_now=False, sponsorship_future=False),
                "FR": Authorization(authorized=False),
            },
            citizenships=("DE",),
            notice=Duration(amount=1, unit="month"),
            pay_expected=Pay(minimum=60_000, maximum=70_000, currency="EUR", period="year"),
            relocate={"US": True, "*": False},
            driving_licence=False,
            date_of_birth="1990-05-01",
        ),
    )
