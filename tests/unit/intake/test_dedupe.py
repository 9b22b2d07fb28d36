"""The same job grouped, different jobs of one family not; what changed on a board."""
# ruff: noqa: E501  (made-up pages and tables read better unbroken)

import sys
from datetime import UTC, date, datetime

import msgspec
import pytest

from companion.intake.changes import changes
from companion.intake.dedupe import group
from companion.intake.draft import Draft
from companion.intake.fingerprint import fingerprint, similarity
from companion.intake.identity import canonical_key, company_key, title_key
from companion.intake.places import read_location
from companion.model.posting import Posting

AT = datetime(2026, 3, 10, tzinfo=UTC)
TEXT = (
    "You will build and run the services that collect readings from river gauges and show them to people who need them each day. "
    * 5
)
OTHER = (
    "The kitchen needs somebody who bakes bread at night, keeps the oven clean, counts flour, and likes quiet early mornings in town. "
    * 5
)
ID, SECOND = "b8206fdb-4d85-472c-bd8f-7c7a2dcbfa69", "c9206fdb-4d85-472c-bd8f-7c7a2dcbfa70"


def job(
    number: str,
    title: str = "Backend Engineer",
    company: str = "Larkspur",
    place: str = "Leeds, UK",
    *,
    url: str = "",
    text: str = "",
    posted: date | None = None,
    **more: str,
) -> Posting:
    location = read_location(place)
    return Posting(id=number, canonical_key=number, url=url, title=title, company=company, places=location.places, mode=location.mode,
                   posted=posted, captured_at=AT, fingerprint=fingerprint(text), **more)  # fmt: skip


SAME = {
    "one id under two addresses": (job("a", url=f"https://jobs.ashbyhq.com/larkspur/{ID}"), job("b", "Engineer (Backend)", url=f"https://jobs.ashbyhq.com/larkspur/{ID}/application")),
    "an id behind the apply link": (job("a", url=f"https://jobs.lever.co/larkspur/{ID}"), job("b", company="larkspur.io", url="https://board.example/x", apply_url=f"https://jobs.lever.co/larkspur/{ID}/apply")),
    "an embed on the employer's site": (job("a", url="https://boards.greenhouse.io/larkspur/jobs/4012345"), job("b", url="https://larkspur.example/jobs?gh_jid=4012345")),
    "a portal and the ATS": (job("a", url=f"https://jobs.lever.co/larkspur/{ID}", text=TEXT), job("b", company="Larkspur Ltd.", url="https://board.example/77", text=TEXT)),
    "gender marks and dashes": (job("a", "Backend Engineer (m/w/d)", url="https://one.example/1"), job("b", "Backend – Engineer", url="https://two.example/2")),
    "city by another name": (job("a", place="NYC", url="https://one.example/1"), job("b", place="New York, NY", url="https://two.example/2")),
    "the town's own name": (job("a", place="Den Haag, Netherlands", url="https://one.example/1"), job("b", place="The Hague", url="https://two.example/2")),
    "intern and internship": (job("a", "Software Engineer Intern", url="https://one.example/1"), job("b", "Software Engineer, Internship", url="https://two.example/2")),
    "the town in the title": (job("a", "Backend Engineer - Leeds", url="https://one.example/1"), job("b", "Backend Engineer", url="https://two.example/2")),
    "a list of towns beside its first": (job("a", place="Leeds, UK | York, UK; Hull, UK | Selby, UK; Bristol, UK", url="https://one.example/1"), job("b", place="Hull, UK", url="https://two.example/2")),
    "what one board adds to the employer's name": (job("a", company="Larkspur Technologies", url="https://one.example/1"), job("b", company="larkspur.io", url="https://two.example/2")),
    "front-end, frontend and front end": (job("a", "Front-end Engineer", url="https://one.example/1"), job("b", "Frontend Engineer", url="https://two.example/2")),
    "tracking in the address": (job("a", url="https://one.example/1?utm_source=x"), job("b", "Other title", url="https://www.one.example/1")),
    "a repost": (job("a", url=f"https://jobs.lever.co/larkspur/{ID}", text=TEXT, posted=date(2026, 1, 1)), job("b", url=f"https://jobs.lever.co/larkspur/{SECOND}", text=TEXT, posted=date(2026, 3, 1))),
    "one text, the employer spelled otherwise": (job("a", company="Larkspur Instruments", url="https://one.example/1", text=TEXT), job("b", company="Larkspur", url="https://two.example/2", text=TEXT)),
}  # fmt: skip
DIFFERENT = {
    "another team": (job("a", "Senior Engineer, Payments", url="https://one.example/1"), job("b", "Senior Engineer, Platform", url="https://two.example/2")),
    "another level": (job("a", "Senior Backend Engineer", url="https://one.example/1"), job("b", "Backend Engineer", url="https://two.example/2")),
    "another city": (job("a", place="Leeds, UK", url="https://one.example/1"), job("b", place="York, UK", url="https://two.example/2")),
    "a title that is a town's": (job("a", "Engineer - Leeds", url="https://one.example/1"), job("b", "Engineer - York", place="York, UK", url="https://two.example/2")),
    "another country": (job("a", place="Remote - US", url="https://one.example/1"), job("b", place="Remote - UK", url="https://two.example/2")),
    "another employer": (job("a", company="Larkspur", url="https://one.example/1"), job("b", company="Heron", url="https://two.example/2")),
    "two ids of one board": (job("a", url=f"https://jobs.lever.co/larkspur/{ID}", text=TEXT), job("b", url=f"https://jobs.lever.co/larkspur/{SECOND}", text=TEXT)),
    "another text": (job("a", url="https://one.example/1", text=TEXT), job("b", url="https://two.example/2", text=OTHER)),
    "no employer": (job("a", company="", url="https://one.example/1"), job("b", company="", url="https://two.example/2")),
}  # fmt: skip


