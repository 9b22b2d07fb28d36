"""When repeated work is due: every so many hours with some jitter, or at set times (cron), and once after a sleep."""

import hashlib
from datetime import datetime, timedelta, tzinfo

from companion.errors import BadInput

_CAUGHT_UP = timedelta(days=8)
"""How far back a set time that was slept through is looked for: a week, and what rounding needs."""


def due(every: timedelta, last: datetime | None, at: datetime, name: str) -> bool:
    """Whether work that was done at `last` is due again; `name` spreads works of one length over their hour."""
    return last is None or at >= last + every * _spread(name)


def due_at(cron: str, last: datetime, at: datetime, zone: tzinfo | None) -> bool:
    """Whether a time of `cron` (minute, hour, day, month, weekday, in `zone`) came since `last`, however many did."""
    import pycron

    since = max(last, at - _CAUGHT_UP).astimezone(zone).replace(second=0, microsecond=0) + timedelta(minutes=1)
    until = at.astimezone(zone)
    return since <= until and pycron.has_been(cron, since, until)


def check_cron(cron: str) -> str:
    """`cron` with single spaces; empty for none. Raises BadInput where it is no five fields that can ever come."""
    import pycron

    said = " ".join(cron.split())
    if not said:
        return ""
    start = datetime(2028, 1, 1)  # noqa: DTZ001 (a leap year without a zone: only whether the fields ever agree counts)
    try:
        days = [start + timedelta(days=day) for day in range(366)]
        fields = said.split(" ")
        ever = any(pycron.is_now(f"* * {' '.join(fields[2:])}", day) for day in days) and any(
            pycron.is_now(f"{fields[0]} {fields[1]} * * *", start + timedelta(minutes=minute)) for minute in range(1440)
        )
    except (ValueError, IndexError, ZeroDivisionError):
        ever = False
    if not ever:
        raise BadInput("These times never come.", "Write minute, hour, day, month, weekday, such as: 30 7 * * 1-5")
    return said


def _spread(name: str) -> float:
    """0.95–1.05, always the same for one name: works of one hour do not all start in the same minute."""
    return 0.95 + hashlib.sha256(name.encode()).digest()[0] / 2550
