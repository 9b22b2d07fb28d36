"""What a page can do to a fill, and what must not happen then: a wrong or hidden field, a lost answer, a sent form."""

import json

import pytest
from playwright.async_api import Page

from tests.browser.fill.form import Form

NAME_AND_MAIL = """<form onsubmit="window.sent = true"><label>First name <input id="first" name="first"></label>
<label>Email <input id="mail" type="email" name="mail"></label><button>Submit application</button></form>"""


async def filled(page: Page, html: str, *, before: str = "", **wishes: str) -> tuple[Form, dict[str, str]]:
    """The form on a page of `html`, after `before` ran in the page and `wishes` (label → text) were filled."""
    await page.set_content(f"<!doctype html><html lang='en'><body>{html}</body></html>")
    form = await Form.on(page)
    actions = [form.action(label.replace("_", " "), "fill", text) for label, text in wishes.items()]
    if before:
        await page.evaluate(before)
    return form, await form.fill(*actions, waitMs=300)


SWAPS = {
    "its label": "document.querySelector('label').firstChild.textContent = 'National insurance number'",
    "its type": "document.getElementById('first').type = 'password'",
    "into a hidden one": "document.getElementById('first').type = 'hidden'",
    "the two labels": """(() => { const [a, b] = document.querySelectorAll('label');
        [a.firstChild.textContent, b.firstChild.textContent] = ['Email ', 'First name '] })()""",
    "by a trap": "document.getElementById('first').style.opacity = 0",
}


@pytest.mark.parametrize("swap", SWAPS)
async def test_a_field_exchanged_after_the_plan_gets_nothing(page: Page, swap: str) -> None:
    form, status = await filled(page, NAME_AND_MAIL, before=SWAPS[swap], First_name="Zoë")
    assert status == {"First name": "unfillable"}
    assert await page.evaluate("[...document.querySelectorAll('input')].map((one) => one.value)") == ["", ""]
    assert form.report["First name"]["message"]


async def test_fields_exchanged_while_filling_get_nothing(page: Page) -> None:
    swap = """document.getElementById('first').addEventListener('input', () => {
        document.querySelectorAll('label')[1].firstChild.textContent = 'Mother’s maiden name ' })"""
    _, status = await filled(page, NAME_AND_MAIL, before=swap, First_name="Zoë", Email="zoe@example.com")
    assert status == {"First name": "verified", "Email": "unfillable"}
    assert await page.evaluate("document.getElementById('mail').value") == ""


VEILED = NAME_AND_MAIL.replace("<form", "<form veiled").replace(
    "<label>", '<input type="hidden" name="parentElement"><input type="hidden" name="getBoundingClientRect"><label>', 1
)
HIDING = [
    "opacity: 0", "opacity: .5", "visibility: hidden", "display: none", "position: absolute; left: -5000px",
    "display: block; overflow: hidden; width: 1px; height: 1px; padding: 0; border: 0",
    "clip-path: inset(100%)", "display: block; transform: scale(0)",
]  # fmt: skip


@pytest.mark.parametrize("style", HIDING)
@pytest.mark.parametrize("where", ["#first", "label", "form"])
async def test_what_nobody_can_see_is_not_filled(page: Page, style: str, where: str) -> None:
    await page.set_content(VEILED)
    form = await Form.on(page)
    action = form.action("First name", "fill", "Zoë")
    await page.evaluate(f"document.querySelector('{where}').style.cssText += ';{style}'")
    assert await form.fill(action, waitMs=200) == {"First name": "unfillable"}
    assert await page.evaluate("document.getElementById('first').value") == ""


async def test_a_question_exchanged_under_our_hands_takes_its_value_back(page: Page) -> None:
    rename = """document.getElementById('first').addEventListener('focus', (event) => {
        event.target.parentElement.firstChild.textContent = 'Password of your bank' })"""
    form, statuses = await filled(page, NAME_AND_MAIL, before=rename, First_name="Zoë", Email="zoe@example.com")
    assert statuses == {"First name": "changed", "Email": "verified"}
    assert form.report["First name"]["message"] == "the page changed the question while it was filled"
    assert await page.input_value("#first") == ""


