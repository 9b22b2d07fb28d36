"""Asking without being a nuisance: one host at a time with pauses, robots.txt, conditional requests; blocks recognised.

A refusal (403, 429, 999, a captcha where data should be) raises Blocked and the host is not asked again in this search.
"""

import asyncio
import random
import time
from collections import OrderedDict
from collections.abc import Mapping
from typing import Protocol
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import msgspec

from companion.errors import Blocked, Drift, NetError, Unreadable
from companion.intake.page import CapturedPage, Page, Reading
from companion.intake.reading import read
from companion.intake.tree import Element, parse_xml
from companion.intake.walls import find_wall
from companion.model.document import now as clock
from companion.net import Fetcher, Response
from companion.portals.sample import redacted

AGENT = "Sincerely"
_REFUSALS = frozenset({401, 403, 407, 429, 451, 999})
_CACHED = 200
_ROBOTS_SECONDS = 86_400
"""RFC 9309 §2.4: not longer than a day."""
_CACHED_BYTES = 2_000_000
_HINT = "Open the portal in your browser: the extension reads the jobs you look at."


class Gone(NetError):
    """There is nothing at this address (404, 410). Outside this room it is a NetError like any other."""


class Pace(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds between two requests to one host, and the share of them by which each pause varies."""

    pause: float = 1.0
    jitter: float = 0.5


class PageReader(Protocol):
    """Reads a captured page; `intake.Reader` does it in a worker."""

    async def read(self, page: CapturedPage) -> Reading: ...


class Polite:
    """A Fetcher with manners, kept for as long as the companion runs. `robots=False` is the person's own choice.

    `reader` reads the pages of postings: the companion gives the one that does it in a worker; else a thread does.
    """

    def __init__(
        self,
        fetcher: Fetcher,
        *,
        pace: Pace = Pace(),  # noqa: B008 (frozen)
        robots: bool = True,
        reader: PageReader | None = None,
    ) -> None:
        self._fetcher = fetcher
        self._reader = reader
        self._pace = pace
        self._robots = robots
        self._turns: dict[str, asyncio.Lock] = {}
        self._next: dict[str, float] = {}
        self._rules: dict[str, tuple[RobotFileParser, float]] = {}
        self._refused: dict[str, str] = {}
        self._seen: OrderedDict[str, Response] = OrderedDict()

    def forget_refusals(self, host: str = "") -> None:
        """What the person asks for now may ask hosts again that refused before: all of them, or `host` alone."""
        if host:
            self._refused.pop(host, None)
        else:
            self._refused.clear()

    async def json(
        self, url: str, *, params: Mapping[str, str | int] | None = None, body: object = None, robots: bool = False
    ) -> object:
        """The JSON at `url` (POST where there is a `body`; searches only, so that a retry does no harm).

        Raises Blocked, Drift (no JSON), or NetError. 404 is NetError: the board is not there.
        """
        answer = await self.ask(url, params=params, body=body, accept="application/json", robots=robots)
        try:
            return answer.json()
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            self._raise_if_wall(answer)
            raise _drift(url, "Data was expected and something else came.", answer.text) from error

    def xml(self, answer: Response, *roots: str, body: bytes = b"") -> Element:
        """The document in `answer` (or `body`, unpacked), whose root is one of `roots`. Raises Blocked, Drift."""
        try:
            root = parse_xml(body or answer.body)
            if root.tag.rsplit("}", 1)[-1] in roots:
                return root
        except Unreadable:
            pass
        self._raise_if_wall(answer)
        raise _drift(answer.url, f"{roots[0]} was expected and something else came.", answer.text)

    async def page(self, url: str, *, params: Mapping[str, str | int] | None = None) -> CapturedPage:
        """The HTML at `url` as a captured page; walls raise Blocked."""
        answer = await self.ask(url, params=params, accept="text/html,application/xhtml+xml", robots=True)
        await asyncio.to_thread(self._raise_if_wall, answer)
        return CapturedPage(url=answer.url, html=answer.text, captured_at=clock(), status=answer.status)

    async def reading(self, url: str) -> Reading:
        """The posting on the page at `url`. Raises what `page` raises, and Unreadable where there is none."""
        page = await self.page(url)
        return await (self._reader.read(page) if self._reader else asyncio.to_thread(read, page))

    async def ask(
        self, url: str, *, params: Mapping[str, str | int] | None = None, body: object = None, accept: str = "*/*",
        robots: bool = False,
    ) -> Response:  # fmt: skip
        """One request in the host's turn. Raises Blocked on a refusal, NetError on 404, 410 and 5xx."""
        host = urlsplit(url).hostname or ""
        if host in self._refused:
            raise Blocked(self._refused[host], _HINT)
        async with self._turns.setdefault(host, asyncio.Lock()):
            if robots and self._robots and not await self._allowed(url):
                raise Blocked(f"{host} asks robots to stay away from this page (robots.txt).", _HINT)
            await self._wait(host)
            known = self._seen.get(_key(url, params)) if body is None else None
            headers = {"accept": accept} | _conditions(known)
            if body is None:
                answer = await self._fetcher.get(url, headers=headers, params=params)
            else:
                answer = await self._fetcher.post(url, headers=headers, params=params, json=body, idempotent=True)
        if answer.status == 304 and known is not None:
            return known
        if answer.status in _REFUSALS:
            self._refuse(host, answer)
        if answer.status in (404, 410):
            raise Gone(f"{host} answered {answer.status}: no such board or page.", "Check the address.")
        if answer.status >= 400:
            raise NetError(f"{host} answered {answer.status}: an error on its side.", "Try again later.")
        if body is None and answer.status == 200:
            self._remember(_key(url, params), answer)
        return answer

    def _refuse(self, host: str, answer: Response) -> None:
        words = f"{host} refuses automatic reading (status {answer.status})."
        self._refused[host] = words
        raise Blocked(words, _HINT)

    def _raise_if_wall(self, answer: Response) -> None:
        page = CapturedPage(url=answer.url, html=answer.text[:2_000_000], captured_at=clock(), status=answer.status)
        wall = find_wall(Page(page))
        if wall is not None and wall.kind in ("challenge", "denied", "login"):
            host = urlsplit(answer.url).hostname or ""
            self._refused[host] = wall.reason
            raise Blocked(wall.reason, _HINT)

    async def _wait(self, host: str) -> None:
        delay = self._next.get(host, 0) - time.monotonic()
        if delay > 0:
            await asyncio.sleep(delay)
        pause = self._pace.pause * (1 + self._pace.jitter * random.random())  # noqa: S311  (manners, not secrets)
        self._next[host] = time.monotonic() + pause

    async def _allowed(self, url: str) -> bool:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        known = self._rules.get(origin)
        if known is None or time.monotonic() - known[1] > _ROBOTS_SECONDS:
            rules = RobotFileParser()
            answer = await self._fetcher.get(f"{origin}/robots.txt", max_bytes=500_000)
            # RFC 9309: no file (4xx) allows all; a server in trouble (5xx) allows nothing for now.
            lines = answer.text.splitlines() if answer.status == 200 else []
            rules.parse(lines if answer.status < 500 else ["User-agent: *", "Disallow: /"])
            self._rules[origin] = known = (rules, time.monotonic())
        return known[0].can_fetch(AGENT, url)

    def _remember(self, key: str, answer: Response) -> None:
        if len(answer.body) <= _CACHED_BYTES and (answer.headers.get("etag") or answer.headers.get("last-modified")):
            self._seen[key] = answer
            self._seen.move_to_end(key)
            while len(self._seen) > _CACHED:
                self._seen.popitem(last=False)


def _key(url: str, params: Mapping[str, str | int] | None) -> str:
    return url + "?" + "&".join(f"{name}={value}" for name, value in sorted((params or {}).items()))


def _conditions(known: Response | None) -> dict[str, str]:
    if known is None:
        return {}
    found = {
        "if-none-match": known.headers.get("etag", ""),
        "if-modified-since": known.headers.get("last-modified", ""),
    }
    return {name: value for name, value in found.items() if value}


def _drift(url: str, message: str, text: str) -> Drift:
    host = urlsplit(url).hostname or ""
    return Drift(f"{host}: {message}", redacted(text))


def expect(found: bool, url: str, what: str, answer: object) -> None:
    """Raises Drift with a redacted sample where an answer does not have the part everything hangs on."""
    if not found:
        raise Drift(f"{urlsplit(url).hostname}: the answer has no {what} any more.", redacted(answer))
