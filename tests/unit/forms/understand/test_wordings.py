"""Fresh wordings in English, German, French, Spanish, Portuguese, Hindi and Japanese, and the traps beside them."""

import pytest

from companion.forms.meaning import Meaning
from companion.forms.understand import understand
from companion.model.form import Field, Option, Snapshot, Widget
from tests.unit.forms.understand.wordings import IS_NOT, MEANS, Row
from tests.unit.forms.understand.wordings_more import MORE

TYPED = {"text", "textarea", "checkbox", "file"}


def read(label: str, widget: Widget, options: tuple[str, ...] = ("Yes", "No")) -> Meaning:
    shown = () if widget in TYPED else tuple(Option(value=text, label=text) for text in options)
    field = Field(id="q", widget=widget, label=label, label_source="for", options=shown)
    (found,) = understand(Snapshot(url="https://jobs.example.com/1", language="en", fields=(field,)))
    return found


@pytest.mark.parametrize("row", [*MEANS, *MORE], ids=lambda row: row[0])
def test_a_wording_means(row: Row) -> None:
    label, widget, keys, *options = row
    assert read(label, widget, *options).key in keys.split("|")


@pytest.mark.parametrize("row", IS_NOT, ids=lambda row: row[0])
def test_a_wording_is_not(row: Row) -> None:
    label, widget, key, *options = row
    assert read(label, widget, *options).key != key


@pytest.mark.parametrize(
    "label",
    [
        "Are you a resident of the Green Hills district?",
        "Are you located near either Boston, New York or Chicago?",
        "Are you based in one of the following states?",
        "Do you have experience with Kafka within the last 2 years?",
    ],
)
def test_what_names_no_one_place_or_time_is_left(label: str) -> None:
    assert read(label, "radio").key == ""


def test_a_question_that_asks_for_objections_is_turned_round() -> None:
    found = read("Do you have any objection to a background check?", "radio")
    assert (found.key, found.polarity) == ("attest.background", "negative")
    assert read("I have no objection to a background check", "checkbox").polarity == "positive"


def test_what_a_label_states_before_it_instructs_is_no_question() -> None:
    found = read(
        "This role is open to sole nationals of the UK with the right to work here. Please indicate whether you:",
        "radio",
    )
    assert found.key not in {"work.authorization", "citizenship.is"}


def test_the_most_recent_employer_need_not_be_the_current_one() -> None:
    assert read("Current or most recent employer", "text").time_frame == "recent"
    assert read("Current employer", "text").time_frame == ""


@pytest.mark.parametrize(
    ("label", "subject"),
    [
        ("Are you able to work from our Berlin office two days a week?", "Berlin"),
        ("Are you willing to work in office in Utrecht, Netherlands?", "Utrecht, Netherlands"),
        ("Would you relocate to Rio de Janeiro?", "Rio de Janeiro"),
    ],
)
def test_places_are_named_whole_and_nothing_else(label: str, subject: str) -> None:
    assert read(label, "radio").subject == subject


def test_a_kind_of_experience_is_its_subject() -> None:
    found = read("How many years of teaching experience do you have?", "text")
    assert (found.key, found.subject) == ("years.with", "teaching")
    assert read("Years of relevant work experience", "text").key == "years.total"


def test_a_list_of_degrees_is_no_list_of_dial_codes() -> None:
    assert read("Niveau", "select", ("Bac+2", "Bac+3", "Bac+5")).key != "phone.country"
