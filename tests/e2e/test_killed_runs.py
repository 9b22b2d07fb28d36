"""Kill -9 while every kind of work is under way: what was acknowledged is there, and ends at the next start."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from companion.app import companion
from companion.settings import Settings
from companion.work import ENDED

_KILLS = (1, 4, 9)
"""After so many signs of a run under way the process is killed."""


def killed(data: Path, after: int) -> dict[str, str]:
    """The runs that were acknowledged before the kill: id → kind."""
    started: dict[str, str] = {}
    command = [sys.executable, "-u", "-m", "tests.e2e.runs", str(data)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as child:
        assert child.stdout is not None
        seen = 0
        for line in child.stdout:
            word, *rest = line.split()
            if word == "started":
                started[rest[0]] = rest[1]
            seen += word == "running"
            if word == "ended" or (seen >= after and started):
                os.killpg(child.pid, signal.SIGKILL)
                break
        child.stdout.read()
    return started


@pytest.mark.slow
async def test_every_kind_of_run_survives_a_kill(tmp_path: Path) -> None:
    data = tmp_path / "data"
    acknowledged: dict[str, str] = {}
    for after in _KILLS:
        acknowledged |= killed(data, after)
    settings = Settings(data=data, keys="file", browser=str(data / "none"))
    async with companion(settings) as services:
        for run_id in acknowledged:
            run = await services.work.finished(run_id, 120)
            assert run.state in ENDED, run
            assert run.code != "internal", run
        unfinished = [run for run in services.store.runs.where() if run.state not in ENDED]
        for run in unfinished:
            assert (await services.work.finished(run.id, 120)).state in ENDED
        assert set(acknowledged.values()) >= {"search", "tailor", "letter", "rescore", "backup", "tidy", "digest"}
        assert services.store.verify().whole
        assert services.store.postings.count() == 1
