"""The common scraper (python-jobspy) on recorded answers, in environments of its own that are no part of this project.

    python -m venv /somewhere/peer && /somewhere/peer/bin/pip install python-jobspy
    python -m venv /somewhere/old && /somewhere/old/bin/pip install python-jobspy==1.1.36
    SINCERELY_PEER=/somewhere/peer/bin/python SINCERELY_PEER_INDEED=/somewhere/old/bin/python \\
        uv run python -m tests.benchmarks intake

Its address is set to a server on loopback that gives each recorded page once and then none, as the portal does. Since
1.1.37 it asks Indeed's app interface, and Naukri's from the start, so that result pages of Indeed are given to the last
version that read them, and those of Naukri to none.
"""
# ruff: noqa: E501  (scripts for the other interpreters, which the person named)

import json
import os
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast

_LINKEDIN = """
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


_INDEED = """
import json, sys, urllib.request
from jobspy.scrapers import ScraperInput, Site, indeed
class Session:
    def get(self, url, **more):
        body = urllib.request.urlopen(sys.argv[1]).read()
        return type("Response", (), {"status_code": 200, "content": body, "text": body.decode("utf-8", "replace")})
indeed.create_session = lambda *a, **k: Session()
jobs, _ = indeed.IndeedScraper().scrape_page(ScraperInput(site_type=[Site.INDEED], search_term="x"), 0)
for job in jobs:
    place = job.location
    print(json.dumps({"id": job.job_url.rsplit("=", 1)[-1], "title": job.title, "company": job.company_name, "city": place.city if place else None,
                      "country": str(place.country.value) if place and place.country else None, "posted": str(job.date_posted)}))
"""
_SCRAPERS = {"linkedin": ("SINCERELY_PEER", _LINKEDIN), "indeed": ("SINCERELY_PEER_INDEED", _INDEED)}


def scraped(portal: str, page: str) -> list[dict[str, Any]] | None:
    """What the scraper makes of one recorded search answer; None where it reads none or no interpreter is named."""
    name, script = _SCRAPERS.get(portal, ("", ""))
    interpreter = os.environ.get(name) if name else None
    if not interpreter:
        return None
    with _served([page]) as address:
        ended = subprocess.run(
            [interpreter, "-c", script, address], capture_output=True, text=True, timeout=120, check=False
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
