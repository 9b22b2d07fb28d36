"""Reading in the worker: the same answers as in-process, and hostile pages end within the limit (A35)."""
# ruff: noqa: E501  (made-up pages and tables read better unbroken)

import asyncio
import time
from datetime import UTC, datetime

import pytest

from companion.errors import BadInput, Unreadable
from companion.intake import CapturedPage, Reader, read

AT = datetime(2026, 3, 2, tzinfo=UTC)
PAGE = """<html><head><title>Baker at Example Bread</title><script type="application/ld+json">
{"@context": "https://schema.org", "@type": "JobPosting", "title": "Baker", "hiringOrganization": {"name": "Example Bread"},
 "jobLocation": {"address": {"addressLocality": "Leeds", "addressCountry": "GB"}}, "datePosted": "2026-03-01",
 "description": "<p>Bake bread.</p><ul><li>Early hours</li><li>Good pay</li></ul>"}</script></head><body>x</body></html>"""


def _page(html: str) -> CapturedPage:
    return CapturedPage(url="https://jobs.example.com/baker", html=html, captured_at=AT)


async def test_the_worker_reads_as_the_process_does() -> None:
    async with Reader() as reader:
        there = await reader.read(_page(PAGE))
        with pytest.raises(Unreadable):
            await reader.read(_page("<title>Just a moment...</title>"))
    here = read(_page(PAGE))
    assert there.description == here.description == "Bake bread.\n\n- Early hours\n- Good pay"
    assert (there.posting.title, there.posting.canonical_key) == ("Baker", here.posting.canonical_key)


HOSTILE = {
    "20,000 attributes": "<html><body><p " + " ".join(f"a{n}=1" for n in range(20_000)) + ">x</p></body></html>",
    "2 million nodes": "<html><body>" + "<b>" * 2_000_000,
    "nested tables": "<html><body>" + "<table><tr><td>" * 50_000,
    "50 MB of text": "<html><body>" + "word " * 10_000_000,
    "many paragraphs": "<html><body>" + "<p>experience role apply</p>" * 60_000,
    "unclosed scripts": "<script>" * 200_000,
    "unclosed comments": "<!--" * 400_000,
    "open brackets": "<" * 2_000_000,
    "deep json": '<script type="application/ld+json">' + "[" * 500_000 + "</script>",
    "many styles": "<style>" * 100_000 + "</style",
}


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_hostile_page_ends_in_time_and_the_loop_stays_free(name: str) -> None:
    lag = 0.0

    async def watch() -> None:
        nonlocal lag
        while True:
            started = time.perf_counter()
            await asyncio.sleep(0.01)
            lag = max(lag, time.perf_counter() - started - 0.01)

    async with Reader(seconds=4) as reader:
        await reader.read(_page(PAGE))
        watcher = asyncio.create_task(watch())
        started = time.perf_counter()
        with pytest.raises(BadInput):
            await reader.read(_page(HOSTILE[name]))
        assert time.perf_counter() - started < 15  # seconds; a limit of 4 and a busy machine
        watcher.cancel()
        assert lag < 3.0  # a loop that read the page itself would stand still for the whole 4 s
        assert (await reader.read(_page(PAGE))).posting.title == "Baker"


async def test_an_idle_worker_ends_and_a_new_one_starts() -> None:
    async with Reader(idle=0.05) as reader:
        await reader.read(_page(PAGE))
        first = reader._process
        assert first is not None
        async with asyncio.timeout(20):
            await first.wait()
        await reader.read(_page(PAGE))
        assert reader._process is not first
