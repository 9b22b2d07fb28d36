"""The claim gate for German, French and Spanish: nothing may be said that the facts do not say.

In: a sentence, what it cites, the language (`tongues.spoken` tells it). Out: the reasons why it is not carried. Every
word has to be in the facts, by its stem, a synonym of everyday working life, the parts of a compound or what a trade
does, or be a deed that goes without saying; words that carry no claim are listed. What weakens a fact stays with it.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from companion.resume.ground.abroad.cited import Facts
from companion.resume.ground.abroad.figures import unsupported
from companion.resume.ground.abroad.implied import implied
from companion.resume.ground.abroad.items import Item, tells
from companion.resume.ground.abroad.lines import Clause, clauses
from companion.resume.ground.abroad.plain import joined, placed
from companion.resume.ground.abroad.roots import (
    has_completed,
    is_business,
    is_calendar,
    is_giving,
    is_person,
    is_strong,
)
from companion.resume.ground.abroad.tongues import spoken, tongue
from companion.resume.ground.names import skill_spans

__all__ = ["spoken", "uncarried"]

_COURSE = re.compile(
    "kurs|seminar|schulung|lehrgang|unterricht|workshop|cours|formation|atelier|stage|séminaire|curso|taller|clase|formación",
    re.IGNORECASE,
)
_NAMED = {
    "assist": "that it was help and not the whole of it",
    "joint": "that it was done with others",
    "deputy": "that it was in somebody's place",
    "trial": "that it was a trial or a proposal",
    "partial": "that it was a part or a time only",
    "under": "that it was done under others",
    "learner": "that it was in training",
    "unfinished": "that it was not finished",
    "negation": "that it was not so",
    "theirs": "that somebody else did it",
}


def uncarried(sentence: str, texts: Sequence[str], around: Sequence[str], code: str) -> Iterator[str]:
    """Why the facts `texts`, with the names `around` them, do not carry `sentence`, a line in `code`."""
    if code == "de":
        sentence, texts = joined(placed(sentence, texts), texts), [joined(text, [sentence]) for text in texts]
    facts = Facts(texts, around, code)
    own = clauses(sentence, code)
    yield from _added(sentence, own, facts)
    yield from unsupported(own, facts.clauses, facts.same)
    yield from _weakened(own, facts)
    yield from _levels(own, facts)
    yield from _others(own, facts)
    yield from _led(own, facts)
    yield from _given(own, facts)
    yield from _turned(own, facts)
    yield from _taken(own, facts)
    yield from _undone(own, facts)
    yield from _misplaced(sentence, own, facts)
    yield from _plurals(sentence, texts, code)
    yield from _since(sentence, texts, facts)


def _added(sentence: str, own: Sequence[Clause], facts: Facts) -> Iterator[str]:
    """Words that the facts do not have."""
    named = [sentence[start:end].casefold() for start, end, name in skill_spans(sentence) if name in facts.skills]
    for clause in own:
        for item in clause.claims:
            known = any(item.text.casefold() in name for name in named)
            if (
                item.value is None
                and not known
                and not (facts.carries(item) or implied(item, clause, facts.clauses, facts.same, facts.code))
            ):
                yield f"“{item.text.removeprefix('@')}” is not in the facts"


def _weakened(own: Sequence[Clause], facts: Facts) -> Iterator[str]:
    """Marks of a weaker claim that the sentence leaves out."""
    for place, clause in enumerate(own):
        marks = clause.marks | (own[place + 1].marks if clause.opening and place + 1 < len(own) else frozenset[str]())
        for item in clause.claims:
            if is_calendar(item.text, facts.code):
                continue
            homes = _own_homes(item, facts)
            for mark in frozenset[str].intersection(*(home.marks for home in homes)) if homes else ():
                if mark not in marks and not _aside(mark, clause, homes, own, facts):
                    yield f"it leaves out {_NAMED[mark]}"
    for clause in own:
        denied = [item for item in clause.claims if "~negation" not in item.keys] if "negation" in clause.marks else []
        if denied and not any("negation" in home.marks for item in denied for home in facts.homes(item)):
            yield "it says the opposite of the facts"


def _own_homes(item: Item, facts: Facts) -> list[Clause]:
    """The clauses that tell a word, those left out where it is somebody else if there are others."""
    homes = facts.homes(item)
    own = [home for home in homes if any(facts.same(item, other) and not other.others for other in home.items)]
    return homes if item.others or item.value is not None else own or homes


def _aside(mark: str, clause: Clause, homes: Sequence[Clause], own: Sequence[Clause], facts: Facts) -> bool:
    """Whether the mark is told elsewhere in the sentence, of what the facts tell it of, and not needed here."""
    elsewhere = [
        other for other in own if mark in other.marks
        and any(facts.same(item, there) for item in other.claims for home in homes for there in home.items)
    ]  # fmt: skip
    leaning = all(mark in home.leant for home in homes)
    if mark == "joint" and "assist" in clause.marks:
        return True
    if mark == "theirs" and any(
        facts.same(item, there) for other in own for item in other.claims for home in homes for there in home.items
        if there.by
    ):  # fmt: skip
        return True
    if mark in ("trial", "joint", "partial", "learner") and elsewhere:
        return True
    return leaning and (mark == "trial" or not clause.verbal) and any(mark in other.marks for other in own)


def _levels(own: Sequence[Clause], facts: Facts) -> Iterator[str]:
    """A level told of something else than in the facts, and a low one left out."""
    for clause in own:
        for item in clause.claims:
            homes = facts.homes(item)
            held = frozenset[str]().union(*(home.levels for home in homes))
            if item.value is not None or not held:
                continue
            if (clause.levels and not clause.levels <= held) or (
                not clause.levels and all("low" in home.levels for home in homes)
            ):
                yield f"it tells another level of “{item.text}”"


def _others(own: Sequence[Clause], facts: Facts) -> Iterator[str]:
    """Titles and leading that are somebody else's in the facts."""
    for clause in own:
        for item in clause.claims:
            if item.value is not None or item.others or (clause.helping and not item.called):
                continue
            if is_strong(item.text, facts.code) or (item.first and is_person(item.text, facts.code)):
                there = [other for other in facts.items if facts.same(item, other)]
                if there and all(other.others for other in there):
                    yield f"“{item.text}” is somebody else in the facts"


