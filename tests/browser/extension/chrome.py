"""A Chromium with the repository itself loaded as an extension, and what tests need of it."""

import asyncio
import socket
from pathlib import Path
from typing import Any, Self

from playwright.async_api import BrowserContext, ConsoleMessage, Page, Playwright, Worker

from companion.files import extension_id, unpacked_extension

ROOT = unpacked_extension()
ID = extension_id()


def free_ports(count: int = 10) -> int:
    """The first of `count` free ports in a row, away from 41730 where a real companion may run."""
    for first in range(42000, 60000, 37):
        sockets: list[socket.socket] = []
        try:
            for port in range(first, first + count):
                one = socket.socket()
                sockets.append(one)
                one.bind(("127.0.0.1", port))
            return first
        except OSError:
            continue
        finally:
            for one in sockets:
                one.close()
    raise RuntimeError("no free ports")


def _ours(message: ConsoleMessage) -> bool:
    return message.type in ("error", "warning") and message.location.get("url", "").startswith("chrome-extension:")


class Chrome:
    """`await Chrome.start(...)`; `worker` is the extension's service worker at this moment."""

    def __init__(self, context: BrowserContext, log: list[str]) -> None:
        self.context = context
        self.log = log

    @classmethod
    async def start(
        cls, playwright: Playwright, chromium: Path, profile: Path, *more: str, dark: bool = False, root: Path = ROOT
    ) -> Self:
        context = await playwright.chromium.launch_persistent_context(
            profile,
            executable_path=chromium,
            args=[
                "--disable-gpu", "--no-sandbox", "--disable-background-networking",
                "--enable-unsafe-extension-debugging",
                f"--disable-extensions-except={root}", f"--load-extension={root}", *more,
            ],
            ignore_default_args=["--disable-extensions"],
            ignore_https_errors=True,
            color_scheme="dark" if dark else "light",
            viewport={"width": 1100, "height": 800},
        )  # fmt: skip
        context.set_default_timeout(10_000)
        log: list[str] = []
        chrome = cls(context, log)
        context.on("console", lambda message: log.append(message.text) if _ours(message) else None)
        context.on("weberror", lambda error: log.append(str(error.error)))
        await chrome.worker()
        return chrome

    async def worker(self) -> Worker:
        """The running worker; waits for it to start."""
        for _ in range(100):
            running = [worker for worker in self.context.service_workers if ID in worker.url]
            if running:
                return running[-1]
            await asyncio.sleep(0.05)
        raise AssertionError("the service worker did not start")

    async def ours(self, path: str) -> Page:
        """One of the extension's own pages in a tab."""
        page = await self.context.new_page()
        await page.goto(f"chrome-extension://{ID}/extension/{path}")
        return page

    async def call(self, page: Page, act: str, **more: Any) -> Any:
        """What our page `page` would be answered by the worker."""
        return await page.evaluate("message => chrome.runtime.sendMessage(message)", {"act": act, **more})

    async def tab_of(self, page: Page) -> int:
        """Chrome's number of a tab, looked up by address."""
        await page.bring_to_front()
        worker = await self.worker()
        return await worker.evaluate(
            "async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0].id"
        )

    async def begin_anew(self) -> None:
        """No page is open, and the extension knows nothing: what a test left must not reach the next."""
        kept = await self.ours("options/options.html")
        for page in self.context.pages:
            if page is not kept:
                await page.close()
        await self.context.clear_cookies()
        forgotten = (
            "chrome.storage.local.clear(), chrome.storage.session.clear(), chrome.action.setBadgeText({ text: '' })"
        )
        await kept.evaluate(f"import('/extension/outbox.js').then((box) => Promise.all([box.clear(), {forgotten}]))")
        await self.kill_worker()
        await kept.reload()  # which starts a new worker
        await self.worker()
        self.log.clear()

    async def use_port(self, port: int) -> None:
        page = await self.ours("options/options.html")
        await self.call(page, "settings", change={"port": port})
        await page.close()

    async def kill_worker(self) -> None:
        """Stops the worker as Chrome does when it has been idle."""
        page = await self.context.new_page()
        session = await self.context.new_cdp_session(page)
        await session.send("ServiceWorker.enable")
        await session.send("ServiceWorker.stopAllWorkers")
        await page.close()
