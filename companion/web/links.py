"""Addresses that came from a page, before a person may follow them."""

from urllib.parse import urlsplit


def safe_link(url: str) -> str:
    """`url` where it is a web address a person may follow; else empty."""
    parts = urlsplit(url.strip())
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else ""
