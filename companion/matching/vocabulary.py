"""Skills by name: which skills of the bundled open vocabulary a text mentions, word for word, never by substring."""

import gzip
import json
import re
from collections.abc import Collection, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

_TOKEN = re.compile(r"[^\W_](?:[\w+#]|[./-](?=\w))*[+#]*|\.NET\b", re.UNICODE)
_LONGEST = 6
"""Tokens in the longest alias looked for."""
_IN_LIST = re.compile(
    r"^\s*(?:[,;/|)]|and\b|or\b|&|on (?-i:[A-Z]))|^\s*(?:programming|language|developer|engineer)", re.IGNORECASE
)
_LIST_FOLLOWS = re.compile(
    r"^\s*(?:$|[,;/&|]\s*[A-Z]|(?:and|or|und|oder)\s+[A-Z]|(?:rather than|instead of)\s+[A-Z]"
    r"|v?\d{1,2}(?![\d%])|\((?:advanced|basic|intermediate|expert|good|or\b|v?\d))"
)
_LIST_BEFORE = re.compile(
    r"(?:[,;/|(:]|\band|\bor|\bin|\bwith|\busing|\bof|[•·*-]|\b(?:advanced|strong|solid|deep|expert|intermediate|basic))\s*$",
    re.IGNORECASE,
)
_PARTED = re.compile(r"[,;|/()]")
"""No name goes on after a comma: "Python, Django" are two, whatever "python django" means, as are "Office (Word)"."""
_MAKER = re.compile(r"\b(?:MS|Microsoft|Adobe|Apache|Google|Amazon|IBM|Oracle|Atlassian)\s+$")
_MARK = re.compile(r"\s*(?:[,;/|]|and|or|&)\s*", re.IGNORECASE)
_GLUED = re.compile(r"^(?:[&-]|\s*&\s*D\b|[ -]?to-)", re.IGNORECASE)
_CRAFT = re.compile(
    r"^\s+(?:programming|developers?|framework|codebase|scripting|scripts|microservices|components|queries|spreadsheets?"
    r"|formulas|macros)\b",
    re.IGNORECASE,
)
"""What follows a skill by its name: "Go developer", "excel macros"."""
_TONGUE = re.compile(r"^\s+(?:programming|scripting|scripts|packages|codebase)\b", re.IGNORECASE)
"""What follows a programming language of one letter too: "R packages"."""
_SKILL = re.compile(r"^\s+(?:skills?|experience|knowledge|expertise|development)\b", re.IGNORECASE)
_GOOD = re.compile(
    r"\b(?:advanced|strong|solid|deep|expert|intermediate|basic|good|excellent|hands-on|proven)\s*$", re.IGNORECASE
)
_KNOWING = re.compile(
    r"\b(?:proficien\w+|knowledge|skill(?:s|ed)|experienced?|expert\w*|familiar\w*|fluent|competen\w+)"
    r" (?:in|with|of|using)\s+(?:\w+ )?$",
    re.IGNORECASE,
)


class Mention(msgspec.Struct, frozen=True):
    """One skill in a text: its canonical name and where it stands."""

    name: str
    start: int
    end: int


class Vocabulary(msgspec.Struct, frozen=True):
    names: tuple[str, ...]
    aliases: dict[tuple[str, ...], int]
    cased: frozenset[tuple[str, ...]]
    """Everyday words, as the tagger was trained with them."""
    slashed: frozenset[str]
    """Words with a slash that are one name ("ci/cd"); any other slash parts two."""
    everyday: frozenset[tuple[str, ...]]
    """These and more: each counts only where the text means the skill."""
    lengths: dict[str, tuple[int, ...]]
    """A word with which aliases begin → how many words they have, most first, up to `_LONGEST`."""

    def longest(self, words: Sequence[str], at: int) -> int:
        """How many of `words` from `at` on are the longest alias that stands there; 0 for none."""
        for length in self.lengths.get(words[at], ()):
            if (key := (*words[at : at + length],)) in self.aliases:
                return len(key)
        return 0


@cache
def vocabulary() -> Vocabulary:
    """The compiled vocabulary (see data/README.md for its sources and licences)."""
    packed = files("companion.matching").joinpath("data/skills.json.gz").read_bytes()
    data: dict[str, Any] = json.loads(gzip.decompress(packed))
    cased = frozenset(_key(alias) for alias in data["cased"])
    aliases = {key: index for alias, index in data["aliases"].items() if (key := _key(alias))}
    lengths: dict[str, set[int]] = {}
    for alias in aliases:
        if len(alias) <= _LONGEST:
            lengths.setdefault(alias[0], set()).add(len(alias))
    return Vocabulary(
        names=tuple(data["names"]),
        aliases=aliases,
        cased=cased,
        slashed=frozenset(alias for alias in data["aliases"] if "/" in alias and len(_key(alias)) == 1),
        everyday=cased | {_key(alias) for alias in data["common"]},
        lengths={first: (*sorted(found, reverse=True),) for first, found in lengths.items()},
    )


