"""What is fetched for the tests of this folder is fetched while others run."""

import pytest

from tests.browser.fill.bundle import bundle_ahead


def pytest_collection_finish(session: pytest.Session) -> None:
    wanted = any(item.path.name == "test_libraries.py" for item in session.items)
    if wanted and not session.config.option.collectonly:
        bundle_ahead()
