"""Personio boards: one XML feed with everything in it, in one language at a time."""

from collections.abc import AsyncIterator
from datetime import datetime

from companion.intake.ats.personio import feed_draft
from companion.portals.board import Board, BoardPortal, drafts_of
from companion.portals.polite import Polite
from companion.portals.portal import Batch
from companion.portals.query import Query


class Personio(BoardPortal):
    """`https://<company>.jobs.personio.de/xml?language=…`; an address that is not there answers with HTML."""

    def __init__(self, board: Board, *, language: str = "en") -> None:
        super().__init__(board)
        self._language = language

    async def search(self, query: Query, polite: Polite, now: datetime) -> AsyncIterator[Batch]:
        host = self.board.host or f"{self.board.company}.jobs.personio.de"
        url = f"https://{host}/xml"
        answer = await polite.ask(url, params={"language": self._language}, accept="application/xml")
        root = polite.xml(answer, "workzag-jobs")
        drafts = await drafts_of(lambda position, at: feed_draft(position, at, host), root.iter("position"), now)
        yield Batch(drafts=tuple(self.named(draft) for draft in drafts))
