"""Watching what happens after the submit click, until it is clear or time is up. Clicks nothing."""

import asyncio
from contextlib import suppress

from playwright.async_api import Error as BrowserError
from playwright.async_api import Request

from companion.apply.chrome import Tab
from companion.apply.evidence import Aftermath, Answer
from companion.apply.filling import asks_to_sign_in
from companion.apply.hands import Hands
from companion.apply.site import site
from companion.apply.wording import thanks
from companion.errors import ApplyError
from companion.forms import schema_hash
from companion.model.form import Snapshot

_PAUSE = 0.25
_SETTLE = 1.0
"""Seconds a sign must stand unchanged: error banners come a moment after what they take back."""
_BODY = 65_536


class Watch:
    """Made before the click, so that nothing is missed."""

    def __init__(self, tab: Tab, asked: str) -> None:
        self._tab = tab
        self._asked = asked
        self._url = tab.page.url
        self._socket = False
        self._tasks: dict[Request, asyncio.Task[Answer | None]] = {}
        tab.guard.mark()
        tab.page.on("websocket", self._saw_socket)

    def _saw_socket(self, _: object) -> None:
        self._socket = True

    async def until_clear(self, hands: Hands, patience: float) -> tuple[Aftermath, bool]:
        """The aftermath, and whether it is certain that nothing was sent at all. At most `patience` seconds."""
        loop = asyncio.get_running_loop()
        until = loop.time() + patience
        last: tuple[object, ...] = ()
        since = loop.time()
        found = await self._look(hands)
        while loop.time() < until:
            sign = _sign(found)
            if sign != last:
                last, since = sign, loop.time()
            if found.unanswered:
                pass
            elif _is_clear(found) and loop.time() - since >= _SETTLE:
                break
            await asyncio.sleep(_PAUSE)
            found = await self._look(hands)
        for task in self._tasks.values():
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)
        nothing = not found.wrote and not self._socket and self._tab.page.url.split("#")[0] == self._url.split("#")[0]
        return found, nothing and found.form_still_there

    async def _look(self, hands: Hands) -> Aftermath:
        for request in self._tab.guard.sent:
            if request not in self._tasks and site(request.url) in self._tab.guard.home:
                self._tasks[request] = asyncio.create_task(_answer(request, telling=request in self._tab.guard.telling))
        snapshot, text = Snapshot(url=self._tab.page.url), ""
        with suppress(BrowserError, ApplyError, TimeoutError):  # between two pages there is none to look at
            snapshot = await hands.scan()
            text = await hands.text()
        done = [task for task in self._tasks.values() if task.done()]
        answers = tuple(answer for task in done if (answer := task.result()) is not None)
        return Aftermath(
            url=self._tab.page.url,
            title=snapshot.title,
            text=text,
            errors=_errors(snapshot),
            form_still_there=bool(snapshot.fields) and schema_hash(snapshot) == self._asked,
            answers=answers,
            wrote=bool(self._tab.guard.sent),
            sign_in=asks_to_sign_in(snapshot),
            unanswered=len(done) < len(self._tasks),
            lost=any(task.result() is None for task in done),
        )


def _errors(snapshot: Snapshot) -> tuple[str, ...]:
    of_fields = (
        f"{field.label}: {field.error}" if field.label else field.error for field in snapshot.fields if field.error
    )
    return tuple(dict.fromkeys((*snapshot.errors, *of_fields)))


def _is_clear(found: Aftermath) -> bool:
    confirmed = bool(thanks(found.text))
    answered = any(answer.status >= 400 for answer in found.answers)
    return confirmed or bool(found.errors) or answered or found.lost or found.sign_in


def _sign(found: Aftermath) -> tuple[object, ...]:
    return (
        found.url,
        bool(thanks(found.text)),
        found.errors,
        len(found.answers),
        found.form_still_there,
        found.sign_in,
    )


async def _answer(request: Request, *, telling: bool) -> Answer | None:
    """What the server said to `request`; None where the connection broke."""
    try:
        response = await request.response()
        if response is None:
            return None
        headers = await response.all_headers()
        if headers.get("proxy-status", "").startswith("sincerely"):
            return None  # our own doorway speaking, where the employer's server said nothing
        kind = headers.get("content-type", "")
        body = ""
        if "json" in kind or "text/plain" in kind:
            with suppress(BrowserError, UnicodeDecodeError):
                body = (await response.text())[:_BODY]
        return Answer(
            method=request.method,
            url=request.url,
            status=response.status,
            content_type=kind,
            location=headers.get("location", ""),
            body=body,
            page=request.is_navigation_request(),
            telling=telling,
        )
    except BrowserError:
        return None