def _led(own: Sequence[Clause], facts: Facts) -> Iterator[str]:
    """What somebody led told to be where it was: a kiosk, for the till in a kiosk."""
    there = [pair for clause in facts.clauses for pair in itertools.pairwise(_words(clause))]
    for lead, led in (pair for clause in own for pair in itertools.pairwise(_words(clause))):
        if led.place or not is_strong(lead.text, facts.code):
            continue
        homes = [(first, second) for first, second in there if facts.same(lead, first)]
        places = [item for item in facts.items if item.place and facts.same(led, item)]
        if homes and places and not any(facts.same(led, second) and not second.place for _, second in homes):
            yield f"“{led.text}” is where it was done, not what was led"


def _words(clause: Clause) -> list[Item]:
    return [item for item in clause.items if item.value is None]


def _given(own: Sequence[Clause], facts: Facts) -> Iterator[str]:
    """A course that was taken told as one that was given."""
    courses = [clause for clause in own if facts.takes and any(_COURSE.search(item.text) for item in clause.items)]
    for item in (item for clause in courses for item in clause.items if is_giving(item.text, facts.code)):
        if item.keys.isdisjoint(facts.keys):
            yield f"the facts tell of taking part, not of “{item.text}”"


def _turned(own: Sequence[Clause], facts: Facts) -> Iterator[str]:
    """From one to the other, where the facts go the other way."""
    there = [pair for clause in facts.clauses for pair in _ways(clause)]
    for first, second in (pair for clause in own for pair in _ways(clause)):
        same = any(facts.same(first, a) and facts.same(second, b) for a, b in there)
        if not same and any(facts.same(first, b) and facts.same(second, a) for a, b in there):
            yield "a change is told the wrong way round"


