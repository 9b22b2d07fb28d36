"""What is known of a form before any page opens, and that it is kept up to date by itself."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest

from companion.agents import Services
from companion.agents.application import ApplicationAgent
from companion.apply import Chrome, Driver
from companion.apply.published import Published
from companion.model.application import Page
from companion.model.document import now
from companion.model.form import Action, FieldResult
from companion.model.posting import Posting
from companion.net import Response
from companion.notify import Notifier
from companion.resume import from_json_resume
from companion.work import Work
from tests.fakes.companion import made_companion
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
    def __init__(self, services: Services) -> None:
        self.services, self.store, self.board = services, services.store, Board()
        self.work = Work(services.store)
        published = Published(self.board)  # type: ignore[arg-type]
        driver, notifier = Driver(Chrome(lambda: None)), Notifier(services.store)
        self.agent = ApplicationAgent(
            services.store, self.work, services.search, services.resumes, driver, notifier, published
        )
        self.agent.register()
        self.posting = services.store.postings.add(
            Posting(id="p", canonical_key="p", url="https://boards.greenhouse.io/acme/jobs/7", title="Gauge Reader",
                    company="Acme", ats="greenhouse", ats_company="acme", ats_job="7", captured_at=now())
        )  # fmt: skip

    async def ended(self) -> None:
        for run in self.store.runs.by("kind", "prepare"):
            await self.work.finished(run.id, 60)

    def age(self) -> None:
        """Two days go by for what is kept, and for the runs."""
        for one in self.store.questions.where():
            self.store.questions.replace(msgspec.structs.replace(one, read_at=one.read_at.replace(year=2020)))
        for run in self.store.runs.where():
            self.store.runs.replace(msgspec.structs.replace(run, created_at=run.created_at.replace(year=2020)))


@pytest.fixture
async def made(tmp_path: Path) -> AsyncIterator[Made]:
    with made_companion(tmp_path / "data") as services:
        services.store.profiles.add(from_json_resume(PERSON))
        made = Made(services)
        await made.work.begin()
        yield made
        await made.work.end()


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
