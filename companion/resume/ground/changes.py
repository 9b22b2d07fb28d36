"""What values went from and to: a change keeps its direction, and a comparison is none."""

import itertools
import re
from collections.abc import Iterator, Sequence

from companion.resume.ground.bound import equal
from companion.resume.ground.measures import Quantity
from companion.resume.ground.quantities import quantities

_COMPARED = re.compile(
    r"\s*[,(]?\s*(?:vs\.?|versus|against|(?:[\w-]+ )?(?:targets?|avg\.?|average|norm|benchmark)\b)"
    r"(?:(?!year|before|previous|last)[^.;\d]){0,30}",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"→|->|=>|[+−]\s?\d|\d\s?(?:[ap]m)?\s?[–-]\s?\d|\b(?:from|to|up|down|than|instead|was|were|before|now|then|earlier|previously|after|until)\b|"
    r"\b(?:reduc|cut|lower|decreas|shorten|increas|gr[eo]w|rais|rose|boost|expand|improv|fell|drop|trim|shr[aiu]nk)",
    re.IGNORECASE,
)
_AVERAGE = re.compile(r"\b(?:averag\w*|avg\.?)\b", re.IGNORECASE)
_BEYOND = re.compile(
    r"\b(?:above|exceeding|beyond|better than|ahead of)\s+(?:(?:the|its|our)\s+)?(?:[\w-]+\s+)?"
    r"(?P<what>average|quota|target|goal|norm|standard|benchmark|expectation)",
    re.IGNORECASE,
)
_ROSE_TO = re.compile(
    r"\b(?:rose|grew|rising|growing|increas\w+|climb\w+|fell|dropp\w+|up|down|improv\w+|rais\w+|cut|reduc\w+)\s+to\s+(?:about\s+)?$",
    re.IGNORECASE,
)
_HELD_AT = re.compile(
    r"\b(?:held|stayed|steady|kept|remained|stable|constant)\s+(?:at\s+)?(?:about\s+)?$", re.IGNORECASE
)
_FELL = re.compile(
    r"\b(?:rose|grew|rising|growing|increas\w+|climb\w+|fell|fall(?:en|ing)|dropp\w+|drop|down|shr[aiu]nk|cut|reduc\w+)\b"
    r"[^.;,]{0,30}?\b(?P<how>by|to)\s+(?:about\s+|almost\s+|nearly\s+|around\s+)?$",
    re.IGNORECASE,
)
_UP = re.compile(r"\b(?:up|down)\s+(?:by\s+)?(?:about\s+)?$", re.IGNORECASE)
_TO = re.compile(r"[^.;,()]{0,25}\bto\s+(?:[\w-]+\s+){0,3}")


def invented(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """A change, an average or a comparison made of a number that `texts` only name."""
    if (found := _AVERAGE.search(sentence)) and not any(map(_AVERAGE.search, texts)) and quantities(sentence):
        yield f"the facts give no average: “{found[0]}”"
    for found in _BEYOND.finditer(sentence):
        if not any(found["what"][:5].casefold() in text.casefold() for text in texts):
            yield f"the facts do not say “{found[0]}”"
    for said in quantities(sentence):
        told = [(text, one) for text in texts for one in quantities(text) if equal(said, one)]
        before = sentence[: said.lead]
        hows = [how[1].casefold() for how in map(_FELL.search, (text[: one.lead] for text, one in told)) if how]
        how = _FELL.search(before)
        if how and said.kind == "percent" and len(hows) == len(told) > 0 and how[1].casefold() not in hows:
            yield f"the facts say “{hows[0]}”, not “{how[1]}”"
        if told and _ROSE_TO.search(before) and all(_HELD_AT.search(text[: one.lead]) for text, one in told):
            yield "the facts tell of no change"
        if (
            told
            and said.kind == "percent"
            and _UP.search(before)
            and not any(_CHANGES.search(text) for text, _ in told)
        ):
            yield "the facts tell of no change"


def turned(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """`from 2 to 4` where `texts` go from 4 to 2, or say 2 against a target of 4, or name both and no change."""
    for first, second in ranges(sentence):
        told = sentence[max(0, min(first.start, second.start) - 25) : max(first.end, second.end)]
        both = [text for text in texts if all(any(equal(one, q) for q in quantities(text)) for one in (first, second))]
        changes = re.search(r"\b(?:from|up|down)\b", told) and first.kind not in ("year", "time")
        if changes and both and not any(map(_CHANGES.search, both)):
            yield "the facts tell of no change"
        for text in texts:
            ends = [b for a, b in ranges(text) if equal(first, a) and _TO.fullmatch(text[a.end : b.lead])]
            to = _TO.fullmatch(sentence[first.end : second.lead])
            if to and ends and first.kind != "year" and not any(equal(second, b) for b in ends):
                yield "a change is told with another end"
                return
            for a, b in ranges(text):
                if equal(first, b) and equal(second, a) and not equal(first, a):
                    yield "a change is told the wrong way round"
                    return
            for a, b in itertools.pairwise(quantities(text)):
                pair = (equal(first, a) and equal(second, b)) or (equal(first, b) and equal(second, a))
                compares = _COMPARED.fullmatch(sentence[min(first.end, second.end) : max(first.start, second.start)])
                if pair and not compares and _COMPARED.fullmatch(text[a.end : b.start]):
                    yield "a change is told where the facts compare"
                    return


def ranges(text: str) -> Iterator[tuple[Quantity, Quantity]]:
    """What values went from and to."""
    found = [q for q in quantities(text) if q.kind != "vague"]
    for a, b in itertools.pairwise(found):
        if (a.kind == "money") != (b.kind == "money"):
            continue  # nine staff and a budget of £18k
        between = text[a.end : b.start]
        if re.search(r"\bfrom\b[^.;]{0,25}$", text[: a.start]) and re.search(r"\b(?:to|down|up)\b", between):
            yield a, b
        elif re.fullmatch(
            r"[^.;]{0,40}\bdown\s+from\s+|[^.;,]{0,20},?\s*(?:up|compared|instead)?\s*(?:from|of)\s+", between
        ):
            yield b, a
