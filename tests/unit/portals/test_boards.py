"""Each portal against answers in its service's shape, under the real host names, over real sockets."""
# ruff: noqa: E501  (made-up pages and tables read better unbroken)

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import pytest

from companion.model.posting import Pay
from companion.model.profile import Wish
from companion.portals import (
    Board,
    Hit,
    Indeed,
    LinkedIn,
    Naukri,
    Outcome,
    Pace,
    Polite,
    Portal,
    Query,
    portal_of,
    search,
)
from tests.fakes.web import Answer, Web
from tests.unit.portals import answers as given
from tests.unit.portals.answers import ID, as_json, as_xml

NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)
EVERYTHING = Query(limit=500)
HTML = Answer


def _html(text: str, status: int = 200) -> Answer:
    return Answer(status, text.encode())


PORTALS: dict[str, tuple[Portal, Mapping[str, Any]]] = {
    "greenhouse": (portal_of(Board(ats="greenhouse", company="larkspur")), {"https://boards-api.greenhouse.io/v1/boards/larkspur/jobs": as_json(given.GREENHOUSE)}),
    "lever": (portal_of(Board(ats="lever", company="larkspur", name="Larkspur Instruments")), {"https://api.lever.co/v0/postings/larkspur": as_json(given.LEVER)}),
    "lever, europe": (portal_of(Board(ats="lever", company="larkspur", host="jobs.eu.lever.co", name="Larkspur Instruments")), {"https://api.eu.lever.co/v0/postings/larkspur": as_json(given.LEVER)}),
    "ashby": (portal_of(Board(ats="ashby", company="Larkspur Instruments")), {"https://api.ashbyhq.com/posting-api/job-board/Larkspur%20Instruments": as_json(given.ASHBY)}),
    "workday": (portal_of(Board(ats="workday", company="larkspur", host="larkspur.wd5.myworkdayjobs.com", site="Jobs")),
                {"https://larkspur.wd5.myworkdayjobs.com/wday/cxs/larkspur/Jobs/jobs": as_json(given.WORKDAY),
                 "https://larkspur.wd5.myworkdayjobs.com/wday/cxs/larkspur/Jobs/job/Leeds/Backend-Engineer_R-1234": as_json(given.WORKDAY_DETAIL)}),
    "smartrecruiters": (portal_of(Board(ats="smartrecruiters", company="Larkspur")),
                        {"https://api.smartrecruiters.com/v1/companies/Larkspur/postings": as_json(given.SMART), "https://api.smartrecruiters.com/v1/companies/Larkspur/postings/744000012345678": as_json(given.SMART_DETAIL)}),
    "workable": (portal_of(Board(ats="workable", company="larkspur")), {"https://apply.workable.com/api/v1/widget/accounts/larkspur": as_json(given.WORKABLE)}),
    "recruitee": (portal_of(Board(ats="recruitee", company="larkspur")), {"https://larkspur.recruitee.com/api/offers": as_json(given.RECRUITEE)}),
    "bamboohr": (portal_of(Board(ats="bamboohr", company="larkspur", name="Larkspur Instruments")),
                 {"https://larkspur.bamboohr.com/careers/list": as_json(given.BAMBOO), "https://larkspur.bamboohr.com/careers/12/detail": as_json(given.BAMBOO_DETAIL)}),
    "personio": (portal_of(Board(ats="personio", company="larkspur")), {"https://larkspur.jobs.personio.de/xml": as_xml(given.PERSONIO)}),
    "teamtailor": (portal_of(Board(ats="teamtailor", company="larkspur", name="Larkspur Instruments")), {"https://larkspur.teamtailor.com/jobs.rss": as_xml(given.TEAMTAILOR)}),
    "linkedin": (LinkedIn(), {"https://www.linkedin.com/jobs-guest/jobs/api/seeMoreJobPostings/search": [_html(given.CARD.format(4012345678)), _html("")],
                              "https://www.linkedin.com/jobs-guest/jobs/api/jobPosting/4012345678": _html(given.LINKEDIN_DETAIL)}),
    "indeed": (Indeed("uk"), {"https://uk.indeed.com/jobs": _html(given.INDEED), "https://uk.indeed.com/viewjob": Answer(404)}),
    "naukri": (Naukri(), {"https://www.naukri.com/backend-engineer-jobs": _html(given.NAUKRI), "https://www.naukri.com/backend-engineer-jobs-2": Answer(404)}),
}  # fmt: skip


