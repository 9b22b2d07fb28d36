"""What goes out comes back the same, opens safely in a spreadsheet, and goes nowhere it may not."""

import contextlib
import csv
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from msgspec.structs import replace

from companion.errors import BadInput, Conflict, Refused, SincerelyError, TooLarge, Unreadable
from companion.privacy import audit
from companion.privacy.exporting import LEFT_OUT, export, zipped
from companion.privacy.importing import bring_back
from companion.privacy.tables import safe, table
from companion.resume.formats.jsonresume import from_json_resume
from companion.settings import Settings
from companion.store import Store
from companion.store.kinds import KINDS
from tests.unit.privacy import people

FIELDS = ("id", "version", "kind", "title", "url", "company", "created_at", "captured_at", "text", "posting_id")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(Settings(data=tmp_path / "data", keys="file")) as opened:
        people.person(opened)
        people.live(opened)
        yield opened


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    with Store.open(Settings(data=tmp_path / "empty", keys="file")) as opened:
        yield opened


def contents(store: Store) -> dict[str, object]:
    left_out = LEFT_OUT | {"audit"}
    return {kind.name: getattr(store, kind.name).where() for kind in KINDS if kind.name not in left_out}


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_an_export_comes_back_the_same(store: Store, empty: Store, tmp_path: Path, name: str) -> None:
    exported = export(store, Path(name), allowed=tmp_path)
    assert exported.path == tmp_path / name
    assert exported.files == 4
    imported = bring_back(empty, tmp_path / name)
    assert contents(empty) == contents(store)
    assert imported.files == 4
    assert imported.added["profiles"] == 1
    for sha in (store.postings.where()[0].description, store.attempts.where()[0].receipt):
        assert empty.blobs.get(sha) == store.blobs.get(sha)
    assert empty.vault.names() == ()
    assert audit.verify(empty).valid
    assert [entry.kind for entry in audit.entries(store, limit=1).items] == ["exported"]
    again = bring_back(empty, tmp_path / name)
    assert (again.added, again.replaced) == ({}, 0)


def test_what_is_newer_here_stays_and_what_is_older_is_replaced(store: Store) -> None:
    _, data = zipped(store)
    profile = store.profiles.get("me")
    newer = store.profiles.replace(replace(profile, persona="newer"))
    store.notices.remove("na")
    imported = bring_back(store, data)
    assert store.profiles.get("me") == newer
    assert imported.added == {"notices": 1}
    store.profiles.restore(replace(newer, version=0))
    assert bring_back(store, data).replaced == 1
    assert store.profiles.get("me") == profile


def test_credentials_leave_only_when_asked_for(store: Store, empty: Store) -> None:
    exported, data = zipped(store)
    pieces = zipfile.ZipFile(io.BytesIO(data))
    assert "credentials.json" not in pieces.namelist()
    assert exported.credentials == 0
    assert all(b"correct horse" not in pieces.read(name) for name in pieces.namelist())
    _, data = zipped(store, credentials=True)
    assert bring_back(empty, data).credentials == 1
    assert empty.vault.get("mail") == store.vault.get("mail")


def test_the_profile_is_json_resume(store: Store) -> None:
    pieces = zipfile.ZipFile(io.BytesIO(zipped(store)[1]))
    (name,) = (name for name in pieces.namelist() if name.startswith("profile/"))
    document = json.loads(pieces.read(name))
    assert document["basics"]["name"] == people.NAME
    assert document["work"][0]["name"] == people.OTHER
    assert from_json_resume(document).basics.name == people.NAME


def test_the_tables_run_nothing_and_name_the_files(store: Store) -> None:
    pieces = zipfile.ZipFile(io.BytesIO(zipped(store)[1]))
    rows = list(csv.DictReader(io.StringIO(pieces.read("tables/applications.csv").decode("utf-8-sig"))))
    assert rows[0]["title"] == "'=Baker"
    assert rows[0]["company"] == people.COMPANY
    index = list(csv.DictReader(io.StringIO(pieces.read("files/index.csv").decode("utf-8-sig"))))
    assert {row["file"].partition(".")[2] for row in index} == {"pdf", "txt"}


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "\u00a0=1",
        "＝1",
        "'=1",
        '=HYPERLINK("http://x")',
    ],
)
def test_formulas_are_text(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@given(st.lists(st.dictionaries(st.sampled_from(["a", "b", "=c"]), st.text() | st.none() | st.booleans()), max_size=4))
def test_no_cell_of_any_table_begins_a_formula(documents: list[dict[str, object]]) -> None:
    text = table(documents).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(text, newline="")):
        for cell in row:
            assert not cell.lstrip(" \u00a0\u3000").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@pytest.mark.parametrize("wanted", ["../out", "/etc/out", "data/out", "data", "link/out", "sub/../../out", "link"])
def test_exports_stay_where_they_may_be(store: Store, tmp_path: Path, wanted: str) -> None:
    allowed = tmp_path / "home"
    allowed.mkdir()
    (allowed / "link").symlink_to(tmp_path / "elsewhere")
    (allowed / "data").symlink_to(store.home)
    with pytest.raises(Refused):
        export(store, Path(wanted), allowed=allowed)
    with pytest.raises(Refused):
        export(store, Path("data/out"), allowed=tmp_path)
    assert not (tmp_path / "elsewhere").exists()
    assert not (tmp_path / "out").exists()


