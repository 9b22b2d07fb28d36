"""What the other rooms rely on: typed documents in, typed copies out, versions, indexes, commits and events."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from companion.errors import BadInput, Conflict, IllegalTransition, NotFound, StaleVersion, StoreError
from companion.model.application import Attempt
from companion.model.posting import Posting
from companion.model.run import Event, Notice
from companion.settings import Settings
from companion.store import Store

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def posting(number: int, **fields: object) -> Posting:
    url = f"https://jobs.example.com/{number}"
    given = {"id": f"p{number}", "canonical_key": f"key:{number}", "url": url, "title": "Baker", "company": "Oven"}
    return Posting(**{**given, "captured_at": NOW, "sources": {"title": "json-ld"}, **fields})


def notice(number: int) -> Notice:
    return Notice(id=f"n{number}", kind="info", text="Something happened.", created_at=NOW)


def attempt(**fields: object) -> Attempt:
    return Attempt(
        **{"id": "a", "posting_id": "p", "canonical_key": "k", "channel": "tab", "created_at": NOW, **fields}
    )


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", keys="file")


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    with Store.open(settings) as opened:
        yield opened


def test_what_was_added_is_there_after_opening_again(settings: Settings) -> None:
    with Store.open(settings) as store:
        added = store.postings.add(posting(1))
        sha = store.blobs.put(b"a description")
        store.vault.put("mail", {"user": "ada", "password": "correct horse"})
        secret = store.secret("receipts")
    with Store.open(settings) as store:
        assert store.postings.get("p1") == added
        assert added.version == 1
        assert store.blobs.get(sha) == b"a description"
        assert store.vault.get("mail") == {"user": "ada", "password": "correct horse"}
        assert store.vault.names() == ("mail",)
        assert store.secret("receipts") == secret
        assert len(secret) == 32
        assert store.secret("cookies") != secret


def test_an_id_is_added_once(store: Store) -> None:
    store.notices.add(notice(1))
    with pytest.raises(Conflict):
        store.notices.add(notice(1))
    with pytest.raises(NotFound):
        store.notices.get("n2")
    assert store.notices.find("n2") is None


def test_replace_needs_the_stored_version(store: Store) -> None:
    first = store.notices.add(notice(1))
    second = store.notices.replace(replace(first, read=True))
    assert (second.version, second.read) == (2, True)
    with pytest.raises(StaleVersion):
        store.notices.replace(first)
    with pytest.raises(NotFound):
        store.notices.replace(notice(2))
    assert store.notices.get("n1") == second


def test_what_is_given_out_cannot_change_what_is_kept(store: Store) -> None:
    given = posting(1)
    added = store.postings.add(given)
    for document in (
        given,
        added,
        store.postings.get("p1"),
        store.postings.where()[0],
        store.postings.by("url", given.url)[0],
    ):
        document.sources["title"] = "forged"
    assert store.postings.get("p1").sources == {"title": "json-ld"}


def test_indexes_follow_every_change(store: Store) -> None:
    first = store.postings.add(posting(1))
    store.postings.add(posting(2))
    assert [found.id for found in store.postings.by("company", "Oven")] == ["p1", "p2"]
    store.postings.replace(replace(first, company="Mill"))
    store.postings.remove("p2")
    assert store.postings.by("company", "Oven") == []
    assert [found.id for found in store.postings.by("company", "Mill")] == ["p1"]
    assert store.postings.values("company") == {"p1": "Mill"}


def test_a_page_is_a_stretch_of_the_sorted_matches(store: Store) -> None:
    for number in range(10):
        store.postings.add(posting(number, title="Baker" if number % 2 else "Miller"))
    page = store.postings.page(
        where=lambda found: found.title == "Baker", sort=lambda found: found.id, reverse=True, offset=1, limit=2
    )
    assert [found.id for found in page.items] == ["p7", "p5"]
    assert page.total == 5


def test_a_commit_is_all_or_nothing(store: Store) -> None:
    heard: list[Event] = []
    store.listen(heard.extend)
    store.notices.add(notice(1))
    heard.clear()

    def fail() -> None:
        with store.commit():
            store.notices.add(notice(2))
            store.notices.remove("n1")
            assert store.notices.count() == 1
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert [kept.id for kept in store.notices.where()] == ["n1"]
    assert heard == []
    with store.commit():
        store.notices.add(notice(2))
        store.notices.remove("n1")
        assert heard == []
    assert heard == [Event(kind="notices", id="n2", change="added"), Event(kind="notices", id="n1", change="removed")]


def test_a_commit_inside_a_commit_undoes_only_its_own_part(store: Store) -> None:
    def fail() -> None:
        with store.commit():
            store.postings.add(posting(2))
            store.postings.replace(replace(store.postings.get("p1"), company="Mill"))
            store.postings.remove("p1")
            raise RuntimeError

    with store.commit():
        store.postings.add(posting(1))
        with pytest.raises(RuntimeError):
            fail()
        assert store.postings.by("company", "Oven") == [store.postings.get("p1")]
    assert [kept.id for kept in store.postings.where()] == ["p1"]


def test_indexes_see_the_open_commit(store: Store) -> None:
    store.postings.add(posting(1))
    with store.commit():
        store.postings.add(posting(2, company="Mill"))
        store.postings.replace(replace(store.postings.get("p1"), company="Mill"))
        assert {found.id for found in store.postings.by("company", "Mill")} == {"p1", "p2"}
        assert store.postings.by("company", "Oven") == []
        store.postings.remove("p2")
        assert store.postings.values("company") == {"p1": "Mill"}


def test_only_one_of_many_threads_claims(store: Store) -> None:
    store.attempts.add(attempt())
    claimed: list[int] = []

    def claim(number: int) -> None:
        with store.commit():
            found = store.attempts.get("a")
            if found.state == "saved":
                store.attempts.replace(replace(found, state="preparing"))
                claimed.append(number)

    threads = [threading.Thread(target=claim, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert len(claimed) == 1


def test_an_attempt_goes_only_where_it_can(store: Store) -> None:
    saved = store.attempts.add(attempt())
    with pytest.raises(IllegalTransition):
        store.attempts.replace(replace(saved, state="submitted"))
    with pytest.raises(IllegalTransition):
        store.attempts.add(attempt(id="b", state="submitting"))
    store.attempts.add(attempt(id="c", state="submitted", channel="manual"))
    assert store.attempts.replace(replace(saved, state="preparing")).state == "preparing"


@pytest.mark.parametrize(
    "fields", [{"text": "x" * 1_001}, {"text": None}, {"kind": "gossip"}, {"text": "\ud800"}, {"created_at": "now"}]
)
def test_what_could_not_be_read_again_is_not_stored(store: Store, fields: dict[str, object]) -> None:
    with pytest.raises(BadInput) as caught:
        store.notices.add(replace(notice(1), **fields))
    assert "gossip" not in str(caught.value)
    assert store.notices.count() == 0
    store.notices.add(notice(1))


def test_a_closed_store_says_so(settings: Settings) -> None:
    with Store.open(settings) as store:
        store.notices.add(notice(1))
    for call in (lambda: store.notices.get("n1"), lambda: store.notices.add(notice(2)), store.notices.where):
        with pytest.raises(StoreError, match="closed"):
            call()
    for write in (store.compact, lambda: store.reset(list)):
        with pytest.raises(StoreError, match="closed"):
            write()
    store.close()
    with Store.open(settings) as store:
        assert store.notices.count() == 1, "an empty memory was not written over what is stored"


def test_bulk_changes_are_there_and_announced_at_its_end(settings: Settings) -> None:
    with Store.open(settings) as store:
        heard: list[Event] = []
        store.listen(heard.extend)
        with store.bulk():
            for number in range(100):
                store.notices.add(notice(number))
            assert heard == []
        assert len(heard) == 100
    with Store.open(settings) as store:
        assert store.notices.count() == 100


def test_a_listener_that_fails_harms_nobody(store: Store) -> None:
    heard: list[Event] = []

    def fail(_: tuple[Event, ...]) -> None:
        raise RuntimeError("listener")

    store.listen(fail)
    stop = store.listen(heard.extend)
    store.notices.add(notice(1))
    stop()
    store.notices.add(notice(2))
    assert [event.id for event in heard] == ["n1"]


async def test_a_commit_that_awaits_is_caught_instead_of_mixed_up(store: Store) -> None:
    import asyncio

    async def other() -> None:
        store.notices.add(notice(2))

    with store.commit():
        store.notices.add(notice(1))
        with pytest.raises(RuntimeError, match="await"):
            await asyncio.create_task(other())
    assert [kept.id for kept in store.notices.where()] == ["n1"]
