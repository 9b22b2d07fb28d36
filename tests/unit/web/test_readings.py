"""What the dashboard shows of sensitive facts is in the audit, by name and never by value, once an hour."""

from datetime import UTC, datetime, timedelta

import msgspec

from companion.model.form import Answer
from companion.model.profile import Eeo
from companion.privacy import audit
from companion.web.readings import Readings
from tests.unit.web.conftest import Visitor


def shown(visitor: Visitor) -> list[tuple[str, tuple[str, ...]]]:
    found = [one.detail for one in audit.entries(visitor.services.store, kind="read").items]
    return [(one.what, one.facts) for one in found if one is not None and one.who == "dashboard"]


def with_sensitive_facts(visitor: Visitor) -> None:
    store = visitor.services.store
    profile = visitor.services.search.profile()
    assert profile is not None
    known = msgspec.structs.replace(profile.application, eeo={"gender": Eeo(choice="answer", answer="Canary")})
    store.profiles.replace(msgspec.structs.replace(profile, application=known))


def test_a_page_that_shows_sensitive_facts_is_noted_once_and_names_no_value(seeded: Visitor) -> None:
    with_sensitive_facts(seeded)
    for _ in range(3):
        assert seeded.http.get("/profile").status_code == 200
        assert seeded.http.get("/profile/facts").status_code == 200
    found = shown(seeded)
    assert len(found) == 1
    what, facts = found[0]
    assert what == "Profile shown"
    assert "application/eeo/gender/answer" in facts
    assert not any(path.startswith(("work/", "basics/")) for path in facts)
    assert "Canary" not in str(audit.entries(seeded.services.store).items)
    assert "Profile shown" in seeded.http.get("/activity", params={"view": "audit"}).text
    assert audit.verify(seeded.services.store).valid


def test_sensitive_answers_and_values_of_a_form_are_noted_and_others_are_not(seeded: Visitor) -> None:
    store = seeded.services.store
    for one in store.answers.where():
        store.answers.remove(one.id)
    at = datetime(2026, 1, 1, tzinfo=UTC)
    plain = Answer(
        id="plain",
        family="notice.period",
        question="What is your notice period?",
        kind="text",
        value="x",
        updated_at=at,
    )
    store.answers.add(plain)
    seeded.http.get("/answers")
    assert shown(seeded) == []
    store.answers.add(
        Answer(id="eeo", family="eeo.gender", question="What is your gender?", kind="text", value="x", updated_at=at)
    )
    seeded.http.get("/answers")
    assert shown(seeded) == [("Answers shown", ("answer/eeo",))]


def test_after_an_hour_it_is_another_reading(seeded: Visitor) -> None:
    time = datetime(2026, 1, 1, tzinfo=UTC)
    readings = Readings(seeded.services.store, clock=lambda: time)
    answer = Answer(
        id="eeo", family="eeo.gender", question="What is your gender?", kind="text", value="x", updated_at=time
    )
    readings.answers([answer])
    time += timedelta(minutes=59)
    readings.answers([answer])
    assert len(shown(seeded)) == 1
    time += timedelta(minutes=2)
    readings.answers([answer])
    assert len(shown(seeded)) == 2
