"""Proof on the wire: what each clone received is what was planned, and a rehearsal sends nothing."""

import pytest

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
from tests.ats.road import apply, prepare
from tests.ats.smartrecruiters import SmartRecruiters
from tests.ats.workday import Workday

AT_ONCE: tuple[type[Clone], ...] = (Greenhouse, GreenhouseEmbed, Lever, Ashby, SmartRecruiters, LinkedIn, Indeed)
STEP_BY_STEP: tuple[type[Clone], ...] = (Workday, Icims)


@pytest.mark.parametrize("system", AT_ONCE, ids=lambda system: system.name)
async def test_what_the_server_received_is_what_was_planned(system: type[Clone], store: Store, chrome: Chrome) -> None:
    with system() as clone:
        attempt = await apply(clone, store, chrome)
        assert (attempt.state, len(clone.submissions)) == ("submitted", 1), attempt.problem
        assert mismatches(clone.questions, attempt.pages, clone.submissions[0], clone.saved) == []


@pytest.mark.parametrize("system", STEP_BY_STEP, ids=lambda system: system.name)
async def test_a_form_that_saves_each_page_is_approved_page_by_page(
    system: type[Clone], store: Store, chrome: Chrome
) -> None:
    with system() as clone:
        first = await prepare(clone, store, chrome)
        assert (first.state, len(first.pages), clone.saved) == ("ready", 1, [])
        store.postings.remove(first.posting_id)
        store.attempts.remove(first.id)
        attempt = await apply(clone, store, chrome)
        assert (attempt.state, len(clone.submissions)) == ("submitted", 1), attempt.problem
        assert mismatches(clone.questions, attempt.pages, clone.submissions[0], clone.saved) == []


@pytest.mark.parametrize("system", [Greenhouse, Ashby, Lever], ids=lambda system: system.name)
async def test_a_rehearsal_sends_nothing(system: type[Clone], store: Store, chrome: Chrome) -> None:
    with system() as clone:
        attempt = await prepare(clone, store, chrome)
        assert attempt.state == "ready"
        assert clone.submissions == []
        assert [one for one in clone.saved if one.values or one.files] == []


async def test_a_site_that_wants_an_account_is_handed_to_the_person(store: Store, chrome: Chrome) -> None:
    with Workday(signed_in=False) as clone:
        attempt = await prepare(clone, store, chrome)
        assert (attempt.state, attempt.channel) == ("needs_answers", "tab")
        assert "sign in" in attempt.problem