VEILS = {
    "its own fields": ("HTMLFormElement", "document.forms.main.prepend(make('input', 'hidden'))"),
    "pictures": ("HTMLDocument", "last.append(make('img'))"),
}


@pytest.mark.parametrize("veil", VEILS)
async def test_names_that_stand_in_for_what_the_browser_says_hide_nothing(page: Page, veil: str) -> None:
    """DOM clobbering, by all names at once, in a form and in the document."""
    owner, put = VEILS[veil]
    list_ = """<label id="l">Level</label><button type="button" role="combobox" aria-labelledby="l" id="level"
        aria-haspopup="listbox" aria-expanded="false">Select…</button><ul role="listbox" id="options" hidden>
        <li role="option">Junior</li><li role="option">Senior</li></ul><div contenteditable="true" aria-label="Letter"
        id="letter"></div><i id="last"></i>"""
    await page.set_content(NAME_AND_MAIL.replace("<form", '<form name="main"').replace("</form>", f"{list_}</form>"))
    await page.evaluate(f"""() => {{
        level.onclick = () => {{ options.hidden = false; level.setAttribute('aria-expanded', 'true'); }};
        for (const one of options.children) one.onclick = () => {{
            level.textContent = one.textContent; options.hidden = true;
            level.setAttribute('aria-expanded', 'false'); }};
        const create = document.createElement.bind(document);
        const names = new Set();
        for (let at = {owner}.prototype; at; at = Object.getPrototypeOf(at))
            for (const name of Object.getOwnPropertyNames(at)) names.add(name);
        const all = [...names].map((name) => (tag, type) => {{
            const one = create(tag); one.setAttribute('name', name); one.id = `x-${{name}}`;
            if (type) one.type = type; return one; }});
        const last = document.getElementById('last');
        const form = document.forms.main;
        const prepend = Element.prototype.prepend.bind(form);
        for (const make of all) {{ {put.replace("document.forms.main.prepend", "prepend")}; }} }}""")
    form = await Form.on(page)
    wishes = [
        form.action("First name", "fill", "Zoë"), form.action("Email", "fill", "zoe@example.com"),
        form.action("Level", "choose", "Senior"), form.action("Letter", "fill", "Dear Acme"),
    ]  # fmt: skip
    assert set((await form.fill(*wishes, waitMs=600)).values()) == {"verified"}, form.report
    assert await page.evaluate("[first.value, mail.value, level.textContent, letter.innerText]") == [
        "Zoë", "zoe@example.com", "Senior", "Dear Acme",
    ]  # fmt: skip
    assert (await form.undo())["First name"] == "verified"


async def test_endless_names_and_lists_stay_out_of_the_snapshot(page: Page) -> None:
    long = "".join(f'<label>Q{n} <input id="{"b" * 200_000}{n}" name="{"a" * 200_000}{n}"></label>' for n in range(20))
    options = "".join(f"<option>Place {n}" for n in range(20_000))
    lists = f"<label>Place <select>{options}<option>Berlin</select></label>"
    form, _ = await filled(page, f"{NAME_AND_MAIL}{long}{lists}", First_name="Zoë")
    assert max(len(f"{field['name']}{field['htmlId']}") for field in form.fields) <= 2_000
    assert len(form.field("Place")["options"]) <= 600
    assert await form.fill(form.action("Place", "choose", "Berlin"), waitMs=300) == {"Place": "verified"}


async def test_only_what_the_plan_lists_is_touched(page: Page) -> None:
    hidden = '<div style="opacity:0"><label>Phone <input name="phone"></label></div>'
    await filled(page, NAME_AND_MAIL + hidden, Email="zoe@example.com")
    values = await page.evaluate("[...document.querySelectorAll('input')].map((one) => one.value)")
    assert values == ["", "zoe@example.com", ""]


