"""Jobs beside jobs: more like one, several side by side by evidence, and what sets one ad apart from the others."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from companion.matching.skills import is_known, skill_key
from companion.matching.titles import title_fit
from companion.model.match import Match
from companion.model.posting import Posting, Requirements

_TITLE, _SKILLS, _WORDS = 0.4, 0.4, 0.2


class Alike(msgspec.Struct, frozen=True, kw_only=True):
    """A job like another: how like (0–1), and the skills both ask for."""

    posting_id: str
    likeness: float
    shared: tuple[str, ...]


def more_like(
    posting: Posting, wanted: Requirements, others: Iterable[tuple[Posting, Requirements]], most: int = 10
) -> tuple[Alike, ...]:
    """The jobs most like `posting` by title, skills asked for and words used; its own kind first."""
    own, words = _skills(wanted), set(wanted.terms.split())
    found: list[Alike] = []
    for other, asked in others:
        if other.id == posting.id:
            continue
        craft = title_fit(other.title, other.level, asked.occupations, posting.title, ()).craft
        skills, terms = _skills(asked), set(asked.terms.split())
        shared = [name for key, name in own.items() if key in skills]
        likeness = (
            _TITLE * craft
            + _SKILLS * _overlap(len(shared), len(own), len(skills))
            + _WORDS * _overlap(len(words & terms), len(words), len(terms))
        )
        found.append(Alike(posting_id=other.id, likeness=round(likeness, 3), shared=tuple(shared)))
    return tuple(sorted(found, key=lambda one: (-one.likeness, one.posting_id))[:most])


Cell = Literal["have", "miss", ""]


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One skill over several jobs: for each whether it is asked there and the profile has it."""

    name: str
    cells: tuple[Cell, ...]
    musts: tuple[bool, ...]


def side_by_side(jobs: Sequence[tuple[Requirements | None, Match | None]]) -> tuple[Line, ...]:
    """What `jobs` ask for, line by line: first what most of them ask and what is a must."""
    asked = [{skill_key(one.name): one for one in wanted.requirements if one.kind == "skill" and not one.negated}
             if wanted else {} for wanted, _ in jobs]  # fmt: skip
    held = [{skill_key(one.name) for one in match.matched} if match else set[str]() for _, match in jobs]
    names: dict[str, str] = {}
    for one in asked:
        for key, requirement in one.items():
            if is_known(requirement.name):
                names.setdefault(key, requirement.name)
    lines = [
        Line(
            name=name,
            cells=tuple(
                "" if key not in one else "have" if key in has else "miss" for one, has in zip(asked, held, strict=True)
            ),
            musts=tuple(key in one and one[key].must for one in asked),
        )
        for key, name in names.items()
    ]
    lines.sort(key=lambda line: (-sum(bool(cell) for cell in line.cells), -sum(line.musts), line.name.casefold()))
    return tuple(lines)


class Rarity(msgspec.Struct, frozen=True):
    """In how many of `total` postings each phrase stands."""

    seen: Mapping[str, int]
    total: int


def rarity(all_wanted: Iterable[Requirements]) -> Rarity:
    """How common each phrase is among the person's own captured postings."""
    seen, total = Counter[str](), 0
    for wanted in all_wanted:
        total += 1
        seen.update(set(wanted.phrases))
    return Rarity(seen, total)


def telling(wanted: Requirements, among: Rarity, company: str = "", most: int = 8) -> tuple[str, ...]:
    """The phrases (RAKE) of an ad that set it apart, best first: RAKE's own order weighed by how rare each is.

    The name of `company` and mere counts ("40 hours") say nothing of the work.
    """
    name = {*company.casefold().split()}
    known = {skill_key(one.name) for one in wanted.requirements if one.kind == "skill"}
    count = len(wanted.phrases) or 1
    scored = [
        ((1 - 0.5 * place / count) * math.log((1 + among.total) / among.seen.get(phrase, 1)), phrase)
        for place, phrase in enumerate(wanted.phrases)
        if skill_key(phrase) not in known and not phrase[0].isdigit() and name.isdisjoint(phrase.split())
    ]
    return tuple(phrase for weight, phrase in sorted(scored, key=lambda one: -one[0])[:most] if weight > 0)


def _skills(wanted: Requirements) -> dict[str, str]:
    return {skill_key(one.name): one.name for one in wanted.requirements if one.kind == "skill" and not one.negated}


def _overlap(shared: int, one: int, other: int) -> float:
    return 2 * shared / (one + other) if one + other else 0.0
