"""Numbers that the facts tell without writing them: oneself and others, one within a range, as many as are listed."""

import itertools
import re
from collections.abc import Sequence

from companion.resume.ground.measures import Quantity
from companion.resume.ground.quantities import quantities

_THESE = re.compile(r"(?:\s+[\w’'-]+){1,7}\s*[:(]\s*([^;:.()]+)")


def with_oneself(sentence: str, said: Quantity, texts: Sequence[str]) -> bool:
    """A team of three, where the facts say with two others; and with two others, where they say one of three."""

    def among(text: str, number: Quantity) -> bool:
        return bool(re.search(r"\b(?:team|group|trio|crew|one)\s+of\s+$", text[: number.lead], re.IGNORECASE)) or bool(
            re.match(r"[\s-](?:person|people|member|strong|man)\b", text[number.end :])
        )

    def beside(text: str, number: Quantity) -> bool:
        return bool(re.search(r"\b(?:with|alongside|and)\s+$", text[: number.lead], re.IGNORECASE))

    if said.value == 2 and among(sentence, said):
        return any(re.search(r"\bwith\s+(?:one|another|an?|my)\b", text, re.IGNORECASE) for text in texts)
    return said.kind == "count" and any(
        other.kind == "count"
        and (
            (other.value == said.value - 1 and among(sentence, said) and beside(text, other))
            or (other.value == said.value + 1 and beside(sentence, said) and among(text, other))
        )
        for text in texts
        for other in quantities(text)
    )


def inside_range(sentence: str, said: Quantity, texts: Sequence[str]) -> bool:
    """Whether it lies between two that the facts join, and all from the one to the other are named: 10, 11 and 12."""
    listed = {one.value for one in quantities(sentence) if one.kind == "count"}
    return said.kind == "count" and any(
        a.value < said.value < b.value
        and re.fullmatch(r"\s*(?:to|-|–)\s*", text[a.end : b.lead])
        and b.value - a.value < 10
        and listed.issuperset(range(int(a.value), int(b.value) + 1))
        for text in texts
        for a, b in itertools.pairwise(q for q in quantities(text) if q.kind == "count")
    )


def enumerated(sentence: str, said: Quantity) -> bool:
    """Whether what is counted is listed right after it: in three languages: Greek, Thai and Dutch."""
    found = _THESE.match(sentence, said.end) if said.kind == "count" else None
    return found is not None and len(re.split(r",\s*(?:and\s+)?|\s+and\s+|\s*[&+/]\s*", found[1])) == said.value
