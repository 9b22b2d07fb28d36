"""How this person writes English: which spelling, which tense. What departs from their own habit is asked, never
mended.

Only their own words are evidence: a verb counts as one where they use its past elsewhere; a spelling is a habit where
the whole profile keeps to it.
"""

import re
from collections.abc import Iterator

import msgspec

from companion.model.profile import Profile, Work
from companion.resume.ground.tokens import canonical
from companion.resume.ground.verbs import is_verbal

IZE = re.compile(
    r"\b(?P<stem>(?:re|de|dis|un|over)?(?:organ|optim|custom|standard|real|recogn|prior|summar|util|automat|modern|minim|"
    r"maxim|central|digit|visual|stabil|special|final|emphas|harmon|categor|synchron|initial|normal|local|personal)i)"
    r"(?P<mark>[sz])(?P<end>e|ed|es|er|ers|ing|ation|ations|able)\b",
    re.IGNORECASE,
)
"""Words spelt -ise or -ize as the writer likes; not those that are always spelt one way (advise, resize)."""
_FAMILIES = (
    (IZE, {"s": "British", "z": "American"}),
    (
        re.compile(
            r"\b(?:col|behavi|lab|fav|hon|neighb|harb|endeav|vap|rum|hum|od|tum|flav|arm)o(?P<mark>ur|r)"
            r"(?:s|ed|ing|al|hood|ite|able|y)?\b"
        ),
        {"ur": "British", "r": "American"},
    ),
    (
        re.compile(r"\b(?:analy|cataly|paraly|electroly)(?P<mark>[sz])(?:e|ed|ing|er|ers)\b"),
        {"s": "British", "z": "American"},
    ),
    (
        re.compile(r"\b(?:model|travel|label|cancel|signal|channel|fuel|level|counsel|tunnel)(?P<mark>l?)(?:ed|ing|er|ers)\b"),
        {"l": "British", "": "American"},
    ),
)  # fmt: skip
"""Words that the two spellings write apart, and whose mark stands for which (Oxford Dictionaries, Merriam-Webster)."""
_FIRST = re.compile(r"[^\W_]+")
_OBJECT = re.compile(
    r"(?:the|an?|all|our|my|their|its|up|out|new|daily|weekly|monthly|\d[\d,.]*|two|three|four|five|six|several)\b"
)
_NO_OBJECT = re.compile(r"(?:of|for|in|with|to|on|at|from|by|and|or|&)\b|[:–—,(]")
_MOST = 3


class Habits(msgspec.Struct, frozen=True):
    """The spelling the whole profile keeps to: `British` or `American`, empty where it keeps to none."""

    spelling: str


def habits(profile: Profile) -> Habits:
    """What the person's own words show."""
    told = {nation for nation, _ in _spelt(profile)}
    return Habits(spelling=told.pop() if len(told) == 1 else "")


def departures(profile: Profile) -> tuple[str, ...]:
    """Questions to the person about where they write otherwise than they do elsewhere; three at most."""
    found: list[str] = []
    told: dict[str, str] = {}
    for nation, word in _spelt(profile):
        told.setdefault(nation, word)
    if len(told) == 2:
        british, american = told["British"], told["American"]
        found.append(f"You write “{british}” as in Britain and “{american}” as in America: which do you keep to?")
    pasts = {canonical(first.casefold()) for work in profile.work for first in _firsts(work) if _past(first)}
    for work in profile.work:
        if work.end_date and any(map(_past, _firsts(work))):
            found += [
                f"“{text[:120]}” speaks of today, though that job has ended. Should it be in the past, as elsewhere?"
                for text in work.highlights
                if tense(text, frozenset(pasts)) == "present"
            ]
    return tuple(found[:_MOST])


def tense(text: str, known: frozenset[str] = frozenset()) -> str:
    """`past` or `present` of the verb a line begins with; empty where it begins with none that is sure.

    `known` are the keys (`ground.canonical`) of words that are verbs here.
    """
    found = _FIRST.match(text)
    if found is None:
        return ""
    first, rest = found[0].casefold(), text[found.end() :].lstrip()
    if _past(first):
        return "past"
    if first.endswith("ing") or canonical(first) not in known or _NO_OBJECT.match(rest):
        return ""
    return "present" if first.endswith("s") or _OBJECT.match(rest.casefold()) else ""


def _past(word: str) -> bool:
    return is_verbal(word) and not word.casefold().endswith("ing")


def _firsts(work: Work) -> Iterator[str]:
    return (found[0] for text in work.highlights if (found := _FIRST.match(text)))


def _spelt(profile: Profile) -> list[tuple[str, str]]:
    """(`British` or `American`, the word) for every word that tells; beside British words -ize does not (Oxford)."""
    texts = [profile.basics.summary]
    for work in (*profile.work, *profile.volunteer):
        texts += [work.summary, *work.highlights]
    for project in profile.projects:
        texts += [project.description, *project.highlights]
    plain = "\n".join(text[:1].lower() + text[1:] for text in texts)
    told = [
        [(marks[found["mark"]], found[0]) for found in pattern.finditer(plain)] for pattern, marks in _FAMILIES
    ]  # fmt: skip
    ize, others = told[0], [one for family in told[1:] for one in family]
    oxford = {nation for nation, _ in ize} == {"American"} and {nation for nation, _ in others} == {"British"}
    return [*([] if oxford else ize), *others]
