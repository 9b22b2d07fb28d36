"""Pages written for tests, with made-up employers."""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import json
from datetime import UTC, datetime

from companion.intake import CapturedPage

AT = datetime(2026, 3, 10, 9, tzinfo=UTC)
TEXT = (
    "Larkspur Instruments makes river gauges. You will build the services that collect their readings, talk with the people who "
    "use them, and keep what we promise about uptime.\nResponsibilities\n- Design and build services in Python\n- Answer for them in "
    "production\nRequirements\n- 3+ years of experience with a server language\n- You write clearly\nBenefits\n- 30 days off\nApply with your resume."
)


def page(
    body: str = "", head: str = "", *, url: str = "https://jobs.example.com/1", title: str = "", **more: object
) -> CapturedPage:
    """A captured page from its parts."""
    html = f"<html lang='en'><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    return CapturedPage(url=url, html=html, captured_at=AT, **more)


def posting(**changes: object) -> dict[str, object]:
    """A complete JobPosting object."""
    return {
        "@context": "https://schema.org", "@type": "JobPosting", "title": "Backend Engineer",
        "hiringOrganization": {"@type": "Organization", "name": "Larkspur Instruments"},
        "jobLocation": {"@type": "Place", "address": {"addressLocality": "Leeds", "addressRegion": "West Yorkshire", "addressCountry": "GB"}},
        "datePosted": "2026-03-02", "validThrough": "2026-04-30T00:00:00Z", "employmentType": "FULL_TIME",
        "baseSalary": {"currency": "GBP", "value": {"minValue": 45000, "maxValue": 55000, "unitText": "YEAR"}},
        "description": f"<p>{TEXT}</p>",
    } | changes  # fmt: skip


def ld(value: object) -> str:
    """`value` as a JSON-LD script."""
    text = value if isinstance(value, str) else json.dumps(value)
    return f'<script type="application/ld+json">{text}</script>'
