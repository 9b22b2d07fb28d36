"""What changed between two texts, word by word, for showing versions of a resume side by side."""

import re
from difflib import SequenceMatcher
from typing import Literal

import msgspec

from companion.model.resume import Resume

_WORDS = re.compile(r"\S+\s*|\s+")


class Stretch(msgspec.Struct, frozen=True):
    """Some words that stayed, were added or were removed."""

    kind: Literal["same", "added", "removed"]
    text: str


def word_diff(old: str, new: str) -> tuple[Stretch, ...]:
    """The words of `new` with what came and went since `old`. Near-linear for texts of a few pages."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    found: list[Stretch] = []
    for change, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if change == "equal":
            found.append(Stretch("same", "".join(after[c:d])))
            continue
        if b > a:
            found.append(Stretch("removed", "".join(before[a:b])))
        if d > c:
            found.append(Stretch("added", "".join(after[c:d])))
    return tuple(found)


def resume_text(resume: Resume) -> str:
    """A resume as plain text, one line a sentence, for comparing."""
    lines = [resume.headline, *(line.text for line in resume.contact)]
    for section in resume.sections:
        lines += ["", section.title]
        for entry in section.entries:
            lines.append(" ".join(filter(None, (entry.heading, entry.subheading, entry.dates, entry.place))))
            lines += [line.text for line in entry.lines]
    return "\n".join(lines)
