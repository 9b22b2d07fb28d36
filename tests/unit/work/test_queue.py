"""Runs are durable, can be stopped, are tried again when the network fails, and survive a restart."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from companion.errors import BadInput, Blocked, Conflict, TimedOut
from companion.model.automation import AUTOMATION_ID, Automation
from companion.model.run import Run
from companion.settings import Settings
from companion.store import Store
from companion.work import Job, Work
from companion.work import queue as module


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(Settings(data=tmp_path, keys="file")) as opened:
        yield opened


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_FIRST_WAIT", 0.01)


@asynccontextmanager
async def working(store: Store, **kinds: Any) -> AsyncIterator[Work]:
    work = Work(store)
    for kind, handler in kinds.items():
        work.register(kind, handler, hands=2, tries=3)
    await work.begin()
    try:
        yield work
    finally:
        await work.end()


async def test_a_run_ends_with_its_result_and_its_progress(store: Store) -> None:
    async def count(job: Job) -> dict[str, Any]:
        for at in range(3):
            job.progress(f"page {at + 1}", at + 1, 3)
        return {"found": job.arguments["wanted"]}

    async with working(store, count=count) as work:
        run = await work.finished((await work.start("count", {"wanted": 7})).id, 5)
    assert (run.state, run.result, run.done, run.total, run.message) == ("done", {"found": 7}, 3, 3, "page 3")
    assert run.finished_at is not None


async def test_a_network_failure_is_tried_again_but_not_for_ever(store: Store) -> None:
    tries: list[int] = []

    async def fails(job: Job) -> dict[str, Any]:
        tries.append(1)
        raise TimedOut("The portal did not answer.", "Try later.")

    async with working(store, fails=fails) as work:
        run = await work.finished((await work.start("fails")).id, 5)
    assert (run.state, run.code, run.attempts, len(tries)) == ("failed", "timed-out", 3, 3)
    assert run.error == "The portal did not answer. Try later."


@pytest.mark.parametrize("error", [Blocked("Captcha."), Conflict("Changed."), BadInput("No.")])
async def test_what_another_try_cannot_mend_is_not_tried_again(store: Store, error: Exception) -> None:
    async def refuses(job: Job) -> dict[str, Any]:
        raise error

    async with working(store, refuses=refuses) as work:
        run = await work.finished((await work.start("refuses")).id, 5)
    assert (run.state, run.attempts) == ("failed", 1)


async def test_an_unexpected_error_fails_the_run_and_names_no_value(store: Store) -> None:
    async def breaks(job: Job) -> dict[str, Any]:
        raise ValueError("ada@example.com")

    async with working(store, breaks=breaks) as work:
        run = await work.finished((await work.start("breaks")).id, 5)
    assert run.state == "failed"
    assert "ada" not in run.error


async def test_the_person_can_stop_a_run_that_runs_and_one_that_waits_for_a_hand(store: Store) -> None:
    started = asyncio.Event()

    async def endless(job: Job) -> dict[str, Any]:
        started.set()
        await asyncio.Event().wait()
        return {}

    async with working(store, endless=endless) as work:
        runs = [await work.start("endless") for _ in range(3)]
        await asyncio.wait_for(started.wait(), 5)
        for run in runs:
            work.cancel(run.id)
        states = [(await work.finished(run.id, 5)).state for run in runs]
        assert states == ["cancelled"] * 3


async def test_what_a_stop_interrupted_goes_on_at_the_next_start(store: Store) -> None:
    started = asyncio.Event()

    async def slow(job: Job) -> dict[str, Any]:
        started.set()
        await asyncio.Event().wait()
        return {}

    async def quick(job: Job) -> dict[str, Any]:
        return {"by": "the next start"}

    async with working(store, job=slow) as work:
        run = await work.start("job")
        await asyncio.wait_for(started.wait(), 5)
    assert store.runs.get(run.id).state in {"running", "queued"}
    async with working(store, job=quick) as work:
        assert (await work.finished(run.id, 5)).result == {"by": "the next start"}


async def test_no_more_hands_than_allowed_work_at_once(store: Store) -> None:
    busy, most = 0, 0

    async def busily(job: Job) -> dict[str, Any]:
        nonlocal busy, most
        busy += 1
        most = max(most, busy)
        await asyncio.sleep(0.01)
        busy -= 1
        return {}

    async with working(store, busily=busily) as work:
        runs = [await work.start("busily") for _ in range(8)]
        for run in runs:
            assert (await work.finished(run.id, 5)).state == "done"
    assert most == 2


async def test_the_most_urgent_run_that_waits_goes_first(store: Store) -> None:
    order: list[str] = []
    go = asyncio.Event()

    async def named(job: Job) -> dict[str, Any]:
        order.append(job.arguments["name"])
        await go.wait()
        return {}

    work = Work(store)
    work.register("named", named)
    await work.begin()
    runs = [
        await work.start("named", {"name": name}, priority=priority)
        for name, priority in (("first", 0), ("second", 0), ("third", 0), ("urgent", 5))
    ]
    while not order:
        await asyncio.sleep(0)
    work.cancel(runs[1].id)
    go.set()
    states = [(await work.finished(run.id, 5)).state for run in runs]
    await work.end()
    assert order == ["first", "urgent", "third"]
    assert states == ["done", "cancelled", "done", "done"]


async def test_runs_of_one_lane_go_one_after_the_other(store: Store) -> None:
    there: list[str] = []
    together: list[tuple[str, ...]] = []

    async def visit(job: Job) -> dict[str, Any]:
        there.append(job.arguments["portal"])
        together.append(tuple(sorted(there)))
        await asyncio.sleep(0.01)
        there.remove(job.arguments["portal"])
        return {}

    work = Work(store)
    work.register("visit", visit, hands=4, lane=lambda run: str(run.arguments["portal"]))
    await work.begin()
    runs = [await work.start("visit", {"portal": portal}) for portal in ("lever", "lever", "lever", "ashby", "ashby")]
    for run in runs:
        assert (await work.finished(run.id, 5)).state == "done"
    await work.end()
    assert ("ashby", "lever") in together
    assert all(len(set(names)) == len(names) for names in together)


async def test_what_began_by_itself_waits_while_everything_is_paused(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_LOOK_EVERY", 0.01)

    async def quick(job: Job) -> dict[str, Any]:
        return {}

    store.automation.add(Automation(id=AUTOMATION_ID, paused=True))
    async with working(store, quick=quick) as work:
        own = await work.start("quick", by_itself=True)
        asked = await work.start("quick")
        assert (await work.finished(asked.id, 5)).state == "done"
        await asyncio.sleep(0.05)
        assert store.runs.get(own.id).state == "queued"
        store.automation.replace(structs.replace(store.automation.get(AUTOMATION_ID), paused=False))
        assert (await work.finished(own.id, 5)).state == "done"


async def test_a_retry_that_waits_keeps_waiting_after_a_restart(store: Store) -> None:
    later = datetime.now(UTC) + timedelta(hours=1)
    store.runs.add(Run(id="r", kind="job", state="waiting", created_at=later, not_before=later))

    async def job(job: Job) -> dict[str, Any]:
        return {}

    async with working(store, job=job) as work:
        await asyncio.sleep(0.05)
        assert store.runs.get("r").state == "waiting"
        assert work.cancel("r").state == "cancelled"


async def test_only_the_newest_ended_runs_are_kept(store: Store) -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    for number in range(12):
        state = "queued" if number == 0 else "done"
        store.runs.add(Run(id=f"r{number}", kind="k", state=state, created_at=at + timedelta(hours=number)))
    assert Work(store).forget_old(keep=5) == 6
    assert sorted(run.id for run in store.runs.where()) == ["r0", "r10", "r11", "r7", "r8", "r9"]
    assert Work(store).forget_old(keep=5) == 0


async def test_an_unknown_kind_is_refused(store: Store) -> None:
    async with working(store) as work:
        with pytest.raises(BadInput):
            await work.start("nothing")
    assert store.runs.count() == 0
