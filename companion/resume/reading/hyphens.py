"""Words broken at the end of a line → whole, and the two lines one, before anything is read from them.

Whether a hyphen is the word's own tell the document, which says the word elsewhere or fills its lines, and the words of
English.
"""

import re
import statistics
from collections.abc import Sequence

import msgspec

from companion.matching.keywords import STOP_WORDS
from companion.resume.ground.thesaurus import knows
from companion.resume.reading.lines import TextLine

_HEAD = re.compile(r"(?<![^\s(\[“„\"'«])[^\W\d_]+(?:[-'’][^\W\d_]+)*(?=[-\u00ad\u2010]$)")
_TAIL = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_AND = frozenset(
    "and or und oder bzw sowie et ou y o u e en of och eller og ja tai i lub oraz a nebo és vagy și".split()
)
"""Words before which a hyphen stands for what the word behind them ends with: "pre- and post-sale"."""
_PREFIXES = frozenset("self non multi ex vice co pre post anti semi sub inter intra quasi mid cross re pro".split())
_ENGLISH = frozenset("the and of for with to".split())
_OFTEN = 25
"""Among so many words of an English text is one of these."""
_SHORT = 2
"""Letters of a name or syllable, which no list tells from a word."""
_OWN = frozenset({"part-time", "full-time"})
"""Words with a hyphen that are written without one as well."""
_NEAR, _INDENT = 3.0, 40.0
"""Points by which texts of one column begin apart, and below the mark of a bullet."""
_GAP = 0.9
"""Line heights between two lines of one text at most."""


class _Said(msgspec.Struct, frozen=True):
    """What a document says: its words, those with a hyphen as they are; whether it is English; and in which columns
    its lines are filled to one edge, as where a program breaks words.
    """

    words: frozenset[str]
    english: bool
    filled: frozenset[int]


def unhyphenated(lines: Sequence[TextLine]) -> list[TextLine]:
    """`lines` with each that ends in a broken word joined to the one that has the rest of it."""
    out: list[TextLine] = []
    said: _Said | None = None
    for line in lines:
        at = _broken(out[-1], line) if out else None
        if at is None:
            out.append(line)
            continue
        said = said or _said(lines)
        cells, rest = out[-1].text.split("\t"), line.text.split("\t")
        cells[at[0]] = _whole(cells[at[0]].rstrip(), rest.pop(at[1]).lstrip(), said, filled=line.stream in said.filled)
        out[-1] = msgspec.structs.replace(out[-1], text="\t".join(cells), full=line.full)
        if rest:
            starts = tuple(x for n, x in enumerate(line.starts) if n != at[1])
            out.append(msgspec.structs.replace(line, text="\t".join(rest), starts=starts, x0=(*starts, line.x0)[0]))
    return out


def _broken(above: TextLine, line: TextLine) -> tuple[int, int] | None:
    """Which part of a line ends in a broken word, and which part of the line below it has the rest; None for none."""
    apart = above.page == line.page and line.gap > _GAP
    if line.bullet or apart or above.stream != line.stream or not (above.x1 or above.full):
        return None
    cells, rest = above.text.split("\t"), line.text.split("\t")
    placed = len(cells) == len(above.starts) and len(rest) == len(line.starts)
    for k, cell in enumerate(cells):
        if _HEAD.search(cell.rstrip()):
            x = above.starts[k] if placed else above.x0
            deeper = _NEAR if k else _INDENT
            below = [(m, line.starts[m] if placed else line.x0) for m in range(len(rest) if placed else 1)]
            for m, start in below:
                if rest[m].lstrip()[:1].islower() and -_NEAR <= start - x <= deeper:
                    return k, m
    return None


def _said(lines: Sequence[TextLine]) -> _Said:
    words = [word.casefold() for line in lines for word in _WORD.findall(line.text)]
    english = _OFTEN * sum(word in _ENGLISH for word in words) > len(words)
    ends: dict[int, list[float]] = {}
    for line in lines:
        if line.full:
            ends.setdefault(line.stream, []).append(line.x1)
    return _Said(frozenset(words), english, frozenset(stream for stream, own in ends.items() if _one_edge(own)))


def _one_edge(ends: Sequence[float]) -> bool:
    edge = statistics.median(ends)
    return 2 * sum(abs(x - edge) < _NEAR for x in ends) > len(ends)


def _whole(first: str, second: str, said: _Said, *, filled: bool) -> str:
    head, tail = _HEAD.search(first), _TAIL.match(second)
    if head is None or tail is None or tail[0] in _AND:
        return f"{first} {second}"
    own = not first.endswith("\u00ad") and _hyphened(head[0].casefold(), tail[0].casefold(), said, filled=filled)
    return (first if own else first[:-1]) + second


def _hyphened(head: str, tail: str, said: _Said, *, filled: bool) -> bool:
    """Whether a hyphen between the halves of a word is its own."""
    both, last = f"{head}-{tail}", head.rpartition("-")[2]
    if both in said.words or head + tail in said.words:
        return both in said.words
    if len(last) == 1 or both in _OWN or (said.english and len(tail) <= _SHORT):
        return True
    if not said.english:
        return not filled or last in _PREFIXES
    whole, words = knows(last + tail), _is_word(last) and _is_word(tail)
    return words and not (whole and filled) if filled or words else not whole


def _is_word(text: str) -> bool:
    return text in STOP_WORDS or text in _PREFIXES or (len(text) > _SHORT and knows(text))
