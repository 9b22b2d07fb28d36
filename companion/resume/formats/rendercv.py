"""RenderCV YAML (https://docs.rendercv.com, the `cv` part) ↔ Profile. Sections are named freely there: kinds are
told by entry.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, cast

import yaml

from companion.errors import Unreadable
from companion.model.document import new_id
from companion.model.profile import (
    Award,
    Basics,
    Certificate,
    Education,
    Interest,
    Language,
    Link,
    Location,
    Profile,
    Project,
    Publication,
    Skill,
    Volunteer,
    Work,
)
from companion.resume.reading.address import split_place
from companion.resume.reading.dates import partial, spans
from companion.resume.reading.titles import kind_like, kind_of
from companion.resume.wording import place

Row = Mapping[str, Any]
_NETWORK_URLS = {
    "LinkedIn": "https://www.linkedin.com/in/{}",
    "GitHub": "https://github.com/{}",
    "GitLab": "https://gitlab.com/{}",
    "X": "https://x.com/{}",
    "ORCID": "https://orcid.org/{}",
    "StackOverflow": "https://stackoverflow.com/users/{}",
}
_MARKDOWN = re.compile(r"\[([^\]]*)\]\([^)]*\)|(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\2")
_MOST_BYTES = 500_000


def from_rendercv(data: bytes) -> Profile:
    """The profile of a RenderCV file. Raises Unreadable where it is none."""
    if len(data) > _MOST_BYTES:
        raise Unreadable("This YAML file is far larger than a resume.", "Choose the resume itself.")
    try:
        # Aliases are how a small YAML grows to gigabytes, and no RenderCV file needs one.
        parse = cast("Any", yaml).parse
        if any(isinstance(event, yaml.AliasEvent) for event in parse(data, Loader=yaml.SafeLoader)):
            raise Unreadable("This YAML uses aliases.", "Write it without `*` references.")
        document = yaml.safe_load(data)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise Unreadable("This YAML is damaged.", "Check it with RenderCV first.") from error
    cv = cast("Row", document).get("cv") if isinstance(document, dict) else None
    if not isinstance(cv, dict):
        raise Unreadable("This YAML is not a RenderCV file.", "It needs a `cv` with a name and sections.")
    return _profile(cast("Row", cv))


def to_rendercv(profile: Profile) -> str:
    """A RenderCV file of `profile`, with RenderCV's default design."""
    basics = profile.basics
    cv: dict[str, Any] = {"name": basics.name}
    for name, value in (
        ("headline", basics.label), ("location", place(basics.location)), ("email", basics.email),
        ("phone", basics.phone if basics.phone.startswith("+") else ""), ("website", basics.url),
    ):  # fmt: skip
        cv |= {name: value} if value else {}
    known = [link for link in basics.profiles if link.network in _NETWORK_URLS and link.username]
    if known:
        cv["social_networks"] = [{"network": link.network, "username": link.username} for link in known]
    cv["sections"] = {title: entries for title, entries in _sections(profile) if entries}
    return yaml.safe_dump({"cv": cv}, allow_unicode=True, sort_keys=False, width=1000)


