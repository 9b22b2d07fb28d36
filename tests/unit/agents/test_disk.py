"""A disk that is nearly full stops captures before harm, and says so."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from companion.agents import health
from companion.app import companion
from companion.errors import StoreFull
from companion.intake import CapturedPage
from companion.settings import Settings
from tests.unit.agents.test_mcp import AD


async def test_nothing_is_taken_in_while_the_disk_is_nearly_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = CapturedPage(url="https://jobs.example.com/1", html=AD, captured_at=datetime(2026, 11, 2, tzinfo=UTC))
    settings = Settings(data=tmp_path / "data", keys="file")
    async with companion(settings) as services:
        monkeypatch.setattr(health, "DISK_STOP", 10**18)
        assert health.disk(settings).state == "bad"
        with pytest.raises(StoreFull):
            await services.search.capture(page)
        assert services.store.postings.count() == 0
        monkeypatch.undo()
        await services.search.capture(page)
        assert services.store.postings.count() == 1