async def run(
    portal: Portal, routes: Mapping[str, Any], query: Query = EVERYTHING, *, robots: bool = True
) -> tuple[list[Hit], Outcome, Web]:
    """All hits of one portal, its outcome, and what was asked."""
    async with Web(dict(routes)) as web:
        polite = Polite(web.fetcher(), pace=Pace(pause=0), robots=robots)
        events = [event async for event in search(query, [portal], polite, now=NOW, seconds=20)]
    assert isinstance(events[-1], Outcome)
    return [event for event in events if isinstance(event, Hit)], events[-1], web


@pytest.mark.parametrize("name", PORTALS)
async def test_a_job_of_each_portal_is_found_and_read(name: str) -> None:
    portal, routes = PORTALS[name]
    hits, outcome, web = await run(portal, routes, Query(titles=("Backend Engineer",), days=30))
    assert len(hits) == outcome.kept == 1
    posting = hits[0].reading.posting
    assert (posting.title, posting.company) == ("Backend Engineer", "Larkspur Instruments")
    assert posting.places[0].city == "Leeds"
    assert posting.posted == date(2026, 3, 2)
    assert posting.url.startswith("https://")
    assert posting.captured_at == NOW
    if name not in ("indeed", "naukri"):  # theirs come from pages of their own
        assert "Python" in hits[0].reading.description
        assert outcome.status == "complete"
    if posting.pay is not None and name != "naukri":
        assert (posting.pay.minimum, posting.pay.maximum, posting.pay.currency, posting.pay.period) == (
            45000,
            55000,
            "GBP",
            "year",
        )
    assert all("Sincerely" in asked.headers["user-agent"] for asked in web.asked)


async def test_the_list_without_text_is_completed_by_the_detail() -> None:
    hits, _, _ = await run(*PORTALS["smartrecruiters"])
    assert hits[0].reading.posting.pay is not None
    hits, _, _ = await run(*PORTALS["smartrecruiters"], Query(details=0))
    assert hits[0].reading.description == ""


async def test_unlisted_jobs_are_not_shown() -> None:
    hits, outcome, _ = await run(*PORTALS["ashby"])
    assert (len(hits), outcome.listed) == (1, 1)


async def test_workday_is_asked_with_all_four_fields_twenty_at_a_time() -> None:
    import json

    full = {
        "jobPostings": [
            {"title": f"Engineer {n}", "externalPath": f"/job/x/E_R-{n}", "bulletFields": [f"R-{n}"]} for n in range(20)
        ]
    }
    pages = [as_json(full), as_json(given.WORKDAY)]
    portal, routes = PORTALS["workday"]
    url = "https://larkspur.wd5.myworkdayjobs.com/wday/cxs/larkspur/Jobs/jobs"
    hits, outcome, web = await run(portal, {**routes, url: pages}, Query(details=0))
    bodies = [json.loads(asked.body) for asked in web.asked if asked.method == "POST"]
    assert [(body["limit"], body["offset"]) for body in bodies] == [(20, 0), (20, 20)]
    assert set(bodies[0]) == {"appliedFacets", "limit", "offset", "searchText"}
    assert (outcome.status, len(hits)) == ("complete", 21)


async def test_linkedin_pages_by_what_came_and_counts_each_card_once() -> None:
    first = "".join(given.CARD.format(4012345600 + n) for n in range(10))
    second = "".join(given.CARD.format(4012345609 + n) for n in range(10))
    url = "https://www.linkedin.com/jobs-guest/jobs/api/seeMoreJobPostings/search"
    hits, outcome, web = await run(
        LinkedIn(),
        {url: [_html(first), _html(second), _html("")]},
        Query(titles=("Backend Engineer",), details=0, days=7, remote=True),
    )
    starts = [asked.url.split("start=")[1].split("&")[0] for asked in web.asked if "start=" in asked.url]
    assert starts == ["0", "10", "20"]
    assert (len(hits), outcome.duplicates, outcome.status) == (19, 1, "complete")
    assert "f_TPR=r604800" in web.asked[1].url
    assert "f_WT=2" in web.asked[1].url


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        (Query(titles=("Backend Engineer",)), 1), (Query(titles=("Senior Backend Engineer",)), 1), (Query(titles=("Baker",)), 0), (Query(places=(Wish(text="Leeds", city="Leeds", country="GB"),)), 1),
        (Query(places=(Wish(text="Oslo", city="Oslo", country="NO"),)), 0), (Query(days=7), 0), (Query(days=10), 1), (Query(employment=("internship",)), 0), (Query(remote=True), 0),
        (Query(pay_floor=Pay(minimum=60000, currency="GBP", period="year")), 0), (Query(pay_floor=Pay(minimum=50000, currency="GBP", period="year")), 1), (Query(pay_floor=Pay(minimum=99999, currency="USD", period="year")), 1),
    ],
)  # fmt: skip
async def test_a_whole_board_is_filtered_by_the_query(query: Query, kept: int) -> None:
    hits, outcome, _ = await run(*PORTALS["lever"], query)
    assert (len(hits), outcome.listed) == (kept, 1)


