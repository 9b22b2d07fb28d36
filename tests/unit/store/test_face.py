"""What the store shows, and what it may lean on."""

import ast
from pathlib import Path

import companion.privacy
import companion.store

FACE = {
    "Change",
    "Page",
    "Repair",
    "Repository",
    "Store",
    "Swept",
    "Verification",
    "destroy_folder",
    "key_source",
    "repair",
    "verify",
}


def imported(package: Path) -> set[str]:
    """The rooms of the companion that the modules of `package` import."""
    found: set[str] = set()
    for path in package.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("companion."):
                found.add(node.module.split(".")[1])
    return found


def test_the_face_is_what_is_promised() -> None:
    assert set(companion.store.__all__) == FACE


def test_the_store_leans_on_nothing_but_the_nouns() -> None:
    assert imported(Path(companion.store.__file__).parent) == {"errors", "model", "settings", "store"}


def test_privacy_leans_on_the_store_and_the_resumes_format() -> None:
    allowed = {"errors", "model", "settings", "store", "privacy", "resume"}
    assert imported(Path(companion.privacy.__file__).parent) == allowed
