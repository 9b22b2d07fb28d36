"""Whether a verb claims no more than those of the facts: it may go sideways within a kind of deed or down to a lesser
one, never up. The kinds are those of deeds.txt; verbs that are in none are left to WordNet and ESCO.
"""

import functools
import itertools
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import msgspec

from companion.resume.ground.acts import LEADING, LIGHT, acts
from companion.resume.ground.lexicon import supports
from companion.resume.ground.novel import Rewrite, over_people
from companion.resume.ground.thesaurus import means, swaps
from companion.resume.ground.tokens import Token, canonical, tokens

_TABLE = Path(__file__).with_name("deeds.txt")
_REACH = 7
"""How many words after a verb its particle may stand: kept the list up to date."""
_ENDS = frozenset({"and", "or", "but", "which", "that"})
_HELP = "help"
_STUDYING = frozenset({"study", "attend"})
"""What may be said of a subject or a course that is only named."""
_ANSWERING = frozenset({"handle", "operate", "take_over", "lead", "organise", "maintain", "do"})
_BEFORE_GERUNDS = frozenset("by for of in while when after befor".split())
_BEFORE_INFINITIVES = frozenset({"to", "help", "assist"})
_DOING = frozenset(
    "do perform conduct carri_out give hold make run provid take complet write prepar produc deliv creat build achiev "
    "secur obtain send issu submit file offer".split()
)
"""Verbs that say no more than that it was done, where what was done is their object."""


def stands(verb: Token, rewrite: Rewrite) -> bool:
    """Whether `verb` stands for a deed that the facts tell, and claims no more."""
    following = [word for word in rewrite.words if word.start > verb.start]
    own = kinds_of(verb.key, following)
    done = dict(acts(rewrite.sentence, general=True))
    objects = done.get(verb.key, [word.key for word in following[:2]])
    if _HELP in own or (own & _STUDYING and not any(acts(text, general=True) for text in rewrite.texts)):
        return True
    for told in _told(objects, rewrite):
        if verb.key == "run" and "lead" not in told.kinds and over_people(verb, rewrite.sentence):
            continue  # to run a shop is to lead it
        if not own.isdisjoint(_said(told.kinds)):
            return True
        if told.verb and not (own and told.kinds) and verb.key not in LEADING and akin(verb.key, told.key):
            return True
        if verb.key in _DOING and told.key in objects and told.verb:
            return True  # made translations, for translated
    return False


def is_kind_of(deed: str, told: str) -> bool:
    """Whether the one deed claims no more than the other."""
    return not kinds_of(deed).isdisjoint(_said(kinds_of(told)))


def answers_for(word: Token, rewrite: Rewrite) -> bool:
    """Whether "responsible for" is said of a deed of the facts, or of what they say was run or handled."""
    said = [token.key for token in rewrite.words if token.start > word.start][:_REACH]
    for text in rewrite.texts:
        for verb, objects in acts(text, general=True):
            handled = verb in LIGHT or not _ANSWERING.isdisjoint(kinds_of(verb))
            if verb in said or (handled and any(supports(key, {*objects}) for key in said)):
                return True
    return False


class _Told(msgspec.Struct, frozen=True):
    key: str
    kinds: frozenset[str]
    verb: bool = False


def _told(objects: Sequence[str], rewrite: Rewrite) -> Iterator[_Told]:
    """The deeds of the facts that a verb with these `objects` may stand for: verbs of the same thing or of one that is
    named elsewhere, others that are told aside, and the nouns that name a deed where no verb does or one that says
    little.
    """
    said = frozenset(word.key for word in rewrite.words)
    for text in rewrite.texts:
        found, done = tokens(text), acts(text, general=True)
        alike = _alike(done, objects, said)
        named = {key for other, theirs in done if other in LIGHT for key in theirs}
        helped = any(_HELP in kinds_of(key) for key, _ in done)
        for place, word in enumerate(found):
            before = found[place - 1].key if place else ""
            gerund = word.text.endswith("ing")
            aside = before in (_BEFORE_GERUNDS if gerund else _BEFORE_INFINITIVES)
            aside = aside and "for" not in {one.key for one in found[max(0, place - 6) : place - 1]}
            if word.key in alike:
                yield _Told(word.key, kinds_of(word.key, found[place + 1 :]), verb=True)
            elif aside or not done or word.key in named or (helped and (before in objects or _of(found, place))):
                yield _Told(word.key, kinds_of(word.key, found[place + 1 :]))


def _of(found: Sequence[Token], place: int) -> bool:
    return place + 1 < len(found) and found[place + 1].key == "of"


def _alike(done: Sequence[tuple[str, Sequence[str]]], objects: Sequence[str], said: frozenset[str]) -> Collection[str]:
    """The verbs of deeds done to the same `objects`, and of those not told whose own objects are `said`."""
    close = [
        key
        for key, theirs in done
        if not theirs or not objects or key in objects or any(supports(one, {*theirs}) for one in objects)
    ]
    near = [
        key
        for key, theirs in done
        if key not in said and key not in LIGHT and any(supports(one, said) for one in theirs)
    ]
    return {key.split("_")[0] for key in (*close, *near)}


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

    def says(kind: str) -> frozenset[str]:
        return frozenset({kind}).union(*(says(other) for other in less[kind]))

    return {verb: frozenset(kinds) for verb, kinds in held.items()}, {kind: says(kind) for kind in less}


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
    verb = verb.rpartition("-")[2]  # who else did it, and with what, is another matter: co-wrote, steam-cleaned
    near = [word.key for word in itertools.takewhile(lambda word: word.key not in _ENDS, following[:_REACH])]
    first = verb.split("_")[0]
    joined = (
        held["_".join((first, *rest))] for rest in _phrases().get(first, ()) if all(part in near for part in rest)
    )
    return held.get(verb, held.get(first, frozenset())).union(*joined)


def _said(kinds: frozenset[str]) -> frozenset[str]:
    says = _kinds()[1]
    return frozenset[str]().union(*(says[kind] for kind in kinds))


def akin(verb: str, other: str) -> bool:
    """Whether WordNet or ESCO hold `verb` for a synonym of the fact's `other`, or for what that is a kind of."""
    return means(verb, other) or swaps(verb, other) or swaps(other, verb)
