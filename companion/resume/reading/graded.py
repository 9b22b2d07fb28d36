"""Tables of languages graded by skill (CEFR levels, as Europass has them) → one line a language, with all its levels.

A level for listening is none for speaking, so all that differ are told, in the order of the table.
"""

import re
from collections.abc import Sequence

import msgspec

from companion.resume.reading.lines import TextLine
from companion.resume.reading.printed import field_of
from companion.resume.reading.vocabulary import names_language

_LEVEL = re.compile(r"(?<!\w)[ABC][12](?!\w)")
_LEGEND = re.compile(r"(?<!\w)([ABC])1\s*(?:/|[^\W\d_]{1,3}\s)\s*\1?2(?!\w)")
"""`A1/A2: Basic user`: what the levels mean."""
_SKILLS = 3
"""Levels in a row of the table at least."""
_NAME = 3
"""Words of a language's name at most."""


def ungraded(lines: Sequence[TextLine]) -> list[TextLine]:
    """`lines` with the rows of such tables as `Language: C1/B2`, without what heads the table and explains it."""
    if not any(len(_LEVEL.findall(line.text)) >= _SKILLS and not _LEGEND.search(line.text) for line in lines):
        return list(lines)
    out: list[TextLine] = []
    graded: TextLine | None = None
    for line in lines:
        levels = _LEVEL.findall(line.text)
        if _LEGEND.search(line.text):
            continue
        if len(levels) < _SKILLS and not (levels and graded is not None and out and out[-1] is graded):
            out.append(line)
            continue
        name, *between = (part.strip(" \t:|") for part in _LEVEL.split(line.text))
        if any(between[:-1]) or not name:  # each level has the name of its skill: the language stands above
            if graded is not None and out[-1] is graded:
                out.pop()
                name, levels = graded.text.split(": ")[0], [*graded.text.split(": ")[1].split("/"), *levels]
            elif out and len(out[-1].plain.split()) <= _NAME and len(out[-1].parts) == 1:
                name = out.pop().plain.strip(" :")
            else:
                out.append(line)
                continue
        else:
            _drop_head(out)
        graded = msgspec.structs.replace(
            line, text=f"{name}: {'/'.join(dict.fromkeys(levels))}", bold=False, starts=(), full=False
        )
        out.append(graded)
    return out


def _drop_head(out: list[TextLine]) -> None:
    """Takes the names of the columns off the end of `out`; a label before them stays."""
    while out and len(out[-1].parts) > 1 and not _LEVEL.search(out[-1].text) and not names_language(out[-1].text):
        last = out.pop()
        if field_of(last.parts[0]):
            out.append(msgspec.structs.replace(last, text=last.parts[0], starts=last.starts[:1]))
            return
