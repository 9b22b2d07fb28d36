"""What of a reading is to be looked at: values that do not look like what they were read as, and entries out of line.

The person corrects what is marked: it marks what is likely wrong, and little else.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

from companion.model.profile import Doubt, Education, Profile, Skill, Work
from companion.resume.reading.dates import LASTED, has_date, names_months, spans
from companion.resume.reading.degrees import split_degree
from companion.resume.reading.diplomas import DEGREE, LEAVING
from companion.resume.reading.halves import SELF
from companion.resume.reading.heads import STOPPED
from companion.resume.reading.levels import is_level
from companion.resume.reading.printed import field_of
from companion.resume.reading.titles import kind_of
from companion.resume.reading.vocabulary import COMPANY, SCHOOL, TITLE, is_place, is_town, names_language, title_score
from companion.resume.reading.workplaces import WORKPLACE
from companion.resume.reading.wraps import OPEN

_UNLIKE, _ODD = 0.3, 0.5
"""How sure of what does not look like itself, and of what stands out among its neighbours."""
_WORDS, _SKILL_WORDS = 9, 5
"""Words of a name and of a skill, beyond which either reads as text."""
_FIELD = 3
"""Words of a degree from which on it may name its field, though nothing tells where."""
_LETTERS = frozenset("rcdv")
"""Skills of one letter."""


def doubted(profile: Profile) -> Profile:
    """`profile` with a doubt for each value that is likely wrong and not doubted yet."""
    known = {doubt.path for doubt in profile.doubts}
    found = [
        *(_doubt(f"basics/{path}", told, _ODD) for path, told in _basics(profile)),
        *(_doubt(f"work/{n}/{field}", told, sure) for n, field, told, sure in _jobs(profile.work)),
        *(_doubt(f"education/{n}/{field}", told, _UNLIKE) for n, field, told in _studies(profile.education)),
        *(_doubt(path, told, _UNLIKE) for path, told in _skills(profile)),
    ]
    new = {doubt.path: doubt for doubt in found if not any(f"{doubt.path}/".startswith(f"{path}/") for path in known)}
    return msgspec.structs.replace(profile, doubts=(*profile.doubts, *new.values()))


def _doubt(path: str, told: str, sure: float) -> Doubt:
    return Doubt(path=path, confidence=sure, source=told[:500])


def _basics(profile: Profile) -> Iterator[tuple[str, str]]:
    basics = profile.basics
    digits = re.sub(r"\D", "", basics.phone)
    if basics.phone and len(digits) < 8 and not basics.phone.startswith("+"):
        yield "phone", basics.phone
    if len(basics.name.split()) == 1 or any(field_of(word) for word in re.split(r"\s+", basics.name)):
        yield "name", basics.name
    if basics.email and not re.fullmatch(r"[^\s@]+@[^\s@]+\.[^\W\d_]{2,}", basics.email):
        yield "email", basics.email


def _jobs(work: Sequence[Work]) -> Iterator[tuple[int, str, str, float]]:
    starts = [one.start_date or one.end_date for one in work]
    falling = sum(a[:7] >= b[:7] for a, b in pairwise(starts) if a and b)
    for n, one in enumerate(work):
        head = f"{one.position} / {one.name}"
        titled, employed = _titled(one.position), _employed(one.name)
        worked_as = TITLE.search(one.name) and not (employed or SELF.match(one.name))
        if not one.name or worked_as or _reads_as_text(one.name) or is_place(one.name) or is_town(one.name):
            yield n, "name", head, _UNLIKE
        elif ", " in one.name or is_town(one.name.split()[-1]):
            yield n, "name", head, _ODD  # the town may be where it is, and not of the name
        elif DEGREE.search(one.position) and SCHOOL.search(one.name):
            yield from ((n, field, head, _UNLIKE) for field in ("name", "position", "startDate"))  # a school
        if not one.position or _reads_as_text(one.position) or is_town(one.position):
            yield n, "position", head, _UNLIKE
        elif ", " in one.position and _employed(tail := one.position.rpartition(", ")[2]) and not _titled(tail):
            yield n, "position", head, _ODD
            yield n, "name", head, _ODD  # the employer may stand in the title
        elif not titled and not employed:
            yield n, "position", head, _ODD
            yield n, "name", head, _ODD  # nothing tells which is which
        if not one.start_date or (one.end_date and one.end_date < one.start_date):
            yield n, "startDate", f"{one.start_date} – {one.end_date}", _UNLIKE
        elif n and 2 * falling >= len(work) - 1 and starts[n][:7] > starts[n - 1][:7] and starts[n - 1]:
            yield n, "startDate", f"{one.start_date} – {one.end_date}", _ODD
        inner = [text for text in (*one.highlights, *one.summary.splitlines()) if _heads(text)]
        again = any((one.name, one.start_date) == (other.name, other.start_date) for other in work[:n])
        if inner or again:
            yield n, "name", inner[0] if inner else head, _ODD  # another entry within it, or the same again
            yield n, "startDate", inner[0] if inner else head, _ODD


def _titled(text: str) -> bool:
    return title_score(text) >= 0.5


def _employed(text: str) -> bool:
    return bool(COMPANY.search(text) or WORKPLACE.search(text) or SCHOOL.search(text))


def _heads(text: str) -> bool:
    """Whether a text below an entry looks like the head of another."""
    short = len(text.split()) <= _WORDS and not text.endswith(".")
    return short and any(span.ranged for span in spans(text))


def _studies(education: Sequence[Education]) -> Iterator[tuple[int, str, str]]:
    for n, one in enumerate(education):
        degree = f"{one.study_type} {one.area}".strip()
        told = f"{degree} / {one.institution}"
        name = one.institution
        part = SCHOOL.fullmatch(name) is not None  # "University", whose name is elsewhere
        unlike = not SCHOOL.search(name) or DEGREE.match(name) or _reads_as_text(name)
        if not name or unlike or part or any(_heads(text) for text in one.highlights):
            yield n, "institution", told
        short = len(one.study_type.split()) < _FIELD
        bare = short and not (one.area or LEAVING.match(f"{one.study_type} ") or split_degree(degree)[1])
        odd = not DEGREE.search(degree) or _reads_as_text(degree) or degree.count(", ") > 1
        odd = odd or bool(SCHOOL.search(degree) and not LEAVING.match(f"{degree} "))
        if bare or odd or part or not name:
            yield n, "studyType", told


def _skills(profile: Profile) -> Iterator[tuple[str, str]]:
    listed = list(_listed(profile.skills))
    small = sum(text[:1].islower() for _, text in listed)
    for path, text in listed:
        fragment = text[:1].islower() and 4 * small < len(listed) and len(text) > 1
        if _unlike_skill(text) or fragment or text == profile.basics.name:
            yield path, text


def _listed(skills: Iterable[Skill]) -> Iterator[tuple[str, str]]:
    for n, skill in enumerate(skills):
        if not skill.keywords:
            yield f"skills/{n}/name", skill.name
        yield from ((f"skills/{n}/keywords/{m}", text) for m, text in enumerate(skill.keywords))


def _unlike_skill(text: str) -> bool:
    words = text.split()
    single = is_level(text) or (len(text) == 1 and text.casefold() not in _LETTERS)
    elsewhere = bool(kind_of(text)) or names_language(text) or is_town(text) or bool(SCHOOL.search(text))
    run = any(text.count(mark) > 1 for mark in (" — ", " – ", " / ", " - "))
    mark = not any(c.isalnum() for c in text) or text.isdigit() or "@" in text
    return single or elsewhere or run or mark or len(words) > _SKILL_WORDS or text.endswith(".") or has_date(text)


def _reads_as_text(text: str) -> bool:
    """Whether a name or title reads as something else: a sentence, half of one, a date, an address, a label."""
    words = text.split()
    small = sum(word[:1].islower() for word in words)
    half = text.count("(") != text.count(")") or bool(OPEN.search(text)) or text[:1] in "(,;:-–"
    other = has_date(text) or "@" in text or bool(LASTED.search(text)) or bool(kind_of(text)) or names_months(text)
    ended = text.endswith(".") and not (COMPANY.fullmatch(words[-1]) or STOPPED.search(text))
    sentence = len(words) > _WORDS or (len(words) > 3 and (2 * small > len(words) or ended))
    return half or other or sentence or (text[:1].islower() and len(words) > 1)
