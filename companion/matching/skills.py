"""The skills a sentence names: the vocabulary gives canonical names, the tagger finds what no vocabulary lists."""

import re
from functools import cache, lru_cache

from companion.matching.keywords import STOP_WORDS
from companion.matching.tagger import Span, tag_skills
from companion.matching.vocabulary import Mention, is_everyday, recognise, vocabulary

_EXAMPLES = re.compile(r"\s*\(?(?:e\.?g\.|such as|like|including|for example|z\. ?B\.)", re.IGNORECASE)
_OPENING = re.compile(
    r"^(?:(?:and|or|und|the|of|with|an?|its|their|our|your|this|these|such|other|various)\s+|[-–—&•·*/(\s]+)+",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"(?:\s+(?:and|or|und|the|of|with)|[-–—&•·*/\s]+)+$", re.IGNORECASE)
_NO_SKILL = re.compile(
    r"https?:|www\.|\b(?:bachelor|master)\b['’]?s?|\bdegrees?\b"
    r"|\b(?:state|federal|local|applicable) laws?\b|\bequal opportunity\b|^years?\b"
    r"|^(?:grade|class|level|band|series|category) [A-Z\d]\b|^(?:phase|stage|tier)s?\b|^[IVX/]+$"
    r"|^(?:i\.?e|e\.?g|etc)\.?$|\b(?:requirements|qualifications|responsibilities)$",
    re.IGNORECASE,
)
"""What the tagger was taught to take in and a person lists under no skills: addresses, degrees, the law of the land."""
_LETTERS = re.compile(r"[^\W\d_]{2}|^[^\W\d_]")


def skills_in(sentence: str) -> tuple[Mention, ...]:
    """Skills in the order they are named; a tagged span in which the vocabulary knows a name is that name.

    A plain lower-case word ("act", "moment"), or filling words alone ("to do"), are a vocabulary's name only where the
    tagger sees a skill as well; an everyday word that is no name there is none of the tagger's either, nor is the name
    of a kind of which examples follow ("cloud platforms such as AWS").
    """
    spans = [_trimmed(span) for span in tag_skills(sentence)]
    hits = [
        hit
        for hit in recognise(sentence)
        if (not _plain_word(sentence[hit.start : hit.end]) or any(_overlap(hit, span) for span in spans))
        and not _spelled_out(sentence, hit)
    ]
    own = [
        Mention(span.text, span.start, span.end)
        for span in spans
        if _LETTERS.search(span.text)
        and not _NO_SKILL.search(span.text)
        and not is_everyday(span.text)
        and not (hits and _EXAMPLES.match(sentence, span.end))
        and not any(_overlap(hit, span) for hit in hits)
    ]
    return tuple(sorted((*hits, *own), key=lambda one: one.start))


def _plain_word(text: str) -> bool:
    words = text.casefold().split()
    return (text.isalpha() and text.islower()) or (len(words) > 1 and all(word in STOP_WORDS for word in words))


def _spelled_out(sentence: str, hit: Mention) -> bool:
    """Whether a bracket beside an abbreviation says that it stands for something else: "AEC (architecture, …)"."""
    short = sentence[hit.start : hit.end]
    if not (short.isalpha() and short.isupper()):
        return False
    aside = re.match(r"\s*\(([^()]+)\)", sentence[hit.end :])
    if aside:
        words = re.findall(r"\w+", aside[1])
    elif sentence[: hit.start].endswith("(") and sentence[hit.end :].startswith(")"):
        words = re.findall(r"\w+", sentence[: hit.start])[-len(short) :]
    else:
        return False
    initials = "".join(word[0] for word in words if word not in STOP_WORDS).upper()
    return initials == short and not {word.casefold() for word in words} & set(hit.name.casefold().split())


def _trimmed(span: Span) -> Span:
    """A tagged span without the joining word, dash or open bracket at its edges ("and design", "(timeline")."""
    start = len(span.text) - len(_OPENING.sub("", span.text))
    text = _CLOSING.sub("", span.text[start:])
    if text.count("(") != text.count(")"):
        text = _CLOSING.sub("", re.split(r"[()]", text, maxsplit=1)[0])
    return Span(text, span.start + start, span.start + start + len(text))


def _overlap(hit: Mention, span: Span) -> bool:
    return span.start < hit.end and hit.start < span.end


@cache
def _names() -> frozenset[str]:
    return frozenset(skill_key(name) for name in vocabulary().names)


def is_known(name: str) -> bool:
    """Whether the vocabulary has this skill; any other name is a posting's own wording."""
    return skill_key(name) in _names()


@lru_cache(maxsize=32_768)
def skill_key(name: str) -> str:
    """A skill's name for comparison: case and spacing do not matter, signs do (C is not C++)."""
    return " ".join(name.casefold().split())
