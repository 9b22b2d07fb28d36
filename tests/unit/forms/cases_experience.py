"""Years of experience and degrees, from dates and ladders."""
# ruff: noqa: E501 (a row of a table stays a line)

from collections.abc import Iterator
from itertools import product

from companion.model.profile import (
    Education,
    Profile,
)
from tests.unit.forms.asking import Case, answer
from tests.unit.forms.person import YES_NO, experienced, person


def years_cases() -> Iterator[Case]:
    """Years by dates; "5+" against "3–5"; a skill without dated evidence is left, never 0."""
    spans = {1: "2025-12", 2: "2024-12", 3: "2023-12", 5: "2021-12", 7: "2019-12", 10: "2016-12", 12: "2014-12"}
    lists: list[tuple[tuple[str, ...], dict[int, str]]] = [
        (
            ("0-1 years", "1-3 years", "3-5 years", "5+ years"),
            {1: "1-3 years", 2: "1-3 years", 3: "3-5 years", 5: "5+ years", 7: "5+ years"},
        ),
        (
            ("Less than 1", "1–2", "3–5", "6–10", "More than 10"),
            {1: "1–2", 2: "1–2", 3: "3–5", 5: "3–5", 7: "6–10", 10: "6–10", 12: "More than 10"},
        ),
        (("1", "2", "3", "4", "5", "6", "7", "8", "9", "10+"), {1: "1", 3: "3", 7: "7", 10: "10+", 12: "10+"}),
        (("None", "Under 5 years", "5 to 9 years", "10 years or more"), {3: "Under 5 years", 7: "5 to 9 years", 12: "10 years or more"}),
        (("0 - 2 yrs", "3 - 4 yrs", "5 yrs and above"), {2: "0 - 2 yrs", 3: "3 - 4 yrs", 10: "5 yrs and above"}),
    ]  # fmt: skip
    for key, meaning in (("years.total", {}), ("years.with", {"subject": "Python"})):
        for options, wanted in lists:
            for years, expected in wanted.items():
                yield Case(
                    name=f"{key}-{years}-among-{options[1]}",
                    label="How many years of experience do you have" + (" with Python?" if meaning else "?"),
                    widget="select",
                    options=options,
                    meaning={"key": key, "shape": "number", "unit": "year", **meaning},
                    profile=experienced(spans[years]),
                    expected=(expected,),
                )
        for years, start in spans.items():
            yield Case(
                name=f"{key}-{years}",
                label="How many years of experience do you have" + (" with Python?" if meaning else "?"),
                widget="number",
                meaning={"key": key, "shape": "number", "numbers_only": True, **meaning},
                profile=experienced(start),
                expected=(str(years),),
            )
        for years, threshold in product((2, 5, 10), (1, 3, 5, 8)):
            truth = years >= threshold
            refused = key == "years.with" and not truth
            yield Case(
                name=f"{key}-{years}-at-least-{threshold}",
                label=f"Do you have at least {threshold} years of experience" + (" with Python?" if meaning else "?"),
                widget="radio",
                options=YES_NO,
                meaning={"key": key, "shape": "yes_no", "threshold": threshold, **meaning},
                profile=experienced(spans[years]),
                expected=None if refused else ("Yes" if truth else "No",),
            )
    for subject in ("Rust", "Kubernetes", "Java", "Jython", "C", "R", "Go", "SAP ABAP"):
        for widget, options in (("number", ()), ("select", ("0", "1-3", "3-5", "5+")), ("radio", YES_NO)):
            key = "experience.with" if widget == "radio" else "years.with"
            yield Case(
                name=f"no-evidence-{subject}-{widget}",
                label=f"How many years of {subject}?"
                if key == "years.with"
                else f"Do you have experience with {subject}?",
                widget=widget,
                options=options,
                meaning={
                    "key": key,
                    "subject": subject,
                    "unit": "year",
                    "shape": "yes_no" if widget == "radio" else "number",
                },
                profile=experienced("2016-12", text="Built services in Python and JavaScript"),
                expected=None,
            )
    yield Case(
        name="years-from-the-bank",
        label="How many years of Kubernetes?",
        widget="select",
        options=("0", "1-3 years", "3-5 years", "5+ years"),
        meaning={"key": "years.with", "subject": "K8s", "shape": "number"},
        profile=person(),
        answers=(answer("years.with", "4", "number", subject="Kubernetes"),),
        expected=("3-5 years",),
    )


def degree_cases() -> Iterator[Case]:
    ladder = ("High School", "Associate's Degree", "Bachelor's Degree", "Master's Degree", "Doctorate (PhD)")
    rows = [
        ("B.Tech", "Bachelor's Degree"), ("Bachelor of Science", "Bachelor's Degree"), ("BSc", "Bachelor's Degree"),
        ("B.E.", "Bachelor's Degree"), ("M.Sc.", "Master's Degree"), ("MBA", "Master's Degree"),
        ("Master of Arts", "Master's Degree"), ("PhD", "Doctorate (PhD)"), ("Doctor of Philosophy", "Doctorate (PhD)"),
        ("High School Diploma", "High School"), ("Associate of Arts", "Associate's Degree"), ("Certificate of Magic", None),
    ]  # fmt: skip
    for degree, expected in rows:
        yield Case(
            name=f"degree-{degree}",
            label="Highest level of education",
            widget="select",
            options=("Select", *ladder),
            meaning={"key": "education.level", "shape": "choice"},
            profile=Profile(id="p", education=(Education(institution="U", study_type=degree, end_date="2015"),)),
            expected=(expected,) if expected else None,
        )
    for degree, end, subject, expected in [
        ("B.Tech", "2015", "bachelor", ("Yes",)), ("M.Tech", "2017", "bachelor", ("Yes",)),
        ("B.Tech", "2015", "master", ("No",)), ("B.Tech", "2030", "bachelor", None), ("B.Tech", "", "master", None),
    ]:  # fmt: skip
        yield Case(
            name=f"has-{subject}-{degree}-{end}",
            label=f"Have you completed a {subject}'s degree?",
            widget="radio",
            options=YES_NO,
            meaning={"key": "education.has_degree", "subject": subject, "shape": "yes_no"},
            profile=Profile(id="p", education=(Education(institution="U", study_type=degree, end_date=end),)),
            expected=expected,
        )
