"""Entries as LinkedIn's "Save to PDF" sets them in every language: employer, title and dates each in smaller type than
the one before, or the title alone in a size of its own; how long it was in brackets after the dates; school over degree
with the years in brackets.

Told by that shape and by no word; sections of any other shape read as nothing here.
"""

import itertools
import re
from collections.abc import Collection, Sequence

import msgspec

from companion.model.profile import Education
from companion.resume.reading.blocks import Block
from companion.resume.reading.contact import Contact
from companion.resume.reading.dates import LASTED, Span, spans
from companion.resume.reading.degrees import split_degree
from companion.resume.reading.lines import TextLine, joined, unbulleted
from companion.resume.reading.roles import Role
from companion.resume.reading.vocabulary import is_place, is_town

_PLACE_WORDS = 6
"""Words at most of the place right below the dates."""
_NAME = 1.6
"""How many times larger the name is than what stands below it, at least."""
_APART = 0.6
"""Line heights above an employer, and above another title there, at least."""
_WRAPPED = 0.3
"""Line heights at most between two lines of a title."""
_STEP = 0.2
"""Points by which the next smaller type is smaller, at least."""


def linked_roles(lines: Sequence[TextLine]) -> list[tuple[Block, Role]]:
    """The entries of a section of work in that shape, in order; empty for any other."""
    anchors = [n for n, line in enumerate(lines) if _dated(line) is not None]
    if not anchors or anchors[0] < 2:
        return []
    employer, title, dates = lines[0].size, lines[anchors[0] - 1].size, lines[anchors[0]].size
    stepped = employer > title + _STEP and title > dates + _STEP
    if not stepped and (abs(employer - dates) > _STEP or abs(title - dates) <= _STEP):
        return []
    heads = [_head(lines, anchor, title, employer, stepped=stepped) for anchor in anchors]
    if any(start == at or abs(lines[at].size - dates) > _STEP for (_, start), at in zip(heads, anchors, strict=True)):
        return []
    out: list[tuple[Block, Role]] = []
    company = ""
    stops = [first for first, _ in heads[1:]] + [len(lines)]
    for (first, start), at, stop in zip(heads, anchors, stops, strict=True):
        named = [
            line.plain
            for line in lines[first:start]
            if abs(line.size - employer) <= _STEP and not LASTED.fullmatch(line.plain)
        ]
        company = " ".join(named) or company
        below = at + 1 + _has_place(lines[at : min(at + 3, stop)])
        bullets, prose = _told(lines[below:stop])
        role = Role(
            title=" ".join(line.plain for line in lines[start:at]),
            company=company,
            place=lines[at + 1].plain if below > at + 1 else "",
            span=_dated(lines[at]) or Span(),
        )
        out.append((Block(head=tuple(lines[first:below]), bullets=bullets, prose=prose), role))
    return out


def linked_schools(lines: Sequence[TextLine]) -> list[Education]:
    """The entries of a section of education in that shape, in order; empty for any other."""
    if len(lines) < 2:
        return []
    school, degree = lines[0].size, lines[1].size
    dated = [n for n, line in enumerate(lines) if _YEARS.search(line.plain)]
    if not dated or school <= degree + _STEP:
        return []
    out: list[Education] = []
    for line in lines:
        if abs(line.size - school) <= _STEP and (not out or out[-1].study_type or out[-1].area):
            out.append(Education(institution=line.plain[:500]))
            continue
        if not out or abs(line.size - degree) > _STEP:
            return []
        found = _YEARS.search(line.plain)
        years = (spans(found[1]) or [Span()])[0] if found else Span()
        text = _YEARS.sub("", line.plain).strip(" ·")
        out[-1] = _with_degree(out[-1], text, years)
    return out


def is_lasting(line: TextLine) -> bool:
    """Whether a line has dates as LinkedIn sets them: alone, with how long it was in brackets."""
    return _dated(line) is not None


