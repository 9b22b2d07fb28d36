"""A79: the right key opens the folder, no other does, and changing it rewrites none of the data."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from companion.errors import BadInput, StoreError, WrongKey
from companion.model.document import now
from companion.model.run import Notice
from companion.settings import Settings
from companion.store import Store, holders, keys


class MemoryKeyring(KeyringBackend):
    """A keyring as a desktop has one."""

    priority = 5

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def desktop() -> Iterator[MemoryKeyring]:
    before, backend = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_COST", 2**14)


def settings(folder: Path, source: str) -> Settings:
    return Settings(data=folder / "data", keys=source)


def fill(store: Store) -> str:
    store.notices.add(Notice(id="a", kind="info", text="Kept.", created_at=now()))
    store.vault.put("mail", {"password": "correct horse"})
    return store.blobs.put(b"a page")


def check(store: Store, sha: str) -> None:
    assert store.notices.get("a").text == "Kept."
    assert store.vault.get("mail") == {"password": "correct horse"}
    assert store.blobs.get(sha) == b"a page"


def data(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file() and "key" not in path.name}


def test_a_passphrase_opens_and_a_wrong_or_missing_one_does_not(tmp_path: Path) -> None:
    with pytest.raises(WrongKey, match="passphrase"):
        Store.open(settings(tmp_path, "passphrase"))
    with Store.open(settings(tmp_path, "passphrase"), passphrase="a long one") as store:
        sha = fill(store)
        assert store.warnings == ()
    before = data(tmp_path)
    for wrong in ("another", "", None, "a long one "):
        with pytest.raises(WrongKey):
            Store.open(settings(tmp_path, "passphrase"), passphrase=wrong)
    assert data(tmp_path) == before
    with Store.open(settings(tmp_path, "auto"), passphrase="a long one") as store:
        check(store, sha)


def test_the_zero_setup_default_warns_about_the_key_beside_the_data(tmp_path: Path) -> None:
    with Store.open(settings(tmp_path, "file")) as store:
        assert any("key lies in a file" in warning for warning in store.warnings)
        assert (tmp_path / "data" / "key").stat().st_mode & 0o777 == 0o600
        assert store.key_source == "file"


def test_a_working_keyring_is_used_without_being_asked(tmp_path: Path, desktop: MemoryKeyring) -> None:
    with Store.open(settings(tmp_path, "auto")) as store:
        sha = fill(store)
        assert store.warnings == ()
        assert store.key_source == "keyring"
    assert not (tmp_path / "data" / "key").exists()
    with Store.open(settings(tmp_path, "auto")) as store:
        check(store, sha)
    desktop.kept.clear()
    with pytest.raises(WrongKey, match="keyring"):
        Store.open(settings(tmp_path, "auto"))


def test_a_keyring_that_is_wanted_must_work(tmp_path: Path) -> None:
    before = keyring.get_keyring()
    try:
        keyring.core.set_keyring(keyring.backends.fail.Keyring())
        with pytest.raises(StoreError, match="keyring"):
            Store.open(settings(tmp_path, "keyring"))
    finally:
        keyring.set_keyring(before)
    with pytest.raises(BadInput):
        Store.open(settings(tmp_path, "drawer"))


@pytest.mark.parametrize("old", ["file", "passphrase", "keyring"])
@pytest.mark.parametrize("new", ["file", "passphrase", "keyring"])
def test_the_key_moves_anywhere_and_no_data_is_rewritten(
    tmp_path: Path, desktop: MemoryKeyring, old: str, new: str
) -> None:
    with Store.open(settings(tmp_path, old), passphrase="first") as store:
        sha = fill(store)
    wrapped = (tmp_path / "data" / "keys.json").read_bytes()
    key = (tmp_path / "data" / "key").read_bytes() if old == "file" else b""
    before = data(tmp_path)
    with Store.open(settings(tmp_path, old), passphrase="first") as store:
        store.rekey(new, passphrase="second")
        check(store, sha)
    assert data(tmp_path) == before
    assert (tmp_path / "data" / "keys.json").read_bytes() != wrapped
    with Store.open(settings(tmp_path, old), passphrase="second") as store:
        check(store, sha)
    if new == "passphrase":
        with pytest.raises(WrongKey):
            Store.open(settings(tmp_path, old), passphrase="first")
    assert (tmp_path / "data" / "key").exists() == (new == "file")
    assert bool(desktop.kept) == (new == "keyring")
    if old == new == "file":
        (tmp_path / "data" / "key").write_bytes(key)
        with pytest.raises(WrongKey):
            Store.open(settings(tmp_path, old))


@pytest.mark.parametrize("moment", ["make", "_write", "settle"])
def test_a_rotation_that_is_killed_leaves_a_key_that_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    class Killed(BaseException):
        pass

    def killed(*_: object) -> None:
        raise Killed

    with Store.open(settings(tmp_path, "file")) as store:
        sha = fill(store)
        for _ in range(3):
            with monkeypatch.context() as now_:
                now_.setattr(keys if moment == "_write" else holders, moment, killed)
                with pytest.raises(Killed):
                    store.rekey("file")
    with Store.open(settings(tmp_path, "file")) as store:
        check(store, sha)
