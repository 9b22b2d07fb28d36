"""The browser's way out, asked as a browser asks: refused addresses are never dialled. No packet leaves loopback."""

import asyncio
from base64 import b64encode
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from companion.apply.doorway import Doorway
from companion.errors import PrivateAddress


class Web:
    """A server on loopback that stands for the public web, and the names that lead to it."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.served: list[bytes] = []
        self.silent = False
        self.port = 0

    async def addresses(self, host: str, port: int) -> tuple[str, ...]:
        self.asked.append(host)
        if not host.endswith(".example"):
            raise PrivateAddress("not public")
        return ("127.0.0.1",)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.served.append(await reader.readuntil(b"\r\n\r\n"))
        if not self.silent:
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")
            await writer.drain()
        writer.close()


@pytest_asyncio.fixture
async def web() -> AsyncIterator[Web]:
    web = Web()
    server = await asyncio.start_server(web.serve, "127.0.0.1", 0)
    web.port = server.sockets[0].getsockname()[1]
    yield web
    server.close()
    await server.wait_closed()


async def ask(doorway: Doorway, request: bytes, *, password: str | None = None) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", int(doorway.address.rpartition(":")[2]))
    token = b64encode(f"{doorway.user}:{password or doorway.password}".encode())
    head, _, body = request.partition(b"\r\n\r\n")
    writer.write(head + b"\r\nProxy-Authorization: Basic " + token + b"\r\n\r\n" + body)
    await writer.drain()
    try:
        return await asyncio.wait_for(reader.read(4096), 5)
    finally:
        writer.close()
        await writer.wait_closed()


async def test_a_public_name_is_dialled(web: Web) -> None:
    async with Doorway(addresses=web.addresses) as doorway:
        answer = await ask(doorway, b"GET http://jobs.example:%d/a?b HTTP/1.1\r\nHost: jobs.example\r\n\r\n" % web.port)
        assert answer.endswith(b"ok")
        assert web.served[0].startswith(b"GET /a?b HTTP/1.1\r\n")
        assert b"Proxy-Authorization" not in web.served[0]


@pytest.mark.parametrize("method", [b"GET http://%s/ HTTP/1.1", b"CONNECT %s HTTP/1.1"])
@pytest.mark.parametrize("host", [b"127.0.0.1:11434", b"localhost:41730", b"169.254.169.254:80", b"[::1]:9222"])
async def test_addresses_of_this_computer_and_its_network_are_not(web: Web, method: bytes, host: bytes) -> None:
    async with Doorway() as doorway:
        answer = await ask(doorway, method % host + b"\r\nHost: x\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 403")
        assert doorway.refused == [host.decode().replace("[", "").replace("]", "")]


async def test_only_the_very_origin_that_was_named_is_let_through(web: Web) -> None:
    async with Doorway({f"http://127.0.0.1:{web.port}"}) as doorway:
        assert (await ask(doorway, b"GET http://127.0.0.1:%d/ HTTP/1.1\r\n\r\n" % web.port)).endswith(b"ok")
        for other in (b"http://127.0.0.1:%d/" % (web.port + 1), b"http://localhost:%d/" % web.port):
            assert (await ask(doorway, b"GET %s HTTP/1.1\r\n\r\n" % other)).startswith(b"HTTP/1.1 403")
    assert len(web.served) == 1


async def test_without_its_password_it_is_nobodys_proxy(web: Web) -> None:
    async with Doorway(addresses=web.addresses) as doorway:
        answer = await ask(doorway, b"GET http://jobs.example:%d/ HTTP/1.1\r\n\r\n" % web.port, password="guess")
        assert answer.startswith(b"HTTP/1.1 407")
        assert web.served == []


async def test_a_page_that_addresses_it_directly_gets_nothing(web: Web) -> None:
    async with Doorway(addresses=web.addresses) as doorway:
        assert not (await ask(doorway, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")).startswith(b"HTTP/1.1 200")


async def test_an_answer_that_never_comes_is_said_so_and_not_asked_again(web: Web) -> None:
    web.silent = True
    async with Doorway(addresses=web.addresses) as doorway:
        request = b"POST http://jobs.example:%d/ HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi" % web.port
        answer = await ask(doorway, request)
        assert answer.startswith(b"HTTP/1.1 504")
        assert b"Proxy-Status: sincerely" in answer
    assert len(web.served) == 1


async def test_garbage_does_not_stop_it(web: Web) -> None:
    async with Doorway(addresses=web.addresses) as doorway:
        for garbage in (b"\x00\xff\r\n\r\n", b"CONNECT\r\n\r\n", b"GET http://[::1 HTTP/1.1\r\n\r\n"):
            await ask(doorway, garbage)
        answer = await ask(doorway, b"GET http://jobs.example:%d/ HTTP/1.1\r\n\r\n" % web.port)
        assert answer.endswith(b"ok")
