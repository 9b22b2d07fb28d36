"""Dates of cited facts: the months and years they name, and how long they lasted."""

import re
from collections.abc import Iterator, Sequence, Set
from datetime import date

from companion.model.profile import Fact

_MONTHS = "january february march april may june july august september october november december".split()


def dated(cited: Sequence[Fact]) -> set[tuple[int, int]]:
    out: set[tuple[int, int]] = set()
    for fact in cited:
        if found := re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-\d{2})?", fact.text.strip()):
            out.add((int(found[1]), int(found[2] or 0)))
    return out


def months(sentence: str, texts: Sequence[str], dates: Set[tuple[int, int]]) -> Iterator[str]:
    """Months beside years that the facts do not name."""
    text = " ".join(texts).casefold()
    for found in re.finditer(
        rf"\b({'|'.join(_MONTHS)}|{'|'.join(m[:3] for m in _MONTHS)}|sept)\.?\s+(\d{{4}})\b", sentence, re.IGNORECASE
    ):
        number = next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(found[1].casefold()[:3]))
        if (int(found[2]), number) not in dates and found[0].casefold() not in text:
            yield f"the date {found[0]} is not in the facts"


def between(texts: Sequence[str]) -> Iterator[float]:
    """Months from one year to another that a text names."""
    for text in texts:
        for found in re.finditer(r"\b((?:19|20)\d\d)\s?(?:-|–|to)\s?((?:19|20)\d\d)\b", text):
            yield 12.0 * (int(found[2]) - int(found[1]))


def spans(cited: Sequence[Fact], today: date | None) -> list[float]:
    """Months that the cited entries lasted, each and together."""
    starts: dict[str, float] = {}
    ends: dict[str, float] = {}
    for fact in cited:
        entry, _, name = fact.path.rpartition("/")
        if name in ("startDate", "endDate") and (found := re.match(r"(\d{4})(?:-(\d{2}))?", fact.text)):
            # A year alone may mean any month of it: the shortest reading is the safe one.
            month = int(found[2]) if found[2] else (12 if name == "startDate" else 1)
            (starts if name == "startDate" else ends)[entry] = int(found[1]) * 12 + month
    out: list[float] = []
    for entry, start in starts.items():
        end = ends.get(entry, today.year * 12 + today.month if today else None)
        if end is not None and end >= start:
            out.append(end - start + 1)
    return [*out, sum(out)] if len(out) > 1 else out
