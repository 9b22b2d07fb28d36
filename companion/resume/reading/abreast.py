"""Lists side by side, each under a label of its own, written one below the other."""

from collections.abc import Sequence

import msgspec

from companion.resume.reading.lines import TextLine
from companion.resume.reading.vocabulary import FLUENCY

INDENT = 5.0
"""Points by which what stands under a label may be set deeper, at least."""


def by_column(lines: Sequence[TextLine]) -> list[TextLine]:
    """`lines` with columns side by side, each under a label of its own, written one below the other."""
    out: list[TextLine] = []
    at = 0
    while at < len(lines):
        head = lines[at]
        stop = at + 1
        while stop < len(lines) and _under(head, lines[stop]):
            stop += 1
        if stop == at + 1:
            out.append(head)
        else:
            for n, (label, x) in enumerate(zip(head.parts, head.starts, strict=True)):
                out.append(msgspec.structs.replace(head, text=label, x0=x, starts=(x,), bold=True, full=False))
                out += [
                    msgspec.structs.replace(line, text=text, x0=x + 2 * INDENT, starts=(x,), bold=False, full=False)
                    for line in lines[at + 1 : stop]
                    for text, own in zip(line.parts, line.starts, strict=True)
                    if max((m for m, start in enumerate(head.starts) if start - own < INDENT / 2), default=0) == n
                ]
        at = stop
    return out


def _under(head: TextLine, line: TextLine) -> bool:
    """Whether each part of a line stands under one of the labels that a line of another look puts side by side."""
    if len(head.parts) < 2 or len(head.starts) != len(head.parts) or len(line.starts) != len(line.parts):
        return False
    columns = [_column(x, head) for x in line.starts]
    if columns[0] is None:
        return False
    centred = abs(line.x0 + line.x1 - head.x0 - head.x1) < INDENT and line.starts[0] > head.starts[0] + 7 * INDENT
    if centred and (line.size, line.bold) == (head.size, head.bold):
        return False  # the rest of one list that is set in the middle
    levels = all(map(FLUENCY.match, line.parts))
    return (
        levels
        or (head.bold and not line.bold)
        or head.size > 1.04 * line.size
        or line.starts[0] > head.starts[0] + INDENT
    )


def _column(x: float, head: TextLine) -> int | None:
    """The label that what begins at `x` stands under: at its left edge or a little deeper."""
    return next((n for n, own in enumerate(head.starts) if -INDENT / 2 <= x - own <= 7 * INDENT), None)
