"""One queue for all background work. The `Run` document is the truth; taskiq only carries its id to a free hand."""

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from random import SystemRandom
from typing import Any

import msgspec
import structlog

from companion.errors import BadInput, Blocked, NetError, SincerelyError
from companion.model.automation import AUTOMATION_ID
from companion.model.document import new_id, now
from companion.model.run import Run, RunState
from companion.store import Store
from companion.work.broker import Redis
from companion.work.dealing import Dealer
from companion.work.hands import Hands
from companion.work.job import Handler, Job
from companion.work.repeat import repeat

_log = structlog.get_logger(__name__)

_FIRST_WAIT = 2.0
_LONGEST_WAIT = 300.0
_LOOK_EVERY = 5.0

ENDED: frozenset[RunState] = frozenset({"done", "failed", "cancelled"})

Lane = Callable[[Run], str]


class _Kind(msgspec.Struct, frozen=True):
    handler: Handler
    hands: Hands
    tries: int
    lane: Lane | None


class Work:
    """Starts, follows, cancels and resumes runs. Register every kind before `begin`."""

    def __init__(self, store: Store, redis: Redis | None = None, clock: Callable[[], datetime] = now) -> None:
        self._store = store
        self._clock = clock
        self._dealer = Dealer(redis, self._execute)
        self._kinds: dict[str, _Kind] = {}
        self._lanes: dict[str, Hands] = {}
        self._tasks: dict[str, asyncio.Task[Any]] = {}
        self._others: set[asyncio.Task[None]] = set()
        self._ended: dict[str, asyncio.Event] = {}
        self._followed: set[str] = set()

    @property
    def redis(self) -> Redis | None:
        """The broker runs are dealt through; None for the embedded queue."""
        return self._dealer.redis

    @property
    def kinds(self) -> frozenset[str]:
        """What can be started."""
        return frozenset(self._kinds)

    @property
    def worker_there(self) -> bool:
        """Whether a worker was heard of lately."""
        return self._dealer.worker_there

    def register(
        self, kind: str, handler: Handler, *, hands: int = 1, tries: int = 1, lane: Lane | None = None
    ) -> None:
        """`handler` does the work of `kind`: at most `hands` at once, up to `tries` times when the network fails.

        Runs for which `lane` gives the same name (a portal, an ATS) go one after the other; an empty name is no lane.
        """
        self._kinds[kind] = _Kind(handler, Hands(hands), tries, lane)

    async def begin(self) -> None:
        """Take up what a stop or crash left unfinished."""
        runs = self._store.runs
        unfinished = [*runs.by("state", "running"), *runs.by("state", "waiting"), *runs.by("state", "queued")]
        for run in sorted(unfinished, key=lambda run: (-run.priority, run.created_at)):
            if run.kind not in self._kinds:
                continue
            wait = (run.not_before - self._clock()).total_seconds() if run.not_before else 0.0
            if run.state == "waiting" and wait > 0:
                self._later(run.id, wait)
            else:
                self._beside(self._dealer.deal(runs.replace(msgspec.structs.replace(run, state="queued")).id))
        self._beside(repeat(self._take_up, _LOOK_EVERY, name="queue"))

    async def end(self) -> None:
        """Park what runs (it is queued again at the next start) and stop the broker."""
        tasks = (*self._tasks.values(), *self._others)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._dealer.close()

    async def start(
        self, kind: str, arguments: dict[str, Any] | None = None, *, priority: int = 0, by_itself: bool = False
    ) -> Run:
        """Queue a new run; it is durable when this returns. Raises BadInput for an unknown kind.

        `by_itself` says that nobody asked for it just now: such a run does not begin while everything is paused.
        """
        if kind not in self._kinds:
            raise BadInput(f"There is no work of kind {kind}.", "Choose one that this version knows.")
        run = self._store.runs.add(
            Run(
                id=new_id(),
                kind=kind,
                arguments=arguments or {},
                priority=priority,
                by_itself=by_itself,
                created_at=self._clock(),
            )
        )
        await self._dealer.deal(run.id)
        return run

    def cancel(self, run_id: str) -> Run:
        """Stop a run that has not ended; one that has is returned as it is. Raises NotFound."""
        run = self._store.runs.get(run_id)
        if run.state in ENDED:
            return run
        if task := self._tasks.get(run_id):
            task.cancel("by the person")
            return run
        run = self._store.runs.replace(msgspec.structs.replace(run, state="cancelled", finished_at=self._clock()))
        self._dealer.forget(run_id)
        self._announce(run_id)
        return run

    async def finished(self, run_id: str, limit: float = 300) -> Run:
        """The run once it has ended. Raises TimeoutError after `limit` seconds."""
        event = self._ended.setdefault(run_id, asyncio.Event())
        if self._store.runs.get(run_id).state not in ENDED:
            await asyncio.wait_for(event.wait(), limit)
        return self._store.runs.get(run_id)

    async def carry(self, run_id: str, patience: float) -> bool:
        """A worker's hand: begin the run where it is queued, and wait up to `patience` seconds for this try to end.

        Whether there is nothing more to wait for: so it is for a second hand at the same run, which is free for others.
        """
        self._dealer.heard()
        if run_id in self._followed:
            return True
        task = self._tasks.get(run_id) or asyncio.create_task(self._execute(run_id))
        self._followed.add(run_id)
        try:
            await asyncio.wait({task}, timeout=patience)
        finally:
            self._followed.discard(run_id)
        self._dealer.heard()
        return task.done()

    def forget_old(self, keep: int = 2_000) -> int:
        """Remove the ended runs beyond the newest `keep`; returns how many. What they did is on record elsewhere."""
        ended = [run for state in ENDED for run in self._store.runs.by("state", state)]
        old = sorted(ended, key=lambda run: run.created_at, reverse=True)[keep:]
        with self._store.bulk():
            for run in old:
                self._store.runs.remove(run.id)
        return len(old)

    def heard(self) -> None:
        """A worker says that it is there."""
        self._dealer.heard()

    async def _take_up(self) -> None:
        """Whatever is queued and in nobody's hand goes on: Redis or a worker was lost, or the pause is over."""
        for run in self._store.runs.by("state", "queued"):
            if run.id not in self._tasks and run.kind in self._kinds and not self._held(run):
                await self._dealer.deal_again(run.id)

    def _held(self, run: Run) -> bool:
        rules = self._store.automation.find(AUTOMATION_ID) if run.by_itself else None
        return rules is not None and rules.paused

    async def _execute(self, run_id: str) -> None:
        task = asyncio.current_task()
        assert task is not None
        if self._tasks.setdefault(run_id, task) is not task:
            return
        try:
            run = self._store.runs.find(run_id)
            if run is None or run.state != "queued" or self._held(run):
                return
            kind = self._kinds[run.kind]
            async with AsyncExitStack() as held:
                if kind.lane is not None and (name := kind.lane(run)):
                    await held.enter_async_context(self._lanes.setdefault(name, Hands(1)).hold(run.priority))
                await held.enter_async_context(kind.hands.hold(run.priority))
                if not self._held(run):
                    await self._try(run, kind)
        except asyncio.CancelledError as cancelled:
            if "by the person" not in cancelled.args:
                raise
            stopped = self._store.runs.get(run_id)
            self._store.runs.replace(
                msgspec.structs.replace(stopped, state="cancelled", finished_at=self._clock(), not_before=None)
            )
        finally:
            del self._tasks[run_id]
            self._dealer.forget(run_id)
            self._announce(run_id)

    async def _try(self, run: Run, kind: _Kind) -> None:
        started = msgspec.structs.replace(
            run, state="running", attempts=run.attempts + 1, started_at=self._clock(), error="", code=""
        )
        job = Job(self._store, self._store.runs.replace(started))
        named = {"run": run.id, "attempt": str(run.arguments.get("attempt_id", ""))}
        with structlog.contextvars.bound_contextvars(**{name: value for name, value in named.items() if value}):
            try:
                result = await kind.handler(job)
            except SincerelyError as error:
                self._failed(job, started, error, kind.tries)
            except Exception as error:  # noqa: BLE001 the top of a run: one failing handler must not stop the others
                _log.error("run failed", kind=run.kind, error=type(error).__name__)
                text = f"An unexpected {type(error).__name__} stopped this."
                job.close("failed", error=text, code="internal", finished_at=self._clock())
            else:
                _log.info("run done", kind=run.kind)
                job.close("done", result=result, finished_at=self._clock())

    def _failed(self, job: Job, run: Run, error: SincerelyError, tries: int) -> None:
        """Only the network's failures come again: what was refused or wrong stays so."""
        text = f"{error.message} {error.hint}".strip()[:1000]
        again = isinstance(error, NetError) and not isinstance(error, Blocked) and run.attempts < tries
        _log.info("run failed", kind=run.kind, code=error.code, state="waiting" if again else "failed")
        if not again:
            job.close("failed", error=text, code=error.code, finished_at=self._clock())
            return
        seconds = _wait(run.attempts)
        job.close("waiting", error=text, code=error.code, not_before=self._clock() + timedelta(seconds=seconds))
        self._later(run.id, seconds)

    def _later(self, run_id: str, seconds: float) -> None:
        async def wake() -> None:
            await asyncio.sleep(seconds)
            run = self._store.runs.find(run_id)
            if run is not None and run.state == "waiting":
                await self._dealer.deal(self._store.runs.replace(msgspec.structs.replace(run, state="queued")).id)

        self._beside(wake())

    def _beside(self, doing: Any) -> None:
        task = asyncio.create_task(doing)
        self._others.add(task)
        task.add_done_callback(self._others.discard)

    def _announce(self, run_id: str) -> None:
        run = self._store.runs.find(run_id)
        if run is not None and run.state in ENDED and (event := self._ended.pop(run_id, None)):
            event.set()


def _wait(tried: int) -> float:
    """Seconds before the next try: doubling, bounded, with jitter so that runs do not come back together."""
    return min(_LONGEST_WAIT, _FIRST_WAIT * 2 ** (tried - 1)) * SystemRandom().uniform(0.5, 1.5)
