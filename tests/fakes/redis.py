"""A real redis-server on loopback that keeps nothing on disk; it can be killed and started again on the same port."""

import shutil
import socket
import subprocess
import time
from pathlib import Path

import pytest


class RedisServer:
    """`with RedisServer(folder) as redis:` then `redis.address`. Skips the test where there is no redis-server."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        self.address = f"redis://127.0.0.1:{self.port}/0"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        program = shutil.which("redis-server")
        if program is None:
            pytest.skip("needs redis-server (Debian: apt-get install redis-server)")
        options = f"--port {self.port} --bind 127.0.0.1 --save --appendonly no --loglevel warning"
        self._process = subprocess.Popen([program, *options.split(), "--dir", str(self._folder)])
        for _ in range(500):
            try:
                self.ask(b"PING")
                return
            except OSError:
                time.sleep(0.02)
        raise RuntimeError("redis-server did not start")

    def kill(self) -> None:
        """As the power does it: everything in it is gone."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def ask(self, *words: bytes) -> bytes:
        """One command over a socket of its own; the raw answer."""
        said = b"*%d\r\n" % len(words) + b"".join(b"$%d\r\n%s\r\n" % (len(word), word) for word in words)
        with socket.create_connection(("127.0.0.1", self.port), timeout=5) as talking:
            talking.sendall(said)
            talking.settimeout(0.3)
            heard = b""
            try:
                while part := talking.recv(65_536):
                    heard += part
            except TimeoutError:
                pass
        if not heard:
            raise ConnectionError("redis-server says nothing")
        return heard

    def __enter__(self) -> "RedisServer":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
