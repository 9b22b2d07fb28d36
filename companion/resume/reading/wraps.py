"""Names and titles that a narrow column broke over two lines, joined again before anything is read from them."""

import re
from collections.abc import Sequence

import msgspec

from companion.resume.reading.captions import is_caption
from companion.resume.reading.dates import has_date, is_end, spans
from companion.resume.reading.diplomas import DEGREE
from companion.resume.reading.lines import TextLine, is_icon, joined
from companion.resume.reading.titles import kind_of
from companion.resume.reading.vocabulary import COMPANY, SCHOOL, is_town

OPEN = re.compile(
    r"(?:[,(/&–-]|\b(?:a|an|the|of|in|on|at|by|for|from|to|with|and|or|(?-i:as)|per|der|die|das|den|dem|des|von|für|mit|und|"
    r"im|in|zu|zur|zum|auf|bei|de|la|le|les|du|des|et|à|au|aux|en|pour|avec|el|los|las|del|y|con|para|por))$",
    re.IGNORECASE,
)
"""Ends of a line that a sentence does not end with."""


_CLOSER = 0.3
"""By how many sizes of type a line that goes on stands closer to the one above than a new one, at least."""
_WITHIN = 0.65
"""Line heights between two lines of one name at most: text set with half a line between stays below."""
_NAME = 8
"""Words of a name or title that goes on in the next line, at most."""
_DATE = 20
"""Characters of a date at most."""
_ASIDE = re.compile(r"\([^()]{3,60}\)")
"""What is told in brackets alone."""
_RULE = re.compile(r"\s*(?:—|[—–_=~*-]{3,})\s*")
"""A dash that parts what stands above it from what stands below, and says nothing."""


def unwrapped(lines: Sequence[TextLine]) -> list[TextLine]:
    """`lines` without icons before them, and with the lines joined that only want of room had parted."""
    out: list[TextLine] = []
    for line in lines:
        if line.heads:
            out.append(line)
            continue
        if is_icon(line.text[:1]):
            line = msgspec.structs.replace(line, text=line.text[1:].lstrip())
        line = _from_to(line)
        if _RULE.fullmatch(line.text) and not (out and is_end(out[-1].plain) and not _whole_range(out[-1])):
            continue
        if out and _ends_range(out[-1], line):
            ends = line.plain.strip(" –—-")
            out[-1] = msgspec.structs.replace(out[-1], text=f"{out[-1].text.rstrip(' –—-')} – {ends}", full=line.full)
        elif out and _parts_a_range(out[-1], line):
            out[-1] = msgspec.structs.replace(out[-1], text=joined(out[-1].text, line.text), full=line.full)
        elif out and _goes_on_after_dates(out[-1], line):
            out[-1] = msgspec.structs.replace(out[-1], text=joined(out[-1].text, line.plain), full=line.full)
        elif out and _goes_on_beside(out[-1], line):
            left, _, right = out[-1].text.rpartition("\t")
            if not left.endswith("-"):  # the first of several cells
                left, _, right = out[-1].text.partition("\t")
            out[-1] = msgspec.structs.replace(out[-1], text=f"{joined(left, line.plain)}\t{right}")
        elif out and _goes_on(out[-1], line, lines):
            out[-1] = msgspec.structs.replace(out[-1], text=joined(out[-1].text, line.plain), full=line.full)
        elif line.text and not is_caption(line.parts):
            out.append(line)
    return out


def _from_to(line: TextLine) -> TextLine:
    """A row of a table with the two dates that stand side by side in it as one range."""
    parts = line.parts
    dates = [
        n
        for n, part in enumerate(parts)
        if len(part) <= _DATE and is_end(part) and not part.startswith(("-", "–", "—"))
    ]
    if (
        len(dates) != 2
        or dates[1] != dates[0] + 1
        or len(parts) == 2
        or any(map(has_date, set(parts) - {parts[n] for n in dates}))
    ):
        return line
    at = dates[0]
    text = "\t".join([*parts[:at], f"{parts[at].rstrip(' –—-')} – {parts[at + 1]}", *parts[at + 2 :]])
    return msgspec.structs.replace(line, text=text, starts=(*line.starts[: at + 1], *line.starts[at + 2 :]))


def _whole_range(line: TextLine) -> bool:
    return any(span.ranged for span in spans(line.plain))


