"""Forms that an ATS publishes as data: their questions before any page opens, kept per tenant and job.

A kept question set answers for a day without asking anybody, and longer where the board does not answer.
"""

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from urllib.parse import quote

import msgspec

from companion.apply.published_greenhouse import greenhouse
from companion.apply.published_recruitee import recruitee
from companion.errors import Drift, NetError
from companion.model.document import now
from companion.model.form import QuestionSet, Snapshot
from companion.model.posting import Posting
from companion.net import Fetcher
from companion.store import Store

_FRESH = timedelta(days=1)
_KEPT = timedelta(days=90)
"""After that long nobody applies any more to what was asked then."""

Reader = Callable[[bytes, str], Snapshot]
_PUBLISH: dict[str, tuple[str, dict[str, str | int], Reader]] = {
    "greenhouse": (
        "https://boards-api.greenhouse.io/v1/boards/{company}/jobs/{job}",
        {"questions": "true"},
        greenhouse,
    ),
    "recruitee": ("https://{company}.recruitee.com/api/offers/{job}", {}, recruitee),
}
"""ATS → address of a job's published form, its parameters, and who reads the answer."""


class Published:
    """Fetches published forms."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher

    async def form(self, posting: Posting) -> Snapshot | None:
        """The form of `posting` as it is published now, or None where its ATS publishes none.

        Raises NetError, and Drift for a new shape.
        """
        url = address(posting)
        if not url:
            return None
        _, params, read = _PUBLISH[posting.ats]
        answer = await self._fetcher.get(url, params=params)
        if answer.status in (404, 410):
            raise NetError("The posting is gone: its board does not list it any more.", "Look at the posting.")
        if answer.status != 200:
            raise NetError(f"The board answered {answer.status}.", "Try again later.")
        return read(answer.body, url)


class Questions:
    """Published forms through the store: asked for once a day at most."""

    def __init__(self, published: Published, store: Store, clock: Callable[[], datetime] = now) -> None:
        self._published, self._store, self._clock = published, store, clock

    async def form(self, posting: Posting) -> Snapshot | None:
        """The form of `posting`, kept or fetched; None where its ATS publishes none. Raises NetError and Drift where
        there is no kept one to fall back on, and NetError where the posting is gone."""
        url = address(posting)
        if not url:
            return None
        kept = self._store.questions.find(_id(url))
        if kept is not None and not self.stale(posting):
            return kept.form
        try:
            form = await self._published.form(posting)
        except Drift:
            raise
        except NetError as error:
            if kept is None or "gone" in error.message:
                raise
            return kept.form
        return form and self._keep(url, posting, form)

    def stale(self, posting: Posting) -> bool:
        """Whether its ATS publishes the form, and what is kept of it is missing or old."""
        url = address(posting)
        kept = self._store.questions.find(_id(url)) if url else None
        return bool(url) and (kept is None or self._clock() - kept.read_at >= _FRESH)

    def _keep(self, url: str, posting: Posting, form: Snapshot) -> Snapshot:
        fresh = QuestionSet(
            id=_id(url), ats=posting.ats, tenant=posting.ats_company, job=posting.ats_job, form=form,
            read_at=self._clock(),
        )  # fmt: skip
        with self._store.commit():
            known = self._store.questions.find(fresh.id)
            if known is None:
                self._store.questions.add(fresh)
            else:
                self._store.questions.replace(msgspec.structs.replace(fresh, version=known.version))
            for old in self._store.questions.where(lambda one: self._clock() - one.read_at > _KEPT):
                self._store.questions.remove(old.id)
        return form


def address(posting: Posting) -> str:
    """Where the form of `posting` is published; "" where its ATS publishes none."""
    if posting.ats not in _PUBLISH or not posting.ats_company or not posting.ats_job:
        return ""
    company, job = quote(posting.ats_company, safe=""), quote(posting.ats_job, safe="")
    return _PUBLISH[posting.ats][0].format(company=company, job=job)


def _id(url: str) -> str:
    return hashlib.sha256(url.encode()).hexdigest()[:32]
