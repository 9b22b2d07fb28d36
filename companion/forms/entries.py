"""Entries of the resume (work, education, languages, certificates, skills) and what follows from them: the current job,
the highest degree. Entries keep the order of the profile, newest first where dates say so."""

import re
from collections.abc import Sequence
from typing import TypeVar

from companion.forms.context import NOTHING, Context, Resolver
from companion.forms.dates import bounds
from companion.forms.degrees import LEVELS, level_of, lowest_level
from companion.forms.fluency import reaches, span
from companion.forms.headings import of_school
from companion.forms.meaning import Meaning
from companion.forms.value import Found, Missing, Value, text
from companion.forms.words import fold
from companion.model.profile import Education, Work

_Dated = TypeVar("_Dated", Work, Education)


def newest_first(entries: Sequence[_Dated]) -> list[int]:
    """Indices of dated entries, running ones first, then by end and start; undated ones keep their place at the end."""

    def rank(index: int) -> tuple[str, str]:
        entry = entries[index]
        end = entry.end_date or ("9999" if entry.start_date else "")
        return end, entry.start_date

    return sorted(range(len(entries)), key=rank, reverse=True)


_WORK = {
    "work.employer": "name",
    "work.title": "position",
    "work.location": "location",
    "work.start": "startDate",
    "work.end": "endDate",
    "work.url": "url",
}
_EDUCATION = {
    "education.school": "institution",
    "education.field": "area",
    "education.gpa": "score",
    "education.start": "startDate",
    "education.end": "endDate",
}


def _work(context: Context, meaning: Meaning) -> Found:
    order = newest_first(context.profile.work)
    position = meaning.entry or 0
    if position >= len(order):
        return Missing(reason="Your profile has no further job.", rule="no-entry")
    index = order[position]
    entry = context.profile.work[index]
    path = f"work/{index}"
    if meaning.key == "work.current":
        running = bool(entry.start_date) and not entry.end_date
        if not entry.start_date:
            return NOTHING
        fact = f"{path}/startDate" if running else f"{path}/endDate"
        return Value(kind="bool", fact=fact, said=context.said(fact), rule="running-entry", truth=running, review=True)
    if meaning.key == "work.description":
        lines = [entry.summary, *entry.highlights]
        whole = "\n".join(line for line in lines if line)
        fact = f"{path}/summary" if entry.summary else f"{path}/highlights/0"
        return Value(kind="text", fact=fact, said=whole, rule="entry", text=whole, review=True) if whole else NOTHING
    fact = f"{path}/{_WORK[meaning.key]}"
    if not (said := context.said(fact)):
        return Missing(reason="You work there still.", rule="running-entry") if meaning.key == "work.end" else NOTHING
    kind = "date" if meaning.key in {"work.start", "work.end"} else "text"
    return Value(kind=kind, fact=fact, said=said, rule="entry", text=said, review=True)


def _education(context: Context, meaning: Meaning) -> Found:
    order = newest_first(context.profile.education)
    position = meaning.entry or 0
    if position >= len(order):
        return Missing(reason="Your profile has no further education.", rule="no-entry")
    index = order[position]
    path = f"education/{index}"
    asked = f"{context.section(meaning)} {context.question(meaning)}"
    if of_school(asked) and level_of(context.profile.education[index].study_type) != 1:
        return Missing(reason="The form asks for your years at school.", rule="other-level")
    if meaning.key == "education.degree":
        said = context.said(f"{path}/studyType")
        if not said:
            return NOTHING
        return Value(kind="degree", fact=f"{path}/studyType", said=said, rule="entry", text=said, review=True)
    if meaning.key == "education.graduated":
        done = completed(context.profile.education[index], context)
        if done is None:
            return NOTHING
        fact = f"{path}/endDate" if context.said(f"{path}/endDate") else f"{path}/startDate"
        return Value(kind="bool", fact=fact, said=context.said(fact), rule="end-date", truth=done, review=True)
    fact = f"{path}/{_EDUCATION[meaning.key]}"
    if not (said := context.said(fact)):
        return NOTHING
    kind = "date" if meaning.key in {"education.start", "education.end"} else "text"
    return Value(kind=kind, fact=fact, said=said, rule="entry", text=said, review=True)


