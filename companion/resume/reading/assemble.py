"""Lines of any file → Profile: sections found, each read by its kind, doubts noted, what found no place shown."""

import re
from collections.abc import Sequence

import msgspec

from companion.model.document import new_id
from companion.model.profile import (
    Basics,
    Doubt,
    Interest,
    Language,
    Location,
    Profile,
    Reference,
    Skill,
    Volunteer,
    Work,
)
from companion.resume.reading.address import split_place
from companion.resume.reading.blocks import Block, unlabelled
from companion.resume.reading.breaks import without_breaks
from companion.resume.reading.centred import uncentred
from companion.resume.reading.closing import without_closing
from companion.resume.reading.contact import Contact, read_contact
from companion.resume.reading.doubts import doubted
from companion.resume.reading.education import read_education
from companion.resume.reading.fields import aside, sector_of, told_work
from companion.resume.reading.graded import ungraded
from companion.resume.reading.hyphens import unhyphenated
from companion.resume.reading.languages import read_languages
from companion.resume.reading.lines import TextLine, joined, unbulleted
from companion.resume.reading.linked import is_lasting, linked_heading, linked_roles
from companion.resume.reading.lists import gathered, parted_end, read_interests, read_skills
from companion.resume.reading.merits import read_awards, read_certificates, read_publications
from companion.resume.reading.numbered import unnumbered
from companion.resume.reading.parts import header_of, parts_of
from companion.resume.reading.projects import read_projects
from companion.resume.reading.rails import unrailed
from companion.resume.reading.remarks import certified
from companion.resume.reading.roles import Role, roles
from companion.resume.reading.schools import read_schools
from companion.resume.reading.shape import entries
from companion.resume.reading.titles import kind_of
from companion.resume.reading.untold import untold
from companion.resume.reading.vocabulary import names_language
from companion.resume.reading.woven import woven
from companion.resume.reading.wraps import unwrapped

_REFERENCES = re.compile(
    r"(?:references?|referees?|referenzen|références|referencias|referenze|referências)\b.{0,40}"
    r"\b(?:request|given|available|furnished|supplied|anfrage|wunsch|demande|solicitud|petición|richiesta|pedido)\b",
    re.IGNORECASE,
)
"""What people say at the end of a resume, under whatever title stands last."""
_SURE = 0.65
"""Below this, a fact is marked to be looked at."""


