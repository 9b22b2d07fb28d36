"""Exactly one effect a write: the answer to an `Idempotency-Key` is kept, and given again when the write comes again.

An answer that may change when tried again (408, 429, 5xx) is not kept. Equal writes at once run one after the other.
"""

import asyncio
import hashlib
from datetime import timedelta

from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from companion.errors import BadInput, Conflict
from companion.model.document import now
from companion.model.run import Client, Reply
from companion.store import Store
from companion.web.body import Replay
from companion.web.problems import PROBLEM, problem_json

_KEPT_FOR = timedelta(days=7)
_KEPT = 500
_KEY_LENGTH = 200
_AGAIN = frozenset({408, 429})


class Once(ASGIMiddleware):
    """Wraps the writes of the API (`opt={"write": True}`)."""

    scopes = (ScopeType.HTTP,)

    def __init__(self, store: Store) -> None:
        self._store = store
        self._running: dict[str, asyncio.Lock] = {}

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        client: Client | None = scope["state"].get("client")
        if client is None or not scope["route_handler"].opt.get("write"):
            await next_app(scope, receive, send)
            return
        key = dict(scope["headers"]).get(b"idempotency-key", b"")
        if not 0 < len(key) <= _KEY_LENGTH:
            refusal = BadInput("A write needs an Idempotency-Key.", "Send a random one, the same when trying again.")
            await _answer(send, refusal.status, problem_json(refusal))
            return
        body = (await receive()).get("body", b"")
        reply_id = hashlib.sha256(client.id.encode() + b"\n" + key).hexdigest()
        request = hashlib.sha256(scope["path"].encode() + b"\n" + bytes(body)).hexdigest()
        lock = self._running.setdefault(reply_id, asyncio.Lock())
        try:
            async with lock:
                await self._once(reply_id, request, scope, Replay(bytes(body), receive), send, next_app)
        finally:
            if not lock.locked():
                self._running.pop(reply_id, None)

    async def _once(
        self, reply_id: str, request: str, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp
    ) -> None:
        if (known := self._store.replies.find(reply_id)) is not None:
            if known.request != request:
                clash = Conflict("This Idempotency-Key was used for another request.", "Use a new key.")
                await _answer(send, clash.status, problem_json(clash))
                return
            await _answer(send, known.status, known.body.encode(), again=True)
            return
        answer = _Answer(send)
        await next_app(scope, receive, answer)
        if answer.status < 500 and answer.status not in _AGAIN:
            with self._store.commit():
                self._forget_old()
                self._store.replies.add(
                    Reply(id=reply_id, request=request, status=answer.status, body=answer.body.decode(), at=now())
                )
        await answer.release()

    def _forget_old(self) -> None:
        if self._store.replies.count() < _KEPT:
            return
        oldest = sorted(self._store.replies.where(), key=lambda reply: reply.at)
        for place, reply in enumerate(oldest):
            if place >= _KEPT // 4 and now() - reply.at < _KEPT_FOR:
                break
            self._store.replies.remove(reply.id)


class _Answer:
    """Holds an answer back until it is on record."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._held: list[Message] = []
        self.status = 500
        self.body = b""

    async def __call__(self, message: Message) -> None:
        self._held.append(message)
        if message["type"] == "http.response.start":
            self.status = message["status"]
        elif message["type"] == "http.response.body":
            self.body += message.get("body", b"")

    async def release(self) -> None:
        for message in self._held:
            await self._send(message)


async def _answer(send: Send, status: int, body: bytes, *, again: bool = False) -> None:
    kind = b"application/json" if status < 400 else PROBLEM.encode()
    headers = [(b"content-type", kind), (b"content-length", str(len(body)).encode())]
    if again:
        headers.append((b"idempotency-replayed", b"true"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})
