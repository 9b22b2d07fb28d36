"""Whether a posting is still open, asked politely: of its board's public data, else of its page.

Only what is said counts: a refusal, a timeout or a page that cannot be read leaves it unknown.
"""

from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from companion.errors import BadInput, NetError, Unreadable
from companion.intake import says_gone
from companion.intake.ats.address import identify, is_board
from companion.intake.page import CapturedPage
from companion.model.document import now as clock
from companion.model.posting import Liveness, Posting
from companion.net import Fetcher
from companion.portals.find import board_at, portal_of
from companion.portals.polite import Gone, PageReader, Polite
from companion.portals.single import board_draft


class Standing(NamedTuple):
    """Whether a posting is open, and what says so, in words for the person."""

    liveness: Liveness
    reason: str = ""


async def recheck(
    posting: Posting, fetcher: Fetcher | Polite, reader: PageReader, *, now: datetime | None = None
) -> Standing:
    """How `posting` stands now. Never raises for the other side's sake."""
    polite = fetcher if isinstance(fetcher, Polite) else Polite(fetcher)
    if not posting.url.startswith("http"):
        return Standing("unknown", "It has no address to look at.")
    try:
        return await _by_board(posting, polite, now or clock()) or await _by_page(posting, polite, reader)
    except Gone:
        return Standing("closed", "Its page is gone.")
    except NetError as error:
        return Standing("unknown", error.message)


async def _by_board(posting: Posting, polite: Polite, now: datetime) -> Standing | None:
    address, board = identify(posting.url), board_at(posting.url)
    if address is None or board is None or not address.job:
        return None
    try:
        draft = await board_draft(portal_of(board), posting.url, address, polite, now)
    except (NetError, BadInput):
        # The board may have moved or refuse: the page may still answer.
        return None
    if draft is None:
        return Standing("closed", "The employer's board does not list it any more.")
    return Standing("open", "The employer's board lists it.")


async def _by_page(posting: Posting, polite: Polite, reader: PageReader) -> Standing:
    page = await polite.page(posting.url)
    if _led_away(posting.url, page):
        return Standing("closed", "Its address leads to the employer's other jobs now.")
    try:
        reading = await reader.read(page)
    except Unreadable as error:
        return Standing("closed" if says_gone(error) else "unknown", error.message)
    except BadInput as error:
        return Standing("unknown", error.message)
    if reading.posting.liveness == "closed":
        return Standing("closed", "Its page says that it is closed.")
    return Standing("open", "Its page shows it.")


def _led_away(url: str, page: CapturedPage) -> bool:
    """Whether asking for a job ended at a list: its board, or a part of its own path."""
    if page.url.split("?")[0].rstrip("/") == url.split("?")[0].rstrip("/"):
        return False
    asked, came = urlsplit(url).path.rstrip("/"), urlsplit(page.url).path.rstrip("/")
    return is_board(page.url) or (asked != came and asked.startswith(came))
