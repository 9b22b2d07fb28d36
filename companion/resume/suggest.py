"""Questions to the person about what might be added if it is true. They are never part of a document."""

import re

from companion.matching.asks.languages import language_name
from companion.model.facts import facts
from companion.model.match import Match
from companion.model.posting import Requirements
from companion.model.profile import Profile
from companion.model.resume import Resume
from companion.resume.ats import says
from companion.resume.habits import departures

_MOST = 8
_MOST_MISSING = 5
_COUNTS = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|half|twice"
    r"|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|hundert|tausend"
    r"|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|cent|mille|dizaines?"
    r"|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|cien|mil"
    r"|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|dodici|cento"
    r"|twee|drie|vijf|zes|zeven|negen|tien|twaalf|dois|duas|três|quatro|sete|oito|dez|doze)\b",
    re.IGNORECASE,
)
"""How many, in figures or in words."""


def suggestions(resume: Resume, requirements: Requirements, match: Match | None, profile: Profile) -> tuple[str, ...]:
    """At most eight questions: skills the posting requires and the profile does not show, then where the person
    writes otherwise than they do elsewhere, then bullets without result.
    """
    missing = list(match.missing) if match else []
    if match is None:
        missing = [r.name for r in requirements.requirements if r.kind == "skill" and not r.negated]
    own = [fact.text for fact in facts(profile).values()]
    spoken = {language_name(word) for one in profile.languages for word in one.language.split()}
    out: list[str] = []
    for name in missing:
        if any(says(text, name) for text in own) or name in spoken:
            continue
        if language_name(name):
            out.append(f"The ad names {name}, and your profile does not. How well do you speak it?")
        else:
            out.append(f"The ad names {name}, and your profile does not. If you have done it: where, and what?")
    out = out[:_MOST_MISSING]
    if resume.language == "en":
        out += departures(profile)
    for section in resume.sections:
        if section.kind == "work" and section.entries:
            out += [
                f"“{line.text[:120]}”: is there a number that shows how much, how many or how fast?"
                for line in section.entries[0].lines[:3]
                if not _COUNTS.search(line.text) and len(line.text) > 30
            ]
    return tuple(dict.fromkeys(out))[:_MOST]
