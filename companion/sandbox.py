"""A function in a process of its own: what a stranger's page or file makes hang or swell is only the worker.

The worker starts when needed, is killed past its limits and ends when idle. One call at a time, length-prefixed
MessagePack on its stdin and stdout. Run as `python -m companion.sandbox MODULE:FUNCTION MEMORY`.
"""

import asyncio
import contextlib
import importlib
import os
import struct
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Self, TypeVar, get_type_hints

import msgspec

from companion import errors
from companion.errors import SincerelyError, Unreadable

In = TypeVar("In")
Out = TypeVar("Out")

_LENGTH = struct.Struct(">I")
_MAX_ANSWER = 64_000_000
_START_WAIT = 60.0
_KEPT = ("PATH", "LANG", "SYSTEMROOT", "HOME")


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """What went wrong in the worker, by the error's class name."""

    kind: str
    message: str
    hint: str


class Sandbox(Generic[In, Out]):
    """Calls `function` (`module:name`, one annotated argument, an annotated result) in the worker.

    `seconds` is the limit of one call, `memory` the address space in bytes, `idle` the seconds until the worker ends;
    `beyond` is the error for a call that went past a limit. SincerelyErrors of the function are raised here too.
    """

    def __init__(
        self,
        function: str,
        result: type[Out],
        *,
        beyond: Unreadable,
        seconds: float = 5.0,
        memory: int = 1_500_000_000,
        idle: float = 60.0,
    ) -> None:
        self._function = function
        self._decode: Callable[[bytes], Out] = msgspec.msgpack.Decoder(result).decode
        self._beyond = beyond
        self._seconds, self._memory, self._idle = seconds, memory, idle
        self._process: asyncio.subprocess.Process | None = None
        self._turn = asyncio.Lock()
        self._rest: asyncio.TimerHandle | None = None

    async def call(self, value: In) -> Out:
        """The function's result for `value`, or its error, within about `seconds`."""
        body = await asyncio.to_thread(msgspec.msgpack.encode, value)
        async with self._turn:
            if self._rest is not None:
                self._rest.cancel()
            try:
                fine, answer = await self._exchange(body)
            except (TimeoutError, EOFError, ConnectionError, asyncio.IncompleteReadError) as error:
                await self._kill()
                raise self._beyond from error
            except BaseException:
                await self._kill()
                raise
            self._rest = asyncio.get_running_loop().call_later(self._idle, self._retire)
        if fine:
            return await asyncio.to_thread(self._decode, answer)
        failure = msgspec.msgpack.decode(answer, type=Failure)
        raise getattr(errors, failure.kind, Unreadable)(failure.message, failure.hint)

    async def aclose(self) -> None:
        """End the worker."""
        if self._rest is not None:
            self._rest.cancel()
        await self._kill()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def _exchange(self, body: bytes) -> tuple[bool, bytes]:
        process = self._process
        if process is None or process.returncode is not None:
            async with asyncio.timeout(_START_WAIT):
                process = await self._start()
        assert process.stdin is not None
        assert process.stdout is not None
        async with asyncio.timeout(self._seconds):
            process.stdin.write(_LENGTH.pack(len(body)) + body)
            await process.stdin.drain()
            fine = await process.stdout.readexactly(1) == b"+"
            (size,) = _LENGTH.unpack(await process.stdout.readexactly(_LENGTH.size))
            if size > _MAX_ANSWER:
                raise EOFError("answer too large")
            return fine, await process.stdout.readexactly(size)

    async def _start(self) -> asyncio.subprocess.Process:
        environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
        self._process = process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-m", "companion.sandbox", self._function, str(self._memory)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env=environment | {"PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONUTF8": "1"},
        )
        assert process.stdout is not None
        await process.stdout.readexactly(1)  # ready: imports are done and do not count as reading time
        return process

    def _retire(self) -> None:
        if self._process is not None and self._process.stdin is not None and not self._turn.locked():
            self._process.stdin.close()  # the worker ends at the end of its input

    async def _kill(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
        await process.wait()
        if process.stdin is not None:
            process.stdin.close()


def serve(name: str, memory: int) -> None:
    """The worker: answer calls until the input ends."""
    source, sink = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not become part of an answer
    module, _, function_name = name.partition(":")
    function = getattr(importlib.import_module(module), function_name)
    hints = get_type_hints(function)
    decode = msgspec.msgpack.Decoder(next(kind for key, kind in hints.items() if key != "return")).decode
    _limit(memory)
    sink.write(b"!")
    sink.flush()
    while len(head := source.read(_LENGTH.size)) == _LENGTH.size:
        mark, answer = _answer(function, decode, source.read(_LENGTH.unpack(head)[0]))
        sink.write(mark + _LENGTH.pack(len(answer)) + answer)
        sink.flush()


def _answer(function: Callable[[Any], Any], decode: Callable[[bytes], Any], body: bytes) -> tuple[bytes, bytes]:
    try:
        return b"+", msgspec.msgpack.encode(function(decode(body)))
    except SincerelyError as error:
        failure = Failure(kind=type(error).__name__, message=error.message, hint=error.hint)
    except MemoryError:
        os._exit(1)
    except Exception:  # noqa: BLE001 the top of the process: one bad file must not end the worker
        failure = Failure(kind="Unreadable", message="This could not be read.", hint="Hand it in as plain text.")
    return b"-", msgspec.msgpack.encode(failure)


def _limit(memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; time is limited there all the same
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


if __name__ == "__main__":
    serve(sys.argv[1], int(sys.argv[2]))
