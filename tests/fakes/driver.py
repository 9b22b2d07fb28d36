"""A driver without a browser: what it would have met at a form is said beforehand."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from companion.apply import Driver, Errand, Walk
from companion.model.application import EvidenceItem, Page


class FakeDriver(Driver):
    """Meets `walk` at every form. Who looks again waits until `told` is set, and then hears `found`."""

    def __init__(self, walk: Walk | None = None, found: Sequence[EvidenceItem] = ()) -> None:
        self.walk, self.found = walk or Walk(), tuple(found)
        self.sendings = 0
        self.told = asyncio.Event()

    async def rehearse(self, errand: Errand) -> Walk:
        return self.walk

    async def send(
        self, errand: Errand, approved: Sequence[Page], on_submitting: Callable[[], Awaitable[None]]
    ) -> Walk:
        self.sendings += 1
        return self.walk

    async def look(self, url: str, sent: Sequence[Page]) -> tuple[EvidenceItem, ...]:
        await self.told.wait()
        return self.found
