"""Questions to the person about what might be added if it is true. They are never part of a document."""

from companion.model.match import Match
from companion.model.posting import Requirements
from companion.model.profile import Profile
from companion.model.resume import Resume
from companion.resume.habits import departures

_MOST = 8


def suggestions(resume: Resume, requirements: Requirements, match: Match | None, profile: Profile) -> tuple[str, ...]:
    """At most eight questions: skills the posting requires and the profile does not show, then where the person
    writes otherwise than they do elsewhere, then bullets without result.
    """
    missing = list(match.missing) if match else []
    if match is None:
        text = " ".join(line.text for s in resume.sections for e in s.entries for line in e.lines).casefold()
        wanted = [r for r in requirements.requirements if r.kind == "skill" and not r.negated]
        missing = [r.name for r in wanted if r.name.casefold() not in text]
    out = [f"Have you worked with {name}? If so, where, and what did you do with it?" for name in missing[:5]]
    if resume.language == "en":
        out += departures(profile)
    for section in resume.sections:
        if section.kind == "work" and section.entries:
            out += [
                f"“{line.text[:120]}”: is there a number that shows how much, how many or how fast?"
                for line in section.entries[0].lines[:3]
                if not any(c.isdigit() for c in line.text) and len(line.text) > 30
            ]
    return tuple(dict.fromkeys(out))[:_MOST]
