"""httpx over connections that are dialled by checked address: the address that was checked is the one connected to.

A name is looked up once a connection, so an answer that changes between check and use (rebinding) has no second chance.
"""

import ssl
from collections.abc import AsyncIterator, Generator, Iterable
from contextlib import contextmanager
from typing import Any, Protocol, cast

import httpcore
import httpx

from companion.net.address import Resolver, public_addresses, system_resolver


class Dial(Protocol):
    """Opens a TCP connection to an IP address that was found public."""

    async def __call__(self, address: str, port: int, timeout: float | None) -> httpcore.AsyncNetworkStream: ...


class _PinnedBackend(httpcore.AsyncNetworkBackend):
    def __init__(self, resolver: Resolver, dial: Dial | None) -> None:
        self._resolver = resolver
        self._system = cast("httpcore.AsyncNetworkBackend", httpcore.AnyIOBackend())
        self._dial = dial or self._dial_tcp

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        failure: Exception = httpcore.ConnectError("no address")
        for address in (await public_addresses(host, port, self._resolver))[:3]:
            try:
                return await self._dial(address, port, timeout)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    async def _dial_tcp(self, address: str, port: int, timeout: float | None) -> httpcore.AsyncNetworkStream:
        return await self._system.connect_tcp(address, port, timeout=timeout)

    async def sleep(self, seconds: float) -> None:
        await self._system.sleep(seconds)


class PublicTransport(httpx.AsyncBaseTransport):
    """Transport for `httpx.AsyncClient` to public addresses only. Seams for tests: `resolver`, `dial`, `tls`."""

    def __init__(
        self,
        *,
        resolver: Resolver = system_resolver,
        dial: Dial | None = None,
        tls: ssl.SSLContext | None = None,
        connections: int = 20,
    ) -> None:
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=tls or httpx.create_ssl_context(trust_env=False),
            network_backend=_PinnedBackend(resolver, dial),
            max_connections=connections,
            max_keepalive_connections=connections // 2,
            keepalive_expiry=15,
            http2=True,
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(request.stream, httpx.AsyncByteStream)
        core = httpcore.Request(
            method=request.method,
            url=httpcore.URL(
                scheme=request.url.raw_scheme,
                host=request.url.raw_host,
                port=request.url.port,
                target=request.url.raw_path,
            ),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        with _as_httpx():
            answer = await self._pool.handle_async_request(core)
        return httpx.Response(answer.status, headers=answer.headers, stream=_Stream(answer))

    async def aclose(self) -> None:
        await self._pool.aclose()


class _Stream(httpx.AsyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _as_httpx():
            async for chunk in self._answer.aiter_stream():
                yield chunk

    async def aclose(self) -> None:
        await self._answer.aclose()


@contextmanager
def _as_httpx() -> Generator[None]:
    try:
        yield
    except httpcore.TimeoutException as error:
        raise httpx.TimeoutException(str(error)) from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
        raise httpx.TransportError(str(error)) from error
