"""What changed between two states of a profile, entry by entry and field by field, and putting one such thing back.

Entries have no names of their own, so those of two states are paired: the same first, then those of the same head
(employer, title, start), of the same employer and start, of the same lines; and, where none came or went, the one at
the same place.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import cast

import msgspec

from companion.errors import NotFound
from companion.model.facts import leaves
from companion.model.profile import ApplicationFacts, Basics, Persona, Preferences, Profile

SECTIONS = (
    "work", "education", "projects", "skills", "languages", "certificates", "volunteer", "publications", "awards",
    "interests", "references", "personas",
)  # fmt: skip
_GROUPS: dict[str, type[msgspec.Struct]] = {
    "basics": Basics, "application": ApplicationFacts, "preferences": Preferences,
}  # fmt: skip
_NAMES = ("name", "organization", "institution", "title", "language")
_KEYS = ((*_NAMES, "position", "study_type", "start_date"), (*_NAMES, "start_date"), ("highlights",))
"""Fields by which entries are paired, one set after the other."""


class Leaf(msgspec.Struct, frozen=True):
    """One value that changed: its name within the thing, and what it said before and after; empty where nothing."""

    name: str
    before: str
    after: str


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A thing that changed. `before` is its path in the earlier state, `after` in the later; empty where it is not."""

    before: str
    after: str
    leaves: tuple[Leaf, ...]


def changes(earlier: Profile, later: Profile) -> tuple[Change, ...]:
    """Everything of the person's own that differs, in the order of the profile."""
    found: list[Change] = []
    for group in _GROUPS:
        for field in msgspec.structs.fields(_GROUPS[group]):
            path = f"{group}/{field.encode_name}"
            old, new = (getattr(getattr(one, group), field.name) for one in (earlier, later))
            found += _change(path, path, old, new)
    for section in SECTIONS:
        olds, news = _entries(earlier, section), _entries(later, section)
        after = _pairs(olds, news)
        for index, old in enumerate(olds):
            place = after.get(index)
            found += _change(f"{section}/{index}", _path(section, place), old, None if place is None else news[place])
        kept = set(after.values())
        found += [
            change
            for index, new in enumerate(news)
            if index not in kept
            for change in _change("", f"{section}/{index}", None, new)
        ]
    return tuple(found)


def put_back(present: Profile, earlier: Profile, later: Profile, change: Change) -> Profile:
    """`present` with one of the `changes` from `earlier` to `later` undone. Raises NotFound where it is gone since."""
    place, _, rest = (change.before or change.after).partition("/")
    if place in _GROUPS:
        name = {field.encode_name: field.name for field in msgspec.structs.fields(_GROUPS[place])}[rest]
        held = msgspec.structs.replace(getattr(present, place), **{name: getattr(getattr(earlier, place), name)})
        return msgspec.structs.replace(present, **{place: held})
    index, held = int(rest), list(_entries(present, place))
    at = None
    if change.after:  # where it is now
        now = int(change.after.partition("/")[2])
        at = _pairs(_entries(later, place), held, loosely=bool(change.before)).get(now)
    if change.before:
        old = _entries(earlier, place)[index]
        if isinstance(old, Persona):
            old = _moved(old, dict(_moves(earlier, present)))
        held[index if at is None else at : index if at is None else at + 1] = [old]
    elif at is None:
        raise NotFound("It is not in the profile any more.", "There is nothing to take back.")
    else:
        del held[at]
    return msgspec.structs.replace(present, **{place: tuple(held)})


def followed(earlier: Profile, later: Profile) -> Profile:
    """`later` with what its personas hide and put first moved along with the entries and lines that moved."""
    if not later.personas:
        return later
    moves = dict(_moves(earlier, later))
    personas = tuple(
        _moved(one, moves) if one in earlier.personas else one  # a changed one speaks of the profile as it is now
        for one in later.personas
    )
    return msgspec.structs.replace(later, personas=personas)


def _moved(persona: Persona, moves: Mapping[str, str]) -> Persona:
    def now(paths: Iterable[str]) -> Iterator[str]:
        return filter(None, (moves.get(path, "") if "/" in path else path for path in paths))

    return msgspec.structs.replace(persona, hidden=frozenset(now(persona.hidden)), first=tuple(now(persona.first)))


def _moves(earlier: Profile, later: Profile) -> Iterator[tuple[str, str]]:
    """Path before → path after, of every entry and line that is in both."""
    for section in SECTIONS:
        olds, news = _entries(earlier, section), _entries(later, section)
        for old, new in _pairs(olds, news).items():
            yield f"{section}/{old}", f"{section}/{new}"
            for field in msgspec.structs.fields(type(olds[old])):
                path = f"{section}/{old}/{field.encode_name}", f"{section}/{new}/{field.encode_name}"
                yield path
                values = getattr(olds[old], field.name), getattr(news[new], field.name)
                if isinstance(values[0], tuple):
                    for a, b in _pairs(cast("tuple[str, ...]", values[0]), values[1]).items():
                        yield f"{path[0]}/{a}", f"{path[1]}/{b}"


def _pairs(olds: Sequence[object], news: Sequence[object], *, loosely: bool = True) -> dict[int, int]:
    """Index of an old entry or line → index of what became of it; not `loosely`: where that is beyond doubt."""
    found: dict[int, int] = {}
    for key in (_same, *(partial(_key, names) for names in _KEYS[: None if loosely else 1])):
        free = [n for n in range(len(news)) if n not in set(found.values())]
        for index, old in enumerate(olds):
            wanted = key(old) if index not in found else None
            if wanted and (at := next((n for n in free if key(news[n]) == wanted), None)) is not None:
                found[index] = at
                free.remove(at)
    if loosely and len(olds) == len(news):
        taken = set(found.values())
        found |= {n: n for n in range(len(olds)) if n not in found and n not in taken}
    return found


def _same(entry: object) -> object:
    return entry


def _key(names: Iterable[str], entry: object) -> object:
    """What `entry` says in those fields; None where that is nothing."""
    said = tuple(value for name in names if (value := getattr(entry, name, None)))
    return said or None


def _entries(profile: Profile, section: str) -> tuple[msgspec.Struct, ...]:
    return cast("tuple[msgspec.Struct, ...]", getattr(profile, section))


def _path(section: str, index: int | None) -> str:
    return "" if index is None else f"{section}/{index}"


def _change(before: str, after: str, old: object, new: object) -> list[Change]:
    if old == new:
        return []
    was, now = (dict(leaves("", msgspec.to_builtins(one, order="deterministic"))) for one in (old, new))
    told = tuple(
        Leaf(name.strip("/"), was.get(name, ""), now.get(name, ""))
        for name in [*was, *(name for name in now if name not in was)]
        if was.get(name) != now.get(name)
    )
    return [Change(before=before, after=after, leaves=told)] if told else []
