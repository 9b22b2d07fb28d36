"""Countries by name in six languages, code (alpha-2, alpha-3) and calling code; regions by name and code.

Names are CLDR's, through Babel; what CLDR lacks is in `places.txt`. "US" is a country only as a whole wording.
"""

import re
from functools import cache
from pathlib import Path

from babel import Locale
from babel.core import get_global

from companion.forms.words import fold

LANGUAGES = ("en", "de", "fr", "es", "pt", "hi")
_CALLING = re.compile(r"\(?\+\s?(\d[\d -]{0,5})\)?")


@cache
def _table() -> dict[str, list[list[str]]]:
    rows: dict[str, list[list[str]]] = {}
    for line in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, first, rest = line.split(" ", 2)
            rows.setdefault(kind, []).append([first, rest])
    return rows


@cache
def _territories(language: str) -> dict[str, str]:
    names: dict[str, str] = dict(Locale.parse(language).territories)
    return {
        code: name for code, name in names.items() if len(code) == 2 and code.isalpha() and code not in {"EU", "UN"}
    }


@cache
def _by_name() -> dict[str, str]:
    known: dict[str, str] = {}
    for language in LANGUAGES:
        for code, name in _territories(language).items():
            known.setdefault(fold(name), code)
    for code, names in _table()["name"]:
        known.update((name, code) for name in names.split("|"))
    for alias, codes in get_global("territory_aliases").items():
        if len(alias) == 3 and alias.isalpha() and len(codes) == 1:
            known.setdefault(alias.lower(), codes[0])
    for code in _territories("en"):
        known.setdefault(code.lower(), code)
    return known


def country(text: str) -> str:
    """The alpha-2 code that `text` (a name, code, or name with calling code) is, else ""."""
    folded = fold(re.sub(_CALLING, " ", text))
    folded = re.sub(r"\s*\b\d+$", "", folded)
    known = _by_name()
    if folded in known:
        return known[folded]
    first, _, last = folded.partition(" ")
    if len(first) == 2 and last and known.get(last) == first.upper():
        return first.upper()
    first, _, last = folded.rpartition(" ")
    if len(last) in {2, 3} and first and known.get(first) and known.get(first) == known.get(last):
        return known[first]
    before, comma, after = text.partition(",")
    if comma:
        return known.get(fold(f"{after} {before}"), "")
    halves = [fold(half) for half in re.split(r"[(/|–)]| - ", text)]
    codes = {known.get(half, "?") for half in halves if half not in {"", "the"}}
    return codes.pop() if len(codes) == 1 and "?" not in codes else ""


def country_names(code: str, language: str = "en") -> tuple[str, ...]:
    """Names of the country with alpha-2 `code`, that in `language` first."""
    ordered = (language[:2], *LANGUAGES) if language[:2] in LANGUAGES else LANGUAGES
    names = [_territories(each).get(code, "") for each in ordered]
    return tuple(dict.fromkeys(name for name in names if name))


@cache
def demonyms(code: str) -> frozenset[str]:
    """What people of a country are called, folded, in the languages of the table; empty where it has none."""
    return next((frozenset(names.split("|")) for owner, names in _table()["people"] if owner == code), frozenset[str]())


@cache
def country_of_people(word: str) -> str:
    """The country whose people are called `word` (folded); "" where none is."""
    return next((code for code, names in _table()["people"] if word in names.split("|")), "")


def members(group: str) -> frozenset[str]:
    """The countries of `EU` or `EEA`; empty for anything else."""
    return next((frozenset(codes.split()) for name, codes in _table()["group"] if name == group), frozenset[str]())


@cache
def _dial() -> dict[str, tuple[str, ...]]:
    return {code: tuple(countries.split()) for code, countries in _table()["dial"]}


@cache
def calling_code(code: str) -> str:
    """The calling code of a country, digits without `+`; "" where unknown."""
    return next((dial for dial, countries in _dial().items() if code in countries), "")


def split_calling_code(number: str) -> tuple[str, str]:
    """`+91 98765 43210` → (`91`, `98765 43210`); without a leading + or 00 the code is ""."""
    bare = re.sub(r"^\s*00(?=[1-9])", "+", number.strip())
    if not bare.startswith("+"):
        return "", number.strip()
    digits = re.sub(r"\D", "", bare)
    code = next((digits[:size] for size in (3, 2, 1) if digits[:size] in _dial()), "")
    if not code:
        return "", number.strip()
    end = next(match.end() for count, match in enumerate(re.finditer(r"\d", bare), 1) if count == len(code))
    return code, re.sub(r"^\)?[\s.\-/]*(\(0\)\s*)?", "", bare[end:])


def option_calling_code(label: str) -> str:
    """The calling code an option names, as `+91`, `India (+91)` or `IN 91`; "" where it names none."""
    found = _CALLING.search(re.sub(r"^\s*00(?=[1-9])", "+", label))
    if found:
        return re.sub(r"\D", "", found[1])
    bare = re.fullmatch(r"\D*?(\d{1,4})\s*\)?", label.strip())
    return bare[1] if bare and bare[1].lstrip("0") in _dial() else ""


def countries_calling(dial: str) -> tuple[str, ...]:
    """The countries reached by a calling code, the principal one first."""
    return _dial().get(dial, ())


@cache
def _regions(code: str) -> dict[str, str]:
    known: dict[str, str] = {}
    for owner, entries in _table()["region"]:
        if owner == code:
            for entry in entries.split("|"):
                short, _, name = entry.partition("=")
                known[fold(name)] = short
                known[short.lower()] = short
    return known


def is_region(code: str, country_code: str) -> bool:
    """Whether `code` ("MH") is one of the country's regions; True where we know none of them."""
    known = _regions(country_code)
    return not known or code.lower() in known


def names_region(name: str, country_code: str) -> bool:
    """Whether `name` is the full name of one of the country's regions that we know."""
    return len(name) > len(country_code) + 1 and fold(name) in _regions(country_code)


def region_wordings(name: str, country_code: str) -> tuple[str, ...]:
    """All wordings of one region: as given, its code and its name, where the table has it."""
    known = _regions(country_code)
    short = known.get(fold(name))
    if not short:
        return (name,) if name else ()
    full = next(
        entry.partition("=")[2]
        for owner, entries in _table()["region"]
        if owner == country_code
        for entry in entries.split("|")
        if entry.startswith(f"{short}=")
    )
    return tuple(dict.fromkeys((name, full, short, f"{country_code}-{short}")))
