"""A row's page beside the list, the connection lost and found again, and what paper shows."""

import asyncio

import msgspec
from playwright.async_api import Route, expect

from companion.web.template import RAIL
from tests.browser.dashboard.conftest import Dashboard

_TIMELESS = """Object.defineProperty(performance, 'timeOrigin', { value: 1e12 });
Object.defineProperty(Event.prototype, 'timeStamp', { get: () => 1 });"""
"""Keys are pressed at one and the same moment, however slow the machine."""


async def test_a_row_opens_beside_the_list_by_keyboard_and_both_stay_live(dashboard: Dashboard) -> None:
    store = dashboard.services.store
    page = await dashboard.page("/jobs?shelf=all")
    await page.wait_for_timeout(400)
    await page.keyboard.press("j")
    await page.keyboard.press("j")
    first = await page.locator("tr.here").get_attribute("data-id")
    posting = store.postings.get(first or "")
    await page.keyboard.press("Enter")
    beside = page.get_by_role("complementary")
    await expect(beside.get_by_role("heading", level=1)).to_have_text(posting.title)
    assert page.url.endswith(f"#/jobs/{first}")
    await expect(page.locator(f"#j-{first} a[data-open]")).to_have_attribute("aria-current", "true")

    changed = msgspec.structs.replace(store.postings.get(first or ""), title="Renamed beside")
    await asyncio.to_thread(store.postings.replace, changed)
    await expect(beside.get_by_role("heading", level=1)).to_have_text("Renamed beside", timeout=10_000)
    await expect(page.locator(f"#j-{first} strong")).to_have_text("Renamed beside", timeout=10_000)
    await expect(page.locator("tr.open")).to_have_attribute("data-id", first or "")

    await page.keyboard.press("j")
    second = await page.locator("tr.here").get_attribute("data-id")
    await page.keyboard.press("Enter")
    await expect(beside).to_have_attribute("aria-label", store.postings.get(second or "").title)
    await page.keyboard.press("Enter")
    assert await beside.evaluate("one => one === document.activeElement")
    await page.keyboard.press("Escape")
    await expect(beside).to_have_count(0)
    assert await page.evaluate("document.activeElement.pathname") == f"/jobs/{second}"
    await page.go_back()
    await expect(beside.get_by_role("heading", level=1)).to_have_count(1)
    await page.reload()
    await expect(beside.get_by_role("heading", level=1)).to_have_count(1)
    assert dashboard.said == []


async def test_what_is_done_beside_the_list_leaves_the_list_where_it_is(dashboard: Dashboard) -> None:
    store = dashboard.services.store
    page = await dashboard.page("/jobs?shelf=all&sort=title")
    await page.evaluate("document.body.dataset.mark = 'same page'")
    row = page.locator("tbody tr").nth(4)
    identifier = await row.get_attribute("data-id") or ""
    before = store.postings.get(identifier).saved
    await row.locator("a[data-open]").click()
    beside = page.get_by_role("complementary")
    await beside.get_by_role("button", name="Unsave" if before else "Save", exact=True).click()
    await expect(beside.get_by_role("button", name="Save" if before else "Unsave", exact=True)).to_be_visible()
    assert store.postings.get(identifier).saved is not before
    assert await page.evaluate("document.body.dataset.mark") == "same page"
    assert dashboard.said == []


async def test_on_a_narrow_screen_the_same_link_goes_to_the_page(dashboard: Dashboard) -> None:
    page = await dashboard.page("/applications?view=list")
    await page.set_viewport_size({"width": 700, "height": 800})
    await page.locator("a[data-open]").first.click()
    await page.wait_for_url("**/applications/*")
    assert "#" not in page.url


