"""Status from e-mail: mbox and a real IMAP server on loopback; proposals, never changes."""

import asyncio
import mailbox as mbox
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import msgspec
import pytest
import pytest_asyncio

from companion.apply import Attempts, Chrome, Conduct, Driver, verify
from companion.apply.afterwards import propose
from companion.apply.mailbox import Account, Mail, read_imap, read_mbox
from companion.apply.messages import news
from companion.errors import BadInput, NetError
from companion.model.application import Application
from companion.model.posting import Posting
from companion.store import Store
from tests.fakes.imap import deliver, imap_server, unseen

AT = datetime(2026, 3, 1, 9, tzinfo=UTC)

SAYS = [
    ("Unfortunately, we will not be moving forward with your application.", "rejected"),
    ("Thank you for the interview. We have decided to proceed with other candidates.", "rejected"),
    ("The position has been filled.", "rejected"),
    ("Leider müssen wir Ihnen eine Absage erteilen.", "rejected"),
    ("We regret to inform you that you were not selected.", "rejected"),
    ("We would like to invite you to an interview next week.", "interview"),
    ("Please let us know your availability for a call.", "interview"),
    ("Gerne möchten wir Sie zu einem Gespräch einladen. Einladung zum Gespräch folgt", "interview"),
    ("We are delighted to offer you the position of Engineer.", "offer"),
    ("Acme viewed your application", "viewed"),
    ("Thank you for applying to Acme. We have received your application.", "confirmed"),
    ("If you are selected we will invite you to an interview.", None),
    ("Should we decide to invite you for an interview, you will hear from us.", None),
    ("10 new jobs for you: Backend Engineer at Acme", None),
    ("Your weekly digest of salaries", None),
    ("Acme is hiring again, see our interview tips", None),
    ("We've reviewed your profile and will not be taking your candidature any further.", "rejected"),
    ("We have opted to progress with applicants whose background is closer.", "rejected"),
    ("We are sorry to say you have not been shortlisted on this occasion.", "rejected"),
    ("Your application did not make it to the next stage.", "rejected"),
    ("The hiring team has chosen a different candidate for this role.", "rejected"),
    ("Votre candidature n'a pas été retenue.", "rejected"),
    ("Lamentamos informarte que no continuarás en el proceso.", "rejected"),
    ("Congratulations! We'd love to have you on board.", "offer"),
    ("It gives us great pleasure to offer you the role of Data Engineer.", "offer"),
    ("Could you share some slots next week for a conversation with our team lead?", "interview"),
    ("Pick a time on my calendar so we can talk about the role", "interview"),
    ("You have been shortlisted for the next round.", "interview"),
    ("Please complete the coding assessment within 5 days.", "interview"),
    ("Interview confirmation: Tuesday 3 pm with Anna", "interview"),
    ("Recruiter viewed your application for Java Developer", "viewed"),
    ("Thanks for applying. We will invite you to an interview if your skills match.", "confirmed"),
    ("Unfortunately the office will be closed on Monday.", None),
    ("How was your interview experience with us? Take our survey", None),
    ("Your interview with Acme was cancelled.", None),
    ("Complete your profile to be viewed by recruiters", None),
    ("After careful thought we've decided to go with someone whose background is closer.", "rejected"),
    ("We had a very strong pool this time and won't be taking things further.", "rejected"),
    ("It was a tough decision, but we're going to pass on your application.", "rejected"),
    ("We decided to go with a new logo.", None),
    ("Your interview with Larkspur is booked for Thursday.", "interview"),
    ("The next step is a conversation with the hiring manager.", "interview"),
    ("Your application is on its way to Larkspur. The next step is a call if we see a fit.", "confirmed"),
    ("Please find attached our offer of employment.", "offer"),
    ("How to find the right offer of employment: our guide.", None),
    ("Hemos recibido tu candidatura correctamente.", "confirmed"),
    ("Nous avons bien reçu votre candidature.", "confirmed"),
]


@pytest.mark.parametrize(("text", "says"), SAYS)
def test_what_a_message_says(text: str, says: str | None) -> None:
    found = news(text)
    assert (found[0] if found else None) == says


def application(company: str = "Acme Gauges GmbH", title: str = "Gauge Reader", name: str = "a") -> Application:
    return Application(
        id=name, posting_id="p", canonical_key=name, company=company, title=title, status="submitted", created_at=AT
    )


def mail(text: str, *, sender: str = "Acme Gauges <jobs@acme.example>", days: int = 3, bulk: bool = False) -> Mail:
    return Mail(id="m", sender=sender, subject="News", text=text, at=AT + timedelta(days=days), bulk=bulk)


THANKS = "Thank you for applying. We have received your application. Application ID: AX-204"
NO = "Unfortunately, we will not be moving forward with your application."


def test_a_rejection_is_proposed_for_its_employer_with_its_sentence() -> None:
    (one,) = propose([mail(NO)], [application(), application("Other Works", "Cook", "b")], AT)
    assert (one.application_id, one.news, one.sure) == ("a", "rejected", True)
    assert one.sentence == NO.rstrip(".")


