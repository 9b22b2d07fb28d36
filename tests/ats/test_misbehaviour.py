"""Every way a site misbehaves ends in the one right state, and never in a second application."""

from datetime import timedelta
from pathlib import Path

import pytest

from companion.apply import Chrome, verify, verify_chain
from companion.errors import IllegalTransition
from companion.store import Store
from tests.ats.answers import RESUME, planner
from tests.ats.ashby import Ashby
from tests.ats.clone import Clone
from tests.ats.greenhouse import Greenhouse, GreenhouseEmbed
from tests.ats.icims import Icims
from tests.ats.indeed import Indeed
from tests.ats.lever import Lever
from tests.ats.linkedin import LinkedIn
from tests.ats.misbehaving import RIGHT, run, wrong
from tests.ats.road import apply, conduct_for, opened, prepare, side_by_side
from tests.ats.smartrecruiters import SmartRecruiters
from tests.ats.workday import Workday

EACH: tuple[tuple[type[Clone], str], ...] = (
    *((Lever, misbehaviour) for misbehaviour in RIGHT),
    (Greenhouse, "double"),
    (Greenhouse, "banner"),
    (GreenhouseEmbed, "invalid"),
    (Ashby, "lost"),
    (SmartRecruiters, "drops-file"),
    (LinkedIn, "expired"),
    (Indeed, "refused"),
    (Icims, "broken"),
    (Workday, "slow"),
)
"""Every misbehaviour, and every clone with one; `python -m tests.ats.misbehaving` tries each at each."""


async def test_every_misbehaviour_ends_in_the_right_state(tmp_path: Path, chrome: Chrome) -> None:
    assert wrong(await run(EACH, tmp_path, chrome)) == {}


async def test_a_posed_challenge_moves_the_attempt_to_the_persons_tab(store: Store, chrome: Chrome) -> None:
    with Lever("challenge") as clone:
        attempt = await apply(clone, store, chrome)
        assert attempt.channel == "tab"
        assert "hCaptcha" in attempt.problem


async def test_a_session_that_ends_in_the_middle_goes_on_in_the_persons_tab_with_all_that_was_prepared(
    tmp_path: Path, chrome: Chrome
) -> None:
    """Each pass saves one page more: the session ends at the last known page, before it, and at the submit click."""

    async def walk(name: str, case: tuple[int, int, str]) -> None:
        steps, pages, where = case
        async with opened(tmp_path / name) as store:
            with Workday(steps=steps) as clone:
                onward = await apply(clone, store, chrome)
                assert clone.submissions == []
            *_, tried, last = sorted(store.attempts.where(), key=lambda one: one.created_at)
            assert (name, tried.state, last.id, len(onward.pages)) == (name, "failed", onward.id, pages)
            assert where in tried.problem
            assert verify(store.blobs.get(tried.receipt)).valid
            assert (onward.state, onward.channel) == ("needs_answers", "tab")
            assert "sign in" in onward.problem
            assert onward.screenshots
            assert [one.actions for one in onward.pages][: len(tried.pages)] == [one.actions for one in tried.pages]
            assert onward.files[: len(tried.files)] == tried.files

    ends = {"last-known-page": (2, 2, "refused"), "half-way": (4, 3, "page 2 of 3"), "submit": (9, 4, "refused")}
    await side_by_side(walk, ends)


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


async def test_a_form_that_wants_the_same_fact_written_differently_gets_it_after_another_approval(
    store: Store, chrome: Chrome
) -> None:
    with Lever("picky") as clone:
        first = await prepare(clone, store, chrome)
        conduct = conduct_for(clone, store, chrome)
        conduct.attempts.approve(first.id, first.content_hash)
        again = await conduct.send(first.id, planner(), [RESUME])
        assert (store.attempts.get(first.id).state, again.state, clone.submissions) == ("failed", "ready", [])
        assert "+46 70 555 12 34 → 46705551234" in again.problem
        conduct.attempts.approve(again.id, again.content_hash)
        done = await conduct.send(again.id, planner(), [RESUME])
        assert (done.state, clone.submissions[0].get("phone")) == ("submitted", ["46705551234"])


@pytest.mark.parametrize(
    ("misbehaviour", "state", "sign"), [("lost", "submitted", True), ("vanishes", "failed", False)]
)
async def test_looking_again_asks_the_employers_site_and_sends_no_application(
    store: Store, chrome: Chrome, misbehaviour: str, state: str, sign: bool
) -> None:
    with Lever(misbehaviour) as clone:
        attempt = await apply(clone, store, chrome)
        assert attempt.state == "unknown"
        on_record, conduct = len(clone.submissions), conduct_for(clone, store, chrome)
        if state == "failed":  # that nothing is on record settles nothing while it may be on its way
            early = await conduct.look_again(attempt.id, quiet=timedelta(hours=1))
            assert (early.state, early.evidence[-1].seen.endswith("for this address")) == ("unknown", True)
        looked = await conduct.look_again(attempt.id, quiet=timedelta(0))
        assert (looked.state, looked.evidence[-1].sign, looked.evidence[-1].supports) == (state, "record", sign)
        assert len(clone.submissions) == on_record == (state == "submitted")
        assert verify_chain([store.blobs.get(one) for one in looked.receipts]) == ()
        with pytest.raises(IllegalTransition):
            await conduct.look_again(attempt.id)
