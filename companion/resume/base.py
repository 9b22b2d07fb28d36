"""A profile as a whole resume: every section, entry and bullet in its standard place, each with the facts it carries.

This is the base version, of the persona the profile is shown as; `tailor` chooses from it and never adds to it.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from companion.model.document import new_id, now
from companion.model.profile import Education, Profile, Project, Volunteer, Work
from companion.model.resume import Entry, Line, Paper, Resume, ResumeSection, Template
from companion.resume.personas import Choice
from companion.resume.wording import file_name, heading, labelled, labels, language_of, month, place, span

Sections = dict[str, tuple[Entry, ...]]
_ORDER = (
    "summary", "work", "projects", "education", "skills", "certificates",
    "languages", "publications", "awards", "volunteer", "interests",
)  # fmt: skip


def base_resume(
    profile: Profile,
    *,
    paper: Paper = "a4",
    template: Template = "classic",
    created_at: datetime | None = None,
) -> Resume:
    """Everything a resume shows of `profile`, whatever its length, in the language that the person writes in.

    Education leads where there is no work yet.
    """
    choice = Choice(profile)
    language = language_of(" ".join(_prose(profile)))
    sections = _sections(profile, language, choice)
    order = list(_ORDER)
    if not profile.work:
        order.remove("education")
        order.insert(1, "education")
    return Resume(
        id=new_id(),
        profile_id=profile.id,
        profile_version=profile.version,
        persona=profile.persona,
        name=profile.basics.name,
        headline=profile.basics.label,
        contact=contact(profile, language),
        sections=tuple(
            ResumeSection(kind=kind, title=heading(kind, language), entries=sections[kind])  # type: ignore[arg-type]
            for kind in choice.sections(order)
            if sections.get(kind)
        ),
        template=template,
        paper=paper,
        language=language,
        file_name=file_name(profile.basics.name, kind=labels(language).document),
        created_at=created_at or now(),
    )


def contact(profile: Profile, language: str = "en") -> tuple[Line, ...]:
    """E-mail, phone, place (in `language`) and links, each a line of its own fact."""
    basics = profile.basics
    out: list[Line] = []
    if basics.email:
        out.append(Line(text=basics.email, facts=("basics/email",)))
    if basics.phone:
        out.append(Line(text=basics.phone, facts=("basics/phone",)))
    if where := place(basics.location, language):
        names = [n for n in ("city", "region", "countryCode") if n != "countryCode" or not basics.location.region]
        out.append(Line(text=where, facts=tuple(f"basics/location/{name}" for name in names)))
    links = [(basics.url, "basics/url")]
    links += [(link.url, f"basics/profiles/{number}/url") for number, link in enumerate(basics.profiles)]
    seen: set[str] = set()
    for url, path in links:
        shown = url.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
        if shown and shown not in seen:
            seen.add(shown)
            out.append(Line(text=shown, facts=(path,)))
    return tuple(out)


def _sections(profile: Profile, language: str, choice: Choice) -> Sections:
    basics = profile.basics
    makers: dict[str, Iterable[Entry]] = {
        "work": (_work(w, path, language, choice) for path, w in choice.of("work", profile.work)),
        "volunteer": (_volunteer(v, path, language, choice) for path, v in choice.of("volunteer", profile.volunteer)),
        "education": (_education(e, path, language, choice) for path, e in choice.of("education", profile.education)),
        "projects": (_project(p, path, language, choice) for path, p in choice.of("projects", profile.projects)),
        "skills": _skills(profile, language, choice),
        "certificates": _items(
            (
                _join((c.name, c.issuer, month(c.date, language) if c.date else "")),
                [("name", c.name), ("issuer", c.issuer), ("date", c.date)],
                path,
            )
            for path, c in choice.of("certificates", profile.certificates)
        ),
        "languages": _inline(
            (
                f"{spoken.language} ({spoken.fluency})" if spoken.fluency else spoken.language,
                [("language", spoken.language), ("fluency", spoken.fluency)],
                path,
            )
            for path, spoken in choice.of("languages", profile.languages)
        ),
        "publications": _items(
            (
                _join((p.name, p.publisher, month(p.release_date, language) if p.release_date else "")),
                [("name", p.name), ("publisher", p.publisher), ("releaseDate", p.release_date)],
                path,
            )
            for path, p in choice.of("publications", profile.publications)
        ),
        "awards": _items(
            (
                _join((a.title, a.awarder, month(a.date, language) if a.date else "")),
                [("title", a.title), ("awarder", a.awarder), ("date", a.date)],
                path,
            )
            for path, a in choice.of("awards", profile.awards)
        ),
        "interests": _inline(
            (i.name, [("name", i.name)], path) for path, i in choice.of("interests", profile.interests)
        ),
    }  # fmt: skip
    sections: Sections = {kind: tuple(entries) for kind, entries in makers.items()}
    if basics.summary:
        sections["summary"] = (Entry(lines=(Line(text=basics.summary, facts=("basics/summary",)),)),)
    return sections


def _prose(profile: Profile) -> Iterator[str]:
    """What the person wrote in sentences, and their titles."""
    yield profile.basics.summary
    for work in profile.work:
        yield from (work.position, work.summary, *work.highlights)
    for project in profile.projects:
        yield from (project.description, *project.highlights)


Item = tuple[str, list[tuple[str, str]], str]


def _join(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)


def _cited(path: str, parts: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(f"{path}/{name}" for name, value in parts if value)


def _items(items: Iterable[Item]) -> tuple[Entry, ...]:
    lines = tuple(Line(text=text, facts=_cited(path, parts)) for text, parts, path in items if text)
    return (Entry(lines=lines),) if lines else ()


def _inline(items: Iterable[Item]) -> tuple[Entry, ...]:
    told = [(text, _cited(path, parts)) for text, parts, path in items if text]
    if not told:
        return ()
    line = Line(text=", ".join(text for text, _ in told), facts=tuple(f for _, facts in told for f in facts))
    return (Entry(lines=(line,)),)


def _bullets(path: str, lead: tuple[str, str], highlights: tuple[str, ...], choice: Choice) -> tuple[Line, ...]:
    own = [(f"{path}/{lead[0]}", lead[1])] if choice.shows(f"{path}/{lead[0]}") else []
    told = [*own, *choice.of(f"{path}/highlights", highlights)]
    return tuple(Line(text=text, facts=(fact,)) for fact, text in told if text)


def _work(work: Work, path: str, language: str, choice: Choice) -> Entry:
    parts = [
        ("position", work.position), ("name", work.name), ("startDate", work.start_date),
        ("endDate", work.end_date), ("location", work.location), ("url", work.url),
    ]  # fmt: skip
    return Entry(
        heading=work.position or work.name,
        subheading=work.name if work.position else "",
        dates=span(work.start_date, work.end_date, language),
        place=work.location,
        lines=_bullets(path, ("summary", work.summary), work.highlights, choice),
        facts=_cited(path, parts),
    )


def _volunteer(entry: Volunteer, path: str, language: str, choice: Choice) -> Entry:
    parts = [
        ("position", entry.position), ("organization", entry.organization),
        ("startDate", entry.start_date), ("endDate", entry.end_date),
    ]  # fmt: skip
    return Entry(
        heading=entry.position or entry.organization,
        subheading=entry.organization if entry.position else "",
        dates=span(entry.start_date, entry.end_date, language),
        lines=_bullets(path, ("summary", entry.summary), entry.highlights, choice),
        facts=_cited(path, parts),
    )


def _education(entry: Education, path: str, language: str, choice: Choice) -> Entry:
    parts = [
        ("studyType", entry.study_type), ("area", entry.area), ("institution", entry.institution),
        ("startDate", entry.start_date), ("endDate", entry.end_date), ("location", entry.location),
    ]  # fmt: skip
    joiner = " in " if language == "en" and entry.study_type and entry.area else ", "
    degree = joiner.join(part for part in (entry.study_type, entry.area) if part)
    lines: list[Line] = []
    said = labels(language)
    if entry.score:
        text = entry.score if any(c.isalpha() for c in entry.score) else labelled(said.grade, entry.score, language)
        lines.append(Line(text=text, facts=(f"{path}/score",)))
    if courses := choice.of(f"{path}/courses", entry.courses):
        cited = tuple(fact for fact, _ in courses)
        told = ", ".join(text for _, text in courses)
        lines.append(Line(text=labelled(said.courses, told, language), facts=cited))
    lines += [Line(text=text, facts=(f,)) for f, text in choice.of(f"{path}/highlights", entry.highlights) if text]
    return Entry(
        heading=degree or entry.institution,
        subheading=entry.institution if degree else "",
        dates=span(entry.start_date, entry.end_date, language),
        place=entry.location,
        lines=tuple(lines),
        facts=_cited(path, parts),
    )


def _project(entry: Project, path: str, language: str, choice: Choice) -> Entry:
    parts = [
        ("name", entry.name), ("entity", entry.entity), ("url", entry.url),
        ("startDate", entry.start_date), ("endDate", entry.end_date),
    ]  # fmt: skip
    lines = _bullets(path, ("description", entry.description), entry.highlights, choice)
    if words := choice.of(f"{path}/keywords", entry.keywords):
        lines += (Line(text=", ".join(text for _, text in words), facts=tuple(fact for fact, _ in words)),)
    return Entry(
        heading=entry.name,
        subheading=_join((*entry.roles, entry.entity)),
        dates=span(entry.start_date, entry.end_date, language) if entry.start_date or entry.end_date else "",
        url=entry.url,
        lines=lines,
        facts=(*_cited(path, parts), *(f"{path}/roles/{number}" for number in range(len(entry.roles)))),
    )


def _skills(profile: Profile, language: str, choice: Choice) -> tuple[Entry, ...]:
    """One line a group; skills without keywords of their own share one line."""
    lines: list[Line] = []
    alone: list[tuple[str, str]] = []
    for path, skill in choice.of("skills", profile.skills):
        words = choice.of(f"{path}/keywords", skill.keywords)
        if words:
            cited = tuple(fact for fact, _ in words)
            text = ", ".join(word for _, word in words)
            named = (f"{path}/name",) if skill.name else ()
            lines.append(Line(text=labelled(skill.name, text, language), facts=(*named, *cited)))
        elif skill.name and not skill.keywords:
            text = f"{skill.name} ({skill.level})" if skill.level else skill.name
            alone.append((text, path))
    if alone:
        cited = tuple(f"{path}/name" for _, path in alone)
        lines.append(Line(text=", ".join(text for text, _ in alone), facts=cited))
    return (Entry(lines=tuple(lines)),) if lines else ()
