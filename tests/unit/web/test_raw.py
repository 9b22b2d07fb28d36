"""What no HTTP client would send, over a real socket to the real server (A03, A27-A29)."""

import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from companion.web.server import PatientProtocol
from tests.fakes.companion import made_companion, served

_POST = "POST /api/pair HTTP/1.1\nHost: 127.0.0.1:PORT\nContent-Type: application/json\n"


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder: Path = tmp_path_factory.mktemp("raw") / "data"
    with made_companion(folder) as services, served(services) as (address, _, _):
        yield int(address.rpartition(":")[2])


def say(port: int, text: str, *, silence: float = 0.5, hang_up: bool = False) -> bytes:
    """Send `text` as it stands and read until the server closes or says nothing more."""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
        line.sendall(text.replace("\n", "\r\n").replace("PORT", str(port)).encode("latin-1"))
        if hang_up:
            line.shutdown(socket.SHUT_WR)
        parts: list[bytes] = []
        with suppress(TimeoutError, ConnectionError):
            while part := line.recv(65_536):
                parts.append(part)
                line.settimeout(silence)
        return b"".join(parts)


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer else 0


def test_a_request_without_a_host_is_misdirected(port: int) -> None:
    assert status(say(port, "GET /api/hello HTTP/1.0\n\n")) in (400, 421)
    assert status(say(port, "GET /api/hello HTTP/1.1\n\n")) in (400, 421)
    assert status(say(port, "GET http://127.0.0.1:PORT/jobs HTTP/1.1\nHost: evil.com\n\n")) in (400, 404, 421)


def test_two_lengths_do_not_smuggle_a_second_request(port: int) -> None:
    smuggled = "0\n\nGET /open?t=x HTTP/1.1\nHost: 127.0.0.1:PORT\n\n"
    for lengths in (
        "Content-Length: 5\nTransfer-Encoding: chunked\n",
        "Transfer-Encoding: chunked\nContent-Length: 5\n",
        "Content-Length: 5\nContent-Length: 6\n",
        "Transfer-Encoding: xchunked\n",
        "Content-Length: +5\n",
    ):
        answer = say(port, f"{_POST}{lengths}\n{smuggled}")
        assert answer.count(b"HTTP/1.1 ") <= 1
        assert 400 <= status(answer) < 500 or not answer


@pytest.mark.parametrize(
    "text",
    [
        f"{_POST}Transfer-Encoding: chunked\n\nZZ\nx\n0\n\n",
        "GET /\x00 HTTP/1.1\nHost: 127.0.0.1:PORT\n\n",
        "TRACE / HTTP/1.1\nHost: 127.0.0.1:PORT\n\n",
        "GET /static/../gate.py HTTP/1.1\nHost: 127.0.0.1:PORT\n\n",
        "GET / HTTP/9.9\nHost: 127.0.0.1:PORT\n\n",
        "nonsense\n\n",
        "GET / HTTP/1.1\nHost: 127.0.0.1:PORT\nX: " + "a" * 100_000 + "\n\n",
    ],
)
def test_a_broken_request_is_refused_and_the_server_goes_on(port: int, text: str) -> None:
    answer = say(port, text)
    assert not answer or 400 <= status(answer) < 500
    hello = say(port, "GET /api/hello?nonce=0123456789abcdef HTTP/1.1\nHost: 127.0.0.1:PORT\nConnection: close\n\n")
    assert status(hello) == 200


def test_a_refusal_arrives_though_the_body_was_still_on_its_way(port: int) -> None:
    body = b'{"html": "' + b"x" * 6_000_000 + b'"}'
    for head in (
        "POST /api/%2e%2e/pair HTTP/1.1\nHost: 127.0.0.1:PORT\nContent-Type: application/json\n",
        "POST /api/pair HTTP/1.1\nHost: 127.0.0.1:PORT\nContent-Type: text/plain\n",
        _POST,
    ):
        with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
            text = f"{head}Content-Length: {len(body)}\n\n"
            line.sendall(text.replace("\n", "\r\n").replace("PORT", str(port)).encode())
            time.sleep(0.1)
            line.sendall(body)
            assert status(line.recv(65_536)) in (404, 413, 415)


def test_half_a_body_is_no_request(port: int) -> None:
    assert status(say(port, _POST + "Content-Length: 500\n\n{", hang_up=True)) in (0, 400)


def test_a_client_that_drips_its_bytes_is_hung_up_on(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PatientProtocol, "head_seconds", 0.2)
    monkeypatch.setattr(PatientProtocol, "body_seconds", 0.2)
    hello = "GET /api/hello?nonce=0123456789abcdef HTTP/1.1\nHost: 127.0.0.1:PORT\n"
    for start in ("", "GE", hello, f"{hello}\nGET /jobs HT", f"{_POST}Content-Length: 500\n\n{{"):
        drips = [socket.create_connection(("127.0.0.1", port), timeout=20) for _ in range(20)]
        for line in drips:
            line.sendall(start.replace("\n", "\r\n").replace("PORT", str(port)).encode())
        for line in drips:
            with line, suppress(ConnectionResetError):
                while line.recv(65_536):  # a time-out here is a server that waits for ever
                    pass
    assert status(say(port, f"{hello}Connection: close\n\n")) == 200


def test_a_whole_request_may_take_its_time_to_be_answered_and_asked_again(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PatientProtocol, "head_seconds", 0.2)
    hello = f"GET /api/hello?nonce=0123456789abcdef HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()
    with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
        for _ in range(2):
            line.sendall(hello)
            answer = b""
            while b'"product"' not in answer:
                answer += line.recv(65_536)
            assert status(answer) == 200
            time.sleep(0.5)  # longer than a head may take: nothing is waited for between two requests
