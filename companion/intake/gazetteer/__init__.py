"""Countries, regions and cities known offline: names and codes in, ISO codes out.

Country names come from Unicode CLDR (babel) in a dozen languages; `regions.txt` and `cities.txt` are our own small
tables of the places that job ads name most. A city missing there is still read as a city; only its country stays
unknown unless the text says it.
"""

import re
import unicodedata
from functools import cache
from itertools import filterfalse
from pathlib import Path
from typing import NamedTuple, cast

from babel import Locale
from babel.core import get_global

_LANGUAGES = (
    "en",
    "de",
    "fr",
    "es",
    "pt",
    "it",
    "nl",
    "sv",
    "da",
    "nb",
    "fi",
    "pl",
    "cs",
    "tr",
    "ro",
    "hu",
    "ru",
    "uk",
    "ja",
    "zh",
    "ko",
    "hi",
)
_NOT_STATES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"})
_ALIASES = {
    "usa": "US", "u.s.": "US", "u.s.a.": "US", "us": "US", "united states of america": "US", "america": "US",
    "the united states": "US", "estados unidos de america": "US", "uk": "GB", "u.k.": "GB", "great britain": "GB",
    "gb": "GB", "britain": "GB", "the united kingdom": "GB", "england": "GB", "scotland": "GB", "wales": "GB",
    "northern ireland": "GB", "uae": "AE", "u.a.e.": "AE", "holland": "NL", "the netherlands": "NL", "korea": "KR",
    "republic of korea": "KR", "south korea": "KR", "russia": "RU", "russian federation": "RU", "czech republic": "CZ",
    "viet nam": "VN", "hong kong": "HK", "hong kong sar": "HK", "taiwan": "TW", "macau": "MO", "turkey": "TR",
    "republic of ireland": "IE", "ivory coast": "CI", "brasil": "BR", "deutschland": "DE", "espana": "ES",
    "mainland china": "CN", "people's republic of china": "CN", "ksa": "SA", "kingdom of saudi arabia": "SA",
    "burma": "MM", "palestine": "PS", "moldova": "MD", "bosnia": "BA", "macedonia": "MK", "the philippines": "PH",
    "iran": "IR", "syria": "SY", "laos": "LA", "tanzania": "TZ", "bolivia": "BO", "venezuela": "VE", "brunei": "BN",
    "cape verde": "CV", "swaziland": "SZ", "congo": "CG", "drc": "CD", "united states": "US",
}  # fmt: skip
_ISO3 = {
    "USA": "US", "GBR": "GB", "DEU": "DE", "FRA": "FR", "ESP": "ES", "ITA": "IT", "NLD": "NL", "BEL": "BE", "CHE": "CH",
    "AUT": "AT", "IRL": "IE", "PRT": "PT", "POL": "PL", "SWE": "SE", "NOR": "NO", "DNK": "DK", "FIN": "FI", "CAN": "CA",
    "MEX": "MX", "BRA": "BR", "ARG": "AR", "CHL": "CL", "COL": "CO", "IND": "IN", "CHN": "CN", "JPN": "JP", "KOR": "KR",
    "SGP": "SG", "MYS": "MY", "THA": "TH", "VNM": "VN", "PHL": "PH", "IDN": "ID", "AUS": "AU", "NZL": "NZ", "ZAF": "ZA",
    "ARE": "AE", "SAU": "SA", "ISR": "IL", "TUR": "TR", "ROU": "RO", "BGR": "BG", "CZE": "CZ", "HUN": "HU", "GRC": "GR",
    "UKR": "UA", "SRB": "RS", "HRV": "HR", "SVK": "SK", "SVN": "SI", "EST": "EE", "LVA": "LV", "LTU": "LT", "EGY": "EG",
    "NGA": "NG", "KEN": "KE", "PAK": "PK", "BGD": "BD", "LKA": "LK", "TWN": "TW", "HKG": "HK", "PER": "PE", "CRI": "CR",
}  # fmt: skip


class Region(NamedTuple):
    """A state or province: its name and country."""

    name: str
    country: str


def fold(text: str) -> str:
    """Lower case, without accents, inner spaces single: the key of every table here."""
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("ø", "o").replace("Ø", "O").replace("ł", "l"))
    return " ".join(_MAY_COMBINE.sub(_base_letters, plain).lower().split())


_MAY_COMBINE = re.compile("[^\x00-\u02ff]+")
"""Most text has none of these runs, and whoever looks at each letter of a long text takes his time."""


