"""BambooHR boards: a list without text or date, and one request a posting for them."""

from collections.abc import AsyncIterator
from datetime import datetime

import msgspec

from companion.intake.ats.bamboohr import api_draft
from companion.intake.draft import Draft
from companion.intake.loose_json import at, list_at, text_at
from companion.portals.board import BoardPortal, drafts_of
from companion.portals.polite import Polite, expect
from companion.portals.portal import Batch
from companion.portals.query import Query
from companion.portals.search import merged


class BambooHr(BoardPortal):
    """`https://<company>.bamboohr.com/careers/list`."""

    @property
    def _root(self) -> str:
        return f"https://{self.board.company}.bamboohr.com/careers"

    async def search(self, query: Query, polite: Polite, now: datetime) -> AsyncIterator[Batch]:
        answer = await polite.json(f"{self._root}/list")
        expect(isinstance(at(answer, "result"), list), self._root, "result", answer)
        drafts = await drafts_of(self._entry, list_at(answer, "result"), now)
        expect(not drafts or any(draft.title and draft.ats_job for draft in drafts), self._root, "name and id", answer)
        yield Batch(drafts=tuple(drafts))

    async def detail(self, draft: Draft, polite: Polite, now: datetime) -> Draft:
        answer = await polite.json(f"{self._root}/{draft.ats_job}/detail")
        opening = at(answer, "result", "jobOpening")
        expect(bool(text_at(opening, "jobOpeningName")), self._root, "jobOpening", answer)
        return merged(draft, api_draft(opening, now))

    def _entry(self, job: object, now: datetime) -> Draft:
        draft = api_draft(job, now)
        return self.named(msgspec.structs.replace(draft, url=f"{self._root}/{draft.ats_job}"))
