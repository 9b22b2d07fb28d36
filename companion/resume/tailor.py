"""Tailoring without a model: choose and order the person's own lines for one posting until they fit the pages.

Nothing is written here. Jobs keep their order and none is left out; bullets, projects, skills and minor sections are
chosen by relevance, under a budget measured by setting the real pages.
"""

import math
import re
from datetime import datetime

import msgspec

from companion.model.document import new_id, now
from companion.model.match import Match
from companion.model.posting import Posting, Requirements
from companion.model.profile import Profile
from companion.model.resume import Entry, Line, Paper, Resume, ResumeSection, Template
from companion.resume.base import base_resume
from companion.resume.personas import Choice
from companion.resume.relevance import Relevance, relevance
from companion.resume.suggest import suggestions
from companion.resume.typeset.sheet import length
from companion.resume.wording import file_name, labels

_ONE_PAGE_YEARS = 7
"""Up to about this much experience, one page is what people send (career guides agree)."""
_SQUEEZE = 1.35
"""A resume barely over one page is made to fit it; a second page should be worth turning."""
_CHOSEN = 4.0
"""What a line the person put first is worth more: as much as two things a posting wants or a job's first line."""
_DENSITIES = (1.0, 0.96, 0.92, 0.88)
_SAVED = 0.12
"""Pages, for each page of a document, that setting it as dense as that makes room for at most."""
_PUT_BACK = 6
"""The most telling of the lines left out, which are tried once more."""

Address = tuple[int, int, int]
"""Section, entry and line; line -1 is the whole entry, entry -1 the whole section."""


def tailor(
    profile: Profile,
    posting: Posting,
    requirements: Requirements,
    match: Match | None,
    *,
    paper: Paper = "a4",
    template: Template = "classic",
    pages: int | None = None,
    description: str = "",
    created_at: datetime | None = None,
) -> Resume:
    """A version of the resume for `posting`. `pages` is 1 or 2, or None to choose by experience.

    `description` is the ad's text: its words weigh what no vocabulary of skills knows.
    """
    whole = base_resume(profile, paper=paper, template=template, created_at=created_at or now())
    measure, choice = relevance(posting, requirements, match, description), Choice(profile)
    ordered = msgspec.structs.replace(whole, sections=tuple(_ordered(s, measure, choice) for s in whole.sections))
    limit = pages or _pages(profile, length(ordered))
    fitted = closed_up(fit(ordered, measure, limit, choice))
    return msgspec.structs.replace(
        fitted,
        id=new_id(),
        posting_id=posting.id,
        pages=math.ceil(length(fitted) - 1e-6),
        file_name=file_name(profile.basics.name, posting.company, labels(whole.language).document),
        suggestions=suggestions(fitted, requirements, match, profile),
    )


def fit(resume: Resume, measure: Relevance, pages: int, choice: Choice) -> Resume:
    """`resume` set a little denser, and then with as few of its least telling lines left out as it takes for
    `pages`.
    """
    for density in _DENSITIES:
        denser = msgspec.structs.replace(resume, density=density)
        if length(denser) <= pages:
            return denser
    resume = msgspec.structs.replace(resume, density=_DENSITIES[-1])
    order = _least_first(resume, measure, choice)
    low, high = 1, len(order)
    while low < high:
        middle = (low + high) // 2
        if length(_without(resume, order[:middle])) <= pages:
            high = middle
        else:
            low = middle + 1
    return _filled(resume, order[:low], pages)


def _filled(resume: Resume, left_out: list[Address], pages: int) -> Resume:
    """`resume` without `left_out`, but for what still fits into the room that a longer line has left."""
    for address in list(reversed(left_out[:-1]))[:_PUT_BACK]:
        fewer = [one for one in left_out if one != address]
        if length(_without(resume, fewer)) <= pages:
            left_out = fewer
    return _without(resume, left_out)


def closed_up(resume: Resume) -> Resume:
    """`resume` set denser where that saves its last page; nothing is left out."""
    needed = length(resume)
    pages = math.ceil(needed - 1e-6)
    if pages == 1 or needed - (pages - 1) > _SAVED * pages:
        return resume
    denser = (msgspec.structs.replace(resume, density=density) for density in _DENSITIES[1:])
    return next((one for one in denser if length(one) <= pages - 1), resume)


def fits_as_before(reworded: Resume, before: Resume) -> Resume:
    """`reworded` where it takes no more pages than `before`; else with its longest changed lines put back."""
    limit = math.ceil(length(before) - 1e-6)
    changed = [
        (len(line.text) - len(line.original), (s, e, n))
        for s, section in enumerate(reworded.sections)
        for e, entry in enumerate(section.entries)
        for n, line in enumerate(entry.lines)
        if not line.own and len(line.text) > len(line.original)
    ]
    for _, address in sorted(changed, reverse=True):
        if length(reworded) <= limit:
            break
        reworded = _restored(reworded, address)
    return msgspec.structs.replace(reworded, pages=math.ceil(length(reworded) - 1e-6))


