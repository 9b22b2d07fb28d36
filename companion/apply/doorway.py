"""The browser's only way out: a local proxy that dials public addresses and the origins it was told, nothing else.

Why a proxy: it sees every connection (redirects, sockets, prefetches), and dials the very address it checked, so that a
name which answers differently the second time (DNS rebinding) gains nothing.
"""

import asyncio
import secrets
from base64 import b64encode
from collections.abc import Awaitable, Callable
from contextlib import suppress
from types import TracebackType
from typing import Self

import httpx

from companion.errors import SincerelyError
from companion.net import public_addresses

Addresses = Callable[[str, int], Awaitable[tuple[str, ...]]]
"""Host and port → addresses to dial; raises PrivateAddress or NetError where there is none to be had."""

_HEAD_LIMIT = 65_536
_HEAD_WAIT = 30.0
_DIAL_WAIT = 15.0
_CHUNK = 65_536
_QUIET = 0.3
"""Seconds without a byte after which nothing is under way in a tunnel."""


class Doorway:
    """An HTTP proxy on a free loopback port for as long as the `async with` lasts.

    `allowed` are exact origins on this computer (`http://127.0.0.1:1234`) that may be dialled although they are
    private; it may change while the doorway is open. `refused` collects what was turned away, host and port only.
    """

    def __init__(self, allowed: set[str] | None = None, addresses: Addresses = public_addresses) -> None:
        self.allowed = allowed if allowed is not None else set[str]()
        self.refused: list[str] = []
        self.user = "browser"
        self.password = secrets.token_urlsafe(24)
        self._addresses = addresses
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._tunnels: set[_Counted] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0, limit=_HEAD_LIMIT)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        assert self._server is not None
        self._server.close()
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._server.wait_closed()

    @property
    def address(self) -> str:
        assert self._server is not None
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    def refresh(self) -> None:
        """Close the tunnels that are quiet, so that what is sent next goes over a fresh one: a browser repeats a
        request, even a POST, when a connection it *re-used* breaks before the answer."""
        quiet = asyncio.get_running_loop().time() - _QUIET
        for one in self._tunnels:
            if one.last < quiet:
                one.writer.close()

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self._serve(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, EOFError, ValueError, asyncio.LimitOverrunError, httpx.InvalidURL):
            try:
                while await self._one(reader, writer):
                    pass
            finally:
                writer.close()
                with suppress(OSError):
                    await writer.wait_closed()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Serve one request; True where the client may send another head (it was asked for the password)."""
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), _HEAD_WAIT)
        lines = head[:-4].split(b"\r\n")
        method, _, rest = lines[0].partition(b" ")
        target, _, protocol = rest.partition(b" ")
        names = {line.partition(b":")[0].strip().lower(): line.partition(b":")[2].strip() for line in lines[1:]}
        if not self._knows(names.get(b"proxy-authorization", b"")):
            await _answer(writer, 407, b'Proxy-Authenticate: Basic realm="sincerely"\r\n', keep=True)
            return method == b"CONNECT" or b"content-length" not in names
        tunnel = method == b"CONNECT"
        url = httpx.URL(("https://" if tunnel else "") + target.decode("ascii", "replace"))
        port = url.port or (443 if tunnel or url.scheme == "https" else 80)
        try:
            upstream = await self._dial(url, port, tunnel)
        except (SincerelyError, OSError, TimeoutError) as error:
            if isinstance(error, SincerelyError):
                self.refused.append(f"{url.host}:{port}")
            await _answer(writer, 403 if isinstance(error, SincerelyError) else 502)
            return False
        try:
            if tunnel:
                writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
                await writer.drain()
                tunnel_end = _Counted(writer)
                self._tunnels.add(tunnel_end)
                await _both(_copy(reader, tunnel_end.beside(upstream[1])), _copy(upstream[0], tunnel_end))
            else:
                upstream[1].write(_origin_form(method, url, protocol, lines[1:]))
                length = int(names.get(b"content-length", b"0") or 0)
                chunked = b"transfer-encoding" in names or b"upgrade" in names
                answered = _Counted(writer)
                await _both(_copy(reader, upstream[1], None if chunked else length), _copy(upstream[0], answered))
                if not answered.count:
                    # A browser that gets nothing at all sends the request again, on its own, even a POST.
                    await _answer(writer, 504, b"Proxy-Status: sincerely; error=connection_terminated\r\n")
        finally:
            self._tunnels = {one for one in self._tunnels if one.writer is not writer}
            upstream[1].close()
        return False

    async def _dial(self, url: httpx.URL, port: int, tunnel: bool) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        schemes = ("https", "http", "ws", "wss") if tunnel else ("http",)
        if any(f"{scheme}://{url.host}:{port}" in self.allowed for scheme in schemes):
            found: tuple[str, ...] = (url.host,)
        else:
            found = await self._addresses(url.host, port)
        failure: OSError | TimeoutError = OSError("no address")
        for address in found:
            try:
                return await asyncio.wait_for(asyncio.open_connection(address, port), _DIAL_WAIT)
            except (OSError, TimeoutError) as error:
                failure = error
        raise failure

    def _knows(self, header: bytes) -> bool:
        expected = b"Basic " + b64encode(f"{self.user}:{self.password}".encode())
        return secrets.compare_digest(header, expected)


def _origin_form(method: bytes, url: httpx.URL, protocol: bytes, headers: list[bytes]) -> bytes:
    """The request as the origin wants it; one request a connection, so that no second one goes unchecked."""
    upgrade = any(line.lower().startswith(b"upgrade:") for line in headers)
    dropped = (b"proxy-", b"connection:") if not upgrade else (b"proxy-",)
    kept = [line for line in headers if not line.lower().startswith(dropped)]
    if not upgrade:
        kept.append(b"Connection: close")
    return b"\r\n".join([method + b" " + url.raw_path + b" " + (protocol or b"HTTP/1.1"), *kept]) + b"\r\n\r\n"


async def _answer(writer: asyncio.StreamWriter, status: int, header: bytes = b"", *, keep: bool = False) -> None:
    words = {403: b"Refused", 407: b"Proxy Authentication Required", 502: b"Bad Gateway", 504: b"No Answer"}[status]
    end = b"" if keep else b"Connection: close\r\n"
    writer.write(b"HTTP/1.1 %d %s\r\nContent-Length: 0\r\n%s%s\r\n" % (status, words, header, end))
    await writer.drain()


class _Counted:
    """A writer that knows how much went through it, and when the last of it did."""

    def __init__(self, writer: asyncio.StreamWriter, whole: "_Counted | None" = None) -> None:
        self.writer, self._whole = writer, whole or self
        self.count, self.last = 0, asyncio.get_running_loop().time()

    def beside(self, writer: asyncio.StreamWriter) -> "_Counted":
        """The other direction of the same tunnel."""
        return _Counted(writer, self)

    async def write(self, chunk: bytes) -> None:
        self.count += len(chunk)
        self._whole.last = asyncio.get_running_loop().time()
        self.writer.write(chunk)
        await self.writer.drain()


async def _copy(
    source: asyncio.StreamReader, target: asyncio.StreamWriter | _Counted, length: int | None = None
) -> None:
    """Copy until the source ends, or `length` bytes (the other direction then decides when it is over)."""
    left = length
    while left is None or left > 0:
        chunk = await source.read(_CHUNK if left is None else min(_CHUNK, left))
        if not chunk:
            raise ConnectionResetError
        left = None if left is None else left - len(chunk)
        if isinstance(target, _Counted):
            await target.write(chunk)
        else:
            target.write(chunk)
            await target.drain()


async def _both(up: Awaitable[None], down: Awaitable[None]) -> None:
    """Run both directions until the answer ended or a side that must go on broke off."""
    going_up, coming_down = asyncio.ensure_future(up), asyncio.ensure_future(down)
    try:
        done, _ = await asyncio.wait({going_up, coming_down}, return_when=asyncio.FIRST_COMPLETED)
        if going_up in done and going_up.exception() is None:
            await asyncio.wait({coming_down})
    finally:
        for task in (going_up, coming_down):
            task.cancel()
        await asyncio.gather(going_up, coming_down, return_exceptions=True)
