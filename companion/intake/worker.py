"""Reading in a process of its own: a hostile page can hang or bloat only the worker, which is killed and replaced.

Run as `python -m companion.intake.worker`: length-prefixed MessagePack on stdin and stdout, one page at a time.
"""

import asyncio
import contextlib
import importlib
import os
import resource
import struct
import sys
from pathlib import Path

import msgspec

from companion.errors import BadInput, SincerelyError, TooLarge, Unreadable
from companion.intake.page import MAX_HTML, CapturedPage, Reading

_LENGTH = struct.Struct(">I")
_MAX_ANSWER = 32_000_000


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What the worker answers: a reading, or an error by its code."""

    reading: Reading | None = None
    code: str = ""
    message: str = ""
    hint: str = ""


class Reader:
    """Reads pages in a worker that starts when needed, is killed past its limits and ends when idle.

    `seconds` is per page (real pages take 0.03), `memory` its address space in bytes.
    """

    def __init__(self, *, seconds: float = 5.0, memory: int = 1_500_000_000, idle: float = 60.0) -> None:
        self._seconds = seconds
        self._memory = memory
        self._idle = idle
        self._process: asyncio.subprocess.Process | None = None
        self._turn = asyncio.Lock()
        self._rest: asyncio.TimerHandle | None = None

    async def read(self, page: CapturedPage) -> Reading:
        """As `intake.read`, off this process. Raises Unreadable, TooLarge or BadInput, within about `seconds`."""
        if len(page.html) > MAX_HTML:
            raise TooLarge("This page is larger than 10 MB.", "Save only the job ad as text and hand that in.")
        body = await asyncio.to_thread(msgspec.msgpack.encode, page)
        async with self._turn:
            if self._rest is not None:
                self._rest.cancel()
            try:
                answer = await self._exchange(body)
            except (TimeoutError, EOFError, ConnectionError, asyncio.IncompleteReadError) as error:
                await self._kill()
                raise Unreadable(
                    "This page is too complex to be read safely.", "Paste the job ad's text instead."
                ) from error
            except BaseException:
                await self._kill()
                raise
            self._rest = asyncio.get_running_loop().call_later(self._idle, self._retire)
        outcome = msgspec.msgpack.decode(answer, type=Outcome)
        if outcome.reading is not None:
            return outcome.reading
        kinds: dict[str, type[SincerelyError]] = {kind.code: kind for kind in (Unreadable, TooLarge, BadInput)}
        raise kinds.get(outcome.code, Unreadable)(outcome.message, outcome.hint)

    async def aclose(self) -> None:
        """Ends the worker."""
        if self._rest is not None:
            self._rest.cancel()
        await self._kill()

    async def __aenter__(self) -> "Reader":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def _exchange(self, body: bytes) -> bytes:
        process = self._process
        if process is None or process.returncode is not None:
            async with asyncio.timeout(30):
                process = await self._start()
        assert process.stdin is not None
        assert process.stdout is not None
        async with asyncio.timeout(self._seconds):
            process.stdin.write(_LENGTH.pack(len(body)) + body)
            await process.stdin.drain()
            (size,) = _LENGTH.unpack(await process.stdout.readexactly(_LENGTH.size))
            if size > _MAX_ANSWER:
                raise EOFError("answer too large")
            return await process.stdout.readexactly(size)

    async def _start(self) -> asyncio.subprocess.Process:
        root = str(Path(__file__).parents[2])
        environment = {
            name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "SYSTEMROOT", "HOME")
        }
        self._process = process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-P",
            "-m",
            "companion.intake.worker",
            str(self._memory),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env=environment | {"PYTHONPATH": root, "PYTHONUTF8": "1"},
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


def _serve(memory: int) -> None:
    from companion.intake.reading import read

    source, sink = sys.stdin.buffer, sys.stdout.buffer
    importlib.import_module("trafilatura")

    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    sink.write(b"!")
    sink.flush()
    while len(head := source.read(_LENGTH.size)) == _LENGTH.size:
        page = msgspec.msgpack.decode(source.read(_LENGTH.unpack(head)[0]), type=CapturedPage)
        try:
            outcome = Outcome(reading=read(page))
        except SincerelyError as error:
            outcome = Outcome(code=error.code, message=error.message, hint=error.hint)
        except MemoryError:
            os._exit(1)
        except Exception:  # noqa: BLE001  (top of the process: one bad page must not end the worker)
            outcome = Outcome(
                code="unreadable", message="This page could not be read.", hint="Paste the job ad's text."
            )
        answer = msgspec.msgpack.encode(outcome)
        sink.write(_LENGTH.pack(len(answer)) + answer)
        sink.flush()


if __name__ == "__main__":
    _serve(int(sys.argv[1]))
