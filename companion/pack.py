"""The store's zip of the extension: built from an allow-list, validated, the same bytes for the same files.

In: the folder that holds `manifest.json` and `extension/`. Nothing beside the allow-list gets in, whatever lies around.
"""

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from companion.errors import BadInput
from companion.files import unpacked_extension

_SUFFIXES = {".js", ".html", ".css", ".png", ".svg"}
_MAX_FILE = 1_000_000
_EPOCH = (2020, 1, 1, 0, 0, 0)
"""Zip entries carry this time, so that packing twice gives the same bytes."""

_REFERENCE = re.compile(
    r"""\b(?:src|href)="([^"]+)"|^\s*(?:import|export)\b[^"'\n]*?from\s+"([^"]+)"|^import\s+"([^"]+)\"""", re.MULTILINE
)
_REMOTE = re.compile(
    r"""(?:src|href)="https?:|@import|url\(["']?https?:|import\(["'`]https?:|importScripts\(|\beval\(|new Function\("""
)
_PERMISSIONS = {"activeTab", "alarms", "contextMenus", "scripting", "sidePanel", "storage"}
"""What the product needs; a new permission is a decision and changes this line."""


def pack(out: Path, *, source: Path | None = None) -> Path:
    """Writes `sincerely-VERSION.zip` into the folder `out` and returns it.

    `source` is the folder to pack, the installed one by default. The manifest's `key` is left out: the store gives
    its own. Raises BadInput that names every problem found.
    """
    root = source or unpacked_extension()
    manifest: dict[str, Any] = _manifest(root)
    files = sorted(_allowed(root))
    if problems := [
        *_manifest_problems(root, manifest),
        *(problem for file in files for problem in _problems(root, file)),
    ]:
        raise BadInput("The extension cannot be packed: " + "; ".join(problems), "Correct these files and pack again.")
    out.mkdir(parents=True, exist_ok=True)
    target = out / f"sincerely-{manifest['version']}.zip"
    manifest.pop("key", None)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("manifest.json", _EPOCH), json.dumps(manifest, indent=2) + "\n")
        for file in files:
            archive.writestr(zipfile.ZipInfo(str(file), _EPOCH), (root / file).read_bytes(), zipfile.ZIP_DEFLATED)
    return target


def _manifest(root: Path) -> dict[str, Any]:
    try:
        return json.loads((root / "manifest.json").read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise BadInput("There is no manifest.json to pack.", "Run this in Sincerely's own folder.") from error
    except ValueError as error:
        raise BadInput(f"manifest.json is not plain JSON: {error}", "The store takes no comments in it.") from error


def _allowed(root: Path) -> Iterator[PurePosixPath]:
    """Files of the extension by their suffix; hidden ones, links and anything else stay out."""
    for path in (root / "extension").rglob("*"):
        name = PurePosixPath(path.relative_to(root).as_posix())
        hidden = any(part.startswith((".", "_")) for part in name.parts)
        if path.is_file() and not path.is_symlink() and not hidden and path.suffix in _SUFFIXES:
            yield name


def _manifest_problems(root: Path, manifest: dict[str, Any]) -> Iterator[str]:
    if manifest.get("manifest_version") != 3:
        yield "manifest.json: not version 3"
    if not re.fullmatch(r"\d+(\.\d+){1,3}", str(manifest.get("version", ""))):
        yield "manifest.json: the version is not numbers and dots"
    if extra := set(manifest.get("permissions", ())) - _PERMISSIONS:
        yield f"manifest.json: permissions nobody decided on: {', '.join(sorted(extra))}"
    if manifest.get("host_permissions") != ["http://127.0.0.1/*"]:
        yield "manifest.json: hosts beyond the companion's own"
    for unwanted in ("externally_connectable", "web_accessible_resources", "content_security_policy"):
        if unwanted in manifest:
            yield f"manifest.json: {unwanted} is not ours to use"
    for name in _named(manifest):
        if not (root / name).is_file():
            yield f"manifest.json: {name} is missing"


def _named(value: object) -> Iterator[str]:
    """Every path of the extension that the manifest names."""
    if isinstance(value, str) and value.startswith("extension/"):
        yield value
    elif isinstance(value, dict):
        for child in value.values():  # pyright: ignore[reportUnknownVariableType]
            yield from _named(child)  # pyright: ignore[reportUnknownArgumentType]
    elif isinstance(value, list):
        for child in value:  # pyright: ignore[reportUnknownVariableType]
            yield from _named(child)  # pyright: ignore[reportUnknownArgumentType]


def _problems(root: Path, file: PurePosixPath) -> Iterator[str]:
    path = root / file
    if path.stat().st_size > _MAX_FILE:
        yield f"{file}: over {_MAX_FILE} bytes"
    if path.suffix not in {".js", ".html", ".css"}:
        return
    text = path.read_text(encoding="utf-8")
    if found := _REMOTE.search(text):
        yield f"{file}: loads or makes code from elsewhere ({found[0]})"
    for groups in _REFERENCE.findall(text):
        target = next((one for one in groups if one), "").split("#")[0].split("?")[0]
        if not target or "${" in target or target.startswith(("http:", "https:")):
            continue
        there = (path.parent / target).resolve()
        if not there.is_file() or not there.is_relative_to(root.resolve()):
            yield f"{file}: {target} is missing"
