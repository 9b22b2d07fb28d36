"""A75, A79, A81: killed at any instant, opened by two, or left half-migrated, the store keeps what it acknowledged."""

import multiprocessing
import random
import threading
import time
from pathlib import Path

import msgspec
import pytest

from companion.errors import StoreError, StoreLocked
from companion.model.document import now
from companion.model.run import Notice
from companion.settings import Settings
from companion.store import Change, Store, folder, journal, migrations
from tests.unit.store import worker

KILLS = 200
_DONE = b'"done":true'


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", keys="file")


def notice(name: str) -> Notice:
    return Notice(id=name, kind="info", text=f"About {name}.", created_at=now())


def test_nothing_acknowledged_is_lost_in_two_hundred_kills(settings: Settings, tmp_path: Path) -> None:
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["tests.unit.store.worker"])
    chance, notes = random.Random(), tmp_path / "notes"
    acknowledged = 0
    notes.touch()
    for number in range(KILLS):
        before, wanted = notes.stat().st_size, chance.randrange(1, 4)
        process = processes.Process(target=worker.work, args=(settings, notes, number), daemon=True)
        process.start()
        deadline = time.monotonic() + 30
        while notes.read_bytes()[before:].count(_DONE) < wanted and time.monotonic() < deadline:
            time.sleep(0.001)
        time.sleep(chance.random() * 0.005)
        process.kill()
        process.join(30)
        process.close()
        acknowledged += notes.read_bytes()[before:].count(_DONE)
        assert worker.check(settings, notes) == ""
    assert acknowledged >= KILLS, "the test hardly did anything"
    assert not [path for path in settings.data.glob("journal.*") if path.suffix == ".new"]


def test_a_second_process_is_turned_away_and_the_first_goes_on(settings: Settings) -> None:
    with Store.open(settings) as store:
        with pytest.raises(StoreLocked):
            Store.open(settings)
        store.notices.add(notice("a"))
    with Store.open(settings) as store:
        assert store.notices.count() == 1


def test_a_newer_format_is_refused_and_left_alone(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as later:
        later.setattr(migrations, "FORMAT", migrations.FORMAT + 1)
        Store.open(settings).close()
    before = {path.name: path.read_bytes() for path in settings.data.glob("journal.*")}
    with pytest.raises(StoreError, match="newer"):
        Store.open(settings)
    assert {path.name: path.read_bytes() for path in settings.data.glob("journal.*")} == before


@pytest.mark.parametrize("killed_at", ["prepare", "enforce", "nowhere"])
def test_a_migration_that_is_killed_begins_again(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, killed_at: str
) -> None:
    class Killed(BaseException):
        pass

    def killed(*_: object) -> None:
        raise Killed

    def shout(table: str, document: dict[str, object]) -> dict[str, object]:
        return {**document, "text": str(document["text"]).upper()} if table == "notices" else document

    with Store.open(settings) as store:
        store.notices.add(notice("a"))
        store.notices.add(notice("b"))
        store.notices.remove("b")
    monkeypatch.setattr(migrations, "FORMAT", migrations.FORMAT + 1)
    monkeypatch.setattr(migrations, "STEPS", {migrations.FORMAT - 1: shout})
    if killed_at != "nowhere":
        with monkeypatch.context() as moment:
            moment.setattr(journal.Journal, killed_at, killed)
            with pytest.raises(Killed):
                Store.open(settings)
    with Store.open(settings) as store:
        assert [kept.text for kept in store.notices.where()] == ["ABOUT A."]
        assert store.format == migrations.FORMAT
    with Store.open(settings) as store:
        assert [kept.text for kept in store.notices.where()] == ["ABOUT A."]


def test_a_generation_that_was_left_behind_is_cleared_away(settings: Settings) -> None:
    with Store.open(settings) as store:
        store.notices.add(notice("a"))
        old = settings.data / "journal.1"
        data = old.read_bytes()
        store.compact()
        store.notices.add(notice("b"))
    old.write_bytes(data)
    (settings.data / "journal.3.new").write_bytes(data[:100])
    with Store.open(settings) as store:
        assert [kept.id for kept in store.notices.where()] == ["a", "b"]
        assert [path.name for path in settings.data.glob("journal.*")] == ["journal.2"]


def test_what_happens_while_compacting_is_in_the_new_generation(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare = journal.Journal.prepare
    with Store.open(settings) as store:
        store.notices.add(notice("a"))

        def slow(*arguments: object) -> journal.Journal:
            fresh = prepare(*arguments)
            store.notices.add(notice("b"))
            store.notices.remove("a")
            return fresh

        monkeypatch.setattr(journal.Journal, "prepare", slow)
        store.compact()
        store.notices.add(notice("c"))
    with Store.open(settings) as store:
        assert [kept.id for kept in store.notices.where()] == ["b", "c"]
        assert len(list(settings.data.glob("journal.*"))) == 1


def test_many_threads_and_compactions_lose_nothing(settings: Settings) -> None:
    wrong: list[str] = []

    def change(store: Store, thread: int) -> None:
        for number in range(60):
            kept = store.notices.add(notice(f"{thread}-{number}"))
            with store.commit():
                store.notices.replace(msgspec.structs.replace(store.notices.get(kept.id), text="changed"))
                store.notices.add(notice(f"{thread}-{number}-twin"))
            if number % 3 == 0:
                store.notices.remove(kept.id)
            if store.notices.find(f"{thread}-{number}-twin") is None:
                wrong.append(f"{thread}-{number}: own change not seen")

    with Store.open(settings) as store:
        threads = [threading.Thread(target=change, args=(store, number)) for number in range(6)]
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            store.compact()
            if not store.verify().whole:
                wrong.append("did not verify")
        kept = {found.id: found.text for found in store.notices.where()}
        assert set(store.notices.values("kind")) == kept.keys()
    assert wrong == []
    assert len(kept) == 6 * (40 + 60)
    with Store.open(settings) as store:
        assert {found.id: found.text for found in store.notices.where()} == kept


def test_nobody_writes_between_what_a_reset_reads_and_the_new_state(settings: Settings) -> None:
    with Store.open(settings) as store:
        store.notices.add(notice("old"))
        store.vault.put("mail", {"user": "ada"})
        writer = threading.Thread(target=lambda: store.notices.add(notice("meanwhile")))

        def build() -> list[Change]:
            writer.start()
            writer.join(0.05)
            assert writer.is_alive()
            return [change for change in store.snapshot() if change.id != "old"]

        store.reset(build)
        writer.join(10)
        assert [kept.id for kept in store.notices.where()] == ["meanwhile"]
        assert store.vault.names() == ()
    with Store.open(settings) as store:
        assert [kept.id for kept in store.notices.where()] == ["meanwhile"]


def test_a_compaction_that_cannot_finish_leaves_the_old_generation(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(settings) as store:
        store.notices.add(notice("a"))
        with monkeypatch.context() as moment:
            moment.setattr(folder, "sync", _full)
            with pytest.raises(StoreError):
                store.compact()
        store.notices.add(notice("b"))
        assert [path.name for path in settings.data.glob("journal.*")] == ["journal.1"]
    with Store.open(settings) as store:
        assert store.notices.count() == 2


def _full(_: object) -> None:
    raise OSError(28, "No space left on device")
