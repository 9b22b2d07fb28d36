"""Corrected meanings as rules of this person: the same words in the same shape of field are understood so from now on.

A rule never changes how an earlier form was understood: where another form filled the same words under another
meaning, it holds for the corrected form's host alone; where that very host did, for this form alone.
"""

from collections.abc import Sequence
from typing import Literal
from urllib.parse import urlsplit

import msgspec

from companion.errors import BadInput
from companion.forms import Meaning, understand
from companion.forms.bank import text_id
from companion.forms.meaning import BY_PERSON
from companion.forms.vocabulary import TERMS, term
from companion.model.document import new_id, now
from companion.model.form import Field, Snapshot
from companion.model.lesson import FieldShape, Lesson
from companion.store import Store

Kept = Literal["everywhere", "here", "once"]
"""How far a correction reaches: every form, forms of this host, or only the form at hand."""

_CHOICES = frozenset({"select", "multiselect", "combobox", "listbox", "radio", "checkboxes", "buttons", "chips"})
_SURE = 0.95


def taught(store: Store, snapshot: Snapshot) -> tuple[Meaning, ...]:
    """What the fields ask, with what the person taught put in its place."""
    host = _host(snapshot.url)
    found: list[Meaning] = []
    for field, meaning in zip(snapshot.fields, understand(snapshot), strict=True):
        lesson = _lesson(store, field, host)
        if lesson is not None and lesson.meaning != meaning.key and not _closed(meaning):
            meaning = msgspec.structs.replace(meaning, key=lesson.meaning, confidence=_SURE, rule=BY_PERSON)
        found.append(meaning)
    return tuple(found)


def learn(store: Store, snapshot: Snapshot, field_id: str, meaning: str) -> Kept:
    """Keep what the person says a field asks.

    Raises BadInput for a field or meaning there is not, or one that is never filled.
    """
    fields = {field.id: (field, one) for field, one in zip(snapshot.fields, understand(snapshot), strict=True)}
    if field_id not in fields or meaning not in TERMS:
        raise BadInput("There is no such field or meaning.", "Choose one of the list.", pointer="/meaning")
    field, understood = fields[field_id]
    if _closed(understood) or term(meaning).policy == "never":
        raise BadInput("This is never filled by a rule.", "Type it into the form itself.", pointer="/meaning")
    if not field.label.strip():
        return "once"
    host = _host(snapshot.url)
    clashes = _clashes(store, field, meaning)
    if host in clashes:
        return "once"
    lesson = Lesson(
        id=new_id(), wording=text_id(field.label), label=field.label[:500], shape=_shape(field.widget), meaning=meaning,
        host=host if clashes else "", learned_at=now(),
    )  # fmt: skip
    with store.commit():
        for old in store.lessons.by("wording", lesson.wording):
            if (old.shape, old.host) == (lesson.shape, lesson.host):
                store.lessons.remove(old.id)
        store.lessons.add(lesson)
    return "here" if clashes else "everywhere"


def _lesson(store: Store, field: Field, host: str) -> Lesson | None:
    """The rule for this field; one of its own host before one for all."""
    if not field.label.strip():
        return None
    held = [one for one in store.lessons.by("wording", text_id(field.label)) if one.shape == _shape(field.widget)]
    return _first(held, host) or _first(held, "")


def _first(lessons: Sequence[Lesson], host: str) -> Lesson | None:
    return next((one for one in lessons if one.host == host), None)


def _clashes(store: Store, field: Field, meaning: str) -> set[str]:
    """Hosts whose forms were filled with these words under another meaning, and held it when read back."""
    wording = text_id(field.label)
    found: set[str] = set()
    for attempt in store.attempts.where():
        for page in attempt.pages:
            held = {one.field_id for one in page.results if one.status in ("verified", "already")}
            if any(
                one.field_id in held and one.meaning not in ("", meaning) and text_id(one.label) == wording
                for one in page.actions
                if one.label and one.kind != "leave"
            ):
                found.add(_host(page.url))
    return found


def _closed(meaning: Meaning) -> bool:
    """What no rule opens: fields whose policy is `never`, whatever their words are said to mean."""
    return bool(meaning.key) and term(meaning.key).policy == "never"


def _shape(widget: str) -> FieldShape:
    if widget in _CHOICES:
        return "choice"
    return "tick" if widget == "checkbox" else "file" if widget == "file" else "text"


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""
