"""Live changes: every durable commit is told to open dashboards (server-sent events) and extensions (WebSocket).

Only which document changed travels, never what it says; a page that hears of a change asks for it again.
"""

import asyncio
import secrets
import time
from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager
from types import TracebackType

import msgspec
from litestar import Litestar
from litestar.channels import ChannelsPlugin
from litestar.channels.backends.memory import MemoryChannelsBackend

from companion.errors import RateLimited
from companion.model.run import Client, Event
from companion.store import Store
from companion.web.tokens import hash_token

CHANNEL = "changes"
PING = b'{"kind":"ping"}'
PING_EVERY = 20.0
_BACKLOG = 1_000
_STREAMS = 8
"""Open streams a client may hold: a few dashboard tabs."""
_TICKET_LIFE = 30.0
_TICKETS = 100
_QUIET = frozenset({"replies"})


class Channels(ChannelsPlugin):
    """Litestar's channels, which take nothing more once they close: what was published in between ended in an error."""

    closing = False

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.closing = True
        await super().__aexit__(kind, error, trace)


class Live:
    """Carries the store's events from whichever thread committed to every open stream."""

    def __init__(self, store: Store, clock: Callable[[], float] = time.monotonic) -> None:
        self.channels = Channels(
            MemoryChannelsBackend(),
            channels=[CHANNEL],
            subscriber_max_backlog=_BACKLOG,
            subscriber_backlog_strategy="dropleft",
        )
        self._store = store
        self._clock = clock
        self._open: Counter[str] = Counter()
        self._tickets: dict[str, tuple[str, float]] = {}

    @asynccontextmanager
    async def lifespan(self, _: Litestar) -> AsyncGenerator[None]:
        """Listen to the store while the application runs."""
        loop = asyncio.get_running_loop()

        def tell(events: tuple[Event, ...]) -> None:
            loop.call_soon_threadsafe(self._publish, events)

        stop = self._store.listen(tell)
        try:
            yield
        finally:
            stop()

    def _publish(self, events: tuple[Event, ...]) -> None:
        for event in events:
            if event.kind not in _QUIET and not self.channels.closing:
                self.channels.publish(msgspec.json.encode(event), CHANNEL)  # pyright: ignore[reportUnknownMemberType]

    @asynccontextmanager
    async def subscribe(self, client: Client) -> AsyncGenerator[AsyncIterator[bytes]]:
        """The changes from now on as JSON, with a ping each 20 s. Raises RateLimited when too many are open."""
        if self._open[client.id] >= _STREAMS:
            raise RateLimited("Too many live connections are open.", "Close a few dashboard tabs.")
        self._open[client.id] += 1
        try:
            async with self.channels.start_subscription(CHANNEL) as subscriber:
                yield self._with_pings(client, subscriber.iter_events())
        finally:
            self._open[client.id] -= 1
            if not self._open[client.id]:
                del self._open[client.id]

    async def _with_pings(self, client: Client, events: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
        """Ends when the client is revoked."""
        upcoming: asyncio.Future[bytes] | None = None
        try:
            while True:
                upcoming = upcoming or asyncio.ensure_future(anext(events))
                done, _ = await asyncio.wait((upcoming,), timeout=PING_EVERY)
                known = self._store.clients.find(client.id)
                if known is None or known.revoked:
                    return
                if not done:
                    yield PING
                    continue
                try:
                    event = upcoming.result()
                except StopAsyncIteration:
                    return
                upcoming = None
                yield event
        finally:
            if upcoming is not None:
                upcoming.cancel()

    def ticket(self, client: Client) -> str:
        """A one-time ticket for the WebSocket, good for 30 seconds."""
        ticket = secrets.token_urlsafe(24)
        self._tickets[hash_token(ticket)] = (client.id, self._clock() + _TICKET_LIFE)
        while len(self._tickets) > _TICKETS:
            del self._tickets[next(iter(self._tickets))]
        return ticket

    def admit(self, ticket: str, origin: str) -> Client | None:
        """The client a ticket was made for; None when it is used, old, or brought by another origin."""
        client_id, ends = self._tickets.pop(hash_token(ticket), ("", 0.0))
        client = self._store.clients.find(client_id) if ends > self._clock() else None
        if client is None or client.revoked or (client.origin and client.origin != origin):
            return None
        return client
