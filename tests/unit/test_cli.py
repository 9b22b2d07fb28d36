"""The command line says what it did in words, and an error is one sentence and a hint, never a traceback."""

from pathlib import Path

import pytest

from companion.cli import main
from companion.files import unpacked_extension
from companion.model.document import now
from companion.model.posting import Posting
from companion.privacy import audit
from companion.settings import Settings
from companion.store import Store
from tests.unit.apply.test_receipt import sealed
from tests.unit.privacy import people


@pytest.fixture(autouse=True)
def _no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SINCERELY_KEYS", "file")


def run(data: Path, *arguments: str) -> int:
    return main(["--data", str(data), *arguments])


def test_the_folder_to_load_the_extension_from_holds_its_manifest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "extension") == 0
    assert Path(capsys.readouterr().out.strip()) == unpacked_extension()
    assert (unpacked_extension() / "manifest.json").is_file()


def test_the_extension_is_packed_for_the_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "pack", str(tmp_path / "store")) == 0
    (packed,) = (tmp_path / "store").iterdir()
    assert packed.read_bytes().startswith(b"PK")
    assert "valid" in capsys.readouterr().out


@pytest.mark.parametrize("content", [b"", b"{}", b"not a receipt", b"\xff\xfe"])
def test_what_is_no_receipt_is_said_to_be_none(
    tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "receipt.json"
    file.write_bytes(content)
    assert run(tmp_path / "data", "receipt", "verify", str(file)) == 1
    assert "Not valid" in capsys.readouterr().out


def test_several_receipts_are_checked_as_a_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    posting = Posting(
        id="p", canonical_key="k", url="https://example.com/1", title="Reader", company="Acme", captured_at=now()
    )
    with Store.open(Settings(data=tmp_path / "data", keys="file")) as store:
        receipts = [sealed(store, store.postings.add(posting)), *(sealed(store, posting) for _ in range(2))]
    files = [str(tmp_path / f"{number}.json") for number in range(3)]
    for file, data in zip(files, receipts, strict=True):
        Path(file).write_bytes(data)
    assert run(tmp_path / "other", "receipt", "verify", *files) == 0
    assert "Each names the one before it" in capsys.readouterr().out
    assert run(tmp_path / "other", "receipt", "verify", files[0], files[2]) == 1
    assert "Receipt 2 does not follow" in capsys.readouterr().out


def test_a_missing_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "receipt", "verify", str(tmp_path / "none.json")) == 1
    assert "cannot be read" in capsys.readouterr().out


def test_a_backup_goes_out_and_comes_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "data"
    assert run(data, "backup", "--to", str(tmp_path / "backups")) == 0
    assert "Recovery code" in capsys.readouterr().out
    (backup,) = (tmp_path / "backups").iterdir()
    assert run(data, "restore", str(backup)) == 0
    assert run(data, "store", "verify") == 0
    assert run(data, "store", "compact") == 0
    assert run(data, "audit", "verify") == 0
    assert "verifies" in capsys.readouterr().out


def test_an_export_can_be_imported_elsewhere(tmp_path: Path) -> None:
    assert run(tmp_path / "data", "export", str(tmp_path / "all.zip")) == 0
    assert run(tmp_path / "other", "import", str(tmp_path / "all.zip")) == 0


def test_erasing_needs_the_confirmation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = tmp_path / "data"
    assert run(data, "store", "compact") == 0
    monkeypatch.setattr("builtins.input", lambda _="": "yes")
    assert run(data, "erase") == 1
    assert run(data, "store", "verify") == 0


def test_one_job_is_erased_and_the_rest_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = tmp_path / "data"
    with Store.open(Settings(data=data, keys="file")) as store:
        people.live(store)
        people.live(store, company=people.OTHER, key="b")
        gone, *kept = sorted(store.postings.where(), key=lambda one: one.id)
        assert kept
    monkeypatch.setattr("builtins.input", lambda _="": "erase posting")
    assert run(data, "erase", "--posting", gone.id) == 0
    with Store.open(Settings(data=data, keys="file")) as store:
        assert {one.id for one in store.postings.where()} == {one.id for one in kept}
        assert audit.entries(store, kind="erased").total == 1
    assert run(data, "erase", "--posting", gone.id) == 1


def test_a_folder_whose_passphrase_is_forgotten_is_erased_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    Store.open(Settings(data=data, keys="file")).close()
    (data / "key").write_bytes(b"damaged")
    assert run(data, "store", "compact") == 1
    monkeypatch.setattr("builtins.input", lambda _="": "erase everything")
    assert run(data, "erase", "--unread") == 0
    assert [path.name for path in data.iterdir()] == ["erased.json"]
    assert "and the keys" in capsys.readouterr().out


def test_a_backup_of_another_folder_needs_its_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path / "data", "backup", "--to", str(tmp_path / "backups")) == 0
    code = capsys.readouterr().out.rpartition(":")[2].strip()
    (backup,) = (tmp_path / "backups").iterdir()
    assert run(tmp_path / "new", "restore", str(backup)) == 1
    assert "recovery code" in capsys.readouterr().out
    assert run(tmp_path / "new", "restore", str(backup), "--code", code) == 0


def test_new_keys_are_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = tmp_path / "data"
    monkeypatch.setattr("companion.store.keys._COST", 2**14)
    monkeypatch.setattr("getpass.getpass", lambda _="": "a passphrase of seven words or more")
    monkeypatch.setenv("SINCERELY_PASSPHRASE", "a passphrase of seven words or more")
    assert run(data, "store", "keys", "passphrase") == 0
    assert not (data / "key").exists()
    assert run(data, "store", "keys", "file") == 0
    with Store.open(Settings(data=data, keys="file")) as store:
        assert audit.entries(store, kind="keys").total == 2


def test_a_setting_that_does_not_fit_is_one_clear_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SINCERELY_PORT", "many")
    assert run(tmp_path, "store", "verify") == 1
    said = capsys.readouterr().out
    assert "port" in said
    assert "Traceback" not in said
