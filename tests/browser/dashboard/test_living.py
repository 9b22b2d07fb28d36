"""The dashboard while something goes on: live without taking the place of the person, by keyboard, without scripts."""

import asyncio
import re

import msgspec
from playwright.async_api import Browser, Route, expect

from companion.model.document import new_id, now
from companion.model.run import Notice, Run
from tests.browser.dashboard.conftest import Dashboard


async def test_a_change_made_elsewhere_appears_by_itself_and_takes_nothing_away(dashboard: Dashboard) -> None:
    page = await dashboard.page("/jobs?shelf=all")
    await page.wait_for_timeout(400)
    search = page.locator("#q")
    await search.fill("half a wo")
    await search.evaluate("field => field.setSelectionRange(2, 5)")
    row = page.locator("tbody tr").nth(3)
    await row.locator("input[type=checkbox]").check()
    await search.focus()
    await page.evaluate("scrollTo(0, 120)")
    posting_id = await page.locator("tbody tr").nth(1).get_attribute("data-id")
    store = dashboard.services.store
    posting = store.postings.get(posting_id or "")
    await asyncio.to_thread(store.postings.replace, msgspec.structs.replace(posting, title="Renamed meanwhile"))
    await expect(page.locator(f"#j-{posting_id} strong")).to_have_text("Renamed meanwhile", timeout=10_000)
    assert await search.input_value() == "half a wo"
    assert await page.evaluate("document.activeElement.id") == "q"
    assert await search.evaluate("field => [field.selectionStart, field.selectionEnd]") == [2, 5]
    assert await row.locator("input[type=checkbox]").is_checked()
    assert await page.evaluate("scrollY") == 120
    assert dashboard.said == []


async def test_a_runs_progress_moves_and_it_can_be_cancelled(dashboard: Dashboard) -> None:
    store = dashboard.services.store
    run = store.runs.add(
        Run(id=new_id(), kind="tailor", state="running", done=1, total=8, message="Reading", created_at=now())
    )
    page = await dashboard.page("/")
    meter = page.locator(f"#run-{run.id} progress")
    await expect(meter).to_have_attribute("value", "1")
    await page.wait_for_timeout(400)
    await asyncio.to_thread(store.runs.replace, msgspec.structs.replace(run, done=6))
    await expect(meter).to_have_attribute("value", "6", timeout=10_000)
    await page.locator(f"#run-{run.id} button").click()
    await expect(page.locator(f"#run-{run.id}")).to_have_count(0, timeout=10_000)
    assert store.runs.get(run.id).state == "cancelled"
    assert dashboard.said == []


async def test_a_notice_is_put_away_without_leaving_the_page(dashboard: Dashboard) -> None:
    store = dashboard.services.store
    notice = store.notices.add(Notice(id=new_id(), kind="info", text="Something happened.", created_at=now()))
    page = await dashboard.page("/")
    await page.evaluate("document.body.dataset.mark = 'same page'")
    await page.locator(f"#n-{notice.id} button").click()
    await expect(page.locator(f"#n-{notice.id}")).to_have_count(0, timeout=10_000)
    assert await page.evaluate("document.body.dataset.mark") == "same page"
    assert store.notices.get(notice.id).read


