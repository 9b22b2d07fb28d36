"""How far the outside answers: every portal and application system, how it ended last, and its breaker."""

from datetime import datetime
from typing import Any, Literal

import msgspec

from companion.agents.services import Services
from companion.net.breakers import Breaker, Guarded

_RUNS = 100
_BAD = frozenset({"failed", "blocked", "drift"})


class Reached(msgspec.Struct, frozen=True, kw_only=True):
    """One portal, application system or host. `last` is how its newest search ended, where it was searched."""

    kind: Guarded
    name: str
    state: Literal["good", "attention"]
    last: str = ""
    at: datetime | None = None
    failures: int = 0
    breaker: Literal["closed", "open", "trying"] = "closed"
    until: datetime | None = None


def reach(services: Services) -> tuple[Reached, ...]:
    """Portals searched lately, and whatever a breaker knows to have failed; what failed comes first."""
    ends = _ends(services)
    breakers = {(one.kind, one.name): one for one in services.breakers()}
    names = {*(("portal", name) for name in ends), *(key for key, one in breakers.items() if _worth_saying(one))}
    rows = [_row(kind, name, ends.get(name), breakers.get((kind, name))) for kind, name in names]
    return tuple(sorted(rows, key=lambda one: (one.state == "good", one.kind, one.name)))


def _worth_saying(one: Breaker) -> bool:
    return one.kind != "host" or one.state != "closed"


def _row(kind: Any, name: str, end: tuple[datetime, str] | None, breaker: Breaker | None) -> Reached:
    at, last = end if end and kind == "portal" else (None, "")
    held = breaker is not None and breaker.state != "closed"
    return Reached(
        kind=kind,
        name=name,
        state="attention" if held or last in _BAD else "good",
        last=last,
        at=at,
        failures=breaker.failures if breaker else 0,
        breaker=breaker.state if breaker else "closed",
        until=breaker.until if breaker else None,
    )


def _ends(services: Services) -> dict[str, tuple[datetime, str]]:
    """Portal → when its newest search ended, and how."""
    runs = sorted(services.store.runs.by("kind", "search"), key=lambda one: one.created_at)[-_RUNS:]
    ends: dict[str, tuple[datetime, str]] = {}
    for run in runs:
        for one in run.result.get("outcomes", ()):
            if run.finished_at is not None and one.get("seconds"):
                ends[str(one.get("portal", ""))] = (run.finished_at, str(one.get("status", "")))
    return ends
