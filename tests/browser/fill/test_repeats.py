"""Repeated parts: a form with one block, or none, takes every job and school of the profile, each in its own block."""

from datetime import date
from typing import Any

import msgspec
from playwright.async_api import Page

from companion.forms import plan
from companion.model.form import Action, Snapshot
from companion.model.profile import Basics, Education, Language, Profile, Work
from tests.browser.world import World

PERSON = Profile(
    id="p",
    basics=Basics(name="Asha Rao"),
    work=(
        Work(name="Acme", position="Senior Engineer", start_date="2021-03"),
        Work(name="Initech", position="Engineer", start_date="2017-01", end_date="2021-02"),
        Work(name="Globex", position="Intern", start_date="2016-05", end_date="2016-12"),
    ),
    education=(
        Education(institution="University of Pune", study_type="B.Tech", start_date="2012", end_date="2016"),
        Education(institution="IIT Bombay", study_type="M.Tech", start_date="2016", end_date="2018"),
    ),
    languages=(Language(language="English", fluency="Fluent"), Language(language="Hindi", fluency="Native")),
)
FORM = """<!doctype html><html lang="en"><body><h1>My Experience</h1><form id="form">
<div role="group"><h2>Work Experience</h2><div id="work"></div><button type="button" id="add-work">Add</button></div>
<div role="group"><h2>Education</h2><div id="education"></div>
  <div role="button" tabindex="0" id="add-school">Add</div></div>
<div role="group"><h2>Languages</h2><div id="languages"></div>
  <a href="#" id="add-language">+ Add another</a></div>
<div role="group"><h2>Attachments</h2><button type="button" id="add-file">Add</button></div>
<button type="submit">Save and Continue</button></form><script>
globalThis.pressed = [];
let number = 0;
function block(home, title, fields) {
  const box = document.createElement("div");
  const count = document.getElementById(home).children.length + 1;
  box.innerHTML = `<h3>${title} ${count}</h3>` + fields.map(([name, label]) => {
    number += 1;
    return `<div><label for="f${number}">${label}</label><input id="f${number}" data-name="${name}"></div>`;
  }).join("") + '<button type="button" class="gone">Delete</button><button type="button">Add a file</button>'
    + '<button type="button">Add skill</button>';
  box.querySelector(".gone").addEventListener("click", () => box.remove());
  document.getElementById(home).append(box);
}
const kinds = {
  work: ["Work Experience", [["title", "Job Title"], ["employer", "Company"], ["from", "From (MM/YYYY)"]]],
  school: ["Education", [["school", "School or University"], ["degree", "Degree"]]],
  language: ["Language", [["language", "Language"]]],
};
const homes = {work: "work", school: "education", language: "languages"};
for (const [kind, [title, fields]] of Object.entries(kinds)) {
  document.getElementById(`add-${kind}`).addEventListener("click", () => {
    pressed.push(kind);
    setTimeout(() => block(homes[kind], title, fields), 120);
  });
}
document.getElementById("add-file").addEventListener("click", () => pressed.push("file"));
document.getElementById("form").addEventListener("submit", (event) => {
  event.preventDefault();
  pressed.push("submit");
});
START
</script></body></html>"""


async def opened(page: Page, start: str) -> World:
    await page.set_content(FORM.replace("START", start))
    return await World.of(page, "scan.js", "fill.js")


async def filled(world: World) -> tuple[tuple[Action, ...], dict[str, Any]]:
    """One look, plan and fill, as either hand does it."""
    snapshot = msgspec.convert(await world.evaluate("sincerely.scan()"), Snapshot)
    made = plan(snapshot, PERSON, (), posting=None, resume=None, today=date(2026, 11, 22))
    report = await world.evaluate(f"sincerely.fill({msgspec.json.encode(made).decode()}, {{}}, {{waitMs: 1500}})")
    return made.actions, report


async def held(page: Page, home: str) -> list[list[str]]:
    values = "one => [...one.querySelectorAll('input')].map(each => each.value)"
    return await page.evaluate(f"home => [...document.getElementById(home).children].map({values})", home)


async def test_each_entry_of_the_profile_gets_its_own_block(page: Page) -> None:
    world = await opened(page, "block('work', 'Work Experience', kinds.work[1]);")
    actions, first = await filled(world)
    assert not [one for one in first["results"] if one["status"] not in {"verified", "already"}]
    assert {one.meaning: one.values for one in actions if one.kind == "add"} == {
        "work": ("Engineer, Initech", "Intern, Globex"),
        "education": ("M.Tech, IIT Bombay", "B.Tech, University of Pune"),
        "languages": ("English", "Hindi"),
    }
    actions, report = await filled(world)
    assert not [one for one in actions if one.kind == "add"]
    odd = [one for one in report["results"] if one["status"] not in {"verified", "already"}]
    assert not odd
    assert await held(page, "work") == [
        ["Senior Engineer", "Acme", "03/2021"],
        ["Engineer", "Initech", "01/2017"],
        ["Intern", "Globex", "05/2016"],
    ]
    assert await held(page, "education") == [["IIT Bombay", "M.Tech"], ["University of Pune", "B.Tech"]]
    assert await held(page, "languages") == [["English"], ["Hindi"]]
    _, again = await filled(world)
    assert {one["status"] for one in again["results"]} == {"already"}
    assert await page.evaluate("pressed") == ["work", "work", "school", "school", "language", "language"]


async def test_the_same_plan_run_twice_adds_nothing_more_and_undo_takes_the_blocks_out(page: Page) -> None:
    world = await opened(page, "")
    snapshot = msgspec.convert(await world.evaluate("sincerely.scan()"), Snapshot)
    made = plan(snapshot, PERSON, (), posting=None, resume=None, today=date(2026, 11, 22))
    call = f"sincerely.fill({msgspec.json.encode(made).decode()}, {{}}, {{waitMs: 1500}})"
    await world.evaluate(call)
    await filled(world)
    second = await world.evaluate(call)
    assert {one["status"] for one in second["results"]} == {"already"}
    assert [len(await held(page, home)) for home in ("work", "education", "languages")] == [3, 2, 2]
    report = await world.evaluate("sincerely.undo()")
    assert not [one for one in report["results"] if one["status"] != "verified"]
    assert [len(await held(page, home)) for home in ("work", "education", "languages")] == [0, 0, 0]
