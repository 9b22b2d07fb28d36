"""The same facts told once as answers give the same answers as facts of the profile."""

import msgspec
import pytest

from companion.model.form import Answer
from companion.model.posting import Pay
from companion.model.profile import ApplicationFacts
from tests.unit.forms.asking import Case, act, answer, outcome
from tests.unit.forms.cases_amounts import notice_cases, pay_cases
from tests.unit.forms.cases_right_to_work import authorization_cases, claim_cases


def told(facts: ApplicationFacts) -> tuple[Answer, ...]:
    """`facts` as the answer bank holds them."""
    answers: list[Answer] = []
    for country, right in facts.authorization.items():
        for family, truth in (
            ("work.authorization", right.authorized),
            ("sponsorship.now", right.sponsorship_now),
            ("sponsorship.future", right.sponsorship_future),
        ):
            if truth is not None:
                answers.append(answer(family, str(truth).lower(), "bool", subject=country))
    if facts.notice:
        answers.append(answer("notice.period", f"{facts.notice.amount:g}", "duration", unit=facts.notice.unit))
    answers += _pay("salary.expected", facts.pay_expected) + _pay("salary.current", facts.pay_current)
    return tuple(answers)


def _pay(family: str, pay: Pay | None) -> list[Answer]:
    if pay is None or pay.minimum is None:
        return []
    value = f"{pay.minimum:.0f}" if pay.minimum == pay.maximum else f"{pay.minimum:.0f}–{pay.maximum:.0f}"
    return [answer(family, value, "money", currency=pay.currency, period=pay.period or "")]


CASES = [case for cases in (authorization_cases(), claim_cases(), notice_cases(), pay_cases()) for case in cases]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_answers_serve_as_facts_of_the_profile_do(case: Case):
    facts = case.profile.application
    silent = msgspec.structs.replace(case.profile, application=ApplicationFacts())
    action = act(msgspec.structs.replace(case, profile=silent, answers=told(facts)))
    assert outcome(action) == case.expected, (action.rule, action.reason)
    if action.kind != "leave":
        assert action.fact.startswith("answer/")
