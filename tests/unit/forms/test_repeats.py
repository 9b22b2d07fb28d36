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
    return Button(**{"id": "b", "text": text, "kind": "add", "section": section, "after": BLOCK[-1].id, **more})  # type: ignore[arg-type]


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
