"""What is erased is gone from documents, files, journal and keys; the rest is as it was; nothing goes unasked."""

import hmac
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from companion.errors import BadInput, Conflict, NotFound, StoreLocked, WrongKey
from companion.model.document import now
from companion.model.run import Client, Event, Notice
from companion.privacy import audit
from companion.privacy.backup import back_up, usual_folder
from companion.privacy.erasure import (
    erase,
    erase_unread,
    farewell,
    plan_application,
    plan_everything,
    plan_posting,
)
from companion.settings import Settings
from companion.store import Store, keys
from companion.store.journal import Journal, newest
from companion.store.kinds import KINDS
from companion.store.references import mentioned
from tests.unit.privacy import people


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", keys="file")


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    with Store.open(settings) as opened:
        people.person(opened)
        people.live(opened)
        people.live(opened, company=people.OTHER, key="b")
        yield opened


def texts(store: Store) -> str:
    """Everything the store holds, as text: documents and files."""
    documents = [repr(getattr(store, kind.name).where()) for kind in KINDS]
    shas = {sha for kind in KINDS for sha in store_shas(store, kind.name)}
    return "\n".join([*documents, *(store.blobs.get(sha).decode() for sha in shas if store.blobs.has(sha))])


def store_shas(store: Store, kind: str) -> set[str]:
    return {sha for entry in store._storage.every() if entry.kind.name == kind for sha in mentioned(entry)}


def test_one_application_goes_with_everything_about_it(store: Store) -> None:
    application = store.applications.by("canonical_key", "ka")[0].id
    before = {sha for kind in ("attempts", "resumes") for sha in store_shas(store, kind)}
    plan = plan_application(store, application)
    assert plan.documents == {
        "answers": 1,
        "applications": 1,
        "attempts": 1,
        "notices": 1,
        "plans": 1,
        "resumes": 1,
        "runs": 1,
    }
    assert (plan.files, plan.changed) == (3, 1)
    assert any("applied" in warning for warning in plan.warnings)
    proof = erase(store, plan, " Erase  Application")
    assert proof.complete, proof.left
    assert proof.files == 3
    assert store.postings.by("canonical_key", "ka"), "the posting itself stays"
    assert store.applications.by("canonical_key", "kb")
    assert store.answers.get("anya").used == ("x",)
    assert sum(store.blobs.has(sha) for sha in before) == 3, "those of the other application"
    assert "a" + "2" * 31 not in texts(store)
    assert "a.example.com" not in texts(store)
    verdict = audit.verify(store)
    assert (verdict.valid, verdict.erased) == (True, 1)
    assert audit.entries(store, limit=1).items[0].kind == "erased"
    assert store.verify().whole
    with pytest.raises(NotFound):
        plan_application(store, application)


def test_one_posting_goes_with_its_application(store: Store) -> None:
    posting = store.postings.by("canonical_key", "ka")[0].id
    proof = erase(store, plan_posting(store, posting), "erase posting")
    assert proof.complete, proof.left
    assert proof.documents["postings"] == proof.documents["matches"] == proof.documents["applications"] == 1
    assert proof.files == 4
    assert people.COMPANY not in texts(store)
    assert people.OTHER in texts(store)
    assert store.verify().whole


def test_the_journal_keeps_nothing_of_what_was_erased(store: Store, settings: Settings) -> None:
    posting = store.postings.by("canonical_key", "ka")[0].id
    erase(store, plan_posting(store, posting), "erase posting")
    store.close()
    unlocked, _ = keys.unlock(settings.data, "file", None)
    bodies: list[str] = []
    path = newest(settings.data)
    assert path is not None
    Journal.scan(path, unlocked.derive("journal"), lambda change: bodies.append(f"{change.id} {change.body!r}"))
    assert bodies
    assert not [body for body in bodies if posting in body or people.COMPANY in body]
    assert len(list(settings.data.glob("journal.*"))) == 1


def test_files_another_document_names_stay(store: Store) -> None:
    shared = store.attempts.get("a" + "2" * 31)
    other = store.attempts.get("b" + "2" * 31)
    store.attempts.replace(replace(other, screenshots=shared.screenshots))
    erase(store, plan_posting(store, shared.posting_id), "erase posting")
    assert store.blobs.has(shared.screenshots[0])
    assert not store.blobs.has(shared.receipt)


