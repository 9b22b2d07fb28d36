"""Authorization, sponsorship and citizenship: every combination of facts against every wording."""
# ruff: noqa: E501 (a row of a table stays a line)

from collections.abc import Iterator
from itertools import product
from typing import Any

from companion.model.profile import (
    Authorization,
)
from tests.unit.forms.asking import Case
from tests.unit.forms.person import YES_NO, person

Truth = bool | None


def _not(one: Truth) -> Truth:
    return None if one is None else not one


def _any(one: Truth, two: Truth) -> Truth:
    """Kleene's or: one true settles it, an unknown leaves it open."""
    return True if True in (one, two) else None if None in (one, two) else False


def _all(one: Truth, two: Truth) -> Truth:
    return _not(_any(_not(one), _not(two)))


def authorization_cases() -> Iterator[Case]:
    """Every combination of the three facts against every wording; unknown facts must be left."""
    wordings: list[tuple[str, dict[str, Any], Any]] = [
        ("Are you legally authorized to work in the United States?", {"key": "work.authorization"}, lambda a, n, f: a),
        (
            "Do you have the unrestricted right to work in the US?",
            {"key": "work.authorization"},
            lambda a, n, f: None if a and (n, f) != (False, False) else a,
        ),
        (
            "Will you now or in the future require sponsorship for employment visa status in the US?",
            {"key": "sponsorship.future", "time_frame": "now_or_future"},
            lambda a, n, f: _any(n, f),
        ),
        (
            "Do you currently require visa sponsorship to work in the United States?",
            {"key": "sponsorship.now", "time_frame": "now"},
            lambda a, n, f: n,
        ),
        (
            "Will you in the future require sponsorship to continue to work in the US?",
            {"key": "sponsorship.future", "time_frame": "future"},
            lambda a, n, f: f,
        ),
        (
            "Can you work in the United States without sponsorship, now and in the future?",
            {"key": "sponsorship.future", "time_frame": "now_or_future", "polarity": "negative"},
            lambda a, n, f: _not(_any(n, f)),
        ),
        (
            "Are you authorized to work in the US without the need for sponsorship now or in the future?",
            {
                "key": "work.authorization",
                "joins": [{"key": "sponsorship.future", "negated": True, "time_frame": "now_or_future"}],
            },
            lambda a, n, f: _all(a, _not(_any(n, f))),
        ),
    ]
    options = [YES_NO, ("No", "Yes"), ("Yes, I am", "No, I am not"), ("Select…", "Yes", "No", "Prefer not to say")]
    truths = (True, False, None)
    for (a, n, f), (index, (label, meaning, rule)) in product(product(truths, repeat=3), enumerate(wordings)):
        truth = rule(a, n, f)
        offered = options[(index + truths.index(a) + truths.index(n)) % len(options)]
        expected = None
        if truth is not None:
            expected = (next(o for o in offered if o.startswith("Yes" if truth else "No")),)
        yield Case(
            name=f"us-{meaning['key']}-{index}-{a}-{n}-{f}",
            label=label,
            widget="radio",
            options=offered,
            meaning={"subject": "US", "shape": "yes_no", **meaning},
            profile=person(
                authorization={"US": Authorization(authorized=a, sponsorship_now=n, sponsorship_future=f)},
            ),
            expected=expected,
            country="US",
        )


