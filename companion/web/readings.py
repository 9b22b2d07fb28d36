"""Sensitive facts that a dashboard page shows are noted in the audit: the one thing a GET may write.

The same facts on the same page count as one reading for an hour, so that turning pages does not fill the chain.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

import structlog

from companion.errors import SincerelyError
from companion.forms import is_sensitive_answer, is_sensitive_fact
from companion.model.document import now
from companion.model.form import Action, Answer
from companion.model.profile import Fact
from companion.privacy import audit
from companion.store import Store

_ONE_READING = timedelta(hours=1)
_KEPT = 256
_log = structlog.get_logger(__name__)


class Readings:
    """What the dashboard showed of the sensitive facts, since the companion started."""

    def __init__(self, store: Store, clock: Callable[[], datetime] = now) -> None:
        self._store = store
        self._clock = clock
        self._noted: dict[tuple[str, str, tuple[str, ...]], datetime] = {}

    def facts(self, shown: Iterable[Fact]) -> None:
        """The profile was shown."""
        self._note("Profile shown", tuple(fact.path for fact in shown if is_sensitive_fact(fact.path)))

    def answers(self, shown: Iterable[Answer]) -> None:
        """Answers of the bank were shown."""
        self._note("Answers shown", tuple(f"answer/{one.id}" for one in shown if is_sensitive_answer(one)))

    def actions(self, shown: Iterable[Action], subject: str) -> None:
        """What a form was or will be told was shown, with the application `subject`."""
        used = (action.fact or action.meaning for action in shown if action.sensitive and action.kind != "leave")
        self._note("Values of a form shown", tuple(dict.fromkeys(name for name in used if name)), subject)

    def _note(self, what: str, facts: tuple[str, ...], subject: str = "") -> None:
        key, time = (what, subject, facts), self._clock()
        if not facts or time - self._noted.get(key, datetime.min.replace(tzinfo=time.tzinfo)) < _ONE_READING:
            return
        try:
            audit.record(self._store, "read", what, who="dashboard", subject=subject, facts=facts, clock=self._clock)
        except SincerelyError as error:  # a full disk must not keep a person from their own data
            _log.warning("reading_not_noted", code=error.code)
            return
        self._noted[key] = time
        while len(self._noted) > _KEPT:
            del self._noted[next(iter(self._noted))]
