"""From the wording alone: no trap question gets an untruthful answer."""

import msgspec
import pytest

from companion.forms import plan
from companion.model.form import Snapshot
from companion.model.posting import Posting
from companion.model.profile import Profile
from tests.unit.forms.asking import NOW, TODAY, URL, Case, act, answer, field_of, outcome, posting
from tests.unit.forms.person import YES_NO, everyone, traveller
from tests.unit.forms.traps import traps
from tests.unit.forms.traps_fourth import ANSWERED, ANSWERED_OF_SECOND, Row
from tests.unit.forms.traps_fresh import LEFT, fresh

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


FRESH = list(fresh())


@pytest.mark.parametrize(("case", "right"), FRESH, ids=[case.name for case, _ in FRESH])
def test_a_question_asked_fresh_is_answered_truthfully_or_left(case: Case, right: tuple[str, ...]):
    action = act(case, understood=True)
    given = outcome(action)
    assert (LEFT if given is None else given[0]) in right, (action.meaning, action.rule, action.reason)


KNOWN = [*((everyone(), row) for row in ANSWERED), *((traveller(), row) for row in ANSWERED_OF_SECOND)]


@pytest.mark.parametrize(("profile", "row"), KNOWN, ids=[row[0][:60] for _, row in KNOWN])
def test_what_the_facts_answer_is_answered(profile: Profile, row: Row):
    label, widget, options, expected = row
    case = Case(name="", label=label, widget=widget, options=options, profile=profile, expected=expected, country="US")
    assert outcome(act(case, understood=True)) == expected


def test_a_word_too_many_leaves_a_question_until_it_is_answered_in_these_words():
    label = "Notice period for your freelance contracts (days)"
    case = Case(name="", label=label, widget="number", profile=everyone(), expected=None)
    action = act(case, understood=True)
    assert (action.kind, "“freelance”" in action.reason) == ("leave", True)
    given = answer("notice.period", "7", "duration", unit="day", question=label)
    assert outcome(act(msgspec.structs.replace(case, answers=(given,)), understood=True)) == ("7",)


@pytest.mark.parametrize(
    ("label", "widget", "job", "kind"),
    [
        (
            "Will you require sponsorship to work in the United States for Contoso Labs?",
            "radio",
            posting("US"),
            "choose",
        ),
        ("Notice period (days) before joining us at Contoso", "number", None, "fill"),
        ("Notice period (days) before joining us at Contoso", "number", posting("US"), "leave"),
    ],
)
def test_an_employer_by_another_name(label: str, widget: str, job: Posting | None, kind: str):
    options = YES_NO if widget == "radio" else ()
    field = field_of(Case(name="", label=label, widget=widget, options=options, profile=everyone(), expected=None))
    snapshot = Snapshot(url=URL, language="en", fields=(field,))
    made = plan(snapshot, everyone(), (), posting=job, resume=None, today=TODAY, created_at=NOW)
    assert made.actions[0].kind == kind