def test_an_export_overwrites_nothing(store: Store, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine").write_text("mine")
    (tmp_path / "out.zip").write_text("mine")
    with pytest.raises(Conflict):
        export(store, Path("out"), allowed=tmp_path)
    with pytest.raises(Conflict):
        export(store, Path("out.zip"), allowed=tmp_path)
    assert (tmp_path / "out.zip").read_text() == "mine"


def test_an_export_is_the_owners_alone(store: Store, tmp_path: Path) -> None:
    export(store, Path("out"), allowed=tmp_path)
    export(store, Path("out.zip"), allowed=tmp_path)
    for path in (tmp_path / "out.zip", tmp_path / "out", *(tmp_path / "out").rglob("*")):
        assert path.stat().st_mode & 0o077 == 0


def altered(data: bytes, **pieces: bytes | None) -> bytes:
    """The zip with pieces replaced, or taken out (None). `__` in a name stands for `/`."""
    changed = {name.replace("__", "/").replace("_json", ".json"): piece for name, piece in pieces.items()}
    out, before = io.BytesIO(), zipfile.ZipFile(io.BytesIO(data))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            if name not in changed:
                after.writestr(name, before.read(name))
        for name, piece in changed.items():
            if piece is not None:
                after.writestr(name, piece)
    return out.getvalue()


@pytest.mark.parametrize(
    ("pieces", "error"),
    [
        ({"manifest_json": None}, BadInput),
        ({"manifest_json": b"{"}, Unreadable),
        ({"manifest_json": b'{"created":"","documents":{},"files":0,"format":99}'}, Unreadable),
        ({"documents__profiles_json": b"not json"}, Unreadable),
        ({"documents__profiles_json": b'[{"id":1}]'}, Unreadable),
        ({"documents__attempts_json": b'[{"id":"a","state":"Zebulon"}]'}, Unreadable),
        ({"documents__profiles_json": b"[" * 100_000}, Unreadable),
        ({f"files__{'0' * 64}_json": b"not what it says"}, Unreadable),
        ({"credentials_json": b"[]"}, Unreadable),
    ],
)
def test_what_is_not_an_export_changes_nothing(
    store: Store, empty: Store, pieces: dict[str, bytes | None], error: type[SincerelyError]
) -> None:
    with pytest.raises(error) as caught:
        bring_back(empty, altered(zipped(store)[1], **pieces))
    assert "Zebulon" not in str(caught.value)
    assert all(not found for found in contents(empty).values())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=4),
    max_leaves=12,
)


@examples(max_examples=80, deadline=None)
@given(st.sampled_from(sorted(kind.name for kind in KINDS)), JSON)
def test_any_json_as_documents_is_imported_or_refused(
    tmp_path_factory: pytest.TempPathFactory, name: str, document: object
) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("manifest.json", '{"created":"","documents":{},"files":0}')
        made.writestr(f"documents/{name}.json", json.dumps(document if isinstance(document, list) else [document]))
    with Store.open(Settings(data=tmp_path_factory.mktemp("any") / "data", keys="file")) as opened:
        with contextlib.suppress(SincerelyError):
            bring_back(opened, out.getvalue())
        assert opened.verify().whole


def test_pieces_with_hostile_names_go_nowhere(store: Store, empty: Store, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    hostile = {"../../evil": b"x", "/etc/evil": b"x", "documents/../../evil": b"x", "files/CON": b"x"}
    bring_back(empty, altered(zipped(store)[1], **hostile))
    outside = [path for path in tmp_path.rglob("*") if path not in before and empty.home not in path.parents]
    assert outside == []


def test_a_zip_bomb_is_refused_before_it_is_unpacked(empty: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("companion.privacy.containers._PIECE", 1_000_000)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("manifest.json", bytes(50_000_000))
    with pytest.raises(TooLarge):
        bring_back(empty, out.getvalue())


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"<html>", b"\x00" * 1_000])
def test_what_is_no_zip_is_said_to_be_none(empty: Store, data: bytes) -> None:
    with pytest.raises(Unreadable):
        bring_back(empty, data)


def test_links_in_an_exported_folder_are_not_followed(store: Store, empty: Store, tmp_path: Path) -> None:
    export(store, Path("out"), allowed=tmp_path)
    secret = tmp_path / "secret.json"
    (tmp_path / "out" / "documents" / "profiles.json").rename(secret)
    (tmp_path / "out" / "documents" / "profiles.json").symlink_to(secret)
    bring_back(empty, tmp_path / "out")
    assert empty.profiles.where() == []


def test_every_kind_is_exported_or_left_out_on_purpose(store: Store) -> None:
    exported, _ = zipped(store)
    filled = {kind.name for kind in KINDS if getattr(store, kind.name).count()}
    assert exported.documents.keys() == filled - LEFT_OUT
    assert {kind.name for kind in KINDS} >= LEFT_OUT
    assert msgspec.json.encode(exported)