def _profile(cv: Row) -> Profile:
    city, region, country = split_place(_text(cv.get("location")))
    links = tuple(
        Link(
            network=_text(item.get("network")),
            username=_text(item.get("username")),
            url=_NETWORK_URLS.get(_text(item.get("network")), "{}").format(_text(item.get("username"))),
        )
        for item in _rows(cv.get("social_networks"))
    )
    found: dict[str, list[Any]] = {}
    unplaced: list[str] = []
    summary: list[str] = []
    phone = _text(cv.get("phone")).removeprefix("tel:")
    for title, entries in cast("Row", cv.get("sections") or {}).items():
        for entry in cast("list[Any]", entries) if isinstance(entries, list) else []:
            kind = _kind(str(title), entry)
            if kind == "summary":
                summary.append(_text(entry))
            elif kind_of(str(title)) == "contact" and isinstance(entry, str) and sum(map(str.isdigit, entry)) > 6:
                phone = phone or _text(entry)
            elif kind == "unplaced":
                unplaced.append(
                    _text(entry) if isinstance(entry, str) else " ".join(map(_text, cast("Row", entry).values()))
                )
            else:
                found.setdefault(kind, []).append(entry)
    return Profile(
        id=new_id(),
        basics=Basics(
            name=_text(cv.get("name")),
            label=_text(cv.get("headline") or cv.get("label")),
            email=_text(cv.get("email")),
            phone=phone,
            url=_text(cv.get("website")),
            summary="\n".join(summary),
            location=Location(city=city, region=region, country_code=country),
            profiles=links,
        ),
        work=tuple(_work(row) for row in found.get("work", [])),
        volunteer=tuple(
            Volunteer(
                organization=w.name,
                position=w.position,
                start_date=w.start_date,
                end_date=w.end_date,
                summary=w.summary,
                highlights=w.highlights,
            )
            for w in map(_work, found.get("volunteer", []))
        ),
        education=tuple(_education(row) for row in found.get("education", [])),
        projects=tuple(_project(row) for row in found.get("projects", [])),
        skills=tuple(_skills(found.get("skills", []))),
        languages=tuple(
            Language(language=_text(row.get("label")), fluency=_text(row.get("details")))
            for row in found.get("languages", [])
        ),
        publications=tuple(_publication(row) for row in found.get("publications", [])),
        awards=tuple(_award(_flat(row)) for row in found.get("awards", [])),
        certificates=tuple(_certificate(_flat(row)) for row in found.get("certificates", [])),
        interests=tuple(Interest(name=_flat(row)) for row in found.get("interests", [])),
        unplaced=tuple(text for text in unplaced if text),
    )


def _kind(title: str, entry: Any) -> str:
    """The kind of an entry, by its own fields first and by the title of its section after that."""
    named = kind_of(title.replace("_", " ")) or kind_like(title.replace("_", " "))
    if isinstance(entry, dict):
        row = cast("Row", entry)
        if "company" in row or "position" in row:
            return "volunteer" if named == "volunteer" else "work"
        if "institution" in row:
            return "education"
        if "authors" in row:
            return "publications"
        if "label" in row:
            return "languages" if named == "languages" else "skills"
        if "name" in row:
            return named if named in ("awards", "certificates", "publications") else "projects"
        return named if named in ("awards", "certificates", "publications", "skills", "interests") else "unplaced"
    return named if named in ("summary", "awards", "certificates", "skills", "interests") else "unplaced"


def _dates(row: Row) -> tuple[str, str]:
    start, end = _text(row.get("start_date")), _text(row.get("end_date"))
    if start:
        return partial(start), "" if end.casefold() == "present" else partial(end)
    date = _text(row.get("date"))
    found = spans(date)
    if not found:
        return "", partial(date)
    return (found[0].start, found[0].end) if found[0].ranged else ("", found[0].start)


def _lines(row: Row) -> tuple[str, ...]:
    return tuple(_text(item) for item in cast("list[Any]", row.get("highlights") or []) if _text(item))


def _work(row: Row) -> Work:
    start, end = _dates(row)
    return Work(
        name=_text(row.get("company")), position=_text(row.get("position")), location=_text(row.get("location")),
        start_date=start, end_date=end, summary=_text(row.get("summary")), highlights=_lines(row),
    )  # fmt: skip


def _education(row: Row) -> Education:
    start, end = _dates(row)
    return Education(
        institution=_text(row.get("institution")), area=_text(row.get("area")), study_type=_text(row.get("degree")),
        location=_text(row.get("location")), start_date=start, end_date=end, highlights=_lines(row),
    )  # fmt: skip


def _project(row: Row) -> Project:
    start, end = _dates(row)
    raw = str(row.get("name") or "")
    link = re.search(r"\]\((\S+)\)", raw)
    return Project(
        name=_text(raw), url=link[1] if link else "", description=_text(row.get("summary")), start_date=start,
        end_date=end, highlights=_lines(row),
    )  # fmt: skip


def _skills(rows: list[Any]) -> Iterator[Skill]:
    for row in rows:
        if isinstance(row, dict):
            known = cast("Row", row)
            words = re.split(r",\s*(?![^(]*\))", _text(known.get("details")))
            yield Skill(name=_text(known.get("label")), keywords=tuple(word for word in words if word))
        else:
            yield Skill(name=_text(row))


