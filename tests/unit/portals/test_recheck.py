"""Whether a saved posting is still open, and what stands behind an address whose page is empty."""
# ruff: noqa: E501  (made-up pages and tables read better unbroken)

import json
from datetime import UTC, datetime

import pytest

from companion.intake import read
from companion.model.posting import Posting
from companion.portals import Pace, Polite, recheck
from tests.fakes.web import Answer, Web
from tests.unit.intake.pages import TEXT, ld, page, posting
from tests.unit.portals import answers as given
from tests.unit.portals.answers import ID, as_json
from tests.unit.portals.test_boards import NOW
from tests.unit.portals.test_single import Here

OWN = "https://larkspur.example/careers/backend-engineer"
LEVER = f"https://jobs.lever.co/larkspur/{ID}"
BAMBOO = "https://larkspur.bamboohr.com/careers/12"
SHOWN = f"<html><head>{ld(posting(validThrough=None))}</head><body><h1>Backend Engineer</h1></body></html>".encode()
BAR = b"<p>This job is no longer available.</p>"


def _saved(url: str) -> Posting:
    return read(page("", ld(posting()), url=url)).posting


@pytest.mark.parametrize(
    ("url", "routes", "liveness", "said"),
    [
        (OWN, {OWN: Answer(200, SHOWN)}, "open", "page shows it"),
        (OWN, {OWN: Answer(404)}, "closed", "gone"),
        (OWN, {OWN: Answer(410)}, "closed", "gone"),
        (OWN, {OWN: Answer(200, SHOWN.replace(b"<h1>", BAR + b"<h1>"))}, "closed", "says that it is closed"),
        (OWN, {OWN: Answer(200, b"<title>Larkspur</title><h1>This position has been filled</h1>")}, "closed", "filled"),
        (OWN, {OWN: Answer(302, headers={"location": "https://larkspur.example/careers"}),
               "https://larkspur.example/careers": Answer(200, b"<h1>Careers</h1><p>Join us.</p>")}, "closed", "leads to"),
        (OWN, {OWN: Answer(403)}, "unknown", "refuses"),
        (OWN, {OWN: Answer(200, b"<title>Just a moment...</title>")}, "unknown", "check"),
        (OWN, {OWN: Answer(500)}, "unknown", "error"),
        (OWN, {OWN: Answer(200, b"<h1>Welcome</h1><p>We make river gauges.</p>")}, "unknown", ""),
        (LEVER, {"https://api.lever.co/v0/postings/larkspur": as_json(given.LEVER)}, "open", "lists it"),
        (LEVER, {"https://api.lever.co/v0/postings/larkspur": as_json([])}, "closed", "not list it"),
        (LEVER, {"https://api.lever.co/v0/postings/larkspur": Answer(500), LEVER: Answer(404)}, "closed", "gone"),
        (BAMBOO, {f"{BAMBOO}/detail": as_json(given.BAMBOO_DETAIL)}, "open", "lists it"),
        (BAMBOO, {f"{BAMBOO}/detail": Answer(404), BAMBOO: Answer(404)}, "closed", "gone"),
    ],
)  # fmt: skip
async def test_only_what_is_said_counts(url: str, routes: dict[str, Answer], liveness: str, said: str) -> None:
    async with Web(routes) as web:
        found = await recheck(_saved(url), Polite(web.fetcher(), pace=Pace(pause=0)), Here(), now=NOW)
    assert found.liveness == liveness
    assert said in found.reason


async def test_a_posting_without_an_address_stays_unknown() -> None:
    async with Web() as web:
        found = await recheck(_saved(""), Polite(web.fetcher()), Here())
    assert found.liveness == "unknown"


async def test_a_requisition_of_oracle_is_read_from_its_public_data() -> None:
    from companion.portals import read_url

    url = "https://larkspur.fa.us2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1/job/48291"
    api = "https://larkspur.fa.us2.oraclecloud.com/hcmRestApi/resources/latest/recruitingCEJobRequisitionDetails"
    item = {"Id": "48291", "Title": "Gauge Technician", "PrimaryLocation": "Leeds, United Kingdom", "PrimaryLocationCountry": "GB",
            "WorkplaceType": "Hybrid", "ExternalPostedStartDate": "2026-03-02T00:00:00+00:00", "JobSchedule": "Full time",
            "ExternalDescriptionStr": f"<p>{TEXT}</p>", "ExternalResponsibilitiesStr": f"<p>{TEXT}</p>"}  # fmt: skip
    shell = (
        b"<html><head><meta property='og:site_name' content='Larkspur Instruments Careers'></head><body></body></html>"
    )
    async with Web({api: Answer(200, json.dumps({"items": [item]}).encode()), url: Answer(200, shell)}) as web:
        reading = await read_url(url, Polite(web.fetcher(), pace=Pace(pause=0)), Here(), now=NOW)
        asked = [one.url for one in web.asked]
    found = reading.posting
    assert (found.title, found.company, found.ats, found.ats_job) == (
        "Gauge Technician",
        "Larkspur Instruments",
        "oracle",
        "48291",
    )
    assert (found.mode, found.posted, found.employment) == (
        "hybrid",
        datetime(2026, 3, 2, tzinfo=UTC).date(),
        ("full_time",),
    )
    assert reading.description.count("river gauges") == 1
    assert any('Id="48291",siteNumber=CX_1' in one or "Id=%2248291%22,siteNumber=CX_1" in one for one in asked)


async def test_icims_is_asked_for_what_stands_in_its_frame() -> None:
    from companion.portals import read_url

    url = "https://careers-larkspur.icims.com/jobs/1234/gauge-technician/job"
    inner = f"<h1 class=iCIMS_Header>Gauge Technician</h1><div class=iCIMS_JobContent><div class=iCIMS_InfoMsg_Job>{TEXT}</div></div>"
    async with Web(
        {url: lambda asked: Answer(200, inner.encode() if "in_iframe=1" in asked.url else b"<iframe></iframe>")}
    ) as web:
        reading = await read_url(url, Polite(web.fetcher(), pace=Pace(pause=0)), Here(), now=NOW)
    assert (reading.posting.title, reading.posting.company, reading.posting.url) == (
        "Gauge Technician",
        "Larkspur",
        url,
    )
