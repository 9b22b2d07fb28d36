"""What is known of a form before any page opens, and that it is kept up to date by itself."""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
import pytest

from companion.agents import Services
from companion.agents.application import ApplicationAgent, Seen
from companion.apply import Chrome, Driver, Walk, verify
from companion.apply.published import Published
from companion.errors import IllegalTransition, NotFound
from companion.model.application import Attempt, EvidenceItem, Page
from companion.model.document import new_id, now
from companion.model.form import Action, FieldResult, FillReport, Plan
from companion.model.posting import Posting
from companion.net import Response
from companion.notify import Notifier
from companion.resume import from_json_resume
from companion.work import Work
from tests.fakes.companion import made_companion
from tests.fakes.driver import FakeDriver
from tests.seed import PERSON


class Board:
    """A board that publishes one form."""

    def __init__(self) -> None:
        self.asked = 0
        self.label = "Favourite gauge?"

    async def get(self, url: str, **_: object) -> Response:
        self.asked += 1
        fields = [{"name": "question_1", "type": "input_text", "values": []}]
        name = {"label": "First name", "required": True, "fields": [{"name": "first_name", "type": "input_text"}]}
        questions = [name, {"label": self.label, "required": True, "fields": fields}]
        body = {"title": "Gauge Reader", "questions": questions} if self.label else {"jobs": []}
        return Response(url=url, status=200, headers={}, body=json.dumps(body).encode())

    async def post(self, url: str, **_: object) -> Response:
        raise AssertionError("nothing is sent")


class Made:
    def __init__(self, services: Services, driver: Driver | None = None) -> None:
        self.services, self.store, self.board = services, services.store, Board()
        self.work = Work(services.store)
        published = Published(self.board)
        driver, notifier = driver or Driver(Chrome(lambda: None)), Notifier(services.store)
        self.agent = ApplicationAgent(
            services.store, self.work, services.search, services.resumes, driver, notifier, published
        )
        self.agent.register()
        self.posting = services.store.postings.add(
            Posting(id="p", canonical_key="p", url="https://boards.greenhouse.io/acme/jobs/7", title="Gauge Reader",
                    company="Acme", ats="greenhouse", ats_company="acme", ats_job="7", captured_at=now())
        )  # fmt: skip

    async def ended(self, kind: str = "prepare") -> None:
        for run in self.store.runs.by("kind", kind):
            await self.work.finished(run.id, 60)

    def approved(self) -> Attempt:
        """An attempt with one page that was read back, approved to be sent headlessly."""
        attempts = self.agent._attempts
        attempt = attempts.begin(self.posting, channel="headless")
        filled = Page(
            url="https://x", schema_hash="a" * 64, actions=(Action(field_id="f", kind="fill", values=("Mira",)),),
            results=(FieldResult(field_id="f", status="verified"),),
        )  # fmt: skip
        attempt = attempts.planned(attempt.id, [filled], [], complete=True)
        return attempts.approve(attempt.id, attempt.content_hash)

    def age(self) -> None:
        """Two days go by for what is kept, and for the runs."""
        for one in self.store.questions.where():
            self.store.questions.replace(msgspec.structs.replace(one, read_at=one.read_at.replace(year=2020)))
        for run in self.store.runs.where():
            self.store.runs.replace(msgspec.structs.replace(run, created_at=run.created_at.replace(year=2020)))


@asynccontextmanager
async def working(folder: Path, driver: Driver | None = None) -> AsyncGenerator[Made]:
    with made_companion(folder / "data") as services:
        services.store.profiles.add(from_json_resume(PERSON))
        made = Made(services, driver)
        await made.work.begin()
        yield made
        await made.work.end()


@pytest.fixture
async def made(tmp_path: Path) -> AsyncIterator[Made]:
    async with working(tmp_path) as made:
        yield made


