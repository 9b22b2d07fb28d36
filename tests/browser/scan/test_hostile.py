"""scan.js on pages that hide, lie, nest and grow: it tells what a person sees, or ends at its budget."""

import time
from pathlib import Path

import msgspec
import pytest
from playwright.async_api import Page

from companion.model.form import Snapshot
from tests.browser.world import World

PAGES = Path(__file__).parent / "pages"


async def scan(page: Page, name: str, options: str = "") -> Snapshot:
    await page.goto((PAGES / name).as_uri())
    world = await World.of(page, "scan.js")
    return msgspec.convert(await world.evaluate(f"sincerely.scan({options})"), Snapshot, strict=True)


async def test_only_what_a_person_sees_is_visible(page: Page) -> None:
    """A54, A56: hidden by opacity, clipping, size, place, transform or content-visibility, or a trap."""
    snapshot = await scan(page, "unseen.html")
    reasons = {field.name: field.hidden_reason for field in snapshot.fields}
    assert {name for name, reason in reasons.items() if not reason} == {"seen", "styled"}
    assert all(field.visible is (field.hidden_reason == "") for field in snapshot.fields)
    assert {name for name, reason in reasons.items() if reason == "honeypot"} == {"blank", "website2", "hp_1a2b"}
    assert reasons["parent-opacity"] == reasons["stacked-opacity"] == "transparent"
    assert reasons["above"] == "offscreen"
    assert "ghost" not in reasons


async def test_a_faint_frame_hides_all_its_fields(page: Page) -> None:
    """A54: the opacity of the frame counts."""
    form = "<form><label>E-mail <input name=mail></label></form>"
    await page.set_content(f'<iframe srcdoc="{form}" style="opacity:.3" width=600 height=400></iframe>')
    world = await World.of(page, "scan.js", frame_url="about:srcdoc")
    snapshot = msgspec.convert(await world.evaluate("sincerely.scan({frame: 'f1'})"), Snapshot)
    assert [(field.name, field.frame, field.hidden_reason) for field in snapshot.fields] == [
        ("mail", "f1", "transparent")
    ]


async def test_open_shadow_roots_are_part_of_the_page_however_deep(page: Page) -> None:
    """A62: a thousand shadow roots within each other."""
    start = time.perf_counter()
    snapshot = await scan(page, "shadows.html")
    assert [field.name or field.label for field in snapshot.fields] == ["first", "City", "after", "deep"]
    assert snapshot.fields[0].label == "First name"
    assert time.perf_counter() - start < 20


async def test_a_page_cannot_lie_to_an_isolated_world(page: Page) -> None:
    """A59: prototypes overridden."""
    snapshot = await scan(page, "lying.html")
    assert [(field.label, field.widget, field.value) for field in snapshot.fields[:1]] == [
        ("Last name", "text", "typed")
    ]
    assert [option.label for option in snapshot.fields[1].options] == ["Yes", "No"]


VEILS = {
    "a form's own field": (
        "HTMLFormElement",
        "form.insertAdjacentHTML('afterbegin', `<input type=hidden name=${name}>`)",
    ),
    "a picture of the page": ("HTMLDocument", "body.insertAdjacentHTML('beforeend', `<img name=${name} id=${name}>`)"),
    "a form of the page": ("HTMLDocument", "body.insertAdjacentHTML('afterbegin', `<form name=${name}></form>`)"),
}


@pytest.mark.parametrize("veil", VEILS)
async def test_no_name_on_the_page_stands_in_for_what_the_browser_says(page: Page, veil: str) -> None:
    """DOM clobbering: every name that a form or a document answers to, one after the other, as an element's name."""
    owner, put = VEILS[veil]
    await page.set_content("""<!doctype html><html lang="en"><body><form id="main"><h2>About you</h2>
        <div class="form-item" role="group"><label for="a">First name *</label><input id="a"></div>
        <div><p>Visa?</p><button type="button">Yes</button><button type="button">No</button></div>
        <label>Level <select id="c"><option>Select<option>Senior</select></label>
        <fieldset><legend>Days</legend><label><input type="checkbox" name="d" value="1"> Monday</label>
        <label><input type="checkbox" name="d" value="2"> Friday</label></fieldset>
        <button type="button">Add another</button><button>Submit application</button></form></body></html>""")
    world = await World.of(page, "scan.js")
    wrong = await world.evaluate(f"""(() => {{
        const body = document.body, form = body.querySelector("#main");
        const told = () => {{ const {{ fields, buttons, language }} = sincerely.scan();
            return JSON.stringify([language, buttons.map((one) => one.kind + one.text + one.listed),
                fields.map((one) => [one.label, one.section, one.widget, one.required, one.visible,
                    one.options.length])]); }};
        const names = new Set();
        for (let at = {owner}.prototype; at; at = Object.getPrototypeOf(at))
            for (const name of Object.getOwnPropertyNames(at)) names.add(name);
        const before = told(), wrong = [];
        for (const name of names) {{
            {put};
            let now = "";
            try {{ now = told(); }} catch (error) {{ now = String(error); }}
            if (now !== before) wrong.push(`${{name}}: ${{now.slice(0, 300)}}`);
            for (const one of Element.prototype.querySelectorAll.call(body, `[name="${{name}}"]`)) one.remove();
        }}
        return [before, names.size, wrong];
    }})()""")
    assert "First name" in wrong[0]
    assert wrong[1] > 200
    assert wrong[2] == []


