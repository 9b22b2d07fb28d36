"""A fact ready to be rendered: what is known for one field, typed, with the path it came from; or why nothing is."""

from typing import Literal

import msgspec

from companion.model.posting import Period

Kind = Literal["text", "bool", "number", "money", "duration", "date", "list", "country", "region", "degree", "decline"]


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """`text` is the value as words (a partial ISO date for `date`); amounts are `low`–`high` in `unit`."""

    kind: Kind
    fact: str
    """Path of the fact, `answer/<id>`, or `posting/…`, `today`, `question` for what is no fact of the person."""
    said: str
    """The fact as the person gave it."""
    rule: str
    text: str = ""
    also: tuple[str, ...] = ()
    """Other wordings of the same, in falling order of likeness, to recognise options by."""
    truth: bool = False
    low: float = 0
    high: float = 0
    unit: str = ""
    currency: str = ""
    period: Period | None = None
    items: tuple[str, ...] = ()
    confidence: float = 1.0
    review: bool = False
    note: str = ""
    """What the person should know about this value, in words."""
    at_least: bool = False
    """The amount is a lower bound: it can prove "yes, 3+", never "no"."""


class Missing(msgspec.Struct, frozen=True, kw_only=True):
    """Nothing to put in; `reason` says why in words for the person, `draft` proposes prose to approve."""

    reason: str
    draft: str = ""
    cited: tuple[str, ...] = ()
    rule: str = ""
    review: bool = False


Found = Value | Missing


def text(value: str, fact: str, rule: str, **more: object) -> Value:
    """A text value that is the fact itself."""
    return msgspec.structs.replace(Value(kind="text", fact=fact, said=value, rule=rule, text=value), **more)
