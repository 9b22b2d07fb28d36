"""A person's own browser with the real companion: pair, look at a job, fill its form, submit, on record."""

import asyncio
import contextlib
import re
from pathlib import Path

import pytest
from playwright.async_api import async_playwright

from companion.app import companion, dashboard
from companion.apply import find, verify
from companion.demo.comparison import compare
from companion.demo.employer import Employer
from companion.demo.person import facts_of_hers, her_answers
from companion.demo.sample import sample_profile
from companion.settings import Settings
from tests.browser.extension.chrome import Chrome, free_ports

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.skipif(find(Settings()) is None, reason="no Chromium on this machine")
async def test_from_pairing_to_the_receipt_in_the_persons_own_tab(tmp_path: Path) -> None:
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

        own = await chrome.context.new_page()
        await own.goto(address + links.path())
        await own.goto(f"{address}/settings/pairing")
        if await own.get_by_role("button", name="Show a code").count():
            await own.get_by_role("button", name="Show a code").click()
        code = "".join((await own.locator(".code").first.inner_text()).split())
        assert len(code) == 6

        await chrome.use_port(settings.port)
        job = await chrome.context.new_page()
        await job.goto(employer.posting_url)
        popup = await chrome.ours(f"popup/popup.html?tab={await chrome.tab_of(job)}")
        await popup.get_by_label("Code").fill(code)
        await popup.get_by_role("button", name="Pair").click()
        await popup.get_by_role("heading", name="Senior Backend Engineer").wait_for()
        assert await popup.get_by_role("img", name="Fits").count() == 1
        await popup.get_by_role("button", name="Save", exact=True).click()
        async with asyncio.timeout(20):
            while not [one for one in store.postings.where() if one.saved]:
                await asyncio.sleep(0.1)
        [posting] = store.postings.where()
        for answer in her_answers(posting.id):
            store.answers.add(answer)
        await services.resumes.tailor(posting.id)
        await popup.close()

        form = await chrome.context.new_page()
        await form.goto(f"{employer.posting_url}/apply")
        panel = await chrome.ours(f"panel/panel.html?tab={await chrome.tab_of(form)}")
        pages = 0
        while not employer.record.all() and pages < 5:
            pages += 1
            await panel.get_by_role("button", name=re.compile(r"^Fill \d")).click()
            await panel.get_by_text("filled and read back").wait_for()
            await form.bring_to_front()
            last = form.get_by_role("button", name="Submit application")
            step = (
                last
                if await last.is_visible()
                else form.get_by_role("button", name="Next").locator("visible=true").first
            )
            await step.click()
            await form.wait_for_timeout(1_000)
            with contextlib.suppress(Exception):
                await panel.reload()
                await panel.wait_for_timeout(1_000)
        [received] = employer.record.all()
        async with asyncio.timeout(30):
            while not [one for one in store.attempts.where() if one.state == "submitted"]:
                await asyncio.sleep(0.2)
        [attempt] = store.attempts.where()
        wrong = [one for one in compare(attempt, received) if not one.same]
        assert wrong == []
        assert attempt.channel == "tab"
        assert verify(store.blobs.get(attempt.receipt)).valid
        assert chrome.log == []
        await chrome.context.close()
