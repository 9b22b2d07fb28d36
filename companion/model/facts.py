"""Facts: every leaf of a profile by its path, so that a resume line and a form value can name what carries them."""

from collections.abc import Iterator
from typing import cast

import msgspec

from companion.model.profile import Fact, Profile

_NOT_FACTS = frozenset(
    {"id", "version", "persona", "personas", "meta", "extra", "unplaced", "doubts", "updatedAt", "preferences"}
)


def facts(profile: Profile) -> dict[str, Fact]:
    """All non-empty leaves of `profile`, path → Fact. Paths use the stored (camelCase) names and list indices.

    Booleans read as `true`/`false`, numbers as written. Preferences are wishes and not facts, so they are absent.
    """
    document = cast("dict[str, object]", msgspec.to_builtins(profile))
    return {
        path: Fact(path=path, text=text)
        for name, value in document.items()
        if name not in _NOT_FACTS
        for path, text in leaves(name, value)
    }


def leaves(path: str, value: object) -> Iterator[tuple[str, str]]:
    """(path, text) of every non-empty leaf of builtins that stand at `path`; unknown properties left out."""
    if isinstance(value, dict):
        for name, child in cast("dict[str, object]", value).items():
            if name != "extra":
                yield from leaves(f"{path}/{name}", child)
    elif isinstance(value, list | tuple):
        for index, child in enumerate(cast("list[object]", value)):
            yield from leaves(f"{path}/{index}", child)
    elif isinstance(value, bool):
        yield path, "true" if value else "false"
    elif isinstance(value, float) and value.is_integer():
        yield path, str(int(value))
    elif value is not None and value != "":
        yield path, str(value)
