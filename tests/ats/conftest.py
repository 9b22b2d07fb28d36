"""One warm browser for all tests against the clones, and a store for each test."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from companion.apply import Chrome, find
from companion.settings import Settings
from companion.store import Store

_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chrome() -> AsyncIterator[Chrome]:
    path = find(Settings())
    if path is None:
        pytest.skip("no Chromium, Chrome or Edge found")
    chrome = Chrome(lambda: path)
    yield chrome
    await chrome.close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(Settings(data=tmp_path, keys="file"))
    yield opened
    opened.close()
