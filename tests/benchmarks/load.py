"""Reads by 20 clients on 10,000 postings, while a search runs, applications are sent headlessly, pages are captured, an
assistant works over MCP and a dashboard listens. Nothing is asserted; `LOAD_SECONDS` (20) says how long.

Each client asks, waits a quarter of a second as a person or an extension would, and asks again.
"""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import httpx
import msgspec

from tests.benchmarks import Row
from tests.benchmarks._loaded import Measured
from tests.benchmarks._running import resident_alone
from tests.benchmarks._stored import fill

_POSTINGS = 10_000
_CLIENTS = 20
_PAUSE = 0.25
_START = 90.0
_LATE = 15.0
"""Seconds after which an event that has not come counts as lost."""
_AD = """<!doctype html><html><head><title>Baker</title><script type="application/ld+json">{{"@context": "https://schema.org",
"@type": "JobPosting", "title": "Baker {n}", "hiringOrganization": {{"@type": "Organization", "name": "Mill {n}"}},
"description": "<p>{text}</p>"}}</script></head><body><h1>Baker {n}</h1><p>{text}</p></body></html>"""
_READS = {
    "state for the badge": "/api/state",
    "posting by address": "/api/postings?url=https://jobs.example.com/",
    "jobs, first page": "/jobs?shelf=all",
    "jobs, searched and sorted": "/jobs?shelf=all&q=oven&sort=company",
    "applications": "/applications",
    "today": "/",
}


class Load:
    """The clients of one companion, and what they saw."""

    def __init__(self, address: str, token: str) -> None:
        self.address = address
        self.bearer = {"authorization": f"Bearer {token}"}
        self.waits: dict[str, list[float]] = defaultdict(list)
        self.captured: list[str] = []
        self.heard: set[str] = set()
        self.tools = self.failures = self.warm = 0

    @asynccontextmanager
    async def client(self, *, dashboard: bool = False) -> AsyncIterator[httpx.AsyncClient]:
        async with httpx.AsyncClient(base_url=self.address, timeout=60, trust_env=False) as client:
            if dashboard:
                link = (await client.post("/api/link", json={}, headers=self.bearer)).json()["path"]
                await client.get(link)
            yield client

    async def read(self, number: int) -> None:
        """One client: every kind of read in turn, each time with its wait."""
        names = list(_READS)
        async with self.client(dashboard=True) as client:
            for name in names:  # the first of each is not counted: it opens the connection and fills what is kept
                await client.get(_READS[name], headers=self.bearer if name in names[:2] else {})
            self.warm += 1
            turn = number
            while True:
                name = names[turn % len(names)]
                turn += 1
                started = time.perf_counter()
                answer = await client.get(_READS[name], headers=self.bearer if name in names[:2] else {})
                self.waits[name].append((time.perf_counter() - started) * 1_000)
                self.failures += answer.status_code not in (200, 404)
                await asyncio.sleep(_PAUSE)

    async def capture(self) -> None:
        text = "We bake bread at night and want two years of experience with rye and a driving licence. " * 20
        async with self.client() as client:
            while True:
                n = len(self.captured)
                body = {"url": f"https://mill.example.com/{n}", "html": _AD.format(n=n, text=text)}
                headers = {**self.bearer, "idempotency-key": f"load-{n}"}
                answer = await client.post("/api/captures", json=body, headers=headers)
                self.captured.append(answer.json()["posting"]["id"])
                await asyncio.sleep(_PAUSE)

    async def listen(self) -> None:
        async with self.client(dashboard=True) as client, client.stream("GET", "/events", timeout=None) as stream:
            async for line in stream.aiter_lines():
                if line.startswith("data:") and '"postings"' in line:
                    self.heard.add(json.loads(line.removeprefix("data:"))["id"])

    async def assist(self) -> None:
        import httpx2
        from mcp import Client
        from mcp.client.streamable_http import streamable_http_client

        async with (
            httpx2.AsyncClient(headers=self.bearer, timeout=httpx2.Timeout(60), trust_env=False) as carrier,
            Client(streamable_http_client(f"{self.address}/mcp", http_client=carrier)) as client,
        ):
            while True:
                self.failures += (await client.call_tool("search_jobs", {"query": "oven", "limit": 20})).is_error
                self.tools += 1
                await asyncio.sleep(1)


