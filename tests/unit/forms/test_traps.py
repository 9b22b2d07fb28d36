"""From the wording alone: no trap question gets an untruthful answer."""

import pytest

from tests.unit.forms.asking import Case, act, outcome
from tests.unit.forms.traps import traps

ROWS = list(traps())


@pytest.mark.parametrize(("case", "truthful"), ROWS, ids=[case.name for case, _ in ROWS])
def test_a_trap_is_answered_truthfully_or_left(case: Case, truthful: tuple[str, ...] | None):
    action = act(case, understood=True)
    given = outcome(action)
    assert given is None or (truthful is not None and given[0] in truthful), (
        action.meaning,
        action.rule,
        action.fact_text,
    )
