"""The real brain at the clones: repeated blocks opened for each entry, and a chat's questions one by one."""

import msgspec
import pytest

from companion.apply import Chrome
from companion.apply import Planner as AskPlan
from companion.forms import plan as decide
from companion.model.document import new_id, now
from companion.model.form import Plan, Snapshot
from companion.model.posting import Place
from companion.model.profile import Authorization, Profile
from companion.model.resume import Resume
from companion.resume import from_json_resume
from companion.store import Store
from tests.ats.answers import RESUME
from tests.ats.clone import Clone
from tests.ats.road import apply, posting_of
from tests.ats.workday import Workday
from tests.seed import PERSON


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