def _ways(clause: Clause) -> Iterator[tuple[Item, Item]]:
    """What a clause leads from, and to."""
    for place, item in enumerate(clause.items):
        if item.role == "from":
            yield from ((item, other) for other in clause.items[place + 1 : place + 4] if other.role == "to")


def _taken(own: Sequence[Clause], facts: Facts) -> Iterator[str]:
    """Called one's own, where the facts do not."""
    for item in (item for clause in own for item in clause.items if item.own and is_business(item.text, facts.code)):
        if not any(other.own for other in facts.items if facts.same(item, other)):
            yield f"the facts do not call “{item.text}” one's own"


def _undone(own: Sequence[Clause], facts: Facts) -> Iterator[str]:
    """What the facts have done to something told as having been done: translated, for checked translations."""
    said = [item for clause in own for item in clause.items]
    for clause in own:
        claims = clause.claims
        verbs = [item for item in claims if tells(item, facts.code)]
        for home in facts.clauses:
            heads = [item for item in _heads(home, facts.code) if item.value is None]
            shared = [item for item in claims if any(facts.same(item, other) for other in home.claims)]
            if not heads or not shared or any(facts.same(item, head) for item in said for head in heads):
                continue
            objects = [item for item in verbs if any(facts.same(item, other) for other in home.claims)]
            elsewhere = any(
                facts.same(item, other)
                for item in objects
                for rest in facts.clauses
                if rest is not home
                for other in rest.claims
            )
            if (objects and not elsewhere) or (clause.light and len(shared) == len(claims)):
                yield "the facts tell of something done to it, not of doing it"
                return


def _heads(clause: Clause, code: str) -> list[Item]:
    """What was done, by where it stands: first, or last in a German participle."""
    claims = clause.claims
    verbs = [item for item in claims if tells(item, code)]
    return verbs or claims[:1]


def _misplaced(sentence: str, own: Sequence[Clause], facts: Facts) -> Iterator[str]:
    """Names and tools told of something else than in the facts: right words, wrong clause."""
    if len(facts.clauses) < 2:
        return
    names = [sentence[start:end].casefold() for start, end, _ in skill_spans(sentence)]
    for clause in own:
        for item in clause.claims:
            if item.value is not None or not any(item.text.casefold() in name for name in names):
                continue
            homes = [home for home in facts.homes(item) if len(home.claims) > 1]
            rest = [other for other in clause.claims if other is not item and other.value is None]
            at_home = max((_shared(rest, home, facts) for home in homes), default=0)
            elsewhere = max((_shared(rest, home, facts) for home in facts.clauses if home not in homes), default=0)
            if homes and at_home == 0 and elsewhere:
                yield f"“{item.text}” belongs to something else in the facts"


def _shared(items: Sequence[Item], clause: Clause, facts: Facts) -> int:
    return sum(any(facts.same(item, other) for other in clause.items) for item in items)


def _plurals(sentence: str, texts: Sequence[str], code: str) -> Iterator[str]:
    """One thing of the facts told as several: French and Spanish plurals of what stands after `one`."""
    if code == "de":
        return
    told = " ".join(texts).casefold()
    for word in re.findall(r"[^\W\d_]{4,}s\b", sentence.casefold()):
        single = re.sub("(?<=[^aeiou])es$|s$" if code == "es" else "s$", "", word)
        if re.search(rf"\b(?:une?|una)\s+{single}\b", told) and not re.search(rf"\b{word}\b", told):
            yield f"the facts speak of one {single}, not of {word}"


def _since(sentence: str, texts: Sequence[str], facts: Facts) -> Iterator[str]:
    """A time that goes on, where the facts name one that is over; what was learnt stays."""
    since = [re.escape(word) for word in tongue(facts.code).since]
    if not re.search(rf"\b(?:{since[0]})\b(?!.*\b(?:bis|jusqu|hasta))", sentence, re.IGNORECASE):
        return
    goes_on = re.compile(rf"\b(?:{'|'.join(since)})\b|\d\s?[-–]\s?(?:$|[,;)])", re.IGNORECASE)
    if not any(goes_on.search(text) for text in texts) and not has_completed(facts.keys, facts.code):
        yield "it goes on until today where the facts do not say so"
