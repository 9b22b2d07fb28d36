"""Workable boards: one widget answer with the texts; it is asked with `details=true`."""

from collections.abc import AsyncIterator
from datetime import datetime
from urllib.parse import quote

import msgspec

from companion.intake.ats.workable import api_draft
from companion.intake.draft import Draft
from companion.intake.loose_json import at, list_at, text_at
from companion.intake.text import line
from companion.portals.board import BoardPortal, drafts_of
from companion.portals.polite import Polite, expect
from companion.portals.portal import Batch
from companion.portals.query import Query
from companion.portals.search import merged


class Workable(BoardPortal):
    """`https://apply.workable.com/api/v1/widget/accounts/<account>`."""

    async def search(self, query: Query, polite: Polite, now: datetime) -> AsyncIterator[Batch]:
        account = quote(self.board.company, safe="")
        url = f"https://apply.workable.com/api/v1/widget/accounts/{account}"
        answer = await polite.json(url, params={"details": "true"})
        expect(isinstance(at(answer, "jobs"), list), url, "jobs", answer)
        company = line(text_at(answer, "name"))
        entries = await drafts_of(self._entry, list_at(answer, "jobs"), now)
        drafts = [msgspec.structs.replace(draft, company=company or draft.company) for draft in entries]
        expect(not drafts or any(draft.title and draft.ats_job for draft in drafts), url, "title and shortcode", answer)
        yield Batch(drafts=tuple(drafts))

    async def detail(self, draft: Draft, polite: Polite, now: datetime) -> Draft:
        account = quote(self.board.company, safe="")
        url = f"https://apply.workable.com/api/v2/accounts/{account}/jobs/{draft.ats_job}"
        answer = await polite.json(url)
        expect(bool(text_at(answer, "title")), url, "title", answer)
        return merged(draft, api_draft(answer, now))

    def _entry(self, job: object, now: datetime) -> Draft:
        draft = api_draft(job, now)
        url = draft.url or f"https://apply.workable.com/{self.board.company}/j/{draft.ats_job}/"
        return self.named(msgspec.structs.replace(draft, url=url))
