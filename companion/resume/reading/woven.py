"""Schools in one section and what was obtained there in another, as in Nigeria and Ghana → entries that have both."""

import re
from collections.abc import Callable, Sequence

import msgspec

from companion.model.profile import Education
from companion.resume.reading.dates import Span, spans, without
from companion.resume.reading.diplomas import DEGREE
from companion.resume.reading.lines import TextLine, unbulleted
from companion.resume.reading.studies import Entry
from companion.resume.reading.vocabulary import SCHOOL

_OF_SCHOOL = re.compile(
    r"\b(?:(?:senior|junior|high|higher|primary|secondary|first|grammar) )*school(?: leaving)?(?= (?:cert|dipl|exam))",
    re.IGNORECASE,
)
"""What a certificate is of, and no school that has a name."""
_LATER = 2
"""Years at most from leaving a school to its certificate."""


class _Told(msgspec.Struct):
    text: str
    span: Span = Span()

    @property
    def year(self) -> int:
        return int((self.span.end or self.span.start or "0")[:4])


def woven(sections: Sequence[Sequence[TextLine]]) -> tuple[list[Education], list[Sequence[TextLine]]]:
    """The entries that two of `sections` tell together, and these two; nothing where no two of them do."""
    schools = [_told(body, _is_school) for body in sections]
    degrees = [_told(body, _is_degree) for body in sections]
    first = next((n for n, told in enumerate(schools) if told), None)
    second = next((n for n, told in enumerate(degrees) if told), None)
    if first is None or second is None:
        return [], []
    return _paired(schools[first], degrees[second]), [sections[first], sections[second]]


def _is_school(text: str) -> bool:
    return bool(SCHOOL.search(text)) and not DEGREE.search(text)


def _is_degree(text: str) -> bool:
    return bool(DEGREE.search(text)) and not SCHOOL.search(_OF_SCHOOL.sub("", text))


def _told(body: Sequence[TextLine], is_one: Callable[[str], bool]) -> list[_Told]:
    """What a section lists if all of its lines are that, each with its dates, which may stand below; else nothing."""
    out: list[_Told] = []
    for line in body:
        text = unbulleted(line.text)
        found = spans(text)
        bare = " ".join(without(text, found).split()).strip(" ,–-")
        if bare and not is_one(bare):
            return []
        if bare:
            out.append(_Told(bare))
        if found and out:
            out[-1].span = found[0]
    return out


def _paired(schools: Sequence[_Told], degrees: Sequence[_Told]) -> list[Education]:
    """Each school with the degree of the year it was left, or soon after; where years do not tell, in order."""
    left = list(degrees)
    pairs: list[tuple[_Told | None, _Told | None]] = []
    for school in schools:
        near = [one for one in left if school.year and 0 <= one.year - school.year <= _LATER]
        alike = len(schools) == len(degrees) and not (school.year and degrees[0].year)
        own = min(near, key=lambda one: one.year, default=left[0] if alike else None)
        if own:
            left.remove(own)
        pairs.append((school, own))
    return [_entry(school, degree) for school, degree in (*pairs, *((None, one) for one in left))]


def _entry(school: _Told | None, degree: _Told | None) -> Education:
    entry = Entry()
    entry.school, entry.degree = (one.text if one else "" for one in (school, degree))
    entry.span = next((one.span for one in (school, degree) if one and one.span.start), Span())
    return entry.close()
