"""How a resume writes dates, places and headings: one way, in the resume's language."""

from collections.abc import Mapping
from typing import cast

from babel import Locale
from babel.dates import get_month_names

from companion.model.profile import Location

_PRESENT = {"en": "Present", "de": "heute", "fr": "aujourd’hui", "es": "actualidad", "it": "oggi", "nl": "heden"}
_HEADINGS: dict[str, dict[str, str]] = {
    "en": {
        "summary": "Summary",
        "work": "Experience",
        "volunteer": "Volunteer Experience",
        "education": "Education",
        "projects": "Projects",
        "skills": "Skills",
        "certificates": "Certifications",
        "languages": "Languages",
        "publications": "Publications",
        "awards": "Awards",
        "interests": "Interests",
    },
    "de": {
        "summary": "Profil",
        "work": "Berufserfahrung",
        "volunteer": "Ehrenamt",
        "education": "Ausbildung",
        "projects": "Projekte",
        "skills": "Kenntnisse",
        "certificates": "Zertifikate",
        "languages": "Sprachen",
        "publications": "Veröffentlichungen",
        "awards": "Auszeichnungen",
        "interests": "Interessen",
    },
    "fr": {
        "summary": "Profil",
        "work": "Expérience professionnelle",
        "volunteer": "Bénévolat",
        "education": "Formation",
        "projects": "Projets",
        "skills": "Compétences",
        "certificates": "Certifications",
        "languages": "Langues",
        "publications": "Publications",
        "awards": "Distinctions",
        "interests": "Centres d’intérêt",
    },
    "es": {
        "summary": "Perfil",
        "work": "Experiencia laboral",
        "volunteer": "Voluntariado",
        "education": "Formación",
        "projects": "Proyectos",
        "skills": "Competencias",
        "certificates": "Certificaciones",
        "languages": "Idiomas",
        "publications": "Publicaciones",
        "awards": "Premios",
        "interests": "Intereses",
    },
}


def heading(kind: str, language: str) -> str:
    """The standard heading of a section; English where we have none in that language."""
    return _HEADINGS.get(language, _HEADINGS["en"])[kind]


def month(date: str, language: str) -> str:
    """`2021-04` → `Apr 2021`; a year alone stays a year; a day is left out."""
    year, _, rest = date.partition("-")
    if not rest:
        return year
    locale = language if language in _PRESENT else "en"
    name: str = get_month_names("abbreviated", context="format", locale=locale)[int(rest[:2])]
    return f"{name} {year}"


def span(start: str, end: str, language: str) -> str:
    """The dates of an entry. A start without an end runs until today; an end without a start stands alone."""
    if start and end:
        first, last = month(start, language), month(end, language)
        return first if first == last else f"{first} – {last}"
    if start:
        return f"{month(start, language)} – {_PRESENT.get(language, _PRESENT['en'])}"
    return month(end, language) if end else ""


def place(location: Location) -> str:
    """City and region, or country by its name: "Berlin, DE" would read as Delaware."""
    names = cast("Mapping[str, str]", Locale("en").territories)
    country = names.get(location.country_code.upper(), location.country_code)
    return ", ".join(part for part in (location.city, location.region or country) if part)


_COMMON: dict[str, frozenset[str]] = {
    "en": frozenset(
        ["the", "and", "of", "to", "in", "for", "with", "a", "by", "on", "from", "as", "an", "that", "at", "into"]
    ),
    "de": frozenset(
        [
            "und",
            "der",
            "die",
            "das",
            "mit",
            "für",
            "von",
            "zur",
            "zum",
            "im",
            "bei",
            "den",
            "des",
            "auf",
            "eine",
            "als",
            "durch",
        ]
    ),
    "fr": frozenset(
        ["et", "de", "la", "le", "les", "des", "du", "en", "pour", "dans", "une", "avec", "au", "aux", "sur", "par"]
    ),
    "es": frozenset(
        ["y", "de", "la", "el", "los", "las", "del", "en", "para", "con", "una", "por", "al", "como", "se"]
    ),
    "it": frozenset(
        ["e", "di", "il", "la", "le", "dei", "del", "per", "con", "una", "della", "nel", "alla", "gli", "che"]
    ),
    "nl": frozenset(["en", "de", "het", "van", "een", "voor", "met", "op", "te", "in", "aan", "bij", "naar", "door"]),
    "pt": frozenset(["e", "de", "da", "do", "dos", "das", "em", "para", "com", "uma", "por", "no", "na", "os", "ao"]),
}


def language_of(text: str) -> str:
    """ISO 639-1 of `text` by its commonest words; `en` where it is too short to tell."""
    words = text.casefold().split()
    counts = {language: sum(word in common for word in words) for language, common in _COMMON.items()}
    best = max(counts, key=lambda language: (counts[language], language == "en"))
    return best if counts[best] >= 5 and counts[best] > counts["en"] else "en"
