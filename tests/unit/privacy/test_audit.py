"""The audit only grows, says when it was changed, and forgets what it is about without losing its chain."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from companion.errors import Refused
from companion.model.audit import AuditEntry
from companion.privacy import audit
from companion.settings import Settings
from companion.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(Settings(data=tmp_path / "data", keys="file")) as opened:
        yield opened


def fill(store: Store) -> list[AuditEntry]:
    days = (datetime(2026, 3, day, tzinfo=UTC) for day in (1, 2, 3))

    def clock() -> datetime:
        return next(days)

    return [
        audit.record(store, "paired", "Extension paired", who="dashboard", subject="c1", clock=clock),
        audit.record(store, "read", "Answers shown", facts=("application/eeo/gender",), clock=clock),
        audit.record(store, "left", "Form filled", host="jobs.example.com", subject="a1", clock=clock),
    ]


def test_entries_follow_one_another_and_verify(store: Store, tmp_path: Path) -> None:
    assert audit.verify(store) == audit.AuditVerdict(entries=0)
    written = fill(store)
    assert [entry.number for entry in written] == [1, 2, 3]
    verdict = audit.verify(store)
    assert verdict.valid
    assert verdict.head == written[-1].hash


def test_entries_are_filtered_newest_first(store: Store) -> None:
    fill(store)
    assert [entry.number for entry in audit.entries(store).items] == [3, 2, 1]
    assert [entry.number for entry in audit.entries(store, kind="read").items] == [2]
    assert [entry.number for entry in audit.entries(store, subject="a1").items] == [3]
    assert [entry.number for entry in audit.entries(store, text="EEO/gender").items] == [2]
    assert [entry.number for entry in audit.entries(store, since=datetime(2026, 3, 2, tzinfo=UTC)).items] == [3, 2]
    assert audit.entries(store, limit=1).total == 3


def test_entries_are_neither_removed_nor_rewritten(store: Store) -> None:
    entry = fill(store)[1]
    with pytest.raises(Refused):
        store.audit.remove(entry.id)
    with pytest.raises(Refused):
        store.audit.replace(replace(entry, kind="approved"))
    assert audit.verify(store).valid


@pytest.mark.parametrize("change", ["kind", "at", "detail", "number", "previous", "gap", "hash"])
def test_whoever_gets_past_the_store_is_noticed(store: Store, change: str) -> None:
    first, second, third = fill(store)
    forged = {
        "kind": replace(second, kind="approved"),
        "at": replace(second, at=third.at),
        "detail": replace(second, detail=replace(second.detail, facts=())),
        "number": replace(second, number=4),
        "previous": replace(second, previous=third.hash),
        "gap": replace(third, previous=first.hash),
        "hash": replace(second, hash=third.hash),
    }[change]
    store.audit.restore(forged)
    verdict = audit.verify(store)
    assert verdict.broken == (3 if change == "gap" else 2)
    assert f"entry {verdict.broken}" in verdict.text


def test_an_erased_detail_leaves_the_chain_whole(store: Store) -> None:
    fill(store)
    assert audit.forget(store, frozenset({"a1"})) == 1
    assert audit.entries(store).items[0].detail is None
    verdict = audit.verify(store)
    assert (verdict.valid, verdict.entries, verdict.erased) == (True, 3, 1)
    assert audit.record(store, "erased", "One application").number == 4
    assert audit.verify(store).valid
