"""A76 to A79: a torn end is cut off, any other change to the files is noticed, a disk that refuses changes nothing."""

import contextlib
import errno
import os
import resource
import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from companion.errors import Damaged, Refused, StoreError, StoreFull, WrongKey
from companion.model.document import now
from companion.model.run import Notice
from companion.settings import Settings
from companion.store import Store, folder
from companion.store.journal import Change, Journal

KEY = bytes(32)


def notice(name: str) -> Notice:
    return Notice(id=name, kind="info", text=f"About {name}.", created_at=now())


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", keys="file")


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    with Store.open(settings) as opened:
        yield opened


def make(home: Path, generation: int, ids: str, key: bytes = KEY) -> tuple[Path, list[int]]:
    """A journal whose snapshot holds the first of `ids` and each other in a commit; and where each commit ends."""
    home.mkdir(exist_ok=True)
    journal = Journal.prepare(home, generation, key, [Change("notices", ids[0], b"{}")])
    journal.enforce()
    ends = [journal.size]
    for name in ids[1:]:
        journal.append([Change("notices", name, b"{}")])
        ends.append(journal.size)
    journal.close()
    return journal.path, ends


def read(path: Path, key: bytes = KEY) -> str:
    """The ids that opening gives back."""
    seen: list[str] = []
    Journal.open(path, key, lambda change: seen.append(change.id)).close()
    return "".join(seen)


def test_every_cut_of_the_commits_opens_with_all_whole_ones(tmp_path: Path) -> None:
    path, ends = make(tmp_path / "whole", 1, "abcd")
    data = path.read_bytes()
    for size in range(ends[0], len(data) + 1):
        path.write_bytes(data[:size])
        whole = sum(end <= size for end in ends)
        assert read(path) == "abcd"[:whole], size
        assert path.stat().st_size == ends[whole - 1], "the torn end is gone, so that the next commit follows the last"


def test_every_cut_of_the_snapshot_is_refused(tmp_path: Path) -> None:
    path, ends = make(tmp_path / "whole", 1, "abc")
    data = path.read_bytes()
    for size in range(ends[0]):
        path.write_bytes(data[:size])
        with pytest.raises(Damaged):
            read(path)
        assert path.read_bytes() == data[:size]


def test_every_flipped_bit_is_refused_and_nothing_changed(tmp_path: Path) -> None:
    path, _ = make(tmp_path / "whole", 1, "abc")
    data = bytearray(path.read_bytes())
    for place in range(len(data)):
        for bit in range(8):
            data[place] ^= 1 << bit
            path.write_bytes(data)
            with pytest.raises(StoreError):
                read(path)
            assert path.stat().st_size == len(data)
            data[place] ^= 1 << bit


def test_zeros_where_the_last_commit_should_be_are_a_torn_end(tmp_path: Path) -> None:
    path, ends = make(tmp_path / "whole", 1, "abc")
    data = path.read_bytes()
    for start in range(ends[1], ends[2] - 16):
        path.write_bytes(data[:start] + bytes(len(data) - start + 100))
        assert read(path) == "ab"


@pytest.mark.parametrize("case", ["swap", "drop", "repeat", "splice", "rename", "garbage"])
def test_moved_or_foreign_records_are_refused(tmp_path: Path, case: str) -> None:
    path, ends = make(tmp_path / "one", 1, "abcd")
    other, _ = make(tmp_path / "two", 1, "abcd")
    data, foreign = path.read_bytes(), other.read_bytes()
    head, first, second, third = (data[start:end] for start, end in zip([0, *ends], ends, strict=False))
    if case == "rename":
        path = path.rename(path.with_name("journal.2"))
    else:
        path.write_bytes(
            {
                "swap": head + second + first + third,
                "drop": head + first + third,
                "repeat": head + first + first + second + third,
                "splice": head + foreign[ends[0] : ends[1]] + second + third,
                "garbage": data + os.urandom(200),
            }[case]
        )
    with pytest.raises(Damaged):
        read(path)


