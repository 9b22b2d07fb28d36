"""The store's zip holds the extension and nothing else, and a broken extension is not packed."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from companion.errors import BadInput
from companion.files import unpacked_extension
from companion.pack import pack


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A copy of the extension to break."""
    folder = tmp_path / "source"
    shutil.copytree(unpacked_extension() / "extension", folder / "extension")
    shutil.copy(unpacked_extension() / "manifest.json", folder)
    return folder


def names(file: Path) -> set[str]:
    with zipfile.ZipFile(file) as archive:
        return set(archive.namelist())


def test_only_the_extension_gets_in(source: Path, tmp_path: Path) -> None:
    (source / "companion").mkdir()
    for stray in ("companion/secret.py", "extension/notes.md", "extension/.env", "extension/popup/popup.js.map"):
        (source / stray).write_text("stray")
    inside = names(pack(tmp_path / "out", source=source))
    assert "manifest.json" in inside
    assert "extension/background.js" in inside
    assert not [name for name in inside if "secret" in name or name.endswith((".md", ".env", ".map", ".py"))]


def test_packing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    assert pack(tmp_path / "one").read_bytes() == pack(tmp_path / "two").read_bytes()


def test_the_stores_manifest_has_no_key_and_the_version_in_the_name(tmp_path: Path) -> None:
    file = pack(tmp_path)
    with zipfile.ZipFile(file) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    assert "key" not in manifest
    assert file.name == f"sincerely-{manifest['version']}.zip"


def _edit(source: Path, **change: object) -> None:
    file = source / "manifest.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), **change}))


BREAKS = {
    "a script is gone": (lambda at: (at / "extension/page/fill.js").unlink(), "extension/page/fill.js is missing"),
    "an import is gone": (lambda at: (at / "extension/view.js").unlink(), "view.js is missing"),
    "code from elsewhere": (
        lambda at: (at / "extension/popup/popup.html").write_text('<script src="https://cdn.example/x.js"></script>'),
        "from elsewhere",
    ),
    "a new permission": (lambda at: _edit(at, permissions=["tabs", "storage"]), "nobody decided on: tabs"),
    "all hosts": (lambda at: _edit(at, host_permissions=["<all_urls>"]), "hosts beyond"),
    "reachable from pages": (lambda at: _edit(at, externally_connectable={}), "externally_connectable"),
    "comments in the manifest": (lambda at: (at / "manifest.json").write_text("// hello\n{}"), "not plain JSON"),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_extension_is_not_packed(source: Path, tmp_path: Path, name: str) -> None:
    harm, words = BREAKS[name]
    harm(source)
    with pytest.raises(BadInput, match=words):
        pack(tmp_path / "out", source=source)
    assert not (tmp_path / "out").exists()
