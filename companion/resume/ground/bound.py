"""Whether a number is told of what the facts tell it of, and no other one stands there."""

import calendar
import re
from collections.abc import Sequence

import msgspec

from companion.resume.ground.clauses import Clause, clauses
from companion.resume.ground.counted import named_same, nouns_after, shares
from companion.resume.ground.lexicon import claims_of, lexicon, supports
from companion.resume.ground.measures import Quantity
from companion.resume.ground.quantities import masked, quantities
from companion.resume.ground.tokens import canonical, tokens
from companion.resume.ground.verbs import is_verbal

_NAME = re.compile(r"(?:(?<=\W)|^)([^\W\d_]{2,})[ -](?:\d[\d.]*\s?(?:and|to|or|[&/+–-])\s?)*$")
_COMPOUND = re.compile(r"-[^\W\d]")
_DOING_SO_MANY = re.compile(r"\b[a-z]+ing \d")
_OF_WHAT = re.compile(
    r"(?:\s(?:on|as)\b)?(?:(?!\b(?:and|or|from|to|up|down|against|vs|versus|with|at|in|on|by|over|as|than|instead|into|during|within|while)\b)"
    r"[^,;:.()/]){0,40}"
)
_Told = tuple[str, Quantity]
"""A text of the facts, and a number in it."""


