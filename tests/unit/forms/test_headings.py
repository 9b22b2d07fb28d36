"""What stands over a field: another person's part is left, a second asking is looked at, a title says nothing."""

import pytest

from companion.forms import plan
from companion.model.form import Action, Field, Snapshot
from tests.unit.forms.asking import NOW, TODAY, URL, answer, ask
from tests.unit.forms.person import YES_NO, everyone


def planned(*rows: tuple[str, str]) -> tuple[Action, ...]:
    """The actions for text fields given as (heading, label)."""
    fields = tuple(
        Field(id=f"f{at}", widget="text", label=label, label_source="for", section=heading)
        for at, (heading, label) in enumerate(rows)
    )
    snapshot = Snapshot(url=URL, language="en", fields=fields)
    return plan(snapshot, everyone(), (), posting=None, resume=None, today=TODAY, created_at=NOW).actions


def test_the_same_asked_again_under_a_heading_that_may_be_anybody_s_is_looked_at():
    first, second = planned(("Apply now", "Last name"), ("Cardholder of the club", "Last name"))
    assert (first.kind, first.review) == ("fill", False)
    assert second.review
    assert "Cardholder of the club" in second.reason


@pytest.mark.parametrize("heading", ["Your details", "Contact information", "Billing address"])
def test_asked_again_under_a_heading_of_one_s_own_it_is_simply_filled(heading: str):
    _, second = planned(("Apply now", "City"), (heading, "City"))
    assert (second.kind, second.review) == ("fill", False)


@pytest.mark.parametrize("heading", ["Product Manager", "Apply for Friend Relations Manager", "Join our team today"])
def test_a_title_that_names_people_is_no_one_else_s_part(heading: str):
    assert planned((heading, "Last name"))[0].kind == "fill"


@pytest.mark.parametrize("heading", ["Branch Office Manager", "You are applying for Art History Lecturer"])
def test_the_title_of_a_form_is_no_other_place_and_no_earlier_time(heading: str):
    assert [one.kind for one in planned((heading, "Last name"), (heading, "City"))] == ["fill", "fill"]
    assert [one.kind for one in planned(("Your name", "Last name"), ("Address history", "City"))] == ["fill", "leave"]


def test_a_day_to_begin_is_left_among_those_of_a_job_held_and_filled_in_a_form_of_that_title():
    rows = ("Current position", "Email"), ("Current position", "Start date")
    assert [one.kind for one in planned(*rows)] == ["fill", "fill"]
    assert [one.kind for one in planned(("You", "Email"), rows[1])] == ["fill", "leave"]


def test_a_job_called_after_a_person_is_no_other_person():
    fields = (
        Field(id="n", widget="text", label="Last name", section="Property Manager"),
        Field(id="r", widget="file", label="Resume", section="Property Manager"),
    )
    snapshot = Snapshot(url=URL, language="en", fields=fields)
    made = plan(snapshot, everyone(), (), posting=None, resume=None, today=TODAY, created_at=NOW)
    assert made.actions[0].kind == "fill"
    assert planned(("Property manager", "Last name"))[0].kind == "leave"


@pytest.mark.parametrize(
    ("heading", "key", "label", "options"),
    [
        (
            "Veteran and military status",
            "eeo.veteran",
            "Are you a protected veteran?",
            ("Yes", "No", "I decline to answer"),
        ),
        ("Referral", "how.heard", "How did you hear about us?", ("Company website", "LinkedIn")),
        ("Relatives", "relatives", "Do you have relatives who work here?", YES_NO),
    ],
)
def test_a_heading_that_names_what_the_question_asks_is_no_reason_to_leave_it(
    heading: str, key: str, label: str, options: tuple[str, ...]
):
    banked = answer("relatives", "false", "bool", scope="company", company="Northwind", question=label)
    field = {"section": heading}
    action = ask(key, label=label, widget="radio", options=options, answers=(banked,), field=field, shape="choice")
    assert action.kind == "choose"
