"""Headless applications at the clones: how many a minute, where the time goes, and memory after 200 in a row."""

import asyncio
import os
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from statistics import median

import msgspec

from companion.apply import Attempts, Chrome, Conduct, Driver, find
from companion.model.document import new_id
from companion.settings import Settings
from companion.store import Store
from tests.ats.answers import RESUME, mismatches, planner
from tests.ats.clone import Clone
from tests.ats.lever import Lever
from tests.ats.road import posting_of
from tests.ats.test_wire import AT_ONCE
from tests.benchmarks import Row

_IN_A_ROW = int(os.environ.get("APPLY_IN_A_ROW", "200"))
_EACH = 3


def run(corpora: Path) -> Iterable[Row]:
    """`corpora` is not used: the clones are the input. `APPLY_IN_A_ROW` changes the length of the long row."""
    return asyncio.run(_run())


async def _run() -> list[Row]:
    path = find(Settings())
    if path is None:
        return []
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Settings(data=Path(folder), keys="file"))
        chrome = Chrome(lambda: path)
        try:
            for system in AT_ONCE:
                rows += await _one(system, store, chrome)
            rows += await _many(store, chrome)
        finally:
            await chrome.close()
            store.close()
    return rows


async def _one(system: type[Clone], store: Store, chrome: Chrome) -> list[Row]:
    rehearsals: list[float] = []
    sendings: list[float] = []
    right = 0
    for _ in range(_EACH):
        with system() as clone:
            times, as_planned = await _apply(clone, store, chrome)
            right += as_planned
            rehearsals.append(times[0])
            sendings.append(times[1])
    return [
        Row(case=system.name, metric="rehearse, s", value=median(rehearsals), n=_EACH),
        Row(case=system.name, metric="send to receipt, s", value=median(sendings), n=_EACH),
        Row(case=system.name, metric="received as planned, share", value=right / _EACH, n=_EACH),
    ]


async def _many(store: Store, chrome: Chrome) -> list[Row]:
    rows: list[Row] = []
    started, right = time.perf_counter(), 0
    with Lever() as clone:
        for number in range(1, _IN_A_ROW + 1):
            right += (await _apply(clone, store, chrome))[1]
            clone.submissions.clear()
            if number in (10, _IN_A_ROW):
                rows += [
                    Row(case=f"after {number}", metric=f"{who}, MB", value=value, n=number)
                    for who, value in _resident().items()
                ]
    took = time.perf_counter() - started
    rows.append(Row(case="in a row", metric="applications a minute", value=60 * _IN_A_ROW / took, n=_IN_A_ROW))
    rows.append(Row(case="in a row", metric="received as planned, share", value=right / _IN_A_ROW, n=_IN_A_ROW))
    return rows


async def _apply(clone: Clone, store: Store, chrome: Chrome) -> tuple[tuple[float, float], bool]:
    """Seconds for rehearsal and for sending, and whether exactly what was planned arrived, once."""
    chrome.allowed.update(clone.allowed)
    conduct = Conduct(store, Driver(chrome), patience=10, partners=clone.partners)
    posting = store.postings.add(msgspec.structs.replace(posting_of(clone), canonical_key=new_id()))
    attempt = Attempts(store).begin(posting, channel="headless")
    start = time.perf_counter()
    attempt = await conduct.rehearse(attempt.id, planner(), [RESUME])
    middle = time.perf_counter()
    approved = conduct.attempts.approve(attempt.id, attempt.content_hash)
    done = await conduct.send(approved.id, planner(), [RESUME])
    end = time.perf_counter()
    whole = done.state == "submitted" and len(clone.submissions) == 1
    as_planned = whole and not mismatches(clone.questions, done.pages, clone.submissions[0], clone.saved)
    return (middle - start, end - middle), as_planned


def _resident() -> dict[str, float]:
    """Megabytes of this process and of the browser it drives (shared pages counted once, as `Pss`)."""
    parents = {int(one.name): _parent(one) for one in Path("/proc").iterdir() if one.name.isdigit()}
    below = {os.getpid()}
    for _ in range(6):
        below |= {process for process, parent in parents.items() if parent in below}
    found = {"companion": _pss(os.getpid())}
    found["browser and its driver"] = sum(_pss(process) for process in below - {os.getpid()})
    return found


def _parent(process: Path) -> int:
    try:
        return int((process / "stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, ValueError, IndexError):
        return 0


def _pss(process: int) -> float:
    try:
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in rollup.splitlines() if line.startswith("Pss:")), 0.0)
