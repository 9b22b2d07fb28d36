"""Word by word: what of a sentence the facts do not say in these or other words."""

import re
from collections.abc import Iterator, Sequence

from companion.resume.ground.acts import replaces, verbs
from companion.resume.ground.clauses import is_verbal, tells
from companion.resume.ground.lexicon import Unit, lexicon, supports, units
from companion.resume.ground.names import skill_spans, skills_of, spelled
from companion.resume.ground.quantities import VAGUE, quantities
from companion.resume.ground.tokens import Token, canonical, pieces, tokens

_GENERIC = frozenset("run perform do handl conduct carry_out execut undertak look complet".split())
_DEGREES = frozenset("write complet earn obtain hold receiv do".split())
_THESES = (
    r"\b(?:thesis|dissertation|degree|certificate|course|training|paper|article|book|b\.?sc|m\.?sc|"
    r"bachelor|master|diploma)\b"
)
"""What a verb may be added to where the facts only name it."""
_MAKING = frozenset(
    "complet implement make build creat write give produc perform hold provid draw prepar place do".split()
)


def uncarried(sentence: str, texts: Sequence[str], around: Sequence[str]) -> Iterator[str]:
    """Words that claim what neither the facts nor their entries' headings say."""
    said = frozenset(keys_of(texts))
    headings = spelled(around)
    written = spelled(texts)
    skills = skills_of(" \n ".join([*texts, *around]))
    covered = [(start, end) for start, end, name in skill_spans(sentence) if name in skills]
    found = list(tokens(_masked(sentence)))
    for unit in units(found):
        if all(any(a <= word.start and word.end <= b for a, b in covered) for word in unit.words):
            continue
        if (
            unit.key in lexicon().empty
            or _same_mark(unit.key, said)
            or (supports(unit.key, said) and not unit.words[0].name)
        ):
            continue
        for word in unit.words:
            if not (_carried(word, unit, said, headings, written) or _harmless(word, sentence, said, texts)):
                yield f"“{word.text}” is not in the facts"


def _masked(sentence: str) -> str:
    """`sentence` with its numbers blanked out; they are judged apart."""
    out = list(sentence)
    for quantity in quantities(sentence):
        out[quantity.lead : quantity.end] = " " * (quantity.end - quantity.lead)
    return "".join(out)


def _carried(word: Token, unit: Unit, said: frozenset[str], headings: frozenset[str], written: frozenset[str]) -> bool:
    folded = word.text.casefold()
    if folded in VAGUE:
        return True  # judged as a number
    if word.name:
        if folded in written or folded in headings or folded.removesuffix("s") in written:
            return True
        if parts := pieces(word.text):
            return all(_carried_part(part, said, headings, written) for part in parts)
        # A common word with a capital, as in a heading or after a dash, or a short form such as DB.
        if word.key in lexicon().same or word.text == "I":
            return word.text == "I" or supports(word.key, said)
        return word.text[1:].islower() and (supports(word.key, said) or word.key in headings)
    if _same_mark(word.key, said):
        return True
    if word.key in lexicon().empty or supports(word.key, said) or word.key in headings or folded in headings:
        return True
    parts = [] if word.key in lexicon().strong else pieces(word.text)
    return bool(parts) and all(_carried_part(part, said, headings, written) for part in parts)


def _harmless(word: Token, sentence: str, said: frozenset[str], texts: Sequence[str]) -> bool:
    """Whether an unknown word is another form of one in the facts, or a verb that claims no more than any verb does.

    What the verb was done to is judged by the other words; verbs that claim creation, leadership,
    decision or success are
    never harmless.
    """
    if word.name or not word.key.isalpha():
        return False
    told = frozenset(verb for text in texts for verb in verbs(text))
    if word.key in _MAKING and any(token.key in told for token in _near(sentence, word)):
        return True
    if (
        word.key in _DEGREES
        and not any(tells(text) for text in texts)
        and re.search(_THESES, sentence[word.end :], re.IGNORECASE)
    ):
        return True
    if word.key in _GENERIC and not _leads_people(word, sentence) and replaces(word.key, sentence, texts):
        return True
    if word.key in lexicon().strong:
        return False
    if any(_family(word.key, other) for other in said):
        return True
    return is_verbal(word.text) and replaces(word.key, sentence, texts)


def _leads_people(word: Token, sentence: str) -> bool:
    """Whether a general verb claims to lead here: to run a team is more than to run tests."""
    return bool(
        re.match(
            r"\W+(?:[\w-]+\W+){0,4}?(?:teams?|shops?|stores?|company|departments?|staff|business|offices?)\b",
            sentence[word.end :],
        )
    )


def _near(sentence: str, word: Token) -> list[Token]:
    """The words after a verb of making that may name what was done: built a model, for modelled."""
    after = [token for token in tokens(sentence) if token.start > word.start][:6]
    return [
        token
        for token in after
        if re.search(r"(?:ion|ment|ing|al|ance|el|est|view|port|gn|ort|ck|ay|ge|y)s?$", token.text)
    ]


def _family(a: str, b: str) -> bool:
    """Whether two words share their stem: recommend, recommendation. Short stems prove nothing."""
    shared = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return shared >= 5 and shared >= 0.6 * max(len(a), len(b)) and b not in lexicon().strong


def _same_mark(key: str, said: frozenset[str]) -> bool:
    """Whether the facts hold a mark of the same kind: help is help, together is together, none is no."""
    marks = lexicon().marks
    return any(
        key in marks[kind] and not marks[kind].isdisjoint(said) for kind in ("assist", "joint", "negation", "universal")
    )


def _carried_part(part: str, said: frozenset[str], headings: frozenset[str], written: frozenset[str]) -> bool:
    key = canonical(part)
    if part.isdigit() or key in lexicon().empty:
        return True
    return supports(key, said) or _same_mark(key, said) or part.casefold() in written or part.casefold() in headings


def keys_of(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        for unit in units(list(tokens(text))):
            yield unit.key
            for word in unit.words:
                yield word.key
                if parts := pieces(word.text):
                    for part in tokens(" ".join(parts)):
                        yield part.key
                    for joined in units(list(tokens(" ".join(parts)))):
                        yield joined.key
