"""One snapshot of a page from one a frame: fields keep their frame, so that each action finds its way back."""

from collections.abc import Iterable, Sequence

import msgspec

from companion.model.form import FieldResult, Option, Snapshot


def merge(snapshots: Sequence[Snapshot]) -> Snapshot:
    """The whole page from its frames' snapshots, the top frame's first. ValueError where there is none.

    The page's own heading, step and language win; a challenge or error in any frame is the page's.
    """
    if not snapshots:
        raise ValueError("no snapshot to merge")
    top = snapshots[0]
    if len(snapshots) == 1:
        return top
    fields = [
        msgspec.structs.replace(field, position=position)
        for position, field in enumerate(field for each in snapshots for field in each.fields)
    ]
    return msgspec.structs.replace(
        top,
        language=_first(each.language for each in snapshots),
        heading=_first(each.heading for each in snapshots),
        title=_first(each.title for each in snapshots),
        fields=tuple(fields),
        buttons=tuple(button for each in snapshots for button in each.buttons),
        step=next((each.step for each in snapshots if each.step is not None), None),
        steps=next((each.steps for each in snapshots if each.steps is not None), None),
        errors=tuple(dict.fromkeys(error for each in snapshots for error in each.errors)),
        challenge=_first(each.challenge for each in snapshots),
        frames=tuple(dict.fromkeys(frame for each in snapshots for frame in (each.frames or _frames(each)))),
        truncated=any(each.truncated for each in snapshots),
    )


def opened(snapshot: Snapshot, results: Iterable[FieldResult]) -> Snapshot:
    """`snapshot` with the options that lists offered once they were opened, to be planned again."""
    offered = {(one.frame, one.field_id): one.offered for one in results if one.offered}
    fields = [
        msgspec.structs.replace(field, options=tuple(Option(value="", label=label) for label in labels))
        if (labels := offered.get((field.frame, field.id)))
        else field
        for field in snapshot.fields
    ]
    return msgspec.structs.replace(snapshot, fields=tuple(fields)) if offered else snapshot


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")


def _frames(snapshot: Snapshot) -> tuple[str, ...]:
    return tuple(dict.fromkeys(field.frame for field in snapshot.fields if field.frame))
