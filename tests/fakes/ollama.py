"""An Ollama on loopback that speaks the real protocol (NDJSON streams) and behaves as told."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any, Literal

Manner = Literal[
    "good", "slow", "truncated", "out of room", "invalid JSON", "wrong shape", "looping", "half-dead", "refusing",
    "deaf", "not Ollama", "short window",
]  # fmt: skip


class OllamaServer:
    """`async with OllamaServer(say) as server:` then `server.address`. `say` is the JSON it answers chats with."""

    def __init__(self, say: object = None, manner: Manner = "good", models: tuple[str, ...] = ("m:latest",)) -> None:
        self.say, self.manner, self.models = say, manner, models
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.at_once = self.most = 0
        self.left = asyncio.Event()
        """Set when a caller hung up in the middle of an answer."""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def __aenter__(self) -> "OllamaServer":
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.at_once += 1
        self.most = max(self.most, self.at_once)
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            length = next((line for line in head.split("\r\n") if line.lower().startswith("content-length")), ":0")
            body = await reader.readexactly(int(length.partition(":")[2]))
            path = head.split(" ", 2)[1]
            self.asked.append((path, json.loads(body) if body else {}))
            await self._answer(path, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            self.left.set()
        finally:
            self.at_once -= 1
            writer.close()

    async def _answer(self, path: str, writer: asyncio.StreamWriter) -> None:
        if self.manner == "deaf":
            await asyncio.sleep(60)
        if self.manner == "refusing":
            await _send(writer, 500, b'{"error": "out of memory"}')
        elif self.manner == "not Ollama":
            await _send(writer, 200, b"<html>another server</html>")
        elif path == "/api/tags":
            await _send(writer, 200, json.dumps({"models": [{"model": one} for one in self.models]}).encode())
        elif path == "/api/show":
            size = 2_048 if self.manner == "short window" else 131_072
            await _send(writer, 200, json.dumps({"model_info": {"llama.context_length": size}}).encode())
        elif path == "/api/generate":
            await _send(writer, 200, json.dumps({"model": "m", "response": "", "done": True}).encode())
        elif path == "/api/embed":
            texts = self.asked[-1][1]["input"]
            vectors = [[1.0, 2.0]] * (len(texts) - (self.manner == "truncated"))
            await _send(writer, 200, json.dumps({"model": "m", "embeddings": vectors}).encode())
        else:
            await self._chat(writer)

    async def _chat(self, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: application/x-ndjson\r\nconnection: close\r\n\r\n")
        async for part in self._parts():
            line = part if isinstance(part, bytes) else json.dumps(part).encode() + b"\n"
            writer.write(line)
            await writer.drain()
            if writer.transport.is_closing():
                raise ConnectionResetError

    async def _parts(self) -> AsyncIterator[dict[str, Any] | bytes]:
        text = "not json at all" if self.manner == "invalid JSON" else json.dumps(self.say)
        if self.manner == "wrong shape":
            text = '{"lines": "none"}'
        if self.manner == "looping":
            text = '{"lines": [' + '{"text": "again and again"}, ' * 20_000
        pieces = [text[at : at + 8] for at in range(0, len(text), 8)]
        for number, piece in enumerate(pieces):
            yield {"model": "m", "message": {"role": "assistant", "content": piece}, "done": False}
            if self.manner == "slow":
                await asyncio.sleep(0.05)
            if self.manner == "half-dead" and number == 1:
                await asyncio.sleep(60)
            if self.manner == "truncated" and number == len(pieces) // 2:
                yield b'{"model": "m", "mess'
                return
        reason = "length" if self.manner == "out of room" else "stop"
        end = {"model": "m", "message": {"role": "assistant", "content": ""}, "done": True, "done_reason": reason}
        yield end | {"prompt_eval_count": 900, "eval_count": len(pieces)}


async def _send(writer: asyncio.StreamWriter, status: int, body: bytes) -> None:
    head = f"HTTP/1.1 {status} Answer\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n"
    writer.write(f"{head}connection: close\r\n\r\n".encode() + body)
    await writer.drain()