def assemble(lines: Sequence[TextLine], links: Sequence[str] = (), hints: Sequence[str] = ()) -> Profile:
    """The profile that `lines` tell. `hints` are the file's own title and author, which may repeat the name."""
    lines = unrailed(unwrapped(ungraded(unhyphenated(lines))))
    lines, signed = without_closing(unnumbered(lines))
    parts = parts_of(lines)
    header = header_of(lines, parts)
    contact = read_contact(lines, header, links, hints)
    if any(is_lasting(line) for kind, _, body in parts if kind == "work" for line in body):
        contact = linked_heading(contact, lines, header)
    unplaced = [lines[n].plain for n in sorted(header) if n not in contact.used and not kind_of(lines[n].plain)]
    unplaced += signed
    doubts: list[Doubt] = []
    if contact.name and contact.sure < _SURE:
        doubts.append(Doubt(path="basics/name", confidence=round(contact.sure, 2), source=contact.name[:500]))
    by_kind: dict[str, list[list[TextLine]]] = {}
    for kind, _, body in parts:
        if kind not in ("head", "contact", "other"):
            by_kind.setdefault(kind, []).append(uncentred(body))
    unplaced += [text for kind, title, body in parts if kind == "other" and body for text in (title, *_plain(body))]
    worked = [without_breaks(body) for body in by_kind.get("work", [])]
    work = [entry for body, _ in worked for entry in _work(body, doubts)]
    unplaced += [text for _, texts in worked for text in texts]
    education, told = woven([*by_kind.get("education", []), *by_kind.get("certificates", [])])
    for kind in ("education", "certificates"):
        by_kind[kind] = [body for body in by_kind.get(kind, []) if body not in told]
    taught = [certified(body) for body in by_kind["education"]]
    by_kind["education"] = [body for body, _ in taught]
    by_kind["certificates"] += [listed for _, listed in taught if listed]
    if not (education or by_kind["education"]):
        trained = [body for body in by_kind.get("certificates", []) if _is_schooling(body)]
        by_kind["education"] = trained
        by_kind["certificates"] = [body for body in by_kind.get("certificates", []) if body not in trained]
    education += [e for body in by_kind.get("education", []) for e in read_education(body)]
    courses = [unbulleted(t) for body in by_kind.get("courses", []) for t in gathered(body)]
    if courses and education:
        education[0] = msgspec.structs.replace(
            education[0], courses=(*education[0].courses, *(c[:500] for t in courses for c in t.split(", ")))
        )
    else:
        unplaced += courses
    lists = [parted_end(body) for body in by_kind.get("skills", [])]
    listed = [entry for body, _ in lists for entry in read_skills(body)]
    unplaced += [line.plain for _, below in lists for line in below]
    skills, spoken, hobbies = _sorted_out(listed)
    referees = [one.name for one in skills if not one.keywords and _REFERENCES.match(one.name)]
    skills = [one for one in skills if one.name not in referees]
    _doubt_dates(work, doubts)
    profile = Profile(
        id=new_id(),
        basics=_basics(contact, by_kind.get("summary", [])),
        work=tuple(work),
        volunteer=tuple(
            _volunteer(block, role) for body in by_kind.get("volunteer", []) for block, role in _read(body)
        ),
        education=tuple(education),
        awards=tuple(entry for body in by_kind.get("awards", []) for entry in read_awards(body)),
        certificates=tuple(entry for body in by_kind.get("certificates", []) for entry in read_certificates(body)),
        publications=tuple(entry for body in by_kind.get("publications", []) for entry in read_publications(body)),
        skills=tuple(skills),
        languages=(*(one for body in by_kind.get("languages", []) for one in read_languages(body)), *spoken),
        interests=(*(entry for body in by_kind.get("interests", []) for entry in read_interests(body)), *hobbies),
        references=tuple(
            Reference(reference=t)
            for t in (*referees, *(t for b in by_kind.get("references", []) for t in gathered(b)))
        ),
        projects=tuple(entry for body in by_kind.get("projects", []) for entry in read_projects(body)),
        unplaced=tuple(text for text in unplaced if text),
        doubts=tuple(doubts),
    )
    titles = {title for kind, title, _ in parts if kind != "other"}
    told = tuple(line for n, line in enumerate(lines) if n not in contact.used and line.plain not in titles)
    return doubted(msgspec.structs.replace(profile, unplaced=(*profile.unplaced, *untold(profile, told))))


def _is_schooling(body: Sequence[TextLine]) -> bool:
    """Whether a section of training tells of schools with a degree and the years there."""
    return any(one.institution and one.study_type and (one.start_date or one.end_date) for one in read_schools(body))


def _plain(body: Sequence[TextLine]) -> list[str]:
    return [line.plain for line in body]


def _sorted_out(skills: Sequence[Skill]) -> tuple[list[Skill], list[Language], list[Interest]]:
    """Skills without the rows of spoken languages and of interests that some people list among them, and those."""
    kept: list[Skill] = []
    spoken: list[Language] = []
    hobbies: list[Interest] = []
    for skill in skills:
        if skill.keywords and kind_of(skill.name) == "languages" and any(map(names_language, skill.keywords)):
            spoken += read_languages([TextLine(text=", ".join(skill.keywords))])
        elif skill.keywords and kind_of(skill.name) == "interests":
            hobbies += [Interest(name=item) for item in skill.keywords]
        else:
            kept.append(skill)
    return kept, spoken, hobbies


