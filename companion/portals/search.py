"""Searching many sources at once: what fits comes as it is found, and every source ends with an honest outcome."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from typing import NamedTuple

import msgspec
import structlog

from companion.errors import BadInput, Blocked, Drift, NetError
from companion.intake.ats.address import identify
from companion.intake.draft import Draft
from companion.intake.page import CapturedPage
from companion.intake.reading import finish
from companion.model.document import now as clock
from companion.net import Fetcher
from companion.portals.polite import Polite
from companion.portals.portal import Hit, Outcome, Portal, Status
from companion.portals.query import Near, Query, does_not_contradict, fits

_log = structlog.get_logger(__name__)
_AT_ONCE = 4
_SECONDS = 180.0


async def search(
    query: Query,
    portals: Sequence[Portal],
    fetcher: Fetcher | Polite,
    *,
    now: datetime | None = None,
    seconds: float = _SECONDS,
    near: Near | None = None,
) -> AsyncIterator[Hit | Outcome]:
    """Hits in the order they come, one Outcome a portal. Never raises for a portal's sake.

    Each portal has `seconds`; four run at once. The same job from two portals comes twice: `intake.dedupe` tells.
    `near` knows distances: whether a place is within a wished radius; without it only the town itself is.
    """
    wanted = _Wanted(query, now or clock(), near)
    polite = fetcher if isinstance(fetcher, Polite) else Polite(fetcher)
    polite.forget_refusals()
    queue: asyncio.Queue[Hit | Outcome] = asyncio.Queue(maxsize=200)
    gate = asyncio.Semaphore(_AT_ONCE)

    async def one(portal: Portal) -> None:
        async with gate:
            try:
                outcome = await _one(portal, wanted, polite, seconds, queue)
            except Exception as error:  # noqa: BLE001 one portal's mistake must not stop the others
                # Its kind only is logged: a traceback would carry page text and the person's query.
                _log.error("portal failed", portal=portal.name, error=type(error).__name__)
                outcome = Outcome(portal=portal.name, status="failed", message="Something went wrong inside Sincerely.")
            await queue.put(outcome)

    tasks = [asyncio.create_task(one(portal)) for portal in portals]
    try:
        for _ in portals:
            while True:
                event = await queue.get()
                yield event
                if isinstance(event, Outcome):
                    break
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


class _Wanted(NamedTuple):
    query: Query
    now: datetime
    near: Near | None

    def by(self, draft: Draft, portal: Portal) -> bool:
        """Whether the person wants this one. What a portal has chosen by itself is only asked for contradictions."""
        if portal.whole:
            return bool(draft.title) and fits(self.query, draft, self.now.date(), self.near)
        return bool(draft.title) and does_not_contradict(self.query, draft)


async def _one(
    portal: Portal, wanted: _Wanted, polite: Polite, seconds: float, queue: "asyncio.Queue[Hit | Outcome]"
) -> Outcome:
    tally = _Tally()
    started = time.monotonic()
    status: Status = "failed"
    message = hint = sample = ""
    try:
        async with asyncio.timeout(seconds):
            status = await _run(portal, wanted, polite, tally, queue)
    except TimeoutError:
        status, message = ("truncated" if tally.listed else "failed"), "It took too long and was stopped."
    except Blocked as error:
        status, message, hint = "blocked", error.message, error.hint
    except Drift as error:
        status, message, sample = "drift", error.message, error.hint
        hint = "The portal has changed. A newer version may read it again; your browser can meanwhile."
    except (NetError, BadInput) as error:
        status, message, hint = ("truncated" if tally.listed else "failed"), error.message, error.hint
    whole = portal.whole and not tally.filtered and status == "complete"
    return Outcome(
        portal=portal.name, status=status, listed=tally.listed, kept=tally.kept, duplicates=tally.duplicates,
        message=message, hint=hint, sample=sample, seconds=round(time.monotonic() - started, 2),
        jobs=frozenset(tally.jobs if whole else ()),
    )  # fmt: skip


class _Tally:
    def __init__(self) -> None:
        self.listed = self.kept = self.duplicates = self.opened = 0
        self.seen: set[str] = set()
        self.jobs: set[str] = set()
        self.filtered = False


async def _run(
    portal: Portal, wanted: _Wanted, polite: Polite, tally: _Tally, queue: "asyncio.Queue[Hit | Outcome]"
) -> Status:
    query, now, _ = wanted
    truncated = False
    async for batch in portal.search(query, polite, now):
        truncated = truncated or batch.truncated
        tally.filtered = tally.filtered or batch.filtered
        for draft in batch.drafts:
            tally.listed += 1
            if draft.ats_job:
                tally.jobs.add(draft.ats_job.lower())
            if tally.kept >= query.limit:
                return "truncated"
            if not wanted.by(draft, portal):
                continue
            name = draft.ats_job or draft.url or draft.title
            if name in tally.seen:
                tally.duplicates += 1
                continue
            tally.seen.add(name)
            full = draft
            if not draft.description and tally.opened < query.details:
                tally.opened += 1
                full = await _detail(portal, draft, polite, now)
            # In a thread: the rules on its text take some milliseconds, and there may be a hundred.
            reading = await asyncio.to_thread(finish, [full], _page(full, portal, now), identify(full.url))
            await queue.put(Hit(portal=portal.name, reading=reading))
            tally.kept += 1
    if truncated:
        return "truncated"
    return "complete" if tally.listed else "empty"


async def _detail(portal: Portal, draft: Draft, polite: Polite, now: datetime) -> Draft:
    """The posting with its text; where just this one fails, what the list said of it is still a find."""
    try:
        return await portal.detail(draft, polite, now)
    except (Blocked, Drift):
        raise
    except NetError:
        return draft


def _page(draft: Draft, portal: Portal, now: datetime) -> CapturedPage:
    return CapturedPage(url=draft.url or draft.apply_url, html="", captured_at=now, portal=portal.name)


def merged(draft: Draft, detail: Draft) -> Draft:
    """A list entry completed by its detail: the detail's word counts, the list fills what it leaves open."""
    values = {
        name: value
        for name in Draft.__struct_fields__
        if (value := getattr(detail, name)) not in ("", (), None, "unknown")
    }
    return msgspec.structs.replace(draft, **values)
