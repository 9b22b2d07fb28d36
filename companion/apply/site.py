"""Which addresses belong together: the registrable domain (Public Suffix List), and for bare IPs host and port."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from tld import get_tld
from tld.utils import Result


def site(url: str) -> str:
    """`https://jobs.eu.example.co.uk/x` → `example.co.uk`; IPs and single labels with their port; "" without a host.

    Source: Mozilla's Public Suffix List as packaged by `tld`, private suffixes included (github.io is not one site).
    """
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return ""
    if not host:
        return ""
    try:
        ip_address(host)
    except ValueError:
        found = get_tld(f"https://{host}", as_object=True, fail_silently=True, search_private=True)
        if isinstance(found, Result) and found.fld:
            return found.fld
    return f"{host}:{port or (443 if parts.scheme == 'https' else 80)}"


def origin(url: str) -> str:
    """Scheme, host and port as a browser writes an origin; "" where there is none."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https", "ws", "wss") or not host:
        return ""
    named = f"[{host}]" if ":" in host else host
    usual = {"http": 80, "ws": 80, "https": 443, "wss": 443}[parts.scheme]
    return f"{parts.scheme}://{named}" + (f":{port}" if port and port != usual else "")
