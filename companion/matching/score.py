"""The score: named parts that sum to 100, each with its reason. Blockers stand apart and never change the number."""

from datetime import date

import msgspec
from rapidfuzz import fuzz

from companion.matching.experience import skills, years, years_with
from companion.matching.preferences import blockers, wishes
from companion.matching.skills import is_known, skill_key
from companion.model.match import Evidence, Match, Part
from companion.model.posting import Posting, Requirement, Requirements
from companion.model.profile import Profile

ENOUGH_WORDS = 40
"""A description of fewer words says too little to score."""
_WEIGHTS = {"skills": 45.0, "title": 20.0, "experience": 15.0, "education": 5.0, "preferences": 15.0}
_MUST, _NICE = 3.0, 1.0
"""A missed must costs about three times a missed nice-to-have (published advice of resume scorers)."""
_OWN_WORDING = 0.25
"""Share of the weight for a skill in the posting's own wording ("code quality"), which a profile may word otherwise."""
_LADDER = {"bachelor": 1, "master": 2, "phd": 3}
_LEVELS = ("intern", "entry", "mid", "senior", "staff", "principal", "lead", "manager", "director", "executive")


class Person(msgspec.Struct, frozen=True):
    """What scoring needs of a profile, computed once for many postings."""

    profile: Profile
    skills: dict[str, tuple[str, ...]]
    years: float
    degree: int


def person(profile: Profile, today: date) -> Person:
    """Prepare `profile` for scoring."""
    return Person(profile, skills(profile), years(profile.work, today), _degree(profile))


def score(
    posting: Posting, wanted: Requirements, profile: Profile, *, today: date, prepared: Person | None = None
) -> Match:
    """Match one posting. `prepared` saves reading the profile again when many postings are scored."""
    who = prepared or person(profile, today)
    matched, missing, part_skills = _skills(wanted, who, today)
    base = Match(
        id=posting.id,
        profile_id=profile.id,
        profile_version=profile.version,
        score=None,
        matched=matched,
        missing=missing,
        blockers=blockers(posting, wanted, profile),
    )
    if wanted.words < ENOUGH_WORDS:
        return msgspec.structs.replace(base, note="Not enough to say: the description is missing or very short.")
    parts = [part_skills, _title(posting, profile), _experience(wanted, who), _education(wanted, who)]
    parts.append(wishes(posting, profile, _WEIGHTS["preferences"]))
    said = [part for part in parts if part is not None]
    total = sum(part.weight for part in said)
    if part_skills is None and total < 50:
        return msgspec.structs.replace(base, note="Not enough to say: no skills were recognised in this posting.")
    scaled = tuple(msgspec.structs.replace(part, weight=part.weight * 100 / total) for part in said)
    points = sum(part.weight * part.share for part in scaled)
    note = "" if part_skills else "No skills were recognised in this posting; the score rests on the other parts."
    return msgspec.structs.replace(base, score=round(points), parts=scaled, note=note)


def _skills(
    wanted: Requirements, who: Person, today: date
) -> tuple[tuple[Evidence, ...], tuple[str, ...], Part | None]:
    asked = [one for one in wanted.requirements if one.kind == "skill" and not one.negated]
    if not asked:
        return (), (), None
    matched: list[Evidence] = []
    missing: list[Requirement] = []
    earned = possible = 0.0
    for one in asked:
        weight = (_MUST if one.must else _NICE) * (1.0 if is_known(one.name) else _OWN_WORDING)
        possible += weight
        paths = who.skills.get(skill_key(one.name))
        if paths is None:
            missing.append(one)
            continue
        held = years_with(who.profile, paths, today)
        matched.append(Evidence(name=one.name, facts=paths, years=round(held, 1) or None, must=one.must))
        enough = one.years is None or held == 0 or held >= one.years
        shown = any(path.startswith(("work/", "projects/")) for path in paths)
        earned += weight * (1.0 if shown else 0.8) * (1.0 if enough else 0.6)
    missing.sort(key=lambda one: (not one.must, not is_known(one.name)))
    names = tuple(one.name for one in missing)
    part = Part(
        name="skills",
        weight=_WEIGHTS["skills"],
        share=earned / possible,
        reason=f"{len(matched)} of {len(asked)} skills the posting names are in your profile.",
        raise_by=f"If you have it, add {names[0]} with where you used it." if names else "",
    )
    return tuple(matched), names, part


def _title(posting: Posting, profile: Profile) -> Part | None:
    targets = [*profile.preferences.titles, profile.basics.label, *(work.position for work in profile.work[:3])]
    targets = [target for target in targets if target]
    if not targets or not posting.title:
        return None
    likeness, best = max((_alike(posting.title, target), target) for target in targets)
    return Part(
        name="title",
        weight=_WEIGHTS["title"],
        share=likeness,
        reason=f'"{posting.title}" beside your "{best}".'[:1000],
    )


def _alike(title: str, other: str) -> float:
    """0–1. Half set, half sort: token_set_ratio alone calls "engineer" equal to "senior backend engineer"."""
    left, right = title.casefold(), other.casefold()
    return (fuzz.token_set_ratio(left, right) + fuzz.token_sort_ratio(left, right)) / 200


def _experience(wanted: Requirements, who: Person) -> Part | None:
    asked = [one.years for one in wanted.requirements if one.kind == "years" and one.years and one.must]
    if not asked or not who.years:
        return None
    need = max(asked)
    return Part(
        name="experience",
        weight=_WEIGHTS["experience"],
        share=min(1.0, who.years / need),
        reason=f"{who.years:.1f} years of dated work; {need:g} asked.",
    )


def _education(wanted: Requirements, who: Person) -> Part | None:
    asked = [_LADDER[one.name] for one in wanted.requirements if one.kind == "education" and not one.negated]
    if not asked:
        return None
    need = min(asked)
    met = who.degree >= need
    return Part(
        name="education",
        weight=_WEIGHTS["education"],
        share=1.0 if met else 0.0 if who.degree == 0 else 0.5,
        reason="Your degree meets what is asked."
        if met
        else "The posting asks for a degree your profile does not show.",
    )


def _degree(profile: Profile) -> int:
    best = 0
    for one in profile.education:
        text = f"{one.study_type} {one.area}".casefold()
        for cues, rung in (
            (("phd", "ph.d", "doctor", "dr."), 3),
            (("master", "msc", "m.sc", "mba", "m.s.", "m.tech", "diplom", "ma ", "m.a."), 2),
            (("bachelor", "bsc", "b.sc", "b.a.", "ba ", "b.s.", "b.tech", "b.e.", "beng", "licence"), 1),
        ):
            if any(cue in text + " " for cue in cues):
                best = max(best, rung)
                break
    return best
