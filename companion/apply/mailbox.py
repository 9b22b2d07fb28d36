"""E-mail in: an mbox file or one folder of an IMAP account, read without changing anything there."""

import email
import email.policy
import imaplib
import mailbox
import re
import ssl
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

import msgspec

from companion.errors import BadInput, NetError, TimedOut

_MOST = 2_000
_LARGEST = 2_000_000
_TEXT = 20_000
_WAIT = 30.0
_TAG = re.compile(r"<(?:style|script)\b.*?</(?:style|script)>|<[^>]{0,2000}>", re.IGNORECASE | re.DOTALL)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Mail(msgspec.Struct, frozen=True, kw_only=True):
    """One message: who wrote, what about, and its text. `bulk` where it went to many (newsletters, job alerts)."""

    id: str
    sender: str
    subject: str
    text: str
    at: datetime
    bulk: bool = False


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """An IMAP account as the person states it. Without `tls` only this computer is spoken to."""

    host: str
    user: str
    password: str
    port: int = 993
    folder: str = "INBOX"
    tls: bool = True


def read_mbox(path: Path) -> Iterator[Mail]:
    """Messages of an mbox file. Raises BadInput when there is no such file."""
    if not path.is_file():
        raise BadInput("There is no mbox file there.", "Export the folder from your mail program and give its path.")
    with_policy = mailbox.mbox(path, factory=None, create=False)
    try:
        for key in with_policy.iterkeys():
            yield from _parsed([with_policy.get_bytes(key)])
    finally:
        with_policy.close()


def read_imap(account: Account, since: date) -> list[Mail]:
    """Messages of the folder since that day, newest `2000` at most, marked as nothing and moved nowhere.

    Blocks. Raises NetError, TimedOut, and BadInput when the server refuses the account or the folder.
    """
    if not account.tls and account.host not in ("127.0.0.1", "::1", "localhost"):
        raise BadInput("A mail account is only read over TLS.", "Use the server's TLS port, usually 993.")
    try:
        with _connected(account) as server:
            try:
                server.login(account.user, account.password)
            except imaplib.IMAP4.error as error:
                raise BadInput("The mail server does not accept this user and password.", "Check them.") from error
            if server.select(_quoted(account.folder), readonly=True)[0] != "OK":
                raise BadInput("The mail server has no such folder.", "Check the folder's name.")
            day = f"{since.day:02d}-{_MONTHS[since.month - 1]}-{since.year}"
            _, found = server.search(None, "SINCE", day)
            numbers = (found[0] or b"").split()[-_MOST:]
            return list(_parsed(_fetched(server, numbers)))
    except TimeoutError as error:
        raise TimedOut("The mail server did not answer in time.", "Try again later.") from error
    except (OSError, imaplib.IMAP4.error) as error:
        raise NetError("The mail server could not be read.", "Check host, port and connection.") from error


def _connected(account: Account) -> imaplib.IMAP4:
    if account.tls:
        return imaplib.IMAP4_SSL(account.host, account.port, ssl_context=ssl.create_default_context(), timeout=_WAIT)
    return imaplib.IMAP4(account.host, account.port, timeout=_WAIT)


def _fetched(server: imaplib.IMAP4, numbers: list[bytes]) -> Iterator[bytes]:
    for number in numbers:
        _, size = server.fetch(number.decode(), "(RFC822.SIZE)")
        told = re.search(rb"RFC822\.SIZE (\d+)", size[0] if size and isinstance(size[0], bytes) else b"")
        if told and int(told.group(1)) > _LARGEST:
            continue
        _, parts = server.fetch(number.decode(), "(BODY.PEEK[])")
        yield from (part[1] for part in parts if isinstance(part, tuple))


def _parsed(raw: Iterable[bytes]) -> Iterator[Mail]:
    for data in raw:
        message = email.message_from_bytes(data[:_LARGEST], policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        try:
            yield _mail(message)
        except (ValueError, LookupError, AttributeError, IndexError, TypeError):
            continue  # the standard library gives up on some broken headers; such a message is skipped


def _mail(message: EmailMessage) -> Mail:
    try:
        at = parsedate_to_datetime(str(message["Date"]))
    except (TypeError, ValueError):
        at = datetime.fromtimestamp(0, UTC)
    bulk = any(name in message for name in ("List-Id", "List-Unsubscribe")) or str(message["Precedence"]) == "bulk"
    return Mail(
        id=str(message["Message-ID"] or ""),
        sender=str(message["From"] or ""),
        subject=str(message["Subject"] or ""),
        text=_text(message)[:_TEXT],
        at=at if at.tzinfo else at.replace(tzinfo=UTC),
        bulk=bulk,
    )


def _text(message: EmailMessage) -> str:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    body = str(part.get_content())
    if part.get_content_type() == "text/html":
        body = _TAG.sub(" ", body)
    return re.sub(r"[ \t]+", " ", body)


def _quoted(folder: str) -> str:
    return '"' + folder.replace("\\", "\\\\").replace('"', '\\"') + '"'