async def test_overridden_prototypes_change_nothing(page: Page) -> None:
    override = """(() => {
        const lie = { get: () => 'stolen', set() { window.stolen = true }, configurable: true };
        Object.defineProperty(HTMLInputElement.prototype, 'value', lie);
        Element.prototype.attachShadow = Element.prototype.querySelector = Element.prototype.matches = () => null;
        EventTarget.prototype.addEventListener = () => { window.stolen = true };
        Document.prototype.querySelectorAll = () => [];
        window.JSON = Array.prototype.map = Array.prototype.filter = String.prototype.trim = null;
    })()"""
    form, status = await filled(page, NAME_AND_MAIL, before=override, First_name="Zoë")
    assert status == {"First name": "verified"}
    assert form.report["First name"]["readBack"] == ["Zoë"]
    assert await page.evaluate("window.stolen") is None


async def test_an_element_with_our_name_is_not_our_namespace(page: Page) -> None:
    _, status = await filled(page, '<form id="sincerely" name="sincerely"></form>' + NAME_AND_MAIL, First_name="Zoë")
    assert status == {"First name": "verified"}


async def test_a_page_that_undoes_a_value_is_reported(page: Page) -> None:
    undo = """document.getElementById('first').addEventListener('blur', (event) =>
        setTimeout(() => { event.target.value = 'X' }, 20))"""
    form, status = await filled(page, NAME_AND_MAIL, before=undo, First_name="Zoë")
    assert status == {"First name": "changed"}
    assert form.report["First name"]["readBack"] == ["X"]


async def test_a_field_made_anew_while_filling_still_gets_its_value(page: Page) -> None:
    anew = """document.getElementById('first').addEventListener('change', (e) => setTimeout(() => {
        const fresh = e.target.cloneNode(); fresh.value = ''; e.target.replaceWith(fresh) }, 15), { once: true })"""
    _, status = await filled(page, NAME_AND_MAIL, before=anew, First_name="Zoë", Email="zoe@example.com")
    assert status == {"First name": "verified", "Email": "verified"}
    assert await page.evaluate("document.getElementById('first').value") == "Zoë"


WAYWARD = {
    "makes the box anew at every key": ("""<div id="home"></div><script>let held = '';
        const draw = () => { home.innerHTML = '<label>Full name <input id="x"></label>'; x.value = held;
            x.oninput = () => { held = x.value; draw(); }; }; draw()</script>""", "held"),
    "makes the form anew at every change": ("""<div id="home"></div><script>let held = '';
        const draw = () => { home.innerHTML = '<label>Full name <input id="x"></label>'; x.value = held;
            x.onchange = () => { held = x.value; setTimeout(draw, 5); }; }; draw()</script>""", "held"),
    "follows keys alone": ("""<label>Full name <input id="x"></label><script>let held = '';
        x.onkeydown = (event) => { if (event.key.length === 1) held += event.key;
            if (event.key !== 'Tab') event.preventDefault();
            if (event.key === 'Backspace') held = held.slice(0, -1); x.value = held; };
        x.oninput = () => { if (!x.value) held = ''; x.value = held; }</script>""", "held"),
    "loses the first": ("""<label>Full name <input id="x"></label><script>let held = '', lost = false;
        x.oninput = () => { if (!lost) x.value = ''; lost = true; held = x.value; }</script>""", "held"),
    "keeps a text of its own": ("""<p id="l">Full name</p><div id="x" contenteditable="true" aria-labelledby="l"></div>
        <script>let held = ''; x.addEventListener('beforeinput', (event) => { event.preventDefault();
            held = event.inputType.startsWith('delete') ? '' : held + event.data;
            x.textContent = held; })</script>""", "held"),
}  # fmt: skip


@pytest.mark.parametrize("page_that", WAYWARD)
async def test_a_value_reaches_a_wayward_page_and_goes_out_again(page: Page, page_that: str) -> None:
    html, state = WAYWARD[page_that]
    await page.set_content(f"<!doctype html><html lang='en'><body><form>{html}</form></body></html>")
    form = await Form.on(page)
    wish = form.action("Full name", "fill", "Zoë Müller")
    assert await form.fill(wish, waitMs=300) == {"Full name": "verified"}
    assert await page.evaluate(state) == "Zoë Müller"
    assert await form.fill(wish, waitMs=300) == {"Full name": "already"}
    assert await form.undo() == {"Full name": "verified"}
    assert await page.evaluate(state) == ""


