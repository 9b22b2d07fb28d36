"""How a search ends when the other side does not behave: blocks, throttling, drift, damage, slowness, mistakes of ours."""
# ruff: noqa: E501  (made-up pages and tables read better unbroken)

import asyncio
import json
import time
from collections.abc import AsyncIterator
from datetime import datetime

import pytest

from companion.errors import Blocked
from companion.intake.draft import Draft
from companion.net import Limits
from companion.portals import (
    Batch,
    Board,
    Hit,
    Indeed,
    LinkedIn,
    Naukri,
    Outcome,
    Pace,
    Polite,
    Query,
    Sitemap,
    portal_of,
    search,
)
from companion.portals.sample import redacted
from tests.fakes.web import Answer, Web
from tests.unit.portals import answers as given
from tests.unit.portals.answers import as_json, as_xml
from tests.unit.portals.test_boards import NOW, run

URL = "https://boards-api.greenhouse.io/v1/boards/larkspur/jobs"
BOARD = Board(ats="greenhouse", company="larkspur")
CHALLENGE = b"<html><title>Just a moment...</title><body><p>Verify you are human</p></body></html>"

ENDS = [
    ("refused", Answer(403, b"<h1>Forbidden</h1>"), "blocked"), ("throttled", Answer(429, b""), "blocked"), ("linkedin's own", Answer(999, b""), "blocked"),
    ("challenge instead of data", Answer(200, CHALLENGE), "blocked"), ("html instead of data", Answer(200, b"<html><body><h1>Jobs</h1><p>Our new site is here, have a look around and stay a while." + b" Nice." * 50 + b"</p></body></html>"), "drift"),
    ("another shape", as_json({"results": []}), "drift"), ("jobs of another shape", as_json({"jobs": [{"name": "x", "ref": 1}]}), "drift"), ("a list", as_json([]), "drift"), ("null", as_json(None), "drift"),
    ("broken json", Answer(200, b'{"jobs": [{"id": 1, "ti'), "drift"), ("cut off", Answer(200, b'{"jobs": []}', cut=True), "failed"), ("no such board", Answer(404, b"{}"), "failed"),
    ("trouble", Answer(500, b"oops"), "failed"), ("nothing open", as_json({"jobs": []}), "empty"), ("to a private place", Answer(302, headers={"location": "http://127.0.0.1:1/"}), "failed"),
    ("in circles", Answer(302, headers={"location": URL}), "failed"), ("too large", Answer(200, b"{" + b" " * 11_000_000), "failed"), ("a slow drip", Answer(chunks=tuple([b"{"] * 200), pause=0.05), "failed"),
    ("empty body", Answer(200, b""), "drift"), ("not text", Answer(200, bytes(range(256))), "drift"), ("deep json", Answer(200, b"[" * 100_000), "drift"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "answer", "status"), ENDS, ids=[name for name, _, _ in ENDS])
async def test_every_end_has_its_honest_status(name: str, answer: Answer, status: str) -> None:
    async with Web({URL: answer}) as web:
        polite = Polite(web.fetcher(Limits(timeout=1.0, longest_wait=0.02)), pace=Pace(pause=0))
        events = [event async for event in search(Query(), [portal_of(BOARD)], polite, now=NOW, seconds=15)]
        assert len(web.asked) <= 6
    outcome = events[-1]
    assert isinstance(outcome, Outcome)
    assert outcome.status == status, outcome
    assert outcome.message or status == "empty"
    if status == "drift":
        assert outcome.sample


SITE = "https://larkspur.example/sitemap.xml"
KINDS = {
    "posted search": (portal_of(Board(ats="workday", company="x", host="x.wd1.myworkdayjobs.com", site="s")), "https://x.wd1.myworkdayjobs.com/wday/cxs/x/s/jobs"),
    "list and details": (portal_of(Board(ats="smartrecruiters", company="x")), "https://api.smartrecruiters.com/v1/companies/x/postings"),
    "xml feed": (portal_of(Board(ats="personio", company="x")), "https://x.jobs.personio.de/xml"),
    "rss": (portal_of(Board(ats="teamtailor", company="x")), "https://x.teamtailor.com/jobs.rss"),
    "sitemap": (Sitemap("https://larkspur.example/"), SITE),
    "result fragments": (LinkedIn(), "https://www.linkedin.com/jobs-guest/jobs/api/seeMoreJobPostings/search"),
    "result pages": (Indeed(), "https://www.indeed.com/jobs"),
    "result pages by address": (Naukri(), "https://www.naukri.com/engineer-jobs"),
}  # fmt: skip
OTHER_PAGE = (
    b"<html><body><h1>Our new site</h1><ul><li>Have a look around and stay a while.</li></ul>" + b"<p>Nice.</p>" * 50
)


