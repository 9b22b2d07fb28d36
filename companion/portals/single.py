"""One posting by its address: from the ATS's public data where the address names it, else from the page itself."""

from datetime import datetime
from urllib.parse import urlsplit

import msgspec

from companion.errors import BadInput, NetError
from companion.intake.ats.address import AtsAddress, identify
from companion.intake.draft import Draft
from companion.intake.page import CapturedPage, Reading
from companion.intake.reading import finish
from companion.model.document import now as clock
from companion.net import Fetcher
from companion.portals.board import BoardPortal
from companion.portals.find import board_at, portal_of
from companion.portals.oracle import requisition
from companion.portals.polite import PageReader, Polite
from companion.portals.query import Query

_BY_DETAIL = frozenset({"workday", "smartrecruiters", "workable", "bamboohr"})


async def read_url(url: str, fetcher: Fetcher | Polite, reader: PageReader, *, now: datetime | None = None) -> Reading:
    """The posting behind an address a person pasted.

    Raises BadInput (no address; no job behind it: Unreadable), PrivateAddress, NetError, Blocked (open it in the
    browser).
    """
    polite = fetcher if isinstance(fetcher, Polite) else Polite(fetcher)
    polite.forget_refusals(urlsplit(url).hostname or "")
    at = now or clock()
    if (reading := await _from_data(url, polite, at)) is not None:
        return reading
    captured = await polite.page(_inner(url))
    return await reader.read(msgspec.structs.replace(captured, url=url) if captured.url == _inner(url) else captured)


def _inner(url: str) -> str:
    """The address to ask for `url`: iCIMS shows an empty frame, and the posting at the same address within it."""
    found = identify(url)
    framed = found is not None and found.ats == "icims" and bool(found.job) and "in_iframe" not in url
    return f"{url}{'&' if '?' in url else '?'}in_iframe=1" if framed else url


async def _from_data(url: str, polite: Polite, now: datetime) -> Reading | None:
    """Pages of many systems are empty until their script has run; what the script asks for is public."""
    address, board = identify(url), board_at(url)
    if address is None or not address.job:
        return None
    try:
        if address.ats == "oracle":
            draft = await requisition(url, address, polite, now)
        elif board is not None:
            draft = await board_draft(portal_of(board), url, address, polite, now)
        else:
            return None
    except (NetError, BadInput):
        return None
    if draft is None or not draft.title or not draft.description:
        return None
    captured = CapturedPage(url=url, html="", captured_at=now, portal=address.ats)
    return finish([draft], captured, address)


async def board_draft(
    portal: BoardPortal, url: str, address: AtsAddress, polite: Polite, now: datetime
) -> Draft | None:
    """The posting `address` names on a board; None where the board lists it not. Raises NetError, Drift, Blocked."""
    if address.ats in _BY_DETAIL:
        start = Draft(
            source=address.ats, ats=address.ats, ats_company=address.company, ats_job=address.job, url=url.split("?")[0]
        )
        return portal.named(await portal.detail(start, polite, now))
    async for batch in portal.search(Query(), polite, now):
        for draft in batch.drafts:
            if draft.ats_job.lower() == address.job.lower():
                return draft
    return None
