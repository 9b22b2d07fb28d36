"""A line of another language as what it says: words, numbers and rates, clause by clause, with what weakens each."""

import functools
import re
from collections.abc import Sequence

import msgspec

from companion.resume.ground.abroad.items import Item, items_of, parted, tells
from companion.resume.ground.abroad.plain import plain
from companion.resume.ground.abroad.roots import (
    is_completion,
    is_light,
    is_participle,
    is_person,
    is_strong,
    level_of,
    mark_of,
)
from companion.resume.ground.abroad.tongues import LANGUAGE_NAMES, tongue
from companion.resume.ground.names import skill_spans

_STAYING = frozenset({"negation"})
"""Marks that hold for their own clause alone."""
_LEANING = {"de": re.compile("(?!)"), "fr": re.compile("ant$"), "es": re.compile("[ai]e?ndo(?:l[aeo]s?)?$")}
"""Verbs that go on with what was said before: an electrician's mate, laying cables."""
_DONE = re.compile("^[a-zäöüß]+(?:t|en)(?:e[mnrs]?)?$")
_OF_ALL = frozenset({"joint", "under"})
"""Marks that, said last, hold for all that was said before."""
_HARD = frozenset(";.•|!?\n–—-")


class Clause(msgspec.Struct, frozen=True):
    items: tuple[Item, ...]
    marks: frozenset[str]
    leant: frozenset[str]
    """Those of the marks that it only has from the clause it leans on."""
    levels: frozenset[str]
    verbal: bool
    """Whether a verb tells what was done."""
    light: bool
    """Whether something is only said to have been done."""

    helping: bool = False
    """Whether it ends with a verb of help, so that who was helped comes before."""

    @property
    def opening(self) -> bool:
        """Whether it only says where, when, with whom or with what the next one was done."""
        return ((self.items[0].after or self.items[0].mark in _OF_ALL) and not self.verbal) or (
            any(item.mark for item in self.items) and all(item.mark or item.value is not None for item in self.claims)
        )

    @property
    def claims(self) -> list[Item]:
        return [item for item in self.items if not item.empty]


@functools.lru_cache(maxsize=2_000)
def clauses(text: str, code: str) -> tuple[Clause, ...]:
    """What `text` says, parted at its commas and joints; what weakens a clause goes on in those that lean on it."""
    out: list[Clause] = []
    text = plain(text, code)
    graded = {word.casefold() for start, end, _ in skill_spans(text) for word in text[start:end].split()}
    graded |= LANGUAGE_NAMES[code]
    fresh = 0
    over = frozenset[str]()
    for tokens, by in parted(text, code):
        items = tuple(items_of(tokens, code, opens=by in _HARD)) if tokens else ()
        if not items:
            continue
        claims = [item for item in items if not item.empty]
        words = [item.text for item in items if item.value is None]
        marks = frozenset(mark for word in words if (mark := mark_of(word, code)))
        known = any(word.casefold() in graded or tongue(code).knowing.fullmatch(word.casefold()) for word in words)
        levels = frozenset(level for word in words if known and (level := level_of(word, code)))
        before = out[-1] if out and by not in _HARD else None
        if before is not None and levels and not before.levels and all(_graded(item, code) for item in claims):
            out[-1] = msgspec.structs.replace(before, items=(*before.items, *items), levels=levels)
            continue
        over = frozenset[str]() if before is None else over | (before.marks if before.opening else frozenset[str]())
        leant = over - marks
        if before is not None and (before.opening or not _own_deed(claims, code)):
            leant |= before.marks - marks
            if by == "&" and not levels and any(level_of(item.text, code) for item in before.items[:2]):
                levels = before.levels
        light = any(is_light(word, code) for word in words)
        leant -= _STAYING if before is not None and before.opening else _STAYING | {"unfinished"}  # the school is whole
        verbal = any(tells(item, code) for item in claims)
        fresh = len(out) if by in _HARD else fresh
        if any(_did_it(items, place, code) for place in range(len(items))) or _subject(items, tokens, code):
            marks |= {"theirs"}
        if "negation" in marks and any(is_completion(item.text, code) for item in claims):
            marks |= {"unfinished"}
        if len(out) > fresh and (back := _backwards(out[-1], claims, marks, by, code)):
            out[fresh:] = [
                msgspec.structs.replace(one, marks=one.marks | back, leant=one.leant | back) for one in out[fresh:]
            ]
        helping = bool(claims) and claims[-1].mark == "assist" and claims[-1].text[0].islower()
        out.append(Clause(items, marks | leant, leant, levels, verbal, light, helping))
    return tuple(out)


def _did_it(items: Sequence[Item], place: int, code: str) -> bool:
    """Whether somebody else is said to have done it: approved by the head, drawn by a designer."""
    item, after, before = items[place], items[place + 1 : place + 2], items[max(0, place - 1) : place]
    if not item.by or item.mark:
        return False
    if is_strong(item.text, code):
        return True
    if code == "de":
        return is_person(item.text, code) and any(_DONE.search(one.text) for one in after)
    return item.named and any(is_participle(one.text, code) and not one.named for one in before)


def _subject(items: Sequence[Item], tokens: Sequence[re.Match[str]], code: str) -> bool:
    """Whether a German clause ends with somebody in charge who did it: die Abrechnung machte die Leiterin."""
    last = items[-1]
    article, ending = (tokens[-2][0].casefold() if len(tokens) > 1 else ""), last.text.casefold().endswith("in")
    return (
        code == "de"
        and article == ("die" if ending else "der")
        and is_strong(last.text, code)
        and any(tells(item, code) for item in items[1:-1])
        and not any(token[0].casefold() in ("ich", "wir") for token in tokens)
    )


def _graded(item: Item, code: str) -> bool:
    """Whether it says no more than how well: Spanish, school level."""
    return bool(
        item.value is None and (level_of(item.text, code) or tongue(code).knowing.fullmatch(item.text.casefold()))
    )


def _backwards(before: Clause, claims: Sequence[Item], marks: frozenset[str], by: str, code: str) -> frozenset[str]:
    """Marks that hold for what came before: from here to there, help with it; the site, with help; the site (help)."""
    named = [item for item in claims if item.mark]
    rest = [item for item in claims if not (item.mark or item.value or is_completion(item.text, code))]
    if "unfinished" in marks and not rest:
        return marks - _STAYING  # a degree, failed in 2016
    not_completed = marks & {"unfinished"} if "negation" in marks else frozenset[str]()
    marks -= _STAYING
    if not_completed:
        return marks
    if before.opening or len(named) == len(claims):
        return marks
    if claims[0].mark in _OF_ALL and not any(tells(item, code) for item in claims):
        return frozenset({claims[0].mark})  # found a flat, together with a charity
    if by == "(" and claims[0] in named:
        return marks - {"unfinished"}
    return frozenset()


def _own_deed(claims: Sequence[Item], code: str) -> bool:
    claims = [item for item in claims if not mark_of(item.text, code)]
    if not claims or (len(claims) == 1 and is_participle(claims[0].text, code)):
        return False
    if _LEANING[code].search(claims[0].text):
        return False
    return tells(claims[0], code) or (code == "de" and tells(claims[-1], code))
