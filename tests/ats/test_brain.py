"""The real brain at the clones: repeated blocks opened for each entry, and a chat's questions one by one."""

import msgspec
import pytest

from companion.apply import Chrome
from companion.apply import Planner as AskPlan
from companion.apply.hands import Hands
from companion.forms import plan as decide
from companion.model.document import new_id, now
from companion.model.form import Plan, Snapshot
from companion.model.posting import Place
from companion.model.profile import Authorization, Profile
from companion.model.resume import Resume
from companion.resume import from_json_resume
from companion.store import Store
from tests.ats.answers import RESUME, planner
from tests.ats.clone import Clone
from tests.ats.naukri import Naukri
from tests.ats.road import apply, posting_of
from tests.ats.workday import Workday
from tests.seed import PERSON

_ANSWERED = (
    """(said) => document.querySelectorAll(".botItem").length !== said || document.body.innerText.includes("Thank")"""
)


@pytest.fixture
def mira() -> Profile:
    profile = from_json_resume(PERSON)
    allowed = Authorization(authorized=True, sponsorship_now=False, sponsorship_future=False)
    return msgspec.structs.replace(
        profile, application=msgspec.structs.replace(profile.application, authorization={"SE": allowed})
    )


def brain(profile: Profile, clone: Clone) -> AskPlan:
    resume = Resume(
        id=new_id(), profile_id=profile.id, profile_version=1, name="Mira Voss", pdf=RESUME.sha256,
        file_name=RESUME.name, created_at=now(),
    )  # fmt: skip

    posting = msgspec.structs.replace(posting_of(clone), places=(Place(text="Malmö", city="Malmö", country="SE"),))

    async def ask(snapshot: Snapshot) -> Plan:
        return decide(snapshot, profile, (), posting=posting, resume=resume)

    return ask


async def test_workday_gets_a_block_for_each_job_of_the_profile(store: Store, chrome: Chrome, mira: Profile) -> None:
    with Workday() as clone:
        attempt = await apply(clone, store, chrome, brain(mira, clone))
        assert (attempt.state, len(clone.submissions)) == ("submitted", 1), attempt.problem
        said = {name: value for one in clone.saved for name, value in one.values}
    jobs = {"jobTitle": "Senior Backend Engineer", "companyName": "Heron Logistics"}
    earlier = {"jobTitle2": "Developer", "companyName2": "Sedge Software"}
    assert {name: said.get(name) for name in (*jobs, *earlier)} == {**jobs, **earlier}
    assert (said["country"], said["q1"], said["q2"]) == ("c-de", "yes", "no")


async def test_naukris_drawer_is_answered_question_by_question_and_the_person_presses_save(chrome: Chrome) -> None:
    chips = '<div class="chipsContainer"><div class="chip">Yes</div><div class="chip">No</div></div>'
    with Naukri() as clone:
        chrome.allowed.update(clone.allowed)
        async with chrome.tab() as tab:
            hands = Hands(tab.page, lambda _: True)
            await tab.page.goto(clone.url)
            await tab.page.evaluate("html => document.body.insertAdjacentHTML('afterbegin', html)", chips)
            assert (await hands.scan()).fields == ()  # tags beside a posting ask nothing
            await tab.page.click("#apply-button")
            for question in clone.questions:
                (field,) = (snapshot := await hands.scan()).fields
                assert field.label.startswith(question.label)
                report = await hands.fill(await planner()(snapshot), ())
                assert [one.status for one in report.results] == ["verified"]
                said = await tab.page.locator(".botItem").count()
                await tab.page.click(".sendMsg")
                await tab.page.wait_for_function(_ANSWERED, arg=said)
        assert [one.values for one in (*clone.saved, *clone.submissions)] == [
            (("years", "7"),), (("authorized", "Yes"),), (("notice", "2 months"),)
        ]  # fmt: skip
