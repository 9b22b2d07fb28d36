"""Scores on result lists, the number on the icon, commands, the context menu's work, and accessibility of our pages."""

# ruff: noqa: E501  (made-up pages read better unbroken)

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

from playwright.async_api import Page, Route

from companion.files import page_script
from tests.browser.extension.chrome import Chrome
from tests.browser.extension.forms import APPLY, planner
from tests.browser.extension.site import Site
from tests.browser.extension.test_popup import JOB
from tests.browser.world import World
from tests.fakes.recorder import Recorder
from tests.npm import install

Pair = Callable[[], Awaitable[Chrome]]

LIST = """<!doctype html><html lang="en"><title>Jobs</title>
<style>li * {{ display: inline; margin: 0; font: 14px sans-serif }}</style><ul>{}</ul>"""
CARD = """<li class="job-card"><a href="https://www.linkedin.com/jobs/view/{n}/?trk=x">Engineer {n}</a>
<h4 class="base-search-card__subtitle">Acme {n}</h4><span class="job-search-card__location">Berlin</span></li>"""


def scored(card: dict[str, Any]) -> dict[str, Any]:
    """Every third job was applied to, every fifth is unknown."""
    number = int(card["url"].rstrip("/").rsplit("/", 1)[-1])
    return {
        "url": card["url"],
        "posting": "p",
        "score": None if number % 5 == 0 else 50 + number,
        "applied": number % 3 == 0,
    }


async def test_result_lists_get_batched_badges_without_moving_their_cards(
    paired: Pair, recorder: Recorder, site: Site
) -> None:
    site.pages["/jobs/search/"] = LIST.format("".join(CARD.format(n=n) for n in range(1, 31)))
    recorder.lookup = scored
    chrome = await paired()
    page = await chrome.context.new_page()
    await page.goto("https://www.linkedin.com/jobs/search/")
    heights = "[...document.querySelectorAll('li')].map((one) => one.offsetHeight)"
    before = await page.evaluate(heights)
    await page.wait_for_function("document.querySelectorAll('li a + span').length >= 24")
    assert await page.evaluate(heights) == before
    asked = [card for body in recorder.told("/postings/lookup") for card in body["cards"]]
    assert asked[0] == {
        "url": "https://www.linkedin.com/jobs/view/1/", "title": "Engineer 1", "company": "Acme 1", "place": "Berlin",
    }  # fmt: skip
    assert len(asked) == len({card["url"] for card in asked})
    assert len(recorder.told("/postings/lookup")) <= 3
    await page.reload()
    await page.wait_for_function("document.querySelectorAll('li a + span').length >= 24")
    assert len([card for body in recorder.told("/postings/lookup") for card in body["cards"]]) == len(asked)


CARDS = """<!doctype html><html lang="en"><title>Jobs</title><ul>
<li class="result"><div class="base-card"><a class="base-card__full-link" href="https://www.linkedin.com/jobs/view/baker-at-rye-41234567?trk=a">
 <span class="sr-only">Night Baker</span></a><h4 class="base-search-card__subtitle"><a href="https://www.linkedin.com/company/rye">Rye & Sons</a></h4>
 <span class="job-search-card__location">Leeds, UK</span></div></li>
<li><a href="https://www.linkedin.com/jobs/view/51234567/"><span aria-hidden="true"><b>Pastry</b> Chef</span>
 <span class="hidden">Pastry Chef with verification</span></a><div class="lockup__subtitle"><span>Oven Ltd</span></div>
 <div class="lockup__caption"><ul><li><span>York (On-site)</span></li></ul></div>
 <a href="https://www.linkedin.com/jobs/view/51234567/?ref=b">Apply</a></li>
<li class="cardOutline"><table><tr><td><h2><a data-jk="00aa11bb22cc33dd" href="https://uk.indeed.com/pagead/clk?mo=r&ad=x1">Miller</a></h2>
 <div class="company_location"><span data-testid="company-name">Stone Mill</span><div data-testid="text-location">Hull</div></div></td></tr></table></li>
<li class="cardOutline"><h2><a data-jk="00aa11bb22cc33de" href="https://uk.indeed.com/pagead/clk?mo=r&ad=x2">Mill hand</a></h2>
 <div class="company_location"><span data-testid="company-name">Stone Mill</span><div data-testid="text-location">Hull</div></div></li>
<li class="row"><div><a href="https://www.naukri.com/job-listings-cook-tandoor-kitchen-pune-1-to-2-years-120126013955?src=x">Cook</a></div>
 <p>Tandoor Kitchen</p><p>Pune</p></li></ul>"""
