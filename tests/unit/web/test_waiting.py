"""Work a person waits for is given up when they stop waiting."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from litestar import Request

from companion.errors import BadInput, Conflict
from companion.web.waiting import while_waited


def asked(leaving: asyncio.Event) -> Request[Any, Any, Any]:
    """A request whose browser goes away when `leaving` is set."""

    async def receive() -> dict[str, str]:
        await leaving.wait()
        return {"type": "http.disconnect"}

    return Request({"type": "http"}, receive=receive)


@pytest.fixture
async def steps() -> AsyncIterator[list[str]]:
    yield []
    assert not [one for one in asyncio.all_tasks() if one is not asyncio.current_task()]


async def work(steps: list[str], until: asyncio.Event) -> str:
    steps.append("begun")
    await until.wait()
    steps.append("kept")
    return "done"


async def test_who_stays_gets_the_result(steps: list[str]) -> None:
    ready = asyncio.Event()
    ready.set()
    assert await while_waited(asked(asyncio.Event()), work(steps, ready)) == "done"
    assert steps == ["begun", "kept"]


async def test_who_leaves_has_nothing_done_behind_them(steps: list[str]) -> None:
    leaving, ready = asyncio.Event(), asyncio.Event()
    waiting = asyncio.ensure_future(while_waited(asked(leaving), work(steps, ready)))
    await asyncio.sleep(0)
    leaving.set()
    with pytest.raises(Conflict):
        await waiting
    ready.set()
    await asyncio.sleep(0)
    assert steps == ["begun"]


async def test_what_goes_wrong_is_said(steps: list[str]) -> None:
    async def fail() -> None:
        raise BadInput("No.")

    with pytest.raises(BadInput):
        await while_waited(asked(asyncio.Event()), fail())
