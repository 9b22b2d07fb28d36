"""What scoring needs of a profile, read once for many postings."""
# ruff: noqa: E501  (tables and word lists read better unbroken)

import re
from datetime import date

import msgspec

from companion.matching.experience import Use, Wording, skills, uses, worded, years
from companion.matching.occupations import plain
from companion.matching.titles import levels_of
from companion.model.posting import Level
from companion.model.profile import Profile

_RECENT = 3
"""Positions, newest first, whose titles count as what the person does."""


class Person(msgspec.Struct, frozen=True):
    """`skills`: name → facts; `uses`: name → how long and until when; `worded`: facts by their words; `degree` a rung of the ladder, 0 for none."""

    profile: Profile
    skills: dict[str, tuple[str, ...]]
    uses: dict[str, Use]
    words: frozenset[str]
    worded: tuple[Wording, ...]
    titles: tuple[str, ...]
    levels: tuple[Level, ...]
    years: float
    degree: int


def person(profile: Profile, today: date) -> Person:
    """Prepare `profile` for scoring as of `today`."""
    found = skills(profile)
    total = years(profile.work, today)
    positions = [work.position for work in sorted(profile.work, key=_end, reverse=True)[:_RECENT]]
    titles = [*profile.preferences.titles, profile.basics.label, *positions]
    return Person(
        profile=profile,
        skills=found,
        uses=uses(profile, found, today),
        words=words(profile),
        worded=worded(profile, today),
        titles=tuple(dict.fromkeys(title for title in titles if title.strip())),
        levels=profile.preferences.levels or levels_of([profile.basics.label, *positions], total),
        years=total,
        degree=degree(profile),
    )


def words(profile: Profile) -> frozenset[str]:
    """Every word the profile uses of itself, singular and folded."""
    texts = [profile.basics.label, profile.basics.summary]
    for work in profile.work:
        texts += [work.position, work.summary, *work.highlights]
    for project in profile.projects:
        texts += [project.name, project.description, *project.highlights, *project.keywords]
    for skill in profile.skills:
        texts += [skill.name, *skill.keywords]
    for school in profile.education:
        texts += [school.area, *school.courses]
    texts += [certificate.name for certificate in profile.certificates]
    return frozenset(plain(" ".join(texts)).split())


def degree(profile: Profile) -> int:
    """The highest rung of the ladder the profile's education reaches, from 1 (school) to 5 (doctorate); 0 for none."""
    best = 0
    for one in profile.education:
        text = f"{one.study_type} {one.area}".casefold()
        best = max(best, next((rung for pattern, rung in _DEGREES if pattern.search(text)), 0))
    return best


def _end(work: object) -> tuple[str, str]:
    end, start = getattr(work, "end_date", ""), getattr(work, "start_date", "")
    return (end or "9999" if start else "", start)


_DEGREES = tuple(
    (re.compile(pattern), rung)
    for pattern, rung in (
        (r"\bph\.? ?d|\bdoctor|\bdr\.|\bpromotion\b|\bjuris|\bj\.?d\b|\bm\.?d\.?\b|\bpharm\.? ?d|\bdvm\b|\bdnp\b|\bpsy\.?d|\bed\.?d\b", 5),
        (r"\bmaster|\bm\.?sc|\bmba\b|\bm\.?s\.?\b|\bm\.?a\.?\b|\bm\.?tech|\bm\.?eng|\bdiplom|\bmagister|\bll\.?m\b|\bms[nw]\b|\bmfa\b|\bmph\b|\bm\.?ed\b|bac ?\+ ?5|\bmáster", 4),
        (r"\bbachelor|\bb\.?sc|\bb\.?a\.?\b|\bb\.?s\.?\b|\bb\.?tech|\bb\.?e\.?\b|\bll\.?b\b|\bbs[nw]\b|\bbfa\b|\bb\.?eng|\blicen[cs]|\bundergraduate|\bgrado\b|bac ?\+ ?3", 3),
        (r"\bassociate|\bbts\b|\bdut\b|\bhnd\b|\bfoundation|\bdiploma\b|bac ?\+ ?2", 2),
        (r"\bhigh ?school|\bged\b|\babitur|\bsecondary|\bbaccalaur|\bbachiller|\ba.?levels?\b", 1),
    )
)  # fmt: skip