async def test_the_list_is_worked_through_by_keyboard_alone(dashboard: Dashboard) -> None:
    page = await dashboard.page("/")
    await page.keyboard.press("g")
    await page.keyboard.press("j")
    await page.wait_for_url("**/jobs")
    await page.keyboard.press("j")
    await page.keyboard.press("j")
    second = await page.locator("tr.here").get_attribute("data-id")
    await page.keyboard.press("s")
    await expect(page.locator("#flash")).to_contain_text("Saved: 1 job.")
    assert dashboard.services.store.postings.get(second or "").saved
    await page.locator("#flash button").focus()
    await page.keyboard.press("Enter")
    await expect(page.locator("#flash")).to_contain_text("No longer saved")
    assert not dashboard.services.store.postings.get(second or "").saved
    await page.wait_for_load_state()
    await page.keyboard.press("/")
    assert await page.evaluate("document.activeElement.id") == "q"
    await page.keyboard.press("Escape")
    await page.keyboard.press("?")
    await expect(page.locator("dialog")).to_be_visible()
    await page.keyboard.press("Escape")
    await page.keyboard.press("j")
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/jobs/*")
    assert dashboard.said == []


async def test_figures_come_after_the_words_and_move_nothing(dashboard: Dashboard) -> None:
    page = await dashboard.page("/insights")
    tops = "[...document.querySelectorAll('section > h2')].map((one) => Math.round(one.getBoundingClientRect().top))"
    before = await page.evaluate(tops)
    await expect(page.locator("#skills .main-svg").first).to_be_visible(timeout=20_000)
    assert await page.evaluate(tops) == before
    order = """() => { const [paint] = performance.getEntriesByName('first-contentful-paint');
        const [script] = performance.getEntriesByType('resource').filter((one) => one.name.includes('plotly'));
        return script.startTime - paint.startTime; }"""
    assert await page.evaluate(order) >= 0
    assert dashboard.said == []


async def test_what_takes_longer_than_a_moment_says_so_and_can_be_stopped(dashboard: Dashboard) -> None:
    page = await dashboard.page("/jobs/add")
    asked: list[str] = []

    async def hang(route: Route) -> None:
        asked.append(route.request.url)

    await page.route("**/jobs/add/address", hang)
    await page.get_by_label("Address of the ad").fill("https://slow.example.com/job")
    # Nothing from outside reaches a page on its way to another one: it is worked from within.
    await page.evaluate("""() => { const bar = document.getElementById('waiting');
        const look = setInterval(() => {
            if (!bar.checkVisibility()) return;
            clearInterval(look);
            document.body.dataset.said = bar.innerText;
            document.querySelector('form[action$=address] button').click();
            bar.querySelector('button').click();
        }, 50); }""")
    await page.get_by_role("button", name="Read the page").click(no_wait_after=True)
    await expect(page.locator("body")).to_have_attribute("data-said", re.compile("Fetching and reading the page"))
    waiting = page.locator("#waiting")
    await expect(waiting).to_be_hidden()
    assert page.url.endswith("/jobs/add")
    assert await page.get_by_label("Address of the ad").input_value() == "https://slow.example.com/job"
    assert len(asked) == 1

    await page.goto(dashboard.address + "/privacy")
    async with page.expect_download() as saving:
        await page.get_by_role("button", name="Export", exact=True).click()
    assert (await saving.value).suggested_filename.endswith(".zip")
    await expect(waiting).to_be_hidden()
    assert dashboard.said == []


async def test_what_is_handed_over_opens_its_form_within_the_click(dashboard: Dashboard) -> None:
    store = dashboard.services.store
    ready = next(one for one in store.attempts.by("state", "ready") if one.channel == "headless")
    form = f"{dashboard.address}/static/style.css"
    posting = store.postings.get(ready.posting_id)
    store.postings.replace(msgspec.structs.replace(posting, url=form, apply_url=""))
    page = await dashboard.page(f"/attempts/{ready.id}")
    async with dashboard.context.expect_page() as opened:
        await page.get_by_role("button", name="Go on in my own browser").click()
    assert (await opened.value).url == form
    await page.get_by_text("It is yours now").wait_for()
    assert await page.get_by_role("link", name="Open the form").get_attribute("href") == form
    assert store.attempts.get(ready.id).channel == "tab"
    assert dashboard.said == []


async def test_an_application_moves_on_the_board_by_drag_and_by_keyboard(dashboard: Dashboard) -> None:
    store = dashboard.services.store
    one = next(one for one in store.applications.where() if one.status == "submitted")
    page = await dashboard.page("/applications")
    await page.drag_and_drop(f"#a-{one.id}", "#col-interview")
    await expect(page.locator(f"#col-interview #a-{one.id}")).to_have_count(1)
    assert store.applications.get(one.id).status == "interview"
    await page.locator(f"#m-{one.id}").select_option("offer")
    await expect(page.locator(f"#col-offer #a-{one.id}")).to_have_count(1)
    assert [step.state for step in store.applications.get(one.id).history][-2:] == ["interview", "offer"]


async def test_everything_can_be_read_and_done_without_scripts(dashboard: Dashboard, browser: Browser) -> None:
    signed_in = await dashboard.page("/")
    cookies = await dashboard.context.cookies()
    await signed_in.close()
    context = await browser.new_context(java_script_enabled=False)
    await context.add_cookies(cookies)
    page = await context.new_page()
    await page.goto(dashboard.address + "/jobs?shelf=inbox")
    first = await page.locator("tbody tr").first.get_attribute("data-id")
    await page.locator("tbody tr input").first.check()
    await page.get_by_role("button", name="Dismiss").click()
    assert "Dismissed: 1 job." in (await page.text_content("#flash") or "")
    assert dashboard.services.store.postings.get(first or "").dismissed
    await page.get_by_role("button", name="Undo").click()
    assert not dashboard.services.store.postings.get(first or "").dismissed
    await context.close()


