"""What the store refuses to keep, whoever asks: an attempt that goes where it cannot have gone."""

from companion.errors import IllegalTransition
from companion.model.application import TRANSITIONS, Attempt

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
