"""The search agent: a captured page becomes a stored posting with its requirements and its match, once."""

import asyncio
from collections.abc import Callable
from datetime import date

import msgspec

from companion.agents.catalogue import Catalogue
from companion.agents.choices import Choices
from companion.agents.outlook import Outlook
from companion.agents.scoring import Scoring
from companion.errors import BadInput, NotFound
from companion.intake import AdFile, CapturedPage, FileReader, Reader, Reading, ghost_signs
from companion.intake.dedupe import same_job
from companion.model.application import Application
from companion.model.document import now
from companion.model.match import Match
from companion.model.posting import Posting, Sighting
from companion.model.profile import Profile
from companion.net import Fetcher
from companion.portals import Polite, read_url
from companion.store import Store
from companion.work import Work

_REPOST_DAYS = 14
"""Posted at least this much later, it is the job put up again; nearer together it is one call for people."""
_KEPT = frozenset({"id", "version", "seen", "saved", "dismissed", "captured_at"})


class PostingView(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A posting with all that is known around it. `duplicates` are other postings of the same job; `signs` are reasons
    to doubt that it is being filled now, in words."""

    posting: Posting
    match: Match | None
    description: str
    application: Application | None
    duplicates: tuple[Posting, ...] = ()
    signs: tuple[str, ...] = ()


class SearchAgent:
    """Keeps postings, requirements and matches in step with what was read and with the person's profile."""

    def __init__(
        self,
        store: Store,
        reader: Reader,
        today: Callable[[], date] = lambda: now().date(),
        room: Callable[[], None] = lambda: None,
        files: FileReader | None = None,
        fetcher: Fetcher | Polite | None = None,
    ) -> None:
        """`room` raises StoreFull when nothing more should be taken in. Without `files`, `fetcher`: neither is read."""
        self._store = store
        self._reader = reader
        self._today = today
        self._room = room
        self._files = files
        self._fetcher = fetcher
        self.catalogue = Catalogue(store)
        self.choices = Choices(store)
        self.outlook = Outlook(store, self.catalogue)
        self.scoring = Scoring(store, self.choices, self.description, today)

    async def capture(self, page: CapturedPage) -> Posting:
        """Read `page` and store what it advertises; the same job seen again is one posting with another sighting.

        Raises Unreadable when the page is a wall, closed, or no job ad.
        """
        reading = await self._reader.read(page)
        return await asyncio.to_thread(self.keep, reading, page.portal)

    async def capture_url(self, url: str) -> Posting:
        """Read the job behind a public address. Raises BadInput, PrivateAddress, Blocked, NetError, Unreadable."""
        if self._fetcher is None:
            raise BadInput("No address can be read here.", "Hand in the ad's text.")
        reading = await read_url(url, self._fetcher, self._reader)
        return await asyncio.to_thread(self.keep, reading, "pasted")

    async def capture_file(self, file: AdFile) -> Posting:
        """Read a job ad from a file: PDF, e-mail, saved page or text. Raises Unreadable or TooLarge."""
        if self._files is None:
            raise BadInput("No file can be read here.", "Hand in the ad's text.")
        reading = await self._files.read(file)
        return await asyncio.to_thread(self.keep, reading, "file")

    def keep(self, reading: Reading, portal: str = "") -> Posting:
        """Store one reading with its requirements and match; all of it in one commit. Raises StoreFull before harm."""
        self._room()
        store = self._store
        sighting = Sighting(url=reading.posting.url, portal=portal, at=reading.posting.captured_at)
        fresh = msgspec.structs.replace(
            reading.posting, description=store.blobs.put(reading.description.encode()), seen=(sighting,)
        )
        while True:
            # Worked out before the commit, so that nobody waits for it; once more where something changed meanwhile.
            known = self._known(fresh.canonical_key)
            posting = _renewed(known, fresh) if known else fresh
            if posting == known and self.scoring.done(posting.id):
                return posting  # seen again as it was: a search finds the same jobs every few hours
            wanted, match = self.scoring.work_out(posting, reading.description)
            with store.commit():
                if self._known(fresh.canonical_key) != known or not self.scoring.holds(match):
                    continue
                posting = store.postings.replace(posting) if known else store.postings.add(posting)
                self.scoring.keep(wanted, match)
            return posting

    def _known(self, canonical_key: str) -> Posting | None:
        return next(iter(self._store.postings.by("canonical_key", canonical_key)), None)

    def profile(self) -> Profile | None:
        """The base profile postings are scored against; None before import."""
        return self.scoring.profile()

    def view(self, posting_id: str) -> PostingView:
        """Everything around one posting. Raises NotFound."""
        posting = self._store.postings.get(posting_id)
        applications = self._store.applications.by("canonical_key", posting.canonical_key)
        same = same_job(posting, self.catalogue.alike(posting))
        description = self.description(posting)
        earlier = [one for one in same if _before(one, posting)]
        return PostingView(
            posting=posting,
            match=self._store.matches.find(posting_id),
            description=description,
            application=applications[0] if applications else None,
            duplicates=same,
            signs=ghost_signs(posting, description, today=self._today(), earlier=earlier) if description else (),
        )

    def description(self, posting: Posting) -> str:
        """The description's text; empty where the posting has none."""
        try:
            return self._store.blobs.get(posting.description).decode() if posting.description else ""
        except NotFound:
            return ""

    def find(self, url: str) -> Posting | None:
        """The posting that `url` is about: captured from it, numbered by it at the ATS, or with its form there."""
        if found := self._store.postings.by("url", url):
            return found[0]
        return self.catalogue.at(url)

    def register(self, work: Work) -> None:
        """Tell the queue what this agent does in the background."""
        self.scoring.register(work)

    def mark(self, posting_id: str, *, saved: bool | None = None, dismissed: bool | None = None) -> Posting:
        """Save or dismiss a posting, or take either back. Raises NotFound."""
        posting = self._store.postings.get(posting_id)
        return self._store.postings.replace(
            msgspec.structs.replace(
                posting,
                saved=posting.saved if saved is None else saved,
                dismissed=posting.dismissed if dismissed is None else dismissed,
            )
        )


def _before(one: Posting, posting: Posting) -> bool:
    """Whether `one` was put up on the same board clearly before `posting`, and not beside it on another."""
    if one.ats != posting.ats or one.posted is None or posting.posted is None:
        return False
    return (posting.posted - one.posted).days >= _REPOST_DAYS


def _renewed(known: Posting, fresh: Posting) -> Posting:
    """`known` with what the newer reading says; what it does not say stays, and what the person did stays."""
    said = {
        name: value
        for name in Posting.__struct_fields__
        if name not in _KEPT and (value := getattr(fresh, name)) not in (None, "", (), {})
    }
    seen = known.seen if fresh.seen[0].url in {one.url for one in known.seen} else (*known.seen, *fresh.seen)
    return msgspec.structs.replace(known, **said, seen=seen[-50:])
