"""The reading beside the file it was read from: looked through, corrected in place, and what found no place put."""

from typing import Any

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Template

from companion.agents import Services
from companion.model.facts import facts
from companion.model.profile import Profile
from companion.resume.beside import placed
from companion.web.beside import Beside, Homeless, beside, homeless, page_picture, targets
from companion.web.editing import SECTIONS, Input, Shown, entries, inputs, shown
from companion.web.form import go, read_fields
from companion.web.pages.profile import basics_inputs, links_text, own_profile, same_version
from companion.web.readings import Readings
from companion.web.template import page
from companion.web.then import after

_LISTS = frozenset({"skills", "languages", "interests"})
"""Sections that are shown as words side by side; each opens its own form."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One entry with its form."""

    path: str
    shown: Shown
    fields: tuple[Input, ...]
    doubted: bool


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One section of the reading."""

    name: str
    title: str
    listed: bool
    entries: tuple[Entry, ...]


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A reading to be looked through: its sections, what is to be checked (paths), and what found no place."""

    beside: Beside | None
    parts: tuple[Part, ...]
    basics: tuple[Input, ...]
    links: str
    doubted: frozenset[str]
    homeless: tuple[Homeless, ...]
    targets: tuple[tuple[str, list[tuple[str, str]]], ...]


@get("/profile/review")
async def review(
    request: Request[Any, Any, Any], services: NamedDependency[Services], readings: NamedDependency[Readings]
) -> Template:
    """What was read, beside the file."""
    profile = own_profile(services)
    readings.facts(facts(profile).values())
    return page(
        request, "review.html", here="profile", profile=profile, then="review", found=await reading(services, profile)
    )


async def reading(services: Services, profile: Profile) -> Reading:
    """What the templates show of a reading beside its file."""
    there = await beside(services, profile)
    return Reading(
        beside=there,
        parts=tuple(_part(name, profile) for name in SECTIONS),
        basics=basics_inputs(profile),
        links=links_text(profile),
        doubted=frozenset(doubt.path for doubt in profile.doubts),
        homeless=tuple(homeless(profile, there)),
        targets=tuple(targets(profile)),
    )


def _part(name: str, profile: Profile) -> Part:
    found = tuple(
        Entry(
            path=f"{name}/{index}",
            shown=shown(name, entry),
            fields=() if name in _LISTS else inputs(entry),
            doubted=any(f"{doubt.path}/".startswith(f"{name}/{index}/") for doubt in profile.doubts),
        )
        for index, entry in enumerate(entries(profile, name))
    )
    return Part(name=name, title=SECTIONS[name][0], listed=name in _LISTS, entries=found)


@get("/profile/source/{number:int}")
async def picture(number: FromPath[int], services: NamedDependency[Services]) -> Response[bytes]:
    """A page of the file as a picture."""
    return page_picture(await services.resumes.source(own_profile(services)), number)


@post("/profile/unplaced/{line:int}")
async def put(
    line: FromPath[int], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Put a line that found no place where the person says."""
    sent = await read_fields(request)
    profile = same_version(own_profile(services), sent)
    to = "out" if "out" in sent else sent.get("to", "")
    services.profiles.keep(placed(profile, line, to))
    await services.work.start("rescore")
    said, then = "Left out." if to == "out" else "Put there. Jobs are being scored anew.", sent.get("then", "")
    undo = f"/history/{services.profiles.editions()[0].id}/back"
    return go(request, after(then, "/profile", "#unplaced"), said, undo=undo, undo_fields=(("then", then),))


review_pages = (review, picture, put)
