"""Workday sites: lists of twenty without text, and one request a posting for it."""

from collections.abc import AsyncIterator
from datetime import datetime

import msgspec

from companion.intake.ats.workday import detail_draft, list_draft
from companion.intake.draft import Draft
from companion.intake.loose_json import at, list_at, text_at
from companion.portals.board import BoardPortal, drafts_of
from companion.portals.polite import Polite, expect
from companion.portals.portal import Batch
from companion.portals.query import Query
from companion.portals.search import merged

_PAGE = 20
"""More than twenty is answered with 400."""
_CAP = 2_000
"""Beyond it some tenants repeat their first page."""


class Workday(BoardPortal):
    """`POST https://<tenant>.wd<N>.myworkdayjobs.com/wday/cxs/<tenant>/<site>/jobs`; with fewer it answers 422."""

    @property
    def _root(self) -> str:
        return f"https://{self.board.host}/wday/cxs/{self.board.company}/{self.board.site}"

    async def search(self, query: Query, polite: Polite, now: datetime) -> AsyncIterator[Batch]:
        url = f"{self._root}/jobs"
        first = ""
        for offset in range(0, _CAP, _PAGE):
            body: dict[str, object] = {"appliedFacets": {}, "limit": _PAGE, "offset": offset, "searchText": query.words}
            answer = await polite.json(url, body=body)
            expect(isinstance(at(answer, "jobPostings"), list), url, "jobPostings", answer)
            entries = list_at(answer, "jobPostings")
            paths = [text_at(entry, "externalPath") for entry in entries]
            if not entries or (offset and paths[0] == first):
                return
            first = first or paths[0]
            expect(any(paths), url, "externalPath", answer)
            drafts = await drafts_of(self._entry, (entry for entry in entries if text_at(entry, "externalPath")), now)
            # `total` reads 0 on later pages of some tenants, so a short page is the end.
            yield Batch(drafts=tuple(drafts), truncated=offset + _PAGE >= _CAP, filtered=bool(query.words))
            if len(entries) < _PAGE:
                return

    async def detail(self, draft: Draft, polite: Polite, now: datetime) -> Draft:
        path = draft.url.split(f"/{self.board.site}", 1)[-1]
        answer = await polite.json(f"{self._root}{path}")
        expect(bool(text_at(answer, "jobPostingInfo", "title")), self._root, "jobPostingInfo", answer)
        return self.named(merged(draft, msgspec.structs.replace(detail_draft(answer, now), url=draft.url)))

    def _entry(self, entry: object, now: datetime) -> Draft:
        url = f"https://{self.board.host}/{self.board.site}{text_at(entry, 'externalPath')}"
        return self.named(msgspec.structs.replace(list_draft(entry, now), url=url))
