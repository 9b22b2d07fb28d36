"""Full collections do not go through the same lasting things again and again."""

import gc
from collections.abc import Generator
from pathlib import Path

import pytest

from companion.app import companion, dashboard
from companion.garbage import spared_what_lasts
from companion.settings import Settings


class Ring:
    """Garbage that only a collection finds."""

    def __init__(self, ended: list[str], name: str) -> None:
        self.ended, self.name, self.itself = ended, name, self

    def __del__(self) -> None:
        self.ended.append(self.name)


@pytest.fixture(autouse=True)
def thawed() -> Generator[None]:
    yield
    gc.unfreeze()


def test_what_outlives_a_slow_collection_is_left_out_of_the_next() -> None:
    gc.unfreeze()
    lasting = [{"word": [number]} for number in range(1_000)]
    with spared_what_lasts(slow=-1):
        gc.collect()
        assert gc.get_freeze_count() > len(lasting)
        assert not any(one is lasting for one in gc.get_objects())


def test_quick_collections_and_those_of_the_young_leave_all_as_it_is() -> None:
    gc.unfreeze()
    with spared_what_lasts(slow=60):
        gc.collect()
    with spared_what_lasts(slow=-1):
        gc.collect(1)
    assert gc.get_freeze_count() == 0


def test_later_garbage_is_still_found_and_the_end_takes_the_watch_away() -> None:
    ended: list[str] = []
    watching = len(gc.callbacks)
    with spared_what_lasts(slow=-1):
        gc.collect()
        Ring(ended, "of later")
        gc.collect()
    assert ended == ["of later"]
    assert len(gc.callbacks) == watching


async def test_it_watches_while_the_dashboard_is_served(tmp_path: Path) -> None:
    watching = len(gc.callbacks)
    async with companion(Settings(data=tmp_path, keys="file", port=0)) as services:
        async with dashboard(services):
            assert len(gc.callbacks) == watching + 1
        assert len(gc.callbacks) == watching
