import json
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from companion.apply import Attempts, Chrome, Conduct, Driver
from companion.apply.published import Published, Questions, address
from companion.apply.published_greenhouse import greenhouse
from companion.apply.published_recruitee import recruitee
from companion.errors import Drift, NetError
from companion.model.document import new_id, now
from companion.model.form import Action, Plan, Snapshot
from companion.model.posting import Posting
from companion.net import Response
from companion.store import Store


def question(label: str, name: str, kind: str = "input_text", *values: str, required: bool = True) -> dict:
    options = [{"label": one, "value": number} for number, one in enumerate(values)]
    return {"label": label, "required": required, "fields": [{"name": name, "type": kind, "values": options}]}


JOB = {
    "title": "Gauge Reader",
    "questions": [
        question("First Name", "first_name"),
        {
            "label": "Resume/CV",
            "required": True,
            "fields": [{"name": "resume", "type": "input_file"}, {"name": "resume_text", "type": "textarea"}],
        },
        question("Do you need a visa?", "question_1", "multi_value_single_select", "No", "Yes"),
    ],
    "location_questions": [question("Location", "location"), question("Latitude", "latitude", "input_hidden")],
    "compliance": [
        {"questions": [question("Gender", "gender", "multi_value_single_select", "Female", required=False)]}
    ],
    "demographic_questions": {
        "header": "About you",
        "questions": [
            {"id": 7, "label": "Age", "type": "multi_value_single_select", "answer_options": [{"label": "30"}]}
        ],
    },
}


class Board:
    """A `Fetcher` that answers one thing, and counts."""

    def __init__(self, body: object, status: int = 200) -> None:
        self.body, self.status, self.asked = json.dumps(body).encode(), status, 0

    async def get(self, url: str, **_: object) -> Response:
        self.asked += 1
        return Response(url=url, status=self.status, headers={}, body=self.body)

    async def post(self, url: str, **_: object) -> Response:
        raise AssertionError("nothing is sent")


def at_greenhouse(posting: Posting, store: Store) -> Posting:
    from msgspec.structs import replace

    return store.postings.replace(replace(posting, ats="greenhouse", ats_company="acme", ats_job="7"))


def test_every_question_becomes_a_field_and_what_a_person_cannot_see_none() -> None:
    form = greenhouse(json.dumps(JOB).encode(), "https://x")
    assert [(one.label, one.widget, one.required) for one in form.fields] == [
        ("First Name", "text", True),
        ("Resume/CV", "file", True),
        ("Do you need a visa?", "select", True),
        ("Location", "text", True),
        ("Gender", "select", False),
        ("Age", "select", False),
    ]
    assert [option.label for option in form.fields[2].options] == ["No", "Yes"]
    assert form.fields[5].section == "About you"


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b"<html>", b'{"questions": 5}', b'{"questions": [{"x": 1}]}'])
def test_another_shape_is_drift(body: bytes) -> None:
    with pytest.raises(Drift):
        greenhouse(body, "https://x")


class Clock:
    def __init__(self) -> None:
        self.at = datetime(2026, 3, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


async def test_a_form_is_asked_for_once_a_day_also_across_a_restart(store: Store, posting: Posting) -> None:
    board, clock = Board(JOB), Clock()
    job = at_greenhouse(posting, store)
    for _ in range(2):
        questions = Questions(Published(board), store, clock)
        assert questions.stale(job) == (board.asked == 0)
        assert (form := await questions.form(job)) is not None
        assert form.fields[0].label == "First Name"
    assert board.asked == 1
    assert await questions.form(posting) is None
    clock.at += timedelta(days=2)
    board.body = json.dumps({**JOB, "questions": [question("Nickname", "nick")]}).encode()
    assert questions.stale(job)
    assert (form := await questions.form(job)) is not None
    assert form.fields[0].label == "Nickname"
    assert (store.questions.count(), store.questions.where()[0].tenant) == (1, "acme")


async def test_while_a_board_does_not_answer_what_is_kept_of_it_is_used(store: Store, posting: Posting) -> None:
    board, clock = Board(JOB), Clock()
    questions, job = Questions(Published(board), store, clock), at_greenhouse(posting, store)
    await questions.form(job)
    clock.at += timedelta(days=2)
    board.status = 503
    assert (form := await questions.form(job)) is not None
    assert form.title == "Gauge Reader"
    board.status = 404
    with pytest.raises(NetError, match="gone"):
        await questions.form(job)
    clock.at += timedelta(days=100)
    board.status = 200
    await questions.form(msgspec.structs.replace(job, ats_job="8"))
    assert [one.job for one in store.questions.where()] == ["8"]


async def test_a_job_that_left_the_board_is_gone(store: Store, posting: Posting) -> None:
    with pytest.raises(NetError, match="gone"):
        await Published(Board({}, 404)).form(at_greenhouse(posting, store))


OFFER = {
    "offer": {
        "title": "Gauge Reader",
        "options_phone": "optional",
        "options_cv": "required",
        "options_cover_letter": "off",
        "open_questions": [
            {"id": 1, "kind": "boolean", "required": True, "body": "May you work in Sweden?"},
            {"id": 2, "kind": "single_choice", "required": False, "body": "Which shift?",
             "open_question_options": [{"id": 7, "body": "Day"}, {"id": 8, "body": "Night"}]},
            {"id": 3, "kind": "infobox", "body": "We are kind."},
        ],
    }
}  # fmt: skip


def test_recruitee_publishes_its_questions_with_the_offer() -> None:
    form = recruitee(json.dumps(OFFER).encode(), "https://x")
    assert [(one.label, one.widget, one.required) for one in form.fields] == [
        ("Full name", "text", True),
        ("Email address", "email", True),
        ("Phone number", "tel", False),
        ("CV or resume", "file", True),
        ("May you work in Sweden?", "radio", True),
        ("Which shift?", "radio", False),
    ]
    assert [[option.label for option in one.options] for one in form.fields[4:]] == [["Yes", "No"], ["Day", "Night"]]


@pytest.mark.parametrize("body", [b"", b"[]", b'{"offer": {}}', b'{"offer": {"title": 5, "open_questions": []}}'])
def test_another_shape_of_an_offer_is_drift(body: bytes) -> None:
    with pytest.raises(Drift):
        recruitee(body, "https://x")


def test_where_a_form_is_published(posting: Posting) -> None:
    job = msgspec.structs.replace(posting, ats="recruitee", ats_company="ac/me", ats_job="gauge-reader")
    assert address(job) == "https://ac%2Fme.recruitee.com/api/offers/gauge-reader"
    assert address(msgspec.structs.replace(job, ats="lever")) == ""
    assert address(msgspec.structs.replace(job, ats_job="")) == ""


async def test_what_is_missing_is_known_before_any_page_opens(store: Store, posting: Posting) -> None:
    async def ask(form: Snapshot) -> Plan:
        actions = tuple(
            Action(field_id=one.id, kind="leave" if "visa" in one.label else "fill", label=one.label, required=True)
            for one in form.fields
        )
        return Plan(id=new_id(), actions=actions, created_at=now())

    conduct = Conduct(store, Driver(Chrome(lambda: None)))
    attempt = Attempts(store).begin(posting, channel="tab")
    form = greenhouse(json.dumps(JOB).encode(), "https://x")
    foreseen = await conduct.foresee(attempt.id, form, ask, [])
    assert foreseen.state == "needs_answers"
    assert foreseen.problem == "These questions need you: Do you need a visa?"
