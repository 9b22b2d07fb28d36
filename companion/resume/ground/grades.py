"""Grades and classes by their letter: a guard of grade C is none of grade A."""

import re
from collections.abc import Iterator, Sequence

_KINDS = "grade|class|category|cat|licen[cs]e|band|tier|type|rating|certificate"
_GRADE = re.compile(rf"\b(?:(?i:{_KINDS}))\.?\s+([A-HJ-Z]\d?|I{{1,3}}|I?V)\b(?!['’-])")
_ALONE = re.compile(r"(?<![\w'’])([A-Z]\d?|I{1,3}|I?V)(?![\w'’])")


def graded(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """Letters of grades that the facts do not have, where they tell of such grades."""
    if not any(map(_GRADE.search, texts)):
        return
    written = {letter for text in texts for letter in _ALONE.findall(text)}
    for found in _GRADE.finditer(sentence):
        if found[1] not in written:
            yield f"“{found[0]}” is not in the facts"
