"""The file a profile was read from, to stand beside the reading: what is seen of it, and where each fact stands in it.

In: bytes of a file and a Profile. Out: `Source` (pictures of pages, their lines), and the lines of every fact. Reading
keeps no places: a fact is looked for by its words, so that what the person wrote since is found nowhere, rightly.
"""

from companion.resume.beside.places import Mark, around, marked, places
from companion.resume.beside.placing import ABOUT, WITH_LINES, placed
from companion.resume.beside.source import Source, SourceFile, SourcePage, SourceReader

__all__ = [
    "ABOUT",
    "WITH_LINES",
    "Mark",
    "Source",
    "SourceFile",
    "SourcePage",
    "SourceReader",
    "around",
    "marked",
    "placed",
    "places",
]
