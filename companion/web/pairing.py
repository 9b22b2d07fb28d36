"""Pairing: a short code shown by the companion, typed into the extension, exchanged once for a token of its own.

Two minutes, five tries, one pending code, shown in the terminal and the dashboard and nowhere a page can see.
"""

import hmac
import secrets
import time
from collections.abc import Callable

import msgspec

from companion.errors import Expired, RateLimited, Refused
from companion.model.document import new_id, now
from companion.model.run import Client, Notice
from companion.privacy.audit import record
from companion.store import Store
from companion.web.tokens import hash_token, new_token

_LIFE = 120.0
_TRIES = 5


class Code(msgspec.Struct, frozen=True, kw_only=True):
    """A code on show: six digits, and the seconds it still lives."""

    digits: str
    seconds: int


class Paired(msgspec.Struct, frozen=True, kw_only=True):
    """What the extension receives, once: its id and its token."""

    client: str
    token: str


class Pairing:
    """Keeps the one pending code; the clients are in the store."""

    def __init__(self, store: Store, clock: Callable[[], float] = time.monotonic) -> None:
        self._store = store
        self._clock = clock
        self._digits = ""
        self._ends = 0.0
        self._tries = 0

    def show(self) -> Code:
        """The pending code, or a new one when there is none."""
        if self.pending() is None:
            self._digits = f"{secrets.randbelow(1_000_000):06}"
            self._ends = self._clock() + _LIFE
            self._tries = _TRIES
        return Code(digits=self._digits, seconds=round(self._ends - self._clock()))

    def pending(self) -> Code | None:
        """The pending code, None when it was used, spent or has run out."""
        left = self._ends - self._clock()
        return Code(digits=self._digits, seconds=round(left)) if self._digits and left > 0 else None

    def pair(self, digits: str, name: str, origin: str = "") -> Paired:
        """Exchange `digits` for a token.

        Raises Expired (no code waits), Refused (wrong) or RateLimited (wrong too often).
        """
        pending = self.pending()
        if pending is None:
            raise Expired(
                "No code is waiting to be used.", "Show a new code in the dashboard, under Settings › Pairing."
            )
        if not hmac.compare_digest(pending.digits.encode(), digits.encode()):
            self._miss()
        self._digits = ""
        token = new_token()
        client = Client(
            id=new_id(), name=name, kind="extension", origin=origin, token_hash=hash_token(token), created_at=now()
        )
        with self._store.commit():
            self._store.clients.add(client)
            record(self._store, "paired", f"extension: {name}", who="extension", subject=client.id)
        return Paired(client=client.id, token=token)

    def _miss(self) -> None:
        self._tries -= 1
        if self._tries > 0:
            raise Refused("That is not the code on show.", f"Look again; {self._tries} tries are left.")
        self._digits = ""
        self._store.notices.add(
            Notice(
                id=new_id(),
                kind="needs_you",
                text="A wrong pairing code was typed five times. If it was not you, look at what runs in your browser.",
                link="/settings/pairing",
                created_at=now(),
            )
        )
        raise RateLimited("The code was wrong five times and is no longer valid.", "Show a new code in the dashboard.")
