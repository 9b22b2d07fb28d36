"""A client of MCP that is not the SDK's: JSON-RPC lines on the stdin and stdout of a process, and nothing else."""

import asyncio
import json
from collections.abc import Sequence
from typing import Any


class RpcClient:
    """`async with RpcClient(command, environment) as client:` then `client.ask(method, params)`."""

    def __init__(self, command: Sequence[str], environment: dict[str, str]) -> None:
        self._command, self._environment = command, environment
        self._number = 0
        self.heard: list[dict[str, Any]] = []
        """Notifications of the server, in order."""

    async def __aenter__(self) -> "RpcClient":
        self._process = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            env=self._environment,
            limit=8_000_000,
        )
        who = {"name": "lines", "version": "1"}
        opened = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": who}
        self.server = await self.ask("initialize", opened)
        await self._write({"method": "notifications/initialized"})
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        await asyncio.wait_for(self._process.wait(), 30)

    async def ask(self, method: str, params: dict[str, Any] | None = None) -> dict[str, Any]:
        """The result of one request. Raises AssertionError with the error it was answered with."""
        self._number += 1
        number = self._number
        asked = {**(params or {}), "_meta": {"progressToken": number}} if method == "tools/call" else (params or {})
        await self._write({"id": number, "method": method, "params": asked})
        while True:
            assert self._process.stdout is not None
            line = await asyncio.wait_for(self._process.stdout.readline(), 200)
            assert line, "the server went away"
            message = json.loads(line)
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return dict(message["result"])
            self.heard.append(message)

    async def call_tool(self, name: str, arguments: dict[str, Any]) -> Any:
        """A tool's structured answer. Raises AssertionError with what the tool says where it fails."""
        answer = await self.ask("tools/call", {"name": name, "arguments": arguments})
        assert not answer.get("isError"), answer
        found = answer["structuredContent"]
        return found["result"] if set(found) == {"result"} else found

    async def _write(self, message: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"jsonrpc": "2.0", **message}).encode() + b"\n")
        await self._process.stdin.drain()
