"""Personas: one person's facts shown for one direction. Nothing is added; facts keep their paths, shown or not."""

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from companion.model.profile import Persona, Profile

T = TypeVar("T")
WHOLE = "default"
"""Name of the profile shown as all of it."""


def persona_of(profile: Profile, name: str) -> Persona | None:
    """The persona called `name`; None for the whole profile and for one that is gone."""
    return next((one for one in profile.personas if one.name == name), None)


def shown_as(profile: Profile, name: str) -> Profile:
    """`profile` with the headline, summary and wishes of the persona `name`; as it is where there is none such."""
    one = persona_of(profile, name)
    if one is None:
        return profile
    basics = msgspec.structs.replace(
        profile.basics, label=one.label or profile.basics.label, summary=one.summary or profile.basics.summary
    )
    wishes = profile.preferences if one.preferences is None else one.preferences
    return msgspec.structs.replace(profile, persona=one.name, basics=basics, preferences=wishes)


class Choice:
    """What the persona a profile is shown as leaves out, and what it puts first. The whole profile chooses nothing."""

    def __init__(self, profile: Profile) -> None:
        one = persona_of(profile, profile.persona) or Persona(name=WHOLE)
        self._hidden = one.hidden
        self._places = {path: number for number, path in enumerate(one.first)}

    def shows(self, path: str) -> bool:
        """Whether what stands at `path` itself is shown; whether its entry is, is asked of the entry's path."""
        return path not in self._hidden

    def place(self, path: str) -> int:
        """Where the person put `path`, or else the entry it is in: a number, greatest for what was given no place."""
        entry = "/".join(path.split("/")[:2])
        return self._places.get(path, self._places.get(entry, len(self._places)))

    def chosen(self, path: str) -> bool:
        """Whether the person gave this very path a place."""
        return path in self._places

    def of(self, path: str, values: Sequence[T]) -> list[tuple[str, T]]:
        """Those shown of the list that stands at `path`, each with its own path, in the persona's order."""
        if path in self._hidden:
            return []
        pairs = [(f"{path}/{number}", value) for number, value in enumerate(values)]
        return sorted((pair for pair in pairs if self.shows(pair[0])), key=lambda pair: self.place(pair[0]))

    def sections(self, kinds: Sequence[str]) -> list[str]:
        """The kinds of section that are shown, in the persona's order."""
        return sorted((kind for kind in kinds if self.shows(kind)), key=self.place)