def run(corpora: Path) -> Iterable[Row]:
    """One row a kind of read: the median and the 95th percentile in milliseconds; then the loop, events and memory."""
    seconds = float(os.environ.get("LOAD_SECONDS", "20"))
    with tempfile.TemporaryDirectory() as folder:
        data = fill(Path(folder) / "data", _POSTINGS).data
        command = [sys.executable, "-m", "tests.benchmarks._loaded", str(data)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            try:
                runtime = _runtime(data, child)
                load = Load(runtime["address"], runtime["token"])
                before, after = asyncio.run(_under(load, seconds, child.pid))
            finally:
                child.terminate()
                out, _ = child.communicate(timeout=120)
        measured = msgspec.json.decode(out.strip().splitlines()[-1], type=Measured)
    for name, waits in load.waits.items():
        waits.sort()
        yield Row(case=name, metric="p50 ms", value=waits[len(waits) // 2], n=len(waits))
        yield Row(case=name, metric="p95 ms", value=waits[int(len(waits) * 0.95)], n=len(waits))
    every = sorted(wait for waits in load.waits.values() for wait in waits)
    yield Row(case="all reads", metric="p95 ms", value=every[int(len(every) * 0.95)], n=len(every))
    yield Row(case="event loop", metric="p95 ms late", value=measured.lag_p95, n=measured.ticks)
    yield Row(case="event loop", metric="most ms late", value=measured.lag_most, n=measured.ticks)
    yield Row(case="searches", metric="count", value=float(measured.searched))
    yield Row(case="applications sent", metric="count", value=float(measured.submitted))
    yield Row(case="MCP calls", metric="count", value=float(load.tools))
    yield Row(case="reads that failed", metric="count", value=float(load.failures))
    yield Row(case="pages captured", metric="count", value=float(len(load.captured)))
    yield Row(case="events lost", metric="count", value=float(len(set(load.captured) - load.heard)))
    yield Row(case="resident, early", metric="MB", value=before)
    yield Row(case="resident, at the end", metric="MB", value=after)


async def _under(load: Load, seconds: float, pid: int) -> tuple[float, float]:
    """Everything at once for `seconds`; resident memory after a quarter of it and at the end."""
    listening = asyncio.create_task(load.listen())
    await asyncio.sleep(0.5)
    doing = [asyncio.create_task(one) for one in (load.capture(), load.assist(), *map(load.read, range(_CLIENTS)))]
    until = time.monotonic() + _START
    while load.warm < _CLIENTS and time.monotonic() < until:
        await asyncio.sleep(0.1)
    load.waits.clear()
    await asyncio.sleep(seconds / 4)
    before = resident_alone(pid)
    await asyncio.sleep(seconds * 3 / 4)
    after = resident_alone(pid)
    broken = [one.exception() for one in doing if one.done()]
    for one in doing:
        one.cancel()
    await asyncio.gather(*doing, return_exceptions=True)
    until = time.monotonic() + _LATE
    while not load.heard.issuperset(load.captured) and time.monotonic() < until:
        await asyncio.sleep(0.1)
    listening.cancel()
    await asyncio.gather(listening, return_exceptions=True)
    if broken:
        raise RuntimeError("A client stopped") from broken[0]
    return before, after


def _runtime(data: Path, child: "subprocess.Popen[str]") -> dict[str, str]:
    until = time.monotonic() + _START
    while time.monotonic() < until and child.poll() is None:
        with suppress(OSError, ValueError):
            return json.loads((data / "runtime.json").read_bytes())
        time.sleep(0.05)
    raise RuntimeError("The companion did not start")
