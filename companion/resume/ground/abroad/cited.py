"""The cited facts of another language, read once: what of a sentence they carry, and where."""

import re
from collections.abc import Sequence

from companion.resume.ground.abroad.compounds import compounded, derived
from companion.resume.ground.abroad.items import Item
from companion.resume.ground.abroad.lines import Clause, clauses
from companion.resume.ground.abroad.roots import is_person, is_taking, told
from companion.resume.ground.abroad.tongues import tongue
from companion.resume.ground.names import skills_of

_OF_OTHERS = frozenset({"assist", "deputy", "under", "theirs"})
_RATES = frozenset({"@week", "@month", "@quarter", "@year"})
_SOME = re.compile(
    r"\b(?:alg[uú]n\w*|varios|un[ae]?|quelques|certains|plusieurs|manch\w*|einige\w*|einzelne\w*|ein\w*|zwei|drei|deux|dos|\d)"
    r"\s(?:\w+tag|mittwoch|\w+di\b|dimanche|(?:lun|mart|miércol|juev|viern)es|sábado|domingo|morgen|abend|nacht|"
    r"matin|soir|nuit|midi|après-midi|mañana|tarde|noche)",
    re.IGNORECASE,
)
"""Some of the days or times of day."""
_SHORT = re.compile("[A-ZÄÖÜ]{3,5}")
_LONG = re.compile(r"[^\W\d_]{4,}")
"""Words that a short name is made of: FSJ, TFG."""


class Facts:
    """The cited facts, read once."""

    def __init__(self, texts: Sequence[str], around: Sequence[str], code: str) -> None:
        self.texts, self.code = texts, code
        self.clauses = [clause for text in texts for clause in clauses(text, code)]
        beside = [clause for text in around for clause in clauses(text, code)]
        self.items = [item for clause in (*self.clauses, *beside) for item in clause.items]
        self.often = any(item.text in _RATES for item in self.items)
        self.some = any(_SOME.search(text) for text in texts)
        self.words = frozenset(item.text.casefold() for item in self.items)
        theirs = [item for clause in self.clauses for item in clause.items if _is_somebody_else(item, clause, code)]
        self.keys = frozenset[str]().union(*(item.keys if item in theirs else self.told(item) for item in self.items))
        self.initials = ["".join(word[0] for word in _LONG.findall(text)).upper() for text in texts]
        self.takes = any(is_taking(item.text, code) for item in self.items)
        self.skills = skills_of(" \n ".join([*texts, *around]))

    def told(self, item: Item) -> frozenset[str]:
        if item.value is not None:
            return frozenset()
        unit = tongue(self.code).units.get(item.text[1:], item.text[1:]) if item.text.startswith("@") else ""
        return item.keys | told(unit or item.text, self.code)

    def carries(self, item: Item) -> bool:
        """Whether a word of the sentence is among theirs."""
        if item.text == "@each":
            return not (self.often or self.some)
        if item.text.startswith("@") and item.text[1:] in tongue(self.code).calendar:
            own = item.keys if self.often or self.some else told(item.text[1:], self.code)
            return not own.isdisjoint(
                self.keys
            )  # each morning is more than a morning a week, and no more than mornings
        if _SHORT.fullmatch(item.text) and any(item.text in one for one in self.initials):
            return True
        return (
            not item.keys.isdisjoint(self.keys)
            or item.text.casefold() in self.words
            or "~joint" in item.keys  # to have shared it claims less
            or any(derived(item.text, word, self.code) for word in self.words)
            or compounded(item.text, self.keys, self.words, self.code)
        )

    def homes(self, item: Item) -> list[Clause]:
        """The clauses that tell a word of the sentence."""
        return [clause for clause in self.clauses if any(self.same(item, other) for other in clause.items)]

    def same(self, item: Item, other: Item) -> bool:
        if item.value is not None or other.value is not None:
            return item.value == other.value and item.unit == other.unit
        keys = self.told(other)
        return not item.keys.isdisjoint(keys) or compounded(
            item.text, keys, frozenset({other.text.casefold()}), self.code
        )


def _is_somebody_else(item: Item, clause: Clause, code: str) -> bool:
    """Whether it is the title of somebody who was helped or who led: a deed of theirs is not told."""
    return item.others and is_person(item.text, code) and not clause.marks.isdisjoint(_OF_OTHERS)
