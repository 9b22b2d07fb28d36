"""Whether every word of a question is one its family is known by (`familiar.toml`, or the phrases it is called by). A
word nobody accounted for may make it another question: whose contract, which licence, on what condition."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

from companion.forms.context import Context
from companion.forms.evidence import wordings
from companion.forms.meaning import BY_MODEL, BY_PERSON, Meaning
from companion.forms.places import country, country_names, demonyms, members
from companion.forms.understand.folding import UNSPACED, plain
from companion.forms.understand.phrases import FILLER, called
from companion.forms.understand.subjects import countries
from companion.forms.understand.wording import asking, without_format
from companion.forms.value import Value
from companion.forms.vocabulary import term
from companion.forms.words import fold, word_set
from companion.model.form import Answer

_EXAMPLES = re.compile(
    r"[(\[][^)\]]*\b(?:e\.?\s?g|i\.?\s?e|for example|such as|including|z\.?\s?b|par ex\w*|p\.?\s?ej)\b[^)\]]*[)\]]",
    re.IGNORECASE,
)
"""Examples in brackets explain the question and do not narrow it."""
_NUMBER = re.compile(r"[\d.,+%–-]*\d[\d.,+%]*(?:st|nd|rd|th|k|l|m|cr|lpa)?|[abc][12]")


_EMPLOYER = re.compile(r"\b(?:at|for|with|join|by|require|need)\s+([A-ZÀ-Þ][\w&.'’-]*(?:\s+[A-ZÀ-Þ][\w&.'’-]*)*)")
"""Who would employ: a right to work is the same under every name of theirs; else a name counts where we know none."""
_ANYWHERE = ("licence.", "notice.", "years.", "experience.", "education.")
"""Families whose facts say nothing of a country: a question that names one asks more."""


_GIVEN = ("consent.", "attest.", "documents.", "attention", "signature.", "account.", "custom", "phone.country")
"""What is agreed to by its very text, attached, worked out, or a list of dial codes whatever it is called."""
_SETTLED = frozenset({"autocomplete", BY_PERSON})
"""Rules by which the page or the person has said what the field is."""
_SPOKEN = word_set("en de fr es pt hi ja")
"""Languages whose small words are in the table; a label of another one is taken as its phrase has it."""
_NAMED = re.compile(r"^(?:label|aria-label|title|placeholder|attribute|name):([^,›]*)")


class Words:
    """The words of one family: whole ones, and beginnings."""

    def __init__(self, text: str, *, figures: bool = True) -> None:
        words = text.split()
        self.whole = frozenset(fold(word) for word in words if not word.endswith("*"))
        self.starts = tuple({fold(word[:-1]) for word in words if word.endswith("*")})
        self.figures = figures

    def __contains__(self, word: str) -> bool:
        return word in self.whole or word.startswith(self.starts)


def strange(context: Context, meaning: Meaning, value: Value) -> str:
    """The first word of the question that its family does not know and nothing else accounts for; "" where there is
    none, or where the value is given to the wording itself."""
    if meaning.key.startswith(_GIVEN) or value.kind == "decline" or meaning.rule.partition(",")[0] in _SETTLED:
        return ""
    if not _by_question(meaning) and (meaning.rule == BY_MODEL or context.language not in _SPOKEN):
        return ""
    return next(_unexplained(context, meaning, context.question(meaning), _told(context, value)), "")


def narrows(context: Context, meaning: Meaning, answer: Answer) -> bool:
    """Whether the question that `answer` was given to says what `meaning`'s does not: "yes" to a trip a year is no yes
    to travel."""
    asked = plain(context.question(meaning)).split()
    employer = " ".join((answer.company, *_EMPLOYER.findall(answer.question)))
    known = frozenset((*asked, *plain(employer).split()))
    return bool(next(_unexplained(context, meaning, answer.question, known), ""))


def _by_question(meaning: Meaning) -> bool:
    return meaning.rule.startswith("question:")


def _unexplained(context: Context, meaning: Meaning, question: str, told: frozenset[str]) -> Iterator[str]:
    """The words of `question` that neither the family nor what the meaning holds nor `told` accounts for."""
    watched = _watched(meaning.key)
    names = frozenset[str]() if _by_question(meaning) and watched.whole else _called(meaning)
    if meaning.key.startswith(_ANYWHERE):
        yield from countries(question)
    codes = {*_countries(context, meaning)} - {""}
    named, peoples = _named(context, meaning)
    known = named | names | told
    counts = meaning.shape == "yes_no" and not watched.figures
    for word in plain(_EXAMPLES.sub(" ", asking(without_format(question)))).split():
        explained = word in watched or word in _common() or word in known or _settled(word, counts=counts)
        if not explained and country(word) not in codes and not word.startswith(peoples):
            yield word


def _called(meaning: Meaning) -> frozenset[str]:
    """What a standard field is called, and what calling it so leaves unchanged."""
    named = _NAMED.search(meaning.rule)
    entry = called(f"entry.{meaning.key.partition('.')[2]}") if term(meaning.key).repeats else frozenset[str]()
    return called(meaning.key) | entry | FILLER | frozenset(named[1].split("-") if named else ())


def _told(context: Context, value: Value) -> frozenset[str]:
    """The words of the question that the value was once the answer to."""
    answers = (each.question for each in context.answers if f"answer/{each.id}" == value.fact)
    return frozenset(plain(next(answers, "")).split())


def _settled(word: str, *, counts: bool) -> bool:
    if _NUMBER.fullmatch(word):
        return not counts
    return len(word) == 1 or bool(UNSPACED.search(word))


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
    figures: bool = True


@cache
def _table() -> tuple[str, tuple[_Family, ...]]:
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return table.pop("common"), msgspec.convert(tuple(table.values()), tuple[_Family, ...])


@cache
def _common() -> Words:
    return Words(_table()[0])


@cache
def _watched(key: str) -> Words:
    """The words of the key's family in the table; none where it has no family."""
    for family in _table()[1]:
        if any(key.startswith(each) if each.endswith(".") else key == each for each in family.keys):
            return Words(family.words, figures=family.figures)
    return Words("")
