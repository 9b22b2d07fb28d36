"""An essay for one field of a planned form: from the person's model behind the claim gate, else an outline of facts.

Nothing drafted here is filled: the person reads, changes and approves it in the panel.
"""

import msgspec

from companion.errors import ModelError, NotFound
from companion.forms import Essay, asked, outline, write_essay
from companion.model.facts import facts
from companion.model.form import Snapshot
from companion.model.profile import Profile
from companion.net.ollama import Model
from companion.resume import ground


class Cited(msgspec.Struct, frozen=True, kw_only=True):
    """A fact that a draft rests on."""

    path: str
    text: str


class Dropped(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of the model that no fact carries, and why."""

    text: str
    reasons: tuple[str, ...]


class DraftView(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A draft as the panel shows it. `source` says who put it together; `note` why it is not the model's."""

    text: str
    source: str
    facts: tuple[Cited, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    note: str = ""


async def draft_essay(snapshot: Snapshot, field_id: str, profile: Profile, model: Model | None) -> DraftView:
    """A draft for the field, within its limits. Raises NotFound where the form has no such field."""
    wanted = asked(snapshot, field_id)
    if wanted is None:
        raise NotFound("The form has no such field.", "Look at the form again.")
    note = ""
    if model is not None:
        try:
            essay = await write_essay(
                wanted.question, profile, model, ground.check, characters=wanted.characters, words=wanted.words
            )
        except ModelError as error:
            note = f"Your model did not answer, so these are your own sentences. {error.message}"
        else:
            if essay.text:
                return _view(essay, profile, "model", "")
            note = "Nothing your model wrote was carried by your facts, so these are your own sentences."
    own = outline(wanted.question, profile, characters=wanted.characters, words=wanted.words)
    return _view(own, profile, "outline", note)


def _view(essay: Essay, profile: Profile, source: str, note: str) -> DraftView:
    known = facts(profile)
    return DraftView(
        text=essay.text,
        source=source,
        facts=tuple(Cited(path=path, text=known[path].text) for path in essay.facts if path in known),
        dropped=tuple(Dropped(text=text, reasons=reasons) for text, reasons in essay.dropped),
        note=note,
    )
