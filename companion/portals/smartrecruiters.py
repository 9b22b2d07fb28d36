"""SmartRecruiters boards: lists of a hundred without text, and one request a posting for it."""

from collections.abc import AsyncIterator
from datetime import datetime
from urllib.parse import quote

import msgspec

from companion.intake.ats.smartrecruiters import api_draft
from companion.intake.draft import Draft
from companion.intake.loose_json import at, list_at, text_at
from companion.portals.board import BoardPortal, drafts_of
from companion.portals.polite import Polite, expect
from companion.portals.portal import Batch
from companion.portals.query import Query
from companion.portals.search import merged

_PAGE = 100
_PAGES = 30


class SmartRecruiters(BoardPortal):
    """`https://api.smartrecruiters.com/v1/companies/<company>/postings`; an unknown company is an empty list there."""

    @property
    def _root(self) -> str:
        return f"https://api.smartrecruiters.com/v1/companies/{quote(self.board.company, safe='')}/postings"

    async def search(self, query: Query, polite: Polite, now: datetime) -> AsyncIterator[Batch]:
        for page in range(_PAGES):
            answer = await polite.json(self._root, params={"limit": _PAGE, "offset": page * _PAGE})
            expect(isinstance(at(answer, "content"), list), self._root, "content", answer)
            entries = list_at(answer, "content")
            drafts = await drafts_of(self._entry, entries, now)
            expect(
                not entries or any(draft.title and draft.ats_job for draft in drafts), self._root, "name and id", answer
            )
            yield Batch(drafts=tuple(drafts), truncated=page == _PAGES - 1 and len(entries) == _PAGE)
            if len(entries) < _PAGE:
                return

    async def detail(self, draft: Draft, polite: Polite, now: datetime) -> Draft:
        answer = await polite.json(f"{self._root}/{draft.ats_job}")
        expect(bool(text_at(answer, "name")), self._root, "name", answer)
        return self.named(merged(draft, api_draft(answer, now)))

    def _entry(self, entry: object, now: datetime) -> Draft:
        draft = api_draft(entry, now)
        url = draft.url or f"https://jobs.smartrecruiters.com/{draft.ats_company or self.board.company}/{draft.ats_job}"
        return self.named(msgspec.structs.replace(draft, url=url))
