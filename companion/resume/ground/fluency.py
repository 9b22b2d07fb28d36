"""Languages of a person: none that the facts do not name, and none at a level that they give to another."""

import re
from collections.abc import Iterator, Sequence

from companion.resume.reading.vocabulary import names_language

_HIGH = frozenset("native bilingual fluent proficient advanced expert".split())
_LEVELS = re.compile(
    rf"\b(?:{'|'.join(_HIGH)}|fluently|good|fair|some|basic|intermediate|conversational|beginner\S*|elementary)\b",
    re.IGNORECASE,
)


def fluency(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """A language claimed where the facts only name its country or people."""
    written = {word for text in texts for word in re.findall(r"[^\W\d_]+", text.casefold())}
    for found in re.finditer(r"\b(?:in|into|speaks?|speaking|fluent|native)\s+(?:in\s+)?([A-Z][a-z]+)\b", sentence):
        if names_language(found[1]) and found[1].casefold() not in written:
            yield f"the facts do not say it was in {found[1]}"
    for found in re.finditer(r"\b([A-Z][a-z]+)(?:[- ]speak\w+|\s+(?:language|skills))\b", sentence):
        if names_language(found[1]) and found[1].casefold() not in written:
            yield f"the facts do not say that {found[1]} was spoken"
    told = {one for text in texts for one in _spoken(text)}
    for level, language in _spoken(sentence):
        if level in _HIGH and (level, language) not in told and any(language in text for text in texts):
            yield f"the facts do not say {level} of {language}"


def _spoken(text: str) -> Iterator[tuple[str, str]]:
    """Languages with the level that stands nearest to each."""
    for part in re.split(r"[,;.]\s", text):
        levels = list(_LEVELS.finditer(part))
        for found in re.finditer(r"[A-Z][a-z]+", part) if levels else ():
            if names_language(found[0]):
                nearest = min(levels, key=lambda level: abs(level.start() - found.start()))
                yield nearest[0].casefold().removesuffix("ly"), found[0]
