"""Backups and tidying start when they are due, once, and a backup that does not restore is told."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from companion.agents.caretaker import Caretaker
from companion.model.profile import Basics, Profile
from companion.model.run import Run
from companion.privacy import backups, drills, usual_folder
from companion.settings import Settings
from companion.store import Store
from companion.work import Work


class Clock:
    """The queue dates its runs by the real time, so this begins there."""

    def __init__(self) -> None:
        self.at = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.at


class House:
    """A store with a caretaker whose clock the test sets."""

    def __init__(self, store: Store, work: Work, caretaker: Caretaker, clock: Clock) -> None:
        self.store, self.work, self.caretaker, self.clock = store, work, caretaker, clock

    async def look(self) -> list[Run]:
        """Let it look once; the runs it started, ended."""
        before = {run.id for run in self.store.runs.where()}
        await self.caretaker.look()
        started = [run for run in self.store.runs.where() if run.id not in before]
        return [await self.work.finished(run.id, 60) for run in started]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", keys="file")


@pytest.fixture
async def house(settings: Settings) -> AsyncIterator[House]:
    with Store.open(settings) as store:
        work, clock = Work(store), Clock()
        caretaker = Caretaker(settings, store, work, clock)
        caretaker.register()
        await work.begin()
        yield House(store, work, caretaker, clock)
        await work.end()


def move_in(store: Store) -> None:
    store.profiles.add(Profile(id="me", basics=Basics(name="Ada Example")))


async def test_an_empty_house_is_tidied_but_not_backed_up(house: House, settings: Settings) -> None:
    assert [run.kind for run in await house.look()] == ["tidy"]
    assert backups(usual_folder(settings.data)) == ()
    assert await house.look() == []


async def test_a_backup_is_made_when_due_and_not_again_before(house: House, settings: Settings) -> None:
    move_in(house.store)
    runs = await house.look()
    assert {run.kind: run.state for run in runs} == {"backup": "done", "tidy": "done"}
    first, second = sorted(runs, key=lambda run: run.started_at or house.clock())
    assert first.finished_at is not None
    assert second.started_at is not None
    assert first.finished_at <= second.started_at, "both go through everything: at once they hold up who waits"
    assert len(backups(usual_folder(settings.data))) == 1
    house.clock.at += timedelta(hours=23)
    assert "backup" not in {run.kind for run in await house.look()}
    house.clock.at += timedelta(hours=2)
    assert "backup" in {run.kind for run in await house.look()}
    assert len(backups(usual_folder(settings.data))) == 2


async def test_a_backup_that_does_not_restore_is_told_and_not_tried_at_once(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    move_in(house.store)
    monkeypatch.setattr(drills, "recovery_code", lambda _: "the code of another folder")
    failed = next(run for run in await house.look() if run.kind == "backup")
    assert failed.state == "failed"
    assert [notice.kind for notice in house.store.notices.where()] == ["failed"]
    assert await house.look() == []


async def test_who_wants_no_backups_gets_none(house: House, settings: Settings) -> None:
    move_in(house.store)
    never = Settings(data=settings.data, keys="file", backup_hours=0)
    await Caretaker(never, house.store, house.work, house.clock).look()
    assert house.store.runs.by("kind", "backup") == []


async def test_backups_go_where_the_setting_says(settings: Settings, tmp_path: Path) -> None:
    elsewhere = Settings(data=settings.data, keys="file", backups=tmp_path / "stick")
    with Store.open(elsewhere) as store:
        move_in(store)
        work, clock = Work(store), Clock()
        caretaker = Caretaker(elsewhere, store, work, clock)
        caretaker.register()
        await work.begin()
        await House(store, work, caretaker, clock).look()
        await work.end()
    assert len(backups(tmp_path / "stick")) == 1