def linked_heading(contact: Contact, lines: Sequence[TextLine], header: Collection[int]) -> Contact:
    """`contact` with the headline and the place that stand below the name there, the place last."""
    at = next((n for n in sorted(header) if lines[n].plain == contact.name), None)
    if at is None:
        return contact
    own = lines[at]
    below = list(itertools.takewhile(lambda n: n in header and _is_under(lines[n], own), range(at + 1, len(lines))))
    if not below or any("@" in lines[n].text for n in below):
        return contact
    last = lines[below[-1]].plain
    placed = last == contact.place or (
        not contact.place and not set(last) & set("|•·") and len(last.split()) <= _PLACE_WORDS
    )
    headline = " ".join(lines[n].plain for n in (below[:-1] if placed and len(below) > 1 else below))
    place = contact.place or (last if placed and len(below) > 1 else "")
    label = headline if headline != contact.place else contact.label
    return msgspec.structs.replace(contact, label=label[:500], place=place, used=contact.used | frozenset(below))


def _is_under(line: TextLine, name: TextLine) -> bool:
    return line.stream == name.stream and name.size >= _NAME * line.size


_YEARS = re.compile(r"(?:^|\s*·\s*)\(([^()]*\b\d{4}\b[^()]*)\)$")
"""When one was at a school: in brackets after the degree and a dot."""


def _with_degree(entry: Education, text: str, years: Span) -> Education:
    before = f"{entry.study_type}, {entry.area}".strip(", ")
    kind, area = split_degree(re.sub(r"\s+", " ", f"{before} {text}".strip()))
    if not area:
        kind, _, area = kind.partition(", ")
    start, end = (years.start, years.end) if years.ranged else ("", years.start)
    return msgspec.structs.replace(
        entry,
        study_type=kind[:500],
        area=area[:500],
        start_date=start or entry.start_date,
        end_date=end or entry.end_date,
    )


def _dated(line: TextLine) -> Span | None:
    """The dates of a line that says nothing but a range and, in brackets, how long it was."""
    found = spans(line.plain) if not line.bullet else []
    if not found or not found[0].ranged or found[0].at[0] > 1:
        return None
    tail = line.plain[found[0].at[1] :].strip()
    return found[0] if tail.startswith("(") and LASTED.fullmatch(tail) else None


def _head(lines: Sequence[TextLine], anchor: int, title: float, employer: float, *, stepped: bool) -> tuple[int, int]:
    """Where the head of the entry dated at `anchor` begins, and where its title does. `stepped`: the employer's type is
    larger than the title's; else it is that of the dates, and what parts them from the entry above tells.
    """
    start = anchor
    while start > 0 and abs(lines[start - 1].size - title) <= _STEP:
        if start < anchor and lines[start].gap > max(_WRAPPED, 1.5 * lines[anchor].gap):
            break  # what was done in the post before, set in the type of titles
        start -= 1
    first = start
    if first > 0 and LASTED.fullmatch(lines[first - 1].plain):
        first -= 1
    above = first
    if not stepped and (first < start or lines[start].gap < _APART or lines[start].page > lines[start - 1].page):
        above -= 1
    while above > 0 and abs(lines[above - 1].size - employer) <= _STEP and (
        lines[above - 1].size > title if stepped else above < first and lines[above].gap < _APART
    ):  # fmt: skip
        above -= 1
    return (above, start) if 0 <= above < first else (start, start)


def _has_place(lines: Sequence[TextLine]) -> bool:
    """Whether the line below the dates, which come first, says where it was."""
    if len(lines) < 2:
        return False
    text = lines[1].plain
    if is_place(text) or is_town(text) or all(is_town(part.strip()) or is_place(part) for part in text.split(",")[:1]):
        return True
    apart = len(lines) < 3 or lines[2].gap > lines[1].gap + 0.2
    return apart and len(text.split()) <= _PLACE_WORDS and not text.endswith((".", ":", ";")) and not lines[1].bullet


def _told(lines: Sequence[TextLine]) -> tuple[tuple[str, ...], str]:
    """Bullets and running text below a head; a line that no mark makes a bullet is text."""
    texts: list[tuple[bool, str]] = []
    last: TextLine | None = None
    for line in lines:
        goes_on = last is not None and last.full and not line.bullet and (line.gap < 0.7 or line.page > last.page)
        if goes_on:
            texts[-1] = texts[-1][0], joined(texts[-1][1], line.plain)
        else:
            texts.append((line.bullet, unbulleted(line.plain) if line.bullet else line.plain))
        last = line
    return tuple(text for marked, text in texts if marked), "\n".join(text for marked, text in texts if not marked)
