"""The table of units and polarity: each answer is the truth as the question wants it, or the field is left."""

import pytest

from tests.unit.forms.asking import Case, act, outcome
from tests.unit.forms.cases import all_cases

CASES = all_cases()


def test_the_table_is_large():
    assert len(CASES) >= 300


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_answer_is_the_truth_in_the_form_the_question_wants(case: Case):
    action = act(case)
    assert outcome(action) == case.expected, (action.rule, action.reason)
