"""Looking after the folder: what verify sees, what repair saves, what a sweep clears away, and what nobody can read."""

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from companion.errors import Damaged, NotFound, StoreLocked
from companion.model.document import now
from companion.model.posting import Posting
from companion.model.run import Notice
from companion.settings import Settings
from companion.store import Store, repair, verify

CANARY = "Zebulon Quartermaine"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", keys="file")


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    with Store.open(settings) as opened:
        yield opened


def posting(description: str = "") -> Posting:
    return Posting(
        id="p", canonical_key="k", url="https://jobs.example.com/1", title=CANARY, company=CANARY,
        description=description, captured_at=now(),
    )  # fmt: skip


def notice(name: str) -> Notice:
    return Notice(id=name, kind="info", text=f"About {name}.", created_at=now())


def test_a_sound_folder_verifies(settings: Settings) -> None:
    with Store.open(settings) as store:
        store.postings.add(posting(store.blobs.put(b"a page")))
        store.notices.add(notice("a"))
        inside = store.verify()
        with pytest.raises(StoreLocked):
            verify(settings)
    outside = verify(settings)
    assert outside == inside
    assert outside.whole
    assert outside.documents == {"postings": 1, "notices": 1}
    assert outside.files == 1


def test_looking_at_a_folder_that_is_none_makes_none(tmp_path: Path) -> None:
    for look in (verify, repair):
        for folder in (tmp_path / "nowhere", tmp_path):
            with pytest.raises(NotFound):
                look(Settings(data=folder, keys="file"))
    assert list(tmp_path.iterdir()) == []


def test_missing_and_damaged_files_are_named(store: Store) -> None:
    store.postings.add(posting(store.blobs.put(b"a page")))
    (path,) = store.blobs.files()
    path.write_bytes(path.read_bytes()[:-1])
    assert store.verify().problems == ("A file that postings p names is damaged.",)
    path.unlink()
    assert store.verify().problems == ("A file that postings p names is missing.",)


def test_repair_keeps_everything_before_the_damage(settings: Settings) -> None:
    with Store.open(settings) as store:
        for name in "abcdef":
            store.notices.add(notice(name))
    journal = settings.data / "journal.1"
    data = bytearray(journal.read_bytes())
    data[-10] ^= 1
    journal.write_bytes(data)
    with pytest.raises(Damaged, match="record 6"):
        Store.open(settings)
    assert "repair" in verify(settings).problems[0]
    result = repair(settings)
    assert result.documents == 5
    assert result.aside is not None
    assert result.aside.read_bytes() == data
    with Store.open(settings) as store:
        assert [kept.id for kept in store.notices.where()] == list("abcde")
    assert verify(settings).whole
    assert repair(settings).aside is None


def test_a_sweep_removes_only_what_no_document_mentions(store: Store) -> None:
    named, orphan, young = (store.blobs.put(content) for content in (b"named", b"orphan", b"young"))
    store.postings.add(posting(named))
    assert store.sweep().files == 0
    for path in store.blobs.files():
        os.utime(path, (0, 0))
    store.blobs.put(b"young")
    assert store.sweep().files == 1
    assert [store.blobs.has(sha) for sha in (named, orphan, young)] == [True, False, True]
    assert store.sweep(older_than=timedelta(0)).files == 1


def test_nothing_in_the_folder_can_be_read_without_the_key(settings: Settings) -> None:
    with Store.open(settings) as store:
        sha = store.blobs.put(CANARY.encode() * 50)
        store.postings.add(posting(sha))
        store.vault.put(CANARY, {"user": CANARY, "password": CANARY})
        store.secret(CANARY)
        store.compact()
        with store.commit():
            store.notices.add(notice(CANARY))
        found = [path for path in settings.data.rglob("*") if path.is_file()]
        assert len(found) >= 5
        for path in found:
            content = path.read_bytes()
            for canary in (CANARY.encode(), CANARY.encode("utf-16-le"), sha.encode(), b"jobs.example.com"):
                assert canary not in content, path.name
                assert canary not in str(path).encode()


def test_files_and_folders_are_the_owners_alone(settings: Settings) -> None:
    settings.data.mkdir(mode=0o755)
    (settings.data / "config.toml").write_text("")
    (settings.data / "config.toml").chmod(0o644)
    with Store.open(settings) as store:
        store.blobs.put(b"a page")
        assert sum("could be read by other people" in warning for warning in store.warnings) == 2
        store.compact()
        for path in (settings.data, *settings.data.rglob("*")):
            assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path.name
