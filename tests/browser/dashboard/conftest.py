"""A companion in the middle of a job search, served on loopback, and a browser that has its dashboard open."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page

from companion.agents import Services
from companion.web import Links
from tests.fakes.companion import made_companion, served
from tests.seed import seed


@dataclass
class Dashboard:
    """`said` gathers everything the browser's log says: it is to stay empty."""

    services: Services
    address: str
    links: Links
    context: BrowserContext
    said: list[str] = field(default_factory=list[str])

    async def page(self, path: str = "/") -> Page:
        """A signed-in page at `path`."""
        page = await self.context.new_page()
        page.on("console", lambda message: self.said.append(f"{path}: {message.text}"))
        page.on("pageerror", lambda error: self.said.append(f"{path}: {error}"))
        page.on("dialog", lambda dialog: self.said.append(f"{path}: dialog {dialog.message}"))
        if not await self.context.cookies():
            await page.goto(self.address + self.links.path())
        await page.goto(self.address + path)
        return page


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def searching(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[tuple[Services, str, Links]]:
    folder = tmp_path_factory.mktemp("companion") / "data"
    with made_companion(folder) as services:
        await seed(services, jobs=40)
        with served(services) as (address, links, _):
            yield services, address, links


@pytest_asyncio.fixture(loop_scope="session")
async def dashboard(browser: Browser, searching: tuple[Services, str, Links]) -> AsyncIterator[Dashboard]:
    services, address, links = searching
    context = await browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield Dashboard(services, address, links, context)
    await context.close()
