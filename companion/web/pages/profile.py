"""Profile: what the person is and can, what they look for, and how complete it is for forms."""

from typing import Any

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Template

from companion.agents import Services
from companion.errors import NotFound, StaleVersion
from companion.model.facts import facts
from companion.model.profile import Basics, Link, Location, Preferences, Profile
from companion.resume import to_json_resume
from companion.web.application_facts import EEO, FactsForm, facts_of
from companion.web.beside import beside
from companion.web.completeness import completeness
from companion.web.editing import (
    SECTIONS,
    Input,
    Shown,
    changed,
    converted,
    entries,
    entry_of,
    inputs,
    shown,
    with_entry,
)
from companion.web.facts import where
from companion.web.files import Download, download
from companion.web.form import go, put_back, read_fields, read_form, read_upload
from companion.web.preferences import HARD, PreferencesForm
from companion.web.readings import Readings
from companion.web.template import page
from companion.web.then import after
from companion.web.usage import attempt_names, fact_uses
from companion.web.waiting import while_waited


@get("/profile", sync_to_thread=False)
def profile_page(
    request: Request[Any, Any, Any], services: NamedDependency[Services], readings: NamedDependency[Readings]
) -> Template:
    """The profile, its gaps, its doubts, and where each fact was used."""
    profile = services.search.profile()
    if profile is not None:
        readings.facts(facts(profile).values())
    return page(
        request,
        "profile.html",
        here="profile",
        profile=profile,
        sections=sections_of(profile) if profile else [],
        gaps=completeness(profile) if profile else None,
        wants=profile.preferences if profile else Preferences(),
        hard=HARD,
        eeo=EEO,
        doubted={doubt.path: doubt for doubt in profile.doubts} if profile else {},
    )


@get("/profile/facts", sync_to_thread=False)
def facts_page(
    request: Request[Any, Any, Any], services: NamedDependency[Services], readings: NamedDependency[Readings]
) -> Template:
    """Every fact with where it went: resumes and attempts."""
    profile, store = own_profile(services), services.store
    known, uses = facts(profile), fact_uses(store)
    readings.facts(known.values())
    sent = {one for path in known if path in uses for one in uses[path].attempts}
    return page(
        request,
        "facts.html",
        here="profile",
        facts=known,
        places={path: where(path, profile).removeprefix("Profile › ") for path in known},
        uses=uses,
        resumes={one.id: one.file_name or one.name for one in store.resumes.where()},
        attempts=attempt_names(store, sent),
    )


@get("/profile/basics")
async def basics_form(
    request: Request[Any, Any, Any], services: NamedDependency[Services], then: FromQuery[str] = ""
) -> Template:
    """The form for name, contact and links, beside the file they were read from."""
    profile = own_profile(services)
    return page(
        request, "entry.html", here="profile", title="About you", fields=basics_inputs(profile),
        links=links_text(profile), fact="basics", version=profile.version, removable=False, then=then,
        back=after(then, "/profile", "#basics"), beside=await beside(services, profile),
        doubted={doubt.path for doubt in profile.doubts},
    )  # fmt: skip