def country_cases() -> Iterator[Case]:
    """The country in the question decides, not the person's, not the job's."""
    facts = {
        "IN": Authorization(authorized=True, sponsorship_now=False, sponsorship_future=False),
        "US": Authorization(authorized=False, sponsorship_now=True, sponsorship_future=True),
        "GB": Authorization(authorized=True),
    }
    someone = person(authorization=facts, citizenships=("IN",))
    rows = [
        ("Do you have the right to work in India?", "IN", "US", ("Yes",)),
        ("Are you authorized to work in the United States?", "US", "IN", ("No",)),
        ("Do you have the right to work in the UK?", "GB", "US", ("Yes",)),
        ("Are you legally authorized to work in Canada?", "CA", "IN", None),
        ("Are you legally authorized to work in Germany?", "DE", "IN", None),
        ("Are you eligible to work in the European Union?", "EU", "IN", None),
        ("Are you authorized to work in the country of this job?", "@posting", "IN", ("Yes",)),
        ("Are you authorized to work in the country of this job?", "@posting", "US", ("No",)),
        ("Are you authorized to work in the country of this job?", "@posting", "", None),
        ("Are you legally authorized to work?", "", "", None),
        ("Are you legally authorized to work?", "", "IN", ("Yes",)),
        ("Are you legally authorized to work in your current location?", "@posting", "US", None),
    ]
    for label, subject, country, expected in rows:
        yield Case(
            name=f"country-{subject}-{country}",
            label=label,
            widget="radio",
            options=YES_NO,
            meaning={"key": "work.authorization", "subject": subject, "shape": "yes_no"},
            profile=someone,
            expected=expected,
            country=country,
        )
    for label, key, subject, expected in [
        ("Are you a US citizen?", "citizenship.is", "US", ("No",)),
        ("Are you a citizen of India?", "citizenship.is", "IN", ("Yes",)),
        ("Are you a U.S. person as defined by ITAR?", "us_person", "US", None),
        ("Do you require sponsorship to work in the UK?", "sponsorship.now", "GB", None),
    ]:
        yield Case(
            name=f"citizen-{key}-{subject}",
            label=label,
            widget="radio",
            options=YES_NO,
            meaning={"key": key, "subject": subject, "shape": "yes_no"},
            profile=someone,
            expected=expected,
            country="US",
        )


def claim_cases() -> Iterator[Case]:
    """Options that claim more than yes or no: chosen only where every claim is a known fact."""
    none, later, both = (True, False, False), (True, False, True), (False, True, True)
    unknown = (True, None, None)
    authorized = {"key": "work.authorization"}
    sponsor = {"key": "sponsorship.future", "time_frame": "now_or_future"}
    lists: list[tuple[dict[str, Any], tuple[str, ...], dict[tuple[Truth, Truth, Truth], int | None]]] = [
        (authorized, ("Yes, without sponsorship", "Yes, with sponsorship", "No"), {none: 0, later: 1, both: 2, unknown: None}),
        (authorized, ("Yes", "Yes, but I will need sponsorship", "No"), {none: 0, later: None, both: 2, unknown: None}),
        (authorized, ("I am authorized to work without sponsorship", "I will require sponsorship now or in the future"),
         {none: 0, later: 1, both: 1, unknown: None}),
        (authorized, ("Yes, I am a US citizen or green card holder", "No"), {none: None, both: 1}),
        (authorized, ("Yes, I am authorized to work for any employer", "No, I am not authorized"), {none: None, both: 1}),
        (sponsor, ("Yes, now", "Not now, but in the future", "No"), {none: 2, later: 1, both: 0}),
        (sponsor, ("No, I do not require sponsorship", "Yes, I require sponsorship now", "Yes, I will require sponsorship in the future"),
         {none: 0, later: 2, both: 1}),
        (sponsor, ("Yes, I will now or in the future require sponsorship", "No, I will not now or in the future require sponsorship"),
         {none: 1, later: 0, both: 0, unknown: None}),
        (sponsor, ("I do not need sponsorship", "I need sponsorship", "Prefer not to say"), {none: 0, later: 1, both: 1, unknown: None}),
        (sponsor, ("No", "Yes, H-1B transfer", "Yes, other visa"), {none: 0, later: None, both: None}),
        (sponsor, ("Yes", "No", "Not sure"), {none: 1, later: 0, both: 0, unknown: None}),
    ]  # fmt: skip
    for index, (meaning, options, wanted) in enumerate(lists):
        for (a, n, f), expected in wanted.items():
            yield Case(
                name=f"claims-{index}-{a}-{n}-{f}",
                label="Are you legally authorized to work in the United States?"
                if meaning is authorized
                else "Will you now or in the future require visa sponsorship to work in the United States?",
                widget="select",
                options=("Select…", *options),
                meaning={"subject": "US", "shape": "yes_no", **meaning},
                profile=person(
                    authorization={"US": Authorization(authorized=a, sponsorship_now=n, sponsorship_future=f)}
                ),
                expected=None if expected is None else (options[expected],),
                country="US",
            )
