"""Which "add another" button is pressed for the entries a form shows no block for, and which never is."""

import pytest

from companion.forms import plan
from companion.model.form import Action, Button, Field, Snapshot
from companion.model.profile import Certificate, Profile, Work
from tests.unit.forms.asking import NOW, TODAY, URL

PERSON = Profile(
    id="p",
    work=(
        Work(name="Acme", position="Engineer", start_date="2020"),
        Work(name="Globex", position="Intern", start_date="2018", end_date="2019"),
    ),
    certificates=(Certificate(name="CKA", issuer="CNCF"), Certificate(name="CKAD", issuer="CNCF")),
)


def fields(*labels: str, section: str = "Work Experience 1", visible: bool = True) -> tuple[Field, ...]:
    return tuple(
        Field(id=f"{section}-{label}", widget="text", label=label, section=section, visible=visible) for label in labels
    )


BLOCK = fields("Job title", "Company")


def adds(button: Button, shown: tuple[Field, ...] = BLOCK, person: Profile = PERSON) -> list[Action]:
    snapshot = Snapshot(url=URL, language="en", fields=shown, buttons=(button,))
    made = plan(snapshot, person, (), posting=None, resume=None, today=TODAY, created_at=NOW)
    return [action for action in made.actions if action.kind == "add"]


def button(text: str, section: str = "Work Experience 1", **more: object) -> Button:
    return Button(**{"id": "b", "text": text, "kind": "add", "section": section, "after": BLOCK[-1].id, **more})


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Add another", "Work Experience 1"),
        ("Add", "Work Experience"),
        ("Add work experience", ""),
        ("Add another position", "Anything"),
        ("+ Add", "Beruflicher Werdegang"),
        ("Weitere Berufserfahrung hinzufügen", ""),
        ("Ajouter une expérience", ""),
    ],
)
def test_a_button_that_adds_jobs_is_pressed_for_the_second_one(text: str, section: str) -> None:
    (action,) = adds(button(text, section))
    assert (action.field_id, action.values, action.fact) == ("b", ("Intern, Globex",), "work/1/name")


@pytest.mark.parametrize(
    "other",
    [
        button("Add file"),
        button("Add another attachment"),
        button("Add a note"),
        button("Add", "Attachments"),
        button("Add", "References"),
        button("Add another", kind="next"),
        button("Add another", kind="submit"),
        button("Add another", disabled=True),
    ],
    ids=lambda one: f"{one.text} {one.section} {one.kind}",
)
def test_other_buttons_are_not(other: Button) -> None:
    assert adds(other) == []


def test_nothing_is_added_where_every_entry_has_its_block() -> None:
    assert adds(button("Add another"), (*BLOCK, *fields("Job title", "Company", section="Work Experience 2"))) == []


def test_a_hidden_template_is_no_block() -> None:
    template = fields("Job title", "Company", section="Work Experience 0", visible=False)
    (action,) = adds(button("Add another"), (*template, *BLOCK))
    assert action.values == ("Intern, Globex",)


def test_certificates_go_into_rows_of_their_own() -> None:
    row = fields("Certification", section="Certifications")
    snapshot = Snapshot(url=URL, language="en", fields=row, buttons=(button("Add certification", after=row[-1].id),))
    made = plan(snapshot, PERSON, (), posting=None, resume=None, today=TODAY, created_at=NOW)
    assert [(action.kind, action.values) for action in made.actions] == [("fill", ("CKA",)), ("add", ("CKAD",))]


@pytest.mark.parametrize(
    ("listed", "lacking"),
    [
        ("Engineer Acme 2020 – now", ("Intern, Globex",)),
        ("Intern at Globex, Engineer at Acme", ()),
        ("Globex 2018", ("Engineer, Acme",)),
        ("Engineer", ("Engineer, Acme", "Intern, Globex")),
        ("Globexia Acmeland", ("Engineer, Acme", "Intern, Globex")),
        ("No work experience yet", ("Engineer, Acme", "Intern, Globex")),
    ],
)
def test_what_the_page_lists_is_not_added_again(listed: str, lacking: tuple[str, ...]) -> None:
    one = Button(id="b", text="Add", kind="add", section="Work experience", listed=listed)
    assert [action.values for action in adds(one, ())] == ([lacking] if lacking else [])


def test_two_jobs_with_one_employer_are_told_apart_by_title() -> None:
    person = Profile(
        id="p",
        work=(Work(name="Acme", position="Lead", start_date="2020"), Work(name="Acme", position="Intern")),
    )
    one = Button(id="b", text="Add", kind="add", section="Work experience", listed="Lead, Acme")
    assert [action.values for action in adds(one, (), person)] == [("Intern, Acme",)]


@pytest.mark.parametrize("section", ["Add work experience", "New entry", "Add"])
def test_the_form_of_an_entry_is_planned_for_each_of_them_and_for_nothing_else(section: str) -> None:
    asked = ("Job title", "Company", "Phone", "Favourite colour")
    shown = tuple(
        Field(id=f"f{index}", widget="text", label=label, section=section, inside="b", required=True)
        for index, label in enumerate(asked)
    )
    first = Field(id="x", widget="text", label="Company", section="About you")
    one = Button(id="b", text="Add position", kind="add", section="")
    snapshot = Snapshot(url=URL, language="en", fields=(first, *shown), buttons=(one,))
    made = plan(snapshot, PERSON, (), posting=None, resume=None, today=TODAY, created_at=NOW)
    within = {action.field_id: (action.inside, action.entry, action.values) for action in made.actions if action.inside}
    assert within == {
        "f0~0": ("b", 0, ("Engineer",)),
        "f1~0": ("b", 0, ("Acme",)),
        "f0~1": ("b", 1, ("Intern",)),
        "f1~1": ("b", 1, ("Globex",)),
    }
    assert [action.field_id for action in made.actions if not action.inside] == ["x", "b"]