def _base_letters(run: re.Match[str]) -> str:
    return "".join(filterfalse(unicodedata.combining, run.group()))


@cache
def _territories(language: str) -> dict[str, str]:
    """ISO code → name of a language, of countries only."""
    table = cast("dict[str, str]", dict(Locale(language).territories))
    return {code: name for code, name in table.items() if len(code) == 2 and code.isalpha() and code not in _NOT_STATES}


@cache
def _countries() -> dict[str, str]:
    found: dict[str, str] = {}
    for language in _LANGUAGES:
        for code, name in _territories(language).items():
            found.setdefault(fold(name), code)
    return found | _ALIASES


def country(text: str) -> str:
    """ISO 3166-1 alpha-2 of a country's name, common alias, or ISO code in upper case; empty where it is none."""
    text = text.strip(" .,()")
    if len(text) == 2 and text.isupper():
        return "GB" if text == "UK" else text if text in _territories("en") else ""
    if len(text) == 3 and text.isupper() and text in _ISO3:
        return _ISO3[text]
    return _countries().get(fold(text), "")


def country_name(code: str) -> str:
    """The English name of an ISO 3166-1 alpha-2 code."""
    return _territories("en").get(code, code)


def _rows(name: str) -> list[list[str]]:
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [line.split("|") for line in lines if line and not line.startswith("#")]


@cache
def _regions() -> tuple[dict[str, Region], dict[tuple[str, str], Region]]:
    names: dict[str, Region] = {}
    codes: dict[tuple[str, str], Region] = {}
    for nation, entries in _rows("regions.txt"):
        for entry in entries.split(","):
            name, _, code = entry.strip().partition("=")
            region = Region(name, nation)
            names.setdefault(fold(name), region)
            if code:
                codes[nation, code] = region
    return names, codes


def region(text: str, nation: str = "") -> Region | None:
    """The state or province `text` names, or abbreviates where `nation` is given (else US, Canada, Australia)."""
    text = text.strip(" .()")
    names, codes = _regions()
    short = fold(text.replace(".", "")).upper()
    if 2 <= len(short) <= (5 if nation else 3) and (nation or text.isupper()):
        for candidate in (nation,) if nation else ("US", "CA", "AU"):
            if (candidate, short) in codes:
                return codes[candidate, short]
    found = names.get(fold(text))
    return found if found is None or not nation or found.country == nation else None


_HAN = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_TOWN = re.compile(r"[^\s、,都道府県]{2,4}[都道府県]([^\s、,]{1,6}?)(?:市|区|町|村)")


@cache
def _native() -> tuple[dict[str, str], re.Pattern[str]]:
    pairs = (entry.partition("=") for _, entries in _rows("native.txt") for entry in entries.split(","))
    names = {native.strip(): name.strip() for native, _, name in pairs}
    known = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    # Scripts without spaces write the larger before the smaller: the last of a run is the town.
    return names, re.compile(rf"(?:[{_HAN}]*?({known})(?:[都府県市区省시도구]|특별시|광역시)?)+")


def romanised(text: str) -> str:
    """`text` with the towns it names in their own script named as the other tables do; Latin text as it is."""
    if text.isascii() or not _OTHER_SCRIPT.search(text):
        return text
    names, known = _native()
    text = text.translate(_WIDE)
    found = known.sub(lambda match: names[match[1]] + " ", text)
    return re.sub(r"\s+(?=[,;)]|$)", "", found) if found != text else _TOWN.sub(r"\1, Japan", text)


_WIDE = str.maketrans("（），；／", "(),;/")
_OTHER_SCRIPT = re.compile(rf"[{_HAN}\u0370-\u03ff\u0400-\u04ff\u0590-\u06ff\u0900-\u097f\u0e00-\u0e7f]")


@cache
def _cities() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for nation, entries in _rows("cities.txt"):
        for entry in entries.split(","):
            name, _, area = entry.strip().partition("=")
            found.setdefault(fold(name), (nation, area))
    zones = cast("dict[str, str]", get_global("zone_territories"))
    for zone, nation in zones.items():
        found.setdefault(fold(zone.rsplit("/", 1)[-1].replace("_", " ")), (nation, ""))
    return found


def city_country(name: str) -> str:
    """The country of the best-known city of that name; empty where the table does not hold it."""
    return _cities().get(fold(re.sub(r"\bSt\b\.?", "Saint", name)), _cities().get(fold(name), ("", "")))[0]


def is_city(name: str) -> bool:
    """Whether the table holds a city of that name."""
    return fold(name) in _cities()
