"""Which occupation a job title means, among the 3,000 of ESCO with all their labels. Lexical: no model is needed.

A title and a label are as like as the share of their words, weighted by how rare each is among the labels, that the
other has; a word has a counterpart as far as the two share their letters ("developers" finds "developer").
"""

import gzip
import heapq
import math
import re
from collections import Counter, defaultdict
from functools import cache, lru_cache
from importlib.resources import files
from itertools import repeat
from operator import mul

import msgspec

from companion.intake.gazetteer import fold

_ASIDE = re.compile(
    r",? (?:except|not elsewhere)\b.*|\([^)]*\)|\[[^\]]*\]|\b[mwfdx]/[mwfdx](?:/[mwfdx])?\b", re.IGNORECASE
)
_WORD = re.compile(r"[a-z0-9+#]+")
_FILL = frozenset("and of the for in or all other except with to a an on at by und der die das et de la le".split())
_NEAR, _LABELS = 5, 120
"""Words of the labels tried for one word of a title, and labels compared in full."""
_LEAST_LETTERS = 0.35
_OTHERS = 0.2
"""What an occupation's next three labels add to its best one: several that fit are surer than one."""


class Occupation(msgspec.Struct, frozen=True):
    """An occupation by its preferred label; `group` is its ISCO-08 unit group; `likeness` 0–1 of its best label."""

    name: str
    group: str
    likeness: float


class Labels(msgspec.Struct, frozen=True):
    """Labels with the occupation each belongs to; `words` leads to labels, `grams` to words; `lengths` are roots."""

    names: list[tuple[str, str]]
    labels: list[tuple[str, int]]
    lengths: list[float]
    words: dict[str, list[int]]
    grams: dict[str, list[str]]
    rarity: dict[str, float]
    unknown: float


@lru_cache(maxsize=8_192)
def occupations(title: str, limit: int = 10) -> tuple[Occupation, ...]:
    """The occupations `title` may mean, likeliest first; empty where none of its words is known."""
    return _likeliest(plain(title), "", limit)


def occupations_without(label: str, limit: int = 50) -> tuple[Occupation, ...]:
    """The occupations of a plain `label` as if the index did not have it: how well unseen titles would be placed."""
    return _likeliest(label, label, limit)


def _likeliest(text: str, hidden: str, limit: int) -> tuple[Occupation, ...]:
    known = index()
    worth: dict[int, float] = defaultdict(float)
    for word in dict.fromkeys(text.split()):
        for near, likeness in _near(word):
            for label in known.words[near]:
                worth[label] += likeness * known.rarity[near]
    labels = list(worth)
    shares = [worth[label] / known.lengths[label] for label in labels]
    short = heapq.nlargest(_LABELS, range(len(labels)), key=shares.__getitem__)
    found: dict[int, list[float]] = defaultdict(list)
    for label in map(labels.__getitem__, short):
        other, number = known.labels[label]
        if other != hidden:
            found[number].append(alike(text, other))
    best: list[tuple[float, float, int]] = []
    for number, scores in found.items():
        first, *others = sorted(scores, reverse=True)
        best.append((first + _OTHERS * sum(others[:3]) / 3, first, number))
    best.sort(key=lambda one: (-one[0], one[2]))
    return tuple(Occupation(*known.names[number], round(first, 4)) for _, first, number in best[:limit])


def plain(title: str) -> str:
    """A title's words for comparison: singular, without asides, accents and filling words."""
    return " ".join(map(singular, telling(title)))


def telling(text: str) -> list[str]:
    """The words of `text`, folded, without asides and filling words."""
    return [word for word in _WORD.findall(fold(_ASIDE.sub(" ", text))) if word not in _FILL]


def alike(text: str, other: str) -> float:
    """0–1: how like two plain titles are, word by word, rare words counting most."""
    left, right = text.split(), other.split()
    if not left or not right:
        return 0.0
    one, two = _covered(left, right), _covered(right, left)
    return 2 * one * two / (one + two) if one + two else 0.0


def _covered(words: list[str], others: list[str]) -> float:
    known = index()
    weights = [known.rarity.get(word, known.unknown) for word in words]
    best = [1.0 if word in others else max(map(_letters, repeat(word), others)) for word in words]
    return sum(map(mul, weights, best)) / sum(weights)


@lru_cache(maxsize=32_768)
def _letters(word: str, other: str) -> float:
    if word == other:
        return 1.0
    one, two = _grams(word), _grams(other)
    shared = 2 * len(one & two) / (len(one) + len(two))
    return shared if shared >= _LEAST_LETTERS else 0.0


@lru_cache(maxsize=16_384)
def _grams(word: str) -> frozenset[str]:
    """A word's runs of three to five letters, its edges marked."""
    marked = f" {word} "
    return frozenset(marked[at : at + size] for size in (3, 4, 5) for at in range(max(1, len(marked) - size + 1)))


@lru_cache(maxsize=16_384)
def singular(word: str) -> str:
    """`word` without the plural's ending; case and accents are folded before."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@lru_cache(maxsize=16_384)
def _near(word: str) -> tuple[tuple[str, float], ...]:
    """The labels' words most like `word`, each with how like it is."""
    known = index()
    shared: Counter[str] = Counter()
    for gram in _grams(word):
        shared.update(known.grams.get(gram, ()))
    scored = ((other, _letters(word, other)) for other, _ in shared.most_common(40))
    return tuple(sorted((one for one in scored if one[1]), key=lambda one: -one[1])[:_NEAR])


@cache
def index() -> Labels:
    """The bundled labels, read when first asked for (about 0.15 s)."""
    packed = files("companion.matching").joinpath("data/occupations.json.gz").read_bytes()
    rows = msgspec.json.decode(gzip.decompress(packed), type=list[list[str]])
    labels = [(text, number) for number, row in enumerate(rows) for text in row[2:]]
    words: dict[str, list[int]] = defaultdict(list)
    for index, (text, _) in enumerate(labels):
        for word in dict.fromkeys(text.split()):
            words[word].append(index)
    runs: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for gram in _grams(word):
            runs[gram].append(word)
    rarity = {word: math.log(len(labels) / len(found)) for word, found in words.items()}
    names = [(row[1], row[0]) for row in rows]
    lengths = [math.sqrt(1 + text.count(" ")) for text, _ in labels]
    return Labels(names, labels, lengths, dict(words), dict(runs), rarity, max(rarity.values()))
