"""Titles and dates in a rail beside the text they belong to, written as lines of their own."""

import re
from collections.abc import Sequence

import msgspec

from companion.resume.reading.dates import is_end, spans
from companion.resume.reading.diplomas import DEGREE
from companion.resume.reading.lines import TextLine
from companion.resume.reading.titles import kind_like, kind_of

_ALONE = 2
"""Titles on lines of their own from which on none stands in a rail."""


def unrailed(lines: Sequence[TextLine]) -> list[TextLine]:
    """Titles that stand in a rail beside their sections, as lines of their own."""
    out: list[TextLine] = []
    dropped: set[int] = set()
    alone = [line.size for line in lines if len(line.parts) == 1 and kind_of(line.plain) and not line.bullet]
    within = ""
    for n, own in enumerate(lines):
        line: TextLine = own
        lines_below = lines[n + 1 : n + 2]
        if lines_below and (joined_date := _date_over_two_lines(line, lines_below[0])):
            line = msgspec.structs.replace(line, text=joined_date)
            dropped.add(n + 1)
        if n in dropped:
            left = line.parts[1:]
            if not left:
                continue
            starts = line.starts[1:]
            x0 = starts[0] if starts else line.x0
            line = msgspec.structs.replace(line, text="\t".join(left), bold=False, x0=x0, starts=starts)
        parts: list[str] = line.parts or [""]
        first, rest = parts[0], parts[1:]
        kind = kind_of(first) or (kind_like(first) if line.bold and not DEGREE.search(first) else "")
        second = 0
        if (
            rest
            and not kind
            and line.bold
            and len(alone) < _ALONE
            and len(line.starts) > 1
            and not any(map(is_end, rest))
        ):
            # A label of two lines in the rail, such as "Technical / Skills".
            for m in range(n + 1, min(n + 4, len(lines))):
                label: str = lines[m].parts[0] if lines[m].bold and abs(lines[m].x0 - line.x0) < 2 else ""
                if (
                    label
                    and len(lines[m].parts) > 1
                    and (kind := kind_of(f"{first} {label}") or kind_like(f"{first} {label}"))
                ):
                    first, second = f"{first} {label}", m
                    break
        if not rest:
            within = kind_of(first) or within
        unlike = not any(abs(line.size - size) < 0.1 * size for size in alone)
        if kind and len(alone) >= _ALONE and (unlike or kind == within):
            kind = ""  # titles stand alone here and look otherwise, or say the same: this is a label inside a section
        if rest and kind and (line.bold or first.isupper()) and not line.bullet and kind != "contact":
            dropped |= {second} if second else set()
            out.append(msgspec.structs.replace(line, text=first, bold=True))
            starts = line.starts[1:]
            x0 = starts[0] if starts else line.x0
            out.append(msgspec.structs.replace(line, text="\t".join(rest), bold=False, gap=0.2, x0=x0, starts=starts))
        else:
            out.append(line)
    return out


def _date_over_two_lines(line: TextLine, below: TextLine) -> str:
    """A range of dates in a rail, its end below its start: the line with the whole range, or nothing."""
    if len(line.parts) < 2 or not below.parts or not line.starts or not below.starts:
        return ""
    first, second = line.parts[0], below.parts[0]
    told = any(span.ranged for part in (first, second) for span in spans(part.strip(" –—-")))
    years = bool(re.fullmatch(r"\d{4}", first.strip()) and re.fullmatch(r"\d{4}", second.strip()))
    years = years and first.strip() >= second.strip()  # of two entries, the later one first
    open_range = (
        bool(spans(first))
        and not told
        and not years
        and (first.rstrip().endswith(("-", "–", "—")) or (is_end(first) and is_end(second)))
    )
    aligned = abs(line.starts[0] - below.starts[0]) <= 2 or below.starts[0] < line.starts[1] - 5
    if not open_range or not aligned or len(second.split()) > 3:
        return ""
    both = f"{first.rstrip(' –—-')} – {second.strip(' –—-')}"
    whole = spans(both)
    return "\t".join([both, *line.parts[1:]]) if whole and whole[0].ranged else ""
