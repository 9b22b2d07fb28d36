"""What a handler sees of its run: the arguments, and a way to say how far it is."""

import time
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec

from companion.model.run import Run, RunState
from companion.store import Store

_PROGRESS_EVERY = 0.2
"""Seconds between two stored progress changes of one run: the dashboard needs no more."""


class Job:
    """One try of one run."""

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

    @property
    def by_itself(self) -> bool:
        """Whether nobody asked for this run."""
        return self._run.by_itself

    def progress(self, message: str, done: int | None = None, total: int | None = None) -> None:
        """Say what is being done, and how far; stored at most five times a second."""
        self._run = msgspec.structs.replace(
            self._run,
            message=message[:1000],
            done=self._run.done if done is None else done,
            total=total or self._run.total,
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
"""Does the work of one kind and returns its result. Must be safe to run again from the start."""
