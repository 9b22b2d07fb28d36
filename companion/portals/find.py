"""A pasted careers address → the board behind it, and the portal that reads it."""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import asyncio
import re
from urllib.parse import urljoin, urlsplit

from companion.errors import NetError, Unreadable
from companion.intake.ats.address import AtsAddress, identify
from companion.intake.page import CapturedPage, Page
from companion.intake.tree import select
from companion.net import Fetcher
from companion.portals.ashby import Ashby
from companion.portals.bamboohr import BambooHr
from companion.portals.board import Board, BoardPortal
from companion.portals.feed import Feed, Teamtailor
from companion.portals.greenhouse import Greenhouse
from companion.portals.lever import Lever
from companion.portals.personio import Personio
from companion.portals.polite import Polite
from companion.portals.recruitee import Recruitee
from companion.portals.sitemap import Sitemap
from companion.portals.smartrecruiters import SmartRecruiters
from companion.portals.workable import Workable
from companion.portals.workday import Workday

BOARDS: dict[str, type[BoardPortal]] = {
    "greenhouse": Greenhouse,
    "lever": Lever,
    "ashby": Ashby,
    "workday": Workday,
    "smartrecruiters": SmartRecruiters,
    "workable": Workable,
    "recruitee": Recruitee,
    "personio": Personio,
    "teamtailor": Teamtailor,
    "bamboohr": BambooHr,
}
"""Systems whose boards are public. Those that are told by their own host need no `company` in the address."""

_BY_HOST = frozenset({"recruitee", "teamtailor"})
_ADDRESS = re.compile(r"https?:(?:\\?/){2}[\w.-]+\.(?:greenhouse\.io|lever\.co|ashbyhq\.com|myworkdayjobs\.com|smartrecruiters\.com|"
                      r"workable\.com|recruitee\.com|personio\.(?:de|com)|teamtailor\.com|bamboohr\.com)[^\"'\s<>)]*")  # fmt: skip
_TOKENS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "greenhouse",
        re.compile(
            r"(?:job_board(?:/js)?\?for=|boardToken[\"']?\s*[:=]\s*[\"']|urlToken[\"']?\s*[:=]\s*[\"'])([\w-]+)"
        ),
    ),
    ("ashby", re.compile(r"jobs\.ashbyhq\.com/([\w.% -]+?)/embed")),
    ("lever", re.compile(r"leverJobsOptions\s*=\s*\{[^}]*accountName[\"']?\s*:\s*[\"']([\w-]+)")),
)
_OWN_HOST: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("recruitee", re.compile(r"recruitee(?:cdn|\.com)|custom-css-style-job")),
    ("teamtailor", re.compile(r"teamtailor-cdn\.com|teamtailor\.com/(?:app|assets)")),
)


def board_at(url: str) -> Board | None:
    """The board an address names by itself, without asking anybody."""
    return _board(identify(url))


async def find_portal(url: str, fetcher: Fetcher | Polite) -> BoardPortal:
    """The portal for a careers address: by the address, by what its page embeds or links, its feed, or its sitemap.

    Raises Blocked or NetError where the page cannot be asked, and Unreadable where nothing on it leads to a list of jobs.
    """
    if (board := board_at(url)) is not None:
        return portal_of(board)
    polite = fetcher if isinstance(fetcher, Polite) else Polite(fetcher)
    captured = await polite.page(url)
    if (board := board_at(captured.url)) is not None:
        return portal_of(board)
    host = urlsplit(captured.url).hostname or ""
    for ats, pattern in _TOKENS:
        if match := pattern.search(captured.html):
            return portal_of(Board(ats=ats, company=match[1]))
    linked = [board for text in _ADDRESS.findall(captured.html) if (board := board_at(text.replace("\\/", "/")))]
    if linked:
        return portal_of(max(linked, key=lambda board: sum(other.company == board.company for other in linked)))
    for ats, pattern in _OWN_HOST:
        if pattern.search(captured.html):
            return portal_of(Board(ats=ats, company=host.split(".")[-2] if "." in host else host, host=host))
    if feed := await asyncio.to_thread(_feed, captured):
        return Feed(urljoin(captured.url, feed))
    sitemap = Sitemap(captured.url)
    try:
        if await sitemap.addresses(polite):
            return sitemap
    except (NetError, Unreadable) as error:
        raise Unreadable(
            "No list of jobs was found behind this address.", "Paste the address of one of its job ads."
        ) from error
    raise Unreadable("No list of jobs was found behind this address.", "Paste the address of one of its job ads.")


def _feed(captured: CapturedPage) -> str:
    """The address of the feed of jobs that a page names, as written; empty where it names none."""
    for link in select(Page(captured).tree, "link[rel=alternate][type*=rss], link[rel=alternate][type*=atom]"):
        if re.search(r"job|career|vacan|position|stelle", f"{link.get('href')} {link.get('title')}".lower()):
            return link.get("href") or ""
    return ""


def portal_of(board: Board) -> BoardPortal:
    """The portal that reads `board`."""
    if board.ats == "sitemap":
        return Sitemap(f"https://{board.host}/")
    if board.ats == "feed":
        return Feed(board.host)
    return BOARDS[board.ats](board)


def _board(found: AtsAddress | None) -> Board | None:
    if found is None or found.ats not in BOARDS:
        return None
    company = found.company
    if found.ats == "workday":
        return (
            Board(ats="workday", company=company, host=found.host, site=found.site) if found.site and company else None
        )
    if not company or company in ("www", "api", "embed", "careers", "jobs", "support", "help", "j"):
        return None
    own = found.ats in _BY_HOST or found.ats in ("personio", "lever")
    return Board(ats=found.ats, company=company, host=found.host if own else "")