async def test_what_the_page_rejects_is_reported_with_its_words(page: Page) -> None:
    html = """<label>Email <input id="mail" name="mail" aria-describedby="e"></label><span id="e" role="alert"></span>
    <script>document.getElementById('mail').addEventListener('blur', (event) => {
        event.target.setAttribute('aria-invalid', 'true');
        document.getElementById('e').textContent = 'Use a work address' })</script>"""
    form, status = await filled(page, html, Email="zoe@example.com")
    assert status == {"Email": "rejected"}
    assert "work address" in form.report["Email"]["message"]


async def test_what_the_person_typed_stays(page: Page) -> None:
    await page.set_content(NAME_AND_MAIL)
    form = await Form.on(page)
    await page.locator("#first").fill("Mine")
    await page.keyboard.type("!")
    status = await form.fill(form.action("First name", "fill", "Zoë"), form.action("Email", "fill", "zoe@example.com"))
    assert status == {"First name": "left", "Email": "verified"}
    overwritten = await form.fill(form.action("First name", "fill", "Zoë"), overwrite=True)
    assert overwritten == {"First name": "left"}
    assert await page.evaluate("document.getElementById('first').value") == "Mine!"


async def test_undo_restores_every_value_and_leaves_later_edits(page: Page) -> None:
    html = """<form><label>First name <input name="first"></label><label>Email <input name="mail"></label>
    <label>Country <select name="c"><option value="">Select</option><option>Norway</option><option>Germany</option>
    </select></label>
    <fieldset><legend>Authorised?</legend><label><input type="radio" name="a" value="1">Yes</label>
    <label><input type="radio" name="a" value="0">No</label></fieldset>
    <label><input type="checkbox" name="t" checked> Newsletter</label>
    <label>Resume <input type="file" name="cv"></label></form>"""
    await page.set_content(html)
    values = "JSON.stringify([...new FormData(document.forms[0])].map(([k, v]) => [k, v.name ?? v]))"
    before = await page.evaluate(values)
    form = await Form.on(page)
    wishes = [
        form.action("First name", "fill", "Zoë"), form.action("Email", "fill", "zoe@example.com"),
        form.action("Country", "choose", "Germany"), form.action("Authorised?", "choose", "No"),
        form.action("Newsletter", "check", "false"), form.action("Resume", "attach", "resume-acme.pdf", file="cv"),
    ]  # fmt: skip
    assert set((await form.fill(*wishes)).values()) == {"verified"}, form.report
    assert set((await form.undo()).values()) == {"verified"}, form.report
    assert await page.evaluate(values) == before
    await form.fill(*wishes[:2])
    await page.locator("[name=mail]").fill("other@example.com")
    assert await form.undo() == {"Email": "left", "First name": "verified"}
    assert await page.evaluate("document.querySelector('[name=mail]').value") == "other@example.com"


SENDERS = [
    '<button id="go" aria-haspopup="listbox" aria-expanded="false">Choose</button>',
    '<button id="go" aria-pressed="false">Yes</button><button aria-pressed="false">No</button>',
]


@pytest.mark.parametrize("button", SENDERS)
async def test_filling_never_submits(page: Page, button: str) -> None:
    html = f"""<form action="/sent" onsubmit="window.sent = true; return false"><p>Ready?</p><div>{button}</div>
    <label>First name <input name="first"></label></form>"""
    await page.set_content(f"<!doctype html><html lang='en'><body>{html}</body></html>")
    form = await Form.on(page)
    choice = next(field for field in form.fields if field["widget"] in ("buttons", "combobox"))
    wish = {"fieldId": choice["id"], "kind": "choose", "values": ["Yes"], "label": choice["label"]}
    await form.fill(wish, form.action("First name", "fill", "Zoë"), waitMs=300)
    assert await page.evaluate("window.sent") is None


