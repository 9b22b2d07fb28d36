"""The outermost door: which requests are let in at all, decided from their head before anything is routed or run.

It wraps the whole application (unknown paths, static files, mounts and WebSockets included) and trusts nothing that a
web page can choose. Who is calling is a later question (`identity.py`); here a hostile page is told from an own one.
"""

import re
from collections.abc import Iterable

import msgspec
from litestar.types import ASGIApp, HTTPSendMessage, Message, Receive, Scope, Send

from companion.errors import BadInput, Misdirected, NotFound, Refused, SincerelyError, Unsupported
from companion.web.body import Incoming, Replay, read_body
from companion.web.headers import with_headers
from companion.web.problems import problem_json
from companion.web.scope import bytes_of, own_port, text_of

_METHODS = frozenset({"GET", "POST"})
_FORMS = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})
_WELL_FORMED = re.compile(rb"(?:/[A-Za-z0-9._~!$&'()*+,;=:@-]*)+")
"""A raw path without percent-escapes, backslashes, controls or spaces: we have no address that needs one."""


class NotAllowed(BadInput):
    """A method that no address here knows."""

    code, status, title = "bad-input", 405, "Method not allowed"


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """What the gate looks at. `port` is the one this server listens on, as the socket says it and not the client."""

    kind: str
    method: str
    path: str
    raw_path: bytes
    port: int
    headers: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, scope: Scope) -> "Head":
        return cls(
            kind=scope["type"],
            method=text_of(scope, "method", "GET"),
            path=scope["path"],
            raw_path=(bytes_of(scope, "raw_path") or scope["path"].encode()).split(b"?")[0],
            port=own_port(scope),
            headers=tuple(
                (name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in scope["headers"]
            ),
        )

    def all(self, name: str) -> tuple[str, ...]:
        """Every value sent under a header's name."""
        return tuple(value for key, value in self.headers if key == name)

    def one(self, name: str) -> str:
        """The only value of a header; empty when absent or sent twice."""
        values = self.all(name)
        return values[0] if len(values) == 1 else ""

    @property
    def is_api(self) -> bool:
        return self.path.startswith(("/api/", "/mcp")) or self.path == "/api"


def check(head: Head, extension_id: str) -> None:
    """Raise the error for which `head` is refused; return when it may pass.

    Rules and their reasons: reference measurements in `tests/unit/web/test_gate.py`, which is the table of attacks.
    """
    own = f"127.0.0.1:{head.port}"
    if head.all("host") != (own,):
        raise Misdirected("This server answers under its own address only.")
    if head.kind == "http" and head.method not in _METHODS:
        _check_origin(head, own, extension_id)
        raise NotAllowed("This method is not used here.")
    if not _WELL_FORMED.fullmatch(head.raw_path) or "//" in head.path:
        raise NotFound("There is nothing at this address.")
    _check_origin(head, own, extension_id)
    if head.kind == "http":
        _check_fetch(head)
        if head.method == "POST":
            _check_post(head, own)


def _check_origin(head: Head, own: str, extension_id: str) -> None:
    """The Origin, where one is sent, must be ours to the letter; a WebSocket must send one."""
    origins = head.all("origin")
    if not origins and head.kind != "websocket":
        return
    allowed = {f"http://{own}"}
    if head.is_api and extension_id:
        allowed.add(f"chrome-extension://{extension_id}")
    if len(origins) != 1 or origins[0] not in allowed:
        raise Refused("This page may not talk to the companion.")


def _check_fetch(head: Head) -> None:
    """Browsers say where a request comes from. Another site or local port (`same-site`) may only open a page."""
    sites = head.all("sec-fetch-site")
    if not sites or sites in {("same-origin",), ("none",)}:
        return
    opens_a_page = (
        head.method == "GET"
        and head.one("sec-fetch-mode") == "navigate"
        and head.one("sec-fetch-dest") == "document"
        and not head.is_api
        and not head.path.startswith(("/static/", "/files/", "/events"))
    )
    if not opens_a_page:
        raise Refused("This page may not talk to the companion.")


def _check_post(head: Head, own: str) -> None:
    kind = head.one("content-type").partition(";")[0].strip().lower()
    if head.is_api:
        if kind != "application/json":
            raise Unsupported("Send this as application/json.")
        return
    if kind not in _FORMS:
        raise Unsupported("Send this as a form.")
    from_own_page = head.all("origin") == (f"http://{own}",) or head.one("sec-fetch-site") == "same-origin"
    if not from_own_page:
        raise Refused("Forms are accepted from the dashboard only.")


class Gate:
    """The ASGI application around the application."""

    def __init__(self, app: ASGIApp, extension_id: str) -> None:
        self._app = app
        self._extension_id = extension_id

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        head, incoming = Head.of(scope), Incoming(receive)
        try:
            check(head, self._extension_id)
            if head.kind == "http" and head.method == "POST":
                body = await read_body(head.path, head.is_api, head.headers, incoming)
                scope["headers"] = list(_plain(scope["headers"], len(body)))
                receive = Replay(body, receive)
        except SincerelyError as refusal:
            await _refuse(head, refusal, incoming, with_headers(send))
            return
        await self._app(scope, receive, with_headers(send) if head.kind == "http" else send)


def _plain(headers: Iterable[tuple[bytes, bytes]], length: int) -> Iterable[tuple[bytes, bytes]]:
    """The headers of a body that is now whole, uncompressed and of known length."""
    for name, value in headers:
        if name.lower() not in (b"content-encoding", b"content-length", b"transfer-encoding"):
            yield name, value
    yield b"content-length", str(length).encode()


async def _refuse(head: Head, refusal: SincerelyError, incoming: Incoming, send: Send) -> None:
    if head.kind == "websocket":
        await incoming()
        close: Message = {"type": "websocket.close", "code": 1008, "reason": ""}
        await send(close)
        return
    await incoming.drain()
    body = problem_json(refusal)
    start: HTTPSendMessage = {
        "type": "http.response.start",
        "status": refusal.status,
        "headers": [
            (b"content-type", b"application/problem+json"),
            (b"content-length", str(len(body)).encode()),
            (b"connection", b"close"),
        ],
    }
    await send(start)
    await send({"type": "http.response.body", "body": body, "more_body": False})
