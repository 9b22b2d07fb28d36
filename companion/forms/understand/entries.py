"""Repeated blocks: which job, school or reference a field belongs to, and what "Start date" means inside it."""

import re
from collections.abc import Sequence

import msgspec

from companion.forms.understand.folding import plain
from companion.forms.understand.standard import Candidate
from companion.forms.words import word_set
from companion.model.form import Field, Snapshot

_BLOCKS = {
    "work": word_set(
        "work employment experience jobs employer employers career berufserfahrung berufspraxis werdegang experiences "
        "experiencia laboral profissional professionnelle professionnelles esperienza esperienze werkervaring "
        "doswiadczenie "
        "tatigkeit workexperience positions"
    ),
    "education": word_set(
        "education educations school schools university academic degree college ausbildung studium bildung formation "
        "formations etudes educacion estudios educacao formacao formazione istruzione opleiding wyksztalcenie "
        "educational "
        "qualifications studies"
    ),
    "references": word_set("references reference referees referee referenzen referencias references"),
    "emergency": word_set("emergency notfall notfallkontakt"),
    "certifications": word_set(
        "certification certifications certificate certificates zertifikat zertifikate certificat certificats "
        "certificacion certificaciones certificacao certificacoes"
    ),
    "languages": word_set("language languages sprache sprachen langue langues idioma idiomas lingua lingue taal talen"),
}
ONE_OF = {"work": word_set("job position role"), "education": word_set("degree")}
"""What buttons call one entry, besides the names of its block."""
_MEANS: dict[str, dict[str, str]] = {
    "work": {
        "name.full": "work.employer", "current.company": "work.employer", "current.title": "work.title",
        "entry.title": "work.title", "location.current": "work.location", "address.city": "work.location",
        "address.state": "work.location", "entry.start": "work.start", "entry.end": "work.end",
        "entry.current": "work.current", "entry.description": "work.description", "summary": "work.description",
        "entry.leaving": "work.leaving", "entry.supervisor": "work.supervisor",
        "entry.supervisor.phone": "work.supervisor.phone", "phone": "work.supervisor.phone", "entry.pay": "work.pay",
        "links.website": "work.url", "headline": "work.title", "salutation": "work.title",
        "address.line1": "work.location", "address.country": "work.location",
    },
    "education": {
        "name.full": "education.school", "current.company": "education.school",
        "location.current": "education.location",
        "address.city": "education.location", "address.state": "education.location", "entry.start": "education.start",
        "entry.end": "education.end", "education.year": "education.end", "entry.title": "education.degree",
        "salutation": "education.degree", "address.country": "education.location",
    },
    "references": {
        "name.full": "references.name", "name.first": "references.name", "name.last": "references.name",
        "current.company": "references.company", "email": "references.email", "phone": "references.phone",
        "entry.title": "references.relationship", "current.title": "references.relationship",
        "salutation": "references.relationship",
    },
    "emergency": {
        "name.full": "emergency.name", "name.first": "emergency.name", "name.last": "emergency.name",
        "phone": "emergency.phone", "references.relationship": "emergency.relation", "email": "emergency.phone",
        "address.line1": "emergency.name",
    },
    "certifications": {
        "name.full": "certifications", "current.company": "certifications.issuer", "entry.start": "certifications.date",
        "entry.title": "certifications",
    },
    "languages": {},
}  # fmt: skip
_ALONE: dict[str, str] = {
    "entry.description": "work.description", "entry.leaving": "work.leaving", "entry.supervisor": "work.supervisor",
    "entry.supervisor.phone": "work.supervisor.phone", "education.year": "education.year",
}  # fmt: skip
"""What an entry's key means where no block is recognised; the others then mean nothing."""
_ENDS = word_set("entry.end entry.current")
"""What tells an entry from "Current employer" and "Start date" of one who applies: that it ended, or goes on."""
_WORKS = word_set("current.title entry.title current.company")
_LEARNS = word_set("education.school education.degree education.field")
_GRADUATES = word_set("education.end education.year") | _ENDS
_SEAM = re.compile(r"(?<=[a-z])(?=[A-Z\d])|[-_.\[\]:]")
_ENTRY = re.compile(r"block:[^/]+")
"""What the scan calls one entry of a repeated part."""
_LONG_SECTION = 12
_REACH = 6


def headed(snapshot: Snapshot) -> tuple[Field, ...]:
    """The fields, with what an entry's own form is about as section: its heading, else what its button adds."""
    adds = {(button.frame, button.id): f"{button.text} {button.section}" for button in snapshot.buttons}
    fields: list[Field] = []
    for field in snapshot.fields:
        opener = adds.get((field.frame, field.inside)) if field.inside else None
        if opener is not None and not block_named(field.section) and (block := _adds(opener)):
            field = msgspec.structs.replace(field, section=block)
        fields.append(field)
    return tuple(fields)


