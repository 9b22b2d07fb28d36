"""Sections set centred or flush right, told as if they were set flush left: indents mean nothing there."""

import statistics
from collections.abc import Sequence

import msgspec

from companion.resume.reading.dates import has_date, spans
from companion.resume.reading.lines import TextLine

_NEAR = 3.0
"""Points by which the middles of centred lines may differ."""
_DEEPER = 18.0
"""Points by which what stands flush left below centred heads is told to be deeper."""


def uncentred(lines: Sequence[TextLine]) -> list[TextLine]:
    """`lines` with one left edge where they share their middle or their right edge and not the left one; else as
    they are. Where only the heads of entries are centred, the text below them is told to be set deeper.
    """
    told = [line for line in lines if line.x1]
    dated = [line for line in told if has_date(line.text)] or told
    if len(told) < 3:
        return list(lines)
    left, right = min(line.x0 for line in told), max(line.x1 for line in told)
    ragged = sum(abs(line.x0 - left) <= _NEAR for line in told) <= 0.6 * len(told)
    if ragged and sum(abs(line.x1 - right) <= _NEAR for line in told) >= 0.9 * len(told):
        return [msgspec.structs.replace(line, x0=left, full=False) for line in lines]
    middle = statistics.median((line.x0 + line.x1) / 2 for line in dated)
    centred = [line for line in told if abs((line.x0 + line.x1) / 2 - middle) <= _NEAR]
    rest = [line for line in told if line not in centred]
    flush = max((sum(abs(line.x0 - other.x0) <= _NEAR for other in centred) for line in centred), default=0)
    if len(centred) < 3 or flush > 0.6 * len(centred) or any(span.ranged for line in rest for span in spans(line.text)):
        return list(lines)
    if len(rest) <= 0.1 * len(told):
        return [msgspec.structs.replace(line, x0=left, full=False) for line in lines]
    if not rest or any(line.x0 > min(one.x0 for one in centred) for line in rest):
        return list(lines)
    return [msgspec.structs.replace(line, x0=left - _DEEPER, full=False) if line in centred else line for line in lines]
