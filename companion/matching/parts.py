"""The named parts of a score, each with its evidence and what would raise it."""
# ruff: noqa: E501  (sentences for the person read better unbroken)

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from companion.matching.asks.education import LADDER
from companion.matching.experience import Use, Wording
from companion.matching.occupations import plain
from companion.matching.person import Person
from companion.matching.requirements import PASSING, WORK
from companion.matching.skills import is_known, skill_key
from companion.matching.titles import title_fit
from companion.matching.verdict import Verdict
from companion.model.match import Evidence, Part
from companion.model.posting import Posting, Requirement, Requirements

WEIGHTS = {
    "skills": 32.0, "title": 28.0, "experience": 12.0, "education": 5.0, "wording": 10.0, "preferences": 25.0,
}  # fmt: skip
"""Before they are scaled to 100 over the parts a posting says anything to. Measured on two hand-rated sets of 60 real
jobs each, within one profession: there the title says as much as the skills that are recognised."""
_MUST, _NICE = 3.0, 1.0
"""A missed must costs about three times a missed nice-to-have (published advice of resume scorers)."""
_PASSING = 0.25
"""Share of the weight of a missed skill that the ad names where it asks for nothing: who it is, what one will see."""
_OWN_WORDING = 0.25
"""Share of the weight for a skill in the posting's own wording ("code quality"), which a profile may word otherwise."""
_LISTED, _SHORT = 0.8, 0.6
"""What a skill earns that is only listed, and one with fewer years than asked."""
_STALE = ((10.0, 0.6), (5.0, 0.8))
"""What a skill earns that was last used at least so many years ago."""
_ENOUGH = 0.45
"""Share of an ad's content words that the best fitting profiles use too; more says no more."""
_NEWER = 4.0
"""Times the upper end of the years asked from which an ad looks for someone with less experience."""
_KINDRED = 0.5
"""Craft from which a title is of the person's own trade."""
_VAGUE = frozenset(
    "development engineering software system knowledge tool technology practice experience process concept skill programming"
    " language platform solution service product application industry environment method technique field area best performance production integration"
    " implementation deployment architecture trend landscape standard modern end high level quality principle strategy operation requirement data technical"
    " support administration follow up report required planning role feature serving internal business scalable key tech startup design testing".split()
)
"""Words that make no own wording of an ad a gap."""
_DONE = re.compile(r"\w+ing (?:in|on|with|to|the|an?|[A-Z])")
_OWN_SHOWN = 5
"""Gaps in the ad's own wording that are shown beside those by name."""
_OPEN = 0.5
"""What a wish earns that the posting says nothing to: no null passes, none blocks."""


class Skills(msgspec.Struct, frozen=True):
    """The part with what it rests on; `part` is None where the posting names no skill."""

    part: Part | None
    matched: tuple[Evidence, ...] = ()
    missing: tuple[str, ...] = ()


def skills_part(wanted: Requirements, who: Person) -> Skills:
    """What the posting asks the person to know, against the facts that show it, how long and how recently."""
    asked = [one for one in wanted.requirements if one.kind == "skill" and not one.negated]
    if not asked:
        return Skills(None)
    asked = [
        one
        for one in asked
        if skill_key(one.name) in who.skills or (_first_of_none(one, asked, who) and not _scattered(one, who))
    ]
    if not asked:
        return Skills(None)
    matched: list[Evidence] = []
    missing: list[Requirement] = []
    earned = possible = 0.0
    for one in asked:
        weight = (_MUST if one.must else _NICE) * (1.0 if is_known(one.name) else _OWN_WORDING)
        key = skill_key(one.name)
        paths, use = who.skills.get(key), who.uses.get(key, Use())
        if not use.until and (own := _worded(one, who)) and (paths is None or own.use.until):
            paths, use = (own.path, *(paths or ())), own.use
        possible += weight * (_PASSING if paths is None and one.level in {PASSING, WORK} else 1.0)
        if paths is None:
            missing += [one] if one.level != PASSING else []  # a firm's other tools are no gap of the person's
            continue
        enough = one.years is None or use.years == 0 or round(use.years, 1) >= one.years
        evidence = Evidence(
            name=one.name,
            facts=paths,
            years=round(use.years, 1) or None,
            short_of=None if enough else one.years,
            must=one.must,
            until=use.until,
            sentence=one.sentence,
        )
        matched.append(evidence)
        shown = any(path.startswith(("work/", "projects/")) for path in paths)
        fresh = next((share for idle, share in _STALE if use.idle >= idle), 1.0)
        earned += weight * (1.0 if shown else _LISTED) * (1.0 if enough else _SHORT) * fresh
    missing.sort(key=lambda one: (not one.must, not is_known(one.name)))
    own = [one for one in missing if not is_known(one.name)]
    names = tuple(_either(one) for one in missing if one not in own[_OWN_SHOWN:])
    part = Part(
        name="skills",
        weight=WEIGHTS["skills"],
        share=min(1.0, earned / possible),
        reason=f"{_counted(len(matched), len(matched) + len(missing))}{_short(matched)}",
        raise_by=_raise(names, matched, who),
    )
    return Skills(part, tuple(matched), names)