def _adds(words: str) -> str:
    """The name of the block that a button adds to, which its own words say, or the heading over it; "" for none."""
    said = set(plain(" ".join(_split(words))).split())
    found = {block for block, names in _BLOCKS.items() if names & said} | {b for b, n in ONE_OF.items() if n & said}
    return found.pop() if len(found) == 1 else ""


def place(fields: Sequence[Field], chosen: list[Candidate | None]) -> list[tuple[Candidate | None, int | None]]:
    """The candidates with entry keys made definite, and the index of the entry each belongs to (None outside one)."""
    blocks = [_block(fields, chosen, index) for index in range(len(fields))]
    placed: list[tuple[Candidate | None, int | None]] = []
    at: dict[str, int] = {}
    entries: dict[str, list[str]] = {}
    seen: dict[str, set[str]] = {}
    for index, one in enumerate(chosen):
        block = blocks[index]
        if one is None:
            placed.append((None, None))
            continue
        key = _MEANS.get(block, {}).get(one.key, one.key)
        if key.startswith("entry."):
            key = _ALONE.get(key, "")
        if not key:
            placed.append((None, None))
            continue
        made = (
            one
            if key == one.key
            else Candidate(key, min(one.score, 0.85), f"{one.rule}, in {block or 'no'} block", part=one.part)
        )
        kind = key.partition(".")[0]
        if kind not in {"work", "education", "references"} or key in {
            "education.level",
            "education.has_degree",
            "work.contact",
        }:
            placed.append((made, None))
            continue
        if not fields[index].visible:  # a template that scripts copy for each new block is no block
            placed.append((made, None))
            continue
        if named := _ENTRY.match(fields[index].group):
            known = entries.setdefault(kind, [])
            if named.group() not in known:
                known.append(named.group())
            at[kind] = known.index(named.group())
            placed.append((made, at[kind]))
            continue
        mark = f"{key} {_part(fields[index])} {fields[index].widget == 'checkbox'}"
        if mark in seen.setdefault(kind, set()):
            at[kind] = at.get(kind, 0) + 1
            seen[kind] = set()
        seen[kind].add(mark)
        placed.append((made, at.get(kind, 0)))
    return placed


def _part(field: Field) -> str:
    said = plain(f"{field.label} {field.name} {field.html_id} {field.placeholder}".replace("_", " "))
    return next((part for part in ("month", "year", "day") if part in said), "")


def block_named(text: str) -> str:
    """The repeated block that a heading or a button names (`work`, `education`, …); "" for none or several."""
    words = set(plain(" ".join(_split(text))).split())
    named = [block for block, names in _BLOCKS.items() if names & words]
    return named[0] if len(named) == 1 and len(words) <= _LONG_SECTION else ""


def _block(fields: Sequence[Field], chosen: Sequence[Candidate | None], index: int) -> str:
    """The block a field stands in: by its section, by its identifiers, else by what its neighbours are."""
    field = fields[index]
    one = chosen[index]
    if one is None:
        return ""
    for text in (field.section, f"{field.name} {field.html_id} {field.attributes.get('data-automation-id', '')}"):
        words = plain(" ".join(_split(text))).split()
        if not words or len(words) > _LONG_SECTION:
            continue
        for block, names in _BLOCKS.items():
            if names.intersection(words) and (one.key in _MEANS[block] or one.key.startswith("entry.")):
                if block == "work" and text == field.section and _personal(words):
                    continue
                if block in {"work", "references"} and text != field.section and not _in_block_name(words, names):
                    continue
                return block
    if one.key in _WORKS:
        return "work" if _near(fields, chosen, index, _ENDS) else ""
    if one.key not in _ENDS and one.key not in {"entry.start", "entry.description"}:
        return ""
    learns = _near(fields, chosen, index, _LEARNS)
    if one.key == "entry.start" and not _near(fields, chosen, index, _GRADUATES if learns else _ENDS):
        return ""
    if learns:
        return "education"
    return "work" if _near(fields, chosen, index, _WORKS) else ""


_PERSONAL = word_set("eligibility authorization permit authorisation years total preferences preferred desired")


def _personal(words: Sequence[str]) -> bool:
    return bool(_PERSONAL.intersection(words))


def _in_block_name(words: Sequence[str], names: frozenset[str]) -> bool:
    """An identifier names a block by a plural or a number ("experiences 0 title"), not by a word of the field."""
    return any(word.isdigit() for word in words) and bool(names.intersection(words))


def _split(text: str) -> list[str]:
    return _SEAM.sub(" ", text).split()


def _near(fields: Sequence[Field], chosen: Sequence[Candidate | None], index: int, keys: frozenset[str]) -> bool:
    section = fields[index].section
    for at in range(max(0, index - _REACH), min(len(fields), index + _REACH + 1)):
        other = chosen[at]
        if at != index and other is not None and other.key in keys and fields[at].section == section:
            return True
    return False
