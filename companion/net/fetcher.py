"""`Fetcher`, the seam everything uses to reach the web, and its httpx implementation with redirects, caps and breakers.

A status is an answer, not an error: callers look at `Response.status`. Errors are for what gave no answer at all.
"""

import asyncio
from collections.abc import Mapping
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, Protocol

import httpx
import msgspec
import stamina
from purgatory import AsyncCircuitBreakerFactory
from purgatory.domain.model import OpenedState

from companion.decode import decode
from companion.errors import NetError, SincerelyError, TimedOut
from companion.net.address import checked_url
from companion.net.body import ACCEPTED, read_body
from companion.net.breakers import Breaker, standing
from companion.net.transport import PublicTransport

_TRANSIENT = frozenset({408, 429, 500, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_KEPT_ACROSS_HOSTS = frozenset({"accept", "accept-language", "user-agent"})


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds of every call. Times in seconds; `attempts` counts the first try."""

    max_bytes: int = 10_000_000
    timeout: float = 20.0
    redirects: int = 5
    attempts: int = 3
    longest_wait: float = 8.0
    """A `Retry-After` beyond this is not waited for: the answer is given back as it is."""
    failures_until_open: int = 5
    seconds_open: float = 60.0


class Response(msgspec.Struct, frozen=True, kw_only=True):
    """What was answered. `url` is where it came from after redirects; header names are lower-case."""

    url: str
    status: int
    headers: dict[str, str] = {}
    body: bytes = b""

    @property
    def text(self) -> str:
        """The body as text, in the charset it declares, else UTF-8 with replacement characters."""
        return decode(self.body, self.headers.get("content-type", ""))

    def json(self) -> Any:
        """The body as JSON. Raises msgspec.DecodeError where it is none."""
        try:
            return msgspec.json.decode(self.body)
        except RecursionError as error:
            raise msgspec.DecodeError("nested too deeply") from error


class Fetcher(Protocol):
    """Reaches public web addresses. Raises BadInput, PrivateAddress, TooLarge, TimedOut or NetError."""

    async def get(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        params: Mapping[str, str | int] | None = None,
        max_bytes: int | None = None,
        timeout: float | None = None,
    ) -> Response: ...

    async def post(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        params: Mapping[str, str | int] | None = None,
        json: object = None,
        max_bytes: int | None = None,
        timeout: float | None = None,
        idempotent: bool = False,
    ) -> Response: ...


class _Transient(Exception):
    """An answer or failure that a later try may mend."""

    def __init__(self, response: Response | None, failure: NetError | None = None) -> None:
        super().__init__("transient")
        self.response = response
        self.failure = failure


class HttpFetcher:
    """`Fetcher` over httpx. Keeps no cookies between calls and reads no proxy from the environment."""

    def __init__(
        self,
        *,
        limits: Limits = Limits(),  # noqa: B008 (frozen)
        transport: httpx.AsyncBaseTransport | None = None,
        user_agent: str = "Sincerely/0.1 (personal job search companion)",
    ) -> None:
        self._limits = limits
        self._client = httpx.AsyncClient(
            transport=transport or PublicTransport(),
            trust_env=False,
            follow_redirects=False,
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            headers={"user-agent": user_agent, "accept-encoding": ACCEPTED, "accept": "*/*"},
        )
        self._breakers = AsyncCircuitBreakerFactory(limits.failures_until_open, limits.seconds_open)

    async def get(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        params: Mapping[str, str | int] | None = None,
        max_bytes: int | None = None,
        timeout: float | None = None,
    ) -> Response:
        request = self._request("GET", url, headers, params, None, timeout)
        return await self._with_retries(request, max_bytes, timeout, retry=True)

    async def post(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        params: Mapping[str, str | int] | None = None,
        json: object = None,
        max_bytes: int | None = None,
        timeout: float | None = None,
        idempotent: bool = False,
    ) -> Response:
        """`idempotent` says that the same call twice does no harm (a search), so that it may be tried again."""
        request = self._request("POST", url, headers, params, json, timeout)
        return await self._with_retries(request, max_bytes, timeout, retry=idempotent)

    def breakers(self) -> tuple[Breaker, ...]:
        """One a host that was asked since the start."""
        return standing("host", self._breakers)

    async def aclose(self) -> None:
        await self._client.aclose()

    async def __aenter__(self) -> "HttpFetcher":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    def _request(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str] | None,
        params: Mapping[str, str | int] | None,
        json: object,
        timeout: float | None,
    ) -> httpx.Request:
        target = checked_url(url)
        if params:
            target = target.copy_merge_params(dict(params))
        content = None if json is None else msgspec.json.encode(json)
        sent = dict(headers or {}) | ({} if content is None else {"content-type": "application/json"})
        return self._client.build_request(
            method, target, headers=sent, content=content, timeout=timeout or self._limits.timeout
        )

    async def _with_retries(
        self, request: httpx.Request, max_bytes: int | None, timeout: float | None, *, retry: bool
    ) -> Response:
        cap = max_bytes or self._limits.max_bytes
        seconds = timeout or self._limits.timeout
        try:
            async for attempt in stamina.retry_context(
                on=self._worth_another_try,
                attempts=self._limits.attempts if retry else 1,
                timeout=seconds * self._limits.attempts,
                wait_initial=0.5,
                wait_max=self._limits.longest_wait,
                wait_jitter=0.5,
            ):
                with attempt:
                    return await self._guarded(request, cap, seconds)
        except _Transient as end:
            if end.response is not None:
                return end.response
            raise end.failure or NetError("The other side gave no answer.") from end
        raise AssertionError("a retry loop ends by answer or error")

    def _worth_another_try(self, error: Exception) -> bool | float:
        if not isinstance(error, _Transient):
            return False
        asked = error.response.headers.get("retry-after", "") if error.response else ""
        if asked.isdigit():
            return float(asked) if float(asked) <= self._limits.longest_wait else False
        return True

    async def _guarded(self, request: httpx.Request, cap: int, seconds: float) -> Response:
        """One try behind the host's breaker, which counts answers of 5xx and failures to answer."""
        breaker = await self._breakers.get_breaker(request.url.host, exclude=[asyncio.CancelledError, SincerelyError])
        try:
            async with breaker:
                try:
                    async with asyncio.timeout(seconds):
                        answer = await self._follow(request, cap)
                except (TimeoutError, httpx.TimeoutException) as error:
                    raise _Transient(None, TimedOut("The other side took too long.", "Try again later.")) from error
                except httpx.TransportError as error:
                    raise _Transient(None, NetError("The connection failed or broke off.", "Try later.")) from error
                if answer.status in _TRANSIENT:
                    raise _Transient(answer)
                return answer
        except OpenedState as error:
            raise NetError(
                "This host failed several times in a row and is left alone for a minute.", "Try again later."
            ) from error

    async def _follow(self, request: httpx.Request, cap: int) -> Response:
        """Redirects one by one: each target is checked like a first address; each connection dials what was checked."""
        cookies = httpx.Cookies()
        for _ in range(self._limits.redirects + 1):
            response = await self._client.send(request, stream=True)
            try:
                cookies.extract_cookies(response)
                if response.status_code not in _REDIRECTS or "location" not in response.headers:
                    return Response(
                        url=str(request.url),
                        status=response.status_code,
                        headers={name.lower(): value for name, value in response.headers.items()},
                        body=await read_body(response, cap),
                    )
            finally:
                await response.aclose()
            request = self._redirected(request, response, cookies)
        raise NetError(f"The address redirects more than {self._limits.redirects} times.", "Open it in the browser.")

    def _redirected(self, request: httpx.Request, response: httpx.Response, cookies: httpx.Cookies) -> httpx.Request:
        try:
            target = checked_url(str(request.url.join(response.headers["location"])))
        except httpx.InvalidURL as error:
            raise NetError("The address redirects to something that is no address.") from error
        same_place = (target.host, target.scheme) == (request.url.host, request.url.scheme)
        headers = {
            name: value
            for name, value in request.headers.items()
            if (same_place or name in _KEPT_ACROSS_HOSTS) and name not in ("host", "cookie", "content-length")
        }
        keep_method = response.status_code in (307, 308) or request.method == "GET"
        if not keep_method:
            headers.pop("content-type", None)
        following = self._client.build_request(
            request.method if keep_method else "GET",
            target,
            headers=headers,
            content=request.content if keep_method and request.method == "POST" else None,
            timeout=request.extensions.get("timeout", {}).get("read"),
        )
        cookies.set_cookie_header(following)
        return following
