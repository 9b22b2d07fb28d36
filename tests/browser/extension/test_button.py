"""The in-page button: on known hosts only, trusted clicks only, seen by the person, never over a control."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from playwright.async_api import Page

from tests.browser.extension.chrome import Chrome
from tests.browser.extension.forms import APPLY, planner
from tests.browser.extension.site import Site
from tests.fakes.recorder import Recorder

Pair = Callable[[], Awaitable[Chrome]]
HOST = "https://jobs.lever.co"
PILL = """() => [...document.documentElement.children].find((one) => one.localName === 'div') !== undefined"""


async def applying(
    paired: Pair, recorder: Recorder, site: Site, url: str = f"{HOST}/acme/1/apply"
) -> tuple[Chrome, Page]:
    """A paired browser on an application form of a known system, with its button there."""
    site.pages |= {"/acme/1/apply": APPLY}
    recorder.planner = planner
    chrome = await paired()
    page = await chrome.context.new_page()
    await page.goto(url)
    return chrome, page


async def box_of(page: Page, frame_url: str = "") -> dict[str, Any]:
    """Where the pill is: found with the browser's own accessibility tree, as its shadow root is closed."""
    frame = next((one for one in page.frames if one.url == frame_url), None) if frame_url else page
    session = await page.context.new_cdp_session(frame or page)
    for _ in range(60):
        tree = await session.send("Accessibility.getFullAXTree")
        for node in tree["nodes"]:
            name = node.get("name", {}).get("value", "")
            if node.get("role", {}).get("value") == "button" and name.startswith(("Fill ·", "Filled ·", "Sincerely")):
                model = await session.send("DOM.getBoxModel", {"backendNodeId": node["backendDOMNodeId"]})
                quad = model["model"]["border"]
                return {"x": quad[0], "y": quad[1], "right": quad[2], "bottom": quad[5], "name": name}
        await page.wait_for_timeout(100)
    raise AssertionError("no button on the page")


async def test_a_click_fills_what_can_be_seen_and_leaves_the_sensitive_to_the_panel(
    paired: Pair, recorder: Recorder, site: Site
) -> None:
    _, page = await applying(paired, recorder, site)
    box = await box_of(page)
    assert str(box["name"]).startswith("Fill · 5 of 6")
    await page.wait_for_timeout(300)
    await page.mouse.click(box["x"] + 20, (box["y"] + box["bottom"]) / 2)
    await page.wait_for_function("document.querySelector('[name=email]').value === 'zoe@example.com'")
    assert await page.locator("[name=salary]").input_value() == ""
    assert not recorder.told("/submitting")


async def test_the_button_covers_no_control(paired: Pair, recorder: Recorder, site: Site) -> None:
    _, page = await applying(paired, recorder, site)
    box = await box_of(page)
    over = """(box) => [...document.querySelectorAll('input,button,select,textarea,label')].filter((one) => {
        const at = one.getBoundingClientRect();
        return at.width && at.left < box.right && at.right > box.x && at.top < box.bottom && at.bottom > box.y;
    }).length"""
    assert await page.evaluate(over, box) == 0


SHADOWED = """<!doctype html><title>Apply</title><body style="font: 16px sans-serif"><h1>Apply</h1><div id="host"></div>
<script>document.getElementById("host").attachShadow({ mode: "open" }).innerHTML = `<form>
<p><label>First name * <input name="first" style="width: 420px"></label>
<button type="button" style="width: 160px">Help</button></p>
<p><label>Email * <input name="email" type="email"></label></p>
<p><label>Phone <input name="phone"></label></p></form>`</script>"""
INSIDE = """(box) => {
    const all = [...document.getElementById('host').shadowRoot.querySelectorAll('input,button,label')];
    return all.filter((one) => { const at = one.getBoundingClientRect();
    return at.left < box.right && at.right > box.x && at.top < box.bottom && at.bottom > box.y; }).length; }"""


async def test_a_form_in_a_shadow_root_has_the_button_beside_its_controls(
    paired: Pair, recorder: Recorder, site: Site
) -> None:
    site.pages["/acme/2/apply"] = SHADOWED
    _, page = await applying(paired, recorder, site, f"{HOST}/acme/2/apply")
    box = await box_of(page)
    assert await page.evaluate(INSIDE, box) == 0


async def test_a_known_systems_frame_in_a_page_that_is_closed_to_us_has_its_own_button(
    paired: Pair, recorder: Recorder, site: Site
) -> None:
    look = "width:700px;height:760px;border:0"
    site.pages["/sent"] = "<title>Thank you</title><h1>Thank you for applying.</h1>"
    site.pages["/careers"] = f'<title>Acme</title><iframe src="{HOST}/acme/1/apply" style="{look}"></iframe>'
    _, page = await applying(paired, recorder, site, "https://careers.acme.example/careers")
    inner = page.frames[1]
    await inner.locator("[name=first]").wait_for()
    box = await box_of(page, f"{HOST}/acme/1/apply")
    assert str(box["name"]).startswith("Fill · 5 of 6")
    await page.wait_for_timeout(300)
    offset = await page.locator("iframe").bounding_box()
    assert offset is not None
    await page.mouse.click(offset["x"] + box["x"] + 20, offset["y"] + (box["y"] + box["bottom"]) / 2)
    await inner.wait_for_function("document.querySelector('[name=email]').value === 'zoe@example.com'")
    async with asyncio.timeout(20):  # the attempt is known once the fill is reported
        while not recorder.told("/report"):
            await asyncio.sleep(0.05)
    await page.wait_for_timeout(500)
    await inner.get_by_role("button", name="Submit application").click()
    await inner.get_by_text("Thank you").wait_for()
    for _ in range(60):
        if recorder.told("/outcome"):
            break
        await page.wait_for_timeout(100)
    assert recorder.told("/submitting") == [{"contentHash": "c" * 64}]
    assert "Thank you" in recorder.told("/outcome")[0]["text"]


