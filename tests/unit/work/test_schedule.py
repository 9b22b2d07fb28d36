"""Repeated work comes when it is due, at the person's own time, and once after a sleep."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from companion.errors import BadInput
from companion.work.schedule import check_cron, due, due_at, spoken

MONDAY = datetime(2026, 6, 1, 12, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


def test_an_interval_has_jitter_that_stays_and_stays_small() -> None:
    early, late = timedelta(hours=24 * 0.94), timedelta(hours=24 * 1.06)
    names = [f"search {number}" for number in range(50)]
    assert not any(due(timedelta(days=1), MONDAY, MONDAY + early, name) for name in names)
    assert all(due(timedelta(days=1), MONDAY, MONDAY + late, name) for name in names)
    at = MONDAY + timedelta(days=1)
    assert 5 < sum(due(timedelta(days=1), MONDAY, at, name) for name in names) < 45
    assert due(timedelta(days=1), None, MONDAY, "new")


@pytest.mark.parametrize(
    ("cron", "hours", "wanted"),
    [
        ("0 15 * * *", 0.9, False),
        ("0 15 * * *", 1.0, True),
        ("0 15 * * *", 48, True),
        ("30 7 * * 1-5", 10, False),
        ("30 7 * * 1-5", 18, True),
        ("0 9 * * 6", 24 * 4, False),
        ("0 9 * * 6", 24 * 5, True),
    ],
)
def test_a_set_time_is_of_the_persons_clock(cron: str, hours: float, wanted: bool) -> None:
    # Noon in UTC is 14:00 in Berlin in June.
    assert due_at(cron, MONDAY, MONDAY + timedelta(hours=hours), BERLIN) is wanted


def test_a_time_that_was_met_is_not_met_again() -> None:
    at = datetime(2026, 6, 1, 13, 0, 20, tzinfo=UTC)
    assert due_at("0 15 * * *", MONDAY, at, BERLIN)
    assert not due_at("0 15 * * *", at, at + timedelta(seconds=30), BERLIN)


@pytest.mark.parametrize("cron", ["", "*/15 * * * *", "30 7 * * 1-5", "0 0 29 2 *", "  0  9 * *  mon "])
def test_times_that_come_are_kept(cron: str) -> None:
    assert check_cron(cron) == " ".join(cron.split())


@pytest.mark.parametrize(
    ("said", "cron", "back"),
    [
        ("7:30", "30 7 * * *", "every day at 07:30"),
        ("Weekdays at 07:30", "30 7 * * 1-5", "weekdays at 07:30"),
        ("weekends, 9:05", "5 9 * * 0,6", "weekends at 09:05"),
        ("Thursday and Monday 18:00", "0 18 * * 1,4", "Mon, Thu at 18:00"),
        ("on Sun 0:00", "0 0 * * 0", "Sun at 00:00"),
        ("*/15 * * * *", "*/15 * * * *", "*/15 * * * *"),
    ],
)
def test_set_times_are_said_as_people_say_them(said: str, cron: str, back: str) -> None:
    assert check_cron(said) == cron
    assert spoken(cron) == back
    assert check_cron(back) == cron


@pytest.mark.parametrize(
    "cron",
    ["soon", "25:00", "someday 7:30", "7:61", "61 * * * *", "* * * *", "0 0 31 2 *", "* * * * * *", "*/0 * * * *"],
)
def test_times_that_never_come_are_refused(cron: str) -> None:
    with pytest.raises(BadInput):
        check_cron(cron)
