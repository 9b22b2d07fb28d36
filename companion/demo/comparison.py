"""What the employer received, held against what was planned, field by field and byte by byte."""

from datetime import date

import msgspec

from companion.demo.employer import Received
from companion.model.application import Attempt
from companion.model.form import Action


class FieldCheck(msgspec.Struct, frozen=True, kw_only=True):
    """One planned value and what arrived under its name."""

    label: str
    planned: str
    received: str
    same: bool


def compare(attempt: Attempt, received: Received) -> tuple[FieldCheck, ...]:
    """Every value that was planned, and every value that arrived without one: nothing may be lost or added."""
    checks: list[FieldCheck] = []
    planned: set[str] = set()
    for page in attempt.pages:
        for action in page.actions:
            if action.kind == "leave":
                continue
            name = _NAMES.get(action.label, "")
            planned.add(name)
            if action.kind == "attach":
                arrived = next((one.sha256 for one in received.files if one.field == name), "")
                checks.append(
                    FieldCheck(label=action.label, planned=action.file, received=arrived, same=arrived == action.file)
                )
                continue
            values = received.values(name)
            expected = _expected(action)
            checks.append(
                FieldCheck(
                    label=action.label,
                    planned=", ".join(expected),
                    received=", ".join(values),
                    same=[_plain(one) for one in values] == [_plain(one) for one in expected],
                )
            )
    checks += [
        FieldCheck(label=name, planned="", received=value, same=False)
        for name, value in received.fields
        if value and name not in planned
    ]
    return tuple(checks)


_NAMES = {
    "First name": "first_name",
    "Last name": "last_name",
    "Email": "email",
    "Phone": "phone",
    "City": "city",
    "Country": "country",
    "LinkedIn profile": "linkedin",
    "Resume (PDF)": "resume",
    "Current or most recent employer": "employer",
    "Notice period": "notice",
    "Earliest start date": "start",
    "Expected salary (EUR per year)": "salary",
    "Are you legally authorized to work in Germany?": "authorized",
    "Will you now or in the future require sponsorship for a work visa?": "sponsorship",
    "Why would you like to work at Larkspur Instruments?": "why",
    "I have read the privacy notice and agree that my data is processed for this application.": "privacy",
    "Keep my data in the talent pool for future jobs.": "talent_pool",
}
"""The employer's own form, question by question: which name each answer is sent under."""
_OPTIONS = {
    ("country", "Germany"): "de",
    ("notice", "None, I can start right away"): "0",
    ("notice", "1 month"): "1",
    ("notice", "2 months"): "2",
    ("notice", "3 months"): "3",
    ("notice", "More than 3 months"): "4",
    ("authorized", "Yes"): "yes",
    ("authorized", "No"): "no",
    ("sponsorship", "Yes"): "yes",
    ("sponsorship", "No"): "no",
}


def _expected(action: Action) -> list[str]:
    name = _NAMES.get(action.label, "")
    if action.kind == "check":
        sent = {"privacy": "accepted", "talent_pool": "yes"}.get(name, "on")
        return [sent] if action.values == ("true",) else []
    return [_OPTIONS.get((name, value), value) for value in action.values]


def _plain(value: str) -> str:
    """Line ends as a form sends them; dates as the page's own control writes them."""
    text = value.replace("\r\n", "\n").strip()
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return text
