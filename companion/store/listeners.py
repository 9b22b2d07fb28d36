"""Who wants to know what changed: told after it is on the disk, in the order of the changes, outside the lock."""

import threading
from collections import deque
from collections.abc import Callable

import structlog

from companion.model.run import Event

Listener = Callable[[tuple[Event, ...]], None]

_log = structlog.get_logger(__name__)


class Listeners:
    def __init__(self) -> None:
        self._listeners: dict[object, Listener] = {}
        self._waiting: deque[tuple[Event, ...]] = deque()
        self._telling = threading.Lock()

    def add(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` from now on; returns what ends that."""
        key = object()
        self._listeners[key] = listener
        return lambda: self._listeners.pop(key, None) and None

    def tell(self, events: tuple[Event, ...]) -> None:
        """A listener that fails is logged and the others still hear: the change itself is long done."""
        self._waiting.append(events)
        # Whoever holds `_telling` empties the queue; looking again after letting go leaves nothing behind.
        while self._waiting and self._telling.acquire(blocking=False):
            try:
                while self._waiting:
                    told = self._waiting.popleft()
                    for listener in tuple(self._listeners.values()):
                        self._call(listener, told)
            finally:
                self._telling.release()

    @staticmethod
    def _call(listener: Listener, events: tuple[Event, ...]) -> None:
        try:
            listener(events)
        except Exception as error:  # noqa: BLE001 - the last stop for whatever a listener raises
            _log.error("listener failed", kind=type(error).__name__)
