"""Skills by name: which skills of the bundled open vocabulary a text mentions, word for word, never by substring."""

import gzip
import json
import re
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

_TOKEN = re.compile(r"[^\W_](?:[\w+#]|[./-](?=\w))*[+#]*|\.NET\b", re.UNICODE)
_LONGEST = 6
"""Tokens in the longest alias looked for."""
_IN_LIST = re.compile(r"^\s*(?:[,;/|)]|and\b|or\b|&)|^\s*(?:programming|language|developer|engineer)", re.IGNORECASE)
_LIST_FOLLOWS = re.compile(r"^\s*(?:$|[,;/&|]\s*[A-Z]|(?:and|or|und|oder)\s+[A-Z])")
_LIST_BEFORE = re.compile(r"(?:[,;/|(:]|\band|\bor|\bin|\bwith|\busing|\bof|[•·*-])\s*$", re.IGNORECASE)


class Mention(msgspec.Struct, frozen=True):
    """One skill in a text: its canonical name and where it stands."""

    name: str
    start: int
    end: int


class Vocabulary(msgspec.Struct, frozen=True):
    names: tuple[str, ...]
    aliases: dict[tuple[str, ...], int]
    cased: frozenset[tuple[str, ...]]


@cache
def vocabulary() -> Vocabulary:
    """The compiled vocabulary (see data/README.md for its sources and licences)."""
    packed = files("companion.matching").joinpath("data/skills.json.gz").read_bytes()
    data: dict[str, Any] = json.loads(gzip.decompress(packed))
    return Vocabulary(
        names=tuple(data["names"]),
        aliases={_key(alias): index for alias, index in data["aliases"].items() if _key(alias)},
        cased=frozenset(_key(alias) for alias in data["cased"]),
    )


def recognise(text: str) -> tuple[Mention, ...]:
    """The skills `text` names, longest name first at each place, in order of appearance."""
    known = vocabulary()
    tokens = [(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
    folded = [token.casefold() for token, _, _ in tokens]
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
            key = tuple(folded[at : at + length])
            index = known.aliases.get(key)
            start, end = tokens[at][1], tokens[at + length - 1][2]
            if index is not None and (key not in known.cased or _is_name(text, start, end)):
                found.append(Mention(known.names[index], start, end))
                at += length
                break
        else:
            at += 1
    return tuple(found)


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether an everyday word ("Go", "R", "Spring") is used as a name here: capitalised, inside a list or after
    "in/with/using", and not glued into another phrase such as "R&D" or "Go-to-market"."""
    word = text[start:end]
    if not word.isalnum():
        return True
    if not word[0].isupper() or text[end : end + 1] in {"&", "-"} or text[start - 1 : start] in {"&", "-"}:
        return False
    before, after = text[max(0, start - 12) : start], text[end : end + 20]
    if not before.strip():  # a capital says nothing at the start, what follows does: "Go, Rust", "Rust and Python"
        return bool(_LIST_FOLLOWS.match(after))
    listed = bool(_LIST_BEFORE.search(before))
    closed = bool(_IN_LIST.match(after)) or not after.strip() or after.lstrip()[0] in ".;"
    return listed and closed


def _key(alias: str) -> tuple[str, ...]:
    return tuple(match.group().casefold() for match in _TOKEN.finditer(alias))
