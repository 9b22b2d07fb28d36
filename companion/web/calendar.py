"""A month of interviews and follow-ups, weeks from Monday, for the calendar of applications."""

import calendar
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

import msgspec

from companion.model.application import Application
from companion.web.agenda import Due, agenda


class Day(msgspec.Struct, frozen=True, kw_only=True):
    date: date
    inside: bool
    """False for the days of the months before and after that fill the first and last week."""
    today: bool
    due: tuple[Due, ...]


class Month(msgspec.Struct, frozen=True, kw_only=True):
    first: date
    weeks: tuple[tuple[Day, ...], ...]
    before: str
    after: str


def month(of: str, applications: Iterable[Application]) -> Month:
    """The month `of` (`YYYY-MM`, empty for the present one) with what is due on each day."""
    today = datetime.now(UTC).astimezone().date()
    first = _first(of, today)
    days = calendar.Calendar().monthdatescalendar(first.year, first.month)
    due: dict[date, list[Due]] = {}
    for one in agenda(applications, days[0][0], days[-1][-1]):
        due.setdefault(one.day, []).append(one)
    weeks = tuple(
        tuple(
            Day(date=day, inside=day.month == first.month, today=day == today, due=tuple(due.get(day, ())))
            for day in week
        )
        for week in days
    )
    return Month(
        first=first,
        weeks=weeks,
        before=f"{first - timedelta(days=1):%Y-%m}",
        after=f"{first + timedelta(days=32):%Y-%m}",
    )


def _first(of: str, today: date) -> date:
    try:
        asked = date.fromisoformat(f"{of}-01")
    except ValueError:
        return today.replace(day=1)
    return asked if 1970 <= asked.year <= 2200 else today.replace(day=1)
