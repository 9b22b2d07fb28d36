"""The common scraper (python-jobspy) on recorded answers, in an environment of its own that is no part of this project.

    python -m venv /somewhere/peer && /somewhere/peer/bin/pip install python-jobspy
    SINCERELY_PEER=/somewhere/peer/bin/python uv run python -m tests.benchmarks intake

Its address is set to a server on loopback that gives each recorded page once and then none, as the portal does.
"""
# ruff: noqa: E501  (a script for the other interpreter, which the person named)

import json
import os
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast

_SCRIPT = """
import inspect, json, sys
from jobspy.linkedin import LinkedIn
from jobspy import model
LinkedIn.base_url = sys.argv[1]
LinkedIn.delay = (0, 0) if isinstance(getattr(LinkedIn, "delay", 0), tuple) else 0
LinkedIn.band_delay = 0
known = {"site_type": [getattr(model, "Site").LINKEDIN] if hasattr(model, "Site") else None, "search_term": "x", "results_wanted": 1000}
fields = getattr(model.ScraperInput, "model_fields", known)
found = LinkedIn().scrape(model.ScraperInput(**{name: value for name, value in known.items() if name in fields and value is not None}))
for job in getattr(found, "jobs", found):
    place = job.location
    print(json.dumps({"id": str(job.id).split("-")[-1], "title": job.title, "company": getattr(job, "company_name", None) or getattr(job, "company", None),
                      "city": place.city if place else None, "country": str(getattr(place.country, "value", place.country)) if place and place.country else None,
                      "posted": str(job.date_posted) if job.date_posted else None}))
"""


def scraped(page: str) -> list[dict[str, Any]] | None:
    """What the scraper makes of one recorded search answer; None where no interpreter with it is named."""
    interpreter = os.environ.get("SINCERELY_PEER")
    if not interpreter:
        return None
    with _served([page]) as address:
        ended = subprocess.run(
            [interpreter, "-c", _SCRIPT, address], capture_output=True, text=True, timeout=120, check=False
        )
    return [cast("dict[str, Any]", json.loads(row)) for row in ended.stdout.splitlines() if row.startswith("{")]


@contextmanager
def _served(pages: Sequence[str]) -> Iterator[str]:
    left = [page.encode() for page in pages]

    class Portal(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = left.pop(0) if left else b""
            self.send_response(200)
            self.send_header("content-type", "text/html; charset=utf-8")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Portal)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
