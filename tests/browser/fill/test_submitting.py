"""The person's own submit of a form that was filled: told before it goes on, and gone on with once."""

from playwright.async_api import Page

from companion.files import page_script
from tests.browser.fill.form import Form
from tests.browser.world import World

APPLY = """<form onsubmit="event.preventDefault(); window.sent = (window.sent ?? 0) + 1">
<label>First name <input id="first"></label><label>Email <input id="mail" type="email"></label>
<button>Submit application</button></form>"""
WATCHED = """
    var told = [], told_of;
    sincerely.link = { tell: ({ act }) => { told.push(act); return new Promise((done) => { told_of = done; }); } };
    // No time passes here: only an answer lets the submit go on, and the page is as young as a page can be.
    sincerely.gestures.pause = () => new Promise(() => {});
    performance.now = () => 0;
    sincerely.learn.watch(sincerely.scan().fields.map(({ id }) => ({ fieldId: id, kind: "fill" })), true);
"""


async def test_a_submit_on_a_page_just_opened_is_told_and_pressed_twice_goes_once(page: Page) -> None:
    await page.set_content(APPLY)
    world = await World.of(page, "scan.js", "fill.js", "learn.js")
    await world.evaluate(WATCHED)
    await page.get_by_role("button").dblclick()
    assert await world.evaluate("told") == ["submitting"]
    assert await page.evaluate("window.sent") is None
    await world.evaluate("told_of()")
    await page.wait_for_function("window.sent")
    assert await world.evaluate("told") == ["submitting"]
    assert await page.evaluate("window.sent") == 1


async def test_nothing_more_is_written_into_a_form_that_is_being_submitted(page: Page) -> None:
    await page.set_content(APPLY.replace('id="first"', 'id="first" oninput="this.form.requestSubmit()"'))
    form = await Form.on(page)
    await form.world.evaluate(page_script("learn.js"))
    await form.world.evaluate("sincerely.link = { tell: async () => null }")
    await form.world.evaluate("sincerely.learn.watch(sincerely.scan().fields.map(({ id }) => ({ fieldId: id })), true)")
    status = await form.fill(
        form.action("First name", "fill", "Zoë"), form.action("Email", "fill", "zoe@example.com"), waitMs=300
    )
    assert status == {"First name": "verified", "Email": "unfillable"}
    assert await page.input_value("#mail") == ""
    await page.wait_for_function("window.sent === 1")
