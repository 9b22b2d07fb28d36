"""The words behind a fact's path, for hovering over a line or a value that rests on it."""

from companion.model.facts import facts
from companion.model.profile import Profile

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
    "application": "Application facts",
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
        parts.append(" ".join(rest))
    return " › ".join(parts)


def _name(entry: object) -> str:
    for name in ("name", "organization", "institution", "title", "language"):
        if isinstance(value := getattr(entry, name, None), str) and value:
            return value
    return ""
