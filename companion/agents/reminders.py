"""What the person is reminded of by itself: interviews that are near, and follow-ups that are due. Each once."""

from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo

import msgspec

from companion.model.application import Application
from companion.model.run import NoticeKind

AHEAD = timedelta(hours=24)
"""How long before an interview its notice comes."""
_LATE = timedelta(days=7)
"""A follow-up that was due longer ago is the calendar's, not news."""
_OVER = frozenset({"rejected", "withdrawn"})


class Reminder(msgspec.Struct, frozen=True, kw_only=True):
    """One notice to be. `once` names it, so that it is told a single time however often it is found."""

    kind: NoticeKind
    text: str
    link: str
    once: str


def reminders(applications: list[Application], at: datetime, zone: tzinfo | None) -> Iterator[Reminder]:
    """What to remind of at the moment `at`, in the person's own time."""
    for one in applications:
        link = f"/applications/{one.id}"
        for meeting in one.interviews:
            if at <= meeting.at <= at + AHEAD:
                when = meeting.at.astimezone(zone)
                what = f" ({meeting.what})" if meeting.what else ""
                text = f"{one.company}: interview {when:%a %d %b, %H:%M}{what}."
                yield Reminder(kind="interview", text=text, link=link, once=f"{one.id} {meeting.at.isoformat()}")
        if one.follow_up is not None and one.status not in _OVER and at - _LATE <= one.follow_up <= at:
            text = f"{one.company}: you wanted to follow up on {one.title}."
            yield Reminder(kind="needs_you", text=text, link=link, once=f"{one.id} {one.follow_up.isoformat()}")
