"""Ashby boards: one public answer with everything in it; unlisted postings are not for strangers."""

from collections.abc import AsyncIterator
from datetime import datetime
from urllib.parse import quote

from companion.intake.ats.ashby import api_draft
from companion.intake.loose_json import at, list_at
from companion.portals.board import BoardPortal, drafts_of
from companion.portals.polite import Polite, expect
from companion.portals.portal import Batch
from companion.portals.query import Query


class Ashby(BoardPortal):
    """`https://api.ashbyhq.com/posting-api/job-board/<board>`; board names may hold spaces and dots."""

    async def search(self, query: Query, polite: Polite, now: datetime) -> AsyncIterator[Batch]:
        url = f"https://api.ashbyhq.com/posting-api/job-board/{quote(self.board.company, safe='')}"
        answer = await polite.json(url, params={"includeCompensation": "true"})
        expect(isinstance(at(answer, "jobs"), list), url, "jobs", answer)
        jobs = [job for job in list_at(answer, "jobs") if at(job, "isListed") is not False]
        drafts = await drafts_of(api_draft, jobs, now)
        expect(not jobs or any(draft.title and draft.url for draft in drafts), url, "title and jobUrl", answer)
        yield Batch(drafts=tuple(self.named(draft) for draft in drafts))
