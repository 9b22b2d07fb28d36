"""What was asked, and exactly what will be sent: the schema hash binds questions, the content hash an approval."""

import hashlib
from collections.abc import Sequence

import msgspec

from companion.forms.words import fold
from companion.model.form import Action, Field, Plan, Snapshot


def schema_hash(snapshot: Snapshot) -> str:
    """Hash of the questions: labels, widgets, options, required, in order. Values, positions and ids do not count."""
    asked = [_asked(field) for field in snapshot.fields if field.visible or field.widget == "file"]
    return _hash(asked)


def _asked(field: Field) -> tuple[object, ...]:
    options = () if field.options_open else tuple(fold(option.label) for option in field.options)
    return (fold(field.label), fold(field.section), field.widget, field.required, options)


def content_hash(posting_id: str, plans: Sequence[Plan], *, files: Sequence[str] = ()) -> str:
    """Hash of exactly what will be sent: the posting, each page's questions, every value, every file.

    `files`: hashes of files sent besides those that actions attach. Anything of it that changes voids an approval.
    """
    pages = [(plan.schema_hash, [_sent(action) for action in plan.actions if action.kind != "leave"]) for plan in plans]
    return _hash((posting_id, pages, sorted(files)))


def _sent(action: Action) -> tuple[object, ...]:
    return (
        action.frame,
        action.field_id,
        action.kind,
        action.values,
        action.option_values,
        action.alternatives,
        action.file,
    )


def _hash(value: object) -> str:
    return hashlib.sha256(msgspec.json.encode(value, order="deterministic")).hexdigest()
