"""Searches and automation: what is looked for by itself, what may be sent by itself, and how much of it."""

from typing import Annotated, Any, cast

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Template

from companion.agents import Services
from companion.agents.searching import PORTALS
from companion.errors import BadInput
from companion.model.automation import AUTOMATION_ID, Automation, AutomationLevel, Clock, SavedSearch
from companion.model.document import new_id, now
from companion.model.posting import Employment, Pay, Period, Posting, WorkMode
from companion.model.run import Run
from companion.portals import BOARDS
from companion.store import Store
from companion.web.form import Amount, back, go, put_back, read_fields, read_form
from companion.web.template import page
from companion.work.schedule import check_cron

LEVELS: tuple[tuple[AutomationLevel, str, str], ...] = (
    ("assist", "Assist", "fills the form, you submit"),
    ("review", "Review", "prepares, asks you, then submits"),
    ("auto", "Auto", "submits by itself, within the daily caps"),
)
Lines = Annotated[str, msgspec.Meta(max_length=10_000)]


class SearchForm(msgspec.Struct, frozen=True, kw_only=True):
    """A saved search as a form: lists one a line."""

    name: Annotated[str, msgspec.Meta(max_length=200)] = ""
    titles: Lines = ""
    skills: Lines = ""
    places: Lines = ""
    radius_km: Amount | None = None
    modes: tuple[WorkMode, ...] = ()
    employment: tuple[Employment, ...] = ()
    pay: Amount | None = None
    currency: Annotated[str, msgspec.Meta(pattern="^([A-Za-z]{3})?$")] = ""
    period: Period = "year"
    max_age_days: Annotated[int, msgspec.Meta(ge=1, le=365)] | None = None
    portals: tuple[str, ...] = ()
    boards: Lines = ""
    every_hours: Annotated[float, msgspec.Meta(ge=0, le=24 * 30)] = 24.0
    cron: Annotated[str, msgspec.Meta(max_length=100)] = ""
    persona: Annotated[str, msgspec.Meta(max_length=200)] = ""

    def onto(self, known: SavedSearch) -> SavedSearch:
        """`known` with what the form says. Raises BadInput where there is nothing to look for."""
        titles = _lines(self.titles)
        if not self.portals and not _lines(self.boards):
            raise BadInput("This search looks nowhere.", "Tick a portal, or give an employer's careers page.")
        if not titles and not _lines(self.skills) and not _lines(self.boards):
            raise BadInput("This search looks for nothing.", "Give a title, a skill, or an employer's careers page.")
        if self.pay is not None and not self.currency:
            raise BadInput("The lowest pay needs its currency.", "Write it as EUR, USD, INR, …", pointer="/currency")
        return msgspec.structs.replace(
            known,
            name=self.name or (titles or _lines(self.skills) or _lines(self.boards))[0],
            titles=titles,
            skills=_lines(self.skills),
            places=_lines(self.places),
            radius_km=self.radius_km,
            modes=self.modes,
            employment=self.employment,
            pay_floor=Pay(minimum=self.pay, currency=self.currency.upper(), period=self.period) if self.pay else None,
            max_age_days=self.max_age_days,
            portals=tuple(name for name in PORTALS if name in self.portals),
            boards=_lines(self.boards),
            every_hours=self.every_hours,
            cron=check_cron(self.cron),
            persona=self.persona,
        )


class AutomationForm(msgspec.Struct, frozen=True, kw_only=True):
    level: AutomationLevel = "review"
    daily_cap: Annotated[int, msgspec.Meta(ge=0, le=1_000)] = 10
    cooldown_days: Annotated[int, msgspec.Meta(ge=0, le=3_650)] = 0
    quiet_from: Clock = "22:00"
    quiet_to: Clock = "07:00"
    digest_at: Clock = "08:00"
    new_name: Annotated[str, msgspec.Meta(max_length=60)] = ""
    new_level: str = ""


