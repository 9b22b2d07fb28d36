"""Every leaf of a profile is a fact with an address; wishes, identities and doubts are not."""

from companion.model.facts import facts
from companion.model.profile import (
    ApplicationFacts,
    Authorization,
    Basics,
    Doubt,
    Duration,
    Preferences,
    Profile,
    Skill,
    Work,
)

PERSON = Profile(
    id="me",
    version=7,
    basics=Basics(name="Ada Example", email="ada@example.com"),
    work=(Work(name="Example GmbH", start_date="2020-01", highlights=("Led nobody.", "Wrote docs.", "Shipped it.")),),
    skills=(Skill(name="Tools", keywords=("Git",)),),
    preferences=Preferences(titles=("Engineer",)),
    application=ApplicationFacts(
        authorization={"DE": Authorization(authorized=True)}, notice=Duration(amount=60.0, unit="day")
    ),
    doubts=(Doubt(path="basics/name", confidence=0.5),),
)


def test_a_fact_is_found_under_its_path() -> None:
    found = facts(PERSON)
    assert found["work/0/highlights/2"].text == "Shipped it."
    assert found["work/0/startDate"].text == "2020-01"
    assert found["application/authorization/DE/authorized"].text == "true"
    assert found["application/notice/amount"].text == "60"
    assert all(fact.path == path for path, fact in found.items())


def test_what_was_never_said_is_no_fact() -> None:
    assert not [path for path in facts(PERSON) if path.startswith(("preferences", "doubts", "id", "version"))]
    assert "basics/phone" not in facts(PERSON)
    assert "application/authorization/DE/sponsorshipNow" not in facts(PERSON)
