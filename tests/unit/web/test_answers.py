"""What is said to a question is kept as the fact it states, whatever the question's polarity and unit."""

import pytest

from tests.unit.web.conftest import Visitor

NEED = "Do you require visa sponsorship to work in Canada?"
ROWS = [
    ({"question": NEED, "kind": "bool", "value": "false"}, ("sponsorship.now", "CA", "bool", "false")),
    (
        {"question": "Are you NOT authorized to work in Canada?", "kind": "bool", "value": "false"},
        ("work.authorization", "CA", "bool", "true"),
    ),
    ({"question": "Notice period (weeks)", "kind": "number", "value": "4"}, ("notice.period", "", "duration", "4")),
    (
        {"question": "Salary expectation (€ / year)", "kind": "text", "value": "75000"},
        ("salary.expected", "", "money", "75000"),
    ),
]


@pytest.mark.parametrize(("said", "kept"), ROWS)
def test_an_answer_to_a_question_becomes_its_fact(
    visitor: Visitor, said: dict[str, str], kept: tuple[str, str, str, str]
) -> None:
    answer = visitor.call("/api/answers", said, visitor.pair()).json()["answer"]
    assert (answer["family"], answer["subject"], answer["kind"], answer["value"]) == kept


def test_an_answer_to_a_joined_question_is_kept_for_its_own_wording(visitor: Visitor) -> None:
    question = "Are you authorized to work in Canada without sponsorship, now or in the future?"
    said = {"question": question, "family": "work.authorization", "subject": "CA", "kind": "bool", "value": "false"}
    answer = visitor.call("/api/answers", said, visitor.pair()).json()["answer"]
    assert answer["family"] == "custom"


def test_what_is_never_stored_is_not_kept(visitor: Visitor) -> None:
    said = {"question": "Social Security Number", "kind": "text", "value": "000"}
    assert visitor.call("/api/answers", said, visitor.pair()).json()["code"] == "bad-input"
    assert visitor.services.store.answers.count() == 0