async def test_dragged_elsewhere_it_stays_there_and_fills_nothing(paired: Pair, recorder: Recorder, site: Site) -> None:
    chrome, page = await applying(paired, recorder, site)
    box = await box_of(page)
    await page.mouse.move(box["x"] + 20, (box["y"] + box["bottom"]) / 2)
    await page.mouse.down()
    await page.mouse.move(900, 600, steps=6)
    await page.mouse.up()
    moved = await box_of(page)
    assert moved["x"] > box["x"] + 200
    assert moved["y"] > box["y"] + 200
    assert await page.locator("[name=first]").input_value() == ""
    await page.reload()
    again = await box_of(page)
    assert abs(again["x"] - moved["x"]) < 3
    assert abs(again["y"] - moved["y"]) < 3
    ours = await chrome.ours("options/options.html")
    kept = (await chrome.call(ours, "settings"))["answer"]["places"]
    assert list(kept) == ["jobs.lever.co"]


async def test_synthetic_clicks_and_messages_of_the_page_do_nothing(
    paired: Pair, recorder: Recorder, site: Site
) -> None:
    _, page = await applying(paired, recorder, site)
    await box_of(page)
    await page.evaluate("""() => {
        for (const one of document.documentElement.children) {
            one.click();
            one.shadowRoot?.querySelector('button')?.click();
            one.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
        }
        for (const act of ['click', 'fill', 'submitting', 'state']) {
            window.postMessage({ act, to: 'sincerely' }, '*');
            globalThis.chrome?.runtime?.sendMessage?.('lljaffgjmbglfigddcipfkaifldbkaie', { act });
        }
    }""")
    await page.wait_for_timeout(600)
    assert await page.locator("[name=first]").input_value() == ""
    assert not recorder.told("/forms/report")
    assert await page.evaluate("typeof globalThis.sincerely") == "undefined"


async def test_a_button_the_person_cannot_see_fills_nothing(paired: Pair, recorder: Recorder, site: Site) -> None:
    _, page = await applying(paired, recorder, site)
    box = await box_of(page)
    await page.add_style_tag(content="html { opacity: 0.2 }")
    await page.wait_for_timeout(400)
    await page.mouse.click(float(box["x"]) + 20, (float(box["y"]) + float(box["bottom"])) / 2)
    await page.wait_for_timeout(600)
    assert await page.locator("[name=first]").input_value() == ""


async def test_hidden_on_a_site_it_stays_away(paired: Pair, recorder: Recorder, site: Site) -> None:
    _, page = await applying(paired, recorder, site)
    box = await box_of(page)
    await page.mouse.click(float(box["right"]) + 10, (float(box["y"]) + float(box["bottom"])) / 2)
    await page.wait_for_timeout(300)
    await page.reload()
    await page.wait_for_timeout(1500)
    assert not await page.evaluate(PILL)


async def test_a_look_alike_host_is_no_known_system(paired: Pair, recorder: Recorder, site: Site) -> None:
    for url in ("https://jobs.lever.co.evil.example/acme/1/apply", "https://lever-co.example/acme/1/apply"):
        _, page = await applying(paired, recorder, site, url)
        await page.wait_for_timeout(1200)
        assert not await page.evaluate(PILL)
    assert not recorder.told("/forms/plan")


async def test_a_page_finds_no_trace_of_the_extension(paired: Pair, recorder: Recorder, site: Site) -> None:
    _, page = await applying(paired, recorder, site)
    probe = """async () => {
        const base = 'chrome-extension://lljaffgjmbglfigddcipfkaifldbkaie/';
        const paths = ['manifest.json', 'extension/icons/icon-16.png', 'extension/page/scan.js'];
        const answers = await Promise.all(paths.map((path) => fetch(base + path)
            .then(() => true, () => false)));
        return answers.some(Boolean);
    }"""
    assert not await page.evaluate(probe)


async def test_a_form_in_a_known_systems_frame_is_filled_and_in_a_transparent_one_is_not(
    paired: Pair, recorder: Recorder, site: Site
) -> None:
    for style, wanted in (("", "Zoë"), ("opacity: 0.01", "")):
        look = f"width:700px;height:700px;{style}"
        frame = f'<iframe src="{HOST}/acme/1/apply" style="{look}"></iframe>'
        site.pages["/outer"] = f"<title>Acme</title><h1>Acme</h1>{frame}"
        chrome, page = await applying(paired, recorder, site, f"{site.http}/outer")
        inner = page.frames[1]
        await inner.locator("[name=first]").wait_for(state="attached")
        await page.wait_for_timeout(600)
        tab = await chrome.tab_of(page)
        ours = await chrome.ours("options/options.html")
        await page.bring_to_front()
        await chrome.call(ours, "plan", tabId=tab)
        await chrome.call(ours, "fill", tabId=tab)
        assert await inner.locator("[name=first]").input_value() == wanted, style
