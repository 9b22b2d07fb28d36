"""A pasted careers address leads to its board; feeds and sitemaps where there is none."""
# ruff: noqa: E501  (made-up pages and tables read better unbroken)

import json

import pytest

from companion.errors import Unreadable
from companion.portals import Board, Pace, Polite, Query, board_at, find_portal
from companion.portals.feed import Feed
from companion.portals.sitemap import Sitemap
from tests.fakes.web import Answer, Web
from tests.unit.intake.pages import ld, posting
from tests.unit.portals.answers import as_xml
from tests.unit.portals.test_boards import run

BOARDS = [
    ("https://boards.greenhouse.io/larkspur", "greenhouse", "larkspur"), ("https://job-boards.eu.greenhouse.io/larkspur/jobs/123", "greenhouse", "larkspur"), ("https://jobs.lever.co/larkspur", "lever", "larkspur"),
    ("https://jobs.ashbyhq.com/Larkspur%20Instruments", "ashby", "Larkspur Instruments"), ("https://larkspur.wd5.myworkdayjobs.com/en-US/Jobs", "workday", "larkspur"), ("https://careers.smartrecruiters.com/Larkspur", "smartrecruiters", "Larkspur"),
    ("https://apply.workable.com/larkspur/", "workable", "larkspur"), ("https://larkspur.recruitee.com", "recruitee", "larkspur"), ("https://larkspur.jobs.personio.de/", "personio", "larkspur"),
    ("https://larkspur.teamtailor.com/jobs", "teamtailor", "larkspur"), ("https://larkspur.bamboohr.com/careers", "bamboohr", "larkspur"),
]  # fmt: skip


@pytest.mark.parametrize(("url", "ats", "company"), BOARDS)
def test_an_address_of_a_known_system_needs_no_request(url: str, ats: str, company: str) -> None:
    board = board_at(url)
    assert board is not None
    assert (board.ats, board.company) == (ats, company)


@pytest.mark.parametrize(
    "url",
    [
        "https://larkspur.example/careers",
        "https://www.greenhouse.io/",
        "https://apply.workable.com/",
        "https://larkspur.wd5.myworkdayjobs.com/",
        "https://www.linkedin.com/jobs/",
    ],
)
def test_other_addresses_name_no_board(url: str) -> None:
    assert board_at(url) is None


PAGES = {
    "greenhouse embed": (
        '<script src="https://boards.greenhouse.io/embed/job_board/js?for=larkspur"></script>',
        "greenhouse:larkspur",
    ),
    "ashby embed": ('<script src="https://jobs.ashbyhq.com/larkspur/embed?version=2"></script>', "ashby:larkspur"),
    "links to lever": (
        '<a href="https://jobs.lever.co/larkspur/b8206fdb-4d85-472c-bd8f-7c7a2dcbfa69">Engineer</a>',
        "lever:larkspur",
    ),
    "escaped in a script": (r'<script>var x = "https:\/\/jobs.ashbyhq.com\/larkspur"</script>', "ashby:larkspur"),
    "teamtailor on its own host": ('<link href="https://assets.teamtailor-cdn.com/x.css">', "teamtailor:larkspur"),
    "workday link": ('<a href="https://larkspur.wd5.myworkdayjobs.com/Jobs">Jobs</a>', "workday:larkspur"),
}


@pytest.mark.parametrize("name", PAGES)
async def test_a_careers_page_leads_to_its_board(name: str) -> None:
    body, portal = PAGES[name]
    url = "https://careers.larkspur.example/jobs"
    async with Web({url: Answer(200, f"<html><body><h1>Work with us</h1>{body}</body></html>".encode())}) as web:
        found = await find_portal(url, Polite(web.fetcher(), pace=Pace(pause=0)))
    assert found.name == portal


