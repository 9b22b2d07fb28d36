"""Places where files are dropped that have no input of their own: found, given the file, read back by its name."""

import pytest
from playwright.async_api import Page

from tests.browser.fill.form import Form

_HEARS = """<script>
const zone = document.querySelector('[data-zone]');
window.got = [];
for (const kind of ['dragenter', 'dragover']) zone.addEventListener(kind, (event) => event.preventDefault());
zone.addEventListener('drop', (event) => {
  event.preventDefault();
  for (const file of event.dataTransfer.files) {
    got.push(`${file.name} ${file.size}`);
    const card = document.createElement('p');
    card.innerHTML = '<span></span> <button type=button aria-label="Remove file">×</button>';
    card.firstChild.textContent = file.name;
    card.lastChild.onclick = () => { card.remove(); if (!zone.isConnected) place.append(zone); };
    setTimeout(() => { if (window.replaces) zone.remove(); place.append(card); }, 80);
  }
});
</script>"""
_ZONES = {
    "named beside it": (
        "Resume",
        "<div><div>Resume</div><div class=dropzone data-zone>Drag your file here</div><div id=place></div></div>",
    ),
    "inner parts called alike": (
        "CV",
        """<p>CV *</p><div id=place><div class=FileDropArea_root__x1 data-zone>
        <span class=FileDropArea_text__y2>Drop your file here</span></div></div>""",
    ),
    "nothing but its own words": (
        "Drop your resume (PDF) here",
        "<div id=place></div><div id=resume-drop-zone data-zone><p>Drop your resume (PDF) here</p></div>",
    ),
}


async def opened(page: Page, html: str) -> Form:
    await page.set_content(f"<!doctype html><form><label>Name <input></label>{html}<button>Send</button></form>")
    return await Form.on(page)


@pytest.mark.parametrize("replaces", [False, True])
@pytest.mark.parametrize("zone", _ZONES)
async def test_a_file_is_dropped_and_read_back_by_its_name(page: Page, zone: str, replaces: bool) -> None:
    label, html = _ZONES[zone]
    form = await opened(page, html + _HEARS)
    await page.evaluate(f"window.replaces = {str(replaces).lower()}")
    resume = form.action(label, "attach", "resume-acme.pdf", file="cv")
    assert await form.fill(resume) == {label: "verified"}
    assert await page.evaluate("got") == ["resume-acme.pdf 16"]
    assert await form.fill(resume) == {label: "already"}
    assert await page.evaluate("got.length") == 1
    assert await form.undo() == {label: "verified"}
    assert "resume-acme.pdf" not in await page.inner_text("form")


async def test_a_zone_that_takes_nothing_is_left_to_the_hand(page: Page) -> None:
    form = await opened(page, "<p>Anschreiben</p><div class=drop-area>Datei hierher ziehen</div>")
    letter = form.action("Anschreiben", "attach", "resume-acme.pdf", file="cv")
    assert await form.fill(letter, waitMs=300) == {"Anschreiben": "unfillable"}
    assert form.report["Anschreiben"]["message"].endswith("attach it by hand")


@pytest.mark.parametrize(
    "html",
    [
        "<p>Resume</p><div class=dropzone>Drop it here <input type=file hidden></div>",
        "<div><input type=file><div class=dropzone>or drop it here</div></div>",
        "<div class='dropzone-page'>Drop files anywhere <label>City <input></label></div>",
        "<div class='drop-down'><div class=drop-box>Choose a country</div></div>",
        "<div class=raindrop>Drag the map</div>",
    ],
)
async def test_what_has_an_input_or_is_no_such_place_is_no_field_of_its_own(page: Page, html: str) -> None:
    form = await opened(page, html)
    files = [field for field in form.fields if field["widget"] == "file"]
    assert [field["type"] for field in files] == ["file"] * html.count("type=file")