@pytest.mark.parametrize("typed", ["", "yes", "erase", "erase posting", "erase application!"])
def test_nothing_goes_without_the_confirmation(store: Store, typed: str) -> None:
    application = store.applications.by("canonical_key", "ka")[0].id
    before = texts(store)
    for plan in (plan_application(store, application), plan_everything(store)):
        with pytest.raises(BadInput):
            erase(store, plan, typed)
    assert texts(store) == before


def test_what_was_not_shown_does_not_go(store: Store) -> None:
    application = store.applications.by("canonical_key", "ka")[0].id
    plan = plan_application(store, application)
    link = f"/applications/{application}"
    store.notices.add(Notice(id="later", kind="interview", text="An interview!", link=link, created_at=now()))
    with pytest.raises(Conflict):
        erase(store, plan, "erase application")
    assert store.applications.find(application)


def test_everything_goes_and_a_proof_stays(store: Store, settings: Settings) -> None:
    (settings.data / "logs").mkdir()
    (settings.data / "logs" / "companion.jsonl").write_text("{}")
    (settings.data / "config.toml").write_text("")
    made = back_up(store, usual_folder(settings.data))
    client = Client(id="chrome", name="Chrome", kind="extension", token_hash="ab" * 32, created_at=now())
    store.clients.add(client)
    heard: list[Event] = []
    store.listen(heard.extend)
    plan = plan_everything(store)
    assert plan.backups == (made.path,)
    assert plan.documents["applications"] == 2
    proof = erase(store, plan, "erase everything")
    assert proof.complete
    assert proof.keys
    assert (proof.documents["profiles"], proof.files, proof.backups) == (1, 8, 1)
    assert heard == [Event(kind="everything", id="", change="removed")]
    assert [path.name for path in settings.data.iterdir()] == ["erased.json"]
    assert not made.path.exists()
    assert people.NAME not in (settings.data / "erased.json").read_text()
    said = hmac.new(bytes.fromhex(client.token_hash), b"erased", "sha256").hexdigest()
    assert farewell(settings.data, client.id) == said
    assert farewell(settings.data, "another") == farewell(settings.data / "elsewhere", client.id) == ""
    with Store.open(settings) as fresh:
        assert fresh.profiles.count() == 0
        assert fresh.vault.names() == ()


def test_backups_are_kept_when_the_person_says_so(store: Store, settings: Settings) -> None:
    made = back_up(store, usual_folder(settings.data))
    assert erase(store, plan_everything(store), "erase everything", keep_backups=True).backups == 0
    assert made.path.exists()


def test_a_copy_of_the_folder_is_noise_once_the_keys_are_gone(store: Store, settings: Settings, tmp_path: Path) -> None:
    copy = {path.name: path.read_bytes() for path in settings.data.iterdir() if path.name.startswith("journal.")}
    erase(store, plan_everything(store), "erase everything")
    for name, data in copy.items():
        (settings.data / name).write_bytes(data)
    with pytest.raises(WrongKey):
        Store.open(settings)


def test_a_folder_nobody_can_open_can_still_be_erased(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_COST", 2**14)
    locked = replace(settings, keys="passphrase")
    with Store.open(locked, passphrase="forgotten") as store:
        people.person(store)
        with pytest.raises(StoreLocked):
            erase_unread(locked, "erase everything")
    with pytest.raises(BadInput):
        erase_unread(locked, "erase")
    proof = erase_unread(locked, "erase everything")
    assert proof.complete
    assert proof.keys
    assert [path.name for path in settings.data.iterdir()] == ["erased.json"]


@pytest.mark.parametrize("moment", ["companion.store.keys.forget", "shutil.rmtree"])
def test_an_erasing_that_is_killed_is_finished_at_the_next_start(
    store: Store, settings: Settings, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    class Killed(BaseException):
        pass

    def killed(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as now_:
        now_.setattr(moment, killed)
        with pytest.raises(Killed):
            erase(store, plan_everything(store), "erase everything")
    store._lock.release()  # as the end of the process does
    with Store.open(settings) as fresh:
        assert fresh.profiles.count() == 0
    names = {path.name for path in settings.data.iterdir()}
    assert names == {"blobs", "journal.1", "key", "keys.json", "lock"}
