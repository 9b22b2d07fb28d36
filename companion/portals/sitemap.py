"""Career pages without an API: their sitemap lists the postings, and each page carries its own data."""

import gzip
import re
import zlib
from collections.abc import AsyncIterator
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from companion.errors import Blocked, Drift, NetError, Unreadable
from companion.intake.draft import Draft
from companion.intake.page import Reading
from companion.intake.tree import Element
from companion.portals.board import Board, BoardPortal
from companion.portals.polite import Polite
from companion.portals.portal import Batch
from companion.portals.query import Query

_JOB_ADDRESS = re.compile(
    r"/(?:jobs?|careers?|positions?|vacanc(?:y|ies)|openings?|stellen(?:angebote?|anzeigen?)?|karriere|offres?|emplois?|o|empleos?|vagas?|lediga-jobb)/"
    r"[^/?#]*(?:\d|-)[^/?#]*/?(?:[^/?#]+/?)?$",
    re.IGNORECASE,
)  # fmt: skip
_JOB_MAP = re.compile(r"job|career|position|stelle|vacanc", re.IGNORECASE)
_MAPS = 10
_PAGES = 60
_LARGEST = 20_000_000


class Sitemap(BoardPortal):
    """The postings in a site's sitemap, newest first, read like any page. At most sixty pages a search."""

    def __init__(self, site: str) -> None:
        host = urlsplit(site).hostname or site
        super().__init__(Board(ats="sitemap", company="", host=host))
        self._site = site if site.endswith((".xml", ".gz")) else urljoin(site, "/sitemap.xml")

    async def search(self, query: Query, polite: Polite, now: datetime) -> AsyncIterator[Batch]:
        addresses = await self.addresses(polite)
        words = {word for title in query.titles for word in re.findall(r"\w{4,}", title.lower())}
        # An address that names the job is worth more than one of the same day that does not.
        ranked = sorted(
            addresses, key=lambda pair: (any(word in pair[0].lower() for word in words), pair[1]), reverse=True
        )
        for number, (url, _) in enumerate(ranked[:_PAGES]):
            try:
                reading = await polite.reading(url)
            except (Blocked, Drift):
                raise
            except (Unreadable, NetError):
                continue
            yield Batch(drafts=(_draft(reading),), truncated=number == _PAGES - 1 and len(ranked) > _PAGES)

    async def addresses(self, polite: Polite) -> list[tuple[str, str]]:
        """Job addresses with their last change, from the sitemap and those it refers to."""
        waiting, found = [self._site], dict[str, str]()
        for _ in range(_MAPS):
            if not waiting:
                break
            url = waiting.pop(0)
            root = await self._map(url, polite)
            for node in root.iter("{*}sitemap"):
                place = _text(node, "loc")
                # Maps named after jobs are read before the rest of the site's.
                waiting.insert(0 if _JOB_MAP.search(place) else len(waiting), place)
            for node in root.iter("{*}url"):
                place = _text(node, "loc")
                if _JOB_ADDRESS.search(urlsplit(place).path):
                    found[place] = _text(node, "lastmod")
        return list(found.items())

    async def _map(self, url: str, polite: Polite) -> Element:
        answer = await polite.ask(url, accept="application/xml", robots=True)
        body = answer.body
        if body[:2] == b"\x1f\x8b":
            try:
                body = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(body, _LARGEST)
            except (zlib.error, gzip.BadGzipFile):
                body = b""
        return polite.xml(answer, "urlset", "sitemapindex", body=body)


def _text(node: Element, name: str) -> str:
    for child in node:
        if child.tag.rsplit("}", 1)[-1] == name:
            return (child.text or "").strip()
    return ""


def _draft(reading: Reading) -> Draft:
    posting = reading.posting
    names = set(Draft.__struct_fields__) - {"source", "description"}
    values = {name: getattr(posting, name) for name in names}
    return Draft(source="page", description=reading.description, **values)
