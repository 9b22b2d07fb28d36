"""A list that cannot be read beforehand: of the plan's wordings for one answer, the one that is offered is picked."""

import json
from datetime import date
from typing import Any

import msgspec
import pytest
from playwright.async_api import Page

from companion.forms import opened, plan
from companion.forms.words import DECLINE_WORDINGS
from companion.model.form import FillReport, Snapshot
from companion.model.profile import ApplicationFacts, Basics, Duration, Education, Location, Profile, Work
from tests.browser.fill.form import Form
from tests.browser.world import World

LIST = """<!doctype html><html lang="en"><body><form><label id="l">Veteran status</label>
<button type="button" role="combobox" aria-labelledby="l" aria-haspopup="listbox" aria-expanded="false"
id="b">Select…</button>
</form><script>
const b = document.getElementById("b");
b.addEventListener("click", () => {
  const open = document.querySelector("[role=listbox]");
  if (open) { open.remove(); b.setAttribute("aria-expanded", "false"); return; }
  const list = document.createElement("ul");
  list.setAttribute("role", "listbox");
  for (const text of OFFERED) {
    const item = document.createElement("li");
    item.setAttribute("role", "option");
    item.textContent = text;
    item.addEventListener("click", () => {
      b.textContent = text;
      list.remove();
      b.setAttribute("aria-expanded", "false");
    });
    list.append(item);
  }
  document.body.append(list);
  b.setAttribute("aria-expanded", "true");
});
</script></body></html>"""


async def chosen(page: Page, offered: list[str]) -> tuple[str, str]:
    """The status and what the button shows after a declined answer was chosen among `offered`."""
    await page.set_content(LIST.replace("OFFERED", repr(offered)))
    form = await Form.on(page)
    first, *others = DECLINE_WORDINGS
    status = await form.fill(form.action("Veteran status", "choose", first, alternatives=others), waitMs=800)
    return status["Veteran status"], str(await page.evaluate("document.getElementById('b').textContent"))


async def test_another_wording_of_the_same_is_picked(page: Page) -> None:
    answer = await chosen(page, ["I am a veteran", "I am not a veteran", "Prefer not to answer"])
    assert answer == ("verified", "Prefer not to answer")


async def test_a_list_without_any_of_them_is_left(page: Page) -> None:
    status, shown = await chosen(page, ["I am a veteran", "I am not a veteran", "Not applicable"])
    assert (status, shown) == ("unfillable", "Select…")


PERSON = Profile(
    id="p",
    basics=Basics(name="Asha Rao", location=Location(city="Pune", region="Maharashtra", country_code="IN")),
    work=(Work(name="Acme", position="Engineer", start_date="2017-01", summary="Built services in Python"),),
    education=(Education(institution="IIT Bombay", study_type="M.Tech", start_date="2014", end_date="2016"),),
    application=ApplicationFacts(notice=Duration(amount=60, unit="day")),
)


async def planned(page: Page, html: str) -> dict[str, Any]:
    """Look, plan, fill; then again with what the lists offered. What the second fill read back, by label."""
    await page.set_content(html)
    world = await World.of(page, "scan.js", "fill.js")
    report = FillReport()
    for _ in range(2):
        seen = opened(msgspec.convert(await world.evaluate("sincerely.scan()"), Snapshot), report.results)
        made = plan(seen, PERSON, (), posting=None, resume=None, today=date(2026, 11, 22))
        call = f"sincerely.fill({msgspec.json.encode(made).decode()}, {{}}, {{waitMs: 800}})"
        report = msgspec.convert(await world.evaluate(call), FillReport)
    labels = {field.id: field.label for field in seen.fields}
    return {labels[one.field_id]: (one.status, *one.read_back) for one in report.results}


@pytest.mark.parametrize(
    ("question", "offered", "chosen"),
    [
        ("How many years of experience do you have with Python?", ["0–1", "2–4", "5–7", "8–10", "10+"], "8–10"),
        ("Notice period", ["Immediately", "15 days or less", "1 month", "2 months", "3 months"], "2 months"),
        ("Highest level of education", ["High school", "Bachelor’s", "Postgraduate (Master’s)", "Doctorate"],
         "Postgraduate (Master’s)"),
        ("What is your notice period?", ["0-15 days", "16-45 days", "46-75 days"], "46-75 days"),
    ],
)  # fmt: skip
async def test_a_list_is_opened_to_be_read_and_the_option_that_means_the_fact_is_chosen(
    page: Page, question: str, offered: list[str], chosen: str
) -> None:
    html = LIST.replace("Veteran status", question).replace("OFFERED", json.dumps(offered))
    assert await planned(page, html) == {question: ("verified", chosen)}
    assert await page.evaluate("document.getElementById('b').textContent") == chosen
    assert await page.evaluate("document.querySelector('[role=listbox]')") is None


async def test_states_that_come_after_the_country_are_planned_with_the_list_they_came_in(page: Page) -> None:
    html = """<!doctype html><html lang="en"><body><form><h2>Address</h2>
    <label>Country <select id="c"><option value="">Select</option><option value="US">United States</option>
    <option value="IN">India</option></select></label>
    <label>State <select id="s"><option value="">Select</option></select></label></form><script>
    const empty = '<option value="">Select</option>';
    const states = {US: ["Maine", "Maryland"], IN: ["MH - Maharashtra", "KA - Karnataka"]};
    c.addEventListener("change", () => setTimeout(() => {
      s.innerHTML = empty + states[c.value].map((one) => `<option>${one}</option>`).join("");
    }, 150));</script></body></html>"""
    assert await planned(page, html) == {
        "Country": ("already", "India"),
        "State": ("verified", "MH - Maharashtra"),
    }
