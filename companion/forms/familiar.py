"""Whether every word of a question is one its family is known by (`familiar.toml`). A word nobody accounted for may
make it another question: whose contract, which licence, on what condition."""

import re
import tomllib
from functools import cache
from pathlib import Path

import msgspec

from companion.forms.context import Context
from companion.forms.evidence import wordings
from companion.forms.meaning import Meaning
from companion.forms.places import country, country_names, demonyms, members
from companion.forms.understand.folding import UNSPACED, plain
from companion.forms.understand.subjects import countries
from companion.forms.understand.wording import asking
from companion.forms.words import fold

_EXAMPLES = re.compile(
    r"[(\[][^)\]]*\b(?:e\.?\s?g|i\.?\s?e|for example|such as|including|z\.?\s?b|par ex\w*|p\.?\s?ej)\b[^)\]]*[)\]]",
    re.IGNORECASE,
)
"""Examples in brackets explain the question and do not narrow it."""
_NUMBER = re.compile(r"[\d.,+%–-]*\d[\d.,+%]*(?:st|nd|rd|th|k|l|m|cr|lpa)?|[abc][12]")


_EMPLOYER = re.compile(r"\b(?:at|for|with|join|by)\s+([A-ZÀ-Þ][\w&.'’-]*(?:\s+[A-ZÀ-Þ][\w&.'’-]*)*)")
"""Who would employ: a right to work is the same under every name of theirs; else a name counts where we know none."""
_ANYWHERE = ("licence.", "notice.", "years.", "experience.", "education.")
"""Families whose facts say nothing of a country: a question that names one asks more."""


class Words:
    """The words of one family: whole ones, and beginnings."""

    def __init__(self, text: str) -> None:
        words = text.split()
        self.whole = frozenset(fold(word) for word in words if not word.endswith("*"))
        self.starts = tuple({fold(word[:-1]) for word in words if word.endswith("*")})

    def __contains__(self, word: str) -> bool:
        return word in self.whole or word.startswith(self.starts)


def strange(context: Context, meaning: Meaning) -> str:
    """The first word of the question that its family does not know and nothing else accounts for; "" where there is
    none, or where the family is not watched."""
    watched = _watched(meaning.key)
    if watched is None:
        return ""
    question = context.question(meaning)
    said = plain(_EXAMPLES.sub(" ", asking(question)))
    codes = {*_countries(context, meaning)} - {""}
    if meaning.key.startswith(_ANYWHERE) and (elsewhere := countries(question)):
        return elsewhere[0]
    named, peoples = _named(context, meaning)
    for word in said.split():
        known = word in watched or word in _common() or word in named or _settled(word)
        if not known and country(word) not in codes and not word.startswith(peoples):
            return word
    return ""


def _settled(word: str) -> bool:
    return bool(_NUMBER.fullmatch(word)) or len(word) == 1 or bool(UNSPACED.search(word))


def _named(context: Context, meaning: Meaning) -> tuple[frozenset[str], tuple[str, ...]]:
    """What the question names and the meaning holds: a country in all its names, a skill, a place, the employer; and
    what the country's people are called, which is inflected ("deutsche", "allemandes")."""
    texts = [
        meaning.key,
        meaning.subject,
        *wordings(meaning.subject),
        *(condition.subject for condition in meaning.joins),
    ]
    peoples: list[str] = []
    for each in _countries(context, meaning):
        texts += country_names(each)
        peoples += demonyms(each)
    if context.posting is None or meaning.key.startswith(("work.authorization", "sponsorship.")):
        texts += _EMPLOYER.findall(context.question(meaning))
    if context.posting:
        texts += [context.posting.company, context.posting.title, *(place.city for place in context.posting.places)]
    return frozenset(word for text in texts for word in fold(text).split()), tuple(peoples)


def _countries(context: Context, meaning: Meaning) -> tuple[str, ...]:
    """The countries that the question may name: the one its meaning is about, or those the person is a citizen of."""
    code = context.country(meaning.subject)
    held = context.profile.application.citizenships if meaning.key in {"citizenship", "nationality"} else ()
    return tuple(dict.fromkeys((code, *members(code), *(each.upper() for each in held))))


class _Family(msgspec.Struct):
    keys: tuple[str, ...]
    words: str


@cache
def _table() -> tuple[str, tuple[_Family, ...]]:
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return table.pop("common"), msgspec.convert(tuple(table.values()), tuple[_Family, ...])


@cache
def _common() -> Words:
    return Words(_table()[0])


@cache
def _watched(key: str) -> Words | None:
    for family in _table()[1]:
        if any(key.startswith(each) if each.endswith(".") else key == each for each in family.keys):
            return Words(family.words)
    return None
