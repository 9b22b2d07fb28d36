"""What the store refuses to keep, whoever asks: attempts that go where they cannot have gone, an audit rewritten."""

from msgspec.structs import replace

from companion.errors import IllegalTransition, Refused
from companion.model.application import TRANSITIONS, Attempt
from companion.model.audit import AuditEntry

_FIRST = frozenset({"saved", "preparing"})
_FIRST_BY_HAND = _FIRST | {"submitted"}
"""Of a `manual` attempt: the person says they applied by themselves."""


def attempt(new: Attempt, stored: Attempt | None) -> None:
    """Raise IllegalTransition unless `new` may follow `stored` (TRANSITIONS), or may begin where there is none."""
    if stored is None:
        if new.state not in (_FIRST_BY_HAND if new.channel == "manual" else _FIRST):
            raise IllegalTransition(f"An attempt cannot begin as {new.state}.", "Begin it as saved.")
    elif new.state != stored.state and new.state not in TRANSITIONS[stored.state]:
        raise IllegalTransition(
            f"An attempt that is {stored.state} cannot become {new.state}.", "Reload the page to see where it stands."
        )


def audit(new: AuditEntry, stored: AuditEntry | None) -> None:
    """Raise Refused for anything but a new entry, or an entry that loses its detail."""
    if stored is not None and new != replace(stored, detail=None):
        raise Refused("The audit only grows.", "An entry's detail goes when what it is about is erased.")
