"""When repeated work is due: every so many hours with some jitter, or at set times (cron), and once after a sleep."""

import hashlib
import re
from datetime import datetime, timedelta, tzinfo

from companion.errors import BadInput

_WEEK = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
"""In cron's order: Sunday is 0."""
_SPANS = {"": "*", "daily": "*", "every day": "*", "weekdays": "1-5", "weekends": "0,6"}
_SAID = re.compile(r"(?:(?P<days>[a-z ,]*[a-z])[ ,]+)?(?:at )?(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)")
_PLAIN = re.compile(r"(?P<minute>\d+) (?P<hour>\d+) \* \* (?P<days>\*|1-5|[0-6](?:,[0-6])*)")
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
    """Set times as a cron line; empty for none. They are said as one, or as people do: "7:30", "weekdays 7:30",
    "Mon, Thu 18:00". Raises BadInput where they can never come."""
    import pycron

    said = _as_cron(" ".join(cron.split()))
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
        raise BadInput("These times never come.", "Write for example: weekdays 7:30, or: Mon, Thu 18:00")
    return said


def _spread(name: str) -> float:
    """0.95–1.05, always the same for one name: works of one hour do not all start in the same minute."""
    return 0.95 + hashlib.sha256(name.encode()).digest()[0] / 2550


def spoken(cron: str) -> str:
    """A cron line as people say it, where it is a time on some days of the week; any other as it is."""
    if (found := _PLAIN.fullmatch(cron)) is None:
        return cron
    span = {line: name for name, line in _SPANS.items()}.get(found["days"])
    days = span or ", ".join(_WEEK[int(day)].capitalize() for day in found["days"].split(","))
    return f"{days} at {int(found['hour']):02}:{int(found['minute']):02}"


def _as_cron(said: str) -> str:
    found = _SAID.fullmatch(said.casefold())
    if found is None:
        return said
    names = (found["days"] or "").removesuffix(" at")
    days = _SPANS.get(names)
    if days is None:
        short = [name[:3] for name in re.findall(r"[a-z]+", names) if name not in ("and", "on")]
        if not short or not set(short) <= set(_WEEK):
            return said
        days = ",".join(str(number) for number in sorted({_WEEK.index(name) for name in short}))
    return f"{int(found['minute'])} {int(found['hour'])} * * {days}"
