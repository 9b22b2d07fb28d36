"""What a person waits for with 10,000 jobs: a page's first paint, when it can be used, and the popup's first paint.

`first paint` is the browser's own `first-contentful-paint`; `usable` is when the page's scripts have run (its
`load`, as modules are deferred). Both from the moment the address is asked for; the median of five.
"""

import json
import statistics
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

import httpx
from playwright.sync_api import BrowserContext, Page, sync_playwright

from companion.apply.browser import find
from companion.files import extension_id, unpacked_extension
from companion.settings import Settings
from tests.benchmarks import Row
from tests.benchmarks._running import companion
from tests.benchmarks._stored import fill

_JOBS = 10_000
_TIMES = 5
_FLAGS = ("--disable-gpu", "--no-sandbox")
_FIRST = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"
_PATHS = {
    "settings": "/settings",
    "jobs": "/jobs?shelf=all",
    "jobs, searched": "/jobs?shelf=all&q=oven&sort=company",
    "jobs, last page": f"/jobs?shelf=all&offset={_JOBS - 50}",
    "insights": "/insights",
    "applications": "/applications",
}


def run(corpora: Path) -> Iterable[Row]:
    """A row a page and figure; none where there is no browser."""
    chromium = find(Settings())
    if chromium is None:
        return
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        settings = fill(Path(folder) / "data", _JOBS)
        root = unpacked_extension()
        with companion(settings.data) as running:
            context = playwright.chromium.launch_persistent_context(
                Path(folder) / "profile",
                executable_path=chromium,
                args=[
                    "--disable-gpu",
                    "--no-sandbox",
                    f"--disable-extensions-except={root}",
                    f"--load-extension={root}",
                ],
                ignore_default_args=["--disable-extensions"],
            )
            page = context.new_page()
            _sign_in(page, running.address, settings.data)
            for name, path in _PATHS.items():
                yield from _page(page, name, running.address + path)
            yield from _beside(page, running.address)
            yield from _popup(context)
            context.close()


def _sign_in(page: Page, address: str, data: Path) -> None:
    token = json.loads((data / "runtime.json").read_bytes())["token"]
    bearer = {"authorization": f"Bearer {token}"}
    page.goto(address + httpx.post(f"{address}/api/link", json={}, headers=bearer).json()["path"])


def _page(page: Page, name: str, url: str) -> Iterable[Row]:
    first: list[float] = []
    usable: list[float] = []
    for _ in range(_TIMES):
        page.goto(url, wait_until="load")
        usable.append(page.evaluate("performance.getEntriesByType('navigation')[0].loadEventStart"))
        first.append(_when(page, _FIRST))
    yield Row(case=name, metric="first paint ms", value=statistics.median(first), n=_TIMES)
    yield Row(case=name, metric="usable ms", value=statistics.median(usable), n=_TIMES)


def _beside(page: Page, address: str) -> Iterable[Row]:
    """From the key to the opened job's heading, beside the list."""
    page.set_viewport_size({"width": 1400, "height": 900})
    page.goto(f"{address}/jobs?shelf=all", wait_until="load")
    took: list[float] = []
    for _ in range(_TIMES):
        page.keyboard.press("j")
        started = time.perf_counter()
        path = page.evaluate("document.activeElement.pathname")
        page.keyboard.press("Enter")
        _when(page, f"document.querySelector('.beside [data-whole]')?.pathname === {path!r} || null")
        took.append((time.perf_counter() - started) * 1_000)
    yield Row(case="a job beside the list", metric="shown ms", value=statistics.median(took), n=_TIMES)


def _popup(context: BrowserContext) -> Iterable[Row]:
    """With the companion away, as far as the popup can tell: it draws before it asks."""
    first: list[float] = []
    for _ in range(_TIMES):
        page = context.new_page()
        page.goto(f"chrome-extension://{extension_id()}/extension/popup/popup.html")
        first.append(_when(page, _FIRST))
        page.close()
    yield Row(case="popup", metric="first paint ms", value=statistics.median(first), n=_TIMES)


def _when(page: Page, expression: str) -> float:
    """The value of `expression` as soon as it has one; asked from here, as the pages' own policy forbids polling."""
    for _ in range(2_000):
        if (value := page.evaluate(expression)) is not None:
            return float(value)
        page.wait_for_timeout(2)
    raise TimeoutError(expression)
