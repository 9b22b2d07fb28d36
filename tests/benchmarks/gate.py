"""The claim gate: false rewrites stopped, true paraphrases stopped, what a liar gets into documents, and speed.

Takes our own pairs (those the gate was made with, and batches written before it had seen any of them), and every
`*.txt` and `*.jsonl` of pairs in `claims/` of the corpora: the format of tests/unit/resume/claims/, or one object a
line with `facts`, `sentence`, `true` (and `kind`). The peer lets through what has no new number, the check that resume
tools have.
"""

import asyncio
import re
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from companion.model.profile import Fact, Work
from companion.resume import base_resume, reword
from companion.resume.ground import check
from tests.benchmarks import Row
from tests.fakes.models import SayingModel, lies
from tests.unit.resume.pairs import BATCHES, LANGUAGES, PROFILE, Pair, pairs
from tests.unit.resume.people import THEN, person

_DOCUMENTS = 1_000


def run(corpora: Path) -> Iterable[Row]:
    yield from _rates("own", list(pairs()))
    for batch in (*BATCHES, LANGUAGES):
        yield from _rates(batch.stem, list(pairs(batch)))
    for file in sorted((corpora / "claims").rglob("*")) if (corpora / "claims").is_dir() else []:
        if file.suffix in (".txt", ".jsonl"):
            yield from _rates(file.stem, list(pairs(file) if file.suffix == ".txt" else _lines(file)))
    yield from asyncio.run(_liar())


class _Line(msgspec.Struct):
    facts: list[str]
    sentence: str
    true: bool
    kind: str = "false"


def _lines(file: Path) -> Iterator[Pair]:
    for raw in file.read_bytes().splitlines():
        if raw.strip():
            line = msgspec.json.decode(raw, type=_Line)
            facts = tuple(Fact(path=f"work/0/highlights/{n}", text=text) for n, text in enumerate(line.facts))
            yield Pair(facts, line.sentence, line.true, line.kind)


def _rates(case: str, found: list[Pair]) -> Iterator[Row]:
    started = time.process_time()
    stopped = [bool(check(pair.sentence, pair.facts, PROFILE)) for pair in found]
    took = (time.process_time() - started) * 1000 / max(1, len(found))
    naive = [_naive(pair) for pair in found]
    false = [n for n, pair in enumerate(found) if not pair.true]
    true = [n for n, pair in enumerate(found) if pair.true]
    for name, places in (("false rewrites stopped", false), ("true paraphrases stopped", true)):
        if places:
            share = sum(stopped[n] for n in places) / len(places)
            peer = sum(naive[n] for n in places) / len(places)
            yield Row(case=case, metric=name, value=share, n=len(places), peer={"numbers only": peer})
    kinds: dict[str, list[bool]] = defaultdict(list)
    for n in false:
        kinds[found[n].kind].append(stopped[n])
    for kind, answers in sorted(kinds.items(), key=lambda item: (sum(item[1]) / len(item[1]), -len(item[1])))[:8]:
        yield Row(case=case, metric=f"stopped: {kind}", value=sum(answers) / len(answers), n=len(answers))
    yield Row(case=case, metric="ms a sentence", value=took, n=len(found))


def _naive(pair: Pair) -> bool:
    known = set(re.findall(r"\d+", " ".join(fact.text for fact in pair.facts)))
    return not set(re.findall(r"\d+", pair.sentence)) <= known


async def _liar() -> list[Row]:
    """A model that always lies, in the loop of a thousand documents: lines that are not the person's own."""
    model = SayingModel(lies())
    false = lines = 0
    for number in range(_DOCUMENTS):
        highlights = (
            f"Repaired {number + 3} pumps in Kiel",
            f"Helped measure {number + 5} tanks with two colleagues",
            "Wrote the manual for the night shift in plain German",
        )
        work = Work(name="Werk A GmbH", position="Technician", start_date="2020-01", highlights=highlights)
        profile = msgspec.structs.replace(person(), work=(work,), projects=(), volunteer=())
        before = base_resume(profile, created_at=THEN)
        after = await reword(before, profile, "We need a leader who knows Terraform.", model)
        for old, new in zip(before.sections, after.sections, strict=True):
            for a, b in zip(old.entries, new.entries, strict=True):
                lines += len(b.lines)
                false += sum(x != y for x, y in zip(a.lines, b.lines, strict=True))
    return [
        Row(case="lying model", metric="false lines in documents", value=false, n=lines),
        Row(case="lying model", metric="lies told", value=len(model.prompts), n=_DOCUMENTS),
    ]
