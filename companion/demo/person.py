"""What the made-up person states beside her resume: facts that forms ask and resumes do not carry, and two answers."""

from datetime import UTC, datetime

import msgspec

from companion.forms.bank import text_id
from companion.model.form import Answer
from companion.model.posting import Pay
from companion.model.profile import ApplicationFacts, Authorization, Duration, Preferences, Profile, Wish

_NOTICE = "I have read the privacy notice and agree that my data is processed for this application."
_STATED = datetime(2026, 1, 15, 9, 0, tzinfo=UTC)


def facts_of_hers(profile: Profile) -> Profile:
    """`profile` with what she states for applications and looks for; nothing of her resume is changed."""
    return msgspec.structs.replace(
        profile,
        application=ApplicationFacts(
            authorization={"DE": Authorization(authorized=True, sponsorship_now=False, sponsorship_future=False)},
            citizenships=("SE",),
            notice=Duration(amount=2, unit="month"),
            pay_expected=Pay(minimum=86_000, currency="EUR", period="year"),
        ),
        preferences=Preferences(
            titles=("Backend Engineer", "Senior Backend Engineer"),
            places=(Wish(text="Berlin", city="Berlin", country="DE", radius_km=40),),
            modes=("hybrid", "remote"),
        ),
    )


def her_answers(posting_id: str) -> tuple[Answer, ...]:
    """An essay she wrote for this posting, and her consent to this employer's privacy notice."""
    return (
        Answer(
            id=f"why-{posting_id}",
            family="why.company",
            kind="text",
            value=(
                "I grew up in Lübeck, where the river comes into the street every other winter. "
                "A warning that arrives on time is worth more to me than another shop that sells faster, "
                "and a nightly settlement run that must never pay twice has taught me to build such things."
            ),
            scope="posting",
            posting_id=posting_id,
            question="Why would you like to work at Larkspur Instruments?",
            updated_at=_STATED,
        ),
        Answer(
            id=f"privacy-{posting_id}",
            family="consent.privacy",
            subject=text_id(_NOTICE),
            kind="bool",
            value="true",
            scope="company",
            company="Larkspur Instruments",
            question=_NOTICE,
            updated_at=_STATED,
        ),
    )
