"""Every page in a real browser: an empty log, nothing serious to axe-core, no sideways scrolling, no foreign script."""

import asyncio
from typing import Literal

import msgspec
import pytest
from playwright.async_api import Page

from tests.browser.dashboard.conftest import Dashboard
from tests.npm import install
from tests.screenshots import pages

_SERIOUS = ("serious", "critical")
_LOOKS: dict[Literal["light", "dark"], str] = {
    "light": "{ resultTypes: ['violations'] }",
    "dark": "{ runOnly: ['color-contrast'] }",
}
"""In the dark only colours are others."""
_AT_ONCE = 3


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    return (install({"axe-core": "4"}) / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


class Seen(msgspec.Struct):
    """What is wrong with any page: what axe calls serious, and what scrolls sideways on a phone."""

    serious: list[str]
    wide: list[str]


async def look(page: Page, name: str, axe: str, seen: Seen) -> None:
    """What is wrong with this page goes into `seen`."""
    await page.evaluate(axe)
    for scheme, how in _LOOKS.items():
        await page.emulate_media(color_scheme=scheme)
        result = await page.evaluate(f"async () => await axe.run(document, {how})")
        seen.serious += [
            f"{name} {scheme} {one['id']}: {node['html'][:160]}"
            for one in result["violations"]
            if one["impact"] in _SERIOUS
            for node in one["nodes"][:2]
        ]
    if "#" in page.url:  # beside a list: on a phone that is the page itself
        return
    await page.set_viewport_size({"width": 390, "height": 800})
    if await page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        seen.wide.append(name)


async def test_axe_finds_nothing_serious_none_scrolls_sideways_on_a_phone_and_the_log_stays_empty(
    dashboard: Dashboard, axe: str
) -> None:
    seen, at_once = Seen([], []), asyncio.Semaphore(_AT_ONCE)

    async def visit(name: str, path: str) -> None:
        async with at_once:
            page = await dashboard.page(path)
            await look(page, name, axe, seen)
            await page.close()

    await (await dashboard.page()).close()  # signs in
    await asyncio.gather(*(visit(*one) for one in pages(dashboard.services).items()))
    assert seen == Seen([], [])
    assert [line for line in dashboard.said if "404" not in line or "/jobs/none" not in line] == []


BAIT = (
    "Bake bread.\n<script>document.title = 'stolen'</script><img src=x onerror=alert(1)><svg onload=alert(2)></svg>"
    '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">'
    "<a href='javascript:alert(3)'>Apply</a><iframe srcdoc='<script>alert(4)</script>'></iframe> {{7*7}} ${7*7}"
)


async def test_a_hostile_job_is_text_everywhere(dashboard: Dashboard) -> None:
    asked: list[str] = []
    dashboard.context.on("request", lambda request: asked.append(request.url))
    hostile = next(one for one in dashboard.services.store.postings.where() if "<img" in one.title)
    store = dashboard.services.store
    hostile = store.postings.replace(
        msgspec.structs.replace(hostile, description=store.blobs.put(BAIT.encode()), apply_url="javascript:alert(5)")
    )
    for path in ("/jobs?shelf=all", f"/jobs/{hostile.id}", "/applications", "/", f"/jobs/compare?id={hostile.id}"):
        page = await dashboard.page(path)
        page.on("dialog", lambda dialog: dashboard.said.append(dialog.message))
        assert await page.locator("img[src='x'], base, meta[http-equiv], iframe, [href^='javascript']").count() == 0
        assert hostile.title in (await page.text_content("body") or "")
        if path == f"/jobs/{hostile.id}":
            assert "<script>document.title" in (await page.text_content("main") or "")
            assert "{{7*7}} ${7*7}" in (await page.text_content("main") or "")
            assert await page.title() != "stolen"
        await page.close()
    assert dashboard.said == []
    assert [url for url in asked if not url.startswith((dashboard.address, "data:"))] == []
