"""Languages of a person: none that the facts do not name, and none at a level that they give to another."""

import re
from collections.abc import Iterator, Sequence

from companion.resume.reading.vocabulary import names_language

_RANKS = {
    level: rank
    for rank, levels in enumerate(
        ("basic beginner beginners elementary some little survival a1 a2",
         "fair intermediate conversational conversant b1", "good b2", "advanced proficient c1",
         "fluent expert c2", "bilingual native"), 1)
    for level in levels.split()
}  # fmt: skip
_HIGH = frozenset(level for level, rank in _RANKS.items() if rank > 3)
_SPEAKS = re.compile(
    rf"\b(?:{'|'.join(_HIGH)}|fluently|conversational(?:ly)?|speak\w*|spoken|converse)\b", re.IGNORECASE
)
_SPEAKS_NOT = re.compile(
    r"\b(?:not|never|no|don['’]t|cannot|can['’]t|without)\s+(?:[\w-]+\s+){0,2}?(?:speak\w*|spoken|fluent\w*|conversation\w*)\b|"
    r"\b(?:read(?:ing)?|writ(?:e|ing|ten)) only\b|\bonly (?:read|writ)\w*\b",
    re.IGNORECASE,
)
_LEVELS = re.compile(
    r"(?<!not )(?<!without being )"
    rf"\b(?:{'|'.join(_HIGH)}|fluently|good|fair|some|little|survival|conversant|basic|intermediate|"
    r"conversational|beginner\S*|elementary|[abc][12]|"
    r"(?:i?gcse|[ao]s?-level|grade|degree|abitur)s?)\b",
    re.IGNORECASE,
)
_GRADES = re.compile(r"\b[ABC][12]\b")
_ON_THE_WAY = re.compile(
    r"\b(?:learn\w*|study\w*|prepar\w*|work\w*|enrol\w*|regist\w*|book\w*|sit\w*|aim\w*)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:for|to|towards?)\s+(?:[\w-]+\s+){0,2}?(?P<grade>[ABC][12])\b",
    re.IGNORECASE,
)


def fluency(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """A language claimed where the facts only name its country or people."""
    written = {word for text in texts for word in re.findall(r"[^\W\d_]+", text.casefold())}
    for found in re.finditer(r"\b(?:in|into|speaks?|speaking|fluent|native)\s+(?:in\s+)?([A-Z][a-z]+)\b", sentence):
        if names_language(found[1]) and found[1].casefold() not in written:
            yield f"the facts do not say it was in {found[1]}"
    for found in re.finditer(r"\b([A-Z][a-z]+)(?:[- ]speak\w+|\s+(?:language|skills))\b", sentence):
        if names_language(found[1]) and found[1].casefold() not in written:
            yield f"the facts do not say that {found[1]} was spoken"
    for found in re.finditer(r"\b[A-Z][a-z]+\b", sentence) if _SPEAKS.search(sentence) else ():
        about = [text for text in texts if found[0] in text] if names_language(found[0]) else []
        if about and all(map(_SPEAKS_NOT.search, about)) and not _SPEAKS_NOT.search(sentence):
            yield f"the facts say that {found[0]} is not spoken"
    ahead = {found["grade"] for text in texts for found in _ON_THE_WAY.finditer(text)}
    reached = {grade for text in texts for grade in _GRADES.findall(_ON_THE_WAY.sub(" ", text))}
    for grade in _GRADES.findall(_ON_THE_WAY.sub(" ", sentence)):
        if grade in ahead - reached:
            yield f"the facts do not say that {grade} was reached"
    told = {one for text in texts for one in _spoken(text)}
    for level, language in _spoken(sentence):
        known = max((_RANKS.get(one, 1) for one, name in told if name == language), default=1)
        if _RANKS.get(level, 1) > known and any(language in text for text in texts):
            yield f"the facts do not say {level} of {language}"


def _spoken(text: str) -> Iterator[tuple[str, str]]:
    """Languages with the level that stands nearest to each; those of a list, with the one that opens or ends it."""
    for listed in re.split(r"[;.]\s", text):
        opened, waiting = "", list[str]()
        for part in re.split(r",\s", listed):
            levels = list(_LEVELS.finditer(part))
            named = [found for found in re.finditer(r"[A-Z][a-z]+", part) if names_language(found[0])]
            if not levels:
                bare = {found[0] for found in named} == set(re.findall(r"\w+", part.rpartition(":")[2])) - {"and"}
                waiting = [*waiting, *(found[0] for found in named)] if bare else []
                opened = opened if bare else ""
                yield from ((opened, found[0]) for found in named if opened)
                continue
            for found in named:
                nearest = min(levels, key=lambda level: max(level.start() - found.end(), found.start() - level.end()))
                yield _level(nearest), found[0]
            ends = bool(named) and levels[0].start() > named[0].start()
            yield from ((_level(levels[0]), language) for language in waiting if ends)
            opened, waiting = "" if ends else _level(levels[0]), []


def _level(found: re.Match[str]) -> str:
    return found[0].casefold().removesuffix("ly")