def equal(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers are one, whatever the unit each is written in."""
    if b.kind == "vague":
        return a.kind == "count" and a.value == b.value and b.text.casefold() in ("dozen", "couple")
    kinds = {a.kind, b.kind}
    if a.kind == b.kind:
        if a.kind == "money" and a.unit != b.unit:
            return False
        close = abs(a.value - b.value) <= 1e-6 * max(abs(a.value), abs(b.value), 1e-12)
        rounded = a.kind == "time" and abs(a.value - b.value) <= 0.004 * b.value
        return close or rounded or (a.bound == "over" and just_over(a, b))
    if kinds == {"count", "length"}:
        count, length = (a, b) if a.kind == "count" else (b, a)
        return count.value == length.value * 1e6 and count.text == length.text  # 24 m, for metres
    if kinds == {"times", "count"}:
        return a.value == b.value and "twice" in (a.text.casefold(), b.text.casefold())
    if kinds == {"times", "percent"}:
        times, percent = (a, b) if a.kind == "times" else (b, a)
        return abs((times.value - 1) * 100 - percent.value) < 1e-9 and times.value == 2
    return False


def just_over(a: Quantity, b: Quantity) -> bool:
    """`over 1,000` of 1,048: a round number not far below."""
    return 0.75 * b.value <= a.value < b.value


def swapped(
    sentence: str,
    said: Quantity,
    own: Sequence[Clause],
    matching: Sequence[_Told],
    numbers: Sequence[_Told],
) -> bool:
    """Whether another number of the facts stands where this one is put."""
    here = _clause_at(own, said.start)
    if not here or any(named_same(sentence, said, text, other) for text, other in matching):
        return False
    best = max(_overlap(here, _clause_at(clauses(text), other.start)) for text, other in matching)
    for text, other in numbers:
        if other.kind == said.kind and not equal(said, other) and not _kept(sentence, text, other):
            counted = nouns_after(sentence, said)
            novel = counted and not shares(counted, nouns_after(text, other))
            if said.kind == "time" and novel and other.unit.rstrip("s") != said.unit.rstrip("s"):
                continue  # years away are not told for hours of a course
            if any(shares(counted, nouns_after(t, o)) for t, o in matching) and not shares(
                counted, nouns_after(text, other)
            ):
                continue  # it counts what it counts there, wherever the clause has moved
            there = _clause_at(clauses(text), other.start)
            if not any(o.start == other.start and t == text for t, o in matching) and _overlap(here, there) >= best + 2:
                return True
    return False


def counts_another(sentence: str, said: Quantity, matching: Sequence[_Told], numbers: Sequence[_Told]) -> bool:
    """Whether what a number counts is what another number of the facts counts, and not that number: 28 patients, for 6
    patients on a ward of 28 beds.
    """
    counted, there = _counted(sentence, said)[-1:], [_counted(text, one) for text, one in matching]
    if not counted or said.kind != "count" or not all(there) or any(shares(counted, nouns) for nouns in there):
        return False
    return any(
        one.kind == "count" and not equal(said, one) and counted == _counted(text, one)[-1:] for text, one in numbers
    )


def _counted(text: str, number: Quantity) -> list[str]:
    """The nouns of which a number may be: of 12-bed birth centre, beds alone."""
    doing = {token.key for token in tokens(text) if token.text.endswith("ing")}
    ends = _DOING_SO_MANY.search(text, number.end)
    nouns = [noun for noun in nouns_after(text[: ends.start()] if ends else text, number) if noun not in doing]
    return nouns[:1] if _COMPOUND.match(text, number.end) else nouns


def exchanged(sentence: str, said: Quantity, matching: Sequence[_Told], numbers: Sequence[_Told]) -> bool:
    """Whether a number stands before what the facts have another one before: 90 books and 30 maps."""
    here = _of_what(sentence, said)
    return (
        bool(here)
        and not any(named_same(sentence, said, text, one) for text, one in matching)
        and all(there and not shares(here, there) for there in (_of_what(text, one) for text, one in matching))
        and any(
            other.kind == said.kind and not equal(said, other) and shares(here, _of_what(text, other))
            for text, other in numbers
        )
    )


def misnamed(sentence: str, said: Quantity, matching: Sequence[_Told], numbers: Sequence[_Told]) -> bool:
    """Whether a number stands right after what the facts have another one after: Sage 50, year 4, target £350k; after
    a verb, whether the two have changed places.
    """
    name = _before(sentence, said)
    if not name or any(_before(text, one) == name for text, one in matching):
        return False
    if said.kind == "year" and name.title() not in calendar.month_name:
        return False  # markets 2021 to 2023
    others = [other for text, other in numbers if _before(text, other) == name and not equal(said, other)]
    if not is_verbal(name):
        return any(other.kind == said.kind for other in others)
    was = {_before(text, one) for text, one in matching} - {""}
    return any(
        _before(sentence, one) in was and any(equal(one, other) for other in others) for one in quantities(sentence)
    )


def _before(text: str, quantity: Quantity) -> str:
    """The claiming word right before a number, or before the numbers that it follows: years 4 and 5."""
    found = _NAME.search(text[: quantity.lead])
    name = found[1].casefold() if found else ""
    return "" if canonical(name) in lexicon().empty - {"level"} else name


def _of_what(text: str, quantity: Quantity) -> list[str]:
    """The claiming words from a number to the next mark, number or word that joins; "of" and "for" say of what."""
    ends = [other.lead for other in quantities(text) if other.start > quantity.start]
    piece = _OF_WHAT.match(masked(text)[quantity.end : min(ends, default=len(text))])
    return claims_of(piece[0]) if piece else []


def beside_another(sentence: str, said: Quantity, matching: Sequence[_Told], numbers: Sequence[_Told]) -> bool:
    """Whether what a time is told of stands in the facts beside another number, and not beside that time."""
    after = nouns_after(sentence, said) or nouns_after(
        sentence, msgspec.structs.replace(said, end=_next_word(sentence, said.end))
    )
    if not after:
        return False
    here = [token.key for token in tokens(sentence)]
    pieces = [_piece(text, one) for text, one in matching]
    if not all(pieces):
        return False  # a time of its own: Bath, 14 months; meals
    if len(after) > 1 and after[0] not in {key for piece in pieces for key in piece}:
        others = [
            _piece(text, one)
            for text, one in numbers
            if (text, one) not in matching and (one.kind == "time" or text.startswith(" as ", one.end))
        ]
        most = max((_overlap(frozenset(after), frozenset(piece)) for piece in pieces), default=0)
        if any(_overlap(frozenset(after), frozenset(piece)) > most for piece in others):
            return True
    if any(shares(after, piece) or shares(piece, here) for piece in pieces):
        return False
    return any(shares(after, _piece(text, other)) for text, other in numbers if (text, other) not in matching)


def _next_word(text: str, at: int) -> int:
    """Where the phrase goes on after a word that joins: with, in."""
    found = re.match(r"[’'\s]*(?:(?:of )?experience\s+)?(?:with|in|as|on|at|of)\s+", text[at:])
    return at + found.end() if found else at


def _piece(text: str, quantity: Quantity) -> list[str]:
    """The words between the commas around a number."""
    start = max(text.rfind(mark, 0, quantity.lead) for mark in ",;(:") + 1
    ends = [place for mark in ",;):" if (place := text.find(mark, quantity.end)) >= 0]
    piece = masked(text)[start : min(ends, default=len(text))]
    return claims_of(piece)


def _kept(sentence: str, text: str, number: Quantity) -> bool:
    """Whether the sentence says another number of the facts of what they say it of: Java 11, 40 guests."""
    return any(
        equal(one, number)
        and (named_same(sentence, one, text, number) or shares(nouns_after(sentence, one), nouns_after(text, number)))
        for one in quantities(sentence)
    )


def _clause_at(found: Sequence[Clause], at: int) -> frozenset[str]:
    none: frozenset[str] = frozenset()
    place = next((n for n, clause in enumerate(found) if clause.start <= at < clause.end), None)
    if place is None:
        return none
    return found[place].keys or (found[place - 1].keys if place else none)  # boxes for the shop, about 85


def _overlap(a: frozenset[str], b: frozenset[str]) -> int:
    return sum(supports(key, b) for key in a)
