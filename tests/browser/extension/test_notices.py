"""Desktop notices: only when switched on and allowed, and what they say of an outcome."""

import asyncio
import json
import shutil
from pathlib import Path
from typing import Any

from playwright.async_api import Page, Playwright

from tests.browser.extension.chrome import ROOT, Chrome
from tests.browser.extension.forms import APPLY, planner
from tests.browser.extension.site import Site
from tests.fakes.recorder import CODE, Recorder

_LISTEN = """() => {
    globalThis.shown = [];
    const create = chrome.notifications.create.bind(chrome.notifications);
    chrome.notifications.create = (about) => (shown.push(about.message), create(about));
}"""


def allowed(folder: Path) -> Path:
    """A copy of the extension to which Chrome has granted what it may ask for: the question cannot be answered here."""
    manifest: dict[str, Any] = json.loads((ROOT / "manifest.json").read_bytes())
    manifest["permissions"] += manifest.pop("optional_permissions")
    shutil.copytree(ROOT / "extension", folder / "extension")
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder


async def submit(chrome: Chrome, site: Site) -> Page:
    """Fill the form and submit it; answers the panel's page."""
    form = await chrome.context.new_page()
    await form.goto(f"{site.http}/apply")
    panel = await chrome.ours(f"panel/panel.html?tab={await chrome.tab_of(form)}")
    await panel.get_by_role("button", name="Fill 5").click()
    await panel.get_by_text("5 of 6 filled").wait_for()
    await form.get_by_role("button", name="Submit application").click()
    await form.get_by_text("Thank you").wait_for()
    return panel


async def test_an_outcome_is_told_when_the_person_wants_it(
    playwright: Playwright, chromium: Path, tmp_path: Path, recorder: Recorder, site: Site
) -> None:
    site.pages |= {"/apply": APPLY, "/sent": "<title>Sent</title><main>Thank you for applying.</main>"}
    recorder.planner = planner
    chrome = await Chrome.start(playwright, chromium, tmp_path / "profile", root=allowed(tmp_path / "copy"))
    try:
        await chrome.use_port(recorder.port)
        ours = await chrome.ours("options/options.html")
        await chrome.call(ours, "pair", code=CODE)
        worker = await chrome.worker()
        await worker.evaluate(_LISTEN)

        await submit(chrome, site)
        async with asyncio.timeout(20):
            while not recorder.told("/outcome"):
                await asyncio.sleep(0.05)
        await ours.bring_to_front()
        await ours.get_by_label("Notify me when a page confirms").check()
        assert await worker.evaluate("shown") == []

        recorder.state = "ready"
        await submit(chrome, site)
        async with asyncio.timeout(20):
            while not await worker.evaluate("shown.length"):
                await asyncio.sleep(0.05)
        assert await worker.evaluate("shown") == ["The page confirmed your application."]
        assert await worker.evaluate("chrome.notifications.getAll().then((all) => Object.keys(all).length)") == 1
        assert chrome.log == []
    finally:
        await chrome.context.close()
