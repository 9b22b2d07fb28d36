"""The MCP server on `/mcp` of the companion's own address, behind the same gate and default deny as the API."""

from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, cast

from litestar import Litestar, asgi
from litestar.handlers import ASGIRouteHandler
from litestar.types import Receive, Scope, Send
from mcp.server.transport_security import TransportSecuritySettings

from companion.agents.mcp.server import mcp_server
from companion.agents.services import Services
from companion.errors import Unpaired

SCOPE = "mcp"
"""What a token must allow to reach `/mcp`."""


def mounted(
    services: Services, port: int
) -> tuple[ASGIRouteHandler, Callable[[Litestar], AbstractAsyncContextManager[None]]]:
    """The route to mount and the lifespan it needs."""
    server = mcp_server(services)
    own = f"127.0.0.1:{port}"
    security = TransportSecuritySettings(
        enable_dns_rebinding_protection=True, allowed_hosts=[own], allowed_origins=[f"http://{own}"]
    )
    application = server.streamable_http_app(streamable_http_path="/", transport_security=security, max_sessions=50)

    @asgi("/mcp", is_mount=True, copy_scope=True)
    async def mcp(scope: Scope, receive: Receive, send: Send) -> None:
        client = scope["state"].get("client")
        if client is None or client.kind != "mcp" or SCOPE not in client.scopes:
            raise Unpaired("This token is not for assistants.", "Make one on the Settings page.")
        await application(cast("Any", scope), cast("Any", receive), cast("Any", send))

    @asynccontextmanager
    async def running(_: Litestar) -> AsyncGenerator[None]:
        async with server.session_manager.run():
            yield

    return mcp, running