async def test_the_order_is_compared_explained_changed_and_its_lessons_forgotten(dashboard: Dashboard) -> None:
    store, search = dashboard.services.store, dashboard.services.search
    page = await dashboard.page("/jobs?shelf=all")
    for row in (0, 1, 2):
        await page.locator("tbody tr").nth(row).locator("input[type=checkbox]").check()
    await page.get_by_role("button", name="Compare").click()
    await expect(page.get_by_role("heading", name="Side by side")).to_be_visible()
    await expect(page.locator("thead th")).to_have_count(3)
    await expect(page.get_by_text("What they ask for")).to_be_visible()

    alike = next(one.id for one in store.postings.where() if search.outlook.more_like(one.id))
    await page.goto(f"{dashboard.address}/jobs/{alike}")
    other = page.locator("h3", has_text="More like this").locator("+ ul a").first
    title = await other.inner_text()
    await other.click()
    await expect(page.locator("h1").first).to_contain_text(title)

    for number, posting in enumerate(store.postings.where()):
        await asyncio.to_thread(search.mark, posting.id, saved=number % 2 == 0, dismissed=number % 2 == 1)
    await page.goto(f"{dashboard.address}/jobs/order")
    taught = page.locator("section[aria-labelledby=taught]")
    word = await taught.locator("tbody td").first.inner_text()
    await taught.get_by_role("button", name=f"Let {word} not count", exact=True).click()
    await expect(taught.get_by_role("button", name=f"Let {word} count again", exact=True)).to_be_visible()
    await taught.get_by_role("button", name="Forget all of it").click()
    await expect(taught.get_by_text("Nothing yet.")).to_be_visible(timeout=10_000)

    for mode in ("on site", "remote"):  # twice, so that one of them is a change whatever the seed says
        await page.goto(f"{dashboard.address}/profile#preferences")
        modes = page.get_by_role("group", name="How", exact=True)
        for name in ("on site", "hybrid", "remote"):
            await modes.get_by_label(name).set_checked(name == mode)
        await page.locator("input[name=hard][value=modes]").check()
        await page.get_by_role("button", name="Keep preferences").click()
    await page.goto(f"{dashboard.address}/jobs/order")
    await expect(page.get_by_role("columnheader", name="Place before")).to_be_visible(timeout=20_000)

    await page.goto(f"{dashboard.address}/searches/new")
    await page.get_by_label("Name").fill("Night trains")
    await page.get_by_label("Titles, one a line").fill("Signal Engineer")
    await page.get_by_role("button", name="Keep", exact=True).click()
    await expect(page.get_by_text("Night trains").first).to_be_visible()
    assert dashboard.said == []


async def test_the_field_a_person_is_in_has_its_line_marked_in_the_file(dashboard: Dashboard) -> None:
    page = await dashboard.page("/profile/review")
    paper = page.locator(".sheet img").first
    await page.wait_for_function("document.querySelector('.sheet img')?.naturalWidth > 0")
    await page.locator("#work-0 > summary").focus()
    await page.keyboard.press("Enter")
    for name, said in (("position", "Senior Backend Engineer"), ("highlights", "Rebuilt the routing service")):
        await page.locator(f"#work-0 [name={name}]").focus()
        await page.locator("[data-said]", has_text=said).wait_for()
        marked = await page.locator("rect.on").evaluate_all("all => all.map(one => one.dataset.for).join(' ')")
        assert set(re.findall(r"work/\d/[a-z]+", marked)) >= {f"work/0/{name}"}
        assert "work/1" not in marked
    await page.locator("#work-0 [name=url]").focus()  # which the file does not say: the whole entry is marked
    await page.locator("rect.on[data-for~='work/0/name']").wait_for()
    await page.get_by_role("link", name="Work 2").click()
    await page.locator("#work-1 > summary:focus").wait_for()
    assert await page.locator("#work-1 > form").is_visible()
    assert await paper.is_visible()
    await page.set_viewport_size({"width": 390, "height": 800})
    await paper.wait_for(state="hidden")
    await page.locator(".source > summary").press("Enter")
    await paper.wait_for()
    assert dashboard.said == []
    await page.close()
