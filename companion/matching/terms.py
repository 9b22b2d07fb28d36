"""The content words an ad uses most: what its wording is compared by."""

import itertools
from collections import Counter

from companion.matching.keywords import STOP_WORDS
from companion.matching.occupations import singular, telling

_MOST, _LONGEST = 90, 1_000
_SILENT = STOP_WORDS | frozenset(
    "work team role job company experience year skill ability opportunity benefit employee candidate position people"
    " time new help support including across join make strong join build working ensure provide etc e g include"
    " apply employer equal status please offer well using use need like one day".split()
)
"""Stop words, and words that every ad has and that no profile earns anything by."""


def terms(description: str) -> str:
    """At most 90 words, the most used first, singular, parted by spaces."""
    words = Counter[str]()
    for word, count in Counter(telling(description[:50_000])).items():
        words[singular(word)] += count
    for word in words.keys() & _SILENT:
        del words[word]
    used = (word for word, _ in words.most_common() if len(word) > 2 and not word.isdigit())
    text = " ".join(itertools.islice(used, _MOST))
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0]
