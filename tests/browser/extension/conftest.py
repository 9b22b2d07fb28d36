"""One Chromium with the repository loaded, emptied for each test, a recording companion, and the two of them paired."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Playwright, async_playwright

from tests.browser.extension.chrome import Chrome, free_ports
from tests.browser.extension.site import Site
from tests.fakes.recorder import CODE, Recorder


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def playwright() -> AsyncIterator[Playwright]:
    async with async_playwright() as running:
        yield running


@pytest.fixture
def recorder() -> Iterator[Recorder]:
    running = Recorder(free_ports())
    yield running
    running.stop()


@pytest.fixture(scope="session")
def _site() -> Iterator[Site]:
    running = Site()
    yield running
    running.stop()


@pytest.fixture
def site(_site: Site) -> Site:
    """The made-up sites, with no page yet."""
    _site.clear()
    return _site


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def _chrome(
    playwright: Playwright, chromium: Path, tmp_path_factory: pytest.TempPathFactory, _site: Site
) -> AsyncIterator[Chrome]:
    profile, rules = tmp_path_factory.mktemp("chrome"), f"--host-resolver-rules={_site.rules}"
    running = await Chrome.start(playwright, chromium, profile, rules, "--ignore-certificate-errors")
    yield running
    await running.context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def chrome(_chrome: Chrome, site: Site) -> Chrome:
    """Chromium with the extension as on its first day; every known host is served by `site`, over https."""
    await _chrome.begin_anew()
    return _chrome


@pytest.fixture
def paired(chrome: Chrome, recorder: Recorder) -> Callable[[], Awaitable[Chrome]]:
    """`await paired()`: the browser, paired with the recorder."""

    async def pair() -> Chrome:
        page = await chrome.ours("options/options.html")
        await chrome.call(page, "settings", change={"port": recorder.port})
        answer = await chrome.call(page, "pair", code=CODE)
        assert answer["answer"]["state"] == "connected"
        await page.close()
        return chrome

    return pair
