"""Saved jobs are looked at again, politely, and what is gone is closed and told; a board's word counts when whole."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from companion.agents import Services
from companion.agents.openness import Openness
from companion.agents.searching import Searching
from companion.app import companion
from companion.intake import CapturedPage, Reader, read
from companion.model.automation import SavedSearch
from companion.model.posting import Posting
from companion.model.profile import Persona, Profile
from companion.notify import Notifier
from companion.portals import Outcome, Pace, Polite
from companion.settings import Settings
from tests.fakes.boards import greenhouse
from tests.fakes.web import Answer, Web
from tests.unit.intake.pages import ld, posting

THEN = datetime(2026, 10, 1, tzinfo=UTC)


@asynccontextmanager
async def watching(tmp_path: Path, web: Web) -> AsyncIterator[tuple[Services, Openness, Polite]]:
    polite = Polite(web.fetcher(), pace=Pace(pause=0))
    async with companion(Settings(data=tmp_path / "data", keys="file")) as services, Reader() as reader:
        openness = Openness(services.store, services.work, polite, reader, Notifier(services.store))
        openness.register()
        yield services, openness, polite


def saved(services: Services, url: str, **changes: object) -> Posting:
    page = CapturedPage(url=url, html=f"<html><body>{ld(posting(validThrough=None))}</body></html>", captured_at=THEN)
    kept = services.search.keep(read(page), "")
    return services.store.postings.replace(msgspec.structs.replace(kept, saved=True, **changes))


async def test_what_is_gone_is_closed_and_told_and_the_rest_is_left(tmp_path: Path) -> None:
    gone, there, silent = (f"https://larkspur.example/{name}" for name in ("gone", "there", "silent"))
    shown = f"<html><head>{ld(posting(validThrough=None))}</head><body></body></html>".encode()
    async with (
        Web({gone: Answer(404), there: Answer(200, shown), silent: Answer(403)}) as web,
        watching(tmp_path, web) as (services, openness, _),
    ):
        ids = {url: saved(services, url, canonical_key=url).id for url in (gone, there, silent)}
        await openness.look()
        run = services.store.runs.by("kind", "recheck")[0]
        assert (await services.work.finished(run.id, 60)).result == {"looked": 3, "closed": 1}
        now = {url: services.store.postings.get(one) for url, one in ids.items()}
        assert [now[url].liveness for url in (gone, there, silent)] == ["closed", "open", "open"]
        assert all(one.checked for one in now.values())
        assert "No longer open: Backend Engineer" in services.store.notices.by("kind", "info")[0].text
        asked = len(web.asked)
        await openness.look()
        assert len(services.store.runs.by("kind", "recheck")) == 1
        assert len(web.asked) == asked


@pytest.mark.parametrize(
    "changes",
    [{"saved": False}, {"dismissed": True}, {"liveness": "closed"}, {"url": ""}, {"checked": datetime.now(UTC)}],
)
async def test_only_what_the_person_means_to_apply_to_is_asked_about(
    tmp_path: Path, changes: dict[str, object]
) -> None:
    async with Web() as web, watching(tmp_path, web) as (services, openness, _):
        kept = saved(services, "https://larkspur.example/1")
        services.store.postings.replace(msgspec.structs.replace(kept, **changes))
        await openness.look()
        assert not services.store.runs.by("kind", "recheck")


async def test_a_watched_board_closes_what_it_lists_no_more(tmp_path: Path) -> None:
    async with (
        Web(greenhouse("acme", "Platform Engineer")) as web,
        watching(tmp_path, web) as (services, openness, polite),
    ):
        searching = Searching(services.store, services.search, polite, Notifier(services.store), openness=openness)
        searching.register(services.work)
        old = saved(
            services, "https://boards.greenhouse.io/acme/jobs/999", ats="greenhouse", ats_company="acme", ats_job="999"
        )
        services.store.profiles.add(Profile(id="me", personas=(Persona(name="Backend"), Persona(name="Platform"))))
        board = ("https://boards.greenhouse.io/acme",)
        services.store.searches.add(
            SavedSearch(id="s", name="Engineers", boards=board, persona="Platform", created_at=THEN)
        )
        run = await services.work.start("search", {"search_id": "s"})
        result = (await services.work.finished(run.id, 60)).result
        assert services.store.postings.get(old.id).liveness == "closed"
        (found,) = (one for one in services.store.postings.where() if one.id != old.id)
        assert found.liveness == "open"
        assert (found.persona, services.store.matches.get(found.id).persona) == ("Platform", "Platform")
        assert result["outcomes"][0]["jobs"] == []


async def test_a_board_that_was_not_read_to_its_end_closes_nothing(tmp_path: Path) -> None:
    async with Web() as web, watching(tmp_path, web) as (services, openness, _):
        old = saved(
            services, "https://boards.greenhouse.io/acme/jobs/999", ats="greenhouse", ats_company="acme", ats_job="999"
        )
        assert openness.unlisted(Outcome(portal="greenhouse:acme", status="truncated", listed=3)) == 0
        assert openness.unlisted(Outcome(portal="greenhouse:other", status="complete", jobs=frozenset("1"))) == 0
        assert services.store.postings.get(old.id).liveness == "open"
