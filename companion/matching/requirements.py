"""What a posting asks for, each with its sentence and polarity: "not required" is not "required"."""

import re
from collections.abc import Iterator
from typing import Any

from companion.matching import cues
from companion.matching.keywords import keywords
from companion.matching.skills import skills_in
from companion.model.posting import Kind, Posting, Requirement, Requirements

READER = 1
"""Version of these rules; stored with what they read."""


def requirements(posting: Posting, description: str) -> Requirements:
    """Read the requirements of `posting` out of its `description` (plain text, lists one item a line)."""
    found: dict[tuple[str, str], Requirement] = {}
    for sentence, must in _sentences(description):
        for one in _of_sentence(sentence, must):
            key = (one.kind, one.name.casefold())
            known = found.get(key)
            if known is None or (one.must and not known.must) or (known.years or 0) < (one.years or 0):
                found[key] = one
    return Requirements(
        id=posting.id,
        requirements=tuple(found.values()),
        phrases=keywords(description),
        words=len(description.split()),
        reader=READER,
    )


def _sentences(description: str) -> Iterator[tuple[str, bool]]:
    """The sentences that can ask for something, each with whether its section is one of musts."""
    must, relevant = True, True
    for raw in description.splitlines():
        line = raw.strip(" \t•·*-–▪●○◦")
        if not line:
            continue
        if len(line) <= 70 and not line.endswith((".", ",", ";")):
            if cues.OTHER_HEADING.search(line):
                relevant = False
                continue
            if cues.NICE_HEADING.search(line):
                must, relevant = False, True
            elif cues.MUST_HEADING.search(line):
                must, relevant = True, True
        if relevant:
            for sentence in re.split(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ])", line):
                yield sentence[:1_000], must and not cues.NICE.search(sentence)


def _of_sentence(sentence: str, must: bool) -> Iterator[Requirement]:
    def one(kind: Kind, name: str, *, must: bool = must, **more: Any) -> Requirement:
        return Requirement(kind=kind, name=name, sentence=sentence, must=must, **more)

    def negated(start: int, end: int) -> bool:
        return bool(cues.NEGATION.search(sentence[:start]) or cues.NEGATION_AFTER.search(sentence[end:]))

    years = [float(match.group("low")) for match in cues.YEARS.finditer(sentence)]
    least = max(years, default=None) if cues.EXPERIENCE.search(sentence) else None
    mentions = skills_in(sentence)
    alone = least if len({mention.name for mention in mentions}) == 1 else None
    for mention in mentions:
        yield one("skill", mention.name, negated=negated(mention.start, mention.end), years=alone)
    if least is not None:
        yield one("years", "experience", years=least)
    if degree := cues.DEGREE.search(sentence):
        level = next(name for name, text in degree.groupdict().items() if text)
        open_ended = bool(cues.EQUIVALENT.search(sentence))
        yield one(
            "education", level, level=level, must=must and not open_ended, negated=negated(degree.start(), degree.end())
        )
    if clearance := cues.CLEARANCE.search(sentence):
        yield one("clearance", clearance.group().casefold(), negated=negated(clearance.start(), clearance.end()))
    if cues.SPONSOR.search(sentence):
        yield one("sponsorship", "visa sponsorship", negated=bool(cues.SPONSOR_NO.search(sentence)))
    if cues.AUTHORIZED.search(sentence):
        yield one("authorization", "right to work")
    if cues.LANGUAGE_CUE.search(sentence):
        for language in cues.LANGUAGE.finditer(sentence):
            near = sentence[max(0, language.start() - 40) : language.end() + 40]
            found = cues.CEFR.search(near) or cues.LANGUAGE_LEVEL.search(near)
            yield one(
                "language",
                language.group("name").capitalize(),
                negated=negated(language.start(), language.end()),
                level=found.group().upper() if found else "",
            )
    if travel := cues.TRAVEL.search(sentence):
        yield one("travel", f"{travel.group(1) or travel.group(2)} % travel")
