"""Where the files that are not Python live: beside the package in a checkout, inside it in an installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def extension_folder() -> Path:
    """The folder with `page/`, `popup/`, … of the extension."""
    inside = _PACKAGE / "extension"
    return inside if inside.is_dir() else _PACKAGE.parent / "extension"


def unpacked_extension() -> Path:
    """The folder to give to "Load unpacked": the one that holds `manifest.json`."""
    inside = _PACKAGE / "extension"
    return inside if (inside / "manifest.json").is_file() else _PACKAGE.parent


def page_script(name: str) -> str:
    """The source of the page script `name`, such as `scan.js`."""
    return (extension_folder() / "page" / name).read_text(encoding="utf-8")
