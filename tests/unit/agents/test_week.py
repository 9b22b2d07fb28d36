"""A week in seconds: boards fail in turn, the computer sleeps for a day, and the record shows that every rule held."""

from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from msgspec import structs

from companion.agents import Services
from companion.agents.application import ApplicationAgent
from companion.agents.autopilot import Autopilot
from companion.agents.searching import Searching
from companion.apply import Attempts, Chrome, Driver
from companion.demo.person import facts_of_hers
from companion.demo.sample import sample_profile
from companion.model.application import Page
from companion.model.automation import AUTOMATION_ID, Automation, NoticeRoute, SavedSearch
from companion.model.posting import Posting
from companion.net import Limits
from companion.notify import Notifier, quiet
from companion.portals import Pace, Polite
from companion.work import Job, Work
from tests.fakes.boards import greenhouse
from tests.fakes.companion import made_companion
from tests.fakes.web import Answer, Asked, Web

START = datetime(2026, 6, 1, 0, 5, tzinfo=UTC)
DAYS, STEP = 7, timedelta(hours=1)
ASLEEP = range(62, 62 + 24)
"""Hours of the week in which the computer sleeps: from Wednesday afternoon on."""
BOARDS = [f"board{number}" for number in range(DAYS)]
CAP = 3


class Clock:
    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        return self.at

    def time(self) -> float:
        return self.at.timestamp()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """One clock for ours and, as it has no seam for one, for the breakers' library."""
    clock = Clock()
    for module in ("purgatory.domain.model", "companion.net.breakers"):
        monkeypatch.setattr(f"{module}.time", SimpleNamespace(time=clock.time))
    return clock


@pytest.fixture
async def services(tmp_path: Path) -> AsyncIterator[Services]:
    with made_companion(tmp_path / "data") as made:
        made.store.profiles.add(facts_of_hers(sample_profile()))
        yield made


def titles(day: int) -> list[str]:
    """What a board lists on a day: one job more than the day before."""
    return [f"Backend Engineer, Team {number}" for number in range(day + 1)]


def ready(services: Services, clock: Clock, count: int) -> None:
    """Attempts that only wait to be sent."""
    attempts = Attempts(services.store, clock)
    for number in range(count):
        posting = Posting(
            id=f"r{number}",
            canonical_key=f"r{number}",
            url=f"https://jobs.example.com/{number}",
            title=f"Role {number}",
            company=f"House {number}",
            ats="lever",
            captured_at=START,
        )
        services.store.postings.add(posting)
        begun = attempts.begin(posting, channel="headless")
        attempts.planned(begun.id, [Page(url=posting.url, schema_hash="", actions=())], [], complete=True)


async def test_a_week_in_which_boards_fail_in_turn(services: Services, clock: Clock) -> None:
    store, work = services.store, Work(services.store, clock=clock)
    messages: list[datetime] = []

    def hook(asked: Asked) -> Answer:
        messages.append(clock.at)
        return Answer(200, b"{}")

    async def submit(job: Job) -> dict[str, Any]:
        return {}

    async with Web() as web:
        port = web._plain.sockets[0].getsockname()[1]
        web.routes[f"http://127.0.0.1:{port}/"] = hook
        store.vault.put("notify/webhook", {"url": f"http://127.0.0.1:{port}/"})
        route = NoticeRoute(channel="webhook", kinds=frozenset({"breaker", "drift", "info"}))
        rules = Automation(id=AUTOMATION_ID, time_zone="UTC", level="auto", daily_cap=CAP, routes=(route,))
        store.automation.add(rules)
        notifier = Notifier(store, clock)
        polite = Polite(
            web.fetcher(Limits(timeout=5, attempts=1, failures_until_open=99)),
            pace=Pace(pause=0, jitter=0),
            robots=False,
        )
        Searching(store, services.search, polite, notifier, clock).register(work)
        work.register("submit", submit)
        agent = ApplicationAgent(
            store, work, services.search, services.resumes, Driver(Chrome(lambda: None)), notifier, clock=clock
        )
        pilot = Autopilot(store, work, agent, notifier, clock)
        pilot.register()
        boards = tuple(f"https://boards.greenhouse.io/{board}" for board in BOARDS)
        store.searches.add(SavedSearch(id="s", name="Engineers", boards=boards, every_hours=4, created_at=START))
        ready(services, clock, 30)
        while clock.at < START + timedelta(days=DAYS):
            hours = (clock.at - START) / timedelta(hours=1)
            if not ASLEEP.start <= hours < ASLEEP.stop:
                day = int(hours // 24)
                for number, board in enumerate(BOARDS):
                    listed = greenhouse(board, *titles(day))
                    if number == day:
                        listed = {url: Answer(503, b"") for url in listed}
                    web.routes |= listed
                await pilot.look()
                for kind in ("search", "digest", "submit"):
                    for run in store.runs.by("kind", kind):
                        await work.finished(run.id, 30)
            clock.at += STEP
        await work.end()

    searches = sorted(store.runs.by("kind", "search"), key=lambda run: run.created_at)
    assert {run.state for run in searches} == {"done"}
    assert not [run for run in searches if quiet(rules, run.created_at)]
    gaps = [(later.created_at - run.created_at) for run, later in pairwise(searches)]
    assert min(gaps) >= timedelta(hours=3.5)
    woke = START + timedelta(hours=ASLEEP.stop)
    assert len([run for run in searches if woke <= run.created_at < woke + timedelta(hours=3)]) == 1

    ends = Counter(one["status"] for run in searches for one in run.result["outcomes"])
    assert ends["complete"] > 5 * ends["failed"] > 0
    # Every board failed for a day only, so everything that any day but its own listed was found in the end.
    found = {(one.company, one.title) for one in store.postings.where() if one.ats == "greenhouse"}
    assert len(found) == sum(len(titles(DAYS - 2 if number == DAYS - 1 else DAYS - 1)) for number in range(DAYS))

    told = store.notices.where()
    opened = [one.text for one in told if one.kind == "breaker"]
    assert 1 <= len(opened) == len(set(opened)) <= DAYS
    assert messages
    assert not [at for at in messages if quiet(rules, at)]

    digests = Counter(run.created_at.date() for run in store.runs.by("kind", "digest"))
    assert set(digests.values()) == {1}
    assert DAYS - 2 <= len(digests) <= DAYS

    approved = sorted(one.approved_at for one in store.attempts.where() if one.approved_at is not None)
    for at in approved:
        assert sum(at <= other < at + timedelta(hours=24) for other in approved) <= CAP
    assert len(approved) >= CAP * (DAYS - 2)
    assert structs.asdict(store.automation.get(AUTOMATION_ID))["paused"] is False
