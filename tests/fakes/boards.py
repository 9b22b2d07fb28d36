"""Careers boards of made-up employers, as the services answer: routes for `Web`."""

import json
import uuid
import zlib

from tests.fakes.web import Answer

_TEXT = (
    "<p>We make river gauges, and {title}s keep the services behind them running day and night.</p>"
    "<ul><li>5 years of Python</li><li>PostgreSQL and Docker in production</li></ul>"
)


def greenhouse(board: str, *titles: str) -> dict[str, Answer]:
    """A Greenhouse board with one job a title; the same title is the same job."""
    jobs = [
        {
            "id": _number(board, title),
            "title": title,
            "company_name": board.title(),
            "absolute_url": f"https://boards.greenhouse.io/{board}/jobs/{_number(board, title)}",
            "location": {"name": "Berlin, Germany"},
            "first_published": "2026-03-02T10:00:00-05:00",
            "content": _TEXT.format(title=title),
        }
        for title in titles
    ]
    return {f"https://boards-api.greenhouse.io/v1/boards/{board}/jobs": _json({"jobs": jobs})}


def lever(board: str, *titles: str) -> dict[str, Answer]:
    """A Lever board with one job a title."""
    jobs = [
        {
            "id": (number := str(uuid.uuid5(uuid.NAMESPACE_URL, f"{board}/{title}"))),
            "text": title,
            "categories": {"location": "Berlin, Germany", "allLocations": ["Berlin, Germany"]},
            "createdAt": 1772445600000,
            "hostedUrl": f"https://jobs.lever.co/{board}/{number}",
            "applyUrl": f"https://jobs.lever.co/{board}/{number}/apply",
            "description": _TEXT.format(title=title),
        }
        for title in titles
    ]
    return {f"https://api.lever.co/v0/postings/{board}": _json(jobs)}


def _number(board: str, title: str) -> int:
    return 4_000_000 + zlib.crc32(f"{board}/{title}".encode()) % 900_000


def _json(value: object) -> Answer:
    return Answer(200, json.dumps(value).encode(), {"content-type": "application/json"})
