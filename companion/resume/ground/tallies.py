"""Numbers that the facts tell without writing them: oneself and others, one within a range, as many as are listed."""

import itertools
import re
from collections.abc import Iterator, Sequence

from companion.resume.ground.measures import Quantity
from companion.resume.ground.quantities import quantities

_OF = re.compile(r"\s+(?:(?:out\s+)?of\s+(?:(?:the|my|our|its|their|all)\s+)*|the\s+)")
_OF_THEM = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|my|our|its|their|all)\s+)*(?:them|these|those|(\d+))\b")
_ALONE = re.compile(r"\s*(?:$|[,.;]|(?:in|within|during|to|at|on)\b)")
_WORD_AFTER = re.compile(r"\s+([a-z]{3,})")
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


def same_share(sentence: str, said: Quantity, texts: Sequence[str]) -> bool:
    """Whether a number is of a share that the facts tell otherwise: half of the 300 hours, 150 of 300 hours."""
    told = [(share, whole) for text in texts for share, whole, _ in _shares(text)]
    return any(
        said in numbers and any(abs(share - other) < 0.01 and whole in (0, of) for other, of in told)
        for share, whole, numbers in _shares(sentence)
    )


def one_more(sentence: str, said: Quantity, texts: Sequence[str]) -> bool:
    """A third after two others, where the facts name the third."""
    return (
        said.text.casefold() == "a third"
        and any(one.kind == "count" and one.value == 2 for one in quantities(sentence))
        and any(one.kind == "ordinal" and one.value == 3 for text in texts for one in quantities(text))
    )


def written_out(sentence: str, said: Quantity, texts: Sequence[str]) -> bool:
    """Whether it is a 1 that the facts tell as one: within 1 business day."""
    found = _WORD_AFTER.match(sentence, said.end) if said.text == "1" else None
    one = re.compile(rf"\bone {re.escape(found[1])}", re.IGNORECASE) if found else None
    return one is not None and any(map(one.search, texts))


def _beside(sentence: str, some: Quantity, many: str) -> bool:
    """Whether it says of how many: 3 of the menu's 8 desserts; of 11 pumps, 4."""
    return bool(
        re.match(rf"\s+(?:out\s+)?of\s+(?:[\w’'-]+\s+){{0,4}}?{many}\b", sentence[some.end :])
        or re.search(rf"\bof\s+(?:the\s+|my\s+|our\s+)?{many}\b", sentence[: some.start], re.IGNORECASE)
    )


def kept_part(sentence: str, texts: Sequence[str]) -> bool:
    """Whether the numbers of some out of many stand in the sentence: fixed 9, or 4 beside the 11 of which they are."""
    said = quantities(sentence)
    some = [(one, _OF_THEM.match(text, one.end)) for text in texts for one in quantities(text) if one.kind == "count"]
    parts = [(one, found) for one, found in some if found]
    return bool(parts) and all(
        any(
            other.kind == "count"
            and other.value == one.value
            and (_ALONE.match(sentence, other.end) if not found[1] else _beside(sentence, other, found[1]))
            for other in said
        )
        for one, found in parts
    )


def _shares(text: str) -> Iterator[tuple[float, float, Sequence[Quantity]]]:
    """Shares of a text in percent, of how many (0 where it does not say), and the numbers that tell them."""
    found = sorted(quantities(text), key=lambda one: one.start)
    for one, other in itertools.zip_longest(found, found[1:]):
        of = _OF.match(text, one.end)
        if of and other and of.end() == other.lead and other.value:
            share = one.value if one.kind == "percent" else 100 * one.value / other.value
            yield share, other.value, (one, other)
        elif of and one.kind == "percent":
            yield one.value, 0, (one,)


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


def enumerated(sentence: str, said: Quantity, _texts: Sequence[str]) -> bool:
    """Whether what is counted is listed right after it: in three languages: Greek, Thai and Dutch."""
    found = _THESE.match(sentence, said.end) if said.kind == "count" else None
    return found is not None and len(re.split(r",\s*(?:and\s+)?|\s+and\s+|\s*[&+/]\s*", found[1])) == said.value


TOLD_OTHERWISE = (with_oneself, same_share, one_more, written_out, inside_range, enumerated)