def completed(entry: Education, context: Context) -> bool | None:
    """Whether a degree is finished, from its dates; None where they do not tell."""
    if entry.end_date:
        first, last = bounds(entry.end_date)
        return True if last <= context.today else False if first > context.today else None
    return False if entry.start_date else None


def _degree_level(context: Context, meaning: Meaning) -> Found:
    """The highest finished degree; an unreadable or undated one above it leaves the question open."""
    best: tuple[int, int] | None = None
    doubt = False
    for index, entry in enumerate(context.profile.education):
        level = level_of(entry.study_type)
        done = completed(entry, context)
        doubt = doubt or level is None or done is None
        if level is not None and done is not False and (best is None or level > best[0]):
            best = (level, index)
    if best is None:
        return NOTHING
    level, index = best
    entry = context.profile.education[index]
    fact = f"education/{index}/studyType"
    if meaning.key == "education.has_degree":
        return _has_degree(context, meaning, level, index, doubt)
    return Value(
        kind="degree", fact=fact, said=entry.study_type, rule="highest-degree", text=entry.study_type, low=level,
        high=level, review=True, confidence=0.7 if doubt else 0.9,
    )  # fmt: skip


def _has_degree(context: Context, meaning: Meaning, level: int, index: int, doubt: bool) -> Found:
    subject = meaning.subject or context.question(meaning)
    wanted = lowest_level(subject)
    if wanted is None:
        return Missing(reason="Which degree the question asks for is not clear.", rule="no-level")
    area = fold(subject).partition(" in ")[2]
    held = fold(context.profile.education[index].area)
    if area and (not held or (area not in held and held not in area)):
        return Missing(
            reason="The question asks for a field of study that your profile does not name.", rule="other-area"
        )
    if level < wanted and doubt:
        return Missing(reason="One of your degrees has no level or date to go by.", rule="no-level")
    question = fold(context.question(meaning))
    if re.search(r"\b(lower|less) than\b|\bbelow\b", question):
        return Missing(reason="The question asks for less than a degree.", rule="below-level")
    beyond = bool(re.search(r"\b(higher|greater|more) than\b|(?<!or )(?<!and )\b(beyond|above)\b", question))
    fact = f"education/{index}/studyType"
    return Value(
        kind="bool", fact=fact, said=context.said(fact), rule=f"{LEVELS[level]} against {LEVELS[wanted]}",
        truth=level > wanted if beyond else level >= wanted, review=True, confidence=0.9,
    )  # fmt: skip


def _current(context: Context, meaning: Meaning) -> Found:
    """Employer or title of the running job; the last one only where the question says "most recent"."""
    order = newest_first(context.profile.work)
    if not order:
        return NOTHING
    index = order[0]
    if meaning.key == "current.employed":
        return _employed(context, index)
    entry = context.profile.work[index]
    running = [
        each for each in order if context.profile.work[each].start_date and not context.profile.work[each].end_date
    ]
    if not running and meaning.time_frame != "recent":
        return Missing(reason="Your profile has no job that still runs.", rule="no-running-job")
    fact = f"work/{index}/{'name' if meaning.key == 'current.company' else 'position'}"
    said = entry.name if meaning.key == "current.company" else entry.position
    if not said:
        return NOTHING
    return text(said, fact, "running-job" if running else "most-recent-job", review=len(running) != 1)


def _employed(context: Context, newest: int) -> Found:
    """A yes where a job of the profile still runs; an ended one proves nothing about today."""
    entry = context.profile.work[newest]
    if not entry.start_date or entry.end_date:
        return Missing(reason="Your profile has no job that still runs.", rule="no-running-job")
    fact = f"work/{newest}/startDate"
    return Value(kind="bool", fact=fact, said=entry.start_date, rule="running-job", truth=True, review=True)


