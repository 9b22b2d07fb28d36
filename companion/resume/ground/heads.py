"""What the facts only say of which kind something is, told as the thing or the deed itself: schools, for extensions of
schools; calibrated, for a calibration log; Employee of the Year, for Shop of the Year.
"""

import re
from collections.abc import Iterator, Sequence

from companion.resume.ground.acts import acts
from companion.resume.ground.kinds import is_noun_of
from companion.resume.ground.lexicon import supports
from companion.resume.ground.tokens import Token, canonical, tokens
from companion.resume.ground.verbs import is_verbal

_RECORDS = frozenset(
    canonical(word)
    for word in "log register report record form schedule paperwork supplies material minutes invoice certificate "
    "calendar manual spreadsheet database note document file roster rota".split()
)
_PARTS = frozenset(
    canonical(word)
    for word in "extension annex annexe wing porch lobby foyer conservatory outbuilding corridor canteen roof input "
    "output module component feature sample subset chapter".split()
)
_PARTNERS = frozenset(
    canonical(word)
    for word in "partner dealer dealership shop store franchise franchisee reseller seller distributor supplier "
    "contractor subcontractor vendor client customer licensee stockist outlet garage branch".split()
)
_AT_NAME = re.compile(
    r"\b(?:at|for|with|by|joined)\s+(?P<name>[A-Z][\w&.-]*\w)(?=\s*(?:$|[,.;:()]|(?:in|from|as|using|and|who|on)\b))"
)
_OF_THE_TIME = re.compile(r"(?P<what>[\w-]+) of the (?P<time>year|month|quarter|week|season)\b", re.IGNORECASE)
_ENDS_PHRASE = re.compile(r"\s*(?:$|[,.;:()]|(?:in|at|on|for|of|from|to|by|with|and|across|during|over|per)\b)")


def headed(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """What `sentence` makes the thing or the deed of that `texts` only say of which kind it is."""
    yield from _recorded(sentence, texts)
    yield from _several(sentence, texts)
    yield from _honoured(sentence, texts)
    yield from _partnered(sentence, texts)


def _recorded(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """A deed that the facts name as what something on paper or in a cupboard is of."""
    for verb, _ in acts(sentence, general=True):
        if any(one.key == verb and after and _is_record(after) for _, one, after in _beside([sentence])):
            continue
        named = [
            after is not None and _is_record(after) and after.start == word.end + 1 and not _does(word, before)
            for before, word, after in _beside(texts)
            if word.key == verb or is_noun_of(word.key, verb)
        ]
        if named and all(named):
            yield f"the facts name “{verb}” only as what something is of"
            return


def _several(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """Several of what the facts name once, as what another thing is of, which is not told."""
    said = frozenset(token.key for token in tokens(sentence))
    for token in tokens(sentence):
        folded = token.text.casefold()
        if token.name or not folded.endswith("s") or is_verbal(folded) or not _ENDS_PHRASE.match(sentence[token.end :]):
            continue
        homes = [(word, after) for _, word, after in _beside(texts) if word.key == token.key]
        if homes and all(
            word.text.casefold() != folded
            and after is not None
            and after.start == word.end + 1
            and after.key in _PARTS
            and not supports(after.key, said)
            for word, after in homes
        ):
            yield f"the facts do not speak of {folded}"
            return


def _honoured(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """Another one of the year than that of the facts."""
    told = {(canonical(one["what"]), one["time"].casefold()) for text in texts for one in _OF_THE_TIME.finditer(text)}
    for found in _OF_THE_TIME.finditer(sentence):
        time = found["time"].casefold()
        if any(time == other for _, other in told) and (canonical(found["what"]), time) not in told:
            yield f"the facts do not say “{found[0]}”"


def _partnered(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """Work for a firm of which the facts name a partner, a shop or a dealer: at Etsy, for an Etsy shop."""
    for found in _AT_NAME.finditer(sentence):
        homes = [
            after is not None and after.key in _PARTNERS and after.start == word.end + 1
            for _, word, after in _beside(texts)
            if word.text == found["name"]
        ]
        if homes and all(homes):
            yield f"the facts do not say “{found[0]}”"
            return


def _is_record(word: Token) -> bool:
    return canonical(word.text.partition("-")[0]) in _RECORDS


def _does(word: Token, before: Token | None) -> bool:
    """Whether a word tells what was done: filing reports, where no deed and no article stands before it."""
    return is_verbal(word.text) and not (
        word.text.endswith("ing")
        and before
        and (before.text.casefold() in ("the", "a", "an") or is_verbal(before.text))
    )


def _beside(texts: Sequence[str]) -> Iterator[tuple[Token | None, Token, Token | None]]:
    for text in texts:
        found = tokens(text)
        yield from zip([None, *found], found, [*found[1:], None], strict=False)
