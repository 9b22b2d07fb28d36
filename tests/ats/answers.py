"""The person of these tests, and a planner that answers every question of the clones from one table."""

import hashlib
from collections.abc import Iterable

from companion.apply import FileToSend, Planner
from companion.model.application import Page
from companion.model.document import new_id, now
from companion.model.form import Action, Plan, Snapshot
from tests.ats.clone import Question, Sent

RESUME = FileToSend(name="tove-hallberg.pdf", data=b"%PDF-1.4\n" + b"a resume that is only bytes " * 60)
ANSWERS = {
    "First name": "Tove",
    "Last name": "Hallberg",
    "Full name": "Tove Hallberg",
    "Email": "tove.hallberg@example.com",
    "Phone": "+46 70 555 12 34",
    "City": "Malmö",
    "Country code": "Sweden (+46)",
    "Country": "Sweden",
    "LinkedIn": "https://www.linkedin.com/in/tove-hallberg-example",
    "Resume": RESUME.name,
    "Are you legally authorized": "Yes",
    "Will you now or in the future require": "No",
    "Notice period": "2 months",
    "Years of experience": "7",
    "Why": "Because gauges that tell the truth are worth building.",
    "I agree": "true",
    "Employer": "Hamnlogistik AB",
    "Job title": "Developer",
}


def planner(answers: dict[str, str] | None = None) -> Planner:
    """Answers by the beginning of the label; a question the table does not know is left to the person."""
    table = ANSWERS if answers is None else answers

    async def plan(snapshot: Snapshot) -> Plan:
        actions: list[Action] = []
        for one in snapshot.fields:
            if not one.visible:
                continue
            text = next((value for label, value in table.items() if one.label.lower().startswith(label.lower())), None)
            start = Action(
                field_id=one.id, frame=one.frame, kind="leave", label=one.label, required=one.required, meaning="custom"
            )
            actions.append(start if text is None else _action(start, one.widget, text))
        return Plan(id=new_id(), url=snapshot.url, actions=tuple(actions), created_at=now())

    return plan


def _action(start: Action, widget: str, text: str) -> Action:
    from msgspec.structs import replace

    if widget == "file":
        return replace(start, kind="attach", values=(text,), file=RESUME.sha256)
    if widget == "checkbox":
        return replace(start, kind="check", values=(text,))
    if widget in ("select", "radio", "buttons", "listbox", "combobox", "chips", "checkboxes"):
        return replace(start, kind="choose", values=(text,), search=text if widget == "combobox" else "")
    meaning = {"Email": "email"}.get(start.label.rstrip(" *✱"), "custom")
    return replace(start, kind="fill", values=(text,), meaning=meaning)


def mismatches(questions: Iterable[Question], pages: Iterable[Page], sent: Sent, saved: Iterable[Sent]) -> list[str]:
    """What of the plan did not arrive, or arrived unplanned. `saved` are uploads and steps before the submission."""
    by_label = {question.label.lower(): question for question in questions}
    wrong: list[str] = []
    planned: set[str] = set()
    everything = (sent, *saved)
    for page in pages:
        for action in page.actions:
            question = next((q for label, q in by_label.items() if action.label.lower().startswith(label)), None)
            if question is None:
                if action.kind != "leave":
                    wrong.append(f"{action.label}: no such question")
                continue
            planned.add(question.name)
            got = next((values for one in everything if (values := one.get(question.name))), [])
            if action.kind == "attach":
                hashes = {digest for one in everything for field, _, digest in one.files if field == question.name}
                if hashes != {action.file}:
                    wrong.append(f"{question.name}: another file arrived")
            elif action.kind == "leave":
                if got and got != [""]:
                    wrong.append(f"{question.name}: {got} arrived unplanned")
            elif got != [question.options.get(value, value) for value in action.values]:
                wrong.append(f"{question.name}: planned {action.values}, arrived {got}")
    known = {question.name for question in questions}
    for one in everything:
        wrong += [f"{name}: {value} arrived unasked" for name, value in one.values if name not in known and value]
    return wrong


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
