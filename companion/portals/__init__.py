"""Where jobs are found: one small module a portal behind one protocol, all through `net`.

In: a Query in the person's terms, portals, a Fetcher. Out: hits (postings with their text) as they come, and for every
portal one honest Outcome. May not touch: the store, a browser, a login, another program's keys. A portal that refuses
is reported as blocked and left to the person's own browser; nothing here evades.
"""

from companion.portals.board import Board, BoardPortal
from companion.portals.feed import Feed, Teamtailor
from companion.portals.find import BOARDS, board_at, find_portal, portal_of
from companion.portals.indeed import Indeed
from companion.portals.linkedin import LinkedIn
from companion.portals.naukri import Naukri
from companion.portals.polite import Pace, Polite
from companion.portals.portal import Batch, Hit, Outcome, Portal, Status
from companion.portals.query import Query, fits, query_of
from companion.portals.recheck import Standing, recheck
from companion.portals.search import search
from companion.portals.single import read_url
from companion.portals.sitemap import Sitemap

__all__ = [
    "BOARDS",
    "Batch",
    "Board",
    "BoardPortal",
    "Feed",
    "Hit",
    "Indeed",
    "LinkedIn",
    "Naukri",
    "Outcome",
    "Pace",
    "Polite",
    "Portal",
    "Query",
    "Sitemap",
    "Standing",
    "Status",
    "Teamtailor",
    "board_at",
    "find_portal",
    "fits",
    "portal_of",
    "query_of",
    "read_url",
    "recheck",
    "search",
]
