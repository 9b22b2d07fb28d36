"""Background work through a real Redis and a real `sincerely worker`: whatever dies, every run is carried out once."""

import asyncio
import os
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from companion import worker
from companion.agents import Services
from companion.app import companion, dashboard
from companion.model.run import Run
from companion.settings import Settings
from companion.work import Job, dealing, queue
from tests.fakes.redis import RedisServer

SECRET = "only-in-the-store"


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[RedisServer]:
    with RedisServer(tmp_path) as server:
        yield server


class Counted:
    """A kind of work that takes a moment and counts how often each run was begun."""

    def __init__(self) -> None:
        self.begun = Counter[str]()
        self.at_once = self.most = 0

    async def __call__(self, job: Job) -> dict[str, Any]:
        self.begun[job.id] += 1
        self.at_once += 1
        self.most = max(self.most, self.at_once)
        await asyncio.sleep(0.05)
        self.at_once -= 1
        return {"said": job.arguments["what"]}


@asynccontextmanager
async def companion_on(redis: RedisServer, data: Path, counted: Counted) -> AsyncIterator[Services]:
    settings = Settings(data=data, keys="file", port=0, broker=redis.address)
    async with companion(settings) as services, dashboard(services):
        services.work.register("count", counted, hands=8)
        yield services


@asynccontextmanager
async def worker_on(redis: RedisServer, data: Path, hands: int = 3) -> AsyncIterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "-m", "companion", "--data", str(data), "worker", "--hands", str(hands)]
    process = subprocess.Popen(command, env={**os.environ, "SINCERELY_BROKER": redis.address}, stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        assert b"hands" in await asyncio.to_thread(process.stdout.readline)
        yield process
    finally:
        process.terminate()
        # In a thread: the companion is in this process, and the worker's last call waits for its answer.
        assert await asyncio.to_thread(process.wait, 30) is not None
        assert process.stdout is not None
        process.stdout.close()


async def ended(services: Services, runs: list[Run]) -> list[Run]:
    return [await services.work.finished(run.id, 60) for run in runs]


async def test_a_worker_begins_what_redis_deals_and_redis_holds_nothing_of_the_person(
    redis: RedisServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "_LOOK_EVERY", 3_600)  # the companion alone would never take a run up
    counted, data = Counted(), tmp_path / "data"
    async with companion_on(redis, data, counted) as services:
        runs = [await services.work.start("count", {"what": SECRET}) for _ in range(9)]
        held = redis.ask(b"XRANGE", b"sincerely", b"-", b"+")
        assert runs[0].id.encode() in held
        assert SECRET.encode() not in held
        async with worker_on(redis, data):
            done = await ended(services, runs)
    assert {run.state for run in done} == {"done"}
    assert set(counted.begun.values()) == {1}
    assert counted.most <= 3


async def test_no_run_is_lost_or_done_twice_when_redis_dies_under_load_and_the_worker_is_killed(
    redis: RedisServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "_LOOK_EVERY", 0.2)
    monkeypatch.setattr(dealing, "UNTAKEN", 2.0)
    counted, data = Counted(), tmp_path / "data"
    async with companion_on(redis, data, counted) as services, worker_on(redis, data) as worker:
        runs = [await services.work.start("count", {"what": "a"}) for _ in range(20)]
        await services.work.finished(runs[2].id, 30)
        redis.kill()
        runs += [await services.work.start("count", {"what": "b"}) for _ in range(5)]
        assert services.work.redis is not None
        assert not services.work.redis.answers
        redis.start()
        runs += [await services.work.start("count", {"what": "c"}) for _ in range(20)]
        assert services.work.redis.answers
        await services.work.finished(runs[27].id, 30)
        worker.kill()
        done = await ended(services, runs)
    assert [run.state for run in done] == ["done"] * 45
    assert len(counted.begun) == 45
    assert set(counted.begun.values()) == {1}


def test_a_worker_without_redis_says_what_to_set(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "companion", "--data", str(tmp_path), "worker"]
    for broker, said in (("", "SINCERELY_BROKER"), ("http://example.com", "redis://")):
        told = subprocess.run(command, env={**os.environ, "SINCERELY_BROKER": broker}, capture_output=True, check=False)
        assert told.returncode == 1
        assert said in told.stdout.decode()


async def test_a_worker_asked_to_stop_ends_though_its_read_of_redis_does_not(
    redis: RedisServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Deaf:
        def __init__(self, *_: object, **__: object) -> None: ...

        async def listen(self, _: asyncio.Event) -> None:
            await asyncio.Event().wait()

    stop = asyncio.Event()
    monkeypatch.setattr(worker, "Receiver", Deaf)
    monkeypatch.setattr(worker, "_LAST", 0.1)
    monkeypatch.setattr(worker, "stop_asked", lambda: stop)
    settings = Settings(data=tmp_path, keys="file", port=0, broker=redis.address)
    serving = asyncio.create_task(worker.serve(settings, 1, Console(quiet=True)))
    await asyncio.sleep(0)
    stop.set()
    assert await asyncio.wait_for(serving, 30) == 0
