"""Boxes that make a tag of each word, by Enter or by an "Add" beside them: what stands there is a tag, not letters that
the page forgets."""

import pytest
from playwright.async_api import Page

from tests.browser.fill.form import Form

_SCRIPT = """<script>
const box = document.getElementById('box'), list = document.getElementById('list');
const add = (word) => {
  const tag = document.createElement('li');
  tag.innerHTML = '<span></span><button type="button" aria-label="Remove">×</button>';
  tag.firstChild.textContent = word;
  tag.lastChild.onclick = () => tag.remove();
  list.append(tag);
};
box.addEventListener('keydown', (event) => {
  if (event.key === 'Backspace' && !box.value) list.lastChild?.remove();
  if (event.key !== 'Enter' || !box.value.trim()) return;
  event.preventDefault();
  if (!window.refuses || !window.refuses(box.value)) add(box.value.trim());
  box.value = '';
});
box.addEventListener('blur', () => { box.value = ''; });
</script>"""
_BOXES = {
    "said": """<label for=box>Skills</label><div class=a1><ul id=list></ul>
        <input id=box placeholder="Type a skill and press Enter"></div>""",
    "said below, in German": """<label for=box>Skills</label>
        <div><ul id=list></ul><input id=box aria-describedby=hint></div>
        <small id=hint>Nach jeder Fähigkeit Enter drücken.</small>""",
    "called so": "<label for=box>Skills</label><div class='form-tags-input x'><ul id=list></ul><input id=box></div>",
}
_TAGS = "[...document.querySelectorAll('#list span')].map((one) => one.textContent)"


async def opened(page: Page, html: str) -> Form:
    await page.set_content(f"<!doctype html><html lang=en><form onsubmit='window.sent = true'>{html}</form></html>")
    return await Form.on(page)


@pytest.mark.parametrize("box", _BOXES)
async def test_each_word_becomes_a_tag_and_undo_takes_out_ours_only(page: Page, box: str) -> None:
    form = await opened(page, _BOXES[box] + "<button>Submit</button>" + _SCRIPT)
    await page.evaluate("add('Kafka')")
    skills = form.action("Skills", "fill", "Python, PostgreSQL, C++")
    assert await form.fill(skills) == {"Skills": "verified"}
    assert await page.evaluate(_TAGS) == ["Kafka", "Python", "PostgreSQL", "C++"]
    assert await form.fill(skills) == {"Skills": "already"}
    await form.undo()
    assert await page.evaluate(_TAGS) == ["Kafka"]
    assert not await page.evaluate("window.sent")


async def test_a_word_that_makes_no_tag_is_said(page: Page) -> None:
    form = await opened(page, _BOXES["said"] + _SCRIPT)
    await page.evaluate("window.refuses = (word) => word === 'C++'")
    assert await form.fill(form.action("Skills", "fill", "Python, C++")) == {"Skills": "unfillable"}
    assert form.report["Skills"]["message"] == "it makes no tag of “C++”"
    assert form.report["Skills"]["readBack"] == ["Python"]


async def test_a_plain_box_that_is_called_so_keeps_its_text_and_no_other_box_hears_enter(page: Page) -> None:
    form = await opened(page, "<label>Skills <input class=tag-input></label><label>Tools <input id=tools></label>")
    await page.evaluate("tools.addEventListener('keydown', (event) => { window.entered ||= event.key === 'Enter' })")
    actions = form.action("Skills", "fill", "Python, SQL"), form.action("Tools", "fill", "Git, make")
    assert await form.fill(*actions) == {"Skills": "verified", "Tools": "verified"}
    assert await page.evaluate("[...document.querySelectorAll('input')].map((one) => one.value)") == [
        "Python, SQL",
        "Git, make",
    ]
    assert not await page.evaluate("window.entered")


_LISTED = """<script>
window.sent = [];
main.addEventListener('submit', (event) => { event.preventDefault(); sent.push('application'); });
function put(word) {
  if (!word.trim() || word === 'Cobol') return;
  const row = document.createElement('li');
  row.innerHTML = '<span></span> <button>REMOVES</button>';
  row.firstChild.textContent = word;
  row.lastChild.onclick = (event) => { event.preventDefault(); row.remove(); };
  list.append(row);
}
const add = () => setTimeout(() => { put(box.value); box.value = ''; }, 60);
document.getElementById('plus')?.addEventListener('click', (event) => { event.preventDefault(); add(); });
document.getElementById('mini')?.addEventListener('submit', (event) => { event.preventDefault(); add(); });
</script>"""
_SENDS = "<label>Name <input></label><button>Send</button></form>"
_ROWS = {
    "a list behind the row": f"""<form id=main><label for=box>Skills</label><div><input id=box>
        <button type=button id=plus>Add</button></div><ul id=list></ul>{_SENDS}""",
    "a button that would send the form, in German": f"""<form id=main><section><label for=box>Fähigkeiten</label>
        <div><input id=box><button id=plus>Fähigkeit hinzufügen</button></div><ul id=list></ul></section>{_SENDS}""",
    "a form of its own": f"""<form id=main>{_SENDS}<div><h3>Skills</h3><form id=mini><label for=box>Skill</label>
        <input id=box><button>+ Add skill</button></form><ol id=list></ol></div>""",
    "a list before the box": f"""<form id=main><div><ul id=list></ul><label for=box>Your skills</label><span>
        <input id=box></span><a href='#' id=plus>+</a></div>{_SENDS}""",
}


@pytest.mark.parametrize("rows", _ROWS)
async def test_a_row_that_empties_itself_is_added_word_by_word_and_undone(page: Page, rows: str) -> None:
    removes = "Entfernen" if "Fähig" in _ROWS[rows] else "×"
    await page.set_content(f"<!doctype html><html lang=en>{_ROWS[rows]}{_LISTED.replace('REMOVES', removes)}</html>")
    form = await Form.on(page)
    await page.evaluate("put('Kafka')")
    [label] = [field["label"] for field in form.fields if field["htmlId"] == "box"]
    skills = form.action(label, "fill", "Python, PostgreSQL, C++", meaning="skills")
    assert await form.fill(skills) == {label: "verified"}
    assert await page.evaluate(_TAGS) == ["Kafka", "Python", "PostgreSQL", "C++"]
    assert await form.fill(skills) == {label: "already"}
    assert await form.undo() == {label: "verified"}
    assert await page.evaluate(_TAGS) == ["Kafka"]
    assert await form.fill(form.action(label, "fill", "Cobol", meaning="skills")) == {label: "unfillable"}
    assert form.report[label]["message"] == "its “Add” does not list “Cobol”"
    assert await page.evaluate("[box.value, ...sent]") == [""]


async def test_an_add_that_opens_another_box_is_not_pressed_for_a_word(page: Page) -> None:
    form = await opened(
        page,
        """<div><label for=box>Skills</label><input id=box><button type=button id=more>Add another</button></div>
        <div><label for=phone>Phone</label><input id=phone type=tel><button type=button id=plus>+</button></div>""",
    )
    await page.evaluate("{ for (const one of [more, plus]) one.onclick = () => { window.pressed = one.id; }; 0 }")
    actions = (
        form.action("Skills", "fill", "Python, SQL", meaning="skills"),
        form.action("Phone", "fill", "+49 30 123456", meaning="phone"),
    )
    assert await form.fill(*actions) == {"Skills": "verified", "Phone": "verified"}
    assert await page.evaluate("window.pressed ?? null") is None
