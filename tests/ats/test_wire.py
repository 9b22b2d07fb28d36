"""Proof on the wire: what each clone received is what was planned, and a rehearsal sends nothing."""

from pathlib import Path

from companion.apply import Chrome
from companion.store import Store
from tests.ats.answers import mismatches
from tests.ats.ashby import Ashby
from tests.ats.clone import Clone
from tests.ats.greenhouse import Greenhouse, GreenhouseEmbed
from tests.ats.icims import Icims
from tests.ats.indeed import Indeed
from tests.ats.lever import Lever
from tests.ats.linkedin import LinkedIn
from tests.ats.road import apply, opened, prepare, side_by_side
from tests.ats.smartrecruiters import SmartRecruiters
from tests.ats.workday import Workday

AT_ONCE: tuple[type[Clone], ...] = (Greenhouse, GreenhouseEmbed, Lever, Ashby, SmartRecruiters, LinkedIn, Indeed)
STEP_BY_STEP: tuple[type[Clone], ...] = (Workday, Icims)


async def test_a_rehearsal_sends_nothing_and_what_the_server_receives_is_what_was_planned(
    tmp_path: Path, chrome: Chrome
) -> None:
    async def walk(name: str, system: type[Clone]) -> None:
        with system() as clone:
            async with opened(tmp_path / name) as store:
                attempt = await apply(clone, store, chrome)
            assert (name, attempt.state, len(clone.submissions)) == (name, "submitted", 1), attempt.problem
            assert mismatches(clone.questions, attempt.pages, clone.submissions[0], clone.saved) == [], name

    await side_by_side(walk, {system.name: system for system in AT_ONCE})


async def test_a_form_that_saves_each_page_is_approved_page_by_page(tmp_path: Path, chrome: Chrome) -> None:
    async def walk(name: str, system: type[Clone]) -> None:
        with system() as clone:
            async with opened(tmp_path / name) as store:
                attempt = await apply(clone, store, chrome)
                lengths = [len(one.pages) for one in sorted(store.attempts.where(), key=lambda one: one.created_at)]
            assert lengths == list(range(1, len(lengths) + 1)), name
            assert len(lengths) > 1, name
            assert (name, attempt.state, len(clone.submissions)) == (name, "submitted", 1), attempt.problem
            assert mismatches(clone.questions, attempt.pages, clone.submissions[0], clone.saved) == [], name

    await side_by_side(walk, {system.name: system for system in STEP_BY_STEP})


async def test_a_site_that_wants_an_account_is_handed_to_the_person(store: Store, chrome: Chrome) -> None:
    with Workday(signed_in=False) as clone:
        attempt = await prepare(clone, store, chrome)
        assert (attempt.state, attempt.channel) == ("needs_answers", "tab")
        assert "sign in" in attempt.problem
