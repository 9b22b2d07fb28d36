"""Nouns that add nothing: they stand in one phrase with a word of the facts, such as the desk of a reception."""

import re
from collections.abc import Sequence

from companion.resume.ground.clauses import is_verbal
from companion.resume.ground.lexicon import claims_much, lexicon, supports
from companion.resume.ground.thesaurus import describes, is_noun, is_person, touches
from companion.resume.ground.tokens import Token, canonical, pieces

_LISTS = re.compile(r"\b(?:and|or|plus|including|incl\.?|as well as|also|both)\b|[,;/&+]", re.IGNORECASE)
_ENDS = frozenset(
    "of in on at by for from to with within through across via while who which that during into as using".split()
)


def implied(word: Token, found: Sequence[Token], sentence: str, texts: Sequence[Sequence[Token]]) -> bool:
    """Whether `word` only says what a neighbour of it already says: a desk beside reception, drops of a delivery.

    Never where it may be one more thing (in a list), somebody, a quality, or in the place of another noun of the facts.
    """
    if _half_told(word, texts) and not _listed(word, found, sentence):
        return True
    if not _plain(word) or _listed(word, found, sentence):
        return False
    said = frozenset(token.key for text in texts for token in text)
    here = found.index(word)
    for neighbour in _beside(here, found, sentence):
        known = supports(neighbour.key, said) or any(supports(canonical(part), said) for part in pieces(neighbour.text))
        if neighbour.key in lexicon().empty or not known or is_verbal(neighbour.text):
            continue
        if not _replaced(word, neighbour, found, texts):
            return True
    somewhere = re.search(
        r"\b(?:in|at|to|for|with|on|from|by)\s+(?:an?|the|our|its|their)\s+(?:[\w-]+\s+)?$", sentence[: word.start]
    )
    told = frozenset(token.key for token in found)
    left_out = any(
        is_noun(token.key)
        and token.key not in lexicon().empty
        and not supports(token.key, told)
        and not is_verbal(token.text)
        for text in texts
        for token in text
    )
    return not somewhere and not left_out and any(touches(word.key, key) for key in said - lexicon().empty)


def _half_told(word: Token, texts: Sequence[Sequence[Token]]) -> bool:
    """Whether a word joined by a hyphen has a part that the facts hold, and else only a plain noun: storm-damage."""
    said = frozenset(token.key for text in texts for token in text)
    parts = [Token(part, canonical(part), word.start, word.end) for part in pieces(word.text.casefold())]
    known = [part for part in parts if supports(part.key, said) and part.key not in lexicon().empty]
    weighty = claims_much(word.key) or describes(word.text.casefold()) or word.text.casefold().endswith("ly")
    return bool(known) and not weighty and all(part in known or _plain(part) for part in parts)


def _plain(word: Token) -> bool:
    plain = re.sub(r"['’]s$|(?<=s)['’]$", "", word.text)
    return (
        not word.name
        and plain.isalpha()
        and word.text.islower()
        and is_noun(word.key)
        and not describes(word.text)
        and not is_person(word.text)
        and not is_person(word.text.removesuffix("s"))
        and not claims_much(word.key)
    )


def _listed(word: Token, found: Sequence[Token], sentence: str) -> bool:
    """Whether the phrase of `word` is one of several."""
    here = found.index(word)
    start, end = here, here
    while start > 0 and found[start - 1].text.casefold() not in _ENDS and not is_verbal(found[start - 1].text):
        start -= 1
    while end + 1 < len(found) and found[end + 1].text.casefold() not in _ENDS:
        if found[end + 1].text.casefold() == "and" and end + 2 < len(found) and is_verbal(found[end + 2].text):
            break  # one more act, not one more thing
        end += 1
    return bool(_LISTS.search(sentence[found[max(0, start - 1)].start : found[end].end]))


def _beside(here: int, found: Sequence[Token], sentence: str) -> list[Token]:
    """The words right before and after, and the one that an "of" leads to."""
    out: list[Token] = []
    for step in (-1, 1):
        at = here + step
        if 0 <= at < len(found) and sentence[
            min(found[at].end, found[here].end) : max(found[at].start, found[here].start)
        ].strip() in ("", "-"):
            out.append(found[at])
    return out


def _replaced(word: Token, neighbour: Token, found: Sequence[Token], texts: Sequence[Sequence[Token]]) -> bool:
    """Whether the facts put another noun, which the sentence leaves out, where `word` stands beside `neighbour`."""
    told = frozenset(token.key for token in found)
    for text in texts:
        for place, token in enumerate(text):
            if not supports(neighbour.key, {token.key}):
                continue
            for other in (*text[max(0, place - 1) : place], *text[place + 1 : place + 2]):
                if (
                    other.key not in lexicon().empty
                    and is_noun(other.key)
                    and not supports(other.key, told)
                    and not any(supports(one, {other.key}) for one in told)
                    and not touches(word.key, other.key)
                ):
                    return True
    return False
