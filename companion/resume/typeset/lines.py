"""Breaking text into lines: greedy, then narrowed so that no last line holds one lonely word.

Words are never broken at their hyphens, because readers of the file would glue the halves together.
"""

import re

from companion.resume.typeset.fonts import Weight, printable, width

_BREAKS = re.compile(r"[ \t\n\u3000]+")
_IDEOGRAPH = re.compile(r"([\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff])")
_LONELY = 0.18
"""A last line shorter than this share of the measure is pulled up or filled."""


def break_lines(text: str, measure: float, size: float, family: str, weight: Weight) -> list[str]:
    """Lines of at most `measure` points. A single word wider than the measure is cut between characters."""
    words = _words(printable(text))
    if not words:
        return []
    lines = _greedy(words, measure, size, family, weight)
    if len(lines) < 2 or _size(lines[-1], size, family, weight) >= _LONELY * measure:
        return lines
    for share in (0.97, 0.94, 0.91, 0.88, 0.85):
        narrower = _greedy(words, measure * share, size, family, weight)
        if len(narrower) > len(lines):
            break
        lines = narrower
        if _size(lines[-1], size, family, weight) >= _LONELY * measure:
            break
    return lines


def _words(text: str) -> list[str]:
    """Words with the space before them, so that joining gives the text back; ideographs stand alone."""
    out: list[str] = []
    for index, word in enumerate(w for w in _BREAKS.split(text) if w):
        pieces = [p for p in _IDEOGRAPH.split(word) if p]
        out.append((" " if index else "") + pieces[0])
        out.extend(pieces[1:])
    return out


def _greedy(words: list[str], measure: float, size: float, family: str, weight: Weight) -> list[str]:
    lines: list[str] = []
    line = ""
    filled = 0.0
    for word in words:
        needed = width(word, family, weight) * size / 1000
        if line and filled + needed > measure:
            lines.append(line)
            line, filled = "", 0.0
        if not line:
            word = word.lstrip(" ")
            needed = _size(word, size, family, weight)
            while needed > measure and len(word) > 1:
                head = _fitting(word, measure, size, family, weight)
                lines.append(word[:head])
                word = word[head:]
                needed = _size(word, size, family, weight)
        line += word
        filled += needed
    return [*lines, line] if line else lines


def _fitting(word: str, measure: float, size: float, family: str, weight: Weight) -> int:
    for end in range(len(word) - 1, 1, -1):
        if _size(word[:end], size, family, weight) <= measure:
            return end
    return 1


def _size(text: str, size: float, family: str, weight: Weight) -> float:
    return width(text, family, weight) * size / 1000
