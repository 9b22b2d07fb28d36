"""A look that fails is not the last one, and the end waits for the look under way."""

import asyncio

from companion.errors import StoreError
from companion.work import repeated


async def test_whatever_a_look_raises_the_next_one_comes() -> None:
    raising, looked = [StoreError("The store is closed."), ValueError("wrong"), None], asyncio.Event()

    async def look() -> None:
        if error := raising.pop(0):
            raise error
        looked.set()
        await asyncio.sleep(60)

    async with repeated(look, 0.001, name="test"), asyncio.timeout(10):
        await looked.wait()
    assert raising == []


async def test_the_first_look_may_come_at_another_time_and_the_end_stops_the_one_under_way() -> None:
    began, ended = asyncio.Event(), asyncio.Event()

    async def look() -> None:
        began.set()
        try:
            await asyncio.sleep(60)
        finally:
            ended.set()

    async with repeated(look, 3_600, name="test", first=0), asyncio.timeout(10):
        await began.wait()
    assert ended.is_set()