async def test_the_missing_answers_are_known_before_any_page_opens_and_read_again_when_they_are_old(made: Made) -> None:
    attempt = await made.agent.prepare("p")
    await made.ended()
    known = made.store.attempts.get(attempt.id)
    assert (known.state, known.channel) == ("needs_answers", "tab")
    assert "Favourite gauge?" in known.problem
    assert [one.values for page in known.pages for one in page.actions if one.kind == "fill"] == [("Mira",)]
    await made.agent.refresh()
    assert (made.board.asked, made.store.runs.count()) == (1, 1)

    made.age()
    made.board.label = "Boat licence?"
    await made.agent.refresh()
    await made.agent.refresh()
    await made.ended()
    assert "Boat licence?" in made.store.attempts.get(attempt.id).problem
    assert (made.board.asked, made.store.runs.count()) == (2, 2)


async def test_a_form_that_was_filled_already_is_not_foreseen_any_more(made: Made) -> None:
    attempt = await made.agent.prepare("p")
    await made.ended()
    filled = Page(
        url="https://x", schema_hash="a" * 64, actions=(Action(field_id="f", kind="fill", values=("Mira",)),),
        results=(FieldResult(field_id="f", status="verified"),),
    )  # fmt: skip
    known = made.store.attempts.get(attempt.id)
    made.store.attempts.replace(msgspec.structs.replace(known, pages=(filled,)))
    made.age()
    await made.agent.refresh()
    await made.agent.prepare("p")
    await made.ended()
    assert made.board.asked == 1
    assert made.store.attempts.get(attempt.id).pages == (filled,)


async def test_a_published_form_of_a_new_shape_is_told_as_drift_and_stops_nothing(made: Made) -> None:
    made.board.label = ""
    attempt = await made.agent.prepare("p")
    await made.ended()
    assert made.store.attempts.get(attempt.id).state == "preparing"
    assert [one.kind for one in made.store.notices.where()] == ["drift"]
    assert [run.state for run in made.store.runs.where()] == ["done"]


async def test_a_form_that_stops_at_a_challenge_opens_in_the_persons_browser_and_is_sent_headlessly_no_more(
    tmp_path: Path,
) -> None:
    driver = FakeDriver(Walk(kind="challenge", needs="The site poses a challenge (hCaptcha)."))
    async with working(tmp_path, driver) as made:
        shown: list[str] = []

        async def show(address: str) -> None:
            shown.append(address)

        made.agent.show_in(show)
        attempt = made.approved()
        await made.agent.submit(attempt.id)
        await made.ended("submit")
        handed = made.store.attempts.get(attempt.id)
        assert (handed.state, handed.channel, handed.approval) == ("approved", "tab", attempt.approval)
        assert [page.results for page in handed.pages] == [()]  # nothing was read back in the person's tab yet
        assert shown == [made.posting.url]
        await made.work.start("submit", {"attempt_id": attempt.id})  # as a restart does
        await made.ended("submit")
        assert (driver.sendings, shown) == (1, [made.posting.url])
        with pytest.raises(IllegalTransition):
            await made.agent.submit(attempt.id)


def _page(step: int, said: str, read_back: bool = False) -> Page:
    return Page(
        url="https://boards.greenhouse.io/acme/jobs/7", schema_hash=f"{step}" * 64,
        actions=(Action(field_id=f"f{step}", kind="fill", label="Name", values=(said,)),),
        results=(FieldResult(field_id=f"f{step}", status="verified", read_back=(said,)),) if read_back else (),
    )  # fmt: skip


async def test_what_was_approved_headlessly_goes_on_in_the_persons_tab_and_ends_there(made: Made) -> None:
    attempts, store = made.agent._attempts, made.store

    async def filled(attempt: Attempt, page: Page) -> Attempt:
        plan = store.plans.add(
            Plan(id=new_id(), url=page.url, schema_hash=page.schema_hash, actions=page.actions, attempt_id=attempt.id,
                 posting_id="p", created_at=now())
        )  # fmt: skip
        reported = await made.agent.report(plan.id, FillReport(results=page.results))
        assert reported is not None
        return reported

    attempt = attempts.begin(made.posting, channel="headless")
    attempt = attempts.planned(attempt.id, [_page(1, "Mira", True), _page(2, "Voss", True)], [], complete=True)
    attempts.approve(attempt.id, attempt.content_hash)
    attempts.hand_over(attempt.id, "approved", "The site poses a challenge.")

    first = await filled(attempt, _page(1, "Mira", True))
    assert (first.id, first.state, first.approval) == (attempt.id, "approved", attempt.content_hash)
    second = await filled(attempt, _page(2, "Voss-Lund", True))  # the person wrote it differently
    assert (second.state, second.approval) == ("ready", "")
    assert "Name: Voss → Voss-Lund" in second.problem
    made.agent.submitting(attempt.id)
    said = "Thank you for applying. We received your application."
    done = await made.agent.outcome(attempt.id, Seen(url=_page(1, "").url, text=said, clicked=True))
    assert (done.id, done.state, done.channel) == (attempt.id, "submitted", "tab")
    sealed = verify(store.blobs.get(done.receipt)).receipt
    assert sealed is not None
    assert [one.results[0].read_back for one in sealed.pages] == [("Mira",), ("Voss-Lund",)]


