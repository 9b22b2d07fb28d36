"""From the command to the first answer, empty and with 10,000 stored postings and all of theirs."""

import tempfile
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from tests.benchmarks import Row
from tests.benchmarks._running import companion
from tests.benchmarks._stored import fill

_TIMES = 3


def run(corpora: Path) -> Iterable[Row]:
    """`corpora` is not used: what is stored is made up, so that its amount is always the same."""
    with tempfile.TemporaryDirectory() as folder:
        for count in (0, 10_000):
            data = fill(Path(folder) / str(count), count).data
            seconds: list[float] = []
            cpu: list[float] = []
            for _ in range(_TIMES):
                with companion(data) as running:
                    seconds.append(running.healthy)
                    cpu += [running.cpu] if running.cpu is not None else []
            yield Row(case=f"{count} postings", metric="start to healthy, s", value=median(seconds), n=_TIMES)
            if cpu:
                yield Row(case=f"{count} postings", metric="start to healthy, s CPU", value=median(cpu), n=_TIMES)