@get("/searches", sync_to_thread=False)
def searches(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Template:
    """Saved searches and the rules of automation."""
    store = services.store
    ends = _ends(store)
    return page(
        request,
        "searches.html",
        here="searches",
        shortlisted=_shortlisted(store, ends),
        searches=sorted(store.searches.where(), key=lambda one: one.name.casefold()),
        rules=rules(store),
        levels=LEVELS,
        known=(*PORTALS, *BOARDS),
        ends=ends,
        runs=[
            one for one in store.runs.by("kind", "search") if one.state in ("queued", "running", "waiting", "failed")
        ],
    )


@get("/searches/{search_id:str}", sync_to_thread=False)
def search_form(
    search_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Template:
    """One search as a form; `new` is an empty one, begun from what the person looks for."""
    return page(
        request,
        "search.html",
        here="searches",
        one=_search(services, search_id),
        new=search_id == "new",
        portals=tuple(PORTALS),
        profile=services.search.profile(),
    )


@post("/searches/{search_id:str}")
async def keep(
    search_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Keep a search."""
    form = await read_form(request, SearchForm)
    wanted = form.onto(_search(services, search_id))
    if search_id == "new":
        services.store.searches.add(wanted)
    else:
        services.store.searches.replace(wanted)
    return go(request, "/searches", "Kept.")


@post("/searches/{search_id:str}/run")
async def run(
    search_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Look now."""
    await services.work.start("search", {"search_id": services.store.searches.get(search_id).id})
    return go(request, "/searches", "Looking. New jobs appear under Jobs as they are found.")


@post("/searches/{search_id:str}/pause", sync_to_thread=False)
def pause(
    search_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Pause a search, or let it go on."""
    one = services.store.searches.get(search_id)
    services.store.searches.replace(msgspec.structs.replace(one, paused=not one.paused))
    return go(request, "/searches", "It goes on." if one.paused else "Paused.")


@post("/searches/{search_id:str}/remove", sync_to_thread=False)
def remove(
    search_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Remove a search; it can be put back."""
    one = services.store.searches.get(search_id)
    services.store.searches.remove(search_id)
    undo = (("search", msgspec.json.encode(one).decode()),)
    return go(request, "/searches", "Removed. Its jobs stay.", undo="/searches/restore", undo_fields=undo)


@post("/searches/restore")
async def restore(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Put a removed search back."""
    sent = await read_fields(request)
    one = put_back(sent, "search", SavedSearch)
    services.store.searches.add(msgspec.structs.replace(one, version=0))
    return go(request, "/searches", "Put back.")


@post("/automation")
async def keep_rules(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Keep the rules of automation."""
    form = await read_form(request, AutomationForm)
    sent = await read_fields(request)
    known = rules(services.store)
    levels = {name: level for name in known.levels if (level := sent.get(f"level.{name}", "")) in _level_names()}
    caps = {name: int(cap) for name in known.levels if (cap := sent.get(f"cap.{name}", "")).isdecimal()}
    if form.new_name and form.new_level in _level_names():
        levels[form.new_name.casefold()] = form.new_level
    changed = msgspec.structs.replace(
        known,
        level=form.level,
        levels=cast("dict[str, AutomationLevel]", levels),
        caps=caps,
        daily_cap=form.daily_cap,
        cooldown_days=form.cooldown_days,
        quiet_from=form.quiet_from,
        quiet_to=form.quiet_to,
        digest_at=form.digest_at,
    )
    keep_automation(services.store, changed)
    return go(request, "/searches#rules", "Kept.")


@post("/automation/pause", sync_to_thread=False)
def pause_all(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Stop everything that happens by itself, or let it go on."""
    known = rules(services.store)
    keep_automation(services.store, msgspec.structs.replace(known, paused=not known.paused))
    said = "Automation goes on." if known.paused else "Everything is paused. Nothing happens by itself."
    return go(request, back(request, "/searches"), said, undo="/automation/pause")


def rules(store: Store) -> Automation:
    """The automation document; the defaults before one was kept."""
    return store.automation.find(AUTOMATION_ID) or Automation(id=AUTOMATION_ID)


def keep_automation(store: Store, changed: Automation) -> None:
    """Store the automation document, whether or not there was one."""
    if changed.version:
        store.automation.replace(changed)
    else:
        store.automation.add(changed)


def _ends(store: Store) -> dict[str, Run]:
    """Search id → its newest run that came to an end."""
    ended = (one for one in store.runs.by("kind", "search") if one.finished_at is not None)
    return {str(one.arguments.get("search_id", "")): one for one in sorted(ended, key=lambda one: one.created_at)}


def _shortlisted(store: Store, ends: dict[str, Run]) -> dict[str, Posting]:
    """The jobs the newest searches brought to the fore, by id; those that are gone are left out."""
    named = {str(one["posting_id"]) for run in ends.values() for one in run.result.get("shortlist", ())}
    return {name: posting for name in named if (posting := store.postings.find(name)) is not None}


def _search(services: Services, search_id: str) -> SavedSearch:
    if search_id != "new":
        return services.store.searches.get(search_id)
    profile = services.search.profile()
    wants = profile.preferences if profile else None
    return SavedSearch(
        id=new_id(),
        name="",
        titles=wants.titles if wants else (),
        places=tuple(one.text for one in wants.places) if wants else (),
        modes=wants.modes if wants else (),
        portals=tuple(PORTALS),
        created_at=now(),
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip()[:500] for line in text.splitlines() if line.strip())


def _level_names() -> frozenset[str]:
    return frozenset(name for name, _, _ in LEVELS)


search_pages = (searches, search_form, keep, run, pause, remove, restore, keep_rules, pause_all)
