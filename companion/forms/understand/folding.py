"""Texts and identifiers made comparable: folded words of a label, the words inside `billingAddress_line1`."""

import re
from collections.abc import Set
from functools import lru_cache

from companion.forms.words import fold

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])")
UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts written without spaces (Thai, Japanese, Chinese; Korean compounds): phrases are looked for inside words."""
_SHORTEST_PART = 3
_ELISION = re.compile(r"\b([ldjnstmc]|qu|dell|dall|nell|all)['’](?=\w)", re.IGNORECASE)
"""French and Italian articles before a vowel are words of their own."""


@lru_cache(maxsize=16_384)
def plain(text: str) -> str:
    """`text` folded, with letters that have no accent to strip written as people type them without (ł as l)."""
    return fold(_ELISION.sub(r"\1 ", text)).translate(_LETTERS).replace("%", "")


def words(text: str) -> tuple[str, ...]:
    """The folded words of a label."""
    return tuple(plain(text).split())


def identifier_words(text: str, known: Set[str]) -> tuple[str, ...]:
    """The words of a name or id: camelCase, snake_case and digits parted, glued words where all parts are `known`."""
    parts = plain(_CAMEL.sub(" ", text)).split()
    if len(parts) > 40:
        parts = parts[-40:]
    found: list[str] = []
    for part in parts:
        found += (part,) if part in known or len(part) < 2 * _SHORTEST_PART else _parted(part, known)
    return tuple(found)


def _parted(word: str, known: Set[str]) -> tuple[str, ...]:
    """`word` as the fewest known parts, or as it is."""
    if len(word) > 40:
        return (word,)
    best: list[tuple[str, ...] | None] = [None] * (len(word) + 1)
    best[0] = ()
    for end in range(_SHORTEST_PART, len(word) + 1):
        for start in range(end - _SHORTEST_PART, -1, -1):
            before = best[start]
            if before is None or word[start:end] not in known:
                continue
            now = best[end]
            if now is None or len(before) + 1 < len(now):
                best[end] = (*before, word[start:end])
    return best[len(word)] or (word,)