async def test_filling_twice_at_once_is_one_fill(page: Page) -> None:
    count = "window.inputs = 0; document.addEventListener('input', () => { window.inputs += 1 })"
    await page.set_content(NAME_AND_MAIL)
    await page.evaluate(count)
    form = await Form.on(page)
    action = form.action("First name", "fill", "Zoë")
    fill = f"sincerely.fill({{actions: [{json.dumps(action)}]}})"
    first, second = await form.world.evaluate(f"Promise.all([{fill}, {fill}])")
    assert [first["results"][0]["status"], second["results"][0]["status"]] == ["verified", "already"]
    assert await page.evaluate("window.inputs") == 1


async def test_values_of_a_resume_parser_are_put_right(page: Page) -> None:
    html = """<form><label>Resume <input type="file" id="cv"></label><label>First name <input id="first"></label></form>
    <script>document.getElementById('cv').addEventListener('change', () => {
        document.getElementById('first').value = 'CURRICULUM' })</script>"""
    await page.set_content(html)
    form = await Form.on(page)
    resume = form.action("Resume", "attach", "resume-acme.pdf", file="cv")
    status = await form.fill(form.action("First name", "fill", "Zoë"), resume)
    assert status == {"First name": "verified", "Resume": "verified"}
    assert await page.evaluate("document.getElementById('first').value") == "Zoë"


async def test_a_list_that_fills_after_another_is_waited_for(page: Page) -> None:
    html = """<label>Country <select id="c"><option value="">Select</option><option>Germany</option></select></label>
    <label>State <select id="s"><option value="">Select a country first</option></select></label>
    <script>document.getElementById('c').addEventListener('change', () => setTimeout(() => {
        document.getElementById('s').innerHTML += '<option>Berlin</option>' }, 400))</script>"""
    await page.set_content(html)
    form = await Form.on(page)
    status = await form.fill(form.action("Country", "choose", "Germany"), form.action("State", "choose", "Berlin"))
    assert status == {"Country": "verified", "State": "verified"}


@pytest.mark.parametrize(
    ("wanted", "options"), [("No", ["Norway", "None", "Not sure"]), ("Berlin", ["Berlin, Maryland", "Berlin, Germany"])]
)
async def test_a_list_without_the_one_option_is_left_alone(page: Page, wanted: str, options: list[str]) -> None:
    items = "".join(f'<li role="option" onclick="window.picked = this.textContent">{one}</li>' for one in options)
    html = f"""<label for="box">Place</label><input id="box" role="combobox" aria-controls="list" aria-expanded="false"
      onmousedown="list.hidden = false; this.setAttribute('aria-expanded', 'true')">
      <ul id="list" role="listbox" hidden>{items}</ul>"""
    await page.set_content(html)
    form = await Form.on(page)
    status = await form.fill(form.action("Place", "choose", wanted, search=wanted), waitMs=600)
    assert status == {"Place": "unfillable"}
    assert await page.evaluate("window.picked") is None
    assert await page.evaluate("document.getElementById('box').value") == ""


CHOICES = {
    "select": """<label>Need a visa? <select id="q"><option value="">Select</option><option value="1">Yes</option>
      <option value="0">No</option></select></label>""",
    "radio": """<fieldset><legend>Need a visa?</legend>
      <label><input type="radio" name="q" value="1"><span>Yes</span></label>
      <label><input type="radio" name="q" value="0"><span>No</span></label></fieldset>""",
}
RELABELS = {
    "swapped": ("Yes", "No"),
    "renamed": ("Certainly", None),
}


