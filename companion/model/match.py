"""How well a posting fits a profile: a score from named parts, each with its evidence, and blockers apart from it."""

from typing import Literal

import msgspec

from companion.model.document import Document, Score, Share, Short


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One named part of the score. `share` is how much of its `weight` (0–100, all parts sum to 100) was earned."""

    name: Literal["skills", "title", "experience", "education", "wording", "preferences"]
    weight: float
    share: Share
    reason: Short
    raise_by: Short = ""


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """A requirement met: the posting's word and sentence, and the facts of the profile that carry it."""

    name: Short
    facts: tuple[str, ...]
    years: float | None = None
    short_of: float | None = None
    """The years the posting asks for, where the dated work shows fewer."""
    must: bool = True
    until: str = ""
    """When it was last used in dated work: `YYYY-MM`, `now`, or empty where no dated work shows it."""
    sentence: Short = ""


class Blocker(msgspec.Struct, frozen=True, kw_only=True):
    """Something the person's preferences exclude. `hard` ones keep a posting out of automatic work."""

    kind: str
    reason: Short
    sentence: Short = ""
    hard: bool = True
    overruled: bool = False


class Match(Document, frozen=True, kw_only=True):
    """The match of one posting (same `id`). `score` is None when there is not enough to say; `note` says why."""

    profile_id: str
    profile_version: int
    persona: Short = "default"
    """The persona it was matched as: the one that fits best, or the one the person picked for this posting."""
    score: Score | None
    parts: tuple[Part, ...] = ()
    matched: tuple[Evidence, ...] = ()
    missing: tuple[Short, ...] = ()
    blockers: tuple[Blocker, ...] = ()
    note: Short = ""
    unchecked: tuple[Short, ...] = ()
    """Preferences that could not be held against the posting, because it does not say."""
    adjusted: float = 0.0
    """Points the person's own saves and dismissals move it by (`matching.learning`); it moves the rank and no score."""
    rank: float = -1.0
    """What lists sort by, highest first. Always reckoned from the rest: see `rank_of`."""

    def __post_init__(self) -> None:
        msgspec.structs.force_setattr(self, "rank", rank_of(self))


_BEHIND = 1_000.0
"""Taken off the rank of what is blocked: more than any score can win."""


def rank_of(match: Match) -> float:
    """The shown score with what was learned; behind it what cannot be said, last what a counting blocker is against."""
    shown = -1.0 if match.score is None else match.score + match.adjusted
    return shown - _BEHIND if any(one.hard and not one.overruled for one in match.blockers) else shown
