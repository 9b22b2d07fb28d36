"""How long a plan takes, from the snapshot on (understanding included): 60 fields as forms have them, and 1,000."""

import gc
import statistics
import time
from collections.abc import Iterable
from pathlib import Path

from companion.forms import plan
from companion.model.form import Field, Snapshot
from companion.model.profile import Profile
from tests.benchmarks import Row
from tests.unit.forms.asking import NOW, TODAY, field_of, posting
from tests.unit.forms.cases import all_cases
from tests.unit.forms.person import everyone


def run(corpora: Path) -> Iterable[Row]:
    del corpora
    for size, times in ((60, 30), (1_000, 3)):
        snapshot = Snapshot(url="https://careers.northwind.example/1/apply", language="en", fields=_fields(size))
        took = [_once(snapshot, everyone()) for _ in range(times)]
        yield Row(case=f"{size} fields", metric="first, ms", value=took[0], n=size)
        yield Row(case=f"{size} fields", metric="median, ms", value=statistics.median(took[1:]), n=size)
        yield Row(case=f"{size} fields", metric="slowest after the first, ms", value=max(took[1:]), n=size)


def _once(snapshot: Snapshot, profile: Profile) -> float:
    gc.collect()
    started = time.perf_counter()
    plan(snapshot, profile, (), posting=posting("US"), resume=None, today=TODAY, created_at=NOW)
    return (time.perf_counter() - started) * 1_000


def _fields(size: int) -> tuple[Field, ...]:
    """Questions of the table, spread over its families, each with an id of its own."""
    cases = all_cases()
    step = max(len(cases) // size, 1)
    picked = [cases[index * step % len(cases)] for index in range(size)]
    fields: list[Field] = []
    for index, case in enumerate(picked):
        one = field_of(case)
        fields.append(Field(id=f"f{index}", widget=one.widget, label=one.label, options=one.options, position=index))
    return tuple(fields)
