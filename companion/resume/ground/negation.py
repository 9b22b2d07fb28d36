"""What a text says was not: the words that a negation stands before or after."""

import re

from companion.resume.ground.lexicon import lexicon, units
from companion.resume.ground.tokens import canonical, pieces, tokens
from companion.resume.ground.verbs import is_verbal

_NOT_DONE = re.compile(r"\s+(?:yet\s+)?(?:been\s+)?\w+(?:ed|en|ne)\b")


def negated(text: str, *, subjects: bool = False) -> frozenset[str]:
    """Keys of what `text` says was not, or was none: the words a negation stands right before; with `subjects`, also
    those of which it says that it was not done.
    """
    negations = lexicon().marks["negation"]
    found = list(tokens(text))
    out: set[str] = set()
    denied: set[int] = set()
    for place, token in enumerate(found):
        parts = [canonical(part) for part in pieces(token.text)]
        if not negations.isdisjoint(parts):
            out |= set(parts) - negations
        if token.key not in negations:
            continue
        if re.match(r"\s+(?:included|involved|covered|done|offered|part|among)\b(?! in\b)", text[token.end :]):
            first = place - 1
            while first > 1 and found[first - 1].key in ("and", "or"):
                first -= 2
            out |= {one.key for one in found[max(0, min(first, place - 2)) : place]}  # practical tests not included
            continue
        if subjects and _NOT_DONE.match(text, token.end):
            out |= {one.key for one in found[max(0, place - 2) : place]}  # trade test not yet taken
        end = token.end
        shared = re.search(r"\b([\w-]+) but\s+(?:have\s+|had\s+)?$", text[: token.start])
        if shared and is_verbal(shared[1]):
            out |= {one.key for one in found[place + 1 : place + 3] if is_verbal(one.text)}
            continue  # watched it, but not done it: it is there
        if place and re.match(r"\s*(?:$|[,;.)])", text[end:]) and text[: token.start].rstrip()[-1:].isalnum():
            out.add(found[place - 1].key)  # CAD none
        for after in found[place + 1 : place + 5]:
            if re.search(r"[,;.:()]", text[end : after.start]) or after.text.casefold() in (
                "but",
                "and",
                "only",
                "more",
                "less",
            ):
                break
            out.add(after.key)
            denied.add(after.start)
            end = after.end
    deeds = (unit for unit in units(found) if len(unit.words) > 1 and is_verbal(unit.words[0].text))
    phrases = {unit.key for unit in deeds if denied >= {word.start for word in unit.words}}  # not taken up
    return frozenset((out | phrases) - lexicon().empty)
