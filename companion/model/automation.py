"""What the person lets Sincerely do by itself: searches, automation levels, caps, quiet hours, notice routes."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec

from companion.model.document import Document, Short
from companion.model.posting import Employment, Pay, WorkMode
from companion.model.run import NoticeKind

AutomationLevel = Literal["assist", "review", "auto"]
"""`assist`: fill, the person submits. `review`: prepare, ask, submit. `auto`: submit within the daily caps."""
Clock = Annotated[str, msgspec.Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
"""A time of day, `HH:MM`, in the person's time zone."""
NoticeChannel = Literal["desktop", "email", "webhook"]


class SavedSearch(Document, frozen=True, kw_only=True):
    """A query in the person's terms, run on a schedule. `every_hours` 0 means only when asked."""

    name: Short
    titles: tuple[Short, ...] = ()
    skills: tuple[Short, ...] = ()
    places: tuple[Short, ...] = ()
    radius_km: float | None = None
    modes: tuple[WorkMode, ...] = ()
    employment: tuple[Employment, ...] = ()
    pay_floor: Pay | None = None
    max_age_days: int | None = None
    portals: tuple[str, ...] = ()
    boards: tuple[str, ...] = ()
    """Careers URLs of employers to watch."""
    every_hours: float = 24.0
    cron: Short = ""
    """Set times instead, in the person's own time: minute, hour, day, month, weekday."""
    persona: Short = ""
    """The persona that goes to the jobs it finds; empty: the one that fits each best."""
    paused: bool = False
    last_run: datetime | None = None
    created_at: datetime


class NoticeRoute(msgspec.Struct, frozen=True, kw_only=True):
    """Which notices go out on a channel; its address is in the vault under `notify/<channel>`."""

    channel: NoticeChannel
    kinds: frozenset[NoticeKind] = frozenset({"needs_you", "failed", "interview"})
    enabled: bool = True


class Automation(Document, frozen=True, kw_only=True):
    """The one document of its kind (`id` is "automation"): what may happen without asking, and when."""

    paused: bool = False
    level: AutomationLevel = "review"
    levels: dict[str, AutomationLevel] = {}
    """Portal or ATS → its own level."""
    daily_cap: int = 10
    caps: dict[str, int] = {}
    cooldown_days: int = 0
    """Days between two applications to one employer; 0 for none."""
    quiet_from: Clock = "22:00"
    quiet_to: Clock = "07:00"
    time_zone: str = ""
    """IANA name; empty for the computer's own."""
    digest_at: Clock = "08:00"
    routes: tuple[NoticeRoute, ...] = ()
    settings: dict[str, str] = {}
    """Settings the person changed in the dashboard: over the file and the environment, read at the start."""


AUTOMATION_ID = "automation"
