"""What comes next: agreed interviews and days to follow up, in the order of time; what is due now needs the person."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal

import msgspec

from companion.model.application import Application


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """One date of one application. `what` is the person's own note on an interview."""

    kind: Literal["interview", "follow_up"]
    at: datetime
    application: Application
    what: str = ""

    @property
    def day(self) -> date:
        """The day on this computer's calendar."""
        return self.at.astimezone().date()


def agenda(applications: Iterable[Application], begin: date | None = None, end: date | None = None) -> tuple[Due, ...]:
    """Every date from `begin` to `end`, both included; None does not bound."""
    dates = [due for one in applications for due in _dates(one)]
    return tuple(
        sorted(
            (one for one in dates if (begin is None or one.day >= begin) and (end is None or one.day <= end)),
            key=lambda one: (one.at, one.application.id),
        )
    )


def _dates(one: Application) -> Iterable[Due]:
    if one.follow_up:
        yield Due(kind="follow_up", at=one.follow_up, application=one)
    for each in one.interviews:
        yield Due(kind="interview", at=each.at, application=one, what=each.what)


def undated(applications: Iterable[Application]) -> tuple[Application, ...]:
    """Invitations whose date is not noted yet."""
    return tuple(one for one in applications if one.status == "interview" and not one.interviews)
