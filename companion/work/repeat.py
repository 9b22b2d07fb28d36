"""What is looked at again and again for as long as the companion runs; nothing that goes wrong ends it."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

import structlog

from companion.errors import SincerelyError

_log = structlog.get_logger(__name__)


async def repeat(look: Callable[[], Awaitable[None]], every: float, *, name: str, first: float | None = None) -> None:
    """Call `look` each `every` seconds until cancelled, for the first time after `first` (None: `every`).

    `name` is what the log calls it where a look fails.
    """
    await asyncio.sleep(every if first is None else first)
    while True:
        try:
            await look()
        except SincerelyError as error:
            _log.warning("could not look", who=name, code=error.code)
        except Exception as error:  # noqa: BLE001 the top of a loop that nobody would start again
            _log.error("could not look", who=name, error=type(error).__name__)
        await asyncio.sleep(every)


@asynccontextmanager
async def repeated(
    look: Callable[[], Awaitable[None]], every: float, *, name: str, first: float | None = None
) -> AsyncGenerator[None]:
    """`repeat` beside what happens inside; at the end a look under way is cancelled and waited for."""
    looking = asyncio.create_task(repeat(look, every, name=name, first=first))
    try:
        yield
    finally:
        looking.cancel()
        with suppress(asyncio.CancelledError):
            await looking
