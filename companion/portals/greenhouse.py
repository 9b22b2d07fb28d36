"""Greenhouse boards: one public answer with everything in it."""

from collections.abc import AsyncIterator
from datetime import datetime
from urllib.parse import quote

from companion.intake.ats.greenhouse import api_draft
from companion.intake.loose_json import at, list_at
from companion.portals.board import BoardPortal, drafts_of
from companion.portals.polite import Polite, expect
from companion.portals.portal import Batch
from companion.portals.query import Query


class Greenhouse(BoardPortal):
    """`https://boards-api.greenhouse.io/v1/boards/<board>/jobs`; the European installation answers there too."""

    async def search(self, query: Query, polite: Polite, now: datetime) -> AsyncIterator[Batch]:
        url = f"https://boards-api.greenhouse.io/v1/boards/{quote(self.board.company, safe='')}/jobs"
        answer = await polite.json(url, params={"content": "true", "pay_transparency": "true"})
        expect(isinstance(at(answer, "jobs"), list), url, "jobs", answer)
        jobs = list_at(answer, "jobs")
        drafts = await drafts_of(api_draft, jobs, now)
        expect(not jobs or any(draft.title and draft.ats_job for draft in drafts), url, "title and id", answer)
        yield Batch(drafts=tuple(self.named(draft) for draft in drafts))
