"""The section of projects: blocks like those of work, with a name, links and the tools named in their heads."""

import re
from collections.abc import Sequence

from companion.model.profile import Project
from companion.resume.reading.blocks import Block, blocks
from companion.resume.reading.dates import spans, without
from companion.resume.reading.lines import TextLine
from companion.resume.reading.links import URL
from companion.resume.reading.lists import listed
from companion.resume.reading.vocabulary import is_place


def read_projects(lines: Sequence[TextLine]) -> list[Project]:
    return [_project(block) for block in blocks(lines)]


def _project(block: Block) -> Project:
    name, description = "", [block.prose] if block.prose else []
    keywords: list[str] = []
    url = ""
    start = end = ""
    present = False
    for line in block.head:
        text = line.text
        found = spans(text)
        if found and not start:
            start, end, present = found[0].start, found[0].end, found[0].present
            if not found[0].ranged:
                start, end = "", found[0].start
        text = without(text, found) if found else text
        if link := URL.search(text):
            url = url or link[0]
            text = text.replace(link[0], "").strip(" |,·()–—-\t")
        pieces = [_bare(p) for p in re.split(r"\t|\s\|\s|\s[—–]\s|\s[·•]\s", text) if p.strip(" ,|()")]
        for piece in pieces:
            if not name:
                name = piece
            elif piece.count(",") >= 2 and all(len(item.split()) <= 4 for item in piece.split(",")):
                keywords += listed(piece)
            elif not is_place(piece):
                description.insert(0, piece)
    del present
    return Project(
        name=name[:500],
        description="\n".join(description),
        highlights=block.bullets,
        keywords=tuple(word[:500] for word in keywords),
        start_date=start,
        end_date=end,
        url=url[:500],
    )


def _bare(text: str) -> str:
    text = text.strip(" ,|")
    return text if text.count("(") == text.count(")") and text[:1] != "(" else text.strip(" ,|()")