@pytest.mark.parametrize("kind", CHOICES)
@pytest.mark.parametrize("how", RELABELS)
async def test_options_that_got_other_words_since_the_plan_are_chosen_by_words_or_not_at_all(
    page: Page, kind: str, how: str
) -> None:
    await page.set_content(f"<!doctype html><html lang='en'><body><form>{CHOICES[kind]}</form></body></html>")
    form = await Form.on(page)
    action = form.action("Need a visa?", "choose", "No", optionValues=["0"])
    first, second = RELABELS[how]
    await page.evaluate(
        """([no, yes]) => {
        const of = (value) => { const one = document.querySelector(`[value="${value}"]`);
            return one.matches('option') ? one : one.nextElementSibling; };
        of('0').textContent = no;
        if (yes) of('1').textContent = yes; }""",
        [first, second],
    )
    status = await form.fill(action, waitMs=300)
    chosen = await page.evaluate(
        "(document.querySelector('select') ?? document.querySelector('input:checked'))?.value ?? ''"
    )
    assert (status["Need a visa?"], chosen) == (("verified", "1") if second else ("unfillable", ""))


async def test_a_list_that_imitates_ours_gets_no_click(page: Page) -> None:
    html = """<label for="box">Need a visa?</label><button type="button" id="box" role="combobox"
      aria-haspopup="listbox" aria-controls="own" aria-expanded="false">Select…</button><div id="decoy"></div>
      <ul id="own" role="listbox" hidden><li role="option">Yes</li><li role="option">No</li></ul><script>
      box.onclick = () => { own.hidden = !own.hidden; box.setAttribute('aria-expanded', String(!own.hidden));
        decoy.innerHTML = '<ul role="listbox"><li role="option" onclick="window.trapped = true">No</li></ul>'; };
      for (const one of own.children) one.onclick = () => { box.textContent = one.textContent; own.hidden = true;
        box.setAttribute('aria-expanded', 'false'); };</script>"""
    await page.set_content(f"<!doctype html><html lang='en'><body>{html}</body></html>")
    form = await Form.on(page)
    assert await form.fill(form.action("Need a visa?", "choose", "No"), waitMs=600) == {"Need a visa?": "verified"}
    assert await page.evaluate("window.trapped") is None


async def test_a_list_that_follows_keys_alone_is_chosen_from_by_keys(page: Page) -> None:
    html = """<label for="x">Country</label><input id="x" role="combobox" aria-expanded="false" aria-controls="l">
        <ul id="l" role="listbox" hidden><li role="option" id="o0">Ghana</li><li role="option" id="o1">Germany</li></ul>
        <script>let at = -1, chosen = '';
        const show = (open) => { l.hidden = !open; x.setAttribute('aria-expanded', String(open)); };
        x.onkeydown = (event) => {
            if (event.key === 'ArrowDown') { show(true); at = (at + 1) % 2; }
            if (event.key === 'Enter' && at >= 0) { chosen = x.value = l.children[at].textContent; show(false); }
            if (event.key === 'Escape') show(false);
            x.setAttribute('aria-activedescendant', `o${at}`); }</script>"""
    await page.set_content(f"<!doctype html><html lang='en'><body><form>{html}</form></body></html>")
    form = await Form.on(page)
    assert await form.fill(form.action("Country", "choose", "Germany"), waitMs=400) == {"Country": "verified"}
    assert await page.evaluate("chosen") == "Germany"


async def test_only_the_file_of_the_plan_and_only_where_it_was_asked_for(page: Page) -> None:
    html = """<label>Resume <input type="file" id="a"></label><label>Passport copy <input type="file" id="b"></label>"""
    await page.set_content(f"<!doctype html><html lang='en'><body><form>{html}</form></body></html>")
    form = await Form.on(page)
    resume = form.action("Resume", "attach", "resume-acme.pdf", file="cv")
    other = form.action("Passport copy", "attach", "passport.pdf", file="cv")
    unknown = form.action("Passport copy", "attach", "resume-acme.pdf", file="another")
    held = "['a', 'b'].map((id) => [...document.getElementById(id).files].map((one) => one.name).join())"
    assert await form.fill(other) == {"Passport copy": "unfillable"}
    assert await form.fill(unknown) == {"Passport copy": "unfillable"}
    await page.evaluate("document.querySelector('label').firstChild.textContent = 'Criminal record certificate '")
    assert await form.fill(resume) == {"Resume": "unfillable"}
    assert await page.evaluate(held) == ["", ""]


