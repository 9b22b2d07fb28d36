"""Running a saved search: through every portal and board it names, into stored postings, each with an honest end."""

from collections.abc import Mapping
from typing import Any

import msgspec
import structlog

from companion.agents.search import SearchAgent
from companion.errors import SincerelyError
from companion.intake.places import read_location
from companion.model.automation import SavedSearch
from companion.model.document import now
from companion.model.profile import Wish
from companion.net import Fetcher
from companion.notify import Notifier
from companion.portals import Hit, Indeed, LinkedIn, Naukri, Outcome, Polite, Portal, Query, find_portal, search
from companion.store import Store
from companion.work import Job, Work

_log = structlog.get_logger(__name__)

PORTALS: Mapping[str, type[LinkedIn | Indeed | Naukri]] = {"linkedin": LinkedIn, "indeed": Indeed, "naukri": Naukri}
"""Portals that are searched by name; employers' boards come as addresses."""


class Searching:
    """Runs saved searches in the background. One after the other: politeness is per host, and hosts are shared."""

    def __init__(self, store: Store, agent: SearchAgent, fetcher: Fetcher, notifier: Notifier) -> None:
        self._store = store
        self._agent = agent
        self._polite = Polite(fetcher)
        self._notifier = notifier

    def register(self, work: Work) -> None:
        """Tell the queue what this does in the background."""
        work.register("search", self._search, hands=1, tries=2)

    async def _search(self, job: Job) -> dict[str, Any]:
        saved = self._store.searches.get(str(job.arguments["search_id"]))
        outcomes: list[Outcome] = []
        portals = [*_named(saved), *(await self._boards(saved, outcomes))]
        known = self._store.postings.count()
        found = 0
        async for one in search(query(saved), portals, self._polite):
            if isinstance(one, Hit):
                found += 1
                self._agent.keep(one.reading, one.portal)
                job.progress(f"{one.portal}: {found} found", found)
            else:
                outcomes.append(one)
        new = self._store.postings.count() - known
        await self._tell(saved, outcomes)
        self._note(saved.id)
        return {"found": found, "new": new, "outcomes": [msgspec.to_builtins(one) for one in outcomes]}

    async def _boards(self, saved: SavedSearch, outcomes: list[Outcome]) -> list[Portal]:
        """The boards behind the employers' addresses; one that cannot be found is an outcome of its own."""
        boards: list[Portal] = []
        for url in saved.boards:
            try:
                boards.append(await find_portal(url, self._polite))
            except SincerelyError as error:
                outcomes.append(Outcome(portal=url[:200], status="failed", message=error.message, hint=error.hint))
        return boards

    async def _tell(self, saved: SavedSearch, outcomes: list[Outcome]) -> None:
        for one in outcomes:
            if one.status == "drift":
                _log.warning("portal drift", portal=one.portal)
                await self._notifier.tell("drift", f"{one.portal} answers in a new shape. {one.hint}", "/searches")
            elif one.status == "blocked":
                text = f"{one.portal} refuses automatic search. Open it in your browser; the extension reads along."
                await self._notifier.tell("breaker", text, "/searches")

    def _note(self, search_id: str) -> None:
        with self._store.commit():
            if (saved := self._store.searches.find(search_id)) is not None:
                self._store.searches.replace(msgspec.structs.replace(saved, last_run=now()))


def query(saved: SavedSearch) -> Query:
    """The portals' query of a saved search."""
    return Query(
        titles=saved.titles,
        skills=saved.skills,
        places=tuple(_wish(text, saved.radius_km) for text in saved.places),
        remote=True if saved.modes == ("remote",) else None,
        days=saved.max_age_days,
        pay_floor=saved.pay_floor,
        employment=saved.employment,
    )


def _named(saved: SavedSearch) -> list[Portal]:
    return [PORTALS[name.casefold()]() for name in saved.portals if name.casefold() in PORTALS]


def _wish(text: str, radius_km: float | None) -> Wish:
    known = read_location(text).places
    if not known:
        return Wish(text=text, radius_km=radius_km)
    return Wish(text=text, city=known[0].city, country=known[0].country, radius_km=radius_km)
