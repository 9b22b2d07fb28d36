"""Quantities that no numeral tells: doubled, half of them, third, several, within a year."""

import math
import re
from collections.abc import Iterator, Sequence

from companion.resume.ground.measures import HALVES, MULTIPLES, ORDINALS, PARTS, SCALES, UNITS, VAGUE, Quantity

_PART = re.compile(
    r"\b(?:half(?!\s+an?\b|-|\s+(?:marathon|board|term|day|year|hour))|(?:one|a|two)[\s-]thirds?|(?:a|three)[\s-]quarters?)\b"
    r"(?=\s+(?:of|were|was|are|is|in)\b|[\s,;.)]|$)",
    re.IGNORECASE,
)
_MULTIPLE = re.compile(rf"\b(?:{'|'.join([*HALVES, *MULTIPLES])})\b", re.IGNORECASE)
_LONG = re.compile(r"\b(?:(?:an?|one)[\s-])?(day|week|month|year|semester|season|summer)[\s-]long\b", re.IGNORECASE)
_ONE = re.compile(
    r"\b(?:within|in|over|for|during|after|lasting|inside)\s+(?:the\s+course\s+of\s+)?(?:an?|one)\s+"
    r"(year|quarter|month|week|day|hour|decade)\b(?!-|\s+(?:\d|past|to\b|of\b))|\b(?:my|the|its)\s+first\s+(year|month|week|day)\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(rf"\b(?:{'|'.join(ORDINALS)})\b(?!-|\s+(?:of\b(?!\s+\d)|party|parties))", re.IGNORECASE)
_HALF = re.compile(r"\bhalf\s+an?\s+(year|hour|day|month|week)\b", re.IGNORECASE)
_VAGUE = re.compile(
    rf"\b({'|'.join(VAGUE)})\b((?:\s+(?:of\s+)?(?:hundred|thousand|million|dozen)s?\b)*)", re.IGNORECASE
)


def worded(text: str, read: Sequence[Quantity]) -> Iterator[Quantity]:
    """The quantities that `text` tells by other words than those already `read`."""
    for found in _MULTIPLE.finditer(text):
        word = found[0].casefold()
        yield _told("percent", 50.0, found) if word in HALVES else _told("times", MULTIPLES[word], found)
    for found in _PART.finditer(text):
        word = found[0].casefold().replace("-", " ")
        if word in PARTS:
            yield _told("percent", PARTS[word], found)
    for found in _HALF.finditer(text):
        unit = found[1].casefold()
        yield _told("time", UNITS[unit][1] / 2, found, unit)
    for found in (*_LONG.finditer(text), *_ONE.finditer(text)):
        unit = next(group for group in found.groups() if group).casefold()
        if unit in UNITS and not any(q.start < found.end() and found.start() < q.end for q in read):
            yield _told("time", UNITS[unit][1], found, unit)
    for found in _ORDINAL.finditer(text):
        yield _told("ordinal", ORDINALS[found[0].casefold()], found)
    for found in _VAGUE.finditer(text):
        if not any(q.lead <= found.start() < q.end for q in read):  # "two dozen" is a number
            yield _told("vague", math.prod((VAGUE[found[1].casefold()], *map(_scale, found[2].split()))), found)


def _told(kind: str, value: float, found: re.Match[str], unit: str = "") -> Quantity:
    return Quantity(
        kind=kind, value=value, unit=unit, lead=found.start(), start=found.start(), end=found.end(), text=found[0]
    )


def _scale(word: str) -> float:
    return SCALES.get(word.casefold().removesuffix("s"), 1)
