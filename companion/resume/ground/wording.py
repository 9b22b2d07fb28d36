"""Word by word: what of a sentence the facts do not say in these or other words."""

import re
from collections.abc import Iterator, Sequence

from companion.resume.ground.acts import acts, replaced, replaces, verbs
from companion.resume.ground.clauses import UNDER_OTHERS, is_verbal, tells
from companion.resume.ground.implied import implied
from companion.resume.ground.lexicon import Unit, claims_much, lexicon, supports, units
from companion.resume.ground.names import skill_spans, skills_of, spelled
from companion.resume.ground.numbers import ranges
from companion.resume.ground.quantities import VAGUE, masked
from companion.resume.ground.shortened import initials
from companion.resume.ground.thesaurus import creates, means, sense, swaps, touches
from companion.resume.ground.tokens import Token, canonical, pieces, tokens

_GENERIC = frozenset("run perform do handl conduct carry_out execut undertak look complet".split())
_DEGREES = frozenset("write complet earn obtain hold receiv do".split())
_THESES = (
    r"\b(?:thesis|dissertation|degree|certificate|course|training|paper|article|book|b\.?sc|m\.?sc|"
    r"bachelor|master|diploma)\b"
)
"""What a verb may be added to where the facts only name it."""
_MAKING = frozenset(
    "complet implement make build creat write give produc perform hold provid draw prepar place do deliv achiev obtain "
    "conduct gain offer run execut go come administ issu submit file serv secur undertak attend present".split()
)
_CREATING = frozenset("build creat develop produc make construct rebuild".split())
"""Verbs that say no more than another verb of creation does of the same thing."""


_CHANGES = {
    **dict.fromkeys(
        "reduc cut lower decreas shorten bring speed speed_up shrink acceler fall drop trim slash".split(), "down"
    ),
    **dict.fromkeys("increas grow rais lift boost climb rise expand".split(), "up"),
}
"""Verbs that tell no more than two values do of which one came after the other."""
_ADVISING = frozenset("advis advic adviser advisor counsel consult".split())
_DESCRIBES = re.compile(r"(?!.*(?:wide|less)$)([^\W\d_]{4,}?)(?:ic|ical|ial|al|ary|ar|ey|y)$")
_OFTEN = {
    "daili": frozenset("morn even night".split()),
    "week": frozenset("monday tuesday wednesday thursday friday saturday sunday".split()),
}
"""How often, where the facts name the time of the day or the day of the week and `per` stands before it."""


def _changed(texts: Sequence[str]) -> set[str]:
    """Whether values of the facts fell or rose."""
    return {"down" if b.value < a.value else "up" for text in texts for a, b in ranges(text)}


def uncarried(sentence: str, texts: Sequence[str], around: Sequence[str]) -> Iterator[str]:
    """Words that claim what neither the facts nor their entries' headings say."""
    said = frozenset(keys_of(texts))
    headings = spelled(around)
    written = spelled(texts)
    skills = skills_of(" \n ".join([*texts, *around]))
    covered = [(start, end) for start, end, name in skill_spans(sentence) if name in skills]
    found = list(tokens(masked(sentence)))
    unknown: list[Token] = []
    shortened = initials(sentence, texts)
    for unit in units(found):
        if all(any(a <= word.start and word.end <= b for a, b in covered) for word in unit.words):
            continue
        if (
            unit.key in lexicon().empty
            or unit.key in lexicon().softer
            or _same_mark(unit.key, said)
            or (supports(unit.key, said) and not unit.words[0].name)
        ):
            continue
        firm = unit.key in lexicon().firm and not _firmly(unit.key, sentence, texts)
        if len(unit.words) > 1 and (unit.key in lexicon().strong or firm):
            yield f"“{sentence[unit.words[0].start : unit.words[-1].end]}” is not in the facts"
        unknown += [
            word
            for word in unit.words
            if word.start not in shortened
            and not (_carried(word, unit, said, headings, written) or _harmless(word, sentence, said, texts))
        ]
    under = [found.span() for found in UNDER_OTHERS.finditer(sentence)]
    there = [tokens(masked(text)) for text in texts]
    untold = _untold([word for word in found if word not in unknown], texts) if unknown else []
    for word in unknown:
        if any(a <= word.start < b for a, b in under):
            continue  # to have been supervised claims no more
        if word.key in _OFTEN and not _OFTEN[word.key].isdisjoint(said):
            continue  # daily, for every morning
        if word.key in _CHANGES and _CHANGES[word.key] in _changed(texts):
            continue
        stands_for = (
            None if word.name or claims_much(word.key) or word.key in lexicon().firm else _counterpart(word, untold)
        )
        if stands_for is not None:
            untold.remove(stands_for)
        elif not implied(word, found, sentence, there):
            yield f"“{word.text}” is not in the facts"


def _untold(found: Sequence[Token], texts: Sequence[str]) -> list[Token]:
    """Claiming words of the facts that the sentence has not said in any form: what an unknown word may stand for."""
    said = frozenset(unit.key for unit in units(found)) | {word.key for word in found}
    every = {word.key: word for text in texts for word in tokens(masked(text)) if not word.name}
    empty = lexicon().empty
    return [
        word
        for key, word in every.items()
        if (key not in empty or is_verbal(word.text))
        and not supports(key, said)
        and not any(supports(one, {key}) for one in said)
    ]


