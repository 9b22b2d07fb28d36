"""When an ATS's forms no longer look as they did: a redacted snapshot for whoever mends it, and a notice.

The form itself is filled all the same: understanding is by what a page says, not by an adapter's selectors.
"""

import msgspec

from companion.apply.evidence import plain
from companion.apply.filling import asks_to_sign_in, is_form
from companion.apply.routing import Route, drifted
from companion.model.document import new_id, now
from companion.model.form import Snapshot
from companion.model.run import Notice
from companion.store import Store


def watch(store: Store, known: Route, snapshot: Snapshot) -> str:
    """Note a drift once a day for each ATS; the blob of the redacted snapshot, "" where there is no drift.

    A page that asks for less than a form of applications does (a search, an account) tells nothing.
    """
    if asks_to_sign_in(snapshot) or not is_form(snapshot):
        return ""
    names = tuple(name for field in snapshot.fields if field.visible for name in (field.name, field.html_id) if name)
    names += tuple(value for field in snapshot.fields for value in field.attributes.values())
    if not drifted(known, names):
        return ""
    told = f"The forms of {known.ats} look different than before"
    for one in store.notices.by("kind", "drift"):
        if one.text.startswith(told) and (now() - one.created_at).days < 1:
            return one.link.rpartition("/")[2]
    blob = store.blobs.put(msgspec.json.encode(redacted(snapshot)))
    text = f"{told}. They are filled by what they say; please look closely. This is what they ask, without answers."
    store.notices.add(Notice(id=new_id(), kind="drift", text=text, link=f"/files/{blob}", created_at=now()))
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