async def test_ten_thousand_fields_end_at_a_budget(page: Page) -> None:
    """A62: 10,000 inputs."""
    await page.set_content("<form></form>")
    await page.evaluate(
        "document.forms[0].innerHTML = Array.from({length: 10000}, (_, i) => `<p><label>Field ${i} <input name=f${i}></label></p>`).join('')"  # noqa: E501
    )  # fmt: skip
    world = await World.of(page, "scan.js")
    took = await world.evaluate(
        "(() => { const t = performance.now(); globalThis.seen = sincerely.scan({budgetMs: 300}); return performance.now() - t; })()"  # noqa: E501
    )
    assert await world.evaluate("seen.truncated")
    assert await world.evaluate("seen.fields.length") <= 1500
    assert took < 5_000


async def test_a_page_that_grows_is_read_at_one_moment(page: Page) -> None:
    """A62: growth without end."""
    await page.set_content("<form><label>Name <input name=n></label></form>")
    await page.evaluate("setInterval(() => document.forms[0].append(document.createElement('input')), 1)")
    world = await World.of(page, "scan.js")
    first = await world.evaluate("sincerely.scan({budgetMs: 500}).fields.length")
    await page.wait_for_function(f"document.forms[0].elements.length > {first}")
    # Each scan is of one moment: nothing of the page runs while it lasts, and its ids stay.
    again = await world.evaluate(
        "(() => { const s = sincerely.scan(); return [s.fields.length, document.forms[0].elements.length, s.fields[0].name]; })()"  # noqa: E501
    )
    assert again[0] == min(again[1], 1500)
    assert again[2] == "n"


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ('<iframe src="https://www.google.com/recaptcha/api2/anchor?size=normal" width=304 height=78></iframe>', "reCAPTCHA"),  # noqa: E501
        ('<iframe src="https://www.google.com/recaptcha/api2/anchor?size=invisible" width=256 height=60></iframe>', ""),
        ('<iframe src="https://www.google.com/recaptcha/api2/bframe?k=1" width=400 height=580></iframe>', "reCAPTCHA"),
        ('<div style="visibility:hidden"><iframe src="https://www.google.com/recaptcha/api2/bframe" width=400 height=580></iframe></div>', ""),  # noqa: E501
        ('<iframe src="https://newassets.hcaptcha.com/c/1#frame=challenge&id=1" width=400 height=600></iframe>', "hCaptcha"),  # noqa: E501
        ('<iframe src="https://newassets.hcaptcha.com/c/1#frame=checkbox-invisible" width=302 height=78></iframe>', ""),
        ('<div class="cf-turnstile" style="width:300px;height:65px"><div></div></div>', "Turnstile"),
        ('<script src="https://www.google.com/recaptcha/api.js"></script><p>protected by reCAPTCHA</p>', ""),
    ],
)  # fmt: skip
async def test_only_a_posed_challenge_is_one(page: Page, html: str, name: str) -> None:
    await page.route("**/*", lambda route: route.abort())
    await page.set_content(f"<form><input name=a></form>{html}", wait_until="domcontentloaded")
    world = await World.of(page, "scan.js")
    assert await world.evaluate("sincerely.scan().challenge") == name


async def test_a_password_never_travels(page: Page) -> None:
    await page.set_content('<label>Password <input type="password" name="p" value="hunter2"></label>')
    world = await World.of(page, "scan.js")
    assert "hunter2" not in str(await world.evaluate("JSON.stringify(sincerely.scan())"))
