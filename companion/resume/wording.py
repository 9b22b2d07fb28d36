"""How a resume writes dates, places and headings: one way, in the resume's language."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import cast

from babel import Locale
from babel.dates import format_skeleton

from companion.intake.language import find_language
from companion.model.profile import Location
from companion.resume.labels import LABELS, Labels

_LEAST = 5
"""Common words that tell the language of a resume: its lines are terse."""


def labels(language: str) -> Labels:
    """The fixed words of a language; English ones where we have none in it."""
    return LABELS.get(language, LABELS["en"])


def heading(kind: str, language: str) -> str:
    """The standard heading of a section."""
    return labels(language).headings[kind]


def labelled(label: str, text: str, language: str) -> str:
    """`Label: text`, with the space that French has before its colon; `text` alone without a label."""
    colon = "\u00a0:" if language == "fr" else ":"
    return f"{label}{colon} {text}" if label else text


def month(when: str, language: str) -> str:
    """`2021-04` → `Apr 2021`, as the language writes it; a year alone stays a year; a day is left out."""
    year, _, rest = when.partition("-")
    if not rest:
        return year
    return format_skeleton("yMMM", date(int(year), int(rest[:2]), 1), locale=language if language in LABELS else "en")


def span(start: str, end: str, language: str) -> str:
    """The dates of an entry. A start without an end runs until today; an end without a start stands alone."""
    if start and end:
        first, last = month(start, language), month(end, language)
        return first if first == last else f"{first} – {last}"
    if start:
        return f"{month(start, language)} – {labels(language).present}"
    return month(end, language) if end else ""


def place(location: Location, language: str = "en") -> str:
    """City and region, or country by its name: "Berlin, DE" would read as Delaware."""
    names = cast("Mapping[str, str]", Locale(language if language in LABELS else "en").territories)
    country = names.get(location.country_code.upper(), location.country_code)
    return ", ".join(part for part in (location.city, location.region or country) if part)


def language_of(text: str) -> str:
    """ISO 639-1 of `text`; `en` where it is too short to tell, or in a language that no resume is set in."""
    found = find_language(text, least=_LEAST)
    return found if found in LABELS else "en"


def file_name(name: str, company: str = "", kind: str = "Resume") -> str:
    """`Mara-Lindqvist-Resume-Example.pdf`: how people name the file, safe on every system."""
    parts = [part for part in (name, kind, company) if part]
    plain = "-".join(re.sub(r"[^\w]+", "-", unicodedata.normalize("NFC", part)).strip("-") for part in parts)
    return f"{plain[:100].strip('-') or kind}.pdf"
