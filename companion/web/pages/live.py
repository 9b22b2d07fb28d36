"""The stream of changes that keeps open pages up to date."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

from litestar import Request, get
from litestar.di import NamedDependency
from litestar.response import ServerSentEvent

from companion.web.identity import caller
from companion.web.live import Live


@get("/events")
async def events(request: Request[Any, Any, Any], live: NamedDependency[Live]) -> ServerSentEvent:
    """Every change as one event. Raises RateLimited where too many are open."""
    stack = AsyncExitStack()
    changes = await stack.enter_async_context(live.subscribe(caller(request)))
    return ServerSentEvent(_told(stack, changes))


async def _told(stack: AsyncExitStack, changes: AsyncIterator[bytes]) -> AsyncIterator[str]:
    async with stack:
        yield '{"kind":"hello"}'
        async for change in changes:
            yield change.decode()


live_pages = (events,)