def _ends_range(above: TextLine, line: TextLine) -> bool:
    """Whether a line is the end of the range that begins above it, and nothing else."""
    if above.bullet or line.bullet or line.gap > 0.7 or above.stream != line.stream or len(above.plain) > 30:
        return False
    open_end = above.plain.endswith(("-", "–", "—")) or line.plain.startswith(("-", "–", "—"))
    whole = any(span.ranged for span in spans(line.plain.strip(" –—-")))  # and no end of another
    return open_end and not whole and is_end(above.plain) and is_end(line.plain)


def _parts_a_range(above: TextLine, line: TextLine) -> bool:
    """Whether a range of dates begins in one line and ends in the next, neither telling it alone."""
    if line.bullet or line.gap > 0.7 or (above.stream, above.page) != (line.stream, line.page):
        return False
    if not above.full and not above.plain.endswith(("-", "–", "—")):
        return False
    cut = len(above.text)
    return any(
        span.ranged and span.at[0] < cut - 1 and span.at[1] > cut + 1 for span in spans(f"{above.text} {line.text}")
    )


def _goes_on_after_dates(above: TextLine, line: TextLine) -> bool:
    """Whether a line begins with the last word of the name that stands right of the dates above it."""
    beside = len(above.parts) == 2 == len(above.starts) and has_date(above.parts[0]) and not has_date(above.parts[1])
    if not beside or not above.full or abs(above.starts[1] - line.x0) > 3 or line.bullet or line.gap > 0.7:
        return False
    if has_date(line.text) or round(above.size) != round(line.size):
        return False
    word = line.plain.partition(", ")[0]
    rest = any(p.fullmatch(word) and not p.search(above.parts[1]) for p in (SCHOOL, COMPANY))
    return rest or (" " not in line.plain and not line.plain.endswith(".") and bool(OPEN.search(above.plain)))


def _goes_on_beside(above: TextLine, line: TextLine) -> bool:
    """Whether a line goes on with what stands left of the dates above it, where there was no room beside them."""
    if len(above.parts) < 2 or above.bullet or line.bullet or len(line.parts) > 1 or line.gap > 0.7 or not above.x0:
        return False
    alike = (round(above.size), above.bold) == (round(line.size), line.bold) and abs(above.x0 - line.x0) < 3
    *told, dates = above.parts
    broken = told[-1].endswith("-") and line.plain[:1].islower()
    alike = broken or (alike and bool(line.plain[:1].islower() or OPEN.search(told[0])))
    return alike and has_date(dates) and not has_date(" ".join(told) + line.text)


def _goes_on(above: TextLine, line: TextLine, lines: Sequence[TextLine]) -> bool:
    """Whether a line goes on in the next: there was no room for its first word, and both look the same."""
    if (
        not above.full
        or not above.x0
        or abs(above.x0 - line.x0) > 3
        or (above.stream, above.page)
        != (
            line.stream,
            line.page,
        )
    ):
        return False
    if line.gap > _WITHIN or line.bullet or len(line.parts) > 1 or kind_of(above.plain) or kind_of(line.plain):
        return False
    open_end = bool(OPEN.search(above.plain))
    if is_town(line.plain) and not open_end:
        return False
    alike = (round(above.size), above.bold) == (round(line.size), line.bold)
    name = len(above.plain.split()) <= _NAME and not above.bullet and not has_date(above.text)
    if alike and name and open_end and (line.plain[:1].islower() or above.plain[-1:].isalpha()):
        return True
    if above.text.count("(") > above.text.count(")") and ")" in line.text:
        return True
    if alike and _ASIDE.fullmatch(line.plain) and not (above.bullet or has_date(above.text + line.text)):
        return True
    if not any(one is not above and one.x1 >= above.x1 and one.stream == above.stream for one in lines):
        return False  # the longest of its column: nothing shows where the column ends
    if has_date(above.text) or has_date(line.text) or "@" in above.text + line.text or above.bullet:
        return False
    column = [one for one in lines if one.stream == line.stream and abs(one.x0 - line.x0) <= 3 and one.gap > 0]
    if not alike or line.gap > min((one.gap for one in column), default=0) + _CLOSER:
        return False  # lines that go on stand closer in this column
    short = len(line.plain.split()) <= 2
    rest_of_name = (
        short
        and not (DEGREE.search(above.plain) and " " in line.plain)
        and any(p.search(line.plain) and not p.search(above.plain) for p in (SCHOOL, COMPANY))
    )
    return line.bold or rest_of_name or (short and open_end)
