"""When an ATS's forms no longer look as they did: a redacted snapshot for whoever mends it, and a notice.

The form itself is filled all the same: understanding is by what a page says, not by an adapter's selectors.
"""

import msgspec

from companion.apply.evidence import plain
from companion.apply.routing import Route, drifted
from companion.model.document import new_id, now
from companion.model.form import Snapshot
from companion.model.run import Notice
from companion.store import Store


def watch(store: Store, known: Route, snapshot: Snapshot) -> str:
    """Note a drift once a day for each ATS; the blob of the redacted snapshot, "" where there is no drift."""
    names = tuple(name for field in snapshot.fields if field.visible for name in (field.name, field.html_id) if name)
    names += tuple(value for field in snapshot.fields for value in field.attributes.values())
    if not drifted(known, names):
        return ""
    blob = store.blobs.put(msgspec.json.encode(redacted(snapshot)))
    told = f"The forms of {known.ats} look different than before"
    recent = (one for one in store.notices.by("kind", "drift") if one.text.startswith(told))
    if not any((now() - one.created_at).days < 1 for one in recent):
        text = f"{told}. They are filled by what they say; please look closely. Snapshot {blob[:12]}."
        store.notices.add(Notice(id=new_id(), kind="drift", text=text, created_at=now()))
    return blob


def redacted(snapshot: Snapshot) -> Snapshot:
    """The questions without any answer: no values, no choices, no messages, no address beyond its path."""
    fields = tuple(
        msgspec.structs.replace(
            field,
            value="",
            checked=False,
            error="",
            options=tuple(msgspec.structs.replace(option, selected=False) for option in field.options),
        )
        for field in snapshot.fields
    )
    return msgspec.structs.replace(
        snapshot, url=plain(snapshot.url), fields=fields, errors=(), frames=tuple(map(plain, snapshot.frames))
    )
