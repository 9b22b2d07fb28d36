"""What a page says once after an action: what happened, and the way to undo it."""

from collections import OrderedDict

import msgspec

_KEPT = 50


class Flash(msgspec.Struct, frozen=True, kw_only=True):
    """`undo` is the address of a POST that takes the action back, with `undo_fields` as its form."""

    text: str
    tone: str = "good"
    undo: str = ""
    undo_fields: tuple[tuple[str, str], ...] = ()


class Flashes:
    """The word waiting for each session; a newer one takes the older's place."""

    def __init__(self) -> None:
        self._waiting: OrderedDict[str, Flash] = OrderedDict()

    def say(self, client_id: str, flash: Flash) -> None:
        self._waiting[client_id] = flash
        while len(self._waiting) > _KEPT:
            self._waiting.popitem(last=False)

    def take(self, client_id: str) -> Flash | None:
        return self._waiting.pop(client_id, None)
