"""How the form is reached: its page loaded, with tries and backoff, and from a posting its own link followed."""

import asyncio
from contextlib import suppress
from random import uniform

from playwright.async_api import Error as BrowserError
from playwright.async_api import Locator, Page

from companion.apply.chrome import Tab
from companion.apply.filling import APPLY, asks_to_sign_in, is_form, steady
from companion.apply.hands import Hands
from companion.errors import NetError
from companion.model.form import Snapshot

_LOAD_TRIES = 3


async def load(tab: Tab, url: str) -> bool:
    """Load the page; nothing was typed yet, so this may be repeated. False where it is gone (404, 410).

    Raises NetError when it does not load or is answered with 429 or 5xx again and again.
    """
    for attempt in range(_LOAD_TRIES):
        try:
            response = await tab.page.goto(url, wait_until="domcontentloaded")
        except BrowserError as error:
            if tab.doorway.refused or attempt == _LOAD_TRIES - 1:
                raise NetError("The form's page did not load.", "Try again later.") from error
        else:
            status = response.status if response else 200
            if status in (404, 410):
                return False
            if status < 500 and status != 429:
                return True
            if attempt == _LOAD_TRIES - 1:
                raise NetError(f"The form's page was answered with {status}.", "Try again later.")
        await asyncio.sleep(2**attempt * uniform(0.5, 1.5))  # noqa: S311 - jitter, no secret
    return True


async def find_form(page: Page, hands: Hands) -> Snapshot | None:
    """The first snapshot with questions, a challenge or a login; from a posting, the way there is its own link."""
    for _ in range(3):
        snapshot = await steady(hands, hasty=await _apply_link(page) is not None)
        if snapshot.challenge or is_form(snapshot) or asks_to_sign_in(snapshot):
            return snapshot
        if not await _follow(page):
            break
    return None


async def _apply_link(page: Page) -> Locator | None:
    for role in ("link", "button"):
        found = page.get_by_role(role, name=APPLY)
        with suppress(BrowserError):
            if await found.count():
                return found.first
    return None


async def _follow(page: Page) -> bool:
    found = await _apply_link(page)
    if found is not None:
        with suppress(BrowserError):
            await found.click(timeout=5_000)
            await page.wait_for_load_state("domcontentloaded")
            return True
    return False