@pytest.mark.parametrize("name", SAME)
def test_the_same_job_is_one_group(name: str) -> None:
    assert group(SAME[name]) == [("a", "b")]


@pytest.mark.parametrize("name", DIFFERENT)
def test_different_jobs_stay_apart(name: str) -> None:
    assert group(DIFFERENT[name]) == [("a",), ("b",)]


def test_the_order_of_postings_does_not_change_the_groups() -> None:
    jobs = [posting for pair in (SAME["a portal and the ATS"], DIFFERENT["another city"]) for posting in pair]
    jobs = [msgspec.structs.replace(posting, id=str(number)) for number, posting in enumerate(jobs)]
    assert {frozenset(members) for members in group(jobs)} == {frozenset(members) for members in group(jobs[::-1])}


def test_the_work_grows_with_the_number_and_not_its_square() -> None:
    def calls(count: int) -> int:
        jobs = [
            job(
                str(n),
                f"Engineer {n % 997}",
                f"Company {n % 89}",
                ("Leeds, UK", "Oslo, Norway")[n % 2],
                url=f"https://x.example/{n}",
                text=TEXT,
            )
            for n in range(count)
        ]
        made = 0

        def count_call(_frame: object, event: str, _argument: object) -> None:
            nonlocal made
            made += event == "call"

        sys.setprofile(count_call)
        try:
            group(jobs)
        finally:
            sys.setprofile(None)
        return made

    calls(100)  # fills what is cached for good
    assert calls(2_000) < 5 * calls(500)


def test_near_copies_have_near_fingerprints() -> None:
    edited = TEXT.replace("each day", "every day", 1)
    assert (similarity(fingerprint(TEXT + OTHER), fingerprint(edited + OTHER)) or 0) > 0.7
    assert (similarity(fingerprint(TEXT), fingerprint(OTHER)) or 0) < 0.1
    assert similarity(fingerprint("short"), fingerprint(TEXT)) is None


def test_names_are_comparable() -> None:
    assert company_key("Müller & Co. GmbH") == company_key("Muller")
    assert title_key("Engineer (m/w/d) – Core") == "engineer core"
    assert canonical_key(ats="ashby", ats_job=ID) == f"ashby:{ID}"
    assert canonical_key(ats="linkedin", ats_job="1", company="A", title="B") == canonical_key(
        company="a GmbH", title="b"
    )
    assert canonical_key(ats="personio", ats_company="A", ats_job="7") == "personio:a:7"


def test_what_opened_closed_and_changed_on_a_board() -> None:
    def entry(number: str, text: str = TEXT) -> Draft:
        return Draft(source="x", ats_job=number, title="Engineer", description=text)

    found = changes([entry("1"), entry("2"), entry("3")], [entry("2"), entry("3", OTHER), entry("4")])
    assert (found.opened, found.closed, found.edited) == (frozenset({"4"}), frozenset({"1"}), frozenset({"3"}))
