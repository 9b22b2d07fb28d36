"""A section's lines → its entries by the one shape that all of them share: so many lines to the dates, so many after.

Every shape, and the reading line by line (`blocks`), is a candidate; the one whose heads read best together is taken.
"""

import itertools
import re
from collections.abc import Iterable, Sequence

from companion.resume.reading.blocks import Block, blocks, dates_an_entry, look, told
from companion.resume.reading.dates import spans, without
from companion.resume.reading.halves import Fit, work_fit
from companion.resume.reading.lines import TextLine
from companion.resume.reading.roles import ends_in_place, weights

_MOST_ABOVE = 3
"""Lines of a head above its dates."""
_MOST_BELOW = 2
"""Lines of a head below its dates."""
_UNDATED = 1.0
"""What an entry costs that has no dates where others have."""
_TELLING, _WORDY = 1.5, 0.4
"""What a line of a head costs that looks like text, or only words like it."""
_DEEPER = 3
"""Points by which a line with a date may be set deeper than those with ranges, and date an entry as well."""
_BRACKETS = re.compile(r"\(([^()]{4,80})\)\.?$")
_LOST_DATES, _LOST_PLACE, _LOST_LOOK = 2.0, 1.5, 1.0
"""What a line costs that is left to the text of an entry and has dates, ends in a place, or looks like a head."""


def entries(lines: Sequence[TextLine], fit: Fit = work_fit) -> list[Block]:
    """The entries of a section in order; `fit` tells what heads name. Each line is in a head, bullet or prose."""
    by_line = [block for block in blocks(lines) if block.head or block.bullets or block.prose]
    anchors = _anchors(lines)
    if not anchors or anchors[0] > _MOST_ABOVE:
        return by_line
    ways = [by_line, *(_shaped(lines, anchors, below) for below in range(_MOST_BELOW + 1))]
    return max(ways, key=lambda found: _weight(lines, found, fit))


def _anchors(lines: Sequence[TextLine]) -> list[int]:
    """The lines that date an entry: with a range if any has one, outside of bullets and sentences."""
    found = [n for n, line in enumerate(lines) if not line.bullet and dates_an_entry(line) and not _is_sentence(line)]
    first = min((lines[n].x0 for n in found), default=0)
    found = [n for n in found if lines[n].x0 <= first + _DEEPER or not _dated_aside(lines[n].text)]
    ranges = [lines[n].x0 for n in found if any(span.ranged and span.end for span in spans(lines[n].text))]
    return [n for n in found if not ranges or any(lines[n].x0 <= x0 + _DEEPER for x0 in ranges)]


def _dated_aside(text: str) -> bool:
    """Whether what has dates ends in brackets in which they stand with other words."""
    aside = _BRACKETS.search(text)
    return bool(aside and spans(aside[1]) and re.search(r"[^\W\d_]{2}", without(aside[1], spans(aside[1]))))


def _shaped(lines: Sequence[TextLine], anchors: Sequence[int], below: int) -> list[Block]:
    heads: list[tuple[int, int]] = []
    for anchor, following in zip(anchors, [*anchors[1:], len(lines)], strict=True):
        above = _above(lines, anchors[0], anchor, heads[-1][1] if heads else 0)
        stop = anchor + 1
        while stop < min(anchor + 1 + below, following) and not lines[stop].bullet:
            stop += 1
        heads.append((anchor - above, stop))
    ends = [start for start, _ in heads[1:]] + [len(lines)]
    out: list[Block] = []
    for (start, stop), end in zip(heads, ends, strict=True):
        bullets, prose = told(lines[min(stop, end) : end])
        out.append(Block(head=tuple(lines[start : min(stop, end)]), bullets=bullets, prose=prose))
    return out


def _above(lines: Sequence[TextLine], first: int, anchor: int, free: int) -> int:
    """How many lines above `anchor` are of its head: as many as above the `first`, if they look like those."""
    count = 0
    while count < first and anchor - count - 1 >= free:
        mine, model = lines[anchor - count - 1], lines[first - count - 1]
        if mine.bullet != model.bullet or look(mine) != look(model) or abs(mine.x0 - model.x0) > 3:
            break
        count += 1
    return count


def _weight(lines: Sequence[TextLine], found: Sequence[Block], fit: Fit) -> float:
    """How well `found` explains the section: what its heads read as, without what is left in the text and tells."""
    total = 0.0
    for block, weight in zip(found, weights(found, fit), strict=True):
        dated = any(dates_an_entry(line) for line in block.head)
        total += weight if dated else min(weight, 0.0) - _UNDATED
        total -= sum(_tells(line, block.head[0], fit) for line in block.head[1:])
    heads = {line.text for block in found for line in block.head}
    bold = any(line.bold for block in found for line in block.head)
    return total - sum(map(_lost, _rest(lines, heads), itertools.repeat(bold)))


def _tells(line: TextLine, first: TextLine, fit: Fit) -> float:
    """How much a line looks like the text of an entry: set deeper than where its head begins, a sentence, or words
    most of which are no names.
    """
    railed = first.starts[1:2] if first.parts and spans(first.parts[0]) else ()
    deeper = line.x0 > max((first.x0, *railed)) + 4 if line.x0 else False
    if deeper or _is_sentence(line):
        return _TELLING
    words = line.plain.split()
    small = sum(word[:1].islower() for word in words)
    names = max(fit(line.plain, ""), fit("", line.plain)) > 0
    return _WORDY if len(words) >= 4 and 2 * small > len(words) and not names else 0.0


def _is_sentence(line: TextLine) -> bool:
    """Whether a line ends as a sentence and not as the short form of a company does."""
    words = line.plain.split()
    return line.plain.endswith((".", "!")) and len(words) >= 3 and len(words[-1]) > 4


def _rest(lines: Iterable[TextLine], heads: set[str]) -> list[TextLine]:
    return [line for line in lines if not line.bullet and line.text not in heads]


def _lost(line: TextLine, bold: bool) -> float:
    words = line.plain.split()
    if len(words) > 12 or (len(words) > 7 and line.plain.endswith(".")):
        return 0.0
    cost = _LOST_LOOK if line.bold and bold else 0.0
    cost += _LOST_DATES if any(span.ranged for span in spans(line.text)) else 0.0
    return cost + (_LOST_PLACE if ends_in_place(line.plain) else 0.0)
