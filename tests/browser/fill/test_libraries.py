"""Real widget libraries take what the plan says: the page's own state says so, and it survives a second run."""

from typing import Any

import pytest
from playwright.async_api import Page

from tests.browser.fill.bundle import bundle
from tests.browser.fill.form import Form

Wish = tuple[str, str, tuple[str, ...], str]

CASES: dict[str, tuple[list[Wish], dict[str, Any]]] = {
    "react_select.jsx": (
        [
            ("Country", "choose", ("Germany",), ""),
            ("Are you authorised to work?", "choose", ("No",), ""),
            ("Languages", "choose", ("English", "Hindi"), ""),
            ("City", "choose", ("Berlin, Germany",), "Berlin"),
        ],
        {"country": "Germany", "auth": "No", "langs": ["English", "Hindi"], "city": "Berlin, Germany"},
    ),
    "mui.jsx": (
        [
            ("Full name", "fill", ("Zoë Müller",), ""),
            ("Level", "choose", ("Senior",), ""),
            ("Tools", "choose", ("Git", "Make"), ""),
            ("Main skill", "choose", ("Skill 250",), ""),
            ("Authorised to work?", "choose", ("No",), ""),
            ("I have read the notice", "check", ("true",), ""),
            ("Start date", "fill", ("12/24/2026",), ""),
        ],
        {
            "name": "Zoë Müller", "level": "Senior", "tools": ["Git", "Make"], "skill": "Skill 250", "auth": "no",
            "agree": True, "start": "2026-12-24",
        },
    ),
    "radix.jsx": (
        [
            ("How did you hear about us?", "choose", ("Indeed",), ""),
            ("I agree to the privacy notice", "check", ("true",), ""),
            ("Work remotely?", "choose", ("No",), ""),
            ("Degree", "choose", ("Master's degree",), ""),
            ("Notice period", "choose", ("2 months",), ""),
            ("Phone", "fill", ("+49 1512 3456789",), ""),
        ],
        {
            "source": "Indeed", "agree": True, "remote": "No", "degree": "Master's degree", "notice": "2 months",
            "phone": "+4915123456789",
        },
    ),
    "antd.jsx": (
        [
            ("First name", "fill", ("Zoë",), ""),
            ("Department", "choose", ("Department 313",), ""),
            ("Visa", "choose", ("Needed later",), ""),
            ("Languages", "choose", ("English", "French"), ""),
            ("Years of experience", "fill", ("7",), ""),
            ("Relocate", "choose", ("No",), ""),
            ("I agree", "check", ("true",), ""),
            ("Earliest start", "fill", ("2026-12-24",), ""),
        ],
        {
            "first": "Zoë", "department": 313, "visa": "Needed later", "languages": ["English", "French"], "years": 7,
            "relocate": "No", "agree": True, "start": "2026-12-24",
        },
    ),
    "jquery_plugins.js": (
        [
            ("Degree", "choose", ("Master",), ""),
            ("School", "choose", ("Test University Bonn",), "Bonn"),
            ("Start date", "fill", ("2026-12-24",), ""),
            ("Available until", "fill", ("2027-02-14",), ""),
            ("Phone", "fill", ("+49 1512 3456789",), ""),
            ("Date as DD/MM/YYYY", "fill", ("24/12/2026",), ""),
            ("Source", "choose", ("Friend",), ""),
            ("Team", "choose", ("Data",), ""),
            ("Why do you want to work here?", "fill", ("Because.\nReally.",), ""),
        ],
        {
            "degree": "m", "school": "Test University Bonn", "start": "2026-12-24", "until": "2027-02-14",
            "born": "24/12/2026", "source": "f", "team": "d", "why": "Because.\nReally.\n",
        },
    ),
    "ui5.js": (
        [
            ("First name", "fill", ("Zoë",), ""),
            ("Country", "choose", ("Germany",), ""),
            ("Source", "choose", ("A friend",), ""),
            ("I agree", "check", ("true",), ""),
            ("Notes", "fill", ("Hello there",), ""),
        ],
        {"first": "Zoë", "country": "Germany", "source": "A friend", "agree": True, "notes": "Hello there"},
    ),
    "vue.js": (
        [
            ("First name", "fill", ("Zoë",), ""),
            ("Years", "fill", ("7",), ""),
            ("Country", "choose", ("Germany",), ""),
            ("Authorised to work?", "choose", ("No",), ""),
            ("Topics", "choose", ("Backend", "Data"), ""),
            ("I agree", "check", ("true",), ""),
            ("Notes", "fill", ("Hello",), ""),
            ("Level", "choose", ("Senior",), ""),
            ("City", "choose", ("Berlin, Germany",), "Ber"),
            ("Source", "choose", ("Indeed",), ""),
            ("Skills", "choose", ("Python", "Rust"), ""),
            ("Town", "choose", ("Bern, Switzerland",), "Bern"),
            ("Start date", "fill", ("2026-12-24",), ""),
            ("Remote work?", "choose", ("No",), ""),
            ("Tools", "choose", ("Make",), ""),
            ("Notice period (weeks)", "fill", ("8",), ""),
        ],
        {
            "source": "Indeed", "skills": ["python", "rust"], "town": "Bern, Switzerland", "start": "2026-12-24",
            "remote": "n", "tools": ["make"], "weeks": 8, "first": "Zoë", "years": 7,
            "country": "DE", "auth": "n", "topics": ["a", "c"], "agree": True,
            "notes": "Hello", "level": "Senior", "city": "Berlin, Germany",
        },
    ),
    "angular.js": (
        [
            ("First name", "fill", ("Zoë",), ""),
            ("Email", "fill", ("zoe@example.com",), ""),
            ("Country", "choose", ("Germany",), ""),
            ("Authorised to work?", "choose", ("No",), ""),
            ("I agree", "check", ("true",), ""),
            ("Notes", "fill", ("Hello",), ""),
            ("Highest degree", "choose", ("Master",), ""),
            ("Tools", "choose", ("Git", "Bash"), ""),
            ("City", "choose", ("Berlin, Germany",), "Ber"),
            ("Start date", "fill", ("12/24/2026",), ""),
            ("Work remotely?", "choose", ("No",), ""),
            ("Where do you want to work?", "choose", ("At home",), ""),
            ("Keep my data for a year", "check", ("true",), ""),
            ("Tell me about other jobs", "check", ("true",), ""),
        ],
        {
            "drawn": {
                "degree": "m", "tools": ["Git", "Bash"], "city": "Berlin, Germany", "start": "2026-12-24",
                "remote": "n", "mode": "home", "share": True, "news": True,
            },
            "first": "Zoë", "email": "zoe@example.com", "country": "DE", "auth": "n", "agree": True, "notes": "Hello",
            "touched": True, "valid": True,
        },
    ),
    "sections.jsx": (
        [
            ("Start date", "fill", ("2026-12-24",), ""),
            ("Available from", "fill", ("2027-01-05",), ""),
            ("Level", "choose", ("Senior",), ""),
            ("Tool", "choose", ("Docker",), ""),
            ("Why us?", "fill", ("Because of the work.",), ""),
            ("Your story", "fill", ("I build things.",), ""),
        ],
        {
            "start": "2026-12-24", "available": "2027-01-05", "level": "Senior", "tool": "Docker",
            "why": "Because of the work.", "story": "<p>I build things.</p>",
        },
    ),
    "editors.jsx": (
        [
            ("Cover letter", "fill", ("Dear Acme,\nI write.",), ""),
            ("About you", "fill", ("I build things.",), ""),
            ("Resume", "attach", ("resume-acme.pdf",), ""),
            ("Start date", "fill", ("2026-12-24",), ""),
        ],
        {
            "cover": "Dear Acme,\nI write.", "about": "I build things.", "files": ["resume-acme.pdf 16"],
            "start": "2026-12-24",
        },
    ),
}  # fmt: skip

