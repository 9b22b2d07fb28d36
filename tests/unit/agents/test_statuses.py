"""What was heard of applications: read from a real mail server and captured lists, confirmed by the person only."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import pytest

from companion.agents import Services
from companion.agents.statuses import KEPT_AS, Mailbox
from companion.apply import Attempts
from companion.apply.mailbox import Account
from companion.errors import BadInput
from companion.model.application import Application
from companion.model.document import now
from companion.model.posting import Posting
from tests.fakes.companion import made_companion
from tests.fakes.imap import deliver, imap_server

INVITATION = "Thank you for your interest. We would like to invite you to an interview next week."


@pytest.fixture
async def services(tmp_path: Path) -> AsyncIterator[Services]:
    with made_companion(tmp_path / "data") as made:
        await made.work.begin()
        yield made
        await made.work.end()


def applied(services: Services, name: str = "a", title: str = "Gauge Reader", *, unknown: bool = False) -> Application:
    posting = services.store.postings.add(
        Posting(id=name, canonical_key=name, url=f"https://jobs.example.com/{name}", title=title,
                company="Acme Gauges", captured_at=now())
    )  # fmt: skip
    attempts = Attempts(services.store)
    attempt = attempts.begin(posting, channel="headless")
    ready = attempts.planned(attempt.id, [], [], complete=True)
    attempts.approve(attempt.id, ready.content_hash)
    attempts.submitting(attempt.id)
    attempts.settle(attempt.id, "unknown" if unknown else "submitted", "", [])
    return services.store.applications.by("canonical_key", name)[0]


def message(text: str, number: int = 1) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = (
        "Acme Gauges <jobs@acme.example>",
        "tove@example.com",
        "Your application",
    )
    made["Date"], made["Message-ID"] = format_datetime(now() + timedelta(hours=1)), f"<{number}@acme.example>"
    made.set_content(text)
    return made


def box(account: Account, **changes: object) -> Mailbox:
    fields = {"host": account.host, "port": account.port, "user": account.user, "password": account.password}
    return Mailbox(**{**fields, "tls": False, **changes})


async def read(services: Services, mailbox: Mailbox) -> str:
    run = await services.applications.statuses.keep_mailbox(mailbox)
    return (await services.work.finished(run.id, 60)).state


async def test_mail_is_read_proposed_once_and_changes_nothing_before_the_person_confirms(
    services: Services, unused_tcp_port: int
) -> None:
    mine, statuses = applied(services), services.applications.statuses
    async with imap_server(unused_tcp_port) as account:
        await asyncio.to_thread(deliver, account, message(INVITATION), now())
        assert await read(services, box(account)) == "done"
        assert await read(services, box(account, password="")) == "done"
    (one,) = statuses.waiting()
    assert (one.application_id, one.news, services.store.applications.get(mine.id).status) == (
        mine.id, "interview", "submitted",
    )  # fmt: skip
    assert [notice.kind for notice in services.store.notices.where()] == ["interview"]
    assert statuses.confirm(one.id).status == "interview"
    assert services.store.applications.get(mine.id).history[-1].why == one.sentence
    assert statuses.waiting() == []
    with pytest.raises(BadInput):
        statuses.confirm(one.id)
    assert b"demopass" not in b"".join(path.read_bytes() for path in services.store.home.rglob("*") if path.is_file())


async def test_a_refused_password_is_told_in_the_run(services: Services, unused_tcp_port: int) -> None:
    applied(services)
    async with imap_server(unused_tcp_port) as account:
        assert await read(services, box(account, password="wrong")) == "failed"
    reading = services.applications.statuses.last_reading()
    assert reading is not None
    assert "password" in reading.error


async def test_what_was_put_away_is_not_proposed_again(services: Services, tmp_path: Path) -> None:
    import mailbox

    applied(services)
    folder = mailbox.mbox(tmp_path / "inbox")
    folder.add(message(INVITATION).as_bytes())
    folder.close()
    statuses = services.applications.statuses
    assert await read(services, Mailbox(mbox=str(tmp_path / "inbox"))) == "done"
    statuses.dismiss(statuses.waiting()[0].id)
    run = await statuses.read_now()
    await services.work.finished(run.id, 60)
    assert statuses.waiting() == []
    assert services.store.applications.where()[0].status == "submitted"


async def test_of_two_that_fit_the_person_chooses(services: Services, tmp_path: Path) -> None:
    import mailbox

    first, second = applied(services), applied(services, "b", "Gauge Maker")
    folder = mailbox.mbox(tmp_path / "inbox")
    folder.add(message(INVITATION).as_bytes())
    folder.close()
    statuses = services.applications.statuses
    await read(services, Mailbox(mbox=str(tmp_path / "inbox")))
    (one,) = statuses.waiting()
    assert not one.sure
    with pytest.raises(BadInput):
        statuses.confirm(one.id, "somebody else")
    statuses.confirm(one.id, second.id)
    found = {name: services.store.applications.get(name).status for name in (first.id, second.id)}
    assert found == {first.id: "submitted", second.id: "interview"}


async def test_mail_is_read_when_it_is_due_and_only_while_something_is_awaited(
    services: Services, unused_tcp_port: int
) -> None:
    statuses = services.applications.statuses
    services.store.vault.put(KEPT_AS, {"host": "127.0.0.1", "port": str(unused_tcp_port), "user": "u", "tls": "False"})
    await statuses.look()
    assert statuses.last_reading() is None
    applied(services)
    await statuses.look()
    await statuses.look()
    assert services.store.runs.count() == 1
    statuses.forget_mailbox()
    assert statuses.mailbox() is None


LIST = """<ul><li><a>Gauge Reader</a><span>Acme Gauges</span><span>Application sent 2d ago</span></li>
<li><a>Night Cook</a><span>Copper Pot</span><span>Rejected</span></li></ul>"""


async def test_a_captured_list_of_the_persons_applications_settles_an_unknown_one_when_they_agree(
    services: Services,
) -> None:
    mine, statuses = applied(services, unknown=True), services.applications.statuses
    url = "https://www.linkedin.com/my-items/saved-jobs/?cardType=APPLIED"
    assert await statuses.captured("https://www.linkedin.com/jobs/view/1", LIST) is None
    assert await statuses.captured(url, LIST) == ("LinkedIn", 1)
    assert await statuses.captured(url, LIST) == ("LinkedIn", 0)
    assert services.store.applications.get(mine.id).status == "unknown"
    statuses.confirm(statuses.waiting()[0].id)
    settled = services.store.attempts.get(mine.attempts[0])
    assert (settled.state, settled.evidence[-1].kind, settled.evidence[-1].sign) == ("submitted", "page", "record")
