"""What German, French and Spanish are to the gate: de.txt, fr.txt and es.txt read once; which of them a line is in.

The sections of the tables: [function] words that carry no claim; [neutral] that add none; [light] that say no more than
that something was done; [same] a line of words for one thing; [wider] words < those they truthfully stand for; [levels]
a level and the words for it, [knowing] what has levels; [strong] claim much; [forms] a base form and irregular ones of
it; [apart] what only an umlaut tells apart; [numbers], [ordinals]; [phrases] a pattern = what is read in its place;
[rates] how often; [from] [to] [others] prepositions; [mine] possessives, [business] what one may own, [persons] who
does it, [things] what only ends as they do, [complete] having finished, [calendar] when, [since] going on, [handy]
deeds by hand, [give] [take] what is done with a course; the rest are marks of a weaker claim. A `*` stands for any
letters, a `_` for a space.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.resources import files
from typing import cast

import msgspec
from babel import Locale

from companion.resume.ground.thesaurus import Sense, sense
from companion.resume.ground.tokens import canonical, sections

LANGUAGES = ("de", "fr", "es")
MARKS = ("assist", "joint", "deputy", "trial", "partial", "under", "learner", "unfinished", "negation")
_ALSO_ENGLISH = frozenset("and for of as on or her he was".split())
_EVERYWHERE = _ALSO_ENGLISH | frozenset("a am an in me per so via sang half band stand arm".split())
"""Function words of English and of another language."""
LANGUAGE_NAMES = {
    code: frozenset(name.casefold() for name in cast("Mapping[str, str]", Locale(code).languages).values())
    for code in ("en", *LANGUAGES)
}
_SURE = 2
"""By how many words a line has to be in a language, before the rest of the profile is asked."""
_LETTERS_OF = {
    "de": re.compile("[äöüß]"),
    "fr": re.compile("[èêçàùœ]|ées?$|té$|^é"),
    "es": re.compile("[ñáíóú]|[jlnrdbi]é$"),
}
_LETTERS = re.compile(r"[^\W\d_]+")


class Tongue(msgspec.Struct, frozen=True):
    """The tables of one language, with words folded."""

    code: str
    function: frozenset[str]
    neutral: Sequence[str]
    light: Sequence[str]
    same: Sequence[Sequence[str]]
    wider: Mapping[str, Sequence[str]]
    """A word → those for which it may stand."""
    strong: Sequence[str]
    forms: Mapping[str, str]
    """Irregular form → base form."""
    apart: frozenset[str]
    marks: Mapping[str, re.Pattern[str]]
    levels: Mapping[str, re.Pattern[str]]
    knowing: re.Pattern[str]
    """Words for knowing something, which has levels."""
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    phrases: Sequence[tuple[re.Pattern[str], str]]
    units: Mapping[str, str]
    """A unit of time → its name."""
    called: Mapping[str, re.Pattern[str]]
    """A unit of time → all that it is called."""
    often: Mapping[str, re.Pattern[str]]
    """A unit of time → words that say once in it."""
    per: Sequence[str]
    months: Mapping[str, int]
    weekdays: Sequence[str]
    sources: frozenset[str]
    goals: frozenset[str]
    others: frozenset[str]
    mine: frozenset[str]
    business: Sequence[str]
    persons: frozenset[str]
    complete: Sequence[str]
    calendar: Sequence[str]
    things: frozenset[str]
    handy: Sequence[str]
    give: Sequence[str]
    take: Sequence[str]
    since: Sequence[str]
    """What says that something goes on, first the word that says since when."""


@functools.cache
def tongue(code: str) -> Tongue:
    """The tables of `code`, one of LANGUAGES."""
    held = _sections(code)
    split = {name: [line.split() for line in lines] for name, lines in held.items()}
    flat = {name: [word.replace("_", " ") for line in lines for word in line] for name, lines in split.items()}
    rates = {line[0]: line[1:] for line in split["rates"]}
    return Tongue(
        code=code,
        function=frozenset(flat["function"]),
        neutral=flat["neutral"],
        light=flat["light"],
        same=split["same"],
        wider=_wider(held["wider"]),
        strong=flat["strong"],
        forms={form: line[0] for line in split["forms"] for form in line},
        apart=frozenset(flat.get("apart", ())),
        marks={mark: pattern(flat[mark]) for mark in MARKS},
        levels={line[0]: pattern(line[1:]) for line in split["levels"]},
        knowing=pattern(flat["knowing"]),
        numbers=_values(flat["numbers"]),
        ordinals=_values(flat["ordinals"]),
        phrases=[
            (re.compile(rf"\b(?:{said.strip()})(?:(?<=')|(?!\w))", re.IGNORECASE), read.strip())
            for said, _, read in (line.rpartition("=") for line in held["phrases"])
        ],
        units={unit: words[0] for unit, words in rates.items() if unit != "per"},
        called={
            unit: pattern(f"{word}*" if len(word) > 3 else word for word in words if "*" not in word)
            for unit, words in rates.items()
            if unit != "per"
        },
        often={unit: pattern(word for word in words if "*" in word) for unit, words in rates.items() if unit != "per"},
        per=[word.replace("_", " ") for word in rates["per"]],
        months=_months(code),
        weekdays=[str(name).casefold() for name in Locale(code).days["format"]["wide"].values()],
        sources=frozenset(flat["from"]),
        goals=frozenset(flat["to"]),
        others=frozenset(flat["others"]),
        mine=frozenset(flat["mine"]),
        business=flat["business"],
        persons=frozenset(flat["persons"]),
        complete=flat["complete"],
        calendar=flat["calendar"],
        things=frozenset(flat["things"]),
        since=flat["since"],
        handy=flat["handy"],
        give=flat["give"],
        take=flat["take"],
    )


def _values(words: Sequence[str]) -> dict[str, int]:
    return {word: int(value) for word, value in zip(words[::2], words[1::2], strict=True)}


def pattern(words: Iterable[str]) -> re.Pattern[str]:
    """What matches any of `words` whole: a beginning where it ends with `*`, an ending where it begins with it."""
    parts = [re.escape(word).replace(r"\*", r"\w*") for word in words]
    return re.compile("|".join(parts) or r"(?!)")


def spoken(line: str, prose: Callable[[], str]) -> str:
    """The language of LANGUAGES that `line` is written in, told by its commonest words, and by the rest of the
    profile's `prose` where it has few of them; empty where it is in English or in none of these.
    """
    counts = _counts(line)
    own = _best(counts)
    if own and counts[own] >= counts["en"] + _SURE:
        return own
    if counts["en"] > (counts[own] if own else 0):
        return ""
    around = _counts(prose())
    if found := _best(around):
        return found
    return own if counts["en"] == around["en"] == 0 else ""


def _best(counts: Mapping[str, int]) -> str:
    best, second = sorted(("en", *LANGUAGES), key=lambda code: -counts[code])[:2]
    return best if best != "en" and counts[best] > counts[second] else ""


@functools.lru_cache(maxsize=64)
def _counts(text: str) -> Mapping[str, int]:
    words = _LETTERS.findall(text.casefold())
    out = {
        code: sum(word in _telling(code) or bool(letters.search(word)) for word in words)
        for code, letters in _LETTERS_OF.items()
    }
    return {**out, "en": sum(word in _english() for word in words)}


@functools.cache
def _english() -> frozenset[str]:
    """Function words of English that are none elsewhere, and its names of languages."""
    words = {word for line in sections()["function"] for word in line.split()} | LANGUAGE_NAMES["en"]
    elsewhere = (tongue(code).function | LANGUAGE_NAMES[code] for code in LANGUAGES)
    return frozenset(words).difference(*elsewhere) | _ALSO_ENGLISH


@functools.cache
def _telling(code: str) -> frozenset[str]:
    """Words that tell a language: those of its tables that are none in English."""
    held = tongue(code)
    names = {*held.function, *held.neutral, *held.light, *(word for line in held.same for word in line), *held.forms}
    names |= {*held.numbers, *held.months}
    names |= LANGUAGE_NAMES[code]
    return frozenset(word.casefold() for word in names if len(word) > 1 and not _is_english(word)) - _EVERYWHERE


def _is_english(word: str) -> bool:
    key = canonical(word)
    heads = {canonical(line.split()[0]) for line in sections()["abroad"]}
    return word in LANGUAGE_NAMES["en"] or (
        sense(key) != Sense() and (key not in heads or (word.isascii() and key in word))
    )


def _wider(lines: Iterable[str]) -> dict[str, list[str]]:
    out: defaultdict[str, list[str]] = defaultdict(list)
    for line in lines:
        wide, _, narrow = line.partition("<")
        for word in wide.split():
            out[word] += narrow.split()
    return dict(out)


def _months(code: str) -> dict[str, int]:
    names = Locale(code).months["format"]
    wide = {str(name).casefold(): number for number, name in names["wide"].items()}
    return {str(name).casefold().rstrip("."): number for number, name in names["abbreviated"].items()} | wide


def _sections(code: str) -> dict[str, list[str]]:
    out: defaultdict[str, list[str]] = defaultdict(list)
    section = ""
    for raw in files("companion.resume.ground.abroad").joinpath(f"{code}.txt").read_text(encoding="utf-8").splitlines():
        line = raw.strip()
        if line.startswith("[") and line.endswith("]"):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            out[section].append(line if section == "phrases" else line.casefold())
    return out
