"""Text cut to a form's limits at the end of a sentence or line, never within a word or a fact; else refused."""

import re

from companion.forms.meaning import Meaning
from companion.model.form import Field

_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")


def limit_of(field: Field, meaning: Meaning) -> tuple[int | None, int | None]:
    """(characters, words) at most; None where there is no such limit."""
    characters = field.max_length if field.max_length and field.max_length > 0 else None
    if meaning.limit and meaning.limit_unit in {"", "characters"}:
        characters = min(characters or meaning.limit, meaning.limit)
    words = meaning.limit if meaning.limit and meaning.limit_unit == "words" else None
    return characters, words


def fits(text: str, characters: int | None, words: int | None) -> bool:
    """True where `text` keeps both limits. Characters are counted as browsers count (UTF-16 units)."""
    size = len(text.encode("utf-16-le")) // 2
    return (characters is None or size <= characters) and (words is None or len(text.split()) <= words)


def fit(text: str, characters: int | None, words: int | None) -> str:
    """As many whole leading sentences or lines of `text` as fit; "" where not even the first does."""
    if fits(text, characters, words):
        return text
    kept = ""
    position = 0
    for stop in [*(match.end() for match in _SENTENCE.finditer(text)), len(text)]:
        candidate = (kept + text[position:stop]).rstrip()
        if not fits(candidate, characters, words):
            break
        kept, position = text[:stop], stop
    return kept.rstrip()
