"""The gate's knowledge of words, read from words.txt: what may stand for what, what is general, what weakens a
claim.
"""

import functools
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from companion.resume.ground.thesaurus import means
from companion.resume.ground.tokens import Token, canonical, sections, tokens
from companion.resume.ground.verbs import is_verbal

_NO_SUPERLATIVES = frozenset(
    "request interest contest harvest forest protest invest honest modest suggest digest latest arrest manifest "
    "conquest bequest northwest southwest midwest youngest oldest nearest".split()
)
MARKS = ("assist", "joint", "level", "trial", "partial", "universal", "negation")


class Lexicon(msgspec.Struct, frozen=True):
    empty: frozenset[str]
    """Function words and words too general to claim anything."""
    general_deeds: frozenset[str]
    """Those of them that are too general as verbs: who handled, not who formatted for all that a format is nothing."""
    same: dict[str, frozenset[str]]
    wider: dict[str, frozenset[str]]
    marks: dict[str, frozenset[str]]
    strong: frozenset[str]
    """Words that claim much: never taken for another word's form or for any verb."""
    firm: frozenset[str]
    """Verbs of a craft: they stand for their synonyms, and not for any verb."""
    honours: frozenset[str]
    """Awards, degrees and certificates."""
    softer: frozenset[str]
    """Words that claim no more than nothing does: that others took part, that it was a part only."""
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    """First word → phrases that begin with it, longest first."""


def _general() -> list[str]:
    return [*sections()["function"], *sections()["neutral"]]


@functools.cache
def lexicon() -> Lexicon:
    lists: dict[str, set[str]] = defaultdict(set)
    same: dict[str, set[str]] = defaultdict(set)
    wider: dict[str, set[str]] = defaultdict(set)
    for name in ("function", "neutral", "strong", "firm", "softer", "honours", *MARKS):
        lists[name] = {_key(word) for line in sections()[name] for word in line.split()}
    for line in sections()["same"]:
        words = {_key(word) for word in line.split()}
        for word in words:
            same[word] |= words - {word}
    for line in sections()["wider"]:
        narrow, _, general = line.partition(">")
        for word in narrow.split():
            wider[_key(word)] |= {_key(one) for one in general.split()}
    every = {
        *same,
        *wider,
        *(w for words in wider.values() for w in words),
        *(w for words in lists.values() for w in words),
    }
    phrases: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for word in every:
        if "_" in word:
            parts = tuple(word.split("_"))
            phrases[parts[0]].append(parts)
    return Lexicon(
        empty=frozenset(lists["function"] | lists["neutral"]),
        general_deeds=frozenset(_key(word) for line in _general() for word in line.split() if is_verbal(word)),
        same={word: frozenset(others) for word, others in same.items()},
        wider={word: frozenset(others) for word, others in wider.items()},
        marks={mark: frozenset(lists[mark]) for mark in MARKS},
        strong=frozenset(lists["strong"]),
        firm=frozenset(lists["firm"]),
        honours=frozenset(lists["honours"]),
        softer=frozenset(lists["softer"]),
        phrases={first: tuple(sorted(found, key=len, reverse=True)) for first, found in phrases.items()},
    )


def _key(word: str) -> str:
    return "_".join(canonical(part) for part in word.split("_"))


class Unit(msgspec.Struct, frozen=True):
    """A word or known phrase of a text."""

    key: str
    words: tuple[Token, ...]


def units(found: Sequence[Token]) -> list[Unit]:
    """`found` with known phrases taken together."""
    known = lexicon().phrases
    out: list[Unit] = []
    at = 0
    while at < len(found):
        length = 1
        for phrase in known.get(found[at].key, ()):
            if tuple(token.key for token in found[at : at + len(phrase)]) == phrase:
                length = len(phrase)
                break
        words = tuple(found[at : at + length])
        out.append(Unit("_".join(word.key for word in words), words))
        at += length
    return out


def claims_of(text: str) -> list[str]:
    """The keys of the words of `text` that claim something, in their order."""
    return [token.key for token in tokens(text) if token.key not in lexicon().empty]


def supports(key: str, source: Iterable[str] | frozenset[str]) -> bool:
    """Whether one of the `source` keys says `key`: the same word, one that may stand for it, or a narrower one."""
    known = lexicon()
    held = source if isinstance(source, frozenset) else frozenset(source)
    if key in held or not known.same.get(key, frozenset()).isdisjoint(held):
        return True
    if any(key in known.wider.get(word, ()) for word in held):
        return True
    return not claims_much(key) and any(means(key, word) for word in held)


def claims_much(key: str) -> bool:
    """Whether a word may stand only for those that words.txt names: leading, making, results, levels, marks."""
    known = lexicon()
    superlative = len(key) > 5 and key.endswith("est") and key not in _NO_SUPERLATIVES
    return (
        superlative or key in known.strong or key in known.firm or any(key in words for words in known.marks.values())
    )


def marks_of(keys: Iterable[str]) -> frozenset[str]:
    """The kinds of marks among `keys`."""
    held = frozenset(keys)
    return frozenset(mark for mark, words in lexicon().marks.items() if not words.isdisjoint(held))
