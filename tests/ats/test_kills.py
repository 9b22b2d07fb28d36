"""A few kills at random moments; `python -m tests.ats.kills` does ten for every clone."""

import asyncio
import random
from pathlib import Path

import pytest

from tests.ats.clone import Clone
from tests.ats.kills import kill_once
from tests.ats.lever import Lever
from tests.ats.smartrecruiters import SmartRecruiters


@pytest.mark.parametrize(("system", "seed"), [(Lever, 1), (SmartRecruiters, 5)], ids=["lever", "smartrecruiters"])
async def test_a_kill_at_any_moment_leads_to_one_application_at_most(
    system: type[Clone], seed: int, tmp_path: Path
) -> None:
    with system() as clone:
        ended = await asyncio.to_thread(kill_once, clone, tmp_path, random.Random(seed))
    assert ended.right, ended
