"""Running a saved search: through every portal and board it names, into stored postings, each with an honest end."""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import msgspec
import structlog
from purgatory import AsyncCircuitBreakerFactory
from purgatory.domain.model import OpenedState

from companion.agents.openness import Openness
from companion.agents.search import SearchAgent
from companion.agents.shortlist import shortlist, told
from companion.errors import NotFound, SincerelyError
from companion.intake.places import read_location
from companion.matching.reach import fits as near
from companion.model.automation import SavedSearch
from companion.model.document import now
from companion.model.posting import Posting
from companion.model.profile import Wish
from companion.net import Fetcher
from companion.net.breakers import Breaker, standing
from companion.notify import Notifier
from companion.portals import Indeed, LinkedIn, Naukri, Outcome, Polite, Portal, Query, find_portal, search
from companion.store import Store
from companion.work import Job, Work

_log = structlog.get_logger(__name__)

PORTALS: Mapping[str, type[LinkedIn | Indeed | Naukri]] = {"linkedin": LinkedIn, "indeed": Indeed, "naukri": Naukri}
"""Portals that are searched by name; employers' boards come as addresses."""

_FAILURES, _LEFT_ALONE = 3, timedelta(hours=6)
"""Searches in a row that a portal may fail, and how long it is then not asked by itself."""


class _Failed(Exception):
    """What the breaker counts."""


class Searching:
    """Runs saved searches in the background. One after the other: politeness is per host, and hosts are shared."""

    def __init__(
        self,
        store: Store,
        agent: SearchAgent,
        fetcher: Fetcher | Polite,
        notifier: Notifier,
        clock: Callable[[], datetime] = now,
        openness: Openness | None = None,
    ) -> None:
        self._store = store
        self._agent = agent
        self._polite = fetcher if isinstance(fetcher, Polite) else Polite(fetcher)
        self._notifier = notifier
        self._clock = clock
        self._openness = openness
        self._breakers = AsyncCircuitBreakerFactory(_FAILURES, _LEFT_ALONE.total_seconds())

    def register(self, work: Work) -> None:
        """Tell the queue what this does in the background."""
        work.register("search", self._search, hands=1, tries=2)

    def breakers(self) -> tuple[Breaker, ...]:
        """One a portal that was searched."""
        return standing("portal", self._breakers)

    async def _search(self, job: Job) -> dict[str, Any]:
        saved = self._store.searches.get(str(job.arguments["search_id"]))
        outcomes: list[Outcome] = []
        portals = [*_named(saved), *(await self._boards(saved, outcomes))]
        if job.by_itself:
            portals = self._asked(portals, outcomes)
        fresh: dict[str, Posting] = {}
        found = 0
        async for one in search(query(saved), portals, self._polite, now=self._clock(), near=near):
            if isinstance(one, Outcome):
                await self._note(one)
                if self._openness is not None:
                    await asyncio.to_thread(self._openness.unlisted, one)
                # The ids have done their part, and a run's record stays small.
                outcomes.append(msgspec.structs.replace(one, jobs=frozenset()))
                continue
            found += 1
            posting = await asyncio.to_thread(self._agent.keep, one.reading, one.portal)
            if posting.id == one.reading.posting.id:  # a job that was known keeps its own id
                fresh[posting.id] = posting
                if saved.persona and not posting.persona:
                    with suppress(NotFound):  # the persona may be gone
                        await asyncio.to_thread(self._agent.scoring.pick, posting.id, saved.persona)
            job.progress(f"{one.portal}: {found} found", found)
        await self._tell(outcomes)
        chosen = shortlist(list(fresh.values()), self._store.matches.find)
        if chosen:
            said = "; ".join(told(one, fresh[one.posting_id]).removesuffix(".") for one in chosen)
            await self._notifier.tell("info", f"{saved.name}: {len(chosen)} new that fit. {said}.", "/jobs?sort=score")
        self._ran(saved.id)
        return {
            "found": found,
            "new": len(fresh),
            "shortlist": msgspec.to_builtins(chosen),
            "outcomes": msgspec.to_builtins(outcomes),
        }

    async def _boards(self, saved: SavedSearch, outcomes: list[Outcome]) -> list[Portal]:
        """The boards behind the employers' addresses; one that cannot be found is an outcome of its own."""
        boards: list[Portal] = []
        for url in saved.boards:
            try:
                boards.append(await find_portal(url, self._polite))
            except SincerelyError as error:
                outcomes.append(Outcome(portal=url[:200], status="failed", message=error.message, hint=error.hint))
        return boards

    def _asked(self, portals: list[Portal], outcomes: list[Outcome]) -> list[Portal]:
        """Without those that failed several times in a row: they are not bothered by a search nobody asked for."""
        alone = {one.name: one.until for one in self.breakers() if one.state == "open"}
        for portal in portals:
            if portal.name in alone:
                message = f"{portal.name} failed {_FAILURES} times in a row and is left alone for a while."
                outcomes.append(
                    Outcome(
                        portal=portal.name, status="failed", message=message, hint="“Look now” asks it all the same."
                    )
                )
        return [one for one in portals if one.name not in alone]

    async def _note(self, outcome: Outcome) -> None:
        """Let the portal's breaker know how it went; tell the person when it opens."""
        breaker = await self._breakers.get_breaker(outcome.portal)
        before = breaker.context.state
        with suppress(_Failed, OpenedState):
            async with breaker:
                if outcome.status in ("failed", "blocked", "drift"):
                    raise _Failed
        if breaker.context.state == "opened" and before == "closed":
            hours = _LEFT_ALONE.total_seconds() / 3600
            text = f"{outcome.portal} failed {_FAILURES} times in a row and is left alone for {hours:.0f} hours."
            await self._notifier.tell("breaker", f"{text} The other portals go on.", "/health")

    async def _tell(self, outcomes: list[Outcome]) -> None:
        for one in outcomes:
            if one.status == "drift":
                _log.warning("portal drift", portal=one.portal)
                await self._notifier.tell("drift", f"{one.portal} answers in a new shape. {one.hint}", "/searches")
            elif one.status == "blocked":
                text = f"{one.portal} refuses automatic search. Open it in your browser; the extension reads along."
                await self._notifier.tell("breaker", text, "/searches")

    def _ran(self, search_id: str) -> None:
        with self._store.commit():
            if (saved := self._store.searches.find(search_id)) is not None:
                self._store.searches.replace(msgspec.structs.replace(saved, last_run=self._clock()))


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
