"""The person's own lists at portals, in made-up markup of several kinds: rows, cards, tables, without any selector."""
# ruff: noqa: E501 - markup

from datetime import UTC, datetime

import pytest

from companion.apply.portal_pages import portal_of, shown, status
from companion.model.application import Application

AT = datetime(2026, 3, 1, 9, tzinfo=UTC)


def application(title: str, company: str, name: str, at: str = "submitted") -> Application:
    return Application(
        id=name, posting_id="p", canonical_key=name, company=company, title=title, status=at, created_at=AT
    )


MINE = [
    application("Gauge Reader", "Acme Gauges GmbH", "gauge"),
    application("Night Cook", "Copper Pot", "cook"),
    application("Bridge Painter", "Span Works", "bridge", "unknown"),
]
CARDS = """<main><h1>My jobs</h1><ul class="list">
<li class="card"><a href="/v/1"><h3>Gauge Reader</h3></a><div>Acme Gauges</div><div>Malmö (Hybrid)</div><span>Application viewed · 2d ago</span><a>Prepare for your interview</a></li>
<li class="card"><a href="/v/2"><h3>Night Cook</h3></a><div>Copper Pot</div><div>Lund</div><a>Message</a></li>
<li class="card"><a href="/v/3"><h3>Bridge Painter</h3></a><div>Span Works Ltd</div><div>Ystad</div><span>Applied 3 weeks ago</span><a>Message</a></li>
</ul></main>"""
BLOCKS = """<div id=app><div><div><div><a>Gauge Reader</a><span>Acme Gauges GmbH</span></div><div><p>Status: Not selected by employer</p></div></div>
<div><div><a>Night Cook</a><span>Copper Pot</span></div><div><p>Interviewing</p></div></div></div>
<script>var s = "Night Cook Copper Pot Hired"</script></div>"""
TABLE = """<table><tr><th>Job</th><th>Requisition</th><th>My status</th><th>Date</th></tr>
<tr><td><a>Gauge Reader</a></td><td>R-7</td><td>Under Consideration</td><td>12 Nov 2026</td></tr>
<tr><td><a>Night Cook</a></td><td>R-9</td><td>Offer</td><td>12 Nov 2026</td></tr></table>"""
FLAT = """<div class=tuple><div class=title>Gauge Reader</div><div class=org>Acme Gauges</div><div class=steps><span>Application sent</span><span>on 4 Mar</span>
<span>Application viewed</span></div></div>"""


def proposals(markup: str, own: tuple[str, ...] = ()) -> dict[str, str]:
    found = shown("https://www.linkedin.com/my-items/saved-jobs/?cardType=APPLIED", markup, MINE, own, AT)
    return {one.application_id: one.news for one in found}


def test_cards_a_row_without_a_status_takes_none_from_its_neighbour() -> None:
    assert proposals(CARDS) == {"gauge": "viewed", "bridge": "confirmed"}


def test_blocks_without_names_or_classes() -> None:
    assert proposals(BLOCKS) == {"gauge": "rejected", "cook": "interview"}


def test_a_table_of_one_employer_names_no_employer() -> None:
    assert proposals(TABLE, ("gauge",)) == {"gauge": "viewed"}
    assert proposals(TABLE) == {}


def test_the_furthest_of_several_steps_counts() -> None:
    assert proposals(FLAT) == {"gauge": "viewed"}


@pytest.mark.parametrize(
    "markup", ["", "<", "<p>Gauge Reader</p>", "<li>Gauge Reader at Other Works: rejected</li>", "\x00"]
)
def test_what_shows_nothing_proposes_nothing(markup: str) -> None:
    assert proposals(markup) == {}


def test_the_same_page_again_proposes_the_same() -> None:
    url = "https://myjobs.indeed.com/applied"
    first, second = (shown(url, CARDS, MINE, (), at) for at in (AT, AT.replace(day=2)))
    assert [one.id for one in first] == [one.id for one in second]
    assert first[0].sender == "Indeed"


@pytest.mark.parametrize(
    ("url", "portal"),
    [
        ("https://www.linkedin.com/my-items/saved-jobs/?cardType=APPLIED", "LinkedIn"),
        ("https://www.linkedin.com/jobs-tracker/?stage=applied", "LinkedIn"),
        ("https://myjobs.indeed.com/applied", "Indeed"),
        ("https://www.naukri.com/myapply/historypage", "Naukri"),
        ("https://acme.wd5.myworkdayjobs.com/en-US/Careers/userHome", "acme.wd5.myworkdayjobs.com"),
        ("https://jobs.example.com/my-applications", "jobs.example.com"),
        ("https://www.linkedin.com/jobs/view/12", ""),
        ("https://jobs.example.com/apply/12", ""),
        ("not an address", ""),
    ],
)
def test_which_addresses_are_the_persons_own_lists(url: str, portal: str) -> None:
    assert portal_of(url) == portal


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Application viewed", "viewed"),
        ("Resume downloaded 3d ago", "viewed"),
        ("Status: In review", "viewed"),
        ("No longer under consideration", "rejected"),
        ("Not selected by employer", "rejected"),
        ("Interview scheduled", "interview"),
        ("Offer received", "offer"),
        ("Withdrawn", "withdrawn"),
        ("Applied on 12 Nov", "confirmed"),
        ("No longer accepting applications", None),
        ("Prepare for your interview", None),
        ("Withdraw application", None),
        ("Interview tips", None),
        ("Special offers", None),
        ("Review application", None),
        ("Apply", None),
    ],
)
def test_what_a_line_says(line: str, said: str | None) -> None:
    assert status(line) == said
