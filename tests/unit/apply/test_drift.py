from datetime import timedelta

import msgspec

from companion.apply import route
from companion.apply.drift import watch
from companion.model.form import Button, Field, Option, Snapshot
from companion.store import Store

GREENHOUSE = route("https://boards.greenhouse.io/x")


def form(name: str) -> Snapshot:
    field = Field(
        id="f",
        widget="select",
        label="Country",
        name=name,
        value="Sweden",
        error="Tove, choose",
        options=(Option(value="se", label="Sweden", selected=True),),
    )
    more = tuple(Field(id=f"f{number}", widget="text", label="Name", name=f"x{number}") for number in range(3))
    send = Button(id="b", text="Submit application", kind="submit")
    url = "https://boards.greenhouse.io/x?email=tove@example.com"
    return Snapshot(url=url, fields=(field, *more), buttons=(send,), errors=("Tove?",))


def test_a_form_as_expected_is_no_drift(store: Store) -> None:
    assert watch(store, GREENHOUSE, form("question_701")) == ""
    assert store.notices.count() == 0


def test_a_drift_is_told_once_and_kept_without_any_answer(store: Store) -> None:
    blob = watch(store, GREENHOUSE, form("renamed"))
    watch(store, GREENHOUSE, form("renamed too"))
    assert store.notices.count() == 1
    kept = msgspec.json.decode(store.blobs.get(blob), type=Snapshot)
    assert kept.fields[0].label == "Country"
    assert b"Tove" not in store.blobs.get(blob)
    assert b"tove" not in store.blobs.get(blob)
    assert not kept.fields[0].options[0].selected
    assert store.sweep(older_than=timedelta(0)).files == 0
    assert store.notices.where()[0].link == f"/files/{blob}"


def test_a_search_or_an_account_is_no_form_that_drifted(store: Store) -> None:
    page = form("renamed")
    password = Field(id="p", widget="password", label="Password")
    for other in (
        msgspec.structs.replace(page, fields=(*page.fields, password)),
        msgspec.structs.replace(page, buttons=()),
    ):
        assert watch(store, GREENHOUSE, other) == ""


def test_an_unknown_site_cannot_drift(store: Store) -> None:
    assert watch(store, route("https://careers.example.com"), form("anything")) == ""
