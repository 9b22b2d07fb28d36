"""Titles that a document counts ("1. Personal data", "2. Degrees", …), as forms of research councils do → lines without
the numbers, known as titles whatever they say, and the items below them ("2.1 …") without theirs.
"""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence

import msgspec

from companion.resume.reading.dates import has_date
from companion.resume.reading.lines import TextLine
from companion.resume.reading.titles import kind_about, kind_of

_COUNTED = re.compile(
    r"(?P<number>\d{1,2}|[A-Z]|[IVX]{1,5})(?:\s?[.)]|\s(?=\s)|\t)\s*(?P<title>[^\W\d_]\S*(?:\s+\S+)*)"
)
_ITEM = re.compile(r"(\d{1,2})\.\d{1,2}[.)]?\s+(?=[^\W_])")
_FEWEST, _KINDS = 3, 2
"""Titles at least, and kinds of sections that they name."""
_WORDS, _LETTERS = 8, 120
"""Words and letters of a title at most."""
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


_Name = Callable[[int], str]
"""How a number is written."""


class _Count(msgspec.Struct):
    at: int
    title: str
    kind: str


def unnumbered(lines: Sequence[TextLine]) -> list[TextLine]:
    """`lines` with counted titles as titles, without their numbers; as they are where nothing counts titles."""
    found = max((_chain(lines, one) for one in (_arabic, _letter, _roman)), key=len)
    kinds = {one.kind for one in found} - {""}
    apart = sum(b.at - a.at > 1 for a, b in itertools.pairwise(found))
    if len(found) < _FEWEST or len(kinds) < _KINDS or 2 * apart < len(found) - 1:
        return list(lines)
    titles = {one.at: one.title for one in found}
    out: list[TextLine] = []
    number = 0
    for n, line in enumerate(lines):
        if n in titles:
            number += 1
            out.append(msgspec.structs.replace(line, text=titles[n], starts=(), bullet=False, titled=True, full=False))
        elif (item := _ITEM.match(line.text)) and int(item[1]) == number and not has_date(item[0]):
            out.append(msgspec.structs.replace(line, text=line.text[item.end() :], bullet=False))
        else:
            out.append(line)
    return out


def _chain(lines: Sequence[TextLine], name: _Name) -> list[_Count]:
    """The longest row of counted lines of one look, each with the next number."""
    looks: dict[tuple[int, bool, bool], list[tuple[str, _Count]]] = {}
    for n, line in enumerate(lines):
        found = _COUNTED.fullmatch(line.text) if len(line.text) <= _LETTERS else None
        if found and _may_be_title(found["title"]):
            one = _Count(n, found["title"], kind_of(found["title"]) or kind_about(found["title"]))
            looks.setdefault((round(line.size), line.bold, line.caps), []).append((found["number"], one))
    return max((list(_counted(found, name)) for found in looks.values()), key=len, default=list[_Count]())


def _counted(found: Sequence[tuple[str, _Count]], name: _Name) -> Iterator[_Count]:
    """Those of counted lines that have the numbers from one on; of two with one number that which names a section."""
    named = {number: one.at for number, one in found if one.kind}
    count = 1
    for number, one in found:
        if number == name(count) and (one.kind or named.get(number, -1) < one.at):
            yield one
            count += 1


def _may_be_title(text: str) -> bool:
    words = text.split()
    return len(words) <= _WORDS and text[:1].isupper() and not text.endswith((".", ",", ";")) and not has_date(text)


def _arabic(number: int) -> str:
    return str(number)


def _letter(number: int) -> str:
    return chr(ord("A") + number - 1)


def _roman(number: int) -> str:
    return _ROMAN[number - 1] if number <= len(_ROMAN) else ""