def _restored(resume: Resume, address: Address) -> Resume:
    s, e, n = address
    section = resume.sections[s]
    entry = section.entries[e]
    line = entry.lines[n]
    lines = (*entry.lines[:n], Line(text=line.original, facts=line.facts), *entry.lines[n + 1 :])
    entries = (*section.entries[:e], msgspec.structs.replace(entry, lines=lines), *section.entries[e + 1 :])
    replaced = msgspec.structs.replace(section, entries=entries)
    return msgspec.structs.replace(resume, sections=(*resume.sections[:s], replaced, *resume.sections[s + 1 :]))


def _ordered(section: ResumeSection, measure: Relevance, choice: Choice) -> ResumeSection:
    """The section with what the persona puts first, then what the posting asks about, then the rest as it stands."""
    entries = tuple(_lines_ordered(entry, section, measure, choice) for entry in section.entries)
    if section.kind in ("projects", "volunteer"):
        told = sorted(
            entries, key=lambda e: (choice.place(e.facts[0]) if e.facts else 0, -sum(map(measure.of, e.lines)))
        )
        entries = tuple(told)
    return msgspec.structs.replace(section, entries=entries)


def _lines_ordered(entry: Entry, section: ResumeSection, measure: Relevance, choice: Choice) -> Entry:
    if section.kind == "skills":
        words = (_words_ordered(line, measure, choice) for line in entry.lines)
        lines = tuple(sorted(words, key=lambda line: (choice.place(line.facts[0]), -measure.of(line))))
        return msgspec.structs.replace(entry, lines=lines)
    if section.kind in ("summary", "languages", "education", "interests"):
        return entry
    lead = tuple(line for line in entry.lines if not line.facts[0].rpartition("/")[0].endswith("highlights"))
    rest = [line for line in entry.lines if line not in lead]
    if section.kind == "projects":
        last = tuple(line for line in lead if "/keywords/" in line.facts[0])
        lead = tuple(line for line in lead if line not in last)
    else:
        last = ()
    rest.sort(key=lambda line: (choice.place(line.facts[0]), -round(measure.of(line))))
    return msgspec.structs.replace(entry, lines=(*lead, *rest, *last))


def _words_ordered(line: Line, measure: Relevance, choice: Choice) -> Line:
    """A skills line with the skills that the persona, then the posting, names first."""
    named = re.match(r".*?\u00a0?: ", line.text)
    label = named[0] if named else ""
    words = line.text.removeprefix(label).split(", ")
    facts = line.facts[1:] if label else line.facts
    if len(words) != len(facts):
        return line
    pairs = sorted(
        zip(words, facts, strict=True),
        key=lambda pair: (choice.place(pair[1]), -measure.of(Line(text=pair[0], facts=(pair[1],)))),
    )
    cited = tuple(path for _, path in pairs)
    text = label + ", ".join(word for word, _ in pairs)
    return Line(text=text, facts=(line.facts[0], *cited) if label else cited)


def _least_first(resume: Resume, measure: Relevance, choice: Choice) -> list[Address]:
    """What may be left out, least telling first. The name of every job and school always stays."""
    ranked: list[tuple[float, Address]] = []
    minor = {"interests": 0.1, "volunteer": 0.5, "awards": 0.7, "publications": 0.8, "projects": 1.0}
    for s, section in enumerate(resume.sections):
        weight = minor.get(section.kind, 2.0)
        for e, entry in enumerate(section.entries):
            recency = 1.5 / (1 + e) if section.kind == "work" else 0.0
            for n, line in enumerate(entry.lines):
                if section.kind in ("summary", "skills", "languages", "certificates"):
                    value = 8.0 + measure.of(line) - n * 0.1
                else:
                    first = 3.0 if n == 0 and section.kind == "work" else 0.0
                    number = 0.4 if re.search(r"\d", line.text) else 0.0
                    value = weight + recency + first + number + measure.of(line) - n * 0.15
                if choice.chosen(line.facts[0]):
                    value += _CHOSEN
                ranked.append((value, (s, e, n)))
            if section.kind in ("projects", "volunteer") and entry.heading:
                best = max((measure.of(line) for line in entry.lines), default=0.0)
                ranked.append((weight + best + 2.5, (s, e, -1)))
    return [address for _, address in sorted(ranked)]


def _without(resume: Resume, left_out: list[Address]) -> Resume:
    gone = set(left_out)
    sections: list[ResumeSection] = []
    for s, section in enumerate(resume.sections):
        entries: list[Entry] = []
        for e, entry in enumerate(section.entries):
            lines = tuple(line for n, line in enumerate(entry.lines) if (s, e, n) not in gone)
            bare = bool(entry.lines) and not lines and section.kind in ("projects", "volunteer")
            if (s, e, -1) in gone or bare or not (lines or entry.heading):
                continue  # a project of which nothing is told any more tells nothing by its name
            entries.append(msgspec.structs.replace(entry, lines=lines))
        if entries:
            sections.append(msgspec.structs.replace(section, entries=tuple(entries)))
    return msgspec.structs.replace(resume, sections=tuple(sections))


def _pages(profile: Profile, needed: float) -> int:
    years = {int(w.start_date[:4]) for w in profile.work if w.start_date}
    until = {int(w.end_date[:4]) for w in profile.work if w.end_date} | {now().year}
    experience = max(until) - min(years) if years else 0
    return 1 if needed <= _SQUEEZE or (experience <= _ONE_PAGE_YEARS and needed <= 1.6) else 2
