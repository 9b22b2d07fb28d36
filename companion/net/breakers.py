"""Circuit breakers as others may look at them: who is left alone, after how many failures, until when."""

import time
from datetime import UTC, datetime
from typing import Literal

import msgspec
from purgatory import AsyncCircuitBreakerFactory
from purgatory.domain.model import Context
from purgatory.service._async.repository import AsyncInMemoryRepository

Guarded = Literal["host", "portal", "ats"]


class Breaker(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of one breaker. `open`: left alone until `until`; `trying`: the next answer decides."""

    kind: Guarded
    name: str
    state: Literal["closed", "open", "trying"]
    failures: int
    until: datetime | None = None


def standing(kind: Guarded, factory: AsyncCircuitBreakerFactory) -> tuple[Breaker, ...]:
    """Every breaker `factory` has made so far, those that failed lately first."""
    contexts = factory.uow.contexts
    if not isinstance(contexts, AsyncInMemoryRepository):
        return ()
    known = [_seen(kind, one) for one in contexts.breakers.values()]
    return tuple(sorted(known, key=lambda one: (one.state == "closed", -one.failures, one.name)))


def _seen(kind: Guarded, context: Context) -> Breaker:
    ends = (context.opened_at or 0.0) + context.ttl
    if context.state != "opened":
        state = "trying" if context.state == "half-opened" else "closed"
        return Breaker(kind=kind, name=context.name, state=state, failures=context.failure_count or 0)
    if ends <= time.time():
        return Breaker(kind=kind, name=context.name, state="trying", failures=context.threshold)
    until = datetime.fromtimestamp(ends, UTC)
    return Breaker(kind=kind, name=context.name, state="open", failures=context.threshold, until=until)
