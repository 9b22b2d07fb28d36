"""The same facts told once as answers give the same answers as facts of the profile."""

import msgspec
import pytest

from companion.model.form import Answer
from companion.model.posting import Pay
from companion.model.profile import ApplicationFacts
from tests.unit.forms.asking import Case, act, answer, ask, outcome
from tests.unit.forms.cases_amounts import notice_cases, pay_cases
from tests.unit.forms.cases_right_to_work import authorization_cases, claim_cases
from tests.unit.forms.person import everyone


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


RATHER = answer("custom", "Yes", "text", subject="x", question="Do you own a laptop you can use for work?")


@pytest.mark.parametrize(
    ("question", "proposed"),
    [
        ("Do you have your own laptop to use for work?", "Yes"),
        ("Do you not own a laptop you can use for work?", ""),
        ("Do you own 2 laptops you can use for work?", ""),
        ("Do you own a car?", ""),
    ],
)
def test_a_question_in_nearly_the_same_words_is_proposed_its_answer_and_never_filled(question: str, proposed: str):
    action = ask("", label=question, widget="radio", options=("Yes", "No"), answers=(RATHER,))
    assert (action.kind, action.draft) == ("leave", proposed)
    assert action.cited == (("answer/a-custom",) if proposed else ())


def test_another_currency_is_left_with_what_the_persons_own_rates_make_of_it():
    whole = everyone()
    rated = msgspec.structs.replace(
        whole, preferences=msgspec.structs.replace(whole.preferences, rates={"INR": 100.0, "USD": 1.1})
    )
    asked = {"label": "Expected salary in USD per year", "currency": "USD", "period": "year", "widget": "number"}
    assert "about USD 19,800 per year" in ask("salary.expected", profile=rated, **asked).reason
    plain = ask("salary.expected", **asked)
    assert (plain.kind, "about" in plain.reason) == ("leave", False)
