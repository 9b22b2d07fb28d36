"""How likely a rewrite claims more than its facts: by the words that it adds, leaves out and puts beside one another.

A logistic regression over a few counts and many words, learnt from the pairs of tests/unit/resume/claims by
tests/data/train_likelihood.py. It knows of words what rewrites have done with them ("helped" left out speaks against a
sentence, "alongside" added for it), and nothing of the rules beside it: `check` says which of them it may overrule.
"""

import functools
import gzip
import itertools
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from companion.resume.ground.lexicon import lexicon, supports
from companion.resume.ground.quantities import masked
from companion.resume.ground.tokens import Token, tokens

WEIGHTS = Path(__file__).with_name("likelihood.txt.gz")
_SIDES = {"new": ("add", "added"), "lost": ("drop", "left out")}
_SHOWN = 3
"""Words named to the person: those that speak most against a sentence."""


def traits(sentence: str, texts: Sequence[str], unsaid: Sequence[Token]) -> dict[str, float]:
    """What parts `sentence` from `texts`, the facts, by name: `add lead` and `drop help` where the one came for the
    other, `new` of the words that are `unsaid` in the facts, `lost` of those that nothing supports in the sentence,
    `join` and `part` of two neighbours, `open` of the first word; and how much of all that there is.
    """
    sentence, texts = masked(sentence), [masked(text) for text in texts]
    said, told = tokens(sentence), [word for text in texts for word in tokens(text)]
    ours, theirs = frozenset(word.key for word in said), frozenset(word.key for word in told)
    added, dropped = ours - theirs, theirs - ours
    new = {word.key for word in unsaid}
    lost = {key for key in dropped - lexicon().empty if not any(supports(one, {key}) for one in ours)}
    here, there = _neighbours(said), frozenset[tuple[str, str]]().union(*(_neighbours(tokens(text)) for text in texts))
    found = {
        **{f"add {key}": 1.0 for key in added},
        **{f"new {key}": 1.0 for key in new},
        **{f"drop {key}": 1.0 for key in dropped},
        **{f"lost {key}": 1.0 for key in lost},
        **{f"join {a} {b}": 0.7 for a, b in here - there},
        **{f"part {a} {b}": 0.7 for a, b in there - here},
        "nothing new": float(not new),
        "words added": len(added) / 5,
        "words new": len(new) / 3,
        "words dropped": len(dropped) / 5,
        "share added": len(added) / max(1, len(said)),
        "share kept": sum(word.key in ours for word in told) / max(1, len(told)),
        "share joined": len(here - there) / max(1, len(here)),
    }
    if said:
        found[f"open {said[0].key}"] = 0.5 if said[0].key in theirs else 1.0
    return {name: value for name, value in found.items() if value}


def _neighbours(words: Sequence[Token]) -> frozenset[tuple[str, str]]:
    """Keys side by side; ^ before the first and $ after the last."""
    return frozenset(itertools.pairwise(["^", *(word.key for word in words), "$"]))


def log_odds(found: Mapping[str, float], known: Mapping[str, float]) -> float:
    """That a sentence of these traits claims more than its facts do, by `known` weights: above 0 it is likelier than
    not.
    """
    return known["any"] + sum(known.get(name, 0.0) * value for name, value in found.items())


def against(found: Mapping[str, float], words: Iterable[Token]) -> list[str]:
    """The words of weight, new in the sentence or lost from the facts, that speak most against a sentence of these
    traits, the worst first, as they are written in `words`: `“led” added`.
    """
    known, scores = weights(), dict[tuple[str, str], float]()
    for name in found:
        kind, _, key = name.partition(" ")
        if kind in _SIDES:
            side, how = _SIDES[kind]
            scores[key, how] = known.get(name, 0.0) + known.get(f"{side} {key}", 0.0)
    written = {word.key: word.text for word in words}
    worst = sorted((what for what, score in scores.items() if score > 0), key=lambda what: (-scores[what], what))
    return [f"“{written.get(key, key)}” {how}" for key, how in worst[:_SHOWN]]


@functools.cache
def weights() -> dict[str, float]:
    """By trait, `any` being the one of every sentence; above 0 speaks against."""
    lines = gzip.decompress(WEIGHTS.read_bytes()).decode("utf-8").splitlines()
    return {name: float(value) for name, _, value in (line.partition("\t") for line in lines)}
