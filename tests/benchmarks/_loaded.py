"""A companion under load, in a process of its own: it searches made-up boards, applies to the made-up employer over and
over, and measures how late its own event loop is. Run as `python -m tests.benchmarks._loaded DATA`; ends on SIGTERM.
"""

import asyncio
import sys
import time
from contextlib import suppress
from pathlib import Path

import httpx
import msgspec

from companion.agents import Services
from companion.agents.searching import Searching
from companion.app import companion, dashboard
from companion.apply import find
from companion.demo.employer import Employer
from companion.demo.person import facts_of_hers, her_answers
from companion.demo.sample import sample_profile
from companion.errors import SincerelyError
from companion.intake import CapturedPage
from companion.model.automation import SavedSearch
from companion.model.document import now
from companion.notify import Notifier
from companion.portals import Pace, Polite
from companion.settings import Settings
from companion.stopping import stop_asked
from tests.fakes.boards import greenhouse, lever
from tests.fakes.web import Web

_TICK = 0.01


class Measured(msgspec.Struct):
    """What the child tells at its end: how late the loop was (ms), and how much was done meanwhile."""

    lag_p50: float = 0.0
    lag_p95: float = 0.0
    lag_most: float = 0.0
    ticks: int = 0
    searched: int = 0
    submitted: int = 0


async def main(data: Path) -> None:
    settings = Settings(data=data, keys="file", port=0)
    stop, measured = stop_asked(), Measured()
    async with (
        Employer(data.parent / "employer") as employer,
        Web() as web,
        companion(settings, reachable={employer.origin}) as services,
        dashboard(services),
    ):
        if services.search.profile() is None:
            services.store.profiles.add(facts_of_hers(sample_profile()))
        late: list[float] = []
        doing = [
            asyncio.create_task(_ticking(late)),
            asyncio.create_task(_searching(services, web, measured)),
            asyncio.create_task(_applying(services, employer, measured)),
        ]
        await stop.wait()
        for one in doing:
            one.cancel()
        await asyncio.gather(*doing, return_exceptions=True)
        late.sort()
        measured.ticks = len(late)
        measured.lag_p50, measured.lag_p95, measured.lag_most = (
            1_000 * late[min(len(late) - 1, int(len(late) * share))] for share in (0.5, 0.95, 1.0)
        )
    sys.stdout.write(msgspec.json.encode(measured).decode() + "\n")


async def _ticking(late: list[float]) -> None:
    while True:
        started = time.perf_counter()
        await asyncio.sleep(_TICK)
        late.append(time.perf_counter() - started - _TICK)


async def _searching(services: Services, web: Web, measured: Measured) -> None:
    """One search after the other; each finds the old jobs again and a few new ones."""
    polite = Polite(web.fetcher(), pace=Pace(pause=0.05, jitter=0), robots=False)
    Searching(services.store, services.search, polite, Notifier(services.store)).register(services.work)
    boards = ("https://boards.greenhouse.io/acme", "https://jobs.lever.co/fjord")
    services.store.searches.add(SavedSearch(id="load", name="Load", boards=boards, every_hours=0, created_at=now()))
    while True:
        measured.searched += 1
        titles = [f"Baker {number}" for number in range(20 + measured.searched)]
        web.routes |= greenhouse("acme", *titles) | lever("fjord", *titles)
        run = await services.work.start("search", {"search_id": "load"})
        await services.work.finished(run.id, 600)
        await asyncio.sleep(1)


async def _applying(services: Services, employer: Employer, measured: Measured) -> None:
    """One application after the other to the same job, on purpose; nothing where there is no browser."""
    if await asyncio.to_thread(find, services.settings) is None:
        return
    async with httpx.AsyncClient(trust_env=False) as client:
        html = (await client.get(employer.posting_url)).text
    page = CapturedPage(url=employer.posting_url, html=html, captured_at=now())
    posting = await services.search.capture(page)
    for answer in her_answers(posting.id):
        services.store.answers.add(answer)
    while True:
        with suppress(SincerelyError):
            attempt = await services.applications.prepare(posting.id, "headless", repeat=True)
            await _ended(services, "prepare", attempt.id)
            ready = services.store.attempts.get(attempt.id)
            if ready.state == "ready":
                await services.applications.approve(ready.id, ready.content_hash)
                await services.work.finished((await services.applications.submit(ready.id)).id, 300)
                measured.submitted += services.store.attempts.get(ready.id).state == "submitted"
        await asyncio.sleep(2)


async def _ended(services: Services, kind: str, attempt_id: str) -> None:
    for run in services.store.runs.by("kind", kind):
        if run.arguments.get("attempt_id") == attempt_id:
            await services.work.finished(run.id, 300)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
