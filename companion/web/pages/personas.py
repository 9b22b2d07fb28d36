"""Personas: one person, several directions. Each chooses what of the one profile is shown, and what is looked for."""

from typing import Any

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Template

from companion.agents import Services
from companion.errors import NotFound
from companion.model.profile import Persona, Profile
from companion.resume import render, shown_as
from companion.web.files import Download, download
from companion.web.form import go, put_back, read_fields, read_form
from companion.web.pages.profile import own_profile, same_version
from companion.web.persona_form import PersonaForm, named, persona_of, rows
from companion.web.preferences import HARD, PreferencesForm
from companion.web.template import page


@post("/personas")
async def add(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """A new persona, which shows everything until something is taken out; or one that was removed, put back."""
    sent = await read_fields(request)
    profile = same_version(own_profile(services), sent)
    one = put_back(sent, "persona", Persona) if "persona" in sent else Persona(name=sent.get("name", ""))
    one = msgspec.structs.replace(one, name=named(one.name, profile))
    return await _keep(request, services, profile, (*profile.personas, one), len(profile.personas))


@get("/personas/{index:int}", sync_to_thread=False)
def persona(index: FromPath[int], request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Template:
    """One persona: how it introduces itself, what it shows and what it looks for."""
    profile = own_profile(services)
    one = _own(profile, index)
    return page(
        request,
        "persona.html",
        here="profile",
        profile=profile,
        one=one,
        index=index,
        rows=rows(profile, one),
        wants=profile.preferences if one.preferences is None else one.preferences,
        hard=HARD,
    )


@post("/personas/{index:int}")
async def keep(
    index: FromPath[int], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Keep how a persona introduces itself and what it shows."""
    form = await read_form(request, PersonaForm)
    sent = await read_fields(request)
    profile = same_version(own_profile(services), sent)
    known = _own(profile, index)
    one = persona_of(form, sent, profile, known)
    if one.name != known.name:
        services.search.scoring.rename(known.name, one.name)
    return await _keep(request, services, profile, _with(profile, index, one), index)


@post("/personas/{index:int}/preferences")
async def keep_wishes(
    index: FromPath[int], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Keep what a persona looks for; `own` says no: what the profile looks for again."""
    sent = await read_fields(request)
    profile = own_profile(services)
    wishes = None if sent.get("own") == "no" else (await read_form(request, PreferencesForm)).preferences()
    one = msgspec.structs.replace(_own(profile, index), preferences=wishes)
    return await _keep(request, services, profile, _with(profile, index, one), index)


@post("/personas/{index:int}/remove")
async def remove(
    index: FromPath[int], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Remove a persona; it can be put back. The profile and the resumes that were made stay."""
    profile = same_version(own_profile(services), await read_fields(request))
    one = _own(profile, index)
    others = (*profile.personas[:index], *profile.personas[index + 1 :])
    kept = services.profiles.keep(msgspec.structs.replace(profile, personas=others))
    await services.work.start("rescore")
    undo = (("version", str(kept.version)), ("persona", msgspec.json.encode(one).decode()))
    return go(request, "/profile#personas", "Removed. What it chose from stays.", undo="/personas", undo_fields=undo)


@get("/personas/{index:int}/resume.pdf", sync_to_thread=True)
def as_pdf(index: FromPath[int], services: NamedDependency[Services]) -> Response[bytes]:
    """Everything the persona shows, as the resume it would be for any job."""
    profile = own_profile(services)
    one = _own(profile, index)
    data = render(services.resumes.whole(shown_as(profile, one.name)))
    return download(Download(data, f"{one.name}.pdf", "application/pdf"))


def _own(profile: Profile, index: int) -> Persona:
    if index >= len(profile.personas):
        raise NotFound("There is no such persona.", "It may have been removed meanwhile.")
    return profile.personas[index]


def _with(profile: Profile, index: int, one: Persona) -> tuple[Persona, ...]:
    return (*profile.personas[:index], one, *profile.personas[index + 1 :])


async def _keep(
    request: Request[Any, Any, Any], services: Services, profile: Profile, personas: tuple[Persona, ...], index: int
) -> Response[Any]:
    services.profiles.keep(msgspec.structs.replace(profile, personas=personas))
    await services.work.start("rescore")
    return go(request, f"/personas/{index}", "Kept. Jobs are being scored anew.")


persona_pages = (add, persona, keep, keep_wishes, remove, as_pdf)
