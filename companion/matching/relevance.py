"""Which texts answer a text: TF-IDF over words and word pairs, and a second look with the words of the best answers.

The second look is Rocchio's pseudo-relevance feedback (1971): what the best twenty have in common counts as asked
for too. It needs no model and no download. For ranking alone: a score for the person comes from `score`, with reasons.
"""

import itertools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"\w\w+", re.UNICODE)
_BEST = 20
_FEEDBACK = 2.0
"""Weight of the second look, in standard deviations of the first."""

Vector = dict[str, float]


class Texts:
    """Texts made ready to be ranked against any number of queries."""

    def __init__(self, texts: Sequence[str]) -> None:
        counted = [Counter(_terms(text)) for text in texts]
        seen = Counter(term for counts in counted for term in counts)
        self._idf = {term: math.log((1 + len(texts)) / (1 + count)) + 1 for term, count in seen.items()}
        self._vectors = [self._vector(counts) for counts in counted]
        self._index: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, vector in enumerate(self._vectors):
            for term, weight in vector.items():
                self._index[term].append((number, weight))

    def rank(self, query: str) -> list[float]:
        """One figure a text, higher for texts that answer `query` better; comparable within this call only."""
        first = self.first(query)
        if len(first) <= _BEST:
            return first
        best = sorted(range(len(first)), key=lambda number: -first[number])[:_BEST]
        common: Vector = defaultdict(float)
        for number in best:
            for term, weight in self._vectors[number].items():
                common[term] += weight
        second = self._scores(common)
        return [one + _FEEDBACK * two for one, two in zip(_standard(first), _standard(second), strict=True)]

    def first(self, query: str) -> list[float]:
        """The first look alone: the cosine of `query` and each text."""
        return self._scores(self._vector(Counter(_terms(query))))

    def _scores(self, query: Vector) -> list[float]:
        scores = [0.0] * len(self._vectors)
        for term, weight in query.items():
            for number, other in self._index.get(term, ()):
                scores[number] += weight * other
        return scores

    def _vector(self, counts: Counter[str]) -> Vector:
        vector = {term: (1 + math.log(count)) * self._idf[term] for term, count in counts.items() if term in self._idf}
        length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        return {term: weight / length for term, weight in vector.items()}


def _terms(text: str) -> Iterable[str]:
    words = _WORD.findall(text.casefold())
    yield from words
    yield from (f"{one} {two}" for one, two in itertools.pairwise(words))


def _standard(scores: Sequence[float]) -> list[float]:
    mean = sum(scores) / len(scores)
    spread = math.sqrt(sum((score - mean) ** 2 for score in scores) / len(scores)) or 1.0
    return [(score - mean) / spread for score in scores]
