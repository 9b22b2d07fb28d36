"""Preferences, offered ranges, pasted resumes, languages, and facts the import was not sure of."""

from typing import Any

import msgspec
import pytest

from companion.model.profile import Doubt, Language, Preferences
from companion.model.resume import Entry, Line, Resume, ResumeSection
from tests.unit.forms.asking import NOW, RESUME, ask, outcome
from tests.unit.forms.person import YES_NO, everyone

MODES = ("On-site", "Hybrid", "Remote")
YES_NO_ASKED: dict[str, Any] = {"widget": "radio", "options": YES_NO, "shape": "yes_no"}


@pytest.mark.parametrize(("modes", "expected"), [(("remote",), ("Remote",)), (("remote", "hybrid"), None), ((), None)])
def test_a_preferred_work_mode_is_chosen_where_there_is_one(modes: tuple[str, ...], expected: tuple[str, ...] | None):
    profile = msgspec.structs.replace(everyone(), preferences=Preferences(modes=modes))
    action = ask("work.mode", label="Preferred work mode", widget="select", options=MODES, profile=profile)
    assert outcome(action) == expected


def test_a_wish_never_answers_whether_one_can():
    profile = msgspec.structs.replace(everyone(), preferences=Preferences(modes=("remote",)))
    assert outcome(ask("onsite", label="Can you work on site?", profile=profile, **YES_NO_ASKED)) is None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("The pay is INR 1,500,000 – 2,000,000 per year. Is that all right?", ("Yes",)),
        ("The pay is INR 1,000,000 – 1,500,000 per year. Is that all right?", ("No",)),
        ("The pay is INR 160,000 – 170,000 per month. Is that all right?", ("Yes",)),
        ("The pay is USD 50,000 – 60,000 per year. Is that all right?", None),
        ("The pay is 15 – 20. Is that all right?", None),
    ],
)
def test_an_offered_range_is_held_against_the_least_expected(question: str, expected: tuple[str, ...] | None):
    assert outcome(ask("salary.range_ok", label=question, **YES_NO_ASKED)) == expected


def test_a_pasted_resume_is_the_document_s_own_lines():
    section = ResumeSection(
        kind="work",
        title="Work",
        entries=(Entry(heading="Engineer", subheading="Acme", lines=(Line(text="Built it.", facts=("work/0",)),)),),
    )
    resume: Resume = msgspec.structs.replace(RESUME, sections=(section,), created_at=NOW)
    action = ask("documents.resume_text", widget="textarea", resume=resume, shape="text")
    assert outcome(action) == ("Asha Rao\n\nWORK\nEngineer, Acme\n- Built it.",)
    assert outcome(ask("documents.resume_text", widget="textarea", shape="text")) is None


def test_a_native_level_is_found_under_its_other_names():
    profile = msgspec.structs.replace(everyone(), languages=(Language(language="Marathi", fluency="Native speaker"),))
    options = ("Basic", "Fluent", "Native or bilingual")
    asked = ask("languages.level", subject="Marathi", widget="select", options=options, profile=profile)
    assert outcome(asked) == ("Native or bilingual",)
    assert outcome(ask("languages.level", subject="Hindi", widget="select", options=options, profile=profile)) is None


def test_a_fact_the_import_doubted_is_shown():
    sure = ask("address.city")
    doubted = msgspec.structs.replace(everyone(), doubts=(Doubt(path="basics/location/city", confidence=0.5),))
    asked = ask("address.city", profile=doubted)
    assert (sure.review, asked.review) == (False, True)
    assert "certainty" in asked.reason


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Does your spouse have a driving licence?", "someone else"),
        ("Is your driving licence suspended?", "ended"),
        ("Do you lack a driving licence?", "negative"),
    ],
)
def test_misgivings_are_said_in_words(question: str, reason: str):
    action = ask("licence.driving", label=question, **YES_NO_ASKED)
    assert action.kind == "leave"
    assert reason in action.reason
