"""Lever boards: pages of a hundred postings, each with its text."""

from collections.abc import AsyncIterator
from datetime import datetime
from urllib.parse import quote

from companion.intake.ats.lever import api_draft
from companion.intake.loose_json import list_at
from companion.portals.board import BoardPortal, drafts_of
from companion.portals.polite import Polite, expect
from companion.portals.portal import Batch
from companion.portals.query import Query

_PAGE = 100
_PAGES = 30


class Lever(BoardPortal):
    """`https://api[.eu].lever.co/v0/postings/<company>?mode=json`."""

    async def search(self, query: Query, polite: Polite, now: datetime) -> AsyncIterator[Batch]:
        region = ".eu" if ".eu." in self.board.host else ""
        url = f"https://api{region}.lever.co/v0/postings/{quote(self.board.company, safe='')}"
        for page in range(_PAGES):
            answer = await polite.json(url, params={"mode": "json", "skip": page * _PAGE, "limit": _PAGE})
            expect(isinstance(answer, list), url, "list of postings", answer)
            jobs = list_at({"jobs": answer}, "jobs")
            drafts = await drafts_of(api_draft, jobs, now)
            expect(not jobs or any(draft.title and draft.ats_job for draft in drafts), url, "text and id", answer)
            yield Batch(
                drafts=tuple(self.named(draft) for draft in drafts), truncated=page == _PAGES - 1 and len(jobs) == _PAGE
            )
            if len(jobs) < _PAGE:
                return
