"""Notices are recorded first and sent where and when the person wants; a dead channel stops nothing."""

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from companion.errors import BadInput
from companion.model.automation import AUTOMATION_ID, Automation, NoticeRoute
from companion.notify import Notifier, quiet
from companion.notify.notifier import channel_address
from companion.settings import Settings
from companion.store import Store

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
NIGHT = datetime(2026, 6, 1, 23, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(Settings(data=tmp_path, keys="file")) as opened:
        yield opened


def routed(store: Store, *routes: NoticeRoute) -> None:
    store.automation.add(Automation(id=AUTOMATION_ID, routes=routes, time_zone="UTC"))


@contextmanager
def webhook() -> Iterator[tuple[str, list[dict[str, str]]]]:
    received: list[dict[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            received.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/hook", received
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


async def test_a_notice_reaches_the_webhook_and_the_dashboard(store: Store) -> None:
    with webhook() as (url, received):
        store.vault.put("notify/webhook", {"url": url})
        routed(store, NoticeRoute(channel="webhook"))
        await Notifier(store, lambda: NOON).tell("needs_you", "Two questions of Example Rail need you.", "/today")
    assert [message["message"] for message in received] == ["Two questions of Example Rail need you."]
    assert store.notices.where()[0].link == "/today"


async def test_kinds_the_person_did_not_choose_stay_in_the_dashboard(store: Store) -> None:
    with webhook() as (url, received):
        store.vault.put("notify/webhook", {"url": url})
        routed(store, NoticeRoute(channel="webhook", kinds=frozenset({"failed"})))
        await Notifier(store, lambda: NOON).tell("submitted", "Submitted.")
    assert not received
    assert store.notices.count() == 1


async def test_quiet_hours_hold_messages_back_for_the_digest(store: Store) -> None:
    with webhook() as (url, received):
        store.vault.put("notify/webhook", {"url": url})
        routed(store, NoticeRoute(channel="webhook"))
        notifier = Notifier(store, lambda: NIGHT)
        await notifier.tell("failed", "One thing failed.")
        assert not received
        assert await notifier.digest() == 1
    assert "One thing failed." in received[0]["message"]


async def test_mail_is_handed_to_the_persons_own_server(store: Store) -> None:
    class Inbox:
        mails: list[str] = []

        async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
            content = envelope.content
            assert isinstance(content, bytes)
            self.mails.append(content.decode())
            return "250 OK"

    inbox = Inbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(inbox, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        mine = {"host": "127.0.0.1", "port": str(port), "from": "me@example.com", "to": "me@example.com"}
        store.vault.put("notify/email", mine)
        routed(store, NoticeRoute(channel="email"))
        await Notifier(store, lambda: NOON).tell("interview", "Example Rail proposes an interview.")
    finally:
        controller.stop()
    assert any("To: me@example.com" in mail for mail in inbox.mails)


async def test_a_channel_that_does_not_answer_stops_nothing(store: Store) -> None:
    store.vault.put("notify/webhook", {"url": "http://127.0.0.1:9/hook"})
    routed(store, NoticeRoute(channel="webhook"), NoticeRoute(channel="email"))
    assert (await Notifier(store, lambda: NOON).tell("failed", "It failed.")).kind == "failed"


@pytest.mark.parametrize(
    ("hour", "start", "end", "silent"),
    [
        (23, "22:00", "07:00", True),
        (3, "22:00", "07:00", True),
        (7, "22:00", "07:00", False),
        (13, "12:00", "14:00", True),
        (14, "12:00", "14:00", False),
        (0, "00:00", "00:00", False),
    ],
)
def test_quiet_hours_may_span_midnight(hour: int, start: str, end: str, silent: bool) -> None:
    hours = Automation(id=AUTOMATION_ID, quiet_from=start, quiet_to=end, time_zone="UTC")
    assert quiet(hours, datetime(2026, 6, 1, hour, tzinfo=UTC)) is silent


def test_an_incomplete_channel_is_named_without_its_values() -> None:
    with pytest.raises(BadInput) as caught:
        channel_address("email", {"host": "mail.example.com", "password": "s3cret"})
    assert "s3cret" not in str(caught.value) + caught.value.hint
