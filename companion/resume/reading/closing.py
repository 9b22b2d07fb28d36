"""What people sign a resume with at its end (town and date, their name, what they agree to): no part of its last
section.
"""

import re
from collections.abc import Sequence

from companion.resume.reading.lines import TextLine

_SIGNED = re.compile(
    r"[^\W\d_][\w .'’-]{1,40},?\s+(?:(?:den|le|il|a|em|on)\s+)?\d{1,2}(?:\.|\.?º)?[\s./-]\s*"
    r"(?:\d{1,2}[./-]|(?:de\s+)?[^\W\d_]{3,10}\.?(?:\s+de)?)\s*(?:19|20)\d{2}\.?"
)
_AGREED = re.compile(
    r"wyrażam zgodę|autorizzo (?:il|al) trattamento|(?:i )?(?:hereby )?(?:authori[sz]e|consent to) the processing|"
    r"i (?:do )?(?:hereby )?(?:solemnly )?(?:declare|certify|affirm) that|signature over printed name|"
    r"súhlasím so spracovaním|souhlasím se zpracováním|sunt de acord cu prelucrarea|"
    r"ich versichere|j['’]atteste|declaro (?:que|bajo)",
    re.IGNORECASE,
)
"""What people agree to or declare there."""
_GAP = 0.7
"""Line heights between two lines of one sentence at most."""
_LAST = 4
"""Lines at the end of a resume among which one signs it."""


def without_closing(lines: Sequence[TextLine]) -> tuple[list[TextLine], list[str]]:
    """`lines` without what they are signed with, and that."""
    first = max(len(lines) - _LAST, len(lines) // 2)
    at = next((n for n in range(first, len(lines)) if _closes(lines[n])), len(lines))
    above = {word for line in lines[:at] for word in line.plain.casefold().split()}
    for before, line in zip(lines[at:], lines[at + 1 :], strict=False):
        goes_on = before.full and line.gap < _GAP
        name = set(line.plain.strip("()_ .").casefold().split()) <= above
        if not (goes_on or name or _closes(line)):
            return list(lines), []
    return list(lines[:at]), [line.plain for line in lines[at:]]


def _closes(line: TextLine) -> bool:
    return bool(_SIGNED.fullmatch(line.plain) or _AGREED.match(line.plain))
