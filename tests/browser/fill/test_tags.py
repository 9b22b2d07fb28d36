"""Boxes that make a tag of each word: what stands there is a tag, not letters that the page forgets."""

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
