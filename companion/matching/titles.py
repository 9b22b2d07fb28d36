"""How well a job's title fits the person's: craft (family and speciality) and level apart, so that "engineer" is no
perfect match for "senior backend engineer", nor "engineering manager" for "engineer".
"""
# ruff: noqa: E501  (word lists read better unbroken)

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from companion.intake.level import find_level
from companion.matching.gender import one_form, without_gender
from companion.matching.occupations import alike, occupations, plain
from companion.model.posting import Level

_RUNGS: dict[Level, int] = {
    "intern": 0, "entry": 1, "mid": 2, "senior": 3, "staff": 4, "lead": 4, "principal": 5, "manager": 5, "director": 6, "executive": 7,
}  # fmt: skip
_RANK_WORDS = frozenset(
    "senior sr junior jr mid level entry staff principal lead intern internship trainee graduate associate registered certified licensed ii iii iv i v remote hybrid onsite".split()
)
_APART = re.compile(r"\b(front|back)[ -](end)\b|\b(full)[ -](stack)\b", re.IGNORECASE)
_ALSO = tuple(
    (re.compile(rf"\b(?:{names})\b", re.IGNORECASE), name)
    for names, name in (
        (r"front[ -](?:office|desk)|guest services?", "reception"),
        (r"[sb]drs?", "sales development representative"),
        (r"csms?", "customer success manager"),
        (r"hrbps?", "hr business partner"),
        (r"rns?|lpns?", "nurse"),
    )
)
"""What a trade is as often called, in the words of the labels of occupations."""
_FAMILIES = (
    frozenset("engineer developer programmer coder architect entwickler ingenieur developpeur swe sre dev".split()),
    frozenset("manager head director leader chief owner leiter responsable".split()),
    frozenset("analyst scientist researcher".split()),
    frozenset("designer artist illustrator".split()),
    frozenset("nurse caregiver carer".split()),
    frozenset("representative salesperson seller executive".split()),
    frozenset("assistant secretary clerk administrator coordinator".split()),
    frozenset("teacher lecturer tutor instructor trainer".split()),
    frozenset("technician mechanic operator fitter".split()),
    frozenset("writer editor journalist copywriter".split()),
    frozenset("lawyer attorney counsel solicitor paralegal".split()),
    frozenset("accountant bookkeeper auditor controller".split()),
)
_ADJECTIVES = frozenset("assistant executive chief head nurse".split())
"""Heads that also stand before another: "assistant professor", "executive chef"."""
_SOFTWARE = frozenset(
    "backend frontend fullstack stack web mobile ios android software python java javascript typescript kotlin golang rust php ruby rail react"
    " node net c++ c# platform api swift django angular vue application firmware embedded sre devop ai ml".split()
)
_SOFTWARE_CODE = "2512 software developer"
"""ESCO has no "backend engineer": one of these words with a developer's head noun means its software developer."""
_SURE = 0.7
"""Likeness from which an occupation is taken for what a title means."""
# Words as `plain` leaves them: singular ("devop", "rail").
_SIDES = frozenset(
    "frontend backend mobile ios android embedded firmware devop sre platform cloud data security test qa machine".split()
)
_OTHER_SIDE = 0.55
"""Specialities of one occupation that exclude each other: who writes backends seldom writes firmware."""
_SAME, _GROUP, _KIN = 0.8, 0.65, 0.45
"""What the same occupation, the same ISCO unit group and the same minor group are worth."""
_OTHER_FAMILY = 0.55
_CRAFT = 0.4
"""Share of the craft alone; the level scales the rest, and rescues no wrong craft."""
_ABOVE, _BELOW = 0.25, 0.45
"""Lost for each rung the job's level is above the person's, or below: few go back to where they began."""
_UNRANKED = 0.75


class Fit(msgspec.Struct, frozen=True):
    """`craft` and `level` 0–1 each, and `share` of both; `level` is None where one side names none."""

    share: float
    craft: float
    level: float | None


def title_fit(title: str, level: Level | None, codes: tuple[str, ...], target: str, levels: Sequence[Level]) -> Fit:
    """A job's `title`, `level` and occupation `codes` against one title of the person and the levels they work at."""
    craft = _craft(title, codes, target)
    fits = max((_near(_RUNGS[level] - _RUNGS[own]) for own in levels), default=None) if level else None
    return Fit(craft * (_CRAFT + (1 - _CRAFT) * (_UNRANKED if fits is None else fits)), craft, fits)