def _harms(url: str) -> dict[str, tuple[Answer, tuple[str, ...]]]:
    """What the other side does, and the statuses that say it honestly."""
    return {
        "refuses": (Answer(403, b"<h1>Forbidden</h1>"), ("blocked",)),
        "throttles": (Answer(429, b"", {"retry-after": "3600"}), ("blocked",)),
        "asks whether a person is there": (Answer(200, CHALLENGE), ("blocked",)),
        # Naukri's page without cards is its page for those who are no browser.
        "answers with another page": (Answer(200, OTHER_PAGE), ("drift",) if "naukri" not in url else ("blocked",)),
        "cuts the answer off": (Answer(200, b"<html><body>" + b"x" * 500, cut=True), ("failed",)),
        "leads to a private place": (Answer(302, headers={"location": "http://127.0.0.1:1/"}), ("failed",)),
        "leads in circles": (Answer(302, headers={"location": url}), ("failed",)),
        "drips": (Answer(chunks=tuple([b"{"] * 40), pause=0.05), ("failed",)),
        "breaks": (Answer(500, b"oops"), ("failed",)),
    }


@pytest.mark.parametrize("kind", KINDS)
async def test_every_kind_of_portal_ends_honestly_whatever_the_other_side_does(kind: str) -> None:
    portal, url = KINDS[kind]
    async with Web() as web:
        for name, (answer, statuses) in _harms(url).items():
            web.routes, asked = {url: answer}, len(web.asked)
            # Only the drip is waited for in vain; a busy machine may take its time over the others.
            fetcher = web.fetcher(Limits(timeout=0.4 if name == "drips" else 10.0, longest_wait=0.01))
            polite = Polite(fetcher, pace=Pace(pause=0), robots=False)
            query = Query(titles=("Engineer",))
            events = [event async for event in search(query, [portal], polite, now=NOW, seconds=60)]
            outcome = events[-1]
            assert isinstance(outcome, Outcome)
            assert (len(events), outcome.listed) == (1, 0), name
            assert outcome.status in statuses, (name, outcome)
            assert outcome.message, name
            assert len(web.asked) - asked <= 18, name  # three tries of six redirects


async def test_a_board_that_moved_is_followed() -> None:
    there = "https://boards-api.greenhouse.io/v1/boards/larkspur-instruments/jobs"
    hits, outcome, _ = await run(
        portal_of(BOARD), {URL: Answer(301, headers={"location": there}), there: as_json(given.GREENHOUSE)}
    )
    assert (len(hits), outcome.status) == (1, "complete")


async def test_a_refusing_host_is_not_asked_again_in_the_same_search_but_in_the_next() -> None:
    other = "https://boards-api.greenhouse.io/v1/boards/heron/jobs"
    async with Web({URL: Answer(403), other: as_json(given.GREENHOUSE)}) as web:
        polite = Polite(web.fetcher(), pace=Pace(pause=0))
        with pytest.raises(Blocked):
            await polite.json(URL)
        with pytest.raises(Blocked):
            await polite.json(other)
        assert len(web.asked) == 1
        polite.forget_refusals()
        assert await polite.json(other)


async def test_one_portals_trouble_is_not_anothers() -> None:
    lever = "https://api.lever.co/v0/postings/larkspur"
    async with Web({URL: Answer(403), lever: as_json(given.LEVER)}) as web:
        polite = Polite(web.fetcher(), pace=Pace(pause=0))
        portals = [portal_of(BOARD), portal_of(Board(ats="lever", company="larkspur"))]
        events = [event async for event in search(Query(), portals, polite, now=NOW)]
    ends = {event.portal: event.status for event in events if isinstance(event, Outcome)}
    assert ends == {"greenhouse:larkspur": "blocked", "lever:larkspur": "complete"}
    assert sum(isinstance(event, Hit) for event in events) == 1


class Broken:
    """A portal with a mistake of ours in it."""

    name, whole = "broken", True

    async def search(self, query: Query, polite: Polite, now: datetime) -> AsyncIterator[Batch]:
        yield Batch(drafts=(Draft(source="x", title="Engineer", url="https://x.example/1", description="x"),))
        raise ZeroDivisionError

    async def detail(self, draft: Draft, polite: Polite, now: datetime) -> Draft:
        return draft


