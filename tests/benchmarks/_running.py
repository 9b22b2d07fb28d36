"""A companion as people start it, in a process of its own, for what can only be measured from outside."""

import os
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import httpx
import msgspec

_WAIT = 60.0


class Running(msgspec.Struct, frozen=True):
    """`healthy` is how many seconds after its start it answered, with the protocol's header; `cpu` what that took."""

    pid: int
    address: str
    healthy: float
    cpu: float | None


@contextmanager
def companion(data: Path, *, port: int = 45_730) -> Generator[Running]:
    """Start `sincerely start` on the data folder, wait until it answers, and stop it afterwards."""
    environment = {"SINCERELY_PORT": str(port), "SINCERELY_KEYS": "file", "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-m", "companion", "--data", str(data), "start", "--no-open"]
    started = time.perf_counter()
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        try:
            address = _healthy(data, process, started + _WAIT)
            yield Running(process.pid, address, time.perf_counter() - started, _cpu(process.pid))
        finally:
            process.terminate()
            process.wait(30)


def resident(pid: int) -> float:
    """Resident memory of a process and its children, in MB, each page that they share counted once a process."""
    pages = subprocess.run(["ps", "-e", "-o", "pid=,ppid=,rss="], capture_output=True, text=True, check=True).stdout
    rows = [tuple(int(part) for part in line.split()) for line in pages.splitlines()]
    family = {pid}
    for _ in range(3):
        family |= {own for own, parent, _ in rows if parent in family}
    return sum(size for own, _, size in rows if own in family) * 1_024 / 1e6


def resident_alone(pid: int) -> float:
    """Resident memory of one process, in MB."""
    out = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=True).stdout
    return int(out) * 1_024 / 1e6


def _cpu(pid: int) -> float | None:
    """Seconds of CPU a process has used so far; None where the system does not tell as Linux does."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        return None
    fields = stat.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _healthy(data: Path, process: "subprocess.Popen[bytes]", deadline: float) -> str:
    runtime = data / "runtime.json"
    while time.perf_counter() < deadline:
        if process.poll() is not None:
            assert process.stderr is not None
            raise RuntimeError(f"The companion ended: {process.stderr.read().decode()[-500:]}")
        try:
            address = str(msgspec.json.decode(runtime.read_bytes())["address"])
            answer = httpx.get(f"{address}/api/hello", params={"nonce": "00" * 16, "client": ""}, timeout=5)
            if "sincerely-protocol" in answer.headers:
                return address
        except (OSError, msgspec.DecodeError, httpx.HTTPError):
            pass
        time.sleep(0.01)
    raise TimeoutError("The companion did not answer.")
