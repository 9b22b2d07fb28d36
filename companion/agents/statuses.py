"""What became of applications: read from the person's mail and from their own pages at portals, kept as proposals.

Nothing is changed on a guess: a proposal waits until the person confirms it, or says that it is about something else.
"""

import asyncio
import hashlib
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec

from companion.apply import OPEN
from companion.apply.afterwards import propose
from companion.apply.mailbox import Account, Mail, read_imap, read_mbox
from companion.apply.portal_pages import portal_of, shown
from companion.errors import BadInput, NotFound
from companion.model.application import Application, Proposal
from companion.model.document import now
from companion.model.run import Run
from companion.notify import Notifier
from companion.store import Store
from companion.work import ENDED, Job, Work

KEPT_AS = "mailbox"
"""The mailbox's name in the vault."""
_OVERLAP = timedelta(days=2)
_LONGEST = timedelta(days=365)
_AGAIN = timedelta(minutes=10)
"""After a reading that failed."""

Read = Callable[[Account, date], Sequence[Mail]]


class Mailbox(msgspec.Struct, frozen=True, kw_only=True):
    """Where the person's mail is: an IMAP account, or the path of an mbox file. `every_hours` 0: only when asked."""

    host: str = ""
    port: int = 993
    user: str = ""
    password: str = ""
    folder: str = "INBOX"
    tls: bool = True
    mbox: str = ""
    every_hours: float = 6.0


