"""Words spelled out or shortened: ED and emergency department, BSc and Bachelor of Science."""

from collections.abc import Iterator, Sequence

from companion.resume.ground.tokens import Token, tokens

_BETWEEN = frozenset("of the and for in & von de des du".split())


def initials(sentence: str, texts: Sequence[str]) -> set[int]:
    """Where the words stand that are spelled out or shortened: ED for emergency department, or the other way."""
    out: set[int] = set()
    own = tokens(sentence)
    for text in texts:
        there = tokens(text)
        out |= {short.start for short, _ in _shortenings(own, there)}
        out |= {word.start for _, words in _shortenings(there, own) for word in words}
    return out


def _shortenings(shorts: Sequence[Token], found: Sequence[Token]) -> Iterator[tuple[Token, Sequence[Token]]]:
    """Words in capitals with the words whose beginnings they are."""
    for short in shorts:
        if 2 <= len(short.text) <= 5 and short.text.isalpha() and short.text[0].isupper() and not short.text.istitle():
            for at in range(len(found)):
                if words := _spelled(short.text.casefold(), found, at):
                    yield short, words


def _spelled(short: str, found: Sequence[Token], at: int) -> Sequence[Token]:
    """The words from `at` on of whose beginnings, one or two letters of each, `short` is made; none where it is not."""
    while at < len(found) and found[at].text.casefold() in _BETWEEN:
        at += 1
    if at == len(found):
        return []
    for taken in (1, 2):
        if taken <= len(short) and found[at].text.casefold().startswith(short[:taken]):
            if taken == len(short):
                return [found[at]]
            if rest := _spelled(short[taken:], found, at + 1):
                return [found[at], *rest]
    return []
