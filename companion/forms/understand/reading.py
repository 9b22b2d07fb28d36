"""The road through understanding: a field's own signals, its neighbours, its block, questions, then shape and unit."""

from collections.abc import Sequence

import msgspec

from companion.forms.meaning import Meaning
from companion.forms.understand.entries import headed, place
from companion.forms.understand.folding import plain, words
from companion.forms.understand.language import language_of
from companion.forms.understand.purpose import aside
from companion.forms.understand.questions import ask
from companion.forms.understand.sequence import settle
from companion.forms.understand.shape import shaped
from companion.forms.understand.standard import Candidate, candidates
from companion.forms.understand.tables import pattern
from companion.forms.understand.wording import without_format
from companion.forms.vocabulary import term
from companion.model.form import Field, Option, Snapshot

_CLEAR = 0.72
"""A standard field this clear is no question, however its label might read as one."""
_QUESTION_WORDS = 7
"""A label of more words is a sentence: a standard phrase in it is only taken where nothing else is known."""
_DOUBTFUL = 0.45
_SHORT_LABEL = 3
_AVAILABLE = "question:start"
"""The rule of labels that say from when somebody is free, whatever the field's name says: no entry begins so."""
_LATEST = frozenset({"current.company", "current.title"})
_PARTS = {
    "phone.extension": ("phone", "extension"),
    "phone.area": ("phone", "area"),
    "phone.prefix": ("phone", "prefix"),
    "phone.suffix": ("phone", "number"),
}
"""Keys of the phrase table that are parts of one in the vocabulary."""
_TYPED_IN = {"documents.resume": "documents.resume_text", "documents.cover": "cover.letter"}
"""What a document is where no file goes in: the text itself."""
_REST = frozenset({"address.city", "address.postal"})


def understand(snapshot: Snapshot) -> tuple[Meaning, ...]:
    """One Meaning for each field of `snapshot`, in its order; key "" where no rule knows the field."""
    language = language_of(snapshot)
    fields = [_without_format(field) for field in headed(snapshot)]
    found = [candidates(field, language) for field in fields]
    settled = settle(fields, found, language)
    asked: list[Meaning | None] = []
    for field, one in zip(fields, settled, strict=True):
        clear = one is not None and one.score >= _CLEAR and len(words(field.label)) <= _SHORT_LABEL
        clear = clear and one is not None and not one.key.startswith("entry.")
        asked.append(None if clear else ask(field, asked[-1] if asked else None))
    placed = place(
        fields,
        [
            one if _standard(field, one, question) else None
            for field, one, question in zip(fields, settled, asked, strict=True)
        ],
    )
    meanings = tuple(
        _trap(field) or shaped(field, _meaning(field, one, entry, question))
        for field, (one, entry), question in zip(snapshot.fields, placed, asked, strict=True)
    )
    return aside(snapshot, _whole_address(snapshot.fields, meanings))


def _whole_address(fields: Sequence[Field], meanings: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    """A box of several lines for the address takes all of it, where the form asks for no town beside it."""
    if _REST & {meaning.key for meaning in meanings}:
        return meanings
    return tuple(
        msgspec.structs.replace(meaning, key="address.full")
        if meaning.key == "address.line1" and field.widget == "textarea"
        else meaning
        for field, meaning in zip(fields, meanings, strict=True)
    )


def warm() -> None:
    """Read and compile every table now (a fifth of a second of CPU), so that the first form need not wait for it."""
    options = tuple(Option(value=name, label=name) for name in ("Asgard", "Midgard", "Alfheim", "Jotunheim", "Helheim"))
    fields = tuple(
        Field(id=widget, widget=widget, label="What nobody ever asked of anybody", options=options)
        for widget in ("radio", "select", "textarea")
    )
    understand(Snapshot(url="", fields=fields))


def _without_format(field: Field) -> Field:
    bare = without_format(field.label)
    return field if bare == field.label else msgspec.structs.replace(field, label=bare)


def _standard(field: Field, one: Candidate | None, question: Meaning | None) -> bool:
    """Whether the standard candidate decides, and not the question's rule."""
    if one is None:
        return False
    if one.rule == "autocomplete":
        return True
    length = len(words(field.label))
    if question is None or question.rule == "question:open":
        return length <= _QUESTION_WORDS or one.score >= _DOUBTFUL
    if question.sensitive and not one.key.startswith("id."):
        return False
    if question.rule == _AVAILABLE and one.key == "entry.start":
        return False
    return one.score >= _CLEAR and length <= _QUESTION_WORDS


def _trap(field: Field) -> Meaning | None:
    if field.hidden_reason != "honeypot":
        return None
    return Meaning(field_id=field.id, frame=field.frame, key="honeypot", rule="honeypot", confidence=1.0)


def _meaning(field: Field, one: Candidate | None, entry: int | None, question: Meaning | None) -> Meaning:
    if one is not None:
        key, part = _PARTS.get(one.key, (one.key, one.part))
        if field.widget != "file":
            key = _TYPED_IN.get(key, key)
        if key == "phone" and not part and field.group.rpartition("/")[2].startswith("phone:"):
            part = field.part
        return Meaning(
            field_id=field.id,
            frame=field.frame,
            key=key,
            part=part,  # type: ignore[arg-type]
            entry=entry,
            confidence=round(min(one.score, 1.0), 3),
            rule=one.rule,
            time_frame="recent" if key in _LATEST and pattern("wording", "latest").search(plain(field.label)) else "",
            sensitive=bool(term(key).sensitive),
        )
    if question is not None:
        return msgspec.structs.replace(question, frame=field.frame)
    return Meaning(field_id=field.id, frame=field.frame, rule="unknown")
