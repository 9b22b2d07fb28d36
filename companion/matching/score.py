"""The score: named parts that sum to 100, each with its reason. Blockers stand apart and never change the number.

What a list sorts by (`Match.rank`) is that very score, with what a hard blocker stands against behind all the rest.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec

from companion.matching.conditions import conditions
from companion.matching.parts import (
    education_part,
    experience_part,
    preferences_part,
    skills_part,
    title_part,
    wording_part,
)
from companion.matching.person import Person, person
from companion.matching.wishes import wishes
from companion.model.match import Match
from companion.model.posting import Posting, Requirements
from companion.model.profile import Profile

ENOUGH_WORDS = 40
"""A description of fewer words says too little to score."""
_SCARCE = 50.0
"""Least weight of the parts that must be sayable where no skill was recognised."""


def score(
    posting: Posting,
    wanted: Requirements,
    profile: Profile,
    *,
    today: date,
    prepared: Person | None = None,
    nearness: float | None = None,
) -> Match:
    """Match one posting. `prepared` saves reading the profile again when many postings are scored.

    `nearness` (0–1) is how near a model finds the meanings of posting and profile; without a model it is None.
    """
    who = prepared or person(profile, today)
    skills = skills_part(wanted, who)
    verdicts = (*wishes(posting, wanted, profile), *conditions(posting, wanted, profile))
    base = Match(
        id=posting.id,
        profile_id=profile.id,
        profile_version=profile.version,
        persona=profile.persona,
        score=None,
        matched=skills.matched,
        missing=skills.missing,
        blockers=tuple(one.blocker() for one in verdicts if one.met is False and one.blocks),
        unchecked=tuple(one.reason for one in verdicts if one.met is None),
    )
    if wanted.words < ENOUGH_WORDS:
        return msgspec.structs.replace(base, note="Not enough to say: the description is missing or very short.")
    said = [
        part
        for part in (
            skills.part,
            title_part(posting, wanted, who),
            experience_part(wanted, who),
            education_part(wanted, who),
            wording_part(wanted, who, nearness),
            preferences_part(verdicts),
        )
        if part is not None
    ]
    total = sum(part.weight for part in said)
    if skills.part is None and total < _SCARCE:
        return msgspec.structs.replace(base, note="Not enough to say: no skills were recognised in this posting.")
    parts = tuple(msgspec.structs.replace(part, weight=part.weight * 100 / total) for part in said)
    points = round(sum(part.weight * part.share for part in parts))
    note = "" if skills.part else "No skills were recognised in this posting; the score rests on the other parts."
    return msgspec.structs.replace(base, score=points, parts=parts, note=note)


def score_all(
    items: Iterable[tuple[Posting, Requirements]],
    profile: Profile,
    *,
    today: date,
    nearness: Mapping[str, float] | None = None,
) -> Iterator[Match]:
    """The matches of many postings, one by one, in the order given. `nearness` is by posting id."""
    who = person(profile, today)
    near = nearness or {}
    for posting, wanted in items:
        yield score(posting, wanted, profile, today=today, prepared=who, nearness=near.get(posting.id))
