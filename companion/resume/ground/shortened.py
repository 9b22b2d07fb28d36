"""Words spelled out or shortened to their initials: ED and emergency department."""

from collections.abc import Iterator, Sequence

from companion.resume.ground.tokens import Token, tokens


def initials(sentence: str, texts: Sequence[str]) -> set[int]:
    """Where the words stand that are spelled out or shortened: ED for emergency department, or the other way."""
    out: set[int] = set()
    own = list(tokens(sentence))
    for text in texts:
        there = list(tokens(text))
        out |= {short.start for short, _ in _shortenings(own, there)}
        out |= {word.start for _, words in _shortenings(there, own) for word in words}
    return out


def _shortenings(shorts: Sequence[Token], found: Sequence[Token]) -> Iterator[tuple[Token, Sequence[Token]]]:
    """Words in capitals with the words whose initials they are."""
    for short in shorts:
        if 2 <= len(short.text) <= 5 and short.text.isalpha() and short.text.isupper():
            for at in range(len(found) - len(short.text) + 1):
                words = found[at : at + len(short.text)]
                if "".join(word.text[0] for word in words).upper() == short.text:
                    yield short, words
