"""Studies told as sentences, such as "Completed B.Com from Anna University in 2015 with 62%" → entries."""

import re
from collections.abc import Sequence

from companion.model.profile import Education
from companion.resume.reading.dates import Span, spans
from companion.resume.reading.lines import TextLine, joined, unbulleted
from companion.resume.reading.studies import Entry
from companion.resume.reading.vocabulary import SCHOOL, SCORE
from companion.resume.reading.wraps import OPEN

_OPENS = re.compile(
    r"(?:(?:i|have|has|had|am|also|currently|presently|successfully)\s+){0,3}"
    r"(?:complet(?:ed|ing)|passed|obtained|done|did|pursu(?:ed|ing)|graduated|qualified|holds?|holding|secured|studied|"
    r"studying|earned|received)\s+(?:(?:with|in|my|the|an?)\s+){0,2}",
    re.IGNORECASE,
)
"""How such a sentence begins, if not with the degree."""
_FROM = re.compile(r",?(?:\s+(?:passed|done|completed))?\s+(?:from|at|under|through)\s+(?:the\s+)?(?=[^\W\d_a-z])")
_WHEN = re.compile(
    r"[\s,(–-]+(?:(?:in|during|on|from|by)(?: the)?(?: year| years| month of| batch)?(?: of)?)?[\s,:(–-]*$"
)
_GRADE = re.compile(
    r"\d{1,2}(?:\.\d{1,2})?\s?%|(?:first|second|third|1st|2nd|3rd) (?:class|division)(?: with distinction)?",
    re.IGNORECASE,
)
_WITH = re.compile(r"[\s,]+(?:with|securing|scoring|and secured)(?:\s.*)?$")
_WORDS = 8
"""Words of a degree at most."""
_LONG = 300
"""Characters of a sentence at most."""


def told_studies(lines: Sequence[TextLine]) -> list[Education]:
    """The entries of a section of education each of whose lines is such a sentence, in order; else nothing."""
    texts: list[str] = []
    for line in lines:
        if texts and not line.bullet and (line.plain[:1].islower() or OPEN.search(texts[-1])):
            texts[-1] = joined(texts[-1], line.plain)
        else:
            texts.append(unbulleted(line.plain))
    found = [_told(text) for text in texts]
    return [entry.close() for entry in found if entry] if all(found) else []


def _told(text: str) -> Entry | None:
    bare = _OPENS.sub("", text, count=1)
    if len(text) > _LONG:
        return None
    cuts = list(_FROM.finditer(bare))
    dated = [at for at in cuts[:1] if spans(bare[at.end() :])]  # a school that no word tells
    cut = next((at for at in cuts if SCHOOL.search(bare[at.end() :])), dated[0] if dated else None)
    if cut is None or len(bare[: cut.start()].split()) > _WORDS or SCHOOL.search(bare[: cut.start()]):
        return None
    entry = Entry()
    entry.degree, rest = bare[: cut.start()], bare[cut.end() :].rstrip(" .")
    grade = SCORE.search(rest) or _GRADE.search(rest)
    entry.score = re.sub(r"\s+", " ", grade[grade.lastindex or 0]).strip(" ,.") if grade else ""
    dates = (spans(rest) or [Span(at=(len(rest), len(rest)))])[0]
    entry.span = dates
    stop = min(dates.at[0], grade.start() if grade else len(rest))
    behind = _WITH.sub("", rest[dates.at[1] : max(dates.at[1], grade.start() if grade else len(rest))])
    entry.notes = [note] if (note := behind.strip(" ,;.()–-")) else []
    entry.school = _WITH.sub("", _WHEN.sub("", rest[:stop])).strip(" ,(–-")
    return entry
