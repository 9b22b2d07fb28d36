"""One Chromium for all browser tests, a fresh page for each, and the page scripts in an isolated world.

All tests of this folder share one event loop: an async fixture needs `pytest_asyncio.fixture(loop_scope="session")`.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright

from companion.apply.browser import find
from companion.settings import Settings
from tests.browser.world import World

_HERE = Path(__file__).parent
_FLAGS = ["--disable-gpu", "--disable-background-networking", "--no-sandbox"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser people have; the tests of this folder are skipped where there is none."""
    found = find(Settings())
    if found is None:
        pytest.skip("no Chromium, Chrome or Edge found")
    return found


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(chromium: Path) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=chromium, args=_FLAGS)
        yield running
        await running.close()


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser) -> AsyncIterator[Page]:
    context = await browser.new_context()
    yield await context.new_page()
    await context.close()


@pytest.fixture
def world() -> Callable[..., Awaitable[World]]:
    """`await world(page, "scan.js", …)`: the page's isolated world with those scripts in it."""
    return World.of
