"""The kinds of deed that deeds.txt holds: which kinds a verb is of, and what these say besides themselves."""

import functools
import itertools
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from companion.resume.ground.tokens import Token, canonical

REACH = 7
"""How many words after a verb its particle may stand: kept the list up to date."""
_SUFFIXES = frozenset("at ation ator ion ment al anc enc er or r rator eri i ur s ag".split())
"""Of stems: what makes a noun of a verb."""
_TABLE = Path(__file__).with_name("deeds.txt")
_ENDS = frozenset({"and", "or", "but", "which", "that"})


@functools.cache
def _kinds() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Verb or phrase → its kinds; kind → all that it says: itself, and the lesser ones."""
    held: defaultdict[str, set[str]] = defaultdict(set)
    less: dict[str, list[str]] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            head, _, verbs = line.partition(":")
            kind, _, others = head.partition(">")
            less[kind.strip()] = others.split()
            for verb in verbs.split():
                held["_".join(canonical(part) for part in verb.split("_"))].add(kind.strip())

    def with_less(kind: str) -> frozenset[str]:
        return frozenset({kind}).union(*(with_less(other) for other in less[kind]))

    return {verb: frozenset(kinds) for verb, kinds in held.items()}, {kind: with_less(kind) for kind in less}


@functools.cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    """Verb → the particles of the phrases it begins."""
    out: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in _kinds()[0]:
        first, *rest = phrase.split("_")
        if rest:
            out[first].append(tuple(rest))
    return dict(out)


def kinds_of(verb: str, following: Sequence[Token] = ()) -> frozenset[str]:
    """The kinds of a verb, and of the phrases it makes with particles that follow it soon."""
    held, _ = _kinds()
    if (phrase := verb.replace("-", "_")) in held:
        verb = phrase  # check-in
    verb = verb.rpartition("-")[2]  # who else did it, and with what, is another matter: co-wrote, steam-cleaned
    if verb not in held and verb.removeprefix("re") in held:
        verb = verb.removeprefix("re")  # retested
    near = [word.key for word in itertools.takewhile(lambda word: word.key not in _ENDS, following[:REACH])]
    first = verb.split("_")[0]
    joined = (
        held["_".join((first, *rest))] for rest in _phrases().get(first, ()) if all(part in near for part in rest)
    )
    return held.get(verb, held.get(first, frozenset())).union(*joined)


def kinds_of_noun(noun: str) -> frozenset[str]:
    """The kinds of the deed that a noun names, or that someone so called does: installation, driver."""
    held, _ = _kinds()
    stems = (noun[:end] for end in range(len(noun) - 1, 3, -1) if noun[end:] in _SUFFIXES)
    return kinds_of(noun) or held.get(next((stem for stem in stems if stem in held), ""), frozenset())


def is_noun_of(noun: str, verb: str) -> bool:
    """Whether a noun names the deed, or who does it."""
    return noun.startswith(verb) and noun.removeprefix(verb) in _SUFFIXES


def says(kinds: frozenset[str]) -> frozenset[str]:
    """All that deeds of these `kinds` say: them, and the lesser ones."""
    less = _kinds()[1]
    return frozenset[str]().union(*(less[kind] for kind in kinds))


def is_kind_of(deed: str, told: str) -> bool:
    """Whether the one deed claims no more than the other."""
    return not kinds_of(deed).isdisjoint(says(kinds_of(told)))
