"""Resident memory of an idle companion, empty and with 10,000 stored postings and all of theirs; and of 10,000 runs."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from tests.benchmarks import Row
from tests.benchmarks._running import companion, resident, resident_alone
from tests.benchmarks._stored import fill

_RUNS = 10_000
_SETTLE = 3.0
"""Seconds after the first answer, for what starts late."""


def run(corpora: Path) -> Iterable[Row]:
    """`corpora` is not used: what is stored is made up, so that its amount is always the same."""
    with tempfile.TemporaryDirectory() as folder:
        for count in (0, 10_000):
            with companion(fill(Path(folder) / str(count), count).data) as running:
                time.sleep(_SETTLE)
                alone, together = resident_alone(running.pid), resident(running.pid)
            yield Row(case=f"{count} postings", metric="resident, companion, MB", value=alone, n=count)
            yield Row(case=f"{count} postings", metric="resident, with its workers, MB", value=together, n=count)
        command = [sys.executable, "-m", "tests.benchmarks._runs", str(Path(folder) / "runs"), str(_RUNS)]
        out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        for when, value in zip(
            (f"{_RUNS // 10} runs", f"{_RUNS} more", "old ones forgotten"), out.split(), strict=True
        ):
            yield Row(case=when, metric="resident, MB", value=float(value), n=_RUNS)
