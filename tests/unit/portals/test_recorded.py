"""Recorded answers of the real services, replayed under their own host names (corpora only; nothing of them is kept here)."""
# ruff: noqa: E501  (made-up pages and tables read better unbroken)

import json
import re
from pathlib import Path

import pytest

from companion.portals import Board, Indeed, LinkedIn, Naukri, Query, portal_of
from tests.fakes.web import Answer
from tests.unit.portals.test_boards import run

JOBS = Path(__file__).parents[4] / "shared" / "corpora" / "jobs"
pytestmark = [pytest.mark.corpora, pytest.mark.skipif(not JOBS.is_dir(), reason="../shared/corpora is not here")]

LISTS = {
    "greenhouse": ("https://boards-api.greenhouse.io/v1/boards/x/jobs", "jobs"), "lever": ("https://api.lever.co/v0/postings/x", ""), "ashby": ("https://api.ashbyhq.com/posting-api/job-board/x", "jobs"),
    "smartrecruiters": ("https://api.smartrecruiters.com/v1/companies/x/postings", "content"), "recruitee": ("https://x.recruitee.com/api/offers", "offers"),
    "workday": ("https://x.wd1.myworkdayjobs.com/wday/cxs/x/site/jobs", "jobPostings"),
}  # fmt: skip


def _files(folder: str, pattern: str) -> list[Path]:
    return sorted((JOBS / folder).rglob(pattern)) if JOBS.is_dir() else []


def _listed(path: Path, key: str) -> list[object]:
    value = json.loads(path.read_text(encoding="utf-8"))
    found = value if not key else value.get(key) if isinstance(value, dict) else None
    return (
        [one for one in found if not isinstance(one, dict) or one.get("isListed") is not False]
        if isinstance(found, list)
        else []
    )


@pytest.mark.parametrize("ats", LISTS)
async def test_every_recorded_list_is_read_and_every_other_shape_is_drift(ats: str) -> None:
    url, key = LISTS[ats]
    own = {"host": "x.wd1.myworkdayjobs.com", "site": "site"} if ats == "workday" else {}
    portal = portal_of(Board(ats=ats, company="x", **own))
    for path in _files(f"ats_api/{ats}", "*.json"):
        answer = Answer(200, path.read_bytes())
        entries = _listed(path, key)
        routes: dict[str, object] = {url: [answer, Answer(200, b'{"jobPostings": []}')] if ats == "workday" else answer}
        hits, outcome, _ = await run(portal, routes, Query(limit=1_000, details=0))
        if entries:
            assert outcome.status == "complete", path.name
            assert len(hits) + outcome.duplicates >= 0.9 * len(entries), path.name
            assert all(hit.reading.posting.title for hit in hits)
        elif ats != "recruitee":
            assert outcome.status in ("drift", "empty"), path.name


async def test_recorded_result_pages_give_their_cards() -> None:
    search = "https://www.linkedin.com/jobs-guest/jobs/api/seeMoreJobPostings/search"
    for path in _files("portals/linkedin/guest_search", "*.html"):
        html = path.read_text(encoding="utf-8", errors="replace")
        hits, outcome, _ = await run(
            LinkedIn(), {search: [Answer(200, html.encode()), Answer(200)]}, Query(titles=("x",), limit=500, details=0)
        )
        urns = set(re.findall(r'data-entity-urn="urn:li:jobPosting:(\d+)', html))
        assert len(hits) == len(urns), path.name
        assert (outcome.status == "complete") == bool(urns), path.name
    for path in _files("portals/indeed/search", "*.html"):
        hits, _, _ = await run(
            Indeed(), {"https://www.indeed.com/jobs": Answer(200, path.read_bytes())}, Query(titles=("x",), details=0)
        )
        assert len(hits) == 15, path.name


async def test_recorded_blocks_are_blocks_wherever_they_come_from() -> None:
    for path in _files("blocks", "*.html"):
        if path.stat().st_size < 200 or "naukri" in path.name:
            continue
        _, outcome, _ = await run(
            Indeed(), {"https://www.indeed.com/jobs": Answer(200, path.read_bytes())}, Query(titles=("x",))
        )
        assert outcome.status == "blocked", path.name
    for path in _files("blocks", "*naukri*.html"):
        _, outcome, _ = await run(
            Naukri(), {"https://www.naukri.com/x-jobs": Answer(200, path.read_bytes())}, Query(titles=("x",))
        )
        assert outcome.status == "blocked", path.name