async def test_a_submit_that_had_to_wait_with_its_report_is_named_by_the_plan(made: Made) -> None:
    page = _page(1, "Mira", True)
    plan = made.store.plans.add(
        Plan(id=new_id(), url=page.url, schema_hash=page.schema_hash, actions=page.actions, posting_id="p",
             created_at=now())
    )  # fmt: skip
    with pytest.raises(NotFound):
        made.agent.submitting(plan.id)
    assert not made.store.attempts.count()
    reported = await made.agent.report(plan.id, FillReport(results=page.results))
    assert reported is not None
    assert made.agent.submitting(plan.id).state == "submitting"
    done = await made.agent.outcome(plan.id, Seen(url=page.url, text="Thank you for applying.", clicked=True))
    assert (done.id, done.state) == (reported.id, "submitted")


async def test_what_was_filled_elsewhere_is_no_part_of_what_the_persons_tab_sends(made: Made) -> None:
    attempts = made.agent._attempts
    attempt = attempts.begin(made.posting, channel="headless")
    attempts.planned(attempt.id, [_page(1, "Mira", True)], [], complete=False)
    await made.agent.hand_over(attempt.id)
    page = _page(3, "Mira", True)  # signed in, the site asks something else
    plan = made.store.plans.add(
        Plan(id=new_id(), url=page.url, schema_hash=page.schema_hash, actions=page.actions, attempt_id=attempt.id,
             posting_id="p", created_at=now())
    )  # fmt: skip
    reported = await made.agent.report(plan.id, FillReport(results=page.results))
    assert reported is not None
    assert [one.schema_hash for one in reported.pages] == [page.schema_hash]


async def test_what_the_autopilot_sends_opens_nothing_by_itself(tmp_path: Path) -> None:
    async with working(tmp_path, FakeDriver(Walk(kind="login", needs="The site wants you to sign in."))) as made:
        shown: list[str] = []

        async def show(address: str) -> None:
            shown.append(address)

        made.agent.show_in(show)
        await made.agent.submit(made.approved().id, by_itself=True)
        await made.ended("submit")
        assert shown == []
        assert "sign in" in made.store.notices.where()[-1].text


async def test_looking_again_is_work_that_says_what_it_does_is_begun_once_and_can_be_cancelled(tmp_path: Path) -> None:
    seen = EvidenceItem(kind="page", sign="record", supports=True, seen="You applied", at=now())
    driver = FakeDriver(found=[seen])
    async with working(tmp_path, driver) as made:
        attempt = made.approved()
        made.agent._attempts.submitting(attempt.id)
        made.agent._attempts.settle(attempt.id, "unknown", "The connection broke.", ())
        first, second = await made.agent.ask_again(attempt.id), await made.agent.ask_again(attempt.id)
        assert first.id == second.id
        async with asyncio.timeout(20):
            while not made.store.runs.get(first.id).message:
                await asyncio.sleep(0.01)
        assert "Acme" in made.store.runs.get(first.id).message
        made.work.cancel(first.id)
        assert (await made.work.finished(first.id)).state == "cancelled"
        assert made.store.attempts.get(attempt.id).state == "unknown"

        driver.told.set()
        asked = await made.agent.ask_again(attempt.id)
        assert (await made.work.finished(asked.id)).result == {"state": "submitted"}
        assert [one.kind for one in made.store.notices.where()][-1] == "submitted"
        with pytest.raises(IllegalTransition):
            await made.agent.ask_again(attempt.id)