STAYS = {
    "react_select.jsx": {"City", "Country"}, "mui.jsx": {"Authorised to work?", "Level"},
    "radix.jsx": {"Notice period", "Work remotely?"}, "antd.jsx": {"Relocate", "Visa", "Department"},
    "jquery_plugins.js": {"Team", "Source"}, "ui5.js": {"Country"},
    "vue.js": {"Level", "Authorised to work?", "Remote work?"},
    "angular.js": {"Authorised to work?", "Highest degree", "Work remotely?"}, "sections.jsx": {"Level"},
}  # fmt: skip
"""What a person could not empty again either: a list without an empty choice, a radio of a framework."""


@pytest.mark.parametrize("name", CASES)
async def test_every_value_reaches_the_applications_own_state(page: Page, name: str) -> None:
    wishes, state = CASES[name]
    script, styles = bundle(name)
    await page.set_content('<!doctype html><html lang="en"><body><div id="root"></div></body></html>')
    if styles:
        await page.add_style_tag(path=styles)
    await page.add_script_tag(path=script)
    await page.wait_for_timeout(300)
    form = await Form.on(page)
    actions = [form.action(label, kind, *values, search=search, file="cv") for label, kind, values, search in wishes]
    assert await form.fill(*actions) == {label: "verified" for label, *_ in wishes}, form.report
    held = await page.evaluate("JSON.parse(JSON.stringify(window.state))")
    assert {key: held.get(key) for key in state} == state
    assert set((await form.fill(*actions)).values()) == {"already"}, form.report
    again = await page.evaluate("JSON.parse(JSON.stringify(window.state))")
    assert {key: again.get(key) for key in state} == state
    undone = await form.undo()
    assert {label for label, status in undone.items() if status == "changed"} <= STAYS.get(name, set()), form.report
    assert set(undone.values()) <= {"verified", "changed"}
