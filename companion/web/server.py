"""uvicorn as the companion runs it: bounded in connections, headers and patience, on loopback only.

uvicorn waits for ever for a request that has begun; here a client that drips its bytes (slow loris) is hung up on.
"""

import asyncio
import socket
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, ClassVar, Literal

import h11
import uvicorn
from litestar.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from companion.errors import SincerelyError

HOST = "127.0.0.1"
PORTS = 10
"""How many ports, from the configured one on, the extension asks and the companion tries."""


class PatientProtocol(H11Protocol):
    """uvicorn's HTTP/1.1 with a deadline for the head of a request, and one for its body."""

    head_seconds: ClassVar[float] = 10
    """From the opening of the connection, or the first byte of a later request, to the end of the headers."""
    body_seconds: ClassVar[float] = 60
    """From the end of the headers to the end of the body, however large."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._awaited: Literal["head", "body"] | None = None
        self._deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # as uvicorn's own
        super().connection_made(transport)
        self._await("head")

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._look()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._look()

    def connection_lost(self, exc: Exception | None) -> None:
        self._await(None)
        super().connection_lost(exc)

    def _look(self) -> None:
        state = self.conn.their_state
        begun = state is h11.IDLE and bool(self.conn.trailing_data[0])
        self._await("body" if state is h11.SEND_BODY else "head" if begun else None)

    def _await(self, what: Literal["head", "body"] | None) -> None:
        """Start the clock for `what`, once; None: nothing is waited for."""
        if what == self._awaited:
            return
        self._awaited = what
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
        if what is not None:
            seconds = self.head_seconds if what == "head" else self.body_seconds
            self._deadline = self.loop.call_later(seconds, self._hang_up)

    def _hang_up(self) -> None:
        if self.transport.get_protocol() is self:  # a WebSocket has a protocol, and limits, of its own
            self.transport.abort()


class Server(uvicorn.Server):
    """uvicorn without its own signal handling: the companion closes its store before the process ends."""

    def __init__(self, app: ASGIApp) -> None:
        config = uvicorn.Config(
            app,
            lifespan="on",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_keep_alive=30,
            timeout_graceful_shutdown=3,
            limit_concurrency=500,
            h11_max_incomplete_event_size=64 * 1024,
            http=PatientProtocol,
            ws="websockets-sansio",
        )
        super().__init__(config)

    @contextmanager
    def capture_signals(self) -> Generator[None]:
        yield


def listen(first: int) -> socket.socket:
    """A listening socket on the first free port from `first` on (0: any). Raises SincerelyError when all are taken."""
    for port in range(first, first + PORTS) if first else (0,):
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, port))
        except OSError:
            listening.close()
            continue
        return listening
    raise SincerelyError(
        f"The ports {first} to {first + PORTS - 1} are all taken.", "Set SINCERELY_PORT to another number."
    )