def _near(rungs: int) -> float:
    return max(0.0, 1 - (_ABOVE if rungs > 0 else _BELOW) * abs(rungs))


@lru_cache(maxsize=16_384)
def core(title: str) -> str:
    """The plain words of a title without its rank, one spelling for each word ("front end" is "frontend")."""
    pieces = [
        [word for word in map(one_form, plain(_APART.sub(r"\1\2\3\4", piece)).split()) if word not in _RANK_WORDS]
        for piece in re.split(r"\s[-–—|@:]\s|,", _worded(title))
    ]
    pieces = [list(dict.fromkeys(piece)) for piece in pieces]  # "vendeur/vendeuse" is one
    # "Example Rail - Backend Engineer": what names a craft is the title, wherever it stands.
    words = next((piece for piece in pieces if piece and _family(piece[-1]) is not None), pieces[0])
    if words and _family(words[-1]) is None:  # "Engineer AI", "Manager of Operations": the trade stands first
        head = next(
            (at for at, word in enumerate(words) if word not in _ADJECTIVES and _family(word) is not None), None
        )
        if head is not None:
            words = [*words[:head], *words[head + 1 :], words[head]]
    if words and words[-1] in _FAMILIES[0] and not _SIDES & {*words}:  # "Software Engineer - Frontend"
        words = [*[word for piece in pieces for word in piece if word in _SIDES][:1], *words]
    if words and words[-1] in _FAMILIES[0]:  # who engineers a UI engineers the frontend; who designs it does not
        words = ["frontend" if word == "ui" else word for word in words]
    return " ".join(words)


def _worded(title: str) -> str:
    title = without_gender(title)
    for names, name in _ALSO:
        title = names.sub(name, title)
    return title


@lru_cache(maxsize=4_096)
def codes(title: str) -> tuple[str, ...]:
    """The occupations a title surely means, as `group name`; stored with a posting, so that scoring is quick."""
    words = core(title)
    found = [f"{one.group} {one.name}" for one in occupations(words, 3) if one.likeness >= _SURE]
    *speciality, head = words.split() or [""]
    if head in _FAMILIES[0] and _SOFTWARE & {*speciality, head}:
        found.insert(0, _SOFTWARE_CODE)
    return tuple(dict.fromkeys(found))


def levels_of(titles: Sequence[str], years: float) -> tuple[Level, ...]:
    """The levels someone works at: what their titles name, else what their years suggest."""
    named: tuple[Level, ...] = tuple(dict.fromkeys(level for title in titles if (level := find_level(title))))
    if named:  # the newest, and the one before it where the step is small: who was an intern once is none now
        return tuple(level for level in named[:2] if abs(_RUNGS[level] - _RUNGS[named[0]]) <= 1)
    if years <= 0:
        return ()
    return ("entry",) if years < 2 else ("mid",) if years < 5 else ("mid", "senior") if years < 8 else ("senior",)


@lru_cache(maxsize=32_768)
def _craft(title: str, job: tuple[str, ...], target: str) -> float:
    one, two = core(title).split(), core(target).split()
    if not one or not two:
        return 0.0
    if not _one_family(one[-1], two[-1]):
        return min(alike(" ".join(one), " ".join(two)), _OTHER_FAMILY)
    if _family(one[-1]) is not None and _family(one[-1]) == _family(two[-1]):  # never for a trade of no family
        two[-1] = one[-1]
    kin = _kinship(job, codes(target))
    sides = _SIDES & {*one}, _SIDES & {*two}
    if all(sides) and not sides[0] & sides[1]:
        kin = min(kin, _OTHER_SIDE)
    return max(alike(" ".join(one), " ".join(two)), kin)


def _kinship(job: Sequence[str], own: Sequence[str]) -> float:
    if set(job) & set(own):
        return _SAME
    groups, others = {one[:4] for one in job[:1]}, {one[:4] for one in own[:1]}
    if groups & others:
        return _GROUP
    return _KIN if {one[:3] for one in groups} & {one[:3] for one in others} else 0.0


def _one_family(head: str, other: str) -> bool:
    """Two head nouns of different families ("engineer", "manager") are different crafts, whatever stands before them."""
    one, two = _family(head), _family(other)
    return head == other or one is None or two is None or one == two


def _family(head: str) -> int | None:
    return next((number for number, family in enumerate(_FAMILIES) if head in family), None)
