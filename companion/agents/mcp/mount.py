"""The MCP server on `/mcp` of the companion's own address, behind the same gate and default deny as the API."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from typing import Any, cast

from litestar import Litestar, asgi
from litestar.handlers import ASGIRouteHandler
from litestar.types import ASGIApp, Receive, Scope, Send

from companion.agents.services import Services
from companion.errors import Unpaired

SCOPE = "mcp"
"""What a token must allow to reach `/mcp`."""


def mounted(
    services: Services, port: int
) -> tuple[ASGIRouteHandler, Callable[[Litestar], AbstractAsyncContextManager[None]]]:
    """The route to mount and the lifespan it needs. The SDK takes a second to import: that happens beside the start."""
    ready: asyncio.Future[ASGIApp] = asyncio.get_running_loop().create_future()

    @asgi("/mcp", is_mount=True, copy_scope=True)
    async def mcp(scope: Scope, receive: Receive, send: Send) -> None:
        client = scope["state"].get("client")
        if client is None or client.kind != "mcp" or SCOPE not in client.scopes:
            raise Unpaired("This token is not for assistants.", "Make one on the Settings page.")
        application = await asyncio.shield(ready)
        await application(scope, receive, send)

    async def serve() -> None:
        application, session_manager = await asyncio.to_thread(_build, services, port)
        async with session_manager.run():
            ready.set_result(application)
            await asyncio.Event().wait()

    @asynccontextmanager
    async def running(_: Litestar) -> AsyncGenerator[None]:
        serving = asyncio.create_task(serve())
        try:
            yield
        finally:
            serving.cancel()
            with suppress(asyncio.CancelledError):
                await serving

    return mcp, running


def _build(services: Services, port: int) -> tuple[ASGIApp, Any]:
    from mcp.server.transport_security import TransportSecuritySettings

    from companion.agents.mcp.server import mcp_server

    server = mcp_server(services)
    own = f"127.0.0.1:{port}"
    security = TransportSecuritySettings(
        enable_dns_rebinding_protection=True, allowed_hosts=[own], allowed_origins=[f"http://{own}"]
    )
    application = server.streamable_http_app(streamable_http_path="/", transport_security=security, max_sessions=50)
    return cast("ASGIApp", application), server.session_manager
