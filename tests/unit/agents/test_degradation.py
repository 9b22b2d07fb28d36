"""The table in `companion/agents/health.py`, row by row: what is away takes nothing with it, and Health says so."""

import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest

from companion.agents import Services
from companion.agents import health as health_module
from companion.agents.health import Check, health
from companion.agents.reach import reach
from companion.agents.searching import Searching
from companion.app import companion
from companion.demo.person import facts_of_hers
from companion.demo.sample import sample_profile
from companion.errors import NetError, StoreFull
from companion.intake import CapturedPage
from companion.model.automation import AUTOMATION_ID, Automation, NoticeRoute, SavedSearch
from companion.net import Limits
from companion.notify import Notifier
from companion.portals import Pace, Polite
from companion.settings import Settings
from tests.fakes.boards import greenhouse, lever
from tests.fakes.ollama import OllamaServer
from tests.fakes.web import Answer, Web
from tests.unit.agents.test_mcp import AD

DAY = datetime(2026, 11, 2, tzinfo=UTC)


@asynccontextmanager
async def running(tmp_path: Path, **settings: Any) -> AsyncIterator[Services]:
    async with companion(Settings(data=tmp_path / "data", keys="file", **settings)) as services:
        services.store.profiles.add(facts_of_hers(sample_profile()))
        yield services


async def captured(services: Services) -> str:
    page = CapturedPage(url="https://jobs.example.com/1", html=AD, captured_at=DAY)
    return (await services.search.capture(page)).id


async def said(services: Services, name: str) -> Check:
    return next(one for one in await health(services) if one.name == name)


def test_every_row_of_the_table_has_a_test() -> None:
    assert health_module.__doc__
    rows = re.findall(r"^\| (\S.*?) +\|", health_module.__doc__, re.MULTILINE)[2:]
    assert len(rows) == sum(name.startswith("test_without_") for name in globals()) == 7


async def test_without_ollama_a_resume_is_tailored_in_the_persons_own_words(tmp_path: Path) -> None:
    async with running(tmp_path, ollama="http://127.0.0.1:9", ollama_model="m") as services:
        resume = await services.resumes.tailor(await captured(services))
        assert resume.pages
        assert all(line.own for section in resume.sections for entry in section.entries for line in entry.lines)
        assert (await said(services, "ollama")).state == "attention"
        assert (await said(services, "ollama")).fix


async def test_a_lying_model_is_asked_with_progress_and_believed_in_nothing(tmp_path: Path) -> None:
    lie = {"sentence": "Led a team of 480 engineers at Globex and saved $12 million.", "facts": []}
    async with OllamaServer(lie) as server, running(tmp_path, ollama=server.address, ollama_model="m") as services:
        said: list[str] = []
        resume = await services.resumes.tailor(await captured(services), said.append)
        paths = [path for path, _ in server.asked]
    assert "Globex" not in msgspec.json.encode(resume.sections).decode()
    assert resume.rejected
    assert paths[0] == "/api/generate"
    assert "/api/chat" in paths
    assert any("sentence 2" in one for one in said)


async def test_without_a_browser_an_application_is_prepared_for_the_persons_own_tab(tmp_path: Path) -> None:
    async with running(tmp_path, browser=str(tmp_path / "none")) as services:
        attempt = await services.applications.prepare(await captured(services), "headless")
        run = next(one for one in services.store.runs.by("kind", "prepare"))
        assert (await services.work.finished(run.id, 30)).state == "done"
        left = services.store.attempts.get(attempt.id)
        assert (left.channel, left.state) == ("tab", "needs_answers")
        assert services.store.resumes.get(left.resume_id).pdf
        assert (await said(services, "browser")).state == "attention"


async def test_without_a_portal_the_others_of_the_search_go_on(tmp_path: Path) -> None:
    boards = ("https://boards.greenhouse.io/acme", "https://jobs.lever.co/fjord")
    async with running(tmp_path) as services, Web(lever("fjord", "Backend Engineer")) as web:
        fetcher = web.fetcher(Limits(timeout=5, attempts=1, failures_until_open=99))
        polite = Polite(fetcher, pace=Pace(pause=0, jitter=0), robots=False)
        searching = Searching(services.store, services.search, polite, Notifier(services.store))
        searching.register(services.work)
        with_portals = replace(services, breakers=searching.breakers)
        services.store.searches.add(SavedSearch(id="s", name="Engineers", boards=boards, created_at=DAY))
        web.routes["https://boards-api.greenhouse.io/v1/boards/acme/jobs"] = Answer(500, b"down")
        for _ in range(3):
            run = await services.work.start("search", {"search_id": "s"}, by_itself=True)
            ends = {
                one["portal"]: one["status"] for one in (await services.work.finished(run.id, 30)).result["outcomes"]
            }
            assert sorted(ends.values()) == ["complete", "failed"]
        assert services.store.postings.count() == 1
        first = reach(with_portals)[0]
        assert (first.name, first.breaker) == ("greenhouse:acme", "open")
        assert (await said(with_portals, "portals")).state == "attention"
        assert [one.kind for one in services.store.notices.where()].count("breaker") == 1

        asked = len(web.asked)
        run = await services.work.start("search", {"search_id": "s"}, by_itself=True)
        await services.work.finished(run.id, 30)
        assert not [one for one in web.asked[asked:] if "greenhouse" in one.url]
        web.routes |= greenhouse("acme", "Platform Engineer")
        run = await services.work.start("search", {"search_id": "s"})
        assert (await services.work.finished(run.id, 30)).result["new"] == 1


async def test_without_a_host_the_others_answer() -> None:
    async with Web({"https://well.example/": Answer(200, b"well")}) as web:
        web.routes["https://ill.example/"] = Answer(500, b"")
        fetcher = web.fetcher(Limits(timeout=5, attempts=1, failures_until_open=2))
        for _ in range(2):
            assert (await fetcher.get("https://ill.example/")).status == 500
        with pytest.raises(NetError, match="left alone"):
            await fetcher.get("https://ill.example/")
        assert (await fetcher.get("https://well.example/")).status == 200
        assert {one.name: one.state for one in fetcher.breakers()} == {"ill.example": "open", "well.example": "closed"}


async def test_without_room_on_the_disk_captures_stop_before_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path) as services:
        posting_id = await captured(services)
        monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=50_000_000))
        with pytest.raises(StoreFull):
            await captured(services)
        assert services.search.view(posting_id).posting.title == "Backend Engineer"
        assert services.search.mark(posting_id, saved=True).saved
        assert (await said(services, "disk")).state == "bad"


async def test_without_redis_runs_are_carried_out_here(tmp_path: Path) -> None:
    async with running(tmp_path, broker="redis://127.0.0.1:9/0") as services:
        run = await services.work.start("rescore")
        assert (await services.work.finished(run.id, 30)).state == "done"
        check = await said(services, "work")
        assert (check.state, "Redis" in check.text) == ("attention", True)


async def test_without_a_notice_channel_the_dashboard_has_it(tmp_path: Path) -> None:
    async with running(tmp_path) as services:
        store = services.store
        store.vault.put("notify/webhook", {"url": "http://127.0.0.1:9/"})
        route = NoticeRoute(channel="webhook", kinds=frozenset({"failed"}))
        store.automation.add(Automation(id=AUTOMATION_ID, quiet_from="00:00", quiet_to="00:00", routes=(route,)))
        await Notifier(store).tell("failed", "Something failed.")
        assert [one.text for one in store.notices.where()] == ["Something failed."]