async def test_a_careers_page_with_a_feed_or_a_sitemap_is_read_by_it() -> None:
    feed_page = b'<html><head><link rel="alternate" type="application/rss+xml" title="Jobs" href="/jobs.xml"></head><body>Jobs</body></html>'
    url, other = "https://larkspur.example/careers", "https://heron.example/careers"
    sitemap = as_xml(
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://heron.example/jobs/baker-12</loc></url></urlset>'
    )
    async with Web(
        {
            url: Answer(200, feed_page),
            other: Answer(200, b"<html><body>Come and bake.</body></html>"),
            "https://heron.example/sitemap.xml": sitemap,
        }
    ) as web:
        polite = Polite(web.fetcher(), pace=Pace(pause=0))
        assert isinstance(await find_portal(url, polite), Feed)
        assert isinstance(await find_portal(other, polite), Sitemap)
        with pytest.raises(Unreadable, match="No list of jobs"):
            await find_portal("https://larkspur.example/nothing", Polite(Web404(web), pace=Pace(pause=0)))


class Web404:
    """A fetcher whose pages exist and hold nothing."""

    def __init__(self, web: Web) -> None:
        self._fetcher = web.fetcher()

    async def get(self, url: str, **more: object) -> object:
        from companion.net import Response

        return Response(
            url=url,
            status=404 if url.endswith((".xml", ".txt")) else 200,
            body=b"<html><body>Hello there</body></html>",
        )

    post = get


async def test_a_sitemap_leads_to_pages_that_are_read_like_any_other() -> None:
    index = as_xml(
        "<sitemapindex><sitemap><loc>https://heron.example/posts.xml</loc></sitemap><sitemap><loc>https://heron.example/jobs.xml</loc></sitemap></sitemapindex>"
    )
    jobs = as_xml(
        "<urlset><url><loc>https://heron.example/jobs/baker-12</loc><lastmod>2026-03-01</lastmod></url><url><loc>https://heron.example/jobs/gone-13</loc></url><url><loc>https://heron.example/about</loc></url></urlset>"
    )
    page = f"<html><head>{ld(posting(title='Baker'))}</head><body>x</body></html>".encode()
    routes = {
        "https://heron.example/sitemap.xml": index,
        "https://heron.example/jobs.xml": jobs,
        "https://heron.example/posts.xml": as_xml("<urlset/>"),
        "https://heron.example/jobs/baker-12": Answer(200, page),
    }
    hits, outcome, web = await run(Sitemap("https://heron.example/careers"), routes)
    assert [hit.reading.posting.title for hit in hits] == ["Baker"]
    assert outcome.status == "complete"
    assert "https://heron.example/about" not in {asked.url for asked in web.asked}


async def test_feeds_of_both_kinds_are_read() -> None:
    atom = as_xml(
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Heron Bakery: Night Baker</title><link href="https://heron.example/jobs/12"/><published>2026-03-02T10:00:00Z</published><content type="html">&lt;p&gt;Bake.&lt;/p&gt;</content></entry></feed>'
    )
    hits, _, _ = await run(Feed("https://heron.example/jobs.atom"), {"https://heron.example/jobs.atom": atom})
    found = hits[0].reading.posting
    assert (found.title, found.company, found.url, found.ats) == (
        "Night Baker",
        "Heron Bakery",
        "https://heron.example/jobs/12",
        "",
    )
    assert hits[0].reading.description == "Bake."


async def test_xml_bombs_and_entities_do_nothing() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&b;&c;</title><link>https://x.example/1</link></item></channel></rss>'
    hits, _, _ = await run(
        Feed("https://heron.example/jobs.rss"), {"https://heron.example/jobs.rss": as_xml(bomb)}, Query()
    )
    assert "root:" not in json.dumps([hit.reading.posting.title for hit in hits])


def test_a_board_keeps_what_is_needed_to_ask_it() -> None:
    assert board_at("https://wd3.myworkdaysite.com/recruiting/larkspur/Jobs") == Board(
        ats="workday", company="larkspur", host="wd3.myworkdaysite.com", site="Jobs"
    )
