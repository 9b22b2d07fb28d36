"""The warm browser: started once; each form in hand has a context, a doorway and a guard of its own.

Why not one kept for each employer: what a rehearsal left in its storage would meet the approved pass as another form.
"""

import asyncio
import os
from collections.abc import AsyncGenerator, Callable, Collection
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import structlog
from playwright.async_api import (
    Browser,
    BrowserContext,
    Dialog,
    Frame,
    Page,
    Playwright,
    ProxySettings,
    async_playwright,
)
from playwright.async_api import Error as BrowserError

from companion.apply.doorway import Addresses, Doorway
from companion.apply.guard import Guard
from companion.errors import NoBrowser
from companion.net import public_addresses

_log = structlog.get_logger(__name__)

_QUIET = (
    "--disable-background-networking",
    "--disable-gpu",
    # WebRTC speaks UDP past every proxy: only what goes through the doorway may leave (the first is its older name).
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    # The browser's own calls home; the first would tell Google what forms are filled. Playwright's list is replaced by
    # ours (Chromium takes the last), so what of it matters to a form is in it.
    "--disable-features=AutofillServerCommunication,OptimizationHints,MediaRouter,NetworkTimeServiceQuerying,"
    "HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,AvoidUnnecessaryBeforeUnloadCheckSync,PaintHolding,"
    "DestroyProfileOnBrowserClose,ThirdPartyStoragePartitioning",
)
_STEP_WAIT = 20_000
_SIZE = {"width": 1280, "height": 1600}


@dataclass
class Tab:
    """One page in a context of its own. `oddities` are things the site tried that were denied (A47)."""

    page: Page
    guard: Guard
    doorway: Doorway
    oddities: list[str] = field(default_factory=list[str])


class Chrome:
    """Starts with the first `tab`, stays warm, and is started again if it died. `locate` gives the browser's path.

    `allowed` are exact private origins the browser may reach; empty in real use.
    """

    def __init__(
        self,
        locate: Callable[[], Path | None],
        *,
        allowed: set[str] | None = None,
        addresses: Addresses = public_addresses,
        recycle: int = 50,
    ) -> None:
        self.allowed = allowed if allowed is not None else set[str]()
        self._locate = locate
        self._addresses = addresses
        self._recycle = recycle
        self._starting = asyncio.Lock()
        self._playwright: Playwright | None = None
        self._browser: Browser | None = None
        self._opened = 0
        self._busy = 0

    async def close(self) -> None:
        """Stop the browser; a later `tab` starts it again."""
        if self._browser is not None:
            with suppress(BrowserError):
                await self._browser.close()
        if self._playwright is not None:
            await self._playwright.stop()
        self._browser = self._playwright = None

    @asynccontextmanager
    async def tab(self, partners: Collection[str] = ()) -> AsyncGenerator[Tab]:
        """A fresh page that can reach the public web only. Raises NoBrowser."""
        async with AsyncExitStack() as stack:
            doorway = await stack.enter_async_context(Doorway(self.allowed, self._addresses))
            browser = await self._warm()
            self._busy += 1
            stack.callback(self._done)
            context = await browser.new_context(
                accept_downloads=False,
                service_workers="block",
                # A site that asks for a password gets an empty one, once: a prompt would stop every click behind it.
                http_credentials={"username": "", "password": ""},
                viewport={"width": _SIZE["width"], "height": _SIZE["height"]},
                proxy=ProxySettings(server=doorway.address, username=doorway.user, password=doorway.password),
            )
            stack.push_async_callback(_close, context)
            context.set_default_timeout(_STEP_WAIT)
            guard = Guard(partners)
            await context.route("**/*", guard.handle)
            await context.route_web_socket("**/*", guard.handle_socket)
            tab = Tab(await context.new_page(), guard, doorway)
            _deny(context, tab)
            yield tab

    def _done(self) -> None:
        self._busy -= 1

    async def _warm(self) -> Browser:
        async with self._starting:
            worn = self._opened >= self._recycle and self._busy == 0
            if self._browser is not None and (worn or not self._browser.is_connected()):
                await self.close()
            if self._browser is None:
                path = await asyncio.to_thread(self._locate)
                if path is None:
                    raise NoBrowser(
                        "There is no Chrome, Chromium or Edge to fill forms with.", "Run `sincerely browser`."
                    )
                self._playwright = await async_playwright().start()
                self._opened = 0
                try:
                    self._browser = await _launch(self._playwright, path)
                except BrowserError as error:
                    await self.close()
                    raise NoBrowser("The browser did not start.", "Run `sincerely browser` to see why.") from error
            self._opened += 1
            return self._browser


async def _launch(playwright: Playwright, path: Path) -> Browser:
    """With the browser's own sandbox wherever the system grants it: root and some containers do not."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return await playwright.chromium.launch(executable_path=path, args=_QUIET, chromium_sandbox=False)
    try:
        return await playwright.chromium.launch(executable_path=path, args=_QUIET, chromium_sandbox=True)
    except BrowserError:
        _log.warning("the browser starts without its sandbox: this system grants none")
        return await playwright.chromium.launch(executable_path=path, args=_QUIET, chromium_sandbox=False)


async def _close(context: BrowserContext) -> None:
    with suppress(BrowserError):
        await context.close()


def _deny(context: BrowserContext, tab: Tab) -> None:
    """Close what opens beside the form, and answer no to what asks."""

    async def answer(dialog: Dialog) -> None:
        tab.oddities.append(f"a {dialog.type} box was closed")
        with suppress(BrowserError):
            await (dialog.accept() if dialog.type == "beforeunload" else dialog.dismiss())

    async def shut(page: Page) -> None:
        if page is not tab.page:
            tab.oddities.append("a second window was closed")
            with suppress(BrowserError):
                await page.close()

    def moved(frame: Frame) -> None:
        if frame == tab.page.main_frame:
            tab.guard.arrived(frame.url)

    tab.page.on("framenavigated", moved)
    context.on("dialog", answer)
    context.on("page", shut)
    tab.page.on("download", lambda _: tab.oddities.append("a download was refused"))
