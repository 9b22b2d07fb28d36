"""Recorded result pages of the portals: every card's facts against what the card itself shows, the common scraper beside."""
# ruff: noqa: E501  (patterns read better unbroken)

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from companion.intake import CapturedPage
from companion.intake.ats import indeed
from companion.intake.draft import Draft
from companion.intake.gazetteer import country_name, fold
from companion.intake.page import Page
from companion.intake.text import line
from companion.model.posting import Place
from companion.portals import linkedin, naukri
from tests.benchmarks import Row
from tests.benchmarks._pages import AT
from tests.benchmarks._scraper import scraped


class _Portal(NamedTuple):
    folder: str
    card: str
    """What every card begins with."""
    parts: dict[str, str]
    read: Callable[[CapturedPage], Sequence[Draft]]
    dated: bool = False
    """Whether cards carry their day; "1 week ago" is none."""


_PORTALS = {
    "linkedin": _Portal(
        "linkedin/guest_search", r"<[^>]*data-entity-urn=\"urn:li:jobPosting:",
        {"id": r"urn:li:jobPosting:(\d+)", "title": r"base-search-card__title[^>]*>(.*?)</h3", "company": r"base-search-card__subtitle[^>]*>(.*?)</h4",
         "posted": r"<time[^>]*datetime=\"([\d-]+)\"", "place": r"job-search-card__location[^>]*>(.*?)</span"},
        lambda page: linkedin.cards(page, AT), dated=True,
    ),
    "indeed": _Portal(
        "indeed/search", r"<a\b[^>]*data-jk=",
        {"id": r"data-jk=\"([0-9a-f]{16})\"", "title": r"id=\"jobTitle-[0-9a-f]+\"[^>]*>(.*?)</span>", "company": r"data-testid=\"company-name\"[^>]*>(.*?)</span>",
         "place": r"data-testid=\"text-location\"[^>]*>(.*?)</div>"},
        lambda page: indeed.cards(Page(page), "") or [],
    ),
    "naukri": _Portal(
        "naukri/search", r"<\w+\b[^>]*data-job-id=",
        {"id": r"data-job-id=\"(\d+)\"", "title": r"<a class=\"title\b[^>]*>(.*?)</a>", "company": r"<a[^>]*\b(?:comp-name|subTitle)\b[^>]*>(.*?)</a>",
         "place": r"\b(?:locWdth|location)\b[^>]*>(.*?)</(?:span|li)>"},
        lambda page: naukri.cards(page, AT),
    ),
}  # fmt: skip


def searches(corpora: Path) -> Iterable[Row]:
    """A row a portal and fact. The scraper is run where an interpreter with it is named and it reads such pages."""
    for name, portal in _PORTALS.items():
        ours: dict[str, list[bool]] = defaultdict(list)
        peer: dict[str, list[bool]] = defaultdict(list)
        for path in sorted((corpora / "jobs" / "portals" / portal.folder).glob("*.html")):
            html = path.read_text(encoding="utf-8", errors="replace")
            truth = {card["id"]: card for card in _cards(html, portal) if card["id"] and card["title"]}
            page = CapturedPage(url="https://portal.example/jobs", html=html, captured_at=AT)
            mine = {
                draft.ats_job: (draft.title, draft.company, str(draft.posted), [*map(_names, draft.places)])
                for draft in portal.read(page)
            }
            scraper = scraped(name, html)
            theirs = {
                job["id"]: (job["title"], job["company"] or "", str(job["posted"]), [f"{job['city']} {job['country']}"])
                for job in scraper or ()
            }
            for number, card in truth.items():
                _score(ours, card, mine.get(number), dated=portal.dated)
                if scraper is not None:
                    _score(peer, card, theirs.get(number), dated=portal.dated)
        for metric, hits in ours.items():
            beside = {"jobspy": sum(peer[metric]) / len(peer[metric])} if peer[metric] else {}
            yield Row(case=f"{name} searches", metric=metric, value=sum(hits) / len(hits), n=len(hits), peer=beside)


def _cards(html: str, portal: _Portal) -> Iterable[dict[str, str]]:
    patterns = {name: re.compile(pattern, re.DOTALL) for name, pattern in portal.parts.items()}
    for markup in re.split(f"(?={portal.card})", html)[1:]:
        found = {name: pattern.search(markup[:30_000]) for name, pattern in patterns.items()}
        yield {name: line(match[1]) if match else "" for name, match in found.items()}


def _names(place: Place) -> str:
    return f"{place.text} {place.city} {place.region} {country_name(place.country)} {place.country}"


def _score(
    scores: dict[str, list[bool]], card: dict[str, str], found: tuple[str, str, str, list[str]] | None, *, dated: bool
) -> None:
    title, company, posted, places = found or ("", "", "", [])
    scores["jobs found"].append(found is not None)
    scores["title"].append(fold(title) == fold(card["title"]))
    if card["company"]:
        scores["company"].append(fold(company) == fold(card["company"]))
    if dated and card["posted"]:
        scores["date"].append(posted == card["posted"])
    if card["place"]:
        named = re.split(
            r"[,(]", re.sub(r"^(?:Hybrid|Remote)(?: work)?(?: in|\s*-)?\s*", "", card["place"], flags=re.IGNORECASE)
        )[0]
        bare = fold(re.sub(r"\b(?:Greater|Metropolitan|Metro|Area|Region|Bay)\b", " ", named))
        if bare:
            scores["place"].append(any(word in fold(" ".join(places)) for word in bare.split()))
