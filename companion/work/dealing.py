"""Who is told to begin a run: a worker through Redis, where one is named, answers and has workers; else this one."""

import time
from collections.abc import Awaitable, Callable

from companion.work.broker import Embedded, Redis

UNTAKEN = 30.0
"""Seconds that a run dealt through Redis may lie there, and seconds of silence after which no worker is there."""


class Dealer:
    """Remembers what lies in Redis since when. `carry` carries a run out here."""

    def __init__(self, redis: Redis | None, carry: Callable[[str], Awaitable[None]]) -> None:
        self.redis = redis
        self._embedded = Embedded(carry)
        self._dealt: dict[str, tuple[float, float]] = {}
        self._heard = float("-inf")

    @property
    def worker_there(self) -> bool:
        """Whether a worker was heard of lately."""
        return time.monotonic() - self._heard < UNTAKEN

    def heard(self) -> None:
        """A worker says that it is there."""
        self._heard = time.monotonic()

    async def deal(self, run_id: str) -> None:
        """Through Redis where that is possible; else it is carried out here at once."""
        if self.redis is None or not await self.redis.deal(run_id):
            await self._embedded.deal(run_id)
            return
        _, waited = self._dealt.get(run_id, (0.0, UNTAKEN / 2))
        self._dealt[run_id] = time.monotonic(), 2 * waited  # in a long queue it lies there rightly: seldom again

    async def deal_again(self, run_id: str) -> None:
        """For a run that is still in nobody's hand: again where it has lain too long, here where no worker is there."""
        at, wait = self._dealt.get(run_id, (float("-inf"), 0.0))
        lain = time.monotonic() - at
        if self.worker_there and lain >= wait:
            await self.deal(run_id)
        elif not self.worker_there and lain >= UNTAKEN:
            await self._embedded.deal(run_id)

    def forget(self, run_id: str) -> None:
        """It was taken up, or will not be."""
        self._dealt.pop(run_id, None)

    async def close(self) -> None:
        await self._embedded.close()
        if self.redis is not None:
            await self.redis.close()
