"""The score rests on named parts with reasons; what cannot be said is not scored, and blockers stand apart."""

from datetime import UTC, date, datetime

import msgspec

from companion.matching import requirements, score
from companion.matching.experience import years
from companion.model.match import Match
from companion.model.posting import Pay, Place, Posting
from companion.model.profile import (
    ApplicationFacts,
    Authorization,
    Basics,
    Education,
    Preferences,
    Profile,
    Skill,
    Work,
)

TODAY = date(2026, 6, 1)
AD = """Requirements
- 4+ years of experience with Python
- PostgreSQL, Docker and Kubernetes
- You write clear documentation, you like reviews, and you care about the people who use what you build every day
- You have worked in a team that ships often and measures what it does, and you know how to plan your own work
"""
PERSON = Profile(
    id="me",
    version=3,
    basics=Basics(name="Ada Example", label="Backend Engineer"),
    work=(
        Work(
            name="Example GmbH",
            position="Backend Engineer",
            start_date="2020-01",
            end_date="2024-12",
            highlights=("Built services in Python and PostgreSQL.",),
        ),
        Work(name="Beispiel AG", position="Developer", start_date="2023-01", highlights=("Docker for everyone.",)),
    ),
    skills=(Skill(name="Tools", keywords=("Git",)),),
)


def ad(**more: object) -> Posting:
    return msgspec.structs.replace(
        Posting(
            id="p",
            canonical_key="k",
            url="https://jobs.example.com/1",
            title="Senior Backend Engineer",
            company="Example Rail",
            captured_at=datetime(2026, 1, 1, tzinfo=UTC),
        ),
        **more,
    )


def match(profile: Profile = PERSON, posting: Posting | None = None, text: str = AD) -> Match:
    subject = posting or ad()
    return score(subject, requirements(subject, text), profile, today=TODAY)


def test_parts_sum_to_a_hundred_and_explain_themselves() -> None:
    found = match()
    assert found.score is not None
    assert abs(sum(part.weight for part in found.parts) - 100) < 1e-9
    assert all(part.reason for part in found.parts)
    assert found.score == round(sum(part.weight * part.share for part in found.parts))


def test_evidence_names_the_facts_and_the_years_behind_it() -> None:
    python = next(one for one in match().matched if one.name == "Python")
    assert python.facts == ("work/0/highlights/0",)
    assert python.years == 5.0
    assert match().missing[0] == "Kubernetes"


def test_fewer_years_of_a_skill_than_are_asked_are_said_and_count_for_less() -> None:
    more = AD.replace("4+ years", "7+ years")
    python = next(one for one in match(text=more).matched if one.name == "Python")
    assert (python.years, python.short_of) == (5.0, 7.0)
    assert match(text=more).parts[0].reason.endswith("It shows Python for 5 of 7 years.")
    assert match(text=more).parts[0].share < match().parts[0].share
    assert "years" not in match().parts[0].reason


def test_what_the_profile_gains_the_score_gains() -> None:
    more = msgspec.structs.replace(PERSON, skills=(Skill(name="Kubernetes"),))
    assert (match(more).score or 0) > (match().score or 0)


def test_of_alternatives_one_is_enough_and_none_is_one_gap() -> None:
    text = AD.replace("PostgreSQL, Docker and Kubernetes", "Experience with {}")
    held = match(text=text.format("PostgreSQL, Oracle or MongoDB"))
    assert {one.name for one in held.matched} >= {"PostgreSQL"}
    assert not {"Oracle", "MongoDB"} & set(held.missing)
    none = match(text=text.format("a queue such as RabbitMQ, Apache Kafka"))
    assert none.missing[0] == "RabbitMQ or Apache Kafka"
    every = match(text=text.format("RabbitMQ and Apache Kafka"))
    assert every.missing[:2] == ("RabbitMQ", "Apache Kafka")
    assert (held.score or 0) > (none.score or 0) > (every.score or 0)


def test_an_ad_for_beginners_says_so_to_whoever_is_none() -> None:
    part = next(one for one in match(text=AD.replace("4+ years", "0-1 years")).parts if one.name == "experience")
    assert part.share == 0.5
    assert "0 to 1 asked" in part.reason


def test_an_empty_description_is_not_scored() -> None:
    found = match(text="")
    assert found.score is None
    assert "Not enough to say" in found.note


def test_parallel_jobs_are_counted_once() -> None:
    assert years(PERSON.work, TODAY) == 6.5


def test_blockers_do_not_change_the_score_and_name_their_sentence() -> None:
    wishes = Preferences(modes=("remote",), pay_floor=Pay(minimum=80_000, currency="EUR", period="year"))
    floor = msgspec.structs.replace(PERSON, preferences=wishes)
    poor = ad(mode="onsite", pay=Pay(minimum=4_000, maximum=5_000, currency="EUR", period="month", text="4–5 k€"))
    found = match(floor, poor)
    assert {blocker.kind for blocker in found.blockers} == {"mode", "pay"}
    assert found.blockers[1].sentence == "4–5 k€"


