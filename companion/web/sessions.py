"""Dashboard sessions: a one-time link, exchanged at once for a cookie no script can read and no other site can send."""

import time
from collections.abc import Callable

from litestar.datastructures import Cookie

from companion.errors import Expired
from companion.model.document import new_id, now
from companion.model.run import Client
from companion.store import Store
from companion.web.tokens import hash_token, new_token

_LINK_LIFE = 600.0
_LINKS = 20
COOKIE_LIFE = 30 * 24 * 3600


def cookie_name(port: int) -> str:
    """Cookies ignore ports, so the name holds it: two companions on one computer do not sign each other out."""
    return f"sincerely_{port}"


class Links:
    """One-time dashboard links. They live in memory: a restart makes old ones void."""

    def __init__(self, store: Store, clock: Callable[[], float] = time.monotonic) -> None:
        self._store = store
        self._clock = clock
        self._open: dict[str, float] = {}

    def path(self) -> str:
        """A fresh path such as `/open?t=…`, good once and for ten minutes; put the companion's address before it."""
        token = new_token()
        self._open[hash_token(token)] = self._clock() + _LINK_LIFE
        while len(self._open) > _LINKS:
            del self._open[next(iter(self._open))]
        return f"/open?t={token}"

    def enter(self, token: str, browser: str, port: int) -> Cookie:
        """Exchange a link's token for a session cookie. Raises Expired when it was used or is too old."""
        ends = self._open.pop(hash_token(token), 0.0)
        if ends <= self._clock():
            raise Expired("This link was used or is too old.", "Run `sincerely open` for a new one.")
        secret = new_token()
        self._store.clients.add(
            Client(
                id=new_id(),
                name=browser,
                kind="dashboard",
                token_hash=hash_token(secret),
                created_at=now(),
                last_seen=now(),
            )
        )
        return Cookie(
            key=cookie_name(port), value=secret, path="/", max_age=COOKIE_LIFE, httponly=True, samesite="strict"
        )