def _counterpart(word: Token, untold: Sequence[Token]) -> Token | None:
    """What of the facts an unknown word may stand for: what speaks of the same, or for a verb any verb."""
    related = next((other for other in untold if touches(word.key, other.key)), None)
    if related is None and word.text.endswith("ing") and "-" not in word.text and not word.text.istitle():
        return next((other for other in untold if is_verbal(other.text)), None)
    return related


def _carried(word: Token, unit: Unit, said: frozenset[str], headings: frozenset[str], written: frozenset[str]) -> bool:
    folded = word.text.casefold()
    if folded in VAGUE:
        return True  # judged as a number
    if word.name:
        if not written.isdisjoint({folded, folded.removesuffix("s"), f"{folded}s"}) or folded in headings:
            return True
        if parts := pieces(word.text):
            return all(
                _carried_part(part, said, headings, written) and (part.casefold() in written or not part.isupper())
                for part in parts
            )
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
    if (
        word.key in _MAKING
        and not _leads_people(word, sentence)
        and any(_names(token, verb) for token in _near(sentence, word) for verb in told)
    ):
        return True
    if word.key in _CREATING and any(creates(verb) for verb in replaced(word.key, sentence, texts)):
        return True
    if (
        word.key in _DEGREES
        and not any(tells(text) for text in texts)
        and re.search(_THESES, sentence[word.end :], re.IGNORECASE)
    ):
        return True
    if word.key == "complet" and _course_over(sentence[word.end :], said):
        return True
    if word.key in _GENERIC and not _leads_people(word, sentence) and replaces(word.key, sentence, texts):
        return True
    if word.key in lexicon().firm:
        return _firmly(word.key, sentence, texts)
    if word.key in lexicon().strong:
        return False
    if any(_family(word.key, other) for other in said):
        return True
    if (formed := _DESCRIBES.match(folded := word.text.casefold())) and canonical(formed[1]) in said:
        return True  # clayey, for clay
    if len(word.text) >= 4 and any(
        other.startswith(folded) and 2 * len(word.text) >= len(other) for other in spelled(texts)
    ):
        return True  # post-op, for post-operative
    if is_verbal(word.text) and not any(tells(text) for text in texts):
        return True  # a title or a list told with a plain verb
    if "-" in word.text and canonical(word.text.replace("-", "")) in said:
        return True  # plug-in, for plugin
    if word.key in ("team", "depart") and any(
        token.key in said for token in tokens(sentence) if token.end == word.start - 1
    ):
        return True  # the marketing team, for marketing
    if word.key == "more" and re.match(r"\s+\w+ly\b", sentence[word.end :]):
        return True  # more quickly, for faster
    return is_verbal(word.text) and any(replaced(word.key, sentence, texts, same=False))


def _course_over(after: str, said: frozenset[str]) -> bool:
    """Whether what follows is a course that the facts tell of, and not as a part of it or as going on."""
    marks = lexicon().marks
    course = re.match(
        r"\s+(?:[\w-]+\s+){0,3}?(course|semester|term|module|training|internship|apprenticeship)s?\b", after
    )
    broken_off = (
        marks["partial"]
        | marks["negation"]
        | {"begin", "start", "enrol", "enroll", "attend", "current", "ongo", "part"}
    )
    return (
        course is not None
        and canonical(course[1]) in said
        and (said.isdisjoint(broken_off) or course[1] in ("semester", "term"))
    )


def _one_thing(a: Sequence[str], b: Sequence[str]) -> bool:
    return any(supports(key, frozenset(a)) for key in b)


def _firmly(verb: str, sentence: str, texts: Sequence[str]) -> bool:
    """Whether a verb of a craft stands for its synonym."""
    there = [act for text in texts for act in acts(text, general=True)]
    mine = [objects for other, objects in acts(sentence) if other == verb and objects]
    apart = {
        other for other, objects in there if mine and objects and not any(_one_thing(objects, one) for one in mine)
    }
    told = [token.key for text in texts for token in tokens(text) if is_verbal(token.text)]
    return any(means(verb, key) for key in told if key not in apart) or any(
        (creates(verb) and creates(other)) or swaps(verb, other) for other in replaced(verb, sentence, texts)
    )


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
    return [token for token in after if not (is_verbal(token.text) and not token.text.endswith("ing"))]


def _names(token: Token, verb: str) -> bool:
    """Whether a noun names what a verb tells: summaries, summarised."""
    return token.key == verb or token.key in sense(verb).same or _family(token.key, verb)


def _family(a: str, b: str) -> bool:
    """Whether two words share their stem: recommend, recommendation. Short stems prove nothing."""
    shared = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return shared >= 5 and shared >= 0.6 * max(len(a), len(b)) and b not in lexicon().strong | lexicon().firm


def _same_mark(key: str, said: frozenset[str]) -> bool:
    """Whether the facts hold a mark of the same kind: help is help, together is together, none is no."""
    marks = lexicon().marks
    if key in _ADVISING:
        return False  # who attended gave no advice
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
                if word.key not in lexicon().strong or unit.key not in lexicon().wider:
                    yield word.key
                if parts := pieces(word.text):
                    yield canonical(word.text.replace("-", ""))
                    for part in tokens(" ".join(parts)):
                        yield part.key
                    for joined in units(list(tokens(" ".join(parts)))):
                        yield joined.key