def test_a_clearance_that_is_not_required_blocks_nobody() -> None:
    assert not match(text=AD + "\nA security clearance is not required.").blockers


def test_no_sponsorship_blocks_only_who_needs_it_there() -> None:
    text = AD + "\nWe cannot sponsor visas."
    posting = ad(places=(Place(text="Berlin", country="DE"),))
    for needs in (True, False):
        rights = ApplicationFacts(authorization={"DE": Authorization(authorized=not needs, sponsorship_now=needs)})
        profile = msgspec.structs.replace(PERSON, application=rights)
        assert any(one.kind == "sponsorship" for one in match(profile, posting, text).blockers) is needs


def test_pay_that_cannot_be_compared_is_open_and_neither_passes_nor_blocks() -> None:
    floor = Preferences(pay_floor=Pay(minimum=80_000, currency="EUR", period="year"), hard=frozenset({"pay_floor"}))
    profile = msgspec.structs.replace(PERSON, preferences=floor)
    for pay in (
        Pay(maximum=500, currency="EUR", text="500 € stipend"),
        Pay(maximum=9, currency="XXX", period="hour"),
        None,
    ):
        found = match(profile, ad(pay=pay))
        assert not found.blockers
        assert any("pay" in one for one in found.unchecked)


def test_pay_is_compared_in_any_period_and_currency_and_the_persons_own_rates_go_first() -> None:
    pay = Pay(maximum=6_000, currency="USD", period="month", text="$6,000 a month")
    for rates, blocked in (({}, True), ({"USD": 0.5}, False)):
        floor = Preferences(pay_floor=Pay(minimum=40, currency="EUR", period="hour"), rates=rates)
        found = match(msgspec.structs.replace(PERSON, preferences=floor), ad(pay=pay))
        assert [one.kind for one in found.blockers] == (["pay"] if blocked else [])


def test_what_an_ad_names_in_passing_counts_where_one_has_it_and_hardly_where_not() -> None:
    passing = "We build with Rust, Kafka and Terraform, and you will see all of it from your first week with us.\n"
    share = {part.name: part.share for part in match().parts}["skills"]
    seen = {part.name: part.share for part in match(text=passing + AD).parts}["skills"]
    asked = {part.name: part.share for part in match(text=f"{AD}- Rust, Kafka and Terraform\n").parts}["skills"]
    assert asked < share * 0.75 < seen < share


def test_preferences_an_ad_says_nothing_to_are_half_met_and_not_left_out() -> None:
    wishes = Preferences(pay_floor=Pay(minimum=50_000, currency="EUR", period="year"))
    part = next(
        one for one in match(msgspec.structs.replace(PERSON, preferences=wishes)).parts if one.name == "preferences"
    )
    assert part.share == 0.5
    assert "nothing" in part.reason


def test_degrees_are_known_by_their_letters() -> None:
    ad_text = "Requirements\n- Juris Doctor (JD) degree required\n" + AD
    lawyer = msgspec.structs.replace(PERSON, education=(Education(institution="Example", study_type="JD", area="Law"),))
    shares = [
        {part.name: part.share for part in match(one, text=ad_text).parts}["education"] for one in (lawyer, PERSON)
    ]
    assert shares == [1.0, 0.0]


def test_an_ads_own_wording_is_shown_by_the_fact_that_says_it_in_one_place() -> None:
    text = AD + "- Hedge laying\n- Lambing records\n- Goat shearing\n"
    work = msgspec.structs.replace(
        PERSON.work[0], highlights=("Laid hedges: hedge laying by hand", "Kept records of lambing")
    )
    who = msgspec.structs.replace(PERSON, work=(work, *PERSON.work[1:]))
    found = {one.name: one for one in match(who, text=text).matched}
    assert found["Hedge laying"].facts == ("work/0/highlights/0",)
    assert found["Lambing records"].facts == ("work/0/highlights/1",)
    assert found["Hedge laying"].until
    assert "Goat shearing" in match(who, text=text).missing
    only = Profile(id="p", work=(msgspec.structs.replace(work, highlights=("Goats and sheep", "Shearing")),))
    assert "Goat shearing" not in {one.name for one in match(only, text=text).matched}


def test_what_one_does_with_a_thing_each_words_in_another_form() -> None:
    baker = Work(name="Example", position="Baker", start_date="2020-01", highlights=("Charted doughs in Panomat.",))
    found = match(msgspec.structs.replace(PERSON, work=(baker,)), text=f"{AD}- Experience charting in Panomat\n")
    assert next(one.facts for one in found.matched if "Panomat" in one.name) == ("work/0/highlights/0",)


def test_a_title_without_a_level_says_why_it_is_no_full_match() -> None:
    part = next(one for one in match(posting=ad(title="Backend Engineer")).parts if one.name == "title")
    assert part.share < 1
    assert part.reason.endswith("It names no level.")
