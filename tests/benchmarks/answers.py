"""Screening questions with traps of unit, polarity, country and time frame: right, left to the person, wrong.

`meaning given` states the question's meaning, and so measures answering alone; `from the wording` starts at the label
as a page shows it, and so measures understanding and answering together. Beside them, on the same questions, the list
of saved answers that simple fillers keep (`_lookup`).
"""

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from companion.forms.vocabulary import term
from tests.benchmarks import Row
from tests.benchmarks._lookup import look_up
from tests.unit.forms.asking import Case, act, outcome
from tests.unit.forms.cases import all_cases
from tests.unit.forms.traps import traps
from tests.unit.forms.traps_fresh import LEFT, fresh


def run(corpora: Path) -> Iterable[Row]:
    del corpora
    cases = all_cases()
    for name, understood in (("meaning given", False), ("from the wording", True)):
        yield from _rows(name, cases, understood)
        yield from _rows(f"{name}, sensitive", [case for case in cases if _sensitive(case)], understood)
    yield from _traps()


def _sensitive(case: Case) -> bool:
    return bool(term(case.meaning["key"]).sensitive)


_PEER = "saved answers, fuzzy"
Given = Callable[[Case], tuple[str, ...] | None]


def _rows(name: str, cases: list[Case], understood: bool) -> Iterable[Row]:
    ours = Counter(_judge(case, outcome(act(case, understood=understood))) for case in cases)
    theirs = Counter(_judge(case, look_up(case)) for case in cases)
    answerable = sum(case.expected is not None for case in cases)
    for metric, outcome_, of in (
        ("wrong", "wrong", 0),
        ("answered where a fact answers", "right", answerable),
        ("left where none does", "left", len(cases) - answerable),
    ):
        yield Row(
            case=name,
            metric=metric,
            value=ours[outcome_] / (of or 1),
            n=of or len(cases),
            peer={_PEER: theirs[outcome_] / (of or 1)},
        )


def _traps() -> Iterable[Row]:
    """Trap questions in their wording alone; where several answers are truthful, any of them is right."""
    newer = ((case, tuple(each for each in right if each != LEFT) or None) for case, right in fresh())
    asked = [*traps(), *newer]
    ours, theirs = _tried(asked, lambda case: outcome(act(case, understood=True))), _tried(asked, look_up)
    answerable = sum(truthful is not None for _, truthful in asked)
    for metric, mine, other, of in (
        ("wrong", ours["wrong"], theirs["wrong"], len(asked)),
        ("answered where a fact answers", ours["right"] / answerable, theirs["right"] / answerable, answerable),
    ):
        yield Row(case="traps, from the wording", metric=metric, value=mine, n=of, peer={_PEER: other})


def _tried(asked: Iterable[tuple[Case, tuple[str, ...] | None]], give: Given) -> Counter[str]:
    tally: Counter[str] = Counter()
    for case, truthful in asked:
        given = give(case)
        right = given is not None and truthful is not None and given[0] in truthful
        tally["left" if given is None else "right" if right else "wrong"] += 1
    return tally


def _judge(case: Case, given: tuple[str, ...] | None) -> str:
    if given == case.expected:
        return "right" if given is not None else "left"
    return "missed" if given is None else "wrong"
