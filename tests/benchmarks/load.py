"""Reads by 20 clients at once on 10,000 postings, while pages are captured: how long the slowest twentieth waits.

Each client asks, waits a quarter of a second as a person or an extension would, and asks again. Nothing is asserted.
"""

import json
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import httpx

from tests.benchmarks import Row
from tests.benchmarks._running import companion
from tests.benchmarks._stored import fill

_POSTINGS = 10_000
_CLIENTS = 20
_ASKS = 12
_PAUSE = 0.25
_AD = """<!doctype html><html><head><title>Baker</title><script type="application/ld+json">{{"@context": "https://schema.org",
"@type": "JobPosting", "title": "Baker {n}", "hiringOrganization": {{"@type": "Organization", "name": "Mill {n}"}},
"description": "<p>{text}</p>"}}</script></head><body><h1>Baker {n}</h1><p>{text}</p></body></html>"""


def run(corpora: Path) -> Iterable[Row]:
    """One row a route: the median and the 95th percentile in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        settings = fill(Path(folder) / "data", _POSTINGS)
        with companion(settings.data) as running:
            yield from _load(running.address, settings.data)


def _load(address: str, data: Path) -> Iterable[Row]:
    token = json.loads((data / "runtime.json").read_bytes())["token"]
    bearer = {"authorization": f"Bearer {token}"}
    link = httpx.post(f"{address}/api/link", json={}, headers=bearer).json()["path"]
    cookies = dict(httpx.get(address + link).cookies)
    posting = "https://jobs.example.com/"
    routes: dict[str, tuple[str, dict[str, str]]] = {
        "state for the badge": ("/api/state", bearer),
        "posting by address": (f"/api/postings?url={posting}", bearer),
        "jobs, first page": ("/jobs?shelf=all", {}),
        "jobs, searched and sorted": ("/jobs?shelf=all&q=oven&sort=company", {}),
        "applications": ("/applications", {}),
    }
    stop = Event()
    with ThreadPoolExecutor(_CLIENTS + 1) as clients:
        captured = clients.submit(_capture, address, bearer, stop)
        try:
            for name, (path, headers) in routes.items():
                jobs = [clients.submit(_ask, address + path, headers, cookies, n / _CLIENTS) for n in range(_CLIENTS)]
                waits = sorted(wait for job in jobs for wait in job.result())
                yield Row(case=name, metric="p50 ms", value=waits[len(waits) // 2], n=len(waits))
                yield Row(case=name, metric="p95 ms", value=waits[int(len(waits) * 0.95)], n=len(waits))
        finally:
            stop.set()
        yield Row(case="pages captured meanwhile", metric="count", value=float(captured.result()))


def _ask(url: str, headers: dict[str, str], cookies: dict[str, str], delay: float) -> list[float]:
    waits: list[float] = []
    time.sleep(delay * _PAUSE)
    with httpx.Client(headers=headers, cookies=cookies, timeout=30, trust_env=False) as client:
        client.get(url)
        for _ in range(_ASKS):
            started = time.perf_counter()
            client.get(url).read()
            waits.append((time.perf_counter() - started) * 1_000)
            time.sleep(_PAUSE)
    return waits


def _capture(address: str, headers: dict[str, str], stop: Event) -> int:
    count = 0
    text = "We bake bread at night and want two years of experience with rye and a driving licence. " * 20
    with httpx.Client(headers=headers, timeout=30, trust_env=False) as client:
        while not stop.is_set():
            count += 1
            body = {"url": f"https://mill.example.com/{count}", "html": _AD.format(n=count, text=text)}
            client.post(f"{address}/api/captures", json=body, headers={"idempotency-key": f"load-{count}"})
            time.sleep(_PAUSE)
    return count
