"""The Redis broker, where a setting names one: run ids travel through it, and nothing else of the person does."""

import asyncio

import structlog
from taskiq import AsyncBroker
from taskiq.exceptions import TaskiqError

from companion.errors import BadInput

_log = structlog.get_logger(__name__)

TASK = "sincerely.run"
_QUEUE = "sincerely"
_RECLAIM = 30_000
"""Milliseconds after which another worker takes what one took and never finished: it was killed."""
_LONGEST = 10_000
_WAIT = 2.0


def redis_broker(address: str) -> AsyncBroker:
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
        unacknowledged_lock_timeout=_RECLAIM / 1_000,
        maxlen=_LONGEST,
        socket_connect_timeout=_WAIT,
    )


class Redis:
    """The sending side, held by the companion. Never raises: whether Redis took a run is an answer."""

    def __init__(self, address: str) -> None:
        self._broker = redis_broker(address)
        self._task = self._broker.register_task(_elsewhere, task_name=TASK)
        self.answers = True

    async def deal(self, run_id: str) -> bool:
        """Whether Redis has the id now."""
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


async def _elsewhere(run_id: str) -> None:
    raise NotImplementedError(f"{run_id} is carried out through a worker")