def _publication(row: Row) -> Publication:
    doi = _text(row.get("doi"))
    authors = ", ".join(_text(name) for name in cast("list[Any]", row.get("authors") or []))
    return Publication(
        name=_text(row.get("title") or row.get("name")), publisher=_text(row.get("journal")),
        release_date=partial(_text(row.get("date"))),
        url=_text(row.get("url")) or (f"https://doi.org/{doi}" if doi else ""),
        summary=authors or _text(row.get("summary")),
    )  # fmt: skip


def _award(text: str) -> Award:
    found = spans(text)
    return Award(title=text, date=found[0].start if found and not found[0].ranged else "")


def _certificate(text: str) -> Certificate:
    return Certificate(name=text)


def _flat(row: Any) -> str:
    if isinstance(row, dict):
        known = cast("Row", row)
        return _text(known.get("bullet") or known.get("name") or known.get("number") or known.get("label"))
    return _text(row)


def _rows(value: Any) -> list[Row]:
    return (
        [cast("Row", row) for row in cast("list[Any]", value) if isinstance(row, dict)]
        if isinstance(value, list)
        else []
    )


def _text(value: Any) -> str:
    """A value as plain text, without Markdown."""
    if value is None:
        return ""
    text = str(value)
    while (bare := _MARKDOWN.sub(lambda found: found[1] if found[1] is not None else found[3], text)) != text:
        text = bare
    return " ".join(text.split())[:20_000]


def _sections(profile: Profile) -> Iterator[tuple[str, list[Any]]]:
    if profile.basics.phone and not profile.basics.phone.startswith("+"):
        yield "contact", [profile.basics.phone]  # RenderCV takes only international numbers in its own place
    yield "summary", [profile.basics.summary] if profile.basics.summary else []
    yield "experience", [
        _row(company=w.name or w.position, position=w.position or w.name, start_date=w.start_date,
             end_date=w.end_date or ("present" if w.start_date else ""), location=w.location, summary=w.summary,
             highlights=list(w.highlights))
        for w in profile.work
    ]  # fmt: skip
    yield "projects", [
        _row(name=f"[{p.name}]({p.url})" if p.url else p.name, start_date=p.start_date,
             end_date=p.end_date or ("present" if p.start_date else ""), summary=p.description,
             highlights=list(p.highlights))
        for p in profile.projects
    ]  # fmt: skip
    yield "education", [
        _row(institution=e.institution, area=e.area or e.study_type, degree=e.study_type if e.area else "",
             start_date=e.start_date, end_date=e.end_date, location=e.location,
             highlights=[*([f"GPA: {e.score}"] if e.score else []), *e.highlights,
                         *([f"Coursework: {', '.join(e.courses)}"] if e.courses else [])])
        for e in profile.education
    ]  # fmt: skip
    yield "skills", [
        _row(label=s.name, details=", ".join(s.keywords)) if s.keywords else s.name for s in profile.skills
    ] if any(s.keywords for s in profile.skills) == all(s.keywords for s in profile.skills) else [
        _row(label=s.name, details=", ".join(s.keywords) or s.level or s.name) for s in profile.skills
    ]  # fmt: skip
    yield "certifications", [", ".join(p for p in (c.name, c.issuer, c.date) if p) for c in profile.certificates]
    yield "languages", [_row(label=one.language, details=one.fluency or "–") for one in profile.languages]
    yield "publications", [
        _row(title=p.name, authors=[p.summary or profile.basics.name or "–"], journal=p.publisher, url=p.url,
        date=p.release_date)
        for p in profile.publications
    ]  # fmt: skip
    yield "awards", [", ".join(p for p in (a.title, a.awarder, a.date) if p) for a in profile.awards]
    yield "volunteering", [
        _row(company=v.organization or v.position, position=v.position or v.organization, start_date=v.start_date,
             end_date=v.end_date or ("present" if v.start_date else ""), summary=v.summary,
             highlights=list(v.highlights))
        for v in profile.volunteer
    ]  # fmt: skip
    yield "interests", [i.name for i in profile.interests]


def _row(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}
