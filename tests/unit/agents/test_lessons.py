"""What a corrected meaning teaches, how far it reaches, and that no earlier form is understood anew by it."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from companion.agents import Services
from companion.agents.lessons import learn, taught
from companion.errors import BadInput
from companion.forms.bank import text_id
from companion.model.application import Attempt, Page
from companion.model.document import new_id, now
from companion.model.form import Action, Field, FieldResult, Snapshot
from tests.fakes.companion import made_companion

LABEL = "Handle of your choosing"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with made_companion(tmp_path / "data") as made:
        yield made


def form(host: str, label: str = LABEL, widget: str = "text") -> Snapshot:
    return Snapshot(url=f"https://{host}/apply", fields=(Field(id="f", widget=widget, label=label),))


def sent(services: Services, host: str, meaning: str, status: str = "verified") -> None:
    """An earlier form whose field of these words was filled under `meaning`."""
    action = Action(field_id="x", kind="fill", label=LABEL, values=("v",), meaning=meaning)
    result = FieldResult(field_id="x", status=status)
    page = Page(url=f"https://{host}/apply", schema_hash="a" * 64, actions=(action,), results=(result,))
    services.store.attempts.add(
        Attempt(id=new_id(), posting_id="p", canonical_key="k", channel="tab", pages=(page,), created_at=now())
    )


def keys(services: Services, snapshot: Snapshot) -> list[str]:
    return [one.key for one in taught(services.store, snapshot)]


def test_a_correction_holds_for_the_same_words_on_every_form(services: Services) -> None:
    assert keys(services, form("one.example")) == [""]
    assert learn(services.store, form("one.example"), "f", "links.github") == "everywhere"
    assert keys(services, form("two.example")) == ["links.github"]
    assert keys(services, form("two.example", label="handle of  YOUR choosing *")) == ["links.github"]


def test_other_words_and_other_shapes_are_understood_as_before(services: Services) -> None:
    learn(services.store, form("one.example"), "f", "links.github")
    assert keys(services, form("one.example", label="Handle of your team")) == [""]
    assert "links.github" not in keys(services, form("one.example", widget="checkbox"))


def test_a_later_correction_takes_the_place_of_an_earlier_one(services: Services) -> None:
    learn(services.store, form("one.example"), "f", "links.github")
    learn(services.store, form("two.example"), "f", "links.website")
    assert keys(services, form("one.example")) == ["links.website"]
    assert services.store.lessons.count() == 1


def test_where_another_form_was_filled_otherwise_the_rule_stays_on_its_host(services: Services) -> None:
    sent(services, "earlier.example", "name.preferred")
    assert learn(services.store, form("one.example"), "f", "links.github") == "here"
    assert keys(services, form("one.example")) == ["links.github"]
    assert keys(services, form("earlier.example")) == [""]


def test_where_the_very_host_was_filled_otherwise_nothing_is_kept(services: Services) -> None:
    sent(services, "one.example", "name.preferred")
    assert learn(services.store, form("one.example"), "f", "links.github") == "once"
    assert services.store.lessons.count() == 0


def test_a_field_that_did_not_take_its_value_is_no_earlier_form(services: Services) -> None:
    sent(services, "one.example", "name.preferred", status="rejected")
    assert learn(services.store, form("one.example"), "f", "links.github") == "everywhere"


def test_what_is_never_filled_stays_closed_to_rules(services: Services) -> None:
    ssn = form("one.example", label="Social security number")
    with pytest.raises(BadInput):
        learn(services.store, ssn, "f", "phone")
    with pytest.raises(BadInput):
        learn(services.store, form("one.example"), "f", "no.such.meaning")
    with pytest.raises(BadInput):
        learn(services.store, form("one.example"), "other", "phone")
    learn(services.store, form("one.example"), "f", "phone")
    [lesson] = services.store.lessons.where()
    services.store.lessons.replace(msgspec.structs.replace(lesson, wording=text_id("Social security number")))
    assert keys(services, ssn) != ["phone"]
