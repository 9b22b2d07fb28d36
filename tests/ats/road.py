"""From a clone's posting to a settled attempt, as the application agent walks it; the person says yes each time."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

from companion.apply import Attempts, Chrome, Conduct, Driver, Planner, verify
from companion.model.application import Attempt
from companion.model.document import new_id, now
from companion.model.posting import Posting
from companion.settings import Settings
from companion.store import Store
from tests.ats.answers import RESUME, planner
from tests.ats.clone import Clone

PATIENCE = 15.0
_ROUNDS = 8
_AT_ONCE = 3
Case = TypeVar("Case")


async def side_by_side(walk: Callable[[str, Case], Awaitable[None]], cases: Mapping[str, Case]) -> None:
    """Each case by its name, a few at a time: most of each is waiting."""
    at_once = asyncio.Semaphore(_AT_ONCE)

    async def one(name: str, case: Case) -> None:
        async with at_once:
            await walk(name, case)

    await asyncio.gather(*(one(*case) for case in cases.items()))


@asynccontextmanager
async def opened(folder: Path) -> AsyncGenerator[Store]:
    """A store of its own."""
    store = Store.open(Settings(data=folder, keys="file"))
    try:
        yield store
    finally:
        store.close()


def posting_of(clone: Clone) -> Posting:
    return Posting(
        id=new_id(),
        canonical_key=f"clone:{clone.name}:1",
        url=clone.url,
        title="Backend Engineer",
        company="Larkspur Instruments",
        captured_at=now(),
    )


def conduct_for(clone: Clone, store: Store, chrome: Chrome) -> Conduct:
    chrome.allowed.update(clone.allowed)
    return Conduct(store, Driver(chrome), patience=PATIENCE, partners=clone.partners)


async def prepare(clone: Clone, store: Store, chrome: Chrome, ask: Planner | None = None) -> Attempt:
    """The attempt after its rehearsal, by which the clone must not have received anything."""
    conduct = conduct_for(clone, store, chrome)
    posting = store.postings.add(posting_of(clone))
    attempt = Attempts(store).begin(posting, channel="headless")
    rehearsed = await conduct.rehearse(attempt.id, ask or planner(), [RESUME])
    assert [one for one in (*clone.saved, *clone.submissions) if one.values or one.files] == []
    return rehearsed


async def apply(clone: Clone, store: Store, chrome: Chrome, ask: Planner | None = None) -> Attempt:
    """Prepare, then approve and send until the attempt is settled or waits for something only a person can do."""
    attempt = await prepare(clone, store, chrome, ask)
    conduct = conduct_for(clone, store, chrome)
    for _ in range(_ROUNDS):
        if attempt.state != "ready":
            break
        approved = conduct.attempts.approve(attempt.id, attempt.content_hash)
        attempt = await conduct.send(approved.id, ask or planner(), [RESUME])
    if attempt.receipt:
        assert verify(store.blobs.get(attempt.receipt)).valid
    return attempt
