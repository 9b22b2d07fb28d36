"""A real IMAP server (pymap) on loopback, in a process of its own, with one account and a few messages."""

import asyncio
import imaplib
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from email.message import EmailMessage

from companion.apply.mailbox import Account


@asynccontextmanager
async def imap_server(port: int) -> AsyncIterator[Account]:
    """The server's account, once it answers."""
    server = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "from pymap.main import main; main()",
        "--host", "127.0.0.1", "--port", str(port), "--no-tls", "dict", "--demo-data",
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        for _ in range(400):
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.05)
            else:
                writer.close()
                break
        yield Account(host="127.0.0.1", port=port, user="demouser", password="demopass", tls=False)
    finally:
        server.terminate()
        await server.wait()


def deliver(account: Account, message: EmailMessage, at: datetime) -> None:
    """Put a message into the inbox, as delivered at that moment."""
    with imaplib.IMAP4(account.host, account.port) as server:
        server.login(account.user, account.password)
        server.append("INBOX", "", imaplib.Time2Internaldate(at.timestamp()), message.as_bytes())


def unseen(account: Account) -> int:
    """How many messages of the inbox nobody has read."""
    with imaplib.IMAP4(account.host, account.port) as server:
        server.login(account.user, account.password)
        server.select("INBOX", readonly=True)
        return len(server.search(None, "UNSEEN")[1][0].split())
