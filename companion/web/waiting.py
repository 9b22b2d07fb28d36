"""Work that a person waits for: given up when they stop waiting, before it changes anything."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from litestar import Request

from companion.errors import Conflict

T = TypeVar("T")


async def while_waited(request: Request[Any, Any, Any], work: Coroutine[Any, Any, T]) -> T:
    """What `work` gives. When the browser closes the request first, `work` is cancelled.

    The request's body must have been read. Raises what `work` raises, and Conflict when nobody waits any more.
    """
    doing, gone = asyncio.ensure_future(work), asyncio.ensure_future(_left(request))
    try:
        await asyncio.wait((doing, gone), return_when=asyncio.FIRST_COMPLETED)
        if doing.done():
            return doing.result()
        raise Conflict("Nobody waits for this any more.", "Begin it again when you want it.")
    finally:
        for one in (doing, gone):
            one.cancel()
        await asyncio.gather(doing, gone, return_exceptions=True)


async def _left(request: Request[Any, Any, Any]) -> None:
    """Returns when the browser has closed the request."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
