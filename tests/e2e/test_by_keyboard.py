"""The whole journey by keyboard alone: pair and save in the popup, tailor, answer, fill, submit, read the receipt."""

import asyncio
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright

from companion.app import companion, dashboard
from companion.apply import find
from companion.demo.employer import Employer
from companion.demo.person import facts_of_hers, her_answers
from companion.demo.sample import sample_profile
from companion.settings import Settings
from tests.browser.extension.chrome import Chrome, free_ports

pytestmark = [pytest.mark.browser, pytest.mark.slow]
_NAMED = """() => {
    const at = document.activeElement;
    return (at?.getAttribute('aria-label') || at?.labels?.[0]?.textContent || at?.textContent || '').trim(); }"""


async def tab_to(page: Page, name: str, most: int = 120) -> None:
    """Presses Tab until what is focused begins with `name`, and checks that the focus can be seen."""
    for _ in range(most):
        if str(await page.evaluate(_NAMED)).startswith(name):
            outline = "getComputedStyle(document.activeElement).outlineStyle"
            assert await page.evaluate(outline) != "none", f"the focus on {name} cannot be seen"
            return
        await page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {name}")


@pytest.mark.skipif(find(Settings()) is None, reason="no Chromium on this machine")
async def test_from_pairing_to_the_submitted_form_without_a_mouse(tmp_path: Path) -> None:
    chromium = find(Settings())
    assert chromium is not None
    settings = Settings(data=tmp_path / "data", keys="file", port=free_ports())
    async with (
        Employer(tmp_path / "employer") as employer,
        companion(settings) as services,
        dashboard(services) as (links, address),
        async_playwright() as playwright,
    ):
        store = services.store
        store.profiles.add(facts_of_hers(sample_profile()))
        chrome = await Chrome.start(playwright, chromium, tmp_path / "profile")
        chrome.context.set_default_timeout(30_000)
        await chrome.use_port(settings.port)

        own = await chrome.context.new_page()
        await own.goto(address + links.path())
        await own.goto(f"{address}/settings/pairing")
        if await own.get_by_role("button", name="Show a code").count():
            await tab_to(own, "Show a code")
            await own.keyboard.press("Enter")
            await own.locator(".code").first.wait_for()
        code = "".join((await own.locator(".code").first.inner_text()).split())

        job = await chrome.context.new_page()
        await job.goto(employer.posting_url)
        popup = await chrome.ours(f"popup/popup.html?tab={await chrome.tab_of(job)}")
        await popup.bring_to_front()
        await popup.get_by_label("Code").wait_for()
        await popup.keyboard.type(code)  # the field has the focus already
        await popup.keyboard.press("Enter")
        await popup.get_by_role("heading", name="Senior Backend Engineer").wait_for()
        await tab_to(popup, "Save")
        await popup.keyboard.press("Enter")
        await _until(lambda: any(one.saved for one in store.postings.where()))
        [posting] = store.postings.where()
        essay, consent = her_answers(posting.id)
        store.answers.add(consent)
        await popup.close()

        await own.bring_to_front()
        await own.keyboard.press("g")
        await own.keyboard.press("j")
        await own.wait_for_url("**/jobs")
        await tab_to(own, "Saved")
        await own.keyboard.press("Enter")
        await own.wait_for_url("**shelf=saved*")
        await own.keyboard.press("j")
        await own.keyboard.press("Enter")
        await own.get_by_role("complementary").get_by_role("heading", level=1).wait_for()
        await own.keyboard.press("Enter")  # into what opened
        await tab_to(own, "Tailor resume")
        await own.keyboard.press("Enter")
        await _until(lambda: bool(store.resumes.by("posting_id", posting.id)))
        await own.keyboard.press("Escape")
        await own.get_by_role("complementary").wait_for(state="detached")

        form = await chrome.context.new_page()
        await form.goto(f"{employer.posting_url}/apply")
        panel = await chrome.ours(f"panel/panel.html?tab={await chrome.tab_of(form)}")
        fill = panel.get_by_role("button", name=re.compile(r"^Fill \d"))  # "Filled" is said of the step before
        for _ in range(5):
            await panel.bring_to_front()
            await fill.wait_for()
            answer = f"Answer: {essay.question}"
            if await panel.get_by_role("button", name=answer).count():
                await tab_to(panel, answer)
                await panel.keyboard.press("Enter")  # the focus goes into the field
                await panel.keyboard.type(str(essay.value))
                await tab_to(panel, "Use")
                await tab_to(panel, "Keep the answer for")
                await panel.keyboard.type("this job")
                await panel.keyboard.press("Shift+Tab")
                await panel.keyboard.press("Enter")
                await panel.get_by_text("Kept.").wait_for()
            await tab_to(panel, "Fill ")
            await panel.keyboard.press("Enter")
            await panel.get_by_text("filled and read back").wait_for()
            await form.bring_to_front()
            last = await form.get_by_role("button", name="Submit application").is_visible()
            await tab_to(form, "Submit application" if last else "Next")
            asked = await form.inner_text("body")
            await form.keyboard.press("Enter")
            if last:
                break
            await form.wait_for_function("asked => document.body.innerText !== asked", arg=asked)
            await panel.reload()
        await _until(lambda: len(employer.record.all()) == 1)
        await _until(lambda: any(one.state == "submitted" for one in store.attempts.where()))

        await own.bring_to_front()
        await own.keyboard.press("g")
        await own.keyboard.press("a")
        await own.wait_for_url("**/applications")
        assert "submitted" in await own.inner_text("#col-submitted")
        assert [(one.value, one.scope) for one in store.answers.by("family", essay.family)] == [
            (essay.value, "posting")
        ]
        await tab_to(own, posting.title)
        await own.keyboard.press("Enter")
        await own.get_by_role("heading", name=posting.title).wait_for()
        await tab_to(own, "The sealed receipt")
        assert chrome.log == []
        await chrome.context.close()


async def _until(true: Callable[[], bool], seconds: float = 30) -> None:
    async with asyncio.timeout(seconds):
        while not true():
            await asyncio.sleep(0.1)
