"""An approval is the hash of exactly what will be sent: the job, the questions asked, every value, every file."""

import hashlib
from collections.abc import Sequence

import msgspec

from companion.model.application import Page, SentFile
from companion.model.form import Action

_SENDS = frozenset({"fill", "choose", "check", "attach"})
_LEFT = "(left to you)"


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is not as it was approved. `before` or `after` is empty where it is new or gone."""

    page: int
    label: str
    before: str = ""
    after: str = ""


def content_hash(canonical_key: str, pages: Sequence[Page], files: Sequence[SentFile]) -> str:
    """SHA-256 (hex) of what the employer would receive, independent of order of files and of why a value was chosen."""
    what = (
        canonical_key,
        [(page.schema_hash, [_sent(action) for action in page.actions if action.kind in _SENDS]) for page in pages],
        sorted((one.name, one.sha256) for one in files),
    )
    return hashlib.sha256(msgspec.json.encode(what, order="deterministic")).hexdigest()


def differences(before: Sequence[Page], after: Sequence[Page]) -> tuple[Difference, ...]:
    """What a person must look at again, page by page and question by question."""
    found: list[Difference] = []
    for index in range(max(len(before), len(after))):
        old = _values(before[index]) if index < len(before) else {}
        new = _values(after[index]) if index < len(after) else {}
        for key in dict.fromkeys((*old, *new)):
            label = (new.get(key) or old[key])[0]
            was, now = old.get(key, ("", ""))[1], new.get(key, ("", ""))[1]
            if was != now or (key in old) != (key in new):
                found.append(Difference(page=index, label=label, before=was, after=now))
        both = index < len(before) and index < len(after)
        if both and before[index].schema_hash != after[index].schema_hash and not any(d.page == index for d in found):
            found.append(Difference(page=index, label="The questions or their options changed"))
    return tuple(found)


def file_differences(before: Sequence[SentFile], after: Sequence[SentFile]) -> tuple[Difference, ...]:
    """Files that are others than those approved, under their names."""
    old, new = ({one.name: one.sha256 for one in files} for files in (before, after))
    return tuple(
        Difference(page=0, label=name, before=_file(old.get(name)), after=_file(new.get(name)))
        for name in dict.fromkeys((*old, *new))
        if old.get(name) != new.get(name)
    )


def told(found: Sequence[Difference]) -> str:
    """The differences in one line for the person."""
    return "; ".join(dict.fromkeys(map(_told, found))) or "the form changed"


def _told(one: Difference) -> str:
    label = one.label.rstrip(" :*✱")
    if one.before and one.after:
        return f"{label}: {one.before} → {one.after}"
    if one.after:
        return f"new: {label} {one.after if one.after == _LEFT else f'({one.after})'}"
    return f"gone: {label} ({one.before})" if one.before else one.label


def _file(sha256: str | None) -> str:
    return f"file {sha256[:8]}" if sha256 else ""


def _sent(action: Action) -> tuple[str, ...]:
    return (action.frame, action.field_id, action.kind, action.file, *action.values, "", *action.option_values)


def _values(page: Page) -> dict[tuple[str, str], tuple[str, str]]:
    return {
        (action.frame, action.field_id): (
            action.label or action.meaning or action.field_id,
            ", ".join(action.values) or (_LEFT if action.kind == "leave" else action.file),
        )
        for action in page.actions
    }
