"""How the id of a run reaches a hand: taskiq's in-memory broker here, or its Redis broker where a setting names one.

Through Redis travel run ids and nothing else of the person.
"""

import asyncio
import importlib
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

import structlog

from companion.errors import BadInput

if TYPE_CHECKING:
    from taskiq import AsyncBroker

_log = structlog.get_logger(__name__)

TASK = "sincerely.run"
_QUEUE = "sincerely"
_RECLAIM = 3_600_000
"""Milliseconds after which a worker clears away what a killed one took; its run was dealt again long before."""
_LOCK = 30.0
_LONGEST = 10_000
_WAIT = 2.0


class Embedded:
    """Carries runs out in this process. taskiq takes half a second to import, so that waits for the first run."""

    def __init__(self, carry: Callable[[str], Awaitable[None]]) -> None:
        self._carry = carry
        self._broker: AsyncBroker | None = None
        self._task: Any = None
        self._opening = asyncio.Lock()

    async def deal(self, run_id: str) -> None:
        async with self._opening:
            if self._broker is None:
                self._broker = await self._open()
        await self._task.kiq(run_id)

    async def close(self) -> None:
        if self._broker is not None:
            await self._broker.shutdown()

    async def _open(self) -> "AsyncBroker":
        await asyncio.to_thread(importlib.import_module, "taskiq")
        from taskiq import InMemoryBroker

        async def carry(run_id: str) -> None:
            await self._carry(run_id)

        broker = InMemoryBroker()
        self._task = broker.register_task(carry, task_name=TASK)
        await broker.startup()
        return broker


class Redis:
    """The sending side, held by the companion. Never raises: whether Redis took a run is an answer."""

    def __init__(self, address: str) -> None:
        self._broker = redis_broker(address)
        self._task = self._broker.register_task(_elsewhere, task_name=TASK)
        self.answers = True

    async def deal(self, run_id: str) -> bool:
        """Whether Redis has the id now."""
        from taskiq.exceptions import TaskiqError

        try:
            async with asyncio.timeout(_WAIT):
                await self._task.kiq(run_id)
        except (TimeoutError, OSError, TaskiqError) as error:
            if self.answers:
                _log.warning("redis is away", error=type(error).__name__)
            self.answers = False
            return False
        self.answers = True
        return True

    async def close(self) -> None:
        await self._broker.shutdown()


def redis_broker(address: str) -> "AsyncBroker":
    """taskiq's broker on a Redis stream. Raises BadInput where the address is none or the extra is not installed."""
    if not address.startswith(("redis://", "rediss://", "unix://")):
        raise BadInput("The setting `broker` is not a Redis address.", "Write it as redis://127.0.0.1:6379/0.")
    try:
        from taskiq_redis import RedisStreamBroker
    except ImportError as error:
        raise BadInput("The Redis client is not installed.", "Install `sincerely[redis]`.") from error
    return RedisStreamBroker(
        address,
        queue_name=_QUEUE,
        consumer_group_name=_QUEUE,
        consumer_id="0",  # what was dealt before the first worker came is for it
        xread_block=500,
        idle_timeout=_RECLAIM,
        unacknowledged_lock_timeout=_LOCK,
        maxlen=_LONGEST,
        socket_connect_timeout=_WAIT,
    )


async def _elsewhere(run_id: str) -> None:
    raise NotImplementedError(f"{run_id} is carried out through a worker")
