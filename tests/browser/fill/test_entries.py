"""Entries that a page asks for in a form of their own: each is filled there, kept by that form's own button and found
again on the page. Whatever the window does, the application is not sent, and what is not kept is told."""

from datetime import date
from typing import Any

import msgspec
import pytest
from playwright.async_api import Page

from companion.forms import plan
from companion.model.form import Action, Snapshot
from companion.model.profile import Profile
from tests.browser.fill.bundle import bundle
from tests.browser.fill.test_repeats import PERSON
from tests.browser.world import World

JOBS = PERSON.work
ONE_JOB = msgspec.structs.replace(PERSON, work=JOBS[2:])
PAGE = """<!doctype html><html lang="en"><body><h1>Your application</h1><form id="main">
<label>First name <input id="first"></label>
<section><h2>Work experience</h2><ul id="work"></ul><div id="here"></div>
<button type="button" id="add">Add</button></section>
<button type="submit">Submit application</button></form><div id="away"></div><script>
globalThis.sent = [];
globalThis.how = HOW;
let count = 0;
main.addEventListener("submit", (event) => { event.preventDefault(); sent.push("application"); });
let fading = null;
function close(box) {
  if (!how.fades) { if (box.close) box.close(); box.remove(); add.hidden = false; return; }
  fading = box;
  box.style.opacity = 0;
  box.leaves = setTimeout(() => { box.remove(); fading = null; }, 2000);
}
function card(title, company) {
  if (how.lists === false) return;
  const item = document.createElement("li");
  item.innerHTML = `<p>${title}</p><p>${company}</p><button type="button" aria-label="Remove">×</button>`;
  item.querySelector("button").onclick = () => {
    if (!how.asks) return item.remove();
    const sure = document.createElement("div");
    sure.setAttribute("role", "alertdialog");
    sure.innerHTML = '<p>Delete this entry?</p><button type="button">No</button><button type="button">Yes, delete</button>';
    sure.children[1].onclick = () => sure.remove();
    sure.children[2].onclick = () => { sure.remove(); item.remove(); };
    document.body.append(sure);
  };
  work.append(item);
}
add.addEventListener("click", () => setTimeout(() => {
  if (fading) {
    clearTimeout(fading.leaves);
    for (const one of fading.querySelectorAll("input")) { one.value = ""; one.checked = false; }
    fading.style.opacity = 1;
    fading = null;
    return;
  }
  count += 1;
  const n = how.counts ? count : "";
  const box = document.createElement(how.tag ?? "div");
  if (how.role) box.setAttribute("role", how.role);
  const inner = document.createElement(how.form ? "form" : "div");
  if (how.form) inner.setAttribute("method", how.form);
  if (how.heading) inner.innerHTML = `<h3>${how.heading}</h3>`;
  inner.innerHTML += `<p role="alert"></p><div><label for="t${n}">Job title</label><input id="t${n}"></div>
    <div><label for="c${n}">Company</label><input id="c${n}" required></div>
    <div><label for="f${n}">From (MM/YYYY)</label><input id="f${n}"></div>
    <div><label for="w${n}">I currently work here</label><input type="checkbox" id="w${n}"></div>${how.more ?? ""}
    <button type="button" class="no">${how.no ?? "Cancel"}</button>
    <button ${how.type ?? 'type="button"'} class="yes">${how.yes ?? "Save"}</button>`;
  box.append(inner);
  (how.away ? away : here).append(box);
  if (box.showModal) box.showModal();
  if (how.hides) add.hidden = true;
  const keep = () => {
    const [title, company] = ["t", "c"].map((name) => document.getElementById(name + n).value);
    if (how.refuses) { inner.querySelector("[role=alert]").textContent = how.refuses; return; }
    if (how.sends) sent.push("application");
    setTimeout(() => { close(box); card(title, company); if (how.renames) add.textContent = "Add another job"; }, 80);
  };
  inner.querySelector(".no").onclick = () => {
    if (!how.asks) return close(box);
    const sure = document.createElement("div");
    sure.setAttribute("role", "dialog");
    sure.innerHTML = '<p>Discard changes?</p><button type="button">Keep editing</button><button type="button">Discard</button>';
    sure.children[1].onclick = () => sure.remove();
    sure.children[2].onclick = () => { sure.remove(); close(box); };
    document.body.append(sure);
  };
  if (how.form) inner.addEventListener("submit", (event) => { if (how.form !== "dialog") event.preventDefault(); keep(); });
  else inner.querySelector(".yes").onclick = (event) => { if (how.prevents) event.preventDefault(); keep(); };
}, how.late ?? 30));
</script></body></html>"""  # noqa: E501
WAYS: dict[str, dict[str, Any]] = {
    "a window elsewhere on the page": {"role": "dialog", "away": True, "heading": "Add work experience"},
    "a window without a heading, ids anew each time": {"role": "dialog", "away": True, "counts": True, "renames": True},
    "a window shown again while it fades away": {"role": "dialog", "away": True, "fades": True},
    "the browser's own dialog": {"tag": "dialog", "away": True, "form": "dialog", "type": ""},
    "a window with a form of its own": {"role": "dialog", "away": True, "form": "post", "type": "", "yes": "Add"},
    "a part of the form, in place of the button": {"hides": True, "yes": "Save entry", "counts": True},
    "a part of the form with the form's kind of button": {"type": "", "prevents": True, "yes": "Done", "late": 300},
}


