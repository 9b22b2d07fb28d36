"""A companion that begins one run of every kind and says which is under way, to be killed meanwhile.

Run as `python -m tests.e2e.runs DATA`: prints `started ID KIND` and `running ID`, and `ended` when all of them have.
"""

import asyncio
import sys
from pathlib import Path

from companion.agents import Services
from companion.app import companion
from companion.demo.person import facts_of_hers
from companion.demo.sample import sample_profile
from companion.intake import CapturedPage
from companion.model.automation import SavedSearch
from companion.model.document import now
from companion.model.run import Event, Run
from companion.settings import Settings
from tests.unit.agents.test_mcp import AD

POSTING = "https://jobs.example.com/1"
BOARD = "http://127.0.0.1:9/jobs"
"""An address the companion refuses to ask: no packet leaves."""


async def main(data: Path) -> None:
    async with companion(Settings(data=data, keys="file", browser=str(data / "none"))) as services:
        services.store.listen(lambda events: _say(services, events))
        if services.search.profile() is None:
            await _move_in(services)
        posting = services.search.find(POSTING)
        assert posting is not None
        arguments = {"search": {"search_id": "s"}} | {kind: {"posting_id": posting.id} for kind in ("tailor", "letter")}
        runs: list[Run] = []
        for kind in kinds(services):
            run = await services.work.start(kind, arguments.get(kind, {"attempt_id": "none"}))
            print("started", run.id, kind, flush=True)
            runs.append(run)
        for run in runs:
            await services.work.finished(run.id, 120)
        print("ended", flush=True)


def kinds(services: Services) -> list[str]:
    """Every kind of work this companion knows."""
    return sorted(services.work.kinds)


async def _move_in(services: Services) -> None:
    services.store.profiles.add(facts_of_hers(sample_profile()))
    await services.search.capture(CapturedPage(url=POSTING, html=AD, captured_at=now()))
    services.store.searches.add(SavedSearch(id="s", name="S", boards=(BOARD,), created_at=now(), every_hours=0))


def _say(services: Services, events: tuple[Event, ...]) -> None:
    for event in events:
        run = services.store.runs.find(event.id) if event.kind == "runs" else None
        if run is not None and run.state == "running":
            print("running", run.id, run.kind, flush=True)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
