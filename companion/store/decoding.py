"""From a change in a journal to the document it puts, or the error that says why there is none."""

from collections.abc import Mapping
from typing import Any

import msgspec

from companion.errors import Damaged
from companion.store.entry import Entry
from companion.store.journal import Change
from companion.store.kinds import Kind


def entry(kinds: Mapping[str, Kind[Any]], change: Change, *, whole: bool = False) -> Entry | None:
    """What `change` puts; None for a removal. `whole` decodes also what is kept encoded, to be sure that it can be.

    Raises Damaged for an unknown kind, or a document that does not fit its kind.
    """
    if change.table not in kinds:
        raise Damaged(
            f"The journal holds an unknown kind of document ({change.table}).",
            "Install the newer version.",
        )
    if change.body is None:
        return None
    try:
        found = Entry.packed(kinds[change.table], change.id, change.body)
        if whole:
            found.view()
    except msgspec.MsgspecError as error:
        raise Damaged(
            f"A document of {change.table} does not have the shape this version knows.",
            "Restore a backup or install the newer version.",
        ) from error
    return found
