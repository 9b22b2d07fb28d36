"""Where the files that are not Python live: beside the package in a checkout, inside it in an installed wheel."""

import base64
import hashlib
import json
from pathlib import Path

_PACKAGE = Path(__file__).parent
_UNPACKED = _PACKAGE / "extension"
"""Only in a wheel: laid out as the repository is (`manifest.json` beside `extension/`), for its paths to hold."""

PIECES = {
    "scan.js": (
        "dom.js",
        "ties.js",
        "zones.js",
        "visible.js",
        "widget.js",
        "groups.js",
        "label.js",
        "notes.js",
        "area.js",
        "parts.js",
        "surroundings.js",
        "scan.js",
    ),
    "fill.js": (
        "gestures.js",
        "choices.js",
        "lists.js",
        "calendar.js",
        "typing.js",
        "tags.js",
        "sections.js",
        "choosers.js",
        "hands.js",
        "claims.js",
        "entries.js",
        "blocks.js",
        "fill.js",
    ),
}
"""Page scripts that need others in front of them, as the extension's manifest also lists them.

Those that scan begin with `//# allFunctionsCalledOnLoad`, V8's hint for explicit compilation (Chrome 136): nearly all
of their functions are called by the first scan, and each would be read twice else.
"""


def extension_folder() -> Path:
    """The folder with `page/`, `popup/`, … of the extension."""
    return unpacked_extension() / "extension"


def unpacked_extension() -> Path:
    """The folder to give to "Load unpacked": the one that holds `manifest.json`."""
    return _UNPACKED if (_UNPACKED / "manifest.json").is_file() else _PACKAGE.parent


def page_script(name: str) -> str:
    """The source of the page script `name`, such as `scan.js`, together with what it needs in front of it."""
    folder = extension_folder() / "page"
    return "\n".join((folder / piece).read_text(encoding="utf-8") for piece in PIECES.get(name, (name,)))


def extension_id() -> str:
    """The extension's id in Chrome: the first 32 hex digits of the SHA-256 of the manifest's public key, as a–p.

    Source: Chromium's `crx_file::id_util::GenerateId`.
    """
    manifest = json.loads((unpacked_extension() / "manifest.json").read_bytes())
    digest = hashlib.sha256(base64.b64decode(manifest["key"])).hexdigest()[:32]
    return digest.translate(str.maketrans("0123456789abcdef", "abcdefghijklmnop"))
