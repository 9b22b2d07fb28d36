"""A third made-up person: everything stated, and a full bank of answers, so that a question which only looks alike has
an answer to be given wrongly."""

from datetime import UTC, datetime

from companion.model.form import Answer
from companion.model.posting import Pay
from companion.model.profile import (
    ApplicationFacts,
    Authorization,
    Basics,
    Certificate,
    Duration,
    Education,
    Eeo,
    Language,
    Link,
    Location,
    Preferences,
    Profile,
    Skill,
    Work,
)

_THEN = datetime(2026, 10, 1, 9, tzinfo=UTC)
_YES = (
    "travel shift overtime hybrid onsite remote transport.own assessment salary.negotiable notice.buyout work.contact "
    "references.available security.clearance.able attest.physical"
)
_NO = (
    "weekend contract part_time criminal non_compete outside_employment government debarment ai.used notice.serving "
    "us_person registration conflict"
)
_NO_HERE = "prior.employer prior.applied prior.interviewed relatives referral candidate.interviewing offer.other"
_FIGURES = (
    ("travel.percent", "25", ""),
    ("years.management", "3", "year"),
    ("hours", "40", ""),
    ("onsite.days", "3", ""),
)


def settled() -> Profile:
    """German, in Hamburg, with a job that runs, languages and a certificate."""
    eur = Pay(minimum=85_000, maximum=85_000, currency="EUR", period="year")
    return Profile(
        id="p",
        basics=Basics(
            name="Jonas Weber",
            given_name="Jonas",
            family_name="Weber",
            preferred_name="Jo",
            label="Team lead",
            email="jonas@example.com",
            phone="+49 40 5550123",
            url="https://jonas.example.com",
            location=Location(
                address="Lindenweg 4", postal_code="20095", city="Hamburg", region="Hamburg", country_code="DE"
            ),
            profiles=(Link(network="GitHub", url="https://github.com/jonas-weber-example"),),
        ),
        work=(
            Work(name="Fabrikam", position="Team Lead", start_date="2021-06", summary="Services in Kotlin and Java"),
            Work(name="Contoso", position="Developer", start_date="2016-04", end_date="2021-05", summary="Java"),
        ),
        education=(
            Education(
                institution="TU Hamburg", study_type="M.Sc.", area="Informatics", start_date="2013", end_date="2016-03"
            ),
        ),
        certificates=(Certificate(name="AWS Certified Solutions Architect", date="2023-05", issuer="AWS"),),
        languages=(
            Language(language="German", fluency="Native"),
            Language(language="English", fluency="C1"),
            Language(language="French", fluency="A2"),
        ),
        skills=(Skill(name="Backend", keywords=("Java", "Kotlin", "Kubernetes")),),
        preferences=Preferences(modes=("hybrid",), employment=("full_time",)),
        application=ApplicationFacts(
            authorization={
                "DE": Authorization(authorized=True, sponsorship_now=False, sponsorship_future=False),
                "GB": Authorization(authorized=False, sponsorship_now=True, sponsorship_future=True),
            },
            citizenships=("DE",),
            notice=Duration(amount=3, unit="month"),
            start="2027-03-01",
            pay_expected=eur,
            pay_current=Pay(minimum=78_000, maximum=78_000, currency="EUR", period="year"),
            relocate={"DE": True, "*": False},
            date_of_birth="1988-02-14",
            driving_licence=True,
            clearance="none",
            eeo={
                "gender": Eeo(choice="answer", answer="Male"),
                "disability": Eeo(choice="answer", answer="No"),
                "veteran": Eeo(choice="answer", answer="No"),
            },
            pronouns="he/him",
            salutation="Mr",
        ),
    )  # fmt: skip


def bank() -> tuple[Answer, ...]:
    """What the person answered on earlier forms; about Northwind only what is true of one employer."""

    def one(family: str, value: str, kind: str = "bool", **more: str) -> Answer:
        return Answer(id=f"b-{family}", family=family, kind=kind, value=value, updated_at=_THEN, **more)

    here = {"scope": "company", "company": "Northwind"}
    return (
        *(one(family, "true") for family in _YES.split()),
        *(one(family, "false") for family in _NO.split()),
        *(one(family, "false", **here) for family in _NO_HERE.split()),
        *(one(family, value, "number", unit=unit) for family, value, unit in _FIGURES),
        one("proficiency", "8", "number", subject="Java"),
        one("commute", "true", subject="Hamburg"),
    )
