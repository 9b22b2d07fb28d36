"""Every way a site misbehaves ends in the one right state, and never in a second application."""

import asyncio
from pathlib import Path

import pytest

from companion.apply import Chrome
from companion.settings import Settings
from companion.store import Store
from tests.ats.answers import RESUME, planner
from tests.ats.clone import Clone
from tests.ats.greenhouse import Greenhouse
from tests.ats.lever import Lever
from tests.ats.road import apply, conduct_for, prepare

RIGHT = {
    "slow": ("submitted", 1),
    "banner": ("unknown", 1),
    "invalid": ("failed", 0),
    "lost": ("unknown", 1),
    "refused": ("failed", 0),
    "broken": ("unknown", 1),
    "expired": ("failed", 0),
    "challenge": ("needs_answers", 0),
    "options": ("needs_answers", 0),
    "drops-file": ("needs_answers", 0),
}
"""Misbehaviour → the attempt's state and how many applications the clone may have on record."""


@pytest.mark.parametrize("system", [Lever, Greenhouse], ids=lambda system: system.name)
async def test_every_misbehaviour_ends_in_the_right_state(system: type[Clone], tmp_path: Path, chrome: Chrome) -> None:
    at_once = asyncio.Semaphore(3)

    async def run(misbehaviour: str) -> tuple[str, int]:
        store = Store.open(Settings(data=tmp_path / misbehaviour, keys="file"))
        try:
            async with at_once:
                with system(misbehaviour) as clone:
                    attempt = await apply(clone, store, chrome)
                    return attempt.state, len(clone.submissions)
        finally:
            store.close()

    ended = await asyncio.gather(*(run(name) for name in RIGHT))
    assert dict(zip(RIGHT, ended, strict=True)) == RIGHT


async def test_a_posed_challenge_moves_the_attempt_to_the_persons_tab(store: Store, chrome: Chrome) -> None:
    with Lever("challenge") as clone:
        attempt = await apply(clone, store, chrome)
        assert attempt.channel == "tab"
        assert "hCaptcha" in attempt.problem


@pytest.mark.parametrize(("change", "named"), [("options", "authorized"), ("asks-more", "boat")])
async def test_a_form_that_changes_after_approval_voids_it(
    store: Store, chrome: Chrome, change: str, named: str
) -> None:
    with Lever() as clone:
        attempt = await prepare(clone, store, chrome)
        conduct = conduct_for(clone, store, chrome)
        conduct.attempts.approve(attempt.id, attempt.content_hash)
        clone.misbehave = change
        after = await conduct.send(attempt.id, planner(), [RESUME])
        assert (after.state, after.approval, clone.submissions) == ("needs_answers", "", [])
        assert named in after.problem