class Statuses:
    """Reads, proposes, and carries out what the person confirms. `accept` is the application agent's."""

    def __init__(
        self,
        store: Store,
        work: Work,
        notifier: Notifier,
        accept: Callable[[Proposal], Application],
        *,
        clock: Callable[[], datetime] = now,
        read: Read = read_imap,
    ) -> None:
        self._store, self._work, self._notifier = store, work, notifier
        self._accept, self._clock, self._read = accept, clock, read

    def register(self) -> None:
        """Tell the queue what this does in the background."""
        self._work.register("mail", self._mail, tries=3)

    def mailbox(self) -> Mailbox | None:
        """The mailbox the person named; None where there is none."""
        try:
            return msgspec.convert(self._store.vault.get(KEPT_AS), Mailbox, strict=False)
        except (NotFound, msgspec.ValidationError):
            return None

    async def read_now(self) -> Run:
        """Read the mail because the person asks. Raises NotFound where there is no mailbox."""
        if (box := self.mailbox()) is None:
            raise NotFound("There is no mailbox yet.", "Name one under Settings.")
        return await self._work.start("mail", {"box": _which(box)})

    async def keep_mailbox(self, box: Mailbox) -> Run:
        """Keep it in the vault and read it at once. Without a password the known one stays. Raises BadInput."""
        known = self.mailbox()
        if not box.mbox and not (box.host and box.user):
            raise BadInput("A mailbox needs a server and a user, or the path of an mbox file.", "Complete it.")
        if box.mbox and not await asyncio.to_thread(Path(box.mbox).is_file):
            raise BadInput("There is no mbox file there.", "Give the whole path of the file.", pointer="/mbox")
        if not box.mbox and not box.password and known is not None and known.host == box.host:
            box = msgspec.structs.replace(box, password=known.password)
        self._store.vault.put(KEPT_AS, {name: str(value) for name, value in msgspec.structs.asdict(box).items()})
        return await self.read_now()

    def forget_mailbox(self) -> None:
        """Read no mail any more; proposals that wait stay."""
        if self.mailbox() is not None:
            self._store.vault.remove(KEPT_AS)

    async def look(self) -> None:
        """Start to read the mail when that is due, and there is an application to hear of."""
        box = self.mailbox()
        if box is None or not box.every_hours or not self._awaited():
            return
        last = self.last_reading()
        if last is not None:
            if last.state not in ENDED:
                return
            pause = timedelta(hours=box.every_hours) if last.state == "done" else _AGAIN
            if self._clock() - last.created_at < pause:
                return
        await self._work.start("mail", {"box": _which(box)}, by_itself=True)

    def last_reading(self) -> Run | None:
        """The latest reading of the mail, however it went."""
        return max(self._store.runs.by("kind", "mail"), key=lambda run: run.created_at, default=None)

    def waiting(self) -> list[Proposal]:
        """Proposals the person has not decided, newest first."""
        return sorted(self._store.proposals.by("state", "open"), key=lambda one: one.said_at, reverse=True)

    def confirm(self, proposal_id: str, application_id: str = "") -> Application:
        """The person says that it is so, of `application_id` where they chose another one than was proposed.

        Raises NotFound, BadInput where it was decided already or the choice was not offered, IllegalTransition.
        """
        one = self._undecided(proposal_id)
        if application_id and application_id not in (one.application_id, *one.others):
            raise BadInput("This proposal is not about that application.", "Choose one that was offered.")
        chosen = msgspec.structs.replace(one, application_id=application_id or one.application_id, state="accepted")
        with self._store.commit():
            changed = self._accept(chosen)
            self._store.proposals.replace(chosen)
        return changed

    def dismiss(self, proposal_id: str) -> Proposal:
        """The person says that it is not so, or about something else; it is not proposed again."""
        one = self._undecided(proposal_id)
        return self._store.proposals.replace(msgspec.structs.replace(one, state="dismissed"))

    def put_back(self, proposal_id: str) -> Proposal:
        """Take a dismissal back."""
        one = self._store.proposals.get(proposal_id)
        if one.state != "dismissed":
            raise BadInput("This was not put away.", "Reload the page.")
        return self._store.proposals.replace(msgspec.structs.replace(one, state="open"))

    async def captured(self, url: str, html: str) -> tuple[str, int] | None:
        """A page the person captured: the portal and how many changes it proposes anew; None where it is no list."""
        portal = portal_of(url)
        if not portal:
            return None
        sent = self._awaited()
        host = urlsplit(url).hostname
        homes = {one.id: self._store.postings.find(one.posting_id) for one in sent}
        own = [name for name, posting in homes.items() if posting and urlsplit(posting.url).hostname == host]
        found = await asyncio.to_thread(shown, url, html, sent, own, self._clock())
        return portal, await self._keep(found)

    async def _mail(self, job: Job) -> dict[str, Any]:
        box, sent = self.mailbox(), self._awaited()
        if box is None:
            raise NotFound("There is no mailbox any more.", "Name one under Settings.")
        job.progress("Reading your mail")
        begun = min((one.created_at for one in sent), default=self._clock())
        since = max(min(begun, self._clock()) - _OVERLAP, self._clock() - _LONGEST, self._read_until(box) - _OVERLAP)
        mails = await asyncio.to_thread(self._messages, box, since)
        found = await asyncio.to_thread(propose, mails, sent, self._clock(), self._store.attempts.where())
        return {"messages": len(mails), "proposals": await self._keep(found), "until": self._clock().isoformat()}

    def _messages(self, box: Mailbox, since: datetime) -> Sequence[Mail]:
        if box.mbox:
            return [one for one in read_mbox(Path(box.mbox)) if one.at >= since]
        account = Account(
            host=box.host, port=box.port, user=box.user, password=box.password, folder=box.folder, tls=box.tls
        )
        return self._read(account, since.date())

    async def _keep(self, proposals: Iterable[Proposal]) -> int:
        """Store what was not proposed before, and tell once."""
        with self._store.commit():
            new = [self._store.proposals.add(one) for one in proposals if self._store.proposals.find(one.id) is None]
        if new:
            kind = "interview" if any(one.news in ("interview", "offer") for one in new) else "needs_you"
            about = "an application" if len(new) == 1 else f"{len(new)} applications"
            await self._notifier.tell(kind, f"There may be news of {about}. Please confirm.", "/#heard")
        return len(new)

    def _awaited(self) -> list[Application]:
        """Applications that may still be heard of."""
        return self._store.applications.where(lambda one: one.status not in OPEN | {"failed", "withdrawn"})

    def _read_until(self, box: Mailbox) -> datetime:
        """When this mailbox was last read to its end; long ago where it never was."""
        runs = (run for run in self._store.runs.by("kind", "mail") if run.arguments.get("box") == _which(box))
        return max((run.created_at for run in runs if run.state == "done"), default=self._clock() - _LONGEST)

    def _undecided(self, proposal_id: str) -> Proposal:
        one = self._store.proposals.get(proposal_id)
        if one.state != "open":
            raise BadInput("You decided about this already.", "Reload the page.")
        return one


def _which(box: Mailbox) -> str:
    """Tells one mailbox from another without naming it."""
    return hashlib.sha256("\n".join((box.host, box.user, box.folder, box.mbox)).encode()).hexdigest()[:16]