@pytest.mark.parametrize(
    "one",
    [
        mail(NO, sender="news@else.example"),
        mail(NO, days=-30),
        mail("Unfortunately prices rise. Acme Gauges has 10 new jobs", bulk=True),
        mail(NO, sender="Acmena Gauges <x@y.example>"),
    ],
    ids=["another employer", "before the application", "newsletter", "a name that only begins alike"],
)
def test_what_is_about_something_else_proposes_nothing(one: Mail) -> None:
    assert propose([one], [application()], AT) == ()


def test_of_two_jobs_at_one_employer_the_title_decides_and_without_it_we_are_not_sure() -> None:
    both = [application(title="Gauge Reader", name="a"), application(title="Gauge Maker", name="b")]
    (sure,) = propose([mail(NO + " Role: Gauge Maker")], both, AT)
    assert (sure.application_id, sure.sure) == ("b", True)
    (unsure,) = propose([mail(NO)], both, AT)
    assert not unsure.sure
    assert {unsure.application_id, *unsure.others} == {"a", "b"}


KNOWN = [
    ("submitted", NO, True),
    ("rejected", NO, False),
    ("withdrawn", NO, False),
    ("interview", "Acme viewed your application", False),
    ("offer", "We would like to invite you to an interview next week.", False),
    ("rejected", "We would like to invite you to an interview next week.", False),
    ("rejected", "We are delighted to offer you the position.", True),
    ("submitted", THANKS, False),
    ("unknown", THANKS, True),
]


@pytest.mark.parametrize(("status", "text", "is_news"), KNOWN)
def test_only_what_is_news_is_proposed(status: str, text: str, is_news: bool) -> None:
    known = msgspec.structs.replace(application(), status=status)
    assert bool(propose([mail(text)], [known], AT)) == is_news


def message(text: str, sender: str = "Acme Gauges <jobs@acme.example>", *, html: bool = False) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, "tove@example.com", "Your application"
    made["Date"], made["Message-ID"] = format_datetime(AT + timedelta(days=2)), f"<{abs(hash(text))}@acme.example>"
    made.set_content(f"<p>{text}</p><style>p{{}}</style>" if html else text, subtype="html" if html else "plain")
    return made


def test_an_mbox_is_read(tmp_path: Path) -> None:
    box = mbox.mbox(tmp_path / "inbox")
    box.add(message(NO).as_bytes())
    box.add(message("Please let us know your availability.", html=True).as_bytes())
    box.add(b"From: broken\xff\nDate: never\n\n\xfe\xff")
    box.close()
    mails = list(read_mbox(tmp_path / "inbox"))
    assert [one.news for one in propose(mails, [application()], AT)] == ["rejected", "interview"]


def test_no_mbox_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        list(read_mbox(tmp_path / "nothing"))


@pytest_asyncio.fixture
async def imap(unused_tcp_port: int) -> AsyncIterator[Account]:
    async with imap_server(unused_tcp_port) as account:
        yield account


async def test_a_real_imap_server_is_read_and_left_as_it_was(imap: Account) -> None:
    await asyncio.to_thread(deliver, imap, message(NO), AT + timedelta(days=2))
    before = await asyncio.to_thread(unseen, imap)
    mails = await asyncio.to_thread(read_imap, imap, date(2026, 3, 1))
    assert [one.news for one in propose(mails, [application()], AT)] == ["rejected"]
    assert await asyncio.to_thread(unseen, imap) == before


async def test_a_wrong_password_is_said_so(imap: Account) -> None:
    wrong = Account(host=imap.host, port=imap.port, user=imap.user, password="x", tls=False)
    with pytest.raises(BadInput, match="password"):
        await asyncio.to_thread(read_imap, wrong, date(2026, 3, 1))


def test_without_tls_no_other_computer_is_spoken_to() -> None:
    with pytest.raises(BadInput, match="TLS"):
        read_imap(Account(host="mail.example.com", user="u", password="p", tls=False), date(2026, 3, 1))


def test_a_server_that_is_not_there(unused_tcp_port: int) -> None:
    with pytest.raises(NetError):
        read_imap(Account(host="127.0.0.1", port=unused_tcp_port, user="u", password="p", tls=False), date(2026, 3, 1))


def test_a_confirmation_by_e_mail_settles_an_unknown_attempt_when_the_person_agrees(
    store: Store, posting: Posting
) -> None:
    attempts = Attempts(store)
    attempt = attempts.begin(posting, channel="headless")
    ready = attempts.planned(attempt.id, [], [], complete=True)
    attempts.approve(attempt.id, ready.content_hash)
    attempts.submitting(attempt.id)
    attempts.recover()
    conduct = Conduct(store, Driver(Chrome(lambda: None)))
    later = attempt.created_at + timedelta(hours=1)
    note = Mail(id="m", sender="jobs@acme.example", subject="Acme Gauges", text=THANKS, at=later)
    (proposal,) = propose([note], store.applications.where(), AT)
    assert store.attempts.get(attempt.id).state == "unknown"
    assert conduct.accept(proposal).status == "submitted"
    settled = store.attempts.get(attempt.id)
    assert (settled.evidence[-1].kind, settled.evidence[-1].reference) == ("email", "AX-204")
    assert verify(store.blobs.get(settled.receipt)).valid
