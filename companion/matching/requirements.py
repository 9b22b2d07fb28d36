"""What a posting asks for, each with its sentence and polarity: "not required" is not "required"."""
# ruff: noqa: E501  (patterns read better unbroken)

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, cast

from companion.matching.asks.address import asks_applicant
from companion.matching.asks.alternatives import alternatives
from companion.matching.asks.bystanders import bystanders, stands_by
from companion.matching.asks.education import degree_asked
from companion.matching.asks.items import own_wording
from companion.matching.asks.languages import languages_asked
from companion.matching.asks.polarity import negated
from companion.matching.asks.presence import presence_asked
from companion.matching.asks.rights import rights_asked
from companion.matching.asks.weight import wished_at
from companion.matching.asks.years import years_asked
from companion.matching.keywords import keywords
from companion.matching.sections import Sentence, sentences
from companion.matching.skills import skills_in
from companion.matching.terms import terms
from companion.matching.titles import codes
from companion.model.posting import Kind, Posting, Requirement, Requirements

READER = 10
"""Version of these rules; stored with what they read, so that older readings are renewed when scored again."""

_HIRING = re.compile(
    r"\b(?:your|each|every|all|reviewing|screening) applications?\b|\btalent acquisition (?:partner|team)|\b(?:our|the) (?:hiring|recruit\w+|application|interview|selection) process\b"
    r"|\bapplications? (?:we receive|received)|\binterviews?\b[^.;]{0,25}\b(?:over|via|on|through|by)\b",
    re.IGNORECASE,
)
_HIRING_HINTS = ("pplication", "rocess", "cquisition", "nterview")
"""What every wording above has in it."""
PASSING, WORK = "passing", "work"
"""Levels of a skill that is named only where the ad asks for nothing, though it asks elsewhere: anywhere, or in the tasks."""
_WEIGHT = {PASSING: 0, WORK: 1}
_HELD = frozenset({"clearance", "authorization", "language"})
"""What someone has or has not; a skill that is wished for and not required is none to look for."""


def requirements(posting: Posting, description: str) -> Requirements:
    """Read the requirements of `posting` out of its `description` (plain text, lists one item a line)."""
    found: dict[tuple[str, str], Requirement] = {}
    parts = list(sentences(description))
    listed = any(part.section.asks for part in parts)
    asking = listed or any(_speaks_up(part, listed=False) for part in parts)
    company = posting.company.casefold()
    for part in parts:
        for one in _asked(part, listed, asking, company):
            key = (one.kind, one.name.casefold())
            known = found.get(key)
            if known is None or _stronger(one, known):
                found[key] = one
    return Requirements(
        id=posting.id,
        requirements=tuple(found.values()),
        phrases=keywords(description),
        words=len(description.split()),
        terms=terms(description),
        occupations=codes(posting.title),
        reader=READER,
    )


@lru_cache(maxsize=4_096)
def _asked(part: Sentence, listed: bool, asking: bool, company: str) -> tuple[Requirement, ...]:
    """A company's ads share their sentences: of 45 in an ad about 20 were in one read shortly before."""
    return tuple(_of_sentence(part, listed=listed, asking=asking, company=company))


def _speaks_up(part: Sentence, *, listed: bool) -> bool:
    """Whether a sentence under no heading asks for something: by its words, or as an item where nothing else is listed."""
    plain = part.section.relevant and not part.section.work
    return plain and ((part.item and not listed) or asks_applicant(part.text))


def _stronger(one: Requirement, known: Requirement) -> bool:
    """Whether `one` says more than `known`: a denial stands, a must beats a wish, one alone a choice."""
    if known.level != one.level and "about" in (known.level, one.level):
        return known.level == "about"
    if known.negated != one.negated:
        return one.negated and not known.must
    if one.must != known.must:
        return one.must
    if one.level != known.level and {one.level, known.level} & _WEIGHT.keys():
        return _WEIGHT.get(one.level, 2) > _WEIGHT.get(known.level, 2)
    if bool(known.alternatives) != bool(one.alternatives):
        return not one.alternatives
    return (known.years or 0) < (one.years or 0)


def _of_sentence(part: Sentence, *, listed: bool, asking: bool, company: str) -> Iterator[Requirement]:
    """What one sentence asks for. The company's own name is no skill, nor what its hiring is done with. Where the ad asks
    elsewhere (`asking`, `listed` where in a list), a skill is no must: who introduces the company names its products there."""
    sentence = part.text

    def one(kind: str, name: str, at: int = 0, **more: Any) -> Requirement:
        must = more.pop("must", None)
        wish = wished_at(sentence, at)
        wants = not (part.wishes or wish) if must is None else must and not part.wishes
        if kind in _HELD and wish:  # "not required, but a plus" is a wish, no denial
            more["negated"] = False
        return Requirement(kind=cast("Kind", kind), name=name[:1000], sentence=sentence, must=wants, **more)

    taken: list[tuple[int, int]] = []
    for right in rights_asked(sentence):
        taken.append((right.start, right.end))
        offered = {"must": True} if right.kind == "sponsorship" else {}
        yield one(right.kind, right.name, right.start, negated=right.negated, level=right.level, **offered)
    presence = presence_asked(sentence)
    for there in presence:
        yield one(there.kind, there.name, negated=there.negated, amount=there.amount)
    if not part.section.relevant:
        return
    if degree := degree_asked(sentence):
        taken.append((degree.start, degree.end))
        yield one("education", degree.level, must=degree.must, level=degree.level, negated=degree.negated)
    for language in languages_asked(sentence):
        taken.append((language.start, language.end))
        yield one("language", language.name, language.start, negated=language.negated, level=language.level)
    years = years_asked(sentence, required=part.section.asks)
    if years is not None:
        about = "about" if years.worded else ""
        yield one("years", "experience", must=years.must, years=years.low, amount=years.high, level=about)
    if any(map(sentence.__contains__, _HIRING_HINTS)) and _HIRING.search(sentence):
        return
    mentions = skills_in(sentence)
    if not mentions and part.item and part.section.asks and not taken and not presence:
        mentions = own_wording(sentence)
    if mentions:
        taken += bystanders(sentence)
    mentions = [
        one
        for one in mentions
        if sentence[one.start : one.end].casefold() != company
        and not any(one.start < end and start < one.end for start, end in taken)
        and not stands_by(sentence, one.start, one.end)
    ]
    alone = years.low or None if years and len({mention.name for mention in mentions}) == 1 else None
    asks = not asking or part.section.asks or (bool(mentions) and _speaks_up(part, listed=listed))
    for mention, others in zip(mentions, alternatives(sentence, mentions), strict=True):
        no = negated(sentence, mention.start, mention.end)
        must = asks and not wished_at(sentence, mention.start)
        level = "" if asks else WORK if part.section.work else PASSING
        yield one("skill", mention.name, must=must, negated=no, years=alone, alternatives=others, level=level)
