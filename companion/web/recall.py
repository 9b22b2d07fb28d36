"""What was worked out over all jobs, kept until one of them changes: many readers, one reckoning."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar, cast

from companion.model.run import Event
from companion.store import Store

T = TypeVar("T")
_OF = frozenset({"postings", "matches", "applications", "attempts", "resumes", "everything"})
_KEPT = 64


class Recall:
    """Asks again only after a commit that could change the answer; never gives an older one. Thread-safe."""

    def __init__(self, store: Store) -> None:
        self._changes = 0
        self._kept: OrderedDict[Hashable, tuple[int, Any]] = OrderedDict()
        self._lock = Lock()
        store.listen(self._hear)

    def get(self, key: Hashable, work_out: Callable[[], T]) -> T:
        """The answer kept under `key`, or a new one."""
        changes, kept = self._kept.get(key, (-1, None))
        if changes == self._changes:
            return cast("T", kept)
        before = self._changes
        answer = work_out()
        with self._lock:
            self._kept[key] = (before, answer)
            self._kept.move_to_end(key)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return answer

    def _hear(self, events: tuple[Event, ...]) -> None:
        if any(event.kind in _OF for event in events):
            self._changes += 1
