"""Recruitee career sites: one public answer with everything in it, under recruitee.com or the employer's own host."""

from collections.abc import AsyncIterator
from datetime import datetime

from companion.intake.ats.recruitee import api_draft
from companion.intake.loose_json import at, list_at
from companion.portals.board import BoardPortal, drafts_of
from companion.portals.polite import Polite, expect
from companion.portals.portal import Batch
from companion.portals.query import Query


class Recruitee(BoardPortal):
    """`https://<host>/api/offers`."""

    async def search(self, query: Query, polite: Polite, now: datetime) -> AsyncIterator[Batch]:
        url = f"https://{self.board.host or self.board.company + '.recruitee.com'}/api/offers"
        answer = await polite.json(url)
        expect(isinstance(at(answer, "offers"), list), url, "offers", answer)
        drafts = await drafts_of(api_draft, list_at(answer, "offers"), now)
        expect(not drafts or any(draft.title and draft.url for draft in drafts), url, "title and careers_url", answer)
        yield Batch(drafts=tuple(self.named(draft) for draft in drafts if draft.liveness != "closed"))
