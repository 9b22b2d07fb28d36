"""The same fact in the notation a message asks for, and nothing else: what takes another answer is for the person."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.apply.mending import mended, messages, rewritten
from companion.model.form import Action, Field, Snapshot

ANEW = [
    ("+46 70 555 12 34", "Please enter digits only", "46705551234"),
    ("+1 (212) 555-0142", "Phone number must be 10 digits", "2125550142"),
    ("+91 98450 12345", "Enter a valid 10-digit mobile number", "9845012345"),
    ("+46 70-555 12 34", "Please include your country code, e.g. +1", "+46705551234"),
    ("linkedin.com/in/tove-example", "Please enter a valid URL", "https://linkedin.com/in/tove-example"),
    ("github.com/tove", "Links must start with https://", "https://github.com/tove"),
    ("2026-03-01", "Use the format MM/DD/YYYY", "03/01/2026"),
    ("2026-03-01", "Bitte als TT.MM.JJJJ eingeben", "01.03.2026"),
    ("€75,000", "Only numbers are allowed: numeric value expected", "75000"),
    ("75 000 SEK", "Must be a number", "75000"),
    ("7.0", "Please enter a whole number", "7"),
    ("070 555 12 34", "Your number contains spaces", "0705551234"),
]
LEFT = [
    ("2 months", "Please enter digits only"),
    ("+46 70 555 12 34", "Phone number must be 10 digits"),
    ("070 555 12 34", "Please include your country code"),
    ("Tove", "This address is not accepted"),
    ("tove@example.com", "Enter a valid URL"),
    ("7.5", "Please enter a whole number"),
    ("March 2026", "Use the format MM/DD/YYYY"),
    ("2026-13-45", "Use the format MM/DD/YYYY"),
    ("Because gauges that tell the truth are worth building.", "Must be at most 20 characters"),
    ("75.000,50", "Must be a number"),
]


def fill(value: str, **changes: object) -> Action:
    return Action(field_id="f", kind="fill", label="Phone", values=(value,), **changes)


@pytest.mark.parametrize(("value", "message", "anew"), ANEW)
def test_a_message_about_notation_is_followed(value: str, message: str, anew: str) -> None:
    found = rewritten(fill(value), message)
    assert (found.values, found.review) == ((anew,), True)


@pytest.mark.parametrize(("value", "message"), LEFT)
def test_what_takes_more_than_notation_is_left_to_the_person(value: str, message: str) -> None:
    assert rewritten(fill(value), message) == fill(value)


@given(st.text(max_size=40), st.sampled_from([message for _, message, _ in ANEW]) | st.text(max_size=60))
def test_never_another_digit_and_never_fewer_than_half_of_them(value: str, message: str) -> None:
    (anew,) = rewritten(fill(value), message).values
    if "/" in message or "." in message:
        assert sorted(re.sub(r"\D", "", anew)) == sorted(re.sub(r"\D", "", value)) or "." in value
    else:
        assert re.sub(r"\D", "", anew) in re.sub(r"\D", "", value)


def test_the_message_may_stand_beside_the_field_or_in_a_list_of_messages() -> None:
    field = Field(id="f", widget="tel", label="Phone *")
    beside = Snapshot(url="https://x", fields=(Field(id="f", widget="tel", label="Phone *", error="Digits only"),))
    listed = Snapshot(url="https://x", fields=(field,), errors=("Phone: digits only", "Email is missing"))
    for page in (beside, listed):
        found = mended((fill("+46 70 555 12 34"),), page)
        assert found is not None
        assert found[0].values == ("46705551234",)
    assert (
        mended((fill("+46 70 555 12 34"),), Snapshot(url="https://x", fields=(field,), errors=("Digits only",))) is None
    )
    assert messages(beside) == ("Phone *: Digits only",)


@pytest.mark.parametrize("kind", ["leave", "choose", "check", "attach"])
def test_only_what_was_typed_is_written_anew(kind: str) -> None:
    action = Action(field_id="f", kind=kind, values=("+46 70 555 12 34",))
    assert rewritten(action, "Digits only") == action