@post("/profile/basics")
async def keep_basics(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Keep name, contact and links."""
    sent = await read_fields(request)
    profile = same_version(own_profile(services), sent)
    basics: Basics = changed(profile.basics, sent)
    location: Location = changed(profile.basics.location, sent, "location.")
    links = _links(sent.get("links", ""), profile.basics.profiles)
    basics = converted(msgspec.to_builtins(msgspec.structs.replace(basics, location=location, profiles=links)), Basics)
    doubts = tuple(doubt for doubt in profile.doubts if not doubt.path.startswith("basics/"))
    return await _keep(
        request, services, msgspec.structs.replace(profile, basics=basics, doubts=doubts), "basics", sent
    )


@get("/profile/{section:str}/{index:int}")
async def entry_form(
    section: FromPath[str],
    index: FromPath[int],
    request: Request[Any, Any, Any],
    services: NamedDependency[Services],
    then: FromQuery[str] = "",
) -> Template:
    """The form for one entry, beside the file it was read from; the index past the last is a new one."""
    profile = own_profile(services)
    entry = entry_of(profile, section, index)
    return page(
        request, "entry.html", here="profile", title=SECTIONS[section][0], fields=inputs(entry), links=None,
        fact=f"{section}/{index}", version=profile.version, removable=index < len(entries(profile, section)), then=then,
        back=after(then, "/profile", f"#{section}"), beside=await beside(services, profile),
        doubted={doubt.path for doubt in profile.doubts},
    )  # fmt: skip


@post("/profile/{section:str}/{index:int}")
async def keep_entry(
    section: FromPath[str], index: FromPath[int], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Keep one entry, or put back one that was removed."""
    sent = await read_fields(request)
    profile = same_version(own_profile(services), sent)
    if "entry" in sent and section in SECTIONS:
        entry = put_back(sent, "entry", SECTIONS[section][1])
        held = [*entries(profile, section)]
        held.insert(index, entry)
        profile = msgspec.structs.replace(profile, **{section: tuple(held)})
    else:
        profile = with_entry(profile, section, index, changed(entry_of(profile, section, index), sent))
    return await _keep(request, services, profile, section, sent)


@post("/profile/{section:str}/{index:int}/remove")
async def remove_entry(
    section: FromPath[str], index: FromPath[int], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Remove one entry; it can be put back."""
    sent = await read_fields(request)
    profile = same_version(own_profile(services), sent)
    if index >= len(entries(profile, section)):
        raise NotFound("There is no such entry.", "It may have been removed meanwhile.")
    entry = msgspec.json.encode(entry_of(profile, section, index)).decode()
    stored = services.profiles.keep(with_entry(profile, section, index, None))
    await services.work.start("rescore")
    undo = (("version", str(stored.version)), ("entry", entry), ("then", sent.get("then", "")))
    onward = after(sent.get("then", ""), "/profile", f"#{section}")
    return go(request, onward, "Removed.", undo=f"/profile/{section}/{index}", undo_fields=undo)


@post("/profile/facts")
async def keep_facts(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Keep the facts that forms ask."""
    form = await read_form(request, FactsForm)
    sent = await read_fields(request)
    profile = same_version(own_profile(services), sent)
    known = facts_of(form, sent, profile.application)
    return await _keep(request, services, msgspec.structs.replace(profile, application=known), "application", sent)


@post("/profile/preferences")
async def keep_preferences(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Keep what the person looks for and score everything anew."""
    form = await read_form(request, PreferencesForm)
    profile = own_profile(services)
    services.profiles.keep(msgspec.structs.replace(profile, preferences=form.preferences()))
    await services.work.start("rescore")
    onward = form.next if form.next.startswith("/") and not form.next.startswith("//") else "/profile#preferences"
    return go(request, onward, "Kept. Jobs are being scored anew.")


@post("/profile/import")
async def bring(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Read another resume into the profile."""
    data, name = await read_upload(request)
    await while_waited(request, services.resumes.import_profile(data, name))
    await services.work.start("rescore")
    return go(request, "/profile/review", "Read. Look through what is marked, beside your file.")


@get("/profile/resume.json", sync_to_thread=False)
def as_json_resume(services: NamedDependency[Services]) -> Response[bytes]:
    """The profile as JSON Resume, for any other program."""
    document = to_json_resume(own_profile(services))
    data = document if isinstance(document, bytes) else msgspec.json.format(msgspec.json.encode(document), indent=2)
    return download(Download(data, "resume.json", "application/json"))


def sections_of(profile: Profile) -> list[tuple[str, str, list[Shown]]]:
    """Each section's name, heading and entries, as the pages about a profile show them."""
    return [
        (name, title, [shown(name, entry) for entry in entries(profile, name)])
        for name, (title, _, _) in SECTIONS.items()
    ]


def own_profile(services: Services) -> Profile:
    """The profile jobs are scored against. Raises NotFound before the first import."""
    profile = services.search.profile()
    if profile is None:
        raise NotFound("There is no profile yet.", "Import a resume first.")
    return profile


def basics_inputs(profile: Profile) -> tuple[Input, ...]:
    """The fields of the person and where they live."""
    return (*inputs(profile.basics), *inputs(profile.basics.location, "location."))


def links_text(profile: Profile) -> str:
    """The person's links as they are written: one a line, the network's name first."""
    return "\n".join(" ".join(filter(None, (one.network, one.url or one.username))) for one in profile.basics.profiles)


async def _keep(
    request: Request[Any, Any, Any], services: Services, profile: Profile, section: str, sent: dict[str, str]
) -> Response[Any]:
    services.profiles.keep(profile)
    await services.work.start("rescore")
    return go(request, after(sent.get("then", ""), "/profile", f"#{section}"), "Kept. Jobs are being scored anew.")


def same_version(profile: Profile, sent: dict[str, str]) -> Profile:
    """`profile`, if it is the version the form was made from. Raises StaleVersion."""
    if sent.get("version") != str(profile.version):
        raise StaleVersion("The profile changed since this form was opened.", "Open the form again.")
    return profile


def _links(text: str, known: tuple[Link, ...]) -> tuple[Link, ...]:
    """One link a line: the network's name, then its address. What else is known of a link stays."""
    found: list[Link] = []
    for line in text.splitlines():
        first, _, rest = line.strip().partition(" ")
        if not first:
            continue
        network, url = (first, rest.strip()) if rest.strip() else ("", first)
        before = next((one for one in known if url and url in (one.url, one.username)), Link())
        found.append(
            msgspec.structs.replace(
                before,
                network=network,
                url=url if "/" in url else before.url,
                username=before.username or ("" if "/" in url else url),
            )
        )
    return tuple(found)


profile_pages = (
    profile_page,
    facts_page,
    basics_form,
    keep_basics,
    entry_form,
    keep_entry,
    remove_entry,
    keep_facts,
    keep_preferences,
    bring,
    as_json_resume,
)
