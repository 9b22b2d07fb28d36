"""The pairs of claims/: facts with rewrites that they carry or do not.

The gate was made with seen.txt; the batches were each written before it had seen any of them. Its weights are learnt
from seen.txt and those up to batch77 (tests/data/train_gate.py), its likelihood from all in English but
the unseen ones (tests/data/train_likelihood.py).
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from companion.model.profile import Fact, Profile, Work
from companion.resume.ground import check

PROFILE = Profile(id="p", work=(Work(name="Musterwerk", position="Aushilfe", highlights=("a", "b", "c")),))

OWN = Path(__file__).with_name("claims") / "seen.txt"
BATCHES = sorted(OWN.parent.glob("batch*.txt"))
ABROAD = sorted(OWN.parent.glob("abroad*.txt"))
SUBTLE = sorted(OWN.parent.glob("subtle*.txt"))
"""Lies in the words of the facts, whose limits, shares and doers are moved; only the likelihood is learnt from them."""
LEARNT = sorted(OWN.parent.glob("learnt*.txt"))
"""The likelihood is learnt from these besides; no rule was made with them."""
FREELY = sorted(OWN.parent.glob("freely*.txt"))
"""As those, but true and false alike are told more freely, and so soberly that their style tells nothing."""
UNSEEN = sorted(OWN.parent.glob("unseen*.txt"))
"""Nothing is learnt from these, no rule was made with them; the limits of `check` were chosen with the first six."""
RETOLD = OWN.parent / "retold.txt"
"""German, French, Spanish, told more freely than a model that is asked to reword a line does."""
LANGUAGES = OWN.parent / "languages.txt"
"""German, French, Spanish; no weights are learnt from it."""


def facts_of(text: str) -> tuple[Fact, ...]:
    """The highlights of one job, written with `||` between them."""
    return tuple(Fact(path=f"work/0/highlights/{n}", text=part.strip()) for n, part in enumerate(text.split("||")))


def stopped(facts: str, sentence: str) -> bool:
    return bool(check(sentence, facts_of(facts), PROFILE))


class Pair(msgspec.Struct, frozen=True):
    facts: tuple[Fact, ...]
    sentence: str
    true: bool
    kind: str


def pairs(file: Path = OWN) -> Iterator[Pair]:
    facts: tuple[Fact, ...] = ()
    for line in file.read_text(encoding="utf-8").splitlines():
        mark, text = line[:1], line[1:].strip()
        if mark == "=":
            facts = facts_of(text)
        elif mark == "+":
            yield Pair(facts, text, True, "paraphrase")
        elif mark == "-":
            kind, _, sentence = text.partition(":")
            yield Pair(facts, sentence.strip(), False, kind)


class Verdicts(msgspec.Struct, frozen=True):
    """What the gate says of sets of pairs: false sentences that passed, true ones that were stopped, of how many."""

    false: int
    true: int
    passed: list[str]
    stopped: list[str]


def verdicts(*files: Path) -> Verdicts:
    every = [(pair, bool(check(pair.sentence, pair.facts, PROFILE))) for file in files for pair in pairs(file)]
    return Verdicts(
        false=sum(not pair.true for pair, _ in every),
        true=sum(pair.true for pair, _ in every),
        passed=[pair.sentence for pair, held in every if not pair.true and not held],
        stopped=[pair.sentence for pair, held in every if pair.true and held],
    )