def _first_of_none(one: Requirement, asked: Sequence[Requirement], who: Person) -> bool:
    """Of alternatives none of which the profile has, the first stands for all; where it has one, no other is missed."""
    if not one.alternatives:
        return True
    if any(skill_key(name) in who.skills for name in one.alternatives):
        return False
    group = {one.name, *one.alternatives}
    return next(other for other in asked if other.name in group) is one


def _worded(one: Requirement, who: Person) -> Wording | None:
    """The fact that uses all the telling words of an ad's own wording: "reports for court" shows "court reports"."""
    telling = _telling(one.name)
    if is_known(one.name) or not telling or not telling <= who.words:
        return None
    return next((fact for fact in who.worded if telling <= fact.words), None)


def _scattered(one: Requirement, who: Person) -> bool:
    """Whether the profile uses the telling words of an ad's own wording, though not in one place, or it has none."""
    return not is_known(one.name) and _telling(one.name) <= who.words and _worded(one, who) is None


@lru_cache(maxsize=32_768)
def _telling(name: str) -> frozenset[str]:
    """The words that say which skill it is; what one does with it ("charting in Epic") each words in another form."""
    first, *rest = plain(name).split() or [""]
    return frozenset(rest if rest and first.endswith("ing") and _DONE.match(name) else [first, *rest]) - _VAGUE - {""}


def _either(one: Requirement) -> str:
    *others, last = (one.name, *one.alternatives)
    return f"{', '.join(others)} or {last}" if others else last


def _counted(held: int, named: int) -> str:
    if named == 1:
        return f"The one skill the posting names is {'in' if held else 'not in'} your profile."
    return f"{held} of {named} skills the posting names are in your profile."


def _short(matched: Sequence[Evidence]) -> str:
    told = [f"{one.name} for {one.years:g} of {one.short_of:g} years" for one in matched if one.years and one.short_of]
    return f" It shows {' and '.join([', '.join(told[:-1]), told[-1]] if told[1:] else told)}." if told else ""


def _raise(missing: Sequence[str], matched: Sequence[Evidence], who: Person) -> str:
    if missing:
        where = " with where you used it" if is_known(missing[0]) else " to your profile"
        return f"If you have it, add {missing[0]}{where}."
    listed = next(
        (one.name for one in matched if not any(path.startswith(("work/", "projects/")) for path in one.facts)), ""
    )
    if listed:
        return f"Your profile only lists {listed}: say where you used it."
    stale = next((one.name for one in matched if who.uses.get(skill_key(one.name), Use()).idle >= _STALE[-1][0]), "")
    return f"You last show {stale} years ago: add newer use of it, if there is any." if stale else ""


def title_part(posting: Posting, wanted: Requirements, who: Person) -> Part | None:
    """Craft and level of the posting's title against the titles the person has and looks for."""
    if not who.titles or not posting.title:
        return None
    fits = [(title_fit(posting.title, posting.level, wanted.occupations, one, who.levels), one) for one in who.titles]
    fit, best = max(fits, key=lambda one: one[0].share)
    rank = " It names no level." if fit.level is None and fit.craft >= _KINDRED else ""
    if posting.level and who.levels and posting.level not in who.levels:
        rank = f" Its level is {posting.level}; yours is {' or '.join(who.levels)}."
    return Part(
        name="title",
        weight=WEIGHTS["title"],
        share=fit.share,
        reason=f'"{posting.title[:300]}" beside your "{best[:300]}".{rank}',
        raise_by="" if fit.craft >= _KINDRED else "If you look for such work, name its title under what you look for.",
    )