_WORLD = """globalThis.asked = [];
globalThis.sincerely = { link: { tell: async ({ cards }) => {
    asked.push(...cards);
    return { cards: cards.map(({ url }) => ({ url, score: 66 })) };
} } };
// Every card comes into view, however long the page is without its styles.
globalThis.IntersectionObserver = class {
    constructor(seen) { this.seen = seen; }
    observe(target) { queueMicrotask(() => this.seen([{ isIntersecting: true, target }])); }
    unobserve() {}
};"""


async def cards_of(page: Page, html: str, url: str) -> tuple[list[dict[str, str]], int]:
    """The cards that a list at `url` is asked about, and how many badges are drawn on it."""

    async def serve(route: Route) -> None:
        if route.request.is_navigation_request() and route.request.frame == page.main_frame:
            await route.fulfill(body=html, content_type="text/html; charset=utf-8")
        else:
            await route.abort()

    await page.route("**/*", serve)
    await page.goto(url, wait_until="domcontentloaded")
    before = await page.evaluate("document.querySelectorAll('span').length")
    world = await World.of(page)
    await world.evaluate(_WORLD)
    await world.evaluate(page_script("cards.js"))
    await world.evaluate("sincerely.cards.start()")
    seen, quiet = -1, 0
    async with asyncio.timeout(20):
        while quiet < 4:  # a batch waits a quarter of a second
            await asyncio.sleep(0.1)
            now = await world.evaluate("asked.length")
            seen, quiet = now, quiet + 1 if now == seen else 0
    drawn = await page.evaluate("document.querySelectorAll('span').length") - before
    return json.loads(await world.evaluate("JSON.stringify(asked)")), drawn


async def test_a_card_is_what_stands_around_one_job(page: Page) -> None:
    asked, drawn = await cards_of(page, CARDS, "https://www.linkedin.com/jobs/search/")
    assert [(one["title"], one["company"], one["place"]) for one in asked] == [
        ("Night Baker", "Rye & Sons", "Leeds, UK"), ("Pastry Chef", "Oven Ltd", "York (On-site)"),
        ("Miller", "Stone Mill", "Hull"), ("Mill hand", "Stone Mill", "Hull"), ("Cook", "Tandoor Kitchen", ""),
    ]  # fmt: skip
    assert [one["url"] for one in asked if "indeed" in one["url"]] == [
        f"https://uk.indeed.com/viewjob?jk=00aa11bb22cc33d{end}" for end in "de"
    ]
    assert drawn == len(asked)


async def test_the_icon_shows_how_many_things_need_the_person(paired: Pair, recorder: Recorder) -> None:
    chrome = await paired()
    page = await chrome.ours("options/options.html")
    await chrome.call(page, "state")
    await page.wait_for_timeout(500)
    assert await page.evaluate("chrome.action.getBadgeText({})") == "2"
    assert "2 need you" in await page.evaluate("chrome.action.getTitle({})")