async def filled(world: World, person: Profile = PERSON) -> tuple[tuple[Action, ...], list[dict[str, Any]]]:
    snapshot = msgspec.convert(await world.evaluate("sincerely.scan()"), Snapshot)
    made = plan(snapshot, person, (), posting=None, resume=None, today=date(2026, 11, 22))
    report = await world.evaluate(f"sincerely.fill({msgspec.json.encode(made).decode()}, {{}}, {{waitMs: 1500}})")
    return made.actions, report["results"]


async def opened(page: Page, how: dict[str, Any]) -> World:
    await page.set_content(PAGE.replace("HOW", msgspec.json.encode(how).decode()))
    return await World.of(page, "scan.js", "fill.js")


async def listed(page: Page) -> list[list[str]]:
    return await page.evaluate(
        "[...work.children].map((one) => [...one.querySelectorAll('p')].map((p) => p.textContent))"
    )


@pytest.mark.parametrize("way", WAYS)
async def test_each_job_is_kept_by_its_own_forms_button_and_undo_takes_it_out(page: Page, way: str) -> None:
    world = await opened(page, WAYS[way])
    _, first = await filled(world)
    assert {one["status"] for one in first} == {"verified", "left"}
    actions, second = await filled(world)
    assert [one.values for one in actions if one.kind == "add"] == [
        ("Senior Engineer, Acme", "Engineer, Initech", "Intern, Globex")
    ]
    assert len([one for one in actions if one.inside]) >= 6
    assert not [one for one in second if one["status"] not in {"verified", "already"}], second
    assert await listed(page) == [[job.position, job.name] for job in JOBS]
    await page.wait_for_function("!fading")
    again, third = await filled(world)
    assert not [one for one in again if one.kind == "add" or one.inside]
    assert {one["status"] for one in third} == {"already"}
    undone = (await world.evaluate("sincerely.undo()"))["results"]
    assert not [one for one in undone if one["status"] != "verified"], undone
    assert await listed(page) == [] == await page.evaluate("sent")
    assert await page.evaluate("first.value") == ""


SHADOWS = """<!doctype html><html lang="de"><body><x-app></x-app><script>
class App extends HTMLElement { connectedCallback() { this.attachShadow({mode: "open"}).innerHTML =
  `<label>Vorname <input id="first"></label><section><h3>Berufserfahrung</h3><x-list></x-list></section>
   <button type="button">Bewerbung absenden</button>`; } }
class List extends HTMLElement {
  connectedCallback() { this.held = []; this.root = this.attachShadow({mode: "open"}); this.draw(); }
  draw() {
    const cards = this.held.map(([title, company]) =>
      `<li>${title}, ${company} <a href="#" title="Eintrag löschen">&#9003;</a></li>`);
    this.root.innerHTML = `<ul>${cards.join("")}</ul>
      <button type="button" class="add">Berufserfahrung hinzufügen</button>`;
    for (const [index, one] of [...this.root.querySelectorAll("a")].entries())
      one.onclick = (event) => { event.preventDefault(); this.held.splice(index, 1); this.draw(); };
    this.root.querySelector(".add").onclick = () => setTimeout(() => {
      this.root.querySelector(".add").remove();
      this.root.append(Object.assign(document.createElement("x-form"), {list: this}));
    }, 60);
  }
}
class Form extends HTMLElement { connectedCallback() {
  const root = this.attachShadow({mode: "open"});
  root.innerHTML = `<form><div><label for="a">Position</label><input id="a" required></div>
    <div><label for="b">Arbeitgeber</label><input id="b" required></div>
    <button type="button">Abbrechen</button><button>Übernehmen</button></form>`;
  root.querySelector("button").onclick = () => this.list.draw();
  root.querySelector("form").onsubmit = (event) => { event.preventDefault();
    this.list.held.push(["a", "b"].map((name) => root.getElementById(name).value)); this.list.draw(); };
} }
for (const [name, type] of [["x-list", List], ["x-form", Form], ["x-app", App]]) customElements.define(name, type);
</script></body></html>"""


async def test_forms_of_their_own_in_shadow_trees_take_every_job(page: Page) -> None:
    await page.set_content(SHADOWS)
    world = await World.of(page, "scan.js", "fill.js")
    held = "document.querySelector('x-app').shadowRoot.querySelector('x-list').held"
    await filled(world)
    await filled(world)
    assert await page.evaluate(held) == [[job.position, job.name] for job in JOBS]
    assert not [one for one in (await filled(world))[0] if one.kind == "add"]
    undone = (await world.evaluate("sincerely.undo()"))["results"]
    assert not [one for one in undone if one["status"] != "verified"], undone
    assert await page.evaluate(held) == []


