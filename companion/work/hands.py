"""A bounded number of hands for one kind of work: the most urgent run that waits gets the next one, then the oldest."""

import asyncio
import itertools
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from heapq import heappop, heappush


class Hands:
    """`count` may be held at once."""

    def __init__(self, count: int) -> None:
        self._free = count
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self._order = itertools.count()

    @asynccontextmanager
    async def hold(self, priority: int = 0) -> AsyncGenerator[None]:
        """Wait for a hand, keep it for the block; higher `priority` goes first."""
        await self._take(priority)
        try:
            yield
        finally:
            self._give()

    async def _take(self, priority: int) -> None:
        if self._free:
            self._free -= 1
            return
        place = asyncio.get_running_loop().create_future()
        heappush(self._waiting, (-priority, next(self._order), place))
        try:
            await place
        except asyncio.CancelledError:
            if not place.cancelled():  # the hand was given in the very moment in which the wait was cancelled
                self._give()
            raise

    def _give(self) -> None:
        while self._waiting:
            place = heappop(self._waiting)[2]
            if not place.done():
                place.set_result(None)
                return
        self._free += 1
