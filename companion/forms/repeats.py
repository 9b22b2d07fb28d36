"""Repeated parts of a form: how many further blocks the profile has entries for, and which button opens one.

A button is named here only where it says "add", and its own words, its heading or the field before it say what it adds.
Where each entry has a form of its own, what goes into it is planned here for all entries from the one that is open.
"""

from collections.abc import Callable

import msgspec

from companion.forms.context import Context
from companion.forms.entries import newest_first
from companion.forms.meaning import Meaning
from companion.forms.understand.entries import ONE_OF, block_named
from companion.forms.words import fold, has_words, word_set
from companion.model.form import Action, Button, Field

_COUNTED = ("work", "education", "languages", "certifications")
_ROWS = ("languages", "certifications")
"""Parts whose fields understanding does not number: one field may ask for all of them."""
_MOST = 12
"""Blocks one form is given at most: nobody reads a thirteenth job in a form."""
_BARE = word_set(
    "add another more new one entry item block section record row a an weitere weiteren eintrag hinzufugen neue neuer "
    "ajouter autre un une otro otra agregar anadir adicionar outro outra mais aggiungi altro toevoegen 追加 +"
)


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


Planned = Callable[[Field, Meaning], Action]
"""What goes into one field, given what it asks."""


def further(context: Context, planned: Planned) -> tuple[Action, ...]:
    """One `add` a repeated part that shows fewer blocks than the profile has entries, and does not list the others.

    Where the form of an entry is open, what goes into it follows, for each entry.
    """
    actions: list[Action] = []
    for block in _COUNTED:
        button = _opener(context, block)
        if button is None:
            continue
        lacking = _lacking(context, block, button)
        if not lacking:
            continue
        said = tuple(each.said for each in lacking)
        actions.append(
            Action(
                field_id=button.id,
                kind="add",
                frame=button.frame,
                values=said,
                meaning=block,
                label=button.text,
                section=button.section,
                fact=lacking[0].fact,
                fact_text="; ".join(said)[:1_000],
                rule="more-entries",
                confidence=0.9,
                review=True,
                reason="Your profile has more entries than the form shows.",
            )
        )
        for number, entry in enumerate(lacking):
            actions += _within(context, block, button, number, entry, planned)
    return tuple(actions)


class _Entry(msgspec.Struct, frozen=True):
    """An entry of the profile. `index` is its place in the order in which blocks are filled."""

    index: int
    said: str
    fact: str
    names: tuple[str, ...]
    """What a page that lists it would call it by."""


def _within(context: Context, block: str, button: Button, number: int, entry: _Entry, planned: Planned) -> list[Action]:
    """What goes into the open form of an entry. Only what asks about such an entry: anything else there is not ours."""
    meanings = {(one.frame, one.field_id): one for one in context.meanings}
    actions: list[Action] = []
    for field in context.snapshot.fields:
        meaning = meanings.get((field.frame, field.id))
        if (field.frame, field.inside) != (button.frame, button.id) or meaning is None:
            continue
        if meaning.key.partition(".")[0] != block or meaning.entry is None:
            continue
        action = planned(field, msgspec.structs.replace(meaning, entry=entry.index))
        if action.kind != "leave":
            name = f"{field.id}~{number}"
            actions.append(
                msgspec.structs.replace(action, field_id=name, inside=button.id, entry=number, section=entry.said)
            )
    return actions


def _lacking(context: Context, block: str, button: Button) -> list[_Entry]:
    """The entries that the form neither shows a block for nor lists."""
    entries = _entries(context, block)[:_MOST]
    names = [name for each in entries for name in each.names]
    text = fold(button.listed)

    def listed(entry: _Entry) -> bool:
        there = [has_words(text, name) for name in entry.names]
        # A page may list an employer alone; where the profile has several jobs there, it is not known which it means.
        return bool(there) and (all(there) or (there[-1] and names.count(entry.names[-1]) == 1))

    return [each for each in entries if not listed(each)][_shown(context, block) :]


def _entries(context: Context, block: str) -> list[_Entry]:
    """The entries of the profile, in the order in which blocks are filled."""
    profile = context.profile
    if block == "work":
        jobs = [(index, profile.work[index]) for index in newest_first(profile.work)]
        told = [(f"work/{index}/name", (each.position, each.name)) for index, each in jobs]
    elif block == "education":
        schools = [(index, profile.education[index]) for index in newest_first(profile.education)]
        told = [(f"education/{index}/institution", (each.study_type, each.institution)) for index, each in schools]
    elif block == "languages":
        told = [(f"languages/{index}/language", (each.language,)) for index, each in enumerate(profile.languages)]
    else:
        told = [(f"certificates/{index}/name", (each.name,)) for index, each in enumerate(profile.certificates)]
    return [
        _Entry(index, _said(*names), fact, tuple(name for name in names if name))
        for index, (fact, names) in enumerate(told)
    ]


def _said(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _shown(context: Context, block: str) -> int:
    """How many blocks of this kind the form shows now."""
    seen = {field.frame + field.id for field in context.snapshot.fields if field.visible and not field.inside}
    entries = [
        meaning.entry
        for meaning in context.meanings
        if meaning.entry is not None
        and meaning.key.partition(".")[0] == block
        and meaning.frame + meaning.field_id in seen
    ]
    return max(entries) + 1 if entries else 0


def _opener(context: Context, block: str) -> Button | None:
    """The last "add" button of this part: where each block brings its own, the last one opens the next.

    Where the form of an entry is open, the button that opened it.
    """
    within = {(field.frame, field.inside) for field in context.snapshot.fields if field.inside}
    found = [button for button in context.snapshot.buttons if button.kind == "add" and not button.disabled]
    found.sort(key=lambda button: (button.frame, button.id) in within)
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
    found = {block for block, names in ONE_OF.items() if names & words} | ({block_named(text)} - {""})
    return found.pop() if len(found) == 1 else ""
