"""A degree as it is written → its kind and its field."""

import re

from companion.resume.reading.diplomas import DEGREE
from companion.resume.reading.vocabulary import SCHOOL

_KIND = re.compile(
    r"(?:\s+(?:\(?hon(?:ou?r)?s\.?\)?|degree|programme|program|pro(?:fessionnel(?:le)?)?|général|technologique|superior|"
    r"universitaire|magistrale|triennale|specialistica|universitaria))+(?=\W|$)",
    re.IGNORECASE,
)
"""What a degree's name goes on with and is no field of study."""
_BARE = re.compile(
    r"((?i:bachelor|master)(?:['’]?s)?(?: of (?:Science|Arts))?)\s+(?!(?i:degree|hon(?:ou?rs)?|programme|program)\b)"
    r"([^\W\d_a-z][^,:–—]*)$"
)
"""A kind with its field right behind it: "Bachelor Informatik"."""
_AGAIN = re.compile(rf"\s+[–-]\s+(?:{DEGREE.pattern})(?=,|$)", re.IGNORECASE)
_COMMA = re.compile(r"(?<!-), ")
_PART = re.compile(r"\b(?:department|dept|faculty|division|centre|center|chair|hall|campus|section)\b", re.IGNORECASE)
"""What names a part of a school and not a programme."""


def split_degree(text: str) -> tuple[str, str]:
    """`B.S. in Computer Science` → `B.S.`, `Computer Science`. Text without a known degree is the field of study."""
    text = text.strip(" ,–—-|·")
    if not text:
        return "", ""
    if DEGREE.match(text):  # "Bachelor of Arts - BA, Accounting", as LinkedIn says it twice
        text = _AGAIN.sub("", text)
    field, _, last = text.rpartition(", ")
    if field and DEGREE.match(last) and not DEGREE.search(field) and not split_degree(last)[1]:
        return last, field  # "Marine Biology, BSc"
    spelled = re.match(
        r"^((?:honou?rs\s+)?(?:bachelor|master|doctor|associate)(?:'s|’s|s)?(?:\s+degree)?(?:\s+of\s+(?:[\w()&.]+\s?){1,4}?)?)"
        r"(?:\s+in\s+|\s*[,–—:-]\s+|\s+\(?(?=[A-Z]))(.+)$",
        text,
        re.IGNORECASE,
    )
    if spelled and " in " in text:
        kind, _, area = text.partition(" in ")
        return kind.strip(), area.strip()
    if bare := _BARE.match(text):
        return bare[1], bare[2]
    if spelled and re.search(r"[,–—:]\s", text):
        kind, area = re.split(r"\s*[,–—:]\s+|\s-\s", text, maxsplit=1)
        return kind.strip(), area.strip()
    short = DEGREE.match(text)
    if short and not spelled:
        stop = short.end() + (more.end() if (more := _KIND.match(text[short.end() :])) else 0)
        rest = text[stop:].strip()
        if rest.startswith(("(", "of ")):
            kind, joiner, area = text.partition(" in ")
            return (kind.strip(), area.strip()) if joiner else (text, "")
        rest = re.sub(r"^(?:in|,|–|—|-|:|en|em|der|of|degree in)\s+", "", rest).strip()
        return text[:stop].strip(), rest
    kind, joiner, area = text.partition(" in ")
    if joiner and DEGREE.search(kind):
        return kind.strip(), area.strip()
    return text, ""


def parted(degree: str, school: str) -> tuple[str, str]:
    """Degree and school where only one of them was told and holds the other, parted at a comma; else as they are."""
    first, *others = _COMMA.split(degree)
    if len(others) == 1:
        second = others[0]
        if all(split_degree(first)) and not DEGREE.search(second):  # the field is told: what follows is where
            return first, second
    named = [n for n, piece in enumerate([first, *others]) if DEGREE.search(piece)]
    if not school and named and 0 < named[-1] < len(others):
        pieces = [first, *others]  # the field stands first: what follows the degree is where
        return ", ".join(pieces[: named[-1] + 1]), ", ".join(pieces[named[-1] + 1 :])
    pieces = school.split(", ")
    at = next((n for n, piece in enumerate(pieces) if SCHOOL.search(piece)), 0)
    if at and not _PART.search(pieces[0]):
        return ", ".join(pieces[:at]), ", ".join(pieces[at:])
    return degree, school
