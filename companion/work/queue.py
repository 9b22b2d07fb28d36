"""One queue for all background work. The `Run` document is the truth; taskiq only carries its id to a free hand."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from random import SystemRandom
from typing import Any

import msgspec
import structlog
from taskiq import AsyncBroker, InMemoryBroker

from companion.errors import BadInput, Blocked, NetError, SincerelyError
from companion.model.document import new_id, now
from companion.model.run import Run, RunState
from companion.store import Store

_log = structlog.get_logger(__name__)

_PROGRESS_EVERY = 0.2
"""Seconds between two stored progress changes of one run: the dashboard needs no more."""
_FIRST_WAIT = 2.0
_LONGEST_WAIT = 300.0

ENDED: frozenset[RunState] = frozenset({"done", "failed", "cancelled"})


class Job:
    """What a handler sees of its run."""

    def __init__(self, store: Store, run: Run) -> None:
        self._store = store
        self._run = run
        self._stored_at = 0.0

    @property
    def id(self) -> str:
        return self._run.id

    @property
    def arguments(self) -> dict[str, Any]:
        return self._run.arguments

    def progress(self, message: str, done: int | None = None, total: int | None = None) -> None:
        """Say what is being done, and how far; stored at most five times a second."""
        self._run = msgspec.structs.replace(
            self._run, message=message, done=self._run.done if done is None else done, total=total or self._run.total
        )
        if time.monotonic() - self._stored_at >= _PROGRESS_EVERY:
            self._stored_at = time.monotonic()
            with self._store.bulk():
                self._run = self._store.runs.replace(self._run)

    def close(self, state: RunState, **changes: Any) -> Run:
        """Record the end of this try, or that it waits for another."""
        self._run = self._store.runs.replace(msgspec.structs.replace(self._run, state=state, **changes))
        return self._run


Handler = Callable[[Job], Awaitable[dict[str, Any]]]


class _Kind(msgspec.Struct, frozen=True):
    handler: Handler
    hands: asyncio.Semaphore
    tries: int


class Work:
    """Starts, follows, cancels and resumes runs. Register every kind before `begin`."""

    def __init__(self, store: Store, broker: AsyncBroker | None = None) -> None:
        self._store = store
        self._broker = broker or InMemoryBroker()
        self._kinds: dict[str, _Kind] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._waiters: set[asyncio.Task[None]] = set()
        self._ended: dict[str, asyncio.Event] = {}

        async def carry(run_id: str) -> None:
            await self._execute(run_id)

        self._carry = self._broker.register_task(carry, task_name="sincerely.run")

    def register(self, kind: str, handler: Handler, *, hands: int = 1, tries: int = 1) -> None:
        """`handler` does the work of `kind`: at most `hands` at once, up to `tries` times when the network fails."""
        self._kinds[kind] = _Kind(handler, asyncio.Semaphore(hands), tries)

    async def begin(self) -> None:
        """Start the broker, and take up what a stop or crash left unfinished."""
        await self._broker.startup()
        unfinished = [*self._store.runs.by("state", "running"), *self._store.runs.by("state", "waiting")]
        unfinished += self._store.runs.by("state", "queued")
        for run in sorted(unfinished, key=lambda run: (-run.priority, run.created_at)):
            if run.kind in self._kinds:
                await self._queue(self._store.runs.replace(msgspec.structs.replace(run, state="queued")))

    async def end(self) -> None:
        """Park what runs (it is queued again at the next start) and stop the broker."""
        for task in (*self._tasks.values(), *self._waiters):
            task.cancel()
        await asyncio.gather(*self._tasks.values(), *self._waiters, return_exceptions=True)
        await self._broker.shutdown()

    async def start(self, kind: str, arguments: dict[str, Any] | None = None, *, priority: int = 0) -> Run:
        """Queue a new run; it is durable when this returns. Raises BadInput for an unknown kind."""
        if kind not in self._kinds:
            raise BadInput(f"There is no work of kind {kind}.", "Choose one that this version knows.")
        run = self._store.runs.add(
            Run(id=new_id(), kind=kind, arguments=arguments or {}, priority=priority, created_at=now())
        )
        await self._queue(run)
        return run

    def cancel(self, run_id: str) -> Run:
        """Stop a run that has not ended; one that has is returned as it is. Raises NotFound."""
        run = self._store.runs.get(run_id)
        if run.state in ENDED:
            return run
        if task := self._tasks.get(run_id):
            task.cancel("by the person")
            return run
        run = self._store.runs.replace(msgspec.structs.replace(run, state="cancelled", finished_at=now()))
        self._announce(run_id)
        return run

    async def finished(self, run_id: str, limit: float = 300) -> Run:
        """The run once it has ended. Raises TimeoutError after `limit` seconds."""
        event = self._ended.setdefault(run_id, asyncio.Event())
        if self._store.runs.get(run_id).state not in ENDED:
            await asyncio.wait_for(event.wait(), limit)
        return self._store.runs.get(run_id)

    async def _queue(self, run: Run) -> None:
        await self._carry.kiq(run.id)

    async def _execute(self, run_id: str) -> None:
        run = self._store.runs.find(run_id)
        if run is None or run.state != "queued":
            return
        kind = self._kinds[run.kind]
        task = asyncio.current_task()
        assert task is not None
        self._tasks[run_id] = task
        try:
            async with kind.hands:
                await self._try(run, kind)
        except asyncio.CancelledError as cancelled:
            if "by the person" not in cancelled.args:
                raise
            stopped = msgspec.structs.replace(self._store.runs.get(run_id), state="cancelled", finished_at=now())
            self._store.runs.replace(stopped)
        finally:
            del self._tasks[run_id]
            self._announce(run_id)

    async def _try(self, run: Run, kind: _Kind) -> None:
        started = msgspec.structs.replace(
            run, state="running", attempts=run.attempts + 1, started_at=now(), error="", code=""
        )
        job = Job(self._store, self._store.runs.replace(started))
        try:
            result = await kind.handler(job)
        except SincerelyError as error:
            text = f"{error.message} {error.hint}".strip()[:1000]
            again = isinstance(error, NetError) and not isinstance(error, Blocked) and started.attempts < kind.tries
            if again:
                seconds = _wait(started.attempts)
                job.close("waiting", error=text, code=error.code, not_before=now() + timedelta(seconds=seconds))
                self._later(run.id, seconds)
            else:
                job.close("failed", error=text, code=error.code, finished_at=now())
        except Exception as error:  # noqa: BLE001 the top of a run: one failing handler must not stop the others
            _log.error("run failed", run=run.id, kind=run.kind, error=type(error).__name__)
            job.close(
                "failed",
                error=f"An unexpected {type(error).__name__} stopped this.",
                code="internal",
                finished_at=now(),
            )
        else:
            job.close("done", result=result, finished_at=now())

    def _later(self, run_id: str, seconds: float) -> None:
        async def wake() -> None:
            await asyncio.sleep(seconds)
            run = self._store.runs.get(run_id)
            if run.state == "waiting":
                await self._queue(self._store.runs.replace(msgspec.structs.replace(run, state="queued")))

        waiter = asyncio.create_task(wake())
        self._waiters.add(waiter)
        waiter.add_done_callback(self._waiters.discard)

    def _announce(self, run_id: str) -> None:
        run = self._store.runs.find(run_id)
        if run is not None and run.state in ENDED and (event := self._ended.pop(run_id, None)):
            event.set()


def _wait(tried: int) -> float:
    """Seconds before the next try: doubling, bounded, with jitter so that runs do not come back together."""
    return min(_LONGEST_WAIT, _FIRST_WAIT * 2 ** (tried - 1)) * SystemRandom().uniform(0.5, 1.5)
