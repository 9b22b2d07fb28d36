"""Lines of an import that found no place go where the person says: into a section, to an entry, or out."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from companion.errors import BadInput
from companion.model.profile import Basics, Link, Profile, Reference, Volunteer, Work
from companion.resume.reading.education import read_education
from companion.resume.reading.languages import read_languages
from companion.resume.reading.lines import TextLine, unbulleted
from companion.resume.reading.links import URL
from companion.resume.reading.lists import read_interests, read_skills
from companion.resume.reading.merits import read_awards, read_certificates, read_publications
from companion.resume.reading.projects import read_projects

_READ: dict[str, Callable[[Sequence[TextLine]], Sequence[msgspec.Struct]]] = {
    "work": lambda lines: [Work(position=lines[0].text[:500])],
    "education": read_education,
    "projects": read_projects,
    "skills": read_skills,
    "languages": read_languages,
    "certificates": read_certificates,
    "volunteer": lambda lines: [Volunteer(position=lines[0].text[:500])],
    "publications": read_publications,
    "awards": read_awards,
    "interests": read_interests,
    "references": lambda lines: [Reference(reference=lines[0].text)],
}
"""How one line is read in each section."""
ABOUT = {"summary": "Summary", "label": "Headline", "address": "Address", "link": "Link"}
"""What of the person themselves a line may say, and how that is called."""
WITH_LINES = ("work", "education", "projects", "volunteer")
"""Sections whose entries have lines of their own (`highlights`)."""


def placed(profile: Profile, line: int, to: str) -> Profile:
    """`profile` with its unplaced `line` put `to` a section (`skills`), an entry (`work/0`), one of `ABOUT`, or `out`.

    Raises BadInput for a line or a place that is not there, and where nothing in the line reads as that section.
    """
    if not 0 <= line < len(profile.unplaced):
        raise BadInput("This line is not there any more.", "It may have been placed meanwhile.")
    text = unbulleted(profile.unplaced[line]) or profile.unplaced[line]
    left = tuple(one for n, one in enumerate(profile.unplaced) if n != line)
    profile = msgspec.structs.replace(profile, unplaced=left)
    section, _, index = to.partition("/")
    if to == "out":
        return profile
    if to in ABOUT:
        return msgspec.structs.replace(profile, basics=_told(profile.basics, to, text))
    if section not in _READ:
        raise BadInput("The profile has no such section.", "Choose another place.", pointer="/to")
    held: tuple[Any, ...] = getattr(profile, section)
    if not index:
        read = _READ[section]([TextLine(text=text)])
        if not read:
            raise BadInput("Nothing in this line reads as that.", "Choose another place.", pointer="/to")
        return msgspec.structs.replace(profile, **{section: (*held, *read)})
    if section not in WITH_LINES or not index.isdecimal() or int(index) >= len(held):
        raise BadInput("There is no such entry.", "It may have been removed meanwhile.", pointer="/to")
    entry = held[int(index)]
    fuller = msgspec.structs.replace(entry, highlights=(*entry.highlights, text))
    return msgspec.structs.replace(profile, **{section: tuple(fuller if one is entry else one for one in held)})


def _told(basics: Basics, what: str, text: str) -> Basics:
    if what == "summary":
        return msgspec.structs.replace(basics, summary=f"{basics.summary}\n{text}".strip()[:20_000])
    if what == "label":
        return msgspec.structs.replace(basics, label=text[:500])
    if what == "address":
        return msgspec.structs.replace(basics, location=msgspec.structs.replace(basics.location, address=text[:500]))
    found = URL.search(text)
    if found is None:
        raise BadInput("There is no address of a page in this line.", "Choose another place.", pointer="/to")
    named = text[: found.start()].strip(" ·|:–-,")
    return msgspec.structs.replace(basics, profiles=(*basics.profiles, Link(network=named[:500], url=found[0][:500])))
