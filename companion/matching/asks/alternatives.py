"""Skills of which one is enough: "React, Vue or Angular", "a queue such as Kafka, RabbitMQ"."""

import re
from collections.abc import Sequence

from companion.matching.vocabulary import Mention

_NEXT = re.compile(r"\s*(?:,|,?\s*(?P<either>or|and/or|oder|ou|o|bzw\.?))\s*", re.IGNORECASE)
_EXAMPLES = re.compile(
    r"(?:\bsuch as|\blike|\be\.?g\.?,?|\bfor example|\bone of|\bany of|\beither|\bsimilar to"
    r"|\bz\. ?B\.|\bwie|\bpar exemple|\btels? que|\bpor ejemplo)(?: the following)?:?\s*$",
    re.IGNORECASE,
)


def alternatives(sentence: str, mentions: Sequence[Mention]) -> list[tuple[str, ...]]:
    """For each of `mentions`, in order, the other names of which one is enough; empty where it stands for itself."""
    found: list[tuple[str, ...]] = [()] * len(mentions)
    start = 0
    while start < len(mentions):
        end, either = start + 1, bool(_EXAMPLES.search(sentence[: mentions[start].start]))
        while end < len(mentions) and (link := _NEXT.fullmatch(sentence, mentions[end - 1].end, mentions[end].start)):
            either = either or link["either"] is not None
            end += 1
        if either and end - start > 1:
            names = [one.name for one in mentions[start:end]]
            for place in range(start, end):
                found[place] = tuple(name for name in dict.fromkeys(names) if name != mentions[place].name)
        start = end
    return found
