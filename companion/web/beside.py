"""The file a profile was read from, as the dashboard shows it beside the reading: pages, and where each fact stands."""

import asyncio
from collections.abc import Mapping

import msgspec
from litestar import Response

from companion.agents import Services
from companion.errors import NotFound
from companion.model.profile import Profile
from companion.resume.beside import ABOUT, WITH_LINES, Mark, Source, around, marked, places
from companion.web.editing import SECTIONS, entries, shown
from companion.web.files import Download, download


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One page. Without a picture it is its lines."""

    number: int
    width: int
    height: int
    pictured: bool
    marks: tuple[Mark, ...]


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """What stands beside the reading. `version` tells one file from another."""

    version: str
    pages: tuple[Page, ...]
    places: Mapping[str, tuple[int, ...]]


class Homeless(msgspec.Struct, frozen=True, kw_only=True):
    """A line that found no place, and the place that is proposed for it; empty where none is."""

    number: int
    text: str
    to: str


async def beside(services: Services, profile: Profile) -> Beside | None:
    """The pane for `profile`; None where there is no file, or none that can be shown."""
    source = await services.resumes.source(profile)
    if source is None:
        return None
    known = await asyncio.to_thread(places, source, profile)
    pages = tuple(
        Page(number=number, width=page.width, height=page.height, pictured=bool(page.picture), marks=marks)
        for number, (page, marks) in enumerate(zip(source.pages, marked(source, known, profile.doubts), strict=True))
    )
    return Beside(version=str(profile.meta.get("source", ""))[:12], pages=pages, places=known)


def page_picture(seen: Source | None, number: int) -> Response[bytes]:
    """The answer that carries the picture of a page. Raises NotFound."""
    if seen is None or not 0 <= number < len(seen.pages) or not seen.pages[number].picture:
        raise NotFound("There is no such page.")
    return download(Download(seen.pages[number].picture, f"page-{number + 1}.webp", "image/webp"))


def homeless(profile: Profile, there: Beside | None) -> list[Homeless]:
    """What found no place: proposed is the entry or list it stands in, in the file."""
    known: Mapping[str, tuple[int, ...]] = there.places if there else {}
    offered = {value for _, group in targets(profile) for value, _ in group}
    found: list[Homeless] = []
    for number, text in enumerate(profile.unplaced):
        to = around(known, lines) if (lines := known.get(f"unplaced/{number}")) else ""
        found.append(Homeless(number=number, text=text, to=to if to in offered else ""))
    return found


def targets(profile: Profile) -> list[tuple[str, list[tuple[str, str]]]]:
    """Where a line may be put, in groups: (value, name)."""
    own = [
        (f"{section}/{index}", ", ".join(filter(None, (one.name, one.beside))) or f"{SECTIONS[section][0]} {index + 1}")
        for section in WITH_LINES
        for index, one in enumerate(shown(section, entry) for entry in entries(profile, section))
    ]
    new = [(section, title) for section, (title, _, _) in SECTIONS.items()]
    groups = [("About you", [*ABOUT.items()]), ("A new entry under", new), ("A line of", own)]
    return [one for one in groups if one[1]]
