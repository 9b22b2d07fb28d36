"""The repository itself is the extension: Chrome's own "Load unpacked" takes it, and refuses what must not be there."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Playwright

from tests.browser.extension.chrome import ID, ROOT


async def load(playwright: Playwright, chromium: Path, folder: Path) -> str:
    """The id Chrome gives to `folder` through CDP `Extensions.loadUnpacked`; raises with Chrome's words."""
    flags = ["--no-sandbox", "--disable-gpu", "--enable-unsafe-extension-debugging"]
    browser = await playwright.chromium.launch(
        executable_path=chromium, args=flags, ignore_default_args=["--disable-extensions"]
    )
    try:
        session = await browser.new_browser_cdp_session()
        answer: dict[str, Any] = await session.send("Extensions.loadUnpacked", {"path": str(folder)})
        return str(answer["id"])
    finally:
        await browser.close()


async def test_chrome_loads_the_repository_under_its_stable_id(playwright: Playwright, chromium: Path) -> None:
    assert await load(playwright, chromium, ROOT) == ID


async def test_a_stray_cache_folder_at_the_root_is_refused(
    playwright: Playwright, chromium: Path, tmp_path: Path
) -> None:
    shutil.copy(ROOT / "manifest.json", tmp_path)
    shutil.copytree(ROOT / "extension", tmp_path / "extension")
    (tmp_path / "__pycache__").mkdir()
    with pytest.raises(Exception, match="__pycache__"):
        await load(playwright, chromium, tmp_path)


async def test_nothing_at_the_root_begins_with_an_underscore() -> None:
    assert [path.name for path in ROOT.iterdir() if path.name.startswith("_")] == []