async def test_a_letter_to_go_somewhere_approves_nothing_on_the_page_that_came_meanwhile(dashboard: Dashboard) -> None:
    store = dashboard.services.store
    ready = next(one for one in store.attempts.where() if one.state == "ready")
    application = next(iter(store.applications.by("canonical_key", ready.canonical_key)))
    await dashboard.context.add_init_script(_TIMELESS)
    page = await dashboard.page("/jobs")
    drawn = asyncio.Event()

    async def late(route: Route) -> None:
        await drawn.wait()
        await route.continue_()

    await page.route("**/static/live.js", late)  # and so every script that waits for the page to be read
    await page.keyboard.press("g")
    await page.goto(f"{dashboard.address}/applications/{application.id}", wait_until="commit")
    await page.get_by_role("button", name="Approve and submit").wait_for()
    await page.keyboard.press("a")
    drawn.set()
    await page.wait_for_url(f"{dashboard.address}/applications")
    assert store.attempts.get(ready.id).state == "ready"
    assert dashboard.said == []


async def test_every_key_does_what_the_help_says(dashboard: Dashboard) -> None:
    store = dashboard.services.store
    page = await dashboard.page("/jobs")
    await page.keyboard.press("?")
    said = await page.locator("#help dd").all_inner_texts()
    assert {"next, previous", "open", "save", "dismiss", "approve", "search"} <= set(said)
    assert {word for _, _, word, _ in RAIL} <= set(said)
    await page.keyboard.press("Escape")
    await page.keyboard.press("j")
    await page.keyboard.press("k")
    first = await page.locator("tr.here").get_attribute("data-id") or ""
    await page.keyboard.press("x")
    await expect(page.locator("#flash")).to_contain_text("Dismissed: 1 job.")
    assert store.postings.get(first).dismissed
    for _, path, _, key in RAIL:
        await page.keyboard.press("g")
        await page.keyboard.press(key)
        await page.wait_for_url(dashboard.address + path)
    ready = next(one for one in store.attempts.where() if one.state == "ready")
    application = next(iter(store.applications.by("canonical_key", ready.canonical_key)))
    await page.goto(f"{dashboard.address}/applications/{application.id}")
    await page.keyboard.press("a")
    await expect(page.get_by_role("button", name="Approve and submit")).to_have_count(0)
    assert "approved" in [step.state for step in store.attempts.get(ready.id).history]
    assert dashboard.said == []


async def test_a_lost_connection_is_said_and_healed_with_what_changed_meanwhile(dashboard: Dashboard) -> None:
    store = dashboard.services.store
    page = await dashboard.page("/jobs?shelf=all")
    await page.wait_for_timeout(400)
    lost = page.locator("#lost")
    await expect(lost).to_be_hidden()
    await dashboard.context.set_offline(True)
    await page.locator("tbody tr").nth(2).locator("input").check()
    identifier = await page.locator("tbody tr").nth(1).get_attribute("data-id") or ""
    changed = msgspec.structs.replace(store.postings.get(identifier), title="Renamed while away")
    await asyncio.to_thread(store.postings.replace, changed)
    await expect(lost).to_be_visible(timeout=15_000)
    await dashboard.context.set_offline(False)
    await expect(page.locator(f"#j-{identifier} strong")).to_have_text("Renamed while away", timeout=20_000)
    await expect(lost).to_be_hidden()
    assert await page.locator("tbody tr").nth(2).locator("input").is_checked()
    assert [line for line in dashboard.said if "ERR_INTERNET_DISCONNECTED" not in line] == []


async def test_paper_shows_what_is_said_and_nothing_to_press(dashboard: Dashboard) -> None:
    store = dashboard.services.store
    one = next(one for one in store.applications.where() if one.status == "submitted")
    page = await dashboard.page(f"/applications/{one.id}")
    await page.emulate_media(media="print")
    for gone in (".rail", "button", "form"):
        assert await page.locator(gone).locator("visible=true").count() == 0
    for there in ("h1", ".timeline", ".evidence"):
        await expect(page.locator(there).first).to_be_visible()
    page = await dashboard.page("/jobs?shelf=all")
    await page.emulate_media(media="print")
    await expect(page.locator("tbody tr").first).to_be_visible()
    assert await page.locator("input").locator("visible=true").count() == 0
