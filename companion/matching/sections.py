"""A description as sentences, each with the section it stands in: musts, wishes, tasks, or what only advertises."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from companion.matching.asks.address import asks_applicant
from companion.matching.asks.weight import REQUIRED
from companion.matching.headings import PLAIN, Section, opens

_EDGES = " \t•·*-–▪●○◦‣»✓✔→"
# What these begin with is one class of characters, so that the search leaps from space to space.
_END = re.compile(
    r"\s(?<=[.!?]\s)(?<!\b[A-Z]\.\s)(?<!e\.g\.\s)(?<!i\.e\.\s)(?<!mind\.\s)(?<!min\.\s)(?<!z\.B\.\s)\s*(?=[A-ZÄÖÜÉÁ¿])"
)
_LINE = re.compile(r"[\n\r \t\u00a0](?:(?<=[\n\r])|[ \t\u00a0](?:[ \t\u00a0]+|(?=[^a-zäöü])))")
"""Runs of spaces part lines too, as text taken from a page's blocks often has them."""
_INLINE = re.compile(r"\s(?<!\d\s)[-•·*▪●–]\s+(?=[A-Z0-9])")
"""Marks of a list that was written into one line."""
_MARK = re.compile(r"\s*(?:[•·▪●○◦‣»✓✔→]|[-–*](?!\S))|\s*[-–*](?=\w)")
"""What an item of a list begins with; two asterisks set a heading in bold."""
_PROSE = 8
"""Words from which a line is no heading and no item, but prose that ends the list above it."""
_BARE = 3
"""Words of a heading that says nothing but what follows."""
_LONGEST = 1_000


class Sentence(msgspec.Struct, frozen=True):
    """One sentence, or one item of a list (`item`), with the section it stands in."""

    text: str
    section: Section
    item: bool = False

    @property
    def wishes(self) -> bool:
        """Whether its section only wishes and the sentence does not say otherwise."""
        return not self.section.must and not REQUIRED.search(self.text)


def sentences(description: str) -> Iterator[Sentence]:
    """The sentences of `description`, in order. A list ends where prose follows it after an empty line."""
    rows = [(_MARK.match(raw) is not None, raw.strip(_EDGES)) for raw in _LINE.split(description)]
    section, listed, apart = PLAIN, False, False
    for at, (marked, line) in enumerate(rows):
        if not line:
            apart = True
            continue
        opened = None if marked else opens(line, leads=_list_follows(rows, at + 1))
        if opened:
            section, listed = opened, False
            if not section.relevant and len(line.split()) <= _BARE:
                continue  # "We offer visa sponsorship" says something itself
        elif marked:
            listed = True
        elif apart and listed and (len(line.split()) >= _PROSE or line.endswith(".")) and not asks_applicant(line):
            section, listed = PLAIN, False
        apart = False
        found = [text[:_LONGEST] for text in _parts(line)]
        for text in found:
            yield Sentence(text, section, item=marked and len(found) == 1)


def _list_follows(rows: Sequence[tuple[bool, str]], at: int) -> bool:
    return next((marked for marked, line in rows[at : at + 3] if line), False)


def _parts(line: str) -> Iterator[str]:
    items = _INLINE.split(line) if len(_INLINE.findall(line)) > 1 else [line]
    for item in items:
        yield from _END.split(item)
