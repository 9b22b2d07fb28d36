"""What a persona shows, as a form: a tick and a place for every section, entry and line a resume can show."""

from collections.abc import Iterator, Mapping
from typing import cast

import msgspec

from companion.errors import BadInput
from companion.model.profile import Persona, Profile
from companion.web.editing import SECTIONS, entries, shown

_LINES = ("highlights", "keywords", "courses")
_NEVER = frozenset({"references"})
"""Sections no resume of ours shows."""


class PersonaForm(msgspec.Struct, frozen=True, kw_only=True):
    """All but the places, whose fields are named by path (`place.work/0`). `show` holds the ticked paths."""

    name: str = ""
    label: str = ""
    summary: str = ""
    show: tuple[str, ...] = ()


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that can be shown: its path, its words, its place among its like ("" where none), and what is in it."""

    path: str
    text: str
    beside: str = ""
    shown: bool
    place: str
    inside: tuple["Row", ...] = ()


def rows(profile: Profile, persona: Persona) -> tuple[Row, ...]:
    """Every section that holds something, with its entries and their lines, in the profile's order."""
    places: dict[str, int] = {}
    counts: dict[str, int] = {}
    for path in persona.first:
        parent = path.rpartition("/")[0]
        places[path] = counts[parent] = counts.get(parent, 0) + 1

    def row(path: str, text: str, beside: str = "", inside: tuple[Row, ...] = ()) -> Row:
        place = str(places.get(path, ""))
        return Row(path=path, text=text, beside=beside, shown=path not in persona.hidden, place=place, inside=inside)

    found: list[Row] = []
    for name, (title, _, _) in SECTIONS.items():
        if name in _NEVER or not (held := entries(profile, name)):
            continue
        inside: list[Row] = []
        for index, entry in enumerate(held):
            path, told = f"{name}/{index}", shown(name, entry)
            lines = tuple(row(line, text) for line, text in _lines(path, entry))
            inside.append(row(path, told.name or "unnamed", told.beside, lines))
        found.append(row(name, title, "", tuple(inside)))
    return tuple(found)


def persona_of(form: PersonaForm, sent: Mapping[str, str], profile: Profile, known: Persona) -> Persona:
    """`known` as the form says it. Raises BadInput for a name that is empty or taken, or a place that is no number."""
    paths = [row.path for row in _all(rows(profile, known))]
    ticked = set(form.show)
    asked = ((_place(sent.get(f"place.{path}", "")), number, path) for number, path in enumerate(paths))
    places = sorted(one for one in asked if one[0])
    return msgspec.structs.replace(
        known,
        name=named(form.name, profile, known),
        label=_within(form.label, 500, "headline"),
        summary=_within(form.summary.replace("\r\n", "\n"), 20_000, "summary"),
        hidden=frozenset(path for path in paths if path not in ticked),
        first=tuple(path for _, _, path in places),
    )


def named(name: str, profile: Profile, known: Persona | None = None) -> str:
    """The name as it is kept. Raises BadInput where it is empty, too long, or another persona's."""
    said = " ".join(name.split())
    if not said or len(said) > 60:
        raise BadInput("A persona needs a name of up to 60 characters.", "Call it Backend, Data, …", pointer="/name")
    others = {"default", *(one.name.casefold() for one in profile.personas if one is not known)}
    if said.casefold() in others:
        raise BadInput("There is a persona of this name already.", "Give it another name.", pointer="/name")
    return said


def _lines(path: str, entry: msgspec.Struct) -> Iterator[tuple[str, str]]:
    for name in ("summary", "description"):
        if text := str(getattr(entry, name, "")):
            yield f"{path}/{name}", text
    for name in _LINES:
        values = cast("tuple[str, ...]", getattr(entry, name, ()))
        yield from ((f"{path}/{name}/{number}", text) for number, text in enumerate(values))


def _all(found: tuple[Row, ...]) -> Iterator[Row]:
    for row in found:
        yield row
        yield from _all(row.inside)


def _place(text: str) -> int:
    """A place from 1; 0 for none. Raises BadInput."""
    if not (said := text.strip()):
        return 0
    if not said.isdecimal() or len(said) > 3 or not int(said):
        raise BadInput("A place is a number from 1.", "Leave it empty to keep the profile's order.", pointer="/place")
    return int(said)


def _within(text: str, limit: int, what: str) -> str:
    if len(said := text.strip()) > limit:
        raise BadInput(f"The {what} is longer than {limit:,} characters.", "Shorten it.", pointer=f"/{what}")
    return said
