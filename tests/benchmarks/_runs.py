"""Many runs in one process, and its resident memory before, after, and once old runs are forgotten.

Run as `python -m tests.benchmarks._runs DATA COUNT`: prints the three in MB, after a tenth of COUNT to warm up.
"""

import asyncio
import os
import sys
from pathlib import Path
from typing import Any

from companion.logs import write_logs
from companion.settings import Settings
from companion.store import Store
from companion.work import Job, Work
from tests.benchmarks._running import resident_alone

_TOGETHER = 100


async def main(data: Path, count: int) -> None:
    with Store.open(Settings(data=data, keys="file")) as store:
        write_logs(data)
        work = Work(store)
        work.register("nothing", _nothing, hands=8)
        await work.begin()
        seen: list[float] = []
        for many in (count // 10, count):
            for _ in range(many // _TOGETHER):
                with store.bulk():
                    runs = [await work.start("nothing", {"number": number}) for number in range(_TOGETHER)]
                    for run in runs:
                        await work.finished(run.id)
            seen.append(resident_alone(os.getpid()))
        work.forget_old()
        seen.append(resident_alone(os.getpid()))
        await work.end()
    print(*seen)


async def _nothing(job: Job) -> dict[str, Any]:
    job.progress("Doing nothing", 1, 1)
    return {"number": job.arguments["number"]}


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2])))
