"""How well a posting fits a profile: a score from named parts, each with its evidence, and blockers apart from it."""

from typing import Literal

import msgspec

from companion.model.document import Document, Score, Share, Short


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One named part of the score. `share` is how much of its `weight` (0–100, all parts sum to 100) was earned."""

    name: Literal["skills", "title", "experience", "education", "preferences"]
    weight: float
    share: Share
    reason: Short
    raise_by: Short = ""


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """A requirement met: the posting's word and the facts of the profile that carry it."""

    name: Short
    facts: tuple[str, ...]
    years: float | None = None
    must: bool = True


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
    score: Score | None
    parts: tuple[Part, ...] = ()
    matched: tuple[Evidence, ...] = ()
    missing: tuple[Short, ...] = ()
    blockers: tuple[Blocker, ...] = ()
    note: Short = ""