async def test_commands_and_the_context_menu_are_there(paired: Pair, recorder: Recorder, site: Site) -> None:
    site.pages["/job"] = "<title>Baker</title><h1>Baker</h1><p>Bake bread.</p>"
    chrome = await paired()
    page = await chrome.ours("options/options.html")
    commands = await page.evaluate("chrome.commands.getAll()")
    assert {one["name"] for one in commands} == {"_execute_action", "open-panel", "save-job", "fill-form"}
    assert all(one["shortcut"] for one in commands)
    worker = await chrome.worker()
    update = "new Promise((done) => chrome.contextMenus.update('save-job', {}, () => done(!chrome.runtime.lastError)))"
    assert await worker.evaluate(update)
    click = """async (linkUrl) => {
        const [tab] = await chrome.tabs.query({});
        chrome.contextMenus.onClicked.dispatch({ menuItemId: 'save-job', linkUrl }, tab);
    }"""
    await worker.evaluate(click, f"{site.http}/job")
    async with asyncio.timeout(20):
        while not recorder.captures:
            await asyncio.sleep(0.1)
    assert recorder.captures[0]["url"] == f"{site.http}/job"
    site.pages["/page"] = "<title>Miller</title><h1>Miller</h1><p>Mill flour.</p>"
    job = await chrome.context.new_page()
    await job.goto(f"{site.http}/page")
    await worker.evaluate(
        """async (id) => {
        chrome.contextMenus.onClicked.dispatch({ menuItemId: 'save-job' }, await chrome.tabs.get(id));
    }""",
        await chrome.tab_of(job),
    )
    async with asyncio.timeout(20):
        while not recorder.told("/save")[1:]:
            await asyncio.sleep(0.1)
    assert [one["url"] for one in recorder.captures] == [f"{site.http}/job", f"{site.http}/page"]


async def test_diagnose_names_causes_and_nothing_personal(paired: Pair, recorder: Recorder) -> None:
    chrome = await paired()
    page = await chrome.ours("options/options.html#diagnose")
    await page.get_by_text("causes      none found").wait_for()
    recorder.stop()
    await page.get_by_role("button", name="Look again").click()
    await page.get_by_text("away: The companion is not running").wait_for()
    text = await page.inner_text("#report")
    assert recorder.token not in text
    assert recorder.client not in text


PAGES = {
    "popup/popup.html?tab={job}": "Tailor resume",
    "panel/panel.html?tab={form}": "Fill 5",
    "options/options.html": "none found",
    "options/welcome.html": "Paired.",
}


async def test_axe_finds_nothing_on_any_of_our_pages(paired: Pair, recorder: Recorder, site: Site) -> None:
    axe = (install({"axe-core": "4"}) / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    site.pages |= {"/apply": APPLY, "/job": JOB}
    recorder.planner = planner
    chrome = await paired()
    tabs: dict[str, int] = {}
    for name, path in (("job", "/job"), ("form", "/apply")):
        page = await chrome.context.new_page()
        await page.goto(site.http + path)
        tabs[name] = await chrome.tab_of(page)
    found: dict[str, Any] = {}
    for path, ready in PAGES.items():
        page = await chrome.ours(path.format(**tabs))
        await page.get_by_text(ready).first.wait_for()
        for scheme in ("light", "dark"):
            await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found[f"{path} {scheme}"] = await violations(page, axe)
        await page.close()
    recorder.stop()
    page = await chrome.ours(f"popup/popup.html?tab={tabs['job']}")
    await page.get_by_text("The companion is not running").wait_for()
    found["away"] = await violations(page, axe)
    assert {where: what for where, what in found.items() if what} == {}
    assert [line for line in chrome.log if "ERR_CONNECTION_REFUSED" not in line] == []


async def violations(page: Page, axe: str) -> Any:
    """What axe has to say, run in an isolated world: our pages' own policy admits no other script."""
    session = await page.context.new_cdp_session(page)
    frame = (await session.send("Page.getFrameTree"))["frameTree"]["frame"]["id"]
    world = (await session.send("Page.createIsolatedWorld", {"frameId": frame}))["executionContextId"]
    about = {"contextId": world, "awaitPromise": True, "returnByValue": True}
    await session.send("Runtime.evaluate", {"expression": axe, **about})
    run = "axe.run(document).then((all) => JSON.stringify(all.violations.map((one) => [one.id, one.nodes[0].html])))"
    answer = await session.send("Runtime.evaluate", {"expression": run, **about})
    return json.loads(answer["result"]["value"])
