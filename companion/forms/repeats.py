"""Repeated parts of a form: how many further blocks the profile has entries for, and which button opens one.

A button is named here only where it says "add", and its own words, its heading or the field before it say what it adds.
"""

import msgspec

from companion.forms.context import Context
from companion.forms.entries import newest_first
from companion.forms.meaning import Meaning
from companion.forms.understand.entries import block_named
from companion.forms.words import fold, word_set
from companion.model.form import Action, Button

_COUNTED = ("work", "education", "languages", "certifications")
_ROWS = ("languages", "certifications")
"""Parts whose fields understanding does not number: one field may ask for all of them."""
_MOST = 12
"""Blocks one form is given at most: nobody reads a thirteenth job in a form."""
_BARE = word_set(
    "add another more new one entry item block section record row a an weitere weiteren eintrag hinzufugen neue neuer "
    "ajouter autre un une otro otra agregar anadir adicionar outro outra mais aggiungi altro toevoegen 追加 +"
)
_ALSO = {
    "work": word_set("job position role"),
    "education": word_set("degree"),
}
"""What buttons call one entry, besides the names of the part."""


def numbered(context: Context) -> tuple[Meaning, ...]:
    """The meanings with an entry for each row of languages or certificates where the form repeats such rows."""
    rows = {block for block in _ROWS if _opener(context, block) is not None}
    counts: dict[tuple[str, str], int] = {}
    for meaning in context.meanings:
        counts[meaning.key, meaning.part] = counts.get((meaning.key, meaning.part), 0) + 1
    rows |= {key.partition(".")[0] for (key, _), count in counts.items() if count > 1}
    at: dict[tuple[str, str], int] = {}
    made: list[Meaning] = []
    for meaning in context.meanings:
        block = meaning.key.partition(".")[0]
        if block in _ROWS and block in rows and meaning.entry is None and not meaning.subject:
            mark = (meaning.key, meaning.part)
            at[mark] = at.get(mark, -1) + 1
            meaning = msgspec.structs.replace(meaning, entry=at[mark])
        made.append(meaning)
    return tuple(made)


def further(context: Context) -> tuple[Action, ...]:
    """One `add` a repeated part that shows fewer blocks than the profile has entries."""
    actions: list[Action] = []
    for block in _COUNTED:
        entries = _entries(context, block)[:_MOST]
        lacking = entries[_shown(context, block) :]
        button = _opener(context, block) if lacking else None
        if button is None:
            continue
        actions.append(
            Action(
                field_id=button.id,
                kind="add",
                frame=button.frame,
                values=tuple(said for said, _ in lacking),
                meaning=block,
                label=button.text,
                section=button.section,
                fact=lacking[0][1],
                fact_text="; ".join(said for said, _ in lacking)[:1_000],
                rule="more-entries",
                confidence=0.9,
                review=True,
                reason="Your profile has more entries than the form shows.",
            )
        )
    return tuple(actions)


def _entries(context: Context, block: str) -> list[tuple[str, str]]:
    """(what it is in words, path of its first fact) of each entry, in the order in which blocks are filled."""
    profile = context.profile
    if block == "work":
        return [
            (_said(profile.work[index].position, profile.work[index].name), f"work/{index}/name")
            for index in newest_first(profile.work)
        ]
    if block == "education":
        return [
            (_said(profile.education[index].study_type, profile.education[index].institution),
             f"education/{index}/institution")
            for index in newest_first(profile.education)
        ]  # fmt: skip
    if block == "languages":
        return [(each.language, f"languages/{index}/language") for index, each in enumerate(profile.languages)]
    return [(each.name, f"certificates/{index}/name") for index, each in enumerate(profile.certificates)]


def _said(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _shown(context: Context, block: str) -> int:
    """How many blocks of this kind the form shows now."""
    seen = {field.frame + field.id for field in context.snapshot.fields if field.visible}
    entries = [
        meaning.entry
        for meaning in context.meanings
        if meaning.entry is not None
        and meaning.key.partition(".")[0] == block
        and meaning.frame + meaning.field_id in seen
    ]
    return max(entries) + 1 if entries else 0


def _opener(context: Context, block: str) -> Button | None:
    """The last "add" button of this part: where each block brings its own, the last one opens the next."""
    found = [button for button in context.snapshot.buttons if button.kind == "add" and not button.disabled]
    return next((button for button in reversed(found) if _adds(context, button) == block), None)


def _adds(context: Context, button: Button) -> str:
    """What an "add" button adds, from its words, then its heading, then the field before it; "" where unclear."""
    words = fold(button.text).split()
    if own := _named(button.text):
        return own
    if any(word not in _BARE for word in words):
        return ""
    if heading := _named(button.section):
        return heading
    before = next(
        (field for field in context.snapshot.fields if (field.frame, field.id) == (button.frame, button.after)), None
    )
    if before is None or fold(before.section) != fold(button.section):
        return ""  # a heading of its own stands between
    asked = next((each for each in context.meanings if (each.frame, each.field_id) == (before.frame, before.id)), None)
    return asked.key.partition(".")[0] if asked is not None and asked.entry is not None else ""


def _named(text: str) -> str:
    words = set(fold(text).split())
    found = {block for block, names in _ALSO.items() if names & words} | ({block_named(text)} - {""})
    return found.pop() if len(found) == 1 else ""
