"""Reading a request's body for the gate: whole, within its limit, unpacked, and well-formed JSON where JSON is due."""

import asyncio
import zlib
from contextlib import suppress
from typing import Any

import msgspec
from litestar.types import HTTPReceiveMessage, Receive

from companion.errors import BadInput, TimedOut, TooLarge, Unsupported

API_LIMIT = 4_000_000
"""Bytes of a call as sent: 2 MB of trimmed page with its JSON escapes and frames."""
API_UNPACKED_LIMIT = 8_000_000
FORM_LIMIT = 1_000_000
UPLOAD_LIMIT = 20_000_000
_UPLOADS = ("/jobs/add/file", "/profile/import", "/welcome/import", "/privacy/import", "/privacy/restore")
_TIME_LIMIT = 30.0
_DRAINED = 64_000_000
_LINGER = 2.0


class TooSlow(TimedOut):
    """A request whose body does not come."""

    status = 408


async def read_body(path: str, is_api: bool, headers: tuple[tuple[str, str], ...], receive: Receive) -> bytes:
    """The body of a POST. Raises TooLarge, TooSlow, Unsupported (an unknown packing) or BadInput (not JSON)."""
    limit = API_LIMIT if is_api else UPLOAD_LIMIT if path in _UPLOADS else FORM_LIMIT
    sent = dict(headers)
    announced = sent.get("content-length", "0")
    if not announced.isdecimal() or len(announced) > 18 or int(announced) > limit:
        raise TooLarge(f"At most {limit // 1_000_000} MB can be sent here.", "Send less at once.")
    try:
        async with asyncio.timeout(_TIME_LIMIT):
            body = await _receive_all(receive, limit)
    except TimeoutError as error:
        raise TooSlow("The request did not arrive in time.", "Try again.") from error
    packing = sent.get("content-encoding", "identity").lower()
    if packing == "gzip":
        body = _unpack(body)
    elif packing != "identity":
        raise Unsupported("Only gzip is understood.", "Send it unpacked.")
    if is_api:
        _check_json(body)
    return body


async def _receive_all(receive: Receive, limit: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise BadInput("The request broke off.", "Try again.")
        part = message.get("body", b"")
        size += len(part)
        if size > limit:
            raise TooLarge(f"At most {limit // 1_000_000} MB can be sent here.", "Send less at once.")
        parts.append(part)
        if not message.get("more_body", False):
            return b"".join(parts)


def _unpack(body: bytes) -> bytes:
    stream = zlib.decompressobj(wbits=31)
    try:
        unpacked = stream.decompress(body, API_UNPACKED_LIMIT + 1)
    except zlib.error as error:
        raise BadInput("The body is not valid gzip.") from error
    if len(unpacked) > API_UNPACKED_LIMIT:
        raise TooLarge(
            f"At most {API_UNPACKED_LIMIT // 1_000_000} MB can be sent here, unpacked.", "Send less at once."
        )
    if not stream.eof:
        raise BadInput("The gzip body broke off.")
    return unpacked


def _check_json(body: bytes) -> None:
    """Well-formed, in UTF-8 and not absurdly deep: the handlers' decoder then has only shapes to refuse."""
    try:
        body.decode()
        msgspec.json.decode(body, type=msgspec.Raw)
    except (UnicodeDecodeError, msgspec.DecodeError) as error:
        raise BadInput("The body is not valid JSON in UTF-8.") from error
    except RecursionError as error:
        raise BadInput("The JSON is nested too deep.") from error


class Incoming:
    """What the client sends, as it comes; whether its end was seen decides if a refusal has to wait for the rest."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._over = False

    async def __call__(self) -> Any:
        message = await self._receive()
        self._over = message["type"] != "http.request" or not message.get("more_body", False)
        return message

    async def drain(self) -> None:
        """Take and drop the rest, for a moment: closing on unread bytes resets the connection and loses the refusal."""
        left = _DRAINED
        with suppress(TimeoutError):
            async with asyncio.timeout(_LINGER):
                while not self._over and left > 0:
                    left -= len((await self()).get("body", b""))


class Replay:
    """Hands the body that was read to the application as one message; what follows comes from the client."""

    def __init__(self, body: bytes, rest: Receive) -> None:
        self._body: bytes | None = body
        self._rest = rest

    async def __call__(self) -> HTTPReceiveMessage:
        if self._body is not None:
            body, self._body = self._body, None
            return {"type": "http.request", "body": body, "more_body": False}
        return await self._rest()  # type: ignore[return-value]
