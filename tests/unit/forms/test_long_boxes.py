"""Boxes of several lines: a fact goes in as a fact, prose is proposed, and a document is its text and not its name."""

import msgspec
import pytest

from companion.forms import outline, plan
from companion.model.form import Field, Snapshot
from companion.model.resume import Entry, ResumeSection
from tests.unit.forms.asking import NOW, RESUME, TODAY, URL, Case, act
from tests.unit.forms.person import everyone


@pytest.mark.parametrize(
    ("label", "kind", "said"),
    [
        ("Address", "fill", "12 Hill Road, Pune, Maharashtra 411001, India"),
        ("Professional summary", "fill", "Engineer who builds payment services. Ten years with Python."),
        ("LinkedIn profile link", "fill", "https://www.linkedin.com/in/asha-rao-example"),
        ("Current company", "fill", "Acme"),
        ("Describe your current company", "leave", "Engineer who builds"),
        ("Cover letter", "leave", "Engineer who builds"),
        ("Resume", "leave", ""),
        ("Anything else we should know?", "leave", ""),
    ],
)
def test_a_box_of_several_lines_takes_a_fact_and_proposes_prose(label: str, kind: str, said: str):
    case = Case(name="", label=label, widget="textarea", profile=everyone(), expected=None)
    action = act(case, understood=True)
    assert action.kind == kind
    assert (action.values[0] if kind == "fill" else action.draft).startswith(said)
    assert said or not action.draft


def test_the_street_alone_goes_in_where_the_form_asks_for_the_town_as_well():
    fields = (Field(id="a", widget="textarea", label="Address"), Field(id="c", widget="text", label="City"))
    snapshot = Snapshot(url=URL, language="en", fields=fields)
    made = plan(snapshot, everyone(), (), posting=None, resume=None, today=TODAY, created_at=NOW)
    assert [action.values for action in made.actions] == [("12 Hill Road",), ("Pune",)]


def test_a_resume_is_pasted_as_its_lines():
    sections = (ResumeSection(kind="work", title="Work", entries=(Entry(heading="Engineer, Acme"),)),)
    fields = (Field(id="r", widget="textarea", label="Resume"),)
    made = plan(
        Snapshot(url=URL, language="en", fields=fields), everyone(), (), posting=None,
        resume=msgspec.structs.replace(RESUME, sections=sections), today=TODAY, created_at=NOW,
    )  # fmt: skip
    assert made.actions[0].kind == "fill"
    assert made.actions[0].values[0].splitlines()[-1] == "Engineer, Acme"


def test_an_outline_holds_what_fits_the_question_and_else_what_the_person_says_first():
    fitting = outline("How did you cut payment failures?", everyone())
    assert fitting.facts == ("work/0/highlights/0", "basics/summary")
    assert outline("Why Northwind?", everyone()).facts[0] == "basics/summary"
