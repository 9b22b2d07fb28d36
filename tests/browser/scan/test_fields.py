"""scan.js on a page with one field of every plain kind."""

from pathlib import Path

import msgspec
import pytest_asyncio
from playwright.async_api import Page

from companion.model.form import Field, Snapshot
from tests.browser.world import World

PAGES = Path(__file__).parent / "pages"


async def scan(page: Page, name: str) -> Snapshot:
    await page.goto((PAGES / name).as_uri())
    world = await World.of(page, "scan.js")
    return msgspec.convert(await world.evaluate("sincerely.scan()"), Snapshot, strict=True)


@pytest_asyncio.fixture(loop_scope="session")
async def plain(page: Page) -> dict[str, Field]:
    snapshot = await scan(page, "plain.html")
    return {field.name or field.label: field for field in snapshot.fields}


async def test_labels_are_found_by_every_means(plain: dict[str, Field]) -> None:
    assert {name: field.label for name, field in plain.items()} == {
        "first": "First name",
        "last": "Last name",
        "city": "City",
        "zip": "ZIP code",
        "mail": "E-mail",
        "nick": "Nickname",
        "web": "Website",
        "auth": "Are you authorized to work in Ireland?",
        "lang": "Languages",
        "Will you need sponsorship?": "Will you need sponsorship?",
        "country": "Country",
        "Degree": "Degree",
        "cv": "Resume/CV",
        "privacy": "I have read the privacy notice",
        "fax": "Fax",
        "address": "Address",
        "company2": "Leave this field blank",
        "hp_site": "Website",
        "Cover letter": "Cover letter",
    }


async def test_kinds_of_controls_and_groups(plain: dict[str, Field]) -> None:
    kinds = {name: field.widget for name, field in plain.items() if field.widget != "text"}
    assert kinds == {
        "mail": "email",
        "auth": "radio",
        "lang": "checkboxes",
        "Will you need sponsorship?": "buttons",
        "country": "select",
        "Degree": "combobox",
        "cv": "file",
        "privacy": "checkbox",
        "Cover letter": "richtext",
    }
    assert [option.label for option in plain["lang"].options] == ["English", "German"]
    assert [option.label for option in plain["lang"].options if option.selected] == ["German"]
    assert [option.label for option in plain["Degree"].options] == ["Bachelor", "Master"]
    assert [option.label for option in plain["Will you need sponsorship?"].options] == ["Yes", "No"]


async def test_required_is_read_from_words_marks_and_attributes(plain: dict[str, Field]) -> None:
    required = {name for name, field in plain.items() if field.required}
    assert required == {"first", "last", "mail", "auth", "privacy"}


async def test_what_a_person_cannot_see_is_told_apart(plain: dict[str, Field]) -> None:
    hidden = {name: field.hidden_reason for name, field in plain.items() if not field.visible}
    assert hidden == {"fax": "display", "address": "offscreen", "company2": "honeypot", "hp_site": "honeypot"}


async def test_buttons_are_told_apart(page: Page) -> None:
    snapshot = await scan(page, "plain.html")
    assert {button.text: button.kind for button in snapshot.buttons} == {
        "Submit application": "submit",
        "Add another": "add",
    }
    assert snapshot.heading == "Platform Engineer"
    assert not snapshot.truncated


async def test_an_id_finds_its_element_again_after_the_page_made_it_anew(page: Page) -> None:
    await page.goto((PAGES / "plain.html").as_uri())
    world = await World.of(page, "scan.js")
    before = await world.evaluate("sincerely.scan().fields.map((field) => field.id)")
    await page.evaluate("document.querySelector('form').outerHTML += ''")
    assert await world.evaluate(f"sincerely.element('{before[1]}').name") == "last"
    assert await world.evaluate(f"sincerely.scanField(sincerely.element('{before[1]}')).label") == "Last name"
    await page.goto((PAGES / "plain.html").as_uri())
    other = await World.of(page, "scan.js")
    assert await other.evaluate("sincerely.scan().fields.map((field) => field.id)") == before


async def test_scripts_injected_twice_keep_what_they_know(page: Page) -> None:
    await page.goto((PAGES / "plain.html").as_uri())
    world = await World.of(page, "scan.js")
    first = await world.evaluate("sincerely.scan().fields[0].id")
    again = await World.of(page, "scan.js", "scan.js")
    assert await again.evaluate("sincerely.scan().fields[0].id") == first


@pytest_asyncio.fixture(loop_scope="session")
async def asked(page: Page) -> dict[str, Field]:
    snapshot = await scan(page, "asked.html")
    return {field.name or field.label: field for field in snapshot.fields}


async def test_hints_complaints_and_neighbours_are_no_labels(asked: dict[str, Field]) -> None:
    labels = {
        "Friend": "How did you find this job?",
        "Monday": "Which days suit you?",
        "pay": "Desired salary",
        "vet": "Protected veteran",
        "Country calling code": "Country calling code",
        "mobile": "Mobile",
        "first": "First name",
        "I agree to the terms": "I agree to the terms",
        "words": "Search…",
    }
    assert {name: asked[name].label for name in labels} == labels
    assert asked["pay"].help == "US Dollar ($)"
    assert asked["Friend"].help == "Please select all that apply"
    assert asked["mobile"].required


async def test_two_questions_with_a_box_of_one_name_stay_two(asked: dict[str, Field]) -> None:
    assert [option.label for option in asked["Friend"].options] == ["Friend", "Other"]
    assert [option.label for option in asked["Monday"].options] == ["Monday", "Other"]


async def test_what_only_serves_another_control_is_no_field(asked: dict[str, Field]) -> None:
    assert not {"Search", "source", "terms", "ghost"} & set(asked)
    assert asked["trap"].hidden_reason == "honeypot"
    assert asked["Source"].widget == "combobox"


async def test_parts_and_entries_know_what_they_belong_to(asked: dict[str, Field]) -> None:
    day, month, year = (asked[f"start-{part}"] for part in ("day", "month", "year"))
    assert (day.part, month.part, year.part) == ("day", "month", "year")
    assert day.group == month.group == year.group == f"date:{day.id}"
    dial = asked["Country calling code"]
    assert (dial.part, dial.group, asked["tel"].part) == ("country", asked["tel"].group, "number")
    assert {name: asked[name].group for name in ("jobs[0][company]", "jobs[0][title]", "jobs[1][company]")} == {
        "jobs[0][company]": "block:jobs:0",
        "jobs[0][title]": "block:jobs:0",
        "jobs[1][company]": "block:jobs:1",
    }
    assert asked["first"].group == asked["first"].part == ""


async def test_parts_of_the_page_made_for_something_else_are_told(asked: dict[str, Field]) -> None:
    areas = {name: field.area for name, field in asked.items() if field.area}
    assert areas == {"where": "search", "words": "search", "perm": "filter", "mail": "newsletter", "stats": "cookies"}
