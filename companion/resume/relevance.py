"""How much a line of the resume says about one posting: its requirements met, in the person's own words."""

import re
from collections.abc import Mapping

import msgspec

from companion.matching import recognise
from companion.model.match import Match
from companion.model.posting import Posting, Requirements
from companion.model.resume import Line

_WORD = re.compile(r"[^\W\d_]{3,}")
_MUST, _NICE, _PHRASE, _TITLE = 3.0, 1.0, 0.4, 0.5
"""A required skill is worth three nice ones (what public guides to commercial scores agree on)."""


class Relevance(msgspec.Struct, frozen=True, kw_only=True):
    """What a posting looks for: names of skills, other phrases and title words, with weights; and facts that meet
    it.
    """

    skills: Mapping[str, float]
    phrases: Mapping[str, float]
    facts: Mapping[str, float]

    def of(self, line: Line) -> float:
        """The weight of everything in `line` that the posting looks for; 0 when it says nothing about it."""
        named = {mention.name.casefold() for mention in recognise(line.text)}
        folded = line.text.casefold()
        words = set(_WORD.findall(folded))
        total = sum(weight for name, weight in self.skills.items() if name in named)
        total += sum(
            w for phrase, w in self.phrases.items() if (phrase in words if " " not in phrase else phrase in folded)
        )
        known = max((self.facts.get(path, 0.0) for path in line.facts), default=0.0)
        return max(total, known)


def relevance(posting: Posting, requirements: Requirements, match: Match | None) -> Relevance:
    """The measure of relevance for one posting."""
    skills: dict[str, float] = {}
    for requirement in requirements.requirements:
        if requirement.kind == "skill" and not requirement.negated:
            weight = _MUST if requirement.must else _NICE
            name = requirement.name.casefold()
            skills[name] = max(skills.get(name, 0.0), weight)
    phrases = {phrase.casefold(): _PHRASE for phrase in requirements.phrases if len(phrase) > 3}
    phrases |= {word: _TITLE for word in _WORD.findall(posting.title.casefold()) if len(word) > 3}
    facts: dict[str, float] = {}
    for evidence in match.matched if match else ():
        for path in evidence.facts:
            facts[path] = facts.get(path, 0.0) + (_MUST if evidence.must else _NICE)
    return Relevance(skills=skills, phrases=phrases, facts=facts)
