"""`sincerely worker`: takes run ids from Redis and has the companion begin them, as many at once as it has hands.

It opens no store and sees no personal data; why that is so is written in `companion/work/__init__.py`.
"""

import asyncio
import secrets
from pathlib import Path
from typing import Any

import httpx
import structlog
from rich.console import Console
from taskiq.acks import AcknowledgeType
from taskiq.receiver import Receiver

from companion.errors import BadInput
from companion.logs import write_logs
from companion.runtime import Runtime, running
from companion.settings import Settings
from companion.stopping import stop_asked
from companion.work.broker import TASK, redis_broker

_log = structlog.get_logger(__name__)

_PATIENCE = 10.0
"""Seconds one call to the companion waits for a run to end; then it is asked again."""
_AGAIN = 1.0
_GONE = 30.0
"""Seconds without a companion after which an id is let go: at its start it deals everything unfinished again."""
_BEAT = 10.0
_LAST = _PATIENCE + 5
"""Seconds for what is in hand when the worker is asked to stop."""


class Hand:
    """Has one companion carry out runs; finds it again when it starts anew."""

    def __init__(self, data: Path, stop: asyncio.Event) -> None:
        self._data, self._stop = data, stop
        self._found: Runtime | None = None
        self._client = httpx.AsyncClient(timeout=httpx.Timeout(5, read=_PATIENCE + 10), trust_env=False)

    async def carry(self, run_id: str) -> None:
        """Until the companion says that this try has ended, or is gone for good."""
        left = _GONE
        while not self._stop.is_set() and left > 0:
            answer = await self._post(f"/api/runs/{run_id}/carry", {"patience": _PATIENCE})
            if answer is None or answer.status_code >= 500:
                left -= _AGAIN
                await _or_stopped(self._stop, _AGAIN)
            elif answer.status_code >= 400 or answer.json()["over"]:
                return

    async def beat(self) -> None:
        """Tell the companion now and then that a worker is there."""
        while not self._stop.is_set():
            await self._post("/api/worker", {})
            await _or_stopped(self._stop, _BEAT)

    async def close(self) -> None:
        await self._client.aclose()

    async def _post(self, path: str, body: dict[str, Any]) -> httpx.Response | None:
        if self._found is None:
            self._found = await asyncio.to_thread(running, self._data)
        if (found := self._found) is None:
            return None
        headers = {"authorization": f"Bearer {found.token}", "idempotency-key": secrets.token_hex(16)}
        try:
            answer = await self._client.post(found.address + path, json=body, headers=headers)
        except httpx.HTTPError:
            self._found = None
            return None
        if answer.status_code == 401:  # another start of the companion took the address
            self._found = None
            return None
        return answer


async def serve(settings: Settings, hands: int, console: Console) -> int:
    """Work until asked to stop. Raises BadInput without a Redis address, SincerelyError where Redis never answers."""
    if not settings.broker:
        raise BadInput("No Redis is named.", "Set SINCERELY_BROKER, for the companion and for the worker.")
    broker, stop = redis_broker(settings.broker), stop_asked()
    hand = Hand(settings.data, stop)
    write_logs(settings.data, name="worker")

    async def carry(run_id: str) -> None:
        await hand.carry(run_id)

    broker.register_task(carry, task_name=TASK)
    broker.is_worker_process = True
    console.print(f"Working with {hands} hands. Ctrl-C stops.")
    beating = asyncio.create_task(hand.beat())
    try:
        while not stop.is_set():
            try:
                await broker.startup()
                receiver = Receiver(
                    broker, max_async_tasks=hands, run_startup=False, ack_type=AcknowledgeType.WHEN_EXECUTED
                )
                await _listen(receiver, stop)
            except Exception as error:  # noqa: BLE001 Redis may go and come back in many ways, an error each
                _log.warning("redis is away", error=type(error).__name__)
                await _or_stopped(stop, _AGAIN)
    finally:
        beating.cancel()
        await asyncio.gather(beating, return_exceptions=True)
        await hand.close()
        await broker.shutdown()
    return 0


async def _listen(receiver: Receiver, stop: asyncio.Event) -> None:
    """Until asked to stop and nothing is in hand, or Redis goes.

    The client of Redis now and then swallows that its read is cancelled, and reads on; such a read ends with its
    connection, which is closed after this.
    """
    listening, stopping = asyncio.create_task(receiver.listen(stop)), asyncio.create_task(stop.wait())
    await asyncio.wait({listening, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    await asyncio.wait({listening}, timeout=_LAST)
    if listening.done():
        listening.result()


async def _or_stopped(stop: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        return
