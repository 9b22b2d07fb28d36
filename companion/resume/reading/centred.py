"""Sections set centred, told as if they were set flush left: indents mean nothing there."""

import statistics
from collections.abc import Sequence

import msgspec

from companion.resume.reading.lines import TextLine

_NEAR = 3.0
"""Points by which the middles of centred lines may differ."""


def uncentred(lines: Sequence[TextLine]) -> list[TextLine]:
    """`lines` with one left edge where they share their middle and not their left edge; else as they are."""
    told = [line for line in lines if line.x1]
    if len(told) < 3:
        return list(lines)
    middle = statistics.median((line.x0 + line.x1) / 2 for line in told)
    centred = sum(abs((line.x0 + line.x1) / 2 - middle) <= _NEAR for line in told)
    flush = max(sum(abs(line.x0 - other.x0) <= _NEAR for other in told) for line in told)
    if centred < 0.9 * len(told) or flush > 0.6 * len(told):
        return list(lines)
    left = min(line.x0 for line in told)
    return [msgspec.structs.replace(line, x0=left, full=False) for line in lines]