def _basics(contact: Contact, summaries: Sequence[Sequence[TextLine]]) -> Basics:
    city, region, country = split_place(contact.place)
    given, _, family = contact.name.partition(" ")
    if " " in family:
        given, _, family = contact.name.rpartition(" ")
    return Basics(
        name=contact.name[:500],
        given_name=given[:500],
        family_name=family[:500],
        label=contact.label,
        email=contact.email[:500],
        phone=contact.phone[:500],
        url=contact.url[:500],
        summary="\n".join(text for text in (paragraphs(body) for body in summaries) if text)[:20_000],
        location=Location(
            address=contact.street[:500], postal_code=contact.postal, city=city, region=region, country_code=country
        ),
        profiles=contact.profiles,
    )


def paragraphs(lines: Sequence[TextLine]) -> str:
    """Running text with its wrapped lines joined; bullets and wider gaps start a new line."""
    out: list[str] = []
    for line in lines:
        text = unbulleted(line.plain) if line.bullet else line.plain
        if out and not line.bullet and line.gap < 1.0:
            out[-1] = joined(out[-1], text)
        else:
            out.append(text)
    return "\n".join(out)


def _read(body: Sequence[TextLine]) -> list[tuple[Block, Role]]:
    if linked := linked_roles(body):
        return linked
    found = entries(unlabelled(aside(body)))
    told = list(zip(found, roles(found), strict=True))
    return [one for n, one in enumerate(told) if not any(_heads(one, role) for _, role in told[n + 1 : n + 2])]


def _heads(one: tuple[Block, Role], below: Role) -> bool:
    """Whether an entry is no more than the employer, with the years there, above the titles that one held."""
    block, role = one
    bare = role.company and not (role.title or role.rest or block.bullets or block.prose)
    within = role.span.ranged and below.span.ranged and role.span.start[:4] <= below.span.start[:4]
    return bool(bare and within and below.title and below.company == role.company)


def _work(body: Sequence[TextLine], doubts: list[Doubt]) -> list[Work]:
    out: list[Work] = told_work(body)
    for block, role in [] if out else _read(body):
        start, end = _dates(role)
        summary = "\n".join(text for text in (*role.rest, block.prose) if text)
        if not (role.title or role.company) and out:
            last = out[-1]
            out[-1] = msgspec.structs.replace(
                last, highlights=(*last.highlights, *block.bullets), summary=_plus(last.summary, summary)
            )
            continue
        out.append(
            Work(
                name=role.company[:500],
                position=role.title[:500],
                location=role.place[:500],
                start_date=start,
                end_date=end,
                description=(sector := sector_of(block.bullets)).partition(":")[2].strip(),
                summary=summary,
                highlights=tuple(text for text in block.bullets if text != sector),
            )
        )
        if role.sure < _SURE and block.head:
            source = " / ".join(line.plain for line in block.head)[:500]
            doubts.append(Doubt(path=f"work/{len(out) - 1}", confidence=round(role.sure, 2), source=source))
    return out


def _plus(first: str, second: str) -> str:
    return f"{first}\n{second}".strip()


def _dates(role: Role) -> tuple[str, str]:
    span = role.span
    if span.ranged:
        return span.start, span.end
    return span.start if span.season else "", span.start


def _doubt_dates(work: Sequence[Work], doubts: list[Doubt]) -> None:
    doubts.extend(
        Doubt(path=f"work/{n}/startDate", confidence=0.3, source=(entry.position or entry.name)[:500])
        for n, entry in enumerate(work)
        if not entry.start_date and not entry.end_date
    )


def _volunteer(block: Block, role: Role) -> Volunteer:
    start, end = _dates(role)
    return Volunteer(
        organization=role.company[:500],
        position=role.title[:500],
        start_date=start,
        end_date=end,
        summary="\n".join(text for text in (*role.rest, block.prose) if text),
        highlights=block.bullets,
    )