def experience_part(wanted: Requirements, who: Person) -> Part | None:
    """Years of dated work against the most years the posting requires."""
    asked = [one for one in wanted.requirements if one.kind == "years" and one.must and not one.negated]
    asked = [one for one in asked if one.years or one.amount]
    if not asked or not who.years:
        return None
    need = max(asked, key=lambda one: one.years or 0)
    if need.amount and who.years > _NEWER * need.amount:
        return Part(
            name="experience",
            weight=WEIGHTS["experience"],
            share=_OPEN,
            reason=f"{who.years:.1f} years of dated work; {need.years or 0:g} to {need.amount:g} asked, so it may look for someone newer.",
        )
    years = need.years or 1.0
    short = who.years < years
    return Part(
        name="experience",
        weight=WEIGHTS["experience"],
        share=min(1.0, who.years / years),
        reason=f"{who.years:.1f} years of dated work; {years:g} asked.",
        raise_by="Work without dates does not count: add its dates, if some is missing." if short else "",
    )


def education_part(wanted: Requirements, who: Person) -> Part | None:
    """The highest degree of the profile against the lowest the posting takes."""
    asked = [one for one in wanted.requirements if one.kind == "education" and not one.negated]
    if not asked:
        return None
    lowest = min(asked, key=lambda one: (not one.must, LADDER.index(one.name)))
    need = LADDER.index(lowest.name) + 1
    met = who.degree >= need
    if met:
        share, reason = 1.0, "Your degree meets what is asked."
    elif lowest.must:
        share = 0.5 * who.degree / need
        reason = "The posting asks for a degree your profile does not show."
    else:
        share, reason = _OPEN, "It prefers a degree your profile does not show, or takes experience for it."
    raise_by = "" if met else "If you have one, add it with its school and year."
    return Part(name="education", weight=WEIGHTS["education"], share=share, reason=reason, raise_by=raise_by)


def wording_part(wanted: Requirements, who: Person, nearness: float | None) -> Part | None:
    """How much of the ad's wording the profile shares; with an embedding model, also how near their meanings are."""
    terms = wanted.terms.split()
    if not terms or not who.words:
        return None
    shared = [term for term in terms if term in who.words]
    share = min(1.0, len(shared) / len(terms) / _ENOUGH)
    reason = f"Your profile uses {len(shared)} of its {len(terms)} most used words."
    if nearness is not None:
        share = (share + nearness) / 2
        reason += f" The model finds the meanings {nearness * 100:.0f} % near."
    return Part(name="wording", weight=WEIGHTS["wording"], share=share, reason=reason)


def preferences_part(verdicts: Sequence[Verdict]) -> Part | None:
    """The share of the stated preferences that are met: hard ones count double, and one of them unmet is nothing."""
    stated = [one for one in verdicts if one.wish]
    if not stated:
        return None
    broken = next((one for one in stated if one.met is False and one.hard), None)
    weights = [2.0 if one.hard else 1.0 for one in stated]
    earned = sum(
        weight * (_OPEN if one.met is None else float(one.met)) for weight, one in zip(weights, stated, strict=True)
    )
    met, known = sum(one.met is True for one in stated), sum(one.met is not None for one in stated)
    unmet = [one.reason for one in stated if one.met is False]
    if not known:
        reason = "It says nothing of what you prefer."
        return Part(name="preferences", weight=WEIGHTS["preferences"], share=_OPEN, reason=reason)
    counted = f"Of {known} preferences that can be compared, {met or 'none'} {'are' if met > 1 else 'is'} met."
    reason = (
        f"{counted if known > 1 else ''} {' '.join(unmet)}".strip() or "The preference that can be compared is met."
    )
    return Part(
        name="preferences",
        weight=WEIGHTS["preferences"],
        share=0.0 if broken else earned / sum(weights),
        reason=reason[:1000],
    )
