"""A form for any entry of the profile, made from the entry's own type: fields in, the changed entry out."""

import types
from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeVar, Union, cast, get_args, get_origin

import msgspec

from companion.errors import BadInput, NotFound
from companion.model import profile as nouns
from companion.model.profile import Profile

T = TypeVar("T", bound=msgspec.Struct)
Kind = Literal["line", "text", "lines", "date", "email", "url", "tel"]

SECTIONS: dict[str, tuple[str, type[msgspec.Struct], str]] = {
    "work": ("Work", nouns.Work, "name"),
    "education": ("Education", nouns.Education, "institution"),
    "projects": ("Projects", nouns.Project, "name"),
    "skills": ("Skills", nouns.Skill, "name"),
    "languages": ("Languages", nouns.Language, "language"),
    "certificates": ("Certificates", nouns.Certificate, "name"),
    "volunteer": ("Volunteering", nouns.Volunteer, "organization"),
    "publications": ("Publications", nouns.Publication, "name"),
    "awards": ("Awards", nouns.Award, "title"),
    "interests": ("Interests", nouns.Interest, "name"),
    "references": ("References", nouns.Reference, "name"),
}
"""Section → its heading, the type of its entries, and the field that names an entry."""

_LABELS = {
    "name": "Name",
    "label": "Headline",
    "url": "Link",
    "study_type": "Degree",
    "area": "Subject",
    "score": "Grade",
    "highlights": "Highlights, one a line",
    "keywords": "Keywords, one a line",
    "courses": "Courses, one a line",
    "roles": "Roles, one a line",
    "start_date": "From",
    "end_date": "To",
    "given_name": "First name",
    "family_name": "Last name",
    "preferred_name": "Called",
    "email": "E-mail",
    "country_code": "Country (two letters)",
    "address2": "Address, second line",
}
_OWN_LABELS = {("Work", "name"): "Employer", ("Skill", "name"): "Skill", ("Project", "name"): "Project"}
_HIDDEN = frozenset({"extra", "location", "profiles", "image"})
_PROSE = frozenset({"summary", "description", "reference"})
_HINTS = {"start_date": "2021, 2021-03 or 2021-03-15", "end_date": "empty: still there"}


class Input(msgspec.Struct, frozen=True, kw_only=True):
    """One field of the form."""

    name: str
    label: str
    kind: Kind
    value: str
    path: str
    """Of the fact it holds, below the entry's: `startDate`, `location/city`."""
    hint: str = ""


def inputs(entry: msgspec.Struct, prefix: str = "") -> tuple[Input, ...]:
    """The fields of `entry`, in its own order."""
    found: list[Input] = []
    for field in msgspec.structs.fields(type(entry)):
        kind = _kind(field.name, field.type)
        if field.name in _HIDDEN or kind is None:
            continue
        value = getattr(entry, field.name)
        found.append(
            Input(
                name=prefix + field.name,
                label=_OWN_LABELS.get((type(entry).__name__, field.name))
                or _LABELS.get(field.name, field.name.replace("_", " ").capitalize()),
                kind=kind,
                value="\n".join(cast("tuple[str, ...]", value)) if kind == "lines" else str(value),
                path=prefix.replace(".", "/") + field.encode_name,
                hint=_HINTS.get(field.name, ""),
            )
        )
    return tuple(found)


def changed(entry: T, form: Mapping[str, str], prefix: str = "") -> T:
    """`entry` with what the form says; fields the form does not show stay. Raises BadInput that names the field."""
    values = cast("dict[str, Any]", msgspec.to_builtins(entry))
    for field in msgspec.structs.fields(type(entry)):
        sent = form.get(prefix + field.name)
        kind = _kind(field.name, field.type)
        if sent is None or kind is None or field.name in _HIDDEN:
            continue
        text = sent.replace("\r\n", "\n").strip()
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        values[field.encode_name] = lines if kind == "lines" else text
    return converted(values, type(entry))


def converted(values: object, kind: type[T]) -> T:
    """`values` as a typed entry. Raises BadInput with the place at fault, never the value."""
    try:
        return msgspec.convert(values, kind)
    except msgspec.ValidationError as error:
        said, _, path = str(error).partition(" - at `$.")
        if "matching regex" in said:
            said = "This is not written as a date: use 2021, 2021-03 or 2021-03-15"
        raise BadInput(f"{said}.", "Go back and correct it.", pointer="/" + path.rstrip("`")) from error


def entries(profile: Profile, section: str) -> tuple[msgspec.Struct, ...]:
    """The entries of a section. Raises NotFound for a section there is not."""
    if section not in SECTIONS:
        raise NotFound("The profile has no such section.")
    return cast("tuple[msgspec.Struct, ...]", getattr(profile, section))


def entry_of(profile: Profile, section: str, index: int) -> msgspec.Struct:
    """An entry, or a new empty one where `index` is just past the last. Raises NotFound."""
    held = entries(profile, section)
    if index == len(held):
        return SECTIONS[section][1]()
    if not 0 <= index < len(held):
        raise NotFound("There is no such entry.", "It may have been removed meanwhile.")
    return held[index]


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """An entry as the profile page shows it."""

    name: str
    beside: str
    dates: tuple[str, ...]
    """From and to, or one date, as the profile writes them."""
    lines: tuple[str, ...]


def shown(section: str, entry: msgspec.Struct) -> Shown:
    """What stands first in an entry, what beside it, when, and its lines."""

    def said(name: str) -> str:
        return str(getattr(entry, name, ""))

    own = said(SECTIONS[section][2])
    first = said("position") or ", ".join(filter(None, (said("study_type"), said("area"))))
    beside = own if first else said("fluency") or said("level") or said("issuer") or said("publisher")
    beside = beside or ", ".join(cast("tuple[str, ...]", getattr(entry, "keywords", ())))
    start, end = said("start_date"), said("end_date")
    span = (start or "?", end or "now") if start or end else (said("date") or said("release_date"),)
    lines = cast("tuple[str, ...]", getattr(entry, "highlights", ()))
    return Shown(name=first or own, beside=beside, dates=tuple(filter(None, span)), lines=lines)


def with_entry(profile: Profile, section: str, index: int, entry: msgspec.Struct | None) -> Profile:
    """`profile` with the entry put at `index`; None removes it. Doubts about what stood there are settled."""
    held = list(entries(profile, section))
    held[index : index + 1] = [] if entry is None else [entry]
    place = f"{section}/{index}/" if entry is not None else f"{section}/"
    doubts = tuple(doubt for doubt in profile.doubts if not f"{doubt.path}/".startswith(place))
    return msgspec.structs.replace(profile, **{section: tuple(held)}, doubts=doubts)


def _kind(name: str, declared: Any) -> Kind | None:
    """How a field is written; None for what a form of lines cannot hold."""
    bare, limit = _bare(declared)
    if get_origin(bare) is tuple:
        return "lines" if _bare(get_args(bare)[0])[0] is str else None
    if bare is not str:
        return None
    if name.endswith("date") or name == "date":
        return "date"
    special: dict[str, Kind] = {"email": "email", "url": "url", "phone": "tel"}
    return special.get(name) or ("text" if name in _PROSE and limit > 1_000 else "line")


def _bare(declared: Any) -> tuple[Any, int]:
    """A declared type without its constraints, and its greatest length."""
    limit = 0
    while get_origin(declared) is Annotated:
        declared, *notes = get_args(declared)
        limit = max([limit, *(note.max_length or 0 for note in notes if isinstance(note, msgspec.Meta))])
    if get_origin(declared) in (Union, types.UnionType):
        return None, limit
    return declared, limit
