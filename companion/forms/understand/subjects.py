"""What a question is about: the country, place, skill or language it names, in its own words."""

import re
from functools import cache

from companion.forms import places
from companion.forms.meaning import AT_EMPLOYER, AT_POSTING
from companion.forms.understand.tables import pattern, table
from companion.forms.words import fold, word_set

_TABLE = table("subjects")
_INITIALS = pattern("subjects", "initials")
_LONGEST_NAME = 4
_NOT_NAMES = word_set("us in is it no at to be am as so me my do an or")
_TOO_LONG = 60
_VAGUE = frozenset({"this", "these", "it", "that", "the following", "years", "total"})
_LANGUAGE_WORDS = {word: name for name, words in _TABLE["languages"].items() for word in words.split()}


def countries(text: str) -> tuple[str, ...]:
    """The countries a question names (alpha-2, or `EU`), each once, in order. "us" in lower case is a pronoun."""
    found: list[str] = []
    found += [_TABLE["initial_codes"][re.sub(r"[.\s]", "", each.group()).upper()] for each in _INITIALS.finditer(text)]
    words = fold(_INITIALS.sub(" ", text)).split()
    if pattern("subjects", "groups").search(" ".join(words)):
        found.append("EU")
    at = 0
    while at < len(words):
        for size in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
            name = " ".join(words[at : at + size])
            code = _named(name)
            if code:
                found.append(code)
                at += size - 1
                break
        at += 1
    return tuple(dict.fromkeys(found))


@cache
def _named(name: str) -> str:
    if len(name) <= 3 or name in _NOT_NAMES:
        return ""
    return places.country(name)


def nationalities(text: str) -> tuple[str, ...]:
    """The countries of the demonyms in a text ("a British citizen"), each once, in order."""
    found = (places.country_of_people(word) for word in fold(text).split())
    return tuple(dict.fromkeys(code for code in found if code))


def nationality(text: str) -> str:
    """The country of the first demonym; "" where there is none."""
    return next(iter(nationalities(text)), "")


def country(text: str) -> str | None:
    """The one country asked about: its code, a place in the question's words, AT_POSTING where none is named, None
    where there are several, so that no answer can be right for all of them."""
    named = countries(text)
    if len(named) > 1:
        return None
    if named:
        return named[0]
    return place(text) or AT_POSTING


def place(text: str) -> str:
    """The place named after "relocate to", "based in" and the like, as written; "" where none is."""
    found = pattern("subjects", "place").search(text)
    return re.sub(r"[\s,.]+$", "", found.group(found.lastindex or 0))[:100] if found else ""


def where(text: str) -> str:
    """The country or place of a question on residence or relocation; AT_POSTING where it names none."""
    if named := place(text):
        return named
    codes = countries(text)
    return codes[0] if len(codes) == 1 else AT_POSTING


def skill(text: str) -> str:
    """The skill, tool or role a question on experience names, as written; "" where it is not clear."""
    tail = pattern("subjects", "tail", any_case=True, dot_all=True)
    for each in _skills():
        if found := each.search(text):
            name = tail.sub("", found.group(1)).strip(" ,.:*\"'“”")
            name = pattern("subjects", "lead", any_case=True).sub("", name)
            if name and len(name) <= _TOO_LONG and fold(name) not in _VAGUE:
                return name
    return ""


@cache
def _skills() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(each, re.IGNORECASE) for each in _TABLE["skill"])


def language(text: str) -> str:
    """The spoken language a question names, in English; "" where it names none or several."""
    named = {_LANGUAGE_WORDS[word] for word in fold(text).split() if word in _LANGUAGE_WORDS}
    return named.pop() if len(named) == 1 else ""


def employer() -> str:
    """Whom "have you worked for us" asks about."""
    return AT_EMPLOYER