REFUSALS: dict[str, tuple[dict[str, Any], str]] = {
    "says no": ({"role": "dialog", "away": True, "refuses": "The server is busy"}, "The server is busy"),
    "wants what nobody knows": (
        {"role": "dialog", "more": "<div><label for=m>Name of your manager</label><input id=m required></div>"},
        "Name of your manager",
    ),
    "lists nothing": ({"role": "dialog", "away": True, "lists": False}, "does not list it"),
    "has no button but one that sends": (
        {"role": "dialog", "away": True, "yes": "Submit application", "sends": True},
        "no button of its own keeps it",
    ),
    "asks whether one is sure": ({"role": "dialog", "away": True, "refuses": "No.", "asks": True}, "No."),
}


@pytest.mark.parametrize("way", REFUSALS)
async def test_what_a_form_of_its_own_refuses_is_given_up_and_told(page: Page, way: str) -> None:
    how, told = REFUSALS[way]
    world = await opened(page, how)
    await filled(world, ONE_JOB)
    _, results = await filled(world, ONE_JOB)
    (add,) = [one for one in results if "Intern, Globex" in one["message"]]
    assert (add["status"], add["readBack"]) == ("unfillable", [])
    assert told in add["message"]
    assert not [one for one in results if one["status"] == "verified"]
    assert await listed(page) == [] == await page.evaluate("sent")
    assert not await page.evaluate("document.querySelector('#here input, #away input')")


async def test_a_window_that_asks_nothing_we_know_is_closed_again(page: Page) -> None:
    await page.set_content("""<form><h2>Work experience</h2><button type="button" id="add">Add</button>
        <button>Submit application</button></form><div id="away"></div><script>add.onclick = () => {
        away.innerHTML = '<div role="dialog"><label>Shoe size <input></label>' +
          '<button>Save</button><button>Cancel</button></div>';
        away.querySelector('button:last-of-type').onclick = () => { away.innerHTML = ''; }; }</script>""")
    world = await World.of(page, "scan.js", "fill.js")
    await filled(world)
    _, results = await filled(world)
    assert [one["status"] for one in results] == ["unfillable"]
    assert await page.evaluate("away.innerHTML") == ""


async def test_an_entry_is_taken_out_where_the_page_asks_whether_one_is_sure(page: Page) -> None:
    world = await opened(page, {"role": "dialog", "away": True, "asks": True})
    await filled(world, ONE_JOB)
    await filled(world, ONE_JOB)
    assert len(await listed(page)) == 1
    await world.evaluate("sincerely.undo()")
    assert await listed(page) == []


async def test_what_cannot_be_taken_out_again_is_named(page: Page) -> None:
    world = await opened(page, {"role": "dialog", "away": True})
    await filled(world, ONE_JOB)
    await filled(world, ONE_JOB)
    await page.evaluate("for (const one of document.querySelectorAll('li button')) one.remove()")
    undone = (await world.evaluate("sincerely.undo()"))["results"]
    (told,) = [one for one in undone if one["message"]]
    assert told["status"] == "changed"
    assert "Intern, Globex" in told["message"]


async def test_what_the_page_lists_already_is_not_added_again(page: Page) -> None:
    world = await opened(page, {"role": "dialog", "away": True})
    await page.evaluate("card('Engineer', 'Initech')")
    actions, _ = await filled(world)
    assert [one.values for one in actions if one.kind == "add"] == [("Senior Engineer, Acme", "Intern, Globex")]
    await filled(world)
    assert await listed(page) == [["Engineer", "Initech"], ["Senior Engineer", "Acme"], ["Intern", "Globex"]]


async def test_a_real_librarys_window_and_its_folding_part_take_every_entry(page: Page) -> None:
    script, _ = bundle("entries.jsx")
    await page.set_content('<!doctype html><html lang="en"><body><div id="root"></div></body></html>')
    await page.add_script_tag(path=script)
    world = await World.of(page, "scan.js", "fill.js")
    await filled(world)
    for _ in range(2):
        _, results = await filled(world)
        assert not [one for one in results if one["status"] not in {"verified", "already", "left"}], results
    state = await page.evaluate("state")
    assert [(one["title"], one["company"]) for one in state["work"]] == [(job.position, job.name) for job in JOBS]
    assert [(one["degree"], one["name"]) for one in state["schools"]] == [
        ("M.Tech", "IIT Bombay"),
        ("B.Tech", "University of Pune"),
    ]
    undone = (await world.evaluate("sincerely.undo()"))["results"]
    assert not [one for one in undone if one["status"] != "verified"], undone
    assert await page.evaluate("state") == {"work": [], "schools": [], "sent": 0}
