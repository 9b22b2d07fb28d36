"""Serves the made-up employer from inside this process, on the same port each time where that is free."""

import asyncio
import contextlib
import socket
from collections.abc import Generator
from pathlib import Path
from types import TracebackType
from typing import Self

import uvicorn

from companion.demo.employer.app import JOB, make_app
from companion.demo.employer.record import Record


class _Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None]:
        """Leave signals alone: they are the companion's."""
        yield


class Employer:
    """`async with Employer(folder) as employer:` serves until the block ends. `folder` keeps record and port."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._port_file = folder / "port"
        self.record = Record(folder)
        self.origin = ""
        self._server: _Server | None = None
        self._task: asyncio.Task[None] | None = None

    @property
    def posting_url(self) -> str:
        return f"{self.origin}/jobs/{JOB}"

    @property
    def status_url(self) -> str:
        return f"{self.origin}/status"

    async def __aenter__(self) -> Self:
        listening = self._listen()
        self.origin = f"http://127.0.0.1:{listening.getsockname()[1]}"
        config = uvicorn.Config(
            make_app(self.record, self.origin),
            log_config=None,
            access_log=False,
            lifespan="on",
            ws="none",
            timeout_graceful_shutdown=2,
        )
        self._server = _Server(config)
        self._task = asyncio.create_task(self._server.serve(sockets=[listening]))
        while not self._server.started:
            if self._task.done():
                self._task.result()
            await asyncio.sleep(0.01)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        assert self._server is not None
        assert self._task is not None
        self._server.should_exit = True
        await self._task

    def _listen(self) -> socket.socket:
        """The port of the last time, so that the posting keeps its address; any free one where that is taken."""
        remembered = self._port_file.read_text().strip() if self._port_file.exists() else ""
        for port in (int(remembered) if remembered.isdigit() else 0, 0):
            listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                listening.bind(("127.0.0.1", port))
            except OSError:
                listening.close()
                continue
            self._port_file.write_text(str(listening.getsockname()[1]))
            return listening
        raise OSError("no free port on loopback")
