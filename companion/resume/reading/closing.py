"""What people sign a resume with at its end (town and date, their name): no part of its last section."""

import re
from collections.abc import Sequence

from companion.resume.reading.lines import TextLine

_SIGNED = re.compile(
    r"[^\W\d_][\w .'’-]{1,40},?\s+(?:(?:den|le|il|a|em|on)\s+)?\d{1,2}(?:\.|\.?º)?[\s./-]\s*"
    r"(?:\d{1,2}[./-]|(?:de\s+)?[^\W\d_]{3,10}\.?(?:\s+de)?)\s*(?:19|20)\d{2}\.?"
)
_LAST = 4
"""Lines at the end of a resume among which one signs it."""


def without_closing(lines: Sequence[TextLine]) -> tuple[list[TextLine], list[str]]:
    """`lines` without town, date and name at their end, and those."""
    first = max(len(lines) - _LAST, len(lines) // 2)
    at = next((n for n in range(first, len(lines)) if _SIGNED.fullmatch(lines[n].plain)), len(lines))
    above = {line.plain.casefold() for line in lines[:at]}
    signed = all(any(line.plain.strip("()_ .").casefold() in text for text in above) for line in lines[at + 1 :])
    return (list(lines[:at]), [line.plain for line in lines[at:]]) if signed else (list(lines), [])