async def test_a_page_that_never_stops_growing_ends_at_the_budget(page: Page) -> None:
    await page.set_content(NAME_AND_MAIL)
    form = await Form.on(page)
    await page.evaluate("""() => { const grow = () => { for (let n = 0; n < 20; n += 1) {
        const one = document.createElement('p'); one.innerHTML = '<label>More <input></label>';
        document.forms[0].append(one); } setTimeout(grow, 5); }; grow(); }""")
    wishes = [form.action("First name", "fill", "Zoë"), form.action("Email", "fill", "zoe@example.com")]
    status = await form.fill(*wishes, budgetMs=1500, waitMs=300)
    assert set(status) == {"First name", "Email"}
    assert set(status.values()) <= {"verified", "unfillable"}
    values = await page.evaluate("[first.value, mail.value]")
    assert values == [
        "Zoë" if status["First name"] == "verified" else "",
        "zoe@example.com" if status["Email"] == "verified" else "",
    ]
    assert await page.evaluate("1 + 1") == 2


async def test_a_list_that_a_field_further_down_fills_is_tried_again(page: Page) -> None:
    form, _ = await filled(
        page,
        """<label>Day <select id=day><option value="">Day</option></select></label>
        <label>Month <select id=month><option value="">Month</option><option value=2>February</option></select></label>
        <script>month.onchange = () => setTimeout(() => {
          for (let at = 1; at <= 28; at++) day.add(new Option(at, at));
        }, 150);</script>""",
    )
    actions = form.action("Day", "choose", "14"), form.action("Month", "choose", "February")
    assert await form.fill(*actions, waitMs=200) == {"Day": "verified", "Month": "verified"}
    assert await page.evaluate("[day.value, month.value]") == ["14", "2"]
    assert await form.undo() == {"Day": "verified", "Month": "verified"}


async def test_a_list_that_draws_its_options_anew_as_it_is_scrolled_gives_the_one_asked_for(page: Page) -> None:
    form, _ = await filled(
        page,
        """<div id=name>School</div><div role=combobox aria-labelledby=name aria-haspopup=listbox aria-expanded=false
          aria-controls=list tabindex=0 id=school>Choose</div>
        <div id=box hidden style="position:absolute;height:100px;width:200px;overflow:auto">
          <div role=listbox id=list style="position:relative;height:4000px"></div></div>
        <script>
        const open = (on) => { school.setAttribute('aria-expanded', String(on)); box.hidden = !on; };
        function draw() {
          const top = Math.floor(box.scrollTop / 20);
          list.innerHTML = '';
          for (let at = top; at < Math.min(200, top + 8); at++) {
            const one = document.createElement('div');
            one.setAttribute('role', 'option');
            one.style = `position:absolute;height:20px;top:${at * 20}px`;
            one.textContent = `School ${String(at).padStart(3, '0')}`;
            one.onclick = () => { school.textContent = one.textContent; open(false); };
            list.append(one);
          }
        }
        box.onscroll = draw;
        school.onclick = () => { open(box.hidden); if (!box.hidden) draw(); };
        </script>""",
    )
    assert await form.fill(form.action("School", "choose", "School 137")) == {"School": "verified"}
    assert await page.inner_text("#school") == "School 137"


async def test_what_the_page_writes_in_its_own_way_later_is_still_taken_back(page: Page) -> None:
    form, _ = await filled(
        page,
        """<label>Postal code <input id=code></label><script>code.onblur = () => setTimeout(() => {
          code.value = code.value.replace(/^(\\d{3})(\\d{3})$/, '$1 $2');
        }, 300);</script>""",
    )
    assert await form.fill(form.action("Postal code", "fill", "411001")) == {"Postal code": "verified"}
    await page.wait_for_function("code.value === '411 001'")
    assert await form.undo() == {"Postal code": "verified"}
    assert await page.evaluate("code.value") == ""
