"""Options in odd wordings, asked fresh of the finished rules: the one that means the person's answer, or none."""

import pytest

from companion.forms.fluency import span
from companion.model.profile import Language, Profile
from tests.unit.forms.asking import Case, act, ask, outcome
from tests.unit.forms.person import everyone, person, traveller

DECLINED = (
    "I'd prefer to keep that private",
    "Skip this question",
    "No response",
    "Unspecified",
    "Möchte ich nicht sagen",
)
ROWS: tuple[tuple[str, tuple[str, ...], str | None], ...] = (
    ("Country", ("Norway", "No", "India", "Nigeria"), "India"),
    ("Country", ("British Indian Ocean Territory", "Indonesia", "Iran"), None),
    ("Phone country code", ("0091", "0049", "001"), "0091"),
    ("State", ("MH - Maharashtra", "KA - Karnataka"), "MH - Maharashtra"),
    ("State", ("MA", "MD", "MH"), None),
    ("Nationality", ("American Indian", "Indian", "Indonesian"), "Indian"),
    ("Salary currency", ("₹", "$", "€"), "₹"),
    ("Salary currency", ("Indian Rupee", "US Dollar", "Euro"), "Indian Rupee"),
    ("Notice period", ("4 weeks", "2 months to the end of a quarter"), None),
    ("Notice period", ("≤ 30 days", "≤ 60 days", "≤ 90 days"), "≤ 60 days"),
    ("Gender", ("0 - Not known", "1 - Male", "2 - Female"), "2 - Female"),
    ("लिंग", ("पुरुष", "महिला", "अन्य"), "महिला"),
    ("Work eligibility (United States)", ("Eligible, no sponsorship needed", "Not eligible without sponsorship"),
     "Not eligible without sponsorship"),
    ("Will you require sponsorship?", ("Yes (now)", "Yes (in future)", "No"), "Yes (now)"),
    *(("Disability status", ("Yes", "No", wording), wording) for wording in DECLINED),
)  # fmt: skip


@pytest.mark.parametrize(("label", "options", "expected"), ROWS, ids=[f"{row[0]}: {row[1][-1]}" for row in ROWS])
def test_the_option_that_means_the_answer(label: str, options: tuple[str, ...], expected: str | None) -> None:
    case = Case(name="", label=label, widget="select", options=options, profile=everyone(), expected=None, country="US")
    assert outcome(act(case, understood=True)) == (None if expected is None else (expected,))


def test_who_needs_sponsorship_only_later_says_so() -> None:
    options = (
        "Eligible, no sponsorship needed",
        "Eligible, sponsorship needed later",
        "Not eligible without sponsorship",
    )
    case = Case(
        name="", label="Work eligibility in the US", widget="select", options=options, profile=traveller(),
        expected=None, country="US",
    )  # fmt: skip
    assert outcome(act(case, understood=True)) == (options[1],)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("January 2027", "February 2027", "March 2027"), "March 2027"),
        (("Q4 2026", "Q1 2027", "Q2 2027"), "Q1 2027"),
        (("January 2027", "February 2027", "April 2027"), None),
    ],
)
def test_a_start_among_months_and_quarters(options: tuple[str, ...], expected: str | None) -> None:
    action = ask("start.earliest", widget="select", options=options, profile=person(start="2027-03-01"))
    assert outcome(action) == (None if expected is None else (expected,))


def speaker(fluency: str) -> Profile:
    return Profile(id="p", languages=(Language(language="English", fluency=fluency),))


@pytest.mark.parametrize(
    ("fluency", "options", "expected"),
    [
        ("C1", ("A1/A2", "B1/B2", "C1/C2"), "C1/C2"),
        ("C1", ("Basic (A1–A2)", "Independent (B1–B2)", "Proficient (C1–C2)", "Native"), "Proficient (C1–C2)"),
        ("C1", ("Grundkenntnisse", "Gut", "Fließend", "Muttersprache"), "Fließend"),
        ("B2", ("Beginner", "Intermediate", "Fluent"), "Intermediate"),
        ("Native", ("B2", "C1", "C2"), "C2"),
        ("Native", ("Fluent", "Not a native speaker", "Native"), "Native"),
        ("Fluent", ("C1", "C2"), None),
        ("C1", ("Professional working", "Full professional"), None),
        ("conversant", ("Basic", "Good"), None),
    ],
)
def test_a_language_level_on_its_ladder(fluency: str, options: tuple[str, ...], expected: str | None) -> None:
    action = ask(
        "languages.level", subject="English", shape="choice", widget="select", options=options,
        profile=speaker(fluency), label="English level",
    )  # fmt: skip
    assert outcome(action) == (None if expected is None else (expected,))


@pytest.mark.parametrize(
    ("fluency", "question", "expected"),
    [
        ("C1", "Do you speak English at B2 level or above?", "Yes"),
        ("A2", "Do you speak English at B2 level or above?", "No"),
        ("Fluent", "Do you speak English at C2 level?", None),
    ],
)
def test_a_language_level_against_the_one_asked_for(fluency: str, question: str, expected: str | None) -> None:
    action = ask(
        "languages.level", subject="English", shape="yes_no", widget="radio", options=("Yes", "No"),
        profile=speaker(fluency), label=question,
    )  # fmt: skip
    assert outcome(action) == (None if expected is None else (expected,))


def test_limited_working_proficiency_is_not_working_proficiency() -> None:
    assert span("Limited working proficiency") == span("Intermediate") != span("Professional working proficiency")
