"""Finding a browser, without starting one: made-up programs stand for it."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from companion.apply.browser import ensure, find
from companion.errors import NoBrowser
from companion.settings import Settings

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for programs as Linux keeps them")


def program(path: Path, says: str = "Chromium 150.0", code: int = 0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho '{says}'\nexit {code}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A system without any browser."""
    monkeypatch.setattr("companion.apply.browser._LINUX", ())
    return {"PATH": str(tmp_path / "bin"), "HOME": str(tmp_path)}


def test_one_on_the_path_is_found(tmp_path: Path, nowhere: dict[str, str]) -> None:
    chrome = program(tmp_path / "bin" / "chromium")
    assert find(Settings(), nowhere) == chrome


def test_a_program_that_only_tells_how_to_get_one_is_none(tmp_path: Path, nowhere: dict[str, str]) -> None:
    program(tmp_path / "bin" / "chromium-browser", "Please install the snap", 1)
    program(tmp_path / "bin" / "google-chrome", "something else")
    assert find(Settings(), nowhere) is None


def test_playwrights_newest_own_is_found(tmp_path: Path, nowhere: dict[str, str]) -> None:
    program(tmp_path / ".cache/ms-playwright/chromium-99/chrome-linux/chrome")
    newest = program(tmp_path / ".cache/ms-playwright/chromium-1200/chrome-linux/chrome")
    assert find(Settings(), nowhere) == newest


def test_the_one_in_the_settings_or_none(tmp_path: Path, nowhere: dict[str, str]) -> None:
    program(tmp_path / "bin" / "chromium")
    own = program(tmp_path / "my" / "browser")
    assert find(Settings(browser=str(own)), nowhere) == own
    with pytest.raises(NoBrowser):
        find(Settings(browser=str(tmp_path / "gone")), nowhere)


def test_playwright_is_asked_before_the_system_and_every_step_is_said(tmp_path: Path, nowhere: dict[str, str]) -> None:
    said: list[str] = []
    ran: list[str] = []

    def run(command: Sequence[str]) -> int:
        ran.append(" ".join(command[-3:]))
        program(tmp_path / ".cache/ms-playwright/chromium-7/chrome-linux/chrome")
        return 0

    assert ensure(Settings(), said.append, environment=nowhere, run=run).name == "chrome"
    assert ran == ["playwright install chromium"]
    assert len(said) == 3


def test_no_browser_at_all_says_what_to_do(nowhere: dict[str, str]) -> None:
    with pytest.raises(NoBrowser) as caught:
        ensure(Settings(), lambda _: None, environment=nowhere, run=lambda _: 1)
    assert "Install Chrome" in caught.value.hint
