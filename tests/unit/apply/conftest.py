"""A store and a posting for tests of attempts and receipts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from companion.model.document import now
from companion.model.posting import Posting
from companion.settings import Settings
from companion.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(Settings(data=tmp_path, keys="file"))
    yield opened
    opened.close()


@pytest.fixture
def posting(store: Store) -> Posting:
    return store.postings.add(
        Posting(
            id="p1",
            canonical_key="acme:1",
            url="https://jobs.example.com/1",
            title="Gauge Reader",
            company="Acme Gauges",
            captured_at=now(),
        )
    )
