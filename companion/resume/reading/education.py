"""A section of education → its entries: read line by line, and by the one shape they share; the better one is taken."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec

from companion.model.profile import Education
from companion.resume.reading.blocks import Block
from companion.resume.reading.dates import LASTED, has_date
from companion.resume.reading.diplomas import DEGREE
from companion.resume.reading.fields import aside, told_schools
from companion.resume.reading.halves import school_fit
from companion.resume.reading.lines import TextLine, joined, without_icons
from companion.resume.reading.linked import linked_schools
from companion.resume.reading.remarks import unremarked
from companion.resume.reading.roles import Role, roles
from companion.resume.reading.schools import COURSES, EMPTY, FILLER, LABELLED, LABELLED_DEGREE, listed, read_schools
from companion.resume.reading.shape import entries
from companion.resume.reading.stages import told_stages
from companion.resume.reading.studied import told_studies
from companion.resume.reading.studies import NOTE, Entry
from companion.resume.reading.vocabulary import SCHOOL, SCORE, is_town

_NARROW = 220
"""Points: in columns up to this wide, names are broken over lines."""
_INCOMPLETE, _UNDATED, _NOTED, _MISTAKEN, _UNTOLD = 1.0, 1.0, 0.3, 1.5, 1.0
"""What an entry costs that lacks school or degree, or dates where others have them, what each note and a comma in a
degree, what a degree costs that was taken for a school or the other way round or is a town, and what a note does that
names a school."""
_COURSE = re.compile(r"(?:meister|techniker|fachwirt)\w*|\w*lehrgang\b|\w*kurs\b", re.IGNORECASE)
"""How begins what one attended for the degree that stands below it."""
_NAME = 6
"""Words of a school's name at most, where it may be no more than named in a note."""


def read_education(lines: Sequence[TextLine]) -> list[Education]:
    """The entries of an education section, in order."""
    if not lines:
        return []
    if formed := told_schools(lines) or linked_schools(lines):
        return formed
    lines = unremarked(aside([_bare(line) for line in lines]))
    if staged := told_stages(lines):
        return staged
    whole = _rewrapped(lines)
    ways = [*([told] if (told := told_studies(lines)) else []), read_schools(lines), _by_shape(lines),
            *([read_schools(whole), _by_shape(whole)] if len(whole) < len(lines) else [])]  # fmt: skip
    return max(ways, key=_weight)


def _bare(line: TextLine) -> TextLine:
    """A line without the icons among its texts."""
    text = "\t".join(part.strip() for part in without_icons(line.text).split("\t") if part.strip())
    return line if text == line.text else msgspec.structs.replace(line, text=text)


def _weight(found: Iterable[Education]) -> float:
    """How well entries read: whole ones count, what is half, left over or mistaken costs."""
    total = 0.0
    found = list(found)
    dated = [one for one in found if one.end_date or one.start_date]
    total -= _UNDATED * (len(found) - len(dated)) if dated else 0.0
    for one in found:
        degree = f"{one.study_type} {one.area}".strip()
        total -= _MISTAKEN * is_town(degree)
        total += (2.0 if one.institution and degree else -_INCOMPLETE) + (
            0.5 if one.end_date or one.start_date else 0.0
        )
        total -= _NOTED * (len(one.highlights) + (", " in degree))
        total -= _UNTOLD * sum(map(_names_school, one.highlights))
        total -= _MISTAKEN * bool(DEGREE.search(one.institution) and not SCHOOL.search(one.institution))
        elsewhere = not DEGREE.match(degree) or not SCHOOL.search(one.institution)
        total -= _MISTAKEN * bool(SCHOOL.search(degree) and elsewhere)
        field, _, school = one.institution.partition(", ")
        total -= _UNTOLD * bool(SCHOOL.search(school) and not SCHOOL.search(field))
    return total


def _names_school(note: str) -> bool:
    named = SCHOOL.search(note) and not (NOTE.match(note) or DEGREE.search(note))
    return bool(named) and len(note.split()) <= _NAME and note[:1].isupper() and ":" not in note


def _by_shape(lines: Sequence[TextLine]) -> list[Education]:
    scores: dict[int, str] = {}
    degrees: dict[int, str] = {}
    bare: list[TextLine] = []
    for line in lines:
        found = SCORE.search(line.text)
        above = next((one for one in reversed(bare) if has_date(one.text)), None)
        labelled = LABELLED_DEGREE.match(line.text) if above and not (line.bullet or has_date(line.text)) else None
        text = SCORE.sub("\t", line.text) if found and not line.bullet else line.text
        text = FILLER.sub("", LASTED.sub("", LABELLED.sub("", text))).strip("\t ,|·•–—-:;") if not line.bullet else text
        text = EMPTY.sub("", text).strip() if found else text
        if labelled and above:
            degrees[id(above)] = text
        elif text:
            bare.append(msgspec.structs.replace(line, text=text))
        if found and bare:  # on a line of its own it is of what stands above
            scores.setdefault(id(bare[-1]), re.sub(r"\s+", " ", found[1]).strip(" ,."))
    found = entries(bare, school_fit)
    plain = frozenset(line.plain for line in bare if not line.bullet)
    return [
        _entry(block, role, scores, degrees, plain) for block, role in zip(found, roles(found, school_fit), strict=True)
    ]


def _entry(
    block: Block, role: Role, scores: Mapping[int, str], degrees: Mapping[int, str], plain: Collection[str]
) -> Education:
    """The entry of a block; `scores` and `degrees` are those told below a line of its head, `plain` the lines of the
    section that are no bullets.
    """
    entry = Entry()
    entry.school, entry.degree, entry.span, entry.place = role.company, role.title, role.span, role.place
    entry.score = next((scores[id(line)] for line in block.head if id(line) in scores), "")
    for text in (*role.rest, *block.bullets, *block.prose.split("\n")):
        if courses := COURSES.match(text):
            entry.courses += listed(text[courses.end() :])
        elif text:
            entry.tell(text, field=text in role.rest or text in plain)
    if told := next((degrees[id(line)] for line in block.head if id(line) in degrees), ""):
        attended = not entry.degree or _COURSE.match(entry.degree)
        entry.notes += [note] if (note := entry.degree if attended else told) else []
        entry.degree = told if attended else entry.degree
    below = [note for note in entry.notes if note in plain and SCHOOL.search(note)]
    if below and not entry.school:
        entry.school = below[0]  # a remark stood between
        entry.notes.remove(below[0])
    return entry.close()


def _rewrapped(lines: Sequence[TextLine]) -> list[TextLine]:
    """Lines of a narrow column with those joined that only want of room may have parted."""
    out: list[TextLine] = []
    for line in lines:
        last = out[-1] if out else None
        narrow = max((one.x1 for one in lines if one.stream == line.stream), default=0) - line.x0 < _NARROW
        if (
            last is not None and narrow and last.full and line.gap < 0.35
            and not (line.bullet or NOTE.match(line.text) or LABELLED.match(line.text))
            and abs(last.x0 - line.x0) < 3 and (round(last.size), last.bold) == (round(line.size), line.bold)
        ):  # fmt: skip
            out[-1] = msgspec.structs.replace(last, text=joined(last.text, line.text), full=line.full)
        else:
            out.append(line)
    return out
