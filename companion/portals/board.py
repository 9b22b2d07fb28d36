"""An employer's board: what names it, and the portals of the systems that publish whole boards."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from datetime import datetime
from typing import TypeVar

import msgspec

from companion.intake.draft import Draft
from companion.portals.polite import Polite
from companion.portals.portal import Batch
from companion.portals.query import Query

T = TypeVar("T")


async def drafts_of(read: Callable[[T, datetime], Draft], entries: Iterable[T], now: datetime) -> list[Draft]:
    """What `read` makes of every entry, off the event loop: the texts of a large board take a second."""
    return await asyncio.to_thread(lambda: [read(entry, now) for entry in entries])


class Board(msgspec.Struct, frozen=True, kw_only=True):
    """One employer's board in one ATS. `host` and `site` where the ATS needs them (Workday, own domains)."""

    ats: str
    company: str
    host: str = ""
    site: str = ""
    name: str = ""
    """The employer's name as people know it; for systems whose answers do not carry it."""


class BoardPortal:
    """What every board portal shares: it lists everything, and its entries mostly carry their text."""

    whole = True

    def __init__(self, board: Board) -> None:
        self.board = board

    @property
    def name(self) -> str:
        return f"{self.board.ats}:{self.board.company or self.board.host}"

    def search(self, query: Query, polite: Polite, now: datetime) -> AsyncIterator[Batch]:
        raise NotImplementedError

    async def detail(self, draft: Draft, polite: Polite, now: datetime) -> Draft:
        return draft

    def named(self, draft: Draft) -> Draft:
        """`draft` with the employer and board filled in where the answer leaves them out."""
        return msgspec.structs.replace(
            draft,
            company=draft.company or self.board.name or self.board.company,
            ats=self.board.ats,
            ats_company=draft.ats_company or self.board.company,
        )
