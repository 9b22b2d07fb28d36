"""What two words have to do with one another: meanings, definitions, what they are said for, and their stems."""

from collections.abc import Sequence

from companion.resume.ground.thesaurus import means, sense, swaps
from companion.resume.ground.tokens import Token, canonical, pieces


def kinship(word: Token, others: Sequence[Token], name: str) -> dict[str, float]:
    """What it has to do with words of the facts."""
    key, folded, own = word.key, word.text.casefold(), sense(word.key)
    keys = {one.key for one in others} | {canonical(part) for one in others for part in pieces(one.text)}
    senses = [(other, sense(other)) for other in keys]
    return {
        f"means {name}": any(means(key, other) for other in keys),
        f"kind of {name}": any(other in own.wider for other in keys),
        f"wider than {name}": any(key in its.wider for _, its in senses),
        f"speaks of {name}": any(key in its.near or other in own.near for other, its in senses),
        f"said for {name}": any(swaps(key, other) or swaps(other, key) for other in keys),
        f"nearly means {name}": any(
            not own.same.isdisjoint(its.same | its.wider) or not its.same.isdisjoint(own.wider) for _, its in senses
        ),
        f"stem of {name}": max((stem_share(key, other) for other in keys), default=0),
        f"short for {name}": len(folded) >= 3 and any(one.text.casefold().startswith(folded) for one in others),
    }


def stem_share(a: str, b: str) -> float:
    """The share of two words that is the same from their start; none where that is short."""
    shared = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return shared / max(len(a), len(b)) if shared >= 3 else 0
