"""A backup brings everything back with the code alone; restoring it forgets no application and can be undone."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from companion.errors import BadInput, Conflict, Damaged, Refused, SincerelyError, StoreFull, WrongKey
from companion.privacy import audit
from companion.privacy.backup import Retention, back_up, backups, due, prune
from companion.privacy.drills import drill, scheduled
from companion.privacy.recovery import backup_key, recovery_code
from companion.privacy.restoring import inspect, restore
from companion.settings import Settings
from companion.store import Store
from companion.store.kinds import KINDS
from tests.unit.privacy import people

START = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(Settings(data=tmp_path / "data", keys="file")) as opened:
        people.person(opened)
        people.live(opened)
        yield opened


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    """Another computer."""
    with Store.open(Settings(data=tmp_path / "other" / "data", keys="file")) as opened:
        yield opened


def contents(store: Store, *, without: frozenset[str] = frozenset({"audit", "runs", "replies"})) -> dict[str, object]:
    found = {kind.name: getattr(store, kind.name).where() for kind in KINDS if kind.name not in without}
    return {name: sorted(documents, key=lambda document: document.id) for name, documents in found.items()}


def test_everything_comes_back_on_an_empty_computer_with_the_code(store: Store, other: Store, tmp_path: Path) -> None:
    made = back_up(store, tmp_path / "backups")
    code = recovery_code(store)
    with pytest.raises(WrongKey):
        restore(other, made.path)
    other.clients.add(replace(store.clients.get("c"), id="here"))
    restored = restore(other, made.path, code.lower().replace("-", " "))
    assert contents(other, without=frozenset({"audit", "runs", "clients"})) == contents(
        store, without=frozenset({"audit", "runs", "clients"})
    )
    assert {client.id for client in other.clients.where()} == {"here"}
    assert restored.undo is None
    assert restored.documents["profiles"] == 1
    assert other.vault.get("mail") == store.vault.get("mail")
    assert other.secret("receipts") == store.secret("receipts")
    assert recovery_code(other) == code
    assert other.verify().whole
    assert audit.verify(other).valid
    assert [entry.kind for entry in audit.entries(other).items] == ["restored", "backed_up", "left"]


def test_nothing_in_a_backup_can_be_read(store: Store, tmp_path: Path) -> None:
    made = back_up(store, tmp_path / "backups")
    data = made.path.read_bytes()
    for canary in (people.NAME, people.COMPANY, people.EMAIL, "correct horse", "example.com"):
        assert canary.encode() not in data
    assert made.path.stat().st_mode & 0o077 == 0
    assert made.path.parent.stat().st_mode & 0o077 == 0


def test_a_drill_restores_it_somewhere_and_leaves_nothing(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    made = back_up(store, tmp_path / "backups")
    before = contents(store)
    shown = drill(made.path, recovery_code(store))
    assert shown.passed
    assert shown.documents["attempts"] == 1
    assert shown.files == 4
    assert contents(store) == before
    assert list((tmp_path / "tmp").iterdir()) == []


def test_every_damage_to_a_backup_is_found_and_changes_nothing(store: Store, other: Store, tmp_path: Path) -> None:
    code = recovery_code(store)
    made = back_up(store, tmp_path / "backups")
    data = made.path.read_bytes()
    for place in range(0, len(data), 97):
        made.path.write_bytes(data[:place] + bytes([data[place] ^ 4]) + data[place + 1 :])
        with pytest.raises(SincerelyError):
            restore(other, made.path, code)
        made.path.write_bytes(data[:place])
        with pytest.raises(SincerelyError):
            restore(other, made.path, code)
    assert other.profiles.count() == 0
    assert list(other.blobs.files()) == []
    assert not drill(made.path, code).passed


@pytest.mark.parametrize(("content", "error"), [(b"", BadInput), (b"PK\x03\x04" * 20, BadInput)])
def test_what_is_no_backup_is_said_to_be_none(
    other: Store, tmp_path: Path, content: bytes, error: type[Exception]
) -> None:
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(error):
        restore(other, tmp_path / "file", "0000-" * 8)


@pytest.mark.parametrize("code", ["", "1234", "U" * 32, "0" * 31, "0" * 33, "ÄÖ" * 16])
def test_what_is_no_code_is_said_to_be_none(code: str) -> None:
    with pytest.raises(WrongKey):
        backup_key(code)


def test_restoring_over_data_asks_and_can_be_undone(store: Store, tmp_path: Path) -> None:
    made = back_up(store, tmp_path / "backups")
    profile = store.profiles.replace(replace(store.profiles.get("me"), persona="later"))
    store.postings.remove(store.postings.where()[0].id)
    later = contents(store)
    with pytest.raises(Conflict):
        restore(store, made.path)
    assert contents(store) == later
    restored = restore(store, made.path, over=True)
    assert store.profiles.get("me").persona == "default"
    assert store.postings.count() == 1
    assert restored.undo is not None
    assert tmp_path / "data" not in restored.undo.parents
    restore(store, restored.undo, over=True)
    assert contents(store) == later
    assert store.profiles.get("me") == profile
    assert audit.verify(store).valid
    assert store.verify().whole


def test_what_was_applied_to_since_is_not_forgotten(store: Store, tmp_path: Path) -> None:
    made = back_up(store, tmp_path / "backups")
    people.live(store, company=people.OTHER, key="b")
    attempt = store.attempts.get("a" + "2" * 31)
    moved = store.attempts.replace(replace(attempt, state="preparing"))
    restored = restore(store, made.path, over=True)
    assert store.attempts.get(moved.id) == moved
    assert store.attempts.by("canonical_key", "kb")
    assert store.applications.by("canonical_key", "kb")
    assert store.postings.by("canonical_key", "kb"), "an application needs its posting to be shown"
    assert store.matches.find("b" + "1" * 31) is None
    assert restored.carried == 3
    assert [entry.kind for entry in audit.entries(store, limit=4).items] == [
        "restored",
        "backed_up",
        "left",
        "backed_up",
    ]
    assert audit.verify(store).valid


def test_a_restore_that_fails_changes_nothing(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = back_up(store, tmp_path / "backups")
    store.postings.remove(store.postings.where()[0].id)
    before = contents(store)

    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as moment:
        moment.setattr("companion.store.journal.Journal.enforce", full)
        with pytest.raises((StoreFull, OSError)):
            restore(store, made.path, over=True)
    assert contents(store) == before
    store.notices.remove("na")
    assert store.verify().whole


def test_a_backup_that_was_made_is_thinned_out_only_after_a_drill(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    times = [START + timedelta(days=day, hours=hour) for day in range(60) for hour in (0, 6)]
    for at in times[:-1]:
        (folder / f"sincerely-{at:%Y%m%dT%H%M%SZ}.backup").parent.mkdir(exist_ok=True)
        (folder / f"sincerely-{at:%Y%m%dT%H%M%SZ}.backup").write_bytes(b"old")
    (folder / "notes.txt").write_text("mine")
    done = scheduled(store, folder, keep=Retention(daily=3, weekly=2, monthly=2), clock=lambda: times[-1])
    assert done.drill.passed
    assert done.backup.at == times[-1]
    expected = ["04-29 18", "04-28 18", "04-27 18", "04-26 18", "03-31 18"]
    # The newest of three days, of two weeks (ISO, from Monday), and of two months.
    assert [f"{found.at:%m-%d %H}" for found in backups(folder)] == expected
    assert (folder / "notes.txt").exists()
    assert len(prune(folder, Retention(daily=0, weekly=0, monthly=0))) == len(expected) - 1
    assert [found.path for found in backups(folder)] == [done.backup.path]


def test_a_backup_is_due_when_the_newest_is_old_enough(store: Store, tmp_path: Path) -> None:
    folder, day = tmp_path / "backups", timedelta(days=1)
    assert due(folder, day)
    back_up(store, folder, clock=lambda: START)
    assert not due(folder, day, clock=lambda: START + day / 2)
    assert due(folder, day, clock=lambda: START + day)


def test_two_backups_of_one_second_are_two(store: Store, tmp_path: Path) -> None:
    for _ in range(3):
        back_up(store, tmp_path / "backups", clock=lambda: START)
    assert len(backups(tmp_path / "backups")) == 3


def test_backups_stay_where_they_may_be(store: Store, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        back_up(store, Path("../elsewhere"), allowed=tmp_path / "home")
    with pytest.raises(Refused):
        back_up(store, store.home / "backups")


def test_contents_are_told_only_for_a_whole_backup(store: Store, tmp_path: Path) -> None:
    made = back_up(store, tmp_path / "backups")
    assert inspect(made.path, recovery_code(store)).documents["profiles"] == 1
    made.path.write_bytes(made.path.read_bytes()[:-40])
    with pytest.raises(Damaged, match="not whole"):
        inspect(made.path, recovery_code(store))
