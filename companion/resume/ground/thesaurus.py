"""What WordNet and ESCO know of a word: its synonyms, what it is a kind of, and what its definition speaks of.

By the gate's canonical forms; compiled by tests/data/build_thesaurus.py, sources and licence in thesaurus.md.
"""

import functools
import gzip
import re
from importlib.resources import files

import msgspec

from companion.resume.ground.tokens import canonical, spelling

_OF_A_SCIENCE = re.compile(r"(?:olog|therap)ists?$")
"""People whom WordNet does not list one by one: audiologist."""


class Sense(msgspec.Struct, frozen=True):
    """What a word may stand for. Words that claim much are never judged by it: see `lexicon`."""

    same: frozenset[str] = frozenset()
    wider: frozenset[str] = frozenset()
    """What it is a kind of: said in its place, these claim less."""
    near: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    """WordNet's files of the senses it has as a verb, 36 being creation; n for a noun; after - the
    words under it that describe, after = those that are persons."""
    swaps: frozenset[str] = frozenset()
    """What ESCO's labels of a skill or an occupation say in its place."""


@functools.cache
def _lines() -> dict[str, str]:
    packed = files("companion.resume.ground").joinpath("thesaurus.txt.gz").read_bytes()
    return dict(line.split("\t", 1) for line in gzip.decompress(packed).decode("utf-8").splitlines())


@functools.lru_cache(maxsize=10_000)
def sense(key: str) -> Sense:
    """What is known of `key`; nothing of a word that is unknown."""
    line = _lines().get(key)
    return Sense(*(frozenset(column.split()) for column in line.split("\t"))) if line is not None else Sense()


def knows(word: str) -> bool:
    """Whether it is an English word, in any of its forms."""
    return canonical(word) in _lines()


def means(key: str, other: str) -> bool:
    """Whether `other`, a word of the facts, says `key`: a synonym of it, or a kind of it."""
    told = sense(other)
    return key in told.same or key in told.wider or other in sense(key).same


def is_person(word: str) -> bool:
    return f"={spelling(word)}" in sense(canonical(word)).fields or bool(_OF_A_SCIENCE.search(word))


def is_noun(key: str) -> bool:
    return "n" in sense(key).fields


def describes(word: str) -> bool:
    """Whether it is a word for a quality."""
    return f"-{spelling(word)}" in sense(canonical(word)).fields


def creates(key: str) -> bool:
    """Whether it tells of making something."""
    return "36" in sense(key).fields


def swaps(key: str, other: str) -> bool:
    """Whether people who name one skill in several ways say one word for the other."""
    return other in sense(key).swaps