def named(text: str) -> str:
    """The canonical name of a skill that `text` as a whole names, in any case; empty where the vocabulary has none."""
    known = vocabulary()
    index = known.aliases.get(_key(text))
    return "" if index is None else known.names[index]


def is_everyday(text: str) -> bool:
    """Whether `text` is a skill's name that everyday language uses too."""
    return _key(text) in vocabulary().everyday


def recognise(text: str) -> tuple[Mention, ...]:
    """The skills `text` names, longest name first at each place, in order of appearance."""
    known = vocabulary()
    tokens = _tokens(text, known.slashed)
    folded = [token.casefold() for token, _, _ in tokens]
    found: list[tuple[Mention, bool]] = []
    free = 0
    for at, word in enumerate(folded):
        if at < free or word not in known.lengths:
            continue
        for length in known.lengths[word]:
            key = (*folded[at : at + length],)
            index = known.aliases.get(key)
            if index is None:
                continue
            start, end = tokens[at][1], tokens[at + len(key) - 1][2]
            if len(key) == 1 or not _PARTED.search(text, start, end):
                meant = key not in known.everyday or _is_name(text, start, end)
                found.append((Mention(known.names[index], start, end), meant))
                free = at + len(key)
                break
    mentions, sure = [mention for mention, _ in found], [meant for _, meant in found]
    if not all(sure):
        places = range(len(found))
        for place in (*places, *reversed(places)):
            sure[place] = sure[place] or _in_company(text, mentions, sure, place)
    return tuple(mention for mention, meant in zip(mentions, sure, strict=True) if meant)


def _tokens(text: str, whole: Collection[str]) -> list[tuple[str, int, int]]:
    tokens = [(match.group(), *match.span()) for match in _TOKEN.finditer(text)]
    if "/" not in text:
        return tokens
    parted: list[tuple[str, int, int]] = []
    for word, at, end in tokens:
        if "/" not in word or word.casefold() in whole:
            parted.append((word, at, end))
            continue
        for part in word.split("/"):
            parted.append((part, at, at + len(part)))
            at += len(part) + 1
    return parted


def _in_company(text: str, mentions: Sequence[Mention], sure: Sequence[bool], place: int) -> bool:
    """Whether an everyday word stands in a list beside a skill that is surely one ("python, ruby and excel")."""
    one = mentions[place]
    if one.end - one.start < 3 or _GLUED.match(text[one.end : one.end + 8]):
        return False
    before = place > 0 and sure[place - 1] and _MARK.fullmatch(text, mentions[place - 1].end, one.start)
    last = place + 1 == len(mentions)
    return bool(before or (not last and sure[place + 1] and _MARK.fullmatch(text, one.end, mentions[place + 1].start)))


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether an everyday word ("Go", "R", "Spring") is used as a name here.

    It is where it is capitalised, inside a list or after "in/with/using", and not glued into another phrase such as
    "R&D" or "Go-to-market"; or beside a word of the craft ("Go developer").
    """
    word = text[start:end]
    if " " in word:
        return all(not part[0].islower() for part in word.split()) and not word.isupper()
    if not word.isalnum():
        return True
    if _GLUED.match(text[end : end + 8]) or text[start - 1 : start] in {"&", "-"}:
        return False
    before, after = text[max(0, start - 40) : start], text[end : end + 20]
    if _MAKER.search(before):
        return True
    if len(word) > 2 and _CRAFT.match(after):
        return word[0].isupper() or bool(_KNOWING.search(before) or not before.strip())
    if word[0].isupper() and _TONGUE.match(after):
        return True
    if word[0].isupper() and _GOOD.search(before) and _SKILL.match(after):  # "Strong React skills"
        return True
    if not word[0].isupper():
        return len(word) > 2 and bool(_KNOWING.search(before)) and (not after.strip() or after.lstrip()[0] in ".;)")
    if not before.strip():  # a capital says nothing at the start, what follows does: "Go, Rust", "Rust and Python"
        return bool(_LIST_FOLLOWS.match(after))
    listed = bool(_LIST_BEFORE.search(before))
    closed = bool(_IN_LIST.match(after)) or not after.strip() or after.lstrip()[0] in ".;"
    return listed and closed


def _key(alias: str) -> tuple[str, ...]:
    return tuple(match.group().casefold() for match in _TOKEN.finditer(alias))
