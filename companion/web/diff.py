"""What changed between two versions of a resume, word by word; every word keeps the facts that carry its line."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

import msgspec

from companion.model.resume import Resume

_WORDS = re.compile(r"\S+\s*|\s+")


class Passage(msgspec.Struct, frozen=True):
    """Some text and the facts it rests on."""

    text: str
    facts: tuple[str, ...] = ()


class Stretch(msgspec.Struct, frozen=True):
    """Some words that stayed, were added or were removed, and the facts that carry them."""

    kind: Literal["same", "added", "removed"]
    text: str
    facts: tuple[str, ...] = ()


def word_diff(old: Sequence[Passage], new: Sequence[Passage]) -> tuple[Stretch, ...]:
    """The words of `new` with what came and went since `old`. Near-linear for texts of a few pages."""
    before, after = _words(old), _words(new)
    matcher = SequenceMatcher(None, [one.text for one in before], [one.text for one in after], autojunk=False)
    found: list[Stretch] = []
    for change, a, b, c, d in matcher.get_opcodes():
        if change == "equal":
            found += _stretches("same", after[c:d])
            continue
        found += _stretches("removed", before[a:b])
        found += _stretches("added", after[c:d])
    return tuple(found)


def resume_passages(resume: Resume) -> tuple[Passage, ...]:
    """A resume as plain text, one line a sentence, for comparing."""
    found = [Passage(f"{text}\n") for text in (resume.headline, *(line.text for line in resume.contact))]
    for section in resume.sections:
        found.append(Passage(f"\n{section.title}\n"))
        for entry in section.entries:
            heading = " ".join(filter(None, (entry.heading, entry.subheading, entry.dates, entry.place)))
            found += [Passage(f"{heading}\n", entry.facts)] if heading else []
            found += [Passage(f"{line.text}\n", line.facts) for line in entry.lines]
    return tuple(found)


def _words(passages: Sequence[Passage]) -> list[Passage]:
    return [Passage(word, one.facts) for one in passages for word in _WORDS.findall(one.text)]


def _stretches(kind: Literal["same", "added", "removed"], words: Sequence[Passage]) -> list[Stretch]:
    """Neighbouring words of the same facts as one."""
    runs = groupby(words, key=lambda one: one.facts)
    return [Stretch(kind, "".join(word.text for word in run), facts) for facts, run in runs]
