"""Takes a form from its first page to its last in the warm browser: once to rehearse, once, approved, to send."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

from playwright.async_api import Error as BrowserError

from companion.apply.chrome import Chrome, Tab
from companion.apply.errand import Errand, Walk
from companion.apply.evidence import Aftermath
from companion.apply.looking import look
from companion.apply.steps import Steps
from companion.errors import NetError
from companion.model.application import EvidenceItem, Page
from companion.model.document import now

_LONGEST = 900.0
"""Seconds for one way through a form, however many pages: nothing waits for a site for ever."""
_NEWS, _AGAIN = 10.0, 0.1
"""Seconds for a page that came in the midst to say where it is, and between asking."""


class Driver:
    """Rehearses and sends forms with one warm browser; errands may run side by side, each in a context of its own."""

    def __init__(self, chrome: Chrome) -> None:
        self._chrome = chrome

    async def rehearse(self, errand: Errand) -> Walk:
        """Fill everything, send nothing. Raises NoBrowser, NetError."""
        return await self._go(errand, None, None)

    async def send(
        self, errand: Errand, approved: Sequence[Page], on_submitting: Callable[[], Awaitable[None]]
    ) -> Walk:
        """Fill what was approved and submit it; `on_submitting` returns once that is durable, before anything is sent.

        Without `aftermath` nothing was submitted, and `needs` or `changed` says why. Raises NoBrowser, NetError (both
        only before anything was sent).
        """
        return await self._go(errand, approved, on_submitting)

    async def look(self, url: str, sent: Sequence[Page]) -> tuple[EvidenceItem, ...]:
        """What the employer's site says now about an application; empty where it says nothing. Raises NetError."""
        return await look(self._chrome, url, sent, now())

    async def _go(
        self, errand: Errand, approved: Sequence[Page] | None, on_submitting: Callable[[], Awaitable[None]] | None
    ) -> Walk:
        walk = Walk()
        async with self._chrome.tab(errand.partners) as tab:
            steps = Steps(errand, tab, walk, approved, on_submitting)
            broken = True
            try:
                async with asyncio.timeout(_LONGEST):
                    await steps.arrive()
                    await steps.through()
                broken = False
            except TimeoutError:
                if not walk.clicked:
                    walk.kind, walk.needs = "hung", "The page does not answer any more."
            except BrowserError as error:
                if not walk.clicked and not await _left_home(tab):  # that is why, and is told as such
                    raise NetError("The browser lost the page.", "Try again.") from error
            if broken and walk.clicked:
                walk.aftermath = walk.aftermath or Aftermath(url=errand.url, title="", text="", wrote=True)
            await steps.last_picture()
            walk.home = tab.guard.home
            walk.oddities = tuple(dict.fromkeys(tab.oddities + [f"refused {one}" for one in tab.doorway.refused]))
        return walk


async def _left_home(tab: Tab) -> bool:
    """Whether the page moved to another site, news of which may come after the loss of the old page's script: what the
    new page answers comes after both."""
    with suppress(TimeoutError):
        async with asyncio.timeout(_NEWS):
            while not (tab.guard.left_home or tab.page.is_closed()):
                with suppress(BrowserError):  # the page is still going
                    await tab.page.evaluate("0")
                    break
                await asyncio.sleep(_AGAIN)
    return tab.guard.left_home
