"""An answer given once is stored typed, and answers other wordings, units and polarities of the same question."""
# ruff: noqa: E501 (a row of a table stays a line)

from collections.abc import Sequence
from typing import Any

import msgspec
import pytest

from companion.forms import Meaning, learn
from companion.model.form import Answer
from tests.unit.forms.asking import NOW, ask, outcome, posting
from tests.unit.forms.person import YES_NO, person


def told(said: str, question: str = "Question", **meaning: Any) -> Answer:
    """What is stored when the person answers a question of this meaning with `said`."""
    given = msgspec.convert({"field_id": "f", "confidence": 0.9, **meaning}, Meaning)
    stored = learn(given, question, said, posting=posting("US"), at=NOW)
    assert stored is not None
    return stored


RADIO: dict[str, Any] = {"widget": "radio", "options": YES_NO, "shape": "yes_no"}
ROWS: list[tuple[str, dict[str, Any], dict[str, Any], Sequence[str] | None]] = [
    # said, asked as, asked again as, answered then
    ("60 days", {"key": "notice.period"}, {"key": "notice.period", "unit": "month", "widget": "number"}, ("2",)),
    ("2", {"key": "notice.period", "unit": "month"}, {"key": "notice.period", "unit": "day", "widget": "number"}, ("60",)),
    ("18 LPA", {"key": "salary.expected"}, {"key": "salary.expected", "currency": "INR", "period": "month"}, ("150,000",)),
    ("18", {"key": "salary.expected", "unit": "lakh"}, {"key": "salary.expected", "unit": "lakh", "currency": "INR"}, ("18",)),
    ("Yes", {"key": "sponsorship.now", "subject": "US", "shape": "yes_no"},
     {"key": "sponsorship.now", "subject": "US", "polarity": "negative", **RADIO}, ("No",)),
    ("No", {"key": "sponsorship.future", "subject": "US", "shape": "yes_no", "polarity": "negative"},
     {"key": "sponsorship.future", "subject": "US", **RADIO}, ("Yes",)),
    ("Yes", {"key": "work.authorization", "shape": "yes_no"}, {"key": "work.authorization", "subject": "US", **RADIO}, ("Yes",)),
    ("Yes", {"key": "work.authorization", "shape": "yes_no"}, {"key": "work.authorization", "subject": "GB", **RADIO}, None),
    ("4", {"key": "years.with", "subject": "Kubernetes"},
     {"key": "years.with", "subject": "k8s", "threshold": 3, **RADIO}, ("Yes",)),
    ("4", {"key": "years.with", "subject": "Kubernetes"},
     {"key": "years.with", "subject": "k8s", "threshold": 5, **RADIO}, ("No",)),
    ("4", {"key": "years.with", "subject": "Kubernetes"}, {"key": "years.with", "subject": "Docker", **RADIO}, None),
    ("Prefer not to say", {"key": "eeo.race"},
     {"key": "eeo.race", "widget": "select", "options": ("Asian", "White", "I do not wish to answer")}, ("I do not wish to answer",)),
    ("No, I have not", {"key": "criminal", "shape": "yes_no"}, {"key": "criminal", **RADIO}, ("No",)),
]  # fmt: skip


@pytest.mark.parametrize(("said", "first", "again", "expected"), ROWS)
def test_one_answer_serves_other_wordings(
    said: str, first: dict[str, Any], again: dict[str, Any], expected: Sequence[str] | None
):
    stored = told(said, **first)
    key = again.pop("key") if "key" in (again := dict(again)) else ""
    assert outcome(ask(key, profile=person(), answers=(stored,), **again)) == expected


def test_what_cannot_be_typed_is_kept_for_its_own_wording():
    for said, meaning in [
        ("depends", {"key": "notice.period"}),
        ("60", {"key": "notice.period"}),
        ("15-20 LPA", {"key": "salary.expected"}),
        ("120000", {"key": "salary.expected"}),
        ("Yes", {"key": "work.authorization", "shape": "yes_no", "joins": [{"key": "sponsorship.now"}]}),
        ("maybe", {"key": "travel", "shape": "yes_no"}),
    ]:
        assert told(said, **meaning).family == "custom", said


def test_an_answer_about_the_employer_stays_with_them():
    stored = told("No", key="prior.employer", shape="yes_no")
    assert (stored.scope, stored.company) == ("company", "Northwind")
    assert told("Because.", key="why.company").scope == "posting"
    assert told("60 days", key="notice.period").scope == "general"


def test_nothing_is_learned_from_what_is_never_stored():
    for key in ("id.ssn", "bank", "emergency.phone", "honeypot"):
        assert learn(Meaning(field_id="f", key=key), "SSN", "123", posting=None, at=NOW) is None
    assert learn(Meaning(field_id="f", key="travel"), "Travel?", "  ", posting=None, at=NOW) is None
