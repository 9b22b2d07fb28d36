"""An answer serves the question it was given to, and others only where they ask no more and no less."""

import pytest

from companion.forms import learn, understand
from companion.model.form import Answer, Snapshot
from tests.unit.forms.asking import NOW, URL, Case, act, field_of, outcome, posting
from tests.unit.forms.person import YES_NO, person


def asked(question: str, *answers: Answer) -> Case:
    return Case(
        name="", label=question, widget="radio", options=YES_NO, profile=person(), answers=answers, expected=None
    )


def told(question: str, said: str) -> Answer:
    """What is learned when the person answers `question` on a form."""
    field = field_of(asked(question))
    meaning = understand(Snapshot(url=URL, language="en", fields=(field,)))[0]
    learned = learn(meaning, question, said, posting=posting(), at=NOW)
    assert learned is not None
    return learned


ROWS = [
    ("Are you willing to travel 80% of the time?", "No", "Are you willing to travel?"),
    ("Do you currently work on-site?", "Yes", "Are you able to work on-site?"),
    ("Have you ever worked weekends?", "Yes", "Are you willing to work weekends?"),
    ("Have you been convicted of a traffic offence abroad?", "Yes", "Have you ever been convicted of a crime?"),
    ("Are you willing to work overtime without pay?", "No", "Are you willing to work overtime?"),
]


@pytest.mark.parametrize(("question", "said", "other"), ROWS)
def test_the_same_words_are_asked_once_and_narrower_ones_answer_nothing_else(question: str, said: str, other: str):
    learned = told(question, said)
    assert outcome(act(asked(question, learned), understood=True)) == (said,)
    assert outcome(act(asked(other, learned), understood=True)) is None


def test_an_answer_to_plain_words_serves_others_and_is_not_hidden_by_a_narrower_one():
    plain = told("Are you willing to travel?", "Yes")
    narrow = told("Are you willing to travel 80% of the time?", "No")
    again = "Are you able to travel for business?"
    assert outcome(act(asked(again, plain, narrow), understood=True)) == ("Yes",)
    assert outcome(act(asked("Are you willing to travel 80% of the time?", plain, narrow), understood=True)) == ("No",)


def test_the_name_of_the_employer_who_asked_narrows_nothing():
    learned = told("Are you willing to travel for Contoso?", "Yes")
    assert outcome(act(asked("Are you willing to travel?", learned), understood=True)) == ("Yes",)