def _languages(context: Context, meaning: Meaning) -> Found:
    spoken = context.profile.languages
    if meaning.key == "languages.speaks" or meaning.subject:
        for index, each in enumerate(spoken):
            if fold(each.language) == fold(meaning.subject):
                fact = f"languages/{index}/language"
                if meaning.key == "languages.level" or span(context.question(meaning)):
                    return _fluency(each.fluency, f"languages/{index}/fluency", context, meaning)
                return Value(kind="bool", fact=fact, said=each.language, rule="language", truth=True, review=True)
        return NOTHING
    if meaning.entry is not None:
        if meaning.entry >= len(spoken):
            return Missing(reason="Your profile has no further language.", rule="no-entry")
        each, path = spoken[meaning.entry], f"languages/{meaning.entry}"
        if meaning.key == "languages.level":
            return _fluency(each.fluency, f"{path}/fluency", context, meaning)
        return text(each.language, f"{path}/language", "entry", review=True) if each.language else NOTHING
    return _list([each.language for each in spoken], "languages/0/language")


_NATIVE = ("Native", "Native speaker", "Mother tongue", "Native or bilingual", "Native / Bilingual", "Muttersprache",
           "Native or Bilingual Proficiency", "Langue maternelle", "Nativo")  # fmt: skip


def _fluency(said: str, fact: str, context: Context, meaning: Meaning) -> Found:
    """A level in the person's words; "native" has many names, others are taken as they are written. Asked for a level
    ("B2 or above?"), a yes or no where the person's is clearly on one side of it."""
    if not said:
        return NOTHING
    if meaning.shape == "yes_no":
        reached = reaches(said, context.question(meaning))
        if reached is None:
            return Missing(reason="Whether your level is the one asked for is not clear.", rule="level-unclear")
        return Value(kind="bool", fact=fact, said=said, rule="language-level", truth=reached, review=True)
    native = fold(said) in {fold(name) for name in _NATIVE}
    return text(said, fact, "language-level", review=True, also=_NATIVE if native else ())


def _certificates(context: Context, meaning: Meaning) -> Found:
    held = context.profile.certificates
    if meaning.key == "certifications.holds":
        for index, each in enumerate(held):
            if fold(meaning.subject) and fold(meaning.subject) in fold(each.name):
                return Value(
                    kind="bool", fact=f"certificates/{index}/name", said=each.name, rule="certificate", truth=True,
                    review=True,
                )  # fmt: skip
        return NOTHING
    if meaning.key == "certifications" and meaning.entry is not None:
        if meaning.entry >= len(held):
            return Missing(reason="Your profile has no further certificate.", rule="no-entry")
        return text(held[meaning.entry].name, f"certificates/{meaning.entry}/name", "entry", review=True)
    if meaning.key != "certifications":
        fact = f"certificates/{meaning.entry or 0}/{'date' if meaning.key.endswith('date') else 'issuer'}"
        said = context.said(fact)
        if not said:
            return NOTHING
        return Value(
            kind="date" if fact.endswith("date") else "text", fact=fact, said=said, rule="entry", text=said, review=True
        )
    return _list([each.name for each in held], "certificates/0/name")


def _skills(context: Context, meaning: Meaning) -> Found:
    names = [name for skill in context.profile.skills for name in (skill.keywords or (skill.name,))]
    return _list(names, "skills/0/name")


def _list(items: list[str], fact: str) -> Found:
    items = [item for item in dict.fromkeys(items) if item]
    if not items:
        return NOTHING
    joined = ", ".join(items)
    return Value(kind="list", fact=fact, said=joined, rule="list", text=joined, items=tuple(items), review=True)


RESOLVERS: dict[str, Resolver] = {
    **dict.fromkeys((*_WORK, "work.current", "work.description"), _work),
    **dict.fromkeys((*_EDUCATION, "education.degree", "education.graduated"), _education),
    "education.level": _degree_level,
    "education.has_degree": _degree_level,
    "current.company": _current,
    "current.title": _current,
    "current.employed": _current,
    "languages": _languages,
    "languages.level": _languages,
    "languages.speaks": _languages,
    "certifications": _certificates,
    "certifications.holds": _certificates,
    "certifications.date": _certificates,
    "certifications.issuer": _certificates,
    "skills": _skills,
}
"""Key → how its value is found."""
