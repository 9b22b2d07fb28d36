"""Python's garbage collector, kept out of the way while somebody waits.

A full collection goes through everything that was ever loaded and holds up all threads meanwhile.
"""

import gc
import time
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

_SLOW = 0.02


@contextmanager
def spared_what_lasts(slow: float = _SLOW) -> Generator[None]:
    """Inside, what outlives a full collection of more than `slow` seconds of CPU is left out of all later ones.

    Why not once at the start: vocabularies are read when first asked for, and stay. Counting references still frees
    what was left out; only rings among the few requests of that moment are never found.
    """
    began = 0.0

    def spare(phase: str, about: dict[str, Any]) -> None:
        nonlocal began
        if about["generation"] < 2:
            return
        if phase == "start":
            began = time.thread_time()
        elif time.thread_time() - began > slow:
            gc.freeze()

    gc.callbacks.append(spare)
    try:
        yield
    finally:
        gc.callbacks.remove(spare)
