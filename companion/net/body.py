"""Reading a body under a cap that counts decompressed bytes, so that a bomb is cut while it unfolds."""

import zlib
from collections.abc import AsyncIterator, Iterator
from typing import Protocol

import httpx

from companion.errors import NetError, TooLarge

ACCEPTED = "gzip, deflate"
"""What we ask for. Brotli and zstd are left out: they unfold 10,000:1 and their decoders are harder to stop."""
_STEP = 256 * 1024


class _Decoder(Protocol):
    def feed(self, data: bytes) -> Iterator[bytes]: ...


class _Plain:
    def feed(self, data: bytes) -> Iterator[bytes]:
        yield data


class _Zlib:
    """gzip and deflate (zlib-wrapped, or raw as some servers send it)."""

    def __init__(self, wbits: int) -> None:
        self._inflate = zlib.decompressobj(wbits)
        self._raw_next = wbits == zlib.MAX_WBITS

    def feed(self, data: bytes) -> Iterator[bytes]:
        while data:
            try:
                part = self._inflate.decompress(data, _STEP)
            except zlib.error:
                if not self._raw_next:
                    raise
                self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)
                part = self._inflate.decompress(data, _STEP)
            self._raw_next = False
            data = self._inflate.unconsumed_tail
            if part:
                yield part
            elif self._inflate.eof:
                return


def _decoder(encoding: str) -> _Decoder:
    match encoding.strip().lower():
        case "" | "identity":
            return _Plain()
        case "gzip" | "x-gzip":
            return _Zlib(zlib.MAX_WBITS | 16)
        case "deflate":
            return _Zlib(zlib.MAX_WBITS)
        case _:
            raise NetError("The server answered in a compression we did not ask for.")


async def read_body(response: httpx.Response, max_bytes: int) -> bytes:
    """The decompressed body of a streamed response. Raises TooLarge past `max_bytes`, NetError where it is damaged."""
    declared = response.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > max_bytes:
        raise _too_large(max_bytes)
    decoder = _decoder(response.headers.get("content-encoding", ""))
    body = bytearray()
    raw: AsyncIterator[bytes] = response.aiter_raw(_STEP)
    try:
        async for chunk in raw:
            for part in decoder.feed(chunk):
                body += part
                if len(body) > max_bytes:
                    raise _too_large(max_bytes)
    except zlib.error as error:
        raise NetError("The answer's compression is damaged.") from error
    return bytes(body)


def _too_large(max_bytes: int) -> TooLarge:
    return TooLarge(
        f"The answer is larger than {max_bytes // 1_000_000 or 1} MB.", "Save the page and hand in the file."
    )