@pytest.mark.parametrize(("radius", "known", "kept"), [(40, True, 1), (None, True, 0), (40, False, 0), (40, None, 1)])
async def test_a_radius_is_asked_of_who_knows_distances(radius: float | None, known: bool | None, kept: int) -> None:
    portal, routes = PORTALS["lever"]
    query = Query(places=(Wish(text="York", city="York", country="GB", radius_km=radius),))
    async with Web(routes) as web:
        polite = Polite(web.fetcher(), pace=Pace(pause=0), robots=False)
        events = [one async for one in search(query, [portal], polite, now=NOW, near=lambda _, place: known)]
    assert sum(not isinstance(one, Outcome) for one in events) == kept


async def test_what_a_portal_lists_against_the_query_is_left_out() -> None:
    portal, routes = PORTALS["indeed"]
    for query, kept in (
        (Query(titles=("Backend Engineer",), details=0), 1),
        (Query(titles=("Backend Engineer",), details=0, remote=True), 0),
        (Query(titles=("Backend Engineer",), details=0, employment=("internship",)), 0),
        (
            Query(titles=("Backend Engineer",), details=0, pay_floor=Pay(minimum=90000, currency="GBP", period="year")),
            0,
        ),
    ):
        hits, outcome, _ = await run(portal, routes, query)
        assert (len(hits), outcome.status) == (kept, "complete")


async def test_every_wished_title_is_asked_for_in_the_portals_own_way() -> None:
    titles = ("Backend Engineer", "Platform Engineer")
    _, _, web = await run(*PORTALS["indeed"], Query(titles=titles, details=0, days=7, employment=("contract",)))
    asked = [one.url for one in web.asked if "/jobs?" in one.url]
    assert [any(word in url for url in asked) for word in ("q=Backend", "q=Platform", "jt=contract", "fromage=7")] == [
        True
    ] * 4
    _, _, web = await run(*PORTALS["linkedin"], Query(titles=titles, details=0))
    assert "%22+OR+%22" in web.asked[-1].url or "%22%20OR%20%22" in web.asked[-1].url


async def test_ids_of_everything_listed_are_told_only_where_it_was_everything() -> None:
    _, outcome, _ = await run(*PORTALS["lever"], EVERYTHING)
    assert outcome.jobs == {ID}
    _, outcome, _ = await run(*PORTALS["lever"], Query(titles=("Baker",)))
    assert outcome.jobs == {ID}
    _, outcome, _ = await run(*PORTALS["workday"], Query(titles=("Backend Engineer",)))
    assert (outcome.status, outcome.jobs) == ("complete", frozenset())
    _, outcome, _ = await run(*PORTALS["indeed"], Query(titles=("Backend Engineer",), details=0))
    assert outcome.jobs == frozenset()


async def test_the_limit_ends_a_search_as_truncated() -> None:
    jobs = {
        "jobs": [dict(given.GREENHOUSE["jobs"][0], id=n, absolute_url=f"https://x.example/{n}") for n in range(1, 30)]
    }
    hits, outcome, _ = await run(
        PORTALS["greenhouse"][0],
        {"https://boards-api.greenhouse.io/v1/boards/larkspur/jobs": as_json(jobs)},
        Query(limit=5),
    )
    assert (len(hits), outcome.status) == (5, "truncated")


def test_ids_are_those_of_the_page_so_that_one_job_is_one() -> None:
    from companion.intake.ats.address import identify

    assert identify(f"https://jobs.lever.co/larkspur/{ID}").job == ID
