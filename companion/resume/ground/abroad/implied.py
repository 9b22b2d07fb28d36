"""Deeds that go without saying: bouquets and shop windows among somebody's duties were made up and dressed.

Only everyday deeds by hand ([handy] of the tables), and only to what the facts name without telling any deed to it.
"""

import functools
import re
from collections.abc import Iterator, Sequence

from companion.resume.ground.abroad.compounds import halves
from companion.resume.ground.abroad.figures import Same
from companion.resume.ground.abroad.items import Item, tells
from companion.resume.ground.abroad.lines import Clause
from companion.resume.ground.abroad.roots import is_handy, is_person, said
from companion.resume.ground.abroad.stems import stems
from companion.resume.ground.abroad.tongues import tongue

_NOUNS = {
    "de": re.compile(r"\w(?:ung|ungen|tion|tionen|nahme|gabe|fahrt|pflege|hilfe)$|^[A-ZÄÖÜ]\w+(?:eln|ern|ieren)$"),
    "fr": re.compile(r"\w(?:ages?|tions?|sions?|ments?|tures?|aisons?|er|ir)$"),
    "es": re.compile(r"\w(?:ción|ciones|sión|mientos?|ajes?|duras?|anzas?|ar|er|ir)$"),
}
"""Nouns of deeds, by their endings."""
_INFINITIVES = {
    "de": re.compile(r"^[a-zäöüß]+(?:[^aeiou]en|eln|ern)$"),
    "fr": re.compile(r"\w(?:er|ir|re)$"),
    "es": re.compile(r"\w[aei]r$"),
}


def implied(item: Item, clause: Clause, facts: Sequence[Clause], same: Same, code: str) -> bool:
    """Whether `item`, a word of `clause` that the `facts` do not have, tells a deed that goes without saying."""
    if item.value is not None or item.mark:
        return False
    for thing in _things(item, clause.claims, code):
        homes = [home for home in facts if any(same(thing, one) for one in home.claims)]
        rest = [one for home in homes for one in home.claims if not same(thing, one)]
        if homes and not any(_is_deed(one, code) for one in rest):
            return True
    return False


def _things(item: Item, claims: Sequence[Item], code: str) -> Iterator[Item]:
    """What the deed was done to: what follows it, in German what goes before it too, or the rest of its compound."""
    place = claims.index(item)
    if is_handy(item.text, code):
        yield from (one for one in claims[place + 1 : place + 2] if one.value is None)
        if code == "de":
            yield from (one for one in claims[max(0, place - 1) : place] if one.value is None)
    elif code == "de":
        yield from (Item(left, said(left.title(), code)) for left, right in halves(item.text) if is_handy(right, code))


def _is_deed(item: Item, code: str) -> bool:
    if item.value is not None or is_person(item.text, code):
        return False
    return tells(item, code) or bool(_NOUNS[code].search(item.text)) or not item.keys.isdisjoint(_deeds(code))


@functools.cache
def _deeds(code: str) -> frozenset[str]:
    """The keys of words that the tables have beside an infinitive."""
    held = tongue(code)
    lines = [line for line in held.same if any(_INFINITIVES[code].search(word) for word in line)]
    return frozenset(
        key for word in (*held.forms, *held.handy, *(word for line in lines for word in line))
        for key in stems(word.title() if code == "de" else word, code)
    )  # fmt: skip
