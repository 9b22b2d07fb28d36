"""Understanding of real forms beside the incumbents: every page of every labelled folder under `forms/`, scanned and
understood, and what that takes. `labels`: by hand (`_by_hand`); `fields`: silver (`_applications`)."""

import statistics
from collections.abc import Iterable
from pathlib import Path

import msgspec
from playwright.sync_api import sync_playwright

from companion.apply.browser import find
from companion.settings import Settings
from tests.benchmarks import Row
from tests.benchmarks._applications import silver
from tests.benchmarks._by_hand import by_hand
from tests.benchmarks._incumbents import TIMES
from tests.benchmarks._scanned import Page, read


def run(corpora: Path) -> Iterable[Row]:
    folders = [folder for folder in sorted((corpora / "forms").iterdir()) if (folder / "labels.json").is_file()]
    chromium = find(Settings())
    with sync_playwright() as playwright:
        for folder in folders:
            labels = msgspec.json.decode((folder / "labels.json").read_bytes())
            pages = {path.name: path for path in sorted(folder.glob("*.html")) if path.name in labels}
            seen = dict(read(playwright, chromium, pages))
            score = silver if any("fields" in entry for entry in labels.values()) else by_hand
            yield from score(folder.name, seen, labels)
            yield from _speed(folder.name, seen.values())


def _speed(case: str, pages: Iterable[Page]) -> Iterable[Row]:
    """Times in ms; beside the scan, the naive one (label, box and style of native controls) on the same page.

    `load` is what the scripts take before any scan; `scan` the first in a page, in code that never ran before; `scan
    again` what a person waits for: the in-page button has looked when the page came.
    """
    seen = list(pages)
    naive = sorted(page.naive_ms for page in seen)
    for name, times in (
        ("load", [page.load_ms for page in seen]),
        ("scan", [page.scan_ms for page in seen]),
        ("scan again", [page.again_ms for page in seen]),
        ("understand", [page.understand_ms for page in seen]),
    ):
        for metric, pick in (("median", statistics.median), ("p95", lambda them: them[int(len(them) * 0.95)])):
            full = f"{name} ms, {metric}"
            peer = {**TIMES[full], "naive, beside": round(pick(naive), 1)} if name == "scan" else {}
            yield Row(case=case, metric=full, value=round(pick(sorted(times)), 1), n=len(seen), peer=peer)
