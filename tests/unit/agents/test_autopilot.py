"""What is due is started once, by the person's own clock and levels, and nothing unsure goes out by itself."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from companion.agents import Services
from companion.agents.application import ApplicationAgent
from companion.agents.autopilot import Autopilot, level, needs_review
from companion.app import companion
from companion.apply import Attempts, Chrome, Driver
from companion.errors import BadInput
from companion.model.application import Application, Appointment, Attempt, Page
from companion.model.automation import AUTOMATION_ID, Automation, SavedSearch
from companion.model.form import Action
from companion.model.posting import Posting
from companion.notify import Notifier
from companion.settings import Settings
from companion.work import Job, Work

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
async def services(tmp_path: Path) -> AsyncIterator[Services]:
    async with companion(Settings(data=tmp_path / "data", keys="file")) as running:
        yield running


def pilot(services: Services, clock: Clock) -> tuple[Autopilot, Work]:
    """An autopilot whose searches find nothing and end at once."""
    work = Work(services.store, clock=clock)

    async def search(job: Job) -> dict[str, Any]:
        with services.store.commit():
            saved = services.store.searches.get(job.arguments["search_id"])
            services.store.searches.replace(msgspec.structs.replace(saved, last_run=clock()))
        return {}

    async def submit(job: Job) -> dict[str, Any]:
        return {}

    work.register("search", search)
    work.register("submit", submit)
    notifier = Notifier(services.store)
    no_browser = Driver(Chrome(lambda: None))
    agent = ApplicationAgent(services.store, work, services.search, services.resumes, no_browser, notifier)
    return Autopilot(services.store, work, agent, notifier, clock), work


def saved(services: Services, **more: Any) -> SavedSearch:
    one = SavedSearch(id="s", name="Trains", every_hours=6, created_at=NOON, **more)
    return services.store.searches.add(one)


def rules(services: Services, **more: Any) -> None:
    services.store.automation.add(Automation(id=AUTOMATION_ID, time_zone="UTC", **more))


async def runs_after(services: Services, clock: Clock, *moments: timedelta) -> list[int]:
    autopilot, work = pilot(services, clock)
    counts: list[int] = []
    for moment in moments:
        clock.at = NOON + moment
        await autopilot.look()
        for run in services.store.runs.by("kind", "search"):
            await work.finished(run.id, 5)
        counts.append(len(services.store.runs.by("kind", "search")))
    await work.end()
    return counts


async def test_a_search_runs_when_due_and_once_after_a_long_sleep(services: Services) -> None:
    rules(services)
    saved(services)
    day = timedelta(days=1)
    assert await runs_after(services, Clock(), timedelta(0), timedelta(hours=1), 5 * day, 5 * day) == [1, 1, 2, 2]


@pytest.mark.parametrize("how", [{"paused": True}, {"quiet_from": "11:00", "quiet_to": "13:00"}])
async def test_nothing_runs_while_paused_or_in_quiet_hours(services: Services, how: dict[str, Any]) -> None:
    rules(services, **how)
    saved(services)
    assert await runs_after(services, Clock(), timedelta(0)) == [0]


def test_the_level_of_an_ats_outranks_the_general_one() -> None:
    posting = Posting(id="p", canonical_key="k", url="u", title="T", company="C", ats="lever", captured_at=NOON)
    assert level(Automation(id=AUTOMATION_ID, level="auto", levels={"lever": "assist"}), posting) == "assist"
    assert level(Automation(id=AUTOMATION_ID, level="review"), posting) == "review"


def attempt(services: Services, *, number: int = 0, ats: str = "lever", **of_action: Any) -> Attempt:
    posting = Posting(
        id=f"p{number}",
        canonical_key=f"k{number}",
        url=f"https://jobs.example.com/{number}",
        title=f"T{number}",
        company=f"C{number}",
        ats=ats,
        captured_at=NOON,
    )
    services.store.postings.add(posting)
    attempts = Attempts(services.store, lambda: NOON)
    begun = attempts.begin(posting, channel="headless")
    action = Action(field_id="f", kind="fill", values=("x",), **of_action)
    page = Page(url=posting.url, schema_hash="", actions=(action,))
    return attempts.planned(begun.id, [page], [], complete=True)


async def test_auto_sends_what_is_sure_within_the_cap(services: Services) -> None:
    rules(services, level="auto", daily_cap=1)
    ready = attempt(services)
    autopilot, work = pilot(services, Clock())
    await autopilot.look()
    assert services.store.attempts.get(ready.id).state != "ready"
    await work.end()


async def test_the_cap_holds_for_many_that_are_ready_at_once(services: Services) -> None:
    rules(services, level="auto", daily_cap=2, caps={"ashby": 1})
    many = [attempt(services, number=n, ats=ats) for n, ats in enumerate(("lever", "ashby", "ashby", "lever", "lever"))]
    autopilot, work = pilot(services, Clock())
    for _ in range(3):
        await autopilot.look()
    states = [services.store.attempts.get(one.id).state for one in many]
    assert states.count("ready") == 3
    assert sum(state != "ready" for state in states[1:3]) <= 1
    await work.end()


@pytest.mark.parametrize("doubt", [{"review": True}, {"sensitive": True}, {"draft": "Because …"}])
async def test_auto_sends_nothing_a_person_should_look_at(services: Services, doubt: dict[str, Any]) -> None:
    rules(services, level="auto")
    ready = attempt(services, **doubt)
    assert needs_review(ready)
    autopilot, work = pilot(services, Clock())
    await autopilot.look()
    assert services.store.attempts.get(ready.id).state == "ready"
    await work.end()


@pytest.mark.parametrize(
    "how", [{"level": "review"}, {"level": "auto", "daily_cap": 0}, {"level": "auto", "paused": True}]
)
async def test_without_leave_nothing_is_sent(services: Services, how: dict[str, Any]) -> None:
    rules(services, **how)
    ready = attempt(services)
    autopilot, work = pilot(services, Clock())
    await autopilot.look()
    assert services.store.attempts.get(ready.id).state == "ready"
    await work.end()


async def test_the_digest_is_told_once_a_day(services: Services) -> None:
    rules(services, digest_at="08:00")
    await Notifier(services.store, lambda: NOON).tell("failed", "One thing failed.")
    clock = Clock()
    autopilot, work = pilot(services, clock)
    autopilot.register()
    for _ in range(3):
        await autopilot.look()
    assert len(services.store.runs.by("kind", "digest")) == 1
    await work.end()


async def test_an_interview_and_a_follow_up_are_told_once_even_while_paused(services: Services) -> None:
    rules(services, paused=True)
    meeting = Appointment(at=NOON + timedelta(hours=20), what="with the team")
    far = Appointment(at=NOON + timedelta(days=9))
    services.store.applications.add(
        Application(id="a", posting_id="p", canonical_key="k", company="Fjordline", title="Engineer",
                    interviews=(meeting, far), follow_up=NOON - timedelta(hours=1), created_at=NOON)
    )  # fmt: skip
    clock = Clock()
    autopilot, work = pilot(services, clock)
    for _ in range(3):
        await autopilot.look()
        clock.at += timedelta(hours=2)
    told = sorted((one.kind, one.text) for one in services.store.notices.where())
    assert [kind for kind, _ in told] == ["interview", "needs_you"]
    assert "Tue 02 Jun, 08:00 (with the team)" in told[0][1]
    await work.end()


async def test_a_search_at_set_times_is_caught_up_once(services: Services) -> None:
    rules(services, quiet_from="00:00", quiet_to="00:00")
    saved(services, cron="30 7 * * *")
    hours = [timedelta(hours=hour) for hour in (0, 19, 20, 24, 24 * 4, 24 * 4 + 1)]
    assert await runs_after(services, Clock(), *hours) == [0, 0, 1, 1, 2, 2]


async def test_a_search_that_fails_is_not_started_again_at_once(services: Services) -> None:
    rules(services)
    saved(services)
    clock = Clock()
    autopilot, work = pilot(services, clock)

    async def fails(job: Job) -> dict[str, Any]:
        raise BadInput("It cannot.")

    work.register("search", fails)
    counts: list[int] = []
    for _ in range(4):
        await autopilot.look()
        for run in services.store.runs.by("kind", "search"):
            await work.finished(run.id, 5)
        counts.append(len(services.store.runs.by("kind", "search")))
        clock.at += timedelta(minutes=12)
    assert counts == [1, 1, 1, 2]
    await work.end()
