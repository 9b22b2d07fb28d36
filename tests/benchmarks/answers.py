"""Screening questions with traps of unit, polarity, country and time frame: right, left to the person, wrong.

`meaning given` states the question's meaning, and so measures answering alone; `from the wording` starts at the label
as a page shows it, and so measures understanding and answering together.
"""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from companion.forms.vocabulary import term
from tests.benchmarks import Row
from tests.unit.forms.asking import Case, act, outcome
from tests.unit.forms.cases import all_cases
from tests.unit.forms.traps import traps


def run(corpora: Path) -> Iterable[Row]:
    del corpora
    cases = all_cases()
    for name, understood in (("meaning given", False), ("from the wording", True)):
        yield from _rows(name, cases, understood)
        yield from _rows(f"{name}, sensitive", [case for case in cases if _sensitive(case)], understood)
    yield from _traps()


def _sensitive(case: Case) -> bool:
    return bool(term(case.meaning["key"]).sensitive)


def _rows(name: str, cases: list[Case], understood: bool) -> Iterable[Row]:
    tally = Counter(_judge(case, understood) for case in cases)
    answerable = sum(case.expected is not None for case in cases)
    yield Row(case=name, metric="wrong", value=tally["wrong"], n=len(cases))
    yield Row(case=name, metric="answered where a fact answers", value=tally["right"] / answerable, n=answerable)
    yield Row(
        case=name,
        metric="left where none does",
        value=tally["left"] / (len(cases) - answerable),
        n=len(cases) - answerable,
    )


def _traps() -> Iterable[Row]:
    """Trap questions in their wording alone; where several answers are truthful, any of them is right."""
    rows = [(outcome(act(case, understood=True)), truthful) for case, truthful in traps()]
    answerable = [given for given, truthful in rows if truthful]
    wrong = sum(given is not None and (truthful is None or given[0] not in truthful) for given, truthful in rows)
    yield Row(case="traps, from the wording", metric="wrong", value=wrong, n=len(rows))
    share = sum(given is not None for given in answerable) / len(answerable)
    yield Row(case="traps, from the wording", metric="answered where a fact answers", value=share, n=len(answerable))


def _judge(case: Case, understood: bool) -> str:
    given = outcome(act(case, understood=understood))
    if given == case.expected:
        return "right" if given is not None else "left"
    return "missed" if given is None else "wrong"
