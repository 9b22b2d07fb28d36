"""Who is calling, and default deny: the API takes a bearer token, the dashboard a cookie, and neither the other's."""

from contextlib import suppress
from datetime import timedelta
from typing import Any

import msgspec
from litestar.connection import ASGIConnection
from litestar.enums import ScopeType
from litestar.handlers import BaseRouteHandler
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Receive, Scope, Send

from companion.errors import Conflict, Unpaired
from companion.model.document import now
from companion.model.run import Client
from companion.store import Store
from companion.web.live import Live
from companion.web.scope import own_port, path_of, state_of
from companion.web.sessions import COOKIE_LIFE, cookie_name
from companion.web.tokens import holder

_SEEN_EVERY = timedelta(hours=1)


class Identify(ASGIMiddleware):
    """Puts the calling client, or None, into the connection's state."""

    scopes = (ScopeType.HTTP, ScopeType.WEBSOCKET)

    def __init__(self, store: Store, live: Live) -> None:
        self._store = store
        self._live = live

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        state_of(scope)["client"] = self._client(ASGIConnection[Any, Any, Any, Any](scope))
        await next_app(scope, receive, send)

    def _client(self, connection: ASGIConnection[Any, Any, Any, Any]) -> Client | None:
        if connection.scope["type"] == ScopeType.WEBSOCKET:
            return self._live.admit(connection.query_params.get("ticket", ""), connection.headers.get("origin", ""))
        if path_of(connection.scope).startswith(("/api", "/mcp")):
            scheme, _, token = connection.headers.get("authorization", "").partition(" ")
            client = self._known(token if scheme.lower() == "bearer" else "", "extension", "mcp")
            if client is not None and client.kind == "mcp" and not _may_reach(client, path_of(connection.scope)):
                return None
        else:
            client = self._known(connection.cookies.get(cookie_name(own_port(connection.scope)), ""), "dashboard")
            if client is not None and now() - (client.last_seen or client.created_at) > timedelta(seconds=COOKIE_LIFE):
                return None
        return client and self._seen(client)

    def _known(self, token: str, *kinds: str) -> Client | None:
        client = None if self._store.closed else holder(token, self._store)
        return client if client is not None and client.kind in kinds else None

    def _seen(self, client: Client) -> Client:
        """Note when the client was last here, seldom enough that a request is not a write."""
        if client.last_seen is not None and now() - client.last_seen < _SEEN_EVERY:
            return client
        with suppress(Conflict):  # another request noted it first
            return self._store.clients.replace(msgspec.structs.replace(client, last_seen=now()))
        return client


def _may_reach(client: Client, path: str) -> bool:
    """An assistant's token opens `/mcp` and nothing else; only this computer's command line has both."""
    return path.startswith("/mcp") or "api" in client.scopes


def admit(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """The guard of every route: no client, no entry, but where the route is the way in (`opt={"open": True}`)."""
    if handler.opt.get("open") or connection.scope["state"].get("client") is not None:
        return
    raise Unpaired("This needs a paired extension or a dashboard session.", "Pair again, or run `sincerely open`.")


def caller(connection: ASGIConnection[Any, Any, Any, Any]) -> Client:
    """The client behind an admitted connection."""
    client: Client = connection.scope["state"]["client"]
    return client
