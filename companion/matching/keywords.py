"""Phrases that no vocabulary knows, by RAKE (Rose et al. 2010), without any downloaded data.

RAKE alone is a poor skill finder (exact F1 0.05 on SkillSpan's test ads), so it only fills in what the vocabulary left.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

_WORDS = re.compile(r"[^\W_](?:[\w+#]|['/-](?=\w))*[+#]*|[^\w\s]|\n")
_PUNCTUATION = {*"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~–—“”‘’…•·\n"}
STOP_WORDS = frozenset(files("companion.matching").joinpath("data/stopwords.txt").read_text(encoding="utf-8").split())
_LETTERS = re.compile(r"[^\W\d_]{2}")


def keywords(text: str, limit: int = 20) -> tuple[str, ...]:
    """At most `limit` phrases of one to three words, best first, in lower case."""
    rake = _rake()(
        stopwords=set(STOP_WORDS),
        punctuations=_PUNCTUATION,
        sentence_tokenizer=_whole,
        word_tokenizer=_WORDS.findall,
        max_length=3,
        include_repeated_phrases=False,
    )
    rake.extract_keywords_from_text(text[:200_000])
    phrases = filter(_LETTERS.search, rake.get_ranked_phrases())
    return tuple(phrase for _, phrase in zip(range(limit), phrases, strict=False))


def _whole(text: str) -> list[str]:
    """One sentence: what ends one ends a phrase, as every other mark does."""
    return [text]


@cache
def _rake() -> type[Any]:
    from rake_nltk import Rake  # nltk takes a second to import, and a start need not wait for it

    class Quick(Rake):
        """Counts the degree of a word without the graph of all pairs, which takes as long as all the rest."""

        def _build_word_co_occurance_graph(self, phrase_list: Sequence[Sequence[str]]) -> None:
            self.degree = Counter[str]()
            for phrase in phrase_list:
                for word in phrase:
                    self.degree[word] += len(phrase)

    return Quick
