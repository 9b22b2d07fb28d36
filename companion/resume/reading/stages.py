"""Schooling told stage by stage, as biodata tell it: each school beside or below the stage it is of ("Tertiary",
"Secondary"), which is the degree where nothing else is.
"""

import re
from collections.abc import Sequence

import msgspec

from companion.model.profile import Education
from companion.resume.reading.lines import TextLine
from companion.resume.reading.schools import read_schools

_STAGE = re.compile(
    r"(?:(?:post|under)?[- ]?graduate|doctoral|master['’]?s|tertiary|college|university|vocational|technical|"
    r"(?:(?:junior|senior|lower|upper) )?(?:high[ -]?school|secondary)|elementary|primary|pre-?school|kindergarten|"
    r"primaria|secundaria|preparatoria|bachillerato|universitari[oa]s?|superior(?:es)?)"
    r"(?: (?:level|education|school|studies|course|degree))?",
    re.IGNORECASE,
)
_HIGHER = re.compile(
    r"graduate|doctoral|master|tertiary|college|university|vocational|technical|superior", re.IGNORECASE
)
"""Stages at which one learns something that has a name of its own."""


def told_stages(lines: Sequence[TextLine]) -> list[Education]:
    """The entries of a section of education each of which begins with its stage, in order; empty for any other."""
    groups: list[tuple[str, list[TextLine]]] = []
    for line in lines:
        stage, rest = _parted(line)
        if stage:
            groups.append((stage, [rest] if rest.text else []))
        elif groups:
            groups[-1][1].append(line)
        else:
            return []
    if len({stage.casefold() for stage, _ in groups}) < len(groups) or len(groups) < 2:
        return []
    return [entry for stage, own in groups for entry in _entries(stage, own)]


def _parted(line: TextLine) -> tuple[str, TextLine]:
    """The stage that a line begins with, and the line without it; no stage where it begins with none."""
    at = re.search(r"\t|\s*:\s*|$", line.text)
    stage = line.text[: at.start()].strip() if at else ""
    if line.bullet or not at or not _STAGE.fullmatch(stage):
        return "", line
    return stage, msgspec.structs.replace(
        line, text=line.text[at.end() :].strip(), x0=line.starts[1] if len(line.starts) > 1 else line.x0,
        starts=line.starts[1:], bold=False, leads=False,
    )  # fmt: skip


def _entries(stage: str, lines: Sequence[TextLine]) -> list[Education]:
    first, *others = read_schools(lines) or [Education()]
    if not first.study_type and first.highlights and _HIGHER.search(stage):
        name, *notes = first.highlights  # what one learned there, which no word tells to be a degree
        first = msgspec.structs.replace(first, study_type=name, highlights=tuple(notes))
    return [first if first.study_type else msgspec.structs.replace(first, study_type=stage), *others]
