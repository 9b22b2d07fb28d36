"""From a captured page to a posting: reading in the process, through the worker, and its score. Milliseconds."""

import asyncio
import contextlib
import time
from collections.abc import Iterable
from pathlib import Path
from statistics import median, quantiles

import trafilatura

from companion.errors import SincerelyError
from companion.intake import CapturedPage, Reader, read
from tests.benchmarks import Row
from tests.benchmarks._pages import pages


def run(corpora: Path) -> Iterable[Row]:
    captured = [entry.page for entry in pages(corpora, "pages", "portals")]
    if not captured:
        return
    ours, peer = [], []
    for page in captured:
        ours.append(_timed(lambda page=page: _read(page)))
        peer.append(_timed(lambda page=page: trafilatura.extract(page.html, favor_recall=True)))
    yield Row(case="every page", metric="reading, median ms", value=median(ours), n=len(ours),
              peer={"budget": 30, "trafilatura": median(peer)})  # fmt: skip
    yield Row(case="every page", metric="reading, p95 ms", value=quantiles(ours, n=20)[-1], n=len(ours),
              peer={"trafilatura": quantiles(peer, n=20)[-1]})  # fmt: skip
    there = asyncio.run(_worker(captured[:: max(1, len(captured) // 60)]))
    yield Row(
        case="sample", metric="through the worker, median ms", value=median(there), n=len(there), peer={"budget": 150}
    )


async def _worker(captured: list[CapturedPage]) -> list[float]:
    times: list[float] = []
    async with Reader() as reader:
        for page in [captured[0], *captured]:
            started = time.perf_counter()
            with contextlib.suppress(SincerelyError):
                await reader.read(page)
            times.append((time.perf_counter() - started) * 1000)
    return times[1:]  # the first starts the process


def _read(page: CapturedPage) -> None:
    with contextlib.suppress(SincerelyError):
        read(page)


def _timed(action: object) -> float:
    started = time.perf_counter()
    action()
    return (time.perf_counter() - started) * 1000
