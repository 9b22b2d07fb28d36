"""The words behind a fact's path, for hovering over a line or a value that rests on it."""

import re

from companion.model.facts import facts
from companion.model.profile import Profile

_HUMP = re.compile(r"(?<=[a-z])([A-Z])")
_SECTIONS = {
    "basics": "About you",
    "work": "Work",
    "education": "Education",
    "projects": "Projects",
    "skills": "Skills",
    "certificates": "Certificates",
    "languages": "Languages",
    "volunteer": "Volunteering",
    "publications": "Publications",
    "awards": "Awards",
    "interests": "Interests",
    "references": "References",
    "application": "Facts forms ask",
    "preferences": "What you look for",
    "personas": "Personas",
    "resume": "Resume",
    "default": "Our default",
}


def fact_texts(profile: Profile | None) -> dict[str, str]:
    """Path → "Profile › Work › Acme › highlight 3: the words", for every fact."""
    if profile is None:
        return {}
    return {path: f"{where(path, profile)}: {fact.text}" for path, fact in facts(profile).items()}


def where(path: str, profile: Profile) -> str:
    """Where a fact stands, in words: `work/0/highlights/2` → "Profile › Work › Acme › highlight 3"."""
    section, *rest = path.split("/")
    parts = ["Profile", _SECTIONS.get(section, section)]
    if rest and rest[0].isdecimal():
        entries = getattr(profile, section, ())
        entry = entries[int(rest[0])] if int(rest[0]) < len(entries) else None
        parts.append(_name(entry) or f"entry {int(rest[0]) + 1}")
        rest = rest[1:]
    if len(rest) == 2 and rest[1].isdecimal():
        parts.append(f"{rest[0].rstrip('s')} {int(rest[1]) + 1}")
    elif rest:
        parts.append(" ".join(map(_plain, rest)))
    return " › ".join(parts)


def spoken(path: str) -> str:
    """A fact's path in words, without the profile at hand: `work/0/highlights/2` → "Work 1 › highlight 3"."""
    section, *rest = path.split("/")
    if section == "answer":
        return "an answer you gave"
    said = [_SECTIONS.get(section, section)]
    for part in rest:
        if part.isdecimal():
            said[-1] = f"{said[-1].rstrip('s') if len(said) > 1 else said[-1]} {int(part) + 1}"
        else:
            said.append(_plain(part))
    return " › ".join(said)


def _plain(part: str) -> str:
    """`givenName` and `given_name` → "given name"; a country's two letters stay."""
    if part.isupper():
        return part
    return _HUMP.sub(r" \1", part).replace("_", " ").replace(".", " ").lower()


def _name(entry: object) -> str:
    for name in ("name", "organization", "institution", "title", "language"):
        if isinstance(value := getattr(entry, name, None), str) and value:
            return value
    return ""