async def test_a_mistake_of_ours_ends_that_portal_only() -> None:
    hits, outcome, _ = await run(Broken(), {})
    assert (len(hits), outcome.status) == (1, "failed")
    assert "Sincerely" in outcome.message


class Endless(Broken):
    name = "endless"

    async def search(self, query: Query, polite: Polite, now: datetime) -> AsyncIterator[Batch]:
        yield Batch(drafts=(Draft(source="x", title="Engineer", url="https://x.example/1", description="x"),))
        await asyncio.sleep(60)
        yield Batch(drafts=())


async def test_a_portal_that_takes_too_long_is_stopped_and_its_finds_are_kept() -> None:
    async with Web() as web:
        events = [event async for event in search(Query(), [Endless()], Polite(web.fetcher()), now=NOW, seconds=0.2)]
    assert [type(event) for event in events] == [Hit, Outcome]
    assert events[-1].status == "truncated"


async def test_robots_are_respected_unless_the_person_chose_otherwise() -> None:
    rules = Answer(200, b"User-agent: *\nDisallow: /\n", {"content-type": "text/plain"})
    search_url = "https://www.linkedin.com/jobs-guest/jobs/api/seeMoreJobPostings/search"
    routes = {
        "https://www.linkedin.com/robots.txt": rules,
        search_url: [Answer(200, given.CARD.format(4012345678).encode()), Answer(200)],
    }
    hits, outcome, web = await run(LinkedIn(), routes, Query(titles=("x",), details=0))
    assert (len(hits), outcome.status) == (0, "blocked")
    assert "robots" in outcome.message
    assert "browser" in outcome.hint
    assert [asked.url for asked in web.asked] == ["https://www.linkedin.com/robots.txt"]
    hits, outcome, _ = await run(LinkedIn(), routes, Query(titles=("x",), details=0), robots=False)
    assert (len(hits), outcome.status) == (1, "complete")


async def test_a_page_without_cards_is_drift_and_an_empty_one_is_empty() -> None:
    url = "https://www.linkedin.com/jobs-guest/jobs/api/seeMoreJobPostings/search"
    _, outcome, _ = await run(
        LinkedIn(), {url: Answer(200, b"<ul><li class=new-card>Engineer</li></ul>")}, Query(titles=("x",))
    )
    assert outcome.status == "drift"
    _, outcome, _ = await run(LinkedIn(), {url: Answer(200, b"")}, Query(titles=("x",)))
    assert outcome.status == "empty"
    _, outcome, _ = await run(
        Indeed(),
        {
            "https://www.indeed.com/jobs": Answer(
                200, b"<html><body><p>Jobs and more jobs for everybody</p></body></html>"
            )
        },
        Query(titles=("x",)),
    )
    assert outcome.status == "drift"
    _, outcome, _ = await run(
        Naukri(),
        {"https://www.naukri.com/x-jobs": Answer(200, b"<html><body><div id=root></div></body></html>")},
        Query(titles=("x",)),
    )
    assert outcome.status == "blocked"


async def test_requests_to_one_host_keep_their_distance() -> None:
    async with Web({URL: as_json({"jobs": []})}) as web:
        polite = Polite(web.fetcher(), pace=Pace(pause=0.15, jitter=0))
        started = time.monotonic()
        await asyncio.gather(*(polite.json(URL) for _ in range(4)))
        assert time.monotonic() - started >= 0.44


async def test_an_unchanged_answer_is_asked_for_with_its_mark() -> None:
    def answer(asked: object) -> Answer:
        if getattr(asked, "headers", {}).get("if-none-match") == '"v1"':
            return Answer(304)
        return as_json(given.GREENHOUSE, etag='"v1"')

    async with Web({URL: answer}) as web:
        polite = Polite(web.fetcher(), pace=Pace(pause=0))
        assert await polite.json(URL) == await polite.json(URL)
        assert len(web.asked) == 2


async def test_personio_without_a_feed_is_drift() -> None:
    portal = portal_of(Board(ats="personio", company="larkspur"))
    for answer in (Answer(200, b"<html><body>No feed</body></html>"), as_xml("<other/>")):
        _, outcome, _ = await run(portal, {"https://larkspur.jobs.personio.de/xml": answer})
        assert outcome.status == "drift"


def test_a_sample_shows_the_shape_and_no_values() -> None:
    sample = redacted({"jobs": [{"title": "Secret Project", "pay": 90_000, "open": True, "team": None}]})
    assert sample == "{jobs: [{title: text, pay: number, open: yes/no, team: nothing} × 1]}"
    assert "Secret" not in redacted(json.dumps({"a": "Secret"}))
