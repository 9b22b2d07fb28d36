"""The safety net of reading: lines with words that reached no field, so that nothing of a file is lost in silence."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from companion.model.profile import Profile
from companion.resume.reading.asked import label_of
from companion.resume.reading.dates import LASTED, spans, without
from companion.resume.reading.fields import fields_of
from companion.resume.reading.lines import TextLine, joined
from companion.resume.reading.titles import kind_like, kind_of

_WORD = re.compile(r"[^\W\d_]{4,}")
_SAID_BY_FIELDS = frozenset(
    "present current today heute expected graduated graduation grad relevant coursework courses overall cumulative "
    "grade "
    "note gpa grade lebenslauf curriculum vitae resume résumé adresse telefon address phone years year months "
    "month email mail phone mobile telefon linkedin github website address links since from until https mailto "
    "mean tertiary vocational have worked working served employed associated currently presently with between "
    "till date employer company organisation organization position designation period duration institution "
    "qualification europass arbeitgeber zeitraum anschrift mobil handy courriel téléphone correo teléfono".split()
)


def untold(profile: Profile, lines: Iterable[TextLine]) -> Iterator[str]:
    """Texts of `lines` that say something `profile` does not hold anywhere."""
    known = set(_words(" ".join(_texts(msgspec.to_builtins(profile)))))
    before = ""
    lines = tuple(lines)
    labels = Counter(label_of(line)[0] for line in lines)
    for line in lines:
        text = line.plain
        if kind_of(text) or kind_like(text):
            before = text
            continue
        told = fields_of(line)
        label, _, value = text.partition(":")
        said = " ".join(one.value for one in told) if told else value if kind_of(label) else text  # no printed label
        asked, answer = label_of(line)
        if asked and labels[asked] > 1:
            said = answer
        bare = LASTED.sub("", without(said, spans(said)))
        missing = [word for word in _words(bare) if word not in known and not _is_label(word)]
        halves = set(_words(joined(before, text)))  # a word broken at the line's end is told as a whole
        if any(word in halves for word in missing) and not all(_is_part(word, known) for word in missing):
            yield text
        before = text


def _is_label(word: str) -> bool:
    """Whether a word only names a field or a section: what it is about is told by where it went."""
    return word in _SAID_BY_FIELDS or bool(kind_of(word))


def _is_part(word: str, known: set[str]) -> bool:
    return any(word in other for other in known)


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKC", text).replace("\u00ad", "").casefold()
    return _WORD.findall(folded)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for child in value.values():  # pyright: ignore[reportUnknownVariableType]
            yield from _texts(child)  # pyright: ignore[reportUnknownArgumentType]
    elif isinstance(value, list | tuple):
        for child in value:  # pyright: ignore[reportUnknownVariableType]
            yield from _texts(child)  # pyright: ignore[reportUnknownArgumentType]
    elif isinstance(value, str):
        yield value