@examples(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_is_done_to_the_file_only_whole_beginnings_are_read(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path, _ = make(tmp_path_factory.mktemp("any"), 1, "abcde")
    whole = path.read_bytes()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    path.write_bytes(whole[:start] + data.draw(st.binary(max_size=60)) + whole[end:])
    try:
        assert "abcde".startswith(read(path))
    except StoreError:
        return
    assert whole.startswith(path.read_bytes()), "what was opened is a whole beginning of what was written"


def test_an_old_snapshot_does_not_take_newer_commits(tmp_path: Path) -> None:
    old, old_ends = make(tmp_path / "old", 1, "abc")
    new, new_ends = make(tmp_path / "new", 2, "abc")
    new.write_bytes(old.read_bytes()[: old_ends[0]] + new.read_bytes()[new_ends[0] :])
    with pytest.raises(Damaged):
        read(new)


def test_another_key_opens_nothing(tmp_path: Path) -> None:
    path, _ = make(tmp_path / "one", 1, "abc")
    with pytest.raises(Damaged):
        read(path, bytes([1] * 32))


@contextlib.contextmanager
def small_disk(limit: int) -> Generator[None]:
    """No file of this process can grow over `limit` bytes, as on a full disk or over a quota."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_changes_nothing_and_later_all_goes_on(settings: Settings) -> None:
    with Store.open(settings) as store:
        store.notices.add(notice("a"))
        heard: list[object] = []
        store.listen(heard.append)
        size = (settings.data / "journal.1").stat().st_size
        with small_disk(size + 20):
            with pytest.raises(StoreFull):
                store.notices.add(notice("b"))
            with pytest.raises(StoreFull):
                store.blobs.put(os.urandom(10_000))
            with pytest.raises(StoreFull), store.bulk():
                store.notices.add(notice("b"))
        assert [kept.id for kept in store.notices.where()] == ["a"]
        assert store.notices.by("kind", "info") == store.notices.where()
        assert heard == []
        assert (settings.data / "journal.1").stat().st_size == size
        assert list(store.blobs.files()) == []
        store.notices.add(notice("c"))
    with Store.open(settings) as store:
        assert [kept.id for kept in store.notices.where()] == ["a", "c"]


def test_a_failed_fsync_stops_writing_until_the_next_start(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise OSError(5, "Input/output error")

    with Store.open(settings) as store:
        store.notices.add(notice("a"))
        with monkeypatch.context() as moment:
            moment.setattr(folder, "sync", broken)
            with pytest.raises(StoreError):
                store.notices.add(notice("b"))
        with pytest.raises(StoreError, match="failed to keep"):
            store.notices.add(notice("c"))
        assert [kept.id for kept in store.notices.where()] == ["a"]
    with Store.open(settings) as store:
        assert [kept.id for kept in store.notices.where()] == ["a"]
        store.notices.add(notice("c"))


def test_a_read_only_folder_is_told(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    opens = os.open

    def read_only(path: str, flags: int, *rest: int) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise OSError(errno.EROFS, "Read-only file system")
        return opens(path, flags, *rest)

    Store.open(settings).close()
    before = {path.name: path.stat().st_mtime_ns for path in settings.data.iterdir()}
    with monkeypatch.context() as moment:
        moment.setattr(os, "open", read_only)
        with pytest.raises(StoreError, match="Read-only"):
            Store.open(settings)
    assert {path.name: path.stat().st_mtime_ns for path in settings.data.iterdir()} == before


def test_a_folder_where_a_file_is_is_told(settings: Settings) -> None:
    settings.data.write_text("not a folder")
    with pytest.raises(StoreError, match="cannot be used"):
        Store.open(settings)


def _truncate_keys(home: Path) -> None:
    (home / "keys.json").write_bytes((home / "keys.json").read_bytes()[:-20])


def _lose_keys(home: Path) -> None:
    (home / "keys.json").unlink()


def _lose_key_file(home: Path) -> None:
    (home / "key").unlink()


def _other_key_file(home: Path) -> None:
    (home / "key").write_text("00" * 32)


def _lose_journal(home: Path) -> None:
    (home / "journal.1").unlink()


@pytest.mark.parametrize(
    ("harm", "error"),
    [
        (_truncate_keys, Damaged),
        (_lose_keys, WrongKey),
        (_lose_key_file, WrongKey),
        (_other_key_file, WrongKey),
        (_lose_journal, Damaged),
    ],
)
def test_a_missing_part_is_never_taken_for_a_new_folder(
    settings: Settings, harm: Callable[[Path], None], error: type[Exception]
) -> None:
    with Store.open(settings) as store:
        store.notices.add(notice("a"))
    harm(settings.data)
    before = sorted(path.name for path in settings.data.iterdir())
    with pytest.raises(error):
        Store.open(settings)
    assert sorted(path.name for path in settings.data.iterdir()) == before


def test_a_changed_blob_is_noticed(store: Store, settings: Settings) -> None:
    one, two = store.blobs.put(b"one" * 100), store.blobs.put(b"two" * 100)
    path, other = store.blobs.files()
    shutil.copy(path, other)
    with pytest.raises(Damaged):
        store.blobs.get(two) and store.blobs.get(one)
    data = bytearray(path.read_bytes())
    data[20] ^= 1
    path.write_bytes(data)
    for sha in (one, two):
        with pytest.raises(Damaged):
            store.blobs.get(sha)


@pytest.mark.parametrize("name", ["journal.1", "keys.json", "key", "lock", "blobs"])
def test_links_in_the_data_folder_are_refused(settings: Settings, tmp_path: Path, name: str) -> None:
    Store.open(settings).close()
    moved = (settings.data / name).rename(tmp_path / name)
    (settings.data / name).symlink_to(moved)
    with pytest.raises(Refused, match="link"):
        Store.open(settings)


def test_a_link_among_the_blobs_is_not_followed(store: Store, tmp_path: Path) -> None:
    sha = store.blobs.put(b"a page")
    (path,) = store.blobs.files()
    moved = path.parent.rename(tmp_path / "elsewhere")
    path.parent.symlink_to(moved)
    with pytest.raises(Refused):
        store.blobs.get(sha)
    with pytest.raises(Refused):
        store.blobs.put(b"a page")
