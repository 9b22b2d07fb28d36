"""`sincerely mcp`: MCP on stdin and stdout, carried to the companion that runs already."""

import anyio
import httpx2
from mcp.client.streamable_http import streamable_http_client
from mcp.server.stdio import stdio_server

from companion.runtime import Runtime


async def bridge(runtime: Runtime) -> None:
    """Carry messages between this process's stdio and the running companion until either side ends."""
    headers = {"authorization": f"Bearer {runtime.token}"}
    async with (
        httpx2.AsyncClient(headers=headers, timeout=httpx2.Timeout(30, read=600), trust_env=False) as client,
        streamable_http_client(f"{runtime.address}/mcp", http_client=client) as (from_companion, to_companion, *_),
        stdio_server() as (from_client, to_client),
        anyio.create_task_group() as group,
    ):

        async def carry(source: object, target: object) -> None:
            async with source, target:  # type: ignore[attr-defined]
                async for message in source:  # type: ignore[attr-defined]
                    if not isinstance(message, Exception):
                        await target.send(message)  # type: ignore[attr-defined]
            group.cancel_scope.cancel()

        group.start_soon(carry, from_client, to_companion)
        group.start_soon(carry, from_companion, to_client)
