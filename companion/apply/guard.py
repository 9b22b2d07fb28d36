"""What the driven browser may send while a form is in hand: nothing in a rehearsal, and never to a stranger.

The doorway decides which *addresses* exist for the browser; the guard decides which *requests* may leave for them.
"""

from base64 import b64decode
from collections.abc import Awaitable, Callable, Collection
from contextlib import suppress
from hashlib import sha256
from typing import Literal
from urllib.parse import unquote, unquote_plus, urlsplit

import msgspec
from playwright.async_api import Error as BrowserError
from playwright.async_api import Request, Route, WebSocketRoute

from companion.apply.hands import Attachment
from companion.apply.site import site

Mode = Literal["loading", "rehearsal", "open", "armed"]
"""loading: nothing was typed yet · rehearsal: nothing may be sent · open: approved · armed: what is sent is a
submission, and is made durable as one first."""

_READS = frozenset({"GET", "HEAD", "OPTIONS"})
_SCHEMES = frozenset({"http", "https", "ws", "wss", "data", "blob", "about"})
_SHORTEST = 5
"""Shorter values ("Yes", "42") are in every page and say nothing about a person."""


class Turned(msgspec.Struct, frozen=True):
    """A request that was not let out. `url` has no query: it may hold what the person typed."""

    method: str
    url: str
    why: Literal["scheme", "rehearsal", "stranger", "left", "repeat"]


class Guard:
    """Decides over every request of one browser context; attach `handle` and `handle_socket`.

    `partners` are registrable domains that belong to the form's ATS beside the form's own.
    """

    def __init__(self, partners: Collection[str] = ()) -> None:
        self.mode: Mode = "loading"
        self.home: frozenset[str] = frozenset()
        """Sites the form may talk to; empty until the form was found."""
        self.turned: list[Turned] = []
        self.sent: list[Request] = []
        """Writes that left since `mark`."""
        self.telling: set[Request] = set()
        """Those of them that carried what the person gives."""
        self.before_send: Callable[[], Awaitable[None]] | None = None
        self._partners = frozenset(partners)
        self._values: tuple[bytes, ...] = ()
        self._known: set[str] = set()
        self._letters: set[tuple[str, str, bytes]] = set()
        self._pinned = False

    def settle(self, *urls: str) -> None:
        """The form is here: from now on a person's values go to these sites and their partners only."""
        self.home = frozenset(site(url) for url in urls) | self._partners

    def pin(self) -> None:
        """Something was filled: the page may not move to another site any more (A46)."""
        self._pinned = True

    def watch_for(self, values: Collection[str], files: Collection[Attachment] = ()) -> None:
        """The person's values and files that must not leave for a stranger."""
        texts = {value.strip().casefold().encode() for value in values if len(value.strip()) >= _SHORTEST}
        self._values = (*texts, *(b64decode(one.data[:84]) for one in files))

    def mark(self) -> None:
        """Forget the writes seen so far: what is sent from here on belongs to one click."""
        self.sent.clear()
        self.telling.clear()
        self._letters.clear()

    def arrived(self, url: str) -> None:
        """The page is at `url` now. A redirect's second hop is no request of its own: it is only seen here."""
        if self._pinned and url.startswith(("http:", "https:")) and site(url) not in self.home:
            self.turned.append(Turned("GET", url.split("?")[0][:300], "left"))

    @property
    def left_home(self) -> bool:
        """Whether the page tried to move to another site after something was filled."""
        return any(one.why == "left" for one in self.turned)

    @property
    def held(self) -> int:
        """How many requests a rehearsal kept from being sent."""
        return sum(one.why == "rehearsal" for one in self.turned)

    async def handle(self, route: Route, request: Request) -> None:
        """Let the request out, or abort it and remember why."""
        why = self._objection(request)
        writes = request.method not in _READS
        with suppress(BrowserError):  # the page may be gone already
            if why is not None:
                self.turned.append(Turned(request.method, request.url.split("?")[0][:300], why))
                # "aborted" leaves the page where it is; any other reason would show the browser's own error page.
                await route.abort("aborted" if _navigates(request) else "blockedbyclient")
                return
            if writes:
                if self.mode == "armed" and self.before_send and self._to_home(request):
                    await self.before_send()
                self.sent.append(request)
                self._letters.add(_letter(request))
                if self._personal(request):
                    self.telling.add(request)
                if self.mode == "loading":
                    self._known.add(_endpoint(request.url))
            await route.continue_()

    def handle_socket(self, route: WebSocketRoute) -> None:
        """Let a WebSocket through word by word: what carries the person's values is judged as a request is."""
        server = route.connect_to_server()

        def out(words: str | bytes) -> None:
            spoken = words if isinstance(words, bytes) else words.casefold().encode()
            tells = any(value in spoken for value in self._values)
            if tells and (self.mode == "rehearsal" or site(route.url) not in self.home):
                why = "rehearsal" if self.mode == "rehearsal" else "stranger"
                self.turned.append(Turned("SOCKET", _endpoint(route.url)[:300], why))
                return
            server.send(words)

        route.on_message(out)

    def _objection(self, request: Request) -> Literal["scheme", "rehearsal", "stranger", "left", "repeat"] | None:
        if request.url.partition(":")[0].lower() not in _SCHEMES:
            return "scheme"
        if request.url.startswith(("data:", "blob:", "about:")) or self.mode == "loading":
            return None
        if self._pinned and _moves_page(request) and not self._to_home(request):
            return "left"
        writes, personal = request.method not in _READS, self._personal(request)
        if self.mode == "rehearsal" and (personal or (writes and _endpoint(request.url) not in self._known)):
            return "rehearsal"
        if personal and not self._to_home(request):
            return "stranger"
        if writes and personal and _letter(request) in self._letters:
            return "repeat"  # a page that sends by itself what one click sent already: an application goes out once
        return None

    def _to_home(self, request: Request) -> bool:
        return site(request.url) in self.home

    def _personal(self, request: Request) -> bool:
        """Whether the request carries a watched value. A body the browser does not show is taken to carry one."""
        parts = urlsplit(request.url)
        asked = unquote_plus(parts.query).casefold().encode()
        steps = unquote(parts.path).casefold().encode().split(b"/")
        if any(value in asked or value in steps for value in self._values):
            return True
        if request.method in _READS:
            return False
        body = request.post_data_buffer
        if body is None:
            return request.headers.get("content-type", "").startswith("multipart/")
        plain = body.lower() + b"\0" + unquote_plus(body.decode("utf-8", "replace")).casefold().encode()
        return any(value in plain or value.lower() in plain for value in self._values)


def _navigates(request: Request) -> bool:
    with suppress(BrowserError):
        return request.is_navigation_request()
    return False


def _moves_page(request: Request) -> bool:
    with suppress(BrowserError):
        return request.is_navigation_request() and request.frame.parent_frame is None
    return False


def _letter(request: Request) -> tuple[str, str, bytes]:
    """What a request says, whichever way its parts are bounded. A body the browser does not show counts as the same."""
    body = request.post_data_buffer or b""
    boundary = request.headers.get("content-type", "").partition("boundary=")[2].encode()
    return (request.method, request.url, sha256(body.replace(boundary, b"") if boundary else body).digest())


def _endpoint(url: str) -> str:
    return url.split("?")[0]
