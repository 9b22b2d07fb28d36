"""One posting by a pasted address: public data where the address names it, else the page."""

import pytest

from companion.errors import Blocked, PrivateAddress, Unreadable
from companion.intake import CapturedPage, Reading, read
from companion.portals import Pace, Polite, read_url
from tests.fakes.web import Answer, Web
from tests.unit.intake.pages import ld, posting
from tests.unit.portals import answers as given
from tests.unit.portals.answers import ID, as_json
from tests.unit.portals.test_boards import NOW

SHELL = Answer(200, b"<html><body><div id=root></div></body></html>")


class Here:
    """Reads in this process."""

    async def read(self, page: CapturedPage) -> Reading:
        return read(page)


async def _read(url: str, routes: dict[str, object]) -> tuple[Reading, Web]:
    async with Web(routes) as web:
        return await read_url(url, Polite(web.fetcher(), pace=Pace(pause=0)), Here(), now=NOW), web


@pytest.mark.parametrize(
    ("url", "api", "answer"),
    [
        (
            f"https://jobs.lever.co/larkspur/{ID}/apply",
            "https://api.lever.co/v0/postings/larkspur",
            as_json(given.LEVER),
        ),
        (
            f"https://jobs.ashbyhq.com/larkspur/{ID}",
            "https://api.ashbyhq.com/posting-api/job-board/larkspur",
            as_json(given.ASHBY),
        ),
        (
            "https://larkspur.wd5.myworkdayjobs.com/Jobs/job/Leeds/Backend-Engineer_R-1234",
            "https://larkspur.wd5.myworkdayjobs.com/wday/cxs/larkspur/Jobs/job/Leeds/Backend-Engineer_R-1234",
            as_json(given.WORKDAY_DETAIL),
        ),
    ],
)
async def test_an_address_of_a_known_system_is_read_from_its_public_data(url: str, api: str, answer: Answer) -> None:
    reading, _ = await _read(url, {api: answer, url: SHELL})
    assert reading.posting.title == "Backend Engineer"
    assert "Python" in reading.description
    assert reading.posting.ats_job


async def test_where_the_data_is_not_to_be_had_the_page_is_read() -> None:
    url = f"https://jobs.lever.co/larkspur/{ID}"
    page = Answer(200, f"<html><head>{ld(posting())}</head><body>x</body></html>".encode())
    reading, _ = await _read(url, {"https://api.lever.co/v0/postings/larkspur": Answer(500), url: page})
    assert reading.posting.title == "Backend Engineer"


async def test_walls_shells_and_private_addresses_are_told_apart() -> None:
    url = "https://larkspur.example/jobs/1"
    with pytest.raises(Blocked):
        await _read(url, {url: Answer(403, b"<h1>Forbidden</h1>")})
    with pytest.raises(Blocked):
        await _read(url, {url: Answer(200, b"<title>Just a moment...</title><p>Verify you are human</p>")})
    with pytest.raises(Unreadable):
        await _read(url, {url: SHELL})
    with pytest.raises(PrivateAddress):
        await _read("http://127.0.0.1:41730/", {})
