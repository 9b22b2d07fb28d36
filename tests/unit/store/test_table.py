"""TinyDB on the journal: its own operations work on our table, and what they do is in the journal."""

import typing
from collections.abc import Iterator
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union

import msgspec
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st
from tinydb import where

from companion.model.document import now
from companion.model.run import Notice
from companion.settings import Settings
from companion.store import Store, keys
from companion.store.journal import Change, Journal, newest
from companion.store.kinds import KINDS
from companion.store.store import Database


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", keys="file")


@pytest.fixture
def database(settings: Settings) -> Iterator[Database]:
    with Store.open(settings) as store:
        for name in "abc":
            store.notices.add(Notice(id=name, kind="info", text=f"About {name}.", created_at=now()))
        yield store._database


def texts(settings: Settings, database: Database) -> dict[str, str]:
    """What memory holds, after making sure that the disk holds the same."""
    memory = {entry["id"]: entry["text"] for entry in database.table("notices")}
    disk: dict[str, str] = {}

    def note(change: Change) -> None:
        disk.pop(change.id, None)
        if change.body is not None:
            disk[change.id] = msgspec.json.decode(change.body)["text"]

    unlocked, _ = keys.unlock(settings.data, "file", None)
    path = newest(settings.data)
    assert path is not None
    Journal.scan(path, unlocked.derive("journal"), note)
    assert disk == memory
    return memory


def test_queries_read_documents_as_mappings(database: Database) -> None:
    table = database.table("notices")
    assert [entry.doc_id for entry in table.search(where("text") == "About b.")] == ["b"]
    assert table.get(where("id") == "c")["kind"] == "info"
    assert table.contains(doc_id="a")
    assert table.count(where("kind") == "info") == len(table) == 3
    assert database.tables() == {"notices"}


def test_updates_touch_only_what_they_change(settings: Settings, database: Database) -> None:
    table, journal = database.table("notices"), database.storage.journal
    size = journal.size
    assert table.update({"text": "New."}, where("id") == "b") == ["b"]
    one = journal.size - size
    table.update({"text": "New."})
    assert 2 * one * 0.8 < journal.size - size - one < 2 * one * 1.2, "b was not written again"
    assert set(texts(settings, database).values()) == {"New."}


def test_insert_upsert_remove_and_truncate(settings: Settings, database: Database) -> None:
    table = database.table("notices")
    fields = {"kind": "info", "text": "Inserted.", "created_at": now()}
    inserted = str(table.insert({"id": "", **fields}))
    assert len(inserted) == 32
    assert table.get(doc_id=inserted)["id"] == inserted
    table.upsert({"id": "", **fields, "text": "Upserted."}, where("id") == "a")
    table.remove(where("id") == "b")
    assert sorted(texts(settings, database).values()) == ["About c.", "Inserted.", "Upserted."]


def test_tables_are_emptied_and_dropped(settings: Settings, database: Database) -> None:
    database.table("notices").truncate()
    assert len(database.table("notices")) == 0
    database.table("notices").insert({"id": "", "kind": "info", "text": "x", "created_at": now()})
    database.drop_table("notices")
    assert texts(settings, database) == {}


def test_a_document_of_another_shape_is_refused_and_nothing_changed(settings: Settings, database: Database) -> None:
    with pytest.raises(msgspec.ValidationError):
        database.table("notices").update({"kind": "nonsense"})
    assert len(texts(settings, database)) == 3


IDS = st.sampled_from("abcdef")
STEPS = st.one_of(
    st.tuples(st.just("put"), IDS, st.text(max_size=20)),
    st.tuples(st.just("remove"), IDS, st.just("")),
    st.tuples(st.just("fail"), IDS, st.text(max_size=5)),
    st.tuples(st.just("compact"), st.just(""), st.just("")),
    st.tuples(st.just("reopen"), st.just(""), st.just("")),
)


@examples(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, max_size=25))
def test_any_order_of_changes_is_kept(tmp_path_factory: pytest.TempPathFactory, steps: list[Any]) -> None:
    settings = Settings(data=tmp_path_factory.mktemp("any") / "data", keys="file")
    model: dict[str, str] = {}
    store = Store.open(settings)
    for step, name, text in steps:
        if step == "put":
            model[name] = text
            stored = store.notices.find(name)
            fresh = Notice(id=name, kind="info", text=text, created_at=now())
            if stored:
                store.notices.replace(msgspec.structs.replace(fresh, version=stored.version))
            else:
                store.notices.add(fresh)
        elif step == "remove" and name in model:
            del model[name]
            store.notices.remove(name)
        elif step == "fail":
            with pytest.raises(ZeroDivisionError):
                _fail(store, name)
        elif step == "compact":
            store.compact()
        elif step == "reopen":
            store.close()
            store = Store.open(settings)
        assert {kept.id: kept.text for kept in store.notices.where()} == model
        assert {kept.id for kept in store.notices.by("kind", "info")} == model.keys()
    store.close()


def _fail(store: Store, name: str) -> None:
    with store.commit():
        if store.notices.find(name):
            store.notices.remove(name)
        store.notices.add(Notice(id=name, kind="drift", text="never", created_at=now()))
        raise ZeroDivisionError


def test_live_kinds_hold_nothing_a_caller_could_change() -> None:
    for kind in KINDS:
        if kind.live:
            for field in msgspec.structs.fields(kind.type):
                if typing.get_origin(field.type) is dict:
                    assert typing.get_args(field.type) == (str, str), "copied at its top level only"
                else:
                    assert _immutable(field.type), f"{kind.name}.{field.name}"


def _immutable(kind: Any) -> bool:
    origin = typing.get_origin(kind)
    if origin in (tuple, frozenset, Union, UnionType):
        return all(_immutable(part) for part in typing.get_args(kind) if part is not Ellipsis)
    if origin is typing.Annotated:
        return _immutable(typing.get_args(kind)[0])
    if origin is Literal or kind.__module__ in ("builtins", "datetime"):
        return kind not in (list, dict, set, bytearray)
    return kind.__struct_config__.frozen and all(_immutable(field.type) for field in msgspec.structs.fields(kind))
