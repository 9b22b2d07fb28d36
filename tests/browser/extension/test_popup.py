"""The popup on a job page: pairing, the job and its score, saving, and what happens while the companion is away."""

import asyncio
from collections.abc import Awaitable, Callable

from tests.browser.extension.chrome import Chrome
from tests.browser.extension.site import Site
from tests.fakes.recorder import CODE, Recorder

JOB = """<!doctype html><html lang="en"><title>Senior Python Engineer</title>
<script type="application/ld+json">{"@type": "JobPosting", "title": "Senior Python Engineer"}</script>
<script>window.secretCode = 1</script><style>p { color: red }</style>
<h1>Senior Python Engineer</h1><p>Build things at Acme.</p>
<form><input name="note" value="typed"><textarea>typed too</textarea></form>"""

HIDDEN = (
    "display: none",
    "visibility: hidden",
    "opacity: 0",
    "font-size: 1px",
    "color: white",
    "position: absolute; left: -5000px",
)


async def test_a_new_browser_is_paired_from_the_popup(chrome: Chrome, recorder: Recorder, site: Site) -> None:
    site.pages["/job"] = JOB
    await chrome.use_port(recorder.port)
    job = await chrome.context.new_page()
    await job.goto(f"{site.http}/job")
    popup = await chrome.ours(f"popup/popup.html?tab={await chrome.tab_of(job)}")
    await popup.get_by_label("Code").fill("111111")
    await popup.get_by_role("button", name="Pair").click()
    await popup.get_by_role("alert").wait_for()
    await popup.get_by_label("Code").fill(CODE)
    await popup.get_by_role("button", name="Pair").click()
    await popup.get_by_role("heading", name="Senior Python Engineer").wait_for()
    assert await popup.get_by_role("img", name="Fits 82 of 100").count() == 1
    assert "Acme · Berlin, hybrid · €75–90k a year" in await popup.inner_text("main")
    assert chrome.log == []


async def test_signs_that_nobody_is_hired_and_an_earlier_application_show(
    paired: Callable[[], Awaitable[Chrome]], recorder: Recorder, site: Site
) -> None:
    site.pages["/job"] = JOB
    recorder.known = {
        "signs": ["It has been online for 90 days.", "It was put up 3 times before.", "Its text is very short."],
        "application": {"status": "submitted"},
        "personas": ["Platform", "Data"],
    }
    chrome = await paired()
    job = await chrome.context.new_page()
    await job.goto(f"{site.http}/job")
    popup = await chrome.ours(f"popup/popup.html?tab={await chrome.tab_of(job)}")
    await popup.get_by_text("It was put up 3 times before.").wait_for()
    assert await popup.get_by_role("list", name="Signs that it may not be filled now").locator("li").count() == 2
    assert "Application: submitted" in await popup.inner_text("main")
    assert await popup.get_by_role("button", name="I applied by myself").count() == 0
    await popup.get_by_label("Resume as").select_option("Data")
    await popup.get_by_role("button", name="Tailor resume").click()
    await popup.get_by_text("The resume is being tailored.").wait_for()
    assert recorder.told("/resumes") == [{"postingId": "p1", "persona": "Data"}]
    assert await popup.get_by_label("Resume as").input_value() == "Data"


async def test_on_the_form_of_a_known_job_the_popup_shows_that_job(
    paired: Callable[[], Awaitable[Chrome]], recorder: Recorder, site: Site
) -> None:
    site.pages["/apply"] = "<title>Apply</title><p>no job here</p><form><label>City <input name='city'></label></form>"
    recorder.forms.add(f"{site.http}/apply")
    chrome = await paired()
    form = await chrome.context.new_page()
    await form.goto(f"{site.http}/apply")
    popup = await chrome.ours(f"popup/popup.html?tab={await chrome.tab_of(form)}")
    await popup.get_by_role("img", name="Fits 82 of 100").wait_for()
    await popup.get_by_role("button", name="Save", exact=True).click()
    await popup.get_by_text("saved", exact=True).wait_for()
    assert recorder.captures == []


async def test_a_page_travels_without_scripts_styles_and_what_was_typed(
    paired: Callable[[], Awaitable[Chrome]], recorder: Recorder, site: Site
) -> None:
    site.pages["/job"] = JOB + "".join(f'<p style="{style}">bait</p>' for style in HIDDEN)
    chrome = await paired()
    job = await chrome.context.new_page()
    await job.goto(f"{site.http}/job")
    popup = await chrome.ours(f"popup/popup.html?tab={await chrome.tab_of(job)}")
    await popup.get_by_role("heading", name="Senior Python Engineer").wait_for()
    html = recorder.captures[0]["html"]
    assert "JobPosting" in html
    assert "Build things at Acme." in html
    for gone in ("secretCode", "color: red", "typed"):
        assert gone not in html
    assert html.count("data-sincerely-unseen") == html.count("bait") == len(HIDDEN)


async def test_saving_while_the_companion_is_away_arrives_once_when_it_is_back(
    paired: Callable[[], Awaitable[Chrome]], recorder: Recorder, site: Site
) -> None:
    site.pages["/job"] = JOB
    chrome = await paired()
    recorder.stop()
    job = await chrome.context.new_page()
    await job.goto(f"{site.http}/job")
    tab = await chrome.tab_of(job)
    popup = await chrome.ours(f"popup/popup.html?tab={tab}")
    await popup.get_by_role("button", name="Save this page").click()
    await popup.get_by_text("Saved here.").wait_for()
    await popup.get_by_text("Waiting to sync: 1").wait_for()
    recorder.start()
    await asyncio.gather(*(chrome.call(popup, "replay") for _ in range(4)))
    for _ in range(50):
        if recorder.told("/save"):
            break
        await asyncio.sleep(0.1)
        await chrome.call(popup, "replay")
    assert [path for path, _ in recorder.writes if path != "/api/pair"] == ["/api/captures", "/api/postings/p1/save"]
    assert (await chrome.call(popup, "outbox"))["answer"] == []
